"""Posts and briefs: denials by the words around them, sources in brackets, bodies that speak where they are."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.knowledge import load_language
from sayso.reading.denials import find_denied
from sayso.reading.quotations import find_quotations
from sayso.reading.speaking_bodies import lend_bodies
from sayso.reading.stance import read_attitude
from sayso.reading.statements import make_statements
from sayso.reading.text import find_sentences
from tests.reading.made import mark

CASES = Path(__file__).parents[1] / "cases"
LANGUAGES = ("en", "ru", "uk")


def read_cases() -> list[tuple[str, list[str]]]:
    cases = []
    for code in LANGUAGES:
        lines = (CASES / code / "short_reports.txt").read_text(encoding="utf-8").splitlines()
        text = "\n".join(line for line in lines if not line.startswith("#"))
        cases += [(code, case.splitlines()) for case in text.strip().split("\n\n")]
    return cases


def tell(line: str, code: str) -> list[str]:
    """Give what is claimed in a marked-up text, a line each."""
    language = load_language(code)
    text, marked = mark(line)
    quotations = find_quotations(text, language.apostrophes)
    sentences = find_sentences(text, quotations, language.abbreviations, code)
    statements = make_statements(text, [marked] if marked.content else [], quotations, sentences, language)
    told = []
    for one in statements:
        sources = " > ".join(source.span.cut(text) for source in one.sources) or ("?" if one.cue else "-")
        words = " … ".join(span.cut(text) for span in one.content)
        told.append(f"{sources} = {read_attitude('r', text, one, language).stance}: {words}")
    return told


@pytest.mark.parametrize(("code", "case"), read_cases(), ids=lambda one: one[0][:60] if isinstance(one, list) else one)
def test_case(code, case):
    assert tell(case[0], code) == case[1:]


def test_a_sentence_of_endless_length_is_left_as_it_is():
    long = "Reports that " + "the mill and the pier and the ford " * 30 + "burned are false (Radio Vilne)."
    assert [one.split(":")[0] for one in tell(long, "en")] == ["- = asserts"]


def test_a_language_without_words_for_it_is_left_as_it_is():
    language = attrs.evolve(load_language("en"), code="pl")
    text, marked = mark("{It said} at the ministry <the mill burned>.")
    marks = (marked,)
    assert find_denied(text, marks, [], language) == (marks, ())
    assert lend_bodies(text, marks, [], language) == marks


WORDS = {
    code: st.lists(
        st.sampled_from([word for owner, case in read_cases() if owner == code for word in case[0].split()]),
        max_size=30,
    )
    for code in LANGUAGES
}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LANGUAGES).flatmap(lambda code: st.tuples(st.just(code), WORDS[code])))
def test_no_text_raises(given_words):
    code, words = given_words
    line = " ".join(word.translate(str.maketrans("", "", "[]{}<>")) for word in words)
    assert all(" = " in one for one in tell(line, code))
