"""The harness of the benchmarks; their figures are never asserted."""

import json
import sys
from importlib import import_module
from pathlib import Path

import pytest

import sayso
from sayso.reading import reader
from sayso.settings import Settings
from tests.reading.tiny_pack import write_tiny_pack

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture(autouse=True)
def _found_by_name(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    yield
    for name in [name for name in sys.modules if name.startswith(("_articles", "_measure", "_stages"))]:
        del sys.modules[name]


def test_articles_are_the_same_for_a_seed_and_about_as_long_as_asked():
    make_articles = import_module("_articles").make_articles
    articles = make_articles(20)
    assert articles == make_articles(20)
    assert len(set(articles)) == 20
    assert all(500 <= len(article.split()) <= 700 for article in articles)
    assert all("“" in article for article in articles)


def test_figure_is_a_line_of_json_with_what_is_wanted(capsys):
    print_figure = import_module("_measure").print_figure
    assert print_figure("a", 0.123456, "s", wanted="<= 0.2", more=1)
    assert not print_figure("b", 1.0, "s", wanted=">= 2")
    assert print_figure("c", 1.0, "s")
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == {"name": "a", "value": 0.1235, "unit": "s", "wanted": "<= 0.2", "ok": True, "more": 1}
    assert [line["ok"] for line in lines] == [True, False, None]


def test_interleaved_measurements_take_turns_at_going_first():
    interleave = import_module("_measure").interleave
    calls = []
    interleave(lambda: calls.append("a") or 0.0, lambda: calls.append("b") or 0.0, 3)
    assert "".join(calls) == "abbaab"


def test_every_stage_of_a_reading_is_timed_and_put_back(tmp_path):
    stages = import_module("_stages")
    desk = sayso.Desk(Settings(pack=write_tiny_pack(tmp_path / "pack")))
    path = tmp_path / "report.txt"
    path.write_text("The mayor said that the bridge is closed.", encoding="utf-8")
    before = reader.find_quotations
    with stages.timed_stages(desk) as clock:
        found = list(desk.read([str(path)]))
    assert isinstance(found[0], sayso.Reading)
    assert set(clock.seconds) == {*stages.STAGES, stages.NETWORK}
    assert all(seconds >= 0 for seconds in clock.seconds.values())
    assert reader.find_quotations is before
