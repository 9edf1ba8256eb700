"""Whether what is claimed is a negation or a mere supposition.

Takes a text and the content of a statement, gives both with the words they rest on. A negation is that of the claim
when it stands in its first sentence and no clause opens before it; `denies` is another thing: what the origin does.
"""

import re
from collections.abc import Sequence

import attrs

from sayso.knowledge import Language, Mood
from sayso.vocabulary import Span

SENTENCE_END = re.compile(r"[.!?\u2026](?=\W|$)|\n|;")


@attrs.frozen(kw_only=True)
class Polarity:
    """The words that negate a content, and those that make it a supposition; None where there are none."""

    negation: Span | None
    condition: Span | None


def read_polarity(text: str, content: Sequence[Span], language: Language) -> Polarity:
    """Tell whether the first sentence of a content is negated or supposed."""
    first = content[0]
    end = SENTENCE_END.search(text, first.start, first.end)
    negation: Span | None = None
    condition: Span | None = None
    within = False
    for start, stop, row in language.moods.find(text, first.start, end.start() if end else first.end):
        span = Span(start=start, end=stop)
        if row.mood is Mood.CLAUSE:
            within = within or any(map(str.isalnum, text[first.start : start]))
        elif row.mood is Mood.HYPOTHETICAL:
            condition = condition or span
            within = True
        elif row.mood is Mood.NEGATED and not within:
            negation = negation or span
    return Polarity(negation=negation, condition=condition)


def opens_with(text: str, content: Span, words: Span | None) -> bool:
    """Tell whether a content begins with these words, quotation marks aside."""
    return words is not None and not any(map(str.isalnum, text[content.start : words.start]))
