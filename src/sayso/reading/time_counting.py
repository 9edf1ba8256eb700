"""Times counted from the day of publication or from another time of the text: `three days ago`, `the next day`."""

from datetime import date

from sayso.reading.time_forms import Node
from sayso.reading.time_lengths import OF_YEARS, Amount, read_amount, write_length
from sayso.reading.time_placed import BY_SIZE, UNITS, Placed, time_in, unit_of
from sayso.reading.time_scene import FAR, NEAR, QUARTER_FAR, SAME_PARAGRAPH, Mention, Scene
from sayso.reading.time_values import (
    FIRST_YEAR,
    LAST_YEAR,
    Period,
    add_days,
    add_units,
    day_of,
    period_of,
    shift,
    to_timex,
)
from sayso.vocabulary import Anchor, Granularity, Span, Timex, TimexType

HOURS_OF_DAY, MOST_HOURS = 24, 24_000_000


def read_part(scene: Scene, node: Node) -> Placed | Timex | None:
    """Read a time of day without a day: that of today where the words say so, or of a day named in its sentence."""
    part, clock = time_in(node)
    if node.form.act == "clock" and clock is None:
        return None
    time = f"T{clock}" if clock else f"T{part}"
    if node.form.given.get("today"):
        return _today(scene, timex="" if scene.published else time)._replace(part=part, clock=clock)
    heading = scene.heading_of(node)
    if heading is not None:
        return Placed(heading.period, Anchor.TEXT, heading.span, part=part, clock=clock)
    latest = scene.latest
    day = latest.period if latest and latest.period.unit is Granularity.DAY and latest.period.start else None
    if latest is None or day is None or node.start - latest.span.end > SAME_PARAGRAPH:
        return Timex(type=TimexType.TIME, value=(to_timex(day_of(scene.published)) if scene.published else "") + time)
    if node.start - latest.span.end <= NEAR and not scene.is_parted(latest.last, node.first):
        return Placed(day, Anchor.TEXT, latest.span, part=part, clock=clock)
    return Timex(type=TimexType.TIME, value=to_timex(day) + time)


def _today(scene: Scene, days: int = 0, timex: str = "") -> Placed:
    """Give the day so many days after publication; one that is not known where that is not."""
    day = add_days(scene.published, days) if scene.published else None
    if day is None:
        return Placed(Period(Granularity.DAY), Anchor.NONE, timex=timex)
    return Placed(day_of(day), Anchor.PUBLISHED, timex=timex)


def read_night(scene: Scene, node: Node) -> Placed | Timex:
    """Read the night before publication, which begins on one day and ends on the next; any night in a guide."""
    if scene.tells_any(node):
        return Timex(type=TimexType.TIME, value="TNI")
    return night_until(scene.published, Anchor.PUBLISHED if scene.published else Anchor.NONE)


def night_until(day: date | None, anchor: Anchor, of: Span | None = None) -> Placed:
    """Give the night that ends on a day."""
    eve = add_days(day, -1) if day else None
    if day is None or eve is None:
        return Placed(Period(Granularity.DAY), Anchor.NONE, part="NI", timex="TNI")
    value = f"{eve.isoformat()}/{day.isoformat()}"
    return Placed(day_of(eve), anchor, of, value=value, part="NI")


def read_offset(scene: Scene, node: Node) -> Placed | Timex:
    """Read yesterday, today, tomorrow and the like; in a text that tells of centuries today is no day.

    It is one where words beside it tell what was done: `said today`.
    """
    part, clock = time_in(node)
    is_day = bool(part or clock or node.number("offset") or scene.direction(node) < 0)
    if scene.is_history and not is_day:
        return Timex(type=TimexType.DATE, value="PRESENT_REF")
    return _today(scene, node.number("offset") or 0)._replace(part=part, clock=clock)


def read_ago(scene: Scene, node: Node) -> Placed | Timex | None:
    """Read a time so long before or after publication."""
    sign = int(node.form.given.get("to", -1))
    amount = read_amount(node)
    if amount.number is None:
        return Timex(type=TimexType.DATE, value="PAST_REF" if sign < 0 else "FUTURE_REF")
    quarter = _year_before_quarter(scene, node, amount, sign)
    if quarter is not None:
        return quarter
    if scene.published is None:
        return Timex(type=TimexType.DURATION, value=write_length(amount))
    return count_from(scene.published, amount, sign, Anchor.PUBLISHED)


def count_from(base: date, amount: Amount, sign: int, anchor: Anchor, of: Span | None = None) -> Placed | None:
    """Give the day, week, month or year that lies so many units from a day."""
    unit = UNITS.get(amount.unit)
    if unit is None:  # hours and less: the day of it is the same, or the one beside it
        hours = amount.hours * sign
        day = add_days(base, int(hours / HOURS_OF_DAY)) if abs(hours) < MOST_HOURS else None
        return Placed(day_of(day), anchor, of) if day else None
    day = add_units(base, unit, sign * (amount.number or 0))
    if day is None:
        return _long_before(base, amount, anchor, of) if sign < 0 else None
    if unit is Granularity.WEEK:
        return Placed(day_of(day), anchor, of, timex=to_timex(period_of(unit, day)))
    return Placed(period_of(Granularity.YEAR if unit is Granularity.DECADE else unit, day), anchor, of)


def _long_before(base: date, amount: Amount, anchor: Anchor, of: Span | None) -> Placed | None:
    """Give the year so many before a day, where it lies before the calendar; None for one of five digits."""
    year = base.year - (amount.number or 0) * OF_YEARS.get(amount.unit, 0)
    is_one = -LAST_YEAR <= year < FIRST_YEAR
    return Placed(Period(Granularity.YEAR, year), anchor, of, is_about=True) if is_one else None


def read_later(scene: Scene, node: Node) -> Placed | Timex | None:
    """Read a time so long before or after another one of the text."""
    amount, sign = read_amount(node), int(node.form.given.get("to", 1))
    length = Timex(type=TimexType.DURATION, value=write_length(amount))
    unit = UNITS.get(amount.unit)
    if amount.number is None or unit is None:
        return length
    quarter = _year_before_quarter(scene, node, amount, sign)
    if quarter is not None:
        return quarter
    base = _base_of(scene, node, unit, is_later=sign > 0)
    if base is None:
        may_be_now = _may_be_now(scene, node) and not _is_told(scene, node, unit)
        return count_from(scene.published, amount, sign, Anchor.PUBLISHED) if may_be_now and scene.published else length
    period, start = base.period, base.period.start
    if unit is Granularity.YEAR and period.unit is not Granularity.DAY:
        return Placed(period._replace(year=(period.year or 0) + sign * amount.number), Anchor.TEXT, base.span)
    return count_from(start, amount, sign, Anchor.TEXT, base.span) if start else length


def _may_be_now(scene: Scene, node: Node) -> bool:
    """Tell whether what is counted from nothing told is counted from publication: not in `two days before the vote`."""
    given = node.form.given
    return bool(given.get("else_published")) and not (given.get("alone") and scene.goes_on(node))


def _base_of(scene: Scene, node: Node, unit: Granularity, *, is_later: bool) -> Mention | None:
    """Give the time of the text that another is counted from; none where it is told less finely than by the unit.

    What is still to come when the report is published is counted from there.
    """
    if is_later and scene.published is not None and scene.direction(node) > 0:
        return None
    return scene.latest if _is_told(scene, node, unit, is_fine=True) else None


def _is_told(scene: Scene, node: Node, unit: Granularity, *, is_fine: bool = False) -> bool:
    """Tell whether the text told a time shortly before, and as finely as by a unit."""
    latest = scene.latest
    if latest is None or latest.period.start is None or node.start - latest.span.end > FAR:
        return False
    return not is_fine or BY_SIZE.index(latest.period.unit) <= BY_SIZE.index(unit)


def read_same(scene: Scene, node: Node) -> Placed | None:
    """Read a day, week or year said to be the one that the text spoke of."""
    unit = unit_of(node) or Granularity.DAY
    if unit is Granularity.QUARTER:
        return _quarter(scene)
    part, clock = time_in(node)
    latest = scene.latest if _is_told(scene, node, unit, is_fine=True) else None
    if latest is None or latest.period.start is None:
        is_now = node.form.given.get("else_published") and scene.published
        return Placed(period_of(unit, scene.today), Anchor.PUBLISHED) if is_now else None
    return Placed(period_of(unit, latest.period.start), Anchor.TEXT, latest.span, part=part, clock=clock)


def read_during(scene: Scene, node: Node) -> Placed | None:
    """Read a meeting or a raid spoken of as the day told shortly before, also where its year is not known."""
    latest = scene.latest_day
    if latest is None or node.start - latest.span.end > SAME_PARAGRAPH:
        return None
    return Placed(latest.period, Anchor.TEXT, latest.span)


def _quarter(scene: Scene) -> Placed | None:
    """Give the quarter that the text spoke of last, else the last one that had ended when it was published."""
    if scene.latest_quarter is not None:
        return Placed(scene.latest_quarter.period, Anchor.TEXT, scene.latest_quarter.span)
    if scene.published is None:
        return None
    return Placed(shift(period_of(Granularity.QUARTER, scene.published), -1), Anchor.PUBLISHED)


def _year_before_quarter(scene: Scene, node: Node, amount: Amount, sign: int) -> Placed | None:
    """Give the quarter of another year where a quarter was spoken of shortly before: `a year earlier`."""
    latest = scene.latest_quarter
    if latest is None or amount.unit != "year" or node.start - latest.span.end > QUARTER_FAR:
        return None
    moved = latest.period._replace(year=(latest.period.year or 0) + sign * (amount.number or 0))
    return Placed(moved, Anchor.TEXT, latest.span)


def read_next(scene: Scene, node: Node) -> Placed | Timex | None:
    """Read the day, week or year after or before the one that the text spoke of."""
    unit, by = unit_of(node) or Granularity.DAY, int(node.form.given.get("to", 1))
    part, clock = time_in(node)
    if node.form.given.get("night") and scene.latest_day is None:
        return read_night(scene, node)
    latest = scene.latest if _is_told(scene, node, unit, is_fine=True) else None
    if latest is None or latest.period.start is None:
        is_now = node.form.given.get("else_published") and scene.published and not _is_told(scene, node, unit)
        moved = shift(period_of(unit, scene.today), by)
        return Placed(moved, Anchor.PUBLISHED, part=part, clock=clock) if is_now else None
    if unit is Granularity.YEAR and latest.period.unit is not Granularity.DAY:
        moved = latest.period._replace(year=(latest.period.year or 0) + by)
    else:
        moved = shift(period_of(unit, latest.period.start), by)
    return Placed(moved, Anchor.TEXT, latest.span, part=part, clock=clock)
