"""An axis of time: shares of the width, edges that hold, ticks that are whole hours or days."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.views.web.axis import LEFT, MIDDLE, MOST_TICKS, RIGHT, Axis

NOON = datetime(2031, 11, 30, 12, tzinfo=UTC)
INSTANTS = st.datetimes(timezones=st.just(UTC))


def test_the_ends_stand_at_the_edges_and_what_is_outside_too():
    axis = Axis.over([NOON + timedelta(days=2), NOON])
    assert (axis.x(NOON), axis.x(NOON + timedelta(days=2)), axis.x(NOON + timedelta(days=1))) == (LEFT, RIGHT, MIDDLE)
    assert (axis.x(NOON - timedelta(days=9)), axis.x(NOON + timedelta(days=9))) == (LEFT, RIGHT)


def test_one_instant_stands_in_the_middle_without_ticks():
    axis = Axis.over([NOON])
    assert (axis.x(NOON), axis.ticks()) == (MIDDLE, ())
    assert Axis.over([]) is None


@pytest.mark.parametrize(
    ("length", "labels"),
    [
        (timedelta(hours=3), ["12:00", "13:00", "14:00", "15:00"]),
        (timedelta(days=2), ["12:00", "1 Dec", "12:00", "2 Dec", "12:00"]),
        (timedelta(days=5), ["1 Dec", "2 Dec", "3 Dec", "4 Dec", "5 Dec"]),
        (timedelta(days=365 * 3), ["Aug 2032", "Aug 2033", "Aug 2034"]),
    ],
)
def test_ticks_are_whole_hours_days_or_years(length, labels):
    assert [tick.label for tick in Axis.over([NOON, NOON + length]).ticks()] == labels


@given(INSTANTS, INSTANTS, INSTANTS)
def test_everything_lies_within_the_width_and_ticks_are_few(one, other, at):
    axis = Axis.over([one, other])
    assert LEFT <= axis.x(at) <= RIGHT
    ticks = axis.ticks()
    assert len(ticks) <= MOST_TICKS + 1
    assert [tick.x for tick in ticks] == sorted(tick.x for tick in ticks)
