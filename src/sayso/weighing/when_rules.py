"""Rules on when: whether two statements can speak of one day."""

from sayso.vocabulary import Reason
from sayso.weighing.evidence import give
from sayso.weighing.traits import Traits

# Days of two reports may differ by one and be one: a night has two, and so have two time zones.
NEIGHBOURS = 1
SOON_DAYS = 2
LONG_DAYS = 7


def compare_days(one: Traits, other: Traits) -> Reason | None:
    """Both put the event on the same day, or on other days. A day told wrongly can be outweighed."""
    if (one.first is None and one.last is None) or (other.first is None and other.last is None):
        return None
    apart = max(_after(one.first, other.last), _after(other.first, one.last))
    if apart <= 0:
        return give("the same day")
    return give("other days") if apart > NEIGHBOURS else None


def compare_spells(one: Traits, other: Traits) -> Reason | None:
    """Both tell the same time of day or length of time (by nine, in ten days), or others."""
    mine, theirs = one.statement.spells, other.statement.spells
    if not mine or not theirs:
        return None
    return give("the same hour or length of time" if mine & theirs else "other hours or lengths of time")


def compare_publication(one: Traits, other: Traits) -> Reason | None:
    """Both reports were published about the same time, or long apart."""
    if one.day is None or other.day is None:
        return None
    apart = abs(one.day - other.day)
    if apart > LONG_DAYS:
        return give("published long apart")
    return give("published about the same time") if apart <= SOON_DAYS else None


def _after(first: int | None, last: int | None) -> int:
    """Give by how many days a stretch begins after another has ended; an open end never does."""
    return 0 if first is None or last is None else first - last
