"""Rules on words: what two statements say alike, in one language or across languages, and whom they cite."""

from collections.abc import Set as AbstractSet

from sayso.vocabulary import UNDETERMINED, Reason
from sayso.weighing.evidence import give
from sayso.weighing.traits import Traits

# The weight of words that must be there before the share that is in common tells anything (three words or so).
FEWEST = 10
# From this share on, words in common speak for the same claim; below it, against it.
EVEN = 0.25
NEARLY_ALL = 0.8
MANY = 16
# Things that reports of any fighting are about, or that the kind of event tells already: each counts as one, others
# as three.
COMMON = frozenset(
    (
        *("troops", "soldier", "fighter", "assault_troops", "commander", "official", "civilian", "man", "woman"),
        *("settlement", "town", "district", "region", "centre", "outskirts", "approaches", "zone", "border", "capital"),
        *(
            "attack",
            "advance",
            "offensive",
            "retreat",
            "capture",
            "entry",
            "arrival",
            "clash",
            "fire_shots",
            "position",
        ),
        *("deaths", "casualties", "victim", "wounded", "fleeing", "evacuation", "explosion", "statement", "building"),
    )
)
OF_ITS_OWN = 3
# What begins, and what ends it.
OPPOSED = (
    *(("detention", "release"), ("detention", "exchange"), ("kidnapping", "release"), ("kidnapping", "exchange")),
    *(("advance", "retreat"), ("offensive", "retreat"), ("entry", "retreat"), ("arrival", "retreat")),
    ("power_cut", "repair"),
)
# What is told beside what it ends: whoever is exchanged was captured.
TOLD_BESIDE = frozenset(("exchange",))
OPPOSING = frozenset(thing for pair in OPPOSED for thing in pair)
# The weight of words in common across languages that is as good as it gets: two names.
NAMES = 8


def compare_words(one: Traits, other: Traits) -> Reason | None:
    """Both share many words, or few; across languages, only names are looked for.

    Words are compared by their stems, long ones weigh more, and those of places are left out, as they are compared by
    themselves. The share is counted in the shorter of the two.
    """
    shared = _shared_weight(one, other)
    lang = one.statement.lang
    if lang != other.statement.lang or lang == UNDETERMINED:
        return give("names in common", strength=min(1.0, shared / NAMES)) if shared else None
    smaller = min(one.weight, other.weight)
    if not smaller:
        return None
    share = shared / max(smaller, FEWEST)
    if share < EVEN:
        # A few words that are not shared tell little: there are many ways to say it shortly.
        return give("few words in common", strength=(1 - share / EVEN) * min(1.0, smaller / FEWEST))
    return give("words in common", strength=(share - EVEN) / (1 - EVEN))


def compare_wording(one: Traits, other: Traits) -> Reason | None:
    """Both are in nearly the same words, of which there are some: one has it from the other, or both from a third."""
    larger = max(one.weight, other.weight)
    if larger < MANY or min(one.weight, other.weight) < NEARLY_ALL * larger:
        return None
    shared = _shared_weight(one, other)
    return give("nearly the same words") if shared >= NEARLY_ALL * larger else None


def _shared_weight(one: Traits, other: Traits) -> int:
    return sum(map(one.words.__getitem__, one.words.keys() & other.words.keys()))


def compare_things(one: Traits, other: Traits) -> Reason | None:
    """Both are about the same things (a bridge, fuel, a drone), or about others; this holds across languages.

    The share is counted in the one that tells less. What is in most reports of a war (troops, a town, an attack) tells
    little. A depot may be an ammunition depot. Whoever is released is not being arrested.
    """
    if not one.things or not other.things:
        return None
    if _are_opposed(one.things, other.things):
        return give("one ends what the other begins")
    shared = one.things & other.things
    shared |= (one.things & other.heads) | (other.things & one.heads)
    smaller = min(_telling(one.things), _telling(other.things))
    if shared:
        telling = _telling(shared)
        return give("about the same things", strength=min(1.0, telling / smaller) * min(1.0, telling / OF_ITS_OWN))
    return give("about other things") if smaller >= OF_ITS_OWN else None


def _are_opposed(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Tell whether one has what ends a thing that the other has and that one has not, be it told that it had begun.

    Who is exchanged may be told as captured in both.
    """
    if OPPOSING.isdisjoint(one) or OPPOSING.isdisjoint(other):
        return False
    return any(_is_ended(one, other, begun, ended) or _is_ended(other, one, begun, ended) for begun, ended in OPPOSED)


def _is_ended(one: AbstractSet[str], other: AbstractSet[str], begun: str, ended: str) -> bool:
    is_over = begun in one and ended in other and ended not in one
    return is_over and (begun not in other or ended not in TOLD_BESIDE)


def is_common(thing: str) -> bool:
    """Tell whether a thing is one that reports of any fighting are about."""
    return thing in COMMON


def _telling(things: AbstractSet[str]) -> int:
    return OF_ITS_OWN * len(things) - (OF_ITS_OWN - 1) * len(things & COMMON)


def compare_sources(one: Traits, other: Traits) -> Reason | None:
    """One cites the outlet that the other stands in, or both cite the same source."""
    if one.outlet in other.named or other.outlet in one.named:
        return give("one cites the report of the other")
    return give("both cite the same source") if one.named & other.named else None
