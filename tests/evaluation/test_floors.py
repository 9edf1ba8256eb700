import attrs
import pytest

from evaluation.figures import Measured
from evaluation.floors import MARGIN, FloorError, Floors, check_decision, hold, read_floors, renew, write_floors

SHA, OTHER_SHA = "a" * 64, "b" * 64
RECORD = "docs/decisions/0007-why.md"


@pytest.fixture
def measured():
    return Measured(
        name="small", language="en", task="attribution", reader="r", sha256=SHA, documents=1,
        figures={"attribution.f1": 0.8, "other.f1": 0.1}, errors={},
    )  # fmt: skip


def floors_at(floor, sha256=SHA):
    return Floors(language="en", task="attribution", sha256=sha256, figures={"attribution.f1": floor})


def test_floors_are_set_a_margin_below_what_was_measured(small, measured):
    assert renew(small, measured, None, None) == floors_at(round(0.8 - MARGIN, 4))


def test_floors_rise_by_themselves(small, measured):
    assert renew(small, measured, floors_at(0.5), None).figures == {"attribution.f1": 0.795}


def test_floors_stay_when_less_was_measured(small, measured):
    assert renew(small, measured, floors_at(0.9), None) == floors_at(0.9)


def test_floors_come_down_with_a_decision_that_is_kept(small, measured):
    lowered = renew(small, measured, floors_at(0.9), RECORD)
    assert lowered == attrs.evolve(floors_at(0.795), decision=RECORD)
    assert renew(small, measured, lowered, None).decision == RECORD


def test_decision_that_lowers_nothing_is_not_kept(small, measured):
    assert renew(small, measured, floors_at(0.5), RECORD).decision is None


def test_other_data_wants_a_decision(small, measured):
    with pytest.raises(FloorError, match="small: the data is not what the floors were set on"):
        renew(small, measured, floors_at(0.5, OTHER_SHA), None)
    assert renew(small, measured, floors_at(0.5, OTHER_SHA), RECORD).sha256 == SHA


def test_figure_at_its_floor_holds_and_one_not_measured_fails(measured):
    assert [one.is_ok for one in hold(measured, floors_at(0.8))] == [True]
    assert [one.is_ok for one in hold(measured, floors_at(0.8001))] == [False]
    missing = attrs.evolve(floors_at(0.8), figures={"gone": 0.0})
    assert [one.is_ok for one in hold(measured, missing)] == [False]


def test_floors_are_read_back_as_written(tmp_path):
    path = tmp_path / "floors.json"
    assert read_floors(path) == {}
    write_floors(path, {"small": floors_at(0.5)})
    assert read_floors(path) == {"small": floors_at(0.5)}


def test_only_a_decision_record_that_is_there_lowers_floors(tmp_path):
    record = tmp_path / "0007-why.md"
    record.write_text("Why.", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no", encoding="utf-8")
    assert check_decision(str(record), tmp_path) == RECORD
    for stated in ("because", str(tmp_path), str(tmp_path / "notes.txt"), str(tmp_path / "0008-gone.md")):
        with pytest.raises(FloorError, match="--lower wants the path of a decision record"):
            check_decision(stated, tmp_path)
    with pytest.raises(FloorError):
        check_decision(str(record), tmp_path / "elsewhere")
