"""What a case says that another can speak against: who holds a place, what is counted, who did it, where and when.

Takes a case, gives plain values taken from the events and quantities of those of its statements that say it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

import attrs

from sayso.vocabulary import (
    Approximation,
    Direction,
    Event,
    EventType,
    Modality,
    Participant,
    Quantity,
    Role,
    Span,
    Unit,
)
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.weighing.cases import Case
from sayso.weighing.polarity import is_against
from sayso.weighing.whereabouts import Whereabouts

SAID_TO_BE = frozenset((Modality.ACTUAL, Modality.ONGOING))
HOLDING = frozenset((Direction.TAKEN, Direction.HELD))
# What `about` leaves open, as a share of the number.
ABOUT = 0.2

Words = tuple[tuple[str, Span], ...]


@attrs.frozen(kw_only=True, eq=False)
class Facts:
    """A case with what it says, gathered from all its statements.

    ``places`` are keys of places, those of the same reports where its statements name none. ``first`` and ``last`` are
    the days it speaks of, ``told`` by a text, else those it was published on. ``directions`` are what it says becomes
    of the control of a place; ``holders`` the sides that have taken or hold it, those of its origins where it names
    none, ``losers`` those that have lost it; ``actors`` the sides that do something, ``speakers`` those of who say it,
    or deny it where nobody says it, ``roles`` in what roles they speak.
    """

    case: Case
    places: frozenset[str]
    first: date | None
    last: date | None
    told: bool
    counts: tuple[Quantity, ...]
    types: frozenset[EventType]
    ongoing: frozenset[EventType]
    happenings: frozenset[tuple[EventType, Direction | None]]
    directions: frozenset[Direction]
    holders: frozenset[str]
    losers: frozenset[str]
    actors: frozenset[str]
    speakers: frozenset[str]
    roles: frozenset[Role]
    is_negated: bool
    words: Words

    @cached_property
    def is_only_denied(self) -> bool:
        """Whether nobody at hand says it, and somebody denies it."""
        return not self.case.saying

    @cached_property
    def is_affirmed(self) -> bool:
        """Whether somebody says that it is so."""
        return not (self.is_negated or self.is_only_denied)


def gather_facts(case: Case, whereabouts: Whereabouts) -> Facts:
    """Gather what a case says."""
    saying = case.saying or case.group
    events = tuple(event for one in saying for event in one.claim.events)
    places = frozenset().union(*map(whereabouts.keys_of, saying))
    days = [one.days for one in saying if one.days is not None]
    first, last = _ends(days) if days else _ends((day, day) for day in case.published())
    losers, speakers = _losers(events), _speakers(case)
    return Facts(
        case=case,
        places=places or frozenset().union(*(whereabouts.of_reports[one.report.id] for one in saying)),
        first=first,
        last=last,
        told=bool(days),
        counts=tuple(count for one in saying for count in one.claim.quantities if not count.including),
        types=frozenset(event.type for event in events),
        ongoing=frozenset(event.type for event in events if event.modality is Modality.ONGOING),
        happenings=frozenset((one.type, one.direction) for one in events if one.type is not EventType.OTHER),
        directions=frozenset(one.direction for one in events if one.direction and one.modality in SAID_TO_BE),
        holders=_holders(events, losers, speakers),
        losers=losers,
        actors=_sides(one.actor for one in events),
        speakers=speakers,
        roles=frozenset(one.claim.origin.role for one in saying if one.claim.origin) - {Role.UNKNOWN},
        is_negated=bool(case.saying) and all(map(is_against, case.saying)),
        words=tuple((one.report.id, one.claim.content[0]) for one in saying),
    )


def _holders(events: Iterable[Event], losers: frozenset[str], speakers: frozenset[str]) -> frozenset[str]:
    held = [one for one in events if one.direction in HOLDING]
    own = speakers if held and not losers else frozenset()
    return _sides(one.actor for one in held) or own


def _losers(events: Iterable[Event]) -> frozenset[str]:
    taken = (one.target for one in events if one.direction is Direction.TAKEN)
    lost = (who for one in events if one.direction is Direction.LOST for who in (one.actor, one.target))
    return _sides(taken) | _sides(lost)


def _speakers(case: Case) -> frozenset[str]:
    sides = (origin.party or origin.side for origin in case.traced.saying or case.traced.denying)
    return frozenset(side for side in sides if side != UNKNOWN_SIDE)


def _sides(who: Iterable[Participant | None]) -> frozenset[str]:
    return frozenset(one.side for one in who if one is not None and one.side != UNKNOWN_SIDE)


def days_apart(one: Facts, other: Facts) -> int | None:
    """Give the days between what two cases speak of, 0 where they meet; None where one has no day."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    return max(0, (other.first - one.last).days, (one.first - other.last).days)


def excluding_counts(one: Facts, other: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    """Give the counts of one thing that cannot both be right."""
    for left in one.counts:
        for right in other.counts:
            if _is_one_count(left, right) and are_apart(left, right):
                yield left, right


def are_apart(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts leave no number in common."""
    (low, high), (its_low, its_high) = _bounds(one), _bounds(other)
    return (high is not None and its_low is not None and high < its_low) or (
        its_high is not None and low is not None and its_high < low
    )


def is_higher(one: Quantity, other: Quantity) -> bool:
    """Tell whether all of one amount lies above the other."""
    low, its_high = _bounds(one)[0], _bounds(other)[1]
    return low is not None and its_high is not None and low > its_high


def _bounds(count: Quantity) -> tuple[float | None, float | None]:
    low, high = count.low, count.high
    if count.approximation is Approximation.ABOUT and low is not None and high is not None:
        return low * (1 - ABOUT), high * (1 + ABOUT)
    return low, high


def _is_one_count(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities count the same: one status and one unit, people where none is told."""
    if one.status is None or one.status is not other.status:
        return False
    things = {one.counted, other.counted} - {None}
    return len(things) <= 1 and (one.unit or Unit.PERSON) is (other.unit or Unit.PERSON)


def _ends(days: Iterable[tuple[date | None, date | None]]) -> tuple[date | None, date | None]:
    pairs = list(days)
    firsts = [first for first, _ in pairs if first] or [last for _, last in pairs if last]
    lasts = [last for _, last in pairs if last] or firsts
    return (min(firsts), max(lasts)) if firsts else (None, None)
