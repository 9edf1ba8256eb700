"""What speaks for and against words as the name of a place: what stands around them, and how they are written.

Takes the words of a text and some of them that may be a name, gives the setting they stand in. Each thing that speaks
for or against a place adds to the odds; what it adds stands here, once.
"""

import math
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import attrs

from sayso.knowledge import BaseForm, Case, PlaceWord, Says, Strength, Toponymy
from sayso.reading.toponym_words import Word

# Log odds, set by hand on the learning part of VIINA and the constructed training texts in Russian and Ukrainian.
PLACE_WORD, HASHTAG, CONTAINED, LISTED_BESIDE, SURE_ELSEWHERE, DATELINE = 3.0, 1.5, 2.0, 1.5, 1.5, 1.5
PREPOSITIONS = {Strength.STRONG: 2.0, Strength.FAIR: 1.3, Strength.WEAK: 0.6}
WRONG_CASE, OTHER_FORM_BEGINS = -0.8, -1.0
ORDINARY, ORDINARY_BEGINS, SMALL_ELSEWHERE, FIRST_NAME = -1.8, -4.0, -3.0, -2.5
BEGINS, SHOUTED, BEGINS_SHOUTED = -0.9, -1.2, -1.5
AFTER_CAPITAL, AFTER_BEGINNING, BEFORE_CAPITAL = -2.2, -1.0, -1.5
AFTER_PERSON_WORD, PERSON, MAYBE_PERSON, TITLED, NO_PLACE_WORD, BEFORE_NOUN = -2.5, -5.0, -2.0, -4.0, -4.5, -2.8
# A country, or a capital that stands for a government, where no preposition makes it a place.
GOVERNS = -3.0
MOST_ODDS = 30.0
OPENING, CLOSING = frozenset('\u00ab\u201e\u201c"'), frozenset('\u00bb\u201d\u201c"')
# The words of a title stand in quotation marks without a mark among them; a quotation of speech is longer.
LONGEST_TITLE, SHORTEST_NOUN, LONGEST_ACRONYM = 40, 3, 5
MARKS_OF_SPEECH = frozenset(".,!?:;\u2026\n")
HASH, SPACE, DOT, BRACKETS = "#", " ", ".", "()"
BLANKS, NO_WORDS, DOT_AND_BLANK = " \u00a0", ' \u00a0\u00ab\u201e\u201c".', ". "
ADDRESS_SIGNS = frozenset("@_/")


@attrs.frozen(kw_only=True, eq=False)
class Scene:
    """A text as its names are looked at.

    ``people`` is what the surnames in it share in all cases, ``maybe_people`` the same of words that may be surnames,
    ``small`` its words written small.
    """

    text: str
    words: Sequence[Word]
    toponymy: Toponymy
    people: Container[str] = frozenset()
    maybe_people: Container[str] = frozenset()
    small: Container[str] = frozenset()


class Setting(NamedTuple):
    """What stands around a name.

    ``word`` is the place word before it, ``prepositions`` the odds its preposition adds in each case, ``odds`` what all
    else adds. ``has_evidence`` tells that something makes it a place, and nobody's name.
    """

    word: PlaceWord | None
    has_place_word: bool
    prepositions: Mapping[Case, float]
    odds: float
    follows_person_word: bool
    has_evidence: bool


def to_score(odds: float) -> float:
    """Give a share between 0 and 1 for odds."""
    return round(1 / (1 + math.exp(-max(-MOST_ODDS, min(MOST_ODDS, odds)))), 3)


def is_part_of_address(text: str, word: Word) -> bool:
    """Tell whether a word belongs to a handle, an address or a file name."""
    before, after = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 2]
    goes_on = after[1:].isalnum() and after[1:].islower()
    return before in ADDRESS_SIGNS or after[:1] in ADDRESS_SIGNS or (after[:1] == DOT and goes_on)


def find_people(words: Sequence[Word], toponymy: Toponymy) -> Iterator[str]:
    """Give what the surnames of a text share in all cases: the words beside first names, patronymics and initials."""
    for first, second in pairwise(words):
        if not _is_pair(first, second):
            continue
        if is_initial(first) or toponymy.is_first_name(first.key) or first.key.endswith(toponymy.patronymics):
            if not second.key.endswith(toponymy.patronymics):
                yield toponymy.strip_person(second.key)
        elif is_initial(second):
            yield toponymy.strip_person(first.key)


def find_pairs(words: Sequence[Word], toponymy: Toponymy) -> Iterator[int]:
    """Give where two capitals stand together within a sentence, the first being no word that goes before names."""
    for at, (first, second) in enumerate(pairwise(words)):
        if _is_pair(first, second) and not (first.begins or first.caps or second.caps or _leads(first, toponymy)):
            yield at


def _is_pair(first: Word, second: Word) -> bool:
    return first.capital and second.capital and not second.gap.strip(BLANKS)


def _leads(word: Word, toponymy: Toponymy) -> bool:
    """Tell whether a word is known to stand before names, or to be none."""
    return any(word.key in known for known in (toponymy.ordinary, toponymy.before, toponymy.persons))


def is_initial(word: Word) -> bool:
    """Tell whether a word is an initial, or several."""
    return word.capital and word.written.endswith(DOT)


def look_around(scene: Scene, first: int, last: int) -> Setting:
    """Tell what stands around the words from ``first`` on, ``last`` left out."""
    begin, end = scene.words[first], scene.words[last - 1]
    word, prepositions = find_before(scene, first), _find_preposition(scene, first)
    says_place = word is not None and word.kind is not Says.NONE
    is_hashtag = begin.gap.endswith(HASH)
    is_marked = is_hashtag or begin.gap[-1:] + scene.text[end.end : end.end + 1] == BRACKETS
    is_fair = bool(prepositions) and max(prepositions.values()) >= PREPOSITIONS[Strength.FAIR]
    has_evidence = says_place or is_marked or is_fair
    odds = _weigh_writing(scene, first, last) + _weigh_before(scene, first)
    odds += _weigh_after(scene, first, last, has_evidence=has_evidence)
    if word is not None:
        odds += PLACE_WORD if says_place else NO_PLACE_WORD
    if is_hashtag:
        odds += HASHTAG
    if not says_place:
        odds += _weigh_person(scene, end, is_one=last - first == 1)
    follows_person_word = first > 0 and begin.gap == SPACE and scene.toponymy.is_person_word(scene.words[first - 1].key)
    return Setting(word, says_place, prepositions, odds, follows_person_word, has_evidence)


def _weigh_person(scene: Scene, word: Word, *, is_one: bool) -> float:
    stem = scene.toponymy.strip_person(word.key)
    return PERSON if stem in scene.people else MAYBE_PERSON if is_one and stem in scene.maybe_people else 0.0


def find_before(scene: Scene, first: int) -> PlaceWord | None:
    """Give the place word that stands right before a name."""
    words, before = scene.words, scene.toponymy.before
    gap = words[first].gap
    if not first or gap.strip(NO_WORDS) or (gap[:1] == DOT and gap != DOT_AND_BLANK):
        return None
    one = words[first - 1]
    if gap[:1] == DOT:
        return before.get(f"{one.key}.")
    if one.key.endswith(DOT) and any(sign.isdigit() for sign in one.gap):
        return None
    if first > 1 and one.gap == SPACE:
        return before.get(f"{words[first - 2].key} {one.key}") or before.get(one.key)
    return before.get(one.key)


def _find_preposition(scene: Scene, first: int) -> dict[Case, float]:
    """Give what the preposition before a name, or before an adjective of the name, adds in each case."""
    words = scene.words
    if not first or words[first].gap.strip(BLANKS):
        return {}
    found = _preposition_at(scene, first - 1)
    between = words[first - 1]
    is_adjective = not between.capital and between.key.endswith(scene.toponymy.adjective_marks)
    if not found and first > 1 and is_adjective and between.gap == SPACE:
        found = _preposition_at(scene, first - 2)
    return found


def _preposition_at(scene: Scene, at: int) -> dict[Case, float]:
    words, rows = scene.words, scene.toponymy.prepositions
    found = rows.get(words[at].key, ())
    if at and words[at].gap == SPACE:
        found = rows.get(f"{words[at - 1].key} {words[at].key}", found)
    return {case: PREPOSITIONS[row.strength] for row in reversed(found) for case in row.cases}


def _weigh_writing(scene: Scene, first: int, last: int) -> float:
    """Weigh how a name is written: at a beginning, in capitals, in quotation marks of its own, a first name."""
    begin = scene.words[first]
    begins, shouted = begin.begins and not begin.gap.endswith(HASH), is_shouted(scene.words, first)
    if begins and begin.caps and not shouted and len(begin.key) > SHORTEST_NOUN:
        return DATELINE
    odds = BEGINS_SHOUTED if begins and shouted else BEGINS if begins else SHOUTED if shouted else 0.0
    if is_titled(scene.text, begin.start):
        odds += TITLED
    if last - first == 1:
        odds += FIRST_NAME if scene.toponymy.is_first_name(begin.key) else 0.0
        odds += SMALL_ELSEWHERE if begin.begins and begin.key in scene.small else 0.0
    return odds


def is_titled(text: str, start: int) -> bool:
    """Tell whether a few words without a mark among them stand in quotation marks from here on."""
    if not start or text[start - 1] not in OPENING:
        return False
    for sign in text[start : start + LONGEST_TITLE]:
        if sign in CLOSING:
            return True
        if sign in MARKS_OF_SPEECH:
            return False
    return False


def is_shouted(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word in capitals stands beside another, so that its capital says nothing."""
    if not words[at].caps:
        return False
    return any(words[other].caps for other in (at - 1, at + 1) if 0 <= other < len(words))


def _weigh_before(scene: Scene, first: int) -> float:
    """Weigh a capital before a name: an initial, or a name that goes on."""
    words, toponymy = scene.words, scene.toponymy
    if not first or not words[first - 1].capital or words[first].gap not in {SPACE, ""}:
        return 0.0
    before = words[first - 1]
    if is_initial(before) and before.key not in toponymy.before:
        return PERSON
    if before.caps or is_shouted(words, first) or before.key in toponymy.after:
        return 0.0
    if _leads(before, toponymy) or before.key in toponymy.prepositions:
        return 0.0
    return AFTER_BEGINNING if before.begins and not toponymy.is_first_name(before.key) else AFTER_CAPITAL


def _weigh_after(scene: Scene, first: int, last: int, *, has_evidence: bool) -> float:
    """Weigh a capital behind a name: a patronymic, an initial, a surname."""
    words, toponymy = scene.words, scene.toponymy
    if last == len(words) or not words[last].capital or words[last].gap != SPACE:
        return 0.0
    after = words[last]
    if is_initial(after) or after.key.endswith(toponymy.patronymics):
        return PERSON
    if has_evidence or after.caps:
        return 0.0
    return BEFORE_CAPITAL + (FIRST_NAME if toponymy.is_first_name(words[first].key) else 0.0)


def precedes_noun(scene: Scene, at: int) -> bool:
    """Tell whether what looks like an adjective stands before a noun in the same case, and so is one."""
    words, toponymy = scene.words, scene.toponymy
    key = words[at].key
    if at + 1 == len(words) or not (key.endswith(toponymy.adjective_marks) or toponymy.is_adjective(key)):
        return False
    after = words[at + 1]
    if after.gap != SPACE or len(after.key) < SHORTEST_NOUN or after.key in toponymy.prepositions:
        return False
    if after.caps:
        return toponymy.is_adjective(key)
    mine = [form for form in toponymy.base_forms(key) if form.gender and form.name.endswith(toponymy.adjective_names)]
    return any(_agree(one, other) for one in mine for other in toponymy.base_forms(after.key))


def _agree(adjective: BaseForm, noun: BaseForm) -> bool:
    if noun.gender is None:
        return Case.NOMINATIVE in adjective.cases and Case.NOMINATIVE in noun.cases
    return bool(adjective.cases & noun.cases) and noun.gender is adjective.gender
