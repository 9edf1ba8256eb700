"""Parting, numbering and wording of claims, the same for every view."""

import attrs
import pytest

from sayso.views.account import (
    explain,
    gather_places,
    letter,
    take_account,
    word_absence,
    word_chain,
    word_claim,
    word_link,
    word_offsets,
    word_own,
    word_precision,
    word_withheld,
)
from sayso.vocabulary import (
    Act,
    Basis,
    ClaimKind,
    LinkKind,
    Naming,
    Place,
    Precision,
    Reason,
    Relay,
    Role,
    Span,
    Stance,
    withhold_private,
)
from tests.views.chains import chained
from tests.views.readings import TEXT, claim, example, link, placed, reading


def test_claims_are_parted_by_what_the_text_says_of_their_source() -> None:
    account = take_account(example())
    assert [one.label for one in account.attributed] == ["1", "2", "3", "4"]
    assert [one.label for one in account.unsourced] == ["a"]
    assert [one.label for one in account.own] == [""]


def test_a_number_names_the_same_claim_whether_attitudes_are_shown_or_not() -> None:
    account = take_account(example())
    assert [one.label for one in account.statements] == ["1", "2", "4"]
    assert [one.label for one in account.attitudes] == ["3"]


def test_a_cue_without_source_and_a_source_without_act_are_attributed() -> None:
    agentless = claim(TEXT, "the road cleared", cue="wants")
    quiet = claim(TEXT, "four people were hurt", by=["a doctor"], act=None)
    assert len(take_account(reading(TEXT, agentless, quiet)).attributed) == 2


@pytest.mark.parametrize(("place", "letters"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (701, "zz"), (702, "aaa")])
def test_quotations_have_letters_beyond_z(place, letters) -> None:
    assert letter(place) == letters


def test_offsets_are_ranges() -> None:
    assert word_offsets((Span(start=1, end=3), Span(start=5, end=9))) == "1–3, 5–9"


def test_what_is_unknown_of_a_claim_is_not_worded() -> None:
    assert word_claim(claim(TEXT, "the road cleared", cue="wants")) == ("indirect",)
    plain = claim(TEXT, "the road cleared", stance=Stance.ASSERTS, hedged=False, negated=False, hypothetical=False)
    assert word_claim(plain) == ("asserts", "indirect")
    assert word_own(plain) == ()


def test_what_is_known_of_a_claim_is_worded_its_stance_first() -> None:
    known = claim(TEXT, "the road cleared", kind=ClaimKind.MIXED, stance=Stance.DENIES, hedged=True, act=Act.ATTITUDE)
    assert word_claim(known) == ("denies", "hedged", "mixed", "attitude")
    known = attrs.evolve(known, act=None, negated=True, hypothetical=True, basis=Basis.INFERENCE)
    assert word_claim(known) == ("denies", "hedged", "negated", "hypothetical", "inferred", "mixed")
    assert word_own(attrs.evolve(known, kind=ClaimKind.INDIRECT)) == word_claim(known)[:-1]


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, ()),
        ({"naming": Naming.NAMED}, ("named",)),
        ({"naming": Naming.UNNAMED, "role": Role.CIVILIAN, "kind": LinkKind.PERSON, "side": "UA"}, ("unnamed civilian", "UA")),
        ({"naming": Naming.UNNAMED, "role": Role.MILITARY, "kind": LinkKind.GROUP}, ("unnamed military group",)),
        ({"naming": Naming.NAMED, "role": Role.GOVERNMENT, "kind": LinkKind.ORGANISATION}, ("named government",)),
        ({"naming": Naming.PSEUDONYMOUS, "kind": LinkKind.PERSON}, ("pseudonymous person",)),
        ({"naming": Naming.NAMED, "role": Role.MEDIA, "kind": LinkKind.CHANNEL, "inherited": True}, ("named channel", "inherited")),
        ({"naming": Naming.NAMED, "role": Role.MEDIA, "kind": LinkKind.PERSON}, ("named media",)),
        ({"role": Role.GOVERNMENT, "kind": LinkKind.PERSON, "former": True}, ("former government",)),
        ({"kind": LinkKind.DOCUMENT, "side": "INT"}, ("document", "INT")),
    ],
)  # fmt: skip
def test_what_is_known_of_a_source_is_worded_naming_first(known, words) -> None:
    assert word_link(link(TEXT, "a doctor", **known)) == words


def test_each_link_comes_after_the_word_that_ties_it_to_the_one_before() -> None:
    relays = [*Relay, None]
    links = [link(TEXT, "a doctor", relay=relay) for relay in relays]
    leads = [lead for lead, _ in word_chain(claim(TEXT, "the road cleared", by=[*links, "a resident"]))]
    assert leads == ["", "citing", "told by", "publishing", "written by", "hearing it from", "forwarding", "from"]


def test_an_agentless_claim_is_told_from_one_whose_source_was_not_found() -> None:
    found = claim(TEXT, "the road cleared", cue="wants")
    assert word_absence(found) == "no source stated"
    assert word_absence(attrs.evolve(found, agentless=True)) == "nobody in particular (agentless)"
    assert len(take_account(reading(TEXT, attrs.evolve(found, agentless=True))).own) == 0


def test_what_has_reasons_is_explained_the_nearest_first() -> None:
    shown = chained()
    half = shown.claims[2]
    why = explain(shown, half)
    assert [(part.what, part.score) for part in why] == [
        ("the claim", "0.93"),
        ("Voice of the Ridge", "0.88"),
        ("Heron", "0.81"),
    ]
    assert [(one.rule, one.score, one.words) for one in why[0].reasons] == [
        ("stance of the cue", "1.00", (("wrote", "262–267"),)),
        ("not the speaker’s own words", "−0.25", (("citing", "208–214"),)),
    ]
    assert explain(shown, shown.claims[0]) == ()


def test_words_of_another_report_are_named_by_it() -> None:
    shown = chained()
    reason = Reason(rule="as in", score=1, words=(("r-2", Span(start=0, end=3)),))
    [part] = explain(shown, attrs.evolve(shown.claims[0], score=None, reasons=(reason,)))
    assert (part.score, part.reasons[0].words) == ("", (("r-2", "0–3"),))


def test_private_persons_are_counted_once_and_only_where_withheld() -> None:
    assert word_withheld(chained()) == ""
    assert word_withheld(withhold_private(chained())) == "1 private person withheld"


def test_only_resolved_settlements_and_facilities_have_a_pin() -> None:
    pinned = {one.place.name: one.is_pinned for one in gather_places(placed())}
    assert [name for name, is_pinned in pinned.items() if is_pinned] == ["Vilne"]
    assert {"Krasne", "Kharkiv Oblast", "Donbas"} <= set(pinned)


def test_what_is_put_in_a_town_is_said_to_be_known_no_closer() -> None:
    put = Place(start=0, end=3, name="Ninth Street", lat=48.0, lon=37.0, precision=Precision.NEAR)
    assert word_precision(put) == "no closer than the town it is said to lie in or near"
    assert word_precision(attrs.evolve(put, geonameid=1)) == "near it"


def test_a_withheld_place_is_not_listed() -> None:
    hidden = Place(start=0, end=3, name="[withheld]", resolved=False)
    assert gather_places(attrs.evolve(reading(TEXT), places=(hidden,))) == ()
