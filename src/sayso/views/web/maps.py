"""A small map of the places of a reading: points for settlements and facilities, words for areas, borders around them.

Nothing finer than a settlement can be seen: a map is never less than 450 km wide. What cannot be told has no place on
it, and an area no point.
"""

import json
import math
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import TypedDict

import attrs

from sayso.views.account import Located
from sayso.vocabulary import Precision

WIDTH, HEIGHT = 360, 240
NARROWEST_KM, MARGIN = 450, 1.5
# A map that shows no point but only the name of an area shows this much around it.
AREA_KM = 900
KM_PER_DEGREE = 111.2
LARGEST_LAT, WHOLE_TURN = 85.0, 360.0
SMALLEST_COSINE = math.cos(math.radians(LARGEST_LAT))
SCALES_KM = (5000, 2000, 1000, 500, 200, 100, 50)

# The whole line as (longitude, latitude) in degrees, after its west, south, east and north.
Line = tuple[tuple[float, float, float, float], tuple[tuple[float, float], ...]]


@attrs.frozen(kw_only=True)
class Pin:
    """A place on the map; ``is_area``: its name is written there and no point drawn, ``is_near``: the point is open."""

    key: str
    name: str
    x: float
    y: float
    is_area: bool
    is_near: bool

    @property
    def is_right(self) -> bool:
        """Whether it stands so far right that its name is written to its left."""
        return self.x > WIDTH * 0.6


@attrs.frozen(kw_only=True)
class Map:
    """A map as the page draws it, in units of its own; ``scale`` is the length of ``scale_km``."""

    coasts: str
    borders: str
    pins: tuple[Pin, ...]
    scale: float
    scale_km: int
    note: str
    width: int = WIDTH
    height: int = HEIGHT


@attrs.frozen
class _Frame:
    """What a map shows: its middle, and how many units a degree of longitude and of latitude take."""

    lon: float
    lat: float
    along: float
    up: float

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        return round(WIDTH / 2 + (lon - self.lon) * self.along, 1), round(HEIGHT / 2 - (lat - self.lat) * self.up, 1)

    def holds(self, lon: float, lat: float) -> bool:
        x, y = self.point(lon, lat)
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def draw_map(places: Sequence[tuple[str, Located]]) -> Map | None:
    """Draw the places, each with its key; None where there is nothing to draw."""
    points = [(key, one) for key, one in places if one.is_pinned]
    areas = [(key, one) for key, one in places if _is_area(one)]
    finest = [(key, one) for key, one in areas if one.place.precision is not Precision.COUNTRY]
    if not (shown := points or finest or areas):
        return None
    frame = _fit([_where(one) for _, one in shown], NARROWEST_KM if points else AREA_KM)
    coasts, borders = _lines()
    km = KM_PER_DEGREE / frame.up
    scale_km = next((one for one in SCALES_KM if one / km <= WIDTH / 3), SCALES_KM[-1])
    return Map(
        coasts=_path(coasts, frame),
        borders=_path(borders, frame),
        pins=tuple(_pin(key, one, frame) for key, one in (*areas, *points) if frame.holds(*_beside(one, frame))),
        scale=round(scale_km / km, 1),
        scale_km=scale_km,
        note=_data()["note"],
    )


def _is_area(one: Located) -> bool:
    place = one.place
    is_coarse = place.precision not in (None, Precision.EXACT, Precision.NEAR)
    return place.resolved and place.lat is not None and is_coarse


def _where(one: Located) -> tuple[float, float]:
    return one.place.lon or 0.0, one.place.lat or 0.0


def _fit(points: Sequence[tuple[float, float]], least_km: float) -> _Frame:
    """Give the frame that holds all points with a margin and is no narrower than ``least_km``."""
    first = points[0][0]
    lons, lats = [_nearest(lon, first) for lon, _ in points], [lat for _, lat in points]
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    cosine = max(SMALLEST_COSINE, math.cos(math.radians(lat)))
    wide = (max(lons) - min(lons)) * KM_PER_DEGREE * cosine
    high = (max(lats) - min(lats)) * KM_PER_DEGREE
    km = max(least_km, wide * MARGIN, high * MARGIN * WIDTH / HEIGHT)
    up = WIDTH / km * KM_PER_DEGREE
    return _Frame(lon, lat, up * cosine, up)


def _nearest(lon: float, to: float) -> float:
    """Give a longitude as the turn nearest to another: 179 west is 181 east beside 178 east."""
    return lon + round((to - lon) / WHOLE_TURN) * WHOLE_TURN


def _beside(one: Located, frame: _Frame) -> tuple[float, float]:
    lon, lat = _where(one)
    return _nearest(lon, frame.lon), lat


def _pin(key: str, one: Located, frame: _Frame) -> Pin:
    x, y = frame.point(*_beside(one, frame))
    is_near = one.place.precision is Precision.NEAR
    return Pin(key=key, name=one.place.name, x=x, y=y, is_area=not one.is_pinned, is_near=is_near)


def _path(lines: Sequence[Line], frame: _Frame) -> str:
    """Give the lines that cross the frame as the path of an SVG."""
    half_lon, half_lat = WIDTH / 2 / frame.along, HEIGHT / 2 / frame.up
    west, east = frame.lon - half_lon, frame.lon + half_lon
    south, north = frame.lat - half_lat, frame.lat + half_lat
    drawn: list[str] = []
    for turn in (-WHOLE_TURN, 0.0, WHOLE_TURN):
        for (left, low, right, top), points in lines:
            if left + turn <= east and right + turn >= west and low <= north and top >= south:
                drawn += _runs([(lon + turn, lat) for lon, lat in points], (west, south, east, north), frame)
    return "".join(drawn)


def _runs(
    points: Sequence[tuple[float, float]], box: tuple[float, float, float, float], frame: _Frame
) -> Iterator[str]:
    """Give the runs of a line whose steps touch a box."""
    west, south, east, north = box
    is_drawing = False
    for at, to in pairwise(points):
        touches = (
            min(at[0], to[0]) <= east
            and max(at[0], to[0]) >= west
            and min(at[1], to[1]) <= north
            and max(at[1], to[1]) >= south
        )
        if touches:
            if not is_drawing:
                yield "M{:g} {:g}L".format(*frame.point(*at))
            yield "{:g} {:g} ".format(*frame.point(*to))
        is_drawing = touches


class _Data(TypedDict):
    coasts: list[list[int]]
    borders: list[list[int]]
    steps: int
    note: str


@cache
def _data() -> _Data:
    text = (resources.files("sayso.views.web") / "static" / "borders.json").read_text(encoding="utf-8")
    data: _Data = json.loads(text)
    return data


@cache
def _lines() -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Give coasts and borders."""
    data = _data()
    coasts, borders = (tuple(_line(line, data["steps"]) for line in part) for part in (data["coasts"], data["borders"]))
    return coasts, borders


def _line(moves: Sequence[int], steps: int) -> Line:
    x = y = 0
    points = []
    for by_x, by_y in zip(moves[::2], moves[1::2], strict=True):
        x, y = x + by_x, y + by_y
        points.append((x / steps, y / steps))
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return (min(lons), min(lats), max(lons), max(lats)), tuple(points)
