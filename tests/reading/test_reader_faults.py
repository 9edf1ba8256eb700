"""The long suite of the whole reader: ten thousand hostile texts, and time linear in length.

A tiny pack stands in for the network, so that texts are full of sources, cues and contents. All texts are read
as English: what stops at the language would test nothing behind it.
"""

import itertools
import json
import sys
from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.reading import Reader
from sayso.reading import reader as reader_module
from sayso.vocabulary import Provenance, Reading, Report, Span, read_reading, write_reading
from tests.reading.timing import measure_seconds
from tests.reading.tiny_pack import LABELS_OF, write_tiny_pack

pytestmark = pytest.mark.faults

EXAMPLES = 10_000
PIECES = [
    *"“”‘’\"'«»„‟‹›‚‛`",
    "''", "``", "'''", '""""', "”’", ",’", ".”", "?’ ", " ‘", " “", "’s ", "s’ ", " ’til ", " ’90s ", "n’t", " ’n’ ", "6'2\"",
    "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\t", " ", "\u00a0", "\u3000",
    "\u200b", "\u200d", "\ufeff", "\u00ad", "\u202a", "\u202b", "\u202e", "\u2066", "\u2069", "\u200f", "\x00",
    "😀", "👩‍🚒", "🇺🇦", "e\u0301", "\u0301", "Київ", "سلام", "北京", "ﬁ", "İ", "ß", "٣", "²", "a_b", "_", "-", "a-b-c-d-e-f-g-h-i-j-k",
    "Gen. ", "etc. ", "5 p.m. ", "No. 5", "Word", "a", ". ", "! ", "? ", "… ", "...", ", ", ": ", "—", "1. ", "• ",
    "(", ")", "[", "]", "https://a.example/b.C?d=e", "<b>", "&quot;", "\\", "{", "[CLS]", "[PAD]", "0" * 50, "x" * 3000,
    *(f"{word} " for word in LABELS_OF),
    "the mayor said that the bridge is closed. ", "“we left home,” said the doctor. ", "the doctor wants “we” closed ",
    "that bridge ", "said said ", "“that bridge is closed” ", "mayor said doctor said that that ",
]  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=80).map("".join),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=120),
    st.tuples(st.lists(st.sampled_from(PIECES), max_size=6), st.integers(1, 60)).map(lambda of: "".join(of[0]) * of[1]),
).filter(lambda text: bool(text.strip()))
LENGTH = 200_000
ATTACKS = [
    "a", "“", '"', "'", "“”", "“‘", "“ ", '"a ', "'a ", "‘as’ ", "'til ", '"a\n', "“a\n\n", "\n.", " .", ". ", "\u200b“", '\u202e"',
    "a.", "1.\n", "Gen. ", "😀“", "👩‍🚒", "a-", "_", "０", "\u0301", "北京", "«„“", "A.\nb\n\n", "“A b, c. D e,” f g. ",
    "said ", "mayor ", "that ", "bridge ", "that said ", "mayor said that ", "said\n\n", "mayor said that bridge is closed. ",
    "“that bridge is closed,” said mayor. ", "“that bridge is closed,” said mayor.\n\n", "mayor said: “that bridge\n",
    "“that bridge is closed.” ", "“That bridge is closed.” The rain fell all night.\n\n", "the rain fell all night. ",
    "mayor said “that bridge ", "“that ”", "that “bridge” said ", "doctor wants “that” bridge is “closed” ",
]  # fmt: skip


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader_module, "identify_language", lambda *_, **__: "en")
        yield Reader.open(version="0", pack=write_tiny_pack(tmp_path_factory.mktemp("pack")))


def make_report(text: str) -> Report:
    return Report(id="r", text=text, provenance=Provenance(where="r", format="plain", sha256="0" * 64))


def print_figure(name: str, value: float, **more: object) -> None:
    sys.stdout.write("\n" + json.dumps({"name": name, "value": value, **more}) + "\n")


def is_ordered(spans: Sequence[Span]) -> bool:
    return all(one.end <= other.start for one, other in itertools.pairwise(spans))


def span_groups(reading: Reading) -> Iterable[Sequence[Span]]:
    """Give the spans that belong together: of each there must be one after the other, never overlapping."""
    yield reading.quotations
    for one in reading.attributions:
        yield from (one.source, one.cue, one.content)
    for claim in reading.claims:
        yield from (claim.content, claim.cue)
        yield from ((link.mention,) for link in claim.chain)


def check_spans(reading: Reading) -> None:
    text = reading.report.text
    for spans in span_groups(reading):
        assert is_ordered(spans)
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert span.cut(text) == span.cut(text).strip() != ""
    assert is_sorted([min(span.start for span in (*a.source, *a.cue, *a.content)) for a in reading.attributions])
    assert is_sorted([claim.content[0].start for claim in reading.claims])


def is_sorted(values: Sequence[int]) -> bool:
    return list(values) == sorted(values)


def check_names(reading: Reading) -> None:
    text = reading.report.text
    for claim in reading.claims:
        assert claim.agentless == (bool(claim.cue) and not claim.chain)
        assert all(link.name.strip() and text[link.mention.start : link.mention.end].strip() for link in claim.chain)
    marked = {(span.start, span.end) for one in reading.attributions for span in one.cue}
    contents = [span for one in reading.attributions for span in one.content]
    for claim in reading.claims:
        # What rules alone find (`Body: …`) is no attribution that the network marks.
        is_marked = any(one.start < span.end and span.start < one.end for span in claim.content for one in contents)
        if claim.score is not None and claim.chain and is_marked:
            assert all(any(s <= span.start and span.end <= e for s, e in marked) for span in claim.cue)
    ids = [claim.id for claim in reading.claims]
    assert len(set(ids)) == len(ids)


def test_no_text_stops_the_reader_and_every_span_cuts_what_it_names(reader):
    counts = {"texts": 0, "claims": 0, "attributions": 0, "quotations": 0}

    @settings(
        max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None
    )
    @given(TEXTS)
    def check(text):
        report = make_report(text)
        reading = reader.read_report(report)
        counts["texts"] += 1
        for name in ("claims", "attributions", "quotations"):
            counts[name] += len(getattr(reading, name))
        check_spans(reading)
        check_names(reading)
        assert reader.read_report(report) == reading
        assert read_reading(json.loads(json.dumps(write_reading(reading)))) == reading

    check()
    for name, count in counts.items():
        print_figure(f"faults.reader.{name}", count)
    assert counts["texts"] >= EXAMPLES
    # A suite in which nothing is found would prove nothing.
    assert counts["attributions"] > EXAMPLES
    assert counts["quotations"] > EXAMPLES


@settings(max_examples=1_000, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=60))
def test_half_characters_are_refused_with_the_report_or_read(reader, text):
    try:
        report = make_report(text)
    except InputError:
        return
    check_spans(reader.read_report(report))


def is_linear(job: Callable[[str], object], text: str) -> tuple[bool, list[float]]:
    """Tell whether time grows with length, and give the seconds for an eighth, a quarter, half and all of a text.

    Twice as long may take 2.8 times as long; 40 ms more is noise. A machine that does other things besides may hold up
    one round: what grows faster than length does so in all three.
    """
    seconds: list[float] = []
    for _ in range(3):
        seconds = [measure_seconds(lambda part=part: job(text[: len(text) // part])) for part in (8, 4, 2, 1)]
        if all(after <= 2.8 * before + 0.04 for before, after in itertools.pairwise(seconds)):
            return True, seconds
    return False, seconds


def test_growth_check_catches_a_quadratic_function():
    def quadratic(text: str) -> int:
        return sum(len(text[place:]) for place in range(0, len(text), 10)) + sum(1 for _ in text)

    def linear(text: str) -> int:
        return sum(ord(one) for one in text)

    assert not is_linear(quadratic, "a" * 1_000_000)[0]
    assert is_linear(linear, "a" * 1_000_000)[0]


@pytest.mark.parametrize("attack", ATTACKS)
def test_reading_time_is_linear_in_length(reader, attack):
    text = (attack * LENGTH)[:LENGTH]
    linear, seconds = is_linear(lambda part: reader.read_report(make_report(part)), text)
    print_figure(
        "faults.reader.seconds_200k", round(seconds[-1], 4), text=attack, growth=round(seconds[-1] / seconds[0], 1)
    )
    assert linear, seconds
    check_spans(reader.read_report(make_report(text)))
