"""Which counts may be counted: those that belong to an event which has happened by its origin's word."""

from sayso.vocabulary.claim import Claim
from sayso.vocabulary.event import Event, has_happened
from sayso.vocabulary.quantity import Counted, Quantity, Status
from sayso.vocabulary.report import Span

OF_CASUALTIES = frozenset((Status.KILLED, Status.WOUNDED, Status.CASUALTIES, Status.MISSING, Status.CAPTURED))


def casualties_that_happened(claim: Claim) -> tuple[Quantity, ...]:
    """Give the counts of a claim that a sheet of casualties may hold: people killed, wounded, missing or captured.

    Parts of larger counts and totals that run on are among them, marked as such; what has not happened is not.
    """
    counts = counts_that_happened(claim)
    return tuple(one for one in counts if one.counted is Counted.PEOPLE and one.status in OF_CASUALTIES)


def counts_that_happened(claim: Claim) -> tuple[Quantity, ...]:
    """Give the counts of a claim that belong to an event which has happened; distances are none.

    A count belongs to the event whose trigger stands nearest to the words that say what became of those counted; where
    no event of the claim has a trigger, to the main one. `has_happened` decides, as everywhere.
    """
    counts = (one for one in claim.quantities if one.counted is not Counted.DISTANCE)
    return tuple(one for one in counts if (event := _event_of(one, claim)) and has_happened(claim, event))


def _event_of(quantity: Quantity, claim: Claim) -> Event | None:
    told = [event for event in claim.events if event.trigger is not None]
    if not told:
        return claim.event
    words = quantity.cue or quantity.span
    return min(told, key=lambda event: _gap(event.trigger or words, words))


def _gap(one: Span, other: Span) -> int:
    """Give the characters between two spans; 0 where they meet."""
    return max(0, other.start - one.end, one.start - other.end)
