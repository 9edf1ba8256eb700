"""What a thing done is said to show: `the army moved two brigades, signalling that an attack was near`.

A verb of showing that nobody is the source of attributes nothing: its whole sentence is told by the report. Where its
source is who did something, told in a clause of its own before the comma, the report tells that clause itself.
"""

from collections.abc import Iterator, Sequence

from sayso.knowledge import Language
from sayso.reading.attribution import Marked, overlap
from sayso.reading.clauses import WORD, count_words, trim
from sayso.reading.quotations import find_overlapping
from sayso.reading.statement import Statement
from sayso.vocabulary import Span

FEWEST_WORDS = 5


def is_only_shown(text: str, marked: Marked, language: Language) -> bool:
    """Tell whether an attribution is none: its cue is a verb of showing, and nobody shows."""
    return not marked.sources and _is_showing(text, marked, language)


def read_deeds(
    text: str, marked: Sequence[Marked], sentences: Sequence[Span], language: Language
) -> Iterator[Statement]:
    """Give the clauses that tell what was done, before a comma and the verb that says what it shows."""
    for one in marked:
        clause = _clause_before(text, one, sentences, language)
        if clause is not None and not any(overlap(clause, span) for span in _others(one, marked)):
            yield Statement(content=(clause,))


def _others(one: Marked, marked: Sequence[Marked]) -> Iterator[Span]:
    return (span for other in marked if other is not one for span in other.spans)


def _clause_before(text: str, one: Marked, sentences: Sequence[Span], language: Language) -> Span | None:
    """Give the clause before the comma that a verb of showing stands behind, with its source and words behind that."""
    if not one.sources or not _is_showing(text, one, language):
        return None
    cue, source = one.cue[0], one.sources[0].span
    around = next(iter(find_overlapping(sentences, cue)), None)
    comma = len(text[: cue.start].rstrip()) - 1 if around else -1
    if around is None or comma <= source.end or text[comma] != "," or source.start < around.start:
        return None
    clause = trim(text, Span(start=around.start, end=comma))
    return clause if clause and count_words(text, clause.start, clause.end) >= FEWEST_WORDS else None


def _is_showing(text: str, one: Marked, language: Language) -> bool:
    words = [word.lower() for span in one.cue for word in WORD.findall(span.cut(text))]
    return len(words) == 1 and words[0] in language.shows
