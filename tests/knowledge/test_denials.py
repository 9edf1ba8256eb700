"""Every row of denials.tsv is found in its example, by the part it is."""

import shutil
from importlib import resources
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import DenialPart, DenialRow, Denials, Denied, list_denials, load_denials
from sayso.knowledge.denials import FILE, read_denials
from sayso.knowledge.phrases import Phrases
from sayso.vocabulary import Stance

FOLDER = Path(str(resources.files("sayso.knowledge") / "languages"))
ROWS = [(code, row) for code in list_denials() for row in load_denials(code).rows]


def tables_of(denials: Denials, row: DenialRow) -> list[Phrases[DenialRow]]:
    if row.part is DenialPart.CLOSES:
        return [denials.closes[of] for of in row.of]
    return [denials.alone if row.part is DenialPart.NONE else getattr(denials, row.part)]


@pytest.mark.parametrize(("code", "row"), ROWS, ids=lambda one: getattr(one, "example", one))
def test_the_example_of_a_row_holds_its_words(code, row):
    text, start, end = row.example.replace("*", ""), row.example.index("*"), row.example.rindex("*") - 1
    for table in tables_of(load_denials(code), row):
        assert (start, end, row) in set(table.find(text))


@pytest.mark.parametrize("code", ["en", "ru", "uk"])
def test_what_opens_can_be_closed(code):
    denials = load_denials(code)
    opened = frozenset[Denied]().union(*(row.of for row in denials.opens.rows))
    assert all(denials.closes[of].rows for of in opened)
    assert {row.stance for row in denials.rows} <= {None, Stance.ASSERTS, Stance.DENIES, Stance.DOUBTS}


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(FOLDER / "uk", tmp_path / "uk"))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("shuts\t-\t-\tавжеж\t*Авжеж*.", "'shuts' is not a valid DenialPart"),
        ("opens\tmill\t-\tавжеж\t*Авжеж*.", "'mill' is not a valid Denied"),
        ("closes\treport\tloves\tавжеж\t*Авжеж*.", "'loves' is not a valid Stance"),
        ("closes\treport\t-\tавжеж\t*Авжеж*.", "have a stance where they deny"),
        ("opens\treport\tdenies\tавжеж\t*Авжеж*.", "have a stance where they deny"),
        ("at\t-\t-\tу …\t*У* млині.", "must begin and end with a word"),
    ],
)
def test_a_wrong_row_is_named_with_its_file(copy, row, says):
    with (copy / FILE).open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(KnowledgeError, match=rf"denials\.tsv: row .*{says}"):
        read_denials(copy)
