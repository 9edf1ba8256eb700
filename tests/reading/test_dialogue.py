"""What is speech behind a dash: by cases in tests/cases/dialogue.txt, and by properties that hold for any text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.dialogue import find_dialogue
from sayso.reading.quotations import Quotation, find_quotations
from tests.reading.timing import measure_seconds

CASES = Path(__file__).parents[1] / "cases" / "dialogue.txt"
SPEECH = frozenset(("каже", "сказав", "сказала", "спитала", "говорит", "сказал"))


def find(text: str) -> tuple[Quotation, ...]:
    return find_dialogue(text, find_quotations(text, frozenset()), SPEECH.__contains__)


def mark_up(text: str) -> str:
    marked, reach = "", 0
    for one in find(text):
        if one.is_speech:
            marked += f"{text[reach : one.span.start]}{{{one.span.cut(text)}}}"
            reach = one.span.end
    return marked + text[reach:]


def read_cases() -> list[str]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("line", read_cases())
def test_case(line):
    marked = line.replace("⏎", "\n")
    assert mark_up(marked.translate(dict.fromkeys(map(ord, "{}")))) == marked


def test_without_dashes_the_quotations_are_those_in_marks():
    text = "«Ворог відступив», — каже мер. Міст стоїть."
    quotations = find_quotations(text, frozenset())
    assert find_dialogue(text, quotations, SPEECH.__contains__) == quotations


@settings(deadline=None)  # the first text loads the tables
@given(
    st.lists(
        st.sampled_from(["— ", "- ", ", — ", ". ", "? ", "«", "»", '"', "каже ", "Ми ", "ні ", "\n", " ", "\u00a0"]),
        max_size=40,
    )
)
def test_spans_lie_in_order_and_apart_and_begin_with_a_mark_or_a_dash(parts):
    text = "".join(parts)
    reach = 0
    for one in find(text):
        assert reach <= one.span.start < one.span.end <= len(text)
        assert text[one.span.start] in '—-«»"'
        assert one.span.cut(text) == one.span.cut(text).strip()
        reach = one.span.end


@pytest.mark.parametrize("attack", ["— ", "— ми. ", ". — Ми, — каже", "«— "])
def test_time_is_linear_in_length(attack):
    text = (attack * 20_000)[:20_000]
    half, whole = (measure_seconds(lambda part=part: find(part)) for part in (text[:10_000], text))
    assert whole <= 2.8 * half + 0.04
