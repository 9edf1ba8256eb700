"""Readings and their weighing together: words and claims are found, private persons are in no part of what is given."""

import attrs
import pytest

from sayso.errors import InputError
from sayso.vocabulary import (
    Change,
    Comparison,
    Reason,
    Revised,
    Revision,
    Versions,
    Weighed,
    gist_of,
    withhold_weighed,
)
from sayso.vocabulary.assessment import Alteration
from sayso.vocabulary.wire_weighing import write_weighing
from tests.views.weighings import PRIVATE, weighing


def test_a_statement_leads_to_its_claim_and_its_words():
    weighed = weighing()
    first = weighed.weighing.assessments[0]
    gist = gist_of(first)
    assert (gist.report, weighed.claim(gist).id) == ("wire", first.gist)
    assert weighed.words(gist) == "its assault groups had taken the village of Vilne Pole on 30 November"


def test_parts_of_a_claim_are_joined_by_an_ellipsis():
    weighed = weighing()
    stated = weighed.weighing.assessments[0].statements[0]
    both = attrs.evolve(
        stated, content=(attrs.evolve(stated.content[0], end=3), attrs.evolve(stated.content[0], start=60))
    )
    assert weighed.words(both) == "Our […] mber"


def test_a_weighing_speaks_of_its_readings_alone():
    weighed = weighing()
    with pytest.raises(InputError, match="report post, which is not here"):
        Weighed(readings={}, weighing=weighed.weighing)
    stray = attrs.evolve(weighed.weighing.assessments[0].statements[0], claim="c-none")
    with pytest.raises(InputError, match="report post has no claim c-none"):
        weighed.claim(stray)


def told_of(name: str) -> Weighed:
    """Give a weighing in which a private person's name stands wherever it can."""
    weighed = weighing()
    (card,) = (one for one in weighed.weighing.assessments if one.id == "c-eastgate-1")
    reason = Reason(rule=f"{name} is the only one", score=1.0)
    change = Change(
        alteration=Alteration.NAME, before="c-eastgate-0", after="c-eastgate-1", was=name, became=None, reason=reason
    )
    known = {"reasons": (reason,), "credibility_reason": f"Only {name} says it.", "changes": (change,)}
    card = attrs.evolve(card, origins=(attrs.evolve(card.origins[0], reasons=(reason,)),), **known)
    others = tuple(card if one.id == card.id else one for one in weighed.weighing.assessments)
    pair = Comparison(one="c-eastgate-1", other="c-eastgate-0", score=0.5, reasons=(reason,))
    return attrs.evolve(weighed, weighing=attrs.evolve(weighed.weighing, assessments=others, suggestions=(pair,)))


def test_a_private_person_is_in_no_part_of_it():
    written = str(write_weighing(withhold_weighed(told_of(PRIVATE))))
    assert not [word for word in PRIVATE.split() if word in written]
    assert "[name withheld]" in written
    assert PRIVATE in str(write_weighing(told_of(PRIVATE)))


def test_ids_offsets_and_all_other_names_stay():
    before, after = weighing(), withhold_weighed(weighing())
    assert [one.id for one in before.weighing.assessments] == [one.id for one in after.weighing.assessments]
    for one, other in zip(before.weighing.assessments, after.weighing.assessments, strict=True):
        assert one.statements == other.statements
        assert [it.id for it in one.origins] == [it.id for it in other.origins]
    names = [origin.name for one in after.weighing.assessments for origin in one.origins]
    assert "Petra Holm" in names
    assert withhold_weighed(after) == after


def test_a_private_origin_under_another_name_is_withheld_too():
    weighed = weighing()
    assessments = tuple(
        attrs.evolve(one, origins=tuple(attrs.evolve(it, name="A. W.", private=True) for it in one.origins))
        if one.id == "c-eastgate-1"
        else one
        for one in weighed.weighing.assessments
    )
    withheld = withhold_weighed(attrs.evolve(weighed, weighing=attrs.evolve(weighed.weighing, assessments=assessments)))
    assert "A. W." not in str(write_weighing(withheld))


def test_where_nobody_is_private_nothing_is_made_anew():
    weighed = weighing()
    kept = {key: one for key, one in weighed.readings.items() if key == "mayor"}
    only = tuple(one for one in weighed.weighing.assessments if one.id == "c-mayor-0")
    small = Weighed(readings=kept, weighing=attrs.evolve(weighed.weighing, assessments=only, suggestions=(), copies=()))
    assert withhold_weighed(small) is small


def test_a_name_is_withheld_where_it_is_private_and_nowhere_else():
    weighed = told_of(PRIVATE)
    first, *others = weighed.weighing.assessments
    namesake = attrs.evolve(first, credibility_reason=f"{PRIVATE}, the minister, says it.", changes=())
    reasons = tuple(attrs.evolve(one, words=()) for one in namesake.reasons)
    statements = tuple(one for one in namesake.statements if one.report != "eastgate")
    namesake = attrs.evolve(namesake, statements=statements, reasons=reasons)
    changed = attrs.evolve(weighed, weighing=attrs.evolve(weighed.weighing, assessments=(namesake, *others)))
    kept, *_ = withhold_weighed(changed).weighing.assessments
    assert kept.credibility_reason == f"{PRIVATE}, the minister, says it."


def test_a_suggestion_of_claims_that_are_not_here_is_kept():
    weighed = weighing()
    stray = Comparison(one="c-none", other="c-eastgate-0", score=0.5, reasons=())
    changed = attrs.evolve(weighed, weighing=attrs.evolve(weighed.weighing, suggestions=(stray,)))
    assert withhold_weighed(changed).weighing.suggestions == (stray,)


def test_what_a_version_revises_names_no_private_person():
    weighed = weighing()
    before, after = weighed.readings["wire"].claims[0].id, weighed.readings["eastgate"].claims[0].id
    reason = Reason(rule="same address", score=1.0)
    renamed = Revised(
        revision=Revision.ALTERED, before=before, after=after, was=PRIVATE, became="Petra Holm", reason=reason
    )
    added = Revised(revision=Revision.ADDED, before=None, after=after, reason=reason)
    pair = Versions(earlier="wire", later="eastgate", share=0.75, revised=(renamed, added), reason=reason)
    changed = attrs.evolve(weighed, weighing=attrs.evolve(weighed.weighing, versions=(pair,)))
    (kept,) = withhold_weighed(changed).weighing.versions
    assert not [word for word in PRIVATE.split() if word in str(kept.revised[0].was)]
    assert kept.revised[0].became == "Petra Holm"
    assert kept.revised[1] == added
