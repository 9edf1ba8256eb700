"""The tables of world/ that the gazetteer is made of are whole, and agree with each other."""

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import NameKind
from sayso.knowledge.gazetteer.keys import exact_key
from sayso.knowledge.gazetteer.tables import (
    WORLD,
    AreaRow,
    CountryRow,
    DivisionNames,
    DivisionRow,
    FeatureRow,
    FormerName,
    OblastRow,
    SettlementNames,
    read_rows,
)
from sayso.vocabulary import PlaceKind

DIVISIONS = {row.code: row for row in read_rows(WORLD / "divisions.tsv", DivisionRow)}
AREAS = list(read_rows(WORLD / "regions.tsv", AreaRow))
FORMER = list(read_rows(WORLD / "former_names.tsv", FormerName))


def test_all_countries_have_a_point_and_come_once():
    rows = list(read_rows(WORLD / "countries.tsv", CountryRow))
    assert len({row.code for row in rows}) == len(rows) == 250
    assert all(row.lat is not None and row.lon is not None for row in rows)


def test_every_division_with_a_point_has_it_within_its_box():
    assert len(DIVISIONS) > 37_000
    for row in DIVISIONS.values():
        assert (row.lat is None) == (row.extent is None)
        if row.lat is not None and row.lon is not None and row.extent is not None:
            south, west, north, east = row.extent
            assert south <= row.lat <= north
            assert abs(row.lon) <= 180
            assert west <= east or west > 0 > east


def test_names_of_our_own_are_those_of_divisions_that_are():
    for row in read_rows(WORLD / "division_names.tsv", DivisionNames):
        assert row.code in DIVISIONS
        assert row.name or row.names


def test_areas_come_once_and_have_a_box():
    assert len({row.key for row in AREAS}) == len(AREAS)
    assert all(row.extent is not None for row in AREAS)
    assert {row.kind for row in AREAS} == {PlaceKind.REGION, PlaceKind.WATER, PlaceKind.FACILITY}


@pytest.mark.parametrize(
    "name",
    ["Donbas", "Crimea", "Sahel", "Gaza Strip", "West Bank", "Kashmir", "Darfur", "Middle East", "Black Sea", "Dnipro"],
)
def test_the_areas_of_the_news_are_there(name):
    assert name in {row.name for row in AREAS}


def test_no_name_is_without_letters_or_there_twice_in_its_row():
    for names in [row.names for row in (*AREAS, *FORMER, *read_rows(WORLD / "settlement_names.tsv", SettlementNames))]:
        assert all(exact_key(name) for name in names)


def test_former_names_have_years_that_make_sense_and_a_reason():
    for row in FORMER:
        assert row.kind in {NameKind.FORMER, NameKind.OCCUPATION}
        assert row.names
        if row.since and row.until:
            assert 1000 < int(row.since) < int(row.until) < 2100
        if row.kind is NameKind.OCCUPATION:
            assert row.since
            assert int(row.since) >= 2014
            assert row.until is None


def test_a_place_has_one_modern_name():
    modern = {}
    for row in FORMER:
        assert modern.setdefault(row.place, row.modern) == row.modern


def test_all_oblasts_of_the_codifier_are_known():
    rows = list(read_rows(WORLD / "katottg_oblasts.tsv", OblastRow))
    assert len(rows) == len({row.geonames for row in rows}) == 27
    assert all(f"UA.{row.geonames}" in DIVISIONS for row in rows)


def test_features_name_kinds():
    assert {row.kind for row in read_rows(WORLD / "features.tsv", FeatureRow)} >= {PlaceKind.WATER, PlaceKind.FACILITY}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "the first row must be code, kind"),
        ("code\tkind\nA\n", "row 'A': wants 2 columns, none empty"),
        ("code\tkind\nA\t\n", "row 'A': wants 2 columns, none empty"),
        ("code\tkind\nA\tvillage\n", "row 'A': 'village' is not a valid PlaceKind"),
    ],
)
def test_a_wrong_table_is_refused_by_file_and_row(tmp_path: Path, text, fault):
    (tmp_path / "features.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=f"features.tsv: {fault}"):
        list(read_rows(tmp_path / "features.tsv", FeatureRow))


def test_a_box_that_is_none_is_refused(tmp_path: Path):
    heading = "key\tkind\tgeonameid\tcountry\textent\tpoint\tname\tnames\n"
    (tmp_path / "regions.tsv").write_text(f"{heading}x\tregion\t-\t-\t9 0 1 1\t-\tX\t-\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="is no box"):
        list(read_rows(tmp_path / "regions.tsv", AreaRow))
