"""Features of the windows -> the attributions of a report, as character spans.

Takes what the tagger gives and the report's quotations, decides where source, cue and content lie. A quotation is
content whole or not at all: a content span that breaks off inside one is widened to its marks.
"""

from collections.abc import Iterable, Sequence

import attrs
from numpy import float32
from numpy.typing import NDArray

from sayso.knowledge import Language
from sayso.reading.linking import Found, LinkParameters, link_window
from sayso.reading.quotations import Quotation, find_overlapping
from sayso.reading.windows import Window
from sayso.vocabulary import Attribution, Span

# Below this score an attribution is more often wrong than right on PolNeAR dev.
LOWEST_SCORE = 0.0


def find_attributions(
    text: str,
    windows: Sequence[Window],
    features: Iterable[NDArray[float32]],
    parameters: LinkParameters,
    quotations: Sequence[Quotation],
    language: Language,
) -> tuple[Attribution, ...]:
    """Give the attributions of a text, in the order of their first word."""
    found = [
        _to_attribution(text, one, window, language)
        for window, scores in zip(windows, features, strict=True)
        for one in link_window(scores, parameters)
        if one.score >= LOWEST_SCORE
    ]
    spoken = [one.span for one in quotations if one.is_speech and one.closed]
    whole = [_whole_quotations(one, spoken) for one in found]
    return tuple(sorted(whole, key=_first_place))


def _first_place(attribution: Attribution) -> tuple[int, int]:
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return min(span.start for span in spans), attribution.content[0].start


def _to_attribution(text: str, found: Found, window: Window, language: Language) -> Attribution:
    source, cue, content = (
        tuple(Span(start=window.words[start][0], end=window.words[end - 1][1]) for start, end in ranges)
        for ranges in (found.source, found.cue, found.content)
    )
    words = " ".join(span.cut(text) for span in cue)
    return Attribution(source=source, cue=cue, content=content, act=language.act_of(words), score=found.score)


def _whole_quotations(attribution: Attribution, spoken: Sequence[Span]) -> Attribution:
    """Widen the content over the quotations it breaks off in, where its own source and cue leave room."""
    taken = (*attribution.source, *attribution.cue)
    content = []
    for span in attribution.content:
        whole = span
        for marks in find_overlapping(spoken, span):
            widened = _widen(whole, marks)
            if widened != whole and not any(_overlap(widened, other) for other in taken):
                whole = widened
        content.append(whole)
    return attrs.evolve(attribution, content=tuple(merge_spans(content)))


def _widen(span: Span, marks: Span) -> Span:
    """Give the span widened to a quotation's marks when it covers most of the quotation but not all of it."""
    shared = min(span.end, marks.end) - max(span.start, marks.start)
    if shared * 2 <= marks.end - marks.start:
        return span
    return Span(start=min(span.start, marks.start), end=max(span.end, marks.end))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """Sort spans and join those that overlap."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(start=merged[-1].start, end=max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged
