"""The chain as it is drawn: a row for each report, dots in time, shapes for sides, lines to what is rested on."""

import attrs

from sayso.views.standing import deal
from sayso.views.web.axis import LEFT
from sayso.views.web.chain_drawing import DOT, MOST_ROWS, ROW, SHAPES, UNKNOWN_SHAPE, draw_chain, name_shapes
from tests.views.cli.test_terminal_weighing import many
from tests.views.weighings import weighing


def draw(weighed, key="c-post-0"):
    deck = deal(weighed)
    card = deck.by_id[key]
    keys = {one.claim: f"s-{one.claim}" for one in card.assessment.statements}
    return draw_chain(deck, card, name_shapes(deck), keys)


def test_each_report_has_a_row_and_a_dot_in_time():
    drawing = draw(weighing())
    rows = drawing.rows
    assert [row.who for row in rows][:2] == ["Tarvish Defence Ministry", "Harbour Wire"]
    assert [row.y for row in rows] == [place * ROW + DOT for place in range(7)]
    assert [row.x for row in rows] == sorted(row.x for row in rows)
    assert rows[1].key == "s-c-wire-0"
    assert drawing.height > 7 * ROW


def test_lines_lead_from_a_report_to_what_it_rests_on():
    drawing = draw(weighing())
    lantern = drawing.rows[5]
    (tie,) = [one for one in drawing.ties if one.y2 == lantern.y]
    assert (tie.x1, tie.y1, tie.x2) == (drawing.rows[1].x, drawing.rows[1].y, lantern.x)
    assert lantern.rests_on == "cites it (2)"
    assert [one.what for one in lantern.altered] == ["date"]


def test_sides_are_told_by_shape_and_words():
    drawing = draw(weighing())
    assert (drawing.rows[0].shape, drawing.rows[0].side) == (SHAPES["circle"], "TV")
    denial = drawing.rows[4]
    assert (denial.shape, denial.side, denial.stance, denial.is_against) == (SHAPES["square"], "OS", "denies", True)
    assert denial.origin == "origin: Ostrian general staff (OS)"


def test_sides_beyond_the_shapes_have_the_last_and_unknown_ones_their_own():
    weighed = weighing()
    first, *others = weighed.weighing.assessments
    sides = [attrs.evolve(first.origins[0], id=f"o-{place}", side=f"S{place}") for place in range(9)]
    crowded = attrs.evolve(first, origins=(*first.origins, *sides))
    deck = deal(attrs.evolve(weighed, weighing=attrs.evolve(weighed.weighing, assessments=(crowded, *others))))
    shapes = name_shapes(deck)
    assert shapes["S8"] == [*SHAPES.values()][-1]
    assert "unknown" not in shapes
    plain = attrs.evolve(first, origins=tuple(attrs.evolve(one, side="unknown") for one in first.origins))
    drawing = draw(attrs.evolve(weighed, weighing=attrs.evolve(weighed.weighing, assessments=(plain, *others))))
    assert {row.shape for row in drawing.rows} == {UNKNOWN_SHAPE}
    assert {row.side for row in drawing.rows} == {""}


def test_a_report_without_a_date_stands_at_the_left_edge():
    weighed = weighing()
    bare = {
        key: attrs.evolve(one, report=attrs.evolve(one.report, published=None)) for key, one in weighed.readings.items()
    }
    drawing = draw(attrs.evolve(weighed, readings=weighed.readings | {"uk": bare["uk"]}))
    undated = next(row for row in drawing.rows if not row.is_dated)
    assert (undated.x, undated.when) == (LEFT / 2, "no date")
    assert draw(attrs.evolve(weighed, readings=bare)).ticks == ()


def test_one_report_alone_is_no_chain_and_a_long_one_is_bounded():
    assert draw(weighing(), "c-fix-0") is None
    drawing = draw(many(MOST_ROWS + 3), "c-more0-0")
    assert (len(drawing.rows), drawing.left_out) == (MOST_ROWS, 3)
