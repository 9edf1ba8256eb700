"""What is told of a claim is told once, for the terminal and the page alike."""

import attrs

from sayso.views.cli.terminal_weighing import Shown, compose_weighing
from sayso.views.standing import deal
from sayso.views.told import tell
from sayso.views.web import render_weighing
from sayso.vocabulary import Stance
from tests.views.weighings import weighing


def test_a_claim_is_told_with_all_that_is_known_of_it():
    deck = deal(weighing())
    told = tell(deck, deck.cards[0])
    assert told.reach == "6 reports, 1 origin"
    assert told.support == str(deck.cards[0].assessment.support)
    assert {one.claim for voice in (*told.says, *told.against) for one in voice.stated} == {
        one.claim for one in deck.cards[0].assessment.statements
    }


def test_the_terminal_and_the_page_tell_the_same():
    deck = deal(weighing())
    printed = "\n".join(line.plain for line in compose_weighing(deck, Shown(width=500, show_all=True)))
    page = render_weighing(weighing())
    for card in deck.cards:
        told = tell(deck, card)
        words = [told.reach, told.support, told.credibility, told.event, *told.missing]
        assert all(word in printed and word in page for word in words)


def test_of_what_is_only_denied_no_support_is_told():
    weighed = weighing()
    first = weighed.weighing.assessments[0]
    statements = tuple(attrs.evolve(one, stance=Stance.DENIES) for one in first.statements)
    denied = attrs.evolve(weighed.weighing, assessments=(attrs.evolve(first, statements=statements),))
    deck = deal(attrs.evolve(weighed, weighing=denied))
    told = tell(deck, deck.cards[0])
    assert (told.support, told.says) == ("", ())
    assert "only denied" in told.reach
