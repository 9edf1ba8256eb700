import json

import attrs
import pytest

from evaluation import gate
from evaluation.figures import Measured
from evaluation.floors import FloorError, Floors, read_floors, write_floors
from evaluation.sets import digest


@pytest.fixture
def floors(small, data, monkeypatch):
    monkeypatch.setattr(gate, "SETS", (small,))
    return {
        "small": Floors(language="en", task="attribution", sha256=digest(small, data), figures={"attribution.f1": 0.7})
    }


def measuring(figure):
    def measure_set(one, data):
        return Measured(
            name=one.name, language=one.language, task=one.task, reader="r", sha256=digest(one, data), documents=1,
            figures={"attribution.f1": figure}, errors={},
        )  # fmt: skip

    return measure_set


def never(*_):
    pytest.fail("nothing is to be measured")


def test_figures_above_their_floors_pass_a_line_each_and_a_summary(floors, data, capsys):
    assert gate.check_floors(floors, data, measuring(0.7), {"CI": "1"}) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines] == [
        ["ok", "small", "attribution.f1", "0.7000", "floor", "0.7000"],
        ["ok", "gate:", "1", "figures,", "0", "failed"],
    ]


def test_figure_below_its_floor_fails(floors, data, capsys):
    assert gate.check_floors(floors, data, measuring(0.6999), {}) == 1
    assert capsys.readouterr().out.startswith("FAIL  small")


def test_other_data_fails_unmeasured(floors, data, capsys):
    (data / "small.jsonl").write_text("", encoding="utf-8")
    assert gate.check_floors(floors, data, never, {}) == 1
    assert "FAIL  small: SHA-256 of the data is e3b0c44298fc" in capsys.readouterr().out


def test_absent_data_is_said_in_one_line_and_skipped(floors, tmp_path, capsys):
    assert gate.check_floors(floors, tmp_path / "gone", never, {"CI": ""}) == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_absent_data_fails_where_everything_must_be_there(floors, tmp_path, capsys):
    assert gate.check_floors(floors, tmp_path / "gone", never, {"CI": "true"}) == 1
    assert "FAIL  small: no file" in capsys.readouterr().out


def test_absent_file_of_one_set_is_skipped_or_fails(floors, data):
    (data / "small.jsonl").unlink()
    assert gate.check_floors(floors, data, never, {}) == 0
    assert gate.check_floors(floors, data, never, {"CI": "1"}) == 1


def test_floors_of_no_set_and_no_floors_fail(floors, data):
    assert gate.check_floors({**floors, "gone": floors["small"]}, data, measuring(0.7), {}) == 1
    assert gate.check_floors({}, data, never, {}) == 1


def test_setting_floors_raises_them_and_says_what_they_were(floors, data, tmp_path, capsys):
    path = tmp_path / "floors.json"
    write_floors(path, floors)
    gate.set_floors(path, data, measuring(0.9), None)
    assert read_floors(path)["small"].figures == {"attribution.f1": 0.895}
    assert "0.8950  was 0.7000" in capsys.readouterr().out
    assert json.loads(path.read_text(encoding="utf-8"))["margin"] == 0.005


def test_floors_on_other_data_are_left_as_they_are_without_a_decision(floors, data, tmp_path):
    path = tmp_path / "floors.json"
    write_floors(path, {"small": attrs.evolve(floors["small"], sha256="0" * 64)})
    before = path.read_bytes()
    with pytest.raises(FloorError):
        gate.set_floors(path, data, measuring(0.9), None)
    assert path.read_bytes() == before


def test_lower_without_setting_floors_makes_no_sense(capsys):
    with pytest.raises(SystemExit):
        gate.main(["--lower", "docs/decisions/0001.md"])
    assert "--lower goes with --set-floors" in capsys.readouterr().err


def test_reason_that_is_no_record_stops_before_anything_is_measured(capsys):
    assert gate.main(["--set-floors", "--lower", "because"]) == 1
    assert "FAIL  gate: --lower wants" in capsys.readouterr().out
