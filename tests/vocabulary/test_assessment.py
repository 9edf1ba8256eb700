"""Judgements, comparisons and assessments refuse what makes no sense."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from sayso.errors import InputError
from sayso.vocabulary import Assessment, Comparison, Judgement, Reason, Support, Verdict

AT = datetime(2024, 12, 6, tzinfo=UTC)


def test_a_judgement_tells_who_and_when():
    judgement = Judgement(one="c-1", other="c-2", verdict=Verdict.UNDECIDED, by="k", at=AT)
    assert (judgement.by, judgement.at, judgement.why) == ("k", AT, None)


@pytest.mark.parametrize("at", [AT.replace(tzinfo=None), AT.replace(tzinfo=timezone(timedelta(hours=3)))])
def test_a_judgement_is_dated_in_utc(at):
    with pytest.raises(InputError, match="UTC"):
        Judgement(one="c-1", other="c-2", verdict=Verdict.SAME, by="k", at=at)


def test_a_claim_is_not_held_against_itself():
    with pytest.raises(InputError, match="claim c-1"):
        Judgement(one="c-1", other="c-1", verdict=Verdict.SAME, by="k", at=AT)
    with pytest.raises(InputError, match="claim c-1"):
        Comparison(one="c-1", other="c-1", score=1, reasons=())


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_a_comparison_scores_between_0_and_1(score):
    with pytest.raises(InputError, match="between 0 and 1"):
        Comparison(one="c-1", other="c-2", score=score, reasons=())


def test_a_reason_may_speak_against_but_has_a_number():
    assert Comparison(one="c-1", other="c-2", score=0, reasons=(Reason(rule="other day", score=-1),)).score == 0
    with pytest.raises(InputError, match="rule other day"):
        Reason(rule="other day", score=float("nan"))


def test_an_assessment_is_of_claims():
    with pytest.raises(InputError, match="needs a claim"):
        Assessment(claims=(), support=Support.SINGLE_SOURCE, origins=1, contested=False)


def test_origins_may_be_none_but_not_fewer():
    assert Assessment(claims=("c-1",), support=Support.SINGLE_SOURCE, origins=0, contested=True).origins == 0
    with pytest.raises(InputError, match="fewer than none"):
        Assessment(claims=("c-1",), support=Support.SINGLE_SOURCE, origins=-1, contested=False)
