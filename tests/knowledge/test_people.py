"""Each row of the tables on how sources are spoken of is taken, in its own example, for what it says."""

import shutil
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import Phrases
from sayso.knowledge.people import load_people, read_people

FOLDER = Path(str(resources.files("sayso.knowledge") / "languages" / "en"))
PEOPLE = load_people("en")


def stands_in_its_example(phrases: Phrases[Any], row: Any) -> bool:
    first, last = row.example.index("*"), row.example.rindex("*") - 1
    return (first, last, row) in list(phrases.find(row.example.replace("*", "")))


@pytest.mark.parametrize("name", ["determiners", "genders", "marks", "offices", "standpoints", "ties"])
def test_each_row_is_found_in_its_example(name: str) -> None:
    phrases = getattr(PEOPLE, name)
    assert [row.example for row in phrases.rows if not stands_in_its_example(phrases, row)] == []


@pytest.mark.parametrize(
    ("table", "row", "wrong"),
    [
        ("determiners", "yon\tfar\tany\t*Yon* smith.", "not a valid Reference"),
        ("genders", "squire\tmale\tword\tThe *squire*.", "not a valid Gender"),
        ("marks", "dubbed\tnickname\ta gunner *dubbed* Otter", "not a valid Mark"),
    ],
)
def test_a_wrong_row_is_named_with_its_file(tmp_path: Path, table: str, row: str, wrong: str) -> None:
    copy = Path(shutil.copytree(FOLDER, tmp_path / "en"))
    with (copy / f"{table}.tsv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(KnowledgeError, match=rf"{table}\.tsv: row .*{wrong}"):
        read_people(copy)
