"""Times as the scorer compares them: by TimeML, by bounds where the gold is all dates, by EDTF where it has no types."""

import pytest

from evaluation.times import bounds, time_errors, to_timexes

FOUND = {
    "start": 0,
    "end": 4,
    "value": "2024-05-03/2024-05-05",
    "timex3": {"type": "DATE", "value": "2024-05-03"},
}
LENGTH = {"start": 5, "end": 9, "timex3": {"type": "DURATION", "value": "P3D"}}
READING = {"a": {"times": [FOUND], "durations": [LENGTH]}}


def gold(*types, **more):
    return {"a": {"timexes": [{"start": 0, "end": 4, "type": kind, "value": "2024-05-03"} for kind in types], **more}}


def test_timeml_is_compared_with_timeml():
    _, found = to_timexes(gold("DATE", "SET"), READING)
    assert [(one["type"], one["value"]) for one in found["a"]["timexes"]] == [
        ("DATE", "2024-05-03"),
        ("DURATION", "P3D"),
    ]


def test_where_all_gold_is_dates_so_is_what_was_found():
    wanted, found = to_timexes(gold("DATE"), READING)
    assert [one["value"] for one in (*wanted["a"]["timexes"], *found["a"]["timexes"])] == ["2024-05-03/2024-05-03"] * 2


def test_constructed_times_are_compared_by_their_value():
    wanted, found = to_timexes({"a": {"times": [{"start": 0, "end": 4, "value": "2024"}]}}, READING)
    assert wanted["a"]["timexes"][0]["value"] == "2024"
    assert [one["value"] for one in found["a"]["timexes"]] == ["2024-05-03/2024-05-05"]


@pytest.mark.parametrize(
    ("value", "first_and_last"),
    [
        ("1930/1939", "1930-01-01/1939-12-31"),
        ("193X~", "1930-01-01/1939-12-31"),
        ("193", "1930-01-01/1939-12-31"),
        ("2024-02", "2024-02-01/2024-02-29"),
        ("2024-12/2025-02", "2024-12-01/2025-02-28"),
        ("../2024", "../2024-12-31"),
        ("XXXX-12-02", "XXXX-12-02/XXXX-12-02"),
        ("--12-24", "--12-24"),
        ("PAST_REF", "PAST_REF"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(value, first_and_last):
    assert bounds(value) == first_and_last


class Scorer:
    @staticmethod
    def span_pairs(gold, found):
        return [(place, place) for place in range(min(len(gold), len(found)))]


def test_errors_are_counted_by_kind():
    wanted, found = gold("DATE", "DATE"), {"a": {"timexes": [{"value": "2024"}]}}
    assert time_errors(Scorer, wanted, found) == ({"another value": 1, "time missed": 1}, {})
    assert time_errors(Scorer, gold(), found) == ({"no time": 1}, {})
