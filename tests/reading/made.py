"""Values of the reading room, made by hand from marked-up lines.

In a line, `[…]` is a source, `{…}` a cue, `<…>` content; one attribution a line.
"""

import re

from sayso.reading.attribution import Marked, MarkedSource
from sayso.vocabulary import Act, Span

MARK = re.compile(r"[\[\]{}<>]")
CLOSING = {"[": "]", "{": "}", "<": ">"}


def mark(line: str) -> tuple[str, Marked]:
    """Give the text of a marked-up line, and what it marks."""
    text, found = "", {"[": [], "{": [], "<": []}
    opened: list[tuple[str, int]] = []
    for part in re.split(r"([\[\]{}<>])", line):
        if part in CLOSING:
            opened.append((part, len(text)))
        elif part in CLOSING.values():
            kind, start = opened.pop()
            found[kind].append(Span(start=start, end=len(text)))
        else:
            text += part
    sources = tuple(MarkedSource(span=span, score=0.9, traits={}) for span in found["["])
    marked = Marked(
        sources=sources, cue=tuple(found["{"]), content=tuple(found["<"]), act=Act.SPEECH, score=0.9, traits={}
    )
    return text, marked


def mark_all(lines: list[str]) -> tuple[str, list[Marked]]:
    """Give the text of some lines, a space between, and what they mark; a line without content marks nothing."""
    text, found = "", []
    for line in lines:
        plain, marked = mark(line)
        if marked.content:
            found.append(shift(marked, len(text)))
        text += plain + " "
    return text.rstrip(), found


def shift(marked: Marked, by: int) -> Marked:
    """Move what is marked along the text."""

    def move(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(start=span.start + by, end=span.end + by) for span in spans)

    sources = tuple(
        MarkedSource(span=move((one.span,))[0], score=one.score, traits=one.traits) for one in marked.sources
    )
    return Marked(
        sources=sources,
        cue=move(marked.cue),
        content=move(marked.content),
        act=marked.act,
        score=marked.score,
        traits=marked.traits,
    )
