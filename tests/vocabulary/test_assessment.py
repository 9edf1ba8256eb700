"""Judgements, comparisons, copies, origins, changes and assessments refuse what makes no sense."""

from datetime import UTC, datetime, timedelta, timezone

import attrs
import pytest

from sayso.errors import InputError
from sayso.vocabulary import (
    Alteration,
    Change,
    Comparison,
    Copy,
    Credibility,
    Judgement,
    Missing,
    Reason,
    Span,
    Support,
    Verdict,
    Weighing,
)
from tests.vocabulary.assessments import fill_assessment

AT = datetime(2024, 12, 6, tzinfo=UTC)
SPAN = Span(start=0, end=9)
REASON = Reason(rule="another day", score=-1)


def test_a_judgement_tells_who_and_when():
    judgement = Judgement(one="c-1", other="c-2", verdict=Verdict.UNDECIDED, by="k", at=AT)
    assert (judgement.by, judgement.at, judgement.why) == ("k", AT, None)


@pytest.mark.parametrize("at", [AT.replace(tzinfo=None), AT.replace(tzinfo=timezone(timedelta(hours=3)))])
def test_a_judgement_is_dated_in_utc(at):
    with pytest.raises(InputError, match="UTC"):
        Judgement(one="c-1", other="c-2", verdict=Verdict.SAME, by="k", at=at)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Judgement(one="c-1", other="c-1", verdict=Verdict.SAME, by="k", at=AT),
        lambda: Comparison(one="c-1", other="c-1", score=1, reasons=()),
        lambda: Copy(one="c-1", one_span=SPAN, other="c-1", other_span=SPAN, words=9),
        lambda: Change(
            alteration=Alteration.DATE, before="c-1", after="c-1", was="2024-12-05", became=None, reason=REASON
        ),
    ],
)
def test_nothing_is_held_against_itself(make):
    with pytest.raises(InputError, match="c-1 cannot be held against itself"):
        make()


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_a_comparison_scores_between_0_and_1(score):
    with pytest.raises(InputError, match="between 0 and 1"):
        Comparison(one="c-1", other="c-2", score=score, reasons=())


def test_a_reason_may_speak_against_but_has_a_number():
    assert Comparison(one="c-1", other="c-2", score=0, reasons=(Reason(rule="other day", score=-1),)).score == 0
    with pytest.raises(InputError, match="rule other day"):
        Reason(rule="other day", score=float("nan"))


def test_a_copy_has_words():
    assert Copy(one="r-1", one_span=SPAN, other="r-2", other_span=SPAN, words=1).words == 1
    with pytest.raises(InputError, match="r-1 and r-2 share no passage"):
        Copy(one="r-1", one_span=SPAN, other="r-2", other_span=SPAN, words=0)


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"name": ""}, "has no name"),
        ({"side": "ua"}, "side is two to eight"),
        ({"party": "rsf"}, "side is two to eight"),
        ({"rests_on": ("o-2",)}, "stands alone or rests on others"),
        ({"stands_alone": False}, "stands alone or rests on others"),
    ],
)
def test_an_origin_that_makes_no_sense_is_refused(other, says):
    origin = fill_assessment().origins[0]
    with pytest.raises(InputError, match=says):
        attrs.evolve(origin, **other)


def test_an_origin_may_rest_on_others():
    origin = attrs.evolve(fill_assessment().origins[0], stands_alone=False, rests_on=("o-2",))
    assert origin.rests_on == ("o-2",)


def test_origins_may_be_none_but_not_fewer():
    assert attrs.evolve(fill_assessment(), origin_count=0).origin_count == 0
    with pytest.raises(InputError, match="fewer than none"):
        attrs.evolve(fill_assessment(), origin_count=-1)


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"statements": ()}, "needs a statement"),
        ({"origins": ()}, "one origin of its own assessment"),
        ({"origins": fill_assessment().origins * 2}, "one origin of its own assessment"),
        ({"gist": "c-9"}, "its gist is none of its statements"),
    ],
)
def test_an_assessment_that_makes_no_sense_is_refused(other, says):
    with pytest.raises(InputError, match=says):
        attrs.evolve(fill_assessment(), **other)


def test_what_is_not_stated_is_empty():
    filled = fill_assessment()
    bare = type(filled)(
        **{name: getattr(filled, name) for name in ("id", "gist", "statements", "origins", "origin_count", "support")},
        contested=False,
        credibility=Credibility.SINGLE_ORIGIN,
        credibility_reason="One origin alone says it.",
    )
    assert (bare.contested_by, bare.contradicts, bare.supersedes, bare.missing, bare.changes) == ((), (), (), (), ())
    assert Weighing(assessments=(bare,)).suggestions == ()


def test_the_digit_is_that_of_the_admiralty_scale():
    assert [int(one) for one in Credibility] == [1, 2, 3, 4, 5, 6]
    assert (Support.CROSS_CONFIRMED, Missing.SECOND_ORIGIN) == ("cross-confirmed", "second_origin")
