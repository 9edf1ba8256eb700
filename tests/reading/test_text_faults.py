"""The long suite of sentences and quotations: ten thousand hostile texts, and time linear in length."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.knowledge import load_language
from sayso.reading.quotations import find_quotations
from sayso.reading.text import find_sentences
from tests.reading.timing import measure_seconds

pytestmark = pytest.mark.faults

ENGLISH = load_language("en")
PIECES = [
    *"“”‘’\"'«»„‟‹›‚‛`",
    "''", "``", "'''", '""""', "”’", ",’", ".”", "?’ ", " ‘", " “", "’s ", "s’ ", " ’til ", " ’90s ", "n’t", " ’n’ ", "6'2\"",
    "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\t", " ", "\u00a0", "\u3000",
    "\u200b", "\u200d", "\ufeff", "\u00ad", "\u202a", "\u202b", "\u202e", "\u2066", "\u2069", "\u200f", "\x00",
    "😀", "👩‍🚒", "🇺🇦", "e\u0301", "\u0301", "\ud83d", "\udc00", "Київ", "سلام", "北京", "ﬁ", "İ", "ß", "٣", "²",
    "Gen. ", "etc. ", "5 p.m. ", "No. 5", "J. K. ", "word ", "Word", "a", "A", "said ", ". ", "! ", "? ", "… ", "...", ", ", "—",
    "(", ")", "[", "]", "1. ", "• ", "https://a.example/b.C?d=e", "<b>", "&quot;", "\\", "{", "0" * 50, "x" * 3000,
]  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=80).map("".join),
    st.text(st.characters(exclude_categories=()), max_size=120),
    st.tuples(st.lists(st.sampled_from(PIECES), max_size=6), st.integers(1, 60)).map(lambda of: "".join(of[0]) * of[1]),
)
LENGTH = 200_000
ATTACKS = [
    "a", "“", '"', "'", "“”", "“‘", "“‘\"'„«", "''", "''' ", "``", "“ ", '"a ', "'a ", "‘a’ ", "as’ ", "‘as’ ", "a’ ", "'til ",
    '"a\n', "“a\n", "“a\n\n", "“a. b c\r\n\r\n", "‘a b’ c ‘d\n", "\n", "\r\n", " \n", " ", ". ", "a\u2028", "\u200b“", '\u202e"',
    "a.", "A. ", "1. ", "1.\n", "Gen. ", "a… B", "a/b.C", "([{", "(“", "Ab.” ", "“Ab.” c ", "“A b, c. D e,” f g. ", "a.” ” ” ",
    "6'2\" ", "😀“", "👩‍🚒", "abc ‘d e’ ", "ab’ cd ‘ ef ", "abcd“ efgh", "«„“", "a,\n", "A.\nb",
]  # fmt: skip


def read(text: str) -> tuple[list[str], list[str]]:
    quotations = find_quotations(text, ENGLISH.apostrophes)
    sentences = find_sentences(text, quotations, ENGLISH.abbreviations, ENGLISH.code)
    return [one.span.cut(text) for one in quotations], [one.cut(text) for one in sentences]


@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(TEXTS)
def test_no_text_stops_a_reading_and_every_span_cuts_what_it_names(text):
    quotations = find_quotations(text, ENGLISH.apostrophes)
    sentences = find_sentences(text, quotations, ENGLISH.abbreviations, ENGLISH.code)
    assert find_quotations(text, ENGLISH.apostrophes) == quotations
    for spans in ([one.span for one in quotations], sentences):
        borders = [border for span in spans for border in (span.start, span.end)]
        assert borders == sorted(borders)
        assert not borders or 0 <= borders[0] < borders[-1] <= len(text)
    assert "".join("".join(one.cut(text) for one in sentences).split()) == "".join(text.split())


@pytest.mark.parametrize("attack", ATTACKS)
def test_time_is_linear_in_length(attack):
    text = (attack * LENGTH)[:LENGTH]
    small, middle, large = (measure_seconds(lambda part=part: read(text[: LENGTH // part])) for part in (4, 2, 1))
    # Twice as long may take three times as long, on a machine that does other things besides; 30 ms more is noise.
    assert middle <= 3 * small + 0.03
    assert large <= 3 * middle + 0.03
    assert large < 2.0
