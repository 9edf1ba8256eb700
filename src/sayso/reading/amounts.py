"""The words of a text -> its amounts: numbers with their bounds and what blurs them (`at least 12`, `from 3 to 5`).

Takes the words with what the tables know of them; gives each amount with its first word and the one after its last.
Numbers that are names (`hill 217`, `T-72`), ordinals, shares and sums of money are none. Linear in the text.
"""

import re

import attrs

from sayso.knowledge import AmountWord, Joint
from sayso.reading.numerals import Numeral, fits_behind, multiply, read_numeral, split_compound
from sayso.reading.quantity_words import Words
from sayso.vocabulary import Approximation

RANGE = re.compile(r"([0-9]{1,9})[-‐‑]([0-9]{1,9})")
WITH_UNIT = re.compile(r"([0-9]{1,9})([^\W\d_]{1,12})")
MOST_HEDGES = 2
ARTICLE = AmountWord.ARTICLE
# A number in digits beside these is part of a name or another number.
NO_RANGE_AFTER = frozenset("-‐‑/%")


@attrs.frozen(kw_only=True)
class Amount:
    """An amount: the places of its first word and of the one after its last, and its bounds.

    ``number``: the place of the number itself, behind what hedges it. ``is_weak``: an article, which counts only where
    what is counted and what became of it are both told. ``is_none``: it is `no` or `nobody`; ``is_before``: it denies
    only what follows. ``joined_unit``: a unit that is written as one with the number (`16km`).
    ``is_opened``: it is a range that a word opens (`from 3 to 5`).
    """

    first: int
    after: int
    number: int
    low: float | None
    high: float | None
    approximation: Approximation | None = None
    is_weak: bool = False
    is_none: bool = False
    is_before: bool = False
    joined_unit: str | None = None
    is_opened: bool = False


def find_amounts(words: Words) -> list[Amount]:
    """Give the amounts of a text, in order; none overlaps another."""
    found: list[Amount] = []
    after = 0
    for place in _list_beginnings(words):
        if place >= after and (amount := _read_amount(words, place)) is not None:
            found.append(amount)
            after = amount.after
    return found


def _list_beginnings(words: Words) -> list[int]:
    digits = {place for place, word in enumerate(words.words) if word.written[0].isdecimal()}
    compounds = {place for place, word in enumerate(words.words) if "-" in word.folded and split_compound(words, place)}
    told = {place for place, (after, row) in words.amounts.items() if row.kind is not ARTICLE or words.counts_at(after)}
    near = {place for place in digits | compounds | told if words.is_told(place)}
    return sorted(near | {place for place in digits if not words.words[place].written.isdecimal()})


def _read_amount(words: Words, first: int) -> Amount | None:
    _, row = words.amounts.get(first, (0, None))
    if row is not None and row.kind is AmountWord.HEDGE and 0 <= words.has_before(first + 1, Joint.REACH) < first:
        return None  # the last word of those that lead to where a count stands
    number, approximation = _read_hedges(words, first)
    if _is_label(words, number):
        return None
    made = _read_one_word(words, first, number, approximation)
    if made is not None:
        return made
    after, row = words.amounts.get(number, (0, None))
    joiner = row.value if row is not None and row.kind is AmountWord.FROM else None
    number = after if joiner is not None else number
    low = read_numeral(words, number, is_hedged=approximation is not None)
    if low is None:
        return None
    high = None if low.is_vague or low.is_weak or low.is_none else _read_end(words, low, joiner)
    if high is not None:
        joined = _join(first, number, low, high, approximation)
        return joined and attrs.evolve(joined, is_opened=joiner is not None)
    return None if joiner is not None else _bound(words, first, number, low, approximation)


def _read_hedges(words: Words, place: int) -> tuple[int, Approximation | None]:
    """Pass over what hedges a number."""
    approximation = None
    for _ in range(MOST_HEDGES):
        after, row = words.amounts.get(place, (0, None))
        if row is None or row.kind is not AmountWord.HEDGE:
            break
        approximation, place = approximation or Approximation(row.value), after
    return place, approximation


def _is_label(words: Words, number: int) -> bool:
    """Tell whether a number in digits names what stands before it."""
    is_digits = number < len(words.words) and words.words[number].written[0].isdecimal()
    return is_digits and words.has_before(number, Joint.LABEL) >= 0


def _read_one_word(words: Words, first: int, place: int, approximation: Approximation | None) -> Amount | None:
    """Read numbers that are one word with another, or with a unit: `3-5`, `twenty-four`, `two-three`, `16km`."""
    if place >= len(words.words):
        return None
    word = words.words[place]
    if match := RANGE.fullmatch(word.written):
        low, high = Numeral(place + 1, float(match[1])), multiply(words, place + 1, float(match[2]))
        is_part = words.text[word.end : word.end + 1] in NO_RANGE_AFTER and word.end < len(words.text)
        return None if is_part or high is None else _join(first, place, low, high, approximation)
    if (match := WITH_UNIT.fullmatch(word.folded)) and match[2] in words.tables.single_units:
        value = Numeral(place + 1, float(match[1]))
        return attrs.evolve(_bound(words, first, place, value, approximation), joined_unit=match[2])
    rows = split_compound(words, place) if "-" in word.folded else []
    if not rows:
        return None
    one, other = rows[0].number, rows[1].number
    if fits_behind(one, other):
        whole = multiply(words, place + 1, one + other)
        return None if whole is None else _bound(words, first, place, whole, approximation)
    high = multiply(words, place + 1, other)
    return None if high is None else _join(first, place, Numeral(place + 1, one), high, approximation)


def _read_end(words: Words, low: Numeral, joiner: str | None) -> Numeral | None:
    """Give the other end of a range that one number begins, where there is one that is larger."""
    after, row = words.amounts.get(low.after, (0, None))
    is_joined = row is not None and row.kind is AmountWord.TO
    if not is_joined and joiner is not None and words.words[low.after : low.after + 1]:
        is_joined, after = words.words[low.after].folded == joiner, low.after + 1
    if not is_joined:
        return None
    high = read_numeral(words, after)
    is_end = high is not None and not (high.is_vague or high.is_weak or high.is_none)
    return high if high is not None and is_end and high.value > low.value else None


def _join(first: int, number: int, low: Numeral, high: Numeral, approximation: Approximation | None) -> Amount | None:
    """Give the amount of two numbers; what multiplies the second multiplies both (`2 to 3 thousand`)."""
    is_shared = low.scale == 1 and low.value < high.value / high.scale
    least = low.value * high.scale if is_shared else low.value
    if least >= high.value:
        return None
    return Amount(first=first, after=high.after, number=number, low=least, high=high.value, approximation=approximation)


def _bound(words: Words, first: int, number: int, one: Numeral, approximation: Approximation | None) -> Amount:
    """Give the amount of one number, with what stands before and after it."""
    after = one.after
    behind, row = words.amounts.get(after, (0, None))
    if row is not None and row.kind is AmountWord.AFTER:
        approximation, after = approximation or Approximation(row.value), behind
    elif after < len(words.words) and words.words[after].written == "+":
        approximation, after = approximation or Approximation.AT_LEAST, after + 1
    if one.is_vague:
        approximation = approximation or Approximation.VAGUE
    low: float | None = one.value
    high = None if one.is_vague else one.value
    if approximation in (Approximation.AT_LEAST, Approximation.MORE_THAN):
        high = None
    elif approximation in (Approximation.UP_TO, Approximation.LESS_THAN):
        low, high = None, one.value
    return Amount(
        first=first,
        after=after,
        number=number,
        low=low,
        high=high,
        approximation=approximation,
        is_weak=one.is_weak,
        is_none=one.is_none,
        is_before=words.amounts[number][1].kind is AmountWord.NONE if one.is_none else False,
    )
