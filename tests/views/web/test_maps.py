"""The map: who has a point on it, and how close it comes."""

import attrs
import pytest

from sayso.views.account import Located, gather_places
from sayso.views.web.maps import NARROWEST_KM, WIDTH, draw_map
from sayso.vocabulary import Place, PlaceKind, Precision
from tests.views.readings import placed


def pointed(lat: float, lon: float, **known) -> Located:
    plain = {"name": "Vilne", "kind": PlaceKind.SETTLEMENT, "precision": Precision.EXACT}
    return Located(mentions=(Place(start=0, end=5, lat=lat, lon=lon, **(plain | known)),))


def test_what_cannot_be_told_and_areas_get_no_point() -> None:
    drawn = draw_map([(one.place.name, one) for one in gather_places(placed())])
    assert [pin.key for pin in drawn.pins if not pin.is_area] == ["Vilne"]
    assert [pin.key for pin in drawn.pins if pin.is_area] == ["Kharkiv Oblast"]


@pytest.mark.parametrize("kind", [PlaceKind.DIVISION, PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.WATER])
def test_an_area_has_no_point_even_where_its_middle_is_known(kind) -> None:
    drawn = draw_map([("a", pointed(49.0, 36.0, kind=kind, precision=Precision(kind.value)))])
    assert [pin.is_area for pin in drawn.pins] == [True]


def test_a_settlement_that_names_a_sector_has_no_point() -> None:
    assert draw_map([("a", pointed(49.0, 36.0, precision=Precision.SECTOR))]).pins[0].is_area


def test_nothing_to_draw_is_no_map() -> None:
    doubtful = Located(mentions=(Place(start=0, end=5, name="Vilne", resolved=False),))
    assert draw_map([("a", doubtful)]) is None


def test_a_map_is_never_closer_than_settlements_need() -> None:
    drawn = draw_map([("a", pointed(49.0, 36.0)), ("b", pointed(49.01, 36.01))])
    assert drawn.scale_km / drawn.scale * WIDTH == pytest.approx(NARROWEST_KM, rel=0.01)


def test_all_points_lie_on_the_map_also_across_the_date_line() -> None:
    drawn = draw_map([("a", pointed(-17.0, 179.5)), ("b", pointed(-16.0, -179.0)), ("c", pointed(-18.0, 178.0))])
    assert len(drawn.pins) == 3
    assert all(0 < pin.x < drawn.width and 0 < pin.y < drawn.height for pin in drawn.pins)
    assert drawn.coasts


@pytest.mark.parametrize("lat", [-90.0, 90.0])
def test_the_poles_can_be_drawn(lat) -> None:
    assert draw_map([("a", pointed(lat, 0.0))]).pins


def test_an_open_ring_stands_for_near() -> None:
    near = pointed(49.0, 36.0)
    near = Located(mentions=(attrs.evolve(near.place, precision=Precision.NEAR),))
    assert draw_map([("a", near)]).pins[0].is_near
