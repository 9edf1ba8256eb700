"""A signed word of a table stands for all its forms."""

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.folders import language_folder
from sayso.knowledge.inflection import NO_INFLECTION, read_inflection, strip_signs
from sayso.knowledge.names import Names, Spelling

HEAD = "sign\tending\tforms\texample\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "language.toml").write_text('same_letters = { "ё" = "е" }\n', encoding="utf-8")
    rows = "~\t-\t- а у\tкот: *кота*\n~\tец\tец ца цу\tборец: *борца*\n"
    (tmp_path / "endings.tsv").write_text(HEAD + rows, encoding="utf-8")
    return tmp_path


def test_the_longest_ending_counts(folder: Path) -> None:
    inflection = read_inflection(folder)
    assert inflection.expand("кот~") == "кот|кота|коту"
    assert inflection.expand("старый борец~|=кот~ …") == "старый борец|борца|борцу|=кот|=кота|=коту …"


def test_letters_that_are_written_as_others_are_found_either_way(folder: Path) -> None:
    assert read_inflection(folder).expand("лёд") == "лёд|лед"


def test_words_without_a_sign_stay() -> None:
    assert NO_INFLECTION.expand("old word|words") == "old word|words"
    assert strip_signs("старый~ кот~|коты^") == "старый кот|коты"


def test_a_folder_without_endings_has_none(tmp_path: Path) -> None:
    assert read_inflection(tmp_path) is NO_INFLECTION
    assert read_inflection(language_folder("en")) is NO_INFLECTION


def test_an_ending_that_stands_twice_is_named(folder: Path) -> None:
    with (folder / "endings.tsv").open("a", encoding="utf-8") as file:
        file.write("~\tец\tец\tборец: *борец*\n")
    with pytest.raises(KnowledgeError, match="same sign and ending"):
        read_inflection(folder)


def test_a_word_that_no_ending_fits_is_an_error(folder: Path) -> None:
    with pytest.raises(ValueError, match="no ending"):
        read_inflection(folder).forms_of("шёл", "+")


def test_a_heading_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "language.toml").write_text("same_letters = ", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"language\.toml"):
        read_inflection(folder)


def test_names_are_found_without_their_endings() -> None:
    spelling = Spelling(endings=frozenset(("а", "у", "ах", "ом")), whole=frozenset(("Мала",)))
    names = Names([("Рафах", 1), ("Полтава", 2), ("ЦАХАЛ", 3), ("Мала", 4)], spelling)
    for written, value in (("Рафаху", 1), ("ПОЛТАВУ", 2), ("ЦАХАЛу", 3), ("ЦАХАЛ", 3), ("Мала", 4), ("Малу", None)):
        assert names.whole(written) == value, written
