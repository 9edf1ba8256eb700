"""A statement -> its clauses, where it says two things: `that the ford was clear, and that the bridge had gone`.

Takes a statement and the quotations of its text, gives it whole or in parts that have its sources and cue.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

import attrs

from sayso.knowledge import Language
from sayso.reading.attribution import merge_spans
from sayso.reading.clauses import WORD, count_words, trim
from sayso.reading.quotations import find_overlapping
from sayso.reading.statement import Statement
from sayso.vocabulary import Span

FEWEST_WORDS = 3
FEWEST_WORDS_OF_CLAUSE = 4
SUBJECT = 4  # words a subject has at most before the verb
COMMA = re.compile(r",\s+")


def part_clauses(text: str, made: Statement, spoken: Sequence[Span], language: Language) -> Iterator[Statement]:
    """Part a statement where its words are opened anew: `that the ford was clear, and that the bridge had gone`."""
    whole = Span(start=made.start, end=made.content[-1].end)
    marks = (*made.cue, *(one.span for one in made.sources))
    if (two := _both_clauses(text, made, spoken, language)) is not None:
        yield attrs.evolve(made, content=(two[0],))
        yield attrs.evolve(made, content=(two[1],), traits={})
        return
    is_open = any(f" {one} " in whole.cut(text) for one in language.openers)
    is_parted = is_open and not find_overlapping(merge_spans(marks), whole)
    parts = [*_open_anew(text, whole, spoken, language)] if is_parted else []
    if len(parts) < len(("first", "second")):
        yield made
        return
    yield attrs.evolve(made, content=(parts[0],))
    yield from (attrs.evolve(made, content=(part,), traits={}) for part in parts[1:])


def _both_clauses(text: str, made: Statement, spoken: Sequence[Span], language: Language) -> tuple[Span, Span] | None:
    """Give the two clauses of words whose source stands behind them: `The ford is clear, and Otter guards hold it`.

    A comma and a joining word part them, and the second begins with who it is of.
    """
    marks = (*made.cue, *(one.span for one in made.sources))
    is_behind = bool(made.sources and made.cue) and min(one.start for one in marks) > made.content[-1].end
    if not is_behind or len(made.content) > 1 or find_overlapping(spoken, made.content[0]):
        return None
    whole = made.content[0]
    for found in COMMA.finditer(text, whole.start, whole.end):
        joined = language.joiner.match(text, found.end(), whole.end)
        if joined is None or joined.end() >= whole.end:
            continue
        one, other = (
            trim(text, Span(start=whole.start, end=found.start())),
            trim(text, Span(start=joined.end(), end=whole.end)),
        )
        if one and other and _is_clause(text, one) and _is_clause(text, other) and _begins_anew(text, other, language):
            return one, other
    return None


def _is_clause(text: str, span: Span) -> bool:
    return count_words(text, span.start, span.end) >= FEWEST_WORDS_OF_CLAUSE


def _begins_anew(text: str, span: Span, language: Language) -> bool:
    """Tell whether a clause has a subject of its own: a name, a noun of people, or words before a helping verb."""
    first, *others = (found.group().lower() for found in islice(WORD.finditer(text, span.start, span.end), SUBJECT + 1))
    if text[span.start].isupper():
        return True
    if first not in language.auxiliaries and not language.auxiliaries.isdisjoint(others):
        return True
    tables = (language.roles, language.plurals)
    return any(start == span.start for table in tables for start, _, _ in table.find(text, span.start, span.end))


def _open_anew(text: str, whole: Span, spoken: Sequence[Span], language: Language) -> Iterator[Span]:
    """Give the parts of a stretch between joining words that the opening word of a clause follows."""
    begin = whole.start
    for found in WORD.finditer(text, whole.start, whole.end):
        joined = language.joiner.match(text, found.start(), whole.end)
        opener = WORD.match(text, joined.end(), whole.end) if joined else None
        is_open = opener is not None and opener.group().lower() in language.openers and text[opener.end()].isspace()
        if joined and opener and is_open and not find_overlapping(spoken, Span(start=found.start(), end=opener.end())):
            part = trim(text, Span(start=begin, end=found.start())) if begin < found.start() else None
            if part is None or count_words(text, part.start, part.end) < FEWEST_WORDS:
                return
            yield part
            begin = opener.end()
    part = trim(text, Span(start=begin, end=whole.end))
    if part is not None:
        yield part
