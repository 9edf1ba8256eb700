"""Noun phrases of a report that no attribution marks as a source, but that a pronoun or a shorter name may go back to.

Takes the words and the ranges that are sources, gives the phrases between them in order. Time is linear in the text.
"""

from collections.abc import Iterator, Sequence
from itertools import compress, count
from typing import NamedTuple

from sayso.knowledge import Gender
from sayso.knowledge.nations import Relation
from sayso.knowledge.people import Mark
from sayso.reading.evidence import gender_of
from sayso.reading.phrase import Phrase, read_phrase
from sayso.reading.terms import Range, Terms
from sayso.vocabulary import LinkKind

MOST_ADJECTIVES = 4
MOST_TAILS = 3
TAILS = frozenset((Relation.OWNER, Relation.PLACE))


class _Ground(NamedTuple):
    """The words that are gone over: which of them are taken already, and which may be the core of a noun phrase."""

    terms: Terms
    used: Sequence[bool]
    cores: Sequence[bool]


def find_bystanders(terms: Terms, taken: Sequence[Range]) -> Iterator[Phrase]:
    """Give the phrases that lie outside of the ranges taken, in order; some names among them may be no source's."""
    used = [False] * len(terms.words)
    for first, last in taken:
        used[first:last] = [True] * (last - first)
    ground = _Ground(terms, used, _find_cores(terms))
    reach = 0
    for word in sorted(_find_openings(ground)):
        end = _end_of_phrase(ground, word) if reach <= word < len(used) and not used[word] else None
        if end is None:
            continue
        owner = next((at for at in range(word + 1, end) if _is_possessive(terms, at)), None)
        if owner:
            yield from _named(terms, word, owner)
        phrase = read_phrase(terms, word, end)
        if is_someone(terms, phrase) or phrase.core.name:
            yield phrase
        reach = max(end, phrase.range[1])


def _find_openings(ground: _Ground) -> set[int]:
    """Give the words that a noun phrase may begin at: articles, pronouns, and what may be the core of one."""
    terms = ground.terms
    pronouns = {*terms.pronouns, *(last - back for last in terms.pronoun_ends for back in (1, 2))}
    return {*compress(count(), ground.cores)} | terms.determiners.keys() | pronouns


def _named(terms: Terms, first: int, last: int) -> Iterator[Phrase]:
    """Give the one to whom what follows belongs, where it is named: `Orlan’s letter`."""
    phrase = read_phrase(terms, first, last)
    if phrase.core.name:
        yield phrase


def _is_possessive(terms: Terms, word: int) -> bool:
    return terms.words[word].folded in terms.nations.spelling.possessives


def find_inside(terms: Terms, phrase: Phrase) -> Iterator[Phrase]:
    """Give the sources of the register that a mention names beside its own: `the head of the Atomic Energy Agency`."""
    for part in phrase.parts:
        for word in range(*part.range):
            known = terms.known[word]
            if known and known.first == word and part.name is None:
                yield read_phrase(terms, word, min(known.last, part.range[1]))


def is_someone(terms: Terms, phrase: Phrase) -> bool:
    """Tell whether a phrase may be meant by a pronoun: it has a noun, or a name that is more than one capital."""
    core = phrase.core
    if core.name is None:
        return core.head is not None and core.head.kind is not LinkKind.UNKNOWN
    if terms.marked(Mark.NO_NAME, *core.name):
        return False
    alone = core.name[1] - core.name[0] == 1
    given = alone and gender_of(terms, phrase.parts) is not Gender.ANY
    return bool(not alone or given or core.known or core.title or core.head or phrase.beside)


def _end_of_phrase(ground: _Ground, first: int) -> int | None:
    """Give the end of the noun phrase that begins here, None where none does."""
    terms, used, cores = ground
    opened = terms.determiners.get(first)
    begin = opened[0] if opened else first
    if not opened:
        pronoun = terms.pronoun_at(first, min(first + 2, len(terms.words))) if _is_small(terms, first) else None
        begin = pronoun[0] if pronoun else first
        if begin == first and not cores[first]:
            return None
    head = begin
    limit = min(len(terms.words), begin + (MOST_ADJECTIVES if begin > first else 1))
    while head < limit and not cores[head]:
        if used[head] or not _is_adjective(terms, head):
            return None
        head += 1
    if head >= limit or used[head]:
        return None
    end = _run(ground, head)
    for _ in range(MOST_TAILS):
        tail = _end_of_tail(ground, end)
        if tail is None:
            break
        end = tail
    return end


def _is_small(terms: Terms, word: int) -> bool:
    return terms.words[word].folded in terms.language.common_words


def _find_cores(terms: Terms) -> list[bool]:
    """Tell for each word whether it may be the core of a noun phrase."""
    small, joints = terms.language.common_words, terms.relations.keys() | terms.determiners.keys()
    plain = [capital and word.folded not in small for capital, word in zip(terms.capitals, terms.words, strict=True)]
    marked = zip(terms.nouns, plain, terms.sides, terms.titles, strict=True)
    return [
        bool(noun or (at not in joints and (is_plain or side or title)))
        for at, (noun, is_plain, side, title) in enumerate(marked)
    ]


def _is_adjective(terms: Terms, word: int) -> bool:
    written = terms.words[word]
    return (
        written.written[0].isalnum()
        and written.folded not in terms.language.common_words
        and written.folded not in terms.language.acts
        and word not in terms.relations
    )


def _run(ground: _Ground, first: int) -> int:
    """Give the end of words that are nouns, titles, names or words of a side."""
    terms, used, cores = ground
    end = first + 1
    while end < len(terms.words) and not used[end]:
        dotted = terms.words[end].written == "." and not terms.is_parted(end)
        owned = _is_possessive(terms, end)
        if not (dotted or owned or (cores[end] and not terms.is_parted(end))):
            break
        end += 1
    return end


def _end_of_tail(ground: _Ground, end: int) -> int | None:
    """Give the end of `of the region` behind a noun, None where nothing is joined to it."""
    terms, used, cores = ground
    joined = terms.relations.get(end)
    if joined is None or joined[1] not in TAILS or used[end]:
        return None
    begin = joined[0]
    opened = terms.determiners.get(begin)
    head = opened[0] if opened else begin
    limit = min(len(terms.words), head + MOST_ADJECTIVES)
    while head < limit and not used[head] and not cores[head]:
        if not _is_adjective(terms, head):
            return None
        head += 1
    if head >= limit or used[head]:
        return None
    end = _run(ground, head)
    named = opened and all(terms.sides[word] for word in range(head, end))
    goes_on = named and end < len(used) and not used[end] and _is_adjective(terms, end)
    return end + 1 if goes_on else end
