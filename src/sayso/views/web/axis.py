"""An axis of time for drawings that are as wide as the page gives them: instants become shares of the width."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import attrs

# Shares of the width, in percent, that are left free on both sides.
LEFT, RIGHT = 3.0, 97.0
MIDDLE = 50.0
MOST_TICKS = 6
STEPS = (
    *(timedelta(hours=hours) for hours in (1, 3, 6, 12)),
    *(timedelta(days=days) for days in (1, 2, 7, 30, 91, 365, 3650)),
)
EPOCH = datetime(1, 1, 1, tzinfo=UTC)


@attrs.frozen(kw_only=True)
class Tick:
    """A line across a drawing at ``x`` percent of its width, with what stands under it."""

    x: float
    label: str


@attrs.frozen(kw_only=True)
class Axis:
    """Time from ``first`` to ``last``, aware instants in UTC; they may be the same."""

    first: datetime
    last: datetime

    @classmethod
    def over(cls, instants: Iterable[datetime]) -> "Axis | None":
        """Give the axis that holds all instants; None where there is none."""
        found = sorted(instants)
        return cls(first=found[0], last=found[-1]) if found else None

    def x(self, at: datetime) -> float:
        """Give where an instant lies, in percent of the width; what lies outside stands at the edge."""
        length = (self.last - self.first).total_seconds()
        if not length:
            return MIDDLE
        share = (at - self.first).total_seconds() / length
        return round(LEFT + min(1.0, max(0.0, share)) * (RIGHT - LEFT), 2)

    def ticks(self) -> tuple[Tick, ...]:
        """Give whole hours or days, at most six; none where the axis is a single instant."""
        length = self.last - self.first
        if not length:
            return ()
        step = next((one for one in STEPS if length / one <= MOST_TICKS), length)
        before = (self.first - EPOCH) % step
        at = self.first - before
        ticks = [] if before else [at]
        while self.last - at >= step:
            at += step
            ticks.append(at)
        return tuple(Tick(x=self.x(one), label=_label(one, step)) for one in ticks)


def _label(at: datetime, step: timedelta) -> str:
    if step < timedelta(days=1):
        return f"{at:%H:%M}" if at.hour else f"{at.day} {at:%b}"
    return f"{at.day} {at:%b}" if step < timedelta(days=300) else f"{at:%b %Y}"
