"""Quotation marks one by one: where they stand in a text, and how likely each opens, closes or is none at all.

Takes a text and the apostrophe words of its language, gives lines of marks in order. What a mark may be is given
as costs: 0 is what typography expects, 1 is odd, 2 and more is against the rule. Which marks belong together is decided
elsewhere, by the least sum of costs. Marks are common to languages and stand here in tables; words are data.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

# The pattern begins with one set of characters, since the search for a set is fast; what the character is to be is
# asked behind it. `\s*` only follows a break, so time is linear. A run of four or more of one mark is ornament. A
# single mark between two letters is an apostrophe, never looked at. `'''` that closes is a single mark in a double one.
TOKEN = re.compile(
    r"""(?P<first>[\n\r\u2028\u2029"'`\u2018-\u201f\u00ab\u00bb\u2039\u203a])(?:
        (?P<breaks>(?<=[\n\r\u2028\u2029])\s*)
        | (?P<ornament>(?P=first){3,})
        | (?<=\S')(?=''(?!'))
        | (?<=')' | (?<=`)`
        | (?<=["`\u201a-\u201f\u00ab\u00bb\u2039\u203a])
        | (?<=['\u2018\u2019])(?: (?<!\w.) | (?!\w) )
    )""",
    re.VERBOSE | re.DOTALL,
)
SINGLES = frozenset("'\u2018\u2019\u201a\u201b`\u2039\u203a")
# Marks that English and its neighbours also write as an apostrophe.
APOSTROPHES = frozenset("'\u2018\u2019")
# Straight marks have no direction of their own; of the others the shape speaks louder than the neighbours.
STRAIGHT = frozenset(("'", '"', "''"))
SHAPE_WEIGHT = 0.5
DIRECTED = frozenset("\u201c\u201e\u201f\u00ab")
# Where these are open within one another, one mark may close both.
CLOSES_AT_ONCE = frozenset("\u00ab")
# Marks that also stand for feet, inches, minutes and seconds after a number.
PRIMES = frozenset(('"', "\u201d", "''"))
NO = 9.0
# A line with more marks than this, and no four characters to each, is no prose and holds no quotation.
FEW_MARKS = 16
LEAST_SPREAD = 4

# What it costs that a mark opens, besides its neighbours.
OPENERS: Mapping[str, float] = MappingProxyType(
    {
        "\u201c": 0.0, "\u201e": 0.0, "\u201f": 0.0, '"': 0.0, "''": 0.0, "``": 0.0, "\u00ab": 0.0,
        "\u2018": 0.0, "\u201a": 0.0, "\u201b": 0.0, "'": 0.0, "\u2039": 0.0, "`": 0.5,
        "\u201d": 1.5, "\u00bb": 1.5, "\u203a": 1.5,
    }
)  # fmt: skip
# Which mark closes what another opened, and what it costs; a pair that is not here is none.
PAIRS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "\u201c": {"\u201d": 0.0, '"': 1.0, "''": 1.0, "\u201c": 1.8, "\u2019": 2.0},
        "\u201e": {"\u201c": 0.0, "\u201d": 0.0, '"': 0.8, "''": 1.0, "\u201f": 0.5, "\u201e": 1.8},
        "\u201f": {"\u201d": 0.0, '"': 1.0},
        '"': {'"': 0.0, "\u201d": 1.0, "''": 1.0, "\u201c": 1.8},
        "''": {"''": 0.0, '"': 1.0, "\u201d": 1.0},
        "``": {"''": 0.0, '"': 0.8, "\u201d": 1.0, "``": 1.0},
        "\u00ab": {"\u00bb": 0.0, '"': 1.5, "\u00ab": 1.8},
        "\u00bb": {"\u00ab": 0.0, "\u00bb": 0.5},
        "\u201d": {"\u201d": 0.0},
        "\u2018": {"\u2019": 0.0, "'": 0.8, "\u2018": 0.8},
        "\u201a": {"\u2018": 0.0, "\u2019": 0.0, "'": 0.8},
        "\u201b": {"\u2019": 0.0, "'": 0.8},
        "'": {"'": 0.0, "\u2019": 0.8},
        "`": {"'": 0.0, "`": 0.0, "\u2019": 0.5},
        "\u2039": {"\u203a": 0.0},
        "\u203a": {"\u2039": 0.0, "\u203a": 0.5},
    }
)


class Side(IntEnum):
    """What stands beside a mark."""

    SPACE = 0
    WORD = 1
    STOP = 2
    DASH = 3
    OPENING = 4
    CLOSING = 5
    MARK = 6
    OTHER = 7


SIDES: Mapping[str, Side] = MappingProxyType(
    {
        "": Side.SPACE,
        **dict.fromkeys(".,!?;:\u2026", Side.STOP),
        **dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2015/", Side.DASH),
        **dict.fromkeys("([{<", Side.OPENING),
        **dict.fromkeys(")]}>", Side.CLOSING),
        **dict.fromkeys("\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a", Side.MARK),
    }
)
INVISIBLE = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
MARKS = "".join(character for character, side in SIDES.items() if side == Side.MARK)
# Costs of opening and of closing by what stands before and after, in the order of Side.
OPEN_BEFORE = (0.0, 2.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.3)
OPEN_AFTER = (1.2, 0.0, 1.0, 0.2, 0.0, 2.0, 0.0, 0.0)
CLOSE_BEFORE = (1.2, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0)
CLOSE_AFTER = (0.0, 2.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.3)

# What it costs to take a mark for none.
STRAY = 3.0
STRAY_SINGLE = 1.5
STRAY_INITIAL = 0.5
STRAY_FINAL = 0.4
STRAY_FINAL_INSIDE = 1.2
KNOWN_INSIDE = 0.3
PRIME = 0.3
KNOWN_OPENING = 0.8
KNOWN_CLOSING = 0.4
LONGEST_WORD = 12
WORD_AFTER = re.compile(r"\w{1,12}")
DIGIT = re.compile(r"\d")


class Mark(NamedTuple):
    """One mark at ``start:end``, with what it costs that it opens, closes, or is none.

    ``stray`` holds where no single mark is open, ``stray_inside`` where one is. ``is_first``: it begins its line.
    """

    kind: str
    start: int
    end: int
    opens: float
    closes: float
    stray: float
    stray_inside: float
    is_first: bool


class Line(NamedTuple):
    """The marks of one line, and the break at ``start:end`` that ends it.

    ``is_blank``: an empty line lies in the break, or it is the end of the text. ``next_kind``: the kind of the mark
    that the next line begins with, empty where it begins with none.
    """

    marks: tuple[Mark, ...]
    start: int
    end: int
    is_blank: bool
    next_kind: str


def find_lines(text: str, apostrophes: frozenset[str]) -> Iterator[Line]:
    """Give the lines of a text in order with their marks, lines without any as well; time is linear in its length."""
    held: tuple[tuple[Mark, ...], int, int, bool] | None = None
    begin = 0
    raw: list[tuple[int, int]] = []
    for found in chain(TOKEN.finditer(text), (None,)):
        if found is not None and found.lastgroup != "breaks":
            if found.lastgroup == "first":
                raw.append(found.span())
            continue
        start, end = found.span() if found else (len(text), len(text))
        marks: tuple[Mark, ...] = ()
        if raw and (len(raw) <= FEW_MARKS or (start - begin) > LEAST_SPREAD * len(raw)):
            marks = tuple([_weigh_mark(text, *span, begin, apostrophes) for span in raw])
        if held:
            yield Line(*held, marks[0].kind if marks and marks[0].is_first else "")
        held = marks, start, end, found is None or _is_blank(found.group())
        begin = end
        raw.clear()
    if held:
        yield Line(*held, "")


def _is_blank(breaks: str) -> bool:
    """Tell whether white space holds more than one line break; CR LF counts as one."""
    return len(breaks) > 1 and len(breaks.splitlines()) > 1


def _weigh_mark(text: str, start: int, end: int, line: int, apostrophes: frozenset[str]) -> Mark:
    kind, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
    if before in INVISIBLE:
        before = _look_past(reversed(text[max(0, start - LONGEST_WORD) : start]))
    if after in INVISIBLE:
        after = _look_past(text[end : end + LONGEST_WORD])
    opens, closes, stray, inside = _weigh_neighbours(kind, before, after)
    if kind in APOSTROPHES:
        initial = after.isalnum() and _is_known_initial(text, end, apostrophes)
        final = before.isalnum() and _is_known_final(text, start, apostrophes)
        if initial or final:
            opens += KNOWN_OPENING if initial else 0.0
            closes += KNOWN_CLOSING if final else 0.0
            stray, inside = 0.0, KNOWN_INSIDE
    is_first = start - line < LONGEST_WORD and not any(map(str.isalnum, text[line:start]))
    return Mark(kind, start, end, opens, closes, stray, inside, is_first)


@lru_cache(maxsize=4096)
def _weigh_neighbours(kind: str, before: str, after: str) -> tuple[float, float, float, float]:
    """Weigh by shape and neighbours that a mark opens, closes, and is none outside and inside of single marks."""
    left, right = _side(before), _side(after)
    weight = 1.0 if kind in STRAIGHT else SHAPE_WEIGHT
    opens = OPENERS.get(kind, NO) + weight * (OPEN_BEFORE[left] + OPEN_AFTER[right])
    closes = weight * (CLOSE_BEFORE[left] + CLOSE_AFTER[right])
    if kind in PRIMES and before.isdecimal():
        return opens, closes, PRIME, PRIME
    if kind in APOSTROPHES and left == Side.WORD and kind != "\u2018":
        return opens, closes, STRAY_FINAL, STRAY_FINAL_INSIDE
    if kind == "\u2019" and right == Side.WORD:
        return opens, closes, STRAY_INITIAL, STRAY_INITIAL
    stray = STRAY_SINGLE if kind in SINGLES else STRAY - (opens if kind in DIRECTED else 0.0)
    return opens, closes, stray, stray


def _is_known_initial(text: str, end: int, apostrophes: frozenset[str]) -> bool:
    """Tell whether the word after the mark is one that begins with an apostrophe; any digit counts as 0."""
    found = WORD_AFTER.match(text, end)
    return found is not None and _write_plain("'" + found.group()) in apostrophes


def _is_known_final(text: str, start: int, apostrophes: frozenset[str]) -> bool:
    """Tell whether the word before the mark, or its ending (`-s'`), is one that carries an apostrophe after it."""
    first = start
    while first > max(0, start - LONGEST_WORD) and text[first - 1].isalnum():
        first -= 1
    word = _write_plain(text[first:start] + "'")
    return word in apostrophes or any("-" + word[-length:] in apostrophes for length in (2, 3, 4))


def _write_plain(word: str) -> str:
    return DIGIT.sub("0", word.lower())


def _side(character: str) -> Side:
    found = SIDES.get(character)
    if found is not None:
        return found
    if character.isspace():
        return Side.SPACE
    return Side.WORD if character.isalnum() else Side.OTHER


def _look_past(characters: Iterable[str]) -> str:
    """Give the character behind some invisible ones, none past a few of them, so that runs of them cost nothing."""
    return next((one for one in characters if one not in INVISIBLE), "")
