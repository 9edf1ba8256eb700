"""Two times taken together, or a time and a length: from one day to another, since, a time of day and its day.

Takes the nodes that a form was made of with what each of them means. What the first of two times lacks is that of the
second: `from 3 to 5 May 2024`.
"""

from collections.abc import Sequence

from sayso.reading.time_calendar import place_month, read_date
from sayso.reading.time_counting import count_from, night_until
from sayso.reading.time_forms import LITERAL, Node
from sayso.reading.time_lengths import read_amount
from sayso.reading.time_placed import Placed, time_in, time_of
from sayso.reading.time_scene import Scene
from sayso.reading.time_values import MONTHS, Period, is_real, period_of, to_timex
from sayso.vocabulary import Anchor, Granularity, Timex
from sayso.vocabulary.edtf import is_edtf

Parts = Sequence[Placed | None]


def read_night_before(scene: Scene, node: Node, parts: Parts) -> Placed | Timex | None:
    """Read the night that ends on a day: `the night before 5 December`."""
    placed = parts[0]
    if placed is None or placed.period.unit is not Granularity.DAY or placed.period.start is None:
        return placed
    found = night_until(placed.period.start, placed.anchor, placed.of)
    has_eve = node.get("day", "weekday") is not None and scene.published is not None
    return found if has_eve else found._replace(timex=f"{to_timex(placed.period)}TNI")


def read_night_to(scene: Scene, node: Node) -> Placed | Timex | None:
    """Read the night between two days, of which the later tells it: `the night of 3 to 4 December`."""
    kinds = ("day", "weekday")
    last = max(place for place, (kind, _) in enumerate(node.slots) if kind in kinds)
    slots = tuple([one for place, one in enumerate(node.slots) if place == last or one[0] not in {*kinds, "part"}])
    placed = read_date(scene, node._replace(slots=slots))
    if not isinstance(placed, Placed) or placed.period.unit is not Granularity.DAY or placed.period.start is None:
        return placed
    return night_until(placed.period.start, placed.anchor, placed.of)


def read_week_of(_: Scene, __: Node, parts: Parts) -> Placed | None:
    """Read the week in which a day lies: `the week of 16 December`."""
    placed = parts[0]
    if placed is None or placed.period.unit is not Granularity.DAY or placed.period.start is None:
        return placed
    return placed._replace(period=period_of(Granularity.WEEK, placed.period.start), value="")


def read_shifted(_: Scene, node: Node, parts: Parts) -> Placed | Timex | None:
    """Read a length before or after a time: `two days after 3 May`."""
    placed, amount = parts[1], read_amount(node)
    if placed is None or amount.number is None or placed.period.start is None:
        return placed
    sign = int(node.form.given.get("to", 1))
    return count_from(placed.period.start, amount, sign, placed.anchor, placed.of)


def read_since(scene: Scene, _: Node, parts: Parts) -> Placed | None:
    """Read the time from a point up to publication."""
    placed = parts[0]
    if placed is None or scene.published is None or placed.period.start is None:
        return placed
    first = placed.edtf.partition("/")[0].rstrip("~")
    value = f"{first}/{scene.published.isoformat()}"
    if placed.period.start > scene.published or not is_edtf(value):
        return placed
    anchor = placed.anchor if placed.anchor is Anchor.TEXT else Anchor.PUBLISHED
    timex = placed.timex or to_timex(placed.period) + time_of(placed)
    return placed._replace(value=value, anchor=anchor, timex=timex)


def read_joined(_: Scene, node: Node, parts: Parts) -> Placed | None:
    """Read a time of day with its day."""
    time = next((part for part in node.parts if part.form.node == "time"), None)
    placed = next((part for part, of in zip(parts, node.parts, strict=True) if of is not time), None)
    if placed is None or time is None or placed.period.unit is not Granularity.DAY:
        return placed
    part, clock = time_in(time)
    return placed._replace(part=part or placed.part, clock=clock or placed.clock, timex="")


def read_span(scene: Scene, node: Node, parts: Parts) -> Placed | None:
    """Read the time from one point to another."""
    first, last = _bounds_of(node, parts) if len(parts) > 1 else _bounds_within(scene, node)
    if first is None or last is None:
        return first or last
    begins, ends = first.period.start, last.period.end
    value = f"{first.edtf.partition('/')[0]}/{last.edtf.rpartition('/')[2]}"
    if (begins and ends and begins > ends) or not is_edtf(value):
        return last
    anchor = last.anchor if last.anchor is not Anchor.STATED else first.anchor
    of = last.of or first.of if anchor is Anchor.TEXT else None
    if anchor is Anchor.TEXT and of is None:
        anchor = Anchor.STATED
    whole = first._replace(value=value, anchor=anchor, of=of, timex=to_timex(first.period) + time_of(first))
    return last._replace(first=whole, parted=_parted(scene, node))


def _bounds_of(node: Node, parts: Parts) -> tuple[Placed | None, Placed | None]:
    """Give the two times that a span was made of."""
    first, last = parts[0], parts[1]
    if first and last and _is_stated(node.parts[1]) and not _is_stated(node.parts[0]):
        first = _with_year_of(first, last)
    return first, last


def _is_stated(node: Node) -> bool:
    return node.get("year", "modern", "iso", "dotted") is not None


def _with_year_of(first: Placed, last: Placed) -> Placed:
    year = last.period.year
    if year is None or first.period.part is None:
        return first
    if first.period.unit is last.period.unit and last.period.part and first.period.part > last.period.part:
        year -= 1
    return first._replace(period=first.period._replace(year=year), value="", anchor=last.anchor, of=last.of)


def _bounds_within(scene: Scene, node: Node) -> tuple[Placed | None, Placed | None]:
    """Give the two times of a span that is one form: of two days, two months or two years."""
    days, months = _numbers(node, "day"), _numbers(node, "month")
    years = _years(_numbers(node, "year", "modern", "three"), _numbers(node, "two"))
    last = _last_of(scene, node, days, months, years)
    if last is None or not is_real(last.period):
        return None, None
    if not days and not months and len(years) == 1:
        return None, last
    period = last.period
    if len(years) > 1:
        period = period._replace(year=years[0])
    if len(days) > 1:
        period = period._replace(day=days[0])
    if len(months) > 1:
        period = period._replace(part=months[0], year=_year_before(period, months[0]))
    return (last._replace(period=period) if is_real(period) else None), last


def _numbers(node: Node, *kinds: str) -> list[int]:
    return [value for value in node.all(*kinds) if isinstance(value, int)]


def _years(whole: list[int], short: list[int]) -> list[int]:
    """Give the years of a span, the second of which may be told by its last two digits: `1892-94`, not `2014-12`."""
    if len(whole) != 1 or not short or not max(MONTHS, whole[0] % 100) < short[0]:
        return whole
    return [*whole, whole[0] // 100 * 100 + short[0]]


def _last_of(scene: Scene, node: Node, days: list[int], months: list[int], years: list[int]) -> Placed | None:
    if not months:
        return Placed(Period(Granularity.YEAR, years[-1])) if years else None
    slots = (("month", months[-1]), *((("day", days[-1]),) if days else ()))
    return place_month(scene, node._replace(slots=slots), years[-1] if years else None, months[-1], None)


def _year_before(period: Period, month: int) -> int | None:
    """Give the year of the month that a span begins with; it lies in the year before where it is the later one."""
    if period.year is None or period.part is None:
        return period.year
    return period.year - 1 if month > period.part else period.year


def _parted(scene: Scene, node: Node) -> tuple[int, int]:
    """Give where the first of two times ends and where the second begins."""
    if len(node.parts) > 1:
        return node.parts[0].end, node.parts[1].start
    joints = {"-", *(category for category, _ in node.slots if category[0] == LITERAL)}
    joint = next(
        place for place in range(node.first, node.last + 1) if not joints.isdisjoint(scene.tokens[place].values)
    )
    return scene.tokens[joint - 1].end, scene.tokens[joint + 1].start
