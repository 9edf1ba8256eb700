"""Judgements are read a line each; a line that cannot be used is named, and the rest is used."""

import json
from datetime import UTC, datetime

import pytest

from sayso.intake import Limits, open_judgements
from sayso.vocabulary import Judgement, Rejection, RejectionReason, Verdict

LINE = {
    "one": "c-1",
    "other": "c-2",
    "verdict": "same",
    "by": "k",
    "at": "2024-12-06T09:00:00+02:00",
    "why": "one post",
}


def read(tmp_path, *lines, limits=None):
    path = tmp_path / "judgements.jsonl"
    path.write_bytes(b"\n".join(one if isinstance(one, bytes) else json.dumps(one).encode() for one in lines))
    return list(open_judgements(str(path), limits))


def test_a_line_is_a_judgement_in_utc(tmp_path):
    (found,) = read(tmp_path, LINE | {"more": 1})
    at = datetime(2024, 12, 6, 7, tzinfo=UTC)
    assert found == Judgement(one="c-1", other="c-2", verdict=Verdict.SAME, by="k", at=at, why="one post")


def test_a_reason_may_be_left_out_and_blank_lines_are_passed_over(tmp_path):
    bare = {name: value for name, value in LINE.items() if name != "why"}
    first, second = read(tmp_path, b"\xef\xbb\xbf" + json.dumps(bare).encode(), b"  ", LINE | {"at": "2024-12-06"})
    assert (first.why, second.at) == (None, datetime(2024, 12, 6, tzinfo=UTC))


@pytest.mark.parametrize(
    ("line", "reason", "detail"),
    [
        (b"{", RejectionReason.BAD_JSON, "column"),
        (b"[1]", RejectionReason.BAD_JSON, "not an object"),
        (b'"\xff"', RejectionReason.ENCODING, "not UTF-8"),
        (LINE | {"one": 3}, RejectionReason.BAD_FIELD, "'one' must be a string"),
        (LINE | {"by": ""}, RejectionReason.BAD_FIELD, "'by' must be a string"),
        (LINE | {"why": 3}, RejectionReason.BAD_FIELD, "'why' is not a string"),
        (LINE | {"verdict": "alike"}, RejectionReason.BAD_FIELD, "same, different, undecided"),
        (LINE | {"at": "yesterday"}, RejectionReason.BAD_FIELD, "'at' is no date"),
        (LINE | {"other": "c-1"}, RejectionReason.BAD_FIELD, "held against itself"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path, line, reason, detail):
    wrong, right = read(tmp_path, line, LINE)
    assert isinstance(wrong, Rejection)
    assert (wrong.reason, wrong.line) == (reason, 1)
    assert detail in wrong.detail
    assert isinstance(right, Judgement)


def test_a_line_past_the_bound_and_a_file_that_is_not_there_are_rejected(tmp_path):
    long, right = read(tmp_path, LINE | {"why": "x" * 500}, LINE, limits=Limits(line_bytes=300))
    assert (long.reason, type(right)) == (RejectionReason.TOO_LARGE, Judgement)
    (gone,) = open_judgements(str(tmp_path / "none.jsonl"))
    assert gone.reason is RejectionReason.UNREADABLE


def test_a_folder_is_no_file_of_judgements(tmp_path):
    (found,) = open_judgements(str(tmp_path))
    assert (found.reason, found.detail) == (RejectionReason.UNREADABLE, "a folder; name the files in it")
