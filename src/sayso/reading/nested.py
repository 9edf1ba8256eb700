"""Reports within reports: `the widow said a guard had told her that …` rests on the guard.

Takes a text, one sentence of it and what is marked in it as attribution, gives the source behind the one that is
marked: whose words its own begin with, or who stands with a verb of speech right before them. Decides nothing where
words are quoted, for they are left whole.
"""

import re
from collections.abc import Sequence

import attrs

from sayso.knowledge import Language, Mood, Nesting, Teller, split_words
from sayso.knowledge.nations import load_nations
from sayso.knowledge.world import load_register
from sayso.vocabulary import LinkKind, Span

WORD = re.compile(r"\w+")
GAP = "…"
LONGEST_SOURCE = 12
# What is said within needs so many words, or it is no report of its own.
FEWEST_WORDS = 2
BREAK = re.compile(r"[,;:()\u2013\u2014\u201c\u201d]")


@attrs.frozen(kw_only=True)
class Nested:
    """The source behind the one that is marked, the words that say so, and what it said."""

    source: Span
    cue: Span
    content: Span


def find_nested(
    text: str, sentence: Span, content: Sequence[Span], marks: Sequence[Span], language: Language
) -> Nested | None:
    """Give the report that the words of another begin with; ``marks`` are the sources and cues of that other."""
    begin = max((one.end for one in marks if one.end <= content[0].start), default=sentence.start)
    begin = max(begin, sentence.start)
    end = content[-1].end
    if any(begin < one.end and one.start < end for one in marks):
        return None
    for start, stop, row in language.nestings.find(text, begin, end):
        before = _noun_phrase(text, begin, start)
        source, cue = _teller(text, before, Span(start=start, end=stop), row, language)
        told = strip_opener(text, Span(start=stop, end=end), language)
        if source is None or told is None or len(WORD.findall(text, told.start, told.end)) < FEWEST_WORDS:
            return None
        return Nested(source=source, cue=cue, content=told)
    return None


def _noun_phrase(text: str, begin: int, end: int) -> Span | None:
    """Give the words before a verb: from the last comma on, but for one right before it, which closes an apposition."""
    while begin < end and not text[end - 1].isalnum() and text[end - 1] != ",":
        end -= 1
    if begin < end and text[end - 1] != ",":
        begin = max((found.end() for found in BREAK.finditer(text, begin, end)), default=begin)
    return Span(start=begin, end=end) if begin < end else None


def _teller(text: str, before: Span | None, found: Span, row: Nesting, language: Language) -> tuple[Span | None, Span]:
    """Give who tells it, and the words that say so without what opens the content."""
    words = split_words(text, found.start, found.end)
    last = words[-1]
    opened = len(words) > 1 and last.folded in language.openers | language.infinitives
    cue = Span(start=found.start, end=words[-2].end) if opened else found
    if row.teller is Teller.BEFORE:
        told = strip_opener(text, before, language) if before else None
        return (told if told and is_teller(text, told, language) else None), cue
    first = row.words.split().index(GAP)
    source = Span(start=words[first].start, end=words[-2].end)
    cue = Span(start=found.start, end=words[first - 1].end)
    return (source if is_teller(text, source, language) else None), cue


def is_teller(text: str, span: Span, language: Language) -> bool:
    """Tell whether words before a verb are somebody who speaks: no document, and no clause about somebody."""
    words = [found.group().lower() for found in WORD.finditer(text, span.start, span.end)]
    if not language.relatives.union(language.auxiliaries).isdisjoint(words) or not is_somebody(text, span, language):
        return False
    if any(row.mood is not Mood.PLAIN for _, _, row in language.moods.find(text, span.start, span.end)):
        return False
    nouns = [row.kind for table in (language.roles, language.plurals) for _, _, row in table.find(span.cut(text))]
    return LinkKind.DOCUMENT not in nouns


def is_somebody(text: str, span: Span, language: Language) -> bool:
    """Tell whether a few words before a verb may be who does it: a noun of a role, a pronoun, or a name in them."""
    names = WORD.findall(text, span.start, span.end)
    if len(names) > LONGEST_SOURCE:
        return False
    tables = (language.roles, language.plurals, language.pronouns)
    known = any(True for table in tables for _ in table.find(text, span.start, span.end))
    stated = load_nations(language.code).side_of(span.cut(text)) is not None or any(load_register().find_in(span.cut(text)))
    return known or stated or any(word[0].isupper() for word in names[1:])


def strip_opener(text: str, span: Span, language: Language) -> Span | None:
    """Give a stretch without white space and marks around it and the word that opens it; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum() and text[start] not in "\u201c\u2018\"'":
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    first = WORD.match(text, start, end)
    if first and first.group().lower() in language.openers:
        return strip_opener(text, Span(start=first.end(), end=end), language) if first.end() < end else None
    return Span(start=start, end=end) if start < end else None
