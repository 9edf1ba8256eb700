"""A report with its chains in the making -> the side that it speaks from, and who of its sources is of that side.

What tells it are words that one side alone uses, where the report says them itself, or the body that publishes it.
Its soldiers without a side are then taken for that side's, and so is whoever has none; its prisoners for the other's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.knowledge import Language
from sayso.knowledge.conflicts import load_conflicts
from sayso.knowledge.nations import load_nations
from sayso.knowledge.people import Mark, Tie, load_people
from sayso.knowledge.world import load_register
from sayso.reading.source import Identity
from sayso.reading.statement import Statement
from sayso.vocabulary import LinkKind, Role, Span
from sayso.vocabulary.side import LETTERS_OF_STATE, UNKNOWN_SIDE

BODIES = frozenset((Role.GOVERNMENT, Role.MILITARY))
CITED = frozenset((LinkKind.PERSON, LinkKind.GROUP, LinkKind.ORGANISATION))
# How many characters before a word tell that it is a name no longer in use: `Берегов, бывший Краснобережск`.
BEFORE = 24


class Standpoint(NamedTuple):
    """The side a report speaks from, and the words that tell it; None where who publishes it does."""

    side: str
    span: Span | None


class Position(NamedTuple):
    """The side of a source by the standpoint of its report, the rule, and the words."""

    side: str
    rule: str
    span: Span


def find_standpoint(
    text: str, outlet: str | None, statements: Sequence[Statement], language: Language
) -> Standpoint | None:
    """Tell which side a report speaks from; None where nothing tells, or its words tell of two."""
    if outlet and (side := _side_of_publisher(outlet, language)):
        return Standpoint(side, None)
    found = list(_find_own_words(text, statements, language))
    return found[0] if len({one.side for one in found}) == 1 else None


def find_positions(
    text: str, standpoint: Standpoint, chains: Iterable[Sequence[Identity]], language: Language
) -> Mapping[int, Position]:
    """Give the side of each entity that the standpoint of its report tells, by its number."""
    conflicts = load_conflicts()
    foes = {one for pair in conflicts.pairs if standpoint.side in pair for one in pair} - {standpoint.side}
    foe = next(iter(foes)) if len(foes) == 1 else None
    found: dict[int, Position] = {}
    for identity in (one for chain in chains for one in chain):
        if identity.entity in found or identity.kind not in CITED:
            continue
        span = standpoint.span or identity.mention
        if _is_prisoner(text, identity.mention, language):
            if foe:
                found[identity.entity] = Position(foe, "side: held by the other", span)
            continue
        against = conflicts.is_opposed(standpoint.side, identity.side)
        if identity.side == UNKNOWN_SIDE or (identity.role is Role.MILITARY and against):
            found[identity.entity] = Position(standpoint.side, "side: of the report", span)
    return found


def _side_of_publisher(outlet: str, language: Language) -> str | None:
    """Give the state whose body publishes a report; a medium may write on any side."""
    known = [row for _, _, row in load_register().find_in(outlet) if row.kind is LinkKind.ORGANISATION]
    if known and known[0].role in BODIES and len(known[0].side) == LETTERS_OF_STATE:
        return known[0].side
    nouns = [row for table in (language.roles, language.plurals) for _, _, row in table.find(outlet)]
    if not any(noun.role in BODIES for noun in nouns):
        return None
    stated = load_nations(language.code).side_of(outlet)
    return stated.side if stated and len(stated.side) == LETTERS_OF_STATE else None


def _find_own_words(text: str, statements: Sequence[Statement], language: Language) -> Iterator[Standpoint]:
    """Give the words of one side that a report says itself, in nobody else's words, of nothing that once was."""
    people = load_people(language.code)
    others = sorted(
        (span.start, span.end)
        for one in statements
        if one.sources or one.carries is not None or one.is_agentless
        for span in one.content
    )
    at, reach = 0, 0
    for start, end, row in people.standpoints.find(text):
        while at < len(others) and others[at][0] <= start:
            reach = max(reach, others[at][1])
            at += 1
        before = people.marks.find(text, max(0, start - BEFORE), start)
        if end > reach and not any(mark.mark is Mark.FORMER for _, _, mark in before):
            yield Standpoint(row.code, Span(start=start, end=end))


def _is_prisoner(text: str, mention: Span, language: Language) -> bool:
    found = load_people(language.code).ties.find(text, mention.start, mention.end)
    return any(row.tie is Tie.PRISONER for _, _, row in found)
