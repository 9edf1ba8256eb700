"""The desk weighs what it reads: every report once, private persons withheld afterwards, places found by any name."""

import json
from pathlib import Path

import attrs
import pytest

import sayso
from sayso.vocabulary import RejectionReason, Verdict
from sayso.vocabulary.wire_weighing import write_weighing
from tests.private import make_private
from tests.reading.tiny_gazetteer import write_tiny_gazetteer
from tests.reading.tiny_pack import write_tiny_pack
from tests.views.weighings import weighing

TEXT = "The mayor said that the bridge is closed. The rain fell all night."


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> sayso.Desk:
    folder = tmp_path_factory.mktemp("pack")
    gazetteer = folder / "tiny.sqlite"
    write_tiny_gazetteer(gazetteer)
    return sayso.Desk(sayso.Settings(pack=write_tiny_pack(folder), gazetteer=gazetteer))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = [{"id": "a", "text": TEXT, "outlet": "Vezha Today"}, {"id": "b", "text": "The doctor said that it fell."}]
    (tmp_path / "posts.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_all_readings_are_weighed_and_found_by_their_ids(desk, folder):
    weighed = desk.weigh([str(folder)])
    assert list(weighed.readings)[:2] == ["a", "b"]
    stated = [one.report for card in weighed.weighing.assessments for one in card.statements]
    assert set(stated) == set(weighed.readings)
    assert weighed.rejections == ()


def test_of_reports_with_one_id_the_first_is_taken(desk, folder):
    (folder / "more.jsonl").write_text('{"id": "a", "text": "Another report."}', encoding="utf-8")
    heard = []
    specs = [str(folder / name) for name in ("posts.jsonl", "report.txt", "more.jsonl", "report.txt")]
    weighed = desk.weigh(specs, heed=lambda spec, one: heard.append((Path(spec).name, one and str(one.reason))))
    assert weighed.readings["a"].report.text == TEXT
    same_id, same_text = weighed.rejections
    assert (same_id.reason, same_id.line) == (RejectionReason.DUPLICATE_ID, 1)
    assert same_id.detail == f"a report with the id 'a' was read from {folder}/posts.jsonl:1; it counts once"
    assert same_text.detail == f"the same text was read from {folder}/report.txt; it counts once"
    assert heard == [
        ("posts.jsonl", None),
        ("posts.jsonl", None),
        ("report.txt", None),
        ("more.jsonl", "duplicate-id"),
        ("report.txt", "duplicate-id"),
    ]


def test_what_cannot_be_read_is_rejected_and_the_rest_weighed(desk, folder):
    weighed = desk.weigh([str(folder / "none.txt"), str(folder / "report.txt")])
    assert [one.reason for one in weighed.rejections] == [RejectionReason.UNREADABLE]
    assert len(weighed.readings) == 1


def test_private_persons_are_withheld_after_weighing(desk, folder, monkeypatch):
    (folder / "report.txt").write_text("Mayor said that the bridge is closed.\n", encoding="utf-8")
    read = desk._reader.read_report
    monkeypatch.setattr(desk._reader, "read_report", lambda report, now: make_private(read(report, now=now)))
    spec = [str(folder / "report.txt")]
    assert "Mayor" not in str(write_weighing(desk.weigh(spec)))
    assert "Mayor" in str(write_weighing(desk.weigh(spec, show_private=True)))


def test_judgements_are_read_and_the_bad_ones_named(folder):
    good = {"one": "c-1", "other": "c-2", "verdict": "different", "by": "k", "at": "2024-12-06T09:00:00Z"}
    (folder / "judgements.jsonl").write_text(f"{json.dumps(good)}\nnot one\n", encoding="utf-8")
    (judgement,), (rejection,) = sayso.Desk.judge(str(folder / "judgements.jsonl"))
    assert judgement.verdict is Verdict.DIFFERENT
    assert (rejection.reason, rejection.line) == (RejectionReason.BAD_JSON, 2)


def test_rules_speak_for_themselves():
    assert all(isinstance(about, str) for about in sayso.Desk.rules().values())


def at_vilne(weighed):
    """Give the same weighing with its village at a place of the tiny gazetteer."""
    readings = {
        key: attrs.evolve(
            one,
            places=tuple(
                attrs.evolve(place, geonameid=1) if place.name == "Vilne Pole" else place for place in one.places
            ),
        )
        for key, one in weighed.readings.items()
    }
    return attrs.evolve(weighed, readings=readings)


def test_a_place_is_found_by_its_name_or_by_one_the_gazetteer_knows(desk):
    weighed = at_vilne(weighing())
    for name in ("Vilne Pole", "1", "\u0412\u043e\u043b\u044c\u043d\u043e\u0435"):
        (sheet,) = desk.control(name, weighed)
        assert sheet.place == "Vilne Pole"
    assert desk.control("Sosnove", weighed) == ()


def test_casualties_are_laid_out_by_event(desk):
    (sheet,) = desk.casualties("Stara Vezha", weighing())
    assert sorted(one.low for one in sheet.figures) == [9, 12]


def test_one_text_that_several_published_is_several_reports(desk, folder):
    outlets = ("Vezha Today", "Harbour Wire", "Harbour Wire", None, "Vezha Today")
    lines = [json.dumps({"text": TEXT} | ({"outlet": one} if one else {})) for one in outlets]
    for place, line in enumerate(lines):
        (folder / f"{place}.jsonl").write_text(line, encoding="utf-8")
    specs = [str(folder / f"{place}.jsonl") for place in range(5)]
    weighed = desk.weigh(specs)
    assert [one.report.outlet for one in weighed.readings.values()] == ["Vezha Today", "Harbour Wire"]
    assert [Path(one.where).name for one in weighed.rejections] == ["2.jsonl", "3.jsonl", "4.jsonl"]
    (first, second) = weighed.readings
    claims = [claim.id for reading in weighed.readings.values() for claim in reading.claims]
    assert first != second
    assert len(set(claims)) == len(claims)
    assert list(desk.weigh(specs).readings) == [first, second]


def test_a_stated_id_stands_for_one_report_whoever_published_it(desk, folder):
    for place, outlet in enumerate(("Vezha Today", "Harbour Wire")):
        line = {"id": "p", "text": f"{TEXT} {outlet}", "outlet": outlet}
        (folder / f"{place}.jsonl").write_text(json.dumps(line), encoding="utf-8")
    weighed = desk.weigh([str(folder / "0.jsonl"), str(folder / "1.jsonl")])
    assert list(weighed.readings) == ["p"]
    assert [one.reason for one in weighed.rejections] == [RejectionReason.DUPLICATE_ID]
