"""The page as it is written: one file, everything escaped, a strict policy, every character kept."""

import base64
import hashlib
import re

import pytest

from sayso.views.web import render_readings
from sayso.views.web.rendering import escape_exactly
from sayso.vocabulary import Act, Rejection, RejectionReason, withhold_private
from tests.views.chains import PRIVATE, chained
from tests.views.readings import TEXT, claim, dated, example, placed, reading
from tests.views.web.hostile import TEXT as HOSTILE
from tests.views.web.hostile import hostile
from tests.views.web.pages import Elements


def render(*readings, rejections=(), show_all: bool = False) -> str:
    return render_readings(readings, rejections, show_all=show_all)


@pytest.mark.parametrize("shown", [example(), hostile(), chained()], ids=["example", "hostile", "chained"])
def test_every_element_is_closed_and_the_text_is_there_character_for_character(shown) -> None:
    page = Elements(render(shown))
    assert page.open == []
    assert page.texts == [shown.report.text.replace("\0", "\ufffd")]


def test_the_policy_allows_the_style_and_script_of_the_page_and_nothing_else() -> None:
    written = render(example())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', written)
    assert policy.startswith("default-src 'none'; ")
    for element, directive in (("style", "style-src"), ("script", "script-src")):
        (content,) = re.findall(f"<{element}>(.*?)</{element}>", written, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy


@pytest.mark.parametrize("shown", [example(), hostile(), chained()], ids=["example", "hostile", "chained"])
def test_nothing_from_outside_becomes_an_element_or_an_address(shown) -> None:
    page = Elements(render(shown))
    tags = [tag for tag, _ in page.elements]
    assert tags.count("script") == tags.count("style") == 1
    assert not {"img", "b", "i", "iframe", "link", "object"} & set(tags)
    for _, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name in {"src", "style"}]
        assert (attributes.get("href") or "#").startswith("#")


def test_braces_of_templates_stay_text() -> None:
    assert "{{ 7*7 }}" in render(hostile())
    assert "49" not in "".join(Elements(render(hostile())).texts)


def test_ids_are_unique_and_every_join_and_link_has_its_aim() -> None:
    page = Elements(render(example(), example(), hostile(), chained()))
    ids = [attributes["id"] for _, attributes in page.elements if attributes.get("id")]
    assert len(ids) == len(set(ids))
    joined = {one.split(":")[0] for mark in page.all("mark") for one in (mark.get("data-joins") or "").split()}
    linked = {attributes["href"][1:] for _, attributes in page.elements if attributes.get("href")}
    assert joined | linked <= set(ids)
    assert {claim["id"] for claim in page.all("claim")} == joined


def test_links_that_are_only_a_number_have_a_name() -> None:
    page = Elements(render(example()))
    assert {one["aria-label"] for one in page.all("note")} >= {"claim 1", "quotation a"}
    assert {one["aria-label"] for one in page.all("number")} >= {
        "Claim 4, show it in the text",
        "Quotation a, show it in the text",
    }


def test_attitudes_are_marked_apart_and_can_be_shown_from_the_start() -> None:
    page = Elements(render(example()))
    assert len([one for one in page.all("claim") if "attitude" in one["class"]]) == 1
    assert ("body", {"class": ""}) in page.elements
    assert ("body", {"class": "all"}) in Elements(render(example(), show_all=True)).elements
    assert "1 attitude (wants, fears, is against) not shown" in render(example())


def test_there_is_no_switch_for_attitudes_where_there_are_none() -> None:
    assert 'id="attitudes"' not in render(reading(TEXT, claim(TEXT, "the road cleared", cue="wants")))
    assert 'id="attitudes"' in render(reading(TEXT, claim(TEXT, "the road cleared", cue="wants", act=Act.ATTITUDE)))


def test_several_reports_have_a_list_and_what_was_not_read_is_named() -> None:
    rejection = Rejection(where="x.bin", reason=RejectionReason.BINARY, detail="<b>a picture</b>, not text")
    written = render(example(), example(title="Second"), rejections=(rejection,))
    assert "<nav" in written
    assert 'href="#r2"' in written
    assert "<title>sayso: 2 reports</title>" in written
    assert "x.bin: binary: &lt;b&gt;a picture&lt;/b&gt;, not text" in written


def test_a_report_is_named_by_its_title_else_by_its_file_and_line() -> None:
    assert "<title>sayso: Second</title>" in render(example(title="Second"))
    assert "<title>sayso: posts.jsonl:7</title>" in render(example(where="feeds/posts.jsonl", line=7))


def test_what_identifies_a_report_is_shown_whole() -> None:
    shown = example(outlet="Northern Post", url="https://example.org/a", published_stated="yesterday")
    written = render(shown)
    assert all(fact in written for fact in ("Northern Post", "https://example.org/a", "yesterday", "report.txt"))
    assert shown.report.provenance.sha256 in written


def test_marks_that_turn_the_direction_are_pointed_out() -> None:
    assert "2 invisible marks in the text" in render(hostile())
    assert "invisible mark" not in render(example())


def test_a_text_without_claims_or_without_reader_says_so() -> None:
    assert "Nobody is cited in this text." in render(reading(TEXT))
    unread = render(reading(TEXT, lang="und", is_read=False))
    assert "there is no reader for this language yet" in unread
    assert "Nobody is cited" not in unread


def test_the_source_of_an_agentless_claim_is_not_invented() -> None:
    assert "no source stated" in render(reading(TEXT, claim(TEXT, "the road cleared", cue="wants")))
    assert "no source stated" not in render(example())


def test_a_chain_is_shown_nearest_first() -> None:
    written = render(example())
    words = re.sub(r"\s+", " ", re.sub("<[^>]*>", "", written[written.index("<aside") :]))
    assert "Northern Post 103–116 citing a doctor 213–221 According to mixed" in words


def aside_of(*readings) -> str:
    written = render(*readings)
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", "", written[written.index("<aside") :]))


def test_a_chain_says_of_each_link_what_it_is_and_what_ties_it_to_the_one_before() -> None:
    words = (
        "The Lantern, named outlet 364–375 citing a report, unnamed international document 389–397 "
        "written by Harbour Observatory, named international, INT 405–424 "
        "publishing footage filmed by a resident, unnamed civilian document 434–462 According to asserts from images indirect"
    )
    assert words in aside_of(chained())
    assert "told by Adela Winterbourne, named civilian" in aside_of(chained())
    assert "The Lantern, named outlet, inherited" in aside_of(chained())


def test_flags_and_remarks_are_told_with_the_claim_and_remarks_marked_in_the_text() -> None:
    words = aside_of(chained())
    assert "relayed by opponent: words of TV known only through Voice of the Ridge (OS) 187–205, 254–259" in words
    assert "could not verify: could not be independently verified 313–348" in words
    own = words[words.index("In the report’s own voice") :]
    assert "predicts hedged attribution dropped: stated as a fact here, attributed before 273–301" in own
    assert [mark["data-joins"] for mark in Elements(render(chained())).all("remark") if "data-joins" in mark] == [
        "r1-3:remark",
        "r1-7:remark",
    ]
    assert ">remarked on a claim<" in render(chained())
    assert ">remarked on a claim<" not in render(example())


def test_why_is_folded_under_what_it_explains() -> None:
    folds = Elements(render(chained())).all("why")
    assert len(folds) == 3
    assert not [fold for fold in folds if "open" in fold]
    assert "why the claim 0.93 1.00 stance of the cue: wrote 262–267 −0.25 not the speaker’s own words" in aside_of(
        chained()
    )
    assert Elements(render(example())).all("why") == []


def test_a_private_person_is_in_no_part_of_the_page() -> None:
    written = render(withhold_private(chained(title=f"{PRIVATE} speaks", url="https://x.example/winterbourne")))
    assert not [word for word in (*PRIVATE.split(), "winterbourne", "mother of three") if word in written]
    assert "[name withheld]" in written
    assert "1 private person withheld" in written


def test_line_ends_nul_and_halves_of_pairs_are_kept_or_shown() -> None:
    assert escape_exactly("a\r\nb\0\udcff\U0001f600<&") == "a&#13;\nb\ufffd\ufffd\U0001f600&lt;&amp;"


def test_the_same_readings_give_the_same_page() -> None:
    assert render(example(), hostile()) == render(example(), hostile())
    assert HOSTILE not in render(hostile())


def test_hostile_names_of_places_are_escaped() -> None:
    page = render_readings([placed()], (), show_all=False)
    assert not [tag for tag in ("<b>", "<i>", "<u>") if tag in page]
    assert "&lt;i&gt;Krasne 0" in page
    assert "&lt;u&gt;name" in page


def test_a_place_that_cannot_be_told_is_marked_and_has_no_point() -> None:
    page = render_readings([placed()], (), show_all=False)
    assert page.count('class="pin"') == 1
    assert page.count('class="area"') == 1
    assert '<span class="place unplaced end" data-place="r1-p3"' in page
    assert "<strong>cannot tell</strong>: <bdi>no candidate is probable enough</bdi>" in page


def test_times_stand_in_a_list_of_their_own():
    page = render_readings([dated()], (), show_all=False)
    assert '<section class="when" aria-label="Times">' in page
    assert '<li class="doubtful"><span class="value">XXXX-12-02</span> <q><bdi>2 December</bdi></q>' in page
    assert 'class="when"' not in render_readings([example()], (), show_all=False)
