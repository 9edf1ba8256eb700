"""Rows of a table found in text: several words each, with alternatives and gaps, the longest first.

Takes rows beside their words, gives where they stand. In the words of a row `|` parts alternatives, `…` stands for one
to six words, and a word after `=` is matched letter for letter (`=may` is not the month). All else ignores case, the
shape of apostrophes and quotation marks. Decides nothing about what a row means.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache, partial
from itertools import accumulate, chain, product
from typing import Any, Generic, NamedTuple, TypeVar

Row = TypeVar("Row")
Parts = tuple[frozenset[str] | None, ...]

# Words and marks; quotation marks are passed over, so that a row is found whatever part of it is quoted.
WORD = re.compile(r"\w+(?:-\w+)*|(?<=\w)['’]\w+|[^\w\s“”„«»‘’\"']")
CUT = re.compile(f"({WORD.pattern})")
GAP = "…"
GAP_WORDS = 6
# A gap runs over commas, never over what may end a sentence.
GAP_STOPS = frozenset(".!?;:…")
EXACT = "="
# Stands among the words of a part of which some are matched letter for letter; no word has a blank in it.
HAS_EXACT = " "
# The key of the patterns that fit whatever word follows the first, and what follows the last word of a text.
ANY = ""


class Word(NamedTuple):
    """One word or mark of a text: where it stands, as written, and in the form rows are compared in."""

    start: int
    end: int
    written: str
    folded: str


class Pattern(NamedTuple, Generic[Row]):
    """The words of a row made ready: what may stand at each place, None for a gap, and how many places are words.

    ``needs``: words beside the first, of each set of which a text must hold one. ``is_sure``: it has one word, and fits
    wherever that stands.
    """

    parts: Parts
    length: int
    row: Row
    needs: tuple[frozenset[str], ...]
    is_sure: bool


# The patterns that may fit where a word begins, the longest first, by the word that follows it.
Opening = Mapping[str, Sequence[Pattern[Row]]]


class Found(NamedTuple, Generic[Row]):
    """A row that fits where it begins: the places of its words, counted from the first word of the text."""

    places: tuple[int, ...]
    row: Row


class Fits(NamedTuple, Generic[Row]):
    """Where rows of one table fit in a text: the words they begin at, in order, where these start, and all that do."""

    begins: Sequence[int]
    starts: Sequence[int]
    found: Sequence[Sequence[Found[Row]]]


# Give these without the detour over a function that a named tuple's own way takes: there are as many as in the text.
_make_word = partial(tuple.__new__, Word)
_make_found = partial(tuple.__new__, Found)


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Give the words and marks of a stretch of text; what follows an apostrophe (`’s`, `’ll`) is a word of its own."""
    split = _split_whole(text)
    if start == 0 and end is None:
        return split.words
    first, last = split.range_of(start, len(text) if end is None else end)
    return split.words[first:last]


class _Split:
    """All words of a text, and where the rows of each table that was looked for fit."""

    def __init__(self, text: str) -> None:
        parts = CUT.split(text)
        written = parts[1::2]
        # All are folded together: no word has a line end in it.
        folded = fold_word("\n".join(written)).split("\n")
        borders = list(accumulate(map(len, parts)))
        self.starts = borders[:-1:2]
        # With what follows the last word.
        self.folded = [*folded[: len(written)], ANY]
        self.words: list[Word] = list(map(_make_word, zip(self.starts, borders[1::2], written, folded, strict=False)))
        self._fits: dict[Phrases[Any], Fits[Any]] = {}

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """Give the range of the words that lie within a stretch of the text."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        while last > first and self.words[last - 1].end > end:
            last -= 1
        return first, last

    def fits_of(self, table: "Phrases[Row]") -> Fits[Row]:
        """Give where the rows of a table fit."""
        fits = self._fits.get(table)
        if fits is None:
            fits = self._fits[table] = table.find_fits(self.words, self.folded, self._places)
        return fits

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each folded word stands."""
        return _place_words(self.folded)


def _place_words(folded: Sequence[str]) -> dict[str, list[int]]:
    """Give where each word stands, but for the last, ANY."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(folded[:-1]):
        places.setdefault(word, []).append(at)
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
        self._openings: dict[str, Opening[Row]] = {}
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
        self.rows = tuple(kept)

    def _keep(self, pattern: Pattern[Row]) -> None:
        firsts = pattern.parts[0] or frozenset()
        if HAS_EXACT in firsts:
            firsts = frozenset(fold_word(one.removeprefix(EXACT)) for one in firsts) - {HAS_EXACT}
        for first in firsts:
            self._by_first.setdefault(first, []).append(pattern)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Row]]:
        """Give start, end and row of all that stands in a stretch of text, in order, the longest at each place.

        No match begins at a word of an earlier one; what stands in the gap of one is found as well. The time is linear
        in the text, and for the next stretch of the same text in what there is to give.
        """
        split, end = _split_whole(text), len(text) if end is None else end
        fits = split.fits_of(self)
        at = bisect_left(fits.starts, start)
        if at == len(fits.starts) or fits.starts[at] >= end:
            return iter(())
        return _choose(split.words, fits, at, split.range_of(start, end)[1])

    def find_among(self, words: Sequence[Word]) -> Iterator[tuple[int, int, Row]]:
        """Give the same for a text split before, so that several tables can share the work."""
        folded = [*(word.folded for word in words), ANY]
        return _choose(words, self.find_fits(words, folded, _place_words(folded)), 0, len(words))

    def find_at(self, words: Sequence[Word], at: int) -> tuple[int, Row] | None:
        """Give the longest row that begins at a word, with the place of the word after it; None where none does."""
        first = words[at].folded
        if first not in self._by_first:
            return None
        opening = self._opening_of(first)
        after = words[at + 1].folded if at + 1 < len(words) else ANY
        for pattern in opening.get(after, opening[ANY]):
            places = _match(pattern.parts, words, at)
            if places is not None:
                return places[-1] + 1, pattern.row
        return None

    def find_fits(self, words: Sequence[Word], folded: Sequence[str], places: Mapping[str, Sequence[int]]) -> Fits[Row]:
        """Give where rows fit in the words of a text.

        ``folded``: the words as they are compared, and ANY behind them; ``places``: where each of these stands.
        """
        fits: list[tuple[int, int, list[Found[Row]]]] = []
        for first in self._by_first.keys() & places.keys():
            opening = self._openings.get(first) or self._opening_of(first)
            any_way = [one for one in opening[ANY] if not one.needs or _may_fit(one, places)]
            for at in places[first]:
                patterns = opening.get(folded[at + 1], any_way)
                if patterns and (found := _fit(patterns, words, at)):
                    fits.append((at, words[at].start, found))
        return Fits(*zip(*sorted(fits), strict=True)) if fits else Fits((), (), ())

    def _opening_of(self, first: str) -> Opening[Row]:
        """Give what may fit where a word begins; made when such a word is met first, for most never are."""
        opening = self._openings.get(first)
        if opening is None:
            opening = self._openings[first] = _open(self._by_first[first])
        return opening


def _may_fit(pattern: Pattern[Row], places: Mapping[str, object]) -> bool:
    """Tell whether a text holds a word for each place of a pattern; most of those with gaps are passed over so."""
    held = places.keys()
    for need in pattern.needs:  # noqa: SIM110 - asked for every row of a text, where a generator costs twice as much
        if held.isdisjoint(need):
            return False
    return True


def _fit(patterns: Iterable[Pattern[Row]], words: Sequence[Word], at: int) -> list[Found[Row]]:
    """Give the rows that fit at a place, in the order of their patterns."""
    found = []
    for parts, _, row, _, is_sure in patterns:
        if is_sure:
            found.append(_make_found(((at,), row)))
        elif (places := _match(parts, words, at)) is not None:
            found.append(_make_found((places, row)))
    return found


def _open(patterns: list[Pattern[Row]]) -> Opening[Row]:
    """Put patterns by the word behind the first, where one is wanted that is not matched letter for letter."""
    opening: dict[str, list[Pattern[Row]]] = {ANY: []}
    wanted = [_second_words(pattern) for pattern in patterns]
    for second in frozenset[str]().union(*wanted):
        opening[second] = []
    for pattern, seconds in sorted(zip(patterns, wanted, strict=True), key=lambda one: _rank(one[0])):
        for second in seconds or opening:
            opening[second].append(pattern)
    return opening


def _second_words(pattern: Pattern[Row]) -> frozenset[str]:
    """Give the words of which one must follow the first word of a pattern; none where any may."""
    second = pattern.parts[1] if len(pattern.parts) > 1 else None
    return frozenset() if second is None or HAS_EXACT in second else second


def _choose(words: Sequence[Word], fits: Fits[Row], first: int, last: int) -> Iterator[tuple[int, int, Row]]:
    """Give the longest that fits at each place, left to right, from a number of ``fits`` on and before a word.

    A row with a gap ends as soon as it can, so one that ends behind the range has no way to end within it.
    """
    begins = fits.begins
    taken: set[int] = set()
    for number in range(first, bisect_left(begins, last)):
        at = begins[number]
        if at in taken:
            continue
        for places, row in fits.found[number]:
            if places[-1] < last:
                taken.update(places)
                yield words[at].start, words[places[-1]].end, row
                break


def _rank(pattern: Pattern[Row]) -> tuple[int, int, bool]:
    """Order patterns: more words first, then fewer gaps, then those that begin in any case."""
    return -pattern.length, len(pattern.parts), HAS_EXACT in (pattern.parts[0] or ())


def _match(parts: Parts, words: Sequence[Word], at: int) -> tuple[int, ...] | None:
    """Give the places of the words that fit when the parts begin at one, None where they do not; gaps stay short."""
    place, size = at, len(words)
    for part in parts:
        if part is None:
            rest = _match_after_gap(parts[place - at + 1 :], words, place)
            return None if rest is None else (*range(at, place), *rest)
        if place == size or not _fits(words[place], part):
            return None
        place += 1
    return tuple(range(at, place))


def _fits(word: Word, part: frozenset[str]) -> bool:
    _, _, written, folded = word
    return folded in part or (HAS_EXACT in part and EXACT + written in part)


def _match_after_gap(parts: Parts, words: Sequence[Word], at: int) -> tuple[int, ...] | None:
    first, passed, size = parts[0], 0, len(words)
    while at < size and passed < GAP_WORDS:
        _, _, written, folded = words[at]
        if folded in GAP_STOPS:
            break
        passed += written[-1].isalnum()
        at += 1
        if passed and at < size and (first is None or _fits(words[at], first)):
            places = _match(parts, words, at)
            if places is not None:
                return places
    return None


def _read_patterns(words: str, row: Row) -> Iterator[Pattern[Row]]:
    """Give the patterns of a row: one, or several where an alternative is more than one word (`didn't|never`)."""
    choices = [_read_choice(chunk) for chunk in words.split()]
    for chosen in product(*choices):
        parts = tuple(chain.from_iterable(chosen))
        if not parts or parts[0] is None or parts[-1] is None:
            message = f"{words!r}: must begin and end with a word"
            raise ValueError(message)
        needs = tuple([part for part in parts[1:] if part is not None and HAS_EXACT not in part])
        is_sure = len(parts) == 1 and HAS_EXACT not in parts[0]
        yield Pattern(parts, len(parts) - parts.count(None), row, needs, is_sure)


@cache
def _read_choice(chunk: str) -> list[Parts]:
    """Give the ways to read one chunk of a row: single words together, each longer alternative apart.

    Kept, as rows share most of their chunks; the caller leaves the list as it is.
    """
    if chunk == GAP:
        return [(None,)]
    alternatives = [_read_word(word) for word in chunk.split("|")]
    singles = frozenset(words[0] for words in alternatives if len(words) == 1)
    if any(word.startswith(EXACT) for word in singles):
        singles |= {HAS_EXACT}
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
