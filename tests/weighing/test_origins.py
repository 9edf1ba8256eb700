"""Nine reports, one origin: what statements of one claim rest on."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.vocabulary import Flag, FlagKind, LinkKind, Relay, Support
from sayso.weighing import RULES, steps
from sayso.weighing.opposition import find_opponents
from sayso.weighing.origins import trace_origins
from tests.weighing.made import AT, assess, dispatch, event, media, nation, origins, say, speaker, unnamed

HQ = speaker("Vilne Rescue Headquarters")


def found(*group):
    """Give support and number of origins of one group."""
    one = assess(list(group))[0]
    return one.support.value, one.origin_count


def test_one_report_that_names_one_source_is_a_single_source():
    assert found(say(1, "Northern Post", HQ)) == ("single-source", 1)


def test_a_post_of_a_channel_is_the_word_of_the_channel():
    one = assess([say(1, "Степной вестник")])[0]
    assert (one.origins[0].name, one.origins[0].outlet, one.origin_count) == ("Степной вестник", True, 1)


def test_a_channel_is_known_again_in_other_letters():
    group = [say(1, "Степной вестник"), say(2, "Northern Post", media("Stepnoy Vestnik", "channel", "BB"))]
    one = assess(group)[0]
    assert (one.support, one.origin_count) == (Support.REPEATED, 1)
    assert (one.origins[0].name, one.origins[0].kind, one.origins[0].side) == (
        "Степной вестник",
        LinkKind.CHANNEL,
        "BB",
    )


def test_an_outlet_that_is_cited_before_its_own_report_is_at_hand_speaks_for_itself():
    assert found(say(1, "Northern Post", media("Stepnoy Vestnik")), say(2, "Степной вестник")) == ("repeated", 1)


def test_what_an_outlet_cites_is_the_origin_of_those_who_cite_the_outlet():
    group = [say(1, "Northern Post", HQ), say(2, "Relay", media("Northern Post")), say(3, "Echo", media("Relay"))]
    assert found(*group) == ("repeated", 1)
    assert origins(*group) == [HQ.name]


def test_a_medium_that_tells_no_source_after_others_is_shown_and_not_counted():
    one = assess([say(1, "Post", HQ), say(2, "Echo", media("Coast Radio"))])[0]
    assert (one.support, one.origin_count) == (Support.REPEATED, 1)
    radio = next(origin for origin in one.origins if origin.name == "Coast Radio")
    assert not radio.stands_alone
    assert found(say(1, "Post", HQ), say(2, "Echo", media("Beland Radio", side="BB"))) == ("cross-confirmed", 2)
    assert found(say(1, "Echo", media("Coast Radio")), say(2, "Post", HQ)) == ("corroborated", 2)
    assert found(say(1, "Echo", media("Coast Radio")), say(2, "Post", media("Hill Radio"))) == ("corroborated", 2)


def test_the_report_cited_is_the_last_before_the_one_that_cites():
    first, second = speaker("Ada Bell", "person"), speaker("Cleo Dunn", "person")
    told = [say(1, "Northern Post", first), say(2, "Northern Post", second), say(3, "Echo", media("Northern Post"))]
    one = assess(told)[0]
    names = {origin.id: origin.name for origin in one.origins}
    assert [names[stated.origin] for stated in one.statements] == ["Ada Bell", "Cleo Dunn", "Cleo Dunn"]


def test_a_report_without_a_source_repeats_what_an_earlier_one_says():
    group = [say(1, "Northern Post", HQ), say(2, "Echo")]
    one = assess(group)[0]
    assert (one.support, one.origin_count) == (Support.REPEATED, 1)
    assert any("attribution dropped" in reason.rule for reason in one.origins[0].reasons)


def test_a_headline_has_the_source_that_its_report_names_below():
    whole = dispatch(3, "Echo")
    assert origins(say(3, "Echo", of=whole, id="c-head"), say(3, "Echo", HQ, of=whole, id="c-body")) == [HQ.name]


def test_what_nobody_in_particular_reports_is_that_of_a_later_source():
    cue = (dispatch(1, "Echo").text and say(1, "Echo").claim.content[0],)
    assert origins(say(1, "Echo", cue=cue, agentless=True), say(2, "Northern Post", HQ)) == [HQ.name]
    assert origins(say(1, "Echo", cue=cue, agentless=True), say(2, "Relay")) == ["Echo"]


def test_what_nobody_in_particular_reports_is_not_that_of_media_who_report_it_later():
    cue = (AT,)
    group = [say(1, "Echo", cue=cue, agentless=True), say(2, "Relay", media("local media", naming="unnamed"))]
    one = assess(group)[0]
    assert (one.origin_count, [origin.name for origin in one.origins]) == (1, ["Echo"])


def test_sources_that_fit_each_other_are_no_circle():
    residents, people = unnamed("officials", "group"), unnamed("an official")
    one = assess([say(1, "Post", residents), say(2, "Echo", people)])[0]
    assert one.origin_count == 1
    assert not any("circle" in reason.rule for reason in one.origins[0].reasons)


def test_reports_that_cite_each_other_are_one_origin():
    one = assess([say(1, "Radio Hill", media("Valley Voice")), say(2, "Valley Voice", media("Radio Hill"))])[0]
    assert (one.support, one.origin_count) == (Support.REPEATED, 1)
    assert one.origins[0].name == "Valley Voice"
    assert any("circle" in reason.rule for reason in one.origins[0].reasons)


def test_who_leads_into_a_circle_rests_on_it():
    group = [
        say(1, "Radio Hill", media("Valley Voice")),
        say(2, "Valley Voice", media("Harbour News")),
        say(3, "Harbour News", media("Radio Hill")),
        say(4, "Echo", media("Harbour News")),
    ]
    assert found(*group) == ("repeated", 1)


def test_media_that_report_what_a_circle_says_are_no_further_origin():
    group = [say(1, "Radio Hill", media("Valley Voice")), say(2, "Valley Voice", media("media", naming="unnamed"))]
    assert found(*group) == ("repeated", 1)


def test_two_witnesses_of_two_outlets_are_two_origins():
    one, other = speaker("Mira", "person", "civilian"), speaker("Oles P.", "person", "civilian")
    assert found(say(1, "Shore Line", one), say(2, "Radio Delta", other)) == ("corroborated", 2)


def test_an_unnamed_witness_of_a_cited_outlet_is_the_one_it_names():
    resident = unnamed("a resident", role="civilian")
    group = [
        say(1, "Shore Line", speaker("Mira", "person", "civilian")),
        say(2, "Radio Delta", speaker("Oles P.", "person", "civilian")),
        say(3, "Echo", media("Shore Line", relay=Relay.TOLD), resident),
    ]
    assert found(*group) == ("corroborated", 2)


def test_an_unnamed_witness_who_told_another_outlet_is_another():
    resident = unnamed("a resident", role="civilian")
    group = [
        say(1, "Shore Line", unnamed("a resident", role="civilian")),
        say(2, "Echo", media("Coast Radio", relay=Relay.TOLD), resident),
    ]
    assert found(*group) == ("corroborated", 2)


def test_unnamed_witnesses_described_in_other_words_are_two_and_in_the_same_words_one():
    driver, baker = unnamed("a bus driver", role="civilian"), unnamed("the baker of the village", role="civilian")
    assert found(say(1, "Shore Line", driver), say(2, "Radio Delta", baker)) == ("corroborated", 2)
    assert found(say(1, "Shore Line", driver), say(2, "Radio Delta", driver)) == ("repeated", 1)


def test_officials_are_the_body_that_an_earlier_report_names():
    officials = unnamed("officials", "group")
    assert found(say(1, "Northern Post", HQ), say(2, "Echo", officials)) == ("repeated", 1)


def test_officials_are_the_body_that_a_later_report_names():
    officials = unnamed("officials", "group")
    assert origins(say(1, "Echo", officials), say(2, "Northern Post", HQ)) == [HQ.name]


def test_a_person_in_office_is_not_the_body_that_a_later_report_names():
    mayor = unnamed("the mayor")
    assert found(say(1, "Echo", mayor), say(2, "Northern Post", HQ)) == ("corroborated", 2)


def test_a_state_stands_for_its_bodies_but_not_for_its_residents():
    country = nation("Aland", "AA")
    assert found(say(1, "Northern Post", HQ), say(2, "Echo", country)) == ("repeated", 1)
    mira = speaker("Mira", "person", "civilian")
    assert found(say(1, "Northern Post", mira), say(2, "Echo", country)) == ("corroborated", 2)


def test_two_bodies_of_one_side_are_two_origins():
    police = speaker("Dubove Police")
    assert found(say(1, "Northern Post", HQ), say(2, "Echo", police)) == ("corroborated", 2)


def test_bodies_of_opposing_sides_confirm_each_other():
    theirs = speaker("Beland Ministry of Defence", role="military", side="BB")
    assert found(say(1, "Northern Post", HQ), say(2, "Echo", theirs)) == ("cross-confirmed", 2)


def test_an_army_and_the_rebels_confirm_each_other():
    army = speaker("Cland army", role="military", side="CC")
    rebels = speaker("Hill Front", role="military", side="CC", party="REB")
    assert found(say(1, "Northern Post", army), say(2, "Echo", rebels)) == ("cross-confirmed", 2)


def test_sides_that_fight_in_the_events_at_hand_oppose_each_other():
    raid = event("clash", by="XX", to="YY")
    group = [
        say(1, "Northern Post", speaker("Xland army", role="military", side="XX"), event=raid),
        say(2, "Echo", speaker("Yland army", role="military", side="YY")),
    ]
    assert found(*group) == ("cross-confirmed", 2)


def test_an_international_mission_and_a_ministry_only_corroborate():
    mission = speaker("Observer Mission", role="international", side="INT")
    assert found(say(1, "Northern Post", HQ), say(2, "Echo", mission)) == ("corroborated", 2)


def test_an_unnamed_ministry_is_no_mission():
    mission = speaker("Observer Mission", role="unknown", side="INT")
    ministries = unnamed("both ministries", "group", "military")
    assert found(say(1, "Northern Post", mission), say(2, "Echo", ministries)) == ("corroborated", 2)


def test_a_source_that_passes_on_anothers_word_does_not_stand_alone():
    office, tracking = (speaker(name, role="international", side="INT") for name in ("Aid Office", "Tracking Desk"))
    group = [say(1, "Relief Letter", office, tracking), say(2, "Northern Post", tracking), say(3, "Echo", office)]
    one = assess(group)[0]
    assert (one.support, one.origin_count) == (Support.REPEATED, 1)
    passing = next(origin for origin in one.origins if origin.name == "Aid Office")
    assert not passing.stands_alone
    assert passing.rests_on == tuple(origin.id for origin in one.origins if origin.name == "Tracking Desk")


def test_two_sources_that_pass_on_each_others_word_count_once_each_and_never_none():
    office, desk = (speaker(name, role="international", side="INT") for name in ("Aid Office", "Tracking Desk"))
    group = [say(1, "A Post", office, desk), say(2, "B Post", desk, office), say(3, "C Post", office)]
    assert assess(group)[0].origin_count >= 1


def test_images_are_an_origin_of_their_own_beside_those_who_speak():
    images = unnamed("satellite images", "document", "unknown", "unknown")
    assert found(say(1, "Northern Post", HQ), say(2, "Sky Desk", images)) == ("corroborated", 2)


def test_footage_of_a_channel_is_one_origin_whoever_shows_it():
    footage, video = (unnamed(name, "document", "unknown", "unknown") for name in ("footage", "видео"))
    group = [say(1, "Echo", media("Al-Nahr", "channel"), footage), say(2, "Relay", video)]
    assert found(*group) == ("repeated", 1)


def test_the_bulletin_of_a_staff_is_the_staff():
    staff = speaker("General Staff", role="military")
    bulletin = unnamed("the General Staff's bulletin", "document", "military")
    assert found(say(1, "Northern Post", staff), say(2, "Echo", bulletin)) == ("repeated", 1)


def test_a_bulletin_of_another_side_is_another_origin():
    staff = speaker("General Staff", role="military", side="BB")
    bulletin = unnamed("the morning bulletin", "document", "military")
    assert found(say(1, "Northern Post", staff), say(2, "Echo", bulletin)) == ("cross-confirmed", 2)


def test_an_outlet_that_names_its_source_later_had_one_source_all_along():
    nurse, named = unnamed("a nurse", role="unknown"), speaker("Rana K.", "person", "civilian")
    group = [say(1, "Levant Post", nurse), say(2, "Relay", nurse), say(5, "Levant Post", named)]
    assert origins(*group) == ["Rana K."]


def test_another_outlet_that_names_a_source_later_may_have_another():
    nurse, named = unnamed("a nurse", role="unknown"), speaker("Rana K.", "person", "civilian")
    assert found(say(1, "Levant Post", nurse), say(5, "Coast Radio", named)) == ("corroborated", 2)


def test_a_body_under_its_acronym_is_the_body():
    whole = speaker("International Relief Union", role="international", side="INT")
    short = speaker("IRU", role="international", side="INT")
    assert found(say(1, "Northern Post", whole), say(2, "Echo", short)) == ("repeated", 1)


def test_one_entry_of_the_register_is_one_source_in_any_language_and_two_are_two():
    one = speaker("Rescue Service", register="rescue_service")
    same = speaker("Служба порятунку", register="rescue_service")
    other = speaker("Служба порятунку", register="other_service")
    assert found(say(1, "Northern Post", one), say(2, "Echo", same)) == ("repeated", 1)
    assert found(say(1, "Northern Post", one), say(2, "Echo", other)) == ("corroborated", 2)


def test_a_body_that_may_be_another_in_translation_is_not_counted():
    one, same = speaker("Rescue Service of Dubove"), speaker("Спасательная служба")
    assert found(say(1, "Northern Post", one), say(2, "Echo", same)) == ("repeated", 1)


def test_a_surname_alone_joins_only_where_one_person_has_it():
    full, short = speaker("Ada Bell", "person"), speaker("Bell", "person")
    assert found(say(1, "Northern Post", full), say(2, "Echo", short)) == ("repeated", 1)
    brother = speaker("Otto Bell", "person")
    group = [say(1, "Northern Post", full), say(2, "Relay", brother), say(3, "Echo", short)]
    assert found(*group) == ("corroborated", 3)


def test_one_who_denies_is_no_origin_of_it_but_contests_it():
    army = speaker("Beland army", role="military", side="BB")
    one = assess([say(1, "Northern Post", HQ), say(2, "Echo", army, stance="denies")])[0]
    assert (one.support, one.origin_count, one.contested) == (Support.SINGLE_SOURCE, 1, True)
    assert one.contested_by == tuple(origin.id for origin in one.origins if origin.name == "Beland army")


def test_what_is_only_denied_has_no_origin():
    one = assess([say(1, "Echo", HQ, stance="denies")])[0]
    assert (one.support, one.origin_count, one.contested) == (Support.SINGLE_SOURCE, 0, True)


def test_a_negation_speaks_against_those_who_affirm():
    none = event(modality="negated")
    one = assess([say(1, "Northern Post", HQ), say(2, "Check Desk", event=none)])[0]
    assert (one.origin_count, one.contested) == (1, True)
    alone = assess([say(1, "Northern Post", HQ, event=none), say(2, "Echo", event=none)])[0]
    assert (alone.support, alone.contested) == (Support.REPEATED, False)
    beside = assess([say(1, "Northern Post", HQ), say(2, "Check Desk", negated=True)])[0]
    assert not beside.contested, "what happens is said to be so, and something beside it not to be"
    untold = assess([say(1, "Northern Post", HQ, event=None), say(2, "Check Desk", event=None, negated=True)])[0]
    assert untold.contested


def test_an_outlet_that_withdraws_its_report_contests_it():
    commander = unnamed("a commander", role="military")
    group = [
        say(1, "Desert Post", commander),
        say(2, "Echo", media("Desert Post")),
        say(9, "Desert Post", stance="denies"),
    ]
    one = assess(group)[0]
    assert (one.support, one.origin_count, one.contested) == (Support.REPEATED, 1, True)


def test_an_outlet_that_takes_back_its_report_repeats_nobody_who_denied_it_before():
    army = speaker("Beland army", role="military", side="BB")
    group = [
        say(1, "Desert Post"),
        say(2, "Echo", army, stance="denies"),
        say(9, "Desert Post", event=event(modality="negated")),
    ]
    one = assess(group)[0]
    assert {origin.name for origin in one.origins if origin.id in one.contested_by} == {"Beland army", "Desert Post"}


def test_a_copied_passage_brings_its_source():
    text = "Nine people were carried out of the cellar of the old mill, the headquarters said at noon on Friday."
    copied = say(2, "Echo", text=text)
    told = say(1, "Northern Post", HQ, text=text)
    assert [origin.name for origin in trace_origins([told, copied]).origins] == [HQ.name]
    one = assess([told, copied])[0]
    assert any("copied" in reason.rule for reason in one.origins[0].reasons)


def test_a_report_without_an_outlet_stands_under_its_id():
    assert origins(say(1, None)) == ["r1"]
    assert found(say(1, None), say(2, None, unnamed("a farmer", role="civilian"))) == ("corroborated", 2)


KINDS = (
    (HQ,),
    (),
    (media("Northern Post"),),
    (media("Echo"),),
    (unnamed("officials", "group"),),
    (media("media", naming="unnamed"),),
    (nation("Aland", "AA"),),
    (unnamed("a resident", role="civilian"),),
    (media("Echo"), unnamed("a resident", role="civilian")),
    (speaker("Beland army", role="military", side="BB"),),
)
OUTLETS = ("Northern Post", "Echo", "Relay", None)


@st.composite
def groups(draw):
    size = draw(st.integers(1, 7))
    return [
        say(
            at + 1,
            draw(st.sampled_from(OUTLETS)),
            *draw(st.sampled_from(KINDS)),
            stance=draw(st.sampled_from(["asserts", "asserts", "denies"])),
        )
        for at in range(size)
    ]


@settings(max_examples=50, deadline=None)
@given(groups(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(group, random):
    shuffled = list(group)
    random.shuffle(shuffled)
    assert assess(group) == assess(shuffled)


@settings(max_examples=50, deadline=None)
@given(groups(), st.data())
def test_a_repeat_never_adds_an_origin(group, data):
    repeated = data.draw(st.sampled_from(group))
    assert {reason.rule for origin in assess(group)[0].origins for reason in origin.reasons} <= set(RULES)
    repeat = say(20, "Mirror", *repeated.claim.chain, stance=repeated.claim.stance.value)
    assert assess([*group, repeat])[0].origin_count <= assess(group)[0].origin_count


def test_a_spokesman_of_a_body_is_the_body_whichever_comes_first():
    office, spokesman = speaker("Harbour Office"), unnamed("a spokesman for the Harbour Office")
    assert found(say(1, "Post", spokesman), say(2, "Echo", office)) == ("repeated", 1)
    assert found(say(1, "Post", office), say(2, "Echo", spokesman)) == ("repeated", 1)


def test_an_office_waits_for_its_name_but_a_witness_does_not():
    mayor, named = unnamed("the mayor"), speaker("Ada Bell", "person")
    assert found(say(1, "Post", mayor), say(2, "Echo", named)) == ("repeated", 1)
    resident, witness = unnamed("a resident", role="civilian"), speaker("Mira", "person", "civilian")
    assert found(say(1, "Post", resident), say(2, "Echo", witness)) == ("corroborated", 2)


def test_copied_words_of_another_side_keep_their_own_source():
    text = "Nine people were carried out of the cellar of the old mill, and the road was closed at noon."
    theirs = unnamed("officials of Beland", "group", side="BB")
    group = [say(1, "Northern Post", HQ, text=text), say(2, "Echo", theirs, text=text)]
    assert found(*group) == ("cross-confirmed", 2)


def test_copied_words_with_an_unnamed_source_have_that_of_the_report_copied():
    text = "Nine people were carried out of the cellar of the old mill, and the road was closed at noon."
    group = [say(1, "Northern Post", HQ, text=text), say(2, "Echo", unnamed("officials", "group"), text=text)]
    assert found(*group) == ("repeated", 1)


def test_an_unnamed_source_is_held_against_so_many_ways_to_name_one(monkeypatch):
    monkeypatch.setattr(steps, "MOST_FITS", 1)
    theirs = speaker("Beland army", role="military", side="BB")
    group = [say(1, "Northern Post", theirs), say(2, "Relay", HQ), say(3, "Echo", unnamed("officials", "group"))]
    assert found(*group) == ("cross-confirmed", 3)


def test_the_words_of_one_side_relayed_by_the_other_show_who_opposes_whom():
    flag = Flag(kind=FlagKind.RELAYED_BY_OPPONENT, spans=(AT,), why="one quotes the other")
    xx, yy = speaker("Xland army", role="military", side="XX"), speaker("Yland army", role="military", side="YY")
    assert found(say(1, "Post", xx, yy, flags=(flag,)), say(2, "Echo", xx)) == ("repeated", 1)
    group = [say(1, "Post", xx), say(2, "Echo", yy), say(3, "Relay", media("Relay Radio"), flags=(flag,))]
    assert found(*group) == ("corroborated", 2)
    assert find_opponents([say(1, "Post", xx, yy, flags=(flag,))]) == {frozenset(("XX", "YY"))}
    assert find_opponents([say(1, "Post", xx, HQ, flags=(flag,), event=None)]) == {frozenset(("XX", "AA"))}
