from sayso.vocabulary import Span
from sayso.weighing.mentions import MOST_WITHIN, Mentions
from tests.weighing.made import place

TEXT = "Vilne, Lis, Hai. Sosnove."


def within(*spans, words=("Sosnove", "Lis", "Vilne", "Hai")):
    return Mentions([place(TEXT, word) for word in words]).within(Span(start=start, end=end) for start, end in spans)


def test_mentions_within_come_in_the_order_of_the_text_by_their_numbers():
    assert within((0, len(TEXT))) == [2, 1, 3, 0]


def test_mention_that_reaches_out_is_not_within():
    assert within((0, 10)) == [2, 1]
    assert within((1, 9)) == []


def test_each_stretch_of_a_claim_is_looked_at():
    assert within((0, 5), (17, 24)) == [2, 0]


def test_no_more_are_given_than_help():
    assert len(within((0, len(TEXT)), words=("Vilne",) * 100)) == MOST_WITHIN
