from sayso.vocabulary import Direction, EventType, Modality, Status
from sayso.weighing.marks import conflict, is_barred, marks_of
from sayso.weighing.traits import traits_of
from tests.weighing.made import count, event, state


def marks(*events, quantities=()):
    return marks_of(traits_of(state("It.", events=events, quantities=quantities)))


def control(direction):
    return event(EventType.CONTROL, direction=direction)


def killed(*numbers):
    return marks(quantities=tuple(count(number, Status.KILLED) for number in numbers))


def test_what_happens_and_what_is_planned_bar_each_other():
    assert is_barred(marks(event()), marks(event(modality=Modality.PLANNED)))
    assert not is_barred(marks(event()), marks(event(modality=Modality.ONGOING)))
    assert not is_barred(marks(event()), marks(event(modality=Modality.UNKNOWN)))


def test_negated_and_actual_do_not():
    assert not is_barred(marks(event()), marks(event(modality=Modality.NEGATED)))


def test_ways_of_changing_hands_bar_each_other():
    assert is_barred(marks(control(Direction.TAKEN)), marks(control(Direction.ENTERED)))
    assert is_barred(marks(control(Direction.TAKEN)), marks(event(EventType.ADVANCE)))
    assert not is_barred(marks(control(Direction.TAKEN)), marks(control(Direction.HELD)))
    assert not is_barred(marks(control(Direction.TAKEN)), marks(control(Direction.LOST)))


def test_sides_that_are_said_to_have_done_it_bar_each_other():
    assert is_barred(marks(event(by="RU")), marks(event(EventType.DAMAGE, by="UA")))
    assert not is_barred(marks(event(by="RU")), marks(event()))
    assert not is_barred(marks(event(by="RU"), event(by="UA")), marks(event(by="UA")))


def test_sides_that_have_a_place_bar_each_other_and_those_that_have_lost_it_too():
    taken = event(EventType.CONTROL, by="RU", to="UA", direction=Direction.TAKEN)
    assert is_barred(marks(taken), marks(event(EventType.CONTROL, by="UA", direction=Direction.HELD)))
    lost = marks(event(EventType.CONTROL, by="UA", direction=Direction.LOST))
    assert not is_barred(marks(taken), lost)
    assert is_barred(lost, marks(event(EventType.CONTROL, by="UA", direction=Direction.HELD)))


def test_figures_bar_each_other_where_none_is_the_same():
    assert is_barred(killed(3), killed(5))
    assert not is_barred(killed(3), killed(3, 5))


def test_marks_of_two_sorts_say_nothing_of_each_other():
    assert not any(conflict(one, other) for one in killed(3) for other in marks(event()))


def test_group_that_people_have_joined_lets_in_what_goes_with_some_of_it():
    joined = (*killed(3), *killed(5))
    assert not is_barred(joined, killed(5))
    assert not is_barred(killed(5), joined)
    assert is_barred(joined, killed(6))
    assert not is_barred(joined, marks(event()))
