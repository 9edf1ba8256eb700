"""Each row of the tables of events is found in its example; what is wrong with a table is said."""

import shutil
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import Mark, list_events, load_events, split_words
from sayso.knowledge.events import read_events
from sayso.vocabulary import Direction, EventType

FOLDER = Path(str(resources.files("sayso.knowledge") / "languages"))
CODES = sorted(list_events())


def stands_in_its_example(table, row, *, every):
    """Tell whether a row is found in its example from the first star to the last."""
    first, last = row.example.index("*"), row.example.rindex("*")
    span = first, last - row.example.count("*") + 1
    words = split_words(row.example.replace("*", ""))
    found = table.find_every(words) if every else table.find(words)
    return any((words[one.first].start, words[one.last].end) == span and one.row is row for one in found)


def test_three_languages_are_known():
    assert CODES == ["en", "ru", "uk"]


@pytest.mark.parametrize("code", CODES)
def test_each_row_is_found_in_its_example(code):
    known = load_events(code)
    assert len(known.triggers.rows) >= 120
    assert [
        row.example for row in known.triggers.rows if not stands_in_its_example(known.triggers, row, every=False)
    ] == []
    assert [row.example for row in known.marks.rows if not stands_in_its_example(known.marks, row, every=True)] == []


@pytest.mark.parametrize("code", CODES)
def test_every_kind_has_words(code):
    known = load_events(code)
    kinds = Counter(row.type for row in known.triggers.rows)
    assert set(EventType) <= set(kinds)
    assert {row.direction for row in known.triggers.rows} == {None, *Direction}
    told = {row.kind for row in known.marks.rows}
    assert set(Mark) - told <= {Mark.OPENER, Mark.AGENT}


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(FOLDER / "uk", tmp_path / "uk"))


@pytest.mark.parametrize(
    ("table", "row", "says"),
    [
        ("events", "співи\tsong\tdeed\t-\t1\tЧути *співи*.", "'song' is not a valid EventType"),
        ("events", "співи\tstrike\tsung\t-\t1\tЧути *співи*.", "'sung' is not a valid Frame"),
        ("events", "співи\tstrike\tdeed\theld\t1\tЧути *співи*.", "only control has a direction"),
        ("events", "співи\tcontrol\tdeed\tsung\t1\tЧути *співи*.", "'sung' is not a valid Direction"),
        ("events", "співи\tstrike\tdeed\t-\t4\tЧути *співи*.", "must be in"),
        ("events", "співи …\tstrike\tdeed\t-\t1\tЧути *співи*.", "must begin and end with a word"),
        ("events", "спів~x\tstrike\tdeed\t-\t1\tЧути *співи*.", "no endings 'x'"),
        ("event_marks", "авжеж\tsung\t*Авжеж*.", "'sung' is not a valid Mark"),
        ("event_marks", "авжеж\tback\tАвжеж.", "no words between stars"),
    ],
)
def test_a_wrong_row_is_named_with_its_file(copy, table, row, says):
    with (copy / f"{table}.tsv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(KnowledgeError, match=rf"{table}\.tsv: row .*{says}"):
        read_events(copy)


@pytest.mark.parametrize("name", ["events.tsv", "event_marks.tsv", "events.toml"])
def test_a_missing_file_is_named(copy, name):
    (copy / name).unlink()
    with pytest.raises(KnowledgeError, match=name):
        read_events(copy)


def test_a_missing_key_is_named(copy):
    (copy / "events.toml").write_text("[endings]\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="fixed_order"):
        read_events(copy)
