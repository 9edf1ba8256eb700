"""What a claim lacks is found by one rule for each thing that may be missing."""

import pytest

from sayso.vocabulary import Basis, EventType, LinkKind, Missing, Naming, Relay, Stance, Support
from sayso.weighing.missing import RULES, missing_from
from sayso.weighing.standing import Standing
from tests.weighing.made import find, link, origin, state

TEXT = "The council said that troops took Vilne on 8 February."
TOLD = {"trigger": "took", "places": ("Vilne",), "time": ("8 February", "2025-02-08")}


def lacking(*statements, origins=None, against=()):
    """Give what a standing of these statements lacks."""
    standing = Standing(
        statements=statements,
        origins=(origin(),) if origins is None else origins,
        contested_by=against,
        support=Support.SINGLE_SOURCE,
    )
    return {what for what, _ in missing_from(standing)}


def told(**known):
    """Give a statement with a source, an event, a place and a day, changed by what is passed."""
    chain = (link(TEXT, "The council", **known.pop("source", {})),)
    return state(TEXT, cue=(find(TEXT, "said"),), chain=chain, **(TOLD | known))


def test_one_origin_wants_a_second():
    assert Missing.SECOND_ORIGIN in lacking(told())
    two = (origin(), origin("The mayor"))
    assert Missing.SECOND_ORIGIN not in lacking(told(), origins=two)
    echo = (origin(), origin("The mayor", stands_alone=False, rests_on=("o-The council",)))
    assert Missing.SECOND_ORIGIN in lacking(told(), origins=echo)


@pytest.mark.parametrize("naming", [Naming.UNNAMED, Naming.PSEUDONYMOUS])
def test_somebody_must_be_named(naming):
    assert Missing.NAMED_ORIGIN not in lacking(told())
    assert Missing.NAMED_ORIGIN in lacking(told(source={"naming": naming}))
    assert Missing.NAMED_ORIGIN in lacking(state(TEXT, **TOLD))


def test_a_date_and_a_place_are_missed_where_there_is_an_event():
    bare = state(TEXT, trigger="took")
    assert {Missing.DATE, Missing.PLACE} <= lacking(bare)
    assert not {Missing.DATE, Missing.PLACE} & lacking(told())
    assert not {Missing.DATE, Missing.PLACE} & lacking(bare, told())
    assert not {Missing.DATE, Missing.PLACE} & lacking(state("We stand together."))
    unfound = state("Troops took Nowhere.", trigger="took", places=("Nowhere",))
    assert Missing.PLACE in lacking(unfound)


def test_the_other_side_is_silent_until_two_sides_have_spoken():
    ours, theirs = origin(side="UA"), origin("The ministry", side="RU")
    assert Missing.OTHER_SIDE in lacking(told(), origins=(ours,))
    assert Missing.OTHER_SIDE in lacking(told(), origins=(ours, origin("The UN", side="INT")))
    assert Missing.OTHER_SIDE not in lacking(told(), origins=(ours,), against=(theirs,))
    denied = state(TEXT, name="r2", stance=Stance.DENIES, chain=(link(TEXT, "The council", side="RU"),), **TOLD)
    assert Missing.OTHER_SIDE not in lacking(told(), denied, origins=(ours,))
    talks = told(type=EventType.DIPLOMACY)
    assert Missing.OTHER_SIDE not in lacking(talks, origins=(ours,))


def test_a_document_or_footage_is_enough():
    assert Missing.IMAGE_OR_DOCUMENT in lacking(told())
    assert Missing.IMAGE_OR_DOCUMENT not in lacking(told(basis=Basis.IMAGES))
    assert Missing.IMAGE_OR_DOCUMENT not in lacking(told(source={"kind": LinkKind.DOCUMENT}))
    assert Missing.IMAGE_OR_DOCUMENT not in lacking(told(source={"relay": Relay.PUBLISHES}))


def test_there_is_a_rule_for_all_that_may_be_missing_with_words_for_users():
    assert list(RULES) == list(Missing)
    assert all(rule.__doc__ for rule in RULES.values())
