"""Which bodies may be one source, by their ids."""

import pytest

from sayso.weighing.bodies import are_two_bodies, is_same_office


@pytest.mark.parametrize(
    ("one", "other", "are_two"),
    [
        ("mayor.1", "rescue_service.aa", True),
        ("mayor.1", "city_council.1", False),
        ("mayor.1", "state.aa", False),
        ("mayor.1", "mayor.1", False),
        ("mayor.1", None, False),
        ("mayor.1", "the_harbour_office", False),
        ("brigade.aa.9", "general_staff.aa", False),
    ],
)
def test_two_bodies(one, other, are_two):
    assert are_two_bodies(one, other) is are_two
    assert are_two_bodies(other, one) is are_two


def test_offices_of_states():
    assert is_same_office("health_ministry.aa", "health_ministry.bb")
    assert not is_same_office("health_ministry.aa", "foreign_ministry.aa")
    assert not is_same_office("state.aa", "state.bb")
    assert not is_same_office("mayor.1", "mayor.703448")
