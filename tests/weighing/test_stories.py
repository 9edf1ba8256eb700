from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing import stories
from sayso.weighing.stories import compare_outlines, cosines, gather, link_by_average, outline, take_in
from tests.weighing.made import make_reading, make_report, sosnove, when

FERRY = (
    "The ferry Kalyna sank off Sosnove in 2019, harbour master Lysak said; 12 sailors were saved.",
    "Twelve sailors were saved when the ferry Kalyna sank off Sosnove, said Lysak, the harbour master.",
    "Ferry Kalyna sank: harbour master Lysak says that 12 sailors of Sosnove were saved.",
)
MARKET = (
    "The market of Vilne burned down in the night of the fair, mayor Berezhna said; no stall is left.",
    "No stall of the Vilne market is left after the fire, mayor Berezhna told the town.",
    "Mayor Berezhna: the market of Vilne burned down, every stall of the fair is gone.",
)
TEXTS = {f"r{at}": text for at, text in enumerate((*FERRY, *MARKET))}


def read(text, id_="r1", **known):
    return make_reading(make_report(text, id_), **known)


READINGS = [read(text, key) for key, text in TEXTS.items()]


def test_reports_of_one_event_are_one_story():
    assert gather(READINGS) == (("r0", "r1", "r2"), ("r3", "r4", "r5"))


@given(st.permutations(READINGS), st.lists(st.sampled_from(READINGS), max_size=3))
def test_order_and_repetition_change_no_story(readings, again):
    assert gather([*readings, *again]) == gather(READINGS)


def test_no_reports_are_no_story_and_one_is_one():
    assert gather([]) == ()
    assert gather(READINGS[:1]) == (("r0",),)


def test_what_is_about_nothing_else_stands_alone():
    other = read("Snow fell on the hills.", "r9")
    assert gather([*READINGS, other])[-1] == ("r9",)


def test_outline_holds_words_names_numbers_places_and_stated_years():
    text = "Sosnove, 3 May 2019: 12 of Лисак's men left https://example.org/Path."
    found = outline(
        read(text, places=(sosnove(text), sosnove(text)), times=(when("2019-05-03"), when("XXXX", "PRESENT_REF")))
    )
    assert found.words["sosnove"] == found.names["lisak"] == 1
    assert found.numbers == Counter(["3", "2019", "12"])
    assert found.places == Counter({"11": 2})
    assert found.years == {"2019"}
    assert "path" not in found.words


def test_names_meet_across_scripts():
    assert outline(read("Лисак")).names == outline(read("Lysak")).names


def test_years_that_differ_speak_against_one_story():
    text = "The harbour of Sosnove was closed by Lysak."
    same, other = (
        compare_outlines(
            [outline(read(text, "a", times=(when(one),))), outline(read(text, "b", times=(when(year),))), *OTHERS]
        )[0, 1]
        for one, year in (("2019", "2019"), ("2019", "2020"))
    )
    assert same > other


OTHERS = [outline(reading) for reading in READINGS[3:]]


def test_years_of_one_report_alone_say_nothing():
    text = "The harbour of Sosnove was closed by Lysak."
    without, within = (
        compare_outlines([outline(read(text, "a", **known)), outline(read(text, "b")), *OTHERS])[0, 1]
        for known in ({}, {"times": (when("2019"),)})
    )
    assert without == within


def test_cosine_is_symmetric_one_for_the_same_and_nothing_for_what_shares_nothing():
    found = cosines([Counter("ab"), Counter("ab"), Counter("cd"), Counter()])
    assert np.allclose(found, found.T)
    assert found[0, 1] == pytest.approx(1)
    assert found[0, 2] == found[3, 0] == found[3, 3] == 0


def test_rare_things_in_common_count_more():
    found = cosines([Counter(["x", "a"]), Counter(["x", "b"]), Counter(["a", "c"]), Counter(["x", "d"])])
    assert found[0, 2] > found[0, 1] > 0


def test_cosines_are_the_same_in_one_piece_and_in_many(monkeypatch):
    bags = [Counter(text.split()) for text in TEXTS.values()]
    whole = cosines(bags)
    monkeypatch.setattr(stories, "COLUMNS", 2)
    assert np.allclose(cosines(bags), whole)


def test_groups_are_joined_by_the_average_of_their_members():
    alike = np.array([[1, 0.9, 0.5, 0], [0.9, 1, 0.3, 0], [0.5, 0.3, 1, 0], [0, 0, 0, 1]])
    assert link_by_average(alike, 0.5) == [[0, 1], [2], [3]]
    assert link_by_average(alike, 0.4) == [[0, 1, 2], [3]]
    assert link_by_average(alike, 0.95) == [[0], [1], [2], [3]]


@given(st.integers(1, 9), st.randoms(use_true_random=False))
def test_every_report_is_in_one_group(number, rng):
    alike = np.array([[rng.random() for _ in range(number)] for _ in range(number)])
    groups = link_by_average((alike + alike.T) / 2, 0.6)
    assert sorted(one for group in groups for one in group) == list(range(number))


def test_what_is_left_alone_joins_the_story_it_is_near_to():
    alike = np.full((8, 8), 0.1)
    alike[:3, :3] = alike[3:6, 3:6] = 0.9
    alike[6, 3:6] = 0.6
    assert take_in(alike, [[0, 1, 2], [3, 4, 5], [6], [7]]) == [[0, 1, 2], [3, 4, 5, 6], [7]]


def test_without_a_larger_story_nothing_is_taken_in():
    assert take_in(np.ones((2, 2)), [[0], [1]]) == [[0], [1]]
