"""``sayso gazetteer``: what is printed, what is told on standard error, and the exit codes."""

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso import atlas
from sayso.atlas import Fault, Gazetteer
from sayso.errors import KnowledgeError
from sayso.views.cli import main
from sayso.views.cli.meter import MOST_FAULTS, Meter
from sayso.views.cli.place_table import PLAIN_WIDTH
from tests.knowledge.gazetteer.small import copy_small

PLACES = "name,lat,lon\nHill 217,48,37\n\u202eBad,48,37\nWrong,99,37\n"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_small(tmp_path_factory.mktemp("world") / "world.sqlite")


def run(world: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["gazetteer", "--gazetteer", str(world), *arguments], env={"SAYSO_GAZETTEER": ""})


def test_a_name_is_shown_with_what_it_may_mean(world):
    result = run(world, "find", "Волчанск")
    assert result.exit_code == 0
    heading, first, second = result.stdout.splitlines()
    assert heading.split() == ["PLACE", "KIND", "WHERE", "PEOPLE", "POINT", "FOUND", "AS"]
    assert "Vovchansk" in first
    assert "Kharkiv Oblast, UA" in first
    assert "50.290, 36.940" in first
    assert "Sverdlovsk Oblast, RU" in second


def test_a_former_name_is_explained_and_an_alike_one_is_marked(world):
    assert "former 1924\u20132016" in run(world, "find", "Artemivsk").stdout
    assert "alike" in run(world, "find", "Guliaipole").stdout
    assert "an area" in run(world, "find", "Donbas").stdout


@pytest.mark.parametrize("name", ["Washington", "Springfield", "Orange County"])
def test_no_line_is_wider_than_the_page(world, name):
    lines = run(world, "find", name).stdout.splitlines()
    assert all(len(line) <= PLAIN_WIDTH for line in lines)


def test_many_are_cut_and_counted(world):
    result = run(world, "find", "Washington County")
    assert "more; --all shows them" in result.stdout
    assert "more; --all" not in run(world, "find", "Washington County", "--all").stdout


def test_json_is_a_place_a_line(world):
    (line,) = run(world, "find", "Вовчанськ", "--json").stdout.splitlines()
    found = json.loads(line)
    assert (found["key"], found["kind"], found["by"], found["extent"]) == (
        "geonames:689304",
        "settlement",
        "exact",
        None,
    )
    assert json.loads(run(world, "find", "Black Sea", "--json").stdout)["extent"] == [40.9, 27.4, 47.3, 42.0]


def test_a_name_that_nothing_has_gives_1(world):
    result = run(world, "find", "Nowhere\u202e At All")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "nothing is called Nowhere\\u202e At All\n"
    assert run(world, "find", "Nowhere", "--json").exit_code == 1


def test_what_is_in_it_is_told_with_attribution(world):
    result = run(world, "info")
    assert result.exit_code == 0
    assert "GeoNames (https://www.geonames.org), CC BY 4.0" in result.stdout
    assert str(world) in result.stdout
    info = json.loads(run(world, "info", "--json").stdout)
    assert info["kinds"]["settlement"] == 12
    assert info["gazetteer"] == str(world)


def test_places_are_added_and_wrong_rows_are_named(tmp_path: Path):
    world = copy_small(tmp_path / "world.sqlite")
    path = tmp_path / "own.csv"
    path.write_text(PLACES, encoding="utf-8")
    result = run(world, "add", str(path))
    assert result.exit_code == 1
    assert result.stdout == f"{path}: 3 rows: 1 new place, 1 new name, 2 wrong\n"
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == [f"{path}:3", f"{path}:4"]
    assert run(world, "find", "Hill 217").exit_code == 0
    assert str(tmp_path / "world-own.sqlite") in run(world, "info").stdout
    path.write_text("name,lat,lon\nHill 217,48,37\n", encoding="utf-8")
    again = run(world, "add", str(path))
    assert (again.exit_code, again.stdout) == (0, f"{path}: 1 row: 0 new places, 0 new names, 1 known\n")


def test_a_file_that_cannot_be_used_gives_2(world, tmp_path: Path):
    (tmp_path / "x.txt").write_text("x")
    for path in (tmp_path / "x.txt", tmp_path / "none.csv"):
        result = run(world, "add", str(path))
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"sayso: {path}: ")


def test_a_damaged_gazetteer_gives_2(tmp_path: Path):
    (tmp_path / "world.sqlite").write_text("no database")
    result = run(tmp_path / "world.sqlite", "info")
    assert result.exit_code == 2
    assert "delete it, and it is made anew" in result.stderr


def test_it_is_made_with_one_line_where_nobody_watches(tmp_path: Path, monkeypatch):
    def build(path: Path, notify: "Meter.making") -> None:
        copy_small(path)
        notify(0, 2)
        notify(2, 2)

    monkeypatch.setattr(atlas, "build_gazetteer", build)
    result = run(tmp_path / "world.sqlite", "make")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "making the gazetteer, once; this takes a minute\n"
    assert run(tmp_path / "world.sqlite", "make").stderr == ""
    assert run(tmp_path / "world.sqlite", "make", "--anew").stderr != ""


@pytest.mark.parametrize(("raised", "code"), [(KeyboardInterrupt(), 130), (KnowledgeError("no room"), 2)])
def test_what_goes_wrong_gives_its_exit_code(tmp_path: Path, monkeypatch, raised, code):
    def build(_path: Path, _notify: object) -> None:
        raise raised

    monkeypatch.setattr(atlas, "build_gazetteer", build)
    result = run(tmp_path / "world.sqlite", "make")
    assert result.exit_code == code
    assert len(result.stderr.splitlines()) == 1


def test_the_environment_names_the_file_too(world):
    result = CliRunner().invoke(main, ["gazetteer", "find", "Kyiv", "--json"], env={"SAYSO_GAZETTEER": str(world)})
    assert result.exit_code == 0


def test_a_moving_line_is_shown_where_somebody_watches_and_erased_at_the_end():
    stream, now = io.StringIO(), iter(range(100))
    with Meter(stream, is_shown=True, clock=lambda: float(next(now))) as meter:
        meter.making(1, 2)
        meter.step("UA.zip", 12_000, 0.5)
        meter.fault(Fault(where="UA.zip", line=3, reason="has no name"))
    shown = stream.getvalue()
    assert "50 %" in shown
    assert "UA.zip: 12,000 rows, 50 %" in shown
    assert shown.endswith("\r\x1b[KUA.zip:3: has no name\n")


def test_many_wrong_rows_are_not_all_named():
    stream = io.StringIO()
    meter = Meter(stream, is_shown=False)
    for line in range(1_000):
        meter.fault(Fault(where="UA.zip", line=line, reason="has no name"))
    meter.step("UA.zip", 1_000, 1.0)
    assert stream.getvalue().count("\n") == MOST_FAULTS + 1
    assert stream.getvalue().endswith("only counted\n")


def test_the_help_loads_no_gazetteer(monkeypatch):
    monkeypatch.setattr(Gazetteer, "open", None)
    for command in ([], ["find"], ["info"], ["make"], ["add"]):
        result = CliRunner().invoke(main, ["gazetteer", *command, "--help"])
        assert result.exit_code == 0
        assert "Usage:" in result.stdout
