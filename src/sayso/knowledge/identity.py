"""Which language a text is in: by the letters, the frequent words and the parts of words that its folder names.

Takes a text, gives the code of the language, or None where that cannot be told: fewer than three words, a language
that has no folder, or two that fit alike. All letters and words are rows of data (`identity.toml`). Every word speaks
for or against each language; what is written in no language (links, handles, hashtags) does not count. Time is linear
in the text.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources.abc import Traversable
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.folders import language_folder, list_languages

IDENTITY_FILE = "identity.toml"
SAMPLE_CHARACTERS = 20_000
# Below these no language is told from the words alone.
FEWEST_WORDS = 3
LETTER_SHARE = 0.6
# English news has 30 to 45 % of its frequent words, other languages in Latin script under 5 % (constructed texts,
# twelve languages); headlines can have few, so the share is asked of texts of twenty words and more.
COMMON_SHARE = 0.12
ENOUGH_WORDS = 20
# Points a word that make up for few frequent words: news of names and numbers has parts of words that speak for it.
CLEAR_POINTS = 0.35
# Letters that no known language has, as a share of all, in a text with few frequent words: Belarusian, Serbian and
# Polish have 2 % and more of them (constructed texts), the three languages none outside names.
STRANGE_SHARE = 0.012
FEWEST_STRANGE = 2
# What a word says of a language, in points, and what it counts that the language is stated.
COMMON, PART, FOREIGN = 2.0, 1.0, -2.0
STATED = 3.0
LONGEST_PART = 6
LONGEST_WORD = 40

WORD = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc`][^\W\d_]+){0,3}")
NO_WORDS = re.compile(r"(?:https?://|www\.|t\.me/)\S+|[@#]\w+|[\w.]{1,64}@[\w.]+")
# One of these stands in all that NO_WORDS finds; most texts have none.
IN_NO_WORDS = ("@", "#", "://", "www.", "t.me/")
NUMBER = re.compile(r"\d+")
QUOTED = re.compile(
    '\u00ab[^\u00ab\u00bb]*\u00bb|\u201c[^\u201c\u201d]*\u201d|\u201e[^\u201e\u201c\u201d]*[\u201c\u201d]|"[^"]*"'
)
APOSTROPHES = "\u2019\u02bc`"
LISTS = ("words", "foreign_words", "parts", "foreign_parts")


@attrs.frozen(kw_only=True, eq=False)
class Identity:
    """By what a language is told: its letters, and words and parts of words that speak for or against it.

    Parts are kept apart by where they stand: at the end, at the beginning, or anywhere.
    """

    code: str
    alphabet: frozenset[str]
    words: frozenset[str]
    foreign_words: frozenset[str]
    ends: Mapping[str, float]
    begins: Mapping[str, float]
    inner: re.Pattern[str] | None
    foreign_inner: re.Pattern[str] | None

    def weigh(self, word: str) -> float:
        """Give the points of a word in lower case, with typewriter apostrophes."""
        if word in self.words:
            return COMMON
        if word in self.foreign_words or not self.alphabet.issuperset(word):
            return FOREIGN
        return self._weigh_parts(word)

    def _weigh_parts(self, word: str) -> float:
        reach = range(min(LONGEST_PART, len(word) - 1), 1, -1)
        end = next((points for length in reach if (points := self.ends.get(word[-length:]))), 0.0)
        begin = next((points for length in reach if (points := self.begins.get(word[:length]))), 0.0)
        inner = PART if self.inner and self.inner.search(word) else 0.0
        foreign = FOREIGN if self.foreign_inner and self.foreign_inner.search(word) else 0.0
        return min(end, begin, inner, foreign) or max(end, begin, inner)


class _Tally(NamedTuple):
    """What the words of a text say of one language: points, how many are frequent, how many letters are its own."""

    points: float
    common: int
    letters: int


def identify_language(text: str, codes: Iterable[str] | None = None, stated: str | None = None) -> str | None:
    """Give the code of the language that a text is in, None where that cannot be told.

    ``codes``: the languages that it may be in, all that are known where none are given. ``stated``: the language that
    it is said to be in, which decides where too little or nothing else does. Where the whole does not tell, what stands
    in quotation marks is left out: it is another's.
    """
    known = identified_languages() if codes is None else tuple(codes)
    sample = text[:SAMPLE_CHARACTERS]
    found = _identify(sample, known, stated)
    return found or _identify(QUOTED.sub(" ", sample), known, stated)


def shares_letters(text: str, code: str) -> bool:
    """Tell whether a text has a letter of a language; it is in none that it has no letter of."""
    return not _letters_of(code).isdisjoint(text.lower())


def _identify(text: str, known: Iterable[str], stated: str | None) -> str | None:
    words = _split(text)
    letters = sum(map(len, words))
    if not letters:
        return None
    # A language that has no letter in a text is not weighed: it has too few of them in any case.
    written = set("".join(words))
    tallies, strange = _tally(words, tuple([code for code in known if not _letters_of(code).isdisjoint(written)]))
    fitting = {code: one for code, one in tallies.items() if one.letters >= LETTER_SHARE * letters}
    if len(words) + min(1, len(NUMBER.findall(text))) < FEWEST_WORDS:
        return stated if stated in fitting else None
    points = {
        code: one.points + (STATED if code == stated else 0.0)
        for code, one in fitting.items()
        if _is_enough(one, len(words), letters, strange)
    }
    best = max(points.values(), default=-1.0)
    found = [code for code, of_code in points.items() if of_code == best >= 0.0]
    return found[0] if len(found) == 1 else None


def _split(text: str) -> list[str]:
    """Give the words of a text in lower case; what is written in no language is left out."""
    bare = NO_WORDS.sub(" ", text) if any(sign in text for sign in IN_NO_WORDS) else text
    sample = unicodedata.normalize("NFC", bare).lower()
    for mark in APOSTROPHES:
        sample = sample.replace(mark, "'")
    return [word[:LONGEST_WORD] for word in WORD.findall(sample)]


def _tally(words: Iterable[str], codes: tuple[str, ...]) -> tuple[Mapping[str, _Tally], int]:
    """Give what the words of a text, of which there is one, say of some languages, and how many letters are strange."""
    weigh = _weigher(codes)
    *sums, strange = [sum(part) for part in zip(*map(weigh, words), strict=True)]
    return {code: _Tally._make(sums[at * 3 : at * 3 + 3]) for at, code in enumerate(codes)}, int(strange)


@cache
def _weigher(codes: tuple[str, ...]) -> Callable[[str], tuple[float, ...]]:
    """Give what weighs one word for some languages; weights are kept, as words come back."""

    @lru_cache(maxsize=50_000)
    def weigh(word: str) -> tuple[float, ...]:
        return _weigh(word, codes)

    return weigh


def _weigh(word: str, codes: tuple[str, ...]) -> tuple[float, ...]:
    """Weigh one word: in each language what a tally has, one behind the other, and last the letters no language has."""
    tallies = []
    for identity in map(load_identity, codes):
        own = sum(sign in identity.alphabet for sign in word)
        tallies.append(_Tally(points=identity.weigh(word), common=int(word in identity.words), letters=own))
    return (*chain.from_iterable(tallies), _count_strange(word))


def _count_strange(word: str) -> int:
    """Count the letters of a word that no known language has, as often as it has letters."""
    known = _known_letters()
    return len(word) * sum(sign not in known for sign in word)


@cache
def _letters_of(code: str) -> frozenset[str]:
    """Give the letters of a language, without the apostrophe: of no text in it are three letters in five that."""
    return load_identity(code).alphabet - {"'"}


@cache
def _known_letters() -> frozenset[str]:
    return frozenset().union(*(load_identity(code).alphabet for code in identified_languages()))


def _is_enough(tally: _Tally, words: int, letters: int, strange: int) -> bool:
    """Tell whether a text speaks enough for a language: by its frequent words, or by having no strange letters."""
    is_common = tally.common >= COMMON_SHARE * words
    if strange >= FEWEST_STRANGE and strange > STRANGE_SHARE * letters:
        return is_common and tally.points > 0.0
    return is_common or words < ENOUGH_WORDS or tally.points >= CLEAR_POINTS * words


@cache
def identified_languages() -> tuple[str, ...]:
    """Give the codes of the languages that can be told, in order."""
    return list_languages(IDENTITY_FILE)


@cache
def load_identity(code: str) -> Identity:
    """Load that of a language that ships."""
    return read_identity(language_folder(code))


def read_identity(folder: Traversable) -> Identity:
    """Read and check the file of one language folder."""
    path = folder / IDENTITY_FILE
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
        alphabet = str(stored["alphabet"])
        lists = {name: tuple(str(one) for one in stored[name]) for name in LISTS}
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        message = f"{path}: {error}"
        raise KnowledgeError(message) from error
    parts, foreign = lists["parts"], lists["foreign_parts"]
    _check_parts(path, (*parts, *foreign))
    return Identity(
        code=folder.name,
        alphabet=frozenset(alphabet),
        words=frozenset(lists["words"]),
        foreign_words=frozenset(lists["foreign_words"]),
        ends=_edges(parts, foreign, is_end=True),
        begins=_edges(parts, foreign, is_end=False),
        inner=_inner(parts),
        foreign_inner=_inner(foreign),
    )


def _check_parts(path: Traversable, parts: Iterable[str]) -> None:
    for part in parts:
        bare = part.strip("-")
        if bare == part or not 1 < len(bare) <= LONGEST_PART:
            message = f"{path}: part {part!r}: wants a hyphen where the word goes on, and two to {LONGEST_PART} letters"
            raise KnowledgeError(message)


def _edges(parts: Iterable[str], foreign: Iterable[str], *, is_end: bool) -> Mapping[str, float]:
    """Give the points of the parts that stand at one edge of a word."""
    points = dict.fromkeys(parts, PART) | dict.fromkeys(foreign, FOREIGN)
    return MappingProxyType(
        {
            part.strip("-"): value
            for part, value in points.items()
            if part.startswith("-") is is_end and part.endswith("-") is not is_end
        }
    )


def _inner(parts: Iterable[str]) -> re.Pattern[str] | None:
    found = [re.escape(part.strip("-")) for part in parts if part.startswith("-") and part.endswith("-")]
    return re.compile("|".join(found)) if found else None
