"""Rows of words are found whatever their endings, the longest first, in time that grows with the text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge import split_words
from sayso.knowledge.triggers import GAP_WORDS, Triggers

ENDINGS = {"v": ["", "s", "ed"]}


def find(words: list[str], text: str) -> list[tuple[str, str]]:
    """Give what is found of rows in a text: the words, and the row."""
    cut = split_words(text)
    table = Triggers(((one, one) for one in words), ENDINGS)
    return [(text[cut[found.first].start : cut[found.last].end], found.row) for found in table.find(cut)]


@pytest.mark.parametrize(
    ("row", "text", "found"),
    [
        ("raid", "A Raid came.", ["Raid"]),
        ("raid~v", "It raided and raids.", ["raided", "raids"]),
        ("обстрел*", "После обстрелами, обстрелы.", ["обстрелами", "обстрелы"]),
        ("open|shut fire", "They open fire, shut fire, open.", ["open fire", "shut fire"]),
        ("raid / gun battle", "A raid, a gun battle.", ["raid", "gun battle"]),
        ("set … fire", "They set the old barn on fire.", ["set the old barn on fire"]),
        ("set … fire", "They set fire to it.", ["set fire"]),
        ("set … fire", "They set one two three four five fire.", []),
        ("set … fire", "They set. A fire", []),
        ("open|shut ↔ gate", "They open the gate. Gates? A gate shut.", ["open the gate", "gate shut"]),
        ("open|м'я*|м'яч gate", "М’яка gate, м’яч gate, open gate.", ["М’яка gate", "м’яч gate", "open gate"]),
        ("в'їха*", "Вони в’їхали.", ["в’їхали"]),
        ("'ll", "They'll go.", ["'ll"]),
        ("didn't", "They didn’t.", ["didn’t"]),
    ],
)
def test_a_row_is_found(row, text, found):
    assert [words for words, _ in find([row], text)] == found


def test_the_longer_row_wins_and_of_two_as_long_the_higher():
    assert find(["raid", "raid the mill"], "They raid the mill.") == [("raid the mill", "raid the mill")]
    assert find(["raid|raids", "raids|raid"], "They raid.") == [("raid", "raid|raids")]


def test_of_two_rows_as_long_the_one_with_the_longer_first_word_wins():
    assert find(["ra*", "raid*"], "They raided.") == [("raided", "raid*")]
    assert find(["raid*", "raid"], "They raid.") == [("raid", "raid")]
    assert find(["ra* mill", "raid* mill"], "They raid mill.") == [("raid mill", "raid* mill")]


def test_of_two_rows_as_long_the_one_whose_words_stand_closer_wins():
    assert find(["raid* … guard", "raid … mill"], "They raid a mill of the guard.") == [("raid a mill", "raid … mill")]
    assert find(["raid* … guard", "ra* … mill"], "They raid a mill of the guard.") == [("raid a mill", "ra* … mill")]


def test_no_word_is_part_of_two_rows_and_a_gap_takes_none():
    assert find(["raid … mill", "old"], "They raid an old mill.") == [
        ("raid an old mill", "raid … mill"),
        ("old", "old"),
    ]
    assert find(["a b", "b c"], "a b c") == [("a b", "a b")]


def test_every_row_is_given_where_that_is_asked():
    table = Triggers([("raid", 1), ("raid*", 2), ("raid the", 3)], {})
    assert sorted(found.row for found in table.find_every(split_words("raid the mill"))) == [1, 2, 3]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("", "begin and end"),
        ("… raid", "begin and end"),
        ("raid …", "begin and end"),
        ("raid~x", "no endings"),
        ("*", "no word"),
    ],
)
def test_a_wrong_row_is_refused(row, says):
    with pytest.raises(ValueError, match=says):
        Triggers([(row, None)], ENDINGS)


def test_a_table_with_some_of_its_rows_finds_those_alone():
    table = Triggers([("air raid", "raid"), ("air", "air"), ("raid*", "raids")], ENDINGS)
    words = split_words("The air raid went on")
    assert [found.row for found in table.find_every(words)] == ["raid", "air", "raids"]
    some = table.only(lambda row: row != "raid")
    assert some.rows == ("air", "raids")
    assert [found.row for found in some.find(words)] == ["air", "raids"]
    assert [found.row for found in table.find(words)] == ["raid"]


@given(st.text(max_size=200))
def test_any_text_is_searched(text):
    table = Triggers([("a … b", 0), ("а*", 1), ("'s", 2)], {})
    words = split_words(text)
    for found in (*table.find(words), *table.find_every(words)):
        assert 0 <= found.first <= found.last < len(words)


def test_time_grows_with_the_text():
    table = Triggers([("a … b", 0), ("a … c", 1)], {})
    words = split_words("a " * 50_000)
    began = time.process_time()
    assert list(table.find(words)) == []
    assert GAP_WORDS < 10
    assert time.process_time() - began < 5
