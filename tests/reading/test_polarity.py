"""Whether what is claimed is a negation or a mere supposition."""

import pytest

from sayso.knowledge import load_language
from sayso.reading.polarity import read_polarity
from tests.reading.made import mark

ENGLISH = load_language("en")


def read(content: str) -> tuple[bool, bool]:
    text, marked = mark(f"[The miller] {{said}} <{content}>.")
    found = read_polarity(text, marked.content, ENGLISH)
    return found.negation is not None, found.condition is not None


@pytest.mark.parametrize(
    ("content", "negated"),
    [
        ("the ford was not clear", True),
        ("the ford wasn’t clear", True),
        ("no boat had sailed", True),
        ("nobody was hurt", True),
        ("not only the ford was clear", False),
        ("no more than six boats had sailed", False),
        ("the boat that had no lamp was hit", False),
        ("the ford was clear because nobody had sailed", False),
        ("“The ford was clear. Nobody sailed.”", False),
        ("the ford was clear", False),
    ],
)
def test_a_negation_is_that_of_the_claim_in_its_first_clause(content, negated):
    assert read(content)[0] is negated


@pytest.mark.parametrize(
    ("content", "supposed"),
    [
        ("if the dam fails, the ford is lost", True),
        ("the ford would have been lost", True),
        ("unless it rains, the ford is clear", True),
        ("he ran as if chased", False),
        ("the ford was clear", False),
    ],
)
def test_what_is_only_supposed_is_told(content, supposed):
    assert read(content)[1] is supposed
