"""Windows and words: the units in which the tagger sees a report.

Takes a text and what cuts it, gives windows: words as half-open character spans into the text, with the pieces the
tokenizer makes of them. A window is one paragraph, or a piece of an overlong one; a span that must not be cut (a
quotation over a line break) keeps its lines in one window. Training and reading both use this module, so a word is the
same thing in both.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from sayso.reading.pieces import Cut, Cutter

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LINE = re.compile(r"\n\s*")
# A line longer than this was not broken to fit a column; where one stands, a break behind a sentence is meant.
LONGEST_WRAPPED = 160
LONG_LINE = re.compile(rf"[^\n]{{{LONGEST_WRAPPED}}}")
MEANT = re.compile(r"(?:\n[^\S\n]*\n|(?<=[.!?\u2026\u201d\u2019\"\u00bb])[^\S\n]*\n)\s*")
SENTENCE_MARKS = frozenset('.!?\u2026\u201d\u2019"\u00bb')

# Of PolNeAR's paragraphs 99 % have at most 128 words; more context than a paragraph lowered the development score.
MOST_PIECES = 254
LONGEST_PARAGRAPH = 20_000


@attrs.frozen(kw_only=True, eq=False)
class Window:
    """A stretch of the text: ``words`` (words, 2) as spans, ``pieces`` as ids, ``firsts``: each word's first piece.

    ``pieces`` stand between the tokenizer's two frame marks, which ``firsts`` counts in.
    """

    words: tuple[tuple[int, int], ...]
    pieces: tuple[int, ...]
    firsts: tuple[int, ...]


def split_paragraphs(text: str, whole: Iterable[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Give the paragraphs of a text as character spans without surrounding white space, in order.

    Blank lines part paragraphs; in a text without any, every line is a paragraph; in one whose lines are too long for
    a column, every line that ends a sentence. Breaks inside a span of ``whole`` do not count.
    """
    separator = _separator(text.strip())
    kept = list(_outside(separator.finditer(text), sorted(whole)))
    for (_, begin), (end, _) in pairwise([(0, 0), *kept, (len(text), len(text))]):
        stripped = text[begin:end].lstrip()
        start = end - len(stripped)
        if stripped:
            yield start, start + len(stripped.rstrip())


def _separator(text: str) -> re.Pattern[str]:
    """Give what parts the paragraphs of a text."""
    if not BLANK_LINE.search(text):
        return LINE
    return MEANT if LONG_LINE.search(text) else BLANK_LINE


def _outside(breaks: Iterable[re.Match[str]], whole: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Leave out the breaks that lie inside one of the sorted spans; both are walked through once."""
    position, reach = 0, 0
    for found in breaks:
        start, end = found.span()
        while position < len(whole) and whole[position][0] < start:
            reach = max(reach, whole[position][1])
            position += 1
        if end >= reach:
            yield start, end


def make_windows(text: str, cutter: Cutter, whole: Iterable[tuple[int, int]] = ()) -> list[Window]:
    """Cut a text into windows of at most ``MOST_PIECES`` pieces, in order."""
    ranges = [
        (cut, min(cut + LONGEST_PARAGRAPH, end))
        for start, end in split_paragraphs(text, whole)
        for cut in range(start, end, LONGEST_PARAGRAPH)
    ]
    return [window for cut in cutter.cut(text, ranges) for window in _part(text, cut, cutter.frame)]


def _part(text: str, cut: Cut, frame: Sequence[int]) -> Iterator[Window]:
    """Part one paragraph into windows at word borders, after a sentence mark where there is one in the second half."""
    pieces, words, firsts = cut
    ends = [*firsts[1:], len(pieces)]
    first = 0
    while first < len(words):
        last = bisect_right(ends, firsts[first] + MOST_PIECES, lo=first + 1)
        if last < len(words):
            marks = range(last - 1, (first + last) // 2, -1)
            last = next((i + 1 for i in marks if text[words[i][0]] in SENTENCE_MARKS), last)
        begin = firsts[first]
        yield Window(
            words=tuple(words[first:last]),
            pieces=(frame[0], *pieces[begin : min(ends[last - 1], begin + MOST_PIECES)], frame[1]),
            firsts=tuple([place - begin + 1 for place in firsts[first:last]]),
        )
        first = last
