import json

import pytest

import sayso
from evaluation import __main__ as command
from evaluation import results
from evaluation.figures import flatten, measure, quotation_figures
from evaluation.predictions import read_documents, write_predictions
from evaluation.results import write_results
from sayso.settings import Settings
from tests.evaluation.conftest import TEXT
from tests.reading.tiny_pack import write_tiny_pack


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    return write_tiny_pack(tmp_path_factory.mktemp("pack"))


@pytest.fixture(scope="module")
def desk(pack):
    return sayso.Desk(Settings(pack=pack))


def test_nested_figures_become_dotted_names_without_what_is_no_number():
    assert dict(flatten({"a": {"b": 1, "c": {"d": 0.5}}, "e": None, "f": "x"})) == {"a.b": 1, "a.c.d": 0.5}


def test_texts_are_read_as_they_are_under_their_own_ids(desk):
    text = "The mayor\r\nsaid \u2028that the bridge is closed.\x85 "
    found = read_documents(desk, [{"id": "odd", "lang": "en", "text": text}, {"id": "xx", "lang": "xx", "text": text}])
    assert [one["text"] for one in found.readings.values()] == [text, text]
    assert (found.unread, found.rejections) == (1, ())
    assert found.reader.endswith("pack tiny-1")


def test_rejected_documents_are_kept_count_of(desk):
    found = read_documents(desk, [{"id": "blank", "lang": "en", "text": " "}])
    assert found.readings == {}
    assert len(found.rejections) == 1


def test_set_is_read_and_scored(small, data, desk, tmp_path):
    measured, predictions = measure(small, data, desk)
    assert (measured.name, measured.documents) == ("small", 1)
    assert measured.figures["speech.gold"] == 2
    assert measured.figures["rejected"] == 0
    assert set(measured.figures) >= set(small.pinned)
    write_predictions(predictions, tmp_path / "kept.jsonl")
    kept = [json.loads(line) for line in (tmp_path / "kept.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [sayso.read_reading(one).report.text for one in kept] == [TEXT]


def test_quotations_count_whole_or_not_at_all():
    claims = [{"kind": "direct", "content": [[0, 9], [20, 30]]}, {"kind": "indirect", "content": [[40, 50]]}]
    figures = quotation_figures({"a": {"claims": claims}}, {"a": {"quotations": [[0, 9], [20, 29], [60, 70]]}})
    assert figures == {"whole": 0.5, "found": 1, "gold": 2, "predicted": 3}
    assert quotation_figures({"a": {"claims": claims}}, {})["whole"] == 0.0


def test_results_say_that_they_are_development_figures(small, data, desk, tmp_path, monkeypatch):
    monkeypatch.setattr(results, "SETS", (small,))
    measured, _ = measure(small, data, desk)
    write_results([measured], tmp_path / "results.md")
    page = (tmp_path / "results.md").read_text(encoding="utf-8")
    assert "development figures" in page
    assert "pack tiny-1" in page
    assert "| words and source right, F1 | `attribution.f1` |" in page
    assert page.endswith("\n")


@pytest.fixture
def run(small, data, pack, monkeypatch):
    monkeypatch.setattr(command, "choose_sets", lambda _: (small,))
    monkeypatch.setenv("SAYSO_EVAL", str(data))
    monkeypatch.setenv("SAYSO_PACK", str(pack))
    return command.main


def test_command_prints_figures_for_people_and_for_machines(run, capsys):
    assert run([]) == 0
    assert capsys.readouterr().out.startswith("small  (en, attribution, 1 documents, sayso ")
    assert run(["small", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["figures"]["gold"] == 2


def test_command_says_what_is_missing(run, data, monkeypatch, capsys):
    (data / "score.py").unlink()
    assert run([]) == 1
    assert capsys.readouterr().err.startswith("evaluation: no scorer ")
    monkeypatch.setenv("SAYSO_PACK", str(data))
    assert run([]) == 1
    assert "pack.json" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["nowhere"], ["--predictions", "x"], ["seed", "--write-results"]])
def test_command_refuses_what_makes_no_sense(arguments):
    with pytest.raises(SystemExit):
        command.main(arguments)
