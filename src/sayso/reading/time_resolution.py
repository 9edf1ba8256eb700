"""Nodes -> times: which day, week or year a form means, counted from what.

Each act of a form is a function here. The direction of a weekday or month without a year is told by the words around
it: the last one on or before publication, the next one where something is yet to come.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sayso.knowledge.dates import BARRIER, DateGrammar, Value
from sayso.reading.time_forms import Node
from sayso.reading.time_lengths import Amount, read_amount, write_length
from sayso.reading.time_tokens import Token
from sayso.reading.time_values import (
    MONTHS,
    WEEK_DAYS,
    Period,
    add_days,
    add_units,
    day_of,
    is_real,
    period_of,
    shift,
    to_edtf,
    to_timex,
)
from sayso.vocabulary.edtf import is_edtf
from sayso.vocabulary import Anchor, Duration, DurationKind, Granularity, Span, Timex, TimexType, When

NEAR_TOKENS = 14  # how far from a time the words stand that tell its direction
STORY_TOKENS, STORY_YEARS = 400, 2  # how far, and how long before publication, a time begins a story of its own
SAME_PARAGRAPH_TOKENS, QUARTER_TOKENS = 60, 120
NEAR_DAYS, NEAR_MONTHS = 100, 2
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
KINDS = {
    TimexType.SET: DurationKind.SET,
    TimexType.DURATION: DurationKind.LENGTH,
    TimexType.TIME: DurationKind.TIME_OF_DAY,
    TimexType.DATE: DurationKind.VAGUE,
}
COMING = 2  # a turn that means the very next one
YEAR_EDGES = {"start": 1, "end": MONTHS}
COUNTED_FROM_TODAY = {"offset", "ago", "turn", "window", "within", "night"}
BARE = {"vague", "set"}  # acts whose times are no nouns, so that nothing before them belongs to them
PARTS = {"MO", "AF", "EV", "NI", "MI", "DT"}
Found = When | Duration


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


class Mention(NamedTuple):
    """A time that was placed earlier in the text, with the token it ends at."""

    period: Period
    span: Span
    last: int


class Resolver:
    """Places the times of one text, one after the other."""

    def __init__(self, text: str, tokens: Sequence[Token], grammar: DateGrammar, published: date | None) -> None:
        """``published``: the day of publication, None where it is not known."""
        self._text = text
        self._tokens = tokens
        self._grammar = grammar
        self._published = published
        self._latest: Mention | None = None
        self._latest_quarter: Mention | None = None
        self._is_story = False
        self._forced = 0
        self._acts: Mapping[str, Callable[[Node], Placed | Timex | None]] = {
            "date": self._date,
            "offset": self._offset,
            "ago": self._ago,
            "later": self._later,
            "turn": self._turn,
            "window": self._window,
            "within": self._window,
            "running": self._running,
            "night": self._night,
            "part": self._part,
            "clock": self._part,
            "same": self._same,
            "next": self._next,
            "length": self._length,
            "set": self._set,
            "vague": self._vague,
            "since": self._since,
            "span": self._span,
            "joined": self._joined,
            "night_before": self._night_before,
            "shifted": self._shifted,
        }

    def resolve(self, nodes: Iterable[Node]) -> Iterator[Found]:
        """Give the times and durations in order."""
        nodes = list(nodes)
        self._is_story = self._tells_story(nodes)
        for node in nodes:
            act = self._acts.get(node.form.act)
            found = act(node) if act else None
            start, end = self._widen(node)
            if isinstance(found, Placed):
                self._remember(node, found)
                yield from self._to_whens(start, end, node, found)
            elif found is not None:
                yield Duration(start=start, end=end, kind=KINDS[found.type], rule=node.form.rule, timex3=found)

    def _widen(self, node: Node) -> tuple[int, int]:
        """Take an article or words of measure before a time to it."""
        place, start = node.first - 1, node.start
        while node.form.act not in BARE and place >= 0 and "lead" in self._tokens[place].values:
            start = self._tokens[place].start
            place -= 1
        return start, node.end

    def _to_whens(self, start: int, end: int, node: Node, found: Placed) -> Iterator[When]:
        """Give the time; of two that bound another the first stands for what lies between, the second for itself."""
        if found.first is None:
            yield self._to_when(start, end, node, found)
            return
        middle, after = found.parted
        whole = found.first._replace(value=found.edtf, anchor=found.anchor, of=found.of, timex=to_timex(found.first.period))
        yield self._to_when(start, middle, node, whole)
        yield self._to_when(after, end, node, found._replace(value="", timex=""))

    def _to_when(self, start: int, end: int, node: Node, found: Placed) -> When:
        has_part = bool(found.part or found.clock)
        timex = found.timex or to_timex(found.period) + self._time_of(found)
        granularity = Granularity.CLOCK if found.clock else Granularity.PART if found.part else found.period.unit
        return When(
            start=start,
            end=end,
            value=found.edtf,
            granularity=granularity,
            anchor=found.anchor,
            of=found.of if found.anchor is Anchor.TEXT else None,
            clock=found.clock,
            rule=node.form.rule,
            timex3=Timex(type=TimexType.TIME if has_part else found.kind, value=timex),
        )

    @staticmethod
    def _time_of(found: Placed) -> str:
        return f"T{found.clock}" if found.clock else f"T{found.part}" if found.part else ""

    def _remember(self, node: Node, found: Placed) -> None:
        if found.period.year is not None:
            self._latest = Mention(found.period, Span(start=node.start, end=node.end), node.last)
            if found.period.unit is Granularity.QUARTER and node.form.act == "date":
                self._latest_quarter = self._latest

    # --- what stands around a time ---------------------------------------------------------

    def _direction(self, node: Node) -> int:
        """Tell whether the words around a time speak of what is to come (1), of what was (-1), or neither (0)."""
        if self._forced:
            return self._forced
        place = node.first - 1
        while place >= 0 and "lead" in self._tokens[place].values:
            place -= 1
        if place >= 0 and "deadline" in self._tokens[place].values:
            return 1
        before = self._marks(range(node.first - 1, max(-1, node.first - NEAR_TOKENS), -1))
        after = self._marks(range(node.last + 1, min(len(self._tokens), node.last + NEAR_TOKENS)))
        nearest = min((found for found in (before, after) if found), default=None)
        return nearest[1] if nearest else 0

    def _marks(self, places: Iterable[int]) -> tuple[int, int] | None:
        """Give how far the nearest word is that tells a direction, and which; none past the end of a sentence."""
        for away, place in enumerate(places):
            token = self._tokens[place]
            if token.sign == BARRIER:
                return None
            tense = token.values.get("tense")
            if isinstance(tense, int):
                return away, tense
            if token.values or token.end - token.start <= 3:
                continue
            if self._text[token.start : token.end].lower().endswith(self._grammar.past_endings):
                return away, -1
        return None

    def _tells_story(self, nodes: Iterable[Node]) -> bool:
        """Tell whether a text tells of long ago: more whole dates of other years than words that count from today."""
        if self._published is None:
            return True
        old = recent = 0
        for node in [part for node in nodes for part in (node.parts or (node,))]:
            if node.form.act == "date":
                year = self._year_of(node)
                is_far = year is not None and abs(self._published.year - year) >= STORY_YEARS
                old += is_far and node.get("month", "clear_month", "season", "in_season") is not None
                recent += year is None and node.get("weekday") is not None and node.get("month", "clear_month") is None
            else:
                recent += node.form.act in COUNTED_FROM_TODAY
        return old > max(1, recent)

    def _story(self, node: Node) -> Mention | None:
        """Give the time before this one where the text tells of long ago, or nothing says when it was published."""
        latest = self._latest
        if not self._is_story or latest is None or latest.period.year is None:
            return None
        return latest if node.first - latest.last <= STORY_TOKENS else None

    # --- dates -----------------------------------------------------------------------------

    def _date(self, node: Node) -> Placed | Timex | None:
        placed = self._calendar(node)
        if placed is None or not is_real(placed.period):
            return None
        part, clock = self._time_in(node)
        return placed._replace(part=part, clock=clock, is_about=node.get("edge") is not None or placed.is_about)

    def _calendar(self, node: Node) -> Placed | None:
        written = node.get("iso") or node.get("dotted")
        if isinstance(written, str):
            return self._in_digits(written)
        year = self._year_of(node)
        month, weekday = node.number("month", "clear_month"), node.number("weekday")
        if month is not None:
            return self._month(node, year, month, weekday)
        season = node.get("season", "in_season")
        if isinstance(season, str):
            return self._season(node, year, season)
        unit = UNITS.get(str(node.get("big_unit")))
        order = node.number("ord", "half")
        if node.number("half"):
            unit = Granularity.HALF
        if unit in {Granularity.QUARTER, Granularity.HALF} and order:
            return self._part_of_year(node, year, unit, order)
        if unit is Granularity.CENTURY and order and not 1 <= order <= 30:  # noqa: PLR2004 - no century we speak of
            return None
        if unit is Granularity.CENTURY and order:
            return Placed(Period(unit, (order - 1) * 100))
        decade = node.number("decade", "short_decade")
        if decade is not None:
            return self._decade(decade)
        if weekday is not None:
            return self._weekday(node, weekday)
        return Placed(Period(Granularity.YEAR, year)) if year is not None else None

    def _in_digits(self, written: str) -> Placed | None:
        numbers = [int(one) for one in written.replace("/", "-").replace(".", "-").split("-")]
        if len(written) == 10 and written[4] == "-":  # noqa: PLR2004 - the form of ISO 8601
            year, month, day = numbers
        else:
            day, month, year = numbers
            if "/" in written and self._grammar.is_month_first:
                day, month = month, day
            year += 0 if year > 99 else 2000 if year < 70 else 1900  # noqa: PLR2004 - two digits of a year
        if not (1 <= month <= MONTHS and year):
            return None
        return Placed(Period(Granularity.DAY, year, month, day))

    @staticmethod
    def _year_of(node: Node) -> int | None:
        year = node.number("year", "modern", "three")
        if year is None and node.form.given.get("short_year"):
            short = node.number("two")
            year = None if short is None else short + (2000 if short < 70 else 1900)  # noqa: PLR2004 - as above
        if year is not None and node.get("bc") is not None:
            return 1 - year
        return year

    def _month(self, node: Node, year: int | None, month: int, weekday: int | None) -> Placed:
        day = node.number("day")
        period = Period(Granularity.DAY if day else Granularity.MONTH, year, month, day)
        turn = node.number("turn")
        if year is not None:
            return Placed(period)
        if turn is not None and self._published:
            return Placed(self._turned_month(period, turn), Anchor.PUBLISHED)
        story = self._story(node)
        if story is not None:
            return Placed(period._replace(year=story.period.year), Anchor.TEXT, story.span)
        if self._published is None:
            return Placed(period, Anchor.NONE)
        year = self._nearest_year(period, weekday, self._direction(node))
        return Placed(period._replace(year=year), Anchor.PUBLISHED)

    def _turned_month(self, period: Period, turn: int) -> Period:
        today = self._today
        year = today.year
        if turn < 0 and (period.part or 1) >= today.month:
            year -= 1
        elif turn > 0 and (period.part or 1) <= today.month:
            year += 1
        return period._replace(year=year)

    @property
    def _today(self) -> date:
        return self._published or date.min

    def _nearest_year(self, period: Period, weekday: int | None, direction: int) -> int:
        """Give the year in which a day or month lies nearest to publication, on the side that the words tell.

        A day within some weeks of publication is the one meant whatever the words around it are about.
        """
        today = self._today
        years = [year for year in (today.year - 1, today.year, today.year + 1) if 1 <= year <= 9999]  # noqa: PLR2004
        starts = [(year, period._replace(year=year)) for year in years]
        dated = [(year, one.start) for year, one in starts if is_real(one) and one.start]
        if weekday is not None:
            fitting = [(year, start) for year, start in dated if start and start.isoweekday() == weekday]
            dated = fitting or dated
        if period.unit is Granularity.MONTH:
            months = {year: (year - today.year) * MONTHS + (period.part or 1) - today.month for year in years}
            near, away = 0, months
            direction = direction or -1
        else:
            near, away = NEAR_DAYS, {year: (start - today).days for year, start in dated if start}
        order = sorted(away, key=lambda year: (abs(away[year]), away[year]))
        if not order:
            return today.year
        if abs(away[order[0]]) <= near or not direction:
            return order[0]
        return next((year for year in order if away[year] * direction >= 0), order[0])

    def _season(self, node: Node, year: int | None, season: str) -> Placed:
        period = Period(Granularity.SEASON, year, season=season)
        if year is not None:
            return Placed(period)
        story = self._story(node)
        turn = node.number("turn")
        if story is not None and turn is None:
            return Placed(period._replace(year=story.period.year), Anchor.TEXT, story.span)
        if self._published is None:
            return Placed(period, Anchor.NONE)
        current = period_of(Granularity.SEASON, self._published)
        later = next(one for one in (shift(current, by) for by in range(4)) if one.season == season)
        earlier = shift(later, -4)
        if turn is None:
            turn = self._direction(node) or -1
            chosen = later if turn > 0 or later == current else earlier
        elif turn == 0:
            chosen = later if later == current or later.year == self._published.year else earlier
        else:
            chosen = shift(later, 4) if turn > 0 and later == current else later if turn > 0 else earlier
        return Placed(chosen, Anchor.PUBLISHED)

    def _part_of_year(self, node: Node, year: int | None, unit: Granularity, order: int) -> Placed | None:
        if not 1 <= order <= (4 if unit is Granularity.QUARTER else 2):
            return None
        period = Period(unit, year, order)
        if year is not None:
            return Placed(period)
        turn = node.number("turn")
        if self._published is None:
            return Placed(period, Anchor.NONE)
        year = self._published.year
        if turn is not None:
            return Placed(period._replace(year=year + min(1, turn)), Anchor.PUBLISHED)
        start = period._replace(year=year).start
        is_past = self._direction(node) <= 0
        if is_past and start and start > self._published:
            year -= 1
        return Placed(period._replace(year=year), Anchor.PUBLISHED)

    def _decade(self, decade: int) -> Placed | None:
        if decade % 10 or not (decade < 100 or 1000 <= decade <= 2190):  # noqa: PLR2004 - tens of a century, or a year
            return None
        year = decade if decade >= 1000 else decade + (1900 if decade > 10 else 2000)  # noqa: PLR2004 - as above
        is_century = decade >= 1000 and decade % 100 == 0 and decade != 2000  # noqa: PLR2004 - the 1600s
        return Placed(Period(Granularity.CENTURY if is_century else Granularity.DECADE, year))

    def _weekday(self, node: Node, weekday: int) -> Placed:
        story, turn = self._story(node), node.number("turn")
        base = self._published
        if story is not None and story.period.unit is Granularity.DAY and turn is None and story.period.start:
            start = story.period.start
            day = add_days(start, (weekday - start.isoweekday()) % WEEK_DAYS)
            if day:
                return Placed(day_of(day), Anchor.TEXT, story.span)
        if base is None:
            return Placed(Period(Granularity.DAY), Anchor.NONE, timex=f"XXXX-WXX-{weekday}")
        away = weekday - base.isoweekday()
        if turn is None:
            days = away % WEEK_DAYS if self._direction(node) > 0 else -(-away % WEEK_DAYS)
        elif turn == 0:
            days = away
        else:
            days = (away % WEEK_DAYS or WEEK_DAYS) if turn == COMING else away + WEEK_DAYS if turn > 0 else -(-away % WEEK_DAYS or WEEK_DAYS)
        day = add_days(base, days)
        return Placed(day_of(day) if day else Period(Granularity.DAY), Anchor.PUBLISHED)

    # --- times of day ----------------------------------------------------------------------

    @staticmethod
    def _time_in(node: Node) -> tuple[str, str | None]:
        """Give the part of the day that a form states, and the time by the clock."""
        part = node.get("part")
        return (str(part) if part in PARTS else ""), _read_clock(node)

    def _part(self, node: Node) -> Placed | Timex | None:
        """Read a time of day without a day: that of today where the words say so or a day is named beside it."""
        part, clock = self._time_in(node)
        if node.form.act == "clock" and clock is None:
            return None
        latest, time = self._latest, f"T{clock}" if clock else f"T{part}"
        if node.form.given.get("today"):
            if self._published is None:
                return Placed(Period(Granularity.DAY), Anchor.NONE, part=part, clock=clock, timex=time)
            return Placed(day_of(self._published), Anchor.PUBLISHED, part=part, clock=clock)
        if latest is not None and latest.period.unit is Granularity.DAY and latest.period.start:
            if node.first - latest.last <= NEAR_TOKENS and not self._is_parted(latest.last, node.first):
                return Placed(latest.period, Anchor.TEXT, latest.span, part=part, clock=clock)
            if node.first - latest.last <= SAME_PARAGRAPH_TOKENS:
                return Timex(type=TimexType.TIME, value=f"{to_timex(latest.period)}{time}")
        day = to_timex(day_of(self._published)) if self._published else ""
        return Timex(type=TimexType.TIME, value=f"{day}{time}")

    def _is_parted(self, first: int, last: int) -> bool:
        return any(token.sign == BARRIER for token in self._tokens[first:last])

    def _night(self, node: Node) -> Placed:
        """Read the night before publication, which begins on one day and ends on the next."""
        return self._night_until(self._published, Anchor.PUBLISHED if self._published else Anchor.NONE)

    @staticmethod
    def _night_until(day: date | None, anchor: Anchor, of: Span | None = None) -> Placed:
        eve = add_days(day, -1) if day else None
        if day is None or eve is None:
            return Placed(Period(Granularity.DAY), Anchor.NONE, part="NI", timex="TNI")
        value = f"{eve.isoformat()}/{day.isoformat()}"
        return Placed(day_of(eve), anchor, of, value=value, part="NI")

    def _night_before(self, node: Node) -> Placed | Timex | None:
        placed = self._place_part(node, 0)
        if placed is None or placed.period.unit is not Granularity.DAY or placed.period.start is None:
            return placed
        found = self._night_until(placed.period.start, placed.anchor, placed.of)
        return found._replace(timex=f"{to_timex(placed.period)}TNI")

    # --- counted from another time ---------------------------------------------------------

    def _offset(self, node: Node) -> Placed:
        part, clock = self._time_in(node)
        days = node.number("offset") or 0
        day = add_days(self._published, days) if self._published else None
        if day is None:
            return Placed(Period(Granularity.DAY), Anchor.NONE, part=part, clock=clock)
        return Placed(day_of(day), Anchor.PUBLISHED, part=part, clock=clock)

    def _ago(self, node: Node) -> Placed | Timex | None:
        sign = int(node.form.given.get("to", -1))
        amount = read_amount(node)
        if amount.count is None:
            return Timex(type=TimexType.DATE, value="PAST_REF" if sign < 0 else "FUTURE_REF")
        quarter = self._year_before_quarter(node, amount, sign)
        if quarter is not None:
            return quarter
        if self._published is None:
            return Timex(type=TimexType.DURATION, value=write_length(amount))
        return self._counted(self._published, amount, sign, Anchor.PUBLISHED)

    def _counted(
        self, base: date, amount: Amount, sign: int, anchor: Anchor, of: Span | None = None
    ) -> Placed | Timex | None:
        """Give the day, week, month or year that lies so many units from a day."""
        unit = UNITS.get(amount.unit)
        if unit is None:  # hours and less: the day of it is the same, or the one beside it
            hours = amount.hours * sign
            day = add_days(base, int(hours / 24)) if abs(hours) < 24_000_000 else None  # noqa: PLR2004
            return Placed(day_of(day), anchor, of) if day else None
        day = add_units(base, unit, sign * (amount.count or 0))
        if day is None:
            return None
        if unit is Granularity.WEEK:
            return Placed(day_of(day), anchor, of, timex=to_timex(period_of(unit, day)))
        return Placed(period_of(Granularity.YEAR if unit is Granularity.DECADE else unit, day), anchor, of)

    def _later(self, node: Node) -> Placed | Timex | None:
        """Read a time so long before or after another one of the text."""
        amount, sign = read_amount(node), int(node.form.given.get("to", 1))
        latest = self._latest
        if amount.count is None:
            return Timex(type=TimexType.DURATION, value=write_length(amount))
        unit = UNITS.get(amount.unit)
        quarter = self._year_before_quarter(node, amount, sign)
        if quarter is not None:
            return quarter
        if unit is None:
            return Timex(type=TimexType.DURATION, value=write_length(amount))
        is_to_come = self._published is not None and sign > 0 and self._direction(node) > 0
        if latest is None or node.first - latest.last > STORY_TOKENS or is_to_come:
            return self._without_base(node, amount, sign)
        period, start = latest.period, latest.period.start
        if start is None or BY_SIZE.index(period.unit) > BY_SIZE.index(unit):
            return Timex(type=TimexType.DURATION, value=write_length(amount))
        if unit is Granularity.YEAR and period.unit is not Granularity.DAY:
            return Placed(period._replace(year=(period.year or 0) + sign * amount.count), Anchor.TEXT, latest.span)
        return self._counted(start, amount, sign, Anchor.TEXT, latest.span)

    def _without_base(self, node: Node, amount: Amount, sign: int) -> Placed | Timex | None:
        if node.form.given.get("else_published") and self._published:
            return self._counted(self._published, amount, sign, Anchor.PUBLISHED)
        return Timex(type=TimexType.DURATION, value=write_length(amount))

    def _shifted(self, node: Node) -> Placed | Timex | None:
        """Read a length before or after a time: `two days after 3 May`."""
        length = node.parts[0] if node.parts[0].form.node == "length" else node.parts[-1]
        point = next((one for one in node.parts if one is not length), None)
        placed = self._place(point) if point else None
        amount = read_amount(length)
        if placed is None or amount.count is None or placed.period.start is None:
            return placed
        sign = int(node.form.given.get("to", 1))
        return self._counted(placed.period.start, amount, sign, placed.anchor, placed.of)

    def _same(self, node: Node) -> Placed | Timex | None:
        """Read a day, week or year said to be the one that the text spoke of."""
        latest, unit = self._latest, _unit_of(node) or Granularity.DAY
        if unit is Granularity.QUARTER:
            return self._quarter()
        part, clock = self._time_in(node)
        if latest is None or latest.period.start is None or node.first - latest.last > STORY_TOKENS:
            return self._current(unit) if node.form.given.get("else_published") else None
        if BY_SIZE.index(latest.period.unit) > BY_SIZE.index(unit):
            return self._current(unit) if node.form.given.get("else_published") else None
        period = period_of(unit, latest.period.start)
        return Placed(period, Anchor.TEXT, latest.span, part=part, clock=clock)

    def _quarter(self) -> Placed | None:
        """Give the quarter that the text spoke of last, else the last one that had ended when it was published."""
        if self._latest_quarter is not None:
            return Placed(self._latest_quarter.period, Anchor.TEXT, self._latest_quarter.span)
        if self._published is None:
            return None
        return Placed(shift(period_of(Granularity.QUARTER, self._published), -1), Anchor.PUBLISHED)

    def _year_before_quarter(self, node: Node, amount: Amount, sign: int) -> Placed | None:
        """Give the quarter of another year where a quarter was spoken of shortly before: `a year earlier`."""
        latest = self._latest_quarter
        if latest is None or amount.unit != "year" or node.first - latest.last > QUARTER_TOKENS:
            return None
        moved = latest.period._replace(year=(latest.period.year or 0) + sign * (amount.count or 0))
        return Placed(moved, Anchor.TEXT, latest.span)

    def _current(self, unit: Granularity) -> Placed | None:
        return Placed(period_of(unit, self._published), Anchor.PUBLISHED) if self._published else None

    def _next(self, node: Node) -> Placed | Timex | None:
        """Read the day, week or year after or before the one that the text spoke of."""
        latest, unit = self._latest, _unit_of(node) or Granularity.DAY
        by = int(node.form.given.get("to", 1))
        part, clock = self._time_in(node)
        if latest is None or latest.period.start is None or node.first - latest.last > STORY_TOKENS:
            if node.form.given.get("else_published") and self._published:
                return Placed(shift(period_of(unit, self._published), by), Anchor.PUBLISHED, part=part, clock=clock)
            return None
        if BY_SIZE.index(latest.period.unit) > BY_SIZE.index(unit):
            return None
        if unit is Granularity.YEAR and latest.period.unit is not Granularity.DAY:
            moved = latest.period._replace(year=(latest.period.year or 0) + by)
            return Placed(moved, Anchor.TEXT, latest.span)
        period = shift(period_of(unit, latest.period.start), by)
        return Placed(period, Anchor.TEXT, latest.span, part=part, clock=clock)

    def _turn(self, node: Node) -> Placed | Timex | None:
        """Read this, the last or the next unit, from publication."""
        unit = UNITS.get(str(node.get("unit") or node.form.given.get("unit")))
        turn = min(1, node.number("turn") or int(node.form.given.get("turn", 0)))
        if unit is None:
            return None
        part, clock = self._time_in(node)
        story = self._story(node)
        base = story.period.start if story else self._published
        anchor, of = (Anchor.TEXT, story.span) if story else (Anchor.PUBLISHED, None)
        if base is None:
            return Placed(Period(Granularity.YEAR if unit is Granularity.YEAR else Granularity.DAY), Anchor.NONE)
        period = self._turned(unit, turn, base, node)
        value = self._week_so_far(node, period, turn) if unit is Granularity.WEEK and anchor is not Anchor.TEXT else ""
        is_about = node.get("edge") is not None or "edge" in node.form.given
        if is_about and not value:
            value = _edge_of(period, str(node.get("edge") or node.form.given.get("edge")))
        return Placed(period, anchor, of, value=value, part=part, clock=clock, is_about=is_about)

    def _turned(self, unit: Granularity, turn: int, base: date, node: Node) -> Period:
        current = period_of(unit, base)
        if unit is Granularity.WEEKEND and turn <= 0:
            begun = bool(current.start and current.start <= base)
            looks_back = turn < 0 or (not begun and self._direction(node) < 0)
            return shift(current, -1) if looks_back and not (begun and node.form.given.get("so_far")) else current
        return shift(current, turn)

    def _week_so_far(self, node: Node, period: Period, turn: int) -> str:
        """Give what is meant of the week of publication: up to that day, or from it on, or all of it."""
        start, end = period.start, period.end
        if turn or start is None or end is None or self._published is None or node.get("edge"):
            return ""
        if node.get("later") is not None:
            return f"{self._published.isoformat()}/{end.isoformat()}"
        if self._direction(node) > 0 or start == self._published:
            return ""
        return f"{start.isoformat()}/{self._published.isoformat()}"

    def _window(self, node: Node) -> Placed | Timex | None:
        """Read a length of time that ends, or begins, with publication."""
        amount, sign = read_amount(node), int(node.form.given.get("to", -1))
        length = Timex(type=TimexType.DURATION, value=write_length(amount))
        if amount.count is None or self._published is None:
            return length
        other = self._far_end(amount, sign)
        if other is None:
            return length
        first, last = sorted((self._published, other))
        value = f"{first.isoformat()}/{last.isoformat()}"
        return Placed(
            day_of(self._published),
            Anchor.PUBLISHED,
            value=value,
            timex=length.value,
            kind=TimexType.DURATION,
        )

    def _far_end(self, amount: Amount, sign: int) -> date | None:
        unit = UNITS.get(amount.unit)
        if unit is not None and unit is not Granularity.SEASON:
            return add_units(self._today, unit, sign * (amount.count or 0))
        days = -(-amount.hours // 24) if amount.hours else 0
        return add_days(self._today, sign * days) if days < 10**6 else None  # noqa: PLR2004 - beyond any calendar

    def _running(self, node: Node) -> Placed | Timex | None:
        """Read the n-th day or week in a row: it began n - 1 units before publication."""
        order, unit = node.number("ord"), UNITS.get(str(node.get("unit")))
        if not order or unit is None or self._published is None:
            return None
        start = add_units(self._published, unit, -max(1, order - 1))
        if start is None:
            return None
        value = f"{start.isoformat()}/{self._published.isoformat()}"
        return Placed(day_of(self._published), Anchor.PUBLISHED, value=value, timex=f"P{order}{unit[0].upper()}")

    # --- no place in the calendar ----------------------------------------------------------

    def _length(self, node: Node) -> Timex:
        return Timex(type=TimexType.DURATION, value=write_length(read_amount(node)))

    def _set(self, node: Node) -> Timex:
        weekday, given = node.number("weekday"), node.form.given.get("value")
        if weekday is not None:
            part = node.get("part")
            return Timex(type=TimexType.SET, value=f"XXXX-WXX-{weekday}" + (f"T{part}" if part in PARTS else ""))
        if isinstance(given, str):
            return Timex(type=TimexType.SET, value=given)
        every = node.get("often")
        return Timex(type=TimexType.SET, value=str(every) if every else write_length(read_amount(node)))

    @staticmethod
    def _vague(node: Node) -> Timex:
        value = str(node.get("vague") or node.form.given.get("value"))
        return Timex(type=TimexType.DURATION if value.startswith("P") and value[1:2] in {"X", "T"} else TimexType.DATE, value=value)

    # --- two times together ----------------------------------------------------------------

    def _place(self, node: Node) -> Placed | None:
        act = self._acts.get(node.form.act)
        found = act(node) if act else None
        if not isinstance(found, Placed):
            return None
        self._remember(node, found)
        return found

    def _place_part(self, node: Node, place: int) -> Placed | None:
        return self._place(node.parts[place]) if place < len(node.parts) else None

    def _since(self, node: Node) -> Placed | None:
        """Read the time from a point up to publication."""
        self._forced = -1
        placed = self._place_part(node, 0)
        self._forced = 0
        if placed is None or self._published is None or placed.period.year is None:
            return placed
        start = placed.period.start
        first = placed.edtf.partition("/")[0].rstrip("~")
        value = f"{first}/{self._published.isoformat()}"
        if start is None or start > self._published or not is_edtf(value):
            return placed
        unit = placed.period.unit
        timex = to_timex(placed.period) + self._time_of(placed)
        return placed._replace(
            value=value,
            anchor=placed.anchor if placed.anchor is Anchor.TEXT else Anchor.PUBLISHED,
            timex=placed.timex or timex,
            period=placed.period._replace(unit=unit),
        )

    def _span(self, node: Node) -> Placed | None:
        """Read the time from one point to another; what the first lacks is that of the second."""
        first, last = self._ends(node)
        if first is None or last is None:
            return first or last
        start, end = first.edtf.partition("/")[0], last.edtf.rpartition("/")[2]
        anchor = last.anchor if last.anchor is not Anchor.STATED else first.anchor
        of = last.of or first.of
        if anchor is Anchor.TEXT and of is None:
            anchor = Anchor.STATED
        begins, ends = first.period.start, last.period.end
        if begins and ends and begins > ends:
            return last
        value = f"{start}/{end}"
        if not is_edtf(value):
            return last
        parted = self._parted(node)
        return last._replace(value=value, anchor=anchor, of=of, part="", clock=None, first=first, parted=parted)

    def _parted(self, node: Node) -> tuple[int, int]:
        """Give where the first of two times ends and where the second begins."""
        if len(node.parts) > 1:
            return node.parts[0].end, node.parts[1].start
        joint = next(
            place
            for place in range(node.first, node.last + 1)
            if self._tokens[place].values.keys() & {"-"} or self._is_joint(self._tokens[place], node)
        )
        return self._tokens[joint - 1].end, self._tokens[joint + 1].start

    @staticmethod
    def _is_joint(token: Token, node: Node) -> bool:
        """Tell whether a token is the word between two times: one that the form names."""
        return any(category[0] == "'" and category in token.values for category, _ in node.slots)

    def _ends(self, node: Node) -> tuple[Placed | None, Placed | None]:
        if len(node.parts) > 1:
            last = self._place_part(node, 1)
            first = self._place_part(node, 0)
            if first and last and self._is_stated(node.parts[1]) and not self._is_stated(node.parts[0]):
                first = self._with_year(first, last)
            return first, last
        last = self._place_part(node, 0) if node.parts else None
        days = [value for value in node.all("day") if isinstance(value, int)]
        months = [value for value in node.all("month") if isinstance(value, int)]
        years = [value for value in node.all("year", "modern") if isinstance(value, int)]
        if not node.parts:
            last = self._last_of(node, days, months, years)
        if last is None:
            return None, None
        if len(years) > 1:
            return last._replace(period=last.period._replace(year=years[0])), last
        period = last.period
        if len(days) > 1 or (days and node.parts):
            period = period._replace(day=days[0])
        if len(months) > 1:
            period = period._replace(part=months[0], year=_year_before(period, months[0]))
        first = last._replace(period=period) if is_real(period) else None
        return first, last

    def _last_of(self, node: Node, days: list[int], months: list[int], years: list[int]) -> Placed | None:
        if not months:
            return Placed(Period(Granularity.YEAR, years[-1])) if years else None
        year = years[-1] if years else None
        slots = (("month", months[-1]), *((("day", days[-1]),) if days else ()))
        placed = self._month(node._replace(slots=slots), year, months[-1], None)
        return placed if is_real(placed.period) else None

    @staticmethod
    def _is_stated(node: Node) -> bool:
        return node.get("year", "modern", "iso", "dotted") is not None

    @staticmethod
    def _with_year(first: Placed, last: Placed) -> Placed:
        if last.period.year is None or first.period.part is None:
            return first
        year = last.period.year
        if first.period.unit is last.period.unit and last.period.part and first.period.part > last.period.part:
            year -= 1
        return first._replace(period=first.period._replace(year=year), value="")

    def _joined(self, node: Node) -> Placed | None:
        """Read a time of day with its day."""
        time = next((one for one in node.parts if one.form.node == "time"), None)
        point = next((one for one in node.parts if one is not time), None)
        placed = self._place(point) if point else None
        if placed is None or time is None:
            return placed
        part, clock = self._time_in(time)
        if placed.period.unit is not Granularity.DAY:
            return placed
        return placed._replace(part=part or placed.part, clock=clock or placed.clock, timex="")


def _unit_of(node: Node) -> Granularity | None:
    """Give the unit that a form names, in a category of its own or as one of its words."""
    named = node.get("unit", "single") or node.form.given.get("unit")
    return UNITS.get(str(named or next((value for _, value in node.slots if value in UNITS), "")))


def _year_before(period: Period, month: int) -> int | None:
    """Give the year of the month that a span begins with; it lies in the year before where it is the later one."""
    if period.year is None or period.part is None:
        return period.year
    return period.year - 1 if month > period.part else period.year


def _edge_of(period: Period, edge: str) -> str:
    """Give the beginning or end of a week as its days, of a year as its month; others are only marked as rough."""
    start, end = period.start, period.end
    if period.unit is Granularity.YEAR and edge in YEAR_EDGES:
        return to_edtf(Period(Granularity.MONTH, period.year, YEAR_EDGES[edge]), is_about=True)
    if period.unit is not Granularity.WEEK or start is None or end is None:
        return ""
    first, last = {"start": (0, 1), "mid": (2, 3), "end": (4, 6)}.get(edge, (0, 6))
    days = add_days(start, first), add_days(start, last)
    return f"{days[0].isoformat()}/{days[1].isoformat()}" if days[0] and days[1] else ""


def _read_clock(node: Node) -> str | None:
    """Give the time by the clock that a form states, on 24 hours."""
    written, hour = node.get("clock"), node.number("hour")
    fixed = node.form.given.get("clock") or node.get("moment")
    if isinstance(fixed, str) and fixed:
        return fixed
    minute = node.number("minute") or 0
    if isinstance(written, str):
        hour, minute = int(written.split(":")[0]), int(written.split(":")[1])
    dotted = node.get("dec")
    if hour is None and isinstance(dotted, str):
        first, _, rest = dotted.replace(",", ".").partition(".")
        if len(first) > 2 or len(rest) != 2 or not rest.isdigit():  # noqa: PLR2004 - hours and minutes
            return None
        hour, minute = int(first), int(rest)
    return _on_24_hours(hour, minute, node.get("half_day"))


def _on_24_hours(hour: int | None, minute: int, half: Value | None) -> str | None:
    if hour is None:
        return None
    if half == "pm" and hour < 12:  # noqa: PLR2004 - noon
        hour += 12
    if half == "am" and hour == 12:  # noqa: PLR2004 - as above
        hour = 0
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 and hour * 60 + minute <= 1440 else None  # noqa: PLR2004
