"""Which language a text is in: by posts in tests/cases, of which every third was kept apart while the rules were made."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import KnowledgeError
from sayso.knowledge.folders import LANGUAGES
from sayso.knowledge.identity import (
    identified_languages,
    identify_language,
    load_identity,
    read_identity,
    shares_letters,
)

CASES = Path(__file__).parents[1] / "cases"
WANTED = 0.97


def read_posts(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.replace("⏎", "\n") for line in lines if line and not line.startswith("#")]


POSTS = [(code, post) for code in ("en", "ru", "uk") for post in read_posts(CASES / code / "posts.txt")]


def test_the_language_of_short_posts_is_told() -> None:
    wrong = [(code, found, post) for code, post in POSTS if (found := identify_language(post)) != code]
    assert len(POSTS) >= 200
    assert len(wrong) <= (1 - WANTED) * len(POSTS), wrong


@pytest.mark.parametrize("text", read_posts(CASES / "undetermined.txt"))
def test_a_text_too_short_or_in_another_language_is_undetermined(text: str) -> None:
    assert identify_language(text) is None


@pytest.mark.parametrize("line", read_posts(CASES / "mixed_posts.txt"))
def test_a_mixed_post_is_in_the_language_it_is_told_in(line: str) -> None:
    code, _, text = line.partition("\t")
    assert identify_language(text) == code


@pytest.mark.parametrize("text", ["", " ", "12:30", "🔥", "https://a.example/b", "@sosna #sosna"])
def test_without_words_no_language_is_told_whatever_is_stated(text: str) -> None:
    assert identify_language(text, stated="en") is None


@pytest.mark.parametrize(
    ("text", "stated", "found"),
    [
        ("Тихо", "ru", "ru"),
        ("Тихо", "uk", "uk"),
        ("Тихо", "en", None),
        ("Quiet", "en", "en"),
        ("Артобстрел станции ночью", "ru", "ru"),
        ("Сьогодні вночі міст зруйновано, рух зупинено.", "ru", "uk"),
        ("Сегодня ночью мост разрушен, движение остановлено.", "uk", "ru"),
    ],
)
def test_the_stated_language_decides_where_the_words_do_not(text: str, stated: str, found: str | None) -> None:
    assert identify_language(text, stated=stated) == found


def test_only_the_languages_asked_for_are_told() -> None:
    assert identify_language("Сьогодні вночі міст зруйновано.", ("en", "uk")) == "uk"
    assert identify_language("Сьогодні вночі міст зруйновано.", ("en",)) is None


def test_an_apostrophe_within_a_word_has_many_shapes() -> None:
    for sign in "'’ʼ`":
        assert identify_language(f"Куп{sign}янськ знову без води") == "uk"


def test_letters_in_two_characters_are_those_in_one() -> None:
    assert identify_language("Мої друзі й\u0306 далі чекають на пої\u0308зд") == "uk"


@pytest.mark.parametrize("code", identified_languages())
def test_no_word_stands_for_and_against_a_language(code: str) -> None:
    identity = load_identity(code)
    assert not identity.words & identity.foreign_words
    assert all(identity.alphabet.issuperset(word) for word in identity.words)


@settings(deadline=None)  # the first text loads the tables
@given(st.text(alphabet="абвіїыэ'’«»“”\"@#. \nqw1\u0301", max_size=200), st.sampled_from([None, "en", "uk", "tlh"]))
def test_any_text_has_a_known_language_or_none(text: str, stated: str | None) -> None:
    assert identify_language(text, stated=stated) in {None, *identified_languages()}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(Path(str(LANGUAGES / "uk")), tmp_path / "uk"))


@pytest.mark.parametrize("broken", ["alphabet = ", 'alphabet = "a"', "words = 3"])
def test_a_broken_file_is_named(copy: Path, broken: str) -> None:
    (copy / "identity.toml").write_text(broken)
    with pytest.raises(KnowledgeError, match=r"identity\.toml"):
        read_identity(copy)


@pytest.mark.parametrize("part", ["ing", "-x", "-ough-t-t-t"])
def test_a_part_of_a_word_must_say_where_it_stands(copy: Path, part: str) -> None:
    (copy / "identity.toml").write_text(
        f'alphabet = "a"\nwords = []\nforeign_words = []\nparts = ["{part}"]\nforeign_parts = []\n'
    )
    with pytest.raises(KnowledgeError, match="wants a hyphen"):
        read_identity(copy)


def test_a_text_shares_letters_with_a_language_whatever_their_case_but_no_apostrophe() -> None:
    assert shares_letters("ДОН", "uk")
    assert not shares_letters("It's 5 p.m.", "uk")
    assert not shares_letters("Дон", "en")
