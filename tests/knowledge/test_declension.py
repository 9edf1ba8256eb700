"""Names of persons are given in their first form where it can be told, and left as they are where not."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import KnowledgeError
from sayso.knowledge.declension import NameEnding, NameOf, load_declension, read_declension
from sayso.knowledge.folders import language_folder
from sayso.knowledge.rows import Gender
from sayso.knowledge.tables import read_table


@pytest.mark.parametrize(
    ("code", "written", "base"),
    [
        ("ru", "Олега Верешкова", "Олег Верешков"),
        ("ru", "Олегу Верешкову", "Олег Верешков"),
        ("ru", "Александра Орского", "Александр Орский"),
        ("ru", "Петра Орленко", "Пётр Орленко"),
        ("ru", "Ольги Орлиной", "Ольга Орлина"),
        ("ru", "Анны Орлак", "Анна Орлак"),
        ("ru", "Нины Петровны", "Нина Петровна"),
        ("ru", "Олег Верешков", "Олег Верешков"),
        ("uk", "Ігоря Верешкова", "Ігор Верешков"),
        ("uk", "Дмитра Орленка", "Дмитро Орленко"),
        ("uk", "Олени Орської", "Олена Орська"),
        ("uk", "Ірини Орлук", "Ірина Орлук"),
    ],
)
def test_a_full_name_is_told_by_its_given_name(code: str, written: str, base: str) -> None:
    found = load_declension(code).base_of(written.split(), gender=Gender.ANY, is_other=None)
    assert found == tuple(base.split())


@pytest.mark.parametrize(
    ("written", "is_other", "base"),
    [
        ("Верешкова", True, "Верешков"),
        ("Верешковой", True, "Верешкова"),
        ("Верешков", False, "Верешков"),
        ("Верешкову", True, None),
        ("Верешкова", None, None),
    ],
)
def test_a_surname_alone_wants_a_word_that_says_its_form(
    written: str, *, is_other: bool | None, base: str | None
) -> None:
    found = load_declension("ru").base_of([written], gender=Gender.ANY, is_other=is_other)
    assert found == (base and (base,))


def test_a_form_of_two_given_names_is_told_by_what_stands_around_it_alone() -> None:
    known = load_declension("ru")
    assert known.base_of(["Александра"], gender=Gender.ANY, is_other=None) is None
    assert known.base_of(["Александра"], gender=Gender.ANY, is_other=True) == ("Александр",)
    assert known.base_of(["Александра", "Верешкова"], gender=Gender.ANY, is_other=True) == ("Александр", "Верешков")
    assert known.base_of(["Александра", "Верешкова"], gender=Gender.ANY, is_other=False) == ("Александра", "Верешкова")


def test_a_language_whose_names_do_not_change_has_nothing_to_tell() -> None:
    assert load_declension("en").base_of(["Orlan"], gender=Gender.ANY, is_other=None) is None


@pytest.mark.parametrize("code", ["ru", "uk"])
def test_each_ending_stands_in_its_example(code: str) -> None:
    rows = read_table(language_folder(code) / "name_endings.tsv", NameEnding)
    assert [row.example for row in rows if f"{row.ending}*" not in row.example] == []
    assert {row.of for row in rows} == set(NameOf)


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(str(language_folder("ru")), tmp_path / "ru"))
    with (copy / "name_endings.tsv").open("a", encoding="utf-8") as file:
        file.write("nickname\tа\tа\tany\t*Бора*.\n")
    with pytest.raises(KnowledgeError, match="not a valid NameOf"):
        read_declension(copy)


@given(st.lists(st.text(alphabet="абвгеоиыйня-", min_size=1, max_size=12), min_size=1, max_size=3))
def test_any_words_are_taken(words: list[str]) -> None:
    found = load_declension("ru").base_of(words, gender=Gender.ANY, is_other=True)
    assert found is None or len(found) == len(words)
