"""Pieces: what is remembered of words gives what the tokenizer gives for the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.reading import pieces
from sayso.reading.pack import PACKS, open_shipped
from sayso.reading.pieces import PLAIN, Cut, Cutter, _align, _move

TEXT = "The mayor said: \u201cWe\u2019re well-armed,\u201d and left\nfor \u00abVilne\u00bb\u2026 Річка піднялась на 4,5 см."
SIGNS = st.sampled_from(
    [
        *"aB9'-.,(\"\u00ab\u201c\u2019\u2026\u2116 \n \n",
        "\u00a0",
        "\u0301",
        "\u0439",
        "\u200b",
        "\u00b4",
        "word",
        "річка",
    ]
)

PLAIN_SIGNS = "".join(chr(code) for code in range(0x2200) if PLAIN.fullmatch(chr(code)))


@pytest.fixture(scope="module", params=sorted(set(PACKS.values())))
def tokenizer(request: pytest.FixtureRequest) -> Tokenizer:
    return Tokenizer.from_str(open_shipped(request.param).tokenizer)


def cut_whole(tokenizer: Tokenizer, text: str, start: int, end: int) -> Cut:
    stretch = text[start:end]
    return _move(_align(stretch, tokenizer.encode(stretch, add_special_tokens=False)), start)


def as_lists(cut: Cut) -> list[list[object]]:
    return [list(part) for part in cut]


def test_a_text_is_cut_as_by_the_tokenizer_the_first_time_and_the_second(tokenizer: Tokenizer) -> None:
    cutter = Cutter(tokenizer)
    whole = as_lists(cut_whole(tokenizer, TEXT, 4, len(TEXT)))
    assert PLAIN.fullmatch(TEXT)
    assert [as_lists(cutter.cut(TEXT, [(4, len(TEXT))])[0]) for _ in range(2)] == [whole, whole]


@given(signs=st.lists(SIGNS, min_size=1, max_size=40))
def test_whatever_stands_in_a_text_it_is_cut_as_by_the_tokenizer(tokenizer: Tokenizer, signs: list[str]) -> None:
    text = "".join(signs)
    (cut,) = Cutter(tokenizer).cut(text, [(0, len(text))])
    assert as_lists(cut) == as_lists(cut_whole(tokenizer, text, 0, len(text)))


@given(text=st.lists(st.text(PLAIN_SIGNS, min_size=1, max_size=5), min_size=1, max_size=8).map(" ".join))
def test_a_plain_text_is_cut_as_by_the_tokenizer(tokenizer: Tokenizer, text: str) -> None:
    (cut,) = Cutter(tokenizer).cut(text, [(0, len(text))])
    assert as_lists(cut) == as_lists(cut_whole(tokenizer, text, 0, len(text)))


def test_no_more_is_remembered_than_there_is_room_for(tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "MOST_KNOWN", 3)
    cutter = Cutter(tokenizer)
    assert len(cutter.cut("a b c d", [(0, 7)])[0].words) == len("abcd")
    assert set(cutter._known) == {" a", " b", " c", " d"}
    cutter.cut("a b", [(0, 3)])
    assert set(cutter._known) == {" a", " b"}
