"""Chains in the making -> the side of sources that nothing in the text gives one: by their words and their company.

Takes the statements of a report with the identities behind each, gives the side of entities that lean to one: whose
words hold a spelling that only one side uses and nobody else in the report does, whom a channel of one side brings, who
tells it a ruler of one side, or who speaks in a report that itself speaks from one side (`standpoint.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.knowledge import Language
from sayso.knowledge.people import load_people
from sayso.knowledge.spellings import load_spellings
from sayso.reading.evidence import PLACED
from sayso.reading.source import Identity
from sayso.reading.standpoint import Standpoint, find_positions
from sayso.reading.statement import Statement
from sayso.vocabulary import LinkKind, Naming, Reason, Role, Span
from sayso.vocabulary.side import UNKNOWN_SIDE

# The rules that give a side only where nothing else does.
PLACE = "side: place"
WEAK = frozenset((PLACE, "side: home of the language", "side: home of the body", "side: nothing stated"))
LEANING = 0.4
BROUGHT = frozenset((LinkKind.PERSON, LinkKind.GROUP))
RULING = frozenset((Role.GOVERNMENT, Role.MILITARY))
LOCAL = frozenset((Role.CIVILIAN, Role.MILITARY, Role.UNKNOWN))


class Leaning(NamedTuple):
    """A side, and why."""

    side: str
    reason: Reason


def find_leanings(
    report: str,
    text: str,
    statements: Sequence[Statement],
    chains: Sequence[Sequence[Identity]],
    identities: Mapping[Span, Identity],
    language: Language,
) -> dict[int, Leaning]:
    """Give the side of each entity that leans to one, by its number."""
    leanings: dict[int, Leaning] = {}
    for entity, span, side in _find_spelled(text, statements, chains, language):
        reason = Reason(rule="side: its words", score=LEANING, words=((report, span),))
        leanings.setdefault(entity, Leaning(side, reason))
    for chain in chains:
        for near, far in pairwise(chain):
            side = leanings[near.entity].side if near.entity in leanings else near.side
            if _is_brought(near, far) and side != UNKNOWN_SIDE:
                reason = Reason(rule="side: of the channel", score=LEANING, words=((report, near.mention),))
                leanings.setdefault(far.entity, Leaning(side, reason))
    for statement, chain in zip(statements, chains, strict=True):
        hearer = identities[statement.hearer] if statement.hearer is not None else None
        if chain and hearer is not None and _is_served(chain[-1], hearer):
            reason = Reason(rule="side: of whom it was told", score=LEANING, words=((report, hearer.mention),))
            leanings.setdefault(chain[-1].entity, Leaning(hearer.side, reason))
    return leanings


def is_weak(identity: Identity) -> bool:
    """Tell whether nothing in the text states the side of a source."""
    return any(reason.rule in WEAK for reason in identity.reasons)


def _is_placed(identity: Identity) -> bool:
    """Tell whether the words for a source name a place it is at: `a source in their headquarters at Dovrek`."""
    return any(reason.rule == PLACE and reason.score >= PLACED for reason in identity.reasons)


def _is_served(source: Identity, hearer: Identity) -> bool:
    """Tell whether those without a name tell one who rules or commands, as they would tell their own."""
    same = source.role in RULING and hearer.role in RULING and hearer.side != UNKNOWN_SIDE
    return same and source.naming is Naming.UNNAMED and is_weak(source) and not is_weak(hearer)


def _is_brought(near: Identity, far: Identity) -> bool:
    """Tell whether a source without a name is known only through a channel, whose people it is one of."""
    unnamed = far.naming is not Naming.NAMED and far.kind in BROUGHT and far.role in LOCAL
    return near.kind is LinkKind.CHANNEL and unnamed and is_weak(far)


def lean_to_report(
    report: str, text: str, standpoint: Standpoint, chains: Sequence[Sequence[Identity]], language: Language
) -> dict[int, Leaning]:
    """Give the side of each entity that the side its report speaks from tells, by its number."""
    weak = [[one for one in chain if is_weak(one) and not _is_placed(one)] for chain in chains]
    return {
        entity: Leaning(one.side, Reason(rule=one.rule, score=LEANING, words=((report, one.span),)))
        for entity, one in find_positions(text, standpoint, weak, language).items()
    }


def _find_spelled(
    text: str, statements: Sequence[Statement], chains: Sequence[Sequence[Identity]], language: Language
) -> Iterator[tuple[int, Span, str]]:
    """Give the entities in whose words a spelling or word stands that stands in nobody else's."""
    tables = (load_spellings().speech, load_people(language.code).standpoints)
    found = [(Span(start=start, end=end), row.code) for table in tables for start, end, row in table.find(text)]
    told = [(span, code, _speakers(span, statements, chains)) for span, code in found]
    for span, code, speakers in told:
        others = [who for one, other, who in told if other == code and not who & speakers]
        if speakers and not others:
            yield from ((entity, span, code) for entity in sorted(speakers))


def _speakers(span: Span, statements: Sequence[Statement], chains: Sequence[Sequence[Identity]]) -> frozenset[int]:
    """Give whose words a span stands in, of those whose side nothing states."""
    return frozenset(
        identity.entity
        for statement, chain in zip(statements, chains, strict=True)
        if any(one.start <= span.start and span.end <= one.end for one in statement.content)
        for identity in chain
        if is_weak(identity)
    )
