"""Traits -> blocking keys: what two statements must share to be worth comparing. They come from structure alone.

A key is a tuple whose first part says what it is made of. Most need no language: places by number, kinds of event,
figures, sides, codes of things. Stems meet where two reports have a language or a name in common.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.vocabulary import EventType
from sayso.weighing.figure_rules import number_of
from sayso.weighing.traits import Traits

# The first part is the kind of key.
Key = tuple[str, *tuple[str | int, ...]]

# Kinds of event by what they are about; one event may be told in several kinds of one family.
FAMILIES = {
    EventType.CONTROL: "ground",
    EventType.ADVANCE: "ground",
    EventType.WITHDRAWAL: "ground",
    EventType.CLASH: "ground",
    EventType.BUILDUP: "ground",
    EventType.STRIKE: "fire",
    EventType.INTERCEPTION: "fire",
    EventType.CASUALTIES: "fire",
    EventType.DAMAGE: "fire",
    EventType.EVACUATION: "people",
    EventType.AID: "people",
    EventType.DETENTION: "people",
    EventType.ABUSE: "people",
    EventType.DIPLOMACY: "public",
    EventType.PROTEST: "public",
}
MOST_THINGS = 4
MOST_STEMS = 6
LIGHTEST_STEM = 3
FEWEST_WORDS = 5
FEW = 2
# Places meet by so many letters of their names, without endings, for a name may be resolved in one report alone.
STEM_OF_NAME = 6
# The key that all statements have, and the kind of key that tells enough however many have it.
NOTHING: Key = ("nothing",)
WORDING = "wording"
# What a key of each kind tells, as a share of what its rarity would: parts of it are told by other keys as well.
SHARES = {"place": 0.9, "family": 0.5, "figure": 0.9, "thing": 0.8, "thing at": 0.5, "things": 0.5, "stem": 0.7}
# Keys that say little where many statements have them.
BROAD = frozenset(("place", "thing", "stem"))


def keys_of(traits: Traits) -> tuple[Key, ...]:
    """Give the keys of a statement, each once."""
    names = [spot.sound[:STEM_OF_NAME] for spot in traits.spots or traits.around]
    made = [*_of_places(traits, names), *_of_figures(traits), *_of_things(traits, names), *_of_words(traits)]
    return tuple(dict.fromkeys(made))


def _of_places(traits: Traits, names: Sequence[str]) -> Iterator[Key]:
    families = {FAMILIES[one.type] for one in traits.happenings if one.type in FAMILIES}
    for name in names:
        yield "place", name
        for family in families:
            yield "family", name, family


def _of_figures(traits: Traits) -> Iterator[Key]:
    for one in traits.counts:
        number = number_of(one)
        if number > FEW:
            yield "figure", number, one.counted or ""


def _of_things(traits: Traits, names: Sequence[str]) -> Iterator[Key]:
    things = sorted(traits.things)[:MOST_THINGS]
    for thing in things:
        yield "thing", thing
        for name in names:
            yield "thing at", thing, name
    for pair in combinations(things, 2):
        yield "things", *pair


def _of_words(traits: Traits) -> list[Key]:
    heavy = sorted([(-weight, stem) for stem, weight in traits.words.items() if weight >= LIGHTEST_STEM])
    stems: list[Key] = [("stem", stem) for _, stem in heavy[:MOST_STEMS]]
    if len(traits.words) >= FEWEST_WORDS:
        stems.append((WORDING, hash(frozenset(traits.words))))
    return stems
