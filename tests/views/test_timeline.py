"""Times in words: in the order of the calendar, with what each was counted from."""

import attrs
import pytest

from sayso.views.timeline import DOUBTS, order_times, word_date_doubt, word_time
from sayso.vocabulary import Anchor, DateDoubt
from tests.views.readings import dated, example


def test_times_stand_in_the_order_of_the_calendar_those_without_a_year_last():
    assert [time.value for time in order_times(dated())] == ["2024-05-02", "2024-05-04", "XXXX-12-02"]


def test_a_time_says_what_it_was_counted_from():
    reading = dated()
    first, later, open_time = order_times(reading)
    text = reading.report.text
    assert word_time(first, text) == ("at 05:40",)
    assert word_time(later, text) == ("from \u201c2 May 2024\u201d",)
    assert word_time(open_time, text) == ("cannot tell from when",)
    published = attrs.evolve(first, anchor=Anchor.PUBLISHED, clock=None)
    assert word_time(published, text) == ("from the day of publication",)


@pytest.mark.parametrize("doubt", DateDoubt)
def test_a_doubted_date_says_why(doubt):
    assert word_date_doubt(attrs.evolve(example(), published_doubted=doubt)) == DOUBTS[doubt]
    assert word_date_doubt(example()) == ""
