"""Statements that only point at another of their report: `rejected the claim`, `confirmed the strike`, `denied it`."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sayso.vocabulary import Event, EventType, Place, Stance, has_happened
from sayso.vocabulary.stance import AGAINST
from sayso.weighing.statement import Statement
from sayso.weighing.traits import Traits
from sayso.weighing.word_rules import is_common

# More words than these say something of their own; one more where no word of them tells an event.
LONGEST = 3
# What stands further back than so many statements is not pointed at.
FARTHEST = 6


def find_referents(ordered: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Give pairs of places in the order: a statement that only points at another, and the one it points at.

    A pointer is of few words in which nothing is named that tells it from others. It points at the nearest statement
    before it in its report that is by another source and, where it names a kind of event, of that kind. ``ordered`` are
    the statements of all reports in `order_of`.
    """
    for _, places in groupby(range(len(ordered)), key=lambda at: ordered[at].statement.report.id):
        before: list[int] = []
        for at in places:
            found = _find_before(ordered, before, at) if may_point(ordered[at]) else None
            if found is None:
                before.append(at)
            else:
                yield at, found


def may_point(traits: Traits) -> bool:
    """Tell whether a statement says nothing by which it could be told from others.

    What is asserted points where its event has happened and is told elsewhere, where it names no more than a kind, or
    where the reading took its event from what was told before.
    """
    statement = traits.statement
    claim = statement.claim
    is_told = claim.event is not None and claim.event.trigger is None and claim.stance is Stance.ASSERTS
    if len(statement.words) > LONGEST + is_told or traits.counts or not all(map(is_common, traits.things)):
        return False
    # Places of its event may stand elsewhere: what it points at has them.
    if any(_is_within(place, statement) for place in statement.places):
        return False
    if claim.stance in AGAINST:
        return True
    if is_told:
        return bool(claim.chain)
    told = [event for event in claim.events if event.type is not EventType.OTHER]
    return claim.stance is Stance.ASSERTS and bool(claim.chain and told) and has_happened(claim, told[0])


def _find_before(ordered: Sequence[Traits], before: Sequence[int], at: int) -> int | None:
    claim = ordered[at].statement.claim
    kinds = _kinds_named(claim.events)
    for place in reversed(before[-FARTHEST:]):
        other = ordered[place].statement.claim
        is_other = other.origin is None or claim.origin is None or other.origin.name != claim.origin.name
        if is_other and (not kinds or kinds & {event.type for event in other.events}):
            return place
    return None


def _kinds_named(events: Sequence[Event]) -> set[EventType]:
    return {event.type for event in events if event.trigger is not None}


def _is_within(place: Place, statement: Statement) -> bool:
    return any(span.start <= place.start and place.end <= span.end for span in statement.claim.content)
