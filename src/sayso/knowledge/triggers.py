"""Words that tell something found in text, whatever their endings: rows of several words, each a word or a stem.

Takes the words of rows, gives where rows stand in words of text. In the words of a row ` / ` parts ways to say it, `|`
alternatives of one word, `…` stands for up to four words, `~` joins the endings of a table that names them, `*` any
ending. All ignores case and the shape of apostrophes. Time is that of the text times the rows that begin with a word.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from sayso.knowledge.phrases import GAP_STOPS, WORD, Word, fold_word

Row = TypeVar("Row")
WAYS = " / "
GAP = "…"
ANY_ENDING = "*"
ENDINGS = "~"
APOSTROPHE = "'"
GAP_WORDS = 4
SHORTEST_STEM = 2

# The words and stems that may stand at one place; None for a gap.
Part = frozenset[str] | None
Endings = Mapping[str, Sequence[str]]


class _Way(NamedTuple, Generic[Row]):
    """One way to say a row: its parts, how many of them are words, the row, and where the row stands in its table."""

    parts: tuple[Part, ...]
    words: int
    place: int
    row: Row


class Found(NamedTuple, Generic[Row]):
    """A row that stands in a text: the first and the last of its words, counted from 0, and all of them."""

    first: int
    last: int
    words: tuple[int, ...]
    row: Row


class Triggers(Generic[Row]):
    """The ``rows`` of one table, in its order, ready to be found; the longest wins, of two as long the higher up.

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
                way = _Way(parts, len(parts) - parts.count(None), place, row)
                for first in parts[0] or ():
                    self._by_first.setdefault(first, []).append(way)
        for ways in self._by_first.values():
            ways.sort(key=_rank)
        self._longest_stem = max((len(form) - 1 for form in self._forms if form.endswith(ANY_ENDING)), default=0)
        self._known: dict[str, frozenset[str]] = {}

    def find(self, words: Sequence[Word]) -> Iterator[Found[Row]]:
        """Give the rows that stand in the words of a text, in order; no word is part of two, a gap takes none."""
        keys = self._gather_keys(words)
        taken: set[int] = set()
        for at, own in enumerate(keys):
            if not own or at in taken:
                continue
            found = self._find_longest(words, keys, at, own)
            if found is not None and taken.isdisjoint(found.words):
                taken.update(found.words)
                yield found

    def find_every(self, words: Sequence[Word]) -> Iterator[Found[Row]]:
        """Give every row wherever it stands, so that a word may be part of several."""
        keys, by_first = self._gather_keys(words), self._by_first
        for at, own in enumerate(keys):
            for key in own:
                for way in by_first.get(key, ()):
                    places = _match_rest(way.parts, words, keys, at)
                    if places is not None:
                        yield Found(at, places[-1], places, way.row)

    def _find_longest(
        self, words: Sequence[Word], keys: Sequence[frozenset[str]], at: int, own: frozenset[str]
    ) -> Found[Row] | None:
        lists = [self._by_first[key] for key in own if key in self._by_first]
        if not lists:
            return None
        ways = lists[0] if len(lists) == 1 else sorted((way for some in lists for way in some), key=_rank)
        for way in ways:
            places = _match_rest(way.parts, words, keys, at)
            if places is not None:
                return Found(at, places[-1], places, way.row)
        return None

    def _gather_keys(self, words: Sequence[Word]) -> list[frozenset[str]]:
        """Give the keys of each word."""
        known, keys_of = self._known, self._keys_of
        return [known[folded] if folded in known else keys_of(folded) for _, _, _, folded in words]

    def _keys_of(self, folded: str) -> frozenset[str]:
        """Give which of the words and stems of the rows a word is and begins with; kept, as texts share most words."""
        known = self._known.get(folded)
        if known is None:
            longest = min(len(folded), self._longest_stem)
            stems = [folded[:size] + ANY_ENDING for size in range(SHORTEST_STEM, longest + 1)]
            known = frozenset(form for form in (folded, *stems) if form in self._forms)
            if len(self._known) < MOST_KNOWN:
                self._known[folded] = known
        return known


MOST_KNOWN = 50_000


def _rank(way: _Way[Row]) -> tuple[int, int, int]:
    """Order ways: more words first, then fewer gaps, then the higher row."""
    return -way.words, len(way.parts), way.place


def _match_rest(
    parts: tuple[Part, ...], words: Sequence[Word], keys: Sequence[frozenset[str]], at: int
) -> tuple[int, ...] | None:
    """Give the same where the first part is known to fit; most ways end at the word behind it."""
    if len(parts) == 1:
        return (at,)
    second = parts[1]
    if second is not None and (at + 1 == len(keys) or second.isdisjoint(keys[at + 1])):
        return None
    return _match(parts, words, keys, at)


def _match(
    parts: tuple[Part, ...], words: Sequence[Word], keys: Sequence[frozenset[str]], at: int
) -> tuple[int, ...] | None:
    """Give the places of the words that fit when the parts begin at one, None where they do not; gaps stay short."""
    places: list[int] = []
    is_gap = False
    for part in parts:
        if part is None:
            is_gap = True
            continue
        at = _find_after_gap(part, words, keys, at) if is_gap else at
        if at >= len(keys) or part.isdisjoint(keys[at]):
            return None
        places.append(at)
        at, is_gap = at + 1, False
    return tuple(places)


def _find_after_gap(part: frozenset[str], words: Sequence[Word], keys: Sequence[frozenset[str]], at: int) -> int:
    """Give the place behind a gap of up to four words where a part fits; the end of the text where none does."""
    passed = 0
    while at < len(words) and passed <= GAP_WORDS and words[at].folded not in GAP_STOPS:
        if not part.isdisjoint(keys[at]):
            return at
        passed += words[at].written[-1].isalnum()
        at += 1
    return len(words)


def _read_ways(words: str, endings: Endings) -> Iterator[tuple[Part, ...]]:
    for way in words.split(WAYS):
        parts = tuple(part for chunk in way.split() for part in _read_chunk(chunk, endings))
        if not parts or parts[0] is None or parts[-1] is None:
            message = f"{words!r}: must begin and end with a word"
            raise ValueError(message)
        yield parts


def _read_chunk(chunk: str, endings: Endings) -> Iterator[Part]:
    """Give the parts of one chunk: a gap, or the forms of its alternatives; an apostrophe begins a word of its own."""
    if chunk == GAP:
        yield None
        return
    forms = [form for word in chunk.split("|") for form in _inflect(word, endings)]
    if len(forms) == 1 and not forms[0].startswith(APOSTROPHE) and APOSTROPHE in forms[0]:
        form = forms[0]
        stem = form.removesuffix(ANY_ENDING)
        pieces = [fold_word(one) for one in WORD.findall(stem)]
        for piece in pieces[:-1]:
            yield frozenset((piece,))
        yield frozenset((pieces[-1] + form[len(stem) :],))
        return
    yield frozenset(map(fold_word, forms))


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
