"""Quantities: how many of what, what became of them, which are part of which; and what is no count."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.quantities import find_quantities, keep_within, reads_quantities
from sayso.reading.times import find_times
from sayso.vocabulary import Approximation, Counted, Span, Status, Unit
from tests.reading.timing import measure_seconds

CASES = Path(__file__).parents[1] / "cases"
LANGUAGES = ("en", "ru", "uk")


def cases():
    for code in LANGUAGES:
        for line in (CASES / code / "quantities.txt").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield (code, *(part.strip() for part in line.split(" | ")))


def find(text, code="en"):
    found = find_times(text, code, date(2024, 12, 5))
    return find_quantities(text, code, [one.span for one in (*found.times, *found.durations)])


def told(one):
    """Give a quantity as the cases write it."""
    low, high = ("" if bound is None else str(bound) for bound in (one.low, one.high))
    marks = (" +" if one.including else "") + (" =" if one.total else "")
    return f"{low if low == high else f'{low}..{high}'} {one.unit or '?'} {one.status or '-'}{marks}"


@pytest.mark.parametrize(("code", "sentence", "values"), list(cases()))
def test_quantities_have_these_values(code, sentence, values):
    text, words = sentence.replace("*", ""), sentence.split("*")[1::2]
    found = find(text, code)
    assert [one.span.cut(text) for one in found] == words
    assert "; ".join(map(told, found)) == ("" if values == "-" else values)


def test_each_language_has_sixty_cases():
    lines = [code for code, *_ in cases()]
    assert all(lines.count(code) >= 60 for code in LANGUAGES)


def test_a_quantity_rests_on_its_words():
    text = "At least 12 civilians were injured."
    [one] = find(text)
    assert [span.cut(text) for span in one.spans()] == ["At least 12", "civilians", "injured"]
    assert (one.approximation, one.counted) == (Approximation.AT_LEAST, Counted.PEOPLE)


def test_what_befalls_only_people_counts_people():
    killed, destroyed, seized = find("They killed 12. They destroyed 5. They seized 9.")
    assert (killed.counted, destroyed.counted, seized.counted) == (Counted.PEOPLE, Counted.THINGS, None)
    assert killed.unit is destroyed.unit is seized.unit is None


def test_a_part_knows_its_whole():
    whole, part = find("Three people, including two children, were killed.")
    assert (whole.part_of, part.part_of) == (None, 0)
    share, all_of_them = find("They shot down 12 of 20 drones.")
    assert (share.part_of, all_of_them.part_of) == (1, None)


def test_numbers_of_times_are_left_out():
    text = "On day 3 houses burned."
    assert [one.unit for one in find_quantities(text, "en")] == [Unit.HOUSE]
    assert find_quantities(text, "en", [Span(start=3, end=8)]) == ()


def test_a_claim_keeps_what_lies_within_it_and_counts_parts_anew():
    text = "Five men left. Three people, including two children, were killed."
    found = find(text)
    kept = keep_within(found, (Span(start=15, end=len(text)),))
    assert [(one.low, one.part_of) for one in kept] == [(3, None), (2, 0)]
    alone = keep_within(found, (Span(start=text.index("two"), end=len(text)),))
    assert [(one.low, one.including, one.part_of, one.status) for one in alone] == [(2, True, None, Status.KILLED)]


def test_a_language_that_is_not_known_has_none():
    assert not reads_quantities("fr")
    assert find_quantities("12 soldats ont été tués", "fr") == ()


# --- whatever comes in -------------------------------------------------------------------------

PIECES = """the killed wounding were of them including at least up to more than from 3 to 5 12 1,200 2.5 million thousand dozen
    dozens hundreds two twenty five hundred and , . — - people children drones km percent no nobody death toll rose among a
    16km 3-5 twenty-four T-72 007 ٣ ½ + % № $ погибли трое из них до тысячи человек ранены в том числе число погибших
    выросло двоє з них загинули понад п'ять людей дронів-камікадзе осіб нет без and a , including —"""
WORDS = st.sampled_from(PIECES.split())
ANY = st.text(max_size=80) | st.lists(WORDS, max_size=30).map(" ".join) | st.lists(WORDS, max_size=30).map("\n".join)


@settings(max_examples=300, deadline=None)
@given(ANY, st.sampled_from(LANGUAGES))
def test_any_text_gives_bounds_in_order_and_words_of_the_text(text, code):
    found = find(text, code)
    for one in found:
        assert one.low is None or one.high is None or one.low <= one.high
        assert all(span.cut(text).strip() == span.cut(text) != "" for span in one.spans())
        assert one.part_of is None or 0 <= one.part_of < len(found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.faults
@pytest.mark.parametrize("text", ["1 1 1 " * 2_700, "?" * 100_000], ids=["ones", "marks"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_what_hangs_others_takes_no_time(text, code):
    find_quantities("", code)
    assert measure_seconds(lambda: find_quantities(text, code)) < 0.15  # 0.05 on a machine that does nothing besides


HOSTILE = (
    "killed 3, ",
    "a woman and ",
    "three of ",
    "including two men ",
    "3-3",
    "death toll to 1 ",
    "1 000 ",
    "погибли 3 ",
)


@pytest.mark.faults
@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
@pytest.mark.parametrize("code", ["en", "uk"])
def test_time_grows_with_length_and_no_faster(piece, code):
    find_quantities("", code)
    texts = [piece * (size // len(piece)) for size in (20_000, 40_000)]
    half, whole = (measure_seconds(lambda text=text: find_quantities(text, code)) for text in texts)
    # Twice as long may take three times as long, on a machine that does other things besides; 150 ms more is noise.
    assert whole < 3 * half + 0.15
