"""Statements and the identities of their sources -> the chain of links behind each, nearest first, origin last.

A chain begins with the sources of the statement's own sentence. It takes over what brought the same source before: a
serviceman whom a channel cited speaks through that channel afterwards too (`inherited`). A quotation without a cue has
the chain of the speaker it carries on. The outlet of the report itself is no link.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from sayso.knowledge import Language, find_state
from sayso.knowledge.nations import INTERNATIONAL
from sayso.knowledge.world import load_register
from sayso.reading.leanings import WEAK, Leaning, find_leanings, is_weak, lean_to_report
from sayso.reading.source import Identity
from sayso.reading.standpoint import find_standpoint
from sayso.reading.statement import Statement
from sayso.vocabulary import Link, LinkKind, Reason, Relay, Role, Span
from sayso.vocabulary.side import LETTERS_OF_STATE, UNKNOWN_SIDE

# How far apart two sources may stand for the words between them to say how one rests on the other, in characters, and
# how far around them those words may stand.
LONGEST_RELAY = 120
BESIDE = 24
# Those who tell a reporter what they were told; what rulers and commanders hear comes to be known otherwise.
WITNESSES = frozenset((Role.CIVILIAN, Role.UNKNOWN))


@attrs.frozen(kw_only=True)
class _Step:
    """One link in the making: who it is, and how sure the reader is that it belongs here."""

    identity: Identity
    score: float
    inherited: bool
    relay: Relay | None = None


def make_chains(
    report: str,
    text: str,
    statements: Sequence[Statement],
    identities: Mapping[Span, Identity],
    language: Language,
    *,
    outlet: str | None = None,
) -> tuple[tuple[Link, ...], ...]:
    """Give the chain of each statement, in order; empty where the report says it itself or names nobody."""
    brought: dict[int, tuple[_Step, ...]] = {}
    authors: dict[int, tuple[_Step, ...]] = {}
    chains: list[tuple[_Step, ...]] = []
    for statement in statements:
        if statement.carries is not None:
            carried = chains[statement.carries]
            chains.append(tuple(attrs.evolve(one, inherited=True) for one in carried))
            continue
        own = _name_relays(text, _own_steps(statement, identities, outlet), language)
        own = _add_authors(_add_hearer(statement, own, brought, identities), authors)
        chain = tuple(own) if statement.is_first_hand else _take_over(own, brought)
        for place, one in enumerate(chain):
            if place and chain[place - 1].identity.kind is LinkKind.DOCUMENT:
                continue
            if one.identity.entity not in brought or (place and not brought[one.identity.entity]):
                before = tuple(attrs.evolve(step, inherited=True) for step in chain[:place])
                brought[one.identity.entity] = before
        authors.update(_find_authors(chain))
        chains.append(chain)
    named = [[one.identity for one in chain] for chain in chains]
    leanings = find_leanings(report, text, statements, named, identities, language)
    if standpoint := find_standpoint(text, outlet, statements, language):
        leanings = {**lean_to_report(report, text, standpoint, named, language), **leanings}
    return tuple(tuple(_to_link(report, _lean(one, leanings), language) for one in chain) for chain in chains)


def _lean(step: _Step, leanings: Mapping[int, Leaning]) -> _Step:
    """Give a link with the side it leans to, where the text states none."""
    leaning = leanings.get(step.identity.entity)
    if leaning is None or not is_weak(step.identity):
        return step
    reasons = tuple(one for one in step.identity.reasons if one.rule not in WEAK)
    identity = attrs.evolve(step.identity, side=leaning.side, reasons=(*reasons, leaning.reason))
    return attrs.evolve(step, identity=identity)


def _own_steps(statement: Statement, identities: Mapping[Span, Identity], outlet: str | None) -> list[_Step]:
    """Give the links a statement names itself, each source once, the report's own outlet left out."""
    steps: list[_Step] = []
    for source in statement.sources:
        identity = identities[source.span]
        is_known = any(one.identity.entity == identity.entity for one in steps)
        if not is_known and not _is_own_outlet(identity, outlet):
            steps.append(_Step(identity=identity, score=source.score, inherited=False))
    return steps


def _add_hearer(
    statement: Statement, own: list[_Step], brought: Mapping[int, object], identities: Mapping[Span, Identity]
) -> list[_Step]:
    """Put whom a statement was told before its links, where the report cites that person too: `a guard told her`."""
    hearer = identities.get(statement.hearer) if statement.hearer is not None else None
    if hearer is None or not own or hearer.entity not in brought or hearer.role not in WITNESSES:
        return own
    is_known = any(one.identity.entity == hearer.entity for one in own)
    return own if is_known else [_Step(identity=hearer, score=0.5, inherited=False, relay=Relay.HEARD), *own]


def _find_authors(chain: Sequence[_Step]) -> dict[int, tuple[_Step, ...]]:
    """Give for each document that somebody wrote those behind it."""
    return {
        near.identity.entity: tuple(attrs.evolve(one, inherited=True) for one in chain[place + 1 :])
        for place, near in enumerate(chain[:-1])
        if near.identity.kind is LinkKind.DOCUMENT and near.relay is Relay.AUTHORED
    }


def _add_authors(own: list[_Step], authors: Mapping[int, tuple[_Step, ...]]) -> list[_Step]:
    """Put behind a document those who were named as its authors before: `the report says`."""
    known = {one.identity.entity for one in own}
    behind = authors.get(own[-1].identity.entity, ()) if own else ()
    return [*own, *(one for one in behind if one.identity.entity not in known)]


def _name_relays(text: str, steps: Sequence[_Step], language: Language) -> list[_Step]:
    """Say how each link rests on the next, by the words between or right around the two."""
    named = list(steps)
    for place, (near, far) in enumerate(pairwise(steps)):
        spans = sorted((near.identity.mention, far.identity.mention))
        if spans[1].start - spans[0].end > LONGEST_RELAY:
            continue
        begin, end = max(0, spans[0].start - BESIDE), min(len(text), spans[1].end + BESIDE)
        found = [
            (start, row)
            for start, stop, row in language.relays.find(text, begin, end)
            if stop > spans[0].start - BESIDE
        ]
        between = [row for start, row in found if spans[0].end <= start < spans[1].start] or [row for _, row in found]
        if between:
            named[place] = attrs.evolve(near, relay=between[0].relay)
    return named


def _is_own_outlet(identity: Identity, outlet: str | None) -> bool:
    """Tell whether a source is the report's own outlet: by its name, or by another name of the same body."""
    if outlet is None or not _plain(outlet):
        return False
    known = load_register().find(outlet)
    named = load_register().find(identity.name) if known is not None else None
    return _plain(identity.name) == _plain(outlet) or (named is not None and known is not None and named.id == known.id)


def _plain(name: str) -> str:
    return " ".join("".join(one if one.isalnum() else " " for one in name.casefold()).split())


def _take_over(own: Sequence[_Step], brought: Mapping[int, tuple[_Step, ...]]) -> tuple[_Step, ...]:
    """Put before the links of a statement those that brought its first source earlier in the report."""
    if not own:
        return ()
    known = {one.identity.entity for one in own}
    before = tuple(one for one in brought.get(own[0].identity.entity, ()) if one.identity.entity not in known)
    return (*before, *own)


def _to_link(report: str, step: _Step, language: Language) -> Link:
    identity = step.identity
    is_state = len(identity.side) == LETTERS_OF_STATE or identity.side in (INTERNATIONAL, UNKNOWN_SIDE)
    party = None if is_state else identity.side
    reasons = identity.reasons
    if step.inherited:
        words = ((report, identity.mention),)
        reasons = (*reasons, Reason(rule="brought this source earlier in the report", score=step.score, words=words))
    return Link(
        mention=identity.mention,
        name=identity.name,
        kind=identity.kind,
        naming=identity.naming,
        role=identity.role,
        side=identity.side if party is None else find_state(party, language.code) or party,
        inherited=step.inherited,
        former=identity.former,
        party=party,
        private=identity.private,
        relay=step.relay,
        score=step.score,
        reasons=reasons,
    )
