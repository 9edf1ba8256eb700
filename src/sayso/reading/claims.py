"""Statements, chains and attitudes -> the claims of a report, with what is remarked on them and what is flagged."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from sayso.knowledge import Conflicts, Language
from sayso.reading.details import find_details
from sayso.reading.flags import find_dropped, flag_chain
from sayso.reading.marks import MARKS
from sayso.reading.quotations import Quotation, find_overlapping
from sayso.reading.stance import Attitude
from sayso.reading.statement import Statement
from sayso.vocabulary import Claim, ClaimKind, Flag, FlagKind, Link, Remarked, Span, Stance, claim_id

# How far beside a name its age and family are looked for, in characters.
BESIDE = 40


@attrs.frozen(kw_only=True)
class Judged:
    """A statement with the chain behind it and what its origin does with it."""

    statement: Statement
    chain: tuple[Link, ...]
    attitude: Attitude


def make_claims(
    report: str,
    text: str,
    judged: Sequence[Judged],
    quotations: Sequence[Quotation],
    language: Language,
    conflicts: Conflicts,
) -> tuple[Claim, ...]:
    """Give the claims of a report in the order of their first word."""
    spoken = [quotation.span for quotation in quotations if quotation.is_speech]
    taken_over = [one.span for one in quotations if one.is_speech or _is_taken_over(one.span.cut(text))]
    details = _find_details(text, judged, language)
    claims = [
        _make_claim(report, one, taken_over if one.chain or one.statement.cue else spoken, conflicts, details)
        for one in judged
    ]
    own = [(place, one.content[0]) for place, one in enumerate(claims) if one.is_own_voice]
    attributed = [(place, one.content) for place, one in enumerate(claims) if one.chain and _is_told(one)]
    for place, flag in find_dropped(text, own, attributed, language).items():
        claims[place] = attrs.evolve(claims[place], flags=(*claims[place].flags, flag))
    for place, remark in _find_remarks(text, claims, language):
        claims[place] = attrs.evolve(claims[place], remarks=(*claims[place].remarks, remark))
    return tuple(claims)


def flag_bystanders(
    text: str, claims: Sequence[Claim], bystanders: Sequence[Span], language: Language
) -> tuple[Claim, ...]:
    """Flag the claims in or behind which private persons are named who are no sources, with what is told of them."""
    flagged = list(claims)
    starts = [claim.content[0].start for claim in claims]
    for name in bystanders if claims else ():
        place = max(0, bisect_right(starts, name.start) - 1)
        around = Span(start=max(0, name.start - BESIDE), end=min(len(text), name.end + BESIDE))
        told = find_details(text, around, name, language, beside=True)
        why = "a private person, named only as a victim or a relative"
        flag = Flag(kind=FlagKind.PRIVATE_PERSON, spans=(name, *told), why=why)
        flagged[place] = attrs.evolve(flagged[place], flags=(*flagged[place].flags, flag))
    return tuple(flagged)


def _is_taken_over(quoted: str) -> bool:
    """Tell whether a few words in quotation marks are somebody's and no name: they begin with a small letter."""
    return quoted.lstrip(MARKS)[:1].islower()


def _is_told(claim: Claim) -> bool:
    return claim.stance in (Stance.ASSERTS, Stance.OPINES)


def _find_details(text: str, judged: Sequence[Judged], language: Language) -> dict[Span, tuple[Span, ...]]:
    """Give what is told of each private person beside the name, by the mention."""
    details: dict[Span, tuple[Span, ...]] = {}
    for one in judged:
        for link in one.chain:
            for source in one.statement.sources:
                if link.private and source.span.start <= link.mention.start and link.mention.end <= source.span.end:
                    details[link.mention] = tuple(find_details(text, source.span, link.mention, language))
    return details


def _make_claim(
    report: str,
    judged: Judged,
    spoken: Sequence[Span],
    conflicts: Conflicts,
    details: Mapping[Span, Sequence[Span]],
) -> Claim:
    statement, chain, attitude = judged.statement, judged.chain, judged.attitude
    # Who is cited and stands in no chain is the report's own outlet: it speaks in its own voice.
    is_own = bool(statement.sources) and not chain and not statement.is_agentless
    cue = () if is_own else statement.cue
    return Claim(
        id=claim_id(report, statement.content, cue, chain),
        content=statement.content,
        cue=cue,
        kind=_kind_of(statement.content, spoken),
        chain=chain,
        stance=attitude.stance,
        hedged=attitude.hedged,
        act=statement.act,
        score=statement.score,
        agentless=statement.is_agentless or (bool(cue) and not chain),
        negated=attitude.negated,
        hypothetical=attitude.hypothetical,
        basis=attitude.basis,
        flags=tuple(flag_chain(chain, conflicts, details)),
        reasons=attitude.reasons,
    )


def _kind_of(content: Iterable[Span], spoken: Sequence[Span]) -> ClaimKind:
    """Tell direct (all of the content quoted), mixed (part of it) and indirect (none) apart."""
    spans = tuple(content)
    length = sum(span.end - span.start for span in spans)
    quoted = sum(
        min(span.end, one.end) - max(span.start, one.start) for span in spans for one in find_overlapping(spoken, span)
    )
    if not quoted:
        return ClaimKind.INDIRECT
    # A comma or a full stop after the closing mark does not make a quotation mixed.
    return ClaimKind.DIRECT if quoted >= length - 2 * len(spans) else ClaimKind.MIXED


def _find_remarks(text: str, claims: Sequence[Claim], language: Language) -> Iterator[tuple[int, Remarked]]:
    """Give what is remarked, each with the index of the claim it speaks of: the last that began before it."""
    starts = [claim.content[0].start for claim in claims]
    for start, end, row in language.remarks.find(text):
        place = bisect_left(starts, start) - 1
        if place >= 0 and not any(span.start <= start and end <= span.end for span in claims[place].content):
            yield place, Remarked(remark=row.remark, span=Span(start=start, end=end))
