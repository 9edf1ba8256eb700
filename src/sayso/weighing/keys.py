"""Traits -> blocking keys: what two statements must share to be worth comparing. They come from structure alone.

A key is a tuple whose first part says what it is made of. Most need no language: places by number, kinds of event,
figures, sides, codes of things. Stems meet where two reports have a language or a name in common.
"""

from collections.abc import Iterator
from itertools import combinations

from sayso.vocabulary import EventType
from sayso.weighing.figure_rules import number_of
from sayso.weighing.traits import Spot, Traits

Key = tuple[str | int, ...]

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
MOST_STEMS = 8
LIGHTEST_STEM = 3
FEWEST_WORDS = 5
FEW = 2
# Names that are not resolved meet by this many letters, without the endings.
STEM_OF_NAME = 6
# Keys of these kinds are shared by few statements of one time, however many there are in all.
NARROW = frozenset(("family", "figure", "thing at", "things", "wording"))


def keys_of(traits: Traits) -> tuple[Key, ...]:
    """Give the keys of a statement, each once."""
    made = (_of_places(traits), _of_figures(traits), _of_things(traits), _of_words(traits))
    return tuple(dict.fromkeys(key for keys in made for key in keys))


def _of_places(traits: Traits) -> Iterator[Key]:
    families = dict.fromkeys(FAMILIES[one.type] for one in traits.happenings if one.type in FAMILIES)
    for spot in traits.spots or traits.around:
        for name in _names_of(spot):
            yield "place", name
            for family in families:
                yield "family", name, family


def _names_of(spot: Spot) -> tuple[str, ...]:
    """Give the number of a place that has one, and its name without the ending, by which unresolved names meet it."""
    name = spot.sound[:STEM_OF_NAME]
    return (spot.key, name) if spot.key != spot.sound else (name,)


def _of_figures(traits: Traits) -> Iterator[Key]:
    for one in traits.counts:
        number = number_of(one)
        if number > FEW:
            yield "figure", number, one.counted or ""


def _of_things(traits: Traits) -> Iterator[Key]:
    things = sorted(traits.things)[:MOST_THINGS]
    for thing in things:
        yield "thing", thing
        for spot in traits.spots or traits.around:
            yield "thing at", thing, spot.key
    for pair in combinations(things, 2):
        yield "things", *pair


def _of_words(traits: Traits) -> Iterator[Key]:
    stems = sorted((-weight, stem) for stem, weight in traits.words.items() if weight >= LIGHTEST_STEM)
    for _, stem in stems[:MOST_STEMS]:
        yield "stem", stem
    if len(traits.words) >= FEWEST_WORDS:
        yield "wording", hash(frozenset(traits.words))


def has_same_wording(one: Traits, other: Traits) -> bool:
    """Tell whether two statements are in the very same words, and enough of them."""
    return len(one.words) >= FEWEST_WORDS and one.words == other.words
