"""Report text -> quantities: how many of what, what became of them, and which are part of which; and how far.

Takes the text and the spans that tell times, whose numbers count nothing here. Shares, sums of money, weights and areas
are left out, and so is a number beside which neither a known noun nor a known fate stands. Linear in the text.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import attrs

from sayso.knowledge import list_quantities, load_quantities
from sayso.reading.amounts import Amount, find_amounts
from sayso.reading.quantity_counts import Count, make_count
from sayso.reading.quantity_parts import find_parts, settle_shares, spread_status, status_of
from sayso.reading.quantity_status import Surroundings, find_status
from sayso.reading.quantity_words import Words
from sayso.vocabulary import Approximation, Counted, Quantity, Reading, Span, Status, Unit
from sayso.vocabulary.quantity import OF_PEOPLE, OF_THINGS

# Less than this of one is no part of it: 4.35 thousand is a whole number but for how it is reckoned.
LEAST_PART = 1e-3


def reads_quantities(language: str) -> bool:
    """Tell whether quantities are known in a language."""
    return language in list_quantities()


def add_quantities(reading: Reading) -> Reading:
    """Give a reading whose claims hold their quantities, where the words of its language are known."""
    if not reading.claims or not reads_quantities(reading.lang):
        return reading
    times = [*(one.span for one in reading.times), *(one.span for one in reading.durations)]
    found = find_quantities(reading.report.text, reading.lang, times)
    if not found:
        return reading
    kept = [keep_within(found, claim.content) for claim in reading.claims]
    claims = [
        attrs.evolve(claim, quantities=own) if own else claim for claim, own in zip(reading.claims, kept, strict=True)
    ]
    return attrs.evolve(reading, claims=tuple(claims))


def find_quantities(text: str, language: str, times: Iterable[Span] = ()) -> tuple[Quantity, ...]:
    """Give the quantities of a text in order; numbers within ``times`` are left out."""
    if not reads_quantities(language):
        return ()
    words = Words(text, load_quantities(language))
    taken = _Taken(times)
    amounts = [one for one in find_amounts(words) if not taken.holds(words, one)]
    around = Surroundings(words, frozenset(one.first for one in amounts), taken.places(words))
    counts = [make_count(words, one, after) for one, after in zip(amounts, (*amounts[1:], None), strict=False)]
    told = [None if one is None else find_status(one, around) for one in counts]
    found = find_parts(spread_status(settle_shares(told), words), words)
    return _number([_make(one, words) for one in found], found)


def keep_within(quantities: Sequence[Quantity], content: Sequence[Span]) -> tuple[Quantity, ...]:
    """Give the quantities whose amount lies within the content of a claim; parts are counted anew."""
    places = {
        place: number
        for number, place in enumerate(
            place
            for place, one in enumerate(quantities)
            if any(span.start <= one.span.start and one.span.end <= span.end for span in content)
        )
    }
    return tuple([_part_of(quantities[place], places.get(_known(quantities[place].part_of))) for place in places])


def _part_of(one: Quantity, whole: int | None) -> Quantity:
    return one if one.part_of == whole else attrs.evolve(one, part_of=whole)


def _known(place: int | None) -> int:
    """Give a place, -1 where there is none: no quantity has it."""
    return -1 if place is None else place


class _Taken:
    """Stretches of the text that tell times."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def holds(self, words: Words, amount: Amount) -> bool:
        """Tell whether a time holds some of an amount."""
        start, end = words.words[amount.number].start, words.words[amount.after - 1].end
        place = bisect_right(self._starts, end - 1) - 1
        return place >= 0 and self._spans[place].end > start

    def places(self, words: Words) -> frozenset[int]:
        """Give the places of the words that times begin with."""
        return frozenset(map(words.at, self._starts))


def _make(count: Count, words: Words) -> Quantity | None:
    """Give the quantity of a count; None where neither what is counted nor what became of it is told."""
    amount, unit = count.amount, count.unit.row.means if count.unit else None
    status = count.status.row.status if count.status else None
    if unit is not None and status is not None:
        status = status_of(status, unit)
    if (unit is None and status is None) or (amount.is_none and status is None):
        return None
    if amount.is_weak and status is None:
        return None
    if status is None and unit is not None and amount.low == amount.high == 1 and unit.counted is not Counted.DISTANCE:
        return None  # `one of them said`: a pronoun more often than a count
    # A toll that rose from ten to twelve stands at twelve.
    least = amount.high if amount.is_opened and count.is_total else amount.low
    low, high = (_whole_number(one, count) for one in (least, amount.high))
    if (low is None and amount.low is not None) or (high is None and amount.high is not None):
        return None
    return Quantity(
        span=_span(words, amount.first, amount.after),
        low=low,
        high=high,
        approximation=_approximation(amount),
        counted=unit.counted if unit else _guess_counted(status),
        unit=unit,
        of=_span(words, count.unit.first, count.unit.after) if count.unit else None,
        status=status,
        cue=_span(words, count.status.first, count.status.after) if count.status and status else None,
        including=count.is_part,
        total=count.is_total,
    )


def _approximation(amount: Amount) -> Approximation | None:
    return None if amount.is_none else amount.approximation


def _guess_counted(status: Status | None) -> Counted | None:
    """Tell what is counted by what became of it, where that only befalls people, or only things."""
    if status in OF_PEOPLE:
        return Counted.PEOPLE
    return Counted.THINGS if status in OF_THINGS else None


def _whole_number(value: float | None, count: Count) -> int | None:
    if value is None:
        return None
    if count.unit is not None and count.unit.row.means is Unit.METRE:
        return round(value * float(count.unit.row.metres)) or None
    nearest = round(value)
    return nearest if abs(value - nearest) < LEAST_PART else None


def _span(words: Words, first: int, after: int) -> Span:
    return Span(start=words.words[first].start, end=words.words[after - 1].end)


def _number(made: Sequence[Quantity | None], counts: Sequence[Count]) -> tuple[Quantity, ...]:
    """Leave out what is none, and give parts the place of their whole among those that are left."""
    places: dict[int, int] = {}
    for place, one in enumerate(made):
        if one is not None:
            places[place] = len(places)
    return tuple(
        _part_of(one, places.get(_known(counts[place].whole))) for place, one in enumerate(made) if one is not None
    )
