"""Stretches of words: without the marks around them and the word that opens them, and how many words they have."""

import re
import unicodedata
from itertools import islice

from sayso.vocabulary import Span

WORD = re.compile(r"\w+")
EDGES = ",;:.\u2026-\u2013\u2014"
LEFT_EDGES = EDGES + ")"
RIGHT_EDGES = EDGES + "("
ENOUGH = 5
# Pictures, and the invisible marks that they are put together with, stand past these characters.
FIRST_PICTURE = "\u2000"
PICTURES = frozenset(("So", "Sk", "Mn", "Me", "Cf"))
PUT_BEFORE = frozenset("\u203c\u2049\u2022\u2023")


def trim(text: str, span: Span, openers: frozenset[str] = frozenset()) -> Span | None:
    """Give a stretch without white space, marks and pictures around it, and without a word of ``openers`` before it.

    None where nothing is left.
    """
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in LEFT_EDGES or _is_picture(text[start])):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in RIGHT_EDGES or _is_picture(text[end - 1])):
        end -= 1
    first = WORD.match(text, start, end)
    if first and first.group().lower() in openers and text[first.end() : first.end() + 1].isspace():
        return trim(text, Span(start=first.end(), end=end)) if first.end() < end else None
    return Span(start=start, end=end) if start < end else None


def _is_picture(sign: str) -> bool:
    """Tell whether a character is a picture or a bullet, or part of one."""
    return sign > FIRST_PICTURE and (sign in PUT_BEFORE or unicodedata.category(sign) in PICTURES)


def count_words(text: str, start: int, end: int) -> int:
    """Count the words of a stretch, up to ``ENOUGH``."""
    return sum(1 for _ in islice(WORD.finditer(text, start, end), ENOUGH))
