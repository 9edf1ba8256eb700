"""Passages that reports share: what is found, to the character, and what is not."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.weighing import copies
from sayso.weighing.copies import find_copies
from tests.weighing.made import dispatch

WORDS = ["river", "bridge", "morning", "council", "engineer", "valley", "column", "smoke", "harbour", "road", "north", "village", "shelter", "supply", "crossing", "officer", "train", "bakery", "signal", "window", "market", "garden", "hill", "school"]  # fmt: skip


def words(count: int, seed: int) -> str:
    """Give so many words at random, with a full stop now and then."""
    drawn = random.Random(seed)  # noqa: S311 - made texts, no secrets
    return " ".join(drawn.choice(WORDS) + ("." if drawn.random() < 0.1 else "") for _ in range(count))


@pytest.mark.parametrize("seed", range(100))
def test_a_quoted_passage_of_forty_words_is_found_to_the_character(seed):
    passage = words(40, seed)
    quoting = f"{words(150, 1000 + seed)} Yesterday: \u201c{passage}\u201d, it wrote. {words(200, 2000 + seed)}"
    first = dispatch(1, "Post", text=f"{words(80, 3000 + seed)} {passage} {words(300, 4000 + seed)}")
    second = dispatch(2, "Echo", text=quoting)
    found = [copy for copy in find_copies([second, first]) if copy.words >= 38]
    assert len(found) == 1
    assert (found[0].one, found[0].other) == ("r1", "r2")
    one, other = found[0].one_span.cut(first.text), found[0].other_span.cut(second.text)
    assert passage.rstrip(".") in one
    assert passage.rstrip(".") in other
    assert one.replace(".", "") == other.replace(".", "")


def test_texts_that_share_no_passage_have_no_copy():
    reports = [
        dispatch(number, "Post", text=" ".join(f"w{number}x{at}" for at in range(300))) for number in range(1, 5)
    ]
    assert find_copies(reports) == ()


def test_case_and_signs_do_not_hide_a_copy():
    one = dispatch(1, "Post", text="The bridge at Vilne was hit at noon, and the town council closed the road.")
    other = dispatch(
        2, "Echo", text="BREAKING: the bridge at Vilne was hit at noon and the Town Council closed the road!"
    )
    found = find_copies([one, other])
    assert [copy.words for copy in found] == [15]
    assert found[0].other_span.cut(other.text).startswith("the bridge")


def test_a_headline_is_found_in_a_long_report_and_a_formula_is_not():
    headline = "Two bridges over the Vilna fell in one night, engineers of the valley council say after a week"
    long = dispatch(2, "Echo", text=f"{words(200, 1)} {headline}. {words(200, 2)}")
    assert [copy.words for copy in find_copies([dispatch(1, "Post", text=headline), long])] == [18]
    formula = "This is a developing story"
    assert find_copies([dispatch(1, "Post", text=formula), dispatch(2, "Echo", text=f"{formula}; more soon")]) == ()


def test_one_report_is_no_copy_of_itself_and_an_empty_desk_has_none():
    one = dispatch(1, "Post", text=words(100, 5))
    assert find_copies([one, one]) == ()
    assert find_copies([]) == ()


def test_undated_reports_come_last():
    text = words(50, 7)
    found = find_copies([dispatch(1, "Post", text=text, dated=False), dispatch(2, "Echo", text=text)])
    assert [(copy.one, copy.other) for copy in found] == [("r2", "r1")]


def test_what_very_many_reports_share_is_a_formula(monkeypatch):
    monkeypatch.setattr(copies, "MOST_REPORTS", 3)
    text = words(50, 8)
    assert find_copies([dispatch(number, "Post", text=text) for number in range(1, 6)]) == ()


def test_copies_of_one_text_are_held_against_the_earliest():
    text = words(50, 9)
    found = find_copies([dispatch(number, "Post", text=text) for number in range(1, 12)])
    assert {copy.other for copy in found if copy.one == "r1"} == {f"r{number}" for number in range(2, 12)}


def test_a_text_that_repeats_itself_is_read_in_no_time():
    one, other = (dispatch(number, "Post", text="row after row " * 5000) for number in (1, 2))
    assert find_copies([one, other]) == ()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(alphabet="ab. ", min_size=1, max_size=120).filter(str.strip), min_size=1, max_size=4))
def test_spans_cut_the_same_words_from_both_reports(texts):
    reports = {f"r{at}": dispatch(at, "Post", text=text) for at, text in enumerate(texts, 1)}
    for copy in find_copies(reports.values()):
        one, other = copy.one_span.cut(reports[copy.one].text), copy.other_span.cut(reports[copy.other].text)
        assert one.replace(".", " ").split() == other.replace(".", " ").split()
        assert len(one.replace(".", " ").split()) == copy.words
