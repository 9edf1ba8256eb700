"""Which place a mention names: told where the report tells it, unresolved with the reason where it does not."""

import time

import attrs
import pytest

from sayso.reading import PlaceResolver
from sayso.reading.toponyms import PlaceMention
from sayso.vocabulary import HintKind, Place, PlaceKind, Precision, Span
from tests.reading.marked_places import read_marked
from tests.reading.tiny_gazetteer import open_tiny_gazetteer


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    return open_tiny_gazetteer(tmp_path_factory.mktemp("gazetteer"))


@pytest.fixture(scope="module")
def resolve(gazetteer):
    def resolve(marked: str, code: str = "en") -> tuple[Place, ...]:
        text, mentions = read_marked(marked)
        return PlaceResolver(gazetteer, code).resolve("r-1", text, mentions)

    return resolve


def rules(place: Place) -> list[str]:
    return [reason.rule for reason in place.reasons]


def test_a_name_that_only_one_place_has_is_that_place(resolve):
    [place] = resolve("A drone hit [Dubky] on Monday.")
    assert (place.name, place.geonameid, place.precision) == ("Dubky", 5, Precision.EXACT)
    assert place.resolved
    assert place.score is not None


def test_where_both_sides_are_spoken_of_the_name_of_one_for_a_place_of_the_other_counts(resolve):
    *_, place = resolve("[Russia] says its troops took [Vilne], in [Ukraine], and [Volkovsk].")
    assert (place.name, place.geonameid) == ("Vovkivsk", 12)


def test_else_the_place_that_bears_a_name_by_right_goes_before_one_with_another_name(resolve):
    _, place = resolve("[Russia] says the plant in [Volkovsk] stands still.")
    assert (place.name, place.geonameid) == ("Volkovsk", 13)


def test_a_place_whose_name_only_sounds_so_goes_behind_the_one_of_the_country_that_has_it(tmp_path):
    places = (
        ("country:UA", "Ukraine", "country", "UA", None, 49.0, 32.0, 40_000_000, ()),
        (1, "Vilnivka", "settlement", "UA", "05", 48.7, 37.5, 200_000, ("Vilnev",)),
        (2, "Vilniv", "settlement", "UA", "16", 47.0, 32.0, 20_000, ("Вильнев",)),
    )
    text, mentions = read_marked("Удар по [Вильневу|Вильнев].")
    [place] = PlaceResolver(open_tiny_gazetteer(tmp_path, places), "ru").resolve("r-1", text, mentions)
    assert [one.geonameid for one in place.candidates] == [2, 1]
    assert place.geonameid == 2


def test_a_hint_of_distance_decides_between_places_of_one_name(resolve):
    [_, place, _] = resolve("In [Ukraine] they hold [Sosnove], about 11 km from [Vilne].")
    assert place.geonameid == 2
    assert "hint" in rules(place)
    assert place.hint is not None
    assert (place.hint.kind, place.hint.of, place.hint.distance_km) == (HintKind.DISTANCE, ("Vilne",), 11)


def test_where_a_hint_rules_out_all_candidates_none_is_taken(resolve):
    place, anchor = resolve("They hold [Lypove], a strategic village about 16 km from [Vilne].")
    assert not place.resolved
    assert place.lat is None
    assert rules(place) == ["the hint rules out all candidates"]
    assert {one.geonameid for one in place.candidates} == {6, 7}
    assert anchor.geonameid == 1


def test_what_it_is_said_to_lie_in_decides(resolve):
    [one, _] = resolve("A shell fell in [Paris], [Texas].")
    assert (one.geonameid, one.admin) == (9, "Texas")
    [other] = resolve("[MONTGOMERY], Ala. (AP) \u2014 The river rose.")
    assert other.geonameid == 10


def test_no_place_is_taken_outside_the_division_it_is_said_to_lie_in(resolve):
    place, _ = resolve("They hold [Dubky], [Sosna region].")
    assert not place.resolved
    assert rules(place) == ["the hint rules out all candidates"]


def test_one_name_in_one_report_is_one_place(resolve):
    first, _, second = resolve("A shell fell in [Paris], [Texas]. The mayor of [Paris] wept.")
    assert first.geonameid == second.geonameid == 9


def test_the_same_name_in_two_divisions_is_two_places(resolve):
    one, _, other, _ = resolve("Fire in [Lypove], [Vilne Oblast]; later in [Lypove], [Sosna Oblast].")
    assert (one.geonameid, other.geonameid) == (6, 7)


def test_where_nothing_tells_the_candidates_are_kept(resolve):
    [place] = resolve("They took [Sosnove].")
    assert not place.resolved
    assert (place.lat, place.geonameid) == (None, None)
    assert len(place.candidates) == 3
    assert rules(place) == ["no candidate is probable enough"]


def test_a_capital_never_stands_for_its_division(resolve):
    [place] = resolve("Two died in [Vilne region].")
    assert (place.kind, place.precision) == (PlaceKind.DIVISION, Precision.DIVISION)
    [none] = resolve("Two died in [Dubky province].")
    assert not none.resolved
    assert rules(none) == ["no place of the kind that is named"]


@pytest.fixture
def resolve_france(tmp_path):
    places = (
        ("country:FR", "France", "country", "FR", None, 46.0, 2.0, 67_000_000, ()),
        (1, "France City", "settlement", "FR", "11", 48.85, 2.35, 9_000_000, ("France",)),
        (2, "Vilne", "settlement", "FR", "11", 48.9, 2.4, 9_000, ()),
    )
    resolver = PlaceResolver(open_tiny_gazetteer(tmp_path, places), "en")
    return lambda marked: resolver.resolve("r-1", *read_marked(marked))


def test_a_state_is_not_its_capital_that_has_its_name_besides(resolve_france):
    places = resolve_france("FRANCE CITY: [France|France] sent envoys to [Vilne|Vilne].")
    assert (places[0].kind, places[0].name) == (PlaceKind.COUNTRY, "France")
    assert [one.kind for one in places[0].candidates] == [PlaceKind.COUNTRY]


def test_a_district_court_of_a_state_leaves_it_a_state(resolve_france):
    [place] = resolve_france("A [France|France] District judge heard it.")
    assert (place.kind, place.resolved) == (PlaceKind.COUNTRY, True)


def test_a_district_is_no_division(resolve):
    [place] = resolve("Two died in [Dubky Raion].")
    assert place.precision is Precision.DISTRICT


def test_a_sector_is_coarse_and_a_region_has_no_point(resolve):
    [sector, _] = resolve("Fighting on the [Vilne] front in [Ukraine].")
    assert (sector.geonameid, sector.precision) == (1, Precision.SECTOR)
    [region] = resolve("Nobody left [Donbass].")
    assert (region.resolved, region.name, region.lat, region.precision) == (True, "Donbas", None, Precision.REGION)


def test_the_front_it_lies_on_decides_between_places_of_one_name(resolve):
    place, _ = resolve("They hold [Sosnove] on the [Vilne] front.")
    assert place.geonameid == 2
    assert place.hint is not None
    assert (place.hint.kind, place.hint.of) == (HintKind.NEAR, ("Vilne",))
    other, _ = resolve("They hold [Lypove] on the [Vilne] front.")
    assert not other.resolved
    assert rules(other) == ["the hint rules out all candidates"]


def test_a_village_does_not_tell_where_a_city_lies(resolve):
    city, _ = resolve("A depot in [Paris] near [Sosnove], [Sosna Oblast].")[:2]
    assert city.geonameid == 8
    village, _ = resolve("A depot in [Lypove] near [Paris].")
    assert not village.resolved


def test_a_town_is_not_ruled_out_by_what_begins_behind_a_comma(resolve):
    town, _ = resolve("They took [Montgomery], near [Vilne] a depot burnt down.")
    assert town.geonameid == 10
    village, _ = resolve("They took [Lypove], near [Vilne].")
    assert not village.resolved


def test_a_form_of_two_names_is_the_one_that_the_report_has_alone(gazetteer):
    text = "Липове. У Сосновому."
    plain = PlaceMention(span=Span(start=0, end=6), names=("Липове",))
    either = PlaceMention(span=Span(start=10, end=19), names=("Соснове", "Липове"), equals=2)
    one, other = PlaceResolver(gazetteer, "uk").resolve("r-1", text, (plain, either))
    assert {place.geonameid for place in other.candidates} == {place.geonameid for place in one.candidates} == {6, 7}


def test_forms_of_equal_standing_are_weighed_alike(gazetteer):
    text = "У Сосновому."
    span = Span(start=2, end=11)
    likely = []
    for names in (("Соснове", "Липове"), ("Липове", "Соснове")):
        mention = PlaceMention(span=span, names=names, equals=2)
        [place] = PlaceResolver(gazetteer, "uk").resolve("r-1", text, (mention,))
        likely.append(sorted((one.geonameid, one.score) for one in place.candidates))
    assert likely[0] == likely[1]


def test_near_a_place_is_not_in_it(resolve):
    [place] = resolve("A column was hit near [Dubky].")
    assert place.precision is Precision.NEAR


def test_an_adjective_is_its_state(resolve):
    [place] = resolve("The [French] envoy left.")
    assert (place.name, place.precision) == ("France", Precision.COUNTRY)


def test_what_no_gazetteer_knows_is_unresolved(resolve):
    [place] = resolve("They left [Nowhere-on-Sosna].")
    assert (place.name, place.resolved, place.candidates) == ("Nowhere-on-Sosna", False, ())
    assert rules(place) == ["no place of this name in the gazetteer"]


def test_a_hint_in_ukrainian_and_russian(resolve):
    uk, _ = resolve("Обстріляли [Липове], що за 16 км від [Вільного|Вільне].", "uk")
    ru, _ = resolve("Взято [Сосновое], в 11 км к югу от [Вольного|Вольное].", "ru")
    assert not uk.resolved
    assert ru.geonameid == 2


def test_the_same_text_gives_the_same_places(resolve):
    marked = "In [Vilne], [Sosnove] and [Paris], [Texas], [Russia] and [Ukraine] met."
    assert resolve(marked) == resolve(marked)


NAMES = [
    "and",
    "were",
    "said",
    "\u202eenliV",
    "V\u0456lne\u200b" * 3,
    "x" * 10_000,
    "\u0410\u0301" * 400,
    "'",
    "\u0000",
    "%_%",
]


def test_adversarial_names_cost_nothing_and_pin_nothing(gazetteer):
    names = [NAMES[number % len(NAMES)] + "q" * (number // len(NAMES)) for number in range(1_000)]
    text = " ".join(names)
    starts = [0]
    for name in names:
        starts.append(starts[-1] + len(name) + 1)
    mentions = [
        PlaceMention(span=Span(start=start, end=start + len(name)), names=(name,))
        for start, name in zip(starts, names, strict=False)
    ]
    began = time.process_time()
    places = PlaceResolver(gazetteer, "en").resolve("r-1", text, mentions)
    assert time.process_time() - began < 5
    assert not any(place.resolved for place in places)


def test_many_places_of_one_name_cost_no_more_than_linear_time(gazetteer):
    text, mentions = read_marked("[Sosnove] and [Paris], [Texas]. " * 400)
    resolver = PlaceResolver(gazetteer, "en")
    began = time.process_time()
    places = resolver.resolve("r-1", text, mentions)
    assert time.process_time() - began < 2
    assert len(places) == len(mentions)


def test_a_mention_of_known_kind_keeps_to_it(gazetteer):
    text, [mention] = read_marked("They spoke of [Vilne].")
    division = attrs.evolve(mention, kind=PlaceKind.DIVISION)
    [place] = PlaceResolver(gazetteer, "en").resolve("r-1", text, [division])
    assert place.kind is PlaceKind.DIVISION
