"""Attributions, quotations and sentences -> the claims of a report.

Every attribution is a claim of its source. A quotation that nothing attributes is a claim whose source the report does
not state. What is left, sentence by sentence, the report says in its own voice.
"""

from collections.abc import Iterable, Iterator, Sequence

from sayso.reading.quotations import Quotation, find_overlapping
from sayso.vocabulary import (
    Attribution,
    Claim,
    ClaimKind,
    Link,
    LinkKind,
    Naming,
    Role,
    Span,
    Stance,
    claim_id,
)

FEWEST_WORDS = 3


def make_claims(
    report_id: str,
    text: str,
    attributions: Sequence[Attribution],
    quotations: Sequence[Quotation],
    sentences: Sequence[Span],
) -> tuple[Claim, ...]:
    """Give the claims of a report in the order of their first word."""
    spoken = [quotation.span for quotation in quotations if quotation.is_speech]
    attributed = [_from_attribution(report_id, text, one, spoken) for one in attributions]
    taken = [span for one in attributions for span in (*one.source, *one.cue, *one.content)]
    free = list(_untouched(spoken, taken))
    unsourced = [_plain_claim(report_id, span, ClaimKind.DIRECT) for span in free]
    own = [
        _plain_claim(report_id, sentence, ClaimKind.INDIRECT)
        for sentence in _untouched(sentences, [*taken, *free])
        if len(sentence.cut(text).split()) >= FEWEST_WORDS
    ]
    return tuple(sorted((*attributed, *unsourced, *own), key=lambda claim: (claim.content[0].start, claim.id)))


def _from_attribution(report_id: str, text: str, attribution: Attribution, spoken: Sequence[Span]) -> Claim:
    chain = tuple(_link(text, attribution.source[0]) for _ in attribution.source[:1])
    return Claim(
        id=claim_id(report_id, attribution.content, attribution.cue, chain),
        content=attribution.content,
        cue=attribution.cue,
        kind=_kind_of(attribution.content, spoken),
        chain=chain,
        stance=Stance.UNKNOWN,
        hedged=None,
        event=None,
        act=attribution.act,
        score=attribution.score,
    )


def _link(text: str, mention: Span) -> Link:
    """Name a source by the words that mention it; what kind of source it is, this reader cannot tell."""
    return Link(
        mention=mention,
        name=" ".join(mention.cut(text).split()),
        kind=LinkKind.UNKNOWN,
        naming=Naming.UNKNOWN,
        role=Role.UNKNOWN,
        side="unknown",
    )


def _plain_claim(report_id: str, span: Span, kind: ClaimKind) -> Claim:
    return Claim(
        id=claim_id(report_id, (span,), (), ()),
        content=(span,),
        cue=(),
        kind=kind,
        chain=(),
        stance=Stance.UNKNOWN,
        hedged=None,
        event=None,
        act=None,
        score=None,
    )


def _kind_of(content: Iterable[Span], spoken: Sequence[Span]) -> ClaimKind:
    """Tell direct (all of the content quoted), mixed (part of it) and indirect (none) apart."""
    length = quoted = 0
    for span in content:
        length += span.end - span.start
        overlapping = find_overlapping(spoken, span)
        quoted += sum(min(span.end, one.end) - max(span.start, one.start) for one in overlapping)
    if not quoted:
        return ClaimKind.INDIRECT
    # A comma or a full stop after the closing mark does not make a quotation mixed.
    return ClaimKind.DIRECT if quoted >= length - 2 * len(tuple(content)) else ClaimKind.MIXED


def _untouched(spans: Iterable[Span], taken: Iterable[Span]) -> Iterator[Span]:
    """Give the spans that none of the others touches; both are walked through once, in order."""
    ordered = sorted((span.start, span.end) for span in taken)
    place, reach = 0, -1
    for span in spans:
        while place < len(ordered) and ordered[place][0] < span.end:
            reach = max(reach, ordered[place][1])
            place += 1
        if reach <= span.start:
            yield span
