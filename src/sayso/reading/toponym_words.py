"""The words of a text as the recognition of places sees them: how each is written, and where a sentence may begin.

Takes a text, gives words. Time is linear in the text, whatever it holds; what is no word of the language's alphabet
stays among the words, so that neighbours are true neighbours.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.knowledge import Toponymy
from sayso.vocabulary import Span

LONGEST_WORD = 48
LETTER = r"[^\W\d_]"
# Initials (`A.S.`) and abbreviations of single letters are one word with their full stops.
WORD = re.compile(
    rf"(?:{LETTER}\.){{1,3}}|{LETTER}(?:[^\W_]|[\u0300-\u036f]|['\u2019\u02bc`](?={LETTER})|[-\u2010\u2011](?=[^\W_]))*"
)
# After these a word may have its capital from its place alone: ends, opening quotation marks, signs of lists, emoji.
OPENER = re.compile(
    '[.!?\u2026:;\n\r\u2028\u2029\u2022\u25aa\u25cf\u25b6|/\u203c\u2757\u26a1\u2705\u00ab\u201e\u201c"\U0001f000-\U0001faff]'
)
LONGEST_GAP = 12
DOT = "."


class Word(NamedTuple):
    """A word: where it stands, as written, its folded form, what parts it from the word before.

    ``capital`` tells that it begins with a capital, ``caps`` that it is all capitals, ``begins`` that it may have its
    capital from the beginning of a sentence or quotation.
    """

    start: int
    end: int
    written: str
    key: str
    gap: str
    capital: bool
    caps: bool
    begins: bool


def split_toponym_words(text: str, sentences: Iterable[Span], toponymy: Toponymy) -> list[Word]:
    """Give the words of a text, in order."""
    starts = sorted(span.start for span in sentences)
    words: list[Word] = []
    end = 0
    for found in WORD.finditer(text):
        start, stop = found.span()
        gap = text[max(end, start - LONGEST_GAP) : start]
        written = found.group() if stop - start <= LONGEST_WORD else ""
        begins = bool(not words or _opens(gap, words[-1], toponymy) or (starts and _has_start(starts, end, start)))
        capital = written[:1].isupper()
        caps = capital and len(written) > 1 and written.isupper()
        words.append(Word(start, stop, written, toponymy.fold(written), gap, capital, caps, begins))
        end = stop
    return words


def _opens(gap: str, before: Word, toponymy: Toponymy) -> bool:
    """Tell whether a sentence, a line or a quotation may begin behind a gap."""
    if gap == " ":
        return False
    if gap[:1] == DOT and f"{before.key}." in toponymy.before:
        gap = gap[1:]
    return OPENER.search(gap) is not None


def _has_start(starts: Sequence[int], end: int, start: int) -> bool:
    """Tell whether one of the sorted starts of sentences lies between two words."""
    at = bisect_left(starts, end)
    return at < len(starts) and starts[at] <= start
