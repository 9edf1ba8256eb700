"""What a form was read into: a period with what it was counted from; and what forms have in common."""

from typing import NamedTuple

from sayso.reading.time_forms import Node
from sayso.reading.time_lengths import whole_number
from sayso.reading.time_values import MONTHS, Period, add_days, to_edtf
from sayso.vocabulary import Anchor, Granularity, Span, TimexType

HALF_A_DAY, MINUTES_OF_HOUR, MINUTES_OF_DAY = 12, 60, 1_440
# Two digits of a year below this are of this century.
LAST_SHORT_YEAR = 70
UNITS = {
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "weekend": Granularity.WEEKEND,
    "month": Granularity.MONTH,
    "season": Granularity.SEASON,
    "quarter": Granularity.QUARTER,
    "half": Granularity.HALF,
    "year": Granularity.YEAR,
    "decade": Granularity.DECADE,
    "century": Granularity.CENTURY,
}
BY_SIZE = tuple(UNITS.values())
YEAR_EDGES = {"start": 1, "end": MONTHS}
WIDER = {"early": "start", "late": "end"}  # edges that are wider in a year, and none of its months
# The first and last year of the beginning, middle and end of a decade and a century: halves and quarters of them, as
# most say who write them out.
PARTS_OF_YEARS = {
    Granularity.DECADE: {"start": (0, 4), "mid": (4, 6), "end": (5, 9)},
    Granularity.CENTURY: {"start": (0, 24), "mid": (40, 59), "end": (75, 99)},
}
PARTS = frozenset(("MO", "AF", "EV", "NI"))


class Placed(NamedTuple):
    """A period and what it was counted from; ``value`` is its EDTF where that is not the period's own."""

    period: Period
    anchor: Anchor = Anchor.STATED
    of: Span | None = None
    value: str = ""
    part: str = ""
    clock: str | None = None
    timex: str = ""
    kind: TimexType = TimexType.DATE
    is_about: bool = False
    first: "Placed | None" = None
    parted: tuple[int, int] = (0, 0)

    @property
    def edtf(self) -> str:
        """Give its value in EDTF."""
        return self.value or to_edtf(self.period, is_about=self.is_about)


def time_in(node: Node) -> tuple[str, str | None]:
    """Give the part of the day that a form states, and the time by the clock."""
    part = node.get("part")
    return (str(part) if part in PARTS else ""), read_clock(node)


def time_of(found: Placed) -> str:
    """Give the time of day of a time, as TimeML writes it after the day; nothing where none is stated."""
    return f"T{found.clock}" if found.clock else f"T{found.part}" if found.part else ""


def year_of(node: Node) -> int | None:
    """Give the year that a form states, counted from 0 for 1 BC."""
    year, short = node.number("year", "modern", "three"), node.number("two")
    if node.get("bc") is not None:
        counted = node.get("num") if year is None else year
        year = whole_number(counted) if isinstance(counted, str) else counted
        return None if year is None else 1 - year
    if year is None and short is not None and node.form.given.get("short_year"):
        return full_year(short)
    return short if year is None and node.form.given.get("whole_year") else year


def full_year(short: int) -> int:
    """Give the year that two digits stand for."""
    return short + (2_000 if short < LAST_SHORT_YEAR else 1_900)


def unit_of(node: Node) -> Granularity | None:
    """Give the unit that a form names, in a category of its own or as one of its words."""
    named = node.get("unit", "single") or node.form.given.get("unit")
    return UNITS.get(str(named or next((value for _, value in node.slots if value in UNITS), "")))


def edge_of(period: Period, edge: str) -> str:
    """Give the beginning or end of a week as its days, of a year as its month, of more as years; others are marked."""
    start, end = period.start, period.end
    if period.unit is Granularity.YEAR and edge in YEAR_EDGES:
        return to_edtf(Period(Granularity.MONTH, period.year, YEAR_EDGES[edge]), is_about=True)
    edge = WIDER.get(edge, edge)
    years = PARTS_OF_YEARS.get(period.unit, {}).get(edge)
    if years and period.year is not None and period.year > 0:
        return "/".join(to_edtf(Period(Granularity.YEAR, period.year + by), is_about=True) for by in years)
    if period.unit is not Granularity.WEEK or start is None or end is None:
        return ""
    first, last = {"start": (0, 1), "mid": (2, 3), "end": (4, 6)}.get(edge, (0, 6))
    days = add_days(start, first), add_days(start, last)
    return f"{days[0].isoformat()}/{days[1].isoformat()}" if days[0] and days[1] else ""


def read_clock(node: Node) -> str | None:
    """Give the time by the clock that a form states, on 24 hours."""
    moment, written, hour = node.get("moment"), node.get("clock", "dec"), node.number("hour")
    if moment is not None:
        return str(moment)
    minute = 0
    if hour is None and isinstance(written, str):
        parts = written.replace(".", ":").split(":")
        if len(parts) == 1 or len(parts[0]) > len("24") or len(parts[1]) != len("59") or not parts[1].isdigit():
            return None
        hour, minute = int(parts[0]), int(parts[1])
    if hour is None:
        return None
    half = node.get("half_day")
    if half == "pm" and hour < HALF_A_DAY:
        hour += HALF_A_DAY
    elif half == "am" and hour == HALF_A_DAY:
        hour = 0
    is_one = minute < MINUTES_OF_HOUR and hour * MINUTES_OF_HOUR + minute <= MINUTES_OF_DAY
    return f"{hour:02}:{minute:02}" if is_one else None
