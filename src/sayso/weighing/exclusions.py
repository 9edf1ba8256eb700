"""Why two claims cannot both be so. Each rule takes two cases and gives a reason, or None where it does not speak."""

from collections.abc import Callable

from sayso.vocabulary import Direction, EventType, Reason
from sayso.weighing.facts import HOLDING, Facts, days_apart, excluding_counts
from sayso.weighing.opposition import Opponents, are_opposed

# A place changes hands: beyond so many days two claims speak of two states of affairs.
SAME_STATE_DAYS = 2
SAME_EVENT_DAYS = 1
# What was there so many days before it is said to happen is old material.
OLDER_DAYS = 7
BLAMED = frozenset((EventType.STRIKE, EventType.CLASH, EventType.ABUSE, EventType.DAMAGE, EventType.CASUALTIES))

Rule = Callable[[Facts, Facts, Opponents], Reason | None]


def other_side_holds(one: Facts, other: Facts, opponents: Opponents) -> Reason | None:
    """Control by another side: one claim says that a side has taken or holds a place, the other that another does."""
    if not (one.directions & HOLDING and _meet(one, other, SAME_STATE_DAYS)):
        return None
    del opponents
    if other.directions & HOLDING:
        mine, theirs = one.holders, other.holders
        is_other = bool(mine and theirs) and not mine & theirs
        is_other = is_other or bool(one.losers & theirs) or bool(mine & other.losers)
        if is_other:
            return _reason("control of one place by two sides", one, other)
    if Direction.TAKEN in one.directions and other.directions & HOLDING and _denies(other, one):
        return _reason("who denies that a place is taken says who holds it", one, other)
    if Direction.LOST in other.directions and one.holders & other.losers:
        return _reason("a side holds what another claim says it has lost", one, other)
    if Direction.CONTESTED in other.directions and Direction.TAKEN in one.directions:
        return _reason("a place that is said to be taken is said to be contested", one, other)
    return None


def fighting_goes_on(one: Facts, other: Facts, opponents: Opponents) -> Reason | None:
    """Fighting goes on: one claim says that a place is taken, the side that would have lost it that it is not over."""
    taken = one.directions & {Direction.TAKEN, Direction.ENTERED}
    if not taken or not _meet(one, other, SAME_EVENT_DAYS):
        return None
    if EventType.CLASH not in other.ongoing or (Direction.TAKEN not in taken and not _denies(other, one)):
        return None
    takers = one.holders or one.actors
    from_loser = other.speakers & one.losers or any(
        are_opposed(mine, theirs, opponents) for mine in takers for theirs in other.speakers
    )
    return _reason("what is said to be taken is said to be fought for", one, other) if from_loser else None


def other_number(one: Facts, other: Facts, opponents: Opponents) -> Reason | None:
    """Other numbers: two counts of the same, at one place and time, leave no number in common."""
    del opponents
    if not (one.counts and other.counts and one.types & other.types and _meet(one, other, SAME_EVENT_DAYS)):
        return None
    found = next(excluding_counts(one, other), None)
    return _reason("numbers of one count that exclude each other", one, other) if found else None


def said_not_to_be(one: Facts, other: Facts, opponents: Opponents) -> Reason | None:
    """Negation: one claim says that something is so, another side that it is not, at one place and time."""
    del opponents
    if other.is_affirmed or not one.is_affirmed:
        return None
    if one.speakers & other.speakers or not _is_near(one, other, SAME_EVENT_DAYS):
        return None
    if not one.happenings & other.happenings or (one.actors and other.actors and not one.actors & other.actors):
        return None
    return _reason("said to be so, and said not to be so", one, other)


def each_blames_the_other(one: Facts, other: Facts, opponents: Opponents) -> Reason | None:
    """Blame: two sides each say of the same that the other did it."""
    mine, theirs = one.actors, other.actors
    if not (mine and theirs and one.types & other.types & BLAMED and _meet(one, other, SAME_EVENT_DAYS)):
        return None
    is_blame = mine & other.speakers and theirs & one.speakers and not mine & theirs
    if is_blame and any(are_opposed(left, right, opponents) for left in mine for right in theirs):
        return _reason("each side says that the other did it", one, other)
    return None


def older_material(one: Facts, other: Facts, opponents: Opponents) -> Reason | None:
    """Old material: who denies a claim dates what it rests on to an earlier time."""
    del opponents
    if not other.told or one.first is None or other.last is None or not _denies(other, one):
        return None
    is_older = (one.first - other.last).days >= OLDER_DAYS
    return _reason("what it shows is said to be older", one, other) if is_older else None


EXCLUSIONS: tuple[Rule, ...] = (
    other_side_holds,
    fighting_goes_on,
    other_number,
    said_not_to_be,
    each_blames_the_other,
    older_material,
)


def _denies(facts: Facts, denied: Facts) -> bool:
    """Tell whether a report that says one claim denies the other."""
    denying = {one.report.id for one in denied.case.denying}
    return any(one.report.id in denying for one in facts.case.saying)


def _meet(one: Facts, other: Facts, days: int) -> bool:
    """Tell whether two cases say that something is so, at one place, within so many days of each other."""
    return one.is_affirmed and other.is_affirmed and _is_near(one, other, days)


def _is_near(one: Facts, other: Facts, days: int) -> bool:
    """Tell whether two cases share a place and lie within so many days of each other."""
    apart = days_apart(one, other)
    return bool(one.places & other.places) and apart is not None and apart <= days


def _reason(rule: str, one: Facts, other: Facts) -> Reason:
    return Reason(rule=rule, score=-1.0, words=(*one.words, *other.words))


SAYING = {
    "control of one place by two sides": other_side_holds,
    "who denies that a place is taken says who holds it": other_side_holds,
    "a side holds what another claim says it has lost": other_side_holds,
    "a place that is said to be taken is said to be contested": other_side_holds,
    "what is said to be taken is said to be fought for": fighting_goes_on,
    "numbers of one count that exclude each other": other_number,
    "said to be so, and said not to be so": said_not_to_be,
    "each side says that the other did it": each_blames_the_other,
    "what it shows is said to be older": older_material,
}
