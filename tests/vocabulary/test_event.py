"""Events, places and times refuse what makes no sense."""

import attrs
import pytest

from sayso.errors import InputError
from sayso.vocabulary import Event, EventType, Place, Span, When

PLACE = Place(start=4, end=9, name="Vilne")
TIME = When(start=4, end=9, value="2024-12-06/2024-12-08")


@pytest.mark.parametrize("mention", [PLACE, TIME])
def test_a_mention_gives_its_span(mention):
    assert mention.span == Span(start=4, end=9)


@pytest.mark.parametrize("mention", [PLACE, TIME])
@pytest.mark.parametrize("bounds", [{"start": 9}, {"start": -1}, {"end": 3}])
def test_a_mention_is_never_empty_nor_turned_round(mention, bounds):
    with pytest.raises(InputError, match="0 <= start < end"):
        attrs.evolve(mention, **bounds)


def test_a_mention_names_something():
    with pytest.raises(InputError, match="names nothing"):
        attrs.evolve(PLACE, name="")
    with pytest.raises(InputError, match="names nothing"):
        attrs.evolve(TIME, value="")


def test_a_place_may_have_a_point():
    assert attrs.evolve(PLACE, lat=-90, lon=180).lat == -90


@pytest.mark.parametrize("point", [{"lat": 1.0}, {"lon": 1.0}])
def test_half_a_point_is_refused(point):
    with pytest.raises(InputError, match="together"):
        attrs.evolve(PLACE, **point)


@pytest.mark.parametrize(("lat", "lon"), [(91, 0), (0, -181), (float("nan"), 0), (0, float("inf"))])
def test_a_point_off_the_globe_is_refused(lat, lon):
    with pytest.raises(InputError, match="degrees"):
        attrs.evolve(PLACE, lat=lat, lon=lon)


def test_an_event_counts_from_0():
    assert Event(type=EventType.OTHER, places=(0, 1), time=0).time == 0
    for wrong in ({"places": (0, -1)}, {"time": -1}):
        with pytest.raises(InputError, match="from 0"):
            Event(type=EventType.OTHER, **wrong)
