"""What no entry fits is put in the town that the words put it in; what is of some size, or may be anywhere, is not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading import PlaceResolver
from sayso.vocabulary import HintKind, PlaceKind, Precision
from tests.reading.marked_places import read_marked
from tests.reading.tiny_gazetteer import open_tiny_gazetteer


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    return open_tiny_gazetteer(tmp_path_factory.mktemp("gazetteer"))


@pytest.fixture(scope="module")
def resolve(gazetteer):
    def resolve(marked, code="en"):
        text, mentions = read_marked(marked)
        return PlaceResolver(gazetteer, code).resolve("r-1", text, mentions)

    return resolve


VILNE = (48.7, 37.5)


@pytest.mark.parametrize(
    "marked",
    [
        "Fire broke out on [Ninth Street] in [Vilne] on Monday.",
        "Fire broke out at the [Brightwell Hospital], [Vilne], on Monday.",
        "Fire broke out at the [Brightwell] Memorial Hospital in [Vilne] on Monday.",
    ],
)
def test_a_building_is_put_in_the_town_it_is_said_to_lie_in(resolve, marked):
    place, town = resolve(marked)
    assert (place.kind, place.precision, place.geonameid) == (PlaceKind.FACILITY, Precision.NEAR, None)
    assert (place.lat, place.lon, place.country) == (*VILNE, "UA")
    assert (place.name, place.is_put) == (marked[marked.index("[") + 1 : marked.index("]")], True)
    assert place.score < town.score
    assert place.hint.kind is HintKind.WITHIN
    [reason] = place.reasons
    assert reason.rule == "the town it is said to lie in"
    assert reason.words == (("r-1", town.span),)


def test_a_town_may_own_it_and_it_stays_there_throughout(resolve):
    town, first, second = resolve("[Vilne]'s [Ninth Street] burned. No one slept on [Ninth Street].")
    assert [place.is_put for place in (town, first, second)] == [False, True, True]
    assert (second.lat, second.lon) == VILNE


def test_a_building_lies_in_the_town_of_the_report_where_that_has_but_one(resolve):
    _, place, _ = resolve("The mayor of [Vilne] spoke. Fire broke out on [Ninth Street]. So say police of [Vilne].")
    assert place.is_put
    assert place.reasons[0].rule == "the town that the report speaks of"
    assert place.hint is None


def test_a_body_is_put_where_it_is_said_to_be_and_not_in_the_town_of_the_report(resolve):
    _, place = resolve("The mayor of [Vilne] spoke. Analysts of the [Brightwell] Institute doubt it.")
    assert not place.resolved
    *_, place, _ = resolve("The mayor of [Vilne] spoke. The [Brightwell Institute] in [Vilne] doubts it.")
    assert place.is_put


def test_where_the_report_speaks_of_towns_far_apart_it_is_put_in_none(resolve):
    *_, place = resolve("The mayors of [Vilne] and [Dubky] and [Vovkivsk] met in [Paris], [Texas], on [Ninth Street].")
    assert not place.resolved or place.reasons[0].rule != "the town that the report speaks of"


def test_a_part_of_a_town_is_put_in_it_where_words_say_so_and_not_a_comma(resolve):
    place, _ = resolve("Fire broke out in [Upper Brightwell] in [Vilne] on Monday.")
    assert (place.is_put, place.kind) == (True, None)
    place, _ = resolve("Fire broke out in [Upper Brightwell], [Vilne], on Monday.")
    assert not place.resolved


def test_what_has_no_entry_is_put_beside_the_town_it_is_said_to_be_near(resolve):
    place, _ = resolve("They hold [Brightwell], a village 11 km from [Vilne].")
    assert (place.is_put, place.lat, place.hint.kind) == (True, VILNE[0], HintKind.DISTANCE)
    place, _ = resolve("They hold [Brightwell], a village 45 km from [Vilne].")
    assert not place.resolved


def test_a_place_that_a_hint_rules_out_is_put_nowhere(resolve):
    place, _ = resolve("They hold [Lypove], a village about 16 km from [Vilne].")
    assert not place.resolved


def test_a_building_that_bears_the_name_of_a_place_is_not_put_in_the_town_of_the_report(resolve):
    *_, place = resolve("The mayor of [Vilne] studied at [Paris] University.")
    assert not place.is_put


def test_a_building_in_a_town_does_not_stand_in_another_place_of_its_name(resolve):
    place, _ = resolve("They met in the [Montgomery] Palace in [Vilne].")
    assert (place.is_put, place.lat) == (True, VILNE[0])


def test_a_town_of_a_list_keeps_its_own_point(resolve):
    place, _ = resolve("Взрывы у аэродромов [Волковска|Волковск], [Вольного|Вольное].", "ru")
    assert not place.is_put
    place, _ = resolve("Взрывы у аэродромов [Брайтвелла|Брайтвелл], [Вольного|Вольное].", "ru")
    assert not place.is_put


@pytest.mark.parametrize("area", ["Vilne region", "Texas", "Donbas"])
def test_nothing_is_put_in_an_area(resolve, area):
    place, _ = resolve(f"Fire broke out on [Ninth Street] in [{area}] on Monday.")
    assert not place.resolved


@given(st.lists(st.sampled_from(("[Vilne]", "[Ninth Street]", "[Dubky]", "Hall", "in", ",", "'s", "near", "\n"))))
def test_no_text_breaks_it(gazetteer, parts):
    text, mentions = read_marked(" ".join(parts))
    places = PlaceResolver(gazetteer, "en").resolve("r-1", text, mentions)
    assert [place.span for place in places] == [mention.span for mention in mentions]


def test_many_buildings_take_no_more_than_their_number(resolve):
    def spend(number):
        marked = "".join(f"Fire on [Ninth{at} Street], in [Vilne]. " for at in range(number))
        start = time.process_time()
        assert all(place.resolved for place in resolve(marked))
        return time.process_time() - start

    spend(20)
    # Twice as many may take three times as long, on a machine that does other things besides.
    assert min(spend(400) for _ in range(3)) <= 3 * min(spend(200) for _ in range(3)) + 0.15
