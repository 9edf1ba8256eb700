"""What an origin does with the words of a claim."""

import pytest

from sayso.knowledge import load_language
from sayso.reading.stance import Attitude, read_attitude
from sayso.reading.statement import Statement
from sayso.vocabulary import Basis, Stance
from tests.reading.made import mark

ENGLISH = load_language("en")


def read(line: str) -> Attitude:
    text, marked = mark(line)
    statement = Statement(content=marked.content, cue=marked.cue, sources=marked.sources)
    return read_attitude("r", text, statement, ENGLISH)


@pytest.mark.parametrize(
    ("line", "stance"),
    [
        ("[The miller] {said} <the ford was clear>.", Stance.ASSERTS),
        ("[The miller] {denied} <the ford was clear>.", Stance.DENIES),
        ("[The miller] {expects} <the ford to clear>.", Stance.PREDICTS),
        ("[The miller] {said} <the ford will clear by May>.", Stance.PREDICTS),
        ("[The miller] {demanded} <a new bridge>.", Stance.INTENDS),
        ("<“Who has the key?”> [the miller] {asked}.", Stance.ASKS),
        ("[The miller] {brushed aside} <the report>.", Stance.DENIES),
        ("<The ford is clear>.", Stance.ASSERTS),
        ("<The ford will be clear by May>.", Stance.PREDICTS),
    ],
)
def test_stance_follows_the_cue_and_the_words_of_the_content(line, stance):
    assert read(line).stance is stance


@pytest.mark.parametrize(
    ("line", "hedged"),
    [
        ("[The miller] {reportedly said} <the ford was clear>.", True),
        ("[The miller] reportedly {said} <the ford was clear>.", True),
        ("[The miller] {said} <the ford was probably clear>.", True),
        ("[The miller] {said} <the ford was clear>.", False),
        ("[The miller] {said} <the ford was clear>. The reeve reportedly fled.", False),
    ],
)
def test_a_hedge_stands_in_the_content_or_by_the_cue(line, hedged):
    assert read(line).hedged is hedged


def test_a_denial_stays_one_whatever_it_denies():
    assert read("[The miller] {denied} <that the ford will clear>.").stance is Stance.DENIES


def test_what_the_origin_knows_it_by_is_told_where_it_is_stated():
    assert read("<“I saw it with my own eyes,”> [the miller] {said}.").basis is Basis.SAW
    assert read("<“It fell,”> [the miller] {said}.").basis is None


def test_reasons_name_the_words_they_rest_on():
    line = "[The miller] {said} <the ford was probably clear>."
    words = {span.cut(mark(line)[0]) for reason in read(line).reasons for _, span in reason.words}
    assert words == {"said", "probably"}


@pytest.mark.parametrize(
    ("line", "stance"),
    [
        ("A note {signed by} [the reeve] requires <all boats to leave>.", Stance.INTENDS),
        ("A note {signed by} [the reeve], <orders all boats to leave>.", Stance.INTENDS),
        ("{In} [her] view, <the ford is clear>.", Stance.OPINES),
        ("[The reeve] {demanded} <to know who had the key>.", Stance.ASKS),
        ("[The guild] {claims} <to have burned the mill>.", Stance.ASSERTS),
        ("[The guild] {told} [them] <to burn the mill>.", Stance.INTENDS),
        ("[The reeve] {denied} it: <“We burned nothing.”>", Stance.ASSERTS),
        ("[The reeve] {argued} <that if the ford clears, the mill is lost>.", Stance.OPINES),
        ("[The reeve] {argued}: <“If the ford clears, the mill is lost.”>", Stance.PREDICTS),
    ],
)
def test_the_words_between_source_cue_and_content_count_too(line, stance):
    assert read(line).stance is stance


@pytest.mark.parametrize(
    ("line", "stance"),
    [
        ("[The reeve] {said} <he would burn the mill>.", Stance.INTENDS),
        ("[The reeve] {said}: <“He would have burned the mill.”>", Stance.ASSERTS),
        ("[The reeve] {said}: <“They will burn the mill.”>", Stance.PREDICTS),
        ("[The reeve] {said}: <“We will burn the mill.”>", Stance.INTENDS),
    ],
)
def test_who_speaks_of_itself_depends_on_the_quotation_marks(line, stance):
    assert read(line).stance is stance


def hear(line: str, **shares: float) -> Stance:
    """Read a line with the network's shares of the stances that are named."""
    text, marked = mark(line)
    traits = {"stance": tuple(shares.get(one.value, 0.0) for one in Stance if one is not Stance.UNKNOWN)}
    statement = Statement(content=marked.content, cue=marked.cue, sources=marked.sources, act=marked.act, traits=traits)
    return read_attitude("r", text, statement, ENGLISH).stance


def test_the_network_is_heard_where_it_is_sure_and_the_words_leave_doubt():
    assert hear("[The miller] {said} <the ford was clear>.", predicts=0.95) is Stance.PREDICTS
    assert hear("[The miller] {said} <the ford was clear>.", predicts=0.8) is Stance.ASSERTS
    assert hear("[The miller] {said} <the ford was clear>.", opines=0.6) is Stance.OPINES
    assert hear("[The miller] {said} <the ford will clear>.", asserts=0.99) is Stance.PREDICTS
    assert hear("[The miller] {argued} <the ford was clear>.", asserts=0.99) is Stance.OPINES
    assert hear("[The miller] {denied} <the ford was clear>.", asserts=0.99) is Stance.DENIES
