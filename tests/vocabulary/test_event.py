"""Events refuse what makes no sense, and one function tells which of them count."""

import attrs
import pytest
from hypothesis import given

from sayso.errors import InputError
from sayso.vocabulary import Direction, Event, EventType, Modality, Participant, Span, Stance, has_happened
from tests.vocabulary.readings import CLAIMS, EVENTS, fill_reading

[CLAIM] = fill_reading().claims
DONE = Event(type=EventType.STRIKE, modality=Modality.ACTUAL)


def test_an_event_counts_from_0():
    assert Event(type=EventType.OTHER, places=(0, 1), time=0).time == 0
    for wrong in ({"places": (-1,)}, {"places": (0, -1)}, {"time": -1}):
        with pytest.raises(InputError, match="from 0"):
            Event(type=EventType.OTHER, **wrong)


def test_only_control_has_a_direction():
    assert Event(type=EventType.CONTROL, direction=Direction.LOST).direction is Direction.LOST
    with pytest.raises(InputError, match="one of control"):
        Event(type=EventType.STRIKE, direction=Direction.LOST)


@pytest.mark.parametrize("wrong", [{"name": ""}, {"side": "ukraine"}, {"side": ""}])
def test_a_participant_has_a_name_and_a_side_or_none_known(wrong):
    assert Participant(span=Span(start=0, end=1), name="troops").side == "unknown"
    with pytest.raises(InputError):
        Participant(**{"span": Span(start=0, end=1), "name": "troops", **wrong})


def test_the_main_event_is_the_first():
    assert attrs.evolve(CLAIM, events=(DONE, Event(type=EventType.DAMAGE))).event is DONE
    assert attrs.evolve(CLAIM, events=()).event is None


def test_what_is_asserted_as_done_or_going_on_has_happened():
    claim = attrs.evolve(CLAIM, stance=Stance.ASSERTS, hypothetical=False)
    assert has_happened(claim, DONE)
    assert has_happened(claim, attrs.evolve(DONE, modality=Modality.ONGOING))
    assert has_happened(attrs.evolve(claim, hypothetical=None), DONE)


@given(CLAIMS, EVENTS)
def test_what_is_not_asserted_or_not_done_has_not_happened(claim, event):
    is_open = claim.stance is not Stance.ASSERTS or claim.hypothetical
    if is_open or event.modality not in (Modality.ACTUAL, Modality.ONGOING):
        assert not has_happened(claim, event)
