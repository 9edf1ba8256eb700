"""How precise a time is, in the codes of ACLED and UCDP: by the days between its ends."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from sayso.vocabulary.where import When

DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?[~?%]?")
LAST_MONTH = 12
KEPT_DATES = 4096
DAY, WEEK, MONTH, YEAR = 2, 7, 31, 366  # at most so many days from end to end; the night before a day is two


def acled_time_precision(when: When) -> int | None:
    """Give the time_precision of ACLED: 1 a day, 2 a week, 3 a month; None where it is coarser, or not known."""
    days = _days_of(when.value)
    if days is None or days > MONTH:
        return None
    return next(code for code, most in ((1, DAY), (2, WEEK), (3, MONTH)) if days <= most)


def ucdp_time_precision(when: When) -> int | None:
    """Give the date_prec of UCDP GED: 1 a day, 2 some days, 3 a week, 4 a month, 5 a year; None where it is coarser."""
    days = _days_of(when.value)
    if days is None or days > YEAR:
        return None
    bounds = ((1, DAY), (2, WEEK - 1), (3, WEEK), (4, MONTH), (5, YEAR))
    return next(code for code, most in bounds if days <= most)


def ends_of(value: str) -> tuple[date | None, date | None]:
    """Give the first and the last day of a date or interval of EDTF; None for an end that is open or not known."""
    first, slash, last = value.partition("/")
    begins, ends = _ends_of(first), _ends_of(last if slash else first)
    return begins and begins[0], ends and ends[1]


def _days_of(value: str) -> int | None:
    """Give the days from the first to the last of a date or interval of EDTF; None where one is not known."""
    first, last = ends_of(value)
    if first is None or last is None:
        return None
    days = (last - first).days + 1
    return days if days > 0 else None


@lru_cache(maxsize=KEPT_DATES)
def _ends_of(value: str) -> tuple[date, date] | None:
    match = DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        return None
    first, last = month or 1, month or LAST_MONTH
    return date(year, first, day or 1), date(year, last, day or monthrange(year, last)[1])
