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
        ("said Ada Reed, a 44-year-old widow.", "Ada Reed, a 44-year-old widow", ["44-year-old", "widow"]),
        ("said Ada Reed, 44, from the port.", "Ada Reed", ["44"]),
        ("said Ada Reed (44).", "Ada Reed", ["44"]),
        ("said Ada Reed, a baker, mother of two.", "Ada Reed, a baker, mother of two", ["mother of two"]),
        ("said Ada Reed, mother of Jo and Kit.", "Ada Reed", ["mother of Jo and Kit", "Jo", "Kit"]),
        ("said Ada Reed, mother of Jo Fen.", "Ada Reed, mother of Jo Fen", ["mother of Jo Fen", "Jo Fen"]),
        ("said Ada Reed, who is a mother.", "Ada Reed", []),
        ("said his sister Ada Reed.", "his sister Ada Reed", ["his sister"]),
        ("said Ada Reed, a baker.", "Ada Reed, a baker", []),
        ("said Ada Reed. 44 boats sank.", "Ada Reed", []),
        ("said Ada Reed, the miller’s widow.", "Ada Reed, the miller’s widow", ["the miller’s widow"]),
    ],
)
def test_age_and_family_are_found_and_nothing_else(text, phrase, found):
    assert find(text, phrase, "Ada Reed") == found


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Ada Reed, a 44-year-old nurse at the port", ["44-year-old"]),
        ("the 44-year-old retired miner Ada Reed", ["44-year-old"]),
        ("Ada Reed, a baker and mother of two", ["mother of two"]),
        ("Ada Reed, a mother of two who teaches chemistry", ["mother of two"]),
        ("Ada Reed, a miller whose brother drowned", ["whose brother drowned"]),
    ],
)
def test_what_somebody_does_is_no_detail(phrase, found):
    assert find(f"said {phrase}.", phrase, "Ada Reed") == found


def test_beside_a_name_only_what_nothing_parts_from_it_is_told_of_it():
    text = "the miller’s widow, who met the nurse, Ada Reed, a 44-year-old woman"
    start = text.index("Ada Reed")
    mention = Span(start=start, end=start + len("Ada Reed"))
    found = find_details(text, Span(start=0, end=len(text)), mention, ENGLISH, beside=True)
    assert [span.cut(text) for span in found] == ["44-year-old"]
