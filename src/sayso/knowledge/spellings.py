"""Spellings and words that tell whose they are: in the names of channels, and in what is said.

Takes world/spellings.tsv, gives Spellings to look words up in. Raises KnowledgeError naming the row at fault.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import attrs

from sayso.knowledge.phrases import Phrases
from sayso.knowledge.tables import gather_phrases, read_table

ENDING = "-"
CODE = re.compile("[A-Z]{2}")
WORD = re.compile(r"[^\W\d_]+")
# How much of a word must stand before an ending.
SHORTEST_STEM = 2


class SpelledOf(StrEnum):
    """What words are looked for in: the name of a channel or outlet, or what somebody is cited for."""

    NAME = "name"
    SPEECH = "speech"


def _check_code(_row: object, _field: object, code: str) -> None:
    if not CODE.fullmatch(code):
        message = f"code {code!r} is none of two capitals"
        raise ValueError(message)


@attrs.frozen(kw_only=True)
class SpellingRow:
    """One row of spellings.tsv."""

    words: str
    code: str = attrs.field(validator=_check_code)
    of: SpelledOf = attrs.field(converter=SpelledOf)
    example: str


@attrs.frozen(kw_only=True, eq=False)
class Spellings:
    """The words of names, their endings, and the words of speech, each with the state they tell of."""

    words: Mapping[str, str]
    endings: Mapping[str, str]
    speech: Phrases[SpellingRow]

    def side_of_name(self, name: str) -> str | None:
        """Give the state that the words of a name tell of; None where they tell of none, or of two."""
        found = {code for word in WORD.findall(name.lower()) if (code := self._code_of(word))}
        return next(iter(found)) if len(found) == 1 else None

    def _code_of(self, word: str) -> str | None:
        ends = (code for ending, code in self.endings.items() if _ends(word, ending))
        return self.words.get(word) or next(ends, None)


def _ends(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) >= len(ending) + SHORTEST_STEM


@cache
def load_spellings() -> Spellings:
    """Load the table that ships."""
    return read_spellings(resources.files("sayso.knowledge") / "world" / "spellings.tsv")


def read_spellings(path: Traversable) -> Spellings:
    """Read and check a table of spellings."""
    rows = read_table(path, SpellingRow)
    names = {row.words: row.code for row in rows if row.of is SpelledOf.NAME}
    speech = tuple(row for row in rows if row.of is SpelledOf.SPEECH)
    return Spellings(
        words={word: code for word, code in names.items() if not word.startswith(ENDING)},
        endings={word.removeprefix(ENDING): code for word, code in names.items() if word.startswith(ENDING)},
        speech=gather_phrases(path, speech, lambda row: row.words),
    )
