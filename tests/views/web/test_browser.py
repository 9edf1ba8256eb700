"""A real Chromium drives the page: marks, keys, hover, policy. Skipped where there is no Chromium to drive."""

from collections.abc import Callable

import pytest

from sayso.views.web import render_readings
from sayso.vocabulary import Reading
from tests.views.chains import chained
from tests.views.readings import claim, example, placed, reading
from tests.views.web import hostile as bad

NESTED = "Northern Post wrote that the doctor said that the mayor denied it. Rain fell all night."
HELD = """key => [...document.querySelectorAll('.text [data-held]')].map(one => [one.dataset.held, one.textContent])"""


@pytest.fixture
def show(open_page) -> Callable:
    """Show readings in a new window."""

    def show_readings(*readings: Reading, show_all: bool = False, **known):
        return open_page(render_readings(readings, (), show_all=show_all), **known)

    return show_readings


def held(page) -> list[tuple[str, str]]:
    return [tuple(one) for one in page.evaluate(HELD)]


def pinned(page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('.claim.pinned')].map(one => one.id)")


def marked(page, key: str, role: str) -> str:
    """Give the characters marked in a role of a claim, as the browser has them."""
    return page.evaluate(
        "([key, role]) => [...document.querySelectorAll('.text .mark')]"
        ".filter(one => one.dataset.joins.split(' ').includes(`${key}:${role}`)).map(one => one.textContent).join('')",
        [key, role],
    )


def nested() -> Reading:
    return reading(
        NESTED,
        claim(NESTED, "that the doctor said that the mayor denied it", cue="wrote", by=["Northern Post"]),
        claim(NESTED, "that the mayor denied it", cue="said", by=["the doctor"]),
        claim(NESTED, "it", cue="denied", by=["the mayor"]),
        claim(NESTED, "Rain fell all night."),
    )


def test_j_and_k_step_through_what_is_shown_and_come_round(show) -> None:
    page = show(example())
    visited = []
    for key in "jjjjjkk":
        page.keyboard.press(key)
        visited += pinned(page)
    assert visited == ["r1-1", "r1-2", "r1-4", "r1-q1", "r1-1", "r1-q1", "r1-4"]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Claim 4, show it in the text"


def test_a_step_joins_claim_cue_and_every_source(show) -> None:
    page = show(example())
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert held(page) == [
        ("source", "Northern Post"),
        ("cue", "According to"),
        ("source", "a doctor"),
        ("content", "four people were hurt and “the ward is full.”"),
    ]


def test_escape_lets_go_of_claim_and_focus(show) -> None:
    page = show(example())
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    assert (pinned(page), held(page)) == ([], [])
    assert page.evaluate("document.activeElement === document.body")


def test_a_shows_and_hides_attitudes_in_text_list_and_steps(show) -> None:
    page = show(example())
    attitude = page.locator("#r1-3")
    assert not attitude.is_visible()
    colour = "getComputedStyle(document.querySelector('.text .attitude-content')).backgroundColor"
    assert page.evaluate(colour) == "rgba(0, 0, 0, 0)"
    page.keyboard.press("a")
    assert attitude.is_visible()
    assert page.evaluate(colour) != "rgba(0, 0, 0, 0)"
    assert page.locator("#attitudes").get_attribute("aria-pressed") == "true"
    for _ in range(3):
        page.keyboard.press("j")
    assert pinned(page) == ["r1-3"]
    page.locator("#attitudes").click()
    assert not attitude.is_visible()
    assert (pinned(page), held(page)) == ([], [])


def test_keys_with_control_are_left_to_the_browser_and_arrows_scroll(show) -> None:
    page = show(example())
    page.keyboard.press("Control+j")
    page.keyboard.press("ArrowDown")
    assert pinned(page) == []
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    assert pinned(page) == ["r1-2"]
    page.keyboard.press("ArrowUp")
    assert pinned(page) == ["r1-1"]


def test_hovering_over_the_text_joins_and_leaving_lets_go(show) -> None:
    page = show(example())
    page.locator(".text .mark", has_text="a resident").hover()
    assert held(page) == [("content", "“We left home at dawn,”"), ("source", "a resident"), ("cue", "told")]
    assert "held" in page.locator("#r1-2").get_attribute("class")
    page.locator("h1").hover()
    assert held(page) == []


def test_hovering_over_a_claim_joins_it(show) -> None:
    page = show(example())
    page.locator("#r1-q1").hover()
    assert held(page) == [("quoted", "“Nobody warned us.”")]


def test_hover_comes_back_to_what_is_pinned(show) -> None:
    page = show(example())
    page.locator("#r1-1").click()
    page.locator("#r1-2").hover()
    assert ("source", "a resident") in held(page)
    page.locator("h1").hover()
    assert ("source", "The mayor") in held(page)


def test_clicks_on_shared_words_go_outward_from_the_narrowest_claim(show) -> None:
    page = show(nested())
    words = page.locator(".text .mark", has_text="it").last
    visited = []
    for _ in range(4):
        page.get_by_text("it", exact=True).first.click()
        visited.append(pinned(page))
    assert visited == [["r1-3"], ["r1-2"], ["r1-1"], []]
    assert words.count() == 1


def test_a_nested_claim_is_joined_whole_though_cut_into_pieces(show) -> None:
    page = show(nested())
    page.locator("#r1-2").hover()
    assert "".join(text for role, text in held(page) if role == "content") == "that the mayor denied it"
    assert ("source", "the doctor") in held(page)


def test_the_report_s_own_words_are_joined_when_their_list_is_open(show) -> None:
    page = show(nested())
    page.locator(".text .own").hover()
    assert held(page) == []
    page.locator("summary").click()
    page.locator("#r1-o1").hover()
    assert held(page) == [("own", "Rain fell all night.")]


def test_numbers_in_the_text_lead_to_their_claim_and_back_by_keyboard(show) -> None:
    page = show(example())
    page.locator(".text .note", has_text="2").click()
    assert pinned(page) == ["r1-2"]
    page.keyboard.press("Tab")
    assert pinned(page) == ["r1-4"]


def test_copied_text_holds_no_numbers(show) -> None:
    page = show(example())
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.text'))")
    assert page.evaluate("String(getSelection())") == example().report.text


@pytest.mark.parametrize("width", [390, 800, 1280])
def test_nothing_is_wider_than_the_window(show, width) -> None:
    page = show(example(), bad.hostile(), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_narrow_screen_the_claim_is_shown_at_the_foot(show) -> None:
    page = show(example(), width=390, height=800)
    assert not page.locator("#bar").is_visible()
    page.locator(".text .mark", has_text="The mayor").click()
    assert "that the bridge at Vilne is closed" in page.locator("#held").inner_text()
    page.locator("#close").click()
    assert not page.locator("#bar").is_visible()


def test_every_colour_is_doubled_by_a_line_of_its_own(show) -> None:
    page = show(example())
    lines = page.evaluate(
        "['content', 'cue', 'source', 'quoted'].map(role => { const style = getComputedStyle(document.querySelector("
        "`.text .${role}`)); return style.textDecorationLine === 'underline' ? style.textDecorationStyle : style.borderBottomStyle; })"
    )
    assert lines == ["solid", "dotted", "double", "dashed"]


def test_print_shows_numbered_claims_and_no_controls(show) -> None:
    page = show(example())
    page.emulate_media(media="print")
    assert page.locator("#r1-1").is_visible()
    assert not page.locator(".top").is_visible()
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.text .content')).backgroundColor")
        == "rgba(0, 0, 0, 0)"
    )


@pytest.mark.parametrize("media", ["screen", "print"])
def test_every_character_of_the_text_is_seen(show, media) -> None:
    page = show(example())
    page.emulate_media(media=media)
    assert page.locator(".text .mark:visible").count() == page.locator(".text .mark").count()
    page.evaluate("document.querySelectorAll('.note').forEach(note => note.remove())")
    assert page.locator(".text").inner_text() == example().report.text


def test_dark_mode_turns_paper_and_ink_round(show) -> None:
    page = show(example())
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(26, 25, 23)"


def test_a_hostile_text_executes_nothing_and_is_marked_to_the_character(show) -> None:
    page = show(bad.hostile(), show_all=True)
    assert page.title().startswith("sayso: <script>")
    assert marked(page, "r1-1", "content") == bad.CONTENT
    assert marked(page, "r1-1", "source") == bad.SOURCE
    assert marked(page, "r1-2", "content") == bad.INNER
    assert marked(page, "r1-2", "cue") == bad.SCRIPT
    assert marked(page, "r1-q1", "quoted") == bad.QUOTED
    assert marked(page, "r1-o1", "own") == bad.OWN
    text = page.evaluate(
        "(() => { const copy = document.querySelector('.text').cloneNode(true);"
        " copy.querySelectorAll('.note').forEach(note => note.remove()); return copy.textContent; })()"
    )
    assert text == bad.TEXT.replace("\0", "\ufffd")
    for key in "jjjkaa":
        page.keyboard.press(key)


def test_a_click_on_why_folds_it_out_and_holds_nothing(show) -> None:
    page = show(chained())
    page.locator("#r1-3 .why summary").click()
    assert page.locator("#r1-3 .why p").first.is_visible()
    assert pinned(page) == []


def test_a_claim_holds_its_remark_and_a_remark_its_claim(show) -> None:
    page = show(chained())
    page.locator(".text .remark").last.click()
    assert pinned(page) == ["r1-7"]
    assert ("remark", "declined to comment on the bridge") in held(page)


@pytest.mark.parametrize("width", [380, 800, 1280])
def test_a_chain_never_pushes_the_page_out_of_the_window(show, width) -> None:
    page = show(chained(), width=width)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def lit(page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('.here')].map(one => one.localName)")


def test_a_place_in_focus_lights_up_its_mentions_its_line_and_its_point(show) -> None:
    page = show(placed())
    page.locator("#r1-p1 a").focus()
    assert lit(page) == ["span", "span", "g", "li"]
    assert not page.locator("#tip").is_visible()
    page.keyboard.press("Escape")
    assert lit(page) == []


def test_a_mention_tells_what_it_names_on_hover_and_on_focus(show) -> None:
    page = show(placed(), width=390)
    page.locator(".text .place", has_text="Krasne").hover()
    assert "cannot tell: no candidate is probable enough" in page.locator("#tip").inner_text()
    page.locator("h1").hover()
    assert not page.locator("#tip").is_visible()
    page.locator("#r1-p1-in-text").focus()
    assert "settlement, Kharkiv Oblast, UA, the place itself 0.90" in page.locator("#tip").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
