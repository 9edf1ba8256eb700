"""Claims, links and attributions refuse what makes no sense."""

import attrs
import pytest

from sayso.errors import InputError
from sayso.vocabulary import ClaimKind
from tests.vocabulary.readings import fill_reading, spans

CLAIM = fill_reading().claims[0]
LINK = CLAIM.chain[0]
ATTRIBUTION = fill_reading().attributions[0]


@pytest.mark.parametrize("value", [CLAIM, ATTRIBUTION])
def test_content_is_never_empty(value):
    with pytest.raises(InputError, match="needs content"):
        attrs.evolve(value, content=())


@pytest.mark.parametrize("value", [CLAIM, ATTRIBUTION])
@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_a_score_lies_between_0_and_1(value, score):
    with pytest.raises(InputError, match="between 0 and 1"):
        attrs.evolve(value, score=score)


def test_a_claim_without_a_score_is_one():
    assert attrs.evolve(CLAIM, score=None).score is None


@pytest.mark.parametrize("side", ["UA", "INT", "unknown"])
def test_a_side_is_a_state_or_international_or_unknown(side):
    assert attrs.evolve(LINK, side=side).side == side


@pytest.mark.parametrize("side", ["", "ua", "UKR", "Ukraine", "UA\n"])
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
