"""Which statement of a group a copied passage brought: the earlier one that it holds.

Takes the passages that each report shares with others, gives the place of the statement in the report copied from.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.vocabulary import Copy, Span
from sayso.weighing.statement import Statement

# How much of a statement's words the passage holds, at least.
LEAST_HELD = 0.5

# The passages that each report shares with each other one, both by their ids.
Passages = Mapping[str, Mapping[str, Sequence[Copy]]]


def find_passages(copies: Iterable[Copy]) -> Passages:
    """Give the passages that each report, by its id, shares with others."""
    found: dict[str, dict[str, list[Copy]]] = {}
    for copy in copies:
        for here, there in ((copy.one, copy.other), (copy.other, copy.one)):
            found.setdefault(here, {}).setdefault(there, []).append(copy)
    return found


def find_carrier(
    group: Sequence[Statement], at: int, passages: Passages, by_report: Mapping[str, Sequence[int]]
) -> tuple[int, tuple[tuple[str, Span], ...]] | None:
    """Give the earliest statement before ``at`` whose words a copied passage brought there, and both passages.

    ``by_report`` gives the places of the statements of each report.
    """
    statement, own = group[at], group[at].report.id
    of_own = passages.get(own, {})
    found = (
        (to, ((report, its_span), (own, span)))
        for report, places in by_report.items()
        if report in of_own and places[0] < at
        for span, its_span in _spans(of_own[report], own)
        if _holds(span, statement)
        for to in places
        if to < at and _holds(its_span, group[to])
    )
    return min(found, default=None)


def _spans(copies: Iterable[Copy], report: str) -> Iterator[tuple[Span, Span]]:
    """Give where passages stand in a report, and where in the other."""
    for copy in copies:
        yield (copy.one_span, copy.other_span) if copy.one == report else (copy.other_span, copy.one_span)


def _holds(span: Span, statement: Statement) -> bool:
    held = length = 0
    for one in statement.claim.content:
        start, end = max(span.start, one.start), min(span.end, one.end)
        held += end - start if start < end else 0
        length += one.end - one.start
    return held >= LEAST_HELD * length
