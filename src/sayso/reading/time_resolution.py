"""Nodes -> times: what each form means, one after the other, and how it is given.

Each act of a form is a function here or in the modules beside this one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from sayso.knowledge.dates import DateGrammar
from sayso.reading.time_calendar import read_date, read_named
from sayso.reading.time_counting import (
    read_ago,
    read_during,
    read_later,
    read_next,
    read_night,
    read_offset,
    read_part,
    read_same,
)
from sayso.reading.time_forms import Node
from sayso.reading.time_holidays import read_holiday
from sayso.reading.time_lengths import read_amount, write_length
from sayso.reading.time_pairs import (
    Parts,
    read_joined,
    read_night_before,
    read_night_to,
    read_shifted,
    read_since,
    read_span,
    read_week_of,
)
from sayso.reading.time_placed import PARTS, Placed, time_of
from sayso.reading.time_scene import Scene, tells_ancient
from sayso.reading.time_tokens import Token
from sayso.reading.time_turns import read_running, read_turn, read_window
from sayso.reading.time_values import to_edtf, to_timex
from sayso.vocabulary import Anchor, Duration, DurationKind, Granularity, Timex, TimexType, When
from sayso.vocabulary.edtf import is_edtf

KINDS = {
    TimexType.SET: DurationKind.SET,
    TimexType.DURATION: DurationKind.LENGTH,
    TimexType.TIME: DurationKind.TIME_OF_DAY,
    TimexType.DATE: DurationKind.VAGUE,
}
BARE = frozenset(("vague", "set"))  # acts whose times are no nouns: nothing before them belongs to them
HEAD = 300  # so many characters of a text may a heading stand in that all of it is counted from
Found = When | Duration
Act = Callable[[Scene, Node], Placed | Timex | None]
PairAct = Callable[[Scene, Node, Parts], Placed | Timex | None]


def resolve(
    text: str, tokens: Sequence[Token], nodes: Sequence[Node], grammar: DateGrammar, published: date | None
) -> Iterator[Found]:
    """Give the times and durations of a text in order; ``published``: the day of publication, if it is known."""
    scene = Scene(text, tokens, grammar, published)
    scene.is_story, scene.is_history = scene.tells_story(nodes), scene.tells_history(nodes)
    scene.is_guide, scene.is_ancient = scene.tells_guide(nodes), tells_ancient(nodes)
    done = 0
    for node in nodes:
        found = _read(scene, node)
        if scene.is_headed and isinstance(found, Placed):
            found = scene.from_heading(found)
        start = max(_lead(scene, node), done)
        done = node.end
        if isinstance(found, Placed):
            scene.remember(node, found)
            if published is None and (scene.is_headed or node.start <= HEAD):
                scene.count_from_heading(nodes)
            yield from _to_whens(start, node, found)
        elif found is not None:
            yield Duration(start=start, end=node.end, kind=KINDS[found.type], rule=node.form.rule, timex3=found)


def _read(scene: Scene, node: Node) -> Placed | Timex | None:
    """Tell what a node means; None where it is no time."""
    pair = PAIRS.get(node.form.act)
    if pair is None:
        act = ACTS.get(node.form.act)
        return act(scene, node) if act else None
    scene.forced = int(node.form.given.get("direction", 0))
    # Of a length before or after a time only the time is placed.
    parts = [
        None if part is node.parts[0] and node.form.act == "shifted" else _place(scene, part) for part in node.parts
    ]
    scene.forced = 0
    return pair(scene, node, parts)


def _place(scene: Scene, node: Node) -> Placed | None:
    found = _read(scene, node) if node.form.node != "length" else None
    if not isinstance(found, Placed):
        return None
    scene.remember(node, found)
    return found


def _lead(scene: Scene, node: Node) -> int:
    """Give where a time begins with an article or words of measure before it."""
    place, start = node.first - 1, node.start
    while node.form.act not in BARE and place >= 0 and "lead" in scene.tokens[place].values:
        start = scene.tokens[place].start
        place -= 1
    return start


def _to_whens(start: int, node: Node, found: Placed) -> Iterator[When]:
    """Give the time; of two that bound another the first stands for what lies between, the second for itself."""
    if found.first is None:
        yield _to_when(start, node.end, node, found)
        return
    middle, after = found.parted
    yield _to_when(start, middle, node, found.first)
    yield _to_when(after, node.end, node, found)


def _to_when(start: int, end: int, node: Node, found: Placed) -> When:
    timex = found.timex or to_timex(found.period) + time_of(found)
    granularity = Granularity.CLOCK if found.clock else Granularity.PART if found.part else found.period.unit
    return When(
        start=start,
        end=end,
        value=found.edtf if is_edtf(found.edtf) else to_edtf(found.period),
        granularity=granularity,
        anchor=found.anchor,
        of=found.of if found.anchor is Anchor.TEXT else None,
        clock=found.clock,
        rule=node.form.rule,
        timex3=Timex(type=TimexType.TIME if found.part or found.clock else found.kind, value=timex),
    )


def read_length(_: Scene, node: Node) -> Timex:
    """Read a length of time: `three days`."""
    return Timex(type=TimexType.DURATION, value=write_length(read_amount(node)))


def read_set(_: Scene, node: Node) -> Timex:
    """Read what comes again and again: `every night`."""
    weekday, often, part = node.number("weekday", "weekdays"), node.get("often"), node.get("part")
    if weekday is not None:
        value = f"XXXX-WXX-{weekday}" + (f"T{part}" if part in PARTS else "")
    elif part in PARTS:
        value = f"XXXX-XX-XXT{part}"
    else:
        value = str(often) if often else write_length(read_amount(node))
    return Timex(type=TimexType.SET, value=value)


def read_vague(_: Scene, node: Node) -> Timex:
    """Read words that say no more than now, soon or once."""
    value = str(node.get("vague") or node.form.given.get("value"))
    is_length = value.startswith("PX")
    return Timex(type=TimexType.DURATION if is_length else TimexType.DATE, value=value)


ACTS: Mapping[str, Act] = {
    "date": read_date,
    "named": read_named,
    "holiday": read_holiday,
    "night_to": read_night_to,
    "offset": read_offset,
    "ago": read_ago,
    "later": read_later,
    "turn": read_turn,
    "window": read_window,
    "running": read_running,
    "night": read_night,
    "part": read_part,
    "clock": read_part,
    "same": read_same,
    "next": read_next,
    "during": read_during,
    "length": read_length,
    "set": read_set,
    "vague": read_vague,
}
PAIRS: Mapping[str, PairAct] = {
    "since": read_since,
    "span": read_span,
    "joined": read_joined,
    "night_before": read_night_before,
    "shifted": read_shifted,
    "week_of": read_week_of,
}
