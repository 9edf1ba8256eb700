"""Quotation marks -> quotations, whole, outermost, in order, never overlapping.

Takes a text and the apostrophe forms of its language. Marks are typography and stand here as tables; words do not. Odd
numbers of marks, apostrophes that look like marks and quotations over line breaks never stop a reading: a mark without
a partner is left alone, or ends with its paragraph where the next paragraph opens the same way. Time is linear in the
length of the text.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

import attrs

from sayso.vocabulary import Span

MARKS = re.compile(r"''|``|[\u201c\u201d\u201e\u201f\u00ab\u00bb\"\u2018\u2019\u201a'\u2039\u203a]")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
WORD = re.compile(r"\w+(?:['\u2019\-.]\w+)*")
DECADE = re.compile(r"\d\ds?\b")
BREAK = re.compile(r"\n\s*")

# A quotation whose partner is farther off than this is not one; PolNeAR's longest closed one has under 2,000 characters.
LONGEST = 3_000
MOST_BREAKS = 4
MOST_MARKS = 64
SHORT_WORDS = 4
SENTENCE_END = frozenset(".!?\u2026")
OPENING_BEFORE = frozenset("([{\u2014\u2013-/\u201c\u201e\u00ab\"\u2018:")


class Family(StrEnum):
    """Marks that open and close each other."""

    CURLY = "curly"
    LOW = "low"
    ANGLE = "angle"
    SMALL_ANGLE = "small angle"
    STRAIGHT = "straight"
    DOUBLED = "doubled"
    SINGLE = "single"
    TYPEWRITER = "typewriter"


OPENERS = {
    "\u201c": Family.CURLY,
    "\u201f": Family.CURLY,
    "\u201e": Family.LOW,
    "\u201a": Family.SINGLE,
    "\u00ab": Family.ANGLE,
    "\u2039": Family.SMALL_ANGLE,
    '"': Family.STRAIGHT,
    "''": Family.DOUBLED,
    "``": Family.DOUBLED,
    "\u2018": Family.SINGLE,
    "'": Family.TYPEWRITER,
}
CLOSERS = {
    "\u201d": (Family.CURLY, Family.LOW),
    "\u201c": (Family.LOW,),
    "\u00bb": (Family.ANGLE,),
    "\u203a": (Family.SMALL_ANGLE,),
    '"': (Family.STRAIGHT,),
    "''": (Family.DOUBLED,),
    "\u2019": (Family.SINGLE,),
    "'": (Family.TYPEWRITER,),
}
EITHER_WAY = frozenset({Family.STRAIGHT, Family.DOUBLED, Family.TYPEWRITER})
WITH_APOSTROPHE = frozenset({Family.SINGLE, Family.TYPEWRITER})


@attrs.frozen(kw_only=True)
class Quotation:
    """A quotation with its marks.

    ``is_speech`` is False for names and single words set in marks; ``closed`` is False where it ends with its
    paragraph because the closing mark stands in a later one, or nowhere.
    """

    span: Span
    is_speech: bool
    closed: bool


@attrs.frozen
class _Close:
    """A mark that may close: where it ends, and whether it may as well be an apostrophe."""

    start: int
    end: int
    is_certain: bool


@attrs.frozen
class _Open:
    """A mark that may open, and the family it opens."""

    start: int
    end: int
    family: Family


def find_quotations(text: str, apostrophes: frozenset[str]) -> tuple[Quotation, ...]:
    """Give the quotations of a text.

    ``apostrophes`` are word forms in lower case with a typewriter apostrophe: `'til` for words that begin with one,
    `s'` for endings that may carry one.
    """
    openers, closers = _sort_marks(text, apostrophes)
    breaks = _find_breaks(text)
    found: list[Quotation] = []
    reach = 0
    for place, opener in enumerate(openers):
        if opener.start < reach:
            continue
        quotation = _complete(text, opener, openers, place, closers[opener.family], breaks)
        if quotation is not None:
            found.append(quotation)
            reach = quotation.span.end
    return tuple(found)


def _find_breaks(text: str) -> list[int]:
    """Give where paragraphs end: at blank lines, or at every line end in a text without any."""
    pattern = BLANK_LINE if BLANK_LINE.search(text.strip()) else BREAK
    return [match.start() for match in pattern.finditer(text)]


def _sort_marks(text: str, apostrophes: frozenset[str]) -> tuple[list[_Open], dict[Family, list[_Close]]]:
    """Sort the marks of a text into those that may open and those that may close, by family, in order."""
    openers: list[_Open] = []
    closers: dict[Family, list[_Close]] = {family: [] for family in Family}
    for match in MARKS.finditer(text):
        mark, start, end = match[0], match.start(), match.end()
        before = text[start - 1] if start else "\n"
        after = text[end] if end < len(text) else "\n"
        family = OPENERS.get(mark)
        if family is not None and _may_open(text, family, before, after, end, apostrophes):
            openers.append(_Open(start, end, family))
        for closed in CLOSERS.get(mark, ()):
            if _may_close(closed, before, after):
                is_certain = not (closed in WITH_APOSTROPHE and _may_be_ending(text, start, apostrophes))
                closers[closed].append(_Close(start, end, is_certain))
    return openers, closers


def _may_open(text: str, family: Family, before: str, after: str, end: int, apostrophes: frozenset[str]) -> bool:
    """Tell whether a mark can open: something follows it, and nothing it could close stands before."""
    if after.isspace() and family in EITHER_WAY | WITH_APOSTROPHE:
        return False
    if family in EITHER_WAY and not (before.isspace() or before in OPENING_BEFORE):
        return False
    if family in WITH_APOSTROPHE:
        if before.isalnum():
            return False
        word = re.match(r"\w{1,12}", text[end : end + 13])
        is_form = word is not None and "'" + word[0].lower() in apostrophes
        return not is_form and not DECADE.match(text, end)
    return True


def _may_close(family: Family, before: str, after: str) -> bool:
    """Tell whether a mark can close: something stands before it, and no word goes on after it."""
    if family in EITHER_WAY | WITH_APOSTROPHE:
        return not before.isspace() and not after.isalnum()
    return True


def _may_be_ending(text: str, start: int, apostrophes: frozenset[str]) -> bool:
    """Tell whether an apostrophe here may belong to the word before it (`the drivers'`)."""
    ending = re.search(r"\w{0,3}$", text[max(0, start - 3) : start])
    word = ending[0].lower() if ending else ""
    return any(word.endswith(form[:-1]) for form in apostrophes if form.endswith("'")) if word else False


def _complete(
    text: str, opener: _Open, openers: Sequence[_Open], place: int, closers: Sequence[_Close], breaks: Sequence[int]
) -> Quotation | None:
    """Find the partner of an opening mark; None where it has none and stands alone."""
    paragraph_end = next(iter(breaks[bisect_right(breaks, opener.start) :][:1]), len(text))
    rival = _next_rival(openers, place)
    close = _find_close(openers, place, closers, rival)
    if close is not None and close.end - opener.start <= LONGEST:
        broken = bisect_right(breaks, close.start) - bisect_right(breaks, opener.start)
        if broken <= MOST_BREAKS:
            return _quotation(text, opener, close.end, closed=True)
    continues = rival is not None and rival.start >= paragraph_end and not text[paragraph_end : rival.start].strip()
    if continues and opener.family not in WITH_APOSTROPHE and paragraph_end - opener.start <= LONGEST:
        return _quotation(text, opener, len(text[:paragraph_end].rstrip()), closed=False)
    return None


def _next_rival(openers: Sequence[_Open], place: int) -> _Open | None:
    """Give the next mark that opens the same family, within reach."""
    own = openers[place]
    for other in openers[place + 1 : place + 1 + MOST_MARKS]:
        if other.start - own.start > LONGEST:
            return None
        if other.family is own.family:
            return other
    return None


def _find_close(
    openers: Sequence[_Open], place: int, closers: Sequence[_Close], rival: _Open | None
) -> _Close | None:
    """Give the mark that closes an opening one, None where it has no partner before the next opening of its family."""
    own = openers[place]
    first = bisect_right(closers, own.end, key=lambda close: close.start)
    first -= first > 0 and closers[first - 1].start == own.end
    limit = own.start + LONGEST if rival is None else rival.start
    reached = [close for close in closers[first : first + MOST_MARKS] if close.start < limit]
    if own.family in WITH_APOSTROPHE:
        certain = next((close for close in reached if close.is_certain), None)
        return certain or next(iter(reached), None)
    if reached:
        return reached[0]
    return _close_around(openers, place, closers[first : first + MOST_MARKS])


def _close_around(openers: Sequence[_Open], place: int, closers: Sequence[_Close]) -> _Close | None:
    """Find the partner of a mark in whose quotation the same marks are used again, by counting both."""
    own = openers[place]
    if own.family in EITHER_WAY:
        return None
    inner = [other.start for other in openers[place + 1 : place + 1 + MOST_MARKS] if other.family is own.family]
    for number, close in enumerate(closers):
        if close.end - own.start > LONGEST:
            return None
        if bisect_right(inner, close.start) == number:
            return close
    return None


def _quotation(text: str, opener: _Open, end: int, *, closed: bool) -> Quotation | None:
    """Make the quotation from its opening mark to ``end``; None where nothing stands in it."""
    inner = text[opener.end : end - 1 if closed else end].strip("'`")
    if not WORD.search(inner):
        return None
    before = text[max(0, opener.start - 8) : opener.start]
    return Quotation(
        span=Span(start=opener.start, end=end), is_speech=not closed or _is_speech(before, inner.strip()), closed=closed
    )


def _is_speech(before: str, inner: str) -> bool:
    """Tell quoted words from a name or a single word set in marks.

    Short words that a sentence runs into without a mark before them are part of that sentence unless they end one.
    """
    words = WORD.findall(inner)
    attached = before.rstrip()[-1:].isalnum() and before[-1:].isspace()
    if len(words) > SHORT_WORDS:
        capital = sum(word[0].isupper() for word in words)
        return not (attached and inner[-1] not in SENTENCE_END and capital * 3 >= len(words) * 2)
    if inner[-1] in SENTENCE_END:
        return not attached or len(words) > SHORT_WORDS // 2
    return inner[-1] == "," and not attached
