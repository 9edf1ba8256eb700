"""Who the sources of a text are: by cases in tests/cases/<code>/sources.txt, and by properties that hold for any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge import load_language
from sayso.reading.quotations import find_quotations
from sayso.reading.source import Identity, identify_people
from sayso.reading.text import find_sentences
from sayso.vocabulary import LinkKind, Naming, Role, Span

CASES = Path(__file__).parents[1] / "cases"
LANGUAGES = ("en", "ru", "uk")
ENGLISH = load_language("en")
SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s+[A-ZА-ЯІЇЄ“‘])[^.!?]*)*[.!?]?[”’]?")


def identify(marked: str, code: str = "en") -> tuple[str, tuple[Identity, ...]]:
    text = re.sub(r"[\[\]]", "", marked)
    spans = []
    for number, found in enumerate(re.finditer(r"\[([^]]*)\]", marked)):
        start = found.start() - 2 * number
        spans.append(Span(start=start, end=start + len(found[1])))
    sentences = [Span(start=one.start(), end=one.end()) for one in SENTENCE.finditer(text) if one.group()]
    return text, identify_people("r", text, sentences, spans, load_language(code))[0]


def describe(text: str, one: Identity) -> str:
    flags = "".join(f"; {flag}" for flag in ("former", "private") if getattr(one, flag))
    traits = f"{one.kind}, {one.naming}, {one.role}, {one.side}"
    return f"{one.mention.cut(text)} = {one.name}: {traits}{flags}"


def read_cases() -> list[tuple[str, list[str]]]:
    cases = []
    for code in LANGUAGES:
        text = (CASES / code / "sources.txt").read_text(encoding="utf-8")
        lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
        cases += [(code, case.strip().splitlines()) for case in lines.split("\n\n") if case.strip()]
    return cases


@pytest.mark.parametrize(("code", "case"), read_cases(), ids=lambda one: one[0][:60] if isinstance(one, list) else one)
def test_case(code, case):
    text, found = identify(case[0], code)
    assert [describe(text, one) for one in found] == case[1:]


def test_a_mention_given_twice_is_answered_twice_and_order_is_kept():
    text = "Kit Orlan said so. He smiled."
    later, first = Span(start=19, end=21), Span(start=0, end=9)
    sentences = [Span(start=0, end=18), Span(start=19, end=29)]
    found = identify_people("r", text, sentences, [later, first, later], ENGLISH)[0]
    assert [one.name for one in found] == ["Kit Orlan"] * 3
    assert len({one.entity for one in found}) == 1


def test_no_mentions_give_nothing():
    assert identify_people("r", "It rained.", [], [], ENGLISH)[0] == ()


def test_each_reason_names_words_of_the_report():
    text, (one,) = identify("[President Kit Orlan of France] said so.")
    assert one.reasons
    assert all(report == "r" and span.cut(text) for reason in one.reasons for report, span in reason.words)


def test_the_network_decides_only_where_no_word_does():
    text = "Dovrek Tamsin said so. President Kit Orlan said so."
    spans = [Span(start=0, end=13), Span(start=23, end=42)]
    sentences = [Span(start=0, end=22), Span(start=23, end=51)]
    shares = {"kind": (0.0, 0.9, 0.1, 0.0, 0.0, 0.0), "role": (0.0, 0.0, 0.0, 0.9, 0.0, 0.0, 0.1)}
    found = identify_people("r", text, sentences, spans, ENGLISH, traits=dict.fromkeys(spans, shares))[0]
    assert [(one.kind, one.role) for one in found] == [
        (LinkKind.ORGANISATION, Role.ANALYST),
        (LinkKind.PERSON, Role.GOVERNMENT),
    ]


@pytest.mark.parametrize("end", [".", ", on Monday."])
@pytest.mark.parametrize("mention", ["[a woman who sells bread and gave her first name]", "[a woman who sells bread,]"])
def test_a_name_behind_what_describes_somebody_is_his_and_private(mention, end):
    line = f"“We heard it,” said {mention}{'' if mention.endswith(',]') else ','} Tamsin{end}"
    text, (one,) = identify(line)
    assert (one.name, one.mention.cut(text)) == ("Tamsin", "Tamsin")
    assert one.naming is Naming.NAMED


def test_a_mention_without_a_word_is_nobody():
    (one,) = identify_people("r", "“ ” said so", [], [Span(start=0, end=3)], ENGLISH)[0]
    assert (one.name, one.naming, one.role) == ("“ ”", Naming.UNNAMED, Role.UNKNOWN)


HOSTILE = """
the a his who He Orlan Kit Gen. President minister agency Reuters , . ( ) “ ” ‘ ’ 's @kit @ of in Kyiv Ukrainian former
call sign One of them Ministry of Defence - — 9,000 \u2028 😀 ﬁ Ⅷ .. said both
"""
WORDS = st.sampled_from([*HOSTILE.split(), "\n", "\u2028"])


@given(st.lists(WORDS, max_size=40), st.data())
def test_no_text_raises(words, data):
    text = " ".join(words) + "."
    numbers = st.integers(0, len(text) - 1)
    spans = []
    for start, length in data.draw(st.lists(st.tuples(numbers, st.integers(1, 30)), max_size=6)):
        spans.append(Span(start=start, end=min(len(text), start + length)))
    found, _ = identify_people("r", text, [Span(start=0, end=len(text))], spans, ENGLISH)
    assert len(found) == len(spans)
    assert all(one.name and one.mention.end <= len(text) for one in found)
    assert found == identify_people("r", text, [Span(start=0, end=len(text))], spans, ENGLISH)[0]


def test_relatives_who_are_no_sources_are_found_and_officials_are_not():
    text = "“It fell,” said Ada Reed, a baker. Her husband, Tom Reed, was at work. President Ana Sol was told."
    sentences = find_sentences(text, find_quotations(text, ENGLISH.apostrophes), ENGLISH.abbreviations, "en")
    start = text.index("Ada Reed")
    _, private = identify_people("r", text, sentences, [Span(start=start, end=start + 8)], ENGLISH)
    assert [span.cut(text) for span in private] == ["Tom Reed"]


def identify_at_home(text: str, words: str) -> Identity:
    span = Span(start=text.index(words), end=text.index(words) + len(words))
    sentences = [Span(start=0, end=len(text))]
    return identify_people("r", text, sentences, [span], load_language("uk"))[0][0]


def test_people_are_of_the_home_of_the_language_where_nothing_else_is_said():
    found = identify_at_home("Міст стоїть, каже експертка ринку.", "експертка ринку")
    assert found.side == "UA"
    assert any(reason.rule == "side: home of the language" for reason in found.reasons)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Міст стоїть, пише канал «Берег».", "канал «Берег»"),
        ("Міст стоїть, каже галльський дипломат.", "галльський дипломат"),
    ],
)
def test_media_and_guests_may_be_from_anywhere(text, words):
    assert identify_at_home(text, words).side == "unknown"


def test_who_the_subject_only_belongs_to_may_be_meant_behind_its_verb():
    text = "General Ada Reed came. “We won,” said Kit Orlan. Reed’s letter confirms her wish for peace."
    spans = [Span(start=text.index(one), end=text.index(one) + len(one)) for one in ("Kit Orlan", "her")]
    sentences = find_sentences(text, find_quotations(text, ENGLISH.apostrophes), ENGLISH.abbreviations, "en")
    found, _ = identify_people("r", text, sentences, spans, ENGLISH)
    assert [one.name for one in found] == ["Kit Orlan", "Ada Reed"]
