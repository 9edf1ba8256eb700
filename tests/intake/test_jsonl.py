"""JSON Lines: every good line is a report with its text and id untouched, every bad one a rejection with its number."""

import hashlib
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import Limits, open_reports
from sayso.intake.jsonl import read_instant, read_language
from sayso.vocabulary import Rejection, RejectionReason, Report, report_id

GOOD = b'{"id": "good", "text": "It rained."}'


@pytest.fixture
def read(tmp_path):
    def read_lines(raw: bytes, **limits: int) -> list[Report | Rejection]:
        (tmp_path / "posts.jsonl").write_bytes(raw)
        return list(open_reports(str(tmp_path / "posts.jsonl"), Limits(**limits)))

    return read_lines


@pytest.fixture(scope="module")
def read_any(tmp_path_factory):
    path = tmp_path_factory.mktemp("lines") / "posts.jsonl"

    def read_lines(raw: bytes) -> list[Report | Rejection]:
        path.write_bytes(raw)
        return list(open_reports(str(path)))

    return read_lines


def test_every_field_is_taken_over_and_others_ignored(read):
    stated = {
        "id": "a",
        "text": "It rained.",
        "lang": "en",
        "published": "2024-12-06T09:30:00+02:00",
        "outlet": "Northern Post",
        "url": "https://post.example/1",
        "title": "Rain",
        "likes": 7,
    }
    line = json.dumps(stated).encode()
    [report] = read(line + b"\r\n")
    assert (report.id, report.text, report.lang, report.outlet, report.url, report.title) == (
        *("a", "It rained.", "en", "Northern Post", "https://post.example/1", "Rain"),
    )
    assert report.published == datetime(2024, 12, 6, 7, 30, tzinfo=UTC)
    assert report.published_stated == "2024-12-06T09:30:00+02:00"
    assert report.provenance.line == 1
    assert report.provenance.sha256 == hashlib.sha256(line).hexdigest()


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(lambda text: text.strip()))
def test_a_text_is_kept_character_for_character(read_any, text):
    for is_ascii in (True, False):
        [report] = read_any(json.dumps({"id": "a", "text": text}, ensure_ascii=is_ascii).encode())
        assert report.text == text


@pytest.mark.parametrize(
    ("stated", "kept"),
    [('"a"', "a"), ("7", "7"), ("-7", "-7"), ("0", "0"), ('" "', " "), ("1" * 500, "1" * 500), ('"\\u0000"', "\x00")],
)
def test_an_id_is_kept_and_a_whole_number_becomes_a_string(read, stated, kept):
    [report] = read(b'{"id": %s, "text": "It rained."}' % stated.encode())
    assert report.id == kept


@pytest.mark.parametrize("line", [b'{"text": "It rained."}', b'{"id": null, "text": "It rained."}'])
def test_a_line_without_an_id_has_that_of_its_text(read, line):
    [report] = read(line)
    assert report.id == report_id("It rained.")


BAD = [
    (b'{"id": "a"}', "no-text: no field 'text'"),
    (b'{"id": "a", "text": null}', "no-text: no field 'text'"),
    (b'{"id": "a", "text": 7}', "bad-field: 'text' is not a string"),
    (b'{"id": "a", "text": ["b"]}', "bad-field: 'text' is not a string"),
    (b'{"id": "a", "text": ""}', "empty: 'text' is empty"),
    (b'{"id": "a", "text": " \\n\\u00a0"}', "empty: 'text' is empty"),
    (b'{"id": "", "text": "b"}', "bad-field: 'id'"),
    (b'{"id": true, "text": "b"}', "bad-field: 'id'"),
    (b'{"id": 1.5, "text": "b"}', "bad-field: 'id'"),
    (b'{"id": [], "text": "b"}', "bad-field: 'id'"),
    (b'{"id": ' + b"1" * 501 + b', "text": "b"}', "bad-field: 'id'"),
    (b'{"id": ' + b"1" * 100_000 + b', "text": "b"}', "bad-field: 'id'"),
    (b'{"id": "' + b"1" * 501 + b'", "text": "b"}', "bad-field: 'id'"),
    (b'{"id": "a", "text": "b", "published": 1733477400}', "bad-field: 'published' is not a string"),
    (b'{"id": "a", "text": "b", "lang": ["en"]}', "bad-field: 'lang' is not a string"),
    (b'{"id": "a", "text": "\\ud83d"}', "encoding: 'text' has half of a surrogate pair"),
    (b'{"id": "\\udc00", "text": "b"}', "encoding: 'id' has half of a surrogate pair"),
    (b'{"id": "a", "text": "b", "url": "\\udc00"}', "encoding: 'url' has half"),
    (b'{"id": "a", "text": "caf\xe9"}', "encoding: not UTF-8"),
    (b'{"id": "a", "text": "b"', "bad-json: Expecting ',' delimiter at column 24"),
    (b'{"id": "a", "text": "b', "bad-json: Unterminated string starting at column 21"),
    (b'{"id": "a", "text": "b\x00"}', "bad-json: Invalid control character at column 23"),
    (b'{"id": "a", "text": "b"} {}', "bad-json: Extra data"),
    (b'{"id": NaN, "text": "b"}', "bad-json: NaN is not JSON"),
    (b'{"id": "a", "text": "b", "score": -Infinity}', "bad-json: -Infinity is not JSON"),
    (b'{"id": "a", "text": ' + b"[" * 200_000, "bad-json: nested too deep"),
    (b"[1, 2]", "bad-json: not an object"),
    (b'"text"', "bad-json: not an object"),
    (b"7", "bad-json: not an object"),
    (b"null", "bad-json: not an object"),
    (b"It rained.", "bad-json: Expecting value at column 1"),
    (GOOD, "duplicate-id: id 'good' stands in an earlier line"),
]


@pytest.mark.parametrize(("line", "says"), BAD, ids=range(len(BAD)))
def test_a_bad_line_is_rejected_with_its_number_and_the_rest_is_read(read, line, says):
    first, bad, last = read(GOOD + b"\n" + line + b"\n" + b'{"id": "last", "text": "It snowed."}\n')
    assert (first.id, last.id, last.provenance.line) == ("good", "last", 3)
    assert f"posts.jsonl:2: {says}" in str(bad)
    assert str(bad).isprintable()


@pytest.mark.parametrize("line", [line for line, _ in BAD[:-1]], ids=range(len(BAD) - 1))
def test_a_bad_first_line_does_not_stop_the_rest(read, line):
    bad, good = read(line + b"\n" + GOOD)
    assert isinstance(bad, Rejection)
    assert good.id == "good"


def test_a_number_too_long_to_be_read_stops_nothing_where_it_is_not_asked_for(read):
    [report] = read(b'{"id": "a", "text": "b", "views": ' + b"9" * 100_000 + b"}")
    assert report.id == "a"


def test_lines_without_ids_and_the_same_text_cannot_be_told_apart(read):
    first, second = read(b'{"text": "It rained."}\n{"text": "It rained."}\n')
    assert isinstance(first, Report)
    assert second.reason is RejectionReason.DUPLICATE_ID
    assert "a line without id has that of its text" in second.detail


def test_a_string_and_a_number_are_the_same_id(read):
    _, second = read(b'{"id": 7, "text": "a"}\n{"id": "7", "text": "b"}')
    assert second.reason is RejectionReason.DUPLICATE_ID


def test_blank_lines_are_passed_over_and_counted(read):
    [report] = read(b"\xef\xbb\xbf\n \r\n\n" + GOOD + b"\n\n")
    assert report.provenance.line == 4


def test_a_byte_order_mark_is_no_part_of_the_first_line(read):
    [report] = read(b"\xef\xbb\xbf" + GOOD)
    assert report.id == "good"


def test_a_line_that_is_too_long_is_rejected_and_the_rest_read(read):
    bad, good = read(b'{"text": "' + b"a" * 9000 + b'"}\n' + GOOD, line_bytes=5000)
    assert (bad.reason, bad.line, good.id) == (RejectionReason.TOO_LARGE, 1, "good")


@pytest.mark.parametrize(
    "raw",
    [
        b'[{"id": "a", "text": "b"},\n {"id": "c", "text": "d"}]',
        b'[\n{"id": "a", "text": "b"}\n]',
        b'{\n  "id": "a",\n  "text": "b"\n}\n',
    ],
)
def test_one_document_over_several_lines_is_rejected_once_with_advice(read, raw):
    [found] = read(raw)
    assert found.reason is RejectionReason.BAD_JSON
    assert "one object a line" in found.detail


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_another_unicode_is_rejected_once_by_its_name(read, encoding):
    [found] = read((GOOD + b"\n" + GOOD).decode().encode(encoding))
    assert found.detail == f"{encoding}; JSON Lines are UTF-8"


@pytest.mark.parametrize(
    ("stated", "instant"),
    [
        ("2024-12-06", datetime(2024, 12, 6, tzinfo=UTC)),
        ("2024-12-06T09:30:00Z", datetime(2024, 12, 6, 9, 30, tzinfo=UTC)),
        ("2024-12-06 09:30+0200", datetime(2024, 12, 6, 7, 30, tzinfo=UTC)),
        ("20241206T0930Z", datetime(2024, 12, 6, 9, 30, tzinfo=UTC)),
        ("2024-12-06T09:30:00", None),
        ("2024-02-30", None),
        ("2024-12", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("6 December 2024", None),
        ("٢٠٢٤-١٢-٠٦", None),
        ("", None),
        (None, None),
    ],
)
def test_an_instant_is_placed_only_where_it_can_be(stated, instant):
    assert read_instant(stated) == instant


@given(st.text(max_size=12))
def test_any_words_are_an_instant_or_none(stated):
    instant = read_instant(stated)
    assert instant is None or instant.tzinfo is UTC


@pytest.mark.parametrize(
    ("stated", "code"),
    [("en", "en"), ("EN", "en"), ("en-GB", "en"), ("uk_UA", "uk"), (" ru ", "ru"), ("ukr", "ukr"), ("und", None)]
    + [(stated, None) for stated in ("English", "", "e", "en GB", "12", None)],
)
def test_a_language_is_the_first_part_of_its_tag(stated, code):
    assert read_language(stated) == code
