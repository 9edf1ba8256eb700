"""Names: junk is left out, and Ukrainian names are written by Ukraine's own rules."""

import pytest

from sayso.knowledge.gazetteer.keys import LONGEST_NAME
from sayso.knowledge.gazetteer.names import choose_official, keep_names, transliterate


@pytest.mark.parametrize(
    "name",
    ["IEV", "KRQ", "NYC", "Ko", "K", "and", "were", "kiyebha", "ke la ma tuo", "12345", "", "東", "х" * 200, "kʼiy"],
)
def test_codes_transliterations_and_shreds_are_no_names(name):
    assert list(keep_names([name])) == []


@pytest.mark.parametrize(
    "name",
    ["Kyiv", "'s-Hertogenbosch", "al-Raqqa", "Київ", "基輔", "الرقة", "Ogre", "Of The Hills", "KYIV OBLAST", "Qom"],
)
def test_names_are_kept(name):
    assert list(keep_names([name])) == [name]


def test_names_come_once_and_are_bounded():
    assert list(keep_names(["Kyiv", "Kyiv", "A" + "b" * LONGEST_NAME])) == ["Kyiv"]


@pytest.mark.parametrize(
    ("ukrainian", "latin"),
    [
        ("Гуляйполе", "Huliaipole"),
        ("Вовчанськ", "Vovchansk"),
        ("Київ", "Kyiv"),
        ("Запоріжжя", "Zaporizhzhia"),
        ("Згурівка", "Zghurivka"),
        ("Єнакієве", "Yenakiieve"),
        ("Івано-Франківськ", "Ivano-Frankivsk"),
        ("Куп’янськ-Вузловий", "Kupiansk-Vuzlovyi"),
        ("Яремче", "Yaremche"),
        ("Щастя", "Shchastia"),
    ],
)
def test_ukrainian_is_written_by_resolution_55(ukrainian, latin):
    assert transliterate(ukrainian) == latin


def test_the_official_name_is_made_of_the_ukrainian_one_where_both_are_the_same_name():
    assert choose_official("Hulyaypole", "UA", ["Гуляйполе", "Гуляй-Поле"]) == "Huliaipole"
    assert choose_official("Izyum", "UA", ["Изюм", "Ізюм"]) == "Izium"
    assert choose_official("Bilmak", "UA", ["Каменка"]) == "Bilmak"
    assert choose_official("Volchansk", "RU", ["Волчанск"]) == "Volchansk"
