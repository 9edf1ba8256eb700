"""Finds names that are known in words that are read, whatever their case, marks and spacing.

Takes names with a value each, gives the longest of them in a text, at word borders, left to right. How a name is
written says how it is looked for: ALL CAPITALS match only so, a Capital wants a capital, the rest matches any case.
What a language brings (articles, possessive endings, words that are also written small) comes in a Spelling.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar, overload

import attrs

from sayso.errors import KnowledgeError

APOSTROPHES = "'\u2019\u02bc\u2018`\u2032\u00b4"
QUOTES = "\"'`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a"
DASHES = "-\u2010\u2011\u2012\u2013"
LETTER, SIGN = r"[^\W\d_]", r"[^\W_]"
WORD = re.compile(
    rf"(?<!{SIGN}){LETTER}(?:\.{LETTER})+\.?(?!{SIGN})(?:[{APOSTROPHES}]s\b)?|{SIGN}+(?:[{APOSTROPHES}]{SIGN}+)*"
)
# Between the words of one name: nothing but a space, a line break, a quotation mark, or one sign that joins.
CUT = re.compile(f"({WORD.pattern})")
GAP = re.compile(rf"[{DASHES}/&.+]| [&+] |[{QUOTES}]?[^\S\n]*\n?[^\S\n]*[{QUOTES}]?")
LONGEST_GAP = 3

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


@attrs.frozen(kw_only=True)
class Spelling:
    """What a language leaves out of account in names; all in lower case, with typewriter apostrophes."""

    articles: frozenset[str] = frozenset()
    possessives: tuple[str, ...] = ()
    small: frozenset[str] = frozenset()
    same: Mapping[str, str] = attrs.field(factory=dict)

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
        if not same.keys().isdisjoint(keys):
            keys = [same.get(key, key) for key in keys]
        kept: Sequence[int] = range(len(keys))
        if not articles.isdisjoint(keys):
            kept = [at for at, key in enumerate(keys) if key not in articles]
            keys = [keys[at] for at in kept]
        return Spelled(cuts, keys, kept, stripped)

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


class Spelled(Sequence[Word]):
    """The words of a text as one spelling has them; ``keys`` is of all, a word is made when it is asked for."""

    __slots__ = ("_cuts", "_kept", "_stripped", "keys")

    def __init__(
        self, cuts: Cuts, keys: Sequence[str], kept: Sequence[int], stripped: Mapping[int, tuple[str, bool]]
    ) -> None:
        """``keys`` are those of the words ``kept`` of a text; ``stripped``: words without an ending, had they one."""
        self._cuts, self.keys, self._kept, self._stripped = cuts, keys, kept, stripped

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

    def _word(self, at: int) -> Word:
        place, before = self._kept[at], self._kept[at - 1] if at else -1
        start, written = self._cuts.starts[place], self._cuts.written[place]
        own, possessive = self._stripped.get(place, (written, False))
        return Word(
            start=start,
            end=start + len(own),
            written=own,
            key=self.keys[at],
            run=self._cuts.runs[place],
            article=place - before > 1,
            possessive=possessive,
            hyphen=place in self._cuts.hyphens,
        )


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
    keys = list(map(str.lower, written))
    for at in () if text.isascii() else [at for at, word in enumerate(written) if not word.isascii()]:
        keys[at] = _fold(written[at])
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


def _is_parting(gap: str) -> bool:
    """Tell whether what stands between two words parts names."""
    return gap != " " and not (len(gap) <= LONGEST_GAP and GAP.fullmatch(gap))


def _fold(written: str) -> str:
    """Give what a word is compared by: its letters and digits in lower case, without accents."""
    key = written.lower()
    if not key.isascii():
        key = "".join(sign for sign in unicodedata.normalize("NFKD", key) if not unicodedata.combining(sign))
    return key if key.isalnum() else "".join(sign for sign in key if sign.isalnum())


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
        for written, value in names:
            keys = self._enter(written, value)
            lengths.setdefault(keys[0], set()).add(len(keys))
        self._lengths = {key: sorted(found, reverse=True) for key, found in lengths.items()}

    def _enter(self, written: str, value: V) -> tuple[str, ...]:
        words = self.spelling.words(written)
        if not words or words[0].run != words[-1].run:
            message = f"{written!r} has no word in it, or a mark that parts names"
            raise KnowledgeError(message)
        keys = tuple([word.key for word in words])
        free = self.spelling.small if any(key not in self.spelling.small for key in keys) else frozenset()
        name = _Name(tuple([_want(word, free) for word in words]), words[0].article, value)
        others = self._names.setdefault(keys, [])
        if any(other.value != value or other.wants == name.wants for other in others):
            message = f"{written!r} stands in an earlier row too, or twice in its own"
            raise KnowledgeError(message)
        others.append(name)
        return keys

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
