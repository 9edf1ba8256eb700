"""Words around what is denied: `Claims that … are false`, `О … речи не идёт`.

Takes denials.tsv of a language folder, gives a Denials. The same words may do several things, so each part is found by
itself. Raises KnowledgeError naming the row that is wrong.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable

import attrs

from sayso.knowledge.folders import language_folder, list_languages
from sayso.knowledge.phrases import Phrases
from sayso.knowledge.tables import gather_phrases, read_table
from sayso.vocabulary import Stance

FILE = "denials.tsv"
NONE = "-"


class DenialPart(StrEnum):
    """What words of a denial do: see denials.tsv."""

    OPENS = "opens"
    CLOSES = "closes"
    ALONE = "alone"
    BACK = "back"
    AT = "at"
    NONE = "none"


class Denied(StrEnum):
    """What is denied, and so which words go together: see denials.tsv."""

    REPORT = "report"
    OWN = "own"
    ABOUT = "about"
    DOUBT = "doubt"
    CLAUSE = "clause"
    OBJECT = "object"
    BACK = "back"
    CALLED = "called"
    NEXT = "next"


def _denied(names: str) -> frozenset[Denied]:
    return frozenset() if names == NONE else frozenset(map(Denied, names.split()))


def _stance(name: str) -> Stance | None:
    return None if name == NONE else Stance(name)


@attrs.frozen(kw_only=True)
class DenialRow:
    """One row of denials.tsv."""

    part: DenialPart = attrs.field(converter=DenialPart)
    of: frozenset[Denied] = attrs.field(converter=_denied)
    stance: Stance | None = attrs.field(converter=_stance)
    words: str
    example: str

    def __attrs_post_init__(self) -> None:
        denies = self.part in (DenialPart.CLOSES, DenialPart.ALONE)
        if denies != (self.stance is not None):
            message = f"words that {self.part} have a stance where they deny, and else none"
            raise ValueError(message)


@attrs.frozen(kw_only=True, eq=False)
class Denials:
    """Those of one language: the rows of each part, but that words which close are found by what they close."""

    opens: Phrases[DenialRow]
    closes: Mapping[Denied, Phrases[DenialRow]]
    alone: Phrases[DenialRow]
    back: Phrases[DenialRow]
    at: Phrases[DenialRow]
    rows: tuple[DenialRow, ...]

    @property
    def telling(self) -> Iterator[Phrases[DenialRow]]:
        """The tables of which a row stands in each sentence that denies something."""
        yield from (self.opens, self.alone)
        yield from (self.closes[of] for of in (Denied.CLAUSE, Denied.OBJECT, Denied.BACK))


@cache
def load_denials(code: str) -> Denials:
    """Load those of a language that ships."""
    return read_denials(language_folder(code))


@cache
def list_denials() -> tuple[str, ...]:
    """Give the codes of the languages whose denials are known, in order."""
    return list_languages(FILE)


def read_denials(folder: Traversable) -> Denials:
    """Read and check the table of one language folder."""
    path = folder / FILE
    rows = read_table(path, DenialRow)

    def gather(*parts: DenialPart, of: Denied | None = None) -> Phrases[DenialRow]:
        chosen = tuple(row for row in rows if row.part in parts and (of is None or of in row.of))
        return gather_phrases(path, chosen, lambda row: row.words)

    return Denials(
        opens=gather(DenialPart.OPENS),
        closes={of: gather(DenialPart.CLOSES, of=of) for of in Denied},
        alone=gather(DenialPart.ALONE, DenialPart.NONE),
        back=gather(DenialPart.BACK),
        at=gather(DenialPart.AT),
        rows=rows,
    )
