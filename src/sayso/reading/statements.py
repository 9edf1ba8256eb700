"""What the text marks, its quotations and its sentences -> statements: words that are claimed, not yet by whom.

Every attribution is a statement. A quotation that nothing attributes goes to the statement it continues, or becomes one
whose speaker is carried over. Of what is left, a sentence that names nobody in particular (`it was reported`) is
agentless, one that only remarks on others is none, and the rest the report says in its own voice.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from sayso.knowledge import Language
from sayso.reading.attribution import Marked, MarkedSource, merge_spans, overlap
from sayso.reading.quotations import Quotation, find_overlapping
from sayso.vocabulary import Act, Span

FEWEST_WORDS = 3
FEWEST_WORDS_OF_REST = 4
WORD = re.compile(r"\w+")
EDGES = " \t\n\r\u00a0,;:.\u2026-\u2013\u2014"
LEFT_EDGES = EDGES + ")"
RIGHT_EDGES = EDGES + "("
PARAGRAPH = re.compile(r"\n\s*\n")
LONGEST_BETWEEN = 4


@attrs.frozen(kw_only=True)
class Statement:
    """Words that are claimed.

    ``sources`` are those of its own sentence, nearest first. ``carries``: the index of the statement whose speaker it
    takes over, having none of its own. ``is_agentless``: attributed, but to nobody in particular.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    sources: tuple[MarkedSource, ...] = ()
    act: Act | None = None
    score: float | None = None
    traits: Mapping[str, tuple[float, ...]] = attrs.field(factory=dict)
    carries: int | None = None
    is_agentless: bool = False

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0].start

    @property
    def spans(self) -> tuple[Span, ...]:
        """All that it covers."""
        return (*self.content, *self.cue, *(one.span for one in self.sources))


def make_statements(
    text: str,
    marked: Sequence[Marked],
    quotations: Sequence[Quotation],
    sentences: Sequence[Span],
    language: Language,
) -> tuple[Statement, ...]:
    """Give the statements of a text in the order of their first word."""
    attributed = [
        Statement(content=content, cue=one.cue, sources=one.sources, act=one.act, score=one.score, traits=one.traits)
        for one in marked
        if (content := _trim_content(text, one, language))
    ]
    spoken = [one.span for one in quotations if one.is_speech]
    free = [span for span in spoken if not any(overlap(span, other) for one in attributed for other in one.spans)]
    joined = _continue_quotations(text, attributed, free)
    rest = _read_rest(text, sentences, [span for one in joined for span in one.spans], language)
    return _carry(text, sorted((*joined, *rest), key=lambda one: (one.start, one.content[0].end)), spoken)


def _trim_content(text: str, marked: Marked, language: Language) -> tuple[Span, ...]:
    """Leave out the words that only open a content clause (`that`) and the marks around it."""
    spans = (_trim(text, span, language.openers) for span in marked.content)
    return tuple(span for span in spans if span is not None)


def _trim(text: str, span: Span, openers: frozenset[str] = frozenset()) -> Span | None:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(LEFT_EDGES))
    end = start + len(text[start : span.end].rstrip(RIGHT_EDGES))
    first = WORD.match(text, start, end)
    if first and first.group().lower() in openers and text[first.end() : first.end() + 1].isspace():
        return _trim(text, Span(start=first.end(), end=end)) if first.end() < end else None
    return Span(start=start, end=end) if start < end else None


def _continue_quotations(text: str, attributed: Sequence[Statement], free: Iterable[Span]) -> list[Statement]:
    """Add each free quotation to the statement it continues in its paragraph, or make it one of its own."""
    made = list(attributed)
    for quotation in free:
        place = _find_continued(text, made, quotation)
        if place is None:
            made.append(Statement(content=(quotation,)))
        else:
            content = tuple(merge_spans((*made[place].content, quotation)))
            made[place] = attrs.evolve(made[place], content=content)
    return made


def _find_continued(text: str, made: Sequence[Statement], quotation: Span) -> int | None:
    """Give the statement right before a quotation, when it was spoken too and nothing but marks stands between."""
    for place in range(len(made) - 1, -1, -1):
        one = made[place]
        end = max(span.end for span in one.spans)
        if end <= quotation.start and one.cue and one.sources:
            between = text[end : quotation.start]
            is_near = len(WORD.findall(between)) == 0 and not PARAGRAPH.search(between)
            is_spoken = any(not text[span.start].isalnum() for span in one.content)
            if is_near and is_spoken:
                return place
    return None


def _read_rest(
    text: str, sentences: Sequence[Span], taken: Sequence[Span], language: Language
) -> Iterator[Statement]:
    """Give what no statement has taken: agentless statements and the report's own, sentence by sentence."""
    ordered = merge_spans(taken)
    for sentence in sentences:
        touched = find_overlapping(ordered, sentence)
        for piece in _pieces(text, sentence, touched, language):
            found = _agentless(text, piece, language)
            if found is not None:
                yield found
            elif not touched or not any(True for _ in language.remarks.find(text, piece.start, piece.end)):
                if any(True for _ in language.remarks.find(text, piece.start, piece.end)):
                    continue
                yield Statement(content=(piece,))


def _pieces(text: str, sentence: Span, touched: Sequence[Span], language: Language) -> Iterator[Span]:
    """Give a sentence nothing has touched, or the clauses of one that stand apart from what has."""
    if not touched:
        whole = _trim(text, sentence)
        if whole is not None and len(WORD.findall(whole.cut(text))) >= FEWEST_WORDS:
            yield whole
        return
    borders = [(sentence.start, sentence.start), *((one.start, one.end) for one in touched), (sentence.end, sentence.end)]
    for (_, start), (end, _) in pairwise(borders):
        if start < end and (found := _apart(text, start, end, sentence, language)):
            yield found


def _apart(text: str, start: int, end: int, sentence: Span, language: Language) -> Span | None:
    """Give what is left of a sentence between two borders, when a joining word or a semicolon sets it off as a clause."""
    lead = text[start:end]
    found = language.joiner.match(lead.lstrip(" ,\u2014\u2013-")) if start > sentence.start else None
    is_set_off = lead.lstrip(" \u201d\u2019\"'").startswith(";") or found is not None
    if not is_set_off:
        return None
    begin = end - len(lead.lstrip(" ,\u2014\u2013-")) + (found.end() if found else 0)
    if begin >= end:
        return None
    piece = _trim(text, Span(start=begin, end=end))
    return piece if piece and len(WORD.findall(piece.cut(text))) >= FEWEST_WORDS_OF_REST else None


def _agentless(text: str, piece: Span, language: Language) -> Statement | None:
    """Give the statement of a sentence that attributes to nobody in particular, without the words that do so."""
    found = next(iter(language.agentless.find(text, piece.start, piece.end)), None)
    if found is None:
        return None
    cue = Span(start=found[0], end=found[1])
    parts = [(piece.start, cue.start), (cue.end, piece.end)]
    content = tuple(
        span for start, end in parts if start < end and (span := _trim(text, Span(start=start, end=end), language.openers))
    )
    if sum(len(WORD.findall(span.cut(text))) for span in content) < FEWEST_WORDS:
        return None
    return Statement(content=content, cue=(cue,), act=Act.SPEECH, is_agentless=True)


def _carry(text: str, ordered: Sequence[Statement], spoken: Sequence[Span]) -> tuple[Statement, ...]:
    """Let quotations without a cue take over the speaker before them, or the one their paragraph names behind them."""
    carried: list[Statement] = []
    last: int | None = None
    for place, one in enumerate(ordered):
        is_quotation = not one.cue and bool(find_overlapping(spoken, one.content[0]))
        whole = is_quotation and any(quote.start <= one.start and one.content[0].end <= quote.end for quote in spoken)
        if whole and last is not None and place - last <= LONGEST_BETWEEN:
            carried.append(attrs.evolve(one, carries=last))
            continue
        if one.sources and not one.is_agentless:
            last = place
        carried.append(one)
    return tuple(carried)
