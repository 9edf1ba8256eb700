"""Errors in places are told apart, and places are counted as right as the scores promise."""

from types import SimpleNamespace

from evaluation.gold_places import gold_mentions
from evaluation.places import place_errors
from sayso.reading import PlaceMention
from sayso.vocabulary import Span


def located(place):
    return place.get("lat") is not None


def pair(golds, found):
    return [(i, j) for i, one in enumerate(golds) for j, other in enumerate(found) if one["start"] == other["start"]]


SCORER = SimpleNamespace(
    located=located,
    span_pairs=pair,
    # A degree of latitude is 111 km; all points lie on one meridian.
    distance_km=lambda one, other: abs(one["lat"] - other["lat"]) * 111,
)


def gold(start, lat=48.0, **more):
    return {"start": start, "end": start + 5, "lat": lat, "lon": 37.0, **more}


def found(start, lat=48.0, score=0.95, precision="exact", **more):
    lon = None if lat is None else 37.0
    return {"start": start, "lat": lat, "lon": lon, "score": score, "precision": precision, "resolved": True, **more}


def test_each_error_has_its_kind():
    places = [gold(0), gold(10), gold(20), gold(30), gold(40), gold(50)]
    read = [found(0), found(10, 50.0), found(20, 49.0), found(30, None, resolved=False), found(40, None), found(60)]
    counts, own = place_errors(SCORER, {"a": {"places": places}}, {"a": {"places": read}})
    assert counts == {
        "another place": 1,
        "another place, not far": 1,
        "place unresolved": 1,
        "place without a point": 1,
        "place missed": 1,
        "no place": 1,
    }
    assert own["sure"] == {"right": round(1 / 3, 4), "found": 3}


def test_the_middle_of_an_area_may_be_further_off():
    read = [found(0, 49.0, precision="division"), found(10, 60.0, precision="country", geonameid=7)]
    counts, own = place_errors(SCORER, {"a": {"places": [gold(0), gold(10, geonameid="7")]}}, {"a": {"places": read}})
    assert counts == {}
    assert own["reliability"] == {"from 0.95": {"right": 1.0, "found": 2}}


def test_beside_a_partial_gold_nothing_is_too_many():
    counts, _ = place_errors(SCORER, {"a": {"places": [], "partial": True}}, {"a": {"places": [found(0)]}})
    assert counts == {}


def test_gold_mentions_take_base_forms_from_a_recogniser():
    document = {"text": "Бій під Вільним", "lang": "uk", "places": [{"start": 8, "end": 15}]}
    known = PlaceMention(span=Span(start=8, end=15), names=("Вільне",), is_adjective=False)
    [mention] = gold_mentions(document, {"uk": lambda _: [known]})
    [plain] = gold_mentions(document, {})
    assert (mention.names, plain.names) == (("Вільне",), ("Вільним",))
