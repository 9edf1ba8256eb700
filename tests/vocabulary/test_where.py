"""Places and times refuse what makes no sense."""

import attrs
import pytest

from sayso.errors import InputError
from sayso.vocabulary import Anchor, Place, Precision, Span, Timex, acled_precision, ucdp_precision
from tests.vocabulary.readings import fill_duration, fill_time

PLACE = Place(start=4, end=9, name="Vilne")
TIME = attrs.evolve(fill_time(), start=4, end=9, value="2024-12-06/2024-12-08")
LENGTH = attrs.evolve(fill_duration(), start=4, end=9)


@pytest.mark.parametrize("mention", [PLACE, TIME, LENGTH])
def test_a_mention_gives_its_span(mention):
    assert mention.span == Span(start=4, end=9)


@pytest.mark.parametrize("mention", [PLACE, TIME, LENGTH])
@pytest.mark.parametrize("bounds", [{"start": 9}, {"start": -1}, {"end": 3}])
def test_a_mention_is_never_empty_nor_turned_round(mention, bounds):
    with pytest.raises(InputError, match="0 <= start < end"):
        attrs.evolve(mention, **bounds)


def test_a_mention_names_something():
    with pytest.raises(InputError, match="names nothing"):
        attrs.evolve(PLACE, name="")
    with pytest.raises(InputError, match="names nothing"):
        attrs.evolve(TIME, value="")


def test_a_time_has_a_value_of_edtf_and_a_real_time_of_day():
    assert attrs.evolve(TIME, value="XXXX-12-02", clock=None).value == "XXXX-12-02"
    for wrong in ({"value": "2 December"}, {"value": "2024-02-30"}, {"clock": "24:60"}, {"clock": "noon"}):
        with pytest.raises(InputError, match="the time at 4, 9"):
            attrs.evolve(TIME, **wrong)


def test_a_time_names_another_where_it_is_counted_from_one_and_only_there():
    for wrong in ({"of": None}, {"anchor": Anchor.PUBLISHED}):
        with pytest.raises(InputError, match="another time is named"):
            attrs.evolve(TIME, **wrong)


def test_a_time_expression_has_a_value():
    with pytest.raises(InputError, match="needs a value"):
        Timex(type="DATE", value="")


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


def test_what_is_not_resolved_has_neither_point_nor_number():
    assert not attrs.evolve(PLACE, resolved=False).resolved
    for wrong in ({"lat": 1.0, "lon": 1.0}, {"geonameid": 1}):
        with pytest.raises(InputError, match="neither a point nor a number"):
            attrs.evolve(PLACE, resolved=False, **wrong)


def test_a_score_of_a_place_lies_between_0_and_1():
    with pytest.raises(InputError, match="between 0 and 1"):
        attrs.evolve(PLACE, score=1.5)


CODES = {
    Precision.EXACT: (1, 1),
    Precision.NEAR: (2, 2),
    Precision.DISTRICT: (2, 3),
    Precision.DIVISION: (3, 4),
    Precision.COUNTRY: (None, 6),
    Precision.REGION: (3, 5),
    Precision.WATER: (3, 5),
    Precision.SECTOR: (2, 5),
}


@pytest.mark.parametrize("precision", Precision)
def test_the_codes_of_others_follow_from_the_precision(precision):
    place = attrs.evolve(PLACE, precision=precision, country="UA")
    assert (acled_precision(place), ucdp_precision(place)) == CODES[precision]


def test_waters_of_no_country_are_international():
    assert ucdp_precision(attrs.evolve(PLACE, precision=Precision.WATER)) == 7


def test_what_is_not_resolved_has_no_code():
    place = attrs.evolve(PLACE, resolved=False)
    assert (acled_precision(place), ucdp_precision(place)) == (None, None)
    assert (acled_precision(PLACE), ucdp_precision(PLACE)) == (None, None)


def test_what_has_the_point_of_a_town_and_no_entry_is_put_there():
    put = attrs.evolve(PLACE, lat=48.7, lon=37.5, precision=Precision.NEAR)
    assert put.is_put
    assert not attrs.evolve(put, geonameid=1).is_put
    assert not attrs.evolve(put, precision=Precision.EXACT).is_put
