"""Names that the network doubts and that words of taking stand beside: `X has fallen`, `had captured X`.

Takes the shares that the network gives the words of a window, changes those of such a name where the gazetteer knows
it. A name that is taken is hardly a person's or a paper's; what the network does not suspect at all stays none.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

import numpy as np
from numpy import float32
from numpy.typing import NDArray

from sayso.knowledge import EventRow, EventWords, Frame, Mark, MetBy, NameKind, list_events, load_events, split_words
from sayso.knowledge.conflicts import load_conflicts
from sayso.knowledge.phrases import Word
from sayso.knowledge.triggers import Triggers
from sayso.reading.toponym_names import Lexicon
from sayso.reading.windows import Window
from sayso.vocabulary import EventType

NONE, LEAST = 0, 0.5
# How sure the network must be at least, and how sure it is then. Of the names taken in constructed short reports those
# of places have .02 to .45; no other name has as much. Below that a town of some size is one
# (`had entered X`: .007).
LEAST_TAKEN, LEAST_OF_TOWN, TAKEN = 0.02, 0.005, 0.6
SMALLEST_TOWN = 2_000
# The same for a town that has the name by right in a land at war (`that X has been captured`: .004).
LEAST_AT_WAR = 0.002
BY_RIGHT = frozenset((NameKind.OFFICIAL, NameKind.FORMER, NameKind.OCCUPATION))
CONTROL = frozenset((EventType.CONTROL,))
# Behind other words stands who takes, or whose it is: `under the control of X`.
VERBS = frozenset((Frame.ACT, Frame.GO))
TAKING = frozenset((EventType.CONTROL, EventType.STRIKE))
# What ends a clause right behind words.
CLAUSE_END = re.compile(r"\s*(?:[.,;:!?\u2014\u2013-]|$)")
# How far, in characters, words of taking are looked for, and how many words of how many letters may help a verb.
AROUND, MOST_HELPERS, LONGEST_HELPER, SHORTEST = 60, 3, 4, 4


def back_taken(text: str, window: Window, shares: NDArray[float32], lexicon: Lexicon, events: EventWords) -> None:
    """Let the gazetteer decide where the network doubts a name that is taken.

    ``shares`` are changed in place: a row for each word of the window, whose first column is that of no place.
    """
    named = 1 - shares[:, NONE]
    for at in np.flatnonzero((named < LEAST) & (named >= LEAST_AT_WAR)):
        start, end = window.words[at]
        is_name = text[start].isupper() and end - start >= SHORTEST
        if is_name and named[at] < LEAST_OF_TOWN:
            is_name = is_at_war(text[start:end], lexicon)
        types = TAKING if named[at] >= LEAST_TAKEN else CONTROL
        people = 0 if named[at] >= LEAST_TAKEN else SMALLEST_TOWN
        if is_name and is_taken(text, start, end, events, types) and _is_place(lexicon, text[start:end], people):
            shares[at, NONE + 1 :] *= TAKEN / named[at]
            shares[at, NONE] = 1 - TAKEN


def is_at_war(word: str, lexicon: Lexicon) -> bool:
    """Tell whether the first place of this very name lies in a land at war, and has the name by right."""
    found = [entry for entry in lexicon.find(word) if entry.by is MetBy.EXACT][:1]
    return any(entry.country in load_conflicts().lands and entry.name_kind in BY_RIGHT for entry in found)


def is_taken_name(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether words of control stand beside a name, in a language in which they are known."""
    return language in list_events() and is_taken(text, start, end, load_events(language), CONTROL)


def is_taken(text: str, start: int, end: int, events: EventWords, types: AbstractSet[EventType]) -> bool:
    """Tell whether words of taking stand right before a name, or right behind it but for what helps a verb."""
    begin = max(0, start - AROUND)
    if not _may_be_taken(text, events, begin, end + AROUND):
        return False
    words = split_words(text, begin, end + AROUND)
    for found in events.triggers.find(words):
        first, last = words[found.first].start, words[found.last].end
        if found.row.type not in types:
            continue
        if last <= start and text[first].islower() and text[last:start].isspace() and _takes(text, end, found.row):
            return True
        if end < first and _befalls(text, text[end:first].split(), last, found.row, is_fixed=events.is_fixed_order):
            return found.row.type is EventType.CONTROL or _names_agent(words[found.first :], last - first, events)
    return False


def _may_be_taken(text: str, events: EventWords, start: int, end: int) -> bool:
    """Tell whether words of taking stand in a stretch; in most there are none."""
    found = _find_taking(text, events)
    near = found[bisect_left(found, (start, 0)) : bisect_left(found, (end, 0))]
    return any(last <= end for _, last in near)


@lru_cache(maxsize=4)
def _find_taking(text: str, events: EventWords) -> list[tuple[int, int]]:
    """Give where words of taking stand, each row by itself. Kept, as each name of a text asks."""
    words = split_words(text)
    return [(words[one.first].start, words[one.last].end) for one in _taking_rows(events).find_every(words)]


@cache
def _taking_rows(events: EventWords) -> Triggers[EventRow]:
    return events.triggers.only(lambda row: row.type in TAKING)


def _takes(text: str, end: int, row: EventRow) -> bool:
    """Tell whether words right before a name are a verb that takes it; one that says little must end the clause."""
    is_taking = row.type is EventType.CONTROL and row.frame in VERBS
    return is_taking and (row.weight > 1 or CLAUSE_END.match(text, end) is not None)


def _befalls(text: str, between: Sequence[str], last: int, row: EventRow, *, is_fixed: bool) -> bool:
    """Tell whether words behind a name tell what befell it: `has fallen`, `captured, …`, `hit by …`.

    In a language of fixed order who stands before an active verb does it, and is no place.
    """
    if len(between) > MOST_HELPERS or not all(map(_may_stand_between, between)):
        return False
    if row.type is not EventType.CONTROL:
        return True
    if CLAUSE_END.match(text, last) is not None:
        return True
    is_helped = not is_fixed or row.frame is Frame.BEFALL or any(word.islower() for word in between)
    return is_helped and row.weight > 1


def _names_agent(words: Sequence[Word], length: int, events: EventWords) -> bool:
    """Tell whether words of a length in characters hold, or have right behind them, what leads to who did it."""
    end = words[0].start + length
    near = [word for word in words[1:] if word.start <= end + 1]
    return any(found.row.kind is Mark.AGENT for found in events.marks.find_every(near))


def _may_stand_between(word: str) -> bool:
    """Tell whether a word helps a verb (`has been`), or is one more name that is taken (`X and Y captured`)."""
    return word.isalpha() and (word[0].isupper() or len(word) <= LONGEST_HELPER)


def _is_place(lexicon: Lexicon, name: str, people: int) -> bool:
    return any(entry.by is MetBy.EXACT and entry.population >= people for entry in lexicon.find(name))
