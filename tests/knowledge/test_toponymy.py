"""Each row of the place tables is taken, in its own example, for what it says."""

import re
import shutil
from importlib import resources
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.place_rows import (
    Made,
    PlaceEnding,
    PlaceName,
    PlaceOrigin,
    PlacePreposition,
    PlaceWord,
    Shape,
    Side,
)
from sayso.knowledge.tables import read_table
from sayso.knowledge.toponymy import list_toponymies, load_toponymy, read_toponymy, spell_out

FOLDERS = Path(str(resources.files("sayso.knowledge") / "languages"))
LANGUAGES = list_toponymies()
PARTED = re.compile(r"\*([^*]+)\*")


def marked(example: str) -> str:
    (words,) = PARTED.findall(example)
    return str(words)


def test_russian_and_ukrainian_have_place_tables() -> None:
    assert LANGUAGES == ("ru", "uk")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_ending_leads_from_its_example_to_its_name(language: str) -> None:
    toponymy = load_toponymy(language)
    for row in read_table(FOLDERS / language / "place_endings.tsv", PlaceEnding):
        word, name = (toponymy.fold(text) for text in (marked(row.example), row.name))
        assert word[: len(word) - len(row.ending)] + row.base.translate(toponymy.same_letters) == name, row
        forms = {form.name: form for form in toponymy.base_forms(word)}
        assert name in forms, row
        assert row.shape is Shape.ANY or forms[name].shape is Shape.PLACE or word == name, row


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_origin_leads_from_its_example_to_its_name(language: str) -> None:
    toponymy = load_toponymy(language)
    for row in read_table(FOLDERS / language / "place_origins.tsv", PlaceOrigin):
        made, name = (toponymy.fold(text) for text in row.example.replace("*", "").split(": "))
        origins = toponymy.origins_of(made) if row.of is Made.ADJECTIVE else tuple(toponymy.unmake(made, Made.REGION))
        assert name in origins, row


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_place_word_and_preposition_is_one_of_its_example(language: str) -> None:
    toponymy = load_toponymy(language)
    for word in read_table(FOLDERS / language / "placewords.tsv", PlaceWord):
        assert marked(word.example).lower() in {form.lower() for form in spell_out(word.words)}, word
        if word.side is not Side.AFTER:
            assert toponymy.fold(next(spell_out(word.words))) in toponymy.before
    for preposition in read_table(FOLDERS / language / "place_prepositions.tsv", PlacePreposition):
        assert marked(preposition.example).lower() in set(spell_out(preposition.words)), preposition


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_stands_twice(language: str) -> None:
    rows = read_table(FOLDERS / language / "place_names.tsv", PlaceName)
    assert [marked(row.example) for row in rows] == [row.name for row in rows]
    assert len({row.name for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("language", "word", "name"),
    [
        ("ru", "купянском", "купянск"),
        ("ru", "запорожьем", "запорожье"),
        ("ru", "олешек", "олешки"),
        ("ru", "черновцов", "черновцы"),
        ("ru", "попасной", "попасная"),
        ("uk", "вовчанську", "вовчанськ"),
        ("uk", "куп'янськом", "куп'янськ"),
        ("uk", "харкова", "харків"),
        ("uk", "києві", "київ"),
        ("uk", "тернополі", "тернопіль"),
        ("uk", "макіївці", "макіївка"),
        ("uk", "волновасі", "волноваха"),
        ("uk", "розі", "ріг"),
        ("uk", "сатановом", "сатанове"),
    ],
)
def test_a_form_leads_to_its_name(language: str, word: str, name: str) -> None:
    assert name in {form.name for form in load_toponymy(language).base_forms(word)}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDERS / "uk", tmp_path / "uk"))


@pytest.mark.parametrize(
    ("table", "row", "wrong"),
    [
        ("place_endings", "а\t-\tmale\tgen\tany\tКиїв\tДо *Києва*.", "not a valid Form"),
        ("place_endings", "а\t-\tmasculine\tgenitive\tany\tКиїв\tДо *Києва*.", "not a valid Case"),
        ("place_origins", "ськ\t-\ttown\t*Київський*: Київ", "not a valid Made"),
        ("placewords", "місто\ttown\tbefore\tУ *місто*.", "not a valid Says"),
        ("placewords", "місто\tsettlement\tabove\tУ *місто*.", "not a valid Side"),
        ("place_prepositions", "крізь\tacc\tmighty\t*Крізь* ліс.", "not a valid Strength"),
        ("place_names", "Едем\tgarden\tEden\t*Едем*.", "not a valid PlaceKind"),
    ],
)
def test_a_wrong_row_is_named_with_its_file(copy: Path, table: str, row: str, wrong: str) -> None:
    with (copy / f"{table}.tsv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(KnowledgeError, match=rf"{table}\.tsv: row .*{wrong}"):
        read_toponymy(copy)


@pytest.mark.parametrize("name", ["places.toml", "placewords.tsv", "place_first_names.txt", "place_endings.tsv"])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(KnowledgeError, match=re.escape(name)):
        read_toponymy(copy)


def test_a_missing_key_is_named(copy: Path) -> None:
    (copy / "places.toml").write_text('alphabet = "абв"\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match="same_letters"):
        read_toponymy(copy)
