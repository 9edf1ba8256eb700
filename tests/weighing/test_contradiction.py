"""What speaks against a claim: control by another side, other numbers, negations, blame, old material; revised figures."""

from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.vocabulary import Approximation, Unit
from sayso.weighing import RULES, contradiction
from sayso.weighing.cases import Case
from sayso.weighing.facts import are_apart, days_apart, gather_facts
from sayso.weighing.origins import trace_origins
from sayso.weighing.support import find_support
from sayso.weighing.traits import traits_of
from sayso.weighing.whereabouts import find_whereabouts
from tests.weighing.made import assess, count, dispatch, event, media, nation, place, say, speaker, state, unnamed

OURS = speaker("Aland army", role="military")
THEIRS = speaker("Beland army", role="military", side="BB")
MAYOR = unnamed("the mayor")
HOSPITAL = unnamed("the director of the hospital", role="civilian")
TAKEN = event("control", "taken", by="AA", to="BB")
HELD_BY_B = event("control", "held", by="BB")


def killed(low, high=None, status="killed", **known):
    """Give a count of people killed."""
    return count(low, status, high=high, **known)


def contested(*groups):
    return [one.contested for one in assess(*groups)]


def test_two_sides_cannot_hold_one_place():
    one, other = assess([say(1, "Post", OURS, event=TAKEN)], [say(2, "Echo", THEIRS, event=HELD_BY_B)])
    assert (one.contradicts, other.contradicts) == ((other.id,), (one.id,))
    assert one.contested_by == (other.origins[0].id,)
    assert other.contested_by == (one.origins[0].id,)
    assert any(reason.rule == "control of one place by two sides" and reason.score < 0 for reason in one.reasons)


def test_one_side_that_takes_and_holds_a_place_is_no_contradiction():
    held = event("control", "held", by="AA")
    assert contested([say(1, "Post", OURS, event=TAKEN)], [say(2, "Echo", media("Relay"), event=held)]) == [
        False,
        False,
    ]


def test_a_side_that_enters_a_place_does_not_hold_it():
    entered = event("control", "entered", by="AA")
    assert contested([say(1, "Post", OURS, event=entered)], [say(2, "Echo", THEIRS, event=HELD_BY_B)]) == [False, False]


def test_control_of_two_places_is_no_contradiction():
    assert contested([say(1, "Post", OURS, event=TAKEN)], [say(2, "Echo", THEIRS, event=HELD_BY_B, at="Dubove")]) == [
        False,
        False,
    ]


def test_a_place_changes_hands_in_a_week():
    late = say(2, "Echo", THEIRS, event=HELD_BY_B, day=9)
    assert contested([say(1, "Post", OURS, event=TAKEN)], [late]) == [False, False]


def test_who_says_that_a_place_is_taken_speaks_of_its_own_side_unless_it_says_otherwise():
    taken = event("control", "taken")
    assert contested([say(1, "Post", OURS, event=taken)], [say(2, "Echo", THEIRS, event=HELD_BY_B)]) == [True, True]


def test_a_side_holds_what_it_is_said_to_have_lost():
    lost = event("control", "lost", by="BB")
    assert contested([say(1, "Post", OURS, event=lost)], [say(2, "Echo", THEIRS, event=HELD_BY_B)]) == [True, True]


def test_who_denies_a_capture_and_holds_the_place_contradicts_it_whoever_took_it():
    unknown = speaker("Hill Militia", role="military", side="unknown")
    whole, held = dispatch(2, "Echo"), event("control", "held")
    taken = event("control", "taken")
    denial = say(2, "Echo", unknown, of=whole, stance="denies", event=taken, id="c-denial")
    holds = say(2, "Echo", unknown, of=whole, event=held, id="c-holds")
    agencies = media("agencies", naming="unnamed")
    assert contested([say(1, "Post", agencies, event=taken), denial], [holds]) == [True, True]
    assert contested([say(1, "Post", agencies, event=taken)], [holds]) == [False, False]


def test_a_grey_zone_is_not_taken():
    grey = event("control", "contested")
    watcher = speaker("Front Map", role="analyst", side="unknown")
    assert contested([say(1, "Post", OURS, event=TAKEN)], [say(2, "Echo", watcher, event=grey)]) == [True, True]
    assert contested([say(1, "Post", THEIRS, event=HELD_BY_B)], [say(2, "Echo", watcher, event=grey)]) == [False, False]


def test_what_the_same_origin_says_otherwise_contradicts_but_does_not_contest():
    lost = event("control", "lost", by="AA")
    one, other = assess([say(1, "Post", OURS, event=TAKEN)], [say(9, "Echo", OURS, event=lost)])
    assert one.contradicts == (other.id,)
    assert (one.contested, other.contested) == (False, False)


def test_the_other_side_says_that_fighting_goes_on_where_a_place_is_said_to_be_taken():
    fight = event("clash", modality="ongoing")
    assert contested([say(1, "Post", OURS, event=TAKEN)], [say(2, "Echo", THEIRS, event=fight)]) == [True, True]
    assert contested([say(1, "Post", OURS, event=TAKEN)], [say(2, "Echo", OURS, event=fight)]) == [False, False]


def test_fights_that_are_over_do_not_speak_against_a_capture():
    fought = event("clash")
    assert contested([say(1, "Post", OURS, event=TAKEN)], [say(2, "Echo", THEIRS, event=fought)]) == [False, False]


def test_fighting_speaks_against_an_entry_only_by_one_who_denies_it():
    entered, fight = event("control", "entered", by="AA"), event("clash", modality="ongoing")
    whole = dispatch(2, "Echo")
    denial = say(2, "Echo", THEIRS, of=whole, stance="denies", event=entered, id="c-denial")
    going_on = say(2, "Echo", THEIRS, of=whole, event=fight, id="c-fight")
    assert contested([say(1, "Post", OURS, event=entered), denial], [going_on]) == [True, True]
    assert contested([say(1, "Post", OURS, event=entered)], [going_on]) == [False, False]


def test_counts_of_opposing_sides_that_exclude_each_other_contradict():
    told = {"event": event("casualties")}
    low, high = say(1, "Post", OURS, counts=[killed(4)], **told), say(2, "Echo", THEIRS, counts=[killed(60)], **told)
    assert contested([low], [high]) == [True, True]


def test_a_lower_count_of_another_origin_contradicts():
    told = {"event": event("casualties")}
    high, low = say(1, "Post", MAYOR, counts=[killed(9)], **told), say(2, "Echo", HOSPITAL, counts=[killed(4)], **told)
    assert contested([high], [low]) == [True, True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (killed(4), killed(60, status="wounded")),
        (killed(4, unit=Unit.CHILD), killed(60, unit=Unit.SOLDIER)),
        (killed(4), killed(60, including=True)),
        (killed(4, None, approximation=Approximation.AT_LEAST), killed(4)),
        (killed(100, approximation=Approximation.ABOUT), killed(90)),
        (killed(None, 10, approximation=Approximation.UP_TO), killed(8)),
    ],
)
def test_counts_of_other_things_or_with_a_number_in_common_do_not(one, other):
    told = {"event": event("casualties")}
    groups = [say(1, "Post", OURS, counts=[one], **told)], [say(2, "Echo", THEIRS, counts=[other], **told)]
    assert contested(*groups) == [False, False]


def test_at_least_ten_excludes_four():
    at_least = killed(10, approximation=Approximation.AT_LEAST)
    assert are_apart(at_least, killed(4))
    assert are_apart(killed(4), at_least)


def test_a_figure_revised_by_its_own_origin_is_superseded_and_not_contested():
    told = {"event": event("casualties")}
    one, other = assess(
        [say(1, "Post", MAYOR, counts=[killed(9)], **told)], [say(5, "Echo", MAYOR, counts=[killed(7)], **told)]
    )
    assert other.supersedes == (one.id,)
    assert (one.supersedes, one.contradicts, one.contested, other.contested) == ((), (), False, False)
    revision = next(reason for reason in other.reasons if reason.rule == "a figure revised by its own origin")
    assert {words[0] for words in revision.words} == {"r1", "r5"}


def test_a_count_that_runs_on_supersedes_its_earlier_state_whoever_tells_it():
    told = {"event": event("casualties")}
    rescuers = unnamed("the rescue service", "organisation")
    one, other = assess(
        [say(1, "Post", MAYOR, counts=[killed(3)], **told)],
        [say(5, "Echo", rescuers, counts=[killed(5, total=True)], **told)],
    )
    assert (other.supersedes, one.contested, other.contested) == ((one.id,), False, False)


def test_a_running_count_that_is_lower_is_no_later_state_but_of_its_own_origin():
    told = {"event": event("casualties")}
    rescuers = unnamed("the rescue service", "organisation")
    earlier = [say(1, "Post", MAYOR, counts=[killed(5)], **told)]
    assert contested(earlier, [say(5, "Echo", rescuers, counts=[killed(3, total=True)], **told)]) == [True, True]
    assert contested(earlier, [say(5, "Echo", MAYOR, counts=[killed(3, total=True)], **told)]) == [False, False]


def test_a_body_under_another_name_revises_its_own_figure():
    told = {"event": event("casualties")}
    ministry = speaker("МОЗ", register="health_ministry.aa")
    one = [
        say(1, "Post", speaker("health ministry"), counts=[killed(15)], **told),
        say(2, "Echo", ministry, counts=[killed(15)], **told),
    ]
    later = [say(5, "Post", speaker("health ministry"), counts=[killed(20)], **told)]
    assert contested(one, later) == [False, False]


def test_a_running_count_of_the_enemy_supersedes_nothing():
    told = {"event": event("casualties")}
    groups = (
        [say(1, "Post", OURS, counts=[killed(3)], **told)],
        [say(5, "Echo", THEIRS, counts=[killed(50, total=True)], **told)],
    )
    assert contested(*groups) == [True, True]


def test_a_higher_count_of_the_same_side_is_a_later_state():
    told = {"event": event("casualties")}
    one, other = assess(
        [say(1, "Post", MAYOR, counts=[killed(3)], **told)],
        [say(5, "Echo", unnamed("officials", "group"), counts=[killed(5)], **told)],
    )
    assert (other.supersedes, one.contested) == ((one.id,), False)


def test_a_higher_count_of_a_hospital_is_a_count_of_its_own():
    told = {"event": event("casualties")}
    groups = [say(1, "Post", MAYOR, counts=[killed(3)], **told)], [say(5, "Echo", HOSPITAL, counts=[killed(5)], **told)]
    assert contested(*groups) == [True, True]


def test_counts_weeks_apart_are_of_two_events():
    told = {"event": event("casualties")}
    _, other = assess(
        [say(1, "Post", MAYOR, counts=[killed(9)], **told)], [say(5, "Echo", MAYOR, counts=[killed(7)], day=20, **told)]
    )
    assert (other.supersedes, other.contested) == ((), False)


def test_said_to_be_so_and_not_to_be_so():
    raid, none = event("strike", by="AA"), event("strike", by="AA", modality="negated")
    assert contested([say(1, "Post", THEIRS, event=raid)], [say(2, "Echo", OURS, event=none)]) == [True, True]
    other = event("strike", by="BB", modality="negated")
    assert contested([say(1, "Post", THEIRS, event=raid)], [say(2, "Echo", OURS, event=other)]) == [False, False]


def test_one_side_that_says_both_speaks_of_two_things():
    raid = event("strike", by="AA")
    none = event("strike", by="AA", modality="negated")
    said = [say(1, "Post", THEIRS, event=raid)], [say(2, "Echo", THEIRS, event=none)]
    assert contested(*said) == [False, False]


def test_a_denial_that_stands_by_itself_contests_what_it_denies():
    raid = event("strike", by="AA")
    one, other = assess([say(1, "Post", THEIRS, event=raid)], [say(2, "Echo", OURS, event=raid, stance="denies")])
    assert one.contested_by == (other.origins[0].id,)
    assert (one.contested, other.contested) == (True, True)


def test_each_side_blames_the_other():
    mine, theirs = event("strike", by="BB"), event("strike", by="AA")
    assert contested([say(1, "Post", OURS, event=mine)], [say(2, "Echo", THEIRS, event=theirs)]) == [True, True]
    assert contested([say(1, "Post", OURS, event=theirs)], [say(2, "Echo", THEIRS, event=mine)]) == [False, False]
    watcher = speaker("Observers", role="international", side="INT")
    assert contested([say(1, "Post", watcher, event=mine)], [say(2, "Echo", THEIRS, event=theirs)]) == [False, False]


def test_sides_that_do_not_oppose_each_other_do_not_blame():
    mine, theirs = event("abuse", by="DD"), event("abuse", by="EE")
    one = say(1, "Post", nation("Eland", "EE"), event=mine)
    assert contested([one], [say(2, "Echo", nation("Dland", "DD"), event=theirs)]) == [False, False]


def test_who_denies_a_claim_and_dates_what_it_shows_contests_it():
    whole = dispatch(9, "Check Desk")
    denial = say(9, "Check Desk", of=whole, stance="denies", id="c-denial")
    older = say(
        9,
        "Check Desk",
        unnamed("an image search", "document", "unknown", "unknown"),
        of=whole,
        id="c-older",
        days="2023",
    )
    shown = [say(1, "Post", media("Al-Nahr", "channel")), denial]
    assert contested(shown, [older]) == [True, True]
    recent = say(9, "Check Desk", media("Relay"), of=whole, id="c-recent", days="2025-05-09")
    assert contested(shown, [recent]) == [True, False]


def test_cases_without_a_day_are_not_held_against_each_other():
    undated = dispatch(1, "Post", dated=False)
    assert contested([say(1, "Post", OURS, of=undated, event=TAKEN)], [say(2, "Echo", THEIRS, event=HELD_BY_B)]) == [
        False,
        False,
    ]


def test_a_place_that_was_not_resolved_is_the_one_of_its_name_that_others_resolve():
    resolved, name, other = say(1, "A"), say(2, "B", at="vilne"), say(3, "C", at="Nowhere")
    found = find_whereabouts([resolved, name, other])
    assert found.keys_of(say(4, "D", at="Vilneiu")) == {"101"}
    assert found.keys_of(name) == found.keys_of(resolved) == {"101"}
    assert found.keys_of(other) == {"name novgere"}


def test_names_that_were_not_resolved_are_one_but_for_their_endings():
    found = find_whereabouts([say(1, "A", at="Ardalka"), say(2, "B", at="Ardalku"), say(3, "C", at="Nowhere")])
    assert found.keys_of(say(4, "D", at="Ardalku")) == found.keys_of(say(5, "E", at="Ardalka"))
    assert found.keys_of(say(4, "D", at="Ardalku")) != found.keys_of(say(5, "E", at="Nowhere"))


def test_a_claim_without_a_place_speaks_of_one_that_its_words_name():
    named = state("Troops hold Zelenyi Brid.", places=(place("Troops hold Zelenyi Brid.", "Zelenyi Brid", None),))
    resolved = state("Troops hold Krasne.", "r2", places=("Krasne",))
    short = state("Troops hold Dub.", "r3", places=(place("Troops hold Dub.", "Dub", None),))
    found = find_whereabouts([named, resolved, short])
    assert found.keys_of(state("Zelenyi Brid is quiet.", "r4")) == found.keys_of(named)
    assert found.keys_of(state("Krasne is quiet.", "r5")) == found.keys_of(resolved)
    assert found.keys_of(state("Zelenyi Dub is quiet.", "r6")) == frozenset()


def test_what_is_taken_is_a_place_where_others_know_it_as_one():
    taken = event("control", "taken", to="BB", whom="Dubove")
    found = find_whereabouts([say(1, "A", event=taken), say(2, "B", at="Dubove")])
    assert found.keys_of(say(1, "A", event=taken)) == {"101", "102"}


def test_a_claim_without_a_place_has_those_of_its_report():
    whole = dispatch(2, "Echo")
    placed = say(2, "Echo", THEIRS, of=whole, event=event("other"), id="c-placed")
    bare = say(2, "Echo", THEIRS, of=whole, event=HELD_BY_B, at=None, id="c-bare")
    one, _, other = assess([say(1, "Post", OURS, event=TAKEN)], [placed], [bare])
    assert one.contradicts == (other.id,)


def test_a_report_that_names_no_place_speaks_of_that_of_the_others():
    whole, grey = dispatch(5, "Map Desk"), event("control", "contested")
    holds = say(5, "Map Desk", THEIRS, of=whole, event=HELD_BY_B, at=None, id="c-holds")
    centre = say(5, "Map Desk", THEIRS, of=whole, event=grey, at=None, id="c-centre")
    placed = say(2, "Echo", THEIRS, event=HELD_BY_B)
    one, _, other = assess([say(1, "Post", OURS, event=TAKEN)], [placed, holds], [centre])
    assert other.contradicts == (one.id,)


def test_a_case_is_held_against_so_many_at_most(monkeypatch):
    monkeypatch.setattr(contradiction, "MOST_COMPARED", 1)
    others = [[say(at, f"Echo {at}", THEIRS, event=HELD_BY_B)] for at in range(2, 6)]
    one, *_ = assess([say(1, "Post", OURS, event=TAKEN)], *others)
    assert len(one.contradicts) == 1


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([(OURS, TAKEN), (THEIRS, HELD_BY_B), (MAYOR, None)]), min_size=2, max_size=6))
def test_contradiction_goes_both_ways(told):
    assessed = assess(*([say(at + 1, "Post", who, event=what)] for at, (who, what) in enumerate(told)))
    pairs = {(one.id, other) for one in assessed for other in one.contradicts}
    assert pairs == {(other, one) for one, other in pairs}


@settings(max_examples=50, deadline=None)
@given(told=st.lists(st.sampled_from([(OURS, TAKEN), (THEIRS, HELD_BY_B), (MAYOR, None)]), min_size=2, max_size=6))
def test_every_reason_bears_a_name_that_is_explained(told):
    group = [say(at + 1, "Post", who, event=what) for at, (who, what) in enumerate(told)]
    assessed = [*assess(*([one] for one in group)), *assess(group)]
    reasons = {reason.rule for one in assessed for reason in one.reasons}
    reasons |= {reason.rule for one in assessed for origin in one.origins for reason in origin.reasons}
    assert reasons <= set(RULES)


def test_days_of_a_case_reach_from_the_first_to_the_last_day_told():
    group = [
        say(1, "Post", OURS, days="2025-05-02"),
        say(2, "Echo", OURS, days="2025-05-05/.."),
        say(3, "Relay", OURS, days="../2025-05-06"),
    ]
    assess(group)
    case = next(iter(_cases(group)))
    facts = gather_facts(case, find_whereabouts(group))
    assert (facts.first, facts.last) == (date(2025, 5, 2), date(2025, 5, 6))
    assert days_apart(facts, facts) == 0


def _cases(group):
    traced = trace_origins(group)
    support, number, reason = find_support(group, traced, frozenset())
    yield Case(group=tuple(group), traced=traced, support=support, origin_count=number, reasons=(reason,))


def test_authorities_that_say_a_place_is_held_speak_of_their_own_side():
    held = event("control", "held")
    assert traits_of(say(1, "Post", OURS, event=held)).happenings[0].actor == "AA"
    assert traits_of(say(1, "Post", OURS, event=HELD_BY_B)).happenings[0].actor == "BB"
    witness = speaker("Mira", "person", "civilian")
    assert traits_of(say(1, "Post", witness, event=held)).happenings[0].actor is None
    assert traits_of(say(1, "Post", event=held)).happenings[0].actor is None


def test_authorities_that_say_a_place_is_taken_speak_of_their_own_side_but_at_home():
    taken = event("control", "taken")
    assert traits_of(say(1, "Post", OURS, event=taken)).happenings[0].actor == "AA"
    lost = event("control", "taken", to="AA")
    assert traits_of(say(1, "Post", OURS, event=lost)).happenings[0].actor is None


def test_a_body_and_who_speaks_for_it_speak_against_a_claim_once():
    staff = attrs.evolve(THEIRS, register="general_staff.bb")
    voice = unnamed("a spokesman of the staff", role="military", side="BB", register="general_staff.bb")
    taken = [say(1, "Post", OURS, event=TAKEN), say(2, "Echo", staff, event=TAKEN, stance="denies")]
    one, other = assess(taken, [say(3, "Herald", voice, event=HELD_BY_B)])
    assert [origin.name for origin in one.origins if origin.id in one.contested_by] == [staff.name]
    assert len(one.contested_by) == 1
    assert other.contested
    held = [say(3, "Herald", voice, event=HELD_BY_B)]
    again = [say(4, "Wire", staff, event=event("control", "held", by="BB"), id="c-again", at="Vilne")]
    one, *_ = assess([say(1, "Post", OURS, event=TAKEN)], held, again)
    assert len(one.contested_by) == 1
