"""A lexicon of a few names, and marked-up sentences read for the tests of places."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import attrs

from sayso.knowledge import MetBy
from sayso.reading.toponyms import PlaceMention
from sayso.vocabulary import Span

CASES = Path(__file__).parents[1] / "cases"
MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


@attrs.frozen
class FoundPlace:
    """A place as a lexicon gives it."""

    population: int
    by: MetBy = MetBy.EXACT


@attrs.frozen(eq=False)
class SmallLexicon:
    """Knows the names it is made of, each with how many people live there."""

    names: dict[str, int]

    def has(self, name: str) -> bool:
        return name.lower() in self.names

    def find(self, name: str, *, language: str | None = None) -> Sequence[FoundPlace]:  # noqa: ARG002 - as a gazetteer
        return [FoundPlace(self.names[name.lower()])] if self.has(name) else []


class Marked(NamedTuple):
    """A sentence without its marks, and the mentions they mark with their names."""

    text: str
    places: list[tuple[Span, str]]


def read_cases(language: str) -> Iterator[Marked]:
    """Give the sentences of a language's cases."""
    for line in (CASES / language / "places.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            yield read_marked(line)


def read_marked(line: str) -> Marked:
    """Read `Fire in [Sosnove|Sosnove]`."""
    text, places, end = "", [], 0
    for found in MARKED.finditer(line):
        text += line[end : found.start()]
        places.append((Span(start=len(text), end=len(text) + len(found[1])), found[2]))
        text += found[1]
        end = found.end()
    return Marked(text + line[end:], places)


def surely(mentions: Sequence[PlaceMention]) -> list[tuple[Span, str]]:
    """Give the mentions that are rather places than not, with their best names."""
    return [(one.span, one.names[0]) for one in mentions if one.score >= 0.5]
