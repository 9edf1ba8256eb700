"""The words that mention a source -> its parts: bare name, title, nouns, what opens it, and what stands beside it.

Takes a range of words (with or without title and apposition), gives a Phrase. Decides which words are the name: those
with a capital that are no title, no noun and no word of a side, a name of the register, a handle, or a body that its
state makes unique (`Israel's army`).
"""

from collections.abc import Iterator

import attrs

from sayso.knowledge import Pronoun
from sayso.knowledge.people import Determiner, Mark, Reference, Tie
from sayso.knowledge.world import Source
from sayso.reading.head_first import Headed, read_headed
from sayso.reading.name_runs import end_of_quoted, end_of_run, is_whose, joins_name
from sayso.reading.terms import CLOSING, HANDLE, OPENING, STOPS, NounAt, Range, Terms, TitleAt
from sayso.vocabulary import LinkKind, Span

PRINTED = frozenset((LinkKind.OUTLET, LinkKind.CHANNEL, LinkKind.DOCUMENT))
PEOPLE = frozenset((LinkKind.PERSON, LinkKind.GROUP))
BODIES = frozenset((LinkKind.OUTLET, LinkKind.CHANNEL, LinkKind.ORGANISATION))


@attrs.frozen(kw_only=True)
class Part:
    """What stands between two marks; ``name`` is a range of words, ``is_state`` where the name is that of a state."""

    range: Range
    determiner: Determiner | None = None
    owner: Pronoun | None = None
    name: Range | None = None
    known: Source | None = None
    title: TitleAt | None = None
    nouns: tuple[NounAt, ...] = ()
    pseudonym: bool = False
    is_state: bool = False
    is_institution: bool = False
    is_people: bool = False
    former: bool = False

    @property
    def head(self) -> NounAt | None:
        """The noun that says what it is: the last before the name or before what it belongs to."""
        return self.nouns[-1] if self.nouns else None


def read_part(terms: Terms, first: int, last: int) -> Part:
    """Read one part of a phrase."""
    begin, determiner, owner = _read_opening(terms, first, last)
    stop = _find_stop(terms, begin, last)
    headed = read_headed(terms, begin, last) if terms.language.head_first else None
    name, known, is_state = (headed.name, headed.known, False) if headed else _find_name(terms, begin, stop)
    is_part = name is None or (first < name[0] and name[1] == last)
    if is_part and not known and _is_title(terms, first, last):
        name = first, last
    pseudonym = terms.marked(Mark.PSEUDONYM, first, last) if not known else None
    if pseudonym:
        name = _capital_run(terms, pseudonym[1], last) or name
        is_state = False
    elif name is None:
        named = terms.marked(Mark.NAMED, begin, last)
        name = _quoted_handle(terms, begin, stop) or (_capital_run(terms, named[1], last) if named else None)
    until = min(stop, name[0]) if name and name[0] > begin else stop
    nouns = _nouns_of(headed) if headed else tuple(find_nouns(terms, begin, until))
    institution = name is None and _is_institution(terms, nouns, begin, last, determiner)
    if institution:
        name = begin, max(stop if headed else 0, _end_of_institution(terms, nouns[-1].last, last))
    is_people = is_state and name is not None and name[0] in terms.peoples
    if is_people:
        name, is_state = None, False
    title = terms.titles[name[0] - 1] if name and name[0] > begin else None
    return Part(
        range=(first, last),
        determiner=determiner,
        owner=owner,
        name=name,
        known=known,
        title=title,
        nouns=nouns or (() if headed else tuple(find_nouns(terms, begin, stop))),
        pseudonym=bool(pseudonym and name) or _is_handle(terms, name),
        is_state=is_state,
        is_institution=institution,
        is_people=is_people,
        former=terms.marked(Mark.FORMER, first, until) is not None,
    )


def _is_title(terms: Terms, first: int, last: int) -> bool:
    """Tell whether words stand alone between quotation marks, as what something is called: `«Наблюдатель Юг»`."""
    return last - first > 1 and terms.is_capital(first) and is_quoted(terms, (first, last))


def _nouns_of(headed: Headed) -> tuple[NounAt, ...]:
    return (headed.head,) if headed.head else ()


def _read_opening(terms: Terms, first: int, last: int) -> tuple[int, Determiner | None, Pronoun | None]:
    """Give where the words behind article, number and pronoun begin, and what these are."""
    opened = terms.determiners.get(first)
    if opened and opened[0] < last:
        return opened[0], opened[1], None
    pronoun = terms.pronoun_at(first, last)
    if pronoun and pronoun[0] < last:
        return pronoun[0], None, pronoun[1]
    return first, None, None


def _find_stop(terms: Terms, first: int, last: int) -> int:
    """Give where the head of a phrase ends: at the first word that joins something to it."""
    for word in range(first + 1, last):
        joined = terms.relations.get(word)
        if joined and joined[1] in STOPS and not _is_inside(terms, word) and not joins_name(terms, word, last):
            return word
    return last


def _is_inside(terms: Terms, word: int) -> bool:
    """Tell whether a name, noun or title that began before goes on at a word."""
    covered = (terms.known[word], terms.nouns[word], terms.titles[word])
    return any(one is not None and one.first < word for one in covered)


def _find_name(terms: Terms, first: int, stop: int) -> tuple[Range | None, Source | None, bool]:
    """Give the bare name within the head of a phrase, its row in the register, and whether it is that of a state."""
    for word in range(first, stop):
        hit = terms.known[word]
        if hit and hit.first == word and not _modifies(terms, hit.last, stop):
            return (word, min(hit.last, stop)), hit.row, False
    begin = first
    while begin < stop:
        if not terms.is_capital(begin):
            begin += 1
            continue
        end = end_of_quoted(terms, begin, stop) or end_of_run(terms, begin, stop)
        belongs = any(is_whose(terms, word) for word in range(begin + 1, end - 1))
        name, is_state = ((begin, end), False) if belongs else _strip(terms, begin, end, first, stop)
        if name:
            return name, None, is_state
        begin = end
    return None, None, False


def _modifies(terms: Terms, last: int, stop: int) -> bool:
    """Tell whether a name that ends here only describes what follows: `a Red Cross spokesman`, `Kyiv’s envoy`."""
    if last >= stop:
        return False
    if terms.words[last].folded in terms.nations.spelling.possessives:
        return last + 1 < stop
    noun = terms.nouns[last]
    is_body = (
        noun is not None and noun.kind in BODIES and noun.last == stop and not noun.plural and not terms.sides[last - 1]
    )
    if is_body and noun and terms.known[last - 1] is not None and noun.kind is not LinkKind.ORGANISATION:
        is_body = False  # a platform: the Telegram channel
    described = noun is not None and noun.last > last and not is_body
    return described or terms.is_capital(last) or "-" in terms.words[last].written


def _strip(terms: Terms, begin: int, end: int, first: int, stop: int) -> tuple[Range | None, bool]:
    """Take from a run of capitals what is no name: titles, nouns and sides before it; all where a noun ends it."""
    if _modifies(terms, end, stop):
        return None, False
    tail = terms.nouns[end - 1]
    if tail and tail.last == end and tail.first > begin:
        return _strip_before_noun(terms, begin, end, tail, first)
    if tail and tail.kind is LinkKind.ORGANISATION and tail.last == end == begin + tail.last - tail.first > begin + 1:
        return (begin, end), False  # a body's noun written as a name: the General Staff
    if tail and tail.last > end:
        return None, False  # the capital of a noun that begins a sentence: State media
    start = begin
    while start < end and (past := _past_lead(terms, start, end)) > start:
        start = past
    while start < end and terms.words[start].written == ".":
        start += 1
    if begin < start < end and start in terms.relations:
        start = begin
    if start < end:
        return (start, end), False
    is_state = terms.sides[end - 1] is not None and begin == first and end == stop
    return ((begin, end), True) if is_state else (None, False)


def _strip_before_noun(terms: Terms, begin: int, end: int, tail: NounAt, first: int) -> tuple[Range | None, bool]:
    """Take a run that a noun ends for a name where it is a body and something in it is no word of a side or title."""
    plain = [
        word
        for word in range(begin, tail.first)
        if terms.sides[word] is None and terms.titles[word] is None and terms.nouns[word] is None
    ]
    if tail.kind in PEOPLE and not (
        plain and begin and terms.words[begin - 1].end < terms.starts[begin] and first < begin
    ):
        return None, False
    medium = tail.kind in {LinkKind.OUTLET, LinkKind.CHANNEL} and not terms.sides[begin]
    return ((begin, end), False) if plain or medium else (None, False)


def _past_lead(terms: Terms, word: int, end: int) -> int:
    """Give the end of a title, a noun or a word of a side that begins here; the word itself where none does."""
    title, noun = terms.titles[word], terms.nouns[word]
    if title and title.first < word and title.last < end:
        return title.last  # a title that goes on over a small word: Minister of Foreign Affairs
    if title and title.first == word and title.last <= end and not terms.sides[word]:
        alone = terms.marked(Mark.LONE_NAME, word, title.last) and _is_single(terms, title.last, end)
        return word if alone or terms.marked(Mark.IN_NAME, word, title.last) else title.last
    within = noun is not None and noun.last < end and noun.kind in PRINTED and terms.is_capital(noun.last - 1)
    if noun and noun.last <= end and not within:
        return noun.last
    if terms.sides[word] is None:
        return word
    follows = word + 1 < end and (terms.titles[word + 1] or terms.nouns[word + 1] or terms.sides[word + 1])
    return word + 1 if follows or word + 1 >= end or word not in terms.grounds else word


def _is_single(terms: Terms, first: int, end: int) -> bool:
    """Tell whether one name stands in a range, with or without a full stop."""
    return sum(terms.words[word].written != "." for word in range(first, end)) == 1


def _capital_run(terms: Terms, first: int, last: int) -> Range | None:
    """Give the first words with capitals of a range."""
    for word in range(first, last):
        if terms.is_capital(word):
            return word, end_of_run(terms, word, last)
    return None


def _is_handle(terms: Terms, name: Range | None) -> bool:
    return bool(name) and terms.words[name[0]].written == HANDLE if name else False


def _quoted_handle(terms: Terms, first: int, stop: int) -> Range | None:
    """Give a handle: a word right behind its sign."""
    for word in range(first, stop - 1):
        if terms.words[word].written == HANDLE and terms.words[word].end == terms.starts[word + 1]:
            return word, word + 2
    return None


def find_nouns(terms: Terms, first: int, stop: int) -> Iterator[NounAt]:
    """Give the nouns of a range, up to where another phrase begins."""
    word, begun = first, False
    while word < stop and not (begun and word in terms.determiners):
        noun = terms.nouns[word]
        if noun and noun.first >= first:
            begun = True
            yield noun
        word = noun.last if noun else word + 1


def _is_institution(
    terms: Terms, nouns: tuple[NounAt, ...], first: int, last: int, determiner: Determiner | None
) -> bool:
    """Tell whether a body is named by its state: one of a kind, and the words of a side beside it."""
    if not nouns or (determiner is not None and determiner.reference is Reference.NEW):
        return False
    if terms.tied(Tie.DESCRIBED, first, last):
        return False
    head = nouns[-1]
    marked = terms.marked(Mark.INSTITUTION, head.first, head.last)
    return (
        head.kind is LinkKind.ORGANISATION
        and marked is not None
        and marked[1] == head.last
        and (
            any(terms.sides[word] for word in range(first, last))
            or (terms.language.head_first and marked[1] - marked[0] > 1)
        )
    )


def _end_of_institution(terms: Terms, last: int, end: int) -> int:
    """Give the end of the body's name with the side that stands behind it."""
    sides = [word for word in range(last, end) if terms.sides[word]]
    return sides[-1] + 1 if sides and sides[-1] - last <= len(STOPS) else last


def mention_of(terms: Terms, words: Range) -> Span:
    """Give the span of a bare name, or of a part without one, without marks at its ends."""
    first, last = words
    if last <= first:
        return terms.span_of(first, first + 1)
    if last - first > 1 and terms.words[last - 1].folded in terms.nations.spelling.possessives:
        last -= 1
    span = terms.span_of(first, last)
    return _close_quotes(terms.text, span)


def _close_quotes(text: str, span: Span) -> Span:
    """Take in the quotation mark behind a name that one opens within."""
    inside = span.cut(text)
    opened = any(mark in inside for mark in "\u201c\u00ab\u201e")
    if opened and text[span.end : span.end + 1] in CLOSING and not any(mark in inside for mark in "\u201d\u00bb"):
        return Span(start=span.start, end=span.end + 1)
    return span


def is_quoted(terms: Terms, name: Range) -> bool:
    """Tell whether a name stands alone between quotation marks, a comma before the closing one or not."""
    span = terms.span_of(*name)
    behind = terms.text[span.end : span.end + 2].lstrip(",")[:1]
    return span.start > 0 and terms.text[span.start - 1] in OPENING and bool(behind) and behind in CLOSING
