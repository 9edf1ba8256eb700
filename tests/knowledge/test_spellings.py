"""Spellings that tell whose they are."""

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.spellings import load_spellings, read_spellings

HEADING = "words\tcode\tof\texample\n"


def test_the_words_and_endings_of_a_name_tell_its_side():
    spellings = load_spellings()
    assert spellings.side_of_name("Severny Orlan") == "RU"
    assert spellings.side_of_name("Dovrekskiy Orlan") == "RU"
    assert spellings.side_of_name("Ukrainska Dumka") == "UA"
    assert spellings.side_of_name("The Dovrek Times") is None


def test_a_name_that_tells_of_two_sides_tells_of_none():
    assert load_spellings().side_of_name("Severny Visnyk") is None


def test_each_word_of_speech_is_found_in_its_example():
    speech = load_spellings().speech
    for row in speech.rows:
        plain = row.example.replace("*", "")
        assert [found for *_, found in speech.find(plain)] == [row]


def test_a_wrong_row_is_named(tmp_path: Path):
    path = tmp_path / "spellings.tsv"
    path.write_text(f"{HEADING}veter\tRussia\tname\tthe channel *Veter*\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="row 'veter'"):
        read_spellings(path)
