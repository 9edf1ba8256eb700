"""The part of EDTF (ISO 8601-2) that sayso writes, checked strictly.

A date with unspecified digits (`199X`, `XXXX-12-02`), a qualifier after a date (`2024-12~`), and an interval of two
dates (`2022-02/2024-12-06`), one of which may be open (`../2024-12`). A day must be one of the calendar.
"""

import re
from calendar import monthrange

DATE = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([~?%]?)")
YEAR = re.compile(r"-?[0-9]{4}|-?[0-9]{3}X|-?[0-9]{2}XX|XXXX")
LEAP_YEAR = 2000  # in which a day and month without a year may fall
MONTHS = 12
OPEN = ".."


def is_edtf(value: str) -> bool:
    """Tell whether a value is a date or an interval as sayso writes them."""
    first, slash, last = value.partition("/")
    if not slash:
        return _is_date(first)
    ends = [end for end in (first, last) if end != OPEN]
    if not ends or not all(map(_is_date, ends)):
        return False
    return len(ends) == 1 or not _is_later(first, last)


def _is_date(value: str) -> bool:
    match = DATE.fullmatch(value)
    if match is None or not YEAR.fullmatch(match[1]):
        return False
    year, month, day, qualifier = match.groups()
    if qualifier and year == "XXXX":
        return False
    if month is None:
        return True
    return _is_month(month) and (day is None or _is_day(year, month, day))


def _is_month(month: str) -> bool:
    return month == "XX" or (month.isdigit() and 1 <= int(month) <= MONTHS)


def _is_day(year: str, month: str, day: str) -> bool:
    if month == "XX" or not day.isdigit():
        return day == "XX"
    counted = int(year) if year.isdigit() and int(year) else LEAP_YEAR
    return 1 <= int(day) <= monthrange(counted, int(month))[1]


def _is_later(first: str, last: str) -> bool:
    """Tell whether an interval ends before it begins, as far as its ends can be compared."""
    ends = [end.rstrip("~?%") for end in (first, last)]
    if any("X" in end or end.startswith("-") for end in ends):
        return False
    length = min(map(len, ends))
    return ends[0][:length] > ends[1][:length]
