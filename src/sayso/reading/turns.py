"""Turns of a transcript: lines that begin with who speaks in capitals and a colon.

Takes a text and what the network marks in it. Where labelled lines follow one another, under two names at least of
which one comes back, each line is what its label says; what was marked across their borders falls away, what was marked
within one line stays.
"""

import re
from collections.abc import Iterable, Sequence

import attrs

from sayso.reading.attribution import Marked, MarkedSource, in_order, overlap
from sayso.vocabulary import Act, Span

# A name of two to forty capitals behind no more than an opening mark; single letters (`Q:`) name nobody.
LABEL = re.compile(
    r"^[^\S\n]*[\"\u201c]?(?P<name>[^\W\d_][\w.'\u2019 \-]{1,39})(?P<colon>:)[^\S\n]+(?P<words>\S.*?)\s*$",
    re.MULTILINE,
)
# What may stand between two turns: a remark such as `(Crosstalk.)`, in characters.
LONGEST_BETWEEN = 60
# As sure as the network is of such a line where it marks it.
SCORE = 0.8


@attrs.frozen(kw_only=True)
class Turn:
    """One line of a transcript: the name it is labelled with, the colon, and the words."""

    name: Span
    colon: Span
    words: Span


def find_turns(text: str) -> tuple[Turn, ...]:
    """Find the turns of a transcript, in order; none where the labels are not those of people who take turns."""
    labelled = [
        Turn(**{part: Span(start=found.start(part), end=found.end(part)) for part in ("name", "colon", "words")})
        for found in LABEL.finditer(text)
        if found["name"].isupper()
    ]
    taken = {place for place in range(1, len(labelled)) if _takes_over(text, *labelled[place - 1 : place + 1])}
    turns = tuple(one for place, one in enumerate(labelled) if {place, place + 1} & taken)
    return turns if len({one.name.cut(text) for one in turns}) < len(turns) else ()


def mark_turns(text: str, marked: Sequence[Marked]) -> tuple[Marked, ...]:
    """Give what a text marks, with the turns of a transcript among it, in the order of the first word."""
    turns = find_turns(text)
    if not turns:
        return tuple(marked)
    kept = [one for one in marked if _fits(one, turns)]
    return in_order((*kept, *map(_to_marked, turns)))


def _takes_over(text: str, one: Turn, other: Turn) -> bool:
    """Tell whether another speaker's turn follows at once."""
    between = text[one.words.end : other.name.start].strip()
    return len(between) <= LONGEST_BETWEEN and one.name.cut(text) != other.name.cut(text)


def _fits(marked: Marked, turns: Iterable[Turn]) -> bool:
    """Tell whether an attribution lies within the words of one turn, or outside all turns."""
    spans = marked.spans
    return not any(
        overlap(span, Span(start=turn.name.start, end=turn.words.end)) for turn in turns for span in spans
    ) or any(all(turn.words.start <= span.start and span.end <= turn.words.end for span in spans) for turn in turns)


def _to_marked(turn: Turn) -> Marked:
    source = MarkedSource(span=turn.name, score=SCORE, traits={})
    return Marked(sources=(source,), cue=(turn.colon,), content=(turn.words,), act=Act.SPEECH, score=SCORE, traits={})
