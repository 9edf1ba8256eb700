"""Times as the scorer compares them, and errors in them by kind.

Where the gold has types (TimeML), `times` and `durations` are compared by their `timex3`. Where all of it is of type
DATE, so are the found ones, and of values that are intervals the days they begin and end with are compared, for one
decade may be written in three ways; years before our era are counted there from 1 BC as -1. Gold of the constructed
sets is EDTF, and so `times` are compared by their value.
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from evaluation.sets import Document

Documents = dict[str, Document]
BEFORE_OUR_ERA = re.compile(r"BC([0-9]{4})")
PLAIN_DATE = re.compile(r"[0-9X]{3,4}(-[0-9X]{2}){0,2}")
DATE_PARTS = 3


def to_timexes(gold: Documents, found: Documents) -> tuple[Documents, Documents]:
    """Give gold and found documents with the fields that the scorer compares."""
    if any("timexes" not in document for document in gold.values()):
        return (
            {key: {**document, "timexes": _typed(document["times"])} for key, document in gold.items()},
            {key: {"timexes": _typed(reading["times"])} for key, reading in found.items()},
        )
    types = {timex["type"] for document in gold.values() for timex in document["timexes"]}
    if types == {"DATE"}:
        return (
            {key: {**document, "timexes": _bounded(document["timexes"])} for key, document in gold.items()},
            {key: {"timexes": _bounded(_dates(reading))} for key, reading in found.items()},
        )
    return gold, {key: {"timexes": _flat((*one["times"], *one["durations"]))} for key, one in found.items()}


def time_errors(scorer: ModuleType, gold: Documents, found: Documents) -> tuple[Counter[str], dict[str, Any]]:
    """Count the errors by kind."""
    counts: Counter[str] = Counter()
    for key, document in gold.items():
        wanted, got = document["timexes"], found.get(key, {}).get("timexes", [])
        pairs = scorer.span_pairs(wanted, got)
        counts["time missed"] += len(wanted) - len(pairs)
        counts["no time"] += len(got) - len(pairs)
        counts["another value"] += sum(wanted[one]["value"] != got[other]["value"] for one, other in pairs)
    return +counts, {}


def _typed(times: Iterable[Document]) -> list[Document]:
    return [{"start": one["start"], "end": one["end"], "type": None, "value": one["value"]} for one in times]


def _flat(times: Iterable[Document]) -> list[Document]:
    return [{"start": one["start"], "end": one["end"], **one["timex3"]} for one in times]


def _dates(reading: Document) -> list[Document]:
    """Give the dates of a reading with their EDTF values; of what bounds a stretch of time, its own day."""
    dates = [one for one in reading["times"] if one["timex3"]["type"] in {"DATE", "TIME"}]
    return [
        {
            "start": one["start"],
            "end": one["end"],
            "type": "DATE",
            "value": _plain(one["timex3"]["value"]) or one["value"],
        }
        for one in dates
    ]


def _plain(timex: str) -> str:
    """Give a value of TimeML that is an ISO date too; nothing for any other."""
    before = BEFORE_OUR_ERA.fullmatch(timex)
    return f"-{before[1]}" if before else timex if PLAIN_DATE.fullmatch(timex) else ""


def _bounded(timexes: Iterable[Document]) -> list[Document]:
    return [{**one, "value": bounds(one["value"])} for one in timexes]


def bounds(value: str) -> str:
    """Give the first and the last day of a date or interval; a value of another form as it is."""
    first, slash, last = value.rstrip("~").partition("/")
    if not re.fullmatch(r"[0-9X-]+|\.\.|", first) or first.startswith("-"):
        return value
    return f"{_day(first, is_last=False)}/{_day(last if slash else first, is_last=True)}"


def _day(date: str, *, is_last: bool) -> str:
    if not date[:1].isdigit():
        return date
    year, *rest = date.split("-")
    year = year.ljust(4, "X").replace("X", "9" if is_last else "0")
    if len(rest) == DATE_PARTS - 1 or not all(part.isdigit() for part in rest):
        return "-".join((year, *rest))
    month = rest[0] if rest else ("12" if is_last else "01")
    real = 1 <= int(month) <= 12 and int(year)  # noqa: PLR2004 - months of a year
    return f"{year}-{month}-{monthrange(int(year), int(month))[1] if is_last and real else 1:02}"
