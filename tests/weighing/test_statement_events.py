"""A statement knows the places and the time of each of its events."""

from sayso.vocabulary import Act, EventType
from sayso.weighing import lay_out
from tests.weighing.made import claim, event, place, reading, report, state, when

TEXT = "On 8 May troops took Vilne, and on 9 May they struck Krasne and left."


def test_each_event_has_its_own_places_and_time():
    taken = event(TEXT, "took", [1], 0)
    struck = event(TEXT, "struck", [0, 1], 1, type=EventType.STRIKE)
    left = event(TEXT, "left", type=EventType.WITHDRAWAL)
    places = (place(TEXT, "Krasne"), place(TEXT, "Vilne"))
    times = (when(TEXT, "8 May", "2025-05-08"), when(TEXT, "9 May", "2025-05-09"))
    [one] = lay_out([reading(report(TEXT), claim(TEXT, events=(taken, struck, left)), places=places, times=times)])
    assert [spot.name for spot in one.places_of(taken)] == ["Vilne"]
    assert [spot.name for spot in one.places_of(struck)] == ["Krasne", "Vilne"]
    assert not one.places_of(left)
    assert (one.when_of(taken), one.when_of(struck), one.when_of(left)) == (times[0], times[1], None)
    assert one.when == times[0]
    assert one.days == (one.days[0], one.days[0])


def test_a_statement_without_events_has_no_time():
    assert state(TEXT).when is None


def test_attitudes_are_no_statements_and_endless_words_are_cut():
    assert not lay_out([reading(report(TEXT), claim(TEXT, act=Act.ATTITUDE))])
    text = "word " * 2000
    [one] = lay_out([reading(report(text), claim(text))])
    assert len(one.words) <= 801
