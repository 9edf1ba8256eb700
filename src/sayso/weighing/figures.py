"""Counts -> figures: what they count, and the amounts of it, in a form that compares fast."""

from collections.abc import Iterable

import attrs

from sayso.vocabulary import Approximation, Counted, Quantity, Status, Unit

# One end told in two ways: what is intercepted is shot down, who is evacuated has left home.
ONE_END = {
    Status.INTERCEPTED: Status.DESTROYED,
    Status.EVACUATED: Status.DISPLACED,
    Status.DETAINED: Status.CAPTURED,
}
# What is counted where no unit is stated; persons may be of any kind.
ANYONE = (None, Unit.PERSON)


@attrs.frozen
class Amount:
    """A number as it is told: its bounds, and what blurs it."""

    low: int | None
    high: int | None
    approximation: Approximation | None


# What a figure counts, and the amounts that a statement gives of it.
Figures = dict[tuple[Status, Unit | None], frozenset[Amount]]


def figures_of(counts: Iterable[Quantity]) -> Figures:
    """Give what of a statement's counts can be held against those of others, by what they count.

    That is: people and things of which is told what became of them, and actions.
    """
    found: dict[tuple[Status, Unit | None], set[Amount]] = {}
    for one in counts:
        if one.approximation is not Approximation.VAGUE and (key := _key(one)):
            found.setdefault(key, set()).add(Amount(one.low, one.high, one.approximation))
    return {key: frozenset(amounts) for key, amounts in found.items()}


def end_of(status: Status) -> Status:
    """Give what became of whom is counted, the same for one end told in two ways."""
    return ONE_END.get(status, status)


def _key(one: Quantity) -> tuple[Status, Unit | None] | None:
    unit = None if one.unit in ANYONE else one.unit
    if one.counted is Counted.ACTIONS:
        return Status.LAUNCHED, unit
    return (end_of(one.status), unit) if one.status else None
