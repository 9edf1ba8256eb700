"""Reports, spans and provenance hold what they promise; a rejection is one line whatever is in it."""

from datetime import UTC, datetime, timedelta, timezone

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.vocabulary import Provenance, Rejection, RejectionReason, Report, Span

AT = datetime(2024, 12, 6, tzinfo=UTC)
FROM = Provenance(where="a.txt", format="plain", sha256="0" * 64)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2)])
def test_a_span_is_never_empty_nor_turned_round(start, end):
    with pytest.raises(InputError, match="0 <= start < end"):
        Span(start=start, end=end)


@given(st.text(min_size=1), st.data())
def test_a_span_cuts_the_characters_it_names(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span(start=start, end=end).cut(text) == text[start:end]


def test_spans_are_ordered_by_where_they_begin():
    assert Span(start=1, end=9) < Span(start=2, end=3)


@pytest.mark.parametrize("sha256", ["", "0" * 63, "A" * 64, "0" * 64 + "\n"])
def test_provenance_takes_a_whole_checksum_only(sha256):
    with pytest.raises(InputError, match=r"a\.txt"):
        attrs.evolve(FROM, sha256=sha256)


def test_lines_are_counted_from_one():
    assert attrs.evolve(FROM, line=1).line == 1
    with pytest.raises(InputError, match="from 1"):
        attrs.evolve(FROM, line=0)


def test_a_report_needs_an_id():
    with pytest.raises(InputError, match="id"):
        Report(id="", text="It rained.", provenance=FROM)


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0\t"])
def test_a_report_needs_text(text):
    with pytest.raises(InputError, match="report a: no text"):
        Report(id="a", text=text, provenance=FROM)


@pytest.mark.parametrize("published", [AT.replace(tzinfo=None), AT.replace(tzinfo=timezone(timedelta(hours=2)))])
def test_an_instant_of_another_zone_is_refused(published):
    with pytest.raises(InputError, match="UTC"):
        Report(id="a", text="It rained.", provenance=FROM, published=published)


def test_an_instant_in_utc_is_kept():
    assert Report(id="a", text="It rained.", provenance=FROM, published=AT).published == AT


def test_half_of_a_surrogate_pair_is_no_text():
    with pytest.raises(InputError, match="half of a surrogate pair"):
        Report(id="a", text="It rained \ud83c.", provenance=FROM)


def test_a_report_never_changes():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Report(id="a", text="It rained.", provenance=FROM).text = "It snowed."


def test_a_rejection_names_input_line_reason_and_detail():
    whole = Rejection(where="a.txt", reason=RejectionReason.EMPTY, detail="nothing in it")
    assert str(whole) == "a.txt: empty: nothing in it"
    assert str(attrs.evolve(whole, line=3)) == "a.txt:3: empty: nothing in it"


@given(st.text(st.characters(exclude_categories=())), st.text(st.characters(exclude_categories=())))
def test_a_rejection_is_one_printable_line_whatever_is_in_it(where, detail):
    assert str(Rejection(where=where, reason=RejectionReason.BAD_JSON, detail=detail)).isprintable()


@pytest.mark.parametrize("other", [Span(start=1, end=9), Span(start=1, end=3), Span(start=2, end=3)])
def test_spans_are_ordered_as_their_numbers_are(other):
    one = Span(start=1, end=9)
    numbers, others = (one.start, one.end), (other.start, other.end)
    assert [one < other, one <= other, one > other, one >= other] == [
        *(numbers < others, numbers <= others, numbers > others, numbers >= others)
    ]
