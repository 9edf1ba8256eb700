"""Holidays by name: the day on which one falls in a year, and in which year it is meant.

A holiday is written `12-25` where its day is always the same; `12-25 2023 01-07` where it was another before a year;
`west+1` and `east-2` so many days after or before Easter as the western and the eastern churches reckon it; `11-4-4`
is the fourth Thursday of November. With `night ` before it the night is meant that begins on that day.
"""

import re
from datetime import date, timedelta

from sayso.reading.time_counting import night_until
from sayso.reading.time_forms import Node
from sayso.reading.time_placed import Placed, year_of
from sayso.reading.time_scene import Scene
from sayso.reading.time_values import FIRST_YEAR, LAST_YEAR, WEEK_DAYS, Period, add_days, day_of
from sayso.vocabulary import Anchor, Granularity

FIXED = re.compile(r"([0-9]{2})-([0-9]{2})(?: ([0-9]{4}) ([0-9]{2})-([0-9]{2}))?")
MOVED = re.compile(r"(west|east)([+-][0-9]+)")
WEEKDAY = re.compile(r"([0-9]{1,2})-([1-7])-([1-5])")
# The calendars stand apart by this many days between 1900 and 2099; EDTF dates of other centuries are a few days off.
CALENDARS_APART = 13
NIGHT = "night "


def read_holiday(scene: Scene, node: Node) -> Placed:
    """Read a holiday: of the year stated, else the one nearest to publication on the side that the words tell."""
    name = str(node.get("holiday"))
    placed = _read_day(scene, node, name.removeprefix(NIGHT))
    eve = placed.period.start
    morrow = add_days(eve, 1) if eve and name.startswith(NIGHT) else None
    return night_until(morrow, placed.anchor, placed.of) if morrow else placed


def _read_day(scene: Scene, node: Node, name: str) -> Placed:
    year, turn = year_of(node), node.number("turn")
    if year is not None:
        return _on(name, year, Anchor.STATED)
    today = scene.published
    if turn is not None and node.get("of_year") is not None and today:
        return _on(name, today.year + min(1, turn), Anchor.PUBLISHED)
    story = scene.story(node)
    if story is not None and story.period.year is not None:
        return _on(name, story.period.year, Anchor.TEXT)._replace(of=story.span)
    if today is None or scene.tells_any(node):
        return Placed(_open_day(name), Anchor.NONE)
    return _nearest(name, today, turn or scene.direction(node))


def _on(name: str, year: int, anchor: Anchor) -> Placed:
    day = day_in(name, year)
    return Placed(day_of(day) if day else Period(Granularity.YEAR, year), anchor)


def _nearest(name: str, today: date, direction: int) -> Placed:
    days = [day for by in (-1, 0, 1) if (day := day_in(name, today.year + by))]
    fitting = [day for day in days if (day - today).days * direction >= 0] if direction else days
    nearest = min(fitting or days, key=lambda day: abs((day - today).days), default=None)
    return Placed(day_of(nearest) if nearest else Period(Granularity.DAY), Anchor.PUBLISHED)


def _open_day(name: str) -> Period:
    """Give a holiday without a year; of one that moves nothing is known."""
    match = FIXED.fullmatch(name)
    return Period(Granularity.DAY, None, int(match[1]), int(match[2])) if match else Period(Granularity.DAY)


def day_in(name: str, year: int) -> date | None:
    """Give the day of a holiday in a year; None beyond the calendar."""
    if not FIRST_YEAR < year < LAST_YEAR:
        return None
    fixed, moved, weekday = FIXED.fullmatch(name), MOVED.fullmatch(name), WEEKDAY.fullmatch(name)
    if fixed:
        is_old = fixed[3] is not None and year < int(fixed[3])
        return date(year, int(fixed[4 if is_old else 1]), int(fixed[5 if is_old else 2]))
    if moved:
        easter = western_easter(year) if moved[1] == "west" else eastern_easter(year)
        return easter + timedelta(days=int(moved[2]))
    if weekday:
        month, which, count = (int(one) for one in weekday.groups())
        first = date(year, month, 1)
        return first + timedelta(days=(which - first.isoweekday()) % WEEK_DAYS + WEEK_DAYS * (count - 1))
    return None


def western_easter(year: int) -> date:
    """Give Easter Sunday of the western churches.

    Source: the anonymous computus, Nature 13 (1876), as in Meeus, Astronomical Algorithms, chapter 8.
    """
    golden, (century, of_century) = year % 19, divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * rest + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def eastern_easter(year: int) -> date:
    """Give Easter Sunday of the eastern churches, in the calendar of today.

    Source: Meeus, Astronomical Algorithms, chapter 8: Easter in the Julian calendar.
    """
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return date(year, month, day + 1) + timedelta(days=CALENDARS_APART)
