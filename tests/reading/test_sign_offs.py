"""Lines that end a post and claim nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.knowledge import load_language
from sayso.reading.quotations import find_quotations
from sayso.reading.sign_offs import is_sign_off
from sayso.reading.statements import make_statements
from sayso.reading.text import find_sentences
from sayso.vocabulary import Span

SIGN_OFFS = [
    ("en", "Subscribe | Send us news"),
    ("en", "👉 Join our channel River Watch"),
    ("en", "@river_watch"),
    ("en", "#Sosnivka #news"),
    ("en", "https://river.example/a?b=c"),
    ("en", "Our channel: https://river.example"),
    ("ru", "👉 Подписаться | Прислать новость"),
    ("ru", "Подписывайтесь на @rechnoy_dozor 🇷🇺"),
    ("ru", "Наш канал: t.me/rechnoy_dozor"),
    ("ru", "Читайте также: Шлюз откроют весной"),
    ("uk", "👉 Підписатися | Надіслати новину"),
    ("uk", "@richkova_varta підписуйся"),
    ("uk", "Ми в Telegram: t.me/richkova_varta"),
]
NONE = [
    ("en", "Our channel is blocked by ice"),
    ("en", "The lock is closed #Sosnivka"),
    ("ru", "Наш канал замёрз"),
    ("ru", "Подписывайтесь, просит мэр, говорит сторож"),
    ("ru", "Горит склад #Сосновка"),
    ("uk", "Наш сайт атакували вночі"),
    ("uk", "Горить склад @richkova_varta"),
]


@pytest.mark.parametrize(("code", "text"), SIGN_OFFS)
def test_a_sign_off_is_told_by_its_words_or_by_having_none(code, text):
    assert is_sign_off(text, Span(start=0, end=len(text)), load_language(code))


@pytest.mark.parametrize(("code", "text"), NONE)
def test_what_says_something_of_its_own_is_none(code, text):
    assert not is_sign_off(text, Span(start=0, end=len(text)), load_language(code))


def read_own(text: str, code: str) -> list[list[str]]:
    language = load_language(code)
    quotations = find_quotations(text, language.apostrophes)
    sentences = find_sentences(text, quotations, language.abbreviations, code)
    return [
        [span.cut(text) for span in one.content] for one in make_statements(text, (), quotations, sentences, language)
    ]


def test_a_sign_off_is_no_claim_and_pictures_are_no_part_of_one():
    text = "🔥 Ночью горит склад на реке 🔥\nЖертв, к счастью, нет\n👉 Подписаться | Прислать новость\n#Сосновка"
    assert read_own(text, "ru") == [["Ночью горит склад на реке"], ["Жертв, к счастью, нет"]]


def test_short_items_of_a_list_belong_to_the_line_that_opens_it():
    text = "Без воды сегодня остаются сёла:\n▪️ Дубки\n▪️ Вольное\n▪️ Сосна\nВоду подвезут после обеда"
    assert read_own(text, "ru") == [
        ["Без воды сегодня остаются сёла", "Дубки", "Вольное", "Сосна"],
        ["Воду подвезут после обеда"],
    ]


def test_items_that_say_something_are_claims_of_their_own():
    text = "Зведення на ранок по громаді:\n- Дубки: двоє поранених\n- Вільне: горить склад"
    assert read_own(text, "uk") == [
        ["Зведення на ранок по громаді"],
        ["Дубки: двоє поранених"],
        ["Вільне: горить склад"],
    ]


def test_a_question_in_a_line_of_dialogue_is_no_claim():
    text = "— Чи втримають міст до весни?\nБерег із ночі під водою."
    assert read_own(text, "uk") == [["Берег із ночі під водою"]]


@settings(deadline=None)  # the first text loads the tables
@given(st.text(alphabet="підписатися @#:/.\n👉|", max_size=60))
def test_any_stretch_is_one_or_none(text):
    span = Span(start=0, end=len(text)) if text else None
    assert span is None or isinstance(is_sign_off(text, span, load_language("uk")), bool)
