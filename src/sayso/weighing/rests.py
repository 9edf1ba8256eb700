"""A group of same claims and whose word each is -> which earlier statement each one rests on, the nearest known.

A statement rests on an earlier one of the same origin: that of an outlet it cites, else one whose report it shares a
passage with, else the earliest, which is nearest to the origin.
"""

from collections.abc import Container, Iterable, Mapping, Sequence

from sayso.vocabulary import Copy
from sayso.weighing.sameness import is_outlet_of
from sayso.weighing.statement import Statement, order_of

# Earlier statements of one origin that are looked at for each: the earliest and the latest of them.
MOST_EARLIER = 60


def rests_of(
    group: Iterable[Statement],
    origin_of: Mapping[str, str],
    rests_on: Mapping[str, Sequence[str]],
    sharing: Container[tuple[str, str]] = (),
) -> dict[str, str]:
    """Give for ids of statements the id of the earlier one that each rests on; those that begin a chain are left out.

    ``origin_of`` gives the origin of each statement, ``rests_on`` the origins that an origin rests on in turn;
    ``sharing`` holds the pairs of reports that share a passage, as `pairs_sharing` gives them.
    """
    earlier: dict[str, list[Statement]] = {}
    found: dict[str, str] = {}
    for one in sorted(group, key=order_of):
        origin = origin_of[one.id]
        known = [two for wanted in (origin, *rests_on.get(origin, ())) for two in earlier.get(wanted, ())]
        others = sorted((two for two in known if two.report.id != one.report.id), key=order_of)
        if others:
            found[one.id] = max(others, key=lambda two: _nearness(one, two, sharing)).id
        kept = earlier.setdefault(origin, [])
        kept.append(one)
        if len(kept) > MOST_EARLIER:
            del kept[MOST_EARLIER // 2]
    return found


def pairs_sharing(copies: Iterable[Copy]) -> frozenset[tuple[str, str]]:
    """Give the pairs of reports, by their ids and in either order, that share a passage."""
    return frozenset(pair for copy in copies for pair in ((copy.one, copy.other), (copy.other, copy.one)))


def _nearness(one: Statement, earlier: Statement, sharing: Container[tuple[str, str]]) -> tuple[bool, bool]:
    """Tell how near an earlier statement is; of those as near, the first that is asked for is the earliest."""
    is_cited = any(is_outlet_of(link, earlier) for link in one.claim.chain)
    return (is_cited, (one.report.id, earlier.report.id) in sharing)
