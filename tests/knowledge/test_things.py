"""Every row of things.tsv is read and found in its example; all languages have the same codes."""

import shutil
from importlib import resources
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import list_things, load_things
from sayso.knowledge.things import FILE, read_things, spell_phrases
from sayso.vocabulary import Counted, Unit

FOLDER = Path(str(resources.files("sayso.knowledge") / "languages"))
ROWS = [(code, row) for code in list_things() for row in dict.fromkeys(load_things(code).rows)]
# What is counted and is no thing to speak of, or is told by the events: people at large, lengths.
LEFT_OUT = {Unit.PERSON, Unit.METRE}


def codes_of(language: str) -> set[str]:
    return {row.code for row in load_things(language).rows}


def test_three_languages_have_the_same_codes():
    assert list_things() == ("en", "ru", "uk")
    assert codes_of("en") == codes_of("ru") == codes_of("uk")
    assert 250 <= len(codes_of("en")) <= 400


def test_what_can_be_counted_has_the_name_of_its_unit():
    assert set(Unit) - LEFT_OUT <= codes_of("en")
    assert {unit.counted for unit in LEFT_OUT} == {Counted.PEOPLE, Counted.DISTANCE}


@pytest.mark.parametrize(("code", "row"), ROWS, ids=lambda one: getattr(one, "code", one))
def test_the_example_of_a_row_holds_its_words(code, row):
    text, start, end = row.example.replace("*", ""), row.example.index("*"), row.example.rindex("*") - 1
    assert (start, end, row) in set(load_things(code).find(text))


def test_endings_are_spelt_out():
    assert list(spell_phrases("power plant[- s], жил[ой ого] дом[- а]")) == [
        "power plant|plants",
        "жилой|жилого дом|дома",
    ]


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(FOLDER / "uk", tmp_path / "uk"))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Млин\tмлин[- а]\tНа пагорбі *млин*.", "'code' must match regex"),
        ("bridge\tмлин[- а]\tНа пагорбі *млин*.", "an earlier row has the same code"),
        ("mill\tмлин …\tНа пагорбі *млин*.", "must begin and end with a word"),
        ("mill\tмлин\tНа пагорбі млин.", "no words between stars"),
    ],
)
def test_a_wrong_row_is_named_with_its_file(copy, row, says):
    with (copy / FILE).open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(KnowledgeError, match=rf"things\.tsv: row .*{says}"):
        read_things(copy)
