"""Who answers in an interview, and what."""

import pytest

from sayso.knowledge import load_language
from sayso.reading.interviews import find_answers

ENGLISH = load_language("en")
INTRO = "Kit Orlan kept the lock until spring. We met him in Dovrek.\n\n"


def find(text: str) -> list[tuple[str, str]]:
    return [(one.speaker.cut(text), one.span.cut(text)) for one in find_answers(text, ENGLISH)]


@pytest.mark.parametrize(
    "turns",
    [
        "Q: Why did it burn?\n\nA: The pump had stopped.\n\nQ: And then?\n\nA: I ran.",
        "Why did it burn?\n\nThe pump had stopped.\n\nAnd then?\n\nI ran.",
    ],
)
def test_answers_belong_to_the_person_named_before_the_first_question(turns):
    assert find(INTRO + turns) == [("Kit Orlan", "The pump had stopped."), ("Kit Orlan", "I ran.")]


def test_what_follows_an_answer_belongs_to_it_up_to_the_next_question():
    text = INTRO + "Q: Why?\nA: The pump had stopped.\nNobody came.\nQ: And then?\nA: I ran."
    assert [answer for _, answer in find(text)] == ["The pump had stopped.", "Nobody came.", "I ran."]


def test_lines_with_names_belong_to_them_and_questions_to_nobody():
    text = "Ledger: Does it stand?\nOrlan: It stands.\nLedger: And the mill?\nOrlan: It burned."
    assert find(text) == [("Orlan", "It stands."), ("Orlan", "It burned.")]


def test_dashes_lead_questions_and_answers():
    text = INTRO + "– Does it stand?\n– It stands.\n– And the mill?\n– It burned."
    assert [speaker for speaker, _ in find(text)] == ["Kit Orlan", "Kit Orlan"]


@pytest.mark.parametrize(
    "text",
    [
        INTRO + "Why did it burn?\n\nThe pump had stopped.\n\nAnd then?\n\nThe mill burned.",
        "The lock burned.\n\nQ: Why?\n\nA: I ran.",
        "The lock burned. Who was it?\n\nNobody knows.",
    ],
    ids=["an explainer", "nobody is named", "a single question"],
)
def test_where_nobody_is_interviewed_nobody_answers(text):
    assert find(text) == []


def test_what_follows_a_line_of_forwarding_is_its_senders():
    assert find("Forwarded from River Watch\nThe lock burned.") == [("River Watch", "The lock burned.")]


def test_a_sentence_about_forwarding_sends_nothing():
    assert find("Forwarded from River Watch was a note of nine words.\nThe lock burned.") == []
