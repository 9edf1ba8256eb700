"""What the places of an area tell of it: where they lie together, how many people they have.

Strays, points filed under the wrong area, are left out of the box: see `_without_strays`.
"""

from collections.abc import Sequence
from itertools import pairwise

import attrs

from sayso.knowledge.gazetteer.entry import Extent

# A point at an end is a stray where the gap behind it is more than half as wide as all the others together. That leaves
# out the misfiled places of Ukraine's divisions (Donetsk reached 33.1 degrees east) and keeps Krasnoyarsk's far north.
STRAY_SHARE = 0.5
FEWEST_FOR_STRAYS = 8
MOST_STRAYS = 3
# Several at an end, at most one in fifty, are strays where the gap behind them is wider than all the others together:
# five places of Hebei stand in Xinjiang, two of Jiangsu in Yunnan.
STRAYS_IN = 50
FULL_CIRCLE = 360.0


@attrs.define
class Members:
    """The places of an area, gathered one by one."""

    lats: list[float] = attrs.field(factory=list)
    lons: list[float] = attrs.field(factory=list)
    population: int = 0

    def add(self, lat: float, lon: float, population: int) -> None:
        """Take one more place."""
        self.lats.append(lat)
        self.lons.append(lon)
        self.population += population

    @property
    def extent(self) -> Extent | None:
        """The box they lie in, None where there are none."""
        if not self.lats:
            return None
        lats = _without_strays(sorted(self.lats))
        turned = _turn(self.lons)
        lons = _without_strays(turned)
        west, east = (_wrap(lons[0]), _wrap(lons[-1]))
        return Extent(lats[0], west, lats[-1], east)


def _turn(lons: Sequence[float]) -> list[float]:
    """Give longitudes in order, from the east end of the widest gap on, so that none passes 180 degrees in between."""
    ordered = sorted(lons)
    gaps = [after - before for before, after in pairwise(ordered)]
    gaps.append(ordered[0] + FULL_CIRCLE - ordered[-1])
    first = (gaps.index(max(gaps)) + 1) % len(ordered)
    return [*ordered[first:], *(lon + FULL_CIRCLE for lon in ordered[:first])]


def _wrap(lon: float) -> float:
    return lon - FULL_CIRCLE if lon > FULL_CIRCLE / 2 else lon


def _without_strays(ordered: list[float]) -> list[float]:
    """Leave out the values at either end that lie far from all the others."""
    least, most = _cut(ordered), _cut([-value for value in reversed(ordered)])
    ordered = ordered[least : len(ordered) - most]
    for _ in range(MOST_STRAYS):
        if len(ordered) < FEWEST_FOR_STRAYS:
            break
        if ordered[1] - ordered[0] > STRAY_SHARE * (ordered[-1] - ordered[1]):
            ordered = ordered[1:]
        elif ordered[-1] - ordered[-2] > STRAY_SHARE * (ordered[-2] - ordered[0]):
            ordered = ordered[:-1]
    return ordered


def _cut(ordered: Sequence[float]) -> int:
    """Give how many values at the beginning lie apart from all the others."""
    cuts = range(1, len(ordered) // STRAYS_IN + 1)
    return max((at for at in cuts if ordered[at] - ordered[at - 1] > ordered[-1] - ordered[at]), default=0)
