"""Cards of a weighing: their order, their words, and what leads from one to another."""

import attrs
import pytest

from sayso.views.standing import (
    CHANGED,
    CREDIBILITIES,
    MISSING,
    all_reasons,
    because,
    deal,
    name_origin,
    name_report,
    voices,
    word_changes,
    word_credibility,
    word_event,
    word_missing,
    word_origin,
    word_published,
    word_reach,
    word_support,
)
from sayso.vocabulary import Alteration, Credibility, DateDoubt, Missing, Modality, Reason, Span, Stance, Support
from tests.views.weighings import weighing


@pytest.fixture
def deck():
    return deal(weighing())


def card_of(deck, key):
    return deck.by_id[key]


def with_card(weighed, key, **known):
    """Give a weighing with one assessment otherwise."""
    assessments = tuple(attrs.evolve(one, **known) if one.id == key else one for one in weighed.weighing.assessments)
    return deal(attrs.evolve(weighed, weighing=attrs.evolve(weighed.weighing, assessments=assessments)))


def test_the_most_reported_claim_comes_first_then_the_better_supported(deck):
    assert [card.assessment.id for card in deck.cards][:2] == ["c-post-0", "c-fix-0"]
    assert [card.number for card in deck.cards] == list(range(1, 9))
    assert deck.cards[-1].assessment.credibility is Credibility.CANNOT_BE_JUDGED


def test_reach_counts_reports_that_say_it_and_origins(deck):
    assert word_reach(card_of(deck, "c-post-0")) == "6 reports, 1 origin"
    assert word_support(card_of(deck, "c-post-0")) == "6 reports, 1 origin: repeated"


def test_a_claim_that_is_only_denied_has_no_support():
    weighed = weighing()
    denial = next(one for one in weighed.weighing.assessments[0].statements if one.stance is Stance.DENIES)
    deck = with_card(weighed, "c-post-0", statements=(denial,), gist=denial.claim, origin_count=0, changes=())
    card = card_of(deck, "c-post-0")
    assert word_support(card) == "nobody says it; it is only denied"
    assert (card.reports, card.saying, len(card.against)) == (0, (), 1)


def test_a_claim_without_an_origin_that_stands_alone_says_so():
    deck = with_card(weighing(), "c-post-0", origin_count=0, support=Support.SINGLE_SOURCE)
    assert word_reach(card_of(deck, "c-post-0")) == "6 reports, no origin"


def test_what_contradicts_is_found_from_both_sides(deck):
    fall, hold = card_of(deck, "c-post-0"), card_of(deck, "c-denial-1")
    assert deck.contrary(fall) == (hold,)
    assert deck.contrary(hold) == (fall,)
    one_way = with_card(weighing(), "c-denial-1", contradicts=())
    assert [one.assessment.id for one in one_way.contrary(card_of(one_way, "c-denial-1"))] == ["c-post-0"]


def test_who_contests_is_named_once(deck):
    assert deck.contesting(card_of(deck, "c-post-0")) == ("Ostrian general staff (OS)", "Ilan Brook (OS)")
    assert deck.contesting(card_of(deck, "c-fix-0")) == ()


def test_what_revises_is_found_from_both_sides(deck):
    fall, fix = card_of(deck, "c-post-0"), card_of(deck, "c-fix-0")
    assert (deck.revised(fix), deck.revising(fall)) == ((fall,), (fix,))
    assert deck.revising(fix) == deck.revised(fall) == ()


def test_voices_are_the_origins_with_their_reports(deck):
    card = card_of(deck, "c-post-0")
    (ministry,) = voices(card, card.saying)
    assert (ministry.origin.name, ministry.reports) == ("Tarvish defence ministry", 6)
    (staff,) = voices(card, card.against)
    assert staff.origin.name == "Ostrian general staff"


def test_origins_are_named_with_their_side_and_what_they_are(deck):
    origin = card_of(deck, "c-post-0").assessment.origins[0]
    assert name_origin(origin) == "Tarvish defence ministry (TV)"
    assert name_origin(attrs.evolve(origin, party="RSF")) == "Tarvish defence ministry (RSF)"
    assert name_origin(attrs.evolve(origin, side="unknown")) == "Tarvish defence ministry"
    assert word_origin(origin) == ("organisation",)
    resting = attrs.evolve(origin, kind="unknown", stands_alone=False, rests_on=("o-2",))
    assert word_origin(resting) == ("rests on another origin",)
    assert word_origin(attrs.evolve(origin, outlet=True)) == ("a report in its own voice",)


def test_a_report_is_named_by_outlet_title_or_file(deck):
    reading = deck.weighed.readings["analyst"]
    assert name_report(reading) == "reports/analyst.txt"
    report = reading.report
    made = attrs.evolve(report.provenance, line=3)
    assert name_report(attrs.evolve(reading, report=attrs.evolve(report, provenance=made))) == "reports/analyst.txt:3"
    assert name_report(attrs.evolve(reading, report=attrs.evolve(report, title="A title"))) == "A title"
    assert name_report(deck.weighed.readings["wire"]) == "Harbour Wire"


def test_a_date_of_publication_is_shown_where_it_is_believed(deck):
    wire = deck.weighed.readings["wire"]
    assert word_published(wire) == "2031-11-30 09:10"
    midnight = wire.report.published.replace(hour=0, minute=0)
    assert word_published(attrs.evolve(wire, report=attrs.evolve(wire.report, published=midnight))) == "2031-11-30"
    assert word_published(attrs.evolve(wire, published_doubted=DateDoubt.FUTURE)) == "no date"
    assert word_published(deck.weighed.readings["analyst"]) == "no date"


def test_an_event_is_named_and_said_to_be_no_more_than_it_is(deck):
    assert word_event(card_of(deck, "c-post-0")) == "control (taken)"
    assert word_event(card_of(deck, "c-eastgate-1")) == "evacuation"
    assert word_event(card_of(deck, "c-analyst-0")) == "control (taken), predicted"
    assert card_of(deck, "c-analyst-0").happened == ()


def test_what_has_no_event_names_none_and_what_cannot_be_told_says_so():
    weighed = weighing()

    def changed(**known):
        reading = weighed.readings["fix"]
        claim = attrs.evolve(reading.claims[0], **known)
        readings = weighed.readings | {"fix": attrs.evolve(reading, claims=(claim,))}
        return card_of(deal(attrs.evolve(weighed, readings=readings)), "c-fix-0")

    assert word_event(changed(events=())) == ""
    asked = weighed.readings["fix"].claims[0].events[0]
    assert word_event(changed(events=(attrs.evolve(asked, modality=Modality.UNKNOWN),))).endswith(
        "not told whether it happened"
    )


def test_changes_say_what_from_what_to_what_and_where(deck):
    date, place, dropped = word_changes(deck, card_of(deck, "c-post-0"))
    assert (date.what, date.how) == ("date", "2031-11-30 became 2031-12-02")
    assert date.between == "Harbour Wire \u2192 The Lantern"
    assert place.how == "Vilne Pole became Vilnohirsk"
    assert dropped.how == "Tarvish defence ministry was dropped"


def test_a_lost_chain_and_a_denial_that_is_left_out_are_told_in_words_of_their_own():
    weighed = weighing()
    dropped = weighed.weighing.assessments[0].changes[2]
    lost = attrs.evolve(dropped, became="Harbour Wire")
    denied = attrs.evolve(dropped, alteration=Alteration.DENIAL)
    deck = with_card(weighed, "c-post-0", changes=(lost, denied))
    told = word_changes(deck, card_of(deck, "c-post-0"))
    assert [(one.what, one.how) for one in told] == [
        ("chain lost", "Tarvish defence ministry is no longer named, only Harbour Wire"),
        ("denial left out", "Tarvish defence ministry had denied it"),
    ]


def test_a_change_tells_what_was_added_or_only_that_it_changed():
    weighed = weighing()
    first, *_ = weighed.weighing.assessments[0].changes
    added, bare = attrs.evolve(first, was=None), attrs.evolve(first, was=None, became=None, before="c-elsewhere")
    deck = with_card(weighed, "c-post-0", changes=(added, bare))
    told = word_changes(deck, card_of(deck, "c-post-0"))
    assert [one.how for one in told] == ["2031-12-02 was added", "changed"]
    assert told[1].between == "The Lantern"


def test_every_value_has_its_words(deck):
    assert set(CHANGED) == set(Alteration)
    assert set(MISSING) == set(Missing)
    assert set(CREDIBILITIES) == set(Credibility)
    assert word_missing(card_of(deck, "c-post-0")) == ("a second origin", "an image or a document")
    assert word_credibility(card_of(deck, "c-post-0")) == "contested"


def test_reasons_cite_their_words_with_the_report_they_stand_in(deck):
    card = card_of(deck, "c-post-0")
    parts = [what for what, _ in all_reasons(card)]
    assert parts[:2] == ["the claim", "Tarvish defence ministry (TV)"]
    told = because(deck.weighed, card.assessment.reasons[0])
    assert told.words == (("said on Monday", "Harbour Wire 29\u201343"),)
    stray = Reason(rule="elsewhere", score=-1, words=(("gone", Span(start=0, end=4)),))
    assert because(deck.weighed, stray).words == (("gone", "0\u20134"),)
