"""Institutions that every state, region, town or army has: how a language names them, and the code of each.

Takes institutions.tsv of a language folder, gives its rows ready to be found, the weightier first. Raises
KnowledgeError naming the row that is wrong.
"""

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.folders import language_folder, list_languages
from sayso.knowledge.phrases import Phrases
from sayso.knowledge.tables import read_table
from sayso.knowledge.things import spell_phrases
from sayso.vocabulary.claim import THING

FILE, LANGUAGE_FILE = "institutions.tsv", "language.toml"


class ToldBy(StrEnum):
    """What tells which of them it is: see institutions.tsv."""

    STATE = "state"
    HERE = "here"
    DIVISION = "division"
    TOWN = "town"
    NUMBER = "number"
    VOICE = "voice"


@attrs.frozen(kw_only=True)
class InstitutionRow:
    """One row of institutions.tsv."""

    code: str = attrs.field(validator=attrs.validators.matches_re(THING))
    of: ToldBy = attrs.field(converter=ToldBy)
    words: str
    example: str


@attrs.frozen(kw_only=True, eq=False)
class Institutions:
    """Those of one language; ``rank`` is the place of each row in its table.

    ``home`` is the state whose institutions are mostly meant where the words do not say whose, None where that is
    any.
    """

    phrases: Phrases[InstitutionRow]
    rank: dict[InstitutionRow, int]
    home: str | None


@cache
def load_institutions(code: str) -> Institutions:
    """Load those of a language that ships."""
    return read_institutions(language_folder(code))


@cache
def list_institutions() -> tuple[str, ...]:
    """Give the codes of the languages whose institutions are known, in order."""
    return list_languages(FILE)


def read_institutions(folder: Traversable) -> Institutions:
    """Read and check the table of one language folder."""
    path = folder / FILE
    rows = read_table(path, InstitutionRow)
    try:
        phrases = Phrases((words, row) for row in rows for words in spell_phrases(row.words))
    except ValueError as error:
        message = f"{path}: row {error}"
        raise KnowledgeError(message) from error
    return Institutions(
        phrases=phrases, rank={row: place for place, row in enumerate(rows)}, home=_read_home(folder / LANGUAGE_FILE)
    )


def _read_home(path: Traversable) -> str | None:
    try:
        home = tomllib.loads(path.read_text(encoding="utf-8")).get("home")
    except (OSError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: {error}"
        raise KnowledgeError(message) from error
    return None if home is None else str(home)
