"""TopoJSON as the tools read it: the arcs of a file in degrees."""

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

Point = tuple[float, float]  # longitude and latitude, degrees


def read_arcs(stored: Mapping[str, Any]) -> Iterator[list[Point]]:
    """Give the arcs of a file, in which each point is told by its distance from the one before, in steps."""
    (scale_x, scale_y), (move_x, move_y) = stored["transform"]["scale"], stored["transform"]["translate"]
    for arc in stored["arcs"]:
        steps = accumulate(arc, lambda at, by: (at[0] + by[0], at[1] + by[1]))
        yield [(x * scale_x + move_x, y * scale_y + move_y) for x, y in steps]
