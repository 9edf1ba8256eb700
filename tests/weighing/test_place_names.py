"""Names that were not resolved are one but for their endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.place_names import is_same_name

NAMES = st.text("adilnrv ", max_size=12)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ardal", "ardal", True),
        ("ardal", "ardala", True),
        ("ardalka", "ardalku", True),
        ("ardalka", "ardaltsi", False),
        ("ardal", "ardalivka", False),
        ("ard", "arda", False),
        ("arda", "ardu", False),
        ("sotk", "sotka", True),
        ("", "", True),
        ("", "ar", False),
    ],
)
def test_endings(one, other, same):
    assert is_same_name(one, other) is same


@given(NAMES, NAMES)
def test_the_order_of_two_names_changes_nothing(one, other):
    assert is_same_name(one, other) is is_same_name(other, one)
