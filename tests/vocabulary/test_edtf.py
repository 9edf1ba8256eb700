"""What sayso takes for EDTF is EDTF to the library that reads it, and what is none is refused."""

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from sayso.vocabulary.edtf import is_edtf

VALUES = [
    *("2024-12-06", "2024-12", "2024", "199X", "19XX", "2024-12-XX", "0347", "-0240", "-024X"),
    *("2024-12~", "2024-12-06~", "199X~", "2024-12-06?", "XXXX", "XXXX-12", "XXXX-12-02", "XXXX-XX-XX", "XXXX-02-29"),
    *("2024-12-01/2024-12-06", "2022-02/2024-12-06", "2024-09~/2024-11-21", "../2024-12-06", "2024-12-06/.."),
    *("XXXX-12/XXXX-02", "XXXX-12-02/XXXX-12-05", "193X/195X", "-0260/-0240"),
]
OTHERS = [
    *("", "2024-13", "2024-12-32", "2023-02-29", "24-12-06", "2024-1", "XXX5", "20X4", "2024-X2", "X024", "2024-12-6"),
    *("XXXX-12~", "XXXX-02-30", "/", "../..", "2024/", "2024-12-06/2024-12-01", "2024-12/2024-02", "2024-12-06T09:30"),
    *("2024 ", "2024-12-06/2024-12-07/2024-12-08", "٢٠٢٤", "2024--06", "20241206"),
]
DIGITS = st.text("0123456789X-~/.", max_size=23)


@pytest.mark.parametrize("value", VALUES)
def test_values_of_edtf_are_taken(value):
    assert is_edtf(value)
    parse_edtf(value)


@pytest.mark.parametrize("value", OTHERS)
def test_others_are_refused(value):
    assert not is_edtf(value)


@given(DIGITS | st.sampled_from(VALUES).flatmap(lambda value: DIGITS.map(lambda more: value[: len(more)] + more)))
def test_whatever_is_taken_the_library_reads(value):
    if is_edtf(value):
        parse_edtf(value)
