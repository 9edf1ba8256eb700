"""What a report tells of a private person beside the name: age and family, as spans to be withheld with it.

Takes a text, the phrase that names somebody and the bare name in it, gives the numbers and the words of kinship between
commas, in the phrase or right behind it. What else is said there, such as somebody's work, is no detail.
"""

import re
from collections.abc import Iterator

from sayso.knowledge import Language
from sayso.vocabulary import Span

STRETCH = re.compile(r"[^,;().!?\u2013\u2014\u201c\u201d]+")
WORD = re.compile(r"[^\W\d_]+")
# A number with what is joined to it: `34-year-old`, `52`.
NUMBER = re.compile(r"[^\W\d_]*\d[\w'\u2019-]*")
POSSESSIVE = re.compile(r"['\u2019]s?\s")
AGE = re.compile(r"\s*[,(]\s*(?:\w+\s+){0,2}(\d{1,3})(?=\s*[,.)]|\s|$)")
LONGEST_BEHIND = 24
# A word behind the comma that ends a phrase.
KIN = re.compile(r"\s{0,3}[,(]\s{0,3}([^\W\d_]+)")
LONGEST_KIN = 80


def find_details(text: str, phrase: Span, mention: Span, language: Language, *, beside: bool = False) -> Iterator[Span]:
    """Give what tells age or family of the person that ``mention`` names within ``phrase``.

    ``beside``: only where nothing but a mark parts it from the name.
    """
    for start, end in ((phrase.start, mention.start), (mention.end, phrase.end)):
        for found in STRETCH.finditer(text, start, end) if start < end else ():
            if not beside or _adjoins(text, found.span(), mention):
                yield from _read_stretch(text, *found.span(), language)
    behind = AGE.match(text, mention.end, min(len(text), mention.end + LONGEST_BEHIND))
    if behind and behind.start(1) >= phrase.end:
        yield Span(start=behind.start(1), end=behind.end(1))
    follows = KIN.match(text, phrase.end)
    if follows and follows.group(1).lower() in language.kin:
        stretch = STRETCH.match(text, follows.start(1), min(len(text), follows.start(1) + LONGEST_KIN))
        yield from _read_stretch(text, *stretch.span(), language) if stretch else ()


def _adjoins(text: str, stretch: tuple[int, int], mention: Span) -> bool:
    """Tell whether nothing but a comma or a bracket stands between a stretch and a name."""
    start, end = stretch
    between = text[end : mention.start] if end <= mention.start else text[mention.end : start]
    return not any(map(str.isalnum, between)) and not any(mark in between for mark in ".!?")


def _read_stretch(text: str, start: int, end: int, language: Language) -> Iterator[Span]:
    """Give the numbers of a stretch, and its words of kinship with whose they are and what follows in their clause."""
    kin = next((found for found in WORD.finditer(text, start, end) if found.group().lower() in language.kin), None)
    family = _whose(text, start, kin.start(), language) if kin else end
    for found in NUMBER.finditer(text, start, family):
        yield Span(start=found.start(), end=found.end())
    if kin:
        opened = (found.start() for found in WORD.finditer(text, kin.end(), end) if found.group() in language.relatives)
        stop = next(opened, end)
        yield Span(start=family, end=family + len(text[family:stop].rstrip()))
        yield from _names_in(text, kin.end(), stop)
        if stop < end:
            yield from _read_stretch(text, stop, end, language)


def _names_in(text: str, start: int, end: int) -> Iterator[Span]:
    """Give the words with a capital among those that tell of kin: names, whole as far as blanks join them."""
    held: Span | None = None
    for found in WORD.finditer(text, start, end):
        if not found.group()[0].isupper():
            continue
        joined = held is not None and text[held.end : found.start()].isspace()
        if held is not None and not joined:
            yield held
        held = Span(start=held.start if held and joined else found.start(), end=found.end())
    if held is not None:
        yield held


def _whose(text: str, start: int, kin: int, language: Language) -> int:
    """Give where it begins to be said whose family it is: `her brother`, `the miller's widow`; else the word itself."""
    joined = max((found.end() for found in language.joiner.finditer(text, start, kin)), default=start)
    before = [found for _, found, _ in language.pronouns.find(text, joined, kin)]
    owner = [begin for begin, _, _ in language.pronouns.find(text, joined, kin)]
    if before and not any(map(str.isalnum, text[before[-1] : kin])):
        return owner[-1]
    owned = POSSESSIVE.search(text, joined, kin)
    return joined + len(text[joined:kin]) - len(text[joined:kin].lstrip()) if owned else kin
