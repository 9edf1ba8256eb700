"""Quantities hold together, and only what has happened counts."""

import attrs
import pytest

from sayso.errors import InputError
from sayso.vocabulary import (
    Claim,
    ClaimKind,
    Counted,
    Event,
    EventType,
    Modality,
    Quantity,
    Span,
    Stance,
    Status,
    Unit,
    casualties_that_happened,
    counts_that_happened,
)

TWELVE = Quantity(span=Span(start=10, end=12), low=12, high=None, counted=Counted.PEOPLE, unit=Unit.SOLDIER)


def test_every_unit_is_counted_as_something():
    assert Unit.FAMILY.counted is Counted.PEOPLE
    assert Unit.DRONE.counted is Counted.THINGS
    assert Unit.CLASH.counted is Counted.ACTIONS
    assert Unit.METRE.counted is Counted.DISTANCE


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"low": None}, "has no bound"),
        ({"low": -1}, "is below 0"),
        ({"high": 3}, "ends before it begins"),
        ({"unit": Unit.DRONE}, "counts drone as people"),
        ({"part_of": 0}, "is part of another only where it is included"),
        ({"including": True, "part_of": -1}, "counted from 0"),
    ],
)
def test_what_cannot_be_is_refused(wrong, said):
    with pytest.raises(InputError, match=said):
        attrs.evolve(TWELVE, **wrong)


def test_a_quantity_rests_on_the_words_it_has():
    assert TWELVE.spans() == (TWELVE.span,)
    assert len(attrs.evolve(TWELVE, of=Span(start=13, end=20), cue=Span(start=21, end=25)).spans()) == 3


def event(start, modality=Modality.ACTUAL, kind=EventType.CASUALTIES):
    return Event(type=kind, trigger=Span(start=start, end=start + 5), modality=modality)


def claim(*events, stance=Stance.ASSERTS, quantities=(TWELVE,), **more):
    return Claim(
        id="c", content=(Span(start=0, end=60),), cue=(), kind=ClaimKind.INDIRECT, chain=(), stance=stance,
        events=events, quantities=quantities, **more,
    )  # fmt: skip


def test_the_counts_of_what_has_happened_count():
    assert counts_that_happened(claim(event(0))) == (TWELVE,)
    assert counts_that_happened(claim(Event(type=EventType.STRIKE, modality=Modality.ONGOING))) == (TWELVE,)


@pytest.mark.parametrize("modality", [one for one in Modality if one not in {Modality.ACTUAL, Modality.ONGOING}])
def test_the_counts_of_what_has_not_happened_do_not(modality):
    assert counts_that_happened(claim(event(0, modality))) == ()


def test_what_nobody_asserts_and_what_is_no_event_does_not_count():
    assert counts_that_happened(claim(event(0), stance=Stance.DENIES)) == ()
    assert counts_that_happened(claim(event(0), hypothetical=True)) == ()
    assert counts_that_happened(claim()) == ()


def test_a_count_belongs_to_the_event_whose_trigger_is_nearest():
    later = attrs.evolve(TWELVE, span=Span(start=40, end=42), cue=Span(start=46, end=52))
    told = claim(event(0), event(50, Modality.PREDICTED), quantities=(TWELVE, later))
    assert counts_that_happened(told) == (TWELVE,)


def test_only_people_who_came_to_harm_are_casualties():
    killed = attrs.evolve(TWELVE, status=Status.KILLED)
    tanks = attrs.evolve(TWELVE, counted=Counted.THINGS, unit=Unit.TANK, status=Status.CAPTURED)
    freed = attrs.evolve(TWELVE, status=Status.RELEASED)
    told = claim(event(0), quantities=(TWELVE, killed, tanks, freed))
    assert casualties_that_happened(told) == (killed,)
    assert casualties_that_happened(attrs.evolve(told, stance=Stance.PREDICTS)) == ()


def test_distances_are_no_counts():
    far = Quantity(
        span=Span(start=10, end=12), low=12_000, high=12_000, counted=Counted.DISTANCE, unit=Unit.METRE, status=None
    )
    killed = attrs.evolve(TWELVE, status=Status.KILLED)
    assert counts_that_happened(claim(event(0), quantities=(far, killed))) == (killed,)
