"""Which side the words of a mention state: "Ukrainian", "Russia's", "the Kremlin", "the governor of Kharkiv region".

Takes a mention, gives the side with the words that state it and the rule that read them so. The words stand in
nations.tsv, areas.tsv and defacto.tsv of a language, those that join them to the head of a mention in relations.tsv.
Raises KnowledgeError naming the file and the row that is wrong.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from enum import IntEnum, StrEnum
from functools import cache, lru_cache
from importlib.resources.abc import Traversable
from typing import NamedTuple, TypeVar

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.folders import language_folder
from sayso.knowledge.names import Names, Spelling, Word
from sayso.knowledge.tables import read_table
from sayso.vocabulary import Span

NONE = "-"
CODE = re.compile("[A-Z0-9]{2,8}")
INTERNATIONAL = "INT"
# Mentions up to this length are kept with their side; longer ones come once.
LONGEST_KEPT = 200

T = TypeVar("T")


class Relation(StrEnum):
    """How words join a side to the head of a mention; relations.tsv says what each means."""

    ARTICLE = "article"
    POSSESSIVE = "possessive"
    OWNER = "owner"
    PLACE = "place"
    OTHER = "other"
    CLAUSE = "clause"
    GUEST = "guest"
    BASED = "based"
    HELD = "held"
    ASIDE = "aside"
    ENDING = "ending"
    WHOLE = "whole"


LEFT_OUT = frozenset((Relation.ARTICLE, Relation.POSSESSIVE, Relation.ENDING, Relation.WHOLE))


class SideRule(StrEnum):
    """By what a side was read: the kind of word, or ``owner`` and ``place`` where it stands behind the head."""

    DE_FACTO = "de-facto"
    POSSESSIVE = "possessive"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    NAME = "name"
    SEAT = "seat"
    HELD = "held"
    OWNER = "owner"
    AREA = "area"
    PLACE = "place"


class StatedSide(NamedTuple):
    """A side, the words of the mention that state it (characters of the mention), and the rule."""

    side: str
    span: Span
    rule: SideRule


def _check_code(_row: object, _field: object, code: str) -> None:
    if not CODE.fullmatch(code):
        message = f"code {code!r} is none of 2 to 8 capitals or digits"
        raise ValueError(message)


@attrs.frozen(kw_only=True)
class Nation:
    """One row of nations.tsv; the words of a column are parted by semicolons, ``-`` is none."""

    code: str = attrs.field(validator=_check_code)
    within: str
    names: str
    adjectives: str
    people: str
    seats: str
    example: str


@attrs.frozen(kw_only=True)
class Area:
    """One row of areas.tsv."""

    name: str
    code: str = attrs.field(validator=_check_code)
    example: str


def _check_holders(_row: object, _field: object, code: str) -> None:
    if not all(CODE.fullmatch(side) for pair in code.split("; ") for side in pair.split(">", 1)):
        message = f"code {code!r} is no list of codes and pairs such as UA>RU"
        raise ValueError(message)


@attrs.frozen(kw_only=True)
class DeFacto:
    """One row of defacto.tsv."""

    words: str
    code: str = attrs.field(validator=_check_holders)
    example: str

    def holder(self, named: Sequence[str]) -> str | None:
        """Give the state that set the authority up, from the sides a mention names, in order; None where none fits."""
        pairs = dict(pair.split(">") for pair in self.code.split("; ") if ">" in pair)
        alone = [pair for pair in self.code.split("; ") if ">" not in pair]
        if not pairs:
            return alone[0]
        holders = [side for side in named if side in pairs.values()]
        held = [pairs[side] for side in named if side in pairs]
        return next(iter([*holders, *held, *([] if named else alone)]), None)


@attrs.frozen(kw_only=True)
class RelationRow:
    """One row of relations.tsv."""

    words: str
    relation: Relation = attrs.field(converter=Relation)
    example: str


@attrs.frozen(kw_only=True)
class Sense:
    """What a word may stand for: the code it has as each kind of word, None where it is none of that kind."""

    name: str | None = None
    adjective: str | None = None
    people: str | None = None
    seat: str | None = None
    area: str | None = None

    @property
    def place(self) -> str | None:
        """The side of the ground that the word names."""
        return self.area or self.name or self.adjective or self.people or self.seat


class _Rank(IntEnum):
    """What states a side best comes first."""

    DE_FACTO = 0
    MODIFIER = 1
    NAME = 2
    HELD = 3
    DE_FACTO_BEHIND = 4
    OWNER = 5
    AREA = 6
    AREA_BEHIND = 7
    HELD_BEHIND = 8
    PLACE = 9


# What the ranks of an area and a holder become behind the head; all others become the rank of an owner.
BEHIND = {_Rank.AREA: (_Rank.AREA_BEHIND, SideRule.AREA), _Rank.HELD: (_Rank.HELD_BEHIND, SideRule.HELD)}


class _Part(NamedTuple):
    """Words of a mention that name a side or mark an authority, and the relation that leads them, None for the head."""

    first: int
    last: int
    value: Sense | DeFacto
    zone: Relation | None


class _Vote(NamedTuple):
    rank: _Rank
    side: str
    first: int
    last: int
    rule: SideRule


@attrs.frozen(kw_only=True, eq=False)
class Nations:
    """The words of one language that state a side.

    ``within`` gives for a party that is no state the state it is a party within.
    """

    nations: tuple[Nation, ...]
    areas: tuple[Area, ...]
    defacto: tuple[DeFacto, ...]
    relations: tuple[RelationRow, ...]
    within: dict[str, str]
    spelling: Spelling
    words_of_sides: Names[Sense]
    words_of_authorities: Names[DeFacto]
    words_between: Names[Relation]
    endings: dict[str, Relation]

    def side_of(self, text: str) -> StatedSide | None:
        """Give the side that the words of a mention state; None where they state none, or two that disagree.

        What stands before the head goes before what stands behind it, and that before a place: a Russian analyst in
        Kyiv is Russian. Marks part a mention; its first part that states a side counts. Time is linear in the text.
        """
        return _side_of(self, text) if len(text) <= LONGEST_KEPT else self._read_side(text)

    def _read_side(self, text: str) -> StatedSide | None:
        words = self.spelling.words(text)
        for run in _runs(words):
            votes = list(self._votes(run))
            if votes:
                vote = self._elect(votes)
                return vote and StatedSide(
                    vote.side, Span(start=run[vote.first].start, end=run[vote.last - 1].end), vote.rule
                )
        return None

    def _votes(self, words: Sequence[Word]) -> Iterator[_Vote]:
        parts, guest = self._parts(words)
        named = [side for part in parts if isinstance(part.value, Sense) and (side := part.value.place)]
        for part in parts:
            if isinstance(part.value, DeFacto):
                side = part.value.holder(named)
                rank = _Rank.DE_FACTO_BEHIND if part.zone else _Rank.DE_FACTO
                if side:
                    yield _Vote(rank, side, part.first, part.last, SideRule.DE_FACTO)
            else:
                vote = self._vote(words, part, part.value)
                if vote and not (guest and vote.rank is _Rank.PLACE):
                    yield vote

    def _parts(self, words: Sequence[Word]) -> tuple[list[_Part], bool]:
        """Give the parts of a mention up to its first clause, and whether its head is one who is often a stranger."""
        marks: dict[int, tuple[int, Sense | DeFacto | Relation]] = {}
        for table in (self.words_between, self.words_of_sides, self.words_of_authorities):
            marks |= {hit.first: (hit.last, hit.value) for hit in table.hits(words)}
        parts: list[_Part] = []
        zone: Relation | None = None
        guest = False
        at = 0
        while at < len(words):
            last, value = marks.get(at, (at + 1, None))
            if value is Relation.CLAUSE:
                break
            if value is Relation.GUEST:
                guest = guest or zone is None
            elif isinstance(value, Relation):
                zone = value
            elif value and zone is not Relation.OTHER:
                parts.append(_Part(at, last, value, zone))
            at = last
        return parts, guest

    def _vote(self, words: Sequence[Word], part: _Part, sense: Sense) -> _Vote | None:
        relation = self._joined(words, part)
        if relation is Relation.ASIDE:
            return None
        if part.zone is Relation.PLACE or relation is Relation.BASED:
            held = relation is Relation.HELD
            return None if held or not sense.place else _Vote(_Rank.PLACE, sense.place, *part[:2], SideRule.PLACE)
        rank, side, rule = _read_head(sense, part, words)
        if relation is Relation.HELD:
            rank, rule = _Rank.HELD, SideRule.HELD
        if part.zone is Relation.OWNER:
            rank, rule = BEHIND.get(rank, (_Rank.OWNER, SideRule.OWNER))
        return _Vote(rank, side, *part[:2], rule)

    def _joined(self, words: Sequence[Word], part: _Part) -> Relation | None:
        """Tell what a hyphen before or behind the words of a side makes of them."""
        after = words[part.last] if part.last < len(words) and words[part.last].hyphen else None
        before = words[part.first - 1] if part.first and words[part.first].hyphen else None
        return (after and self.endings.get(f"-{after.key}")) or (before and self.endings.get(f"{before.key}-")) or None

    def _elect(self, votes: Sequence[_Vote]) -> _Vote | None:
        """Give the vote that counts; None where modifiers of the head disagree."""
        rank = min(vote.rank for vote in votes)
        if rank is _Rank.HELD and any(vote.rank is _Rank.AREA for vote in votes):
            rank = _Rank.AREA
        best = [vote for vote in votes if vote.rank is rank]
        if rank is _Rank.MODIFIER:
            best += self._parties(votes, {vote.side for vote in best})
        if rank > _Rank.NAME and rank is not _Rank.AREA:
            return best[0]
        sides = {vote.side for vote in best}
        wide = {self.within[side] for side in sides if side in self.within}
        narrow = [vote for vote in best if vote.side not in wide]
        if INTERNATIONAL in sides or len({vote.side for vote in narrow}) == 1:
            return narrow[0]
        return None

    def _parties(self, votes: Sequence[_Vote], states: Container[str]) -> list[_Vote]:
        """Give the votes for parties within the states: of a Palestinian Hamas official, Hamas."""
        return [vote for vote in votes if vote.rank is _Rank.NAME and self.within.get(vote.side) in states]


def _runs(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    first = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or words[at].run != words[first].run:
            yield words[first:at]
            first = at


def _read_head(sense: Sense, part: _Part, words: Sequence[Word]) -> tuple[_Rank, str, SideRule]:
    """Read a word of a side that stands before the head, or is it."""
    alone = part.last - part.first == len(words)
    possessive = words[part.last - 1].possessive
    kinds = (
        (alone, sense.name, _Rank.MODIFIER, SideRule.NAME),
        (alone, sense.seat, _Rank.MODIFIER, SideRule.SEAT),
        (possessive, sense.name or sense.people or sense.seat, _Rank.MODIFIER, SideRule.POSSESSIVE),
        (True, sense.adjective, _Rank.MODIFIER, SideRule.ADJECTIVE),
        (True, sense.people, _Rank.MODIFIER, SideRule.PEOPLE),
        (True, sense.area, _Rank.AREA, SideRule.AREA),
        (True, sense.name, _Rank.NAME, SideRule.NAME),
        (True, sense.seat, _Rank.NAME, SideRule.SEAT),
    )
    return next((rank, side, rule) for holds, side, rank, rule in kinds if holds and side)


@cache
def load_nations(code: str) -> Nations:
    """Load the words of a language that ships."""
    return read_nations(language_folder(code))


def read_nations(folder: Traversable) -> Nations:
    """Read and check the tables of one language folder."""
    nations = read_table(folder / "nations.tsv", Nation)
    areas = read_table(folder / "areas.tsv", Area)
    defacto = read_table(folder / "defacto.tsv", DeFacto)
    relations = read_table(folder / "relations.tsv", RelationRow)
    joined = (Relation.BASED, Relation.HELD, Relation.ASIDE)
    spelling = Spelling(
        articles=frozenset(row.words for row in relations if row.relation is Relation.ARTICLE),
        possessives=tuple(row.words for row in relations if row.relation is Relation.POSSESSIVE),
        endings=frozenset(row.words for row in relations if row.relation is Relation.ENDING),
        whole=frozenset(row.words for row in relations if row.relation is Relation.WHOLE),
    )
    between = [row for row in relations if row.relation not in {*joined, *LEFT_OUT}]
    return Nations(
        nations=nations,
        areas=areas,
        defacto=defacto,
        relations=relations,
        within={row.code: row.within for row in nations if row.within != NONE},
        spelling=spelling,
        words_of_sides=_gather(folder, _senses(folder, nations, areas), spelling),
        words_of_authorities=_gather(folder / "defacto.tsv", ((row.words, row) for row in defacto), spelling),
        words_between=_gather(folder / "relations.tsv", ((row.words, row.relation) for row in between), spelling),
        endings={row.words: row.relation for row in relations if row.relation in joined},
    )


def _gather(path: Traversable, names: Iterable[tuple[str, T]], spelling: Spelling) -> Names[T]:
    try:
        return Names(names, spelling)
    except KnowledgeError as error:
        message = f"{path}: {error}"
        raise KnowledgeError(message) from error


def _senses(folder: Traversable, nations: Iterable[Nation], areas: Iterable[Area]) -> Iterator[tuple[str, Sense]]:
    """Give each word with all it may stand for; a word has one code as each kind of word."""
    senses: dict[str, dict[str, str]] = {}
    rows = [
        (word, kind, row.code)
        for row in nations
        for kind, words in (
            ("name", row.names), ("adjective", row.adjectives), ("people", row.people), ("seat", row.seats)
        )
        for word in words.split("; ")
        if word != NONE
    ]  # fmt: skip
    for word, kind, code in [*rows, *((row.name, "area", row.code) for row in areas)]:
        if kind in senses.setdefault(word, {}):
            message = f"{folder}: {word!r} is a word of kind {kind} in two rows"
            raise KnowledgeError(message)
        senses[word][kind] = code
    return ((word, Sense(**kinds)) for word, kinds in senses.items())


@lru_cache(maxsize=4096)
def _side_of(nations: Nations, text: str) -> StatedSide | None:
    """Give the side of a mention; the same few are asked for again and again."""
    return nations._read_side(text)  # noqa: SLF001 - the same class, kept outside it so that no object is held for ever
