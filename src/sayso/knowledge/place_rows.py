"""The kinds of rows a language's place tables hold: endings, place words, prepositions, names.

Pure values; the fields of a type are the columns of its table, in order. How they are read and put to use is told in
`toponymy`. Each row ends with an example, its words between stars.
"""

from enum import StrEnum

import attrs

from sayso.vocabulary import PlaceKind

NO_ENDING = "-"


class Case(StrEnum):
    """The case of a noun."""

    NOMINATIVE = "nom"
    GENITIVE = "gen"
    DATIVE = "dat"
    ACCUSATIVE = "acc"
    INSTRUMENTAL = "ins"
    LOCATIVE = "loc"


class Shape(StrEnum):
    """Whether a name is a place by its looks alone, or may be anything."""

    PLACE = "place"
    ANY = "any"


class Form(StrEnum):
    """The gender of a name, or that it is a plural."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"
    PLURAL = "plural"


class Side(StrEnum):
    """Where a place word stands: before a name, after an adjective made of one, or both."""

    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"


class Says(StrEnum):
    """What a place word says of the name beside it: a kind of place, some place, part of a front, or no place."""

    SETTLEMENT = "settlement"
    DIVISION = "division"
    COUNTRY = "country"
    REGION = "region"
    WATER = "water"
    FACILITY = "facility"
    ANY = "any"
    SECTOR = "sector"
    NONE = "none"

    @property
    def kind(self) -> PlaceKind | None:
        """The kind of place, where it says one."""
        return None if self in {Says.ANY, Says.SECTOR, Says.NONE} else PlaceKind(self.value)


class Made(StrEnum):
    """What is made of the name of a place."""

    ADJECTIVE = "adjective"
    REGION = "region"


class Strength(StrEnum):
    """How strongly a preposition speaks for a place."""

    STRONG = "strong"
    FAIR = "fair"
    WEAK = "weak"


def _cases(names: str | frozenset[Case]) -> frozenset[Case]:
    return frozenset(Case(name) for name in names.split()) if isinstance(names, str) else names


def _ending(text: str) -> str:
    return "" if text == NO_ENDING else text


@attrs.frozen(kw_only=True)
class PlaceEnding:
    """An ending in a text and the ending of the name it is a form of; ``name`` is one that ends so."""

    ending: str = attrs.field(converter=_ending)
    base: str = attrs.field(converter=_ending)
    gender: Form = attrs.field(converter=Form)
    cases: frozenset[Case] = attrs.field(converter=_cases)
    shape: Shape = attrs.field(converter=Shape)
    name: str
    example: str


@attrs.frozen(kw_only=True)
class PlaceOrigin:
    """How an adjective or a region ends, and how the name it is made of ends."""

    ending: str = attrs.field(converter=_ending)
    base: str = attrs.field(converter=_ending)
    of: Made = attrs.field(converter=Made)
    example: str


@attrs.frozen(kw_only=True)
class PlaceWord:
    """A word beside a name that says what it names."""

    words: str
    kind: Says = attrs.field(converter=Says)
    side: Side = attrs.field(converter=Side)
    example: str

    @property
    def head(self) -> str:
        """Its first form, every word of it."""
        return " ".join(word.partition("|")[0] for word in self.words.split())


@attrs.frozen(kw_only=True)
class PlacePreposition:
    """A preposition, and the cases it takes."""

    words: str
    cases: frozenset[Case] = attrs.field(converter=_cases)
    strength: Strength = attrs.field(converter=Strength)
    example: str


@attrs.frozen(kw_only=True)
class PlaceName:
    """A name that no list of settlements holds, and the one to look up."""

    name: str
    kind: PlaceKind = attrs.field(converter=PlaceKind)
    lookup: str
    example: str
