"""This, the last and the next week, month or year, and stretches that end or begin with publication."""

from datetime import date
from math import ceil

from sayso.reading.time_forms import Node
from sayso.reading.time_lengths import Amount, read_amount, write_length
from sayso.reading.time_placed import UNITS, Placed, edge_of, time_in, unit_of
from sayso.reading.time_scene import Scene
from sayso.reading.time_values import Period, add_days, add_units, day_of, period_of, shift
from sayso.vocabulary import Anchor, Granularity, Timex, TimexType

COMING = 2  # a turn that means the very next one
HOURS_OF_DAY, MOST_DAYS = 24, 1_000_000


def read_turn(scene: Scene, node: Node) -> Placed | None:
    """Read this, the last or the next unit, from publication; in a text of long ago from the time before."""
    unit, turn = unit_of(node), min(1, node.number("turn") or int(node.form.given.get("turn", 0)))
    if unit is None:
        return None
    story, edge = scene.story(node), str(node.get("edge") or node.form.given.get("edge") or "")
    base = story.period.start if story else scene.published
    if base is None:
        return Placed(Period(Granularity.YEAR if unit is Granularity.YEAR else Granularity.DAY), Anchor.NONE)
    period = _turned(scene, unit, turn, base, node)
    value = edge_of(period, edge) if edge else ""
    if unit is Granularity.WEEK and not story and not turn and not edge:
        value = _week_so_far(scene, node, period)
    part, clock = time_in(node)
    placed = Placed(period, Anchor.PUBLISHED, value=value, part=part, clock=clock, is_about=bool(edge))
    return placed._replace(anchor=Anchor.TEXT, of=story.span) if story else placed


def _turned(scene: Scene, unit: Granularity, turn: int, base: date, node: Node) -> Period:
    current = period_of(unit, base)
    is_coming = unit is Granularity.WEEKEND and node.number("turn") == COMING
    if is_coming and current.start and current.start > base:
        return current
    if unit is Granularity.WEEKEND and turn <= 0:
        begun = bool(current.start and current.start <= base)
        looks_back = turn < 0 or (not begun and scene.direction(node) < 0)
        return shift(current, -1) if looks_back and not (begun and node.form.given.get("so_far")) else current
    return shift(current, turn)


def _week_so_far(scene: Scene, node: Node, period: Period) -> str:
    """Give what is meant of the week of publication: up to that day, or from it on, or all of it."""
    start, end = period.start, period.end
    if start is None or end is None or scene.published is None:
        return ""
    if node.get("later") is not None:
        return f"{scene.published.isoformat()}/{end.isoformat()}"
    is_whole = scene.direction(node) > 0 or start == scene.published
    return "" if is_whole else f"{start.isoformat()}/{scene.published.isoformat()}"


def read_window(scene: Scene, node: Node) -> Placed | Timex | None:
    """Read a length of time that ends, or begins, with publication."""
    amount, turn = read_amount(node), node.number("turn") or 0
    sign = 1 if turn > 0 else int(node.form.given.get("to", -1))
    length = Timex(type=TimexType.DURATION, value=write_length(amount))
    if node.form.given.get("ahead") and scene.direction(node) <= 0:
        return length
    if amount.number is None or scene.published is None:
        return length
    other = _far_end(scene, amount, sign)
    if other is None:
        return length
    first, last = sorted((scene.published, other))
    value = f"{first.isoformat()}/{last.isoformat()}"
    return Placed(day_of(scene.published), Anchor.PUBLISHED, value=value, timex=length.value, kind=TimexType.DURATION)


def _far_end(scene: Scene, amount: Amount, sign: int) -> date | None:
    unit = UNITS.get(amount.unit)
    if unit is not None and unit is not Granularity.SEASON:
        return add_units(scene.today, unit, sign * (amount.number or 0))
    days = ceil(amount.hours / HOURS_OF_DAY)
    return add_days(scene.today, sign * days) if days < MOST_DAYS else None


def read_running(scene: Scene, node: Node) -> Placed | None:
    """Read the n-th day or week in a row: it began n - 1 units before publication."""
    order, unit = node.number("ord"), UNITS.get(str(node.get("unit")))
    if not order or unit is None or scene.published is None:
        return None
    start = add_units(scene.published, unit, -max(1, order - 1))
    if start is None:
        return None
    value = f"{start.isoformat()}/{scene.published.isoformat()}"
    timex = f"P{order}{unit[0].upper()}"
    return Placed(day_of(scene.published), Anchor.PUBLISHED, value=value, timex=timex, kind=TimexType.DURATION)
