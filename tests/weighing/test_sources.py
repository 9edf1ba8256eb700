"""Which mentions are one source: names in any letters, descriptions that fit, and what speaks against it."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.vocabulary import Reason
from sayso.weighing.source_names import is_acronym, is_named_within, is_written_alike, match_titles, name_keys
from sayso.weighing.sources import (
    Closeness,
    closeness_of,
    find_body_within,
    find_fit,
    find_outlet_of,
    find_same_name,
    find_translation,
    is_office,
    is_state,
)
from tests.weighing.made import dispatch, media, nation, speaker, unnamed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Steppe Herald", "steppe herald"),
        ("Stepnoy Vestnik", "Степной вестник"),
        ("Степного вестника", "Степной вестник"),
        ("Горный дозор", "Gorny Dozor"),
        ("agency Kolokol", "Агентство «Колокол»"),
        ("Harbour Office of Dubove", "the Harbour Office"),
        ("IRU", "International Relief Union"),
        ("I.R.U.", "International Relief Union"),
        ("agency Kolokol", "Служба новин “Колокол”"),
        ("Міжнародний союз допомоги", "МСД"),
    ],
)
def test_names_of_one_body_or_outlet(one, other):
    assert match_titles(one, other)
    assert match_titles(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Steppe Herald", "Harbour Herald"),
        ("Union Wire", "Union Post"),
        ("the UN", "the EU"),
        ("IRU", "Interior Ministry"),
        ("Iru", "International Relief Union"),
        ("Brigade 47", "Brigade 53"),
        ("Hill Radio", "Coast Radio"),
        ("47th Brigade", "48th Brigade"),
        ("Channel5", "Channel24"),
        ("ABCDEFGHIJ", "all big cats do eat fish, good hunters in jungles"),
        ("", "Union Wire"),
        ("...", "..."),
        ("Dubove Police", "Dubove Rescue Service"),
    ],
)
def test_names_of_two(one, other):
    assert match_titles(one, other) is None
    assert match_titles(other, one) is None


NAME = st.lists(
    st.sampled_from(["Union", "Wire", "the", "of", "«Тракт»", "Тракта", "Trakt", "UW", "U.W.", "NEWS", "", "“Wire”"]),
    max_size=4,
).map(" ".join)


@settings(max_examples=50, deadline=None)
@given(NAME, NAME)
def test_names_that_match_have_a_key_in_common(one, other):
    assert match_titles(one, other) is None or name_keys(one) & name_keys(other)
    assert match_titles(one, other) == match_titles(other, one)


def test_one_word_is_no_acronym_of_another():
    assert not is_acronym("AB", "abbey")


def test_letters_tell_whether_names_can_be_compared():
    assert is_written_alike("Dubove", "Vilne")
    assert not is_written_alike("Dubove", "Вільне")


def test_a_description_holds_a_name():
    assert is_named_within("Harbour Office", "a spokeswoman for the harbour office")
    assert not is_named_within("Harbour Office", "a spokeswoman for the office")
    assert is_named_within("International Relief Union", "the IRU\u2019s lists")
    assert not is_named_within("International Relief Union", "the UN\u2019s lists")


def test_a_name_a_description_and_a_group_tell_their_source_more_or_less_closely():
    told = [speaker("Harbour Office"), unnamed("the mayor"), unnamed("officials", "group"), nation("Aland", "AA")]
    assert [closeness_of(one) for one in told] == [
        Closeness.NAMED,
        Closeness.DESCRIBED,
        Closeness.UNSPECIFIC,
        Closeness.UNSPECIFIC,
    ]
    assert closeness_of(unnamed("a channel", "channel", "media")) is Closeness.UNSPECIFIC
    assert closeness_of(speaker("«Hawk»", "person", naming="pseudonymous")) is Closeness.NAMED
    assert not is_state(unnamed("the state", reasons=(Reason(rule="role: state", score=0.9),)))


def test_a_body_of_many_bodies_stands_for_them():
    union = speaker("the Union", side="INT", role="international", reasons=(Reason(rule="role: umbrella", score=0.9),))
    assert closeness_of(union) is Closeness.UNSPECIFIC


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (speaker("Defence Ministry", side="AA"), speaker("Defence Ministry", side="BB")),
        (speaker("Hill Front", party="HF"), speaker("Hill Front", party="OTHER")),
        (speaker("Ada Bell", "person"), speaker("Bell", "organisation")),
        (speaker("Ada Bell", "person"), speaker("Otto Dunn", "person")),
        (speaker("Bell", "person", "analyst"), speaker("Ada Bell", "person", "military")),
        (speaker("Staff", register="one"), speaker("Staff", register="other")),
    ],
)
def test_names_of_two_sources(one, other):
    assert find_same_name(one, other) is None


def test_names_of_one_source():
    assert find_same_name(speaker("Ada Bell", "person"), speaker("Ада Белл", "person"))
    assert find_same_name(speaker("Hill Front", party="HF"), speaker("Hill Front", party="HF", side="CC"))
    assert find_same_name(speaker("Defence Ministry"), speaker("Defence Ministry", side="unknown"))


def test_a_side_guessed_from_a_place_does_not_speak_against():
    guessed = unnamed("officials", "group", side="BB", reasons=(Reason(rule="side: place", score=0.4),))
    stated = unnamed("officials", "group", side="BB", reasons=(Reason(rule="side: adjective", score=0.9),))
    office = speaker("Harbour Office")
    assert find_fit(guessed, office)
    assert find_fit(stated, office) is None


def test_a_role_guessed_by_the_network_does_not_speak_against():
    guessed = unnamed("a nurse", role="military", reasons=(Reason(rule="role: network", score=0.9),))
    assert find_fit(guessed, speaker("Rana", "person", "civilian"))
    assert find_fit(unnamed("a soldier", role="military"), speaker("Rana", "person", "civilian")) is None


def test_a_government_is_no_party_that_fights_it():
    rebels = speaker("Hill Front", role="military", side="CC", party="REB")
    assert find_fit(unnamed("the junta", "organisation", side="unknown"), rebels) is None
    assert find_fit(unnamed("a commander", role="military", side="CC"), rebels)
    assert find_fit(unnamed("a rebel council", "organisation", side="CC", party="REB"), rebels)


def test_local_media_are_of_no_side():
    local = media("local media", side="BB", naming="unnamed", reasons=(Reason(rule="side: area", score=0.9),))
    assert find_fit(local, speaker("Harbour Office"))


def test_media_that_pass_on_fit_whoever_speaks_and_channels_unless_they_are_of_another_side():
    assert find_fit(media("media", naming="unnamed"), speaker("Harbour Office"))
    assert find_fit(media("media of Beland", side="BB", naming="unnamed"), speaker("Harbour Office"))
    channels = unnamed("channels of Beland", "group", "media", "BB")
    assert find_fit(channels, speaker("Harbour Office")) is None


def test_two_bodies_that_are_known_apart_do_not_fit():
    mayor = attrs.evolve(unnamed("the city council", "organisation", "government", "AA"), register="city_council.1")
    rescuers = attrs.evolve(speaker("Rescue Service", role="government"), register="rescue_service.aa")
    assert find_fit(mayor, rescuers) is None
    assert find_fit(mayor, attrs.evolve(rescuers, register="mayor.1"))
    assert find_fit(mayor, attrs.evolve(rescuers, register="government.aa"))
    assert find_fit(mayor, attrs.evolve(rescuers, register="the_harbour_office"))


def test_footage_fits_the_channel_that_shows_it_and_no_body_that_speaks():
    footage = unnamed("footage", "document", "unknown", "unknown")
    assert find_fit(footage, media("Al-Nahr", "channel"))
    assert find_fit(footage, speaker("Harbour Office")) is None


def test_what_fits_more_scores_higher():
    officials = unnamed("officials", "group")
    near, far = (
        find_fit(officials, unnamed("the council", "group")),
        find_fit(officials, speaker("Army", role="military")),
    )
    assert near.score > far.score


def test_translations_are_of_bodies_of_one_role_and_no_other_side():
    one = speaker("Rescue Service")
    assert find_translation(one, speaker("Служба порятунку"))
    assert find_translation(one, speaker("Служба порятунку", side="unknown"))
    assert find_translation(one, speaker("Служба порятунку", side="BB")) is None
    assert find_translation(one, speaker("Служба порятунку", role="military")) is None
    assert find_translation(one, speaker("Police")) is None
    assert find_translation(media("Post"), media("Пошта")) is None
    assert find_translation(speaker("Ada Bell", "person"), speaker("Іван Дзвін", "person")) is None


def test_only_a_named_medium_or_body_is_the_outlet_of_a_report():
    post = dispatch(1, "Northern Post")
    assert find_outlet_of(media("Northern Post"), post)
    assert find_outlet_of(speaker("Northern Post", "organisation"), post)
    assert find_outlet_of(speaker("Northern Post", "person"), post)
    assert find_outlet_of(speaker("Northern", "person"), post) is None
    assert find_outlet_of(media("a northern post", naming="unnamed"), post) is None
    assert find_outlet_of(media("Northern Post"), dispatch(1, None)) is None


def test_a_body_is_found_in_a_description_of_its_own_side():
    spokesman = unnamed("a spokesman for the Harbour Office")
    assert find_body_within(spokesman, speaker("Harbour Office"))
    assert find_body_within(spokesman, speaker("Harbour Office", side="BB")) is None
    assert find_body_within(spokesman, speaker("Harbour", "person")) is None


def test_an_office_is_of_authority():
    assert is_office(unnamed("the mayor"), speaker("Ada Bell", "person"))
    assert not is_office(unnamed("a resident", role="civilian"), speaker("Ada Bell", "person", "civilian"))
    assert not is_office(unnamed("the mayor", side="unknown"), speaker("Ada Bell", "person", side="unknown"))


def test_an_office_is_one_where_it_is_only_guessed_of_which_state():
    guessed = (Reason(rule="side: home of the language", score=0.3),)
    one = speaker("Health Ministry", register="health_ministry.aa")
    assert find_same_name(one, speaker("МОЗ", side="BB", register="health_ministry.bb", reasons=guessed))
    assert find_same_name(one, speaker("МОЗ", side="BB", register="health_ministry.bb")) is None
    assert find_same_name(one, speaker("МЗС", side="BB", register="foreign_ministry.bb", reasons=guessed)) is None
    assert find_same_name(nation("Aland", "AA"), speaker("Beland", side="unknown", register="state.bb")) is None


def test_an_office_fits_a_body_named_in_other_letters_unless_it_is_of_another_side():
    office = unnamed("civil defence", "organisation", "government", "AA")
    assert is_office(office, speaker("цивільна оборона", side="unknown"))
    assert not is_office(office, speaker("цивільна оборона", side="BB"))
    assert not is_office(office, speaker("Harbour Watch", side="unknown"))
    assert not is_office(office, speaker("цивільна оборона", role="military", side="unknown"))
