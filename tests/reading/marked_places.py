"""Texts in which square brackets mark the mentions of places."""

import re

from sayso.reading import PlaceMention
from sayso.vocabulary import Span


def read_marked(marked: str) -> tuple[str, tuple[PlaceMention, ...]]:
    """Give the text without brackets, and its mentions; `[Вільним|Вільне]` gives the form to look up behind a stroke."""
    text, mentions = "", []
    for part in re.split(r"(\[[^\]]*\])", marked):
        written, _, names = part.strip("[]").partition("|") if part.startswith("[") else (part, "", "")
        if part.startswith("["):
            span = Span(start=len(text), end=len(text) + len(written))
            mentions.append(PlaceMention(span=span, names=tuple(names.split("|")) if names else (written,)))
        text += written
    return text, tuple(mentions)
