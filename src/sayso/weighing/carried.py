"""Which statement of a group a copied passage brought: the earlier one that it holds.

Takes the copies between reports, gives the place of the statement in the report that was copied from.
"""

from collections.abc import Iterator, Sequence

from sayso.vocabulary import Copy, Span
from sayso.weighing.statement import Statement

# How much of a statement's words the passage holds, at least.
LEAST_HELD = 0.5


def find_carrier(
    group: Sequence[Statement], at: int, copies: Sequence[Copy]
) -> tuple[int, tuple[tuple[str, Span], ...]] | None:
    """Give the earliest statement before ``at`` whose words a copied passage brought there, and both passages."""
    statement = group[at]
    for one, its, other, others in _turned(copies):
        if other != statement.report.id or not _holds(others, statement):
            continue
        for to, before in enumerate(group[:at]):
            if before.report.id == one and _holds(its, before):
                return to, ((one, its), (other, others))
    return None


def _turned(copies: Sequence[Copy]) -> Iterator[tuple[str, Span, str, Span]]:
    """Give each copy from both sides: the report that may have been copied, its span, the other, its span."""
    for copy in copies:
        yield copy.one, copy.one_span, copy.other, copy.other_span
        yield copy.other, copy.other_span, copy.one, copy.one_span


def _holds(span: Span, statement: Statement) -> bool:
    content = statement.claim.content
    held = sum(max(0, min(span.end, one.end) - max(span.start, one.start)) for one in content)
    return held >= LEAST_HELD * sum(one.end - one.start for one in content)
