"""Amounts of time: so many units, and how TimeML writes them (`P3D`, `PT2H`, `PXW`)."""

from typing import NamedTuple

from sayso.reading.time_forms import Node

LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q"}
OF_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1_000}
CLOCK_HOURS = {"second": 1 / 3_600, "minute": 1 / 60, "hour": 1}
MOST = 10**7
HALF = " 1/2"


class Amount(NamedTuple):
    """So many units; ``number`` is None where the words do not say how many."""

    number: int | None
    unit: str
    half: bool = False

    @property
    def hours(self) -> float:
        """Its length in hours; 0 for units of a day and more."""
        return (self.number or 0) * CLOCK_HOURS.get(self.unit, 0)


def read_amount(node: Node) -> Amount:
    """Give the amount that a form states; a unit alone is one of it."""
    node = node.parts[0] if node.parts else node
    unit = str(node.form.given.get("unit") or node.get("unit", "units") or "day")
    count = node.get("num", "word", "one", "some", "dec")
    given = node.form.given.get("count")
    if count is None:
        count = "X" if given is None and node.get("units") else given
    half = node.get("and_half") is not None
    if isinstance(count, str):
        half = half or count.endswith(HALF)
        count = whole_number(count)
    if count is None and node.slots:
        is_open = any(category in {"some", "units", "num", "dec"} for category, _ in node.slots) or given == "X"
        return Amount(None if is_open else 1, unit, half)
    return Amount(min(count, MOST) if count is not None else 1, unit, half)


def whole_number(written: str) -> int | None:
    """Give the whole part of a number with a fraction or with its thousands set off; None for one that is no number."""
    if not written[:1].isdigit():
        return None
    written = written.removesuffix(HALF)
    first, mark, rest = written.replace(",", ".").partition(".")
    return int(first + rest if mark and "," in written and len(rest) == 3 and rest.isdigit() else first)  # noqa: PLR2004


def write_length(amount: Amount) -> str:
    """Write an amount as TimeML does."""
    count, unit = amount.number, amount.unit
    if unit in OF_YEARS:
        if count is None:
            letter = {"year": "Y", "decade": "E", "century": "C", "millennium": "L"}[unit]
            return f"PX{letter}"
        return f"P{count * OF_YEARS[unit]}Y" + ("6M" if amount.half and unit == "year" else "")
    shown = "X" if count is None else str(count)
    if unit == "weekend":
        return f"P{shown}WE"
    half = {"hour": "30M", "minute": "30S"}.get(unit, "") if amount.half else ""
    return f"P{'T' if unit in CLOCK_HOURS else ''}{shown}{LETTERS.get(unit, 'X')}{half}"
