"""Versions of a report are found by address or by their text, and compared claim by claim; old text is pointed out."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.vocabulary import Copy, Direction, Modality, Span, Stance
from sayso.vocabulary.versions import Revision
from sayso.weighing import lay_out
from sayso.weighing.shared_text import find_recirculated, version_pairs
from sayso.weighing.versions import CARE, compare_versions, versions_among
from tests.weighing.made import START, find, link, make_claim, make_reading, make_report, state

URL = "https://post.example/story"
TEXT = "The bridge at Vilne was hit at dawn, and three lorries burned before the fire was put out by neighbours."
LONGER = TEXT + " The road is open again."
TAKEN = {"trigger": "took", "direction": Direction.TAKEN, "places": ("Vilne",)}


def publish(text, name="r1", hours=0, **known):
    """Give a report of the Northern Post, or of whom is passed."""
    return make_report(text, name, hours, **({"outlet": "Northern Post"} | known))


def copied(one="r1", other="r2", text=TEXT):
    whole = Span(start=0, end=len(text))
    return Copy(one=one, one_span=whole, other=other, other_span=whole, words=19)


def took(words="Troops took Vilne after days of fighting.", name="r1", **known):
    return state(words, name=name, **(TAKEN | known))


def revisions(before, after):
    return [(one.revision, one.reason.rule) for one in compare_versions(before, after)]


def test_reports_of_one_address_are_versions_the_earlier_first():
    first, later = publish(TEXT, "r2", 0, url=URL), publish(LONGER, "r1", 5, url="http://www.post.example/story/#top")
    [(earlier, after, shared, reason)] = version_pairs([later, first])
    assert (earlier.id, after.id, shared.of_shorter, reason.rule) == ("r2", "r1", 0.0, "same address")
    [(_, _, shared, _)] = version_pairs([later, first], [copied("r1", "r2")])
    assert shared.of_shorter == 1.0
    third = publish(TEXT, "r3", 9, url=URL)
    assert [(one.id, two.id) for one, two, *_ in version_pairs([third, later, first])] == [("r2", "r1"), ("r1", "r3")]


def test_which_was_first_must_be_known():
    one = publish(TEXT, "r1", 0, url=URL)
    assert not list(version_pairs([one, publish(LONGER, "r2", 0, url=URL)], [copied()]))
    assert not list(version_pairs([one, publish(LONGER, "r2", None, url=URL)], [copied()]))


def test_reports_of_one_outlet_that_share_their_text_are_versions():
    one, other = publish(TEXT, "r1", 0), publish(LONGER, "r2", 5)
    [(_, _, shared, reason)] = version_pairs([one, other], [copied("r2", "r1")])
    assert (reason.rule, shared.of_shorter) == ("same outlet and text", 1.0)
    assert shared.of_longer == pytest.approx(19 / 24, abs=0.05)
    assert not list(version_pairs([one, publish(LONGER, "r2", 5, outlet="Echo")], [copied()]))
    assert not list(version_pairs([one, publish(LONGER, "r2", 24 * 9)], [copied()]))
    assert not list(version_pairs([publish(TEXT, "r1", 0, outlet=None), other], [copied()]))
    few = copied(text="The bridge at Vilne")
    assert not list(version_pairs([one, other], [few]))


def test_an_old_text_sent_round_again_is_pointed_out_with_the_earliest():
    old, older = publish(TEXT, "r1", 0), publish(TEXT, "r0", -50, outlet="Echo")
    new = publish(TEXT, "r2", 24 * 200, outlet="Third")
    copies = [copied("r0", "r1"), copied("r1", "r2"), copied("r0", "r2")]
    [found] = find_recirculated([new, old, older], copies)
    assert (found.report, found.earlier, found.days, found.share) == ("r2", "r0", 202, 1.0)
    assert found.reason.rule == "published long before"
    [found] = find_recirculated([new, old, older], copies[::-1])
    assert found.earlier == "r0"


def test_a_short_text_a_part_or_what_is_recent_is_no_old_material():
    short = "Air raid alert in the region."
    one, other = publish(short, "r1", 0), publish(short, "r2", 24 * 90)
    assert not find_recirculated([one, other], [copied(text=short)])
    one, other = publish(TEXT, "r1", 0), publish(TEXT, "r2", 24 * 20)
    assert not find_recirculated([one, other], [copied()])
    longer = publish(TEXT + TEXT.replace("dawn", "dusk"), "r2", 24 * 90)
    assert not find_recirculated([one, longer], [copied()])
    assert not find_recirculated([one], [copied(), copied("r8", "r1")])
    assert not find_recirculated([one, publish(TEXT, "r2", None)], [copied()])
    assert START + timedelta(hours=0) == one.published


def test_claims_are_added_and_dropped():
    both = lay_out([two_claims("r1")])
    one = lay_out([two_claims("r2", only=1)])
    assert revisions(both, one) == [(Revision.DROPPED, "dropped")]
    assert revisions(one, both) == [(Revision.ADDED, "added")]
    assert not revisions(both, lay_out([two_claims("r2")]))


def two_claims(name, only=None):
    text = "Troops took the town after days of fighting. Four lorries burned at the bridge."
    report = publish(text, name)
    claims = (
        make_claim(report, "Troops took the town after days of fighting."),
        make_claim(report, "Four lorries burned"),
    )
    return make_reading(report, *claims[:only])


def test_a_hedge_a_source_and_a_weaker_word_soften_and_their_loss_hardens():
    plain = took(hedged=False)
    hedged = took(name="r2", hedged=True)
    text = "Troops took Vilne after days of fighting, the staff said."
    sourced = took(text, name="r2", cue=(find(text, "said"),), chain=(link(text, "the staff"),))
    planned = took(name="r2", modality=Modality.PLANNED)
    expected = took(name="r2", stance=Stance.PREDICTS)
    for other, rule in (
        (hedged, "hedge set"),
        (sourced, "source named"),
        (planned, "modality weaker"),
        (expected, "stance weaker"),
    ):
        assert revisions([plain], [other]) == [(Revision.SOFTENED, rule)]
        assert revisions([other], [plain]) == [(Revision.HARDENED, rule)]


def test_an_advance_that_goes_on_is_no_weaker_but_a_capture_is():
    advance = {"type": "advance", "direction": None}
    ongoing = {"modality": Modality.ONGOING}
    assert not revisions([took(**advance)], [took(name="r2", **advance, **ongoing)])
    assert revisions([took()], [took(name="r2", **ongoing)]) == [(Revision.SOFTENED, "modality weaker")]


def test_another_town_is_altered():
    before = took("Troops took Vilne after days of fighting.")
    after = took("Troops took Krasne after days of fighting.", name="r2", places=("Krasne",))
    [one] = compare_versions([before], [after])
    assert (one.revision, one.was, one.became) == (Revision.ALTERED, "Vilne", "Krasne")


def test_a_claim_is_paired_once_with_the_one_most_like_it():
    before = took()
    near, same = took("Troops took Vilne after hours of fighting.", name="r2"), took(name="r3")
    assert [one.after for one in compare_versions([before], [near, same])] == [near.id]
    assert [one.before for one in compare_versions([near, same], [before])] == [near.id]


def test_versions_are_found_and_compared():
    before = took(of={"url": URL}, hedged=False)
    after = took("Troops took Vilne after days of fighting. ", name="r2", hours=4, of={"url": URL}, hedged=True)
    [found] = versions_among([after, before])
    assert (found.earlier, found.later, found.share) == ("r1", "r2", 0.0)
    assert [one.revision for one in found.revised] == [Revision.SOFTENED]
    assert not versions_among([before])


def test_every_rule_says_what_it_means_to_users():
    assert all(rule.__doc__ for rule in CARE)


@given(
    st.permutations([("r1", 0), ("r2", 24 * 60), ("r3", 24 * 90)]),
    st.permutations([("r1", "r2"), ("r2", "r3"), ("r1", "r3")]),
)
def test_order_changes_nothing(reports, pairs):
    found = find_recirculated([publish(TEXT, *one) for one in reports], [copied(*pair) for pair in pairs])
    assert [(one.report, one.earlier) for one in found] == [("r2", "r1"), ("r3", "r1")]
