"""Quantities in words, and whether they belong to what has happened."""

import attrs

from sayso.reading.quantities import find_quantities
from sayso.views.amounts import word_quantities
from sayso.vocabulary import Event, EventType, Modality, Stance
from tests.views.readings import claim, find

TEXT = (
    "About 12 soldiers died, including two medics. The toll rose to 1,200. They destroyed five. From 3 to 5 left, "
    "16 km away; dozens fled and seized 9."
)


def told(**known):
    happened = Event(type=EventType.CASUALTIES, trigger=find(TEXT, "died"), modality=Modality.ACTUAL)
    made = claim(TEXT, TEXT, stance=Stance.ASSERTS, **known)
    return attrs.evolve(made, events=(happened,), quantities=find_quantities(TEXT, "en"))


def test_quantities_are_worded():
    assert [one.words for one in word_quantities(told())] == [
        "about 12 soldiers, killed",
        "2 medics, killed, part of a larger count",
        "1,200 people, killed, in all",
        "5 things, destroyed",
        "16 km",
        "at least 24 people, displaced",
        "9, captured",
    ]
    assert word_quantities(told())[0].offsets.count(",") == 2


def test_what_has_not_happened_is_said_not_to_count():
    assert all(one.counts for one in word_quantities(told()))
    denied = attrs.evolve(told(), stance=Stance.DENIES)
    assert [one.words for one in word_quantities(denied) if one.counts] == ["16 km"]
