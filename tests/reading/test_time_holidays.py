"""Holidays: the day of a year on which one falls."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge import list_dates, load_dates
from sayso.reading.time_holidays import day_in, eastern_easter, western_easter
from sayso.reading.times import find_times

SUNDAY = 7


@pytest.mark.parametrize(
    ("year", "west", "east"),
    [
        (2023, "2023-04-09", "2023-04-16"),
        (2024, "2024-03-31", "2024-05-05"),
        (2025, "2025-04-20", "2025-04-20"),
        (2038, "2038-04-25", "2038-04-25"),
    ],
)
def test_easter_of_both_churches(year, west, east):
    assert (western_easter(year).isoformat(), eastern_easter(year).isoformat()) == (west, east)


@given(st.integers(min_value=1900, max_value=2099))
def test_easter_is_a_sunday_of_spring(year):
    for easter in (western_easter(year), eastern_easter(year)):
        assert easter.isoweekday() == SUNDAY
        assert date(year, 3, 22) <= easter <= date(year, 5, 8)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("12-25", 2024, "2024-12-25"),
        ("12-25 2023 01-07", 2022, "2022-01-07"),
        ("12-25 2023 01-07", 2023, "2023-12-25"),
        ("west+1", 2024, "2024-04-01"),
        ("11-4-4", 2024, "2024-11-28"),
    ],
)
def test_a_holiday_has_its_day(name, year, day):
    assert day_in(name, year) == date.fromisoformat(day)


def test_beyond_the_calendar_a_holiday_has_no_day():
    assert day_in("12-25", 10_000) is None
    assert day_in("none", 2024) is None


@pytest.mark.parametrize("code", list_dates())
def test_every_holiday_of_a_language_has_a_day(code):
    grammar = load_dates(code)
    entries = [*grammar.words.values(), *(entry for rows in grammar.phrases.values() for _, entry in rows)]
    names = {str(entry.values["holiday"]) for entry in entries if "holiday" in entry.values}
    assert names
    assert all(day_in(name.removeprefix("night "), 2024) for name in names)


def test_a_holiday_without_a_year_is_of_the_story_or_open():
    told = find_times(
        "On 3 May 1941 the town fell. On 9 June 1941 it was burnt. It was dark on Christmas Eve.", "en", None
    )
    assert [one.value for one in told.times][-1] == "1941-12-24"
    assert find_times("They met at Easter.", "en", None).times[0].value == "XXXX-XX-XX"
