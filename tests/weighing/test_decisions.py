from datetime import UTC, datetime, timedelta
from itertools import permutations

from sayso.vocabulary import Judgement, Verdict
from sayso.weighing.decisions import decide

SAME, DIFFERENT, UNDECIDED = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNDECIDED


def judge(one, other, verdict, hour=0):
    return Judgement(
        one=one, other=other, verdict=verdict, by="mk", at=datetime(2025, 3, 3, tzinfo=UTC) + timedelta(hours=hour)
    )


def test_claims_judged_the_same_are_one_set_also_by_way_of_others():
    found = decide([judge("a", "b", SAME), judge("c", "b", SAME, 1), judge("x", "y", SAME)])
    assert found.same == (frozenset("abc"), frozenset("xy"))


def test_latest_judgement_on_a_pair_holds_in_whatever_order_it_is_named():
    found = decide([judge("a", "b", DIFFERENT, 2), judge("b", "a", SAME, 1)])
    assert (found.same, found.different) == ((), {("a", "b")})


def test_undecided_withdraws():
    assert decide([judge("a", "b", SAME), judge("a", "b", UNDECIDED, 1)]) == decide([])


def test_of_contradicting_judgements_the_oldest_gives_way():
    made = [judge("a", "b", SAME), judge("b", "c", SAME, 1), judge("a", "c", DIFFERENT, 2)]
    for order in permutations(made):
        found = decide(order)
        assert (found.same, found.different) == ((frozenset("bc"),), {("a", "c")})


def test_of_contradicting_judgements_different_gives_way_too():
    made = [judge("a", "c", DIFFERENT), judge("a", "b", SAME, 1), judge("b", "c", SAME, 2)]
    found = decide(made)
    assert (found.same, found.different) == ((frozenset("abc"),), frozenset())


def test_judged_different_by_way_of_others_stays_apart_either_way_round():
    found = decide([judge("c", "a", SAME), judge("a", "c", DIFFERENT, 1), judge("c", "b", SAME, 2)])
    assert (found.same, found.different) == ((frozenset("bc"),), {("a", "c")})
    found = decide([judge("b", "a", SAME), judge("c", "b", DIFFERENT, 2), judge("a", "c", SAME, 1)])
    assert found.same == (frozenset("ac"),)
