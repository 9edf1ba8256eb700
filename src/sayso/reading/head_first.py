"""Names and heads of phrases in languages where whom a noun belongs to stands right behind it: `глава района Орлан`.

Takes a part of a phrase, gives the noun that says what it is (the first) and the bare name in it: of a person what
stands last (`мэр Полтавы Кит Орлан`), of a body what is in quotation marks or known behind a general noun (`агентство
Reuters`). A source of the register that begins no later than the noun is the name itself.
"""

from typing import NamedTuple

from sayso.knowledge.declension import load_declension
from sayso.knowledge.inflection import strip_signs
from sayso.knowledge.nations import Relation
from sayso.knowledge.people import GenderOf, Mark, Tie
from sayso.knowledge.phrases import fold_word
from sayso.knowledge.world import Source
from sayso.reading.terms import OPENING, STOPS, NounAt, Range, Terms, closes
from sayso.vocabulary import LinkKind, Role
from sayso.vocabulary.claim import MEDIA_KINDS

LONGEST_NAME = 4
LONGEST_QUOTED = 8
# General nouns of bodies with these roles are no part of the name that stands behind: `фонд «Заря»`.
APPOSED = frozenset((Role.UNKNOWN, Role.CIVILIAN, Role.ANALYST))
# Nouns of these roles say an office that somebody is known by: `губернатор Орлан`; a bare capital behind others may be
# where they are from: `житель Орлана`.
KNOWN_BY_OFFICE = frozenset((Role.GOVERNMENT, Role.MILITARY, Role.ANALYST, Role.MEDIA))


class Headed(NamedTuple):
    """The head of a part, the bare name, and its row in the register."""

    head: NounAt | None
    name: Range | None = None
    known: Source | None = None


def read_headed(terms: Terms, first: int, last: int) -> Headed | None:
    """Read the words of a part behind what opens it; None where neither a noun nor a known source is in them."""
    head = next((noun for noun in terms.nouns[first:last] if noun and noun.first >= first), None)
    known = next((one for one in terms.known[first:last] if one and one.first >= first), None)
    if known and (head is None or known.first <= head.first) and not _is_cut(terms, known.first, first):
        return Headed(None, (known.first, min(known.last, last)), known.row)
    if head is None:
        return None
    if head.kind is LinkKind.PERSON and not head.plural:
        return Headed(head, find_person(terms, head, last))
    if head.kind in MEDIA_KINDS and not head.plural:
        return _read_body(terms, head, last)
    if head.kind is LinkKind.ORGANISATION and not head.plural and head.row.role in APPOSED:
        return _read_body(terms, head, last)
    return Headed(head)


def find_person(terms: Terms, head: NounAt, last: int) -> Range | None:
    """Give the name that a person's noun and what belongs to it end with."""
    if terms.tied(Tie.HANDLE, head.first, head.last) and (handle := end_of_quoted(terms, head.last, last)):
        return head.last, handle
    end = last
    begin = end
    while begin > head.last and _may_name(terms, begin - 1):
        begin -= 1
    while begin < end and terms.words[begin].written == ".":
        begin += 1
    givens = [word for word in range(begin, end) if _is_given(terms, word)]
    begin = givens[0] if givens else begin
    several = sum(terms.words[word].written != "." for word in range(begin, end)) > 1
    if begin == end or end - begin > LONGEST_NAME or not (givens or several or not _is_cut(terms, begin, head.first)):
        return None
    if givens and _belongs(terms, head, begin):
        return None
    if begin == head.last:
        return (begin, end) if _is_named(terms, head, begin, end) else None
    joined = any(
        word in terms.relations and terms.relations[word][1] in STOPS and terms.relations[word][1] is not Relation.OTHER
        for word in range(max(head.last, begin - 1), begin)
    )
    return None if joined or not _is_named(terms, head, begin, end) else (begin, end)


def _is_named(terms: Terms, head: NounAt, begin: int, end: int) -> bool:
    """Tell whether capitals behind a person's noun are that person's name, and not where or whose he is."""
    if terms.text[terms.starts[begin] - 1] in OPENING:
        return False
    if _is_given(terms, begin):
        return True
    several = sum(terms.words[word].written != "." for word in range(begin, end)) > 1
    return several or head.row.role in KNOWN_BY_OFFICE or terms.titles[head.last - 1] is not None


def _is_given(terms: Terms, word: int) -> bool:
    given = terms.genders.get(word)
    return given is not None and given.of is GenderOf.NAME


def _belongs(terms: Terms, head: NounAt, name: int) -> bool:
    """Tell whether a given name is in another form than its noun, so that it says whose he is: `сестра Елены`."""
    word = terms.words[name].folded
    lemmas = [lemma for lemma, _ in load_declension(terms.language.code).given.get(word, ())]
    changed = bool(lemmas) and not any(lemma.lower() == word for lemma in lemmas)
    return changed and is_first_form(terms, head)


def is_first_form(terms: Terms, noun: NounAt) -> bool:
    """Tell whether a noun stands in the form that its row gives it in: as the subject does."""
    firsts = [word.split("|")[0].removeprefix("=") for word in strip_signs(noun.row.noun).split()]
    written = [word.folded for word in terms.words[noun.first : noun.last]]
    return written == [fold_word(word) for word in firsts]


def _may_name(terms: Terms, word: int) -> bool:
    written = terms.words[word].written
    if written == "." and word:
        return len(terms.words[word - 1].written) == 1 and terms.is_capital(word - 1)
    return (
        terms.is_capital(word)
        and terms.sides[word] is None
        and terms.known[word] is None
        and terms.nouns[word] is None
        and not (len(written) > 1 and written.isupper())
        and not terms.marked(Mark.NO_NAME, word, word + 1)
    )


def _read_body(terms: Terms, head: NounAt, last: int) -> Headed:
    """Find the name of a body behind its noun: in quotation marks, in the register, or in capitals."""
    for word in range(head.last, last):
        end = end_of_quoted(terms, word, last)
        if end is not None:
            row = terms.known[word]
            return Headed(head, (word, end), row.row if row and row.first == word else None)
        known = terms.known[word]
        if known and known.first == word == head.last:
            return Headed(head, (word, min(known.last, last)), known.row)
    begin = head.last
    end = begin
    while end < last and terms.is_capital(end) and terms.sides[end] is None and not terms.is_parted(end):
        end += 1
    return Headed(head, (begin, end) if end > begin else None)


def end_of_quoted(terms: Terms, first: int, last: int) -> int | None:
    """Give the end of what stands in quotation marks that open right before a word; None where none do."""
    start = terms.starts[first]
    if start == 0 or terms.text[start - 1] not in OPENING:
        return None
    for word in range(first, min(last, first + LONGEST_QUOTED)):
        if closes(terms.text, terms.words[word].end):
            return word + 1
    return None


def _is_cut(terms: Terms, word: int, first: int) -> bool:
    """Tell whether a word that joins something stands between the beginning and a word: `врач из ООН`."""
    return any(
        at in terms.relations and terms.relations[at][1] in {Relation.CLAUSE, Relation.OTHER}
        for at in range(first, word)
    )
