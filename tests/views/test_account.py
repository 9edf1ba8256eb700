"""Parting, numbering and wording of claims, the same for every view."""

import pytest

from sayso.views.account import letter, take_account, word_claim, word_link, word_offsets
from sayso.vocabulary import Act, ClaimKind, LinkKind, Naming, Role, Span, Stance
from tests.views.readings import TEXT, claim, example, link, reading


def test_claims_are_parted_by_what_the_text_says_of_their_source() -> None:
    account = take_account(example())
    assert [one.label for one in account.attributed] == ["1", "2", "3", "4"]
    assert [one.label for one in account.unsourced] == ["a"]
    assert [one.label for one in account.own] == [""]


def test_a_number_names_the_same_claim_whether_attitudes_are_shown_or_not() -> None:
    account = take_account(example())
    assert [one.label for one in account.statements] == ["1", "2", "4"]
    assert [one.label for one in account.attitudes] == ["3"]


def test_a_cue_without_source_and_a_source_without_act_are_attributed() -> None:
    agentless = claim(TEXT, "the road cleared", cue="wants")
    quiet = claim(TEXT, "four people were hurt", by=["a doctor"], act=None)
    assert len(take_account(reading(TEXT, agentless, quiet)).attributed) == 2


@pytest.mark.parametrize(("place", "letters"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (701, "zz"), (702, "aaa")])
def test_quotations_have_letters_beyond_z(place, letters) -> None:
    assert letter(place) == letters


def test_offsets_are_ranges() -> None:
    assert word_offsets((Span(start=1, end=3), Span(start=5, end=9))) == "1–3, 5–9"


def test_what_is_unknown_of_a_claim_is_not_worded() -> None:
    assert word_claim(claim(TEXT, "the road cleared", cue="wants")) == ("indirect",)
    assert word_claim(claim(TEXT, "the road cleared", stance=Stance.ASSERTS, hedged=False)) == ("indirect",)


def test_what_is_known_of_a_claim_is_worded() -> None:
    known = claim(TEXT, "the road cleared", kind=ClaimKind.MIXED, stance=Stance.DENIES, hedged=True, act=Act.ATTITUDE)
    assert word_claim(known) == ("mixed", "denies", "hedged", "attitude")


def test_what_is_known_of_a_source_is_worded() -> None:
    known = link(TEXT, "a doctor", naming=Naming.UNNAMED, role=Role.CIVILIAN, kind=LinkKind.PERSON, side="UA")
    assert word_link(known) == ("unnamed", "civilian", "person", "UA")
    assert word_link(link(TEXT, "a doctor")) == word_link(link(TEXT, "a doctor", naming=Naming.NAMED)) == ()
