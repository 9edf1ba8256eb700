"""What is told of a private person beside the name."""

import pytest

from sayso.knowledge import load_language
from sayso.reading.details import find_details
from sayso.vocabulary import Span

ENGLISH = load_language("en")


def find(text: str, phrase: str, name: str) -> list[str]:
    start = text.index(phrase)
    mention = text.index(name)
    spans = find_details(
        text,
        Span(start=start, end=start + len(phrase)),
        Span(start=mention, end=mention + len(name)),
        ENGLISH,
    )
    return [span.cut(text) for span in spans]


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("said Ada Reed, a 44-year-old widow.", "Ada Reed, a 44-year-old widow", ["a 44-year-old widow"]),
        ("said Ada Reed, 44, from the port.", "Ada Reed", ["44"]),
        ("said Ada Reed (44).", "Ada Reed", ["44"]),
        ("said Ada Reed, a baker, mother of two.", "Ada Reed, a baker, mother of two", ["mother of two"]),
        ("said his sister Ada Reed.", "his sister Ada Reed", ["his sister"]),
        ("said Ada Reed, a baker.", "Ada Reed, a baker", []),
        ("said Ada Reed. 44 boats sank.", "Ada Reed", []),
    ],
)
def test_age_and_family_are_found_and_nothing_else(text, phrase, found):
    assert find(text, phrase, "Ada Reed") == found
