"""What the network marks is cut to the names that are known; what is known as a whole stays so."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge import MetBy, load_place_words
from sayso.reading.place_parts import part_mention
from sayso.reading.toponyms import PlaceMention
from sayso.vocabulary import Span

WORDS = load_place_words("en")
KNOWN = {"Vilne", "New Vilne", "Sosna", "Sosna County", "Sosnove-Vilne"}


class Lexicon:
    def has(self, name):
        return name in KNOWN

    def find(self, name, **_more):
        return [SimpleNamespace(by=MetBy.EXACT, population=1)] if name in KNOWN else []


def part(text, marked=None):
    start = text.index(marked or text)
    end = start + len(marked or text)
    mention = PlaceMention(span=Span(start=start, end=end), names=(" ".join(text[start:end].split()),), score=0.9)
    return part_mention(text, mention, WORDS, Lexicon())


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Vilne", ["Vilne"]),
        ("Vilne city", ["Vilne"]),
        ("Vilne City Hall", ["Vilne"]),
        ("Western Sosna", ["Sosna"]),
        ("north central Sosna", ["Sosna"]),
        ("the Sosna County", ["Sosna County"]),
        ("New Vilne area", ["New Vilne"]),
        ("Sosna's Vilne province", ["Sosna", "Vilne"]),
        ("Sosna\u2019s Great Park", ["Sosna", "Great Park"]),
        ("Vilne-Sosna County", ["Vilne", "Sosna County"]),
        ("D-Sosna", ["Sosna"]),
        ("Sosnove-Vilne", ["Sosnove-Vilne"]),
        ("DPRK-South Korea", ["DPRK", "South Korea"]),
    ],
)
def test_the_names_that_are_known_stay(marked, names):
    found = part(f"Rain fell on {marked} again.", marked)
    assert [one.names for one in found] == [(name,) for name in names]
    assert [one.score for one in found] == [0.9] * len(names)


@pytest.mark.parametrize("marked", ["Vilne Memorial Hospital", "New Vilne International Airport", "Vilne Zoo"])
def test_a_building_is_cut_to_the_known_name_that_it_begins_with(marked):
    (found,) = part(marked)
    assert marked.startswith(found.names)
    (found,) = part(f"They met at {marked}.", marked.rpartition(" ")[0])
    assert marked.startswith(found.names)


@pytest.mark.parametrize(
    "marked", ["Vilne Memorial Street", "Great Vilne Hospital", "Tall Vilne", "Nowhere Square", "Great-Nowhere", "Os"]
)
def test_words_that_may_be_part_of_a_name_are_not_dropped(marked):
    (found,) = part(marked)
    assert found.names == (marked,)


def test_the_span_is_that_of_the_name():
    text = "In Vilne\n city hall they met."
    (found,) = part(text, "Vilne\n city hall")
    assert found.span.cut(text) == "Vilne"


def test_what_is_endless_stays_as_it_is():
    assert len(part("Vilne " * 40, ("Vilne " * 40).strip())) == 1
    assert len(part("a b c d e f g h i Vilne")) == 1


@given(st.text(alphabet="Vilne Sosna-'’.\ncity", min_size=1, max_size=60))
def test_parts_lie_in_order_within_the_mention(text):
    mention = PlaceMention(span=Span(start=0, end=len(text)), names=(text,))
    found = part_mention(text, mention, WORDS, Lexicon())
    assert found
    ends = [at for one in found for at in (one.span.start, one.span.end)]
    assert ends == sorted(ends)
    assert ends[0] >= 0
    assert ends[-1] <= len(text)
