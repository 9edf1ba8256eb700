"""Every rule says of itself what it found, by the name that its reasons bear."""

from sayso.vocabulary import Stance
from sayso.weighing.alterations import date_shifted, denial_left_out
from sayso.weighing.rules import NAMED, RULES
from tests.weighing.made import state


def test_rules_have_words_for_users():
    assert all(RULES.values())
    assert {rule.__name__.replace("_", " ") for rule in NAMED} <= set(RULES)


def test_reasons_bear_the_name_of_their_rule():
    told = {"trigger": "visited", "type": "diplomacy"}
    one = state("He visited on 8 May.", time=("8 May", "2025-05-08"), **told)
    other = state("He visited on 9 May.", name="r2", hours=2, time=("9 May", "2025-05-09"), **told)
    [change] = date_shifted(one, other)
    denial = state("He did not.", name="r0", stance=Stance.DENIES)
    assert {change.reason.rule, denial_left_out(other, denial).reason.rule} <= set(RULES)
