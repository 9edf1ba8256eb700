"""The weights of resolution are learned from what is right, and the calibration from how often that is so."""

import numpy as np
import pytest

from places.examples import Judge, make_example
from places.fit import fit_line, log_odds
from places.train import learn, write
from sayso.reading import PlaceResolver
from sayso.reading.ranking import weigh
from tests.reading.tiny_gazetteer import open_tiny_gazetteer

TEXT = "A shell fell in Paris, Texas. They hold Sosnove."


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    return open_tiny_gazetteer(tmp_path_factory.mktemp("gazetteer"))


def document(number: int) -> dict:
    paris = {"start": 16, "end": 21, "geonameid": number, "lat": 33.66 if number == 9 else 48.85, "lon": -95.56}
    return {"id": str(number), "text": TEXT, "places": [paris, {"start": 23, "end": 28}]}


def test_what_is_always_right_becomes_likely(gazetteer):
    resolver = PlaceResolver(gazetteer, "en")
    examples = [make_example("lgl", document(9), resolver, {}, gazetteer) for _ in range(3)]
    weights = learn(examples)
    field = examples[0].field
    likely = weigh(field, weights).likely
    best = max(field.rows(0), key=lambda row: likely[row])
    assert field.entries[best].geonameid == 9
    assert likely[best] > 0.5
    assert "[joint]" in write(weights, np.array([1.0, 0.0, 0.0]))


def test_a_town_is_not_right_for_the_division_named_after_it(gazetteer):
    judge = Judge(gazetteer=gazetteer, worth=1.0)
    town, division = gazetteer.get(1), gazetteer.by_key("admin1:UA.05")
    gold = {"geonameid": 1, "lat": 48.7, "lon": 37.5}
    assert judge.is_right(gold, town)
    assert not judge.is_right(gold, division)


def test_an_area_without_a_point_is_right_by_its_name(gazetteer):
    judge = Judge(gazetteer=gazetteer, worth=1.0)
    assert judge.is_right({"name": "Donbas"}, gazetteer.by_key("sayso:donbas"))


def test_the_calibration_follows_how_often_likelihoods_are_right():
    likely = np.repeat([0.2, 0.8], 50)
    right = np.array([1, 0, 0, 0, 0] * 10 + [1, 1, 1, 1, 0] * 10, dtype=np.float64)
    slope, offset = fit_line(np.stack([log_odds(likely), np.ones(100)], axis=1), right, np.ones(100))
    assert (slope, offset) == (pytest.approx(1, abs=0.05), pytest.approx(0, abs=0.05))
