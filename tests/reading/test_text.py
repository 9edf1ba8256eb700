"""Where sentences begin and end: by cases in tests/cases/*/sentences.txt, and by properties that hold for any text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.knowledge import load_language
from sayso.knowledge.folders import language_folder
from sayso.knowledge.tables import read_lines
from sayso.reading.quotations import find_quotations
from sayso.reading.text import find_sentences

CASES = Path(__file__).parents[1] / "cases"
ENGLISH = load_language("en")


def read_abbreviations(code: str) -> frozenset[str]:
    return frozenset(read_lines(language_folder(code) / "abbreviations.txt"))


def split(text: str, code: str = "en") -> list[str]:
    quotations = find_quotations(text, ENGLISH.apostrophes if code == "en" else frozenset())
    return [one.cut(text) for one in find_sentences(text, quotations, read_abbreviations(code), code)]


def read_cases() -> list[tuple[str, str]]:
    lines = {code: (CASES / code / "sentences.txt").read_text(encoding="utf-8") for code in ("en", "ru", "uk")}
    return [(code, line) for code in lines for line in lines[code].splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(("code", "line"), read_cases())
def test_case(code, line):
    marked = line.replace("⏎", "\n").replace("¶", "\n\n").replace("␍", "\r")
    assert split(marked.replace("|", ""), code) == [sentence.strip() for sentence in marked.split("|")]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\r\n \t\u2028", "\u00a0"])
def test_a_text_of_white_space_has_no_sentence(text):
    assert split(text) == []


def test_a_sentence_longer_than_what_the_splitter_is_given_stays_whole():
    long = "word " * 2000 + "end."
    assert split(long + " Then it rained.") == [long, "Then it rained."]


def test_many_sentences_are_the_same_wherever_the_text_is_cut_for_the_splitter():
    sentences = [f"Gen. Kit counted {number} boats at 5 p.m. that day." for number in range(500)]
    assert split(" ".join(sentences)) == sentences


def test_a_line_ends_a_sentence_where_lines_are_paragraphs():
    heading = "A heading without a full stop that is quite long and runs on for more than sixty characters"
    assert split(f"{heading}\nThen it rained.\n\n\n") == [heading, "Then it rained."]


def test_a_long_quotation_is_split_even_where_its_sentence_goes_on():
    text = "“" + "We saw nine of them. " * 60 + "Then none,” said Hanna."
    assert len(split(text)) == 61


def test_half_a_character_stops_nothing():
    assert split("It \ud83d fell. It rained.") == ["It \ud83d fell.", "It rained."]


def test_every_abbreviation_is_in_lower_case_and_says_what_may_follow():
    for entry in ENGLISH.abbreviations:
        assert entry == entry.lower()
        assert entry.endswith((".", ".~", ".~0"))


@pytest.mark.parametrize("entry", sorted(ENGLISH.abbreviations))
def test_an_abbreviation_ends_no_sentence_before_what_its_row_says(entry):
    word, _, tie = entry.partition("~")
    follows = "Kit" if entry.endswith("~") else "5" if tie else "boats"
    text = f"They saw {word} {follows} there."
    assert split(text) == [text]


@settings(deadline=None)
@given(st.text(alphabet="Aab .!?…,\n\r\"“”‘’'-(5😀"))
def test_sentences_hold_all_but_white_space_in_order(text):
    sentences = split(text)
    assert "".join("".join(sentences).split()) == "".join(text.split())
    assert all(sentence == sentence.strip() != "" for sentence in sentences)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "р. ",
                "2012 р. ",
                "т. д. ",
                "м. ",
                "ген.-лейт. ",
                "🔥 ",
                "‼️",
                "Міст",
                "міст",
                "«",
                "»",
                "— ",
                ", ",
                "! ",
                "… ",
                "\n",
                "\n\n",
                "▪️ ",
                "\u00a0",
            ]
        ),
        max_size=40,
    )
)
def test_odd_posts_are_cut_into_sentences_that_hold_all_of_them(parts):
    text = "".join(parts)
    found = split(text, "uk")
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(one == one.strip() != "" for one in found)
