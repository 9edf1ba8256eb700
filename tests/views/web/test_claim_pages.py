"""The page of a weighing as it is written: one file, all escaped, every card with what it must tell, links that lead."""

import re

import attrs
import pytest

from sayso.views.web import render_weighing
from sayso.views.web.chain_drawing import MOST_ROWS
from sayso.vocabulary import Weighed, Weighing, withhold_weighed
from tests.views.cli.test_terminal_weighing import many
from tests.views.web.hostile import TEXT as HOSTILE
from tests.views.web.hostile_weighing import hostile_weighing
from tests.views.web.pages import Elements
from tests.views.weighings import PRIVATE, TEXTS, weighing

SHOWN = pytest.mark.parametrize("weighed", [weighing(), hostile_weighing()], ids=["plain", "hostile"])


def words_of(written: str) -> str:
    return " ".join("".join(Elements(written).words).split())


def section_of(written: str, key: str) -> str:
    found = re.search(rf'<section[^>]* id="{key}".*?</section>', written, re.DOTALL)
    return found[0]


def card_of(written: str, key: str) -> str:
    found = re.search(rf'<article class="card[^"]*" id="{key}".*?</article>', written, re.DOTALL)
    return words_of(found[0])


@SHOWN
def test_every_element_is_closed_and_the_texts_are_there_character_for_character(weighed) -> None:
    page = Elements(render_weighing(weighed))
    assert page.open == []
    assert page.texts == [one.report.text.replace("\0", "\ufffd") for one in weighed.readings.values()]


@SHOWN
def test_nothing_from_outside_becomes_an_element_an_address_or_a_style(weighed) -> None:
    page = Elements(render_weighing(weighed))
    tags = [tag for tag, _ in page.elements]
    assert tags.count("script") == tags.count("style") == 1
    assert not {"img", "b", "i", "iframe", "link", "object", "foreignobject"} & set(tags)
    for _, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name in {"src", "style"}]
        assert (attributes.get("href") or "#").startswith("#")


@SHOWN
def test_ids_are_unique_and_every_link_has_its_aim(weighed) -> None:
    page = Elements(render_weighing(weighed))
    ids = [attributes["id"] for _, attributes in page.elements if attributes.get("id")]
    assert len(ids) == len(set(ids))
    aims = {attributes["href"][1:] for _, attributes in page.elements if attributes.get("href")}
    aims |= {name for _, attributes in page.elements for name in (attributes.get("aria-labelledby") or "").split()}
    assert aims <= set(ids)


def test_the_policy_allows_the_style_and_script_of_the_page_and_nothing_else() -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', render_weighing(weighing()))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_card_tells_support_credibility_voices_changes_and_what_is_missing() -> None:
    words = card_of(render_weighing(weighing()), "k1")
    for told in (
        "its assault groups had taken the village of Vilne Pole on 30 November",
        "6 reports, 1 origin repeated",
        "4 contested: One origin says it, and the Ostrian general staff denies it.",
        "says Tarvish defence ministry (TV), organisation",
        "against Ostrian general staff (OS), denies, organisation",
        "contested by Ostrian general staff (OS), Ilan Brook (OS)",
        "date 2031-11-30 became 2031-12-02 Harbour Wire \u2192 The Lantern",
        "place Vilne Pole became Vilnohirsk",
        "attribution Tarvish defence ministry was dropped",
        "missing a second origin, an image or a document",
        "1.00 six reports rest on one origin: said on Monday Harbour Wire 29\u201343",
    ):
        assert told in words, told


def test_a_chain_is_drawn_and_told_in_words() -> None:
    written = render_weighing(weighing())
    words = card_of(written, "k1")
    assert "2 Harbour Wire 2031-11-30 09:10 cites it (1)" in words
    assert "6 The Lantern 2031-12-02 07:30 ! date cites it (2)" in words
    assert "5 Ostrian Daily 2031-11-30 15:00 denies origin: Ostrian general staff (OS)" in words
    page = Elements(written)
    assert len(page.all("dot")) == 7
    assert len(page.all("tie")) == 2 * 5


def test_accounts_that_differ_stand_side_by_side_each_matter_once() -> None:
    written = render_weighing(weighing())
    assert len(Elements(written).all("accounts")) == 2
    words = words_of(section_of(written, "accounts"))
    assert "Vilne Pole had been lost denied or doubted by Ostrian general staff (OS) \u00b7 claim 1" in words
    assert "\u201cOur troops hold the village,\u201d Ilan Brook (OS) \u00b7 claim 5" in words
    assert words.count("twelve people were killed") == 1


def test_a_forecast_has_no_bar_no_dot_and_its_own_list() -> None:
    written = render_weighing(weighing())
    time = words_of(section_of(written, "time"))
    before, after = time.split("Planned, expected, supposed, denied, or not told whether")
    assert "retake" not in before
    assert "8 Ostrian troops may retake Vilne Pole within days" in after
    where = words_of(section_of(written, "map"))
    assert "retake" not in where


def test_statements_are_marked_in_their_texts_and_lead_to_their_cards() -> None:
    page = Elements(render_weighing(weighing()))
    notes = [one["href"] for one in page.all("note")]
    assert notes[:3] == ["#k1", "#k1", "#k1"]
    assert set(page.texts) == set(TEXTS.values())


def test_what_could_not_be_read_and_what_may_be_the_same_are_named() -> None:
    words = words_of(render_weighing(weighing()))
    assert "reports/scan.pdf: binary: a PDF, not text" in words
    assert "c-post-0 c-fix-0" in words


def test_a_private_person_is_in_no_part_of_the_page() -> None:
    written = render_weighing(withhold_weighed(weighing()))
    assert not [word for word in PRIVATE.split() if word in written]
    assert "[name withheld]" in written
    assert PRIVATE in render_weighing(weighing())


def test_a_page_without_claims_says_so() -> None:
    written = render_weighing(Weighed(readings={}, weighing=Weighing(assessments=())))
    words = words_of(written)
    assert "0 claims in 0 reports" in words
    assert "No claim was found." in words
    assert "Nothing is said to have happened." in words
    assert Elements(written).open == []


def test_very_many_claims_are_bounded_and_said_to_be(monkeypatch) -> None:
    monkeypatch.setattr("sayso.views.web.claim_pages.MOST_CARDS", 60)
    written = render_weighing(many(64))
    page = Elements(written)
    assert len(page.all("card")) == 60
    words = words_of(written)
    assert "4 more claims, less reported; --json holds all." in words
    assert f"{64 - MOST_ROWS} later reports not drawn" in words
    ids = {attributes["id"] for _, attributes in page.elements if attributes.get("id")}
    assert {attributes["href"][1:] for _, attributes in page.elements if attributes.get("href")} <= ids


def test_a_language_that_is_not_known_is_not_stated() -> None:
    weighed = weighing()
    unknown = {key: attrs.evolve(one, lang="und") for key, one in weighed.readings.items()}
    assert 'lang="und"' not in render_weighing(attrs.evolve(weighed, readings=unknown))


def test_the_same_weighing_gives_the_same_page() -> None:
    assert render_weighing(hostile_weighing()) == render_weighing(hostile_weighing())
    assert HOSTILE not in render_weighing(hostile_weighing())


def test_rules_say_on_the_page_what_they_do() -> None:
    rules = {"six reports rest on one origin": "Reports that cite\n one <source> count as that source."}
    written = render_weighing(weighing(), rules)
    assert "Reports that cite one &lt;source&gt; count as that source." in written
