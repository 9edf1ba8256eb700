"""A folder is read as the files in it, in the order of their names."""

import os

import pytest

from sayso.intake import open_reports
from sayso.intake.folders import files_in
from sayso.vocabulary import Rejection, RejectionReason


def test_a_folder_stands_for_its_files_in_the_order_of_their_names(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt"):
        (tmp_path / name).write_text(f"Report {name}.", encoding="utf-8")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "c.txt").write_text("Not read.", encoding="utf-8")
    found = list(open_reports(str(tmp_path)))
    assert [one.provenance.where for one in found] == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def test_what_cannot_be_read_in_a_folder_is_named_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (tmp_path / "b.txt").write_text("A report.", encoding="utf-8")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    picture, report, gone = open_reports(str(tmp_path))
    assert picture.reason is RejectionReason.BINARY
    assert report.text == "A report."
    assert (gone.reason, gone.where) == (RejectionReason.UNREADABLE, str(tmp_path / "gone.txt"))


def test_a_pipe_in_a_folder_is_left_alone(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (found,) = open_reports(str(tmp_path))
    assert str(found) == f"{tmp_path}: empty: a folder with no files in it"


def test_a_folder_that_may_not_be_listed_is_rejected(tmp_path, monkeypatch):
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.iterdir", refuse)
    (found,) = open_reports(str(tmp_path))
    assert isinstance(found, Rejection)
    assert (found.reason, found.detail) == (RejectionReason.UNREADABLE, "Permission denied")


@pytest.mark.parametrize("spec", ["", "-", "a\0b", "none"])
def test_what_is_no_folder_is_left_to_others(spec):
    assert files_in(spec) is None
