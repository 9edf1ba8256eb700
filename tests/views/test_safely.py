"""Text from outside on one line of a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.views.safely import JOINERS, count, show_safely, trim


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\n\n  words\t", "two words"),
        ("\x1b[2J\x07bell", "\\x1b[2J\\x07bell"),
        ("\x9b31m", "\\x9b31m"),
        ("say \u202eevil\u202c", "say \\u202eevil\\u202c"),
        ("soft\u00adhyphen, left\u200e-to-right", "softhyphen, left-to-right"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\u200d\U0001f469\u200d\U0001f467"),
        ("half \udcff", "half \\udcff"),
        ("tag \U000e0041", "tag \\U000e0041"),
        ("市长 кажет قال", "市长 кажет قال"),
    ],
)
def test_nothing_moves_the_cursor_or_turns_the_line(text, shown) -> None:
    assert show_safely(text) == shown


@given(st.text(st.characters()))
def test_every_character_shown_is_printable(text) -> None:
    assert all(one.isprintable() or one in JOINERS for one in show_safely(text))


def test_numbers_agree_with_their_nouns() -> None:
    assert [count(number, "claim") for number in (0, 1, 1204)] == ["0 claims", "1 claim", "1,204 claims"]


def test_a_name_loses_the_comma_of_the_text_but_is_never_empty() -> None:
    assert [trim(words) for words in ("Olena,", "said:", "a; b", ",")] == ["Olena", "said", "a; b", ","]
