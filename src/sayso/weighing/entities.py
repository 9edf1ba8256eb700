"""The named sources of a group of statements: which of their mentions are one, with the reasons.

Takes statements, gives for every link that bears a name the number of its source. Certain matches join first; a
shortened name or one in another alphabet joins only where a single source comes into question.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from sayso.vocabulary import Link, Reason, Span
from sayso.weighing.sources import Closeness, closeness_of, find_same_name, find_translation
from sayso.weighing.statement import Statement

# Names that match with less are joined only where there is no choice.
CERTAIN = 0.8
PART = "a part of the name"
# A group that names more sources than this is no longer compared pair by pair: what is left stands apart.
MOST_NAMES = 150

At = tuple[int, int]


@attrs.frozen(kw_only=True)
class Entities:
    """The named sources of a group: of each link (statement, place in the chain) its source; places, links, reasons.

    A source is numbered by the first of its names; its places are in the order of the statements.
    """

    of: Mapping[At, int]
    places: Mapping[int, tuple[At, ...]]
    links: Mapping[int, tuple[Link, ...]]
    reasons: Mapping[int, tuple[Reason, ...]]


@attrs.frozen
class _Named:
    """One way to name a source, with the first place where it is named so."""

    link: Link
    words: tuple[str, Span]


def find_entities(group: Sequence[Statement]) -> Entities:
    """Tell which links that bear a name are one source."""
    names: dict[tuple[object, ...], int] = {}
    named: list[_Named] = []
    number: dict[At, int] = {}
    for at, link in _named_links(group):
        key = (link.name.casefold(), link.register, link.kind, link.role, link.side, link.party)
        if key not in names:
            names[key] = len(named)
            named.append(_Named(link, (group[at[0]].report.id, link.mention)))
        number[at] = names[key]
    roots, reasons = _join(named)
    links: dict[int, list[Link]] = {}
    for place, one in enumerate(named):
        links.setdefault(roots[place], []).append(one.link)
    places: dict[int, list[At]] = {}
    for at, name in number.items():
        places.setdefault(roots[name], []).append(at)
    return Entities(
        of={at: roots[name] for at, name in number.items()},
        places={root: tuple(some) for root, some in places.items()},
        links={root: tuple(some) for root, some in links.items()},
        reasons={root: tuple(some) for root, some in reasons.items()},
    )


def _named_links(group: Sequence[Statement]) -> Iterator[tuple[At, Link]]:
    for place, statement in enumerate(group):
        for at, link in enumerate(statement.claim.chain):
            if closeness_of(link) is Closeness.NAMED:
                yield (place, at), link


def _join(named: Sequence[_Named]) -> tuple[list[int], dict[int, list[Reason]]]:
    """Give the root of each name and the reasons kept at each root."""
    roots = list(range(len(named)))
    found = [
        (one, other, reason)
        for one, other in combinations(range(min(len(named), MOST_NAMES)), 2)
        if (reason := _match(named[one], named[other]))
    ]
    kept: list[tuple[int, Reason]] = []
    for one, other, reason in found:
        if _is_certain(reason):
            _unite(roots, one, other)
            kept.append((one, reason))
    partners = _partners(found, roots)
    for one, other, reason in found:
        left, right = roots[one], roots[other]
        if left != right and partners[left] == {right} and partners[right] == {left}:
            _unite(roots, one, other)
            kept.append((one, reason))
    reasons: dict[int, list[Reason]] = {}
    for place, reason in kept:
        reasons.setdefault(roots[place], []).append(reason)
    return roots, reasons


def _match(one: _Named, other: _Named) -> Reason | None:
    words = (one.words, other.words)
    return find_same_name(one.link, other.link, words) or find_translation(one.link, other.link, words)


def _is_certain(reason: Reason) -> bool:
    return reason.score >= CERTAIN and reason.rule != PART


def _partners(found: Iterable[tuple[int, int, Reason]], roots: Sequence[int]) -> dict[int, set[int]]:
    """Give for each source the others that its names may be names of."""
    partners: dict[int, set[int]] = {}
    for one, other, _ in found:
        left, right = roots[one], roots[other]
        if left != right:
            partners.setdefault(left, set()).add(right)
            partners.setdefault(right, set()).add(left)
    return partners


def _unite(roots: list[int], one: int, other: int) -> None:
    low, high = sorted((roots[one], roots[other]))
    for place, root in enumerate(roots):
        if root == high:
            roots[place] = low
