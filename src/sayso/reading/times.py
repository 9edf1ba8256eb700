"""Report text -> times and durations: what is said of when, with its place in the calendar where that can be told.

A time that is no whole date is counted from the day of publication, or from another time in the text. Where there is
nothing to count from, what is not known stays open (`XXXX-12-02`): no year is invented. What has no place in the
calendar (`for three days`, `every night`, `recently`) is a duration.
"""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from sayso.knowledge.dates import list_dates, load_dates
from sayso.reading.time_forms import find_nodes
from sayso.reading.time_resolution import resolve
from sayso.reading.time_tokens import split_tokens
from sayso.vocabulary import DateDoubt, Duration, Report, When

EPOCH_YEAR = 1970
# Clocks stand apart by less than this, whatever their zone.
FARTHEST_ZONE = timedelta(hours=26)


class Times(NamedTuple):
    """What a text says of time, in order: what has a place in the calendar, and what has none."""

    times: tuple[When, ...] = ()
    durations: tuple[Duration, ...] = ()


def reads_times(language: str) -> bool:
    """Tell whether times are known in a language."""
    return language in list_dates()


def find_times(text: str, language: str, published: date | None) -> Times:
    """Give the times of a text; ``published`` is the day of publication where it lies, None where it is not known."""
    if language not in list_dates():
        return Times()
    grammar = load_dates(language)
    tokens = split_tokens(text, grammar)
    found = tuple(resolve(text, tokens, find_nodes(tokens, grammar), grammar, published))
    return Times(
        tuple([one for one in found if isinstance(one, When)]),
        tuple([one for one in found if isinstance(one, Duration)]),
    )


def publication_day(report: Report) -> date | None:
    """Give the day of publication where the publisher is: as stated, else by the instant in UTC."""
    stated = (report.published_stated or "")[:10]
    try:
        return date.fromisoformat(stated)
    except ValueError:
        return report.published.date() if report.published else None


def doubt_publication(report: Report, now: datetime | None) -> DateDoubt | None:
    """Tell why a stated date of publication is not to be believed; None where it may be, or none is stated."""
    day = publication_day(report)
    if day is None:
        return None
    if day.year == EPOCH_YEAR:
        return DateDoubt.EPOCH
    return DateDoubt.FUTURE if now is not None and day > (now + FARTHEST_ZONE).date() else None
