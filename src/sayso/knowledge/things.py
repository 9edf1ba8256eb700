"""Words that name what claims are about, and the code of each, one for all languages.

Takes things.tsv of a language folder, gives its rows ready to be found. The words of a row are phrases parted by
commas; endings of a stem stand in brackets (`bridge[- s]`), `-` is none; all else is as in `phrases`. Raises
KnowledgeError naming the row that is wrong.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.folders import language_folder, list_languages
from sayso.knowledge.phrases import Phrases
from sayso.knowledge.tables import read_table
from sayso.vocabulary.claim import THING

FILE = "things.tsv"
STEM = re.compile(r"([^\s\[\]|]+)\[([^\[\]]+)\]")
NO_ENDING = "-"


@attrs.frozen(kw_only=True)
class ThingRow:
    """One row of things.tsv."""

    code: str = attrs.field(validator=attrs.validators.matches_re(THING))
    words: str
    example: str


@cache
def load_things(code: str) -> Phrases[ThingRow]:
    """Load the things of a language that ships."""
    return read_things(language_folder(code))


@cache
def list_things() -> tuple[str, ...]:
    """Give the codes of the languages whose words of things are known, in order."""
    return list_languages(FILE)


def read_things(folder: Traversable) -> Phrases[ThingRow]:
    """Read and check the things of one language folder; each has one row."""
    path = folder / FILE
    rows = read_table(path, ThingRow)
    codes = [row.code for row in rows]
    if len(set(codes)) < len(codes):
        twice = sorted({code for code in codes if codes.count(code) > 1})
        message = f"{path}: row {twice[0]!r}: an earlier row has the same code"
        raise KnowledgeError(message)
    try:
        return Phrases((words, row) for row in rows for words in spell_phrases(row.words))
    except ValueError as error:
        message = f"{path}: row {error}"
        raise KnowledgeError(message) from error


def spell_phrases(words: str) -> Iterator[str]:
    """Give each phrase of a row, every stem in it as its forms, parted as alternatives are."""
    for phrase in words.split(","):
        yield STEM.sub(_spell, phrase.strip())


def _spell(found: re.Match[str]) -> str:
    stem, endings = found.groups()
    return "|".join(stem + ("" if ending == NO_ENDING else ending) for ending in endings.split())
