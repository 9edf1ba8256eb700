"""Words that tell something found in text, whatever their endings: rows of several words, each a word or a stem.

Takes the words of rows, gives where rows stand in words of text. In the words of a row ` / ` parts ways to say it, `|`
alternatives of one word, `…` stands for up to four words, `↔` for the same between two parts in either order, `~` joins
the endings of a table that names them, `*` any ending. All ignores case and the shape of apostrophes. Time is that of
the text times the rows that begin with a word.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from itertools import product
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from sayso.knowledge.phrases import GAP_STOPS, WORD, Word, fold_word

Row = TypeVar("Row")
WAYS = " / "
GAP = "…"
EITHER_ORDER = " ↔ "
ANY_ENDING = "*"
ENDINGS = "~"
APOSTROPHE = "'"
GAP_WORDS = 4
SHORTEST_STEM = 2

# The words and stems that may stand at one place; None for a gap.
Part = frozenset[str] | None
Endings = Mapping[str, Sequence[str]]


class _Way(NamedTuple, Generic[Row]):
    """One way to say a row: its parts, how many of them are words, the row, and where the row stands in its table.

    ``second``: its second word, None where it has but one; ``is_gapped``: a gap stands between these two.
    """

    parts: tuple[Part, ...]
    words: int
    place: int
    row: Row
    second: Part
    is_gapped: bool


class Found(NamedTuple, Generic[Row]):
    """A row that stands in a text: the first and the last of its words, counted from 0, and all of them."""

    first: int
    last: int
    words: tuple[int, ...]
    row: Row


class _Told(NamedTuple, Generic[Row]):
    """What a word is to the rows: the words and stems of them that it is and begins with, and the ways it begins."""

    keys: frozenset[str]
    ways: Sequence[_Way[Row]]


class Triggers(Generic[Row]):
    """The ``rows`` of one table, in its order, ready to be found.

    The longest wins, of two as long the one whose words stand closer, then the one whose first word tells more, then
    the higher up.
    Raises ValueError where the words of a row are empty, begin or end with a gap, or name endings that are not there.
    """

    def __init__(self, rows: Iterable[tuple[str, Row]], endings: Endings) -> None:
        stored = tuple(rows)
        self.rows = tuple(row for _, row in stored)
        self._by_first: dict[str, list[_Way[Row]]] = {}
        self._forms: set[str] = set()
        for place, (words, row) in enumerate(stored):
            for parts in _read_ways(words, endings):
                self._forms.update(form for part in parts for form in part or ())
                way = _make_way(parts, place, row)
                for first in parts[0] or ():
                    self._by_first.setdefault(first, []).append(way)
        self._longest_stem = max((len(form) - 1 for form in self._forms if form.endswith(ANY_ENDING)), default=0)
        self._known: dict[str, _Told[Row]] = {}
        self._ways: dict[frozenset[str], list[_Way[Row]]] = {}

    def find(self, words: Sequence[Word]) -> Iterator[Found[Row]]:
        """Give the rows that stand in the words of a text, in order; no word is part of two, a gap takes none."""
        told = self._look_up(words)
        taken: set[int] = set()
        for at, (_, ways) in enumerate(told):
            if not ways or at in taken:
                continue
            found = _find_longest(ways, words, told, at)
            if found is not None and taken.isdisjoint(found.words):
                taken.update(found.words)
                yield found

    def find_every(self, words: Sequence[Word]) -> Iterator[Found[Row]]:
        """Give every row wherever it stands, so that a word may be part of several."""
        told = self._look_up(words)
        for at, (_, ways) in enumerate(told):
            if ways:
                for way, places in _fitting(ways, words, told, at):
                    yield Found(at, places[-1], places, way.row)

    def only(self, is_wanted: Callable[[Row], bool]) -> "Triggers[Row]":
        """Give the table with some of its rows alone, read as they are here."""
        some = copy(self)
        some.rows = tuple(row for row in self.rows if is_wanted(row))
        ways = {first: [way for way in ways if is_wanted(way.row)] for first, ways in self._by_first.items()}
        some._by_first = {first: kept for first, kept in ways.items() if kept}  # noqa: SLF001 - its own
        some._known, some._ways = {}, {}  # noqa: SLF001 - as above
        return some

    def _ways_of(self, own: frozenset[str]) -> list[_Way[Row]]:
        """Give the ways that begin with one of several words and stems, in the order they are tried; kept."""
        known = self._ways.get(own)
        if known is None:
            firsts = [first for first in own if first in self._by_first]
            ranked = [
                (_length(way), -_told_by(first), way.place, way) for first in firsts for way in self._by_first[first]
            ]
            known = [way for *_, way in sorted(ranked, key=itemgetter(0, 1, 2))]
            if len(self._ways) < MOST_KNOWN:
                self._ways[own] = known
        return known

    def _look_up(self, words: Sequence[Word]) -> list[_Told[Row]]:
        """Give what each word is to the rows."""
        known, told = self._known, self._told
        return [known[folded] if folded in known else told(folded) for _, _, _, folded in words]

    def _told(self, folded: str) -> _Told[Row]:
        """Give what a word is to the rows; kept, as texts share most words."""
        known = self._known.get(folded)
        if known is None:
            longest = min(len(folded), self._longest_stem)
            stems = [folded[:size] + ANY_ENDING for size in range(SHORTEST_STEM, longest + 1)]
            keys = frozenset(form for form in (folded, *stems) if form in self._forms)
            known = _Told(keys, self._ways_of(keys)) if keys else NOTHING
            if len(self._known) < MOST_KNOWN:
                self._known[folded] = known
        return known


NOTHING: _Told[Any] = _Told(frozenset(), ())
MOST_KNOWN = 50_000


def _told_by(form: str) -> int:
    """Give how much of a word its form in a row tells: more the longer it is, and all if it is no stem."""
    return 2 * len(form.removesuffix(ANY_ENDING)) + (not form.endswith(ANY_ENDING))


def _length(way: _Way[Row]) -> tuple[int, int]:
    """Order ways: more words first, then fewer gaps."""
    return -way.words, len(way.parts)


def _make_way(parts: tuple[Part, ...], place: int, row: Row) -> _Way[Row]:
    told = [part for part in parts if part is not None]
    second = told[1] if len(told) > 1 else None
    return _Way(parts, len(told), place, row, second, second is not None and parts[1] is None)


def _find_longest(
    ways: Sequence[_Way[Row]], words: Sequence[Word], told: Sequence[_Told[Row]], at: int
) -> Found[Row] | None:
    best: tuple[_Way[Row], tuple[int, ...]] | None = None
    for way, places in _fitting(ways, words, told, at):
        if best is None:
            best = way, places
        elif _length(way) != _length(best[0]):
            break
        elif places[-1] < best[1][-1]:
            best = way, places
    return Found(at, best[1][-1], best[1], best[0].row) if best else None


def _fitting(
    ways: Sequence[_Way[Row]], words: Sequence[Word], told: Sequence[_Told[Row]], at: int
) -> Iterator[tuple[_Way[Row], tuple[int, ...]]]:
    """Give the ways that fit where a word stands that they begin with, each with the places of its words.

    Most are told by their second word: one that no word near enough is fits nowhere.
    """
    following: frozenset[str] | None = None
    near: set[str] | None = None
    for way in ways:
        second = way.second
        if second is None:
            yield way, (at,)
            continue
        if way.is_gapped:
            near = _keys_near(words, told, at + 1) if near is None else near
            if second.isdisjoint(near):
                continue
        else:
            following = told[min(at + 1, len(told) - 1)].keys if following is None else following
            if second.isdisjoint(following):
                continue
        places = _match(way.parts, words, told, at)
        if places is not None:
            yield way, places


def _keys_near(words: Sequence[Word], told: Sequence[_Told[Row]], at: int) -> set[str]:
    """Give all that the words from one on are and begin with, as far as a gap and the word behind it reach."""
    near: set[str] = set()
    for place in _gap(words, at):
        near |= told[place].keys
    return near


def _gap(words: Sequence[Word], at: int) -> Iterator[int]:
    """Give the places from one on where the word behind a gap may stand."""
    passed = 0
    while at < len(words) and passed <= GAP_WORDS and words[at].folded not in GAP_STOPS:
        yield at
        passed += words[at].written[-1].isalnum()
        at += 1


def _match(
    parts: tuple[Part, ...], words: Sequence[Word], told: Sequence[_Told[Row]], at: int
) -> tuple[int, ...] | None:
    """Give the places of the words that fit when the parts begin at one, None where they do not; gaps stay short."""
    places: list[int] = []
    is_gap = False
    for part in parts:
        if part is None:
            is_gap = True
            continue
        at = _find_after_gap(part, words, told, at) if is_gap else at
        if at >= len(told) or part.isdisjoint(told[at].keys):
            return None
        places.append(at)
        at, is_gap = at + 1, False
    return tuple(places)


def _find_after_gap(part: frozenset[str], words: Sequence[Word], told: Sequence[_Told[Row]], at: int) -> int:
    """Give the place behind a gap of up to four words where a part fits; the end of the text where none does."""
    return next((place for place in _gap(words, at) if not part.isdisjoint(told[place].keys)), len(words))


def _read_ways(words: str, endings: Endings) -> Iterator[tuple[Part, ...]]:
    for way in _read_orders(words):
        for chosen in product(*(_read_chunk(chunk, endings) for chunk in way.split())):
            parts = tuple(part for some in chosen for part in some)
            if not parts or parts[0] is None or parts[-1] is None:
                message = f"{words!r}: must begin and end with a word"
                raise ValueError(message)
            yield parts


def _read_orders(words: str) -> Iterator[str]:
    """Give the ways to say a row, those in either order twice."""
    for way in words.split(WAYS):
        one, either, other = way.partition(EITHER_ORDER)
        yield f"{one} {GAP} {other}" if either else way
        if either:
            yield f"{other} {GAP} {one}"


def _read_chunk(chunk: str, endings: Endings) -> list[tuple[Part, ...]]:
    """Give the ways to read one chunk: a gap, or the forms of its alternatives.

    Each form with an apostrophe stands apart, as what follows that is a word of its own.
    """
    if chunk == GAP:
        return [(None,)]
    forms = [form for word in chunk.split("|") for form in _inflect(word, endings)]
    plain = frozenset(fold_word(form) for form in forms if APOSTROPHE not in form[1:])
    cut = [tuple(_cut(form)) for form in forms if APOSTROPHE in form[1:]]
    return [(plain,), *cut] if plain else list(cut)


def _cut(form: str) -> Iterator[frozenset[str]]:
    """Give the words of a form with an apostrophe in it."""
    stem = form.removesuffix(ANY_ENDING)
    pieces = [fold_word(one) for one in WORD.findall(stem)]
    for piece in pieces[:-1]:
        yield frozenset((piece,))
    yield frozenset((pieces[-1] + form[len(stem) :],))


def _inflect(word: str, endings: Endings) -> Iterator[str]:
    stem, joint, name = word.partition(ENDINGS)
    if not stem.strip(ANY_ENDING):
        message = f"{word!r}: is no word"
        raise ValueError(message)
    if not joint:
        yield stem
        return
    if name not in endings:
        message = f"{word!r}: no endings {name!r}"
        raise ValueError(message)
    for ending in endings[name]:
        yield stem + ending
