"""Keys: what falls together, and what must not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.gazetteer.keys import exact_key, is_cyrillic, mixes_scripts, skeleton_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kyiv", "KYIV"),
        ("Куп'янськ", "Куп\u2019янськ"),
        ("Куп\u02bcянськ", "Купянськ"),
        ("Ivano-Frankivsk", "Ivano \u2013 Frankivsk"),
        ("São Paulo", "Sao Paulo"),
        ("St. Louis", "St Louis"),
        ("Артёмовск", "Артемовск"),
        ("Łódź", "Lodz"),
        ("  New\u00a0York ", "new york"),
        ("Ky\u200biv", "Kyiv"),
        ("أريحا", "اريحا"),
    ],
)
def test_case_accents_apostrophes_and_marks_are_left_out(one, other):
    assert exact_key(one) == exact_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("Піски", "Писки"), ("Київ", "Киів"), ("Їжак", "Іжак"), ("Kyiv", "Київ"), ("ガ", "カ")]
)
def test_letters_of_their_own_are_kept_apart(one, other):
    assert exact_key(one) != exact_key(other)


@pytest.mark.parametrize(
    "spellings",
    [
        "Vovchansk Vovchans'k Vovčansk Вовчанськ",
        "Volchansk Woltschansk Волчанск",
        "Huliaipole Hulyaypole Huljajpole Гуляйполе",
        "Gulyaypole Guliaipole Guljajpole Гуляйполе",
        "Artyomovsk Artemovsk Artiomovsk Артёмовск Артемовск",
        "Zaporizhzhia Zaporizhia Zaporizhzhya Запоріжжя",
        "Kharkiv Harkiv Харків",
        "Avdiivka Avdiyivka Авдіївка",
        "Avdeevka Avdeyevka Авдеевка",
        "Yenakiieve Yenakiyeve Enakieve Єнакієве",
        "Khmelnytskyi Khmelnytskyy Khmelnitskiy Khmelnitski Хмельницький",
        "Mykolaiv Mykolayiv Миколаїв",
        "Odessa Odesa Одеса Одесса",
        "Liubotyn Lyubotin Ljubotin Люботин",
        "Aleksandrovka Alexandrovka Александровка",
        "Shchastia Shchastya Щастя",
    ],
)
def test_the_spellings_of_one_form_share_a_skeleton(spellings):
    first, *others = [set(skeleton_keys(one)) for one in spellings.split()]
    for other in others:
        assert first & other


@pytest.mark.parametrize(
    ("one", "other"),
    [("Vovchansk", "Volchansk"), ("Kyiv", "Kiev"), ("Lviv", "Lvov"), ("Rivne", "Rovno"), ("Gera", "Hera")],
)
def test_other_forms_keep_a_skeleton_of_their_own(one, other):
    assert not set(skeleton_keys(one)) & set(skeleton_keys(other))


def test_a_language_settles_how_a_letter_is_read():
    assert set(skeleton_keys("Горлівка")) == {"gorlivka", "horlivka"}
    assert skeleton_keys("Горлівка", "uk") == ("horlivka",)
    assert skeleton_keys("Горловка", "ru") == ("gorlovka",)


@pytest.mark.parametrize("name", ["الرقة", "基輔", "キーウ", "", "...", "'"])
def test_other_scripts_and_no_names_have_no_skeleton(name):
    assert skeleton_keys(name) == ()


def test_a_cyrillic_letter_makes_a_name_cyrillic():
    assert is_cyrillic("Київ")
    assert not is_cyrillic("Kyiv")
    assert not is_cyrillic("Łódź")


@given(st.text(max_size=130))
def test_a_key_is_its_own_key_and_nothing_raises(name):
    key = exact_key(name)
    assert exact_key(key) == key or not name.isascii()
    assert key == key.strip()
    for skeleton in skeleton_keys(name):
        assert skeleton.isascii()


def test_a_long_name_costs_little():
    began = time.process_time()
    exact_key("й" * 10_000)
    skeleton_keys("щжіє" * 2_500)
    assert time.process_time() - began < 1


@pytest.mark.parametrize("name", ["\u041ayiv", "Donets\u043a", "Stara M\u043est"])
def test_a_word_of_two_scripts_is_told(name):
    assert mixes_scripts(name)


@pytest.mark.parametrize(
    "name", ["Kyiv", "\u041a\u0438\u0457\u0432", "Kyiv \u041a\u0438\u0457\u0432", "\u0422-34 Kyiv", "M\u00fcnchen", ""]
)
def test_words_of_one_script_each_are_none(name):
    assert not mixes_scripts(name)
