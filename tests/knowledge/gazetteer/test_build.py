"""The gazetteer is made whole or not at all, from what ships; changing what ships wants a new number."""

import hashlib
import sqlite3
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.gazetteer import GAZETTEER_NUMBER, build, build_gazetteer
from sayso.knowledge.gazetteer.tables import WORLD
from tests.knowledge.gazetteer.small import build_small

TABLES = (
    "countries.tsv", "divisions.tsv", "division_names.tsv", "former_names.tsv", "regions.tsv", "settlement_names.tsv",
)  # fmt: skip
# What the tables hold under this number. Who changes one counts GAZETTEER_NUMBER up, so that no user keeps an old file.
NUMBER, DIGEST = 7, "964ee5bc79c64709"


def test_a_changed_table_has_a_new_number():
    digest = hashlib.sha256(b"".join((WORLD / name).read_bytes() for name in TABLES)).hexdigest()[:16]
    assert (GAZETTEER_NUMBER, digest) == (NUMBER, DIGEST)


def test_progress_is_told_and_nothing_is_left_beside_the_file(tmp_path: Path, monkeypatch):
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(build, "_load", lambda _name: {})
    build_gazetteer(tmp_path / "deep" / "gazetteer.sqlite", lambda done, of: told.append((done, of)))
    assert told == [(0, 0)]
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["gazetteer.sqlite"]


def test_a_run_that_breaks_off_leaves_nothing(tmp_path: Path, monkeypatch):
    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "_load", lambda _name: {})
    with pytest.raises(KeyboardInterrupt):
        build_gazetteer(tmp_path / "gazetteer.sqlite", stop)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(KnowledgeError, match="the gazetteer could not be made"):
        build_gazetteer(tmp_path / "file" / "gazetteer.sqlite")


def test_missing_data_is_told(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(build, "SOURCE", "no_such_package")
    with pytest.raises(KnowledgeError, match=r"cities500\.json cannot be read"):
        build_gazetteer(tmp_path / "gazetteer.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_the_same_data_make_the_same_rows(small, tmp_path: Path):
    def rows(path: Path) -> list[tuple[object, ...]]:
        connection = sqlite3.connect(path)
        tables = ("SELECT * FROM place", "SELECT * FROM met", "SELECT * FROM division", "SELECT * FROM head")
        found = [row for table in tables for row in connection.execute(table)]
        connection.close()
        return found

    assert rows(build_small(tmp_path / "again.sqlite")) == rows(small)


def test_the_data_of_the_package_have_the_form_that_is_read():
    countries = build._load("countries.json")
    assert {"geonameid", "name", "population"} <= set(countries["UA"])
