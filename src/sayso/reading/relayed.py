"""Whom a sentence names beside the sources marked in it: who was told, and the document that was seen.

Takes a text, the sentence of a cue, what it claims and the sources marked in it, gives the spans of further ones by the
words that relays are told by.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.knowledge import Language, RelayForm, split_words
from sayso.knowledge.people import Tie, load_people
from sayso.knowledge.world import load_register
from sayso.reading.clauses import trim
from sayso.reading.quotations import find_overlapping
from sayso.vocabulary import LinkKind, Relay, Role, Span

WORD = re.compile(r"\w+")
BREAK = re.compile(r"[,;:()\u2013\u2014]")
# An outlet that was told is named in no more words.
LONGEST_TOLD = 5
GAP = "…"
OFFICIALS = frozenset((Role.GOVERNMENT, Role.MILITARY, Role.INTERNATIONAL))
LONGEST_DOCUMENT = 12
LONGEST_CITED = 10
OPENING = frozenset("\u00ab\u201c\u201e")
TOLD = re.compile(
    "[\u00ab\u201c\u201e]?(?P<outlet>[^\u00ab\u00bb\u201c\u201d\u201e]{2,60})[\u00bb\u201d\u201c] +"
    "(?P<teller>[^\\W\\d_][^\u00ab\u00bb]*)"
)
# How far behind a cue the words may end that say whom it was told, in characters.
LONGEST_HEARER = 30


def find_told(
    text: str, sentence: Span, content: Sequence[Span], sources: Sequence[Span], language: Language
) -> Span | None:
    """Give the outlet that a source told: `The miller told state radio that …`, `Speaking to the wire, he …`."""
    for start, stop, row in _find_relays(text, sentence, content, Relay.TOLD, language):
        if row.before is None and start > sentence.start:
            continue
        begin, end = (
            (_gap_of(text, start, stop, row), stop)
            if row.inside == "A"
            else (stop, _end_of_slot(text, stop, sentence, content))
        )
        if "A" not in {row.inside, row.after} or begin >= end:
            continue
        if any(begin < one.end and one.start < end for one in sources):
            return None
        witness = not any(_is_official(text, one, language) for one in sources)
        if (outlet := _find_outlet(text, begin, end, language, has_witness=witness)) is not None:
            return outlet
    return None


def _gap_of(text: str, start: int, stop: int, row: RelayForm) -> int:
    """Give where the gap in the words of a row begins."""
    return split_words(text, start, stop)[row.pattern.split().index(GAP)].start


def _find_outlet(text: str, begin: int, end: int, language: Language, *, has_witness: bool) -> Span | None:
    """Give the outlet named in a stretch: from its beginning to the name or the noun, if there are few words."""
    named = [(begin + start, begin + stop) for start, stop in _outlets(text[begin:end], with_missions=has_witness)]
    called = [
        (start, stop) for start, stop, row in language.roles.find(text, begin, end) if row.kind is LinkKind.OUTLET
    ]
    if not named and not called:
        return None
    last = max(stop for _, stop in (*named, *called))
    first = begin + len(text[begin:last]) - len(text[begin:last].lstrip())
    return Span(start=first, end=last) if len(WORD.findall(text, first, last)) <= LONGEST_TOLD else None


def _outlets(text: str, *, with_missions: bool) -> list[tuple[int, int]]:
    """Give where the register's outlets stand, and the international bodies that gather what witnesses tell."""
    return [
        (start, end)
        for start, end, source in load_register().find_in(text)
        if source.kind is LinkKind.OUTLET or (with_missions and source.role is Role.INTERNATIONAL)
    ]


def _is_official(text: str, source: Span, language: Language) -> bool:
    """Tell whether a title or a noun of office stands in a source: an envoy who tells the UN speaks in public."""
    nouns = [
        row for table in (language.roles, language.plurals) for *_, row in table.find(text, source.start, source.end)
    ]
    return any(row.role in OFFICIALS for row in nouns) or any(language.titles.find(text, source.start, source.end))


def find_cited(
    text: str, sentence: Span, content: Sequence[Span], sources: Sequence[Span], language: Language
) -> Span | None:
    """Give whom the only source cites behind what it says: `The office said …, citing a count of the guild`."""
    if len(sources) != 1:
        return None
    for start, stop, row in _find_relays(text, sentence, content, Relay.CITES, language):
        if row.before != "A" or row.after != "B" or start < max(content[-1].end, sources[0].end) - 1:
            continue
        end = _end_of_slot(text, stop, sentence, content)
        cited = trim(text, Span(start=stop, end=end)) if stop < end else None
        words = WORD.findall(cited.cut(text)) if cited is not None else []
        if cited is not None and len(words) <= LONGEST_CITED and not find_overlapping(content, cited):
            return cited
    return None


def part_cited(text: str, source: Span, language: Language) -> tuple[Span, ...]:
    """Give who cites and who is cited where one span holds both: `Citing [a stoker, the wire] said …`.

    So it is with an outlet and whoever told it: `рассказали [«Вестнику» двое]`.
    """
    told = TOLD.match(text, source.start, source.end)
    if told is not None and text[max(0, source.start - 1) : source.start + 1].strip()[:1] in OPENING:
        near = Span(start=told.start("outlet"), end=told.end("outlet"))
        return (near, Span(start=told.start("teller"), end=source.end))
    if "," not in source.cut(text):
        return (source,)
    for start, stop, row in language.relays.find(text, max(0, source.start - LONGEST_HEARER), source.end):
        is_around = start < source.start and source.start < stop <= source.end and text[stop - 1] == ","
        if row.relay is Relay.CITES and row.inside == "B" and is_around:
            far = Span(start=source.start, end=stop - 1)
            near = Span(
                start=stop + len(text[stop : source.end]) - len(text[stop : source.end].lstrip()), end=source.end
            )
            return (near, far)
    return (source,)


def find_document(
    text: str, sentence: Span, content: Sequence[Span], sources: Sequence[Span], language: Language
) -> Iterator[Span]:
    """Give the document that the only source has seen or published, and its author: `A memo by Orlan, seen by …`."""
    if len(sources) != 1:
        return
    for start, stop, row in _find_relays(text, sentence, content, Relay.PUBLISHES, language):
        is_next = stop <= sources[0].start and not BREAK.search(text, stop, sources[0].start)
        if row.before != "B" or row.after != "A" or not is_next:
            continue
        begin = max([sentence.start, *(found.end() for found in BREAK.finditer(text, sentence.start, start))])
        nouns = [at for *at, noun in language.roles.find(text, begin, start) if noun.kind is LinkKind.DOCUMENT]
        if not nouns or len(WORD.findall(text, begin, start)) > LONGEST_DOCUMENT:
            return
        authored = [
            end for _, end, row in language.relays.find(text, nouns[0][0], start) if row.relay is Relay.AUTHORED
        ]
        begin += len(text[begin:start]) - len(text[begin:start].lstrip())
        end = nouns[0][1] if authored else len(text[:start].rstrip(" ,"))
        yield Span(start=begin, end=end)
        if authored and authored[0] + 1 < start:
            yield Span(start=authored[0] + 1, end=len(text[:start].rstrip(" ,")))
        return


def is_writer(text: str, span: Span, language: Language) -> bool:
    """Tell whether words stand for whoever wrote the report, alone or among others, or for what that has written.

    `us`, `журналистам`, `our last report`.
    """
    is_us = any(
        start == span.start and row.person == 1 and (end == span.end or _is_paper(text, span, language))
        for start, end, row in language.pronouns.find(text, span.start, span.end)
    )
    return is_us or _is_press(text, span, language)


def _is_press(text: str, span: Span, language: Language) -> bool:
    """Tell whether words are but those for journalists in the form of whom something is told."""
    ties = load_people(language.code).ties.find(text, span.start, span.end)
    heard = any((start, end) == (span.start, span.end) and row.tie is Tie.HEARER for start, end, row in ties)
    return heard and any(row.role is Role.MEDIA for *_, row in language.plurals.find(text, span.start, span.end))


def _is_paper(text: str, span: Span, language: Language) -> bool:
    """Tell whether words end with a noun of papers."""
    found = [one for table in (language.roles, language.plurals) for one in table.find(text, span.start, span.end)]
    return any(end == span.end and row.kind is LinkKind.DOCUMENT for _, end, row in found)


def find_hearer(text: str, cue: Sequence[Span], content: Span, language: Language) -> Span | None:
    """Give the pronoun right behind a verb of speech: `told her that …`, `wrote to him that …`."""
    if not cue:
        return None
    last = max((span for span in cue if span.end <= content.start), default=cue[-1])
    limit = content.start if last.end <= content.start else min(len(text), last.end + LONGEST_HEARER)
    for start, end, row in language.pronouns.find(text, last.start, limit):
        between = set(WORD.findall(text[last.end : start].lower())) if last.end < start else set()
        behind = WORD.match(text, end + 1)
        is_bare = behind is None or end + 1 >= content.start >= end or behind.group().lower() in language.common_words
        if start > last.start and between <= language.infinitives and (is_bare or row.person == 1):
            return Span(start=start, end=end)
    return None


def _find_relays(
    text: str, sentence: Span, content: Sequence[Span], relay: Relay, language: Language
) -> Iterator[tuple[int, int, RelayForm]]:
    """Give the rows of a relay that stand in a sentence outside of what it claims."""
    for start, stop, row in language.relays.find(text, sentence.start, sentence.end):
        if row.relay is relay and not any(start < one.end and one.start < stop for one in content):
            yield start, stop, row


def _end_of_slot(text: str, start: int, sentence: Span, content: Sequence[Span]) -> int:
    """Give where a slot behind some words ends at the latest: at a mark, at the content, or with the sentence."""
    mark = BREAK.search(text, start, sentence.end)
    after = [one.start for one in content if one.start >= start]
    return min([mark.start() if mark else sentence.end, sentence.end, *after])
