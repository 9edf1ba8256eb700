"""What is learned about resolution is read whole, and turns likelihoods into scores."""

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import load_resolution
from sayso.knowledge.resolution import read_resolution
from sayso.reading.ranking import FEATURES, NONE, OWN

SHIPPED = load_resolution()


def test_every_feature_has_a_weight_and_no_other_has():
    expected = {"prior": OWN, "prior_none": NONE, "joint": FEATURES, "joint_none": NONE, "hint": ("fits",)}
    assert {table: set(weights) for table, weights in SHIPPED.weights.items()} == {
        table: set(names) for table, names in expected.items()
    }


def test_a_score_rises_with_the_likelihood_and_stays_between_0_and_1():
    scores = [SHIPPED.score(likely / 10) for likely in range(11)]
    assert scores == sorted(scores)
    assert 0 <= scores[0] < SHIPPED.line < scores[-1] <= 1


@pytest.mark.parametrize("text", ["line = ", "line = 0.5", "line = 'high'\nslope = 1\noffset = 0"])
def test_a_file_that_lacks_something_is_named(tmp_path: Path, text: str):
    path = tmp_path / "resolution.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"resolution\.toml"):
        read_resolution(path)
