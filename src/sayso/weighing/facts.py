"""What a case says that another can speak against: who holds a place, what is counted, who did it, where and when.

Takes a case, gives plain values taken from the events and quantities of those of its statements that say it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from sayso.vocabulary import Approximation, Direction, Event, EventType, Modality, Quantity, Span, Unit
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.weighing.cases import Case
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
    the days it speaks of, or those it was published on; ``told`` whether a text states them.
    """

    case: Case
    events: tuple[Event, ...]
    counts: tuple[Quantity, ...]
    places: frozenset[str]
    first: date | None
    last: date | None
    told: bool
    words: Words

    @property
    def is_negated(self) -> bool:
        """Whether those who say it say that something is not so."""
        return bool(self.case.saying) and all(
            one.claim.negated or one.modality is Modality.NEGATED for one in self.case.saying
        )

    @property
    def is_only_denied(self) -> bool:
        """Whether nobody at hand says it, and somebody denies it."""
        return not self.case.saying

    def types(self) -> frozenset[EventType]:
        """Give the kinds of its events."""
        return frozenset(event.type for event in self.events)

    def directions(self) -> frozenset[Direction]:
        """Give what it says becomes of the control of a place, by what is said to be so."""
        return frozenset(one.direction for one in self.events if one.direction and one.modality in SAID_TO_BE)

    def holders(self) -> frozenset[str]:
        """Give the sides that it says have taken or hold a place; that of its origins where it names none."""
        held = [one for one in self.events if one.direction in HOLDING]
        named = frozenset(side for one in held if (side := _side(one.actor)))
        return named or (self.origin_sides() if held and not self.losers() else frozenset())

    def losers(self) -> frozenset[str]:
        """Give the sides that it says have lost a place."""
        taken = (one.target for one in self.events if one.direction is Direction.TAKEN)
        lost = (who for one in self.events if one.direction is Direction.LOST for who in (one.actor, one.target))
        return frozenset(side for who in (*taken, *lost) if (side := _side(who)))

    def actors(self) -> frozenset[str]:
        """Give the sides that it says do something."""
        return frozenset(side for one in self.events if (side := _side(one.actor)))

    def origin_sides(self) -> frozenset[str]:
        """Give the sides of those who say it."""
        sides = (origin.party or origin.side for origin in self.case.traced.saying)
        return frozenset(side for side in sides if side != UNKNOWN_SIDE)


def gather_facts(case: Case, whereabouts: Whereabouts) -> Facts:
    """Gather what a case says."""
    saying = case.saying or case.group
    places = frozenset().union(*map(whereabouts.keys_of, saying))
    days = [one.days for one in saying if one.days is not None]
    first, last = _ends(days) if days else _ends((day, day) for day in case.published())
    return Facts(
        case=case,
        events=tuple(event for one in saying for event in one.claim.events),
        counts=tuple(count for one in saying for count in one.claim.quantities if not count.including),
        places=places or frozenset().union(*(whereabouts.of_reports[one.report.id] for one in saying)),
        first=first,
        last=last,
        told=bool(days),
        words=tuple((one.report.id, one.claim.content[0]) for one in saying),
    )


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


def _side(who: object) -> str | None:
    side = getattr(who, "side", UNKNOWN_SIDE)
    return None if side == UNKNOWN_SIDE else side


def _ends(days: Iterable[tuple[date | None, date | None]]) -> tuple[date | None, date | None]:
    pairs = list(days)
    firsts = [first for first, _ in pairs if first] or [last for _, last in pairs if last]
    lasts = [last for _, last in pairs if last] or firsts
    return (min(firsts), max(lasts)) if firsts else (None, None)
