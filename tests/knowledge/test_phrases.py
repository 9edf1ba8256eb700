"""Rows of several words are found where they stand, the longest first."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge import Phrases, split_words
from sayso.knowledge.phrases import _match, _read_patterns


def found(words: str | tuple[str, ...], text: str) -> list[str]:
    rows = (words,) if isinstance(words, str) else words
    return [text[start:end] for start, end, _ in Phrases((row, row) for row in rows).find(text)]


@pytest.mark.parametrize(
    ("words", "text", "stretches"),
    [
        ("brush|brushed aside", "They brushed aside the tale; others brush aside all.", ["brushed aside", "brush aside"]),
        ("brush aside", "They brush it aside.", []),
        ("in … opinion", "In his own opinion it fell.", ["In his own opinion"]),
        ("in … opinion", "In opinion polls it fell.", []),
        ("in … opinion", "In a b c d e f opinion.", ["In a b c d e f opinion"]),
        ("in … opinion", "In a b c d e f g opinion.", []),
        ("in … opinion", "In March it fell. My opinion stands.", []),
        ("in … opinion", "In Orlan’s, and only his, opinion it fell.", ["In Orlan’s, and only his, opinion"]),
        ("as … put it", "As he put the case, then put it down.", ["As he put the case, then put it"]),
        ("didn't|never say", "He didn’t say. He never say.", ["didn’t say", "never say"]),
        ("he 'll", "He’ll go.", ["He’ll"]),
        ("=may", "In May it may thaw.", ["may"]),
        ("=us|them told", "US told, us told, Them told.", ["us told", "Them told"]),
        (", citing", "The wire, citing a clerk", [", citing"]),
        ("said to have", "is ‘said’ to “have”", ["said’ to “have"]),
        ("so-called", "the so-called vote", ["so-called"]),
        ("lt. col.", "Lt. Col. Orlan", ["Lt. Col."]),
    ],
)  # fmt: skip
def test_a_row_is_found_where_its_words_stand(words: str, text: str, stretches: list[str]) -> None:
    assert found(words, text) == stretches


def test_the_longest_row_wins_whatever_the_order() -> None:
    rows = ("is said", "is said to have", "is said to")
    assert found(rows, "It is said to have sunk, is said to float, is said.") == [
        "is said to have",
        "is said to",
        "is said",
    ]


def test_at_one_place_an_exact_row_competes_by_length() -> None:
    assert found(("=may", "may not have"), "it may not have, it may") == ["may not have", "may"]


def test_what_stands_in_a_gap_is_found_too() -> None:
    assert found(("dismissed … as", "the claim"), "dismissed the claim as old") == [
        "dismissed the claim as",
        "the claim",
    ]


def test_the_last_words_of_a_row_with_a_gap_are_no_match_of_their_own() -> None:
    assert found((", whom … quoted", "quoted"), "He, whom we quoted, and quoted") == [", whom we quoted", "quoted"]


def test_only_the_stretch_asked_for_is_searched() -> None:
    text = "said here, said there"
    assert [start for start, _, _ in Phrases([("said", 1)]).find(text, 5, len(text))] == [11]


@pytest.mark.parametrize("words", ["", "… said", "said …", "…"])
def test_a_row_begins_and_ends_with_a_word(words: str) -> None:
    with pytest.raises(ValueError, match="must begin and end"):
        Phrases([(words, 1)])


def test_the_same_words_stand_once() -> None:
    with pytest.raises(ValueError, match="an earlier row"):
        Phrases([("said|says so", 1), ("says|said  so", 2)])


def test_rows_are_kept_in_order() -> None:
    assert Phrases([("b|c", 1), ("a", 2)]).rows == (1, 2)


@given(st.text(alphabet="ab ,.'’-|…=", max_size=60))
def test_spans_cut_whole_words(text: str) -> None:
    words = split_words(text)
    for start, end, _ in Phrases([("a … b", 1), ("b", 2), ("a|b a", 3)]).find(text):
        assert start in {word.start for word in words}
        assert end in {word.end for word in words}


def test_time_grows_with_the_text_alone() -> None:
    phrases = Phrases([("in … in … opinion", 1), ("in … view", 2)])
    before = time.process_time()
    assert list(phrases.find("in " * 20_000)) == []
    assert time.process_time() - before < 5


@given(st.text(alphabet="ab ,.'’-|…=", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_stretch_is_read_as_if_nothing_stood_around_it(text: str, start: int, end: int) -> None:
    rows = ("a … b", "b", "a|b a", "=a b", "a … b … a", "b|, a")
    table = Phrases((row, row) for row in rows)
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    assert list(table.find(text, start, end)) == list(table.find_among(split_words(text, start, end)))


def test_the_longest_row_at_a_word_is_found_though_it_lies_within_another() -> None:
    table = Phrases((row, row) for row in ("a b c", "b c", "b", "c … d"))
    words = split_words("a b c a d")
    assert [table.find_at(words, at) for at in range(len(words))] == [
        (3, "a b c"),
        (3, "b c"),
        (5, "c … d"),
        None,
        None,
    ]


@given(st.text(alphabet="abc ,.'’-|…=", max_size=60))
def test_rows_begin_wherever_their_words_fit_whatever_is_asked_first(text: str) -> None:
    rows = ("a … b", "b", "a|b a", "=a b", "a … b … a", "b|, a", "a b c", "c =b a", "c … c")
    words = split_words(text)
    patterns = [pattern for row in rows for pattern in _read_patterns(row, row)]
    fitting = [at for at in range(len(words)) if any(_match(one.parts, words, at) is not None for one in patterns)]
    assert list(Phrases((row, row) for row in rows).begins(text)) == [words[at].start for at in fitting]
