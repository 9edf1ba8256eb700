"""Statements, who rests on whom, and kindred pairs -> what changed on the way, link by link."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.vocabulary import Change
from sayso.vocabulary.stance import AGAINST
from sayso.weighing.alterations import RULES, denial_left_out
from sayso.weighing.kindred import Kindred
from sayso.weighing.sameness import are_one_place, may_be_one
from sayso.weighing.statement import Statement, order_of

# Denials of one claim that are looked for in a report: those first published.
MOST_DENIALS = 10


def changes_on_the_way(
    statements: Iterable[Statement],
    rests_on: Mapping[str, str],
    kindred: Iterable[Kindred] = (),
    against: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Change, ...]:
    """Tell what became other between each statement and the one it rests on, or is kindred to.

    ``rests_on`` gives for the id of a statement the id of the earlier one that it rests on; ``against`` the ids of the
    statements that speak against it. Where nothing is known that a statement rests on, it is held against its kindred,
    and inherits what speaks against that. Changes
    come in the order of the later statements; each is told once.
    """
    ordered = sorted(statements, key=order_of)
    by_id = {one.id: one for one in ordered}
    earlier = _steps(by_id, rests_on, kindred)
    beside = defaultdict(list)
    for one in ordered:
        beside[one.report.id].append(one)
    found: dict[tuple[str, str, str, str | None], Change] = {}
    for after in ordered:
        for before in earlier.get(after.id, ()):
            for rule in RULES:
                for change in rule(before, after):
                    found.setdefault(_key_of(change), change)
        for change in _denials(after, earlier.get(after.id, ()), by_id, against or {}, beside[after.report.id]):
            found.setdefault(_key_of(change), change)
    return tuple(found.values())


def _steps(
    by_id: Mapping[str, Statement], rests_on: Mapping[str, str], kindred: Iterable[Kindred]
) -> dict[str, list[Statement]]:
    """Give for each statement the earlier ones it is held against, never one of its own report."""
    steps: dict[str, dict[str, Statement]] = defaultdict(dict)
    for one, other in rests_on.items():
        if one in by_id and other in by_id:
            steps[one][other] = by_id[other]
    for pair in kindred:
        if pair.after.id not in rests_on:
            steps[pair.after.id][pair.before.id] = pair.before
    return {
        after: [one for one in found.values() if one.report.id != by_id[after].report.id]
        for after, found in steps.items()
        if after in by_id
    }


def _denials(
    after: Statement,
    earlier: Iterable[Statement],
    by_id: Mapping[str, Statement],
    against: Mapping[str, Sequence[str]],
    beside: Sequence[Statement],
) -> Iterator[Change]:
    """Give the denials that were out before a report and are not in it, one for each who denies."""
    ids = dict.fromkeys(denial for one in (after, *earlier) for denial in against.get(one.id, ()))
    if not ids:
        return
    denials = sorted((by_id[one] for one in ids if one in by_id), key=order_of)
    carried = [one for one in beside if one.id != after.id]
    for denial in denials[:MOST_DENIALS]:
        if not _touches(denial, after) or any(_is_carried(denial, one) for one in carried):
            continue
        change = denial_left_out(after, denial)
        if change is not None:
            carried.append(denial)
            yield change


def _is_carried(denial: Statement, one: Statement) -> bool:
    """Tell whether a statement denies as much, or gives the word of whoever denies; a report denies a thing once."""
    if not _touches(denial, one):
        return False
    origin = denial.claim.origin
    if one.claim.stance in AGAINST or one.report.id == denial.report.id:
        return True
    return origin is not None and any(may_be_one(origin, link) for link in one.claim.chain)


def _touches(denial: Statement, one: Statement) -> bool:
    """Tell whether two speak of a place in common, or one of them of none."""
    here, there = denial.spots, one.spots
    return not here or not there or any(are_one_place(place, other) for place in here for other in there)


def _key_of(change: Change) -> tuple[str, str, str, str | None]:
    return (change.alteration, change.before, change.after, change.was)
