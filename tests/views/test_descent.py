"""How statements rest on each other: by what weighing says, by who is cited, by a change, a passage, or the origin."""

import attrs

from sayso.views.descent import CHANGED, CITES, RESTS, SAME, SHARES, descend
from sayso.views.standing import deal
from tests.views.weighings import weighing


def steps_of(weighed):
    deck = deal(weighed)
    return {step.stated.report: step for step in descend(deck, deck.by_id["c-post-0"])}


def with_first(weighed, change):
    """Give a weighing with its first assessment changed."""
    first, *others = weighed.weighing.assessments
    return attrs.evolve(weighed, weighing=attrs.evolve(weighed.weighing, assessments=(change(first), *others)))


def taken_from(report: str, claim: str):
    def change(one):
        statements = [attrs.evolve(it, rests_on=claim) if it.report == report else it for it in one.statements]
        return attrs.evolve(one, statements=tuple(statements))

    return change


def test_a_report_rests_on_the_one_whose_outlet_it_cites():
    steps = steps_of(weighing())
    assert (steps["lantern"].rests_on, steps["lantern"].how) == (1, CITES)
    assert (steps["wire"].rests_on, steps["wire"].how) == (0, CITES)


def test_what_was_compared_for_changes_rests_on_what_came_before():
    steps = steps_of(weighing())
    assert (steps["eastgate"].rests_on, steps["eastgate"].how) == (1, CHANGED)


def test_a_shared_passage_joins_what_nothing_else_does():
    def unchanged(one):
        return attrs.evolve(one, changes=())

    weighed = with_first(weighing(), unchanged)
    (shared,) = weighed.weighing.copies
    copy = attrs.evolve(shared, one="eastgate", other="channel")
    joined = attrs.evolve(weighed, weighing=attrs.evolve(weighed.weighing, copies=(shared, copy)))
    step = steps_of(joined)["eastgate"]
    assert (step.rests_on, step.how) == (2, SHARES)


def test_reports_of_one_origin_rest_on_its_first():
    steps = steps_of(weighing())
    assert (steps["channel"].rests_on, steps["channel"].how) == (0, SAME)
    assert (steps["post"].rests_on, steps["post"].is_first) == (None, True)
    assert (steps["denial"].rests_on, steps["denial"].is_first) == (None, True)


def test_what_weighing_says_goes_first():
    step = steps_of(with_first(weighing(), taken_from("lantern", "c-channel-0")))["lantern"]
    assert (step.rests_on, step.how) == (2, RESTS)
    step = steps_of(with_first(weighing(), taken_from("lantern", "c-wire-0")))["lantern"]
    assert (step.rests_on, step.how) == (1, CITES)


def test_nothing_rests_on_what_comes_later_or_is_not_there():
    for claim in ("c-lantern-0", "c-none"):
        steps = steps_of(with_first(weighing(), taken_from("wire", claim)))
        assert (steps["wire"].rests_on, steps["wire"].how) == (0, CITES)
