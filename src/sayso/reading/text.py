"""Sentences of a text, as character spans.

Takes a text, its quotations and the abbreviations of its language. The splitting is sentencex's; a repair pass joins
what it cut after an abbreviation, and inside or right after a quotation that the sentence goes on from.
"""

import re
from collections.abc import Iterator, Sequence

import sentencex

from sayso.reading.quotations import Quotation
from sayso.reading.windows import split_paragraphs
from sayso.vocabulary import Span

LAST_WORD = re.compile(r"([^\W\d_](?:[\w.]{0,10}\w)?)\.\s*$")
CLOSING = frozenset("\u201d\u2019\"'\u00bb\u203a")
# sentencex is linear in practice; longer paragraphs are cut so that no hostile one can show otherwise.
LONGEST_STRETCH = 4_000


def find_sentences(
    text: str, quotations: Sequence[Quotation], abbreviations: frozenset[str], language: str = "en"
) -> tuple[Span, ...]:
    """Give the sentences of a text without the white space around them, in order; none passes a paragraph."""
    found: list[Span] = []
    spoken = [one.span for one in quotations if one.is_speech and one.closed]
    place = 0
    for start, end in _stretches(text):
        first = len(found)
        for piece_start, piece_end in _pieces(text, start, end, language):
            while place < len(spoken) and spoken[place].end <= piece_start - 2:
                place += 1
            quotation = spoken[place] if place < len(spoken) else None
            previous = found[-1] if len(found) > first else None
            if previous is not None and _goes_on(text, previous, piece_start, quotation, abbreviations):
                found[-1] = Span(start=previous.start, end=piece_end)
            else:
                found.append(Span(start=piece_start, end=piece_end))
    return tuple(found)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give the paragraphs of a text, long ones in parts cut at white space where there is any."""
    for start, end in split_paragraphs(text):
        while end - start > LONGEST_STRETCH:
            cut = text.rfind(" ", start + LONGEST_STRETCH // 2, start + LONGEST_STRETCH) + 1 or start + LONGEST_STRETCH
            yield start, cut
            start = cut
        yield start, end


def _pieces(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Give sentencex's sentences of one stretch, stripped."""
    stretch = text[start:end]
    for boundary in sentencex.get_sentence_boundaries(language, stretch):
        piece = stretch[boundary["start_index"] : boundary["end_index"]]
        kept = piece.lstrip()
        piece_start = start + boundary["end_index"] - len(kept)
        kept = kept.rstrip()
        if kept:
            yield piece_start, piece_start + len(kept)


def _goes_on(
    text: str, previous: Span, start: int, quotation: Span | None, abbreviations: frozenset[str]
) -> bool:
    """Tell whether the sentence before ``start`` goes on there."""
    word = LAST_WORD.search(text[max(previous.start, previous.end - 12) : previous.end])
    if word and word[1].lower() in abbreviations:
        return True
    if text[previous.end - 1] in CLOSING and text[start].islower():
        return True
    if quotation is None or not quotation.start < start < quotation.end:
        return False
    after = text[quotation.end : quotation.end + 2].lstrip()
    return text[quotation.end - 2] == "," or after[:1].islower()
