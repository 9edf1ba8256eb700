import attrs
import pytest

from sayso.vocabulary import Approximation, Direction, EventType, Modality, PlaceKind, Span, Stance, Status, Unit
from sayso.weighing import lay_out
from sayso.weighing.compare import SAYINGS, compare, share_content
from sayso.weighing.evidence import WEIGHTS
from tests.weighing.made import (
    count,
    event,
    make_claim,
    make_reading,
    make_report,
    place,
    sosnove,
    source,
    state,
    things,
    when,
)


def rules(one, other):
    """Give the rules that speak of two statements."""
    return {reason.rule for reason in compare(one, other).reasons}


def at(*places_known, text="The mill at Sosnove, near Vilne, burned.", id_="r1", **known):
    return state(text, id_, places=places_known, **known)


def vilne(lat=50.5, **known):
    fields = {"name": "Vilne", "lat": lat, "lon": 30.0, "country": "UA", "admin": "Lipova Oblast"}
    return place("The mill at Sosnove, near Vilne, burned.", "Vilne", 12, **(fields | known))


def area(name, kind, number=20, **known):
    fields = {"name": name, "kind": kind, "lat": 51.0, "lon": 31.0, "country": "UA"}
    return place("The mill at Sosnove, near Vilne, burned.", "mill", number, **(fields | known))


SOSNOVE = sosnove("The mill at Sosnove, near Vilne, burned.")


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (SOSNOVE, SOSNOVE, "the same place"),
        (SOSNOVE, vilne(50.01), "the same place"),
        (SOSNOVE, vilne(50.1), "places close by"),
        (SOSNOVE, vilne(), "other places"),
        (SOSNOVE, vilne(50.1, lon=-30.0, country="PT"), "other places"),
        (SOSNOVE, vilne(50.1, country="PL"), "places close by"),
        (SOSNOVE, vilne(lat=None, lon=None, country="PL"), "other places"),
        (SOSNOVE, vilne(lat=None, lon=None), None),
        (area("Ukraine", PlaceKind.COUNTRY), area("Ukraine", PlaceKind.COUNTRY), "the same area"),
        (SOSNOVE, area("Ukraine", PlaceKind.COUNTRY), "one place lies within the other"),
        (area("Lipova Oblast", PlaceKind.DIVISION), SOSNOVE, "one place lies within the other"),
        (SOSNOVE, area("Poland", PlaceKind.COUNTRY, country="PL"), "other places"),
        (SOSNOVE, area("Hrab Oblast", PlaceKind.DIVISION), None),
        (area("Hrab Oblast", PlaceKind.DIVISION), area("Lis Oblast", PlaceKind.DIVISION, 21), None),
    ],
)
def test_places_are_compared_by_what_they_are(one, other, rule):
    found = rules(at(one), at(other, id_="r2")) & {name for name in WEIGHTS if "place" in name or "area" in name}
    assert found == ({rule} if rule else set())


def test_unresolved_name_speaks_for_the_same_place_but_for_an_ending_and_never_against():
    text = "The mill at Sosnovea burned. Vilne did not."
    unresolved = state(text, "r2", places=(place(text, "Sosnovea"),))
    assert "places of the same name" in rules(at(SOSNOVE), unresolved)
    elsewhere = state(text, "r3", places=(place(text, "Vilne"),))
    assert not rules(at(SOSNOVE), elsewhere) & {"other places", "places close by", "places of the same name"}


def test_unresolved_name_of_several_words_may_be_cut_short_and_may_hold_that_of_a_place():
    text = "The Old Mill Yard at Sosnove burned."
    whole, cut, of_it = (
        state(text, f"r{at}", places=(place(text, name),))
        for at, name in enumerate(("Old Mill Yard", "Mill Yard", "Mill"))
    )
    assert "places of the same name" in rules(whole, cut)
    assert "one place lies within the other" in rules(whole, of_it)


def test_place_that_a_reading_has_missed_is_found_among_its_words():
    missed = state("Горит мельница в Sosnove", "r2", lang="ru")
    assert "places of the same name" in rules(at(SOSNOVE), missed)
    assert "places of the same name" not in rules(at(SOSNOVE), state("Горит мельница.", "r3", lang="ru"))


def test_places_that_a_report_names_elsewhere_count_where_a_statement_names_none():
    text = "Rescuers came to Sosnove. The mill burned."
    report = make_report(text, "r2")
    (around,) = lay_out([make_reading(report, make_claim(report, "The mill burned"), places=(sosnove(text),))])
    rule = "a place that the report of one names, and the other"
    assert rule in rules(at(SOSNOVE), around)
    again = attrs.evolve(around, id="c-other", report=make_report(text, "r3"))
    assert {one.rule: one.score for one in compare(around, again).reasons}[rule] == WEIGHTS[rule] / 2
    assert rule not in rules(at(vilne()), around)


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (EventType.STRIKE, EventType.STRIKE, "the same kind of event"),
        (EventType.STRIKE, EventType.DAMAGE, "kinds of event that go together"),
        (EventType.STRIKE, EventType.DIPLOMACY, "another kind of event"),
        (EventType.STRIKE, EventType.OTHER, "no kind of event to compare"),
    ],
)
def test_kinds_of_event_are_compared(one, other, rule):
    found = compare(state("It.", events=(event(one),)), state("It.", "r2", events=(event(other),)))
    assert {reason.rule: reason.score for reason in found.reasons}[rule] == WEIGHTS[rule]


def test_words_that_tell_the_kind_are_the_reasons():
    trigger = Span(start=0, end=2)
    told = (event(trigger=trigger),)
    reasons = compare(state("It.", events=told), state("It.", "r2", events=told)).reasons
    assert next(one.words for one in reasons if one.rule == "the same kind of event") == (
        ("r1", trigger),
        ("r2", trigger),
    )


def test_kind_of_event_that_is_not_the_main_one_weighs_less():
    both = state("It.", events=(event(EventType.CASUALTIES), event()))
    found = compare(both, state("It.", "r2", events=(event(),)))
    assert {reason.rule: reason.score for reason in found.reasons}["the same kind of event"] < WEIGHTS[
        "the same kind of event"
    ]


def control(direction, by=None, to=None):
    return event(EventType.CONTROL, direction=direction, by=by, to=to)


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (control(Direction.TAKEN), control(Direction.LOST), "the place is said to change hands in the same way"),
        (control(Direction.TAKEN), control(Direction.HELD), "holding need not be having taken"),
        (control(Direction.TAKEN), control(Direction.ENTERED), "the place is said to change hands otherwise"),
        (control(Direction.CONTESTED), control(Direction.HELD), "the place is said to change hands otherwise"),
        (control(Direction.TAKEN), event(EventType.ADVANCE), "advancing is not taking"),
        (control(Direction.ENTERED), event(EventType.ADVANCE), "advancing is not entering"),
        (event(EventType.ADVANCE), event(EventType.ADVANCE), "the same kind of event"),
        (control(None), control(Direction.TAKEN), "the same kind of event"),
        (control(Direction.TAKEN, "RU"), control(Direction.TAKEN, "RU"), "the same side does it"),
        (control(Direction.TAKEN, "RU"), control(Direction.HELD, "UA"), "another side is said to have done it"),
        (control(Direction.TAKEN, "RU", "UA"), control(Direction.LOST, "UA"), "the same side has it done to it"),
        (control(Direction.TAKEN, None, "UA"), control(Direction.HELD, "UA"), "another side is said to have done it"),
        (control(Direction.HELD, "UA"), control(Direction.TAKEN, None, "UA"), "another side is said to have done it"),
        (control(Direction.TAKEN, "UA", "UA"), control(Direction.HELD, "UA"), "the same side does it"),
        (control(Direction.HELD, "RU", "UA"), control(Direction.HELD, None, "UA"), "the same kind of event"),
        (control(Direction.HELD, "UA"), control(Direction.LOST, "UA"), "another side is said to have done it"),
        (event(to="UA"), event(by="RU", to="UA"), "the same side has it done to it"),
        (event(EventType.AID, by="RU"), event(EventType.AID, by="UA"), "another side does it"),
        (event(by="RU"), event(by="UA"), "another side is said to have done it"),
        (event(by="RU", to="UA"), event(to="MD"), "another side has it done to it"),
    ],
)
def test_hands_and_sides_are_compared_as_seen_from_both_sides(one, other, rule):
    assert rule in rules(state("It.", events=(one,)), state("It.", "r2", events=(other,)))


def test_sides_of_unlike_events_are_not_compared():
    found = rules(state("It.", events=(event(by="RU"),)), state("It.", "r2", events=(event(EventType.AID, by="UA"),)))
    assert "another side does it" not in found


def test_sides_of_a_place_that_are_not_told_say_nothing():
    found = rules(
        state("It.", events=(control(Direction.TAKEN, "RU"),)),
        state("It.", "r2", events=(control(Direction.LOST, "UA"),)),
    )
    assert not {one for one in found if "side" in one}


def test_denial_goes_with_what_is_said_and_more_where_the_accused_denies_it():
    said, plain = state("It.", events=(event(by="RU"),)), state("It.", "r3")
    denied = state("It.", "r2", stance=Stance.DENIES, chain=(source("ministry", side="RU"),))
    assert "who denies it is said to have done it" in rules(said, denied)
    assert "one says it, the other denies it" in rules(denied, plain)
    unknown = state("It.", "r4", stance=Stance.DENIES, chain=(source("ministry"),))
    assert "one says it, the other denies it" in rules(said, unknown)
    assert "one says it, the other denies it" in rules(said, state("It.", "r5", stance=Stance.DENIES))
    assert not {one for one in rules(said, plain) if "denies" in one}


def test_what_is_only_said_not_to_be_so_is_no_denial():
    found = rules(state("It.", events=(event(),)), state("It.", "r2", negated=True))
    assert not {one for one in found if "denies" in one}


def test_who_does_harm_is_compared_also_where_one_tells_what_came_of_it():
    strike, damage = event(by="RU"), event(EventType.DAMAGE, by="UA")
    rule = "another side is said to have done it"
    assert rule in rules(state("It.", events=(strike,)), state("It.", "r2", events=(damage,)))
    same = event(EventType.DAMAGE, by="RU")
    assert "the same side does it" in rules(state("It.", events=(strike,)), state("It.", "r2", events=(same,)))


def test_what_is_planned_is_not_what_happens():
    planned = state("It.", "r2", events=(event(modality=Modality.PLANNED),))
    assert compare(state("It.", events=(event(),)), planned).score == 0.0


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (count(5, Status.KILLED), count(5, Status.KILLED), "the same figure"),
        (count(5, Status.KILLED), count(6, Status.KILLED), "another figure"),
        (
            count(5, Status.KILLED),
            count(3, Status.KILLED, high=9, approximation=Approximation.AT_LEAST),
            "another figure",
        ),
        (count(5, Status.KILLED), count(6, Status.WOUNDED), "figures of something else"),
        (count(5, Status.KILLED), count(5, Status.WOUNDED), "figures of something else"),
        (count(5, Status.KILLED), count(5), "the same figure"),
        (count(5, Status.KILLED), count(6), None),
        (count(5, Status.KILLED, Unit.CHILD), count(6, Status.KILLED), "figures of something else"),
        (count(5, Status.DESTROYED, None), count(5, Status.DESTROYED, Unit.TANK), "the same figure"),
        (count(5, unit=Unit.ATTACK), count(7, unit=Unit.ATTACK), "another figure"),
        (count(5, unit=Unit.TANK), count(5, unit=Unit.PERSON), None),
        (
            count(90000, Status.DISPLACED, approximation=Approximation.ABOUT),
            count(92000, Status.DISPLACED),
            "the same figure",
        ),
        (
            count(24, Status.KILLED, high=99, approximation=Approximation.VAGUE),
            count(40, Status.KILLED),
            "the same figure",
        ),
        (count(24, Status.KILLED, high=99, approximation=Approximation.VAGUE), count(240, Status.KILLED), None),
        (count(5), None, "only one gives a figure"),
        (None, count(5), "only one gives a figure"),
        (None, count(1, Status.KILLED), None),
        (count(35, Status.INTERCEPTED, Unit.MISSILE), count(35, Status.DESTROYED, Unit.MISSILE), "the same figure"),
        (count(35, Status.INTERCEPTED, Unit.MISSILE), count(36, Status.DESTROYED, Unit.MISSILE), "another figure"),
        (None, None, None),
    ],
)
def test_figures_are_compared_where_they_count_the_same(one, other, rule):
    left, right = ((each,) if each else () for each in (one, other))
    found = rules(state("It.", quantities=left), state("It.", "r2", quantities=right))
    assert found & {name for name in WEIGHTS if "figure" in name} == ({rule} if rule else set())


@pytest.mark.parametrize(("number", "score"), [(2, 0.5), (5, 1.0), (118, 2.0)])
def test_large_figures_that_meet_tell_more(number, score):
    counts = (count(number, Status.KILLED),)
    found = compare(state("It.", quantities=counts), state("It.", "r2", quantities=counts))
    assert {one.rule: one.score for one in found.reasons}["the same figure"] == score


def test_open_range_is_told_by_the_end_it_has():
    below = attrs.evolve(count(0, Status.KILLED, high=9), low=None, approximation=Approximation.UP_TO)
    vague = attrs.evolve(count(24, Status.KILLED), high=None, approximation=Approximation.VAGUE)
    one = state("It.", quantities=(below,))
    assert "the same figure" in rules(one, state("It.", "r2", quantities=(count(9, Status.KILLED),)))
    assert "another figure" not in rules(one, state("It.", "r2", quantities=(vague,)))


def test_things_are_compared_across_languages_and_common_ones_tell_little():
    one = state("The depot burned.", things=things("ammunition_depot", "troops"))
    assert "about the same things" in rules(one, state("Горит склад.", "r2", lang="ru", things=things("depot")))
    assert "about other things" in rules(one, state("Горит мост.", "r3", lang="ru", things=things("bridge")))
    common = compare(one, state("Troops.", "r4", things=things("troops")))
    assert {each.rule: each.score for each in common.reasons}["about the same things"] < WEIGHTS[
        "about the same things"
    ] / 2


def test_things_that_end_each_other_speak_against_whatever_is_told_beside_the_end():
    taken, freed = things("kidnapping", "school"), things("release", "school")
    one, other = state("Taken.", things=taken), state("Freed.", "r2", things=freed)
    assert "one ends what the other begins" in rules(one, other) & rules(other, one)
    both = state("Taken and freed.", "r3", things=(*taken, *freed))
    assert "one ends what the other begins" in rules(one, both)
    assert "one ends what the other begins" not in rules(other, both)
    swapped = state("Taken and exchanged.", "r4", things=(*taken, *things("exchange")))
    assert "one ends what the other begins" not in rules(one, swapped)


def test_other_common_things_say_nothing():
    assert "about other things" not in rules(
        state("It.", things=things("troops")), state("It.", "r2", things=things("town"))
    )


def test_words_are_compared_within_a_language():
    one = state("Firemen saved the wooden granary from burning.", outlet="Lipova Post")
    same = state("The wooden granary was saved from burning by firemen.", "r2")
    assert {"words in common", "nearly the same words"} <= rules(one, same)
    assert "few words in common" in rules(one, state("Children returned to classes on Monday.", "r3"))


def test_across_languages_names_meet_by_their_sound():
    one = state("Kravchuk opened the exhibition.")
    assert "names in common" in rules(one, state("Кравчук открыл выставку.", "r2", lang="ru"))
    assert "names in common" not in rules(one, state("Дети вернулись.", "r3", lang="ru"))


def test_words_that_weigh_nothing_say_nothing():
    assert not rules(state("It is so."), state("It was on.", "r2")) & {"words in common", "few words in common"}


def test_citing_the_report_of_the_other_or_the_same_source_speaks_for_it():
    one = state("The mill burned.", outlet="Lipova Post")
    citing = state("Fire at the mill.", "r2", chain=(source("Lipova Post"),))
    assert "one cites the report of the other" in rules(one, citing)
    assert "both cite the same source" in rules(citing, state("Fire.", "r3", chain=(source("Липова Пост"),), lang="ru"))


def timed(id_, value, **known):
    return state("It burned.", id_, times=(when(value),), events=(attrs.evolve(event(), time=0),), **known)


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("2025-03-02", "the same day"),
        ("2025-03-01/2025-03-05", "the same day"),
        ("2025-03-03", None),
        ("2025-03-09", "other days"),
        ("../2025-02-02", "other days"),
    ],
)
def test_days_of_the_event_are_compared(value, rule):
    found = rules(timed("r1", "2025-03-02"), timed("r2", value)) & {"the same day", "other days"}
    assert found == ({rule} if rule else set())


def test_publication_long_apart_speaks_against():
    one = state("It burned.")
    assert "published about the same time" in rules(one, state("It burned.", "r2", hours=40))
    assert "published long apart" in rules(one, state("It burned.", "r3", hours=240))
    assert not rules(one, state("It burned.", "r4", hours=100)) & {
        "published about the same time",
        "published long apart",
    }
    assert not rules(one, state("It burned.", "r5", hours=None)) & {
        "published about the same time",
        "published long apart",
    }


def test_hours_are_compared():
    nine, ten, none = (
        attrs.evolve(state("It burned.", f"r{at}"), spells=frozenset(told))
        for at, told in enumerate((("T09:00",), ("T10:00",), ()))
    )
    again = attrs.evolve(nine, id="c-other", report=make_report("It burned.", "r9"))
    assert "the same hour or length of time" in rules(nine, again)
    assert "other hours or lengths of time" in rules(nine, ten)
    assert not {one for one in rules(nine, none) if "hour" in one}


def test_two_claims_of_one_report_are_two_but_for_the_very_same_words():
    report = make_report("The mill burned, and the school was hit.", "r1")
    first, second, joint = (
        make_claim(report, "The mill burned"),
        make_claim(report, "the school was hit"),
        make_claim(report, "The mill burned", chain=(source("Lipova Post"),)),
    )
    laid = {one.id: one for one in lay_out([make_reading(report, first, second, joint)])}
    assert "two claims of one report" in rules(laid[first.id], laid[second.id])
    assert "the very same words" in rules(laid[first.id], laid[joint.id])
    assert share_content(laid[first.id], laid[second.id]) == 0.0


def test_order_of_the_two_changes_nothing():
    one, other = at(SOSNOVE, events=(event(),)), at(vilne(), id_="r2")
    assert compare(one, other) == compare(other, one)


def test_words_of_reasons_are_those_of_both_reports():
    (reason,) = (each for each in compare(at(SOSNOVE), at(SOSNOVE, id_="r2")).reasons if each.rule == "the same place")
    assert reason.words == (("r1", SOSNOVE.span), ("r2", SOSNOVE.span))


def test_every_reason_has_a_rule_that_says_what_it_does_for_people():
    assert SAYINGS.keys() == WEIGHTS.keys()
    assert all(saying.startswith(("Both ", "One ", "Two ")) for saying in SAYINGS.values())
