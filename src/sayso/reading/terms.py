"""The words of a report, each with what the tables know of it: nouns, titles, names of sources, words of sides.

Takes the text once and looks every table up once; gives Terms, in which ranges are half-open and count words. Decides
nothing but which of two nouns that begin together counts (the longer), and where a phrase is parted.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, TypeVar

import attrs

from sayso.knowledge import Language, Noun, Number, Pronoun, Title, Word, split_words
from sayso.knowledge.names import Cuts, cut_report
from sayso.knowledge.nations import Nations, Relation, Sense, load_nations
from sayso.knowledge.people import Determiner, GenderWord, Mark, People, Tie, load_people
from sayso.knowledge.world import Source, SourceRegister, load_register
from sayso.vocabulary import LinkKind, Role, Span

PARTING = frozenset(",;:()[]\u2013\u2014\u2026!?")
STOPS = frozenset((Relation.OWNER, Relation.PLACE, Relation.OTHER, Relation.CLAUSE))
OPENING = frozenset("\u2018\u201c\"'\u00ab\u201e")
CLOSING = frozenset("\u2019\u201d\"'\u00bb\u201c")
HANDLE = "@"
Range = tuple[int, int]


def closes(text: str, place: int) -> bool:
    """Tell whether a closing quotation mark stands at a place; an apostrophe within a word is none: `кур’єр`."""
    return place < len(text) and text[place] in CLOSING and not text[place + 1 : place + 2].isalpha()


class NounAt(NamedTuple):
    """A noun of the table where it stands."""

    first: int
    last: int
    row: Noun
    plural: bool

    @property
    def kind(self) -> LinkKind:
        """What is described by it."""
        return self.row.plural_kind if self.plural else self.row.kind


class TitleAt(NamedTuple):
    """A title where it stands."""

    first: int
    last: int
    row: Title


class KnownAt(NamedTuple):
    """A source of the register where it stands."""

    first: int
    last: int
    row: Source


At = TypeVar("At", NounAt, TitleAt, KnownAt)
Key = TypeVar("Key", Mark, Tie)


@attrs.frozen(kw_only=True, eq=False)
class Terms:
    """The words of one report. Lists have an entry per word: what covers it, or None."""

    text: str
    language: Language
    people: People
    nations: Nations
    register: SourceRegister
    words: Sequence[Word]
    starts: Sequence[int]
    capitals: Sequence[bool]
    nouns: Sequence[NounAt | None]
    titles: Sequence[TitleAt | None]
    known: Sequence[KnownAt | None]
    sides: Sequence[str | None]
    places: tuple[tuple[int, str], ...]
    areas: frozenset[int]
    grounds: frozenset[int]
    peoples: frozenset[int]
    relations: dict[int, tuple[int, Relation]]
    determiners: dict[int, tuple[int, Determiner]]
    marks: dict[Mark, tuple[Range, ...]]
    ties: dict[Tie, tuple[Range, ...]]
    pronouns: dict[int, tuple[int, Pronoun]]
    pronoun_ends: dict[int, int]
    genders: dict[int, GenderWord]
    sentences: Sequence[int]
    quoted: Sequence[bool]

    def range_of(self, span: Span) -> Range:
        """Give the words that a span of characters touches."""
        first = bisect_right(self.starts, span.start) - 1
        if first < 0 or self.words[first].end <= span.start:
            first += 1
        return first, max(first, bisect_left(self.starts, span.end))

    def span_of(self, first: int, last: int) -> Span:
        """Give the characters of some words."""
        return Span(start=self.words[first].start, end=self.words[last - 1].end)

    def text_of(self, first: int, last: int) -> str:
        """Give the text of some words."""
        return self.text[self.starts[first] : self.words[last - 1].end]

    def sentence_of(self, word: int) -> int:
        """Give the number of the sentence a word stands in."""
        return self.sentences[word]

    def marked(self, mark: Mark, first: int, last: int) -> Range | None:
        """Give the first words within a range that carry a mark."""
        return _first_within(self.marks.get(mark), first, last)

    def tied(self, tie: Tie, first: int, last: int) -> Range | None:
        """Give the first words within a range that tie a source, or keep it from being tied."""
        return _first_within(self.ties.get(tie), first, last)

    def is_capital(self, word: int) -> bool:
        """Tell whether a word may be part of a name: a capital in it, at its head or behind a hyphen."""
        return self.capitals[word]

    def is_parted(self, word: int) -> bool:
        """Tell whether a word is a mark that parts phrases; a comma or a full stop within a number is none."""
        written = self.words[word].written
        if written == ".":
            return not self._is_abbreviation(word)
        if written not in PARTING:
            return False
        around = self.text[max(0, self.starts[word] - 1) : self.starts[word] + 2]
        return not (around[:1].isdigit() and around[-1:].isdigit())

    def _is_abbreviation(self, stop: int) -> bool:
        """Tell whether a full stop belongs to the word before it: an initial, a title, or no space follows."""
        end = self.words[stop].end
        before = self.words[stop - 1] if stop else None
        if before is None or before.end != self.starts[stop] or not before.written[-1].isalnum():
            return False
        title = self.titles[stop]
        glued = end < len(self.text) and self.text[end].isalnum()
        return glued or (title is not None and title.first < stop) or len(before.written) == 1

    def parts(self, first: int, last: int) -> Iterator[Range]:
        """Give the parts of a range between the marks that part phrases."""
        begin = first
        for word in range(first, last):
            if self.is_parted(word):
                if begin < word:
                    yield begin, word
                begin = word + 1
        if begin < last:
            yield begin, last

    def pronoun_at(self, first: int, last: int) -> tuple[int, Pronoun] | None:
        """Give the pronoun a range begins with, and where it ends."""
        found = self.pronouns.get(first)
        return found if found and found[0] <= last else self._short_pronoun(first, last)

    def _short_pronoun(self, first: int, last: int) -> tuple[int, Pronoun] | None:
        """Give the pronoun that a range cut off within a longer one begins with, or that a longer one ends with."""
        inside = first in self.pronouns or self.pronoun_ends.get(last) is not None
        found = self.language.pronouns.find_at(self.words[first:last], 0) if inside and first < last else None
        return found and (first + found[0], found[1])


def read_terms(text: str, sentences: Sequence[Span], language: Language) -> Terms:
    """Look up all words of a report; time is linear in the text."""
    nations, people, register = load_nations(language.code), load_people(language.code), load_register()
    words = split_words(text)
    starts = [word.start for word in words]
    cuts = cut_report(text)
    sides = _read_sides(cuts, nations, starts)
    ties = _gather_ranges(starts, ((a, b, row.tie) for a, b, row in people.ties.find(text)))
    sides.place_within(ties.get(Tie.WITHIN, ()))
    pronouns = {bisect_left(starts, a): (bisect_left(starts, b), row) for a, b, row in language.pronouns.find(text)}
    marks = _find_marks(text, starts, people)
    determiners = {bisect_left(starts, a): (bisect_left(starts, b), row) for a, b, row in people.determiners.find(text)}
    return Terms(
        text=text,
        language=language,
        people=people,
        nations=nations,
        register=register,
        words=words,
        starts=starts,
        capitals=[word.written[0].isupper() or ("-" in word.written and _is_capital(word.written)) for word in words],
        nouns=_cover(words, _find_nouns(text, starts, language, _find_obliques(sides, pronouns, marks, determiners))),
        titles=_cover(words, [TitleAt(*_to_range(starts, a, b), row) for a, b, row in language.titles.find(text)]),
        known=_cover(words, list(_find_known(text, words, starts, register.find_in(text)))),
        sides=sides.by_word,
        places=tuple(sides.places),
        areas=frozenset(sides.areas),
        grounds=frozenset(word for word, _ in sides.places),
        peoples=frozenset(sides.peoples),
        relations=sides.relations,
        determiners=determiners,
        marks=marks,
        ties=ties,
        pronouns=pronouns,
        pronoun_ends={last: first for first, (last, _) in pronouns.items()},
        genders={bisect_left(starts, a): row for a, _, row in people.genders.find(text)},
        sentences=_number_sentences(starts, [one.start for one in sentences]),
        quoted=list(_find_quoted(text, words)),
    )


def _number_sentences(starts: Sequence[int], sentences: Sequence[int]) -> list[int]:
    """Give for each word how many sentences have begun by then."""
    return [bisect_right(sentences, start) for start in starts]


def _is_capital(written: str) -> bool:
    return any(part[:1].isupper() for part in written.split("-"))


def _to_range(starts: Sequence[int], start: int, end: int) -> Range:
    first = max(0, bisect_right(starts, start) - 1)
    return first, max(first + 1, bisect_left(starts, end))


def _find_quoted(text: str, words: Sequence[Word]) -> Iterator[bool]:
    """Tell for each word whether it stands in quotation marks, by what stands between it and the word before."""
    inside, end = False, 0
    for word in words:
        start = word.start
        for place in range(end, start) if start > end and text[end:start] != " " else ():
            mark = text[place]
            if mark in OPENING and text[place + 1 : place + 2].isalnum() and not text[place - 1 : place].isalnum():
                inside = True
            elif mark in CLOSING or (mark == "\n" and text[place + 1 : place + 2] == "\n"):
                inside = False
        end = word.end
        yield inside


def _find_known(
    text: str, words: Sequence[Word], starts: Sequence[int], found: Iterable[tuple[int, int, Source]]
) -> Iterator[KnownAt]:
    """Give the sources of the register; a medium whose name goes on with another capital is none of them."""
    for start, end, row in found:
        known = KnownAt(*_to_range(starts, start, end), row)
        follows = words[known.last] if known.last < len(words) else None
        goes_on = follows is not None and follows.written[0].isupper() and text[end : follows.start] == " "
        if not (goes_on and row.role is Role.MEDIA and known.last - known.first == 1):
            yield known


def _find_obliques(
    sides: "_Sides",
    pronouns: Mapping[int, tuple[int, Pronoun]],
    marks: Mapping[Mark, tuple[Range, ...]],
    determiners: Mapping[int, tuple[int, Determiner]],
) -> frozenset[int]:
    """Give the words before which something stands that a noun in the singular follows rather than one in the plural.

    Where the two look alike: `по словам соседки`, `со ссылкой на соседки`.
    """
    views = {last for _, last in marks.get(Mark.VIEW, ())}
    joined = {last for last, relation in sides.relations.values() if relation in STOPS}
    opened = {last for last, row in determiners.values() if row.number is Number.SINGULAR}
    owned = {last for last, _ in pronouns.values()}
    return frozenset(views | joined | opened | owned)


def _find_nouns(text: str, starts: Sequence[int], language: Language, obliques: AbstractSet[int]) -> list[NounAt]:
    """Give the nouns of a text, the longest at each place; of two that overlap the head of the phrase."""
    found: dict[int, NounAt] = {}
    for table, plural in ((language.roles, False), (language.plurals, True)):
        for start, end, row in table.find(text):
            noun = NounAt(*_to_range(starts, start, end), row, plural)
            first, last = noun.first, noun.last
            alike = plural and language.head_first and first not in obliques
            if first not in found or found[first].last < last or (alike and found[first].last == last):
                found[first] = noun
    nouns: list[NounAt] = []
    for first in sorted(found):
        if not nouns or nouns[-1].last <= first:
            nouns.append(found[first])
        elif found[first].last > nouns[-1].last and not language.head_first:
            nouns[-1] = found[first]
    return nouns


def _cover(words: Sequence[Word], found: Sequence[At]) -> list[At | None]:
    cover: list[At | None] = [None] * len(words)
    for one in found:
        cover[one.first : one.last] = [one] * (one.last - one.first)
    return cover


class _Sides:
    """What of a text names a side: by word, places in order, which of them are areas, and words for people."""

    def __init__(self, size: int) -> None:
        self.by_word: list[str | None] = [None] * size
        self.places: list[tuple[int, str]] = []
        self.areas: set[int] = set()
        self.peoples: set[int] = set()
        self.relations: dict[int, tuple[int, Relation]] = {}

    def add(self, first: int, last: int, sense: Sense) -> None:
        """Take in words of a side."""
        side = sense.place
        self.by_word[first:last] = [side] * (last - first)
        if side and (sense.area or sense.name or sense.seat):
            self.places.append((first, side))
        if sense.area:
            self.areas.add(first)
        if sense.people and not (sense.adjective or sense.name):
            self.peoples.add(first)

    def place_within(self, regions: Sequence[Range]) -> None:
        """Give a town the side of the region that is named right behind it: `под Краснодолом [в Дальней области]`."""
        for first, last in regions:
            inner = next((side for word, side in self.places if word in self.areas and first <= word < last), None)
            word = first - 1
            if inner and word >= 0 and self.by_word[word] is not None:
                while word > 0 and word not in self.areas and self.by_word[word - 1] == self.by_word[word]:
                    word -= 1
                if word in self.areas:
                    self.by_word[word:first] = [inner] * (first - word)
                    self.places = [(at, inner if at == word else side) for at, side in self.places]


def _read_sides(cuts: Cuts, nations: Nations, starts: Sequence[int]) -> _Sides:
    """Give the words that state a side, and the words that join phrases."""
    own = nations.spelling.spell(cuts)
    sides = _Sides(len(starts))
    for hit in nations.words_between.hits(own):
        start, end = own.reach(hit.first, hit.last)
        first, last = _to_range(starts, start, end)
        if starts[first] == start:
            sides.relations[first] = last, hit.value
    for sense in nations.words_of_sides.hits(own):
        sides.add(*_to_range(starts, *own.reach(sense.first, sense.last)), sense.value)
    return sides


def _find_marks(text: str, starts: Sequence[int], people: People) -> dict[Mark, tuple[Range, ...]]:
    return _gather_ranges(starts, ((start, end, row.mark) for start, end, row in people.marks.find(text)))


def _gather_ranges(starts: Sequence[int], found: Iterable[tuple[int, int, Key]]) -> dict[Key, tuple[Range, ...]]:
    """Give for each key the words it stands at, in order."""
    ranges: dict[Key, list[Range]] = {}
    for start, end, key in found:
        ranges.setdefault(key, []).append((bisect_left(starts, start), bisect_left(starts, end)))
    return {key: tuple(each) for key, each in ranges.items()}


def _first_within(found: Sequence[Range] | None, first: int, last: int) -> Range | None:
    if not found:
        return None
    at = bisect_left(found, (first, first))
    return found[at] if at < len(found) and found[at][1] <= last else None


def is_plural(number: Number) -> bool:
    """Tell whether a number is that of several."""
    return number is Number.PLURAL
