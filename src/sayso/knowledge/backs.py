"""Words of a sentence that only says who told what stands before it: `Об этом сообщил мэр`, `That is according to …`.

Takes backs.tsv of a language folder, gives a Backs. Raises KnowledgeError naming the row that is wrong.
"""

from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable

import attrs

from sayso.knowledge.folders import language_folder, list_languages
from sayso.knowledge.phrases import Phrases
from sayso.knowledge.tables import gather_phrases, read_table

FILE = "backs.tsv"


class BackPart(StrEnum):
    """What words of such a sentence do: see backs.tsv."""

    BACK = "back"
    TOLD = "told"
    ENDS = "ends"


@attrs.frozen(kw_only=True)
class BackRow:
    """One row of backs.tsv."""

    part: BackPart = attrs.field(converter=BackPart)
    words: str
    example: str


@attrs.frozen(kw_only=True, eq=False)
class Backs:
    """Those of one language: words that stand for what was told, alone or with the verb; words a source ends before."""

    opens: Phrases[BackRow]
    ends: Phrases[BackRow]
    rows: tuple[BackRow, ...]


@cache
def load_backs(code: str) -> Backs:
    """Load those of a language that ships."""
    return read_backs(language_folder(code))


@cache
def list_backs() -> tuple[str, ...]:
    """Give the codes of the languages that have such words, in order."""
    return list_languages(FILE)


def read_backs(folder: Traversable) -> Backs:
    """Read and check the table of one language folder."""
    path = folder / FILE
    rows = read_table(path, BackRow)

    def gather(*parts: BackPart) -> Phrases[BackRow]:
        return gather_phrases(path, tuple(row for row in rows if row.part in parts), lambda row: row.words)

    return Backs(opens=gather(BackPart.BACK, BackPart.TOLD), ends=gather(BackPart.ENDS), rows=rows)
