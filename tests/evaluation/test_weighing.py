import pytest

import sayso
from evaluation.scorer import load_scorer
from evaluation.weighing import weigh_scenarios, weighing_errors
from sayso.settings import Settings
from tests.evaluation.conftest import spans
from tests.reading.tiny_pack import write_tiny_pack

TEXTS = {"r1": "The depot burned. The school stands.", "r2": "A depot burned.", "r3": "No depot burned."}
REPORTS = [{"id": id_, "lang": "en", "text": text} for id_, text in TEXTS.items()]


def claim(*statements, support="repeated", origins=1, contested=False):
    """Give a claim in the form of the data: pairs of a report's id and words."""
    told = [{"report": id_, "content": spans(TEXTS[id_], words)} for id_, words in statements]
    return {"statements": told, "support": support, "origins": origins, "contested": contested}


DEPOT = (("r1", "The depot burned"), ("r2", "A depot burned"), ("r3", "depot burned"))
SCHOOL = (("r1", "The school stands"),)


@pytest.fixture
def scorer(data):
    return load_scorer(data, "score_claims")


def errors(scorer, predicted, *gold):
    scenario = {"id": "s1", "reports": REPORTS, "claims": list(gold)}
    found, figures = weighing_errors(scorer, {"s1": scenario}, predicted)
    assert figures == {}
    return dict(found)


def test_what_is_right_counts_no_error(scorer):
    gold = [claim(*DEPOT), claim(*SCHOOL)]
    assert errors(scorer, {"s1": {"claims": gold}}, *gold) == {}


def test_statements_that_are_missed_parted_or_put_together_are_counted(scorer):
    predicted = [claim(DEPOT[0], *SCHOOL), claim(DEPOT[1])]
    found = errors(scorer, {"s1": {"claims": predicted}}, claim(*DEPOT), claim(*SCHOOL))
    assert found == {"statement missed": 1, "one claim as two": 1, "two claims as one": 1, "claim missed": 1}


def test_what_is_told_otherwise_of_a_claim_is_counted(scorer):
    predicted = [claim(*DEPOT, support="corroborated", origins=2, contested=True)]
    found = errors(scorer, {"s1": {"claims": predicted}}, claim(*DEPOT))
    assert found == {"other support": 1, "other origins": 1, "other contested": 1}


def test_scenario_without_a_prediction_is_missed(scorer):
    assert errors(scorer, {}, claim(*SCHOOL)) == {"statement missed": 1, "claim missed": 1}


def test_each_scenario_is_read_and_weighed_alone(tmp_path):
    desk = sayso.Desk(Settings(pack=write_tiny_pack(tmp_path)))
    blank = {"id": "blank", "lang": "en", "text": " "}
    found = weigh_scenarios(desk, [{"id": "s1", "reports": [*REPORTS, blank]}, {"id": "s2", "reports": [blank]}])
    assert list(found.readings) == ["s1", "s2"]
    reports = {one["report"] for each in found.readings["s1"]["claims"] for one in each["statements"]}
    assert reports <= set(TEXTS)
    assert all({"support", "origins", "contested"} <= one.keys() for one in found.readings["s1"]["claims"])
    assert (len(found.rejections), found.unread) == (2, 1)
    assert found.reader.endswith("pack tiny-1")
