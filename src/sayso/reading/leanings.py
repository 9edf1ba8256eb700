"""Chains in the making -> the side of sources that nothing in the text gives one: by their words and their company.

Takes the statements of a report with the identities behind each, gives the side of entities that lean to one: whose
words hold a spelling that only one side uses and nobody else in the report does, whom a channel of one side brings, or
who tells it a ruler of one side.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.knowledge.spellings import load_spellings
from sayso.reading.evidence import UNKNOWN_SIDE
from sayso.reading.source import Identity
from sayso.reading.statement import Statement
from sayso.vocabulary import LinkKind, Naming, Reason, Role, Span

# The rules that give a side only where nothing else does.
WEAK = frozenset(("side: place", "side: home of the language", "side: nothing stated"))
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
) -> Mapping[int, Leaning]:
    """Give the side of each entity that leans to one, by its number."""
    leanings: dict[int, Leaning] = {}
    for entity, span, side in _find_spelled(text, statements, chains):
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


def _is_served(source: Identity, hearer: Identity) -> bool:
    """Tell whether those without a name tell one who rules or commands, as they would tell their own."""
    same = source.role in RULING and hearer.role in RULING and hearer.side != UNKNOWN_SIDE
    return same and source.naming is Naming.UNNAMED and is_weak(source) and not is_weak(hearer)


def _is_brought(near: Identity, far: Identity) -> bool:
    """Tell whether a source without a name is known only through a channel, whose people it is one of."""
    unnamed = far.naming is not Naming.NAMED and far.kind in BROUGHT and far.role in LOCAL
    return near.kind is LinkKind.CHANNEL and unnamed and is_weak(far)


def _find_spelled(
    text: str, statements: Sequence[Statement], chains: Sequence[Sequence[Identity]]
) -> Iterator[tuple[int, Span, str]]:
    """Give the entities in whose words a spelling stands that stands in nobody else's."""
    found = [(Span(start=start, end=end), row.code) for start, end, row in load_spellings().speech.find(text)]
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
