"""What blames nobody is a claim of its own where two sides are blamed."""

from sayso.vocabulary import EventType
from sayso.weighing.blame import find_unblaming
from sayso.weighing.group import group
from sayso.weighing.traits import traits_of
from tests.weighing.made import event, source, state

NORTH, SOUTH, WATCH = source("Northern army", side="AA"), source("Southern army", side="BB"), source("Bridge watch")


def shelled(name, by=None, *chain, kind=EventType.STRIKE):
    return state("Vilne was shelled.", name, places=("Vilne",), events=(event(kind, by=by),), chain=chain)


def parted(*statements):
    """Give the pairs that are not one claim, of statements all of which are alike."""
    ordered = [traits_of(one) for one in statements]
    pairs = [(one, other) for one in range(len(ordered)) for other in range(one + 1, len(ordered))]
    return set(find_unblaming(ordered, dict.fromkeys(pairs, 0.6)))


def test_what_could_be_of_either_account_is_of_none():
    assert parted(shelled("r1", "BB", NORTH), shelled("r2", "AA", SOUTH), shelled("r3", None, WATCH)) == {
        (0, 2),
        (1, 2),
    }
    assert parted(shelled("r1", "BB", NORTH), shelled("r2", "AA", SOUTH), shelled("r3")) == {(0, 2), (1, 2)}


def test_who_blames_a_side_may_leave_it_out():
    assert parted(shelled("r1", "BB", NORTH), shelled("r2", "AA", SOUTH), shelled("r3", None, NORTH)) == {(1, 2)}


def test_where_one_side_alone_is_blamed_nothing_is_parted():
    assert parted(shelled("r1", "BB", NORTH), shelled("r2", "BB", SOUTH), shelled("r3", None, WATCH)) == set()


def test_what_tells_of_no_harm_leaves_nobody_out():
    told = shelled("r3", None, WATCH, kind=EventType.DIPLOMACY)
    assert parted(shelled("r1", "BB", NORTH), shelled("r2", "AA", SOUTH), told) == set()


def test_groups_are_made_without_what_is_parted():
    said = [
        shelled("r1", "BB", NORTH),
        shelled("r2", "AA", SOUTH),
        shelled("r3", None, WATCH),
        shelled("r4", "BB", NORTH),
    ]
    groups = [[one.report.id for one in some] for some in group(said).groups]
    assert sorted(groups) == [["r1", "r4"], ["r2"], ["r3"]]
