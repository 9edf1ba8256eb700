"""Links -> the id of the body or medium each is, one for all languages, whatever it is called.

Takes a reading with claims and places. A name of the register tells first; then an institution that each state, region,
town or army has, with what tells which of them it is: its side, the place beside it, its number. Who speaks for a body,
and what it has written, have its id; other people have none. Where it cannot be told which one it is there is none.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from sayso.knowledge import InstitutionRow, ToldBy, list_institutions, load_institutions
from sayso.knowledge.nations import load_nations
from sayso.knowledge.world import Source, load_register, make_id
from sayso.reading.leanings import WEAK
from sayso.vocabulary import Claim, Link, LinkKind, Naming, Place, Reading, Reason, Span
from sayso.vocabulary.side import LETTERS_OF_STATE, UNKNOWN_SIDE

# A name that no id was found for so often in a report has none: where it stands may tell one, but seldom so late.
MOST_TRIES = 3
# What stands before a title that no source was marked with, and how long one may be, in characters.
PARTING = re.compile(r"[,;:.()\u2013\u2014\n]")
LONGEST_TITLE = 40
DIGITS = re.compile(r"\d{1,4}")
STATE = "kind: state"
# What weighing looks for: the words name a body of bodies, by which one of them may be meant.
UMBRELLA = "role: umbrella"
# The side of a body that nothing in the text gives one, by its id; how sure that is.
OF_REGISTER, OF_REGISTER_SCORE = "side: of the body that is known", 0.4
PERSONS = frozenset((LinkKind.PERSON, LinkKind.GROUP))
NAMED_BY = frozenset((LinkKind.ORGANISATION, LinkKind.OUTLET, LinkKind.CHANNEL, LinkKind.DOCUMENT, LinkKind.UNKNOWN))
# A body whose name holds that of another is not that other, unless there is little else in it.
LEAST_SHARE = 0.6


def add_registers(reading: Reading) -> Reading:
    """Give a reading whose links hold the ids of what they are."""
    if not any(claim.chain for claim in reading.claims):
        return reading
    finder = _Finder(reading)
    names: dict[str, str] = {}
    tries: Counter[str] = Counter()
    for claim in reading.claims:
        for link in claim.chain:
            tries[link.name] += 1
            is_open = link.name not in names and tries[link.name] <= MOST_TRIES
            if is_open and (found := finder.find(link, claim)):
                names[link.name] = found
    if not names:
        return reading
    claims = [
        attrs.evolve(claim, chain=tuple(finder.give(one, names.get(one.name)) for one in claim.chain))
        for claim in reading.claims
    ]
    return attrs.evolve(reading, claims=tuple(claims))


class _Finder:
    """Finds the ids of the links of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.report.text
        self._register = load_register()
        lang = reading.lang
        self._institutions = load_institutions(lang) if lang in list_institutions() else None
        self._sources = sorted({span for one in reading.attributions for span in one.source})
        self._starts = [span.start for span in self._sources]

    def find(self, link: Link, claim: Claim) -> str | None:
        """Give the id of what a link is, None where none can be told."""
        if link.private:
            return None
        if link.kind not in PERSONS and (known := self._register.find(link.name)) is not None:
            return known.id
        phrase = self._phrase_of(link.mention)
        rows = self._rows_in(phrase)
        if not rows and self._is_state(link):
            return f"state.{link.side.lower()}"
        is_voice = any(row.of is ToldBy.VOICE for _, row in rows)
        if link.kind in PERSONS and not is_voice and not self._holds_office(link, rows):
            return None
        known = self._known_in(link, phrase, is_voice=is_voice)
        if known is not None:
            return known.id
        return next((found for found in (self._name(link, claim, phrase, *one) for one in rows[:1]) if found), None)

    def give(self, link: Link, register: str | None) -> Link:
        """Give a link with its id; that of a body of bodies tells by a reason that one of them may be meant.

        A body of a state has its side, where nothing else gave it one.
        """
        if register is None:
            return link
        known = None if link.kind in PERSONS else self._register.find(link.name)
        words = ((self._reading.report.id, link.mention),)
        told = (Reason(rule=UMBRELLA, score=1.0, words=words),) if known is not None and known.umbrella else ()
        state = register.rpartition(".")[2]
        if link.side == UNKNOWN_SIDE and link.kind is LinkKind.ORGANISATION and _is_code(state):
            told = (*told, Reason(rule=OF_REGISTER, score=OF_REGISTER_SCORE, words=words))
            return attrs.evolve(link, register=register, side=state.upper(), reasons=(*link.reasons, *told))
        return attrs.evolve(link, register=register, reasons=(*link.reasons, *told))

    def _phrase_of(self, mention: Span) -> Span:
        """Give the words about a mention that name its source: `a spokesman of the ministry, Ivan Holub`."""
        place = bisect_left(self._starts, mention.start + 1)
        for span in reversed(self._sources[max(0, place - 4) : place]):
            if span.start <= mention.start and mention.end <= span.end:
                return span
        begin = max(0, mention.start - LONGEST_TITLE)
        parted = [found.end() for found in PARTING.finditer(self._text, begin, mention.start)]
        return Span(start=max([begin, *parted]) if parted or not begin else mention.start, end=mention.end)

    def _rows_in(self, phrase: Span) -> list[tuple[Span, InstitutionRow]]:
        """Give the institutions that a phrase names, the weightiest first."""
        if self._institutions is None:
            return []
        rank = self._institutions.rank
        found = self._institutions.phrases.find(self._text, phrase.start, phrase.end)
        rows = [(Span(start=start, end=end), row) for start, end, row in found]
        return sorted(rows, key=lambda one: rank[one[1]])

    def _holds_office(self, link: Link, rows: Sequence[tuple[Span, InstitutionRow]]) -> bool:
        """Tell whether a person is told by an office that one at a time holds, and no group is."""
        offices = (ToldBy.DIVISION, ToldBy.TOWN)
        return link.kind is LinkKind.PERSON and bool(rows) and rows[0][1].of in offices and not link.former

    def _known_in(self, link: Link, phrase: Span, *, is_voice: bool) -> Source | None:
        """Give the one named body that a phrase holds, where the link is that body, its paper or its voice."""
        hits = self._register.find_in(phrase.cut(self._text))
        if len({known.id for *_, known in hits}) != 1:
            return None
        start, end, known = hits[0]
        if is_voice or link.kind is LinkKind.DOCUMENT:
            return known if known.kind not in (LinkKind.DOCUMENT, LinkKind.GROUP) else None
        is_most = end - start >= LEAST_SHARE * (phrase.end - phrase.start)
        return known if link.kind in NAMED_BY and link.naming is not Naming.UNNAMED and is_most else None

    def _name(self, link: Link, claim: Claim, phrase: Span, words: Span, row: InstitutionRow) -> str | None:
        """Give the id of an institution that a phrase names."""
        side = link.side.lower() if len(link.side) == LETTERS_OF_STATE else None
        if row.of is ToldBy.STATE and side is None and link.side == UNKNOWN_SIDE:
            side = self._home
        elif row.of is ToldBy.STATE and side != self._home and any(one.rule in WEAK for one in link.reasons):
            return None
        if row.of in (ToldBy.STATE, ToldBy.HERE):
            return f"{row.code}.{side}" if side else None
        if row.of is ToldBy.NUMBER:
            number = DIGITS.search(self._text, phrase.start, words.end)
            return f"{row.code}.{side}.{int(number[0])}" if number and side else None
        if row.of in (ToldBy.DIVISION, ToldBy.TOWN):
            found = (_place_id(row, place) for place in self._places_of(link, claim, phrase))
            return next(filter(None, found), None)
        return None

    def _is_state(self, link: Link) -> bool:
        """Tell whether a link is a state, by its own name or that of its capital (`Baku said`)."""
        if len(link.side) != LETTERS_OF_STATE or all(reason.rule != STATE for reason in link.reasons):
            return False
        mention = link.mention.cut(self._text)
        stated = load_nations(self._reading.lang).side_of(mention)
        return stated is not None and stated.span.cut(mention) == mention

    @property
    def _home(self) -> str | None:
        """The state whose bodies are mostly meant in this language where nothing says whose, in small letters."""
        return self._institutions.home.lower() if self._institutions and self._institutions.home else None

    def _places_of(self, link: Link, claim: Claim, phrase: Span) -> Iterator[Place]:
        """Give the places in a phrase, else those of the event it speaks of, where these lie in its own state."""
        within = [
            one for one in self._reading.places if one.resolved and phrase.start <= one.start and one.end <= phrase.end
        ]
        yield from within
        if not within:
            numbers = claim.events[0].places if claim.events else ()
            yield from (place for place in map(self._reading.places.__getitem__, numbers) if place.country == link.side)


def _is_code(part: str) -> bool:
    return len(part) == LETTERS_OF_STATE and part.isalpha()


def _place_id(row: InstitutionRow, place: Place) -> str | None:
    if place.country is None or not place.resolved:
        return None
    if row.of is ToldBy.DIVISION:
        return f"{row.code}.{place.country.lower()}.{make_id(place.admin)}" if place.admin else None
    return f"{row.code}.{place.geonameid}" if place.geonameid is not None else None
