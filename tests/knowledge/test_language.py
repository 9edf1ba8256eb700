"""Every row of a language's data is read, checked and exemplified."""

import re
import shutil
from importlib import resources
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import Cue, load_language
from sayso.knowledge.language import read_language
from sayso.vocabulary import Act

FOLDER = Path(str(resources.files("sayso.knowledge") / "languages" / "en"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "en"))


@pytest.mark.parametrize("cue", load_language("en").cues, ids=lambda cue: cue.lemma)
def test_the_example_of_a_cue_is_taken_for_what_the_row_says(cue: Cue) -> None:
    (marked,) = re.findall(r"\*([^*]+)\*", cue.example)
    assert load_language("en").act_of(marked) == cue.act
    assert load_language("en").stance_of([marked]) == cue.stance


def test_a_cue_with_a_verb_of_speech_in_it_is_speech() -> None:
    assert load_language("en").act_of("later said in an interview") == Act.SPEECH


def test_an_unknown_cue_is_an_attitude() -> None:
    assert load_language("en").act_of("is against") == Act.ATTITUDE


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("say\tsay\tspeech", "columns"),
        ("hum\thum\tshouting\tasserts\tHe *hum* it.", "not a valid Act"),
        ("hum\thum hummed\tspeech\tasserts\tHe hummed it.", "between stars"),
        ("hum\thum hummed\tspeech\tasserts\tHe *sang* it.", "between stars"),
        ("again\tsaid\tspeech\tasserts\tHe *said* it.", "earlier row"),
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
    with pytest.raises(KnowledgeError, match=re.escape("language.toml")):
        read_language(copy)
