"""Names of persons meet across scripts and spellings, with the rule that joins them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.vocabulary.names import NameRule, match_names, sound_of


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Верешков", "Верешков", NameRule.SAME),
        ("Синегубов", "Синєгубов", NameRule.SOUND),
        ("Синєгубов", "Syniehubov", NameRule.SOUND),
        ("Олег Синегубов", "Oleh Syniehubov", NameRule.SOUND),
        ("Сырский", "Syrskyi", NameRule.SOUND),
        ("Сирський", "Syrsky", NameRule.SOUND),
        ("Владимир Зеленский", "Володимир Зеленський", NameRule.SOUND),
        ("Владимир Зеленский", "Volodymyr Zelenskyy", NameRule.SOUND),
        ("Ігор Терехов", "Igor Terekhov", NameRule.SOUND),
        ("В. Верешков", "Viktor Vereshkov", NameRule.SOUND),
        ("Ковалёв", "Kovalov", NameRule.SPELLING),
        ("Верешков", "Олег Vereshkov", NameRule.SURNAME),
    ],
)
def test_names_of_one_person_meet(one: str, other: str, rule: NameRule) -> None:
    found = match_names(one, other)
    assert found is not None
    assert found.rule is rule


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Олег Верешков", "Иван Верешков"),
        ("Верешков", "Верещагин"),
        ("Ли", "Лу"),
        ("Петров", "Петренко"),
        ("Koval", "Kovalia"),
        ("", "Верешков"),
        ("123", "123"),
    ],
)
def test_names_of_two_persons_do_not_meet(one: str, other: str) -> None:
    assert match_names(one, other) is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_matching_never_raises_and_ignores_order(one: str, other: str) -> None:
    assert match_names(one, other) == match_names(other, one)
    assert sound_of(one) == sound_of(one)


def test_call_signs_with_two_numbers_are_two():
    assert match_names("Sokil 7", "Sokil 7")
    assert match_names("Sokil 7", "Сокіл 7")
    assert match_names("Sokil 7", "Sokil 9") is None
    assert match_names("Sokil 7", "Sokil") is None
