"""A report in two languages, such as a post with its translation below: which paragraphs are in which.

Takes a text and the language of the whole, gives for each language the text with all else blotted out by spaces, so
that no character moves. A paragraph stays with the language of the whole where it is short, where its language cannot
be told, and where it is quoted: then whoever quotes it stands outside of it.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from sayso.knowledge import identify_language, shares_letters
from sayso.reading.marks import MARKS

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
WORD = re.compile(r"\w+")
# Fewer words in another language are an insertion, not a part of the report in that language.
FEWEST_WORDS = 12
FEWEST_WORDS_OF_LINE = 6
LONGEST_LEAD = 8
BEFORE_QUOTED = " \t\u00a0-\u2013\u2014"


def part_languages(text: str, whole: str, readable: Collection[str]) -> Mapping[str, str]:
    """Give the text of each language in a report, ``whole`` among them; one alone where there is no other.

    ``readable``: the codes of the languages that can be read; no other is parted.
    """
    if "\n" not in text.strip() or not any(shares_letters(text, code) for code in readable if code != whole):
        return {whole: text}
    lines = list(_read_lines(text, whole, readable))
    found = {code for _, _, code in lines}
    if found == {whole}:
        return {whole: text}
    counts = {code: sum(len(WORD.findall(text, *span)) for *span, of in lines if of == code) for code in found}
    others = {code for code, count in counts.items() if code != whole and count >= FEWEST_WORDS}
    if not others or counts.get(whole, 0) < FEWEST_WORDS:
        return {whole: text}
    return {code: _blot(text, lines, code, others) for code in (whole, *sorted(others))}


def _read_lines(text: str, whole: str, readable: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Give the lines that are not empty: start, end and language."""
    is_led = False
    for line in LINE.finditer(text):
        start, end = line.span()
        is_quoted = is_led or text[start : start + LONGEST_LEAD].lstrip(BEFORE_QUOTED)[:1] in MARKS
        is_long = len([*islice(WORD.finditer(text, start, end), FEWEST_WORDS_OF_LINE)]) == FEWEST_WORDS_OF_LINE
        told = identify_language(line.group(), stated=whole) if is_long and not is_quoted else None
        yield start, end, told if told is not None and told in readable else whole
        if not line.group().isspace():
            is_led = line.group().rstrip().endswith(":")


def _blot(text: str, lines: Collection[tuple[int, int, str]], code: str, others: Collection[str]) -> str:
    """Give the text without the lines of other languages; a language that is not parted stays with the whole."""
    parts, reach = [], 0
    for start, end, of in lines:
        is_own = of == code or (code not in others and of not in others)
        parts += [text[reach:start], text[start:end] if is_own else " " * (end - start)]
        reach = end
    return "".join((*parts, text[reach:]))
