import attrs

from sayso.vocabulary import EventType, Modality, Span, Stance
from sayso.weighing import lay_out
from sayso.weighing.pointers import find_referents, may_point
from sayso.weighing.traits import traits_of
from tests.weighing.made import count, event, make_claim, make_reading, make_report, sosnove, source, state, things

TEXT = "The fleet said the ferry sank; the ministry rejected the claim."
FLEET, MINISTRY = source("fleet"), source("ministry")


def referents(*claims):
    report = make_report(TEXT, "r1")
    made = [make_claim(report, words, **known) for words, known in claims]
    laid = [traits_of(one) for one in lay_out([make_reading(report, *made)])]
    return [(laid[at].statement.text, laid[to].statement.text) for at, to in find_referents(laid)]


SAID = ("the ferry sank", {"chain": (FLEET,)})
REJECTED = ("the claim", {"chain": (MINISTRY,), "stance": Stance.DENIES})


def test_denial_without_words_of_its_own_points_at_what_stands_before_it():
    assert referents(SAID, REJECTED) == [("the claim", "the ferry sank")]


def test_nobody_denies_what_they_said_themselves_and_nothing_before_is_nothing_to_point_at():
    assert referents(("the ferry sank", {"chain": (MINISTRY,)}), REJECTED) == []
    assert referents(REJECTED) == []


def test_what_stands_far_back_is_not_pointed_at():
    own = [("the ferry sank", {"chain": (MINISTRY,), "cue": (Span(start=at, end=at + 1),)}) for at in range(6)]
    assert referents(SAID, *own, REJECTED) == []
    assert referents(SAID, *own[1:], REJECTED) == [("the claim", "the ferry sank")]


def test_report_in_its_own_voice_can_be_pointed_at():
    assert referents(("the ferry sank", {}), REJECTED) == [("the claim", "the ferry sank")]


def test_denial_in_the_reports_own_voice_points_too():
    assert referents(SAID, ("the claim", {"stance": Stance.DOUBTS})) == [("the claim", "the ferry sank")]


def test_place_that_is_taken_over_from_what_it_points_at_makes_it_say_nothing():
    text = "The claim was rejected at Sosnove."
    report = make_report(text, "r1")
    claim = make_claim(report, "The claim", stance=Stance.DENIES, events=(attrs.evolve(event(), places=(0,)),))
    (laid,) = lay_out([make_reading(report, claim, places=(sosnove(text),))])
    assert laid.places
    assert may_point(traits_of(laid))


def test_denial_that_says_what_it_denies_is_no_pointer():
    denies = {"stance": Stance.DENIES}
    assert may_point(traits_of(state("the claim", **denies, events=(event(),))))
    assert not may_point(traits_of(state("the claim")))
    assert not may_point(traits_of(state("the strike", events=(event(),))))
    assert not may_point(traits_of(state("the ferry sank today", **denies)))
    assert not may_point(traits_of(state("five dead", **denies, quantities=(count(5),))))
    text = "hit Sosnove"
    assert not may_point(traits_of(state(text, **denies, places=(sosnove(text),))))
    assert not may_point(traits_of(state("the depot", **denies, things=things("depot"))))


def test_whoever_confirms_points_where_the_event_is_told_elsewhere_and_has_happened():
    chain = (MINISTRY,)
    assert may_point(traits_of(state("this", chain=chain, events=(event(),))))
    told = Span(start=0, end=4)
    assert not may_point(
        traits_of(state("raid", chain=chain, events=(event(trigger=told, modality=Modality.UNKNOWN),)))
    )
    assert not may_point(traits_of(state("raid", chain=chain, events=(event(EventType.OTHER, trigger=told),))))
    assert not may_point(traits_of(state("this", chain=chain)))


def test_what_took_its_event_from_what_was_told_before_points_there():
    carried = (event(modality=Modality.UNKNOWN),)
    assert may_point(traits_of(state("having got just this", chain=(MINISTRY,), events=carried)))
    assert not may_point(traits_of(state("having got just this too", chain=(MINISTRY,), events=carried)))
    assert not may_point(traits_of(state("having got just this", events=carried)))


def test_pointer_that_names_a_kind_of_event_points_at_one_of_that_kind():
    text = "The depot was hit, the fleet said; villagers fled. The ministry confirmed the strike."
    report = make_report(text, "r1")
    strike = (event(trigger=Span(start=0, end=3)),)
    claims = [
        make_claim(report, "The depot was hit", chain=(FLEET,), events=strike),
        make_claim(report, "villagers fled", events=(event(EventType.EVACUATION),)),
        make_claim(report, "the strike", chain=(MINISTRY,), events=strike),
    ]
    laid = [traits_of(one) for one in lay_out([make_reading(report, *claims)])]
    assert list(find_referents(laid)) == [(2, 0)]
    laid = [traits_of(one) for one in lay_out([make_reading(report, *claims[1:])])]
    assert list(find_referents(laid)) == []
