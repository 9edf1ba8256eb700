"""Paragraphs -> words and the tokenizer's pieces of them, each word of a plain text cut once and remembered.

A tokenizer takes longer over a paragraph than all that is looked up for it, and most of what it is given it was given
before. What stands between two blanks is cut the same wherever it stands, as long as nothing in it melts with a blank:
so a paragraph of plain characters is put together of what is known, and any other goes to the tokenizer whole.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
WITH_BLANK = re.compile(" [^ ]+")
# The words of some two hundred reports, in some ten megabytes. After thirty articles of PolNeAR dev five in six of the
# words of the next are known, and it is cut in a sixth less time than by the tokenizer alone, one of which all are
# known in two thirds less.
MOST_KNOWN = 30_000
# Stands before words that are cut in a row, so that each is cut as one that others stand before.
BEFORE = "a"


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
        plain = [
            WITH_BLANK.findall(f" {one}".replace("\n", " ")) if PLAIN.fullmatch(one) else None for _, one in stretches
        ]
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
        known.update(self._encode_row(list(words - known.keys())))
        return known

    def _encode_row(self, words: Sequence[str]) -> Iterator[tuple[str, Cut]]:
        """Cut words, each with the blank before it, in a row: a call for each of them takes ten times as long."""
        if not words:
            return
        text = "".join((BEFORE, *words))
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        pieces, spans, firsts = _align(text, encoding)
        ends = [end for _, end in encoding.offsets]
        at, piece, done = len(BEFORE), bisect_right(ends, len(BEFORE)), bisect_left(spans, (len(BEFORE), 0))
        for word in words:
            begin, of_piece, of_word = at, piece, done
            at += len(word)
            piece, done = bisect_right(ends, at, piece), bisect_left(spans, (at, 0), done)
            own = tuple([(start - begin, end - begin) for start, end in spans[of_word:done]])
            yield word, Cut(pieces[of_piece:piece], own, tuple([one - of_piece for one in firsts[of_word:done]]))

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
    """Put words together, the first of which begins at a place; that its blank is none is of no account.

    But for its first piece: one that would be the blank alone is counted to the word.
    """
    at -= 1
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
    return Cut(pieces, words, [0, *firsts[1:]])
