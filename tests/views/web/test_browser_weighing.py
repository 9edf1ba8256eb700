"""A real Chromium drives the page of a weighing: keys, links, widths, policy. Skipped where there is no Chromium."""

from collections.abc import Callable

import pytest

from sayso.views.web import render_weighing
from sayso.vocabulary import Weighed
from tests.views.web.hostile_weighing import hostile_weighing
from tests.views.weighings import weighing

FOCUS = "document.activeElement.getAttribute('aria-label')"


@pytest.fixture
def show(open_page) -> Callable:
    """Show a weighing in a new window."""

    def show_weighing(weighed: Weighed, *, scheme: str = "light", **known):
        return open_page(render_weighing(weighed), color_scheme=scheme, **known)

    return show_weighing


def held(page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('.card.held')].map(one => one.id)")


def test_j_and_k_step_from_claim_to_claim_and_come_round(show) -> None:
    page = show(weighing())
    visited = []
    for key in "jjkkk":
        page.keyboard.press(key)
        visited += held(page)
    assert visited == ["k1", "k2", "k1", "k8", "k7"]
    assert page.evaluate(FOCUS) == "Claim 7"
    assert page.locator("#k7").bounding_box()["y"] >= 40


def test_arrows_step_on_a_claim_and_scroll_elsewhere(show) -> None:
    page = show(weighing())
    page.keyboard.press("ArrowDown")
    assert held(page) == []
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    assert held(page) == ["k2"]
    page.keyboard.press("ArrowUp")
    assert held(page) == ["k1"]
    page.keyboard.press("Control+j")
    assert held(page) == ["k1"]


def test_escape_lets_go_and_the_focus_may_go_elsewhere(show) -> None:
    page = show(weighing())
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    assert held(page) == []
    assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press("j")
    page.locator(".top nav a").first.focus()
    assert held(page) == []


def test_the_focus_is_seen_and_goes_in_the_order_of_the_page(show) -> None:
    page = show(weighing())
    stops = []
    for _ in range(7):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.textContent.trim()"))
        outline = page.evaluate(
            "(() => { const at = document.activeElement; const near = at.closest('.card') ?? at;"
            " return [at, near].map(one => getComputedStyle(one).outlineStyle); })()"
        )
        assert "solid" in outline
    assert stops == ["claims", "accounts that differ", "places", "time", "texts", "1", "Harbour Wire"]


def test_a_card_leads_to_the_words_and_back(show) -> None:
    page = show(weighing())
    page.locator("#k1 .source-line a").click()
    target = page.evaluate("document.querySelector(':target').nextElementSibling.textContent")
    assert target == "its assault groups had taken the village of Vilne Pole on 30 November"
    page.locator("#t2 .note").first.click()
    assert page.evaluate("document.querySelector(':target').id") == "k1"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 800, 1280])
@pytest.mark.parametrize("weighed", [weighing(), hostile_weighing()], ids=["plain", "hostile"])
def test_nothing_is_wider_than_the_window(show, weighed, width, scheme) -> None:
    page = show(weighed, width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_reads_without_script(show) -> None:
    page = show(weighing(), script=False)
    for key in ("#k1", "#k8", "#accounts", "#map", "#time", "#texts"):
        assert page.locator(key).is_visible()
    page.locator("#k1 .why summary").click()
    assert page.locator("#k1 .why li").first.is_visible()


def test_dots_stand_under_the_line_that_names_their_report(show) -> None:
    page = show(weighing())
    rows = page.locator("#k1 .rows li").all()
    dots = page.locator("#k1 .rows .dot .shape").all()
    assert len(rows) == len(dots) == 7
    for row, dot in zip(rows, dots, strict=True):
        box, point = row.bounding_box(), dot.bounding_box()
        assert box["y"] < point["y"] < box["y"] + box["height"]
        assert box["x"] - 12 <= point["x"] <= box["x"] + box["width"]


def test_a_place_lights_up_on_the_map_and_in_the_list(show) -> None:
    page = show(weighing())
    page.locator(".placed [data-place=w1] a").first.focus()
    assert page.evaluate("[...document.querySelectorAll('.here')].map(one => one.localName)") == ["g", "li"]
    page.locator("h1").hover()
    assert page.evaluate("document.querySelectorAll('.here').length") == 0


def test_who_denies_is_told_by_a_stroke_and_a_word_and_not_by_colour_alone(show) -> None:
    page = show(weighing())
    assert page.locator("#k1 .dot.against .stroke").count() == 1
    assert page.locator("#k1 .rows .word.denies").inner_text() == "denies"
    shapes = page.evaluate(
        "[...new Set([...document.querySelectorAll('#k1 .dot .shape')].map(one => one.getAttribute('d')))]"
    )
    assert len(shapes) == 2


def test_dark_mode_turns_paper_and_ink_round(show) -> None:
    page = show(weighing(), scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(26, 25, 23)"


def test_a_hostile_weighing_executes_nothing(show) -> None:
    page = show(hostile_weighing())
    assert page.title() == "sayso: 2 claims in 2 reports"
    for key in "jjkj":
        page.keyboard.press(key)
    assert held(page)


def test_on_paper_there_are_no_controls(show) -> None:
    page = show(weighing())
    page.emulate_media(media="print")
    assert not page.locator(".top").is_visible()
    assert page.locator("#k1").is_visible()
