"""How names of places are built and what stands around them in a language: its place tables, loaded and checked.

Takes a language code, gives a Toponymy: the forms a word may be an inflected form of, what an adjective or a region is
made of, and what a neighbouring word says. All words are rows of data. Raises KnowledgeError naming the file and the
row that is wrong.
"""

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources.abc import Traversable
from typing import NamedTuple, TypeVar

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.folders import language_folder, list_languages
from sayso.knowledge.place_rows import (
    Case,
    Form,
    Made,
    PlaceEnding,
    PlaceName,
    PlaceOrigin,
    PlacePreposition,
    PlaceWord,
    Shape,
    Side,
)
from sayso.knowledge.tables import read_lines, read_table

Row = TypeVar("Row")

# What stands within a folded word beside letters.
JOINTS = "'-"
APOSTROPHES = dict.fromkeys(map(ord, "\u2019\u02bc\u2018`\u2032\u00b4"), "'")
HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011"), "-")
SHORTEST_STEM = 1
SHORTEST_NAME = 2
MOST_FORMS = 14
LONGEST_ORIGIN = 8
TOPONYMY_FILE = "places.toml"
TEXTS = ("alphabet", "own_letters", "open_letters")
LISTS = (
    "adjective_endings",
    "adjective_stem_ends",
    "adjective_names",
    "adjective_marks",
    "indeclinable",
    "impossible",
    "joiners",
    "particles",
    "person_endings",
    "patronymics",
    "surnames",
)


class BaseForm(NamedTuple):
    """What a word may be a form of: the name in lower case, its gender and the cases the word may be."""

    name: str
    gender: Form | None
    cases: frozenset[Case]
    shape: Shape


class Head(NamedTuple):
    """What the file says that the tables do not: letters that count as others, texts, lists, and words with forms."""

    same: dict[int, str]
    texts: dict[str, str]
    lists: dict[str, tuple[str, ...]]
    town_cases: dict[str, frozenset[Case]]
    compounds: dict[str, tuple[str, ...]]


AS_WRITTEN, ALL_CASES = frozenset({Case.NOMINATIVE, Case.ACCUSATIVE}), frozenset(Case)


@attrs.frozen(kw_only=True, eq=False)
class Toponymy:
    """All that is known of the names of places of one language.

    Keys of all mappings are folded (:meth:`fold`); ``before``, ``after`` and ``prepositions`` are keyed by one or two
    words with a blank between, ``first_of_two`` are the first of two in ``after``. ``town_cases`` are the cases behind
    a preposition in which a name that a river and a town share is the town's. ``compounds`` are the adjectives that a
    name of two words may begin with, by what is left of them where one adjective is made of it.
    """

    code: str
    alphabet: frozenset[str]
    own_letters: frozenset[str]
    same_letters: Mapping[int, str]
    endings: Mapping[str, tuple[PlaceEnding, ...]]
    origins: Mapping[str, tuple[PlaceOrigin, ...]]
    before: Mapping[str, PlaceWord]
    after: Mapping[str, PlaceWord]
    first_of_two: frozenset[str]
    prepositions: Mapping[str, tuple[PlacePreposition, ...]]
    names: Mapping[str, PlaceName]
    longest_ending: int
    open_letters: frozenset[str]
    impossible: frozenset[str]
    adjective_endings: tuple[str, ...]
    adjective_stem_ends: tuple[str, ...]
    adjective_names: tuple[str, ...]
    adjective_marks: tuple[str, ...]
    indeclinable: tuple[str, ...]
    joiners: frozenset[str]
    particles: frozenset[str]
    person_endings: tuple[str, ...]
    patronymics: tuple[str, ...]
    surnames: tuple[str, ...]
    first_names: frozenset[str]
    ordinary: frozenset[str]
    persons: frozenset[str]
    governments: frozenset[str]
    town_cases: Mapping[str, frozenset[Case]]
    compounds: Mapping[str, tuple[str, ...]]

    def fold(self, written: str) -> str:
        """Give the form words are compared in: lower case, one apostrophe and hyphen, without stress marks."""
        return _fold(written, self.same_letters)

    def base_forms(self, key: str) -> tuple[BaseForm, ...]:
        """Give what a folded word may be a form of, the likeliest first; it may always stand as it is written."""
        return _base_forms(self, key)

    def origins_of(self, key: str) -> tuple[str, ...]:
        """Give the names that a folded adjective may be made of; none where it is none."""
        return _origins(self, key)

    def unmake(self, stem: str, made: Made) -> Iterator[str]:
        """Give the names that an adjective without its ending, or a region, may be made of, the likeliest first."""
        yield from self._unmake_one(stem, made)
        for joint, words in self.compounds.items():
            if stem.startswith(joint):
                rests = tuple(self._unmake_one(stem[len(joint) :], made))
                yield from (f"{word} {rest}" for rest in rests for word in words)

    def _unmake_one(self, stem: str, made: Made) -> Iterator[str]:
        for length in range(min(len(stem) - 1, LONGEST_ORIGIN), 0, -1):
            for row in self.origins.get(stem[-length:], ()):
                if row.of is made:
                    yield stem[: len(stem) - length] + row.base

    def is_adjective(self, key: str) -> bool:
        """Tell whether a folded word ends as an adjective made of a name does."""
        return any(True for _ in self.adjective_stems(key))

    def strip_person(self, key: str) -> str:
        """Give what all cases of a first name or surname share."""
        return _strip_person(self, key)

    def is_first_name(self, key: str) -> bool:
        """Tell whether a folded word is a form of a first name."""
        return self.strip_person(key) in self.first_names

    def is_person_word(self, key: str) -> bool:
        """Tell whether a folded word is a form of one that stands before the name of a person."""
        return key in self.persons or any(form.name in self.persons for form in self.base_forms(key))

    def adjective_stems(self, key: str) -> Iterator[str]:
        """Give a folded adjective without its last ending, in each way it may be cut."""
        if not key.endswith(self.adjective_endings):
            return
        for ending in self.adjective_endings:
            if key.endswith(ending) and key[: len(key) - len(ending)].endswith(self.adjective_stem_ends):
                yield key[: len(key) - len(ending)]


@lru_cache(maxsize=16_384)
def _base_forms(toponymy: Toponymy, key: str) -> tuple[BaseForm, ...]:
    """Give the forms of a word. An ending that shows a place leaves shorter endings out."""
    cases = ALL_CASES if key.endswith(toponymy.indeclinable) else AS_WRITTEN
    found: dict[tuple[str, Form | None], BaseForm] = {(key, None): BaseForm(key, None, cases, Shape.ANY)}
    for length in range(min(len(key) - SHORTEST_STEM, toponymy.longest_ending), -1, -1):
        stem = key[: len(key) - length]
        rows = toponymy.endings.get(key[len(stem) :], ()) if length or key[-1] not in toponymy.open_letters else ()
        for row in rows:
            name = stem + row.base
            old = found.get((name, row.gender))
            if old is not None:
                found[name, row.gender] = old._replace(cases=old.cases | row.cases)
            elif len(found) < MOST_FORMS and name[-2:] not in toponymy.impossible:
                found[name, row.gender] = BaseForm(name, row.gender, row.cases, row.shape)
        if any(row.shape is Shape.PLACE for row in rows):
            break
    return tuple(found.values())


def _fold(written: str, same_letters: Mapping[int, str]) -> str:
    key = written.lower()
    if not key.isalpha():
        key = unicodedata.normalize("NFC", key).translate(APOSTROPHES).translate(HYPHENS)
        key = "".join(sign for sign in key if not unicodedata.combining(sign))
    return key.translate(same_letters)


@lru_cache(maxsize=8_192)
def _strip_person(toponymy: Toponymy, key: str) -> str:
    return _strip(key, toponymy.person_endings)


def _strip(key: str, endings: Iterable[str]) -> str:
    """Cut the first of the endings off a word that leaves enough of it."""
    for ending in endings:
        if key.endswith(ending) and len(key) - len(ending) > SHORTEST_NAME:
            return key[: len(key) - len(ending)]
    return key


@lru_cache(maxsize=8_192)
def _origins(toponymy: Toponymy, key: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(name for stem in toponymy.adjective_stems(key) for name in toponymy.unmake(stem, Made.ADJECTIVE))
    )


@cache
def load_toponymy(code: str) -> Toponymy:
    """Load the place tables of a language that ships."""
    return read_toponymy(language_folder(code))


@cache
def list_toponymies() -> tuple[str, ...]:
    """Give the codes of the languages that have place tables, in order."""
    return list_languages(TOPONYMY_FILE)


def read_toponymy(folder: Traversable) -> Toponymy:
    """Read and check the place tables of one language folder."""
    same, texts, lists, town_cases, compounds = _read_head(folder / TOPONYMY_FILE)
    words = read_table(folder / "placewords.tsv", PlaceWord)
    prepositions = read_table(folder / "place_prepositions.tsv", PlacePreposition)
    origins = read_table(folder / "place_origins.tsv", PlaceOrigin)
    endings = _by_ending(read_table(folder / "place_endings.tsv", PlaceEnding), same)
    first_names, ordinary, persons, governments = (
        {_fold(line, same) for line in read_lines(folder / f"place_{name}.txt")}
        for name in ("first_names", "ordinary", "persons", "governments")
    )
    person_endings = _longest_first(lists["person_endings"])
    after = _by_words([row for row in words if row.side is not Side.BEFORE], same, is_after=True)
    return Toponymy(
        code=folder.name,
        alphabet=frozenset(texts["alphabet"] + JOINTS),
        own_letters=frozenset(texts["own_letters"]),
        same_letters=same,
        endings=endings,
        longest_ending=max(map(len, endings)),
        origins=_gather((row.ending, row) for row in origins),
        before=_by_words([row for row in words if row.side is not Side.AFTER], same, is_after=False),
        after=after,
        first_of_two=frozenset(key.partition(" ")[0] for key in after if " " in key),
        prepositions=_gather((_fold(form, same), row) for row in prepositions for form in spell_out(row.words)),
        names={_fold(row.name, same): row for row in read_table(folder / "place_names.tsv", PlaceName)},
        open_letters=frozenset(texts["open_letters"]),
        impossible=frozenset(lists["impossible"]),
        adjective_endings=_longest_first(lists["adjective_endings"]),
        adjective_stem_ends=lists["adjective_stem_ends"],
        adjective_names=lists["adjective_names"],
        adjective_marks=lists["adjective_marks"],
        indeclinable=lists["indeclinable"],
        joiners=frozenset(lists["joiners"]),
        particles=frozenset(lists["particles"]),
        person_endings=person_endings,
        patronymics=lists["patronymics"],
        surnames=lists["surnames"],
        first_names=frozenset(_strip(name, person_endings) for name in first_names),
        ordinary=frozenset(ordinary),
        persons=frozenset(persons),
        governments=frozenset(governments),
        town_cases=town_cases,
        compounds=compounds,
    )


def _read_head(path: Traversable) -> Head:
    """Read the file that says what the tables do not."""
    try:
        head = tomllib.loads(path.read_text(encoding="utf-8"))
        same: dict[int, str] = {ord(str(one)): str(other) for one, other in head["same_letters"].items()}
        lists = {name: tuple(str(word).translate(same) for word in head[name]) for name in LISTS}
        town_cases = {word: frozenset(map(Case, str(cases).split())) for word, cases in head["town_cases"].items()}
        compounds = {str(joint): tuple(map(str, words)) for joint, words in head["compounds"].items()}
        return Head(same, {name: str(head[name]) for name in TEXTS}, lists, town_cases, compounds)
    except (OSError, tomllib.TOMLDecodeError, KeyError, ValueError, AttributeError, TypeError) as error:
        message = f"{path}: {error}"
        raise KnowledgeError(message) from error


def spell_out(words: str) -> Iterator[str]:
    """Give each way to read the words of a row, where `|` parts alternatives."""
    first, *rest = words.split()
    for form in first.split("|"):
        if rest:
            yield from (f"{form} {other}" for other in spell_out(" ".join(rest)))
        else:
            yield form


def _longest_first(endings: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(endings), key=len, reverse=True))


def _by_words(rows: Iterable[PlaceWord], same: Mapping[int, str], *, is_after: bool) -> dict[str, PlaceWord]:
    """Key the rows by their words; where two rows have the same words on one side, the first counts.

    The full stop of an abbreviation stands before what follows it, so that after a name it is left out.
    """
    found: dict[str, PlaceWord] = {}
    for row in rows:
        for form in spell_out(row.words):
            found.setdefault(_fold(form.rstrip(".") if is_after else form, same), row)
    return found


def _by_ending(rows: Iterable[PlaceEnding], same: Mapping[int, str]) -> dict[str, tuple[PlaceEnding, ...]]:
    folded = [attrs.evolve(row, ending=row.ending.translate(same), base=row.base.translate(same)) for row in rows]
    return _gather((row.ending, row) for row in folded)


def _gather(pairs: Iterable[tuple[str, Row]]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for key, row in pairs:
        found.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}
