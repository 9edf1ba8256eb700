"""Bodies of the register are found in a text, and tell whose fight a report speaks of."""

import pytest

from sayso.knowledge import load_place_words
from sayso.knowledge.nations import load_nations
from sayso.reading.bodies import find_bodies
from sayso.reading.ranking import read_background


def test_bodies_are_found_with_their_ranges():
    text = "The Donetsk People's Republic spoke."
    [(start, end, body)] = find_bodies(text)
    assert text[start:end] == body.name == "Donetsk People's Republic"


@pytest.mark.parametrize(
    ("code", "text", "ground"),
    [
        ("ru", "Склад ВСУ у Соснового уничтожен, сообщили в Минобороны РФ.", {"UA"}),
        ("uk", "ЗСУ відбили атаку ЗС РФ біля Соснового.", {"UA"}),
        ("en", "Israel struck a depot of Hezbollah in Sosna.", {"LB"}),
        ("ru", "Склад ВСУ у Соснового уничтожен.", {"UA"}),
        ("ru", "Минобороны РФ сообщило о Сосновом.", {"UA"}),
        ("en", "The Kremlin spoke of Sosna.", set()),
        ("en", "Reuters and TASS wrote of Sosna.", set()),
    ],
)
def test_the_sides_that_a_text_names_tell_where_they_fight(code, text, ground):
    background = read_background(text, load_place_words(code), frozenset(), find_bodies(text))
    assert background.ground == ground


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Российские военные обстреляли позиции украинской армии у моста."),
        ("uk", "Російські військові обстріляли позиції української армії біля мосту."),
    ],
)
def test_words_of_states_are_counted_in_any_case_where_they_change_their_endings(code, text):
    background = read_background(text, load_place_words(code), frozenset(), (), load_nations(code))
    assert background.spoken == {"UA": 0.5, "RU": 0.5}
    assert background.ground == {"UA"}
