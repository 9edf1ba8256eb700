"""Times: what words mean, counted from the day of publication or another time; what is not known stays open."""

import time
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.times import doubt_publication, find_times, publication_day, reads_times
from sayso.vocabulary import Anchor, DateDoubt, DurationKind, Granularity, Provenance, Report

CASES = Path(__file__).parents[1] / "cases"
LANGUAGES = ("en", "ru", "uk")
DAY = date(2024, 12, 5)


def cases_of(name):
    for code in LANGUAGES:
        for line in (CASES / code / name).read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield (code, *(part.strip() for part in line.split(" | ")))


def marked(sentence):
    """Give a sentence without its stars, and the words that stood between them."""
    return sentence.replace("*", ""), sentence.split("*")[1::2]


@pytest.mark.parametrize(("code", "day", "sentence", "values"), list(cases_of("times.txt")))
def test_times_have_these_values(code, day, sentence, values):
    text, words = marked(sentence)
    found = find_times(text, code, None if day == "-" else date.fromisoformat(day)).times
    wanted = dict(zip(words, values.split(), strict=True))
    assert {text[one.start : one.end]: one.value for one in found if text[one.start : one.end] in wanted} == wanted


@pytest.mark.parametrize(("code", "sentence", "values"), list(cases_of("durations.txt")))
def test_durations_have_these_values(code, sentence, values):
    text, words = marked(sentence)
    found = find_times(text, code, None)
    assert [text[one.start : one.end] for one in found.durations] == words
    assert [one.timex3.value for one in found.durations] == values.split()
    assert found.times == ()


def find(text, day=DAY):
    return find_times(text, "en", day).times


def test_a_time_says_what_it_was_counted_from():
    text = "It fell on 2 May 2024 and was mended two days later. They met yesterday. It was shut on a Tuesday."
    stated, later, published, weekday = find(text)
    assert (stated.anchor, stated.of, stated.granularity) == (Anchor.STATED, None, Granularity.DAY)
    assert (later.anchor, later.of) == (Anchor.TEXT, stated.span)
    assert published.anchor is weekday.anchor is Anchor.PUBLISHED
    assert find("They met on Tuesday.", None)[0].anchor is Anchor.NONE
    assert all(one.rule for one in (stated, later, published, weekday))


def test_a_time_of_day_stands_beside_its_day():
    [found] = find("The siren went on 2 May 2024 at 5:40 p.m. and fell silent.")
    assert (found.value, found.clock, found.granularity) == ("2024-05-02", "17:40", Granularity.CLOCK)
    assert (found.timex3.type, found.timex3.value) == ("TIME", "2024-05-02T17:40")


def test_a_time_of_day_without_a_day_is_given_none():
    found = find_times("The siren went at 5:40.", "en", DAY)
    assert found.times == ()
    assert found.durations[0].kind is DurationKind.TIME_OF_DAY


def test_in_a_text_of_long_ago_a_day_is_of_the_year_before_it():
    text = (
        "On 3 May 1941 the town fell. On 9 June 1941 it was burnt. The river froze on 4 December. In March it thawed."
    )
    assert [one.value for one in find(text)] == ["1941-05-03", "1941-06-09", "1941-12-04", "1941-03"]


def test_a_year_named_in_passing_moves_no_other_day():
    text = "The dam of 1954 broke on Tuesday. It was mended on 2 December."
    assert [one.value for one in find(text)] == ["1954", "2024-12-03", "2024-12-02"]


@pytest.mark.parametrize(
    "text",
    ["It may rain.", "The 52-year-old left.", "He walked 2000 steps.", "A march began.", "Room 1984/5.", "No. 2024/1."],
)
def test_these_are_no_times(text):
    assert find(text) == ()


def test_a_language_that_is_not_known_has_none():
    assert not reads_times("fr")
    assert find_times("Le 2 mai 2024", "fr", DAY) == ((), ())


# --- when it was published ---------------------------------------------------------------------


def report(stated, published=None):
    made = Provenance(where="a", format="plain", sha256="0" * 64)
    return Report(id="a", text="It rained.", provenance=made, published=published, published_stated=stated)


@pytest.mark.parametrize(
    ("stated", "instant", "day"),
    [
        ("2024-12-06T00:30:00+02:00", datetime(2024, 12, 5, 22, 30, tzinfo=UTC), date(2024, 12, 6)),
        ("2024-12-05T22:30:00Z", datetime(2024, 12, 5, 22, 30, tzinfo=UTC), date(2024, 12, 5)),
        ("2024-03-31T03:30:00+03:00", datetime(2024, 3, 31, 0, 30, tzinfo=UTC), date(2024, 3, 31)),
        ("2024-10-27T03:30:00+02:00", datetime(2024, 10, 27, 1, 30, tzinfo=UTC), date(2024, 10, 27)),
        ("2024-12-06T09:30:00", None, date(2024, 12, 6)),
        ("2024-12-06", datetime(2024, 12, 6, tzinfo=UTC), date(2024, 12, 6)),
        (None, datetime(2024, 12, 6, tzinfo=UTC), date(2024, 12, 6)),
        ("on Friday", None, None),
        ("2024-13-45", None, None),
        (None, None, None),
    ],
)
def test_the_day_of_publication_is_that_of_the_publisher(stated, instant, day):
    assert publication_day(report(stated, instant)) == day


NOW = datetime(2024, 12, 6, 12, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("stated", "doubt"),
    [
        ("2024-12-06", None),
        ("2024-12-07", None),
        ("2024-12-09", DateDoubt.FUTURE),
        ("2099-01-01", DateDoubt.FUTURE),
        ("1970-01-01", DateDoubt.EPOCH),
        ("1970-01-20T16:00:00Z", DateDoubt.EPOCH),
        ("1969-12-30", None),
        (None, None),
    ],
)
def test_a_date_of_publication_that_cannot_be_is_doubted(stated, doubt):
    assert doubt_publication(report(stated), NOW) is doubt


def test_without_a_clock_no_date_is_in_the_future():
    assert doubt_publication(report("2099-01-01"), None) is None


# --- whatever comes in -------------------------------------------------------------------------

PIECES = """the last next this two 3 31 30 February May Monday night days ago later since from to between and , . - 1999 2024
    century end of early week weekend year 5:40 a.m. 2024-02-30 31.04.24 1/2 '90s 1990s overnight every BC 000 99:99
    последние три дня ночь на 5 мая в с по конца недели минулого вівторка тому року доби п'ятницю 1990-х 20-го"""
WORDS = st.sampled_from(PIECES.split())
ANY = st.text(max_size=80) | st.lists(WORDS, max_size=25).map(" ".join) | st.lists(WORDS, max_size=25).map("\n".join)


@settings(max_examples=300, deadline=None)
@given(ANY, st.sampled_from(LANGUAGES), st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_any_text_gives_values_of_edtf_and_spans_in_order(text, code, day):
    found = find_times(text, code, day)
    for one in (*found.times, *found.durations):
        assert text[one.start : one.end].strip() == text[one.start : one.end] != ""
    for one in found.times:
        parse_edtf(one.value)
    for several in found:
        assert all(one.end <= other.start for one, other in pairwise(several))


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_ends_of_the_calendar_stop_nothing(code, day):
    for _, _, sentence, *_ in cases_of("times.txt"):
        find_times(marked(sentence)[0], code, day)


@pytest.mark.faults
@pytest.mark.parametrize("text", ["1 1 1 " * 2_700, "?" * 100_000], ids=["ones", "marks"])
def test_what_hangs_others_takes_no_time(text):
    find_times("", "en", DAY)
    assert min(measure(text, "en") for _ in range(3)) < 0.1  # 0.05 on a machine that does nothing besides


HOSTILE = (
    "the last ",
    "May ",
    "from 3 to ",
    "twenty one ",
    "2024-",
    "\u2019",
    "since Monday ",
    "\n \n",
    "1",
    "1.",
    "a.",
    "the ",
)


@pytest.mark.faults
@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
@pytest.mark.parametrize("code", ["en", "uk"])
def test_time_grows_with_length_and_no_faster(piece, code):
    find_times("", code, DAY)
    # Twice as long may take three times as long, on a machine that does other things besides; 150 ms more is noise.
    half, whole = (measure(piece * (size // len(piece)), code) for size in (50_000, 100_000))
    assert whole < 3 * half + 0.15


def measure(text, code):
    began = time.process_time()
    find_times(text, code, DAY)
    return time.process_time() - began


def test_in_a_text_of_long_ago_weekdays_weeks_and_seasons_are_counted_from_the_time_before():
    text = (
        "On 3 May 1941 the town fell. On 5 June 1941 its gate did. On 9 June 1941 it was burnt. On Friday it rained. "
    )
    found = find(text + "It cleared the next week. In the autumn it was empty.")
    assert [one.value for one in found[3:]] == ["1941-06-13", "1941-06-16/1941-06-22", "1941-09/1941-11"]
    assert all(one.anchor is Anchor.TEXT for one in found[3:])


@pytest.mark.parametrize("text", ["On 31 June it fell.", "It fell on 2024-13-45.", "It fell on 30.02.2024."])
def test_a_day_that_there_is_not_is_no_time(text):
    assert find(text) == ()


def test_in_a_text_of_centuries_today_is_no_day_but_what_was_said_today_was():
    text = "The mill of 1740 burned in 1812, in 1871 and in 1954. Today it grinds flour."
    assert [one.value for one in find(text)] == ["1740", "1812", "1871", "1954"]
    assert find(f"{text} The miller said today that it stands.")[-1].value == DAY.isoformat()


def test_a_date_in_a_line_of_its_own_at_the_head_is_what_the_rest_is_counted_from():
    text = "Summary, 5 December 2024\n\nIt was calm overnight. On Wednesday a mill burned. Yesterday two boats sank."
    heading, *rest = find(text, None)
    assert [one.value for one in rest] == ["2024-12-04/2024-12-05", "2024-12-04", "2024-12-04"]
    assert {one.anchor for one in rest} == {Anchor.TEXT}
    assert {one.of for one in rest} == {heading.span}
    assert find("The mill fell on 5 December 2024. Yesterday it rained.", None)[1].value == "XXXX-XX-XX"


def test_each_line_is_of_the_day_of_the_heading_above_it():
    text = "DECEMBER 4\n\n- 06:10 The mill burns.\n- 14:45 It is out.\n\nDECEMBER 5\n\n01:20 It burns again.\n"
    found = [(one.value, one.clock) for one in find(text) if one.clock]
    assert found == [("2024-12-04", "06:10"), ("2024-12-04", "14:45"), ("2024-12-05", "01:20")]


GUIDE = "The path runs along the river. " * 70


def test_in_a_long_text_that_counts_from_no_day_a_month_is_any_of_its_name():
    text = GUIDE + "Summers are hot. In January it is cold. A ferry runs on Friday. The bridge was mended in March."
    assert [one.value for one in find(text)] == ["XXXX-06/XXXX-08", "XXXX-01", "2024-03"]
    assert [one.timex3.value for one in find_times(text, "en", DAY).durations] == ["XXXX-WXX-5"]
    news = text + " It was shelled yesterday, on Monday and last night."
    assert [one.value for one in find(news)][:2] == ["2024-01", "2024-11-29"]


def test_where_a_text_names_ancient_years_three_digits_are_one():
    text = "The abbey (c. 312) was sold in 348 BC and in 210 BC. In 360 it burnt."
    assert [one.value for one in find(text)][-1] == "0360"
    assert find("In 360 the abbey burnt.") == ()
