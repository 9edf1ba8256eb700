"""The contract every format keeps, and how an input finds its format."""

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.intake import Limits, open_reports
from sayso.intake.encodings import MAGIC
from sayso.intake.formats import FORMATS, find_format
from sayso.intake.source import Source
from sayso.vocabulary import Rejection, RejectionReason, Report

SENTENCE = "The mayor said that the bridge over the river was closed for repairs until the spring of next year."
PARAGRAPH = f"<p>{SENTENCE}</p>"
GOOD = {
    "plain": SENTENCE.encode(),
    "html": f"<html><body><article>{PARAGRAPH * 3}</article></body></html>".encode(),
    "jsonl": f'{{"id": "a", "text": "{SENTENCE}"}}\n'.encode(),
}
SMALL = Limits(file_bytes=2000, page_bytes=2000, line_bytes=2000)
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

pytestmark = pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)


class Breaking(io.BytesIO):
    """A stream that breaks off after what it holds."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(size) or self.fail()

    def readline(self, size: int | None = -1) -> bytes:
        return super().readline(size) or self.fail()

    def fail(self) -> bytes:
        raise OSError(5, "Input/output error")


def write(folder: Path, known, raw: bytes) -> str:
    path = folder / f"input{known.endings[0]}"
    path.write_bytes(raw)
    return str(path)


def reject(spec: str, limits: Limits | None = None) -> Rejection:
    """Give the one rejection of an input that gives nothing else."""
    [found] = open_reports(spec, limits)
    assert isinstance(found, Rejection)
    assert str(found).startswith(f"{spec}:")
    assert "\n" not in str(found)
    return found


def test_good_input_gives_a_report_that_tells_where_it_is_from(known, tmp_path):
    spec = write(tmp_path, known, GOOD[known.name])
    [report] = open_reports(spec)
    assert isinstance(report, Report)
    assert SENTENCE in report.text
    assert (report.provenance.where, report.provenance.format) == (spec, known.name)
    assert report.provenance.encoding == "utf-8"


def test_the_same_input_gives_the_same_report(known, tmp_path):
    spec = write(tmp_path, known, GOOD[known.name])
    assert list(open_reports(spec)) == list(open_reports(spec))


@pytest.mark.parametrize("raw", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n \n"])
def test_an_empty_input_is_rejected(known, raw, tmp_path):
    assert reject(write(tmp_path, known, raw)).reason is RejectionReason.EMPTY


@pytest.mark.parametrize(("magic", "name"), MAGIC)
def test_a_binary_input_is_rejected_once_and_named(known, magic, name, tmp_path):
    found = reject(write(tmp_path, known, magic + bytes(range(256)) * 40))
    assert (found.reason, found.detail) == (RejectionReason.BINARY, f"{name}, not text")


def test_nuls_are_no_text(known, tmp_path):
    assert reject(write(tmp_path, known, b"\x00\x01\n" * 100)).reason is RejectionReason.BINARY


def test_an_input_that_is_too_large_is_rejected(known, tmp_path):
    raw = GOOD[known.name].replace(SENTENCE.encode(), SENTENCE.encode() * 30)
    found = reject(write(tmp_path, known, raw), SMALL)
    assert found.reason is RejectionReason.TOO_LARGE
    assert "2,000 bytes" in found.detail


def test_bytes_in_no_encoding_are_rejected(known, tmp_path):
    raw = GOOD[known.name].replace(b"mayor", "\u5e02\u957f\u8bf4\u6865\u5df2\u5173\u95ed".encode("gb18030") * 40)
    assert reject(write(tmp_path, known, raw)).reason is RejectionReason.ENCODING


def test_what_is_not_there_is_rejected(known, tmp_path):
    assert reject(str(tmp_path / f"none{known.endings[0]}")).reason is RejectionReason.UNREADABLE


def test_a_folder_with_nothing_in_it_is_rejected_whatever_it_is_called(known, tmp_path):
    folder = tmp_path / f"folder{known.endings[0]}"
    folder.mkdir()
    found = reject(str(folder))
    assert (found.reason, found.detail) == (RejectionReason.EMPTY, "a folder with no files in it")


@pytest.mark.skipif(IS_ROOT, reason="nothing is unreadable to root")
def test_what_may_not_be_read_is_rejected(known, tmp_path):
    spec = write(tmp_path, known, GOOD[known.name])
    Path(spec).chmod(0)
    assert reject(spec).reason is RejectionReason.UNREADABLE


def test_a_stream_that_breaks_off_is_rejected_after_what_came_before(known):
    source = Source(where="pipe", stream=Breaking(), head=GOOD[known.name], limits=Limits())
    *before, last = known.read(source)
    assert all(isinstance(one, Report) for one in before)
    assert len(before) == (1 if known.name == "jsonl" else 0)
    assert last.reason is RejectionReason.UNREADABLE
    assert "Input/output error" in str(last)


@pytest.mark.parametrize("name", ["\x00", "a\nb", "\udcff", "a" * 5000, "\u202e"])
def test_a_strange_name_is_rejected_in_one_line(known, name):
    [found] = open_reports(name + known.endings[0])
    assert isinstance(found, Rejection)
    assert str(found).isprintable()
    assert found.where.encode("utf-8")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=400))
def test_random_bytes_never_raise(known, raw):
    source = Source(where="noise", stream=io.BytesIO(raw[20:]), head=raw[:20], limits=SMALL)
    found = list(known.read(source))
    assert found
    assert all(isinstance(one, Report | Rejection) for one in found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_good_input_with_bytes_changed_never_raises(known, data):
    raw = bytearray(GOOD[known.name])
    for place in data.draw(st.lists(st.integers(0, len(raw) - 1), min_size=1, max_size=8)):
        raw[place] = data.draw(st.integers(0, 255))
    source = Source(where="noise", stream=io.BytesIO(), head=bytes(raw), limits=SMALL)
    assert all(isinstance(one, Report | Rejection) for one in known.read(source))


def test_an_ending_tells_the_format_in_capitals_too(known):
    for ending in known.endings:
        assert find_format(f"some.where/input{ending}", GOOD[known.name]) is known
        assert find_format(f"INPUT{ending.upper()}", GOOD[known.name]) is known


@pytest.mark.parametrize("spec", ["-", "input", "input.txt~", "input.php"])
@pytest.mark.parametrize("lead", [b"", b"\xef\xbb\xbf", b"\n  "])
def test_without_a_known_ending_the_beginning_tells(known, spec, lead):
    assert find_format(spec, lead + GOOD[known.name]) is known


def test_standard_input_is_read_and_left_open(known, monkeypatch):
    stream = io.BytesIO(GOOD[known.name])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    [report] = open_reports("-")
    assert report.provenance.where == "standard input"
    assert not stream.closed
