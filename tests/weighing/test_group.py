from datetime import UTC, datetime, timedelta

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.vocabulary import Direction, EventType, Judgement, Modality, Stance, Status, Verdict
from sayso.weighing import lay_out
from sayso.weighing.group import group
from sayso.weighing.marks import is_barred, marks_of
from sayso.weighing.traits import traits_of
from tests.weighing.made import (
    count,
    event,
    make_claim,
    make_reading,
    make_report,
    place,
    sosnove,
    source,
    state,
    things,
)

TEXTS = {
    "en": (
        "The ammunition depot near Sosnove burned after a strike.",
        "Troops are in Sosnove.",
        "Five died in Sosnove.",
    ),
    "ru": ("Склад под Sosnove горит после удара.", "Войска в Sosnove.", "В Sosnove пятеро погибших."),
}
EVENTS = st.builds(
    event,
    st.sampled_from((EventType.STRIKE, EventType.CASUALTIES, EventType.ADVANCE)),
    by=st.sampled_from((None, "RU", "UA")),
    modality=st.sampled_from(
        (Modality.ACTUAL, Modality.PLANNED, Modality.PREDICTED, Modality.NEGATED, Modality.UNKNOWN)
    ),
) | st.builds(
    event,
    st.just(EventType.CONTROL),
    direction=st.sampled_from(tuple(Direction)),
    modality=st.just(Modality.ACTUAL),
)


@st.composite
def made_statements(draw):
    """Statements of one village in one week, alike enough to be grouped now and then."""
    statements = []
    for at in range(draw(st.integers(2, 7))):
        lang = draw(st.sampled_from(tuple(TEXTS)))
        text = draw(st.sampled_from(TEXTS[lang]))
        statements.append(
            state(
                text,
                f"r{at}",
                hours=draw(st.none() | st.integers(0, 60)),
                lang=lang,
                outlet=draw(st.sampled_from((None, "Lipova Post"))),
                places=(sosnove(text),),
                events=tuple(draw(st.lists(EVENTS, max_size=2))),
                quantities=tuple(
                    draw(st.lists(st.builds(count, st.integers(3, 5), st.just(Status.KILLED)), max_size=1))
                ),
                things=things(*draw(st.lists(st.sampled_from(("depot", "troops")), unique=True))),
                stance=draw(st.sampled_from((Stance.ASSERTS, Stance.DENIES))),
                chain=tuple(draw(st.lists(st.builds(source, st.sampled_from(("fleet", "Lipova Post"))), max_size=1))),
            )
        )
    return statements


def judge(one, other, verdict, hour=0):
    return Judgement(
        one=one, other=other, verdict=verdict, by="mk", at=datetime(2025, 3, 3, tzinfo=UTC) + timedelta(hours=hour)
    )


@st.composite
def made_judgements(draw, statements):
    ids = [one.id for one in statements]
    judged = []
    for hour in range(draw(st.integers(0, 4))):
        one, other = draw(st.permutations(ids))[:2]
        judged.append(judge(one, other, draw(st.sampled_from(tuple(Verdict))), hour))
    return judged


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_order_of_arrival_repetition_and_batches_change_nothing(data):
    statements = data.draw(made_statements())
    judged = data.draw(made_judgements(statements))
    expected = group(statements, judged)
    shuffled = data.draw(st.permutations(statements))
    cut = data.draw(st.integers(0, len(shuffled)))
    assert group((*shuffled[cut:], *statements[:cut], *shuffled), judged[::-1]) == expected


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_every_statement_is_in_one_group_in_order(data):
    statements = data.draw(made_statements())
    groups = group(statements).groups
    assert sorted(one.id for each in groups for one in each) == sorted(one.id for one in statements)


@settings(max_examples=40, deadline=None)
@given(made_statements())
def test_claims_of_different_modality_or_figures_are_never_merged(statements):
    for members in group(statements).groups:
        traits = [traits_of(one) for one in members]
        assert len({one.standing for one in traits} - {"untold"}) <= 1
        assert not any(is_barred(marks_of(one), marks_of(other)) for one in traits for other in traits)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_judgement_wins_and_withdrawing_it_restores_the_grouping(data):
    statements = data.draw(made_statements())
    one, other = (each.id for each in data.draw(st.permutations(statements))[:2])
    before = group(statements)
    verdict = data.draw(st.sampled_from((Verdict.SAME, Verdict.DIFFERENT)))
    judged = group(statements, [judge(one, other, verdict)])
    together = any({one, other} <= {each.id for each in members} for members in judged.groups)
    assert together == (verdict is Verdict.SAME)
    assert not any({one, other} == {each.one, each.other} for each in judged.suggestions)
    withdrawn = [judge(one, other, verdict), judge(other, one, Verdict.UNDECIDED, 1)]
    assert group(statements, withdrawn) == before


def told(text, id_, **known):
    return state(text, id_, places=(sosnove(text),), **known)


FIRE = told("The depot at Sosnove was hit and burned.", "r1", events=(event(),), things=things("depot"))
FEU = told("Склад в Sosnove горит.", "r2", lang="ru", events=(event(),), things=things("depot"))
VISIT = told("The minister visited Sosnove.", "r3", events=(event(EventType.DIPLOMACY),))


def ids(grouping):
    return [[one.report.id for one in members] for members in grouping.groups]


def test_one_claim_in_two_languages_is_one_group():
    assert ids(group([VISIT, FEU, FIRE])) == [["r1", "r2"], ["r3"]]


def test_denial_stands_with_what_it_denies():
    denial = told(
        "hit on the depot at Sosnove",
        "r4",
        events=(event(modality=Modality.NEGATED),),
        things=things("depot"),
        stance=Stance.DENIES,
    )
    assert ids(group([FIRE, denial])) == [["r1", "r4"]]


def test_pointer_stands_with_what_it_points_at():
    text = "The depot at Sosnove was hit, the fleet said. The ministry rejected the claim."
    report = make_report(text, "r1")
    said = make_claim(report, "The depot at Sosnove was hit", chain=(source("fleet"),), events=(event(),))
    denied = make_claim(report, "the claim", chain=(source("ministry"),), stance=Stance.DENIES)
    laid = lay_out([make_reading(report, said, denied, places=(sosnove(text),))])
    assert ids(group(laid)) == [["r1", "r1"]]
    apart = group(laid, [judge(said.id, denied.id, Verdict.DIFFERENT)])
    assert ids(apart) == [["r1"], ["r1"]]


def test_joint_sources_of_the_same_words_are_one_claim():
    text = "The depot at Sosnove was hit, the fleet and the ministry said."
    report = make_report(text, "r1")
    claims = [
        make_claim(report, "The depot at Sosnove was hit", chain=(source(name),), cue=(sosnove(text).span,))
        for name in ("fleet", "ministry")
    ]
    claims = [attrs.evolve(claim, id=f"c-{at}") for at, claim in enumerate(claims)]
    assert ids(group(lay_out([make_reading(report, *claims)]))) == [["r1", "r1"]]


def test_same_words_about_another_place_are_another_claim():
    text = "The depot at Vilne was hit and burned."
    far = place(text, "Vilne", 12, lat=48.0, lon=37.0, country="UA")
    other = state(text, "r2", places=(far,), events=(event(),), things=things("depot"))
    assert ids(group([FIRE, other])) == [["r1"], ["r2"]]


def test_what_may_be_the_same_is_suggested_the_surest_pair_of_two_groups():
    alike = told("Gunfire was heard at Sosnove.", "r4", events=(event(EventType.CLASH),), hours=1)
    grouping = group([FIRE, FEU, alike])
    assert ids(grouping) == [["r1", "r2"], ["r4"]]
    (suggestion,) = grouping.suggestions
    assert alike.id in (suggestion.one, suggestion.other)
    assert group([FIRE, FEU, alike], [judge(FEU.id, alike.id, Verdict.DIFFERENT)]).suggestions == ()


def test_judgements_on_claims_that_are_not_at_hand_bind_those_that_are():
    judged = [
        judge(FIRE.id, "c-gone", Verdict.SAME),
        judge("c-gone", VISIT.id, Verdict.SAME, 1),
        judge("c-gone", FEU.id, Verdict.DIFFERENT, 2),
    ]
    assert ids(group([FIRE, VISIT], judged)) == [["r1", "r3"]]
