"""The quantities of a claim in words: how many of what, what became of them, and whether that has happened.

Whether a count belongs to what has happened is decided in one place, ``counts_that_happened``.
"""

from collections.abc import Iterator

import attrs

from sayso.views.account import word_offsets
from sayso.vocabulary import Approximation, Claim, Counted, Quantity, Unit, counts_that_happened

BOUNDS = {
    Approximation.AT_LEAST: "at least ",
    Approximation.MORE_THAN: "more than ",
    Approximation.UP_TO: "up to ",
    Approximation.LESS_THAN: "less than ",
    Approximation.ABOUT: "about ",
    Approximation.VAGUE: "at least ",
}
KILOMETRE = 1_000
PLURALS = {
    Unit.PERSON: "people",
    Unit.CHILD: "children",
    Unit.WOMAN: "women",
    Unit.MAN: "men",
    Unit.FAMILY: "families",
    Unit.AIRCRAFT: "aircraft",
    Unit.AIR_DEFENCE: "air defences",
    Unit.CLASH: "clashes",
}


@attrs.frozen(kw_only=True)
class Told:
    """A quantity in words, with the offsets of what it rests on; ``counts``: it belongs to what has happened."""

    words: str
    offsets: str
    counts: bool


def word_quantities(claim: Claim) -> tuple[Told, ...]:
    """Put the quantities of a claim in words, in order."""
    counting = counts_that_happened(claim)
    return tuple(
        Told(
            words=", ".join(_words(one)),
            offsets=word_offsets(one.spans()),
            counts=one in counting or one.counted is Counted.DISTANCE,
        )
        for one in claim.quantities
    )


def _words(quantity: Quantity) -> Iterator[str]:
    if quantity.counted is Counted.DISTANCE:
        yield f"{word_number(quantity.low, quantity.high, quantity.approximation, KILOMETRE)} km"
        return
    yield " ".join(
        word for word in (word_number(quantity.low, quantity.high, quantity.approximation), _unit(quantity)) if word
    )
    if quantity.status is not None:
        yield str(quantity.status)
    if quantity.including:
        yield "part of a larger count"
    if quantity.total:
        yield "in all"


def word_number(low: int | None, high: int | None, approximation: Approximation | None, unit: int = 1) -> str:
    """Give the bounds of a number as people write them: `at least 12`, `from 9`, `9 to 12`; in units of ``unit``."""
    ends = [f"{one / unit:,.10g}" for one in dict.fromkeys((low, high)) if one is not None]
    bound = BOUNDS.get(approximation, "") if approximation else ""
    if not bound and (low is None) != (high is None):
        bound = "from " if high is None else "up to "
    return bound + " to ".join(ends)


def _unit(quantity: Quantity) -> str:
    if quantity.unit is not None:
        return word_unit(quantity.unit, quantity.high)
    return "" if quantity.counted is None else str(quantity.counted)


def word_unit(unit: Unit, most: int | None) -> str:
    """Name what is counted, as one where it is at most one."""
    one = str(unit).replace("_", " ")
    return one if most == 1 else PLURALS.get(unit, f"{one}s")
