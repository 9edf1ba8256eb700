"""Whether a place lies where a hint says: pure geometry on a sphere.

Distances told in news are rounded and counted from edges or middles of towns: they may be off by 30 % or 5 km,
directions by 60 degrees.
"""

import math

from sayso.knowledge import Entry, distance_km
from sayso.knowledge.placewords import HintWord
from sayso.reading.hints import Found

SHARE_OFF, KM_OFF, DEGREES_OFF = 0.3, 5.0, 60
NEAR_KM, FARTHEST_KM = 50.0, 300.0
# How much longer the way over a place between two others may be than the straight one.
DETOUR, DETOUR_KM = 1.3, 10.0

Point = tuple[float, float]


def fits(hint: Found, entry: Entry, anchors: tuple[Point, ...]) -> bool | None:
    """Tell whether a place lies where a hint says, counted from the points of its anchors; None where none can tell."""
    if entry.lat is None or entry.lon is None or len(anchors) < len(hint.anchors):
        return None
    point = (entry.lat, entry.lon)
    away = distance_km(*anchors[0], *point)
    if hint.kind is HintWord.BETWEEN:
        return away + distance_km(*point, *anchors[1]) <= DETOUR * distance_km(*anchors[0], *anchors[1]) + DETOUR_KM
    if hint.kind is HintWord.NEAR:
        return away <= NEAR_KM
    if hint.distance_km is not None and abs(away - hint.distance_km) > max(SHARE_OFF * hint.distance_km, KM_OFF):
        return False
    if hint.bearing is not None and away > KM_OFF:
        return away <= FARTHEST_KM and angle_between(hint.bearing, bearing(anchors[0], point)) <= DEGREES_OFF
    return True


def bearing(one: Point, other: Point) -> float:
    """Give the direction from one point to another, degrees from north, clockwise, 0 to 360."""
    lat, other_lat = math.radians(one[0]), math.radians(other[0])
    east = math.radians(other[1] - one[1])
    y = math.sin(east) * math.cos(other_lat)
    x = math.cos(lat) * math.sin(other_lat) - math.sin(lat) * math.cos(other_lat) * math.cos(east)
    return math.degrees(math.atan2(y, x)) % 360


def angle_between(one: float, other: float) -> float:
    """Give the angle between two directions, 0 to 180 degrees."""
    apart = abs(one - other) % 360
    return min(apart, 360 - apart)
