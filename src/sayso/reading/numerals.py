"""A number among the words of a text: in digits (`1,200`, `2.5 million`) or in words (`two hundred and five`)."""

import re

import attrs

from sayso.knowledge import AmountRow, AmountWord, Joint
from sayso.reading.quantity_words import Words

# In digits: groups of three, at most five of them, or one with a fraction.
DIGITS = re.compile(
    r"(?P<groups>[0-9]{1,3}(?:(?P<by>[,\ \u00a0\u202f\u2009’'])[0-9]{3})(?:(?P=by)[0-9]{3}){0,3}"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,4})(?![0-9])"
    r"|(?P<plain>[0-9]{1,12})(?:[.,](?P<fraction>[0-9]{1,3}))?(?![0-9])"
)
SEPARATORS = re.compile(r"[^0-9]")
# What stands right beside digits that are no count: a currency, a sign of numbering, a part of another number.
BEFORE = frozenset("$€£₴₽№#/.,_:+^°")
AFTER = frozenset("%/_:°€$₴₽£′″")
TEN, HUNDRED, THOUSAND, LARGEST = 10, 100, 1_000, 10**12
MOST_WORDS = 8
GROUP = 3  # digits
SCALES = (AmountWord.TIMES, AmountWord.EITHER)


@attrs.frozen
class Numeral:
    """A number: the place after its last word, its value, and what its words multiply it by.

    ``is_vague``: it is the least that is meant (`dozens`); ``is_weak``: it is an article; ``is_none``: it is `no`.
    """

    after: int
    value: float
    scale: float = 1
    is_vague: bool = False
    is_weak: bool = False
    is_none: bool = False


def read_numeral(words: Words, place: int, *, is_hedged: bool = False) -> Numeral | None:
    """Give the number that begins at a word; None where there is none, or what is there is no count.

    Behind a hedge a multiplier by itself stands for one of it (`до тысячи`).
    """
    if place >= len(words.words):
        return None
    if words.words[place].written[0].isdecimal():
        return _read_digits(words, place)
    after, row = words.amounts.get(place, (0, None))
    if row is None:
        return None
    if row.kind in (AmountWord.NONE, AmountWord.ABSENT):
        return Numeral(after, 0, is_none=True)
    if row.kind in (AmountWord.VAGUE, AmountWord.MANY):
        least = row.number * (1 if row.kind is AmountWord.VAGUE else 2)
        return _read_vague(words, after, least)
    return _read_words(words, place, is_hedged=is_hedged)


def split_compound(words: Words, place: int) -> list[AmountRow]:
    """Give the rows of the parts of a word with hyphens, where each is a number in words (`twenty-four`)."""
    parts = words.words[place].folded.split("-")
    rows = [words.tables.single[part] for part in parts if part in words.tables.single]
    is_number = len(parts) == 2 and len(rows) == len(parts)  # noqa: PLR2004 - tens and ones, or a range
    return rows if is_number and all(row.kind is AmountWord.NUMBER for row in rows) else []


def fits_behind(number: float, part: float) -> bool:
    """Tell whether a smaller number in words goes on with a larger one: five with twenty, twenty with hundred."""
    if number >= HUNDRED and number % HUNDRED == 0:
        return 0 < part < HUNDRED or (number % THOUSAND == 0 and part < THOUSAND)
    return number > TEN and number % TEN == 0 and 0 < part < TEN


def _read_digits(words: Words, place: int) -> Numeral | None:
    text, word = words.text, words.words[place]
    match = DIGITS.match(text, word.start)
    if match is None or (text[word.start - 1 : word.start] in BEFORE and word.start):
        return None
    end = match.end()
    after = words.at(end)
    is_whole = words.words[after - 1].end == end
    if not is_whole or (text[end : end + 1] in AFTER and end < len(text)):
        return None
    value = float(SEPARATORS.sub("", match["groups"]) if match["groups"] else match["plain"])
    if digits := match["fraction"]:
        is_thousands = len(digits) == GROUP and text[match.end("plain")] != words.tables.decimal
        value = value * THOUSAND + int(digits) if is_thousands else value + int(digits) / TEN ** len(digits)
    return multiply(words, after, value)


def multiply(words: Words, after: int, value: float) -> Numeral | None:
    """Give a number with the words that multiply it: `million`, `dozen`, `hundred thousand`."""
    scale = 1.0
    for _ in range(MOST_WORDS):
        behind, row = words.amounts.get(after, (0, None))
        if row is None or row.kind not in SCALES:
            break
        scale, after = scale * row.number, behind
    return Numeral(after, value * scale, scale) if value * scale <= LARGEST else None


def _read_vague(words: Words, after: int, least: float) -> Numeral | None:
    """Give the least that vague words mean, with those that multiply it: `tens of thousands`, `several hundred`."""
    behind = words.has(after, Joint.OF) or after
    end, row = words.amounts.get(behind, (0, None))
    if row is not None and row.kind in (*SCALES, AmountWord.MANY):
        least, after = least * row.number, end
    return Numeral(after, least, is_vague=True) if least <= LARGEST else None


def _read_words(words: Words, place: int, *, is_hedged: bool) -> Numeral | None:
    """Give a number in words: hundreds, tens and ones added up, thousands and millions on their own."""
    total, current, scale, start, is_article = 0.0, None, 1.0, place, False
    for _ in range(MOST_WORDS):
        after, row = words.amounts.get(place, (0, None))
        kind = row.kind if row is not None else None
        if row is None or kind is None:
            break
        if kind is AmountWord.ARTICLE and place == start:
            is_article, current = True, 1.0
        elif kind is AmountWord.NUMBER and not is_article and (current is None or fits_behind(current, row.number)):
            current = (current or 0) + row.number
        elif kind in SCALES and (current is not None or place == start):
            if kind is AmountWord.EITHER and place == start and not is_hedged:
                return _read_vague(words, after, row.number * 2)
            current, is_article = (1.0 if current is None else current) * row.number, False
            if row.number >= THOUSAND:
                total, scale, current = total + current, row.number, None
        elif kind is AmountWord.PLUS and _goes_on(words, place, after, current, total):
            pass
        else:
            break
        place = after
    if place == start or total + (current or 0) > LARGEST:
        return None
    return Numeral(place, total + (current or 0), scale, is_weak=is_article)


def _goes_on(words: Words, place: int, after: int, current: float | None, total: float) -> bool:
    """Tell whether `and` joins the parts of a number: hundreds or thousands before it, less than a hundred behind."""
    _, row = words.amounts.get(after, (0, None))
    _, before = words.amounts.get(place - 1, (0, None))
    is_behind_scale = before is not None and before.kind in SCALES and (current or total) >= HUNDRED
    return is_behind_scale and row is not None and row.kind is AmountWord.NUMBER and 0 < row.number < HUNDRED
