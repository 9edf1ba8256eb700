"""Paragraphs -> words and the tokenizer's pieces of them, each word of a plain text cut once and remembered.

A tokenizer takes longer over a paragraph than all that is looked up for it, and most of what it is given it was given
before. What stands between two blanks is cut the same wherever it stands, as long as nothing in it melts with a blank:
so a paragraph of plain characters is put together of what is known, and any other goes to the tokenizer whole.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tokenizers import Encoding, Tokenizer

WORD = re.compile(r"\w+(?:['\u2019\u02bc\-]\w+){0,8}|[^\w\s]")
# Letters of Latin and Cyrillic, digits and common marks: no normaliser makes a blank of them or joins them to one.
_SIGNS = "!-~\u00a1-\u00a7\u00a9\u00ab\u00b0\u00b1\u00b7\u00bb\u00c0-\u024f\u0400-\u0482\u048a-\u052f\u2013\u2014"
_SIGNS += "\u2018-\u201e\u2022\u2026\u20ac\u2116"
# Signs that one blank parts: more of them may be pieces of their own. A longer word is a link, and met once.
LONGEST_KNOWN = 40
PLAIN = re.compile(f"[{_SIGNS}]{{1,{LONGEST_KNOWN}}}+(?:[ \n][{_SIGNS}]{{1,{LONGEST_KNOWN}}}+)*+")
# A word with the blank before it: the first of a paragraph is cut otherwise than those behind it.
PART = re.compile(" ?[^ ]+")
# The words of some dozens of reports; half of a report's have been met by the second, nine tenths by the tenth.
MOST_KNOWN = 20_000


class Cut(NamedTuple):
    """A stretch of text: ``pieces`` as ids, and of each word where it begins and ends and its first piece.

    Words that the tokenizer drops (control marks) are left out.
    """

    pieces: Sequence[int]
    words: Sequence[tuple[int, int]]
    firsts: Sequence[int]


class Cutter:
    """Cuts texts with one tokenizer; remembers what words are cut into, and of texts nothing else."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, Cut] = {}
        self.frame: tuple[int, ...] = tuple(tokenizer.encode("").ids)

    def cut(self, text: str, ranges: Iterable[tuple[int, int]]) -> list[Cut]:
        """Cut stretches of a text; words are counted in its characters, pieces from the beginning of the stretch."""
        stretches = [(start, text[start:end]) for start, end in ranges]
        plain = [PART.findall(one.replace("\n", " ")) if PLAIN.fullmatch(one) else None for _, one in stretches]
        known = self._learn({word for words in plain for word in words or ()})
        others = iter(self._encode([one for (_, one), words in zip(stretches, plain, strict=True) if words is None]))
        return [
            _move(next(others), start) if words is None else _join(words, known, start)
            for (start, _), words in zip(stretches, plain, strict=True)
        ]

    def _learn(self, words: AbstractSet[str]) -> Mapping[str, Cut]:
        """Give what is known, these words among it. Past the bound all is learned anew; who still reads has the old."""
        if len(self._known) > MOST_KNOWN:
            self._known = {}
        known = self._known
        fresh = list(words - known.keys())
        known.update(zip(fresh, self._encode(fresh), strict=True))
        return known

    def _encode(self, texts: list[str]) -> list[Cut]:
        encodings = self._tokenizer.encode_batch(texts, add_special_tokens=False) if texts else ()
        return [_align(text, encoding) for text, encoding in zip(texts, encodings, strict=True)]


def _align(text: str, encoding: Encoding) -> Cut:
    """Pair each word with its first piece."""
    words: list[tuple[int, int]] = []
    firsts: list[int] = []
    piece, last = 0, -1
    offsets = encoding.offsets
    ends = [piece_end for _, piece_end in offsets]
    for match in WORD.finditer(text):
        word = match.span()
        piece = bisect_right(ends, word[0], piece)
        if last < piece < len(ends) and offsets[piece][0] < word[1]:
            words.append(word)
            firsts.append(piece)
            last = piece
    return Cut(tuple(encoding.ids), tuple(words), tuple(firsts))


def _move(cut: Cut, by: int) -> Cut:
    return cut._replace(words=[(start + by, end + by) for start, end in cut.words])


def _join(parts: Iterable[str], known: Mapping[str, Cut], at: int) -> Cut:
    """Put words together, the first of which begins at a place."""
    pieces: list[int] = []
    words: list[tuple[int, int]] = []
    firsts: list[int] = []
    for part in parts:
        of_part, within, begins = known[part]
        behind = len(pieces)
        for (start, end), first in zip(within, begins, strict=True):
            words.append((start + at, end + at))
            firsts.append(behind + first)
        pieces += of_part
        at += len(part)
    return Cut(pieces, words, firsts)
