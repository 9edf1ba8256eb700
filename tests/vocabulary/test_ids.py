"""The same input has the same id, on every machine and in every version; another input has another."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from sayso.vocabulary import claim_id, report_id
from sayso.vocabulary.ids import origin_id
from tests.vocabulary.readings import fill_reading, spans

CLAIM = fill_reading().claims[0]


def test_ids_are_what_they_were_in_the_first_version():
    assert report_id("It rained.") == "r-8b38b558e4df5eb3"
    assert claim_id("r-1", CLAIM.content, CLAIM.cue, CLAIM.chain) == "c-a1d2a46f8edede85"


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_has_an_id_and_always_the_same(text):
    assert report_id(text) == report_id(text)
    assert len(report_id(text)) == 18


@given(st.text(), st.text())
def test_another_text_has_another_id(one, other):
    assert (report_id(one) == report_id(other)) == (one == other)


def test_a_claim_has_another_id_in_another_report_with_other_words_cue_or_source():
    moved = attrs.evolve(CLAIM.chain[0], mention=spans("bridge")[0])
    ids = {
        claim_id("r-1", CLAIM.content, CLAIM.cue, CLAIM.chain),
        claim_id("r-2", CLAIM.content, CLAIM.cue, CLAIM.chain),
        claim_id("r-1", spans("bridge"), CLAIM.cue, CLAIM.chain),
        claim_id("r-1", CLAIM.content, (), CLAIM.chain),
        claim_id("r-1", CLAIM.content, CLAIM.cue, ()),
        claim_id("r-1", CLAIM.content, CLAIM.cue, (moved,)),
        claim_id("r-1", CLAIM.cue, CLAIM.content, CLAIM.chain),
    }
    assert len(ids) == 7


def test_what_is_found_out_about_a_source_does_not_change_the_id_of_its_claim():
    renamed = attrs.evolve(CLAIM.chain[0], name="The council of Vilne", side="unknown")
    assert claim_id("r-1", CLAIM.content, CLAIM.cue, (renamed,)) == claim_id(
        "r-1", CLAIM.content, CLAIM.cue, CLAIM.chain
    )


def test_the_id_of_an_origin_is_that_of_its_claims_in_whatever_order():
    assert origin_id(["c-1", "c-2"]) == origin_id(["c-2", "c-1"]) != origin_id(["c-1"])
    assert origin_id(["c-1"]).startswith("o-")
