"""Map and timeline of a weighing: only what has happened by its origin's word is placed or dated."""

import attrs
import pytest

from sayso.views.standing import deal
from sayso.views.web.happened import (
    LARGEST,
    LINE,
    NOT_TOLD,
    SHIFTS,
    SMALLEST,
    _shift_names,
    date_happenings,
    place_happenings,
)
from sayso.views.web.maps import Pin
from sayso.vocabulary import DateDoubt, Modality, Stance
from sayso.vocabulary.withheld import WITHHELD
from tests.views.weighings import POINTS, weighing


def spots_of(weighed):
    return {spot.name: spot for spot in place_happenings(deal(weighed)).spots}


def dated_of(weighed):
    return {one.card.assessment.id: one for one in date_happenings(deal(weighed)).dated}


def test_places_are_sized_by_the_origins_that_stand_alone():
    spots = spots_of(weighing())
    vilne = spots["Vilne Pole"]
    assert (vilne.origins, [card.assessment.id for card in vilne.cards]) == (2, ["c-post-0", "c-fix-0", "c-denial-1"])
    assert SMALLEST < vilne.radius < LARGEST
    assert spots["Ridge region"].words == ("division", "UA", "no closer than the division")


def test_an_area_has_a_name_and_no_pin():
    drawn = {pin.name: pin for pin in place_happenings(deal(weighing())).map.pins}
    assert drawn["Ridge region"].is_area
    assert not drawn["Vilne Pole"].is_area


@pytest.mark.parametrize(
    "change",
    [
        {"stance": Stance.DENIES},
        {"stance": Stance.PREDICTS},
        {"stance": Stance.INTENDS},
        {"hypothetical": True},
        *({"modality": one} for one in Modality if one not in (Modality.ACTUAL, Modality.ONGOING)),
    ],
)
def test_what_has_not_happened_is_on_no_map_and_on_no_line_of_time(change):
    weighed = weighing()
    readings = {
        key: attrs.evolve(one, claims=tuple(told(claim, change) for claim in one.claims))
        for key, one in weighed.readings.items()
    }
    assessments = tuple(
        attrs.evolve(
            one, statements=tuple(attrs.evolve(it, stance=change.get("stance", it.stance)) for it in one.statements)
        )
        for one in weighed.weighing.assessments
    )
    changed = attrs.evolve(weighed, readings=readings, weighing=attrs.evolve(weighed.weighing, assessments=assessments))
    where, when = place_happenings(deal(changed)), date_happenings(deal(changed))
    assert (where.spots, where.map, when.dated) == ((), None, ())
    assert len(when.others) == len(assessments)


def told(claim, change):
    """Give a claim spoken of otherwise."""
    change = dict(change)
    modality = change.pop("modality", None)
    events = tuple(attrs.evolve(one, modality=modality) if modality else one for one in claim.events)
    return attrs.evolve(claim, events=events, **change)


def test_a_forecast_is_listed_apart():
    when = date_happenings(deal(weighing()))
    assert [card.assessment.id for card in when.others] == ["c-analyst-0"]
    assert "c-analyst-0" not in dated_of(weighing())
    where = place_happenings(deal(weighing()))
    assert all(card.assessment.id != "c-analyst-0" for spot in where.spots for card in spot.cards)


def test_every_day_that_is_told_is_shown_with_who_tells_it():
    fall = dated_of(weighing())["c-post-0"]
    assert [(one.value, one.reports) for one in fall.told] == [
        ("2031-11-30", ("Tarvish Defence Ministry", "Harbour Wire", "Voice of the Ridge")),
        ("2031-12-02", ("The Lantern",)),
    ]
    assert fall.told[0].x < fall.told[1].x
    assert [one.is_against for one in fall.published].count(True) == 1


def test_claims_stand_in_the_order_of_their_days_the_undated_last():
    values = [one.told[0].value for one in date_happenings(deal(weighing())).dated]
    assert values[:3] == ["2031-11-30", "2031-12-01", "2031-12-01"]
    assert set(values[3:]) == {NOT_TOLD}


@pytest.mark.parametrize("value", ["XXXX-12-02", "9999-12-31", "0001-01-01", "1943-07", "2031-11-30/.."])
def test_a_day_that_is_far_open_or_not_known_stretches_nothing(value):
    weighed = weighing()
    mayor = weighed.readings["mayor"]
    times = (attrs.evolve(mayor.times[0], value=value),)
    changed = attrs.evolve(weighed, readings=weighed.readings | {"mayor": attrs.evolve(mayor, times=times)})
    before, after = dated_of(weighed), dated_of(changed)
    assert abs(after["c-post-0"].told[0].x - before["c-post-0"].told[0].x) < 40
    for one in after["c-mayor-0"].told:
        assert one.x is None or 0 <= one.x <= one.x + one.wide <= 100


def test_without_any_date_nothing_is_drawn_in_time():
    weighed = weighing()
    readings = {key: attrs.evolve(one, published_doubted=DateDoubt.EPOCH) for key, one in weighed.readings.items()}
    timeless = {
        key: attrs.evolve(one, claims=tuple(without_time(claim) for claim in one.claims))
        for key, one in readings.items()
    }
    when = date_happenings(deal(attrs.evolve(weighed, readings=timeless)))
    assert when.ticks == ()
    assert {one.told[0].value for one in when.dated} == {NOT_TOLD}
    only_days = date_happenings(deal(attrs.evolve(weighed, readings=readings)))
    assert only_days.ticks
    assert all(one.published == () for one in only_days.dated)


def without_time(claim):
    return attrs.evolve(claim, events=tuple(attrs.evolve(one, time=None) for one in claim.events))


def test_what_cannot_be_told_or_is_withheld_has_no_place():
    weighed = weighing()
    uk = weighed.readings["mayor"]
    (place,) = uk.places
    for hidden in (
        attrs.evolve(place, name=WITHHELD, lat=None, lon=None),
        attrs.evolve(place, resolved=False, lat=None, lon=None, geonameid=None),
    ):
        read = weighed.readings | {
            "mayor": attrs.evolve(uk, places=(hidden,)),
            "doctors": attrs.evolve(weighed.readings["doctors"], places=(hidden,)),
        }
        assert "Stara Vezha" not in spots_of(attrs.evolve(weighed, readings=read))


def test_origins_that_rest_on_others_do_not_count():
    weighed = weighing()
    assessments = tuple(
        attrs.evolve(one, origins=tuple(attrs.evolve(it, stands_alone=False, rests_on=("o-x",)) for it in one.origins))
        for one in weighed.weighing.assessments
    )
    spots = spots_of(attrs.evolve(weighed, weighing=attrs.evolve(weighed.weighing, assessments=assessments)))
    assert {spot.origins for spot in spots.values()} == {0}
    assert {spot.radius for spot in spots.values()} == {SMALLEST}


def registered(weighed, key):
    """Give a reading and an assessment of one report with its origin named as the register knows it."""
    reading = weighed.readings[key]
    links = {"register": "city-hall", "name": f"City hall of {key}"}
    claims = tuple(
        attrs.evolve(claim, chain=tuple(attrs.evolve(link, **links) for link in claim.chain))
        for claim in reading.claims
    )
    (one,) = (one for one in weighed.weighing.assessments if one.id == f"c-{key}-0")
    named = attrs.evolve(one, origins=tuple(attrs.evolve(it, name=links["name"]) for it in one.origins))
    return attrs.evolve(reading, claims=claims), named


def test_one_source_of_the_register_counts_once_whatever_it_is_called():
    weighed = weighing()
    keys = ("mayor", "doctors")
    readings = weighed.readings | {key: registered(weighed, key)[0] for key in keys}
    named = {one.id: one for one in (registered(weighed, key)[1] for key in keys)}
    assessments = tuple(named.get(one.id, one) for one in weighed.weighing.assessments)
    one = attrs.evolve(weighed, readings=readings, weighing=attrs.evolve(weighed.weighing, assessments=assessments))
    assert spots_of(weighed)["Stara Vezha"].origins == 2
    assert spots_of(one)["Stara Vezha"].origins == 1
    under_other_names = attrs.evolve(weighed, readings=readings)
    assert spots_of(under_other_names)["Stara Vezha"].origins == 2


def test_names_on_the_map_do_not_cover_each_other(monkeypatch):
    monkeypatch.setitem(POINTS, "Vilnohirsk", (49.2, 36.53))
    where = place_happenings(deal(weighing()))
    at = {pin.name: pin.y + where.shifts[pin.key] for pin in where.map.pins}
    assert abs(at["Vilnohirsk"] - at["Vilne Pole"]) >= LINE
    assert where.shifts[next(pin.key for pin in where.map.pins if pin.name == "Stara Vezha")] == 0


def test_a_name_without_room_is_left_to_the_list():
    pins = [Pin(key=f"w{place}", name="Vilne", x=9, y=9, is_area=False, is_near=False) for place in range(9)]
    assert _shift_names(pins) == {f"w{place}": shift for place, shift in enumerate(SHIFTS)}
    left = [attrs.evolve(pin, x=300) for pin in pins[:1]]
    area = [attrs.evolve(pin, key="w9", is_area=True) for pin in pins[:1]]
    assert _shift_names([*area, *left]) == {"w9": 0, "w0": 0}
