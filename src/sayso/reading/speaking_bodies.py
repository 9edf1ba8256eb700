"""Bodies that speak where they are: `заявили в Минобороны`, `у Генштабі кажуть`, `в Баку назвали`.

Takes a stretch of text, gives the body that a small word leads to in it; and lends it to marks without a source. A body
is an institution, a name of the register, a state by its own name or that of its capital, or what a noun calls one.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import attrs

from sayso.knowledge import Denials, Language, list_denials, list_institutions, load_denials, load_institutions
from sayso.knowledge.nations import load_nations
from sayso.knowledge.world import load_register
from sayso.reading.attribution import Marked, MarkedSource
from sayso.reading.clauses import WORD
from sayso.reading.quotations import find_overlapping
from sayso.vocabulary import Act, LinkKind, Span

MOST_WORDS = 6
SCORE = 0.6
# How far from a cue, in characters, a body that says so is looked for.
FARTHEST = 100
STOPS = frozenset(",;:()\u2014\u2013\u201c\u201d\u00ab\u00bb\n")


class BodyAt(NamedTuple):
    """A body and where the small word before it stands."""

    at: int
    span: Span


def lend_bodies(
    text: str, marked: Iterable[Marked], sentences: Sequence[Span], language: Language
) -> tuple[Marked, ...]:
    """Give to marks without a source the body that a small word leads to right behind or right before their cue."""
    if language.code not in list_denials():
        return tuple(marked)
    denials = load_denials(language.code)
    return tuple(_lend(text, one, sentences, denials, language) for one in marked)


def _lend(text: str, marked: Marked, sentences: Sequence[Span], denials: Denials, language: Language) -> Marked:
    if marked.sources or len(marked.cue) != 1 or marked.act is not Act.SPEECH:
        return marked
    cue = marked.cue[0]
    sentence = next(iter(find_overlapping(sentences, cue)), cue)
    content = marked.content[0]
    end = content.start if content.start > cue.end else sentence.end
    behind = Span(start=cue.end, end=min(end, cue.end + FARTHEST)) if cue.end < end else None
    found = find_body_at(text, behind, denials, language) if behind else None
    if found is not None and text[cue.end : found.at].strip():
        found = None
    start = max((span.end for span in marked.content if span.end <= cue.start), default=sentence.start)
    start = max(start, cue.start - FARTHEST)
    if found is None and start < cue.start:
        found = find_body_at(text, Span(start=start, end=cue.start), denials, language, at_end=True)
    if found is None:
        return marked
    return attrs.evolve(marked, sources=(MarkedSource(span=found.span, score=SCORE, traits={}),))


def find_body_at(
    text: str, stretch: Span, denials: Denials, language: Language, *, at_end: bool = False
) -> BodyAt | None:
    """Give the body that a small word leads to: the first in a stretch, or the one that ends with it."""
    found = [
        BodyAt(start, span)
        for start, end, _ in denials.at.find(text, stretch.start, stretch.end)
        if (span := _body_behind(text, end, stretch.end, language, at_end=at_end)) is not None
    ]
    if not found:
        return None
    return found[-1] if at_end else found[0]


def _body_behind(text: str, begin: int, end: int, language: Language, *, at_end: bool) -> Span | None:
    """Give the longest run of words behind a small word that is a body; all up to the end where it must end there."""
    words: list[Span] = []
    for word in WORD.finditer(text, begin, end):
        between = text[words[-1].end if words else begin : word.start()]
        if len(words) == MOST_WORDS or not STOPS.isdisjoint(between):
            break
        words.append(Span(start=word.start(), end=word.end()))
    if not words or (at_end and any(map(str.isalnum, text[words[-1].end : end]))):
        return None
    sizes = (len(words),) if at_end else range(len(words), 0, -1)
    spans = (Span(start=words[0].start, end=words[size - 1].end) for size in sizes)
    return next((span for span in spans if is_body(text, span, language)), None)


def is_state(text: str, span: Span, language: Language) -> bool:
    """Tell whether words are the name of a state, or of its capital, and no more."""
    written = span.cut(text)
    stated = load_nations(language.code).side_of(written)
    return stated is not None and stated.span.cut(written) == written


def is_body(text: str, span: Span, language: Language) -> bool:
    """Tell whether words are those of a body that may speak, from the first to the last."""
    if is_state(text, span, language):
        return True
    written = span.cut(text)
    hits = [
        (start, end) for start, end, known in load_register().find_in(written) if known.kind is not LinkKind.DOCUMENT
    ]
    if language.code in list_institutions():
        found = load_institutions(language.code).phrases.find(text, span.start, span.end)
        hits += [(start - span.start, end - span.start) for start, end, _ in found]
    hits += [
        (start - span.start, end - span.start)
        for table in (language.roles, language.plurals)
        for start, end, row in table.find(text, span.start, span.end)
        if row.kind is LinkKind.ORGANISATION
    ]
    return any(start == 0 for start, _ in hits) and _ends_named(text, span, max(end for _, end in hits), language)


def _ends_named(text: str, span: Span, known: int, language: Language) -> bool:
    """Tell whether what stands behind the known words belongs to them: nothing, or whose they are."""
    rest = Span(start=span.start + known, end=span.end) if span.start + known < span.end else None
    return rest is None or load_nations(language.code).side_of(rest.cut(text)) is not None
