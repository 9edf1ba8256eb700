"""Features of the windows -> mentions of places, as the network marks them.

Takes what the tagger gives; a word names a place where the network is more sure of it than not. Words around a mention
are taken in where the gazetteer knows a name that holds them (`Rio de Janeiro`); endings that are no part of a name
(`Kharkiv's`, `Kharkiv-based`) are left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy import float32
from numpy.typing import NDArray

from sayso.knowledge import EventWords, MetBy
from sayso.knowledge.names import Spelling
from sayso.reading.linking import LinkParameters, place_columns
from sayso.reading.taken_places import back_taken, is_at_war
from sayso.reading.toponym_names import Lexicon
from sayso.reading.toponyms import PlaceMention
from sayso.reading.windows import Window
from sayso.vocabulary import Span

# Labels of the network: no place, the first and a further word of a name, of an adjective of a place.
NONE, FIRST, INSIDE, FIRST_ADJECTIVE, INSIDE_ADJECTIVE = range(5)
LEAST = 0.5
# How sure it must be of a name in a list beside another that it is sure of, if the gazetteer knows the name.
LEAST_BACKED = 0.15
# The same for a name that the gazetteer knows in a land at war: the network has seldom read such names. Of 45 words of
# the place corpora that this raises from .08 none is wrong; at .04 names of persons come in (`Vladimir`).
LEAST_AT_WAR, SHORTEST_AT_WAR = 0.08, 4
LISTING = frozenset(",;/&")
LONGEST_AND = 3  # letters of a word that joins two names of a list
# How sure the network must be that a name begins right behind another; most often it is one name of two words.
SURE_TO_BEGIN = 0.9
MOST_BETWEEN = 2  # words between two parts of one name: `Republic of the Congo`
MOST_ADDED = 4  # words that are taken in on a side
HYPHENS = "-\u2010\u2011"

Shares = NDArray[float32]


class Speech(NamedTuple):
    """How a language writes names, and the words of what happens in it, by which a name that is taken is a place's."""

    spelling: Spelling
    events: EventWords | None = None


def find_marked_places(
    text: str,
    windows: Sequence[Window],
    features: Iterable[NDArray[float32]],
    parameters: LinkParameters,
    speech: Speech,
    lexicon: Lexicon,
) -> tuple[PlaceMention, ...]:
    """Give the mentions of places that the network marks, in the order of the text."""
    columns = place_columns(parameters)
    found: list[PlaceMention] = []
    for window, scores in zip(windows, features, strict=True):
        marked = scores[:, columns]
        raised = np.exp(marked - marked.max(axis=1, keepdims=True))
        shares = raised / raised.sum(axis=1, keepdims=True)
        if speech.events is not None:
            back_taken(text, window, shares, lexicon, speech.events)
        _back_at_war(text, window, shares, lexicon)
        if (shares[:, NONE] <= 1 - LEAST).any():
            found += _read_window(text, window, shares, speech.spelling, lexicon)
    return tuple(found)


def _read_window(
    text: str, window: Window, shares: Shares, spelling: Spelling, lexicon: Lexicon
) -> Iterator[PlaceMention]:
    _back_neighbours(text, window, shares, lexicon)
    done = 0
    for begin, end in _join(text, window, list(_ranges(text, window, shares)), lexicon):
        first, last = (begin, end) if begin < done else _widen(text, window, begin, end, done, lexicon)
        done = last
        start, stop = window.words[first][0], window.words[last - 1][1]
        start, stop = _whole_letters(text, start, _bare_end(text, window.words[last - 1][0], stop, spelling))
        written = text[start:stop]
        if written == written.lower() and text != text.lower():
            continue
        own = shares[begin:end]
        sure = own[own[:, NONE] <= 1 - LEAST]  # not what only joins two parts of a name
        yield PlaceMention(
            span=Span(start=start, end=stop),
            names=(" ".join(written.split()),),
            is_adjective=bool(_adjective(own).sum() > _noun(own).sum()),
            score=round(float(1 - sure[:, NONE].max(initial=0.0)), 4),
        )


def _back_neighbours(text: str, window: Window, shares: Shares, lexicon: Lexicon) -> None:
    """Let the gazetteer decide where the network is not sure of a name in a list: `Volchansk and Krasnopolye`."""
    named = 1 - shares[:, NONE]
    for at in np.flatnonzero((named < LEAST) & (named >= LEAST_BACKED)):
        word = text[slice(*window.words[at])]
        beside = [other for other in (at - 2, at + 2) if 0 <= other < len(named) and named[other] >= LEAST]
        between = [text[slice(*window.words[(at + other) // 2])] for other in beside]
        is_listed = any(map(_joins_list, between))
        if is_listed and word[:1].isupper() and any(entry.by is MetBy.EXACT for entry in lexicon.find(word)):
            shares[at, NONE + 1 :] *= LEAST / named[at]
            shares[at, NONE] = 1 - LEAST


def _back_at_war(text: str, window: Window, shares: Shares, lexicon: Lexicon) -> None:
    """Let the gazetteer decide of a name that it knows by right in a land at war: `Sosnove has fallen`."""
    named = 1 - shares[:, NONE]
    for at in np.flatnonzero((named < LEAST) & (named >= LEAST_AT_WAR)):
        word = text[slice(*window.words[at])]
        if len(word) >= SHORTEST_AT_WAR and word[0].isupper() and is_at_war(word, lexicon):
            shares[at, NONE + 1 :] *= LEAST / named[at]
            shares[at, NONE] = 1 - LEAST


def _joins_list(word: str) -> bool:
    return word in LISTING or (word.isalpha() and word.islower() and len(word) <= LONGEST_AND)


def _ranges(text: str, window: Window, shares: Shares) -> Iterator[tuple[int, int]]:
    """Give the ranges of words that name a place: a name ends where another begins or its kind changes."""
    named = 1 - shares[:, NONE] >= LEAST
    fresh = shares[:, FIRST] + shares[:, FIRST_ADJECTIVE]
    begins = fresh > shares[:, INSIDE] + shares[:, INSIDE_ADJECTIVE]
    start: int | None = None
    for at in range(len(shares) + 1):
        is_named = at < len(shares) and bool(named[at])
        if start is not None and is_named and bool(begins[at]):
            is_apart = fresh[at] >= SURE_TO_BEGIN and text[window.words[at - 1][1] : window.words[at][0]].isspace()
            is_apart = is_apart or _is_adjective(shares[at]) != _is_adjective(shares[at - 1])
            is_named = is_named and not is_apart
            if is_apart:
                yield start, at
                start = at
                continue
        if start is not None and not is_named:
            yield start, at if not _stops(text, window, start, at) else at + 1
            start = None
        if is_named and start is None and text[window.words[at][0]].isalnum():
            start = at


def _stops(text: str, window: Window, start: int, at: int) -> bool:
    """Tell whether the word after a name is the last full stop of an abbreviation (`U.S.`)."""
    if at >= len(window.words) or at - start <= 1:
        return False
    words = [text[slice(*window.words[place])] for place in range(start, at + 1)]
    return words[-1] == words[-3] == "." and len(words[-2]) == 1


def _join(text: str, window: Window, ranges: Sequence[tuple[int, int]], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Join names that stand near each other where the gazetteer knows them as one (`Trinidad and Tobago`)."""
    held: tuple[int, int] | None = None
    for begin, end in ranges:
        if held is not None and begin - held[1] <= MOST_BETWEEN:
            begins = _begins(text, window, _first_capital(text, window, held[0], begin))
            first = next((at for at in begins if _is_known(text, window, at, end, lexicon)), None)
            if first is not None:
                held = first, end
                continue
        if held is not None:
            yield held
        held = begin, end
    if held is not None:
        yield held


def _first_capital(text: str, window: Window, begin: int, end: int) -> int:
    """Give the first word of a range that has a capital, the first of all where none has."""
    return next((at for at in range(begin, end) if text[window.words[at][0]].isupper()), begin)


def _begins(text: str, window: Window, begin: int) -> Iterator[int]:
    """Give where a name of several parts may begin: there, or with capitalised words before (`Federal Republic of`)."""
    yield begin
    for at in range(begin - 1, max(begin - MOST_ADDED, 0) - 1, -1):
        if not text[window.words[at][0]].isupper():
            return
        yield at


def _widen(text: str, window: Window, begin: int, end: int, least: int, lexicon: Lexicon) -> tuple[int, int]:
    """Take in words beside a name, the outmost capitalised, where the gazetteer knows the longer name."""
    for added in range(MOST_ADDED, 0, -1):
        for first, last in ((begin, end + added), (begin - added, end)):
            if first < least or last > len(window.words):
                continue
            outmost = last - 1 if first == begin else first
            if text[window.words[outmost][0]].isupper() and _is_known(text, window, first, last, lexicon):
                return first, last
    return begin, end


def _whole_letters(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the rest of an abbreviation of single letters of which a part is marked (`U.S.`)."""
    while start > 1 and text[start].isupper() and text[start - 1] == "." and text[start - 2].isupper():
        start -= 2
    if end - start == 1 or text[end - 1] == "." or text[end - 2 : end - 1] == ".":
        end += text[end : end + 1] == "." and text[end - 1].isupper()
        while text[end - 1] == "." and text[end : end + 1].isupper() and text[end + 1 : end + 2] == ".":
            end += 2
    return start, end


def _is_known(text: str, window: Window, first: int, last: int, lexicon: Lexicon) -> bool:
    name = text[window.words[first][0] : window.words[last - 1][1]]
    return "\n" not in name and any(entry.by is MetBy.EXACT for entry in lexicon.find(name))


def _is_adjective(shares: Shares) -> bool:
    return bool(shares[FIRST_ADJECTIVE] + shares[INSIDE_ADJECTIVE] > shares[FIRST] + shares[INSIDE])


def _noun(shares: Shares) -> Shares:
    return shares[:, FIRST] + shares[:, INSIDE]


def _adjective(shares: Shares) -> Shares:
    return shares[:, FIRST_ADJECTIVE] + shares[:, INSIDE_ADJECTIVE]


def _bare_end(text: str, start: int, end: int, spelling: Spelling) -> int:
    """Give the end of a word without a possessive ending, and without what a hyphen joins to it in small letters."""
    word = spelling.bare(text[start:end])
    head = next(
        (at for at, sign in enumerate(word) if at and sign in HYPHENS and word[at + 1 : at + 2].islower()), None
    )
    return start + (len(word) if head is None else head)
