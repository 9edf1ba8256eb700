"""Whether a mention of a place is the name of a street or a building, or the first part of one: `Vilne Town Hall`."""

import re
from typing import NamedTuple

from sayso.knowledge import PlaceWords
from sayso.knowledge.placewords import Built
from sayso.vocabulary import Span

# A name that stands before the word for a building has so many other words between at most, all with a capital.
MOST_BEHIND, LONGEST_BEHIND = 3, 60
WORD = re.compile(r"\S+")
MARKS = ".,;:!?)"


def ends_as_built(text: str, span: Span, words: PlaceWords) -> Built | None:
    """Tell whether the last word of a mention of several is one for a street or building: `Ninth Street`."""
    named = span.cut(text).split()
    return words.built.get(named[-1].strip(MARKS).casefold()) if len(named) > 1 else None


class Begun(NamedTuple):
    """What a name that a mention begins is the name of, and where that name ends."""

    kind: Built
    end: int


def begins_built(text: str, span: Span, words: PlaceWords) -> Begun | None:
    """Tell whether a mention begins a longer name that ends in such a word, every word with a capital."""
    if not words.built or text[span.end : span.end + 1] != " " or not text[span.end + 1 : span.end + 2].isupper():
        return None
    for word in list(WORD.finditer(text, span.end + 1, span.end + LONGEST_BEHIND))[:MOST_BEHIND]:
        bare = word[0].rstrip(MARKS)
        kind = words.built.get(bare.casefold()) if bare[:1].isupper() else None
        if kind:
            return Begun(kind, word.start() + len(bare))
        if bare != word[0] or not bare[:1].isupper() or text[word.end() : word.end() + 1] != " ":
            return None
    return None
