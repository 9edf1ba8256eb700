"""Where a text tells the name of a private person.

Takes the words of a text and a person's name with the links of the reports; gives the ranges of the text that tell it.
A word that belongs to a public person's name as well is left where it stands for that person, as far as can be told;
where it cannot, it is the private person's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import permutations

import attrs

from sayso.vocabulary.claim import Link, Naming
from sayso.vocabulary.name_forms import Word, find_words, is_form_of, is_uncased, plain, singular
from sayso.vocabulary.report import Span

WIDEST_GAP = 3
IN_HANDLES = frozenset("@#_/")


@attrs.frozen(kw_only=True)
class CutText:
    """A text and its words; ``places``: where those of names stand, by how they are written, folded, or less an s.

    ``capitals``: where words stand that are not all in small letters, by their first one without an accent.
    """

    text: str
    words: Sequence[Word]
    places: Mapping[str, Sequence[int]]
    folded: str

    @cached_property
    def capitals(self) -> Mapping[str, Sequence[int]]:
        """Gather them when a name is met that may have another ending."""
        capitals: dict[str, list[int]] = {}
        for place, (_, _, bare, _) in enumerate(self.words):
            if not bare.islower():
                capitals.setdefault(plain(bare)[:1], []).append(place)
        return capitals

    @classmethod
    def of(cls, text: str, keys: AbstractSet[str]) -> "CutText":
        """Cut a text into words; ``keys`` are the words of names."""
        words = find_words(text)
        places: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            _, _, bare, folded = word
            if bare in keys or folded in keys or (folded[-1:] == "s" and singular(word) in keys):
                for key in {bare, folded, singular(word)}:
                    places.setdefault(key, []).append(place)
        return cls(text=text, words=words, places=places, folded=" ".join([word.folded for word in words]))


@attrs.frozen(kw_only=True)
class Public:
    """A public person whose name shares a word with a private one: its own words, and where the text mentions it."""

    words: frozenset[str]
    mentions: tuple[Span, ...]


@attrs.frozen(kw_only=True)
class Person:
    """A private person, by the words of the name.

    ``strong`` words stand for the person alone, ``weak`` ones (initials, ``de``) only beside another of the name.
    ``forms``: how the strong ones may be written; ``folded``: regardless of case; ``together``: two of them run
    together; ``inflected``: those that may have other endings.
    """

    name: str
    strong: frozenset[str]
    weak: frozenset[str]
    forms: frozenset[str]
    folded: frozenset[str]
    together: tuple[str, ...]
    inflected: tuple[str, ...]
    mentions: tuple[Span, ...]
    public: tuple[Public, ...]

    @classmethod
    def of(cls, name: str, links: Sequence[Link], public: Sequence[Public]) -> "Person":
        """Take a name apart, and find the public names that share words with it."""
        words = frozenset(word.bare for word in find_words(name))
        is_cased = name != name.lower()
        strong = frozenset(one for one in words if len(one) > 1 and not (is_cased and one.islower())) or words
        ways = ({one, one.upper(), one[0].upper() + one[1:], one[0].upper() + one[1:].lower()} for one in strong)
        return cls(
            name=name,
            strong=strong,
            weak=words - strong,
            forms=frozenset(way for each in ways for way in each),
            folded=frozenset(map(str.casefold, strong)),
            together=tuple(one.casefold() + other.casefold() for one, other in permutations(strong, 2)),
            inflected=tuple(one for one in strong if not one.isascii()),
            mentions=tuple(link.mention for link in links if link.private and link.name == name),
            public=tuple(one for one in public if _is_mistakable(strong, words, one.words)),
        )

    def find(self, text: CutText, *, is_report: bool = False) -> Iterator[tuple[int, int]]:
        """Give the ranges of a text that tell the name; ``is_report``: the text is the one that mentions point into."""
        words = text.words
        found = {
            place
            for place in self._likely_places(text)
            if self._is_told(text, place) and not self._is_public(words, place, is_report=is_report)
        }
        for place in sorted(self._spread(words, found)):
            yield words[place].start, words[place].end
        if not self.strong:
            yield from ((match.start(), match.end()) for match in re.finditer(re.escape(self.name), text.text))

    def _likely_places(self, text: CutText) -> Iterable[int]:
        """Give the places where words of the name may stand: mostly few.

        All where two may be run together, or where a word of it has no letters that are large or small.
        """
        if any(map(is_uncased, self.inflected)) or any(one in text.folded for one in self.together):
            return range(len(text.words))
        found = {place for one in self.forms | self.folded for place in text.places.get(one, ())}
        # With another ending they begin alike.
        return found.union(*[text.capitals.get(plain(one)[:1], ()) for one in self.inflected])

    def _is_told(self, text: CutText, place: int) -> bool:
        """Tell whether a word tells the name: it is written so, or in another case as a handle or beside the rest."""
        word = text.words[place]
        # Most are written so, which costs least to tell.
        if self.is_written(word):
            return True
        return word.folded in self.folded and (_is_handle(text.text, word) or self._is_beside(text.words, place))

    def is_written(self, word: Word) -> bool:
        """Tell whether a word is one of the name: as it is, in the plural, run together, or with another ending."""
        return word.bare in self.forms or singular(word) in self.forms or self.is_within(word)

    def is_within(self, word: Word) -> bool:
        """Tell whether a word holds two of the name run together, or is one with another ending."""
        return any(one in word.folded for one in self.together) or any(
            is_form_of(one, word.bare) for one in self.inflected
        )

    def _is_beside(self, words: Sequence[Word], place: int) -> bool:
        """Tell whether another word of the name stands beside this one, in whatever case."""
        return any(
            near.folded != words[place].folded and (near.folded in self.folded or near.bare in self.weak)
            for near in _neighbours(words, place)
        )

    def _is_public(self, words: Sequence[Word], place: int, *, is_report: bool) -> bool:
        if not self.public:
            return False
        word, near = words[place], {one.bare for one in _neighbours(words, place)}
        if is_report and any(_covers(span, word) for span in self.mentions):
            return False
        for other in self.public:
            if word.bare not in other.words or near & (self.strong - other.words):
                continue
            if near & (other.words - self.strong) or word.bare not in self.strong:
                return True
            if is_report and any(_covers(span, word) for span in other.mentions):
                return True
        return False

    def _spread(self, words: Sequence[Word], found: set[int]) -> set[int]:
        """Give the words found and, beside them, those that belong to the name only there."""
        spread, queue = set(found), list(found)
        while queue:
            place = queue.pop()
            for near in (place - 1, place + 1):
                if near in spread or not 0 <= near < len(words) or not _is_close(words, place, near):
                    continue
                if words[near].bare in self.weak or words[near].folded in self.folded:
                    spread.add(near)
                    queue.append(near)
        return spread


def gather_public(links: Iterable[Link]) -> list[Public]:
    """Give the public persons and bodies that the links name."""
    mentions: dict[frozenset[str], list[Span]] = {}
    for link in links:
        if not link.private and link.naming is Naming.NAMED:
            own = frozenset(word.bare for word in find_words(link.name))
            mentions.setdefault(own, []).append(link.mention)
    return [Public(words=own, mentions=tuple(spans)) for own, spans in mentions.items()]


def _is_mistakable(strong: frozenset[str], words: frozenset[str], own: frozenset[str]) -> bool:
    """Tell whether a public name shares a word with a private one and is not the same name written longer."""
    is_same = len(strong) > 1 and own >= strong
    shares = own & strong or any(is_form_of(one, word) for one in strong if not one.isascii() for word in own)
    return bool(shares and own - words and not is_same)


def _is_handle(text: str, word: Word) -> bool:
    return bool(IN_HANDLES & {text[word.start - 1 : word.start], text[word.end : word.end + 1]})


def _is_close(words: Sequence[Word], one: int, other: int) -> bool:
    first, second = sorted((one, other))
    return words[second].start - words[first].end <= WIDEST_GAP


def _neighbours(words: Sequence[Word], place: int) -> Iterator[Word]:
    for near in (place - 1, place + 1):
        if 0 <= near < len(words) and _is_close(words, place, near):
            yield words[near]


def _covers(span: Span, word: Word) -> bool:
    return span.start <= word.start and word.end <= span.end
