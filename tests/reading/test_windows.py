"""Windows: words and pieces, right to the character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.reading.pack import open_pack
from sayso.reading.pieces import Cutter
from sayso.reading.windows import MOST_PIECES, make_windows, split_paragraphs


@pytest.fixture(scope="module")
def tokenizer(tiny_pack) -> Tokenizer:
    return Tokenizer.from_str(open_pack(tiny_pack).tokenizer)


def paragraphs(text: str, whole: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [text[start:end] for start, end in split_paragraphs(text, whole)]


def test_blank_lines_part_paragraphs_and_single_breaks_do_not() -> None:
    assert paragraphs("One\nline.\n\nTwo.\n \n\nThree.\n") == ["One\nline.", "Two.", "Three."]


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    assert paragraphs("\nOne.\nTwo.\n  Three.\n\n") == ["One.", "Two.", "Three."]


def test_where_lines_are_too_long_for_a_column_a_break_behind_a_sentence_parts_paragraphs() -> None:
    long = "The keeper told the council that the lock had been shut " + "for hours and " * 10 + "days."
    text = f"Lock\nshut.\n\n{long} \nThe mayor denied it,\nshe said.\nNobody asked.\n"
    assert paragraphs(text) == ["Lock\nshut.", long, "The mayor denied it,\nshe said.", "Nobody asked."]


def test_a_break_inside_a_whole_span_does_not_count() -> None:
    text = "He said: \u201cOne.\nTwo.\u201d\nThree."
    assert paragraphs(text, ((text.index("\u201c"), text.index("\u201d") + 1),)) == [
        "He said: \u201cOne.\nTwo.\u201d",
        "Three.",
    ]


def test_words_keep_apostrophes_and_hyphens_and_marks_stand_alone(tokenizer: Tokenizer) -> None:
    text = "\u201cWe\u2019re well-armed,\u201d said O\u2019Hara."
    (window,) = make_windows(text, Cutter(tokenizer))
    assert [text[start:end] for start, end in window.words] == [
        "\u201c", "We\u2019re", "well-armed", ",", "\u201d", "said", "O\u2019Hara", ".",
    ]  # fmt: skip


def test_firsts_point_at_the_piece_that_begins_each_word(tokenizer: Tokenizer) -> None:
    (window,) = make_windows("The mayor said that", Cutter(tokenizer))
    assert [tokenizer.id_to_token(window.pieces[first]) for first in window.firsts] == ["the", "mayor", "said", "that"]


def test_long_paragraphs_are_cut_after_a_sentence(tokenizer: Tokenizer) -> None:
    text = "the rain fell all night . " * 100
    windows = make_windows(text, Cutter(tokenizer))
    assert len(windows) > 1
    for window in windows[:-1]:
        assert text[slice(*window.words[-1])] == "."


def test_empty_text_has_no_window(tokenizer: Tokenizer) -> None:
    assert make_windows(" \n\n ", Cutter(tokenizer)) == []


@given(text=st.text(max_size=300))
def test_words_are_in_order_inside_the_text_and_never_blank(tokenizer: Tokenizer, text: str) -> None:
    place = 0
    for window in make_windows(text, Cutter(tokenizer)):
        assert len(window.pieces) <= MOST_PIECES + 2
        assert len(window.words) == len(window.firsts)
        assert all(0 < first < len(window.pieces) - 1 for first in window.firsts)
        for start, end in window.words:
            assert place <= start < end <= len(text)
            assert text[start:end].strip()
            place = end
