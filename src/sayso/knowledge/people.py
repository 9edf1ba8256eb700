"""Words of a language that say how sources are spoken of: what opens a noun phrase, what tells gender and naming.

Takes a language code, gives its determiners, genders, marks and offices. Raises KnowledgeError naming the file and the
row that is wrong.
"""

from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable

import attrs

from sayso.knowledge.folders import language_folder
from sayso.knowledge.inflection import read_inflection
from sayso.knowledge.phrases import Phrases
from sayso.knowledge.rows import Gender, Number
from sayso.knowledge.tables import read_phrases


class Reference(StrEnum):
    """How a noun phrase stands to what was named before it."""

    DEFINITE = "definite"
    NEW = "new"
    OTHER = "other"
    SAME = "same"


class Mark(StrEnum):
    """What words say of a source besides what it is."""

    PSEUDONYM = "pseudonym"
    FORMER = "former"
    NAMED = "named"
    MEDIUM = "medium"
    PUBLIC = "public"
    INSTITUTION = "institution"
    VIEW = "view"
    IN_NAME = "in_name"
    LONE_NAME = "lone_name"
    EARLIER = "earlier"
    ONE_OF = "one_of"
    GOVERNMENT = "government"
    NO_NAME = "no_name"
    PEER = "peer"
    LOCAL = "local"


class Tie(StrEnum):
    """What ties a source to a state or a body, or keeps it from being tied to one; ties.tsv says what each means."""

    HOME = "home"
    PRISONER = "prisoner"
    TALKS = "talks"
    INFORMANT = "informant"
    DESCRIBED = "described"
    HEARER = "hearer"
    WITHIN = "within"
    HANDLE = "handle"


class GenderOf(StrEnum):
    """Whether a word of gender describes a person or is a given name."""

    WORD = "word"
    NAME = "name"


@attrs.frozen(kw_only=True)
class Determiner:
    """One row of determiners.tsv."""

    words: str
    reference: Reference = attrs.field(converter=Reference)
    number: Number = attrs.field(converter=Number)
    example: str


@attrs.frozen(kw_only=True)
class GenderWord:
    """One row of genders.tsv."""

    words: str
    gender: Gender = attrs.field(converter=Gender)
    of: GenderOf = attrs.field(converter=GenderOf)
    example: str


@attrs.frozen(kw_only=True)
class MarkRow:
    """One row of marks.tsv."""

    words: str
    mark: Mark = attrs.field(converter=Mark)
    example: str


@attrs.frozen(kw_only=True)
class TieRow:
    """One row of ties.tsv."""

    words: str
    tie: Tie = attrs.field(converter=Tie)
    example: str


@attrs.frozen(kw_only=True)
class Office:
    """One row of offices.tsv or standpoints.tsv: words that one side alone has or uses, and whose they are."""

    words: str
    code: str = attrs.field(validator=attrs.validators.matches_re("[A-Z]{2}"))
    example: str


@attrs.frozen(kw_only=True, eq=False)
class People:
    """The tables of one language."""

    determiners: Phrases[Determiner]
    genders: Phrases[GenderWord]
    marks: Phrases[MarkRow]
    offices: Phrases[Office]
    standpoints: Phrases[Office]
    ties: Phrases[TieRow]


@cache
def load_people(code: str) -> People:
    """Load the words of a language that ships."""
    return read_people(language_folder(code))


def read_people(folder: Traversable) -> People:
    """Read and check the tables of one language folder."""
    expand = read_inflection(folder).expand
    return People(
        determiners=read_phrases(folder / "determiners.tsv", Determiner, expand),
        genders=read_phrases(folder / "genders.tsv", GenderWord, expand),
        marks=read_phrases(folder / "marks.tsv", MarkRow, expand),
        offices=read_phrases(folder / "offices.tsv", Office, expand),
        standpoints=read_phrases(folder / "standpoints.tsv", Office, expand),
        ties=read_phrases(folder / "ties.tsv", TieRow, expand),
    )
