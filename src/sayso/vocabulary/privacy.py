"""Withholds private persons: a reading goes in, the same reading without their names, ages and families comes out.

In the text, each character withheld becomes a full block, so that every offset still holds. Who is private is said by
the links (``private``), what else is said of them by the flags (``private_person``). A word that belongs to a public
person's name as well is left where it stands for that person, as far as can be told; where it cannot, it is withheld.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial
from itertools import accumulate, permutations
from operator import itemgetter
from typing import NamedTuple
from urllib.parse import unquote

import attrs

from sayso.vocabulary.claim import Claim, Flag, FlagKind, Link, Naming
from sayso.vocabulary.event import Event, Participant
from sayso.vocabulary.reading import Reading
from sayso.vocabulary.reason import Reason
from sayso.vocabulary.report import Report, Span
from sayso.vocabulary.where import Anchor, Duration, DurationKind, Granularity, Place, Timex, TimexType, When

BLOCK = "\N{FULL BLOCK}"
WITHHELD = "[withheld]"
UNKNOWN_TIME, UNKNOWN_LENGTH = "XXXX-XX-XX", "PXX"
STAND_IN = re.compile(r"\[name withheld(?: \d+)?\]")
# What no separator is in: white space, punctuation, arrows, blocks and the like. Marks that nobody sees stay inside.
WORD = re.compile(
    "[^\\s\\x00-/:-@\\[-`{-\xac\xae-\xbf\u060c\u061b\u061f\u06d4\u0964\u0965"
    "\u2010-\u205e\u2190-\u2bff\u3000-\u3004\u3008-\u303f\uff00-\uff0f]+"
)
CUT = re.compile(f"({WORD.pattern})")
UNSEEN = dict.fromkeys((0x00AD, 0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
WIDEST_GAP = 3
SHORTEST_STEM = 4
LONGEST_ENDING = 2
# Vowels of Cyrillic names, those that come and go in their last syllable, and the endings of their forms.
VOWELS = "\u0430\u0435\u0438\u043e\u0443\u044b\u044d\u044e\u044f\u0454\u0456"
FLEES = "\u0435\u043e\u0456"
ENDING = f"[{VOWELS}\u044c]{{0,2}}\u043c?"
FLEETING = re.compile(rf"(\w+)[{FLEES}]([^{VOWELS}]+)")
IN_HANDLES = frozenset("@#_/")


def withhold_private(reading: Reading) -> Reading:
    """Give the reading without what tells who its private persons are; ids and offsets stay as they are.

    Their names go wherever they stand in text, title and outlet, and with an address that holds one; what flags say of
    their age and family goes from the text. A link keeps its role. Doing it twice changes nothing more.
    """
    hide = _Hide.of((reading,))
    if not hide.names and not hide.phrases:
        return reading
    report = _hide_report(reading.report, hide, _said_of(reading))
    return attrs.evolve(
        reading,
        report=report,
        claims=tuple(_hide_claim(claim, hide, reading.report.text, report.text) for claim in reading.claims),
        places=tuple(_hide_place(place, reading.report.text, report.text) for place in reading.places),
        times=tuple(_hide_time(time, reading.report.text, report.text) for time in reading.times),
        durations=tuple(_hide_duration(one, reading.report.text, report.text) for one in reading.durations),
    )


def withhold_in_words(readings: Sequence[Reading]) -> Callable[[str], str]:
    """Give what takes the private persons of some readings out of any words: their names, ages and families."""
    return _Hide.of(readings).all_in


def _hide_place(place: Place, before: str, after: str) -> Place:
    """Leave of a place nothing but its characters where some of them are withheld, and of a hint nothing at all."""
    if place.span.cut(before) != place.span.cut(after):
        return Place(start=place.start, end=place.end, name=WITHHELD, resolved=False)
    is_told = place.hint is None or place.hint.span.cut(before) == place.hint.span.cut(after)
    return place if is_told else attrs.evolve(place, hint=None)


def _hide_time(time: When, before: str, after: str) -> When:
    """Leave of a time nothing but its characters where some of them are withheld: it may tell a year of birth."""
    if time.span.cut(before) == time.span.cut(after):
        return time
    return When(
        start=time.start,
        end=time.end,
        value=UNKNOWN_TIME,
        granularity=Granularity.DAY,
        anchor=Anchor.NONE,
        rule=WITHHELD,
        timex3=Timex(type=TimexType.DATE, value=UNKNOWN_TIME),
    )


def _hide_duration(duration: Duration, before: str, after: str) -> Duration:
    """Leave of a length of time nothing but its characters where some of them are withheld: it may tell an age."""
    if duration.span.cut(before) == duration.span.cut(after):
        return duration
    unknown = Timex(type=TimexType.DURATION, value=UNKNOWN_LENGTH)
    return attrs.evolve(duration, kind=DurationKind.LENGTH, rule=WITHHELD, timex3=unknown)


def _said_of(reading: Reading) -> tuple[Span, ...]:
    """Give what flags say of private persons; a mention of one word (a name, a pronoun) says no more than the name."""
    private = {link.mention for claim in reading.claims for link in claim.chain if link.private}
    mentions = {span for span in private if len(span.cut(reading.report.text).split()) == 1}
    flags = [flag for claim in reading.claims for flag in claim.flags if flag.kind is FlagKind.PRIVATE_PERSON]
    return tuple(span for flag in flags for span in flag.spans if span not in mentions)


def is_withheld(link: Link) -> bool:
    """Tell whether a link's name was withheld."""
    return link.private and STAND_IN.fullmatch(link.name) is not None


def _bears_name(link: Link) -> bool:
    """Tell whether a link names a private person, and not only describes one."""
    is_told = link.naming is not Naming.UNKNOWN or link.name != link.name.lower()
    return link.private and is_told and link.naming is not Naming.UNNAMED and not is_withheld(link)


class _Word(NamedTuple):
    """A word of a text: where it stands, and its letters as written and regardless of case."""

    start: int
    end: int
    bare: str
    folded: str


# Without the detour over a function that a named tuple's own way takes.
_make_word = partial(tuple.__new__, _Word)
_bare_of = itemgetter(_Word._fields.index("bare"))


def _find_words(text: str) -> list[_Word]:
    parts = CUT.split(text)
    bare = parts[1::2]
    if not text.isascii():
        bare = [one if one.isascii() else unicodedata.normalize("NFC", one.translate(UNSEEN)) for one in bare]
    # All are folded together: no word has a line end in it.
    folded = "\n".join(bare).casefold().split("\n")
    borders = list(accumulate(map(len, parts)))
    ways = zip(borders[:-1:2], borders[1::2], bare, folded, strict=False)
    return list(map(_make_word, filter(_bare_of, ways)))


@attrs.frozen(kw_only=True)
class _Text:
    """A text and its words; ``places``: where those of names stand, by how they are written, folded, or less an s."""

    text: str
    words: Sequence[_Word]
    places: Mapping[str, Sequence[int]]
    folded: str

    @classmethod
    def of(cls, text: str, keys: AbstractSet[str]) -> "_Text":
        """Cut a text into words; ``keys`` are the words of names."""
        words = _find_words(text)
        places: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            _, _, bare, folded = word
            if bare in keys or folded in keys or (folded[-1:] == "s" and _single(word) in keys):
                for key in {bare, folded, _single(word)}:
                    places.setdefault(key, []).append(place)
        return cls(text=text, words=words, places=places, folded=" ".join([word.folded for word in words]))


def _single(word: _Word) -> str:
    """Give a word without the ending of a plural."""
    return word.bare[:-1] if word.folded[-1:] == "s" else word.bare


@attrs.frozen(kw_only=True)
class _Public:
    """A public person whose name shares a word with a private one: its own words, and where the text mentions it."""

    words: frozenset[str]
    mentions: tuple[Span, ...]


@attrs.frozen(kw_only=True)
class _Person:
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
    public: tuple[_Public, ...]

    @classmethod
    def of(cls, name: str, links: Sequence[Link], public: Sequence[_Public]) -> "_Person":
        """Take a name apart, and find the public names that share words with it."""
        words = frozenset(word.bare for word in _find_words(name))
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

    def find(self, text: _Text, *, is_report: bool = False) -> Iterator[tuple[int, int]]:
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

    def _likely_places(self, text: _Text) -> Iterable[int]:
        """Give the places where words of the name may stand: mostly few, all where some may have another ending."""
        if self.inflected or any(one in text.folded for one in self.together):
            return range(len(text.words))
        return [place for one in self.forms | self.folded for place in text.places.get(one, ())]

    def _is_told(self, text: _Text, place: int) -> bool:
        """Tell whether a word tells the name: it is written so, or in another case as a handle or beside the rest."""
        word = text.words[place]
        beside = word.folded in self.folded and (_is_handle(text.text, word) or self._is_beside(text.words, place))
        return beside or self.is_written(word)

    def is_written(self, word: _Word) -> bool:
        """Tell whether a word is one of the name: as it is, in the plural, run together, or with another ending."""
        return word.bare in self.forms or _single(word) in self.forms or self.is_within(word)

    def is_within(self, word: _Word) -> bool:
        """Tell whether a word holds two of the name run together, or is one with another ending."""
        return any(one in word.folded for one in self.together) or any(
            _is_form_of(one, word.bare) for one in self.inflected
        )

    def _is_beside(self, words: Sequence[_Word], place: int) -> bool:
        """Tell whether another word of the name stands beside this one, in whatever case."""
        return any(
            near.folded != words[place].folded and (near.folded in self.folded or near.bare in self.weak)
            for near in _neighbours(words, place)
        )

    def _is_public(self, words: Sequence[_Word], place: int, *, is_report: bool) -> bool:
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

    def _spread(self, words: Sequence[_Word], found: set[int]) -> set[int]:
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


def _gather_public(links: Iterable[Link]) -> list[_Public]:
    """Give the public persons and bodies that the links name."""
    mentions: dict[frozenset[str], list[Span]] = {}
    for link in links:
        if not link.private and link.naming is Naming.NAMED:
            own = frozenset(word.bare for word in _find_words(link.name))
            mentions.setdefault(own, []).append(link.mention)
    return [_Public(words=own, mentions=tuple(spans)) for own, spans in mentions.items()]


def _is_mistakable(strong: frozenset[str], words: frozenset[str], own: frozenset[str]) -> bool:
    """Tell whether a public name shares a word with a private one and is not the same name written longer."""
    is_same = len(strong) > 1 and own >= strong
    shares = own & strong or any(_is_form_of(one, word) for one in strong if not one.isascii() for word in own)
    return bool(shares and own - words and not is_same)


def _is_form_of(name: str, word: str) -> bool:
    """Tell whether a word is a name with another ending, or holds it in a script that does not part words.

    Only for names outside of ASCII: English takes names as they are, and there `Annan` is no form of `Anna`.
    """
    if name.lower() == name.upper():
        return name in word
    if word.islower() or len(word) > len(name) + LONGEST_ENDING:
        return False
    written, plain = _plain(word), _plain(name)
    if written[:1] != plain[:1]:
        return False
    stem = max(SHORTEST_STEM, len(plain) - 1)
    return written[:stem] == plain[:stem] or bool(_other_forms(plain).fullmatch(written))


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    """Give a word in small letters without accents, so that `\u0451` is `\u0435`."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(sign))


@lru_cache(maxsize=1024)
def _other_forms(plain: str) -> re.Pattern[str]:
    """Give the pattern of forms that do not begin as the name does: of short names, and of those that lose a vowel.

    `\u042f\u043d\u0430`, `\u042f\u043d\u0443`; `\u041b\u0435\u0432`, `\u041b\u044c\u0432\u0430`;
    `\u0421\u0438\u0434\u0456\u0440`, `\u0421\u0438\u0434\u043e\u0440\u0430`.
    """
    ways = [re.escape(plain)]
    bare = plain.rstrip(VOWELS)
    if len(plain) <= SHORTEST_STEM and len(bare) > 1:
        ways.append(f"{re.escape(bare)}{ENDING}")
    losing = FLEETING.fullmatch(plain)
    if losing:
        ways.append(f"{re.escape(losing[1])}[{FLEES}\u044c]?{re.escape(losing[2])}{ENDING}")
    return re.compile("|".join(ways))


def _is_handle(text: str, word: _Word) -> bool:
    return bool(IN_HANDLES & {text[word.start - 1 : word.start], text[word.end : word.end + 1]})


def _is_close(words: Sequence[_Word], one: int, other: int) -> bool:
    first, second = sorted((one, other))
    return words[second].start - words[first].end <= WIDEST_GAP


def _neighbours(words: Sequence[_Word], place: int) -> Iterator[_Word]:
    for near in (place - 1, place + 1):
        if 0 <= near < len(words) and _is_close(words, place, near):
            yield words[near]


def _covers(span: Span, word: _Word) -> bool:
    return span.start <= word.start and word.end <= span.end


@attrs.frozen(kw_only=True)
class _Hide:
    """What is withheld: the people, their names as links bear them, and the phrases that say more of them.

    ``keys``: the words of all people, however written. ``roots``: those of which a text in ASCII must hold one, in
    small letters, to tell a name; none where names have other letters.
    """

    people: tuple[_Person, ...]
    keys: frozenset[str]
    roots: tuple[str, ...]
    names: tuple[str, ...]
    phrases: tuple[str, ...]
    known: dict[str, str] = attrs.field(factory=dict, eq=False, repr=False)

    @classmethod
    def of(cls, read: Sequence[Reading]) -> "_Hide":
        """Gather what is withheld of some readings."""
        links = [link for reading in read for claim in reading.claims for link in claim.chain]
        said = {" ".join(span.cut(one.report.text).split()) for one in read for span in _said_of(one)}
        names = tuple(dict.fromkeys(link.name for link in links if _bears_name(link)))
        public = _gather_public(links)
        people = tuple(_Person.of(name, links, public) for name in names)
        keys = frozenset(key for one in people for key in one.forms | one.folded)
        phrases = tuple(sorted(said, key=len, reverse=True))
        return cls(people=people, keys=keys, roots=_gather_roots(people), names=names, phrases=phrases)

    def names_in(self, text: str, *, is_report: bool = False) -> str:
        """Give a text with names as blocks. Short texts come again and again (rules, names): each is read once."""
        if not self.people:
            return text
        if is_report:
            return self._names_in(text, is_report=True)
        if text not in self.known:
            self.known[text] = self._names_in(text, is_report=False) if self._may_tell(text) else text
        return self.known[text]

    def _may_tell(self, text: str) -> bool:
        """Tell whether a text may hold a name; most do not, which is told at once."""
        small = text.lower()
        return not self.roots or not text.isascii() or any(root in small for root in self.roots)

    def _names_in(self, text: str, *, is_report: bool) -> str:
        cut = _Text.of(text, self.keys)
        return _blot(text, [span for one in self.people for span in one.find(cut, is_report=is_report)])

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
        words = _find_words(unquote(address))
        return any(word.folded in one.folded or one.is_within(word) for one in self.people for word in words)


def _gather_roots(people: Sequence[_Person]) -> tuple[str, ...]:
    roots = {word.lower() for one in people for word in one.strong}
    is_plain = all(one.strong for one in people) and all(map(str.isascii, roots))
    return tuple(sorted(roots)) if is_plain else ()


def _blot(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """Give a text of the same length, with the ranges as blocks; line ends stay."""
    if not ranges:
        return text
    letters = list(text)
    for start, end in ranges:
        letters[start:end] = [one if one in "\r\n" else BLOCK for one in letters[start:end]]
    return "".join(letters)


def _hide_report(report: Report, hide: _Hide, said: Iterable[Span]) -> Report:
    text = hide.names_in(report.text, is_report=True)
    return attrs.evolve(
        report,
        text=_blot(text, [(span.start, span.end) for span in said]),
        title=report.title and hide.names_in(report.title),
        outlet=report.outlet and hide.names_in(report.outlet),
        url=None if report.url and hide.is_in_address(report.url) else report.url,
    )


def _hide_claim(claim: Claim, hide: _Hide, before: str, after: str) -> Claim:
    chain = tuple([_hide_link(link, hide) for link in claim.chain])
    flags = tuple([_hide_flag(flag, hide) for flag in claim.flags])
    reasons = _hide_reasons(claim.reasons, hide)
    events = tuple([_hide_event(event, hide, before, after) for event in claim.events])
    is_same = (chain, flags, reasons, events) == (claim.chain, claim.flags, claim.reasons, claim.events)
    return claim if is_same else attrs.evolve(claim, chain=chain, flags=flags, reasons=reasons, events=events)


def _hide_event(event: Event, hide: _Hide, before: str, after: str) -> Event:
    actor, target = (one and _hide_participant(one, hide, before, after) for one in (event.actor, event.target))
    reasons = _hide_reasons(event.reasons, hide)
    is_same = (actor, target, reasons) == (event.actor, event.target, event.reasons)
    return event if is_same else attrs.evolve(event, actor=actor, target=target, reasons=reasons)


def _hide_participant(one: Participant, hide: _Hide, before: str, after: str) -> Participant:
    """Leave of the name of a participant nothing where some of its characters are withheld."""
    is_told = one.span.cut(before) == one.span.cut(after)
    return attrs.evolve(one, name=hide.names_in(one.name) if is_told else WITHHELD)


def _hide_link(link: Link, hide: _Hide) -> Link:
    if _bears_name(link):
        name = hide.stand_in(link.name)
    elif link.private:
        name = link.name if is_withheld(link) else hide.all_in(link.name)
    else:
        name = hide.names_in(link.name)
    reasons = _hide_reasons(link.reasons, hide)
    is_same = (name, reasons) == (link.name, link.reasons)
    return link if is_same else attrs.evolve(link, name=name, reasons=reasons)


def _hide_flag(flag: Flag, hide: _Hide) -> Flag:
    return attrs.evolve(
        flag, why=hide.all_in(flag.why) if flag.kind is FlagKind.PRIVATE_PERSON else hide.names_in(flag.why)
    )


def _hide_reasons(reasons: Iterable[Reason], hide: _Hide) -> tuple[Reason, ...]:
    """Give the reasons with names as blocks; most tell none and stay the values they are."""
    hidden = [(reason, hide.names_in(reason.rule)) for reason in reasons]
    return tuple([reason if rule == reason.rule else attrs.evolve(reason, rule=rule) for reason, rule in hidden])
