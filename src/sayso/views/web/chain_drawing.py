"""The chain of a claim as the page draws it: a row for each report, a dot where it lies in time, lines to its ground.

All is in percent of the width and in pixels down, so that it fits any screen.
"""

from collections.abc import Mapping
from datetime import datetime

import attrs

from sayso.views.descent import Step, descend
from sayso.views.standing import Altered, Card, Deck, name_origin, name_report, word_changes, word_published
from sayso.views.web.axis import LEFT, Axis, Tick
from sayso.vocabulary import Origin
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.vocabulary.stance import AGAINST

ROW, DOT, FOOT = 46, 33, 20
MOST_ROWS = 60
# Sides have a shape each, in the order in which they first speak on the page.
SHAPES = {
    "circle": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z",
    "square": "M-5.5 -5.5h11v11h-11Z",
    "triangle": "M0 -7L6.5 5h-13Z",
    "diamond": "M0 -7.5L7 0L0 7.5L-7 0Z",
    "star": "M0 -8L2 -2.5L8 -2.5L3.2 1L5 7L0 3.4L-5 7L-3.2 1L-8 -2.5L-2 -2.5Z",
    "cross": "M-7 -2h5v-5h4v5h5v4h-5v5h-4v-5h-5Z",
}
UNKNOWN_SHAPE = "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z"


@attrs.frozen(kw_only=True)
class Row:
    """A report in a chain: where its dot stands, its shape, and what is written beside it."""

    key: str
    number: int
    x: float
    y: int
    shape: str
    side: str
    who: str
    when: str
    rests_on: str
    origin: str
    stance: str
    altered: tuple[Altered, ...]
    is_dated: bool
    is_against: bool


@attrs.frozen(kw_only=True)
class Tie:
    """A line from a report down from what it rests on, at ``x1`` from ``y1`` to ``y2``, then across to ``x2``."""

    x1: float
    y1: int
    x2: float
    y2: int


@attrs.frozen(kw_only=True)
class Drawing:
    """A chain as it is drawn; ``height`` in pixels, ``left_out`` reports that it has no room for."""

    rows: tuple[Row, ...]
    ties: tuple[Tie, ...]
    ticks: tuple[Tick, ...]
    height: int
    left_out: int


def name_shapes(deck: Deck) -> dict[str, str]:
    """Give each side that speaks its shape, in the order in which they first do; all that come late have the last."""
    sides = [one.party or one.side for card in deck.cards for one in card.assessment.origins]
    known = [one for one in dict.fromkeys(sides) if one != UNKNOWN_SIDE]
    paths = [*SHAPES.values()]
    return {side: paths[min(place, len(paths) - 1)] for place, side in enumerate(known)}


def draw_chain(deck: Deck, card: Card, shapes: Mapping[str, str], keys: Mapping[str, str]) -> Drawing | None:
    """Draw the chain of a claim; None where one report alone speaks of it. ``keys``: of statements in the page."""
    steps = descend(deck, card)
    if len(steps) < 2:  # noqa: PLR2004 - a chain has two ends
        return None
    drawn = steps[:MOST_ROWS]
    axis = Axis.over(at for step in drawn if (at := _instant(card, step)))
    altered: dict[str, list[Altered]] = {}
    for one in word_changes(deck, card):
        altered.setdefault(one.claims[1], []).append(one)
    rows = [_row(card, step, place, axis, shapes) for place, step in enumerate(drawn)]
    rows = [
        attrs.evolve(row, key=keys[step.stated.claim], altered=tuple(altered.get(step.stated.claim, ())))
        for row, step in zip(rows, drawn, strict=True)
    ]
    tied = [(rows[step.rests_on], row) for row, step in zip(rows, drawn, strict=True) if step.rests_on is not None]
    return Drawing(
        rows=tuple(rows),
        ties=tuple(Tie(x1=on.x, y1=on.y, x2=row.x, y2=row.y) for on, row in tied),
        ticks=axis.ticks() if axis else (),
        height=len(rows) * ROW + FOOT,
        left_out=len(steps) - len(drawn),
    )


def _row(card: Card, step: Step, place: int, axis: Axis | None, shapes: Mapping[str, str]) -> Row:
    reading = card.weighed.readings[step.stated.report]
    origin = card.origin(step.stated)
    side = origin.party or origin.side
    at = _instant(card, step)
    rests_on = "" if step.rests_on is None else f"{step.how} ({step.rests_on + 1})"
    return Row(
        key="",
        number=place + 1,
        x=axis.x(at) if axis and at else LEFT / 2,
        y=place * ROW + DOT,
        shape=shapes.get(side, UNKNOWN_SHAPE),
        side="" if side == UNKNOWN_SIDE else side,
        who=name_report(reading),
        when=word_published(reading),
        rests_on=rests_on,
        origin=_word_origin(origin) if step.is_first else "",
        stance="" if step.stated.stance in ("asserts", "unknown") else str(step.stated.stance),
        altered=(),
        is_dated=at is not None,
        is_against=step.stated.stance in AGAINST,
    )


def _word_origin(origin: Origin) -> str:
    return "in its own voice" if origin.outlet else f"origin: {name_origin(origin)}"


def _instant(card: Card, step: Step) -> datetime | None:
    reading = card.weighed.readings[step.stated.report]
    return None if reading.published_doubted else reading.report.published
