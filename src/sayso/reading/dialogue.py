"""Speech behind a dash, as in `— We stay, — she said. — Nobody leaves`.

Takes a text, its quotations and the words that mark speech; gives all quotations, with the stretches of speech behind
dashes among them, so that later stages use both alike. A dash opens speech at the head of a line, or behind the end of
a sentence before a capital; a dash behind a comma or the end of a sentence closes it before a small letter, where the
words behind it tell who speaks. What follows these behind one more dash is speech again. A line of a list has no such
words and is none. Time is linear in the text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sayso.reading.marks import MARKS
from sayso.reading.quotations import Quotation, find_overlapping
from sayso.vocabulary import Span

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
DASH = re.compile(r"(?:(?<=\s)|(?<![^\n\r\u2028\u2029]))[-\u2013\u2014\u2015](?=\s)")
WORD = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc-][^\W\d_]+){0,3}")
SENTENCE_END = re.compile(r"[.!?\u2026]+[" + MARKS + r"]?(?=\s|$)")
ENDS = frozenset(".!?\u2026")
# What stands before the dash behind which it is told who speaks, and what before the dash that goes on with speech.
BEFORE_CUE = frozenset(",!?\u2026")
BEFORE_MORE = frozenset(",:")
# Words among which a word of speech is looked for, and how many may tell who speaks without any: `laughs the guide`.
MOST_BEFORE_VERB = 6
MOST_WITHOUT_VERB = 6
LONGEST_GAP = 8
# Stands before a dash for what is too far off to see.
NOTHING = "_"
FEWEST_LETTERS = 2


IsSpeech = Callable[[str], bool]


class _Dash(NamedTuple):
    """A dash: where it stands, what is before it over space and marks (empty at the head of a line), what behind."""

    place: int
    before: str
    after: str

    @property
    def opens(self) -> bool:
        """Tell whether speech may begin here."""
        return not self.before or (self.before in ENDS and not self.after.islower())


def find_dialogue(text: str, quotations: Sequence[Quotation], is_speech: IsSpeech) -> tuple[Quotation, ...]:
    """Give the quotations of a text with what is spoken behind dashes, in order, none within another.

    ``is_speech`` tells whether a word in lower case marks speech.
    """
    marked = [one.span for one in quotations]
    spoken = [
        span
        for line in LINE.finditer(text)
        for span in _read_line(text, *line.span(), is_speech)
        if all(span.start <= one.start and one.end <= span.end for one in find_overlapping(marked, span))
    ]
    if not spoken:
        return tuple(quotations)
    left = [one for one in quotations if not find_overlapping(spoken, one.span)]
    added = [Quotation(span=one, is_speech=True, closed=True) for one in spoken]
    return tuple(sorted((*left, *added), key=lambda one: one.span.start))


def _read_line(text: str, start: int, end: int, is_speech: IsSpeech) -> Iterator[Span]:
    """Give what is spoken in one line, in order."""
    head = end - len(text[start:end].lstrip())
    dashes = [_read_dash(text, one.start(), head, end) for one in DASH.finditer(text, start, end)]
    opened: int | None = None
    is_told = False  # who speaks has been told before what is open
    cue_end = -1  # where the sentence ends that tells who speaks
    for place, dash in enumerate(dashes):
        goes_on = cue_end >= dash.place and dash.before in BEFORE_MORE
        goes_on = goes_on or (_is_beside(text, cue_end, dash.place) and dash.opens)
        reach = dashes[place + 1].place if place + 1 < len(dashes) else end
        if goes_on:
            opened, is_told, cue_end = dash.place, True, -1
        elif opened is not None and dash.before in BEFORE_CUE and dash.after.islower():
            cue_end = _find_cue(text, dash, reach, end, is_speech)
            if cue_end >= 0:
                yield from _cut(text, opened, dash.place)
                opened, is_told = None, False
        elif dash.opens and not is_told:
            opened, cue_end = dash.place, -1
    if opened is not None and is_told:
        yield from _cut(text, opened, _find_narration(text, opened, end, is_speech))


def _is_beside(text: str, end: int, place: int) -> bool:
    """Tell whether nothing but a little space stands between the end of a sentence and a dash."""
    return 0 <= end <= place <= end + LONGEST_GAP and not text[end:place].strip()


def _read_dash(text: str, place: int, head: int, end: int) -> _Dash:
    """Read what is beside a dash; ``head``: where the first word or mark of its line stands."""
    before = text[max(head, place - LONGEST_GAP) : place].rstrip().rstrip(MARKS)[-1:] if place > head else ""
    behind = text[place + 1 : min(end, place + LONGEST_GAP)].lstrip().lstrip(MARKS)
    return _Dash(place, before or ("" if place == head else NOTHING), behind[:1])


def _find_cue(text: str, dash: _Dash, reach: int, end: int, is_speech: IsSpeech) -> int:
    """Give where the sentence behind a dash ends if it tells who speaks, else -1; ``reach``: where the next dash is."""
    found = SENTENCE_END.search(text, dash.place, min(reach, end))
    cue_end = found.end() if found else min(reach, end)
    found_words = islice(WORD.finditer(text, dash.place, cue_end), MOST_WITHOUT_VERB + 1)
    words = [one.group().lower() for one in found_words]
    is_told = any(map(is_speech, words[:MOST_BEFORE_VERB]))
    is_plain = dash.before in ENDS and 0 < len(words) <= MOST_WITHOUT_VERB
    if not (is_told or is_plain):
        return -1
    return cue_end if found else end


def _find_narration(text: str, start: int, end: int, is_speech: IsSpeech) -> int:
    """Give where speech that goes on ends: before the first further sentence with a word of speech, else the line."""
    begin = start
    for found in SENTENCE_END.finditer(text, start, end):
        if begin > start and _has_speech(text, begin, found.end(), is_speech):
            return begin
        begin = found.end()
    if begin > start and _has_speech(text, begin, end, is_speech):
        return begin
    return end


def _has_speech(text: str, start: int, end: int, is_speech: IsSpeech) -> bool:
    return any(is_speech(one.group().lower()) for one in WORD.finditer(text, start, end))


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Give the span of some speech, without the comma or the full stop behind it, where it has words."""
    spoken = text[start:end].rstrip()
    spoken = spoken[:-1] if spoken.endswith((",", ".")) and not spoken.endswith("..") else spoken
    if sum(map(str.isalpha, spoken[: FEWEST_LETTERS * LONGEST_GAP])) >= FEWEST_LETTERS:
        yield Span(start=start, end=start + len(spoken.rstrip()))
