"""Claims, links and attributions refuse what makes no sense."""

import attrs
import pytest

from sayso.errors import InputError
from sayso.vocabulary import ClaimKind, Flag, FlagKind
from tests.vocabulary.readings import fill_reading, spans

CLAIM = fill_reading().claims[0]
LINK = CLAIM.chain[0]
ATTRIBUTION = fill_reading().attributions[0]


@pytest.mark.parametrize("value", [CLAIM, ATTRIBUTION])
def test_content_is_never_empty(value):
    with pytest.raises(InputError, match="needs content"):
        attrs.evolve(value, content=())


@pytest.mark.parametrize("value", [CLAIM, ATTRIBUTION, LINK])
@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_a_score_lies_between_0_and_1(value, score):
    with pytest.raises(InputError, match="between 0 and 1"):
        attrs.evolve(value, score=score)


@pytest.mark.parametrize("value", [CLAIM, LINK])
def test_a_score_may_be_missing(value):
    assert attrs.evolve(value, score=None).score is None


@pytest.mark.parametrize("side", ["UA", "INT", "unknown", "RSF", "M23", "KACHINIA"])
def test_a_side_is_a_state_or_international_or_another_party_or_unknown(side):
    assert attrs.evolve(LINK, side=side).side == side


@pytest.mark.parametrize("side", ["", "ua", "U", "Ukraine", "UA\n", "23M", "R-F", "RSFRSFRSF", "ЗСУ"])
def test_any_other_side_is_refused_and_the_source_named(side):
    with pytest.raises(InputError, match="The council"):
        attrs.evolve(LINK, side=side)


def test_a_source_has_a_name():
    with pytest.raises(InputError, match="source at 0, 11 has no name"):
        attrs.evolve(LINK, name="")


def test_the_origin_is_the_last_of_the_chain():
    other = attrs.evolve(LINK, name="Northern Post", mention=spans("bridge")[0])
    assert attrs.evolve(CLAIM, chain=(other, LINK)).origin == LINK
    assert attrs.evolve(CLAIM, chain=()).origin is None


def test_own_voice_has_neither_source_nor_cue_and_quotes_nobody():
    own = attrs.evolve(CLAIM, chain=(), cue=(), kind=ClaimKind.INDIRECT)
    assert own.is_own_voice
    assert not attrs.evolve(own, kind=ClaimKind.DIRECT).is_own_voice
    assert not attrs.evolve(own, cue=CLAIM.cue).is_own_voice
    assert not attrs.evolve(own, chain=CLAIM.chain).is_own_voice


def test_what_is_attributed_to_nobody_is_agentless_and_never_own_voice():
    agentless = attrs.evolve(CLAIM, chain=(), kind=ClaimKind.INDIRECT, agentless=True)
    assert not agentless.is_own_voice
    assert agentless.origin is None


@pytest.mark.parametrize("wrong", [{"cue": ()}, {"chain": (LINK,)}])
def test_what_is_agentless_has_a_cue_and_no_source(wrong):
    agentless = attrs.evolve(CLAIM, chain=(), agentless=True)
    with pytest.raises(InputError, match="claim c-1: what is agentless"):
        attrs.evolve(agentless, **wrong)


@pytest.mark.parametrize("wrong", [{"spans": ()}, {"why": ""}])
def test_a_flag_rests_on_words_and_says_why(wrong):
    flag = Flag(kind=FlagKind.ATTRIBUTION_DROPPED, spans=CLAIM.content, why="sourced above, stated here")
    with pytest.raises(InputError, match="attribution_dropped needs words"):
        attrs.evolve(flag, **wrong)


def test_of_a_private_person_the_text_may_say_no_more():
    assert Flag(kind=FlagKind.PRIVATE_PERSON, spans=(), why="a witness").spans == ()


@pytest.mark.parametrize("party", ["", "rsf", "R", "R-F"])
def test_a_party_that_is_no_abbreviation_is_refused_and_the_source_named(party):
    with pytest.raises(InputError, match=f"source {LINK.name}: a party"):
        attrs.evolve(LINK, party=party)
