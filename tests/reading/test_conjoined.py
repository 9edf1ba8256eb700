"""Two clauses of one content that tell two events; test_short_reports.py and its cases tell the rest."""

import attrs
import pytest

from sayso.knowledge import load_language
from sayso.reading.conjoined import part_conjoined
from sayso.vocabulary import Span
from tests.reading.made import mark


def parts(line, *, code="en", quoted=False):
    text, marked = mark(line)
    language = attrs.evolve(load_language("en"), code=code)
    spoken = [Span(start=0, end=len(text))] if quoted else []
    return [one.content[0].cut(text) for one in part_conjoined(text, [marked], spoken, language)]


TWO = "[The guild] {said} <archers had seized the mill and two barges had left Dubky>."


def test_two_events_with_two_subjects_are_parted():
    assert parts(TWO) == ["archers had seized the mill", "two barges had left Dubky"]


def test_quotations_and_other_languages_are_left_whole():
    assert len(parts(TWO, quoted=True)) == 1
    assert len(parts(TWO, code="pl")) == 1


@pytest.mark.parametrize(
    "content",
    [
        "archers had seized the mill and left Dubky",
        "archers had seized the mill and then left Dubky",
        "archers had seized the mill and are leaving Dubky",
        "archers had seized the mills of Vilne and Sosna and left Dubky",
        "archers had seized the mill and the ford",
        "the mill and the ford were seized by archers",
        "archers had seized the mill and , they said, barges left Dubky",
        "shells had hit the mill and two millers were killed",
        "it rained and archers seized the mill",
        "archers had seized " + "the old mill " * 40 + "and two barges had left Dubky",
    ],
)
def test_what_has_one_subject_or_tells_what_came_of_it_stays_whole(content):
    assert len(parts(f"[The guild] {{said}} <{content}>.")) == 1


def test_a_semicolon_parts_what_is_long_enough():
    assert parts("<The mill burned at dawn; the ferry left at noon> ([Union Wire]).") == [
        "The mill burned at dawn",
        "the ferry left at noon",
    ]
    assert len(parts("[The guild] {said} <fire; the ferry left at noon>.")) == 1
