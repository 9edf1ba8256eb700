"""A weighing, its chains and sheets in the terminal: what stands where, bounds, and that nothing breaks out."""

import attrs
import pytest
from rich.cells import cell_len

from sayso.views.cli.terminal_chain import MOST_STEPS, compose_chains
from sayso.views.cli.terminal_sheets import MOST_LINES as MOST_FIGURES
from sayso.views.cli.terminal_sheets import compose_casualties, compose_control
from sayso.views.cli.terminal_weighing import (
    MOST_CARDS,
    MOST_LINES,
    MOST_REPORTS,
    MOST_SUGGESTIONS,
    Shown,
    compose_weighing,
)
from sayso.views.standing import deal
from sayso.vocabulary import Comparison, Reason, Weighed, withhold_weighed
from tests.views.web.hostile_weighing import hostile_weighing
from tests.views.weighings import PRIVATE, weighing
from tests.vocabulary.test_wire_weighing import casualties, control

WIDTHS = (40, 60, 80, 100, 140)
RULES = {"six reports rest on one origin": "Reports\n    that cite one source count as that source."}


def lines_of(weighed: Weighed, compose=compose_weighing, **known) -> list[str]:
    return [line.plain for line in compose(deal(weighed), Shown(**({"width": 100} | known)))]


def many(number: int) -> Weighed:
    """Give a weighing with a claim that many reports carry, each retold from the one before it, and many claims."""
    weighed = weighing()
    first, *_ = weighed.weighing.assessments
    wire, said = weighed.readings["wire"], first.statements[1]
    readings, statements = dict(weighed.readings), []
    for place in range(number):
        both = tuple(attrs.evolve(wire.claims[0], id=f"c-more{place}-{which}") for which in range(2))
        report = attrs.evolve(wire.report, id=f"more{place}", outlet=f"Wire {place}")
        readings[report.id] = attrs.evolve(wire, report=report, claims=both)
        before = f"c-more{place - 1}-0" if place else None
        statements.append(attrs.evolve(said, report=report.id, claim=both[0].id, rests_on=before))
    big = attrs.evolve(
        first, id="c-more0-0", gist="c-more0-0", statements=tuple(statements), contradicts=(), changes=()
    )
    alone = [
        attrs.evolve(big, id=one.claim, gist=one.claim, statements=(one,), changes=first.changes * 10)
        for said in statements
        for one in (attrs.evolve(said, claim=said.claim[:-1] + "1", rests_on=None),)
    ]
    reason = Reason(rule="one place", score=0.5)
    pairs = [Comparison(one="c-more0-0", other=one.id, score=0.5, reasons=(reason,)) for one in alone[1:]]
    return Weighed(
        readings=readings,
        weighing=attrs.evolve(weighed.weighing, assessments=(big, *alone[1:]), suggestions=tuple(pairs)),
    )


def test_the_heading_counts_what_was_weighed() -> None:
    assert lines_of(weighing())[0] == "11 reports  8 claims  4 contested  1 shared passage"


def test_a_card_says_on_whose_word_the_claim_stands() -> None:
    shown = lines_of(weighing())
    card = shown[2 : shown.index("", 3)]
    assert card[0].startswith(
        " 1  \u201cits assault groups had taken the village of Vilne Pole on 30 November\u201d en, Harbour Wire"
    )
    assert card[1] == "    carried by   6 reports, 1 origin: repeated"
    assert card[2] == "    credibility  4, contested: One origin says it, and the Ostrian general staff denies it."
    assert card[3] == "    event        control (taken)"
    assert card[4].startswith("    says         Tarvish defence ministry (TV), organisation: Tarvish Defence Ministry")
    text = "\n".join(card)
    assert "against      Ostrian general staff (OS), denies, organisation: Ostrian Daily 2031-11-30 15:00" in text
    assert "contrary     5 \u201cOur troops hold the village,\u201d Ilan Brook (OS)" in text
    assert "revised by   2 \u201cof the outskirts" in text
    assert "changed      date: 2031-11-30 became 2031-12-02 (Harbour Wire \u2192 The Lantern)" in text
    assert card[-1] == "    missing      a second origin, an image or a document"


def test_a_forecast_is_not_said_to_have_happened() -> None:
    assert "    event        control (taken), predicted" in lines_of(weighing())


def test_what_may_be_the_same_is_named_for_people_to_judge() -> None:
    shown = lines_of(weighing())
    assert shown[shown.index("May be the same, and are not held to be") + 1] == "  0.61  1 and 2: c-post-0 c-fix-0"


def test_why_gives_reasons_and_what_a_rule_says_of_itself() -> None:
    text = "\n".join(lines_of(weighing(), show_why=True, rules=RULES))
    assert "   1.00  six reports rest on one origin: \u201csaid on Monday\u201d Harbour Wire 29\u201343" in text
    assert "Reports that cite one source count as that source." in text
    assert "why change of date" in text
    assert "0.80  one place" in text
    assert "six reports rest on one origin" not in "\n".join(lines_of(weighing()))


def test_what_is_long_is_bounded_and_said_to_be() -> None:
    weighed = many(MOST_CARDS + MOST_SUGGESTIONS)
    text = "\n".join(lines_of(weighed))
    assert f"; and {30 - MOST_REPORTS} more" in text
    assert f"and {30 - MOST_LINES} more" in text
    assert "10 more claims; --all shows them." in text
    assert f"  and {29 - MOST_SUGGESTIONS} more" in text
    assert "more" not in "\n".join(lines_of(weighed, show_all=True)).replace("c-more", "")


def test_a_chain_is_a_tree_over_time() -> None:
    shown = lines_of(weighing(), compose_chains)
    assert shown[2:12] == [
        "    \u25cf 2031-11-30 08:00  Tarvish Defence Ministry, origin: Tarvish defence ministry (TV)",
        "       \u2514 2031-11-30 09:10  Harbour Wire \u00b7 cites it",
        "          \u2514 2031-12-02 07:30  The Lantern \u00b7 cites it",
        "            ! date: 2031-11-30 became 2031-12-02",
        "          \u2514 2031-12-02 12:00  Eastgate News \u00b7 tells it otherwise",
        "            ! place: Vilne Pole became Vilnohirsk",
        "            ! attribution: Tarvish defence ministry was dropped",
        "       \u2514 2031-11-30 10:05  Voice of the Ridge \u00b7 same origin",
        "       \u2514 2031-11-30 11:00  \u0425\u0432\u0438\u043b\u044f \u00b7 same origin",
        "    \u2717 2031-11-30 15:00  Ostrian Daily, denies, origin: Ostrian general staff (OS)",
    ]
    assert "    \u25cf no date  reports/analyst.txt, in its own voice" in shown


def test_a_long_chain_is_bounded_and_keeps_room_for_words() -> None:
    weighed = many(MOST_STEPS + 5)
    shown = lines_of(weighed, compose_chains, width=60)
    assert "    5 more reports; --all shows them." in shown
    assert any("30 steps on: " in line for line in shown)
    assert not any("more report" in line for line in lines_of(weighed, compose_chains, show_all=True))
    assert "more claims; --all shows them." in "\n".join(shown)


def test_a_sheet_of_control_has_every_side_and_says_which_is_silent() -> None:
    shown = [line.plain for line in compose_control(weighing(), [control()], 100)]
    assert shown == [
        "Control of Vilne Pole, Ridge, UA",
        "  OS",
        "    held by OS \u00b7 since 2031-11-30: \u201cOur troops hold the village,\u201d Ostrian general staff (OS),",
        "      Ostrian Daily 2031-11-30 15:00",
        "  TV",
        "    silent: no report here has a word of this side",
        "  Others",
        "    held by OS \u00b7 since 2031-11-30: \u201cOur troops hold the village,\u201d Ostrian general staff (OS),",
        "      Ostrian Daily 2031-11-30 15:00",
        "",
        "Who says what, side by side; it is no verdict.",
    ]


def test_a_sheet_of_casualties_has_every_figure_and_no_sum() -> None:
    shown = [line.plain for line in compose_casualties(weighing(), [casualties()], 100)]
    assert shown[:3] == [
        "Casualties in Stara Vezha, 2031-12-01",
        "  killed: 9 to 12, as 2 origins tell it",
        "    at least 9 killed: \u201cAt least nine\u201d Ostrian general staff (OS), Vezha Today 2031-12-01 18:00",
    ]
    assert "21" not in "".join(shown)
    undated = attrs.evolve(casualties(), day=None, figures=casualties().figures * (MOST_FIGURES + 2))
    text = "\n".join(line.plain for line in compose_casualties(weighing(), [undated], 80))
    assert "day not told" in text
    assert "and 2 more; --all shows them" in text
    assert "more" not in "\n".join(line.plain for line in compose_casualties(weighing(), [undated], 80, show_all=True))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("compose", [compose_weighing, compose_chains])
@pytest.mark.parametrize("weighed", [weighing(), hostile_weighing(), many(12)], ids=["plain", "hostile", "many"])
def test_no_line_is_wider_than_asked_and_nothing_moves_the_cursor(weighed, compose, width) -> None:
    for line in compose(deal(weighed), Shown(width=width, show_why=True, rules=RULES)):
        assert cell_len(line.plain) <= width
        assert all(one.isprintable() or one in "\u200c\u200d" for one in line.plain), repr(line.plain)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_of_a_sheet_is_wider_than_asked(width) -> None:
    for compose, sheet in ((compose_control, control()), (compose_casualties, casualties())):
        assert all(cell_len(line.plain) <= width for line in compose(weighing(), [sheet], width))


def test_a_private_person_is_in_no_line() -> None:
    withheld = withhold_weighed(weighing())
    text = "\n".join(lines_of(withheld, show_all=True, show_why=True) + lines_of(withheld, compose_chains))
    assert not [word for word in PRIVATE.split() if word in text]
    assert PRIVATE in "\n".join(lines_of(weighing()))
