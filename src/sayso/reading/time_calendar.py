"""Dates: the day, month, season, weekday or year that a form names, and in which year or week it lies.

A weekday or month without a year is the last one on or before publication, the next one where the words around it speak
of what is to come; in a text that tells of long ago it is that of the time before it.
"""

import re
from datetime import date

from sayso.reading.time_forms import Node
from sayso.reading.time_placed import PARTS_OF_YEARS, UNITS, Placed, edge_of, full_year, time_in, year_of
from sayso.reading.time_scene import Scene, is_bare_weekday
from sayso.reading.time_values import MONTHS, WEEK_DAYS, Period, add_days, day_of, is_real, period_of, shift
from sayso.vocabulary import Anchor, Granularity, Timex, TimexType

NEAR_DAYS = 100
COMING = 2  # a turn that means the very next one
SHORT_YEAR, SEASONS, LAST_CENTURY = 3, 4, 30  # a year of two digits with the stroke before it
PARTS_OF_YEAR = {Granularity.QUARTER: 4, Granularity.HALF: 2}
# Decades are told by their year or by their tens, which below the third are those of our century.
SHORTEST_DECADE_YEAR, LAST_DECADE, LAST_TENS, FIRST_TENS, CENTURY_OF_OURS = 1_000, 2_190, 90, 10, 2_000


def read_date(scene: Scene, node: Node) -> Placed | Timex | None:
    """Read a date, whole or in part; None where it is none of the calendar, a set where any weekday is meant."""
    weekday, given = node.number("weekday"), node.form.given
    if weekday is not None and is_bare_weekday(node) and scene.tells_any(node):
        return Timex(type=TimexType.SET, value=f"XXXX-WXX-{weekday}")
    if (given.get("ancient") and not scene.is_ancient) or (given.get("any") and not scene.is_guide):
        return None
    placed = _in_digits(scene, node) if node.get("iso", "dotted") is not None else _in_words(scene, node)
    if placed is None or not is_real(placed.period):
        return None
    part, clock = time_in(node)
    return _in_part(node, placed)._replace(part=part, clock=clock)


def _in_part(node: Node, placed: Placed) -> Placed:
    """Give the beginning, middle or end of a period where a form tells one; of months and seasons it is only marked."""
    edge, unit = node.get("edge"), placed.period.unit
    is_half = unit is Granularity.MONTH and bool(node.get("half") or node.form.given.get("about"))
    if edge is None or unit is Granularity.DAY:
        return placed._replace(is_about=is_half)
    has_parts = unit in PARTS_OF_YEARS or (unit is Granularity.YEAR and placed.period.year is not None)
    return placed._replace(value=edge_of(placed.period, str(edge)) if has_parts else placed.value, is_about=True)


def read_named(_: Scene, node: Node) -> Placed:
    """Read a stretch of time that has a name and one place in the calendar: a war of once."""
    value = str(node.get("era"))
    return Placed(Period(Granularity.YEAR, int(value.partition("-")[0])), value=value, timex=value)


def _in_words(scene: Scene, node: Node) -> Placed | None:
    """Read a date by the smallest unit that it names, but for a weekday beside a month."""
    year, turn = year_of(node), node.number("turn")
    if node.form.given.get("same_year"):
        return _same_year(scene, node)
    is_part = node.form.given.get("quarter") is not None
    if is_part or node.get("month", "clear_month", "season", "in_season", "seasons", "half", "big_unit") is not None:
        if node.form.given.get("last_year"):
            turn = -1
        elif node.get("of_year") is None:
            turn = None
        if year is not None or turn is None or scene.published is None:
            return _within_year(scene, node, year)
        placed = _within_year(scene, node, scene.published.year + min(1, turn))
        return placed._replace(anchor=Anchor.PUBLISHED) if placed else None
    decade, weekday = node.number("decade", "short_decade"), node.number("weekday")
    if decade is not None:
        return _decade(decade)
    if weekday is not None:
        return _weekday(scene, node, weekday)
    return Placed(Period(Granularity.YEAR, year)) if year is not None else None


def _same_year(scene: Scene, node: Node) -> Placed | None:
    """Read a part of the year that the text spoke of: `May that year`; the year stays open where it spoke of none."""
    latest = scene.latest
    placed = _within_year(scene, node, latest.period.year if latest else 0)
    if placed is None:
        return None
    if latest is None:
        return Placed(placed.period._replace(year=None), Anchor.NONE)
    return placed._replace(anchor=Anchor.TEXT, of=latest.span)


def _within_year(scene: Scene, node: Node, year: int | None) -> Placed | None:
    """Read a day, month, season or another part of a year, which may not be stated."""
    month, season = node.number("month", "clear_month"), node.get("season", "in_season", "seasons")
    if month is not None:
        return place_month(scene, node, year, month, node.number("weekday"))
    return _season(scene, node, year, str(season)) if season is not None else _in_order(scene, node, year)


def _in_digits(scene: Scene, node: Node) -> Placed | None:
    """Read a date that is all digits: year first with hyphens, else day first, with strokes as the language has it."""
    iso = node.get("iso")
    written = str(iso or node.get("dotted"))
    numbers = [int(one) for one in re.split("[-./]", written)]
    if iso is not None:
        year, month, day = numbers
    else:
        day, month, year = numbers
        if "/" in written and scene.grammar.is_month_first:
            day, month = month, day
        year = year if len(written) - max(written.rfind("."), written.rfind("/")) > SHORT_YEAR else full_year(year)
    return Placed(Period(Granularity.DAY, year, month, day)) if 1 <= month <= MONTHS and year else None


def place_month(scene: Scene, node: Node, year: int | None, month: int, weekday: int | None) -> Placed:
    """Place a month, or a day of it where the form names one."""
    day, turn = node.number("day"), node.number("turn")
    period = Period(Granularity.DAY if day else Granularity.MONTH, year, month, day)
    if year is not None:
        return Placed(period)
    if turn is not None and scene.published:
        return Placed(period._replace(year=_turned_year(scene.published, month, turn)), Anchor.PUBLISHED)
    if not day and scene.tells_any(node):
        return Placed(period, Anchor.NONE)
    story = scene.story(node)
    if story is not None:
        return Placed(period._replace(year=story.period.year), Anchor.TEXT, story.span)
    if scene.published is None:
        return Placed(period, Anchor.NONE)
    year = _nearest_year(scene.published, period, weekday, scene.direction(node))
    return Placed(period._replace(year=year), Anchor.PUBLISHED)


def _turned_year(today: date, month: int, turn: int) -> int:
    """Give the year of the last, this or the next month of a name."""
    if turn < 0 and month >= today.month:
        return today.year - 1
    return today.year + 1 if turn > 0 and month <= today.month else today.year


def _nearest_year(today: date, period: Period, weekday: int | None, direction: int) -> int:
    """Give the year in which a day or month lies nearest to publication, on the side that the words tell.

    A day within some weeks of publication is the one meant whatever the words around it are about; a month of which
    they tell nothing is past.
    """
    if period.unit is Granularity.MONTH:
        away = {year: (year - today.year) * MONTHS + (period.part or 1) - today.month for year in _years(today)}
        near, direction = 0, direction or -1
    else:
        near, away = NEAR_DAYS, _days_away(today, period, weekday)
    order = sorted(away, key=lambda year: (abs(away[year]), away[year]))
    if not order:
        return today.year
    if abs(away[order[0]]) <= near or not direction:
        return order[0]
    return next((year for year in order if away[year] * direction >= 0), order[0])


def _years(today: date) -> range:
    return range(max(1, today.year - 1), min(date.max.year, today.year + 1) + 1)


def _days_away(today: date, period: Period, weekday: int | None) -> dict[int, int]:
    """Give how many days away a day is in each year in which it is one; with a weekday, where it falls on it."""
    named = [period._replace(year=year) for year in _years(today)]
    starts = [one.start for one in named if is_real(one)]
    days = [start for start in starts if start is not None]
    fitting = [day for day in days if day.isoweekday() == weekday]
    return {day.year: (day - today).days for day in fitting or days}


def _season(scene: Scene, node: Node, year: int | None, season: str) -> Placed:
    period, turn = Period(Granularity.SEASON, year, season=season), node.number("turn")
    if node.form.given.get("any"):
        return Placed(period, Anchor.NONE)
    if year is not None:
        return Placed(period)
    if turn is None and scene.tells_any(node):
        return Placed(period, Anchor.NONE)
    story = scene.story(node) if turn is None else None
    if story is not None:
        return Placed(period._replace(year=story.period.year), Anchor.TEXT, story.span)
    if scene.published is None:
        return Placed(period, Anchor.NONE)
    direction = (scene.direction(node) or -1) if turn is None else turn
    return Placed(_nearest_season(scene.published, season, direction, is_turned=turn is not None), Anchor.PUBLISHED)


def _nearest_season(today: date, season: str, direction: int, *, is_turned: bool) -> Period:
    """Give the last, this or the next season of a name; that of publication is both, unless said so."""
    current = period_of(Granularity.SEASON, today)
    later = next(one for one in (shift(current, by) for by in range(SEASONS)) if one.season == season)
    is_now = later == current
    if direction == 0:
        return later if is_now or later.year == today.year else shift(later, -SEASONS)
    if is_now and not is_turned:
        return later
    if direction > 0:
        return shift(later, SEASONS) if is_now else later
    return shift(later, -SEASONS)


def _in_order(scene: Scene, node: Node, year: int | None) -> Placed | None:
    """Read a half, quarter or century that is told by its number."""
    half, order = node.number("half"), node.number("ord", "roman", "num") or 0
    unit = Granularity.HALF if half else UNITS.get(str(node.get("big_unit") or node.form.given.get("unit")))
    if unit is Granularity.CENTURY:
        first = -order * 100 + 1 if node.get("bc") is not None else (order - 1) * 100
        return Placed(Period(unit, first)) if 1 <= order <= LAST_CENTURY else None
    if unit is None or not 1 <= (half or order) <= PARTS_OF_YEAR[unit]:
        return None
    period = Period(unit, year, half or order)
    if year is not None or scene.published is None:
        return Placed(period, Anchor.STATED if year is not None else Anchor.NONE)
    year = scene.published.year
    start = period._replace(year=year).start
    if scene.direction(node) <= 0 and start and start > scene.published:
        year -= 1
    return Placed(period._replace(year=year), Anchor.PUBLISHED)


def _decade(decade: int) -> Placed | None:
    """Read a decade by its year or by its tens; round hundreds stand for a century."""
    is_short = decade < SHORTEST_DECADE_YEAR
    if decade % 10 or decade > LAST_DECADE or (is_short and decade > LAST_TENS):
        return None
    if is_short:
        return Placed(Period(Granularity.DECADE, full_decade(decade)))
    is_century = decade % 100 == 0 and decade != CENTURY_OF_OURS
    return Placed(Period(Granularity.CENTURY if is_century else Granularity.DECADE, decade))


def full_decade(tens: int) -> int:
    """Give the first year of a decade that is told by its tens."""
    return tens + (CENTURY_OF_OURS - 100 if tens > FIRST_TENS else CENTURY_OF_OURS)


def _weekday(scene: Scene, node: Node, weekday: int) -> Placed:
    story, turn, base = scene.story(node), node.number("turn"), scene.published
    if story is not None and story.period.unit is Granularity.DAY and turn is None and story.period.start:
        start = story.period.start
        day = add_days(start, (weekday - start.isoweekday()) % WEEK_DAYS)
        return Placed(day_of(day) if day else Period(Granularity.DAY), Anchor.TEXT, story.span)
    if base is None:
        return Placed(Period(Granularity.DAY), Anchor.NONE, timex=f"XXXX-WXX-{weekday}")
    day = add_days(base, _days_to(weekday - base.isoweekday(), turn, scene.direction(node)))
    return Placed(day_of(day) if day else Period(Granularity.DAY), Anchor.PUBLISHED)


def _days_to(away: int, turn: int | None, direction: int) -> int:
    """Give how many days off a weekday lies that stands ``away`` days off in the week of publication.

    The one of publication itself counts, unless `last`, `coming` or `next` is said; the next one is that of next week.
    """
    if turn is None:
        return away % WEEK_DAYS if direction > 0 else -(-away % WEEK_DAYS)
    if turn < 0:
        return -(-away % WEEK_DAYS or WEEK_DAYS)
    if turn == COMING:
        return away % WEEK_DAYS or WEEK_DAYS
    return away + turn * WEEK_DAYS
