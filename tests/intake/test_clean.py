"""Text is normalised once: what is cleaned does not change by cleaning."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.clean import clean_text, shorten


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("one\n\n \n\t\ntwo", "one\n\ntwo"),
        ("  one  \n two \n", "one\n two"),
        ("so\u00adft ze\u200bro \ufeffmark nu\x00ll", "soft zero mark null"),
        ("cafe\u0301", "caf\u00e9"),
        ("cafe\u200b\u0301", "caf\u00e9"),
        ("10\u00a0km", "10\u00a0km"),
        ("\u202eturned\u202c", "\u202eturned\u202c"),
        ("\U0001f469\u200d\U0001f692", "\U0001f469\u200d\U0001f692"),
        (" \ufeff\u200b\x0c", ""),
    ],
)
def test_case(text, clean):
    assert clean_text(text) == clean


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_cleaning_twice_is_cleaning_once(text):
    clean = clean_text(text)
    assert clean_text(clean) == clean == unicodedata.normalize("NFC", clean)


def test_no_more_than_30_marks_stay_on_a_letter_so_that_a_heap_of_them_costs_no_time():
    began = time.process_time()
    clean = clean_text("a" + "\u0323\u0301" * 200_000 + "b")
    assert time.process_time() - began < 2
    assert clean[-1] == "b"
    assert len(clean) <= 32


def test_a_row_of_emoji_is_no_heap_of_marks():
    assert clean_text("\U0001f600" * 100) == "\U0001f600" * 100


def test_a_long_detail_is_cut():
    assert shorten("a" * 200) == "a" * 200
    assert shorten("a" * 201) == "a" * 199 + "\u2026"
