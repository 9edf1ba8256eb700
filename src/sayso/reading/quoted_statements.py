"""Quotations and the statements they go with: what continues one, what stands by itself, what is a sentence of its own.

Takes statements with the quotations that no attribution has taken; gives the statements with each quotation added to
the one it continues, or as one of its own that carries on whoever spoke before.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import attrs

from sayso.knowledge import Language
from sayso.knowledge.nations import load_nations
from sayso.reading.attribution import merge_spans
from sayso.reading.clauses import WORD, count_words
from sayso.reading.quotations import find_overlapping
from sayso.reading.statement import Statement
from sayso.vocabulary import Span

FEWEST_WORDS = 3
PARAGRAPH = re.compile(r"\n\s*\n")
LONGEST_BETWEEN = 4


def is_whole(text: str, quotation: Span, sentences: Sequence[Span]) -> bool:
    """Tell whether a quotation is all there is of its sentences, and no words quoted within one."""
    around = find_overlapping(sentences, quotation)
    if not around:
        return True
    end = max(quotation.end, around[-1].end)
    return count_words(text, around[0].start, quotation.start) + count_words(text, quotation.end, end) < FEWEST_WORDS


def continue_quotations(text: str, attributed: Sequence[Statement], free: Iterable[Span]) -> list[Statement]:
    """Add each free quotation to the statement it continues in its paragraph, or make it one of its own."""
    made = sorted(attributed, key=lambda one: one.start)
    alone = []
    for quotation in free:
        place = _find_continued(text, made, quotation)
        if place is None:
            alone.append(Statement(content=(quotation,)))
        else:
            content = tuple(merge_spans((*made[place].content, quotation)))
            made[place] = attrs.evolve(made[place], content=content)
    return [*made, *alone]


def _find_continued(text: str, made: Sequence[Statement], quotation: Span) -> int | None:
    """Give the statement right before a quotation, when it was spoken too and nothing but marks stands between."""
    first = max(0, bisect_left(made, quotation.start, key=lambda one: one.start) - LONGEST_BETWEEN)
    for place in range(min(len(made), first + 2 * LONGEST_BETWEEN) - 1, first - 1, -1):
        one = made[place]
        end = max(span.end for span in one.spans)
        if end <= quotation.start and one.cue and one.sources:
            between = text[end : quotation.start]
            is_near = WORD.search(between) is None and not PARAGRAPH.search(between)
            is_spoken = any(not text[span.start].isalnum() for span in one.content)
            if is_near and is_spoken:
                return place
    return None


def part_quotations(
    text: str, statement: Statement, sentences: Sequence[Span], language: Language
) -> Iterator[Statement]:
    """Part from a statement the quotations behind its cue's sentence that stand by themselves; they carry it on."""
    marks = (*statement.cue, *(one.span for one in statement.sources))
    end = max((span.end for span in marks), default=len(text))
    alone = [
        span
        for span in statement.content[1:]
        if end < span.start
        and not text[span.start].isalnum()
        and not find_overlapping(find_overlapping(sentences, span), Span(start=end - 1, end=end))
        and _stands_alone(text, span, sentences, language)
    ]
    kept = tuple(span for span in statement.content if span not in alone)
    yield attrs.evolve(statement, content=kept) if alone else statement
    yield from (Statement(content=(span,)) for span in alone)


def _stands_alone(text: str, quotation: Span, sentences: Sequence[Span], language: Language) -> bool:
    """Tell whether a quotation says something of its own: in several sentences, or of a side that it names at once.

    One sentence that begins with no name goes on with what was said before it. In constructed.train-en every quotation
    that completes the one before its cue is such a sentence (11 of 11); in the report that began the project 5 of 9
    that are claims of their own are not.
    """
    if len(find_overlapping(sentences, quotation)) > 1:
        return True
    opening = " ".join(WORD.findall(text, quotation.start, quotation.end)[:FEWEST_WORDS])
    return load_nations(language.code).side_of(opening) is not None
