"""Inputs are opened, bounded and closed; lines are counted as the user counts them."""

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake import Limits, open_reports
from sayso.intake.formats import HTML, JSONL, PLAIN, find_format
from sayso.intake.source import Source, show_size
from sayso.vocabulary import Rejection, RejectionReason

PAGE = b"<!DOCTYPE html><html><body><p>It rained.</p></body></html>"


def lines_of(head: bytes, rest: bytes, most: int = 1000) -> list[tuple[int, bytes | str]]:
    source = Source(where="a", stream=io.BytesIO(rest), head=head, limits=Limits(line_bytes=most))
    return [(number, line.reason.value if isinstance(line, Rejection) else line) for number, line in source.lines()]


@pytest.mark.parametrize("cut", range(9))
def test_lines_are_the_same_wherever_reading_ahead_stopped(cut):
    raw = b"a\n\nbc\r\nd"
    assert lines_of(raw[:cut], raw[cut:]) == [(1, b"a"), (2, b""), (3, b"bc"), (4, b"d")]


@pytest.mark.parametrize("cut", range(16))
def test_a_line_that_passes_the_limit_is_left_out_and_the_next_read(cut):
    raw = b"abcd\nabcdefgh\ne\n"
    assert lines_of(raw[:cut], raw[cut:], most=4) == [(1, b"abcd"), (2, "too-large"), (3, b"e")]


def test_a_last_line_without_an_end_may_pass_the_limit_too():
    assert lines_of(b"", b"a\nabcdefgh", most=4) == [(1, b"a"), (2, "too-large")]


@given(
    st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"").rstrip(b"\r")), max_size=6),
    st.integers(0, 30),
)
def test_lines_are_what_was_joined(lines, cut):
    raw = b"".join(line + b"\n" for line in lines)
    assert lines_of(raw[:cut], raw[cut:]) == list(enumerate(lines, 1))


def test_without_standard_input_it_is_rejected(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    [found] = open_reports("-")
    assert str(found) == "standard input: unreadable: there is none"


def test_a_pipe_that_does_not_wait_and_has_nothing_is_empty(monkeypatch):
    class Silent(io.BytesIO):
        def read(self, _: int | None = -1) -> bytes:
            return None

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Silent()))
    [found] = open_reports("-")
    assert found.reason is RejectionReason.EMPTY


def test_an_empty_name_is_rejected():
    [found] = open_reports("")
    assert str(found) == "'': unreadable: no name"


def test_a_stream_that_cannot_be_begun_is_rejected_and_closed(tmp_path, monkeypatch):
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error", size)

    broken = Broken()
    monkeypatch.setattr(Path, "open", lambda *_: broken)
    [found] = open_reports(str(tmp_path / "a.txt"))
    assert found.reason is RejectionReason.UNREADABLE
    assert broken.closed


def test_a_file_is_closed_when_its_reader_stops_early(tmp_path, monkeypatch):
    stream = io.BytesIO(b'{"text": "a"}\n{"text": "b"}\n')
    monkeypatch.setattr(Path, "open", lambda *_: stream)
    reports = open_reports(str(tmp_path / "a.jsonl"))
    next(reports)
    reports.close()
    assert stream.closed


def test_a_long_name_is_told_whole():
    spec = "folder/" * 40 + "none.txt"
    [found] = open_reports(spec)
    assert str(found).startswith(f"{spec}: unreadable:")


@pytest.mark.parametrize(("size", "shown"), [(20_000_000, "20 MB"), (1_500_000, "1.5 MB"), (999, "999 bytes")])
def test_sizes_are_told_in_megabytes(size, shown):
    assert show_size(size) == shown


@pytest.mark.parametrize(
    ("spec", "head", "known"),
    [
        ("saved.txt", PAGE, HTML),
        ("saved.txt", b"<!-- saved -->\n" + PAGE, HTML),
        ("saved", b'<?xml version="1.0"?>\n' + PAGE, HTML),
        ("saved", PAGE.decode().encode("utf-16"), HTML),
        ("saved", PAGE.decode().encode("utf-16-le"), HTML),
        ("fragment.html", b"It rained.<br>It snowed.", HTML),
        ("notes.html", b"It rained, and 3 < 4.", PLAIN),
        ("notes.txt", b'{"quoted": "braces"} begin this text', PLAIN),
        ("notes.txt", b"<b>Bold</b> words.", PLAIN),
        ("posts.jsonl", PAGE, JSONL),
        ("export.json", b"[{", JSONL),
        ("notes", b"{braces} begin this text", PLAIN),
        ("notes", b"", PLAIN),
    ],
)
def test_where_name_and_beginning_disagree(spec, head, known):
    assert find_format(spec, head) is known
