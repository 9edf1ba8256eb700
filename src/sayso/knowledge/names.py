"""Finds names that are known in words that are read, whatever their case, marks and spacing.

Takes names with a value each, gives the longest of them in a text, at word borders, left to right. How a name is
written says how it is looked for: ALL CAPITALS match only so, a Capital wants a capital, the rest matches any case.
What a language brings (articles, endings, words that are also written small) comes in a Spelling.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import accumulate, takewhile
from typing import Generic, NamedTuple, TypeVar, overload

import attrs

from sayso.errors import KnowledgeError

APOSTROPHES = "'\u2019\u02bc\u2018`\u2032\u00b4"
QUOTES = "\"'`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a"
DASHES = "-\u2010\u2011\u2012\u2013"
WHOLE = "="
# Longer words in CAPITALS are words of a headline, and have endings.
LONGEST_ACRONYM = 5
# What is left of a word at least when an ending is taken off.
SHORTEST_STEM = 3
LETTER, SIGN = r"[^\W\d_]", r"[^\W_]"
WORD = re.compile(
    rf"(?<!{SIGN}){LETTER}(?:\.{LETTER})+\.?(?!{SIGN})(?:[{APOSTROPHES}]s\b)?|{SIGN}+(?:[{APOSTROPHES}]{SIGN}+)*"
)
# Between the words of one name: nothing but a space, a line break, a quotation mark, or one sign that joins.
CUT = re.compile(f"({WORD.pattern})")
GAP = re.compile(rf"[{DASHES}/&.+]| [&+] |[{QUOTES}]?[^\S\n]*\n?[^\S\n]*[{QUOTES}]?")
LONGEST_GAP = 3
# Words whose forms are remembered, for a table of names or for all; a report has some hundreds.
MOST_KEPT = 20_000

V = TypeVar("V")


class Word(NamedTuple):
    """A word of a text: where it stands (possessive ending left out), its key, and what is around it.

    ``run`` is the same for words that no mark parts; ``hyphen`` tells that a hyphen joins it to the word before.
    """

    start: int
    end: int
    written: str
    key: str
    run: int
    article: bool
    possessive: bool
    hyphen: bool


@attrs.frozen(kw_only=True, eq=False)
class Cuts:
    """The words of a text before any spelling: lists with an entry a word; places count from 0.

    ``keys`` holds "" where the end of a word may be a possessive one: there ``after`` has the character behind it.
    ``runs`` and ``hyphens`` (places) are as in Word.
    """

    starts: Sequence[int]
    written: Sequence[str]
    keys: Sequence[str]
    runs: Sequence[int]
    hyphens: frozenset[int]
    after: Mapping[int, str]


class Hit(NamedTuple, Generic[V]):
    """A name found: the half-open range of its words, and its value."""

    first: int
    last: int
    value: V


@lru_cache(maxsize=MOST_KEPT)
def _fold(written: str) -> str:
    """Give what a word is compared by: its letters and digits in lower case, without accents.

    Kept, as words come back: to take accents off takes ten times as long as to look a word up.
    """
    key = written.lower()
    if not key.isascii():
        key = "".join(sign for sign in unicodedata.normalize("NFKD", key) if not unicodedata.combining(sign))
    return key if key.isalnum() else "".join(sign for sign in key if sign.isalnum())


def _fold_all(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_fold, words))


@attrs.frozen(kw_only=True)
class Spelling:
    """What a language leaves out of account in names; all in lower case, with typewriter apostrophes.

    ``endings`` are those of words that change: the longest is taken off a word, but off none of the words ``whole``.
    """

    articles: frozenset[str] = frozenset()
    possessives: tuple[str, ...] = ()
    small: frozenset[str] = frozenset()
    same: Mapping[str, str] = attrs.field(factory=dict)
    endings: frozenset[str] = attrs.field(default=frozenset(), converter=_fold_all)
    whole: frozenset[str] = attrs.field(default=frozenset(), converter=_fold_all)
    longest_ending: int = attrs.field(init=False)
    last_letters: frozenset[str] = attrs.field(init=False)
    _kept: dict[tuple[str, str], tuple[str, str]] = attrs.field(init=False, factory=dict, eq=False, repr=False)

    @longest_ending.default
    def _measure_endings(self) -> int:
        return max(map(len, self.endings), default=0)

    @last_letters.default
    def _gather_last_letters(self) -> frozenset[str]:
        return frozenset(ending[-1:] for ending in self.endings)

    def words(self, text: str) -> list[Word]:
        """Cut a text into words without articles, in order."""
        return self.spell(cut_words(text))[:]

    def spell(self, cuts: Cuts) -> "Spelled":
        """Give the same for a text cut before, so that several spellings can share the work."""
        keys, same, articles = list(cuts.keys), self.same, self.articles
        stripped: dict[int, tuple[str, bool]] = {}
        for at, after in cuts.after.items():
            own, _ = stripped[at] = self._strip(cuts.written[at], after)
            keys[at] = _fold(own)
        bare = self._take_off_endings(cuts, keys, stripped) if self.longest_ending else {}
        if not same.keys().isdisjoint(keys):
            keys = [same.get(key, key) for key in keys]
        kept: Sequence[int] = range(len(keys))
        if not articles.isdisjoint(keys):
            kept = [at for at, key in enumerate(keys) if key not in articles]
            keys = [keys[at] for at in kept]
        return Spelled(cuts, keys, kept, stripped, bare)

    def _take_off_endings(
        self, cuts: Cuts, keys: list[str], stripped: Mapping[int, tuple[str, bool]]
    ) -> dict[int, str]:
        """Take the endings off the keys that have one; gives CAPITALS without their ending by place."""
        bare: dict[int, str] = {}
        for at in [at for at, key in enumerate(keys) if key[-1:] in self.last_letters or key in self.whole]:
            written = stripped[at][0] if at in stripped else cuts.written[at]
            own, keys[at] = self._kept.get((written, keys[at])) or self._keep(written, keys[at])
            if own != written:
                bare[at] = own
        return bare

    def stem(self, key: str) -> str:
        """Give a folded word without its ending; a whole word is marked, so that it meets no other's beginning."""
        if key in self.whole:
            return WHOLE + key
        if self.longest_ending:
            for length in range(min(self.longest_ending, len(key) - SHORTEST_STEM), 0, -1):
                if key[-length:] in self.endings:
                    return key[:-length]
        return key

    def _keep(self, written: str, key: str) -> tuple[str, str]:
        """Give the same as below and remember it: a report has the same words again and again."""
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        found = self._kept[written, key] = self._inflected(written, key)
        return found

    def _inflected(self, written: str, key: str) -> tuple[str, str]:
        """Give a word and its key without an ending: of CAPITALS one in small letters, of other words any."""
        if len(written) > 1 and written.isupper():
            return written, self.stem(key) if len(written) > LONGEST_ACRONYM else key
        small = sum(1 for _ in takewhile(str.islower, reversed(written[-self.longest_ending :])))
        capitals = written[: len(written) - small]
        if len(capitals) > 1 and capitals.isupper() and _fold(written[len(capitals) :]) in self.endings:
            return capitals, _fold(capitals)
        return written, self.stem(key)

    def bare(self, word: str) -> str:
        """Give a word without its possessive ending."""
        return self._strip(word, "")[0]

    def _strip(self, written: str, after: str) -> tuple[str, bool]:
        """Give a word without its possessive ending, and whether it had one; ``after`` is the character behind it."""
        if after and after in APOSTROPHES and "'" in self.possessives and written[-1] in "sS":
            return written, True
        for ending in self.possessives:
            tail = written[-len(ending) :]
            if len(ending) > 1 and tail[0] in APOSTROPHES and tail[1:].lower() == ending[1:]:
                return written[: -len(ending)], True
        return written, False


# Without the detour over a function that a named tuple's own way takes.
_make_word = partial(tuple.__new__, Word)


class Spelled(Sequence[Word]):
    """The words of a text as one spelling has them; ``keys`` is of all, a word is made when it is asked for."""

    __slots__ = ("_bare", "_cuts", "_kept", "_stripped", "keys")

    def __init__(
        self,
        cuts: Cuts,
        keys: Sequence[str],
        kept: Sequence[int],
        stripped: Mapping[int, tuple[str, bool]],
        bare: Mapping[int, str],
    ) -> None:
        """``keys`` are those of the words ``kept`` of a text.

        ``stripped``: words without a possessive ending, had they one; ``bare``: CAPITALS without any ending.
        """
        self._cuts, self.keys, self._kept, self._stripped, self._bare = cuts, keys, kept, stripped, bare

    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, at: int) -> Word: ...

    @overload
    def __getitem__(self, at: slice) -> list[Word]: ...

    def __getitem__(self, at: int | slice) -> Word | list[Word]:
        if isinstance(at, slice):
            return [self._word(one) for one in range(len(self._kept))[at]]
        return self._word(range(len(self._kept))[at])

    def reach(self, first: int, last: int) -> tuple[int, int]:
        """Give the characters of some words, the possessive ending of the last left out."""
        begin, place = self._kept[first], self._kept[last - 1]
        own, _ = self._stripped.get(place) or (self._cuts.written[place], False)
        return self._cuts.starts[begin], self._cuts.starts[place] + len(own)

    def within(self, first: int, last: int) -> list[Word]:
        """Give the words of a range of the places that the text was cut into."""
        return [self._word(at) for at in range(bisect_left(self._kept, first), bisect_left(self._kept, last))]

    def _word(self, at: int) -> Word:
        place, before = self._kept[at], self._kept[at - 1] if at else -1
        start, written = self._cuts.starts[place], self._cuts.written[place]
        own, possessive = self._stripped.get(place, (written, False))
        end, bare, article = start + len(own), self._bare.get(place, own), place - before > 1
        is_joined, run = place in self._cuts.hyphens, self._cuts.runs[place]
        return _make_word((start, end, bare, self.keys[at], run, article, possessive, is_joined))


def cut_words(text: str) -> Cuts:
    """Cut a text into words, articles included, in order; the time is linear in the text."""
    parts = CUT.split(text)
    gaps, written = parts[::2], parts[1::2]
    kinds = {gap: int(_is_parting(gap)) for gap in set(gaps)}
    joining = frozenset(gap for gap in kinds if gap and gap in DASHES)
    owning = frozenset(gap for gap in kinds if gap and gap[0] in APOSTROPHES)
    bare = [at for at, is_plain in enumerate(map(str.isalnum, written)) if not is_plain]
    owned = [at for at, gap in enumerate(gaps[1:]) if gap in owning] if owning else ()
    after = {at: gaps[at + 1][:1] for at in (*bare, *owned)}
    keys = list(map(str.lower if text.isascii() else _fold, written))
    for at in after:
        keys[at] = ""
    return Cuts(
        starts=list(accumulate(map(len, parts)))[:-1:2],
        written=written,
        keys=keys,
        runs=list(accumulate(map(kinds.__getitem__, gaps[:-1]))),
        hyphens=frozenset([at for at, gap in enumerate(gaps[:-1]) if gap in joining] if joining else ()),
        after=after,
    )


@lru_cache(maxsize=2)
def cut_report(text: str) -> Cuts:
    """Give the same of the text of a report, which is kept: more than one table is looked up in it."""
    return cut_words(text)


def _is_parting(gap: str) -> bool:
    """Tell whether what stands between two words parts names."""
    return gap != " " and not (len(gap) <= LONGEST_GAP and GAP.fullmatch(gap))


# Stands between names that are cut together: nothing runs across it, and no article is counted to a name behind it.
BETWEEN = "\n\n0\n\n"


def _spell_all(names: Sequence[str], spelling: Spelling) -> Iterator[list[list[Word]]]:
    """Give the words of each name: without their endings, where it has any, and as they stand.

    All are cut together, as there are thousands, and to cut a text costs more than its words.
    """
    cuts = cut_words(BETWEEN.join(names))
    own, whole = spelling.spell(cuts), attrs.evolve(spelling, endings=frozenset()).spell(cuts)
    lengths = accumulate([len(name) + len(BETWEEN) for name in names], initial=0)
    for name, start in zip(names, lengths, strict=False):
        first, last = bisect_left(cuts.starts, start), bisect_left(cuts.starts, start + len(name))
        ways = [own.within(first, last)] if _is_changing(cuts, range(first, last), spelling) else []
        if not any(word.key.startswith(WHOLE) for way in ways for word in way):
            ways.append(whole.within(first, last))
        yield ways


def _is_changing(cuts: Cuts, places: Iterable[int], spelling: Spelling) -> bool:
    """Tell whether a word may have an ending to take off."""
    if not spelling.endings and not spelling.whole:
        return False
    for at in places:
        key = cuts.keys[at]
        if key[-1:] in spelling.last_letters or key in spelling.whole or (at in cuts.after and spelling.endings):
            return True
    return False


class _Name(NamedTuple, Generic[V]):
    """A name as its entry wants it written, word for word; None where any case will do."""

    wants: tuple[str | None, ...]
    article: bool
    value: V


CAPITAL = "A"


class Names(Generic[V]):
    """Names and their values, looked up by the words they are made of."""

    def __init__(self, names: Iterable[tuple[str, V]], spelling: Spelling) -> None:
        self.spelling = spelling
        self._names: dict[tuple[str, ...], list[_Name[V]]] = {}
        lengths: dict[str, set[int]] = {}
        stored = list(names)
        for (written, value), ways in zip(stored, _spell_all([name for name, _ in stored], spelling), strict=True):
            for way in ways:
                keys = self._enter(way, written, value)
                lengths.setdefault(keys[0], set()).add(len(keys))
        self._lengths = {key: sorted(found, reverse=True) for key, found in lengths.items()}

    def _enter(self, words: Sequence[Word], written: str, value: V) -> tuple[str, ...]:
        """Enter a name under its words without their endings, or as they stand: an ending may be part of the word."""
        if not words or words[0].run != words[-1].run:
            message = f"{written!r} has no word in it, or a mark that parts names"
            raise KnowledgeError(message)
        keys = tuple([word.key for word in words])
        free = self.spelling.small if any(key not in self.spelling.small for key in keys) else frozenset()
        name = _Name(tuple([_want(word, free) for word in words]), words[0].article, value)
        others = self._names.setdefault(keys, [])
        if name in others and self.spelling.longest_ending:
            return keys  # another form of the same name
        if any(self._clashes(name, other) for other in others):
            message = f"{written!r} stands in an earlier row too, or twice in its own"
            raise KnowledgeError(message)
        others.append(name)
        return keys

    def _clashes(self, one: _Name[V], other: _Name[V]) -> bool:
        """Tell whether two names cannot be told apart: words that change may have all but their endings in common."""
        return one.wants == other.wants or (one.value != other.value and not self.spelling.longest_ending)

    def whole(self, text: str) -> V | None:
        """Give the value of the name that a text is, and nothing else; several words may all be written small."""
        words = self.spelling.words(text)
        if not words or words[0].run != words[-1].run:
            return None
        small = len(words) > 1 and text.islower()
        for name in self._names.get(tuple([word.key for word in words]), ()):
            if _is_written(words, name.wants) or (small and all(want in {None, CAPITAL} for want in name.wants)):
                return name.value
        return None

    def hits(self, words: Sequence[Word]) -> list[Hit[V]]:
        """Give the names among the words of a text, longest first at each word, none within another."""
        keys = words.keys if isinstance(words, Spelled) else [word.key for word in words]
        found: list[Hit[V]] = []
        lengths = self._lengths
        at = 0
        for first in [place for place, key in enumerate(keys) if key in lengths]:
            hit = self._hit(words, keys, first) if first >= at else None
            if hit:
                found.append(hit)
                at = hit.last
        return found

    def _hit(self, words: Sequence[Word], keys: Sequence[str], first: int) -> Hit[V] | None:
        for length in self._lengths[keys[first]]:
            names = self._names.get(tuple(keys[first : first + length]), ()) if first + length <= len(keys) else ()
            part = words[first : first + length] if names else ()
            if not part or part[0].run != part[-1].run:
                continue
            for name in names:
                alone = length == len(words)
                if _is_written(part, name.wants) and (part[0].article or alone or not name.article):
                    return Hit(first, first + length, name.value)
        return None


def _want(word: Word, free: frozenset[str]) -> str | None:
    """Tell how a word of a name must be written: exactly so, with a CAPITAL, or in any case (None)."""
    if len(word.key) > 1 and word.written.isupper():
        return "".join(sign for sign in word.written if sign.isalnum())
    return CAPITAL if word.written[0].isupper() and word.key not in free else None


def _is_written(words: Sequence[Word], wants: Sequence[str | None]) -> bool:
    return all(
        want is None or (word.written[0].isupper() if want is CAPITAL else word.written.replace(".", "") == want)
        for word, want in zip(words, wants, strict=True)
    )
