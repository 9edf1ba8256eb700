"""A statement knows the places and the time of each of its events."""

from sayso.vocabulary import Act, EventType
from sayso.weighing import lay_out
from tests.weighing.made import find, happening, make_claim, make_reading, make_report, state, town, when

TEXT = "On 8 May troops took Vilne, and on 9 May they struck Krasne and left."


def test_each_event_has_its_own_places_and_time():
    taken = happening(TEXT, "took", [1], 0)
    struck = happening(TEXT, "struck", [0, 1], 1, type=EventType.STRIKE)
    left = happening(TEXT, "left", type=EventType.WITHDRAWAL)
    places = (town(TEXT, "Krasne"), town(TEXT, "Vilne"))
    times = tuple(when(f"2025-05-0{day}", span=find(TEXT, f"{day} May")) for day in (8, 9))
    report = make_report(TEXT)
    [one] = lay_out(
        [make_reading(report, make_claim(report, events=(taken, struck, left)), places=places, times=times)]
    )
    assert [spot.name for spot in one.places_of(taken)] == ["Vilne"]
    assert [spot.name for spot in one.places_of(struck)] == ["Krasne", "Vilne"]
    assert not one.places_of(left)
    assert (one.when_of(taken), one.when_of(struck), one.when_of(left)) == (times[0], times[1], None)
    assert one.when == times[0]
    assert one.days == (one.days[0], one.days[0])


def test_a_statement_without_events_has_no_time():
    assert state(TEXT).when is None


def test_attitudes_are_no_statements_and_endless_words_are_cut():
    wished, endless = make_report(TEXT), make_report("word " * 2000)
    assert not lay_out([make_reading(wished, make_claim(wished, act=Act.ATTITUDE))])
    [one] = lay_out([make_reading(endless, make_claim(endless))])
    assert len(one.words) <= 801
