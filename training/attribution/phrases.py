"""Where the phrase of a source begins: the articles, titles and roles before its name, as PolNeAR marks sources."""

import re
from pathlib import Path
from typing import Any

LISTS = Path(__file__).parent


def read_words(name: str) -> frozenset[str]:
    """Give the words of a list that lies here."""
    return frozenset((LISTS / name).read_text(encoding="utf-8").split())


# Words before a name that belong to its phrase, and capitalised words that do not.
LEADS, BREAKS = read_words("leads.txt"), read_words("breaks.txt")
# Stems of Russian and Ukrainian titles and roles, and of the words that stand between one and a name.
TITLES, MIDDLES = tuple(sorted(read_words("titles.txt"))), tuple(sorted(read_words("middles.txt")))
SHORT = re.compile(r"[\u0430-\u0457]{1,2}")  # prepositions and the like, which are no stems
CYRILLIC_WORD = re.compile(r"[\u0400-\u052f][\w'\u2019-]*\.?")
LONGEST_PHRASE = 200


def whole_phrase(text: str, link: dict[str, Any]) -> list[int]:
    """Give the span of a source with the article and titles before its name, as PolNeAR marks sources."""
    start, end = link["mention"]
    if "full" in link:
        return [link["full"][0], max(end, link["full"][1])]
    if CYRILLIC_WORD.match(text, start):
        return [_cyrillic_phrase(text, start), end]
    while True:
        before = text[:start].rstrip(" \u2018\u201c\"'").rsplit(maxsplit=1)[-1:]
        gap = text[:start][len(text[:start].rstrip(" \u2018\u201c\"'")) :]
        if not before or "\n" in gap or not before[0].isalpha() or not _leads(before[0]):
            return [start, end]
        start -= len(before[0]) + len(gap)


def _cyrillic_phrase(text: str, start: int) -> int:
    """Give where the phrase of a Cyrillic name begins: at the furthest title or role before it, or at the name."""
    begin = start
    for found in reversed(list(CYRILLIC_WORD.finditer(text, max(0, start - LONGEST_PHRASE), start))):
        word = found.group().lower()
        leads = word.startswith(TITLES + MIDDLES) or SHORT.fullmatch(word) or found.group().isupper()
        if not leads or text[found.end() : start].strip(' \u00ab\u201c\u201e"'):
            break
        start = found.start()
        begin = start if word.startswith(TITLES) else begin
    return begin


def _leads(word: str) -> bool:
    return word.lower() in LEADS or (word[0].isupper() and word.lower() not in BREAKS)
