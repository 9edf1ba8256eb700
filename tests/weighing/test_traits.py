import attrs

from sayso.vocabulary import Direction, EventType, Modality, PlaceKind, Precision, Stance, Unit
from sayso.weighing.traits import Standing, traits_of, weight_of
from tests.weighing.made import count, event, place, sosnove, source, state, things, when


def test_place_is_compared_by_its_number_and_an_unresolved_one_by_its_sound():
    text = "The mill at Sosnove and the mill at Zelyony Hai burn."
    spots = traits_of(state(text, places=(sosnove(text), place(text, "Zelyony Hai")))).spots
    assert [(one.key, one.sound, one.area) for one in spots] == [
        ("11", "sosnove", False),
        ("zeleni gai", "zeleni gai", False),
    ]


def test_place_without_a_number_is_compared_by_its_name_and_areas_are_marked():
    text = "Fires burn in the Lipova hills."
    known = place(text, "Lipova hills", kind=PlaceKind.REGION, resolved=True, lat=50.0, lon=30.0)
    (spot,) = traits_of(state(text, places=(known, known))).spots
    assert (spot.key, spot.area) == ("lipova gils", True)


def test_what_was_only_put_in_a_town_is_compared_by_its_name_and_not_by_the_point_of_the_town():
    text = "Ninth Street burned, and so did Tenth Street."
    put = {"kind": PlaceKind.FACILITY, "precision": Precision.NEAR, "resolved": True, "lat": 50.0, "lon": 30.0}
    spots = traits_of(
        state(text, places=(place(text, "Ninth Street", **put), place(text, "Tenth Street", **put)))
    ).spots
    assert [(one.lat, one.resolved) for one in spots] == [(None, False), (None, False)]


def test_no_more_places_are_compared_than_help():
    text = " ".join(f"Sosna{letter}" for letter in "abcdefghij")
    assert len(traits_of(state(text, places=tuple(place(text, word) for word in text.split()))).spots) == 6


def test_place_whose_name_has_no_letters_is_left_out():
    text = "Shells fell on 5-7."
    assert traits_of(state(text, places=(place(text, "-"),))).spots == ()


def test_words_of_places_are_left_out_of_the_words():
    text = "The mill at Sosnove burned."
    assert traits_of(state(text, places=(sosnove(text),))).words == {"burned": 4}


def test_longer_words_weigh_more_and_short_ones_nothing():
    assert [weight_of(one) for one in ("the", "mill", "burned", "7", "17")] == [0, 2, 4, 0, 2]


def test_standing_is_that_of_the_main_event():
    assert traits_of(state("It burned.", events=(event(),))).standing is Standing.HAPPENS
    assert traits_of(state("It will burn.", events=(event(modality=Modality.PREDICTED),))).standing is Standing.EXPECTED
    assert traits_of(state("No fire.", events=(event(modality=Modality.NEGATED),))).standing is Standing.HAPPENS


def test_without_an_event_the_stance_tells_the_standing():
    assert traits_of(state("Rain.", stance=Stance.PREDICTS)).standing is Standing.EXPECTED
    assert traits_of(state("To go.", stance=Stance.INTENDS)).standing is Standing.PLANNED
    assert traits_of(state("Rain.")).standing is Standing.UNTOLD


def test_what_is_supposed_is_supposed_whatever_its_event_is():
    assert traits_of(state("Had it burned.", hypothetical=True, events=(event(),))).standing is Standing.SUPPOSED


def test_sides_that_are_not_told_are_none():
    (told,) = traits_of(
        state("It fell.", events=(event(EventType.CONTROL, by="unknown", to="UA", direction=Direction.LOST),))
    ).happenings
    assert (told.actor, told.target, told.direction) == (None, "UA", Direction.LOST)


def test_distances_are_no_figures():
    assert traits_of(state("9 km away.", quantities=(count(9000, unit=Unit.METRE),))).counts == ()


def test_things_come_with_what_they_are_kinds_of():
    traits = traits_of(state("Depots burn.", things=things("ammunition_depot", "bridge")))
    assert traits.heads == {"depot", "bridge"}


def test_sources_are_known_by_name_and_by_their_entry_in_the_register():
    traits = traits_of(
        state("It burned.", outlet="Lipova Post", chain=(source("Голос Липовы", register="lipova-voice"),))
    )
    assert traits.named == {"golos lipovi", "register:lipova-voice"}
    assert traits.outlet == "lipova post"


def test_days_are_counted():
    traits = traits_of(state("It burned.", times=(when("2025-03-02"),), events=(attrs.evolve(event(), time=0),)))
    assert (traits.day, traits.first, traits.last) == (739313, 739312, 739312)
    assert traits_of(state("It burned.", hours=None)).day is None
