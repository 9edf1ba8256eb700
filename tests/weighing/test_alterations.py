"""Each alteration is found by one rule, with the words of both reports, and what is merely shortened is none."""

from datetime import date

import attrs
import pytest

from sayso.vocabulary import (
    Alteration,
    Approximation,
    ClaimKind,
    Direction,
    EventType,
    LinkKind,
    Modality,
    Naming,
    Role,
    Stance,
    Unit,
)
from sayso.weighing import lay_out
from sayso.weighing.alterations import (
    RULES,
    attribution_dropped,
    chain_lost,
    date_shifted,
    denial_left_out,
    event_turned,
    hedge_dropped,
    modality_altered,
    name_altered,
    number_altered,
    place_swapped,
    stance_hardened,
    written,
)
from tests.weighing.made import find, happening, link, make_claim, make_reading, make_report, people, state, town

VISIT = "The minister visited Vilne on {}."
TAKEN = {"trigger": "took", "direction": Direction.TAKEN}


def only(found):
    """Give the one change that was found."""
    [change] = found
    return change


def cut(change, *statements):
    """Give the words of each report that a change rests on."""
    texts = {one.report.id: one.report.text for one in statements}
    return [span.cut(texts[report]) for report, span in change.reason.words]


def visit(day, value, name="r1", **known):
    text = VISIT.format(day)
    known = {"trigger": "visited", "type": EventType.DIPLOMACY, "time": (day, value)} | known
    return state(text, name=name, **known)


def test_a_day_that_cannot_be_the_other_is_shifted():
    before, after = visit("8 February", "2025-02-08"), visit("10 February", "2025-02-10", name="r2")
    change = only(date_shifted(before, after))
    assert (change.alteration, change.was, change.became) == (Alteration.DATE, "2025-02-08", "2025-02-10")
    assert cut(change, before, after) == ["8 February", "10 February"]
    assert only(date_shifted(after, before)).was == "2025-02-10"


def test_a_day_without_the_words_of_an_event_is_told_as_such():
    before, after = (
        attrs.evolve(one, times=()) for one in (visit("8 May", "2025-05-08"), visit("9 May", "2025-05-09"))
    )
    change = only(date_shifted(before, attrs.evolve(after, id="c-2", days=(date(2025, 5, 9), date(2025, 5, 10)))))
    assert (change.was, change.became) == ("2025-05-08", "2025-05-09/2025-05-10")


def test_a_coarser_day_or_one_that_is_left_out_is_not_shifted():
    day, month = visit("8 February", "2025-02-08"), visit("February", "2025-02", name="r2")
    undated, yearless = state(VISIT.format("Monday"), name="r3"), visit("8 May", "XXXX-05-08", name="r4")
    open_ended = visit("since May", "2025-05-01/..", name="r5")
    for other in (month, undated, yearless, open_ended):
        assert not list(date_shifted(day, other))
        assert not list(date_shifted(other, day))


def took(*towns, name="r1", **known):
    text = f"Troops took {' and '.join(towns)}."
    return state(text, name=name, places=towns, **(TAKEN | known))


def test_one_town_of_two_is_swapped():
    before, after = took("Vilne", "Krasne"), took("Vilne", "Zelene", name="r2")
    change = only(place_swapped(before, after))
    assert (change.alteration, change.was, change.became) == (Alteration.PLACE, "Krasne", "Zelene")
    assert cut(change, before, after) == ["Krasne", "Zelene"]


def test_a_town_that_was_not_found_may_be_swapped_in_too():
    change = only(place_swapped(took("Vilne", "Krasnoarmiisk"), took("Vilne", "Krasnopillia", name="r2")))
    assert change.became == "Krasnopillia"
    assert not list(place_swapped(took("Vilne", "Verbove"), took("Vilne", "Verbova", name="r2")))


def test_towns_left_out_added_or_all_others_are_not_swapped():
    two = took("Vilne", "Krasne")
    assert not list(place_swapped(two, took("Vilne", name="r2")))
    assert not list(place_swapped(took("Vilne", name="r2"), two))
    assert not list(place_swapped(two, took("Zelene", "Ozerne", name="r2")))
    assert len(list(place_swapped(took("Vilne"), took("Zelene", name="r2")))) == 1


def test_a_town_that_a_report_names_elsewhere_is_not_swapped():
    text = "The minister came. Vilne burns."
    report = make_report(text)
    told = make_claim(report, "The minister came", events=(happening(text, "came", [0]),))
    [before] = lay_out([make_reading(report, told, places=(town(text, "Vilne"),))])
    assert not list(place_swapped(before, took("Zelene", name="r2")))
    assert not list(place_swapped(took("Zelene", name="r2"), before))


def killed(words, low, high, name="r1", approximation=None, **known):
    text = f"Shelling killed {words} people."
    count = people(text, words, low, high, approximation=approximation, **known)
    return state(text, name=name, quantities=(count,))


def test_another_number_of_the_same_is_altered():
    change = only(number_altered(killed("3", 3, 3), killed("8", 8, 8, name="r2")))
    assert (change.alteration, change.was, change.became) == (Alteration.NUMBER, "3", "8")


def test_a_bound_that_is_dropped_alters_a_number():
    change = only(
        number_altered(
            killed("at least 3", 3, None, approximation=Approximation.AT_LEAST), killed("3", 3, 3, name="r2")
        )
    )
    assert (change.was, change.became) == ("at least 3", "3")


def test_vague_words_that_may_be_the_number_alter_nothing():
    vague = {"approximation": Approximation.VAGUE}
    dozens = killed("dozens of", 24, None, **vague)
    assert not list(number_altered(dozens, killed("30", 30, 30, name="r2")))
    assert not list(number_altered(killed("30", 30, 30, name="r2"), dozens))
    assert list(number_altered(dozens, killed("8", 8, 8, name="r2")))
    assert list(number_altered(killed("few", None, 5, **vague), killed("8", 8, 8, name="r2")))


def test_other_things_counted_alter_nothing():
    three, metres = killed("3", 3, 3), killed("8", 8, 8, name="r2", unit=Unit.CHILD)
    assert not list(number_altered(three, metres))
    assert not list(number_altered(three, state("Shelling killed people.", name="r3")))


def test_numbers_are_written_with_their_bounds():
    text = "Between 10 and 12 died."
    assert written(people(text, "10 and 12", 10, 12)) == "10 to 12"
    assert written(people(text, "12", None, 12, approximation=Approximation.UP_TO)) == "up to 12"


def test_an_advance_becomes_a_capture():
    before = state(
        "Troops advance on Vilne.",
        places=("Vilne",),
        trigger="advance",
        type=EventType.ADVANCE,
        modality=Modality.ONGOING,
    )
    after = took("Vilne", name="r2")
    change = only(event_turned(before, after))
    assert (change.alteration, change.was, change.became) == (Alteration.EVENT, "advance", "control (taken)")
    assert cut(change, before, after) == ["advance", "took"]


def test_a_strike_and_its_casualties_are_one_and_so_is_what_is_elsewhere():
    strike = state("A shell hit Vilne.", places=("Vilne",), trigger="hit", type=EventType.STRIKE)
    assert not list(event_turned(strike, took("Vilne", name="r2")))
    assert not list(event_turned(took("Vilne"), strike_on_vilne()))
    assert not list(event_turned(took("Krasne"), took("Vilne", name="r2", direction=Direction.LOST)))
    assert not list(event_turned(took("Vilne"), took("Vilne", name="r2")))
    assert not list(event_turned(took("Vilne", direction=Direction.HELD), took("Vilne", name="r2")))
    entered = took("Vilne", direction=Direction.ENTERED)
    assert only(event_turned(entered, took("Vilne", name="r2"))).was == "control (entered)"
    assert not list(event_turned(took("Vilne"), took("Vilne", name="r2", direction=Direction.ENTERED)))


def strike_on_vilne():
    return state("A shell hit Vilne.", name="r2", places=("Vilne",), trigger="hit", type=EventType.STRIKE)


@pytest.mark.parametrize("was", [Modality.ONGOING, Modality.PLANNED, Modality.PREDICTED, Modality.HYPOTHETICAL])
def test_what_was_not_done_is_told_as_done(was):
    change = only(modality_altered(took("Vilne", modality=was), took("Vilne", name="r2")))
    assert (change.alteration, change.became) == (Alteration.MODALITY, "done")


def test_an_advance_goes_on_or_was_made_all_the_same():
    advance = {"type": EventType.ADVANCE, "direction": None}
    ongoing = took("Vilne", modality=Modality.ONGOING, **advance)
    assert not list(modality_altered(ongoing, took("Vilne", name="r2", **advance)))


def test_denials_and_what_cannot_be_told_alter_no_modality():
    done = took("Vilne", name="r2")
    for other in (
        took("Vilne", modality=Modality.NEGATED, stance=Stance.DENIES),
        took("Vilne", modality=Modality.UNKNOWN),
        took("Vilne", modality=Modality.PLANNED, direction=Direction.LOST),
    ):
        assert not list(modality_altered(other, done))
        assert not list(modality_altered(done, other))
    assert not list(modality_altered(done, took("Vilne", modality=Modality.UNKNOWN)))


def test_events_that_are_not_the_main_ones_meet_by_their_place():
    planned = took("Vilne", "Krasne", modality=Modality.PLANNED)
    assert only(modality_altered(planned, took("Krasne", name="r2"))).was == "planned"


def test_a_forecast_is_told_as_what_is_so():
    forecast = took("Vilne", stance=Stance.PREDICTS)
    change = only(stance_hardened(forecast, took("Vilne", name="r2")))
    assert (change.alteration, change.was, change.became) == (Alteration.MODALITY, "a forecast", "what is so")
    assert not list(stance_hardened(took("Vilne"), took("Vilne", name="r2")))
    assert not list(stance_hardened(forecast, took("Vilne", name="r2", modality=Modality.PREDICTED)))
    assert not list(stance_hardened(forecast, took("Vilne", name="r2", hypothetical=True)))


def test_a_hedge_is_dropped_and_adding_one_alters_nothing():
    hedged, plain = state("It fell.", hedged=True), state("It fell.", name="r2", hedged=False)
    change = only(hedge_dropped(hedged, plain))
    assert (change.alteration, change.was, change.became) == (Alteration.HEDGE, "a hedge", None)
    assert not list(hedge_dropped(plain, hedged))
    assert not list(hedge_dropped(hedged, state("It fell.", name="r3")))


SAID = "The ministry said Vilne fell."


def sourced(*links, text=SAID, name="r1", cue="said", **known):
    return state(text, name=name, cue=(find(text, cue),), chain=links, **known)


def test_an_attribution_is_dropped():
    before, after = sourced(link(SAID, "The ministry")), state("Vilne fell.", name="r2")
    change = only(attribution_dropped(before, after))
    assert (change.alteration, change.was, change.became) == (Alteration.ATTRIBUTION, "The ministry", None)
    assert cut(change, before, after) == ["The ministry", "Vilne fell."]


def test_it_was_said_drops_an_attribution_too():
    agentless = "It was said that Vilne fell."
    after = state(agentless, name="r2", cue=(find(agentless, "It was said"),), agentless=True)
    assert only(attribution_dropped(sourced(link(SAID, "The ministry")), after)).became is None


def test_an_outlet_that_is_copied_and_not_cited_is_dropped():
    own = state("Vilne fell.")
    change = only(attribution_dropped(own, state("Vilne fell.", name="r2", of={"outlet": "Echo"})))
    assert change.was == "Northern Post"
    assert not list(attribution_dropped(own, state("Vilne fell.", name="r2")))
    assert not list(attribution_dropped(state("Vilne fell.", of={"outlet": None}), state("Vilne fell.", name="r2")))


def test_what_has_a_source_or_quotes_somebody_dropped_none():
    before = sourced(link(SAID, "The ministry"))
    assert not list(attribution_dropped(before, sourced(link(SAID, "The ministry"), name="r2")))
    assert not list(attribution_dropped(before, state("Vilne fell.", name="r2", kind=ClaimKind.DIRECT)))


def test_no_private_person_is_named_in_a_change():
    change = only(
        attribution_dropped(sourced(link(SAID, "The ministry", private=True)), state("Vilne fell.", name="r2"))
    )
    assert change.was == "a private person"


CITED = "Northern Post wrote that Vilne fell."


def test_a_chain_is_lost_where_only_the_relay_is_cited():
    before = sourced(link(SAID, "The ministry", side="RU"))
    after = sourced(link(CITED, "Northern Post", kind=LinkKind.OUTLET), text=CITED, name="r2", cue="wrote")
    change = only(chain_lost(before, after))
    assert (change.alteration, change.was, change.became) == (Alteration.ATTRIBUTION, "The ministry", "Northern Post")


def test_a_chain_is_kept_where_the_origin_is_still_named():
    text = "Northern Post wrote that the ministry said Vilne fell."
    before = sourced(link(SAID, "The ministry", name="ministry"))
    kept = sourced(link(text, "Northern Post", kind=LinkKind.OUTLET), link(text, "ministry"), text=text, name="r2")
    assert not list(chain_lost(before, kept))
    assert not list(chain_lost(state("Vilne fell."), kept))
    assert not list(chain_lost(before, state("Vilne fell.", name="r2")))


def test_an_origin_named_otherwise_behind_the_outlet_is_no_lost_chain():
    text = "Northern Post wrote that a source said Vilne fell."
    before = sourced(link(SAID, "The ministry", side="RU"))
    links = link(text, "Northern Post", kind=LinkKind.OUTLET), link(text, "a source", side="UA")
    assert not list(chain_lost(before, sourced(*links, text=text, name="r2", cue="wrote")))


def test_another_body_named_is_no_lost_chain():
    other = "The mayor said Vilne fell."
    assert not list(
        chain_lost(
            sourced(link(SAID, "The ministry", side="RU")),
            sourced(link(other, "The mayor", kind=LinkKind.PERSON, side="UA"), text=other, name="r2"),
        )
    )


def person(text, name, **known):
    return link(text, name, kind=LinkKind.PERSON, role=Role.MILITARY, side="RU", **known)


def test_a_name_is_altered():
    one, other = "General Ivolgin said Vilne fell.", "General Zimorodkov said Vilne fell."
    before = sourced(person(one, "Ivolgin"), text=one)
    change = only(name_altered(before, sourced(person(other, "Zimorodkov"), text=other, name="r2")))
    assert (change.alteration, change.was, change.became) == (Alteration.NAME, "Ivolgin", "Zimorodkov")
    assert not list(name_altered(before, sourced(person(one, "Ivolgin"), text=one, name="r2")))
    assert not list(name_altered(before, state("Vilne fell.", name="r2")))
    unnamed = sourced(link(other, "Zimorodkov", naming=Naming.UNNAMED, side="UA"), text=other, name="r2")
    assert not list(name_altered(before, unnamed))
    enemy = link(other, "Zimorodkov", kind=LinkKind.PERSON, role=Role.MILITARY, side="UA")
    assert not list(name_altered(before, sourced(enemy, text=other, name="r2")))


def denying(**known):
    text = "The staff denied that Vilne fell."
    return sourced(link(text, "The staff"), text=text, name="r0", stance=Stance.DENIES, cue="denied", **known)


def test_a_denial_is_left_out():
    denial = denying(hours=0)
    change = denial_left_out(state("Vilne fell.", hours=2), denial)
    assert (change.alteration, change.before, change.was) == (Alteration.DENIAL, denial.id, "The staff")
    unsourced = state("Vilne has not fallen.", name="r0", stance=Stance.DENIES)
    assert denial_left_out(state("Vilne fell.", hours=2), unsourced).was == "Northern Post"


def test_a_denial_that_could_not_be_known_or_is_one_itself_is_not_left_out():
    assert denial_left_out(state("Vilne fell.", hours=0.5), denying()) is None
    assert denial_left_out(state("Vilne fell.", hours=None), denying()) is None
    assert denial_left_out(state("Vilne fell.", hours=2, stance=Stance.DOUBTS), denying()) is None


def test_every_rule_says_what_it_means_to_users_and_is_named_by_its_reason():
    assert all(rule.__doc__ for rule in (*RULES, denial_left_out))
