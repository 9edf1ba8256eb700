"""Sheets in words."""

import attrs

from sayso.views.sheets import (
    name_sayer,
    place_of,
    title_of,
    word_control,
    word_figure,
    word_range,
    word_standing,
    words_of,
)
from sayso.vocabulary import Modality, Stance, Unit
from tests.views.weighings import weighing
from tests.vocabulary.test_wire_weighing import casualties, control


def test_a_place_is_named_with_where_it_lies():
    assert title_of(control()) == "Vilne Pole, Ridge, UA"
    assert title_of(casualties()) == "Stara Vezha"


def test_a_statement_of_control_says_whose_hold_and_since_when():
    (said,) = control().sides[0].says
    assert word_control(said) == ("held by OS", "since 2031-11-30")
    denied = attrs.evolve(said, stance=Stance.DENIES, modality=Modality.NEGATED, happened=False, holder="unknown")
    assert word_control(denied) == ("held, by whom is not told", "denies", "negated", "since 2031-11-30")
    bare = attrs.evolve(said, direction=None, since=None, happened=False, modality=Modality.UNKNOWN)
    assert word_control(bare) == ("hold by OS",)
    assert words_of(weighing(), said) == "\u201cOur troops hold the village,\u201d"
    assert name_sayer(said.sayer) == "Ostrian general staff (OS)"
    assert name_sayer(attrs.evolve(said.sayer, side="unknown")) == "Ostrian general staff"


def test_a_figure_says_how_many_of_whom_and_how_it_stands():
    (figure,) = casualties().figures
    assert word_figure(figure) == "at least 9 killed"
    assert word_figure(attrs.evolve(figure, unit=Unit.POLICE_OFFICER)) == "at least 9 police officers killed"
    assert word_standing(figure) == ()
    known = {"stance": Stance.DOUBTS, "superseded": True, "including": True, "total": True}
    assert word_standing(attrs.evolve(figure, **known)) == (
        "doubts",
        "revised since by its own origin",
        "part of a larger figure",
        "in all",
    )
    assert place_of(weighing(), figure.report) == "Vezha Today 2031-12-01 18:00"


def test_a_range_may_be_open():
    (spread,) = casualties().ranges
    assert word_range(spread) == "killed: 9 to 12"
    assert word_range(attrs.evolve(spread, high=None)) == "killed: from 9"
    assert word_range(attrs.evolve(spread, low=None)) == "killed: up to 12"
