"""Adjectives made of the name of a place before a word for one: "Sumy and Kharkiv regions", "the Kremenchuk refinery".

Takes the words of a text, gives the adjectives with what the word behind them says and the names they may be made of.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.knowledge import PlaceWord, Says, Toponymy
from sayso.reading.toponym_evidence import BLANKS, SPACE, is_part_of_address
from sayso.reading.toponym_names import ROUGH_MATCH, SMALL_PLACE, Lexicon, Name, look_up, title
from sayso.reading.toponym_words import Word
from sayso.vocabulary import PlaceKind

# Log odds of an adjective before a place word, and what an ordinary one, or one made of no known name, loses.
BEFORE_WORD, OF_NOTHING_KNOWN, ORDINARY_ADJECTIVE = 3.0, -0.8, -2.0
# Between adjective and place word as many others may stand, as in `the Odesa commercial sea port`.
MOST_BETWEEN = 3
MOST_NAMES, MOST_GUESSED = 6, 2


class Adjective(NamedTuple):
    """An adjective: its place among the words, where the mention ends, what it says, and the names to look up."""

    first: int
    end: int
    says: Says
    names: tuple[str, ...]
    odds: float


def find_adjectives(text: str, words: Sequence[Word], toponymy: Toponymy, lexicon: Lexicon) -> Iterator[Adjective]:
    """Give the adjectives that belong to a place word; of several joined, the last holds the word in its mention."""
    taken = 0
    for at in range(1, len(words)):
        row, length = _place_word_at(words, at, toponymy)
        if row is None:
            continue
        place = _adjective_before(words, at, toponymy, lexicon)
        end = words[at + length - 1].end
        floor = taken
        while place is not None and place >= floor and not is_part_of_address(text, words[place]):
            found = _read(words[place], place, end, row, toponymy, lexicon)
            if found is None:
                break
            yield found
            taken = max(taken, at)
            place = _joined_before(words, place, toponymy)
            end = words[place].end if place is not None else 0


def _place_word_at(words: Sequence[Word], at: int, toponymy: Toponymy) -> tuple[PlaceWord | None, int]:
    """Give the place word at a place, and of how many words it is."""
    key = words[at].key
    if key in toponymy.first_of_two and at + 1 < len(words):
        row = toponymy.after.get(f"{key} {words[at + 1].key}")
        if row is not None:
            return row, 2
    return toponymy.after.get(key), 1


def _adjective_before(words: Sequence[Word], at: int, toponymy: Toponymy, lexicon: Lexicon) -> int | None:
    """Give the adjective a place word belongs to: right before it, or before adjectives written small."""
    for place in range(at - 1, max(at - 1 - MOST_BETWEEN, -1), -1):
        word = words[place]
        if words[place + 1].gap.strip(BLANKS):
            return None
        if toponymy.is_adjective(word.key) and (word.capital or _made_of(word, toponymy, lexicon)):
            return place
        if word.capital or not word.key.endswith(toponymy.adjective_endings + toponymy.adjective_marks):
            return None
    return None


def _joined_before(words: Sequence[Word], place: int, toponymy: Toponymy) -> int | None:
    """Give the adjective that a comma or a joining word parts from the one at a place."""
    before = place - 1
    if before > 0 and words[place].gap == SPACE and words[before].key in toponymy.joiners:
        before -= 1
    elif words[place].gap.strip() != ",":
        return None
    is_adjective = before >= 0 and words[before].capital and toponymy.is_adjective(words[before].key)
    return before if is_adjective else None


def _read(word: Word, place: int, end: int, row: PlaceWord, toponymy: Toponymy, lexicon: Lexicon) -> Adjective | None:
    known = _made_of(word, toponymy, lexicon)
    names = [f"{form.name} {row.head}" for form in toponymy.base_forms(word.key)] if row.kind.kind else []
    whole = [title(name, small=1) for name in names if lexicon.has(name)]
    if not (word.capital or known or whole):
        return None
    odds = BEFORE_WORD + (0.0 if known or whole else OF_NOTHING_KNOWN)
    if word.key in toponymy.ordinary:
        odds += ORDINARY_ADJECTIVE
    guessed = map(title, toponymy.origins_of(word.key)[:MOST_GUESSED])
    forms = tuple(dict.fromkeys((*whole, *known, *guessed, word.written)))[:MOST_NAMES]
    return Adjective(first=place, end=end, says=row.kind, names=forms, odds=odds)


def _made_of(word: Word, toponymy: Toponymy, lexicon: Lexicon) -> list[str]:
    """Give the known names that an adjective may be made of, the best known first."""
    names = [look_up(toponymy, lexicon, name) for name in toponymy.origins_of(word.key)]
    known = [name for name in names if name is not None and _may_be_of(name, word, toponymy)]
    known.sort(key=lambda name: -name.odds)
    return [form for name in known for form in name.forms]


def _may_be_of(name: Name, word: Word, toponymy: Toponymy) -> bool:
    """Tell whether an adjective may be made of a name: written small, it is one of a settlement of some size.

    A name of two words is hardly met by chance, however roughly.
    """
    if word.capital:
        return name.odds > ROUGH_MATCH or " " in name.name
    forms = {form.name for form in toponymy.base_forms(word.key)}
    is_ordinary = name.name in toponymy.ordinary or not toponymy.ordinary.isdisjoint(forms)
    return name.odds > SMALL_PLACE and name.kind is not PlaceKind.COUNTRY and not is_ordinary
