"""What is withheld of some readings: the names of their private persons, and what is said of their age and family.

Who is private is said by the links (``private``), what else is said of them by the flags (``private_person``). Words
go in and come out without either: each character of a name becomes a full block, so that every offset still holds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

import attrs

from sayso.vocabulary.claim import FlagKind, Link, Naming
from sayso.vocabulary.name_forms import find_words, plain
from sayso.vocabulary.private_names import CutText, Person, gather_public
from sayso.vocabulary.reading import Reading
from sayso.vocabulary.report import Span

BLOCK = "\N{FULL BLOCK}"
WITHHELD = "[withheld]"
STAND_IN = re.compile(r"\[name withheld(?: \d+)?\]")


@attrs.frozen(kw_only=True)
class Withheld:
    """What is withheld: the people, their names as links bear them, and the phrases that say more of them.

    ``keys``: the words of all people, however written. ``roots``: those of which a text in ASCII must hold one, in
    small letters, to tell a name; None where that is not all it may hold (a name with accents, written without).
    """

    people: tuple[Person, ...]
    keys: frozenset[str]
    roots: tuple[str, ...] | None
    names: tuple[str, ...]
    phrases: tuple[str, ...]
    known: dict[str, str] = attrs.field(factory=dict, eq=False, repr=False)

    @classmethod
    def of(cls, read: Sequence[Reading]) -> "Withheld":
        """Gather what is withheld of some readings."""
        links = [link for reading in read for claim in reading.claims for link in claim.chain]
        said = {" ".join(span.cut(one.report.text).split()) for one in read for span in said_of(one)}
        names = tuple(dict.fromkeys(link.name for link in links if bears_name(link)))
        kin = (name for one in read for name in _name_kin(one, said_of(one)) if name not in names)
        public = gather_public(links)
        people = tuple(Person.of(name, links, public) for name in (*names, *dict.fromkeys(kin)))
        keys = frozenset(key for one in people for key in one.forms | one.folded)
        phrases = tuple(sorted(said, key=len, reverse=True))
        return cls(people=people, keys=keys, roots=_gather_roots(people), names=names, phrases=phrases)

    def names_in(self, text: str, *, is_report: bool = False) -> str:
        """Give a text with names as blocks. Short texts come again and again (rules, names): each is read once."""
        if not self.people:
            return text
        if is_report:
            return self._names_in(text, is_report=True)
        found = self.known.get(text)
        if found is None:
            found = self.known[text] = self._names_in(text, is_report=False) if self._may_tell(text) else text
        return found

    def _may_tell(self, text: str) -> bool:
        """Tell whether a text may hold a name; most do not, which is told at once."""
        if self.roots is None or not text.isascii():
            return True
        small = text.lower()
        return any(root in small for root in self.roots)

    def _names_in(self, text: str, *, is_report: bool) -> str:
        cut = CutText.of(text, self.keys)
        return blot(text, [span for one in self.people for span in one.find(cut, is_report=is_report)])

    def all_in(self, text: str) -> str:
        """Give words about a private person with names as blocks and without age and family."""
        for phrase in self.phrases:
            text = text.replace(phrase, WITHHELD) if phrase.strip(BLOCK + " ") else text
        return self.names_in(text)

    def stand_in(self, name: str) -> str:
        """Give what stands for a name: numbered where there are several, so that two people stay two."""
        number = f" {self.names.index(name) + 1}" if len(self.names) > 1 else ""
        return f"[name withheld{number}]"

    def is_in_address(self, address: str) -> bool:
        """Tell whether an address tells a name, in whatever case."""
        words = find_words(unquote(address))
        return any(word.folded in one.folded or one.is_within(word) for one in self.people for word in words)


def _gather_roots(people: Sequence[Person]) -> tuple[str, ...] | None:
    words = {word for one in people for word in one.strong}
    foreign = {word for word in words if not any(map(str.isascii, word + word.upper() + plain(word)))}
    roots = {word.lower() for word in words - foreign}
    is_plain = all(one.strong for one in people) and all(map(str.isascii, roots))
    return tuple(sorted(roots)) if is_plain else None


def blot(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """Give a text of the same length, with the ranges as blocks; line ends stay."""
    if not ranges:
        return text
    letters = list(text)
    for start, end in ranges:
        letters[start:end] = [one if one in "\r\n" else BLOCK for one in letters[start:end]]
    return "".join(letters)


def said_of(reading: Reading) -> tuple[Span, ...]:
    """Give what flags say of private persons; a mention of one word (a name, a pronoun) says no more than the name."""
    private = {link.mention for claim in reading.claims for link in claim.chain if link.private}
    mentions = {span for span in private if len(span.cut(reading.report.text).split()) == 1}
    flags = [flag for claim in reading.claims for flag in claim.flags if flag.kind is FlagKind.PRIVATE_PERSON]
    return tuple(span for flag in flags for span in flag.spans if span not in mentions)


def _name_kin(reading: Reading, said: Iterable[Span]) -> Iterator[str]:
    """Give the names among what flags say of private persons: words with a capital each that are no place."""
    for span in said:
        words = span.cut(reading.report.text).split()
        is_name = all(word[0].isupper() and word.isalpha() for word in words)
        if is_name and not any(place.start < span.end and span.start < place.end for place in reading.places):
            yield " ".join(words)


def is_withheld(link: Link) -> bool:
    """Tell whether a link's name was withheld."""
    return link.private and STAND_IN.fullmatch(link.name) is not None


def bears_name(link: Link) -> bool:
    """Tell whether a link names a private person, and not only describes one."""
    is_told = link.naming is not Naming.UNKNOWN or link.name != link.name.lower()
    return link.private and is_told and link.naming is not Naming.UNNAMED and not is_withheld(link)
