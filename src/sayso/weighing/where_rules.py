"""Rules on where: whether two statements speak of one place."""

import math

from sayso.vocabulary import PlaceKind, Reason
from sayso.weighing.evidence import give
from sayso.weighing.place_names import LONGEST_ENDING, SHORTEST_NAME, is_same_name
from sayso.weighing.statement import STEM
from sayso.weighing.traits import Spot, Traits

KM_OF_A_DEGREE = 111.2
# A town and the district or community named after it have middles a few kilometres apart.
SAME_KM = 4.0
# Beyond this, two places are not two names for the surroundings of one event.
CLOSE_KM = 25.0


def compare_places(one: Traits, other: Traits) -> Reason | None:
    """Both speak of the same place, or of two that lie apart.

    Places are compared by what they were resolved to. A name that could not be resolved speaks for the same place where
    both have it, and never against. Where one statement names no place, those that its report names elsewhere count,
    for less.
    """
    if not one.spots or not other.spots:
        return _compare_around(one, other)
    for rule in (_is_same_point, _is_same_name, _is_same_area):
        for left in one.spots:
            for right in other.spots:
                if found := rule(left, right):
                    return _tell(found, one, left, other, right)
    return _compare_apart(one, other)


def _compare_around(one: Traits, other: Traits) -> Reason | None:
    """Look for the places of one among the words of the other, and among those that its report names elsewhere.

    A place that the reading has missed is among the words. An area elsewhere in the report tells too little.
    """
    if _is_among_words(one, other) or _is_among_words(other, one):
        return give("places of the same name")
    for left in one.spots or one.around:
        for right in other.spots or other.around:
            if not left.area and (left.key == right.key or _is_same_name(left, right)):
                both_around = not one.spots and not other.spots
                return give("a place that the report of one names, and the other", strength=0.5 if both_around else 1.0)
    return None


def _is_among_words(one: Traits, other: Traits) -> bool:
    if other.spots:
        return False
    return any(all(_is_word(stem, other) for stem in spot.stems) for spot in one.spots if spot.stems)


def _is_word(stem: str, traits: Traits) -> bool:
    """Tell whether a stem of a name is among words; one that is a whole short name may have an ending there."""
    if stem in traits.words:
        return True
    is_whole = SHORTEST_NAME <= len(stem) < STEM
    return is_whole and any(
        word[: len(stem)] == stem and len(word) - len(stem) <= LONGEST_ENDING for word in traits.words
    )


def _is_same_point(one: Spot, other: Spot) -> str | None:
    if one.area or other.area or not one.resolved or not other.resolved:
        return None
    if one.key == other.key:
        return "the same place"
    distance_km = distance_of(one, other)
    return "the same place" if distance_km is not None and distance_km <= SAME_KM else None


def _is_same_name(one: Spot, other: Spot) -> str | None:
    """Tell whether a name that is not resolved is that of the other place, but for an ending.

    A name of several words may be cut short; a name that holds that of a place is of something there.
    """
    if one.resolved and other.resolved:
        return None
    short, long = sorted((one.sound, other.sound), key=len)
    if is_same_name(short, long):
        return "places of the same name"
    if not set(short.split()) < set(long.split()):
        return None
    return "places of the same name" if " " in short else "one place lies within the other"


def _is_same_area(one: Spot, other: Spot) -> str | None:
    return "the same area" if one.area and other.area and one.key == other.key else None


def _compare_apart(one: Traits, other: Traits) -> Reason | None:
    """Tell how far apart places are that are not the same: one may lie within the other."""
    resolved = [[spot for spot in traits.spots if spot.resolved] for traits in (one, other)]
    nearest: tuple[float, Spot, Spot] | None = None
    for left in resolved[0]:
        for right in resolved[1]:
            if left.area != right.area and _is_within(*((right, left) if left.area else (left, right))):
                return _tell("one place lies within the other", one, left, other, right)
            distance_km = math.inf if _are_abroad(left, right) else _distance_of_points(left, right)
            if distance_km is not None and (nearest is None or distance_km < nearest[0]):
                nearest = distance_km, left, right
    if nearest is None:
        return None
    rule = "places close by" if nearest[0] <= CLOSE_KM else "other places"
    return _tell(rule, one, nearest[1], other, nearest[2])


def _is_within(point: Spot, area: Spot) -> bool:
    if area.place.kind is PlaceKind.COUNTRY:
        return point.place.country is not None and point.place.country == area.place.country
    return point.place.admin is not None and point.place.admin in (area.place.admin, area.place.name)


def _are_abroad(one: Spot, other: Spot) -> bool:
    """Tell whether two places lie in two countries, far from each other even where one is an area."""
    countries = one.place.country, other.place.country
    if None in countries or countries[0] == countries[1]:
        return False
    distance_km = distance_of(one, other)
    return distance_km is None or distance_km > CLOSE_KM


def _distance_of_points(one: Spot, other: Spot) -> float | None:
    return None if one.area or other.area else distance_of(one, other)


def distance_of(one: Spot, other: Spot) -> float | None:
    """Give the kilometres between two places, on a flat map: right to some percent up to some hundred kilometres."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    turn = abs(one.lon - other.lon) % 360
    east = min(turn, 360 - turn) * math.cos(math.radians((one.lat + other.lat) / 2))
    return KM_OF_A_DEGREE * math.hypot(one.lat - other.lat, east)


def _tell(rule: str, one: Traits, left: Spot, other: Traits, right: Spot) -> Reason:
    return give(rule, (one.statement, left.span), (other.statement, right.span))
