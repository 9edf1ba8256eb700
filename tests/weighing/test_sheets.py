"""Sheets list who says what of a place or an event, side by side; nothing is voted on and nothing added up."""

from sayso.vocabulary import (
    Approximation,
    Assessment,
    Credibility,
    Direction,
    EventType,
    LinkKind,
    Modality,
    Stance,
    Stated,
    Status,
    Support,
    Unit,
    Weighing,
)
from sayso.weighing.casualties import casualty_sheets
from sayso.weighing.control import control_sheets
from sayso.weighing.sayers import places_named
from tests.weighing.made import origin, people, state

TAKEN = {"trigger": "took", "direction": Direction.TAKEN}


def took(*towns, name="r1", hours=0.0, by=("Troops", "RU"), **known):
    text = f"Troops took {' and '.join(towns)} on 8 May."
    return state(text, name=name, hours=hours, places=towns, **(TAKEN | {"by": by} | known))


def weighed(*groups, supersedes=None, contradicts=None):
    """Weigh by hand: each group is a list of statements with the origin of each."""
    return Weighing(
        assessments=tuple(
            Assessment(
                id=group[0][0].id,
                gist=group[0][0].id,
                statements=tuple(
                    Stated(
                        report=one.report.id,
                        claim=one.id,
                        content=one.claim.content,
                        stance=one.claim.stance,
                        origin=said.id,
                    )
                    for one, said in group
                ),
                origins=tuple({said.id: said for _, said in group}.values()),
                origin_count=1,
                support=Support.SINGLE_SOURCE,
                contested=False,
                supersedes=(supersedes or {}).get(group[0][0].id, ()),
                contradicts=(contradicts or {}).get(group[0][0].id, ()),
                credibility=Credibility.SINGLE_ORIGIN,
                credibility_reason="One origin says it.",
            )
            for group in groups
        )
    )


RU, UA, UN = origin("The ministry", side="RU"), origin("The staff", side="UA"), origin("The mission", side="INT")


def test_a_sheet_of_control_holds_what_each_side_says_and_what_others_do():
    told = took("Vilne", "Krasne", time=("8 May", "2025-05-08"))
    denied = took("Vilne", name="r2", hours=1, stance=Stance.DENIES, modality=Modality.NEGATED)
    watched = took("Vilne", name="r3", hours=2, direction=Direction.CONTESTED, by=None)
    statements = (watched, denied, told)
    [sheet] = control_sheets("Vilne", weighed([(told, RU), (denied, UA)], [(watched, UN)]), statements)
    assert [one.side for one in sheet.sides] == ["RU", "UA"]
    [ours], [theirs], [third] = sheet.sides[0].says, sheet.sides[1].says, sheet.others
    assert (ours.holder, ours.direction, ours.happened, ours.since) == ("RU", Direction.TAKEN, True, "2025-05-08")
    assert (theirs.stance, theirs.happened, theirs.sayer.name) == (Stance.DENIES, False, "The staff")
    assert (third.holder, third.direction, third.since) == ("unknown", Direction.CONTESTED, None)
    assert (sheet.place, sheet.geonameid, sheet.country) == ("Vilne", 1, "UA")


def test_a_side_that_says_nothing_is_silent():
    told = took("Vilne")
    [sheet] = control_sheets("Vilne", weighed([(told, RU)]), (told,))
    assert [(one.side, one.is_silent) for one in sheet.sides] == [("RU", False), ("UA", True)]


def test_a_sheet_holds_only_control_of_its_place_and_what_was_weighed():
    told, elsewhere = took("Vilne"), took("Krasne", name="r2")
    strike = took("Vilne", name="r3", type=EventType.STRIKE, direction=None)
    loose = took("Vilne", name="r4")
    weighing = weighed([(told, RU)], [(elsewhere, RU)], [(strike, RU)])
    [sheet] = control_sheets("vilne", weighing, (told, elsewhere, strike, loose))
    assert [len(one.says) for one in sheet.sides] == [1, 0]
    assert not control_sheets("Zelene", weighing, (told,))


def test_a_place_is_asked_for_by_any_name_or_its_number():
    told = took("Vilne")
    assert list(places_named("Вільне", [told])) == list(places_named("1", [told])) == ["1"]
    unfound = took("Ozerne", name="r2")
    assert list(places_named("Озерне", [told, unfound])) == ["ozerne"]
    two = weighed([(told, RU)], [(unfound, RU)])
    assert [one.place for one in control_sheets("Ozerne", two, (told, unfound))] == ["Ozerne"]


def killed(low, high, name="r1", hours=0.0, time=("8 May", "2025-05-08"), town="Vilne", **known):
    text = f"Shelling of {town} on 8 May killed {low} people."
    count = people(text, f"{low}", low, high, **known.pop("count", {}))
    told = {"trigger": "killed", "type": EventType.CASUALTIES}
    return state(text, name=name, hours=hours, places=(town,), time=time, quantities=(count,), **(told | known))


def test_figures_are_listed_with_a_range_over_origins_and_no_sum():
    three, five = killed(3, 3), killed(5, 5, name="r2", hours=2)
    [sheet] = casualty_sheets("Vilne", weighed([(three, RU)], [(five, UA)]), (five, three))
    assert [(one.low, one.high, one.sayer.name) for one in sheet.figures] == [
        (3, 3, "The ministry"),
        (5, 5, "The staff"),
    ]
    [span] = sheet.ranges
    assert (span.status, span.low, span.high, span.origins) == (Status.KILLED, 3, 5, 2)
    assert (sheet.day, sheet.place) == ("2025-05-08", "Vilne")


def test_a_repeat_adds_no_origin_and_an_open_figure_leaves_the_range_open():
    three, again = killed(3, 3), killed(3, None, name="r2", hours=2, count={"approximation": Approximation.AT_LEAST})
    other = origin("The ministry", id="o-other", side="RU")
    [sheet] = casualty_sheets("Vilne", weighed([(three, RU)], [(again, other)]), (three, again))
    assert [(one.low, one.high, one.origins) for one in sheet.ranges] == [(3, None, 1)]
    resting = origin("Echo", stands_alone=False, rests_on=(RU.id,))
    [sheet] = casualty_sheets("Vilne", weighed([(three, RU), (again, resting)]), (three, again))
    assert len(sheet.figures) == 2
    assert [one.origins for one in sheet.ranges] == [1]


def test_a_range_may_have_no_least():
    some = killed(3, 3, count={"status": Status.WOUNDED})
    text = "Shelling of Vilne on 8 May wounded up to 9."
    most = state(
        text,
        name="r2",
        places=("Vilne",),
        time=("8 May", "2025-05-08"),
        trigger="wounded",
        type=EventType.CASUALTIES,
        quantities=(people(text, "up to 9", None, 9, status=Status.WOUNDED),),
    )
    [sheet] = casualty_sheets("Vilne", weighed([(some, RU)], [(most, UA)]), (some, most))
    assert [(one.status, one.low, one.high) for one in sheet.ranges] == [(Status.WOUNDED, None, 9)]


def test_denied_superseded_and_included_figures_are_listed_and_in_no_range():
    first, revised = killed(3, 3), killed(4, 4, name="r2", hours=1)
    denied = killed(9, 9, name="r3", stance=Stance.DENIES, modality=Modality.NEGATED)
    part = killed(2, 2, name="r4", count={"including": True, "unit": Unit.CHILD})
    groups = ([(first, RU)], [(revised, RU)], [(denied, UA)], [(part, RU)])
    weighing = weighed(*groups, supersedes={revised.id: (first.id,)})
    [sheet] = casualty_sheets("Vilne", weighing, (first, revised, denied, part))
    assert sorted((one.low, one.superseded, one.including) for one in sheet.figures) == [
        (2, False, True),
        (3, True, False),
        (4, False, False),
        (9, False, False),
    ]
    assert [(one.low, one.high) for one in sheet.ranges] == [(4, 4)]


def test_what_has_not_happened_and_no_casualties_are_not_listed():
    planned = killed(3, 3, modality=Modality.PREDICTED)
    freed = killed(4, 4, name="r2", count={"status": Status.RELEASED})
    denied = killed(4, 4, name="r3", stance=Stance.DENIES, count={"status": Status.RELEASED})
    loose = killed(4, 4, name="r4")
    weighing = weighed([(planned, RU)], [(freed, RU)], [(denied, UA)])
    assert not casualty_sheets("Vilne", weighing, (planned, freed, denied, loose))
    assert not casualty_sheets("Krasne", weighing, (planned,))


def test_soldiers_and_children_have_no_range_together_but_people_do():
    soldiers, children = (
        killed(3, 3, name=name, count={"unit": unit}) for name, unit in (("r1", Unit.SOLDIER), ("r2", Unit.CHILD))
    )
    two = [(soldiers, RU)], [(children, UA)]
    [sheet] = casualty_sheets("Vilne", weighed(*two), (soldiers, children))
    assert not sheet.ranges
    everyone = killed(8, 8, name="r3")
    [sheet] = casualty_sheets("Vilne", weighed(*two, [(everyone, UA)]), (soldiers, children, everyone))
    assert [(one.low, one.high) for one in sheet.ranges] == [(8, 8)]
    [sheet] = casualty_sheets("Vilne", weighed([(soldiers, RU)]), (soldiers,))
    assert [(one.low, one.high) for one in sheet.ranges] == [(3, 3)]


def test_days_part_events_and_a_day_within_a_longer_time_is_of_one():
    first, night = killed(3, 3), killed(4, 4, name="r2", time=("8 May", "2025-05-07/2025-05-08"))
    later = killed(9, 9, name="r3", hours=48, time=("8 May", "2025-05-10"))
    weighing = weighed([(first, RU)], [(night, UA)], [(later, RU)])
    sheets = casualty_sheets("Vilne", weighing, (later, night, first))
    assert [(one.day, len(one.figures)) for one in sheets] == [("2025-05-08", 2), ("2025-05-10", 1)]


def test_what_tells_no_day_joins_the_only_event_or_stands_apart():
    first, undated = killed(3, 3), killed(4, 4, name="r2", time=None)
    later = killed(9, 9, name="r3", hours=48, time=("8 May", "2025-05-10"))
    half = killed(5, 5, name="r4", time=("8 May", "2025-05-10/.."))
    one = weighed([(first, RU)], [(undated, UA)])
    assert [len(sheet.figures) for sheet in casualty_sheets("Vilne", one, (first, undated))] == [2]
    two = weighed([(first, RU)], [(undated, UA)], [(later, RU)], [(half, UA)])
    sheets = casualty_sheets("Vilne", two, (first, undated, later, half))
    assert [(sheet.day, len(sheet.figures)) for sheet in sheets] == [
        ("2025-05-08", 1),
        ("2025-05-10", 1),
        (None, 2),
    ]
    alone = casualty_sheets("Vilne", one, (undated,))
    assert [(sheet.day, len(sheet.figures)) for sheet in alone] == [(None, 1)]


def test_claims_that_are_linked_are_of_one_event_whatever_their_days():
    first, later = killed(3, 3), killed(9, 9, name="r2", hours=48, time=("8 May", "2025-05-10"))
    third = killed(7, 7, name="r3", time=None)
    weighing = weighed(
        [(first, RU)], [(later, UA)], [(third, UN)], contradicts={later.id: (first.id,), third.id: (later.id,)}
    )
    [sheet] = casualty_sheets("Vilne", weighing, (first, later, third))
    assert len(sheet.figures) == 3


def test_sayers_keep_what_must_not_be_shown():
    told = took("Vilne")
    hidden = origin("A resident", kind=LinkKind.PERSON, private=True)
    [sheet] = control_sheets("Vilne", weighed([(told, hidden)]), (told,))
    assert sheet.others[0].sayer.private
