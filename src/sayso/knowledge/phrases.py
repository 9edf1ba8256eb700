"""Rows of a table found in text: several words each, with alternatives and gaps, the longest first.

Takes rows beside their words, gives where they stand. In the words of a row `|` parts alternatives, `…` stands for one
to six words, and a word after `=` is matched letter for letter (`=may` is not the month). All else ignores case, the
shape of apostrophes and quotation marks. Decides nothing about what a row means.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import product
from typing import Any, Generic, NamedTuple, TypeVar

Row = TypeVar("Row")
Parts = tuple[frozenset[str] | None, ...]

# Words and marks; quotation marks are passed over, so that a row is found whatever part of it is quoted.
WORD = re.compile(r"\w+(?:-\w+)*|(?<=\w)['’]\w+|[^\w\s“”„«»‘’\"']")
GAP = "…"
GAP_WORDS = 6
# A gap runs over commas, never over what may end a sentence.
GAP_STOPS = frozenset(".!?;:…")
EXACT = "="


class Word(NamedTuple):
    """One word or mark of a text: where it stands, as written, and in the form rows are compared in."""

    start: int
    end: int
    written: str
    folded: str


# Stands behind the last word of a text; no row has it.
END = Word(0, 0, "", "")


class Pattern(NamedTuple, Generic[Row]):
    """The words of a row made ready: what may stand at each place, None for a gap, and how many places are words."""

    parts: Parts
    length: int
    row: Row


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Give the words and marks of a stretch of text; what follows an apostrophe (`’s`, `’ll`) is a word of its own."""
    split = _split_whole(text)
    if start == 0 and end is None:
        return split.words
    first, last = split.range_of(start, len(text) if end is None else end)
    return split.words[first:last]


class _Split:
    """All words of a text, and where the rows of each table that was looked for may begin."""

    def __init__(self, text: str) -> None:
        found = list(WORD.finditer(text))
        written = [one[0] for one in found]
        # All are folded together: no word has a line end in it.
        folded = fold_word("\n".join(written)).split("\n")
        self.starts = [one.start() for one in found]
        self.words = list(map(Word, self.starts, [one.end() for one in found], written, folded))
        self._begins: dict[Phrases[Any], list[int]] = {}

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """Give the range of the words that lie within a stretch of the text."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        while last > first and self.words[last - 1].end > end:
            last -= 1
        return first, last

    def begins_of(self, table: "Phrases[Row]") -> list[int]:
        """Give the words at which a row of a table may begin."""
        begins = self._begins.get(table)
        if begins is None:
            begins = self._begins[table] = table.find_begins(self._places, self.words)
        return begins

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each folded word stands."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            places.setdefault(word.folded, []).append(at)
        return places


@lru_cache(maxsize=4)
def _split_whole(text: str) -> _Split:
    """Split a text. Kept for a few texts: a dozen tables look at stretches of one."""
    return _Split(text)


def fold_word(word: str) -> str:
    """Give the form words are compared in: lower case, typewriter apostrophe."""
    folded = word.lower()
    return folded if folded.isascii() else folded.replace("’", "'")


class Phrases(Generic[Row]):
    """The ``rows`` of one table, in its order, ready to be found.

    Raises ValueError where the words of a row are empty, begin or end with a gap, or are those of an earlier row.
    """

    def __init__(self, rows: Iterable[tuple[str, Row]]) -> None:
        self._by_first: dict[str, list[Pattern[Row]]] = {}
        self._by_exact_first: dict[str, list[Pattern[Row]]] = {}
        seen: set[Parts] = set()
        kept: list[Row] = []
        for words, row in rows:
            kept.append(row)
            for pattern in _read_patterns(words, row):
                if pattern.parts in seen:
                    message = f"{words!r}: an earlier row has the same words"
                    raise ValueError(message)
                seen.add(pattern.parts)
                self._keep(pattern)
        for patterns in (*self._by_first.values(), *self._by_exact_first.values()):
            patterns.sort(key=_rank)
        self.rows = tuple(kept)

    def _keep(self, pattern: Pattern[Row]) -> None:
        for first in pattern.parts[0] or ():
            exact = first.startswith(EXACT)
            patterns = self._by_exact_first if exact else self._by_first
            patterns.setdefault(first.removeprefix(EXACT), []).append(pattern)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Row]]:
        """Give start, end and row of all that stands in a stretch of text, in order, the longest at each place.

        No match begins at a word of an earlier one; what stands in the gap of one is found as well. The time is linear
        in the text.
        """
        split = _split_whole(text)
        first, last = split.range_of(start, len(text) if end is None else end)
        begins = split.begins_of(self)
        own = begins[bisect_left(begins, first) : bisect_left(begins, last)]
        return self._find_from(split.words[first:last], [at - first for at in own]) if own else iter(())

    def find_among(self, words: Sequence[Word]) -> Iterator[tuple[int, int, Row]]:
        """Give the same for a text split before, so that several tables can share the work."""
        firsts, exact_firsts = self._by_first, self._by_exact_first
        begins = [at for at, word in enumerate(words) if word.folded in firsts or word.written in exact_firsts]
        return self._find_from(words, begins)

    def find_at(self, words: Sequence[Word], at: int) -> tuple[int, Row] | None:
        """Give the longest row that begins at a word, with the place of the word after it; None where none does."""
        found = self._find_longest(words, at)
        return None if found is None else (found[1][-1] + 1, found[0].row)

    def find_begins(self, places: Mapping[str, Sequence[int]], words: Sequence[Word]) -> list[int]:
        """Give the words at which a row may begin, of a text whose folded words stand at ``places``."""
        begins = {at for first in self._by_first.keys() & places.keys() for at in places[first]}
        for first in self._by_exact_first:
            begins.update(at for at in places.get(fold_word(first), ()) if words[at].written == first)
        return sorted(begins)

    def _find_from(self, words: Sequence[Word], begins: Iterable[int]) -> Iterator[tuple[int, int, Row]]:
        taken: set[int] = set()
        for at in begins:
            found = None if at in taken else self._find_longest(words, at)
            if found is not None:
                pattern, places = found
                taken.update(places)
                yield words[at].start, words[places[-1]].end, pattern.row

    def _find_longest(self, words: Sequence[Word], at: int) -> tuple[Pattern[Row], tuple[int, ...]] | None:
        _, _, written, folded = words[at]
        patterns: Sequence[Pattern[Row]] = self._by_first.get(folded, ())
        if self._by_exact_first and (exact := self._by_exact_first.get(written)):
            patterns = sorted((*patterns, *exact), key=_rank)
        after = words[at + 1] if at + 1 < len(words) else END
        for pattern in patterns:
            parts = pattern.parts
            if len(parts) == 1:
                return pattern, (at,)
            second = parts[1]
            if second is not None and after.folded not in second and EXACT + after.written not in second:
                continue
            places = _match(parts, words, at)
            if places is not None:
                return pattern, places
        return None


def _rank(pattern: Pattern[Row]) -> tuple[int, int]:
    """Order patterns: more words first, then fewer gaps."""
    return -pattern.length, len(pattern.parts)


def _match(parts: Parts, words: Sequence[Word], at: int) -> tuple[int, ...] | None:
    """Give the places of the words that fit when the parts begin at one, None where they do not; gaps stay short."""
    for number, part in enumerate(parts):
        if part is None:
            rest = _match_after_gap(parts[number + 1 :], words, at + number)
            return None if rest is None else (*range(at, at + number), *rest)
        if at + number == len(words) or not _fits(words[at + number], part):
            return None
    return tuple(range(at, at + len(parts)))


def _fits(word: Word, part: frozenset[str]) -> bool:
    return word.folded in part or EXACT + word.written in part


def _match_after_gap(parts: Parts, words: Sequence[Word], at: int) -> tuple[int, ...] | None:
    passed = 0
    while at < len(words) and passed < GAP_WORDS and words[at].folded not in GAP_STOPS:
        passed += words[at].written[-1].isalnum()
        at += 1
        places = _match(parts, words, at) if passed else None
        if places is not None:
            return places
    return None


def _read_patterns(words: str, row: Row) -> Iterator[Pattern[Row]]:
    """Give the patterns of a row: one, or several where an alternative is more than one word (`didn't|never`)."""
    choices = [_read_choice(chunk) for chunk in words.split()]
    for chosen in product(*choices):
        parts = tuple(part for some in chosen for part in some)
        if not parts or parts[0] is None or parts[-1] is None:
            message = f"{words!r}: must begin and end with a word"
            raise ValueError(message)
        yield Pattern(parts, len(parts) - parts.count(None), row)


@cache
def _read_choice(chunk: str) -> list[Parts]:
    """Give the ways to read one chunk of a row: single words together, each longer alternative apart.

    Kept, as rows share most of their chunks; the caller leaves the list as it is.
    """
    if chunk == GAP:
        return [(None,)]
    alternatives = [_read_word(word) for word in chunk.split("|")]
    singles = frozenset(words[0] for words in alternatives if len(words) == 1)
    longer: list[Parts] = [tuple(frozenset((word,)) for word in words) for words in alternatives if len(words) > 1]
    return [(singles,), *longer] if singles else longer


def _read_word(word: str) -> tuple[str, ...]:
    if word.isalpha():
        return (word.lower(),)
    if word.startswith(EXACT) and len(word) > 1:
        return (word,)
    if word[0] in "'’":
        return (fold_word(word),)
    return tuple(fold_word(part) for part in WORD.findall(word))
