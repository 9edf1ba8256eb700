"""The harness of the benchmarks; their figures are never asserted."""

import json
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

import sayso
from sayso.reading import reader
from sayso.settings import Settings
from sayso.weighing import lay_out
from sayso.weighing.traits import traits_of
from tests.reading.tiny_pack import write_tiny_pack

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture(autouse=True)
def _found_by_name(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    yield
    made = ("_articles", "_measure", "_readings", "_stages", "weighing")
    for name in [name for name in sys.modules if name.startswith(made)]:
        del sys.modules[name]


def test_articles_are_the_same_for_a_seed_and_about_as_long_as_asked():
    make_articles = import_module("_articles").make_articles
    articles = make_articles(20)
    assert articles == make_articles(20)
    assert len(set(articles)) == 20
    assert all(500 <= len(article.split()) <= 700 for article in articles)
    assert all("“" in article for article in articles)


def test_readings_are_the_same_for_a_seed_and_tell_the_stories_they_should():
    readings = import_module("_readings")
    made = list(readings.make_readings(0, 30))
    assert made == list(readings.make_readings(0, 30))
    assert list(readings.make_readings(10, 3)) == made[10:13]
    assert made[0] != readings.make_reading(0, seed=2)
    assert all(len(one.claims) == readings.CLAIMS == len(readings.stories_in(at)) for at, one in enumerate(made))
    assert len({claim.id for one in made for claim in one.claims}) == 30 * readings.CLAIMS


def test_readings_are_as_uneven_as_news():
    readings = import_module("_readings")
    week = range(readings.REPORTS_OF_WEEK)
    days = Counter(readings.day_of(number)[0] for number in week)
    assert sorted(days) == list(range(7))
    assert max(days.values()) == 3 * min(days.values())
    shares = [readings.day_of(number)[1] for number in week]
    assert 0 <= min(shares) <= max(shares) < 1
    told = Counter(story for number in week for story in readings.stories_in(number))
    assert 200 < max(told.values()) < 400
    assert sum(number == 1 for number in told.values()) > len(told) / 2
    places = Counter(story.place for story in told)
    assert places.most_common(1)[0][1] > len(told) / 20


def test_readings_are_published_in_the_order_of_their_numbers():
    readings = import_module("_readings")
    instants = [one.report.published for one in readings.make_readings(600, 200)]
    assert instants == sorted(instants)


def test_index_is_filled_to_a_size_and_a_report_is_weighed_beside_it():
    readings, benchmark = import_module("_readings"), import_module("weighing")
    made = [traits_of(one) for one in lay_out(readings.make_readings(0, 20))]
    stories = {one.statement.id: story for one, story in zip(made, benchmark._stories(range(20)), strict=True)}
    index = benchmark.fill(made, 450)
    tally = benchmark.Tally(told=benchmark._told(made, stories))
    reading = readings.make_reading(20)
    stories |= {claim.id: story for claim, story in zip(reading.claims, readings.stories_in(20), strict=True)}
    benchmark.weigh_one(index, reading, tally, stories)
    assert len(index._held) == 450 + readings.CLAIMS
    assert tally.candidates == [index.looked_at]
    assert 0 < tally.found_again <= tally.told_before <= readings.CLAIMS


def test_slope_is_that_of_the_logarithms():
    slope = import_module("weighing").slope
    assert slope((10, 100, 1000), (2, 2, 2)) == pytest.approx(0)
    assert slope((10, 100, 1000), (2, 20, 200)) == pytest.approx(1)


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
