"""What quotations are found: by cases in tests/cases/*/quotations.txt, and by properties that hold for any text."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge import load_language
from sayso.knowledge.folders import language_folder
from sayso.knowledge.tables import read_lines
from sayso.reading.quotations import Quotation, find_quotations

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
SEED = Path(os.environ.get("SAYSO_EVAL", ROOT.parent / "shared" / "eval")).parent / "seed" / "gold.jsonl"
APOSTROPHES = load_language("en").apostrophes
PASSAGE = "He left. “We saw nine of them,” said Hanna. “Then it rained.” Nobody came."
STYLES = ["‘’", '""', "''", "«»", "»«", "„“", "„”", "‟”", "‹›", "‚‘", "””", "““"]


def read_cases() -> list[tuple[str, str]]:
    lines = {code: (CASES / code / "quotations.txt").read_text(encoding="utf-8") for code in ("en", "ru", "uk")}
    return [(code, line) for code in lines for line in lines[code].splitlines() if line and not line.startswith("#")]


def unmark(line: str) -> str:
    return "".join(character for character in line if character not in "{}<>~")


def mark_up(text: str, quotations: tuple[Quotation, ...]) -> str:
    """Write a text as the lines of quotations.txt are written."""
    marked, reach = "", 0
    for one in quotations:
        opening, closing = ("{", "}") if one.is_speech else ("<", ">")
        missing = "" if one.closed else "~"
        marked += text[reach : one.span.start] + opening + one.span.cut(text) + missing + closing
        reach = one.span.end
    return marked + text[reach:]


def write_breaks(line: str) -> str:
    return line.replace("⏎", "\n").replace("¶", "\n\n")


@pytest.mark.parametrize(("code", "line"), read_cases())
def test_case(code, line):
    text = write_breaks(unmark(line))
    apostrophes = frozenset(read_lines(language_folder(code) / "apostrophes.txt"))
    assert mark_up(text, find_quotations(text, apostrophes)) == write_breaks(line)


@pytest.mark.parametrize("style", STYLES)
def test_every_style_of_marks_is_read_alike(style):
    expected = [one.span for one in find_quotations(PASSAGE, APOSTROPHES)]
    written = PASSAGE.translate({ord("“"): style[0], ord("”"): style[1]})
    assert [one.span for one in find_quotations(written, APOSTROPHES)] == expected
    assert len(expected) == 2


def test_without_a_list_of_words_an_apostrophe_within_a_word_is_still_none():
    text = "‘They’re late and it’s dark,’ she said."
    assert mark_up(text, find_quotations(text, frozenset())) == "{‘They’re late and it’s dark,’} she said."


@pytest.mark.parametrize("text", ["", " ", "\n", "“", "”", "'", "''", "““““", "\ud800“", "“\n\n”", "“ ”", "()"])
def test_nothing_to_find_finds_nothing(text):
    assert find_quotations(text, APOSTROPHES) == ()


@pytest.mark.parametrize("before", ["😀", "😀👩‍🚒", "\r\n", "\u202b", "\ufeff", "e\u0301", "Київ ", "\x00"])
def test_offsets_count_characters(before):
    text = before + "“We saw nine of them,” said Hanna."
    (found,) = find_quotations(text, APOSTROPHES)
    assert found.span.cut(text) == "“We saw nine of them,”"


def test_an_unclosed_quotation_ends_with_its_paragraph():
    text = "She said: “We saw nine of them.\n\nIt rained. “Nine,” she said."
    (unclosed, closed) = find_quotations(text, APOSTROPHES)
    assert (unclosed.closed, unclosed.span.cut(text)) == (False, "“We saw nine of them.")
    assert (closed.closed, closed.span.cut(text)) == (True, "“Nine,”")


def test_an_odd_mark_costs_no_quotation_in_other_paragraphs():
    good = "“We saw nine of them,” said Hanna.\n\n"
    text = good * 3 + "A 5” hole. It is“odd.\n\n" + good * 3
    assert sum(one.closed and len(one.span.cut(text)) == 22 for one in find_quotations(text, APOSTROPHES)) == 6


def test_past_the_most_that_is_weighed_plain_lines_are_still_read():
    text = "odd ‘ marks’ 'here\n" * 3000 + PASSAGE
    found = [one.span.cut(text) for one in find_quotations(text, APOSTROPHES)]
    assert found[-2:] == ["“We saw nine of them,”", "“Then it rained.”"]


@given(st.text(alphabet="ab ,.!?\n“”‘’\"'«»„-5"))
def test_spans_lie_in_order_and_apart_and_begin_with_a_mark(text):
    reach = 0
    for one in find_quotations(text, APOSTROPHES):
        assert reach <= one.span.start < one.span.end <= len(text)
        assert text[one.span.start] in "“”‘\"'«»„"
        assert not one.closed or text[one.span.end - 1] in "“”‘’\"'«»„"
        reach = one.span.end


@pytest.mark.skipif(not SEED.exists(), reason="the report that began the project is not here")
def test_every_quotation_of_the_seed_is_found_whole_and_its_names_are_none():
    seed = json.loads(SEED.read_text(encoding="utf-8"))
    text = seed["text"]
    expected = {tuple(span) for claim in seed["claims"] for span in claim["content"] if text[span[0]] == "‘"}
    found = find_quotations(text, APOSTROPHES)
    assert {(one.span.start, one.span.end) for one in found if one.is_speech} == expected
    assert len(expected) == 16
    assert len(found) == 18
    assert all(one.closed for one in found)
