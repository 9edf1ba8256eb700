import sys

import pytest

from evaluation.scorer import load_scorer, score
from evaluation.sets import MissingDataError


def test_scorer_is_found_beside_the_data_and_leaves_no_trace(data):
    path, modules = list(sys.path), set(sys.modules)
    scorer = load_scorer(data, "score_claims")
    assert scorer.words("two words") == [(0, 3), (4, 9)]
    assert sys.path == path
    assert set(sys.modules) == modules


def test_module_of_the_same_name_that_was_there_stays(data, monkeypatch):
    other = object()
    monkeypatch.setitem(sys.modules, "score", other)
    load_scorer(data, "score_claims")
    assert sys.modules["score"] is other


def test_missing_scorer_is_named(data):
    with pytest.raises(MissingDataError, match=r"no scorer .*score_places\.py"):
        load_scorer(data, "score_places")


def test_figures_are_those_of_the_task(data):
    scorer = load_scorer(data, "score")
    figures = score(scorer, "attribution", {"a": {"attributions": [1, 2]}}, {"a": {"attributions": [1]}})
    assert figures["attribution"]["f1"] == 0.5
