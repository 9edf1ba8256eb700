"""The box of an area is that of its places, without strays, and may pass the antimeridian."""

from sayso.knowledge import Extent
from sayso.knowledge.gazetteer.members import Members


def gather(*points: tuple[float, float]) -> Extent | None:
    members = Members()
    for lat, lon in points:
        members.add(lat, lon, 10)
    assert members.population == 10 * len(points)
    return members.extent


def test_nothing_has_no_box():
    assert gather() is None


def test_one_place_is_its_own_box():
    assert gather((48.5, 37.5)) == Extent(48.5, 37.5, 48.5, 37.5)


def test_a_box_takes_the_short_way_round_the_earth():
    box = gather((-18, 178), (-16, -179.5))
    assert box == Extent(-18, 178, -16, -179.5)
    assert box.middle == (-17, 179.25)
    assert box.holds(-17, 180)
    assert box.holds(-17, -179.9)
    assert not box.holds(-17, 0)
    assert not box.holds(-19, 180)


def test_a_middle_beyond_the_antimeridian_is_turned_back():
    assert Extent(0, 179, 0, -177).middle == (0, -179)


def test_a_stray_far_from_all_the_others_is_left_out():
    near = [(48 + step / 10, 37 + step / 10) for step in range(10)]
    assert gather(*near, (48.5, 33.1)) == Extent(48, 37, 48.9, 37.9)
    assert gather(*near, (60, 37.5)) == Extent(48, 37, 48.9, 37.9)


def test_few_places_are_all_kept():
    assert gather((48, 37), (48.1, 37.1), (48, 33)) == Extent(48, 33, 48.1, 37.1)


def test_a_few_strays_in_one_place_are_left_out_together():
    near = [(33 + step / 100, 117 + step / 40) for step in range(200)]
    assert gather(*near, (33.5, 100.3), (33.6, 100.7)) == Extent(33, 117, 34.99, 121.975)


def test_a_far_corner_where_more_than_a_few_live_is_kept():
    near = [(52 + step / 100, 90 + step / 100) for step in range(200)]
    north = [(69 + step / 100, 88) for step in range(6)]
    assert gather(*near, *north) == Extent(52, 88, 69.05, 91.99)
