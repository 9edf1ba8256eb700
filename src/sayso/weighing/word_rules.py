"""Rules on words: what two statements say alike, in one language or across languages, and whom they cite."""

from sayso.vocabulary import UNDETERMINED, Reason
from sayso.weighing.evidence import give
from sayso.weighing.traits import Traits

# The weight of words that must be there before the share that is in common tells anything (three words or so).
FEWEST = 10
# From this share on, words in common speak for the same claim; below it, against it.
EVEN = 0.25
NEARLY_ALL = 0.8
MANY = 16
# The weight of words in common across languages that is as good as it gets: two names.
NAMES = 8


def compare_words(one: Traits, other: Traits) -> Reason | None:
    """Both share many words, or few; across languages, only names are looked for.

    Words are compared by their stems, long ones weigh more, and those of places are left out, as they are compared by
    themselves. The share is counted in the shorter of the two.
    """
    shared = sum(one.words[stem] for stem in one.words.keys() & other.words.keys())
    lang = one.statement.lang
    if lang != other.statement.lang or lang == UNDETERMINED:
        return give("names in common", strength=min(1.0, shared / NAMES)) if shared else None
    smaller = min(one.weight, other.weight)
    if not smaller:
        return None
    share = shared / max(smaller, FEWEST)
    if share < EVEN:
        return give("few words in common", strength=1 - share / EVEN)
    return give("words in common", strength=(share - EVEN) / (1 - EVEN))


def compare_wording(one: Traits, other: Traits) -> Reason | None:
    """Both are in nearly the same words, of which there are some: one has it from the other, or both from a third."""
    larger = max(one.weight, other.weight)
    if larger < MANY:
        return None
    shared = sum(one.words[stem] for stem in one.words.keys() & other.words.keys())
    return give("nearly the same words") if shared >= NEARLY_ALL * larger else None


def compare_things(one: Traits, other: Traits) -> Reason | None:
    """Both are about the same things (a bridge, fuel, a drone), or about others; this holds across languages.

    The share is counted in the one with fewer things. A depot may be an ammunition depot.
    """
    if not one.things or not other.things:
        return None
    shared = one.things & other.things
    number = len(shared) + len((one.things & other.heads) | (other.things & one.heads) - shared)
    if not number:
        return give("about other things")
    return give("about the same things", strength=min(1.0, number / min(len(one.things), len(other.things))))


def compare_sources(one: Traits, other: Traits) -> Reason | None:
    """One cites the outlet that the other stands in, or both cite the same source."""
    if one.outlet in other.named or other.outlet in one.named:
        return give("one cites the report of the other")
    return give("both cite the same source") if one.named & other.named else None
