"""What changed on the way is told link by link, each change once, denials that are left out among it."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.vocabulary import Alteration, Direction, LinkKind, Reason, Stance
from sayso.weighing import lay_out
from sayso.weighing.changes import changes_on_the_way
from sayso.weighing.kindred import Kindred
from tests.weighing.made import find, link, make_claim, make_reading, make_report, state, town

TAKEN = {"trigger": "took", "direction": Direction.TAKEN}


def took(*towns, name="r1", hours=0.0, by=None, **known):
    text = f"{by + ' said troops' if by else 'Troops'} took {' and '.join(towns)}."
    if by:
        source = known.pop("source", {})
        known |= {"cue": (find(text, "said"),), "chain": (link(text, by, **source),)}
    return state(text, name=name, hours=hours, places=towns, **(TAKEN | known))


ORIGIN = took("Vilne", "Krasne", by="The ministry", source={"side": "RU"})
RETOLD = took("Vilne", "Krasne", name="r2", hours=5)
DENIAL = took("Vilne", name="r0", hours=2, by="The staff", source={"side": "UA"}, stance=Stance.DENIES)


def told(changes):
    return [(one.alteration, one.before, one.after) for one in changes]


def test_each_statement_is_held_against_the_one_it_rests_on():
    changes = changes_on_the_way((ORIGIN, RETOLD), {RETOLD.id: ORIGIN.id})
    assert told(changes) == [(Alteration.ATTRIBUTION, ORIGIN.id, RETOLD.id)]
    assert not changes_on_the_way((ORIGIN, RETOLD), {})
    assert not changes_on_the_way((ORIGIN, RETOLD), {RETOLD.id: "c-elsewhere", "c-nowhere": ORIGIN.id})


def test_kindred_are_held_against_each_other_where_nothing_better_is_known():
    swapped = took("Vilne", "Zelene", name="r3", hours=6)
    pair = Kindred(before=RETOLD, after=swapped, reason=Reason(rule="of the same event", score=1))
    changes = changes_on_the_way((ORIGIN, RETOLD, swapped), {}, [pair])
    assert told(changes) == [(Alteration.PLACE, RETOLD.id, swapped.id)]
    changes = changes_on_the_way((ORIGIN, RETOLD, swapped), {swapped.id: ORIGIN.id}, [pair])
    assert {one.before for one in changes} == {ORIGIN.id}


def test_a_denial_left_out_is_told_of_what_is_denied_and_of_its_kindred():
    against = {ORIGIN.id: [DENIAL.id], RETOLD.id: [DENIAL.id, "c-elsewhere"]}
    changes = changes_on_the_way((ORIGIN, DENIAL, RETOLD), {}, against=against)
    assert told(changes) == [(Alteration.DENIAL, DENIAL.id, RETOLD.id)]
    swapped = took("Vilne", "Zelene", name="r3", hours=6)
    pair = Kindred(before=RETOLD, after=swapped, reason=Reason(rule="of the same event", score=1))
    changes = changes_on_the_way((ORIGIN, DENIAL, RETOLD, swapped), {}, [pair], against)
    assert (Alteration.DENIAL, DENIAL.id, swapped.id) in told(changes)


def test_a_denial_of_another_town_is_not_left_out():
    denial = took("Zelene", name="r0", by="The staff", stance=Stance.DENIES)
    assert not changes_on_the_way((denial, RETOLD), {}, against={RETOLD.id: [denial.id]})


def both(by, stance, first="took"):
    """Give the statements of a report that says it and has somebody's word on it beside."""
    text = f"Troops {first} Vilne. {by} said it is theirs. Rain fell on Zelene."
    report = make_report(text, "r5", 9, outlet="Northern Post")
    claims = (
        make_claim(report, f"Troops {first} Vilne"),
        make_claim(report, "Rain fell on Zelene"),
        make_claim(
            report,
            "it is theirs",
            cue=(find(text, "said"),),
            chain=(link(text, by, side="UA"),),
            stance=stance,
        ),
    )
    made = make_reading(report, *claims, places=(town(text, "Vilne"), town(text, "Zelene")))
    return lay_out([made])


def test_a_report_that_has_the_denier_s_word_left_out_nothing():
    for by, stance in (("The staff", Stance.ASSERTS), ("The mayor", Stance.DENIES)):
        carried = both(by, stance)
        said = next(one for one in carried if one.text.startswith("Troops"))
        assert not changes_on_the_way((DENIAL, *carried), {}, against={said.id: [DENIAL.id]})
    lacking = both("The mayor", Stance.ASSERTS)
    said = next(one for one in lacking if one.text.startswith("Troops"))
    assert len(changes_on_the_way((DENIAL, *lacking), {}, against={said.id: [DENIAL.id]})) == 1


def test_one_denial_in_several_statements_is_left_out_once():
    counter = took("Vilne", name="r0", hours=2, by="The staff", direction=Direction.HELD)
    later = took("Vilne", name="r9", hours=3, by="The staff", source={"side": "UA"}, stance=Stance.DENIES)
    statements = (DENIAL, counter, later, RETOLD)
    against = {RETOLD.id: [one.id for one in (later, counter, DENIAL)]}
    [change] = changes_on_the_way(statements, {}, against=against)
    assert change.before in {DENIAL.id, counter.id}


def test_reports_are_not_held_against_themselves():
    text = "The ministry said Vilne fell. Vilne fell."
    report = make_report(text)
    said = make_claim(report, "Vilne fell", cue=(find(text, "said"),), chain=(link(text, "The ministry"),))
    own = make_claim(report, ". Vilne fell.")
    one, other = lay_out([make_reading(report, said, own, places=(town(text, "Vilne"),))])
    assert not changes_on_the_way((one, other), {other.id: one.id})


@given(st.permutations([ORIGIN, DENIAL, RETOLD]))
def test_order_changes_nothing(statements):
    rests_on, against = {RETOLD.id: ORIGIN.id}, {RETOLD.id: [DENIAL.id]}
    changes = changes_on_the_way(statements, rests_on, against=against)
    assert changes == changes_on_the_way((ORIGIN, DENIAL, RETOLD), rests_on, against=against)
    assert [one.alteration for one in changes] == [Alteration.ATTRIBUTION, Alteration.DENIAL]


def test_a_channel_that_is_cited_for_an_origin_loses_the_chain():
    text = "Steppe Echo said troops took Vilne."
    relay = took("Vilne", by="The ministry", name="r1", of={"outlet": "Steppe Echo"}, source={"side": "RU"})
    chain = (link(text, "Steppe Echo", kind=LinkKind.CHANNEL, side="RU"),)
    after = state(text, name="r2", hours=3, places=("Vilne",), cue=(find(text, "said"),), chain=chain, **TAKEN)
    [change] = changes_on_the_way((relay, after), {after.id: relay.id})
    assert (change.was, change.became, change.reason.rule) == ("The ministry", "Steppe Echo", "chain lost")
