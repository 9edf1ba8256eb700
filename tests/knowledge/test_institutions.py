"""Every institution is found in its example; all languages name the same ones."""

import shutil
from importlib import resources
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import ToldBy, list_institutions, load_institutions
from sayso.knowledge.institutions import FILE, read_institutions
from sayso.knowledge.world import load_register

FOLDER = Path(str(resources.files("sayso.knowledge") / "languages"))
ROWS = [(code, row) for code in list_institutions() for row in load_institutions(code).rank]


def rows_of(language: str) -> list[tuple[str, ToldBy]]:
    return [(row.code, row.of) for row in load_institutions(language).rank]


def test_three_languages_name_the_same_in_the_same_order():
    assert list_institutions() == ("en", "ru", "uk")
    assert rows_of("en") == rows_of("ru") == rows_of("uk")
    assert {of for _, of in rows_of("en")} == set(ToldBy)


@pytest.mark.parametrize(("code", "row"), ROWS, ids=lambda one: getattr(one, "code", one))
def test_the_example_of_a_row_holds_its_words(code, row):
    text, start, end = row.example.replace("*", ""), row.example.index("*"), row.example.rindex("*") - 1
    assert (start, end, row) in set(load_institutions(code).phrases.find(text))


def test_what_the_register_names_so_is_an_institution_of_that_state():
    codes = {code for code, of in rows_of("en") if of in (ToldBy.STATE, ToldBy.HERE)}
    dotted = [source for source in load_register().sources if "." in source.id]
    assert len(dotted) > 200
    for source in dotted:
        code, _, side = source.id.partition(".")
        assert (code in codes, side) == (True, source.side.lower())


def test_the_home_of_a_language_is_that_of_its_folder():
    assert [load_institutions(code).home for code in list_institutions()] == [None, "RU", "UA"]


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(FOLDER / "uk", tmp_path / "uk"))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("mill\triver\tмлин\tНа пагорбі *млин*.", "'river' is not a valid ToldBy"),
        ("Mill\ttown\tмлин\tНа пагорбі *млин*.", "'code' must match regex"),
        ("mill\ttown\tмлин …\tНа пагорбі *млин*.", "must begin and end with a word"),
    ],
)
def test_a_wrong_row_is_named_with_its_file(copy, row, says):
    with (copy / FILE).open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(KnowledgeError, match=rf"institutions\.tsv: row .*{says}"):
        read_institutions(copy)


def test_a_broken_language_file_is_named(copy):
    (copy / "language.toml").write_text("home", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"language\.toml"):
        read_institutions(copy)
