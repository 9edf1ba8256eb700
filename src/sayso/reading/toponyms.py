"""Mentions of places by gazetteer and inflection, in languages whose names change their endings with their case.

Takes a text and the code of its language, gives the words that name places, the forms to look them up by and how sure
that is. Which place a name means is decided later; a capital that stands for a government has a low score.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import attrs

from sayso.knowledge import Case, Says, Shape, Toponymy, list_toponymies, load_toponymy
from sayso.reading.taken_places import is_taken_name
from sayso.reading.toponym_adjectives import find_adjectives
from sayso.reading.toponym_evidence import (
    AFTER_PERSON_WORD,
    BEFORE_NOUN,
    BEGINS,
    CONTAINED,
    GOVERNS,
    LISTED_BESIDE,
    LONGEST_ACRONYM,
    ORDINARY,
    ORDINARY_BEGINS,
    OTHER_FORM_BEGINS,
    SURE_ELSEWHERE,
    WRONG_CASE,
    Scene,
    Setting,
    find_pairs,
    find_people,
    is_part_of_address,
    is_shouted,
    look_around,
    precedes_noun,
    to_score,
)
from sayso.reading.toponym_names import (
    MIDDLE_PLACE,
    ROUGH_MATCH,
    SURNAME_LIKE,
    Lexicon,
    Name,
    has_town,
    know_forms,
    title,
)
from sayso.reading.toponym_words import Word, split_toponym_words
from sayso.vocabulary import PlaceKind, Span

# Log odds of a name that is known nowhere, and of a form that the preposition before it does not take. Set by hand, as
# those in toponym_evidence.
SHAPED, UNKNOWN, OTHER_CASE = -0.6, -1.7, -2.0
# What words of taking right beside a name add.
TAKEN = 2.0
# Names above the first raise the same name elsewhere in a text; those below the second are no mentions.
SURE, LEAST_ODDS = 1.5, -2.0
LIST_MARKS = frozenset({",", "-", "\u2013", "\u2014", "/"})
LIST_GAP, LONGEST_LIST = ", \u00a0", 8
SHORTEST_NAME, MOST_NAMES, MOST_WORDS = 2, 6, 3


@attrs.frozen(kw_only=True)
class PlaceMention:
    """Words that name a place: their characters, and what they alone say.

    ``names`` are the forms to look up, the best first: as written, and the base forms of an inflected one. The first
    ``equals`` of them are as good as each other: `в Серове` may be of Serov and of Serovo. ``kind`` is
    what the words in it or beside it say (`Sumy region`), ``score`` how sure it is that a place is named at all.
    ``is_sector``: a stretch of a front named after a place (`the Pokrovsk front`).
    """

    span: Span
    names: tuple[str, ...]
    is_adjective: bool = False
    kind: PlaceKind | None = None
    score: float = 1.0
    is_sector: bool = False
    equals: int = 1


class Candidate(NamedTuple):
    """Words that may be a name of a place: the range of them, and what speaks for it."""

    first: int
    last: int
    names: tuple[str, ...]
    kind: PlaceKind | None
    odds: float
    may_be_raised: bool
    equals: int = 1

    def add(self, odds: float) -> "Candidate":
        """Give the same with more that speaks for it."""
        return self._replace(odds=self.odds + odds)


def find_toponyms(text: str, sentences: Iterable[Span], language: str, lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """Find the mentions of places in a text, in order; none where the language has no place tables.

    ``sentences`` tell where a capital may mean nothing; beginnings that can be seen from the text are seen without
    them. The time is linear in the length of the text.
    """
    if language not in list_toponymies():
        return ()
    toponymy = load_toponymy(language)
    words = split_toponym_words(text, sentences, toponymy)
    adjectives = {
        one.first: PlaceMention(
            span=Span(start=words[one.first].start, end=one.end),
            names=one.names,
            is_adjective=True,
            kind=one.says.kind,
            score=to_score(one.odds),
            is_sector=one.says is Says.SECTOR,
        )
        for one in find_adjectives(text, words, toponymy, lexicon)
    }
    return tuple(
        sorted(chain(adjectives.values(), _Names(text, words, toponymy, lexicon, adjectives).find()), key=_span)
    )


def _span(mention: PlaceMention) -> Span:
    return mention.span


class _Names:
    """One text on its way: its words, and what is known of them."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        toponymy: Toponymy,
        lexicon: Lexicon,
        adjectives: Mapping[int, PlaceMention],
    ) -> None:
        """Find the people of the text, whose names are none of places."""
        self._words, self._toponymy, self._lexicon, self._adjectives = words, toponymy, lexicon, adjectives
        maybe_people = {words[at + 1].key for at in find_pairs(words, toponymy) if not self._holds_place(at)}
        self._scene = Scene(
            text=text,
            words=words,
            toponymy=toponymy,
            people=frozenset(find_people(words, toponymy)),
            maybe_people=frozenset(map(toponymy.strip_person, maybe_people)),
            small=frozenset(word.key for word in words if not word.capital),
        )

    def find(self) -> list[PlaceMention]:
        """Give the names of places, in order."""
        candidates: list[Candidate] = []
        at = 0
        while at < len(self._words):
            found = None if at in self._adjectives else self._read_longest(at)
            if found is not None:
                candidates.append(found)
            at = found.last if found is not None else at + 1
        return [
            PlaceMention(
                span=Span(start=self._words[one.first].start, end=self._words[one.last - 1].end),
                names=one.names,
                kind=one.kind,
                score=to_score(one.odds),
                equals=one.equals,
            )
            for one in self._support(candidates)
            if one.odds >= LEAST_ODDS
        ]

    def _holds_place(self, at: int) -> bool:
        """Tell whether two words together are a known name, or the first is one of a place of some size."""
        one, other = self._words[at].key, self._words[at + 1].key
        first = know_forms(self._toponymy, self._lexicon, one)
        both = know_forms(self._toponymy, self._lexicon, f"{one} {other}")
        return bool(both) or any(name.odds >= MIDDLE_PLACE for name in first)

    # What raises a name: its neighbours, and itself elsewhere

    def _support(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Raise names that stand in one list with names that are places, and names that surely are places elsewhere."""
        found = list(candidates)
        forward, back = range(1, len(found)), range(len(found) - 2, -1, -1)
        for at, beside in chain(((at, at - 1) for at in forward), ((at, at + 1) for at in back)):
            is_open = found[at].odds < 0 <= found[beside].odds and found[at].may_be_raised
            if is_open and self._are_listed(found[min(at, beside)], found[max(at, beside)]):
                found[at] = found[at].add(LISTED_BESIDE)
        sure = {name for one in found if one.odds >= SURE for name in one.names}
        return [
            one.add(SURE_ELSEWHERE) if one.odds < 0 and one.may_be_raised and not sure.isdisjoint(one.names) else one
            for one in found
        ]

    def _are_listed(self, one: Candidate, other: Candidate) -> bool:
        """Tell whether nothing but a comma, a dash or a joining word stands between two names."""
        words = self._words
        gap = words[one.last].gap.strip()
        if one.last == other.first:
            return gap in LIST_MARKS
        joins = one.last + 1 == other.first and words[one.last].key in self._toponymy.joiners
        return joins and gap in {"", ","} and words[other.first].gap == " "

    # One name

    def _read_longest(self, at: int) -> Candidate | None:
        word = self._words[at]
        is_readable = self._toponymy.alphabet.issuperset(word.key) and len(word.key) >= SHORTEST_NAME
        if not (word.capital and is_readable) or is_part_of_address(self._scene.text, word):
            return None
        longest = range(self._run_length(at), 0, -1)
        return next((found for length in longest if (found := self._read(at, at + length))), None)

    def _run_length(self, at: int) -> int:
        """Tell how many words from here on may be one name: capitals with a blank between."""
        for place in range(at + 1, min(at + MOST_WORDS, len(self._words))):
            word = self._words[place]
            if word.gap != " " or not word.capital or place in self._adjectives or word.begins:
                return place - at
        return min(MOST_WORDS, len(self._words) - at)

    def _read(self, first: int, last: int) -> Candidate | None:
        """Read the words from ``first`` on, ``last`` left out, as one name; None where it is none."""
        setting = look_around(self._scene, first, last)
        names = self._names_of(first, last, setting)
        if not names:
            return None
        best = names[0]
        odds = best.odds + setting.odds + self._weigh(best, first, last, setting)
        if last in self._adjectives and self._adjectives[last].kind is PlaceKind.DIVISION:
            odds += CONTAINED
        start, end = self._words[first].start, self._words[last - 1].end
        if odds < 0 and best.odds > UNKNOWN and is_taken_name(self._scene.text, start, end, self._toponymy.code):
            # The word of taking behind it is no noun that it is an adjective of.
            odds += TAKEN - (BEFORE_NOUN if last - first == 1 and precedes_noun(self._scene, first) else 0.0)
        if odds < LEAST_ODDS - LISTED_BESIDE:
            return None
        kind = setting.word.kind.kind if setting.word else None
        if kind is None and self._is_town(best, first):
            kind, names = PlaceKind.SETTLEMENT, [best._replace(forms=best.forms[:1])]
        equals, others = _part_equals(names, self._words[first].key)
        level = tuple(dict.fromkeys(chain.from_iterable(name.forms for name in equals)))[:MOST_NAMES]
        return Candidate(
            first=first,
            last=last,
            names=tuple(dict.fromkeys((*level, *chain.from_iterable(name.forms for name in others))))[:MOST_NAMES],
            kind=kind or best.kind,
            odds=odds,
            may_be_raised=best.odds > UNKNOWN and not self._governs(best, setting),
            equals=len(level) if len(equals) > 1 else 1,
        )

    def _is_town(self, best: Name, first: int) -> bool:
        """Tell whether the name of a river is that of a town on it, by the preposition and the case.

        In a list the preposition stands before its first name.
        """
        if best.kind is not PlaceKind.WATER:
            return False
        at = first
        while at and first - at < LONGEST_LIST and self._is_in_list(at):
            at -= 1
        cases = self._toponymy.town_cases.get(self._words[at].key, frozenset()) if at < first else frozenset()
        return bool(cases & best.cases) and has_town(self._toponymy, self._lexicon, best.forms[0])

    def _is_in_list(self, at: int) -> bool:
        """Tell whether a word may be part of a list: a capital or a joining word, a blank or a comma before it."""
        word = self._words[at]
        return (word.capital or word.key in self._toponymy.joiners) and not word.gap.strip(LIST_GAP)

    def _names_of(self, first: int, last: int, setting: Setting) -> list[Name]:
        """Give what the words may be a form of, the best first."""
        word, is_one = self._words[first], last - first == 1
        key = word.key if is_one else " ".join([one.key for one in self._words[first:last]])
        known = [_fit(name, setting) for name in know_forms(self._toponymy, self._lexicon, key)]
        if not is_one:
            known = [name for name in known if name.odds > ROUGH_MATCH]
        elif word.caps and len(key) <= LONGEST_ACRONYM and not is_shouted(self._words, first):
            return [one for one in known if one.kind or (one.odds >= MIDDLE_PLACE and one.name == key)]
        elif not known and (setting.has_place_word or not is_shouted(self._words, first)):
            return self._guess(key, setting)
        return sorted(known, key=lambda name: -name.odds)

    def _guess(self, key: str, setting: Setting) -> list[Name]:
        """Give what a word that is known nowhere may be a form of: by its looks, or by the preposition before it."""
        forms, cases = self._toponymy.base_forms(key), setting.prepositions
        fitting = [form for form in forms if not cases or not form.cases.isdisjoint(cases)] or list(forms)
        shaped = [form for form in fitting if form.shape is Shape.PLACE]
        is_surname = not shaped and key.endswith(self._toponymy.surnames)
        odds = SHAPED if shaped else UNKNOWN + (SURNAME_LIKE if is_surname else 0.0)
        return [Name(form.name, odds, form.cases, (title(form.name),)) for form in dict.fromkeys((*shaped, *fitting))]

    def _weigh(self, best: Name, first: int, last: int, setting: Setting) -> float:
        """Weigh a name against what stands before and behind it."""
        word, is_one = self._words[first], last - first == 1
        odds = 0.0
        if setting.prepositions:
            fitting = [setting.prepositions[case] for case in best.cases if case in setting.prepositions]
            odds += max(fitting, default=WRONG_CASE)
        if setting.follows_person_word and (Case.NOMINATIVE in best.cases or best.odds < MIDDLE_PLACE):
            odds += AFTER_PERSON_WORD
        if is_one and self._is_ordinary(word, best):
            odds += ORDINARY_BEGINS if word.begins or is_shouted(self._words, first) else ORDINARY
        if is_one and precedes_noun(self._scene, first):
            odds += BEFORE_NOUN
        if word.begins and best.name != word.key and not setting.has_evidence:
            odds += OTHER_FORM_BEGINS
        if self._governs(best, setting) and not (word.caps and word.begins):
            odds += GOVERNS - (BEGINS if word.begins else 0.0)
        return odds

    def _is_ordinary(self, word: Word, best: Name) -> bool:
        """Tell whether a word, or the name it is a form of, is an ordinary one; of a guess, any form."""
        ordinary = self._toponymy.ordinary
        if best.odds > UNKNOWN and best.name != word.key:
            return word.key in ordinary or best.name in ordinary
        return any(form.name in ordinary for form in self._toponymy.base_forms(word.key))

    def _governs(self, best: Name, setting: Setting) -> bool:
        """Tell whether a name may stand for a government."""
        may = best.kind is PlaceKind.COUNTRY or best.name in self._toponymy.governments
        return may and not setting.has_evidence


def _part_equals(names: Sequence[Name], written: str) -> tuple[list[Name], list[Name]]:
    """Part the names that the words are as well a form of as of the first from all others, the best known first.

    Whether a name looks like one of a place tells that a place is named, not which: a town that is called as a surname
    is (`Серов`) is as good as a village that cannot be one (`Серово`).
    """
    best, ranks = names[0], {one.name: one.rank for one in names if one.kind is None and one.rank is not None}
    level = [one for one in names if one.name in ranks and one.cases & best.cases]
    level = [one for one in level if one.name != written or ranks[one.name] > ROUGH_MATCH]
    if best not in level:
        return [best], list(names[1:])
    return sorted(level, key=lambda name: -ranks[name.name]), [one for one in names if one not in level]


def _fit(name: Name, setting: Setting) -> Name:
    """Weigh down a form that the preposition before it does not take."""
    if setting.prepositions and name.kind is None and name.cases.isdisjoint(setting.prepositions):
        return name._replace(odds=name.odds + OTHER_CASE)
    return name
