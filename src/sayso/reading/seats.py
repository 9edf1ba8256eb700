"""Whether a seat of government that a text names stands for its government, and is no place there (`Vilne expects`)."""

import re

from sayso.knowledge import Language, PlaceWords
from sayso.knowledge.placewords import fold_name
from sayso.reading.toponyms import PlaceMention

# The words right behind a name, and the one right before it.
NEXT_WORDS = re.compile(r"(?: ([^\W\d_]+)\b)(?: ([^\W\d_]+)\b)?(?: ([^\W\d_]+)\b)?")
WORD_BEFORE, LONGEST_BEFORE = re.compile(r"([^\W\d_]+) $"), 12


def governs(text: str, mention: PlaceMention, words: PlaceWords, language: Language) -> bool:
    """Tell whether a seat of government stands for the government: it says, wants or fears something.

    Behind an article it names what is there: `the Vilne talks`.
    """
    if mention.is_adjective or fold_name(mention.names[0]) not in words.seats:
        return False
    before = WORD_BEFORE.search(text, max(0, mention.span.start - LONGEST_BEFORE), mention.span.start)
    follows = NEXT_WORDS.match(text, mention.span.end)
    if follows is None or (before and before[1].casefold() in language.common_words):
        return False
    verb = next((word for word in follows.groups() if word and word not in language.auxiliaries), None)
    return verb in language.acts
