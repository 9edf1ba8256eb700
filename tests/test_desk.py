"""The desk reads every input in order and goes on after what it cannot read."""

from pathlib import Path

import pytest

import sayso
from sayso.errors import PackError
from sayso.vocabulary import Reading, Rejection, RejectionReason
from tests.private import make_private
from tests.reading.tiny_pack import write_tiny_pack

LINES = (
    '{"id": "a", "text": "The mayor said that the bridge is closed.\\r\\n"}\n'
    '{"id": "b"}\n'
    '{"id": "c", "text": "The rain fell all night and the doctor said that we left home."}\n'
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> sayso.Desk:
    return sayso.Desk(sayso.Settings(pack=write_tiny_pack(tmp_path_factory.mktemp("pack"))))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "posts.jsonl").write_text(LINES, encoding="utf-8")
    (tmp_path / "report.txt").write_text("The mayor said that the bridge is closed.\n", encoding="utf-8")
    (tmp_path / "scan.txt").write_bytes(b"%PDF-1.7\n\x00\x01")
    return tmp_path


def test_readings_and_rejections_come_in_the_order_of_the_inputs(desk, folder):
    names = ["scan.txt", "posts.jsonl", "none.txt", "report.txt"]
    found = list(desk.read([str(folder / name) for name in names]))
    assert [one.reason if isinstance(one, Rejection) else one.report.text[:9] for one in found] == [
        RejectionReason.BINARY,
        "The mayor",
        RejectionReason.NO_TEXT,
        "The rain ",
        RejectionReason.UNREADABLE,
        "The mayor",
    ]


def test_a_reading_says_who_says_what(desk, folder):
    [reading] = desk.read([str(folder / "report.txt")])
    assert isinstance(reading, Reading)
    text = reading.report.text
    said = [(claim.origin.name, claim.cue[0].cut(text)) for claim in reading.claims if claim.origin]
    assert said == [("mayor", "said")]
    assert reading.reader.sayso == sayso.__version__


def test_a_line_keeps_its_id_and_its_text_character_for_character(desk, folder):
    reading = next(iter(desk.read([str(folder / "posts.jsonl")])))
    assert (reading.report.id, reading.report.text) == ("a", "The mayor said that the bridge is closed.\r\n")


def test_what_is_read_can_be_written_and_read_back(desk, folder):
    for reading in desk.read([str(folder / "report.txt")]):
        assert sayso.read_reading(sayso.write_reading(reading)) == reading


def test_inputs_are_read_as_they_are_asked_for(desk, folder):
    asked = []

    def ask():
        for name in ("report.txt", "posts.jsonl"):
            asked.append(name)
            yield str(folder / name)

    next(desk.read(ask()))
    assert asked == ["report.txt"]


def test_a_pack_that_is_not_there_is_an_error_that_names_the_folder(tmp_path):
    with pytest.raises(PackError, match="nowhere"):
        sayso.Desk(sayso.Settings(pack=tmp_path / "nowhere"))


def test_a_fault_of_the_reader_costs_its_report_and_no_other(desk, folder, monkeypatch):
    reader = desk._reader
    read = reader.read_report
    monkeypatch.setattr(reader, "read_report", lambda report, now: read(report, now=now) if report.id == "c" else 1 / 0)
    failed, missing, whole = desk.read([str(folder / "posts.jsonl")])
    assert (failed.reason, failed.line) == (RejectionReason.READER_FAILED, 1)
    assert missing.reason is RejectionReason.NO_TEXT
    assert whole.report.id == "c"


def test_a_date_of_publication_in_the_future_is_doubted(desk, folder):
    line = '{"text": "The mayor said that it fell on Friday.", "lang": "en", "published": "2999-01-01"}'
    (folder / "later.jsonl").write_text(line, encoding="utf-8")
    [found] = desk.read([str(folder / "later.jsonl")])
    assert found.published_doubted == "future"
    assert [time.value for time in found.times] == ["XXXX-XX-XX"]


def test_private_persons_are_withheld_unless_asked_for(desk, folder, monkeypatch):
    (folder / "report.txt").write_text("Mayor said that the bridge is closed.\n", encoding="utf-8")
    read = desk._reader.read_report
    monkeypatch.setattr(desk._reader, "read_report", lambda report, now: make_private(read(report, now=now)))
    [shown] = desk.read([str(folder / "report.txt")], show_private=True)
    [withheld] = desk.read([str(folder / "report.txt")])
    assert "Mayor said" in shown.report.text
    assert "Mayor" not in str(sayso.write_reading(withheld))
    assert withheld.report.id == shown.report.id
    assert [claim.id for claim in withheld.claims] == [claim.id for claim in shown.claims]


def test_a_private_person_who_cannot_be_withheld_is_not_shown(desk, folder, monkeypatch):
    monkeypatch.setattr("sayso.desk.withhold_private", lambda _: 1 / 0)
    [failed] = desk.read([str(folder / "report.txt")])
    assert failed.reason is RejectionReason.READER_FAILED
