"""The digit follows from who says it and who speaks against it, and says why in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.vocabulary import Credibility, LinkKind, Modality, Stance, Support
from sayso.weighing.credibility import RULES, credibility_of
from sayso.weighing.standing import SOMEBODY, Standing
from tests.weighing.made import origin, state

TEXT = "Troops took Vilne on 8 February."
TOLD = {"trigger": "took", "places": ("Vilne",)}


def stand(*statements, support=Support.SINGLE_SOURCE, origins=None, against=()):
    """Give a standing of these statements, of one statement and one origin where nothing is told."""
    return Standing(
        statements=statements or (state(TEXT, **TOLD),),
        origins=(origin(),) if origins is None else origins,
        contested_by=against,
        support=support,
    )


def test_one_origin_is_a_three():
    judged = credibility_of(stand())
    assert judged.credibility is Credibility.SINGLE_ORIGIN
    assert judged.sentence == "One origin says it, The council, and nobody here speaks against it."
    assert judged.reason.rule == "one origin says it"


def test_a_repeat_is_a_three_too_and_says_how_many_reports_carry_it():
    judged = credibility_of(stand(state(TEXT, **TOLD), state(TEXT, name="r2", hours=1, **TOLD)))
    assert judged.credibility is Credibility.SINGLE_ORIGIN
    assert (
        judged.sentence
        == "2 reports carry it, and all rest on one origin, The council, and nobody here speaks against it."
    )


def test_two_origins_nobody_speaks_against_are_a_two():
    two = (origin(), origin("The mayor"), origin("Echo", stands_alone=False, rests_on=("o-The mayor",)))
    judged = credibility_of(stand(support=Support.CORROBORATED, origins=two))
    assert judged.credibility is Credibility.CORROBORATED
    assert judged.sentence.startswith("2 origins say it, The council and The mayor, none resting on another")


def test_opposing_sides_are_a_one():
    two = (origin("The staff", side="UA"), origin("The ministry", side="RU"))
    judged = credibility_of(stand(support=Support.CROSS_CONFIRMED, origins=two))
    assert judged.credibility is Credibility.CROSS_CONFIRMED
    assert "The staff (UA) and The ministry (RU), on opposing sides" in judged.sentence


@pytest.mark.parametrize("support", Support)
def test_what_another_origin_speaks_against_is_a_four_whoever_says_it(support):
    judged = credibility_of(stand(support=support, against=(origin("The staff"),)))
    assert judged.credibility is Credibility.CONTESTED
    assert judged.sentence == "One origin says it, The council; The staff speaks against it."


def test_many_who_speak_against_it_are_not_all_named():
    judged = credibility_of(stand(against=tuple(origin(name) for name in "ABCDEF")))
    assert judged.sentence.endswith("A, B, C, D and 2 more speak against it.")


@pytest.mark.parametrize(
    ("known", "word"),
    [
        ({"stance": Stance.OPINES}, "an opinion"),
        ({"stance": Stance.PREDICTS}, "a forecast"),
        ({"stance": Stance.INTENDS}, "a plan"),
        ({"stance": Stance.ASKS}, "a question"),
        ({"modality": Modality.PLANNED}, "a plan"),
        ({"hypothetical": True}, "a supposition"),
    ],
)
def test_what_is_not_so_or_not_so_yet_is_a_six(known, word):
    judged = credibility_of(stand(state(TEXT, **(TOLD | known)), against=(origin("The staff"),)))
    assert judged.credibility is Credibility.CANNOT_BE_JUDGED
    assert judged.sentence == f"It is {word}, which nothing can confirm yet."


def test_a_forecast_that_another_report_tells_as_so_is_no_forecast_alone():
    judged = credibility_of(stand(state(TEXT, **TOLD), state(TEXT, name="r2", stance=Stance.PREDICTS, **TOLD)))
    assert judged.credibility is Credibility.SINGLE_ORIGIN


def test_too_little_is_a_six():
    judged = credibility_of(stand(state("We stand together.")))
    assert judged.credibility is Credibility.CANNOT_BE_JUDGED
    assert "no event, place, time or number" in judged.sentence


def test_what_is_only_denied_is_a_six():
    judged = credibility_of(stand(state(TEXT, stance=Stance.DENIES, **TOLD), origins=()))
    assert judged.credibility is Credibility.CANNOT_BE_JUDGED
    assert "only denied or doubted" in judged.sentence
    negated = state(TEXT, **TOLD)
    standing = Standing(
        statements=(negated,), origins=(), support=Support.SINGLE_SOURCE, negating=frozenset((negated.id,))
    )
    assert credibility_of(standing).credibility is Credibility.CANNOT_BE_JUDGED


def test_nobody_found_is_said_so():
    assert "says it, whom nothing names, and" in credibility_of(stand(origins=())).sentence


def test_no_private_person_is_named_and_an_outlet_speaks_for_itself():
    private = origin("Maria Made", private=True)
    assert f"says it, {SOMEBODY}, and" in credibility_of(stand(origins=(private,))).sentence
    outlet = origin("Northern Post", kind=LinkKind.OUTLET, outlet=True)
    assert credibility_of(stand(origins=(outlet,))).sentence.startswith(
        "One origin says it, Northern Post in its own voice"
    )


@given(st.sampled_from(Support), st.sampled_from(Stance), st.sampled_from(Modality), st.booleans())
def test_five_is_only_ever_given_by_a_person(support, stance, modality, is_contested):
    one = state(TEXT, **(TOLD | {"stance": stance, "modality": modality}))
    against = (origin("The staff"),) if is_contested else ()
    assert credibility_of(stand(one, support=support, against=against)).credibility is not Credibility.IMPROBABLE


def test_every_rule_says_what_it_means_to_users():
    assert all(rule.__doc__ for rule in RULES)
