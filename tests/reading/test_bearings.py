"""Hints of distance and direction hold with some tolerance, and no further."""

import attrs
import pytest

from sayso.knowledge import Entry
from sayso.knowledge.placewords import HintWord
from sayso.reading.bearings import Anchor, angle_between, bearing, find_anchor, fits
from sayso.reading.hints import Found
from sayso.vocabulary import PlaceKind, Span

ANCHOR, OTHER = Anchor((48.0, 37.0)), Anchor((48.0, 38.0))


def entry(lat: float | None, lon: float | None) -> Entry:
    return Entry(
        key="geonames:1",
        name="Vilne",
        kind=PlaceKind.SETTLEMENT,
        source="",
        geonameid=1,
        lat=lat,
        lon=lon,
        country=None,
        admin1=None,
        admin1_name=None,
        population=0,
        extent=None,
        matched="Vilne",
    )


def hint(kind: HintWord, km: float | None = None, degrees: int | None = None, anchors: int = 1) -> Found:
    return Found(kind=kind, span=Span(start=0, end=1), anchors=tuple(range(anchors)), distance_km=km, bearing=degrees)


@pytest.mark.parametrize(("lat", "is_fit"), [(48.144, True), (48.18, True), (48.2, False), (48.08, False)])
def test_sixteen_km_may_be_off_by_five(lat, is_fit):
    assert fits(hint(HintWord.UNIT, 16), entry(lat, 37.0), (ANCHOR,)) is is_fit


def test_a_distance_may_be_counted_from_the_edge_of_a_city():
    city = entry(48.0, 37.0)._replace(population=3_000_000)
    anchor = find_anchor(city)
    assert anchor is not None
    assert anchor.radius_km == pytest.approx(17.8, abs=0.1)
    farther, nearer = entry(48.32, 37.0), entry(48.14, 37.0)
    assert fits(hint(HintWord.UNIT, 25), farther, (anchor,))
    assert not fits(hint(HintWord.UNIT, 25), farther, (ANCHOR,))
    assert not fits(hint(HintWord.UNIT, 25), nearer, (anchor,))
    assert find_anchor(entry(None, None)) is None


def test_a_direction_may_be_off_by_sixty_degrees():
    south = entry(47.9, 37.1)
    assert fits(hint(HintWord.DIRECTION, degrees=180), south, (ANCHOR,))
    assert not fits(hint(HintWord.DIRECTION, degrees=0), south, (ANCHOR,))


def test_between_and_near():
    middle, far = entry(48.05, 37.5), entry(49.0, 37.5)
    assert fits(hint(HintWord.BETWEEN, anchors=2), middle, (ANCHOR, OTHER))
    assert not fits(hint(HintWord.BETWEEN, anchors=2), far, (ANCHOR, OTHER))
    assert fits(hint(HintWord.NEAR), middle, (ANCHOR,))
    assert not fits(hint(HintWord.NEAR), far, (ANCHOR,))


def test_near_a_city_reaches_farther_and_its_front_farther_still():
    city = find_anchor(entry(48.0, 37.0)._replace(population=300_000))
    front = attrs.evolve(hint(HintWord.NEAR), is_sector=True)
    away_80, away_90, away_110 = (entry(48.0 + km / 111.2, 37.0) for km in (80, 90, 110))
    assert fits(hint(HintWord.NEAR), away_90, (city,))
    assert not fits(hint(HintWord.NEAR), away_80, (ANCHOR,))
    assert not fits(hint(HintWord.NEAR), away_110, (city,))
    assert fits(front, away_90, (city,))
    assert not fits(front, away_90, (ANCHOR,))


def test_without_a_point_nothing_can_be_told():
    assert fits(hint(HintWord.NEAR), entry(None, None), (ANCHOR,)) is None
    assert fits(hint(HintWord.NEAR), entry(48.0, 37.0), ()) is None


def test_bearings_run_clockwise_from_north():
    assert bearing(ANCHOR.point, (49.0, 37.0)) == pytest.approx(0)
    assert bearing(ANCHOR.point, (48.0, 36.0)) == pytest.approx(270, abs=1)
    assert angle_between(350, 20) == 30
