"""A village that the gazetteer lacks cannot be told; once a dump that has it is added, the hint in the text finds it."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

import sayso
from sayso.views.cli import main
from sayso.vocabulary import Place, Reading

TEXT = (
    "Russian troops have moved up on the front in eastern Ukraine, the Ukrainian command said on Tuesday.\n\n"
    "Shells fell all night on Malinovka, a hill village about 16 kilometers from Kramatorsk, a spokesman said. "
    "Most of its inhabitants have left for Kramatorsk.\n"
)
ROW = "{id}\t{name}\t{name}\tMalinovka,Малиновка,Малинівка\t{lat}\t{lon}\tP\tPPL\tUA\t\t05\t\t\t\t{people}\t\t100\tEurope/Kyiv\t2025-01-01\n"
# Sixteen kilometres east of Kramatorsk, and another far in the south: both made up.
NEAR, FAR = (9_000_001, 48.72, 37.77), (9_000_002, 46.9, 37.2)


def write_dump(path: Path, places: Iterable[tuple[int, float, float]], people: int) -> Path:
    rows = (ROW.format(id=number, name="Malynivka", lat=lat, lon=lon, people=people) for number, lat, lon in places)
    path.write_text("".join(rows), encoding="utf-8")
    return path


def find_malinovka(folder: Path) -> Place:
    """Read the report with the gazetteer that ships and the places added in a folder."""
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    (reading,) = sayso.Desk(sayso.Settings(data=folder / "sayso")).read([str(folder / "report.txt")])
    assert isinstance(reading, Reading)
    (place,) = [one for one in reading.places if one.span.cut(TEXT) == "Malinovka"]
    return place


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Give the command that adds a dump to the places of one's own, which lie in a folder of the test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("SAYSO_GAZETTEER", "")

    def add(dump: Path) -> None:
        result = CliRunner().invoke(main, ["gazetteer", "add", str(dump)])
        assert result.exit_code == 0, result.output

    return add


def test_a_village_that_no_gazetteer_knows_is_pinned_to_no_namesake(tmp_path):
    place = find_malinovka(tmp_path)
    assert not place.resolved
    assert (place.lat, place.lon, place.geonameid) == (None, None, None)
    assert len(place.candidates) > 1
    assert [reason.rule for reason in place.reasons] == ["the hint rules out all candidates"]


def test_it_is_right_once_a_dump_of_two_lines_is_added(tmp_path, add):
    add(write_dump(tmp_path / "UA.txt", (NEAR, FAR), people=210))
    place = find_malinovka(tmp_path)
    assert (place.resolved, place.geonameid, place.admin) == (True, NEAR[0], "Donetsk Oblast")
    assert "hint" in [reason.rule for reason in place.reasons]


def test_among_many_namesakes_more_populous_it_is_found_too(tmp_path, add):
    others = [(9_000_010 + number, 49.0 + number / 50, 26.0 + number / 20) for number in range(60)]
    write_dump(tmp_path / "UA.txt", others, people=900)
    add(tmp_path / "UA.txt")
    add(write_dump(tmp_path / "more.txt", (NEAR,), people=12))
    assert find_malinovka(tmp_path).geonameid == NEAR[0]
