"""A seat of government that says, wants or fears something stands for the government."""

import pytest

from sayso.knowledge import load_language, load_place_words
from sayso.reading.seats import governs
from sayso.reading.toponyms import PlaceMention
from sayso.vocabulary import Span


def ask(text: str, name: str, *, is_adjective: bool = False) -> bool:
    start = text.index(name)
    mention = PlaceMention(span=Span(start=start, end=start + len(name)), names=(name,), is_adjective=is_adjective)
    return governs(text, mention, load_place_words("en"), load_language("en"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It shows how much Moscow expects of them.", "Moscow"),
        ("Kyiv has warned of attacks.", "Kyiv"),
        ("Washington would have wanted more.", "Washington"),
    ],
)
def test_what_says_or_wants_something_governs(text, name):
    assert ask(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells fell on Kyiv on Monday.", "Kyiv"),
        ("He came to Moscow.", "Moscow"),
        ("The Doha talks failed.", "Doha"),
        ("Odesa expects rain.", "Odesa"),
        ("Moscow, expects were low.", "Moscow"),
    ],
)
def test_where_something_is_or_befalls_is_a_place(text, name):
    assert not ask(text, name)


def test_an_adjective_speaks_for_nobody():
    assert not ask("Kyiv says so.", "Kyiv", is_adjective=True)
