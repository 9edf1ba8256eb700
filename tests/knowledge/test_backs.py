"""Every row of backs.tsv is found in its example, by the part it is."""

import shutil
from importlib import resources
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import BackPart, list_backs, load_backs
from sayso.knowledge.backs import FILE, read_backs

FOLDER = Path(str(resources.files("sayso.knowledge") / "languages"))
ROWS = [(code, row) for code in list_backs() for row in load_backs(code).rows]


@pytest.mark.parametrize(("code", "row"), ROWS, ids=lambda one: getattr(one, "example", one))
def test_the_example_of_a_row_holds_its_words(code, row):
    text, start, end = row.example.replace("*", ""), row.example.index("*"), row.example.rindex("*") - 1
    table = load_backs(code).ends if row.part is BackPart.ENDS else load_backs(code).opens
    assert (start, end, row) in set(table.find(text))


def test_a_wrong_part_is_named(tmp_path):
    folder = Path(shutil.copytree(FOLDER / "en", tmp_path / "en"))
    with (folder / FILE).open("a", encoding="utf-8") as file:
        file.write("forth\tso he said\t*So he said*.\n")
    with pytest.raises(KnowledgeError, match="row 'forth'"):
        read_backs(folder)
