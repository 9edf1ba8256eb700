"""Statements that only point at another: `rejected the claim`, `denied it`."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sayso.vocabulary import Place
from sayso.weighing.polarity import AGAINST
from sayso.weighing.statement import Statement
from sayso.weighing.traits import Traits

# More words than these say something of their own.
LONGEST = 3


def find_referents(ordered: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Give pairs of places in the order: a statement that only points at another, and the one it points at.

    It is a denial or a doubt of few words, in which nothing is named. It points at what its report states before it, by
    another source. ``ordered`` are the statements of all reports in `order_of`.
    """
    for _, places in groupby(range(len(ordered)), key=lambda at: ordered[at].statement.report.id):
        before: list[int] = []
        for at in places:
            if not is_pointer(ordered[at]):
                before.append(at)
            elif (found := _find_before(ordered, before, at)) is not None:
                yield at, found


def is_pointer(traits: Traits) -> bool:
    """Tell whether a statement denies or doubts something without saying what."""
    if traits.statement.claim.stance not in AGAINST or len(traits.statement.words) > LONGEST:
        return False
    if traits.counts or traits.things or any(event.trigger is not None for event in traits.statement.claim.events):
        return False
    # Places of its event may stand elsewhere: what it points at has them.
    return not any(_is_within(place, traits.statement) for place in traits.statement.places)


def _is_within(place: Place, statement: Statement) -> bool:
    return any(span.start <= place.start and place.end <= span.end for span in statement.claim.content)


def _find_before(ordered: Sequence[Traits], before: Iterable[int], at: int) -> int | None:
    origin = ordered[at].statement.claim.origin
    for place in reversed(tuple(before)):
        other = ordered[place].statement.claim.origin
        if other is None or origin is None or other.name != origin.name:
            return place
    return None
