"""The codes of ACLED and UCDP for the precision of a time."""

import pytest

from sayso.vocabulary import Anchor, Granularity, Timex, TimexType, When, acled_time_precision, ucdp_time_precision


@pytest.mark.parametrize(
    ("value", "acled", "ucdp"),
    [
        ("2024-12-05", 1, 1),
        ("2024-12-04/2024-12-05", 1, 1),
        ("2024-12-02/2024-12-05", 2, 2),
        ("2024-12-02/2024-12-08", 2, 3),
        ("2024-12", 3, 4),
        ("2024-12~", 3, 4),
        ("2024-09/2024-11", None, 5),
        ("2024", None, 5),
        ("199X", None, None),
        ("XXXX-12-02", None, None),
        ("0000", None, None),
        ("../2024-12-05", None, None),
        ("2022-02/2024-12-05", None, None),
        ("2023-02-28/2023-03-01", 1, 1),
    ],
)
def test_precision_goes_by_the_days_between_the_ends(value, acled, ucdp):
    when = When(
        start=0, end=3, value=value, granularity=Granularity.DAY, anchor=Anchor.STATED, rule="date",
        timex3=Timex(type=TimexType.DATE, value="2024"),
    )  # fmt: skip
    assert (acled_time_precision(when), ucdp_time_precision(when)) == (acled, ucdp)
