"""The words of a language that tell where a place lies and what kind of place it is.

Read from hints.tsv, sorts.tsv, nations.tsv, shortnames.tsv, beside.tsv and buildings.tsv of a language folder; the last
four may be missing.
Raises KnowledgeError naming the file and the row that is wrong.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable
from typing import TypeVar

import attrs

from sayso.knowledge.folders import language_folder, list_languages
from sayso.knowledge.nations import NONE, Nation
from sayso.knowledge.phrases import Phrases
from sayso.knowledge.tables import gather_phrases, read_table

LONGEST_CODE = 3
HINTS_FILE = "hints.tsv"

Row = TypeVar("Row", bound=attrs.AttrsInstance)


class HintWord(StrEnum):
    """What a word tells of the place of a place; hints.tsv says what each means."""

    UNIT = "unit"
    NUMBER = "number"
    ABOUT = "about"
    DIRECTION = "direction"
    BEARING = "bearing"
    OF = "of"
    NEAR = "near"
    BETWEEN = "between"
    AND = "and"
    IN = "in"
    ARTICLE = "article"
    JOINT = "joint"
    ALONG = "along"


class Sort(StrEnum):
    """The kind of place that a word calls a name: those of the vocabulary, a district within a division, a sector."""

    SETTLEMENT = "settlement"
    DIVISION = "division"
    DISTRICT = "district"
    COUNTRY = "country"
    REGION = "region"
    WATER = "water"
    FACILITY = "facility"
    SECTOR = "sector"


class Side(StrEnum):
    """Where a word stands that tells the kind of place: before or after one name, or after a list of them."""

    BEFORE = "before"
    AFTER = "after"
    LIST = "list"


@attrs.frozen(kw_only=True)
class HintRow:
    """One row of hints.tsv."""

    words: str
    kind: HintWord = attrs.field(converter=HintWord)
    value: str
    example: str

    @property
    def holds(self) -> bool:
        """Whether it stands between a place and the larger one it lies in."""
        return self.kind is HintWord.IN or self.value == HintWord.IN


@attrs.frozen(kw_only=True)
class SortRow:
    """One row of sorts.tsv."""

    words: str
    kind: Sort = attrs.field(converter=Sort)
    side: Side = attrs.field(converter=Side)
    example: str


@attrs.frozen(kw_only=True)
class ShortName:
    """One row of shortnames.tsv: ``key`` is that of the gazetteer."""

    words: str
    key: str
    example: str


@attrs.frozen(kw_only=True)
class BesideRow:
    """One row of beside.tsv."""

    words: str
    example: str


class Built(StrEnum):
    """What a word at the end of a name says is built there; a body acts, and may have its seat anywhere."""

    STREET = "street"
    BUILDING = "building"
    BODY = "body"


@attrs.frozen(kw_only=True)
class BuiltRow:
    """One row of buildings.tsv."""

    words: str
    kind: Built = attrs.field(converter=Built)
    example: str


@attrs.frozen(kw_only=True, eq=False)
class PlaceWords:
    """All of them.

    ``states``, ``peoples`` and ``seats`` give the code of a state by its name, by an adjective or its people, by its
    seat; ``short`` the key of a place by a short name. Their keys are folded. ``beside`` are words that may stand in a
    marked mention and are no part of a name, ``built`` such as end the name of a street or a building.
    """

    hints: Phrases[HintRow]
    sorts: Mapping[Side, Phrases[SortRow]]
    short: Mapping[str, str]
    states: Mapping[str, str]
    peoples: Mapping[str, str]
    seats: Mapping[str, str]
    beside: frozenset[str]
    built: Mapping[str, Built] = attrs.field(factory=dict)


def fold_name(name: str) -> str:
    """Give the form in which short names and names of states are looked up: without full stops, in lower case.

    What is all capitals stays so: `IN` is not `in`.
    """
    plain = name.replace(".", "")
    return plain if plain.isupper() and len(plain) <= LONGEST_CODE else plain.lower()


@cache
def list_place_words() -> tuple[str, ...]:
    """Give the codes of the languages whose words around places are known, in order."""
    return list_languages(HINTS_FILE)


@cache
def load_place_words(code: str) -> PlaceWords:
    """Load those of a language that ships."""
    return read_place_words(language_folder(code))


def read_place_words(folder: Traversable) -> PlaceWords:
    """Read and check the tables of one language folder."""
    sorts = read_table(folder / "sorts.tsv", SortRow)
    nations = _read_if_there(folder / "nations.tsv", Nation)
    return PlaceWords(
        hints=gather_phrases(folder / HINTS_FILE, read_table(folder / HINTS_FILE, HintRow), lambda row: row.words),
        sorts={side: _gather_side(folder, sorts, side) for side in Side},
        short={fold_name(row.words): row.key for row in _read_if_there(folder / "shortnames.tsv", ShortName)},
        states={fold_name(word): row.code for row in nations for word in _words(row.names)},
        peoples={
            fold_name(word): row.code for row in nations for word in (*_words(row.adjectives), *_words(row.people))
        },
        seats={fold_name(word): row.code for row in nations for word in _words(row.seats)},
        beside=frozenset(
            word for row in _read_if_there(folder / "beside.tsv", BesideRow) for word in row.words.split("|")
        ),
        built={
            word: row.kind
            for row in _read_if_there(folder / "buildings.tsv", BuiltRow)
            for word in row.words.split("|")
        },
    )


def _gather_side(folder: Traversable, rows: tuple[SortRow, ...], side: Side) -> Phrases[SortRow]:
    of_side = tuple(row for row in rows if row.side is side)
    return gather_phrases(folder / "sorts.tsv", of_side, lambda row: row.words)


def _read_if_there(path: Traversable, row_type: type[Row]) -> tuple[Row, ...]:
    return read_table(path, row_type) if path.is_file() else ()


def _words(cell: str) -> list[str]:
    return [word for word in cell.split("; ") if word != NONE]
