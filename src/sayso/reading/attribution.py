"""Features of the windows -> what the text marks: content, cue and sources of each attribution, as character spans.

Takes what the tagger gives and the report's quotations, decides where source, cue and content lie. A quotation is
content whole or not at all: a content span that breaks off inside one is widened to its marks. A paragraph that ends
with a verb of speech and a colon has the one behind it for content.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

import attrs
from numpy import float32
from numpy.typing import NDArray

from sayso.knowledge import Language
from sayso.reading.linking import Found, LinkParameters, link_windows
from sayso.reading.quotations import Quotation, find_overlapping
from sayso.reading.windows import Window
from sayso.vocabulary import Act, Attribution, Span, Stance

WORD = re.compile(r"\w+")

Traits = Mapping[str, tuple[float, ...]]


@attrs.frozen(kw_only=True)
class MarkedSource:
    """A source as the text marks it, and what the network makes of it; ``score`` is that of the arc to it."""

    span: Span
    score: float
    traits: Traits


@attrs.frozen(kw_only=True)
class Marked:
    """One attribution as the text marks it. ``sources`` run from the nearest to the one it rests on here.

    ``stance`` is what the words ``around`` the content do with it, where they tell more than the cue.
    """

    sources: tuple[MarkedSource, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    act: Act
    score: float
    traits: Traits
    stance: Stance | None = None
    around: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """All of its spans, in no order."""
        return (*[one.span for one in self.sources], *self.cue, *self.content)

    @property
    def start(self) -> int:
        """Where the first of its words begins."""
        return min([span.start for span in self.spans])


def in_order(marked: Iterable[Marked]) -> tuple[Marked, ...]:
    """Give marks in the order of their first words."""
    return tuple(sorted(marked, key=attrgetter("start")))


def find_marked(
    text: str,
    windows: Sequence[Window],
    features: Iterable[NDArray[float32]],
    parameters: LinkParameters,
    quotations: Sequence[Quotation],
    language: Language,
) -> tuple[Marked, ...]:
    """Give what a text marks, in the order of the first word."""
    found = [
        _to_marked(text, one, window, language)
        for window, linked in zip(windows, link_windows(tuple(features), parameters), strict=True)
        for one in linked
    ]
    spoken = [one.span for one in quotations if one.is_speech and one.closed]
    led = [_lead_in(text, one, windows, spoken) for one in found]
    whole = [_whole_quotations(one, spoken) for one in join_windows(text, led)]
    return tuple(sorted((_name_pronoun(text, one, language) for one in whole), key=_first_place))


def join_windows(text: str, found: Iterable[Marked]) -> list[Marked]:
    """Give content that begins a window to what the window before ended with: the same content, or a cue without one.

    ``found`` is in the order of the text. Content that goes with neither has no cue and is no attribution; neither is a
    cue that has no content.
    """
    joined: list[Marked] = []
    for one in found:
        before = joined[-1] if joined else None
        if one.cue:
            joined.append(one)
        elif before is not None and _is_continued(text, before, one):
            joined[-1] = attrs.evolve(before, content=(*before.content, *one.content))
    return [one for one in joined if one.content]


def _lead_in(text: str, marked: Marked, windows: Sequence[Window], spoken: Sequence[Span]) -> Marked:
    """Give the paragraph behind it to a verb of speech that ends its own with a colon: what is quoted as a block.

    Of a paragraph that begins with a quotation it takes that alone.
    """
    if marked.content or not marked.sources or marked.act is not Act.SPEECH:
        return marked
    reach = max(span.end for span in marked.spans)
    behind = bisect_left(windows, reach, key=lambda one: one.words[0][0])
    if behind == len(windows):
        return marked
    words = windows[behind].words
    between = text[reach : words[0][0]].strip()
    if between != ":" and (between or text[reach - 1] != ":"):
        return marked
    block = Span(start=words[0][0], end=words[-1][1])
    quoted = next((one for one in find_overlapping(spoken, block) if one.start == block.start), block)
    return attrs.evolve(marked, content=(quoted,))


def _is_continued(text: str, before: Marked, one: Marked) -> bool:
    """Tell whether nothing but marks and white space stands between an attribution and a content without a cue."""
    reach = max(span.end for span in before.spans)
    between = text[reach : one.content[0].start]
    is_open = not before.content or before.content[-1].end == reach
    return is_open and not any(map(str.isalnum, between))


def to_attribution(marked: Marked) -> Attribution:
    """Give an attribution with its nearest source."""
    return Attribution(
        source=tuple(one.span for one in marked.sources[:1]),
        cue=marked.cue,
        content=marked.content,
        act=marked.act,
        score=marked.score,
    )


def _first_place(marked: Marked) -> tuple[int, int]:
    return marked.start, marked.content[0].start


def _to_marked(text: str, found: Found, window: Window, language: Language) -> Marked:
    def span(words: tuple[int, int]) -> Span:
        return Span(start=window.words[words[0]][0], end=window.words[words[1] - 1][1])

    cue = tuple(map(span, found.cue))
    return Marked(
        sources=tuple(MarkedSource(span=span(one.words), score=one.score, traits=one.traits) for one in found.sources),
        cue=cue,
        content=tuple(_join_touching(text, [span(one) for one in found.content])),
        act=language.act_of(" ".join(one.cut(text) for one in cue)),
        score=found.score,
        traits=found.traits,
    )


def _join_touching(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Join the spans of one content between which nothing but white space stands."""
    before: Span | None = None
    for span in spans:
        if before is not None and before.end <= span.start and not text[before.end : span.start].strip():
            before = Span(start=before.start, end=span.end)
            continue
        if before is not None:
            yield before
        before = span
    if before is not None:
        yield before


def _name_pronoun(text: str, marked: Marked, language: Language) -> Marked:
    """Take a pronoun that begins or ends a cue without a source for it: `it added`."""
    if marked.sources or not marked.cue:
        return marked
    whole = marked.cue[0]
    if next(iter(language.agentless.find(text, whole.start, whole.end)), None) is not None:
        return marked
    for start, end, _ in language.pronouns.find(text, whole.start, whole.end):
        rest = Span(start=end, end=whole.end) if start == whole.start and end < whole.end else None
        if rest is None and end == whole.end and start > whole.start:
            rest = Span(start=whole.start, end=start)
        found = _trim(text, rest) if rest else None
        if found is not None:
            source = MarkedSource(span=Span(start=start, end=end), score=0.5, traits={})
            return attrs.evolve(marked, sources=(source,), cue=(found, *marked.cue[1:]))
    return marked


def _trim(text: str, span: Span) -> Span | None:
    """Give a span without the marks and white space around its words."""
    words = [word.span() for word in WORD.finditer(text, span.start, span.end)]
    return Span(start=words[0][0], end=words[-1][1]) if words else None


def _whole_quotations(marked: Marked, spoken: Sequence[Span]) -> Marked:
    """Widen the content over the quotations it breaks off in, where its own sources and cue leave room."""
    taken = (*(one.span for one in marked.sources), *marked.cue)
    content = []
    for span in marked.content:
        whole = span
        for marks in find_overlapping(spoken, span):
            widened = _widen(whole, marks)
            if widened != whole and not any(overlap(widened, other) for other in taken):
                whole = widened
        content.append(whole)
    whole_content = tuple(merge_spans(content))
    return marked if whole_content == marked.content else attrs.evolve(marked, content=whole_content)


def _widen(span: Span, marks: Span) -> Span:
    """Give the span widened to a quotation's marks when it covers most of the quotation but not all of it."""
    shared = min(span.end, marks.end) - max(span.start, marks.start)
    if shared * 2 <= marks.end - marks.start:
        return span
    return Span(start=min(span.start, marks.start), end=max(span.end, marks.end))


def by_sentence(marked: Sequence[Marked], sentences: Sequence[Span]) -> dict[int, list[Marked]]:
    """Give the marks of which a span lies in a sentence, by the number of the sentence, in their order."""
    ends = [one.end for one in sentences]
    held: dict[int, list[Marked]] = {}
    for one in marked:
        numbers: set[int] = set()
        for span in one.spans:
            number = bisect_right(ends, span.start)
            while number < len(sentences) and sentences[number].start < span.end:
                numbers.add(number)
                number += 1
        for number in sorted(numbers):
            held.setdefault(number, []).append(one)
    return held


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
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
