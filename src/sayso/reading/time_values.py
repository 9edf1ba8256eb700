"""Stretches of the calendar as a report names them: a day, a week, a season, a decade, and how each is written.

`to_edtf` writes them for sayso, `to_timex` as TimeML does. A year is astronomical (0 is 1 BC), None where it is not
known. Nothing here knows a word of any language.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from sayso.vocabulary import Granularity

WEEK_DAYS, MONTHS, QUARTER_MONTHS, HALF_MONTHS = 7, 12, 3, 6
SATURDAY, SUNDAY = 6, 7
FIRST_YEAR, LAST_YEAR = 1, 9999
# The first month of a season; winter ends in the year after.
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
LETTERS = {
    Granularity.DAY: "D",
    Granularity.WEEK: "W",
    Granularity.MONTH: "M",
    Granularity.QUARTER: "Q",
    Granularity.YEAR: "Y",
}


class Clock(StrEnum):
    """The units of a day."""

    SECOND = "S"
    MINUTE = "M"
    HOUR = "H"


class Period(NamedTuple):
    """A stretch of the calendar: ``part`` is the month, week, quarter or half of its year, ``day`` that of its month.

    ``season`` is its two letters in TimeML. Of a decade and a century ``year`` is the first.
    """

    unit: Granularity
    year: int | None = None
    part: int | None = None
    day: int | None = None
    season: str = ""

    @property
    def start(self) -> date | None:
        """Its first day; None where the year is not known or beyond the calendar."""
        return _first_day(self)

    @property
    def end(self) -> date | None:
        """Its last day."""
        start = self.start
        if start is None:
            return None
        following = shift(self, 1).start
        if self.unit is Granularity.WEEKEND:
            return add_days(start, 1)
        return following - timedelta(days=1) if following else None


def day_of(day: date) -> Period:
    """Give the period of one day."""
    return Period(Granularity.DAY, day.year, day.month, day.day)


def period_of(unit: Granularity, day: date) -> Period:
    """Give the period of a unit in which a day lies."""
    if unit in {Granularity.WEEK, Granularity.WEEKEND}:
        year, week, _ = day.isocalendar()
        return Period(unit, year, week)
    if unit is Granularity.SEASON:
        return _season_of(day)
    if unit is Granularity.DECADE:
        return Period(unit, day.year // 10 * 10)
    if unit is Granularity.CENTURY:
        return Period(unit, day.year // 100 * 100)
    size = {Granularity.MONTH: 1, Granularity.QUARTER: QUARTER_MONTHS, Granularity.HALF: HALF_MONTHS}.get(unit)
    if size:
        return Period(unit, day.year, (day.month - 1) // size + 1)
    return day_of(day) if unit is Granularity.DAY else Period(Granularity.YEAR, day.year)


def _season_of(day: date) -> Period:
    season = {0: "WI", 1: "SP", 2: "SU", 3: "FA"}[day.month % MONTHS // 3]
    year = day.year - 1 if season == "WI" and day.month < SEASON_MONTHS["WI"] else day.year
    return Period(Granularity.SEASON, year, season=season)


def _first_day(period: Period) -> date | None:
    if period.year is None or not FIRST_YEAR <= period.year <= LAST_YEAR:
        return None
    year, part = period.year, period.part or 1
    if period.unit in {Granularity.WEEK, Granularity.WEEKEND}:
        try:
            return date.fromisocalendar(year, part, 1 if period.unit is Granularity.WEEK else SATURDAY)
        except ValueError:
            return None
    if period.unit is Granularity.SEASON:
        return date(year, SEASON_MONTHS[period.season], 1)
    size = {Granularity.QUARTER: QUARTER_MONTHS, Granularity.HALF: HALF_MONTHS}.get(period.unit, 1)
    return date(year, (part - 1) * size + 1, period.day or 1)


def shift(period: Period, by: int) -> Period:
    """Give the period of the same unit so many later; earlier where ``by`` is below 0."""
    if period.year is None:
        return period
    if period.unit is Granularity.DAY or period.unit in {Granularity.WEEK, Granularity.WEEKEND}:
        start = period.start
        days = by if period.unit is Granularity.DAY else by * WEEK_DAYS
        moved = add_days(start, days) if start else None
        return period_of(period.unit, moved) if moved else period._replace(year=None, part=None, day=None)
    per_year = {Granularity.MONTH: MONTHS, Granularity.QUARTER: 4, Granularity.HALF: 2}.get(period.unit)
    if per_year and period.part:
        years, part = divmod(period.part - 1 + by, per_year)
        return period._replace(year=period.year + years, part=part + 1)
    if period.unit is Granularity.SEASON:
        order = tuple(SEASON_MONTHS)
        years, place = divmod(order.index(period.season) + by, len(order))
        return period._replace(year=period.year + years, season=order[place])
    size = {Granularity.DECADE: 10, Granularity.CENTURY: 100}.get(period.unit, 1)
    return period._replace(year=period.year + by * size)


def add_days(day: date, days: int) -> date | None:
    """Give the day so many later, None where the calendar ends before."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_units(day: date, unit: Granularity, count: int) -> date | None:
    """Give the day so many units later, the last of its month where that month is shorter."""
    if unit in {Granularity.DAY, Granularity.WEEK}:
        return add_days(day, count * (WEEK_DAYS if unit is Granularity.WEEK else 1)) if abs(count) < 10**6 else None
    months = {Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.HALF: 6, Granularity.YEAR: 12}
    size = months.get(unit, 120 if unit is Granularity.DECADE else 1_200)
    years, month = divmod(day.month - 1 + count * size, MONTHS)
    year = day.year + years
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_real(period: Period) -> bool:
    """Tell whether a day is one of the calendar: there is no 31 June."""
    if period.unit is not Granularity.DAY or not period.part or not period.day:
        return True
    known = period.year is not None and FIRST_YEAR <= period.year <= LAST_YEAR
    year = period.year if known and period.year else 2000
    return 1 <= period.day <= monthrange(year, period.part)[1]


def to_edtf(period: Period, *, is_about: bool = False) -> str:
    """Write a period as an EDTF date, or as an interval of its first and last day or month."""
    mark = "~" if is_about and period.year is not None else ""
    if period.unit in {Granularity.WEEK, Granularity.WEEKEND}:
        start, end = period.start, period.end
        return f"{start.isoformat()}/{end.isoformat()}" if start and end else "XXXX-XX-XX"
    if period.unit in {Granularity.SEASON, Granularity.QUARTER, Granularity.HALF}:
        return _months(period)
    year = _year(period.year)
    if period.unit in {Granularity.DECADE, Granularity.CENTURY}:
        kept = 1 if period.unit is Granularity.DECADE else 2
        return year[:-kept] + "X" * kept + mark if period.year is not None else year
    if period.unit is Granularity.YEAR:
        return year + mark
    month = f"{period.part:02}" if period.part else "XX"
    if period.unit is Granularity.MONTH:
        return f"{year}-{month}{mark}"
    return f"{year}-{month}-{period.day:02}{mark}" if period.day else f"{year}-{month}-XX"


def _months(period: Period) -> str:
    if period.season:
        first, size = SEASON_MONTHS[period.season], QUARTER_MONTHS
    elif period.part is None:
        return _year(period.year)
    else:
        size = QUARTER_MONTHS if period.unit is Granularity.QUARTER else HALF_MONTHS
        first = (period.part - 1) * size + 1
    over, last = divmod(first + size - 2, MONTHS)
    year = period.year
    return f"{_year(year)}-{first:02}/{_year(None if year is None else year + over)}-{last + 1:02}"


def _year(year: int | None) -> str:
    if year is None or not -LAST_YEAR <= year <= LAST_YEAR:
        return "XXXX"
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def to_timex(period: Period) -> str:
    """Write a period as TimeML does."""
    year = "XXXX" if period.year is None else f"{period.year:04}" if period.year > 0 else f"BC{1 - period.year:04}"
    part = period.part
    written = {
        Granularity.WEEK: f"{year}-W{part:02}" if part else f"{year}-WXX",
        Granularity.WEEKEND: f"{year}-W{part:02}-WE" if part else f"{year}-WXX-WE",
        Granularity.QUARTER: f"{year}-Q{part}" if part else f"{year}-QX",
        Granularity.HALF: f"{year}-H{part}" if part else f"{year}-HX",
        Granularity.SEASON: f"{year}-{period.season}",
        Granularity.DECADE: year[:-1],
        Granularity.CENTURY: year[:-2],
        Granularity.YEAR: year,
    }
    if period.unit in written:
        return written[period.unit]
    month = f"{part:02}" if part else "XX"
    if period.unit is Granularity.MONTH:
        return f"{year}-{month}"
    return f"{year}-{month}-{period.day:02}" if period.day else f"{year}-{month}-XX"
