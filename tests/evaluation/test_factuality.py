"""How sure an event is said to be follows from its modality, else from what the origin does with the claim about it."""

import pytest

from evaluation.factuality import MODALITIES, STANCES, factuality_errors, to_values, value_of
from sayso.vocabulary import Modality, Stance

EVENT = {"trigger": [4, 8], "modality": "negated"}


def claim(**known):
    plain = {"content": [[0, 20]], "events": [], "stance": "asserts", "hedged": False, "negated": False}
    return {**plain, "hypothetical": False, **known}


def test_every_modality_and_stance_has_a_value():
    assert set(MODALITIES) == set(Modality)
    assert set(STANCES) == set(Stance)


@pytest.mark.parametrize(
    ("claims", "value"),
    [
        ([], 3.0),
        ([claim()], 3.0),
        ([claim(hedged=True)], 1.5),
        ([claim(negated=True)], -3.0),
        ([claim(hypothetical=True)], 0.0),
        ([claim(stance="predicts")], 1.0),
        ([claim(events=[EVENT])], -3.0),
        ([claim(events=[{**EVENT, "trigger": None}])], 3.0),
        ([claim(stance="denies"), claim(content=[[3, 9]], stance="doubts")], -1.0),
    ],
)
def test_an_event_has_the_value_of_what_is_read_about_it(claims, value):
    assert value_of({"claims": claims}, 4, 8) == value


def test_errors_are_counted_by_whether_too_much_or_too_little_is_believed():
    gold = {"a": {"events": [{"start": 4, "end": 8, "value": value} for value in (-2.0, 3.0)]}, "b": {"events": []}}
    found = to_values(gold, {"a": {"claims": []}})
    assert [one["value"] for one in found["a"]["events"]] == [3.0, 3.0]
    assert factuality_errors(None, gold, found) == ({"too much is believed": 1}, {})
    assert factuality_errors(None, gold, {}) == ({"too little is believed": 1}, {})
