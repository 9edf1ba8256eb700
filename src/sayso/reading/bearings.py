"""Whether a place lies where a hint says: pure geometry on a sphere.

Distances told in news are rounded, and counted from the middles of towns or from their edges: a place may be nearer or
farther by 30 % or 5 km, and farther by the radius of the town; directions may be off by 60 degrees.
"""

import math
from typing import NamedTuple

from sayso.knowledge import Entry, distance_km
from sayso.knowledge.placewords import HintWord
from sayso.reading.hints import Found

SHARE_OFF, KM_OFF, DEGREES_OFF = 0.3, 5.0, 60
NEAR_KM, FARTHEST_KM = 50.0, 300.0
# What is near a city may lie farther off than what is near a village: so much for each kilometre of its radius, so far
# at most. The stretch of a front is wider than that.
PER_RADIUS, NEAREST_KM, SECTOR_KM = 8.0, 100.0, 60.0
# How much longer the way over a place between two others may be than the straight one.
DETOUR, DETOUR_KM = 1.3, 10.0

# People on a square kilometre of a town, roughly: its radius is told from them.
DENSITY = 3000.0

Point = tuple[float, float]


class Anchor(NamedTuple):
    """A place that a hint counts from: the middle of it, and how far its edge lies from there."""

    point: Point
    radius_km: float = 0.0


def find_anchor(entry: Entry) -> Anchor | None:
    """Give the anchor that a place makes; None where it has no point."""
    if entry.lat is None or entry.lon is None:
        return None
    return Anchor((entry.lat, entry.lon), math.sqrt(entry.population / (math.pi * DENSITY)))


def fits(hint: Found, entry: Entry, anchors: tuple[Anchor, ...]) -> bool | None:
    """Tell whether a place lies where a hint says, counted from its anchors; None where none can tell."""
    if entry.lat is None or entry.lon is None or len(anchors) < len(hint.anchors):
        return None
    point = (entry.lat, entry.lon)
    first, radius_km = anchors[0]
    away = distance_km(*first, *point)
    if hint.kind is HintWord.BETWEEN:
        second = anchors[1].point
        return away + distance_km(*point, *second) <= DETOUR * distance_km(*first, *second) + DETOUR_KM
    if hint.kind is HintWord.NEAR:
        return away <= _reach_km(radius_km, is_sector=hint.is_sector)
    if hint.distance_km is not None:
        off = max(SHARE_OFF * hint.distance_km, KM_OFF)
        if not -off <= away - hint.distance_km <= off + radius_km:
            return False
    if hint.bearing is not None and away > KM_OFF:
        return away <= FARTHEST_KM and angle_between(hint.bearing, bearing(first, point)) <= DEGREES_OFF
    return True


def _reach_km(radius_km: float, *, is_sector: bool) -> float:
    """Give how far from a town what is near it may lie, or a place on the front named after it."""
    if is_sector:
        return SECTOR_KM + PER_RADIUS * radius_km
    return min(NEAR_KM + PER_RADIUS * radius_km, NEAREST_KM)


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
