"""What a report tells of a private person beside the name: age and family, as spans to be withheld with it.

Takes a text, the phrase that names somebody and the bare name in it, gives the stretches between commas, in the phrase
or right behind it, that hold a number or a word of kinship.
"""

import re
from collections.abc import Iterator

from sayso.knowledge import Language
from sayso.vocabulary import Span

STRETCH = re.compile(r"[^,;().!?\u2013\u2014\u201c\u201d]+")
WORD = re.compile(r"[^\W\d_]+")
AGE = re.compile(r"\s*[,(]\s*(?:\w+\s+){0,2}(\d{1,3})(?=\s*[,.)]|\s|$)")
LONGEST_BEHIND = 24


def find_details(text: str, phrase: Span, mention: Span, language: Language) -> Iterator[Span]:
    """Give the stretches that tell age or family of the person that ``mention`` names within ``phrase``."""
    for start, end in ((phrase.start, mention.start), (mention.end, phrase.end)):
        if start < end:
            yield from _stretches(text, start, end, language)
    behind = AGE.match(text, mention.end, min(len(text), mention.end + LONGEST_BEHIND))
    if behind and behind.start(1) >= phrase.end:
        yield Span(start=behind.start(1), end=behind.end(1))


def _stretches(text: str, start: int, end: int, language: Language) -> Iterator[Span]:
    for found in STRETCH.finditer(text, start, end):
        words = found.group()
        if any(map(str.isdigit, words)) or any(word.lower() in language.kin for word in WORD.findall(words)):
            begin = found.start() + len(words) - len(words.lstrip())
            stop = begin + len(words.strip())
            if begin < stop:
                yield Span(start=begin, end=stop)
