"""Sentences that only say who told the one before."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.knowledge import load_language
from sayso.reading.quotations import find_quotations
from sayso.reading.statements import make_statements
from sayso.reading.text import find_sentences
from sayso.reading.told_back import read_told_back
from tests.reading.made import mark_all


def tell(code: str, *lines: str) -> list[str]:
    """Give who says what in some marked-up lines, a line each."""
    language = load_language(code)
    text, marked = mark_all(list(lines))
    quotations = find_quotations(text, language.apostrophes)
    sentences = find_sentences(text, quotations, language.abbreviations, code)
    told = []
    for one in make_statements(text, marked, quotations, sentences, language):
        sources = " > ".join(source.span.cut(text) for source in one.sources) or ("?" if one.cue else "-")
        told.append(f"{sources}: {' … '.join(span.cut(text) for span in one.content)}")
    return told


@pytest.mark.parametrize(
    ("code", "line", "told"),
    [
        ("ru", "Мельница горит. Об этом сообщил мэр Кит Орлан.", "мэр Кит Орлан: Мельница горит"),
        ("ru", "Мельница горит. Об этом в среду сообщил мэр Вильного в своём канале.", "мэр Вильного: Мельница горит"),
        ("ru", "Мельница горит. Об этом заявили в Минобороны.", "Минобороны: Мельница горит"),
        ("ru", "Мельница горит. Об этом он рассказал на сходе.", "он: Мельница горит"),
        ("ru", "Мельница у реки горит, о чём сообщил мэр.", "мэр: Мельница у реки горит"),
        (
            "ru",
            "Мельница горит. Такие данные приводит канал «Война на карте».",
            "канал «Война на карте»: Мельница горит",
        ),
        ("uk", "Млин горить. Про це повідомляє Генштаб.", "Генштаб: Млин горить"),
        ("uk", "Млин горить. Про це йдеться у зведенні мерії.", "зведенні мерії: Млин горить"),
        ("en", "The mill is burning. This was reported by the mayor on Monday.", "the mayor: The mill is burning"),
    ],
)
def test_the_sentence_before_is_told_by_who_is_named(code, line, told):
    assert tell(code, line) == [told]


def test_a_source_that_cites_another_is_followed_by_it():
    assert tell("ru", "Мельница горит. Об этом сообщает ТАСС со ссылкой на мэрию.") == ["ТАСС > мэрию: Мельница горит"]


def test_who_said_it_rests_behind_who_tells_it():
    lines = ("<Мельница горит>, {сообщил} [мэр].", "Об этом пишет ТАСС.")
    assert tell("ru", *lines) == ["ТАСС > мэр: Мельница горит"]


def test_who_speaks_of_it_again_adds_nothing():
    lines = ("<Мельница горит>, {сообщил} [мэр].", "Об этом он писал и в книге.")
    assert tell("ru", *lines) == ["мэр: Мельница горит", "-: Об этом он писал и в книге"]


def test_what_the_network_marks_in_such_a_sentence_keeps_its_source():
    text, marked = mark_all(["Мельница горит. <Об этом> {сообщил} [мэр Вильного]."])
    language = load_language("ru")
    sentences = find_sentences(text, [], language.abbreviations, "ru")
    (one,) = read_told_back(text, marked, sentences, language)
    assert [source.span.cut(text) for source in one.sources] == ["мэр Вильного"]
    assert [span.cut(text) for span in one.content] == ["Мельница горит"]


def test_another_claim_in_such_a_sentence_is_left_as_it_is():
    lines = ("Мельница горит.", "Об этом [мэр] {сказал}: <тушат трое>.")
    assert "мэр: тушат трое" in tell("ru", *lines)


@pytest.mark.parametrize(
    "line",
    [
        "Об этом сообщил мэр.",
        "Горит мельница? Об этом сообщил мэр.",
        "Мельница горит. Все знали и об этом сообщил мэр.",
        "Мельница горит. Об этом никто и никогда больше нигде не говорил.",
        "Мельница горит. Об этом, как всегда, молчат.",
        "Мельница горит. Об этом сообщили.",
    ],
)
def test_what_only_looks_so_is_the_reports_own(line):
    assert all(one.startswith(("-", "?")) for one in tell("ru", line))


def test_a_language_without_such_words_is_left_as_it_is():
    language = attrs.evolve(load_language("ru"), code="pl")
    text, marked = mark_all(["Мельница горит. Об этом сообщил мэр."])
    assert read_told_back(text, marked, find_sentences(text, [], frozenset(), "ru"), language) == tuple(marked)


WORDS = (
    "Об этом сообщил сообщили мэр в Киеве ТАСС со ссылкой на « » , . ; — ( ) он Мельница горит про це и 😀 \u2028 \n"
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=40))
def test_no_text_raises(words):
    language = load_language("ru")
    text = " ".join(words)
    sentences = find_sentences(text, find_quotations(text, frozenset()), language.abbreviations, "ru")
    for one in read_told_back(text, (), sentences, language):
        assert all(0 <= span.start < span.end <= len(text) for span in one.spans)
