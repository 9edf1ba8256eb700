"""The words that mention a source, with what describes it beside: title, apposition, pseudonym.

Takes a range of words, gives a Phrase: the part with its name, and the parts that say who it is, whether they stand
within the mention or around it in the text.
"""

import re
from collections.abc import Iterator
from itertools import islice

import attrs

from sayso.knowledge import Gender, Pronoun
from sayso.knowledge.nations import Relation
from sayso.knowledge.people import Mark, Reference, Tie
from sayso.knowledge.rows import Number
from sayso.reading.naming import Part, find_nouns, read_part
from sayso.reading.terms import STOPS, Range, Terms
from sayso.vocabulary import Act, LinkKind

BODIES = frozenset((LinkKind.ORGANISATION, LinkKind.OUTLET, LinkKind.CHANNEL))
# An age with what is joined to it by a hyphen, as many languages write it, stands for a person named before.
AGE = re.compile(r"\d+-\w[\w-]*")
AGED = Pronoun(word="-", number=Number.SINGULAR, gender=Gender.ANY, person=3, example="*-*")
LONGEST_PHRASE = 40
LONGEST_APPOSITION = 18
LONGEST_LEAD = 8
APPOSITION_ENDS = (",", ".")


@attrs.frozen(kw_only=True)
class Phrase:
    """One mention: the part with its name (the first where there is none), and the parts that describe it beside."""

    range: Range
    core: Part
    beside: tuple[Part, ...]
    pronoun: Pronoun | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """All of its parts, the one that names it first."""
        return (self.core, *self.beside)

    @property
    def is_plural(self) -> bool:
        """Whether several are meant: by the noun or the word that opens the phrase."""
        opened = self.core.determiner
        head = self.core.head
        if self.core.name:
            return False
        singular = opened is not None and opened.number is Number.SINGULAR
        return not singular and bool(head and head.plural and head.kind is LinkKind.GROUP)


def read_phrase(terms: Terms, first: int, last: int) -> Phrase:
    """Read the words of a mention, and the appositions around it."""
    last = min(last, first + LONGEST_PHRASE)
    first = _past_joining(terms, first, last) if terms.language.head_first else first
    first = _past_hearer(terms, first, last)
    last = _before_adverb(terms, first, last)
    pronoun = terms.pronoun_at(first, last)
    if pronoun and pronoun[0] < last and terms.tied(Tie.HEARER, pronoun[0], last) == (pronoun[0], last):
        last = pronoun[0]
    if pronoun and pronoun[0] >= last:
        return Phrase(range=(first, last), core=Part(range=(first, last)), beside=(), pronoun=pronoun[1])
    if pronoun and _is_view(terms, pronoun[0], last):
        return Phrase(range=(first, pronoun[0]), core=Part(range=(first, pronoun[0])), beside=(), pronoun=pronoun[1])
    if _is_age(terms, first, last):
        return Phrase(range=(first, last), core=Part(range=(first, last)), beside=(), pronoun=AGED)
    last = _end_of_byname(terms, last)
    parts = [read_part(terms, *one) for one in terms.parts(first, last)] or [Part(range=(first, last))]
    core = next((part for part in parts if part.name and not _only_describes(terms, part, parts[0])), parts[0])
    beside = [part for part in parts if part is not core]
    if core.name and (pseudonym := _pseudonym_before(terms, core.name)):
        beside.append(pseudonym)
    if core.name:
        beside += [read_part(terms, *one) for one in _around(terms, core, first, last)]
    elif core.head and (named := _apposed_name(terms, last)):
        beside.append(core)
        core, last = named, named.range[1]
    elif core.head and last == core.range[1]:
        beside += _apposed(terms, last)
    return Phrase(range=(first, last), core=core, beside=tuple(beside))


def _only_describes(terms: Terms, part: Part, first: Part) -> bool:
    """Tell whether a later part joins another to the head of a phrase: `человека, [близкого к Совету реки]`."""
    joined = terms.relations.get(part.range[0])
    return terms.language.head_first and part is not first and first.head is not None and joined is not None


def _past_joining(terms: Terms, first: int, last: int) -> int:
    """Give where a phrase begins behind the small words that only join it to others: `[в] штабе`, `[позже] мэр`."""
    while first + 1 < last and first not in terms.determiners and first not in terms.pronouns:
        joined = terms.relations.get(first)
        if joined and joined[1] in STOPS and joined[0] < last:
            first = joined[0]
        elif terms.words[first].folded in terms.language.common_words:
            first += 1
        else:
            break
    return first


def _before_adverb(terms: Terms, first: int, last: int) -> int:
    """Give where a phrase ends before the small words behind it: `the mayor [however] denied it`."""
    common = terms.language.common_words
    while last - first > 1 and last not in terms.pronoun_ends and terms.words[last - 1].folded in common:
        last -= 1
    return last


def _past_hearer(terms: Terms, first: int, last: int) -> int:
    """Give where a phrase begins behind whom it was told, who is no part of it: `журналистам [глава района]`."""
    heard = terms.tied(Tie.HEARER, first, last)
    if heard is None or heard[0] != first or heard[1] >= last or terms.is_capital(heard[1]):
        return first
    begins = heard[1] in terms.determiners or terms.nouns[heard[1]] or terms.titles[heard[1]]
    return heard[1] if begins else first


def _end_of_byname(terms: Terms, last: int) -> int:
    """Give the end of a phrase with what its bearer is called behind it: `the driver [everyone calls ‘Otter’]`."""
    marked = terms.marked(Mark.PSEUDONYM, last, min(len(terms.words), last + LONGEST_LEAD))
    if marked is None or marked[0] != last:
        return last
    end = marked[1]
    while end < len(terms.words) and terms.is_capital(end) and not terms.is_parted(end):
        end += 1
    return end if end > marked[1] else last


def _apposed(terms: Terms, last: int) -> list[Part]:
    """Give the apposition of a phrase without a name: `her brother, a conscript`."""
    if last + 1 >= len(terms.words) or terms.words[last].written != ",":
        return []
    parts = [read_part(terms, *one) for one in _after(terms, last + 1)]
    return [part for part in parts if part.determiner and part.determiner.reference is Reference.NEW]


def _is_age(terms: Terms, first: int, last: int) -> bool:
    """Tell whether somebody is named by an age alone: `the 52-year-old`."""
    return last - first > 1 and first in terms.determiners and AGE.fullmatch(terms.words[last - 1].written) is not None


def _is_view(terms: Terms, first: int, last: int) -> bool:
    view = terms.marked(Mark.VIEW, first, last)
    return view is not None and view[1] == last and view[0] <= first + 1


def _pseudonym_before(terms: Terms, name: Range) -> Part | None:
    """Give the part that says, right before a name, that it is a pseudonym: `a scout with the call sign ‘Otter’`."""
    begin = max(0, name[0] - LONGEST_LEAD)
    mark = terms.marked(Mark.PSEUDONYM, begin, name[0])
    while mark and mark[1] < name[0]:
        mark = terms.marked(Mark.PSEUDONYM, mark[0] + 1, name[0])
    if mark is None:
        return None
    parted = [word for word in range(begin, mark[0] - 1) if terms.is_parted(word)]
    begin = parted[-1] + 1 if parted else begin
    opened = [word for word in range(begin, mark[0] - 1) if word in terms.determiners]
    first = opened[0] if opened else mark[0]
    return read_part(terms, first, name[1])


def _apposed_name(terms: Terms, last: int) -> Part | None:
    """Give the part with the name of whom a phrase describes: `A spokesman, Lt. Col. Kit Orlan, said`."""
    if terms.words[last - 1].written == ",":
        last -= 1
    if last + 1 >= len(terms.words) or terms.words[last].written != ",":
        return None
    begin, end = next(terms.parts(last + 1, min(len(terms.words), last + 1 + LONGEST_LEAD)), (0, 0))
    if begin != last + 1 or (end < len(terms.words) and terms.words[end].written not in APPOSITION_ENDS):
        return None
    part = read_part(terms, begin, end)
    if part.name is None or part.name[1] != end or part.is_state or part.determiner:
        return None
    # Who quotes somebody is not that somebody: `a stoker, whom the ‘Herald’ quotes, said`.
    before = (terms.words[word].folded for word in range(begin, part.name[0]))
    return part if terms.language.relatives.isdisjoint(before) else None


def _around(terms: Terms, core: Part, first: int, last: int) -> Iterator[Range]:
    """Give the appositions of a name that stand outside of its mention."""
    if core.name is None:
        return
    lead = _lead(terms, min(first, core.name[0]))
    if lead < first:
        yield lead, core.name[1]
    end = max(last, core.name[1])
    comma = end if end < len(terms.words) and terms.words[end].written == "," else end - 1
    if terms.words[comma].written == "," and comma + 1 < len(terms.words):
        yield from _after(terms, comma + 1)
    if lead and terms.words[lead - 1].written == "," and comma >= end:
        *_, before = [(0, 0), *terms.parts(max(0, lead - 1 - LONGEST_APPOSITION), lead - 1)]
        begin = next((word for word in range(*before) if _opens(terms, word, before[1])), before[0])
        if before[1] == lead - 1 and describes(terms, begin, before[1]):
            yield begin, before[1]


def _after(terms: Terms, first: int) -> Iterator[Range]:
    """Give the apposition that begins here, or behind an age: `Orlan, 34, a nurse`."""
    last = min(len(terms.words), first + LONGEST_APPOSITION)
    for begin, end in islice(terms.parts(first, last), 2):
        if describes(terms, begin, end):
            yield begin, end
        if end - begin > 1 or not terms.words[begin].written.isdigit():
            return


def _opens(terms: Terms, first: int, last: int) -> bool:
    """Tell whether a noun phrase may run from a word to the end of its part: no small word parts it."""
    small = (
        word
        for word in range(first + 1, last)
        if terms.words[word].folded in terms.language.common_words
        and word not in terms.relations
        and word not in terms.determiners
    )
    return first in terms.determiners and next(small, None) is None


def _lead(terms: Terms, first: int) -> int:
    """Give where the titles, nouns and sides right before a name begin."""
    begin = first
    while begin and first - begin < LONGEST_LEAD:
        word = begin - 1
        owned = terms.words[word].folded in terms.nations.spelling.possessives and begin < first
        known = terms.language.head_first and terms.known[word] is not None
        if owned or known or terms.nouns[word] or terms.titles[word] or terms.sides[word] or _is_former(terms, word):
            begin = word
        else:
            break
    return begin


def _is_former(terms: Terms, word: int) -> bool:
    return terms.marked(Mark.FORMER, word, word + 1) is not None


def describes(terms: Terms, first: int, last: int) -> bool:
    """Tell whether words beside a name describe it: they open like a noun phrase and have a noun for a head."""
    opened = first in terms.determiners or terms.pronoun_at(first, last) is not None
    led = terms.nouns[first] or terms.sides[first] or terms.titles[first] or _is_former(terms, first)
    joined = terms.relations.get(first)
    if joined and joined[1] is Relation.OWNER:
        return any(one.kind in BODIES for one in find_nouns(terms, first, last))
    if joined and joined[1] is Relation.CLAUSE:
        return False
    part = read_part(terms, first, last)
    return bool((opened or led) and part.head and (not part.name or part.pseudonym)) and not _speaks(terms, part)


def _speaks(terms: Terms, part: Part) -> bool:
    """Tell whether a verb of speech follows what would describe a name: `in a talk with Orlan, the general said`."""
    if part.head is None or part.determiner is None or part.determiner.reference is not Reference.DEFINITE:
        return False
    behind = terms.words[part.head.last] if part.head.last < len(terms.words) else None
    return behind is not None and terms.language.acts.get(behind.folded) is Act.SPEECH
