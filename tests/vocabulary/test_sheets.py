"""Sheets refuse what makes no sense, and know a side that is silent."""

import pytest

from sayso.errors import InputError
from sayso.vocabulary import (
    ControlSaid,
    ControlSheet,
    Modality,
    Sayer,
    SideOnControl,
    Span,
    Stance,
)

SAYER = Sayer(origin="o-1", name="general staff", side="OS")
SAID = {
    "sayer": SAYER,
    "stance": Stance.ASSERTS,
    "modality": Modality.ACTUAL,
    "happened": True,
    "report": "r",
    "claim": "c",
    "content": (Span(start=0, end=3),),
    "assessment": "c",
}


def test_a_side_that_says_nothing_is_silent():
    assert SideOnControl(side="TV").is_silent
    assert not SideOnControl(side="OS", says=(ControlSaid(**SAID),)).is_silent


def test_a_side_is_written_as_sides_are():
    for wrong in (
        lambda: SideOnControl(side="the army"),
        lambda: ControlSaid(**SAID, holder="them"),
        lambda: Sayer(origin="o-1", name="staff", side="?"),
    ):
        with pytest.raises(InputError, match="a side is"):
            wrong()


def test_who_says_it_has_a_name():
    with pytest.raises(InputError, match="origin o-1 has no name"):
        Sayer(origin="o-1", name="")


def test_a_sheet_has_each_side_once():
    with pytest.raises(InputError, match="a side twice"):
        ControlSheet(place="Vilne", sides=(SideOnControl(side="TV"), SideOnControl(side="TV")))
