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
from sayso.reading.clauses import WORD, trim
from sayso.vocabulary import Act, LinkKind, Span

GAP = "…"
LONGEST_SOURCE = 12
COMMAS = ",;"
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
    swallowed = max((one.start for one in marks if one.end == begin), default=begin)
    for start, stop, row in language.nestings.find(text, max(swallowed, sentence.start), end):
        if stop <= begin or (start < begin and row.teller is Teller.BEFORE):
            continue
        before = _noun_phrase(text, begin, start) if begin < start else None
        if before is not None and _is_second_verb(text, before, language):
            return None
        source, cue = _teller(text, before, Span(start=start, end=stop), row, language)
        told = trim(text, Span(start=stop, end=end), language.openers) if stop < end else None
        if source is None or told is None or len(WORD.findall(text, told.start, told.end)) < FEWEST_WORDS:
            return None
        return Nested(source=source, cue=cue, content=told)
    return None


def _is_second_verb(text: str, before: Span, language: Language) -> bool:
    """Tell whether a joining word stands right before a verb: `soldiers came and ordered …` tells one thing."""
    words = WORD.findall(text, before.start, before.end)
    return len(words) > 1 and language.joiner.fullmatch(words[-1]) is not None


def find_speaker(text: str, sentence: Span, content: Span, sources: Sequence[Span], language: Language) -> Span | None:
    """Give who stands with a verb of speech right before the content, where only others are marked as sources."""
    end = content.start
    while end > sentence.start and not text[end - 1].isalnum():
        end -= 1
    begin = max([sentence.start, *(found.end() for found in BREAK.finditer(text, sentence.start, end))])
    is_apart = BREAK.match(text, end) is not None and text[content.start].isalnum() and text[end] != ":"
    if is_apart or begin >= end or any(one.start < end and begin < one.end for one in sources):
        return None
    for verb in WORD.finditer(text, begin, end):
        if verb.start() > begin and language.acts.get(verb.group().lower()) is Act.SPEECH:
            source = _strip_adverbs(text, begin, verb.start(), language)
            if source is not None and is_teller(text, source, language):
                return source
    return None


def find_inserted(text: str, sentence: Span, content: Span, sources: Sequence[Span], language: Language) -> Span | None:
    """Give whom words between commas right before the content name, behind a source that is marked before them.

    `The channel said that, in the words of a stoker, the tug was lost.`
    """
    end = content.start
    while end > sentence.start and not text[end - 1].isalnum():
        end -= 1
    if not any(mark in COMMAS for mark in text[end : content.start]):
        return None
    hits = [stop for _, stop, row in language.phrases.find(text, sentence.start, end) if row.act is Act.SPEECH]
    if not hits or not any(one.end < hits[-1] for one in sources):
        return None
    begin = hits[-1]
    while begin < end and not text[begin].isalnum():
        begin += 1
    is_plain = begin < end and not any(mark in COMMAS for mark in text[hits[-1] : end])
    is_short = len(WORD.findall(text, begin, end)) <= LONGEST_SOURCE
    if not is_plain or not is_short or any(one.start < end and begin < one.end for one in sources):
        return None
    return Span(start=begin, end=end)


def _strip_adverbs(text: str, begin: int, end: int, language: Language) -> Span | None:
    """Give the words before a verb without those that only help it: `the cook has also`; none where one joins them."""
    words = [found.span() for found in WORD.finditer(text, begin, end)]
    while len(words) > 1 and text[slice(*words[-1])].lower() in language.auxiliaries | language.common_words:
        if language.joiner.fullmatch(text, *words.pop()):
            return None
    return Span(start=words[0][0], end=words[-1][1]) if words else None


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
        told = trim(text, before, language.openers) if before else None
        return (told if told and is_teller(text, told, language) else None), cue
    first = row.words.split().index(GAP)
    source = Span(start=words[first].start, end=words[-2].end)
    cue = Span(start=found.start, end=words[first - 1].end)
    return (source if is_somebody(text, source, language) else None), cue


def is_teller(text: str, span: Span, language: Language) -> bool:
    """Tell whether words before a verb are somebody who speaks: no document, and no clause about somebody."""
    words = [found.group().lower() for found in WORD.finditer(text, span.start, span.end)]
    if not language.relatives.union(language.auxiliaries).isdisjoint(words) or not is_somebody(text, span, language):
        return False
    if any(row.mood is not Mood.PLAIN for _, _, row in language.moods.find(text, span.start, span.end)):
        return False
    pronouns = [stop - start for start, stop, _ in language.pronouns.find(text, span.start, span.end)]
    if len(words) > 1 and pronouns and not is_somebody(text, span, language, pronouns=False):
        return max(pronouns) == span.end - span.start
    nouns = [row.kind for table in (language.roles, language.plurals) for _, _, row in table.find(span.cut(text))]
    return LinkKind.DOCUMENT not in nouns


def is_somebody(text: str, span: Span, language: Language, *, pronouns: bool = True) -> bool:
    """Tell whether a few words before a verb may be who does it: a noun of a role, a title, a pronoun, or a name."""
    names = WORD.findall(text, span.start, span.end)
    if len(names) > LONGEST_SOURCE:
        return False
    tables = (language.roles, language.plurals, language.titles, *((language.pronouns,) if pronouns else ()))
    return (
        any(word[0].isupper() for word in names[1:])
        or any(True for table in tables for _ in table.find(text, span.start, span.end))
        or load_nations(language.code).side_of(span.cut(text)) is not None
        or any(load_register().find_in(span.cut(text)))
    )
