"""Every row of a language's data is read, checked and exemplified."""

import re
import shutil
from importlib import resources
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import Cue, identify_language, load_language
from sayso.knowledge.language import read_language
from sayso.vocabulary import Act

GERMAN = (
    "Der Fluss ist \u00fcber die Ufer getreten, und die Menschen warten seit dem Morgen auf Hilfe, die bisher nicht kam, "
    "weil auch die Stra\u00dfe unter Wasser steht."
)
FOLDER = Path(str(resources.files("sayso.knowledge") / "languages" / "en"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "en"))


@pytest.mark.parametrize("cue", load_language("en").cues, ids=lambda cue: cue.lemma)
def test_the_example_of_a_cue_is_taken_for_what_the_row_says(cue: Cue) -> None:
    (marked,) = re.findall(r"\*([^*]+)\*", cue.example)
    assert load_language("en").act_of(marked) == cue.act


def test_a_cue_with_a_verb_of_speech_in_it_is_speech() -> None:
    assert load_language("en").act_of("later said in an interview") == Act.SPEECH


def test_an_unknown_cue_is_an_attitude() -> None:
    assert load_language("en").act_of("is against") == Act.ATTITUDE


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The bridge was closed.", "en"),
        ("Мост был закрыт.", None),
        ("", None),
        ("12:30", None),
        (GERMAN, None),
    ],
)  # fmt: skip
def test_a_language_is_told_by_its_letters_and_common_words(text: str, code: str | None) -> None:
    assert identify_language(text, ("en",)) == code


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("say\tsay\tspeech", "columns"),
        ("utter\tutter\tshouting\tHe *utter* it.", "none of"),
        ("utter\tutter uttered\tspeech\tHe uttered it.", "between stars"),
        ("again\tsaid\tspeech\tHe *said* it.", "earlier row"),
    ],
)
def test_a_wrong_row_is_named(copy: Path, row: str, wrong: str) -> None:
    with (copy / "cues.tsv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(KnowledgeError, match=wrong):
        read_language(copy)


def test_a_wrong_heading_is_named(copy: Path) -> None:
    (copy / "cues.tsv").write_text("a\tb\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="first row"):
        read_language(copy)


@pytest.mark.parametrize("name", ["language.toml", "cues.tsv", "abbreviations.txt"])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(KnowledgeError, match=re.escape(name)):
        read_language(copy)


def test_a_broken_heading_file_is_named(copy: Path) -> None:
    (copy / "language.toml").write_text("code = ", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"language\.toml"):
        read_language(copy)
