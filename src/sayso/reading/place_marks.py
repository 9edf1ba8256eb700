"""Features of the windows -> mentions of places, as the network marks them.

Takes what the tagger gives; a word names a place where the network is more sure of it than not. Endings that are no
part of a name (`Kharkiv's`, `Kharkiv-based`) are left out of a mention.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy import float32
from numpy.typing import NDArray

from sayso.knowledge.names import Spelling
from sayso.reading.linking import LinkParameters, place_columns
from sayso.reading.toponyms import PlaceMention
from sayso.reading.windows import Window
from sayso.vocabulary import Span

# Labels of the network: no place, the first and a further word of a name, of an adjective of a place.
NONE, FIRST, INSIDE, FIRST_ADJECTIVE, INSIDE_ADJECTIVE = range(5)
LEAST = 0.5
HYPHENS = "-\u2010\u2011"

Shares = NDArray[float32]


def find_marked_places(
    text: str,
    windows: Sequence[Window],
    features: Iterable[NDArray[float32]],
    parameters: LinkParameters,
    spelling: Spelling,
) -> tuple[PlaceMention, ...]:
    """Give the mentions of places that the network marks, in the order of the text."""
    columns = place_columns(parameters)
    found: list[PlaceMention] = []
    for window, scores in zip(windows, features, strict=True):
        marked = scores[:, columns]
        if (marked.argmax(axis=1) != NONE).any():
            found += _read_window(text, window, marked, spelling)
    return tuple(found)


def _read_window(text: str, window: Window, scores: Shares, spelling: Spelling) -> Iterator[PlaceMention]:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares = raised / raised.sum(axis=1, keepdims=True)
    for begin, end in _ranges(shares):
        start, stop = window.words[begin][0], window.words[end - 1][1]
        stop = _bare_end(text, window.words[end - 1][0], stop, spelling)
        written = text[start:stop]
        if written == written.lower() and text != text.lower():
            continue
        own = shares[begin:end]
        yield PlaceMention(
            span=Span(start=start, end=stop),
            names=(" ".join(written.split()),),
            is_adjective=bool(_adjective(own).sum() > _noun(own).sum()),
            score=round(float(1 - own[:, NONE].max()), 4),
        )


def _ranges(shares: Shares) -> Iterator[tuple[int, int]]:
    """Give the ranges of words that name a place: a name ends where another begins or its kind changes."""
    named = 1 - shares[:, NONE] >= LEAST
    begins = shares[:, FIRST] + shares[:, FIRST_ADJECTIVE] > shares[:, INSIDE] + shares[:, INSIDE_ADJECTIVE]
    start: int | None = None
    for at in range(len(shares) + 1):
        is_named = at < len(shares) and bool(named[at])
        if start is not None and (not is_named or bool(begins[at])):
            yield start, at
            start = None
        if is_named and start is None:
            start = at


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
