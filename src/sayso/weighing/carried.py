"""Which statement of a group a copied passage brought: the earlier one that it holds.

Takes the passages that each report shares with others, gives the place of the statement in the report copied from.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from sayso.vocabulary import Copy, Span
from sayso.weighing.statement import Statement

# How much of a statement's words the passage holds, at least.
LEAST_HELD = 0.5


@attrs.frozen(kw_only=True)
class Passage:
    """A passage of a report as it stands there, and as it stands in another report."""

    span: Span
    other: str
    other_span: Span


Passages = Mapping[str, tuple[Passage, ...]]


def find_passages(copies: Iterable[Copy]) -> Passages:
    """Give the passages that each report, by its id, shares with others."""
    found: dict[str, list[Passage]] = {}
    for copy in copies:
        here = Passage(span=copy.one_span, other=copy.other, other_span=copy.other_span)
        there = Passage(span=copy.other_span, other=copy.one, other_span=copy.one_span)
        found.setdefault(copy.one, []).append(here)
        found.setdefault(copy.other, []).append(there)
    return {report: tuple(some) for report, some in found.items()}


def find_carrier(
    group: Sequence[Statement], at: int, passages: Passages, by_report: Mapping[str, Sequence[int]]
) -> tuple[int, tuple[tuple[str, Span], ...]] | None:
    """Give the earliest statement before ``at`` whose words a copied passage brought there, and both passages.

    ``by_report`` gives the places of the statements of each report.
    """
    statement = group[at]
    earlier = {report: before for report, places in by_report.items() if (before := tuple(_before(places, at)))}
    holding = (
        one for one in passages.get(statement.report.id, ()) if one.other in earlier and _holds(one.span, statement)
    )
    found = (
        (to, ((one.other, one.other_span), (statement.report.id, one.span)))
        for one in holding
        for to in earlier[one.other]
        if _holds(one.other_span, group[to])
    )
    return min(found, default=None)


def _before(places: Sequence[int], at: int) -> Iterator[int]:
    return (to for to in places if to < at)


def _holds(span: Span, statement: Statement) -> bool:
    held = length = 0
    for one in statement.claim.content:
        start, end = max(span.start, one.start), min(span.end, one.end)
        held += end - start if start < end else 0
        length += one.end - one.start
    return held >= LEAST_HELD * length
