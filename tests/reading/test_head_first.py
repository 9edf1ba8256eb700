"""Phrases of Russian and Ukrainian: the first noun is the head, the name stands last, and is given in its first form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.knowledge import load_language
from sayso.reading.source import Identity, identify_people
from sayso.vocabulary import LinkKind, Naming, Role, Span


def identify(code: str, text: str, *mentions: str) -> list[Identity]:
    spans, at = [], 0
    for mention in mentions:
        at = text.index(mention, at)
        spans.append(Span(start=at, end=at + len(mention)))
        at += len(mention)
    sentences = [Span(start=0, end=len(text))]
    if "\n" in text:
        parted = text.index("\n")
        sentences = [Span(start=0, end=parted), Span(start=parted + 1, end=len(text))]
    return list(identify_people("r", text, sentences, spans, load_language(code))[0])


@pytest.mark.parametrize(
    ("code", "mention", "name", "kind", "naming", "role", "side"),
    [
        ("ru", "начальник Генштаба ВСУ", "начальник Генштаба ВСУ", "person", "unnamed", "military", "UA"),
        ("ru", "губернатор Белгородской области", None, "person", "unnamed", "government", "RU"),
        ("ru", "президент Украины", None, "person", "unnamed", "government", "UA"),
        ("ru", "житель Харькова", None, "person", "unnamed", "civilian", "UA"),
        ("ru", "жители Харькова", None, "group", "unnamed", "civilian", "UA"),
        ("ru", "власти Курской области", None, "group", "unnamed", "government", "RU"),
        ("ru", "погранслужба Киргизии", "погранслужба Киргизии", "organisation", "named", "military", "KG"),
        ("ru", "областная прокуратура", "областная прокуратура", "organisation", "named", "government", None),
        ("ru", "газета «Речной вестник»", "Речной вестник", "outlet", "named", "media", None),
        ("ru", "телеграм-канал «Тихий брод»", "Тихий брод", "channel", "named", "media", None),
        ("ru", "эксперт по рекам Кит Орлан", "Кит Орлан", "person", "named", "analyst", None),
        ("ru", "сестра Елены", None, "person", "unnamed", "civilian", None),
        ("ru", "спутниковый снимок", None, "document", "unnamed", None, None),
        ("uk", "начальник Сумської ОВА Кит Орлан", "Кит Орлан", "person", "named", "government", "UA"),
        ("uk", "речниця Сил оборони півдня", None, "person", "unnamed", "military", "UA"),
        ("uk", "міністр оборони Естонії", None, "person", "unnamed", "government", "EE"),
        ("uk", "мешканці Сум", None, "group", "unnamed", "civilian", "UA"),
        ("uk", "партизанський рух «Тихий брід»", "Тихий брід", "organisation", "named", "civilian", None),
        ("uk", "російські телеграм-канали", None, "channel", "unnamed", "media", "RU"),
    ],
)
def test_a_phrase_is_read_from_its_head(  # noqa: PLR0913 - what is told of a source
    *, code: str, mention: str, name: str | None, kind: str, naming: str, role: str | None, side: str | None
) -> None:
    (one,) = identify(code, mention, mention)
    assert one.name == (name or mention)
    assert one.kind is LinkKind(kind)
    assert one.naming is Naming(naming)
    assert role is None or one.role is Role(role)
    assert side is None or one.side == side


@pytest.mark.parametrize(
    ("code", "text", "mention", "name"),
    [
        ("ru", "По словам Олега Верешкова, мост цел.", "Олега Верешкова", "Олег Верешков"),
        ("ru", "По словам мэра Верешкова, мост цел.", "мэра Верешкова", "Верешков"),
        ("ru", "Мэр Верешков сказал, что мост цел.", "Верешков", "Верешков"),
        ("ru", "По данным Генштаба ВСУ, мост цел.", "Генштаба ВСУ", "Генштаб ВСУ"),
        ("ru", "По словам Ольги Верешковой, мост цел.", "Ольги Верешковой", "Ольга Верешкова"),
        ("ru", "По словам Олега Кузьменко, мост цел.", "Олега Кузьменко", "Олег Кузьменко"),
        ("uk", "Зі слів міського голови Ігоря Верешка, міст цілий.", "Ігоря Верешка", "Ігоря Верешка"),
        ("uk", "За словами Миколи Лисенка, міст цілий.", "Миколи Лисенка", "Микола Лисенко"),
        ("uk", "За даними Генштабу ЗСУ, міст цілий.", "Генштабу ЗСУ", "Генштаб ЗСУ"),
    ],
)
def test_a_name_is_given_in_its_first_form_and_mentioned_as_written(
    code: str, text: str, mention: str, name: str
) -> None:
    (one,) = identify(code, text, mention)
    assert one.name == name
    assert one.mention.cut(text) in mention


def test_what_only_joins_a_phrase_is_no_part_of_it() -> None:
    text = "В Генштабе ВСУ молчат.\nПозже мэр Кит Орлан сказал слово."
    staff, mayor = identify("ru", text, "В Генштабе ВСУ", "Позже мэр Кит Орлан")
    assert (staff.mention.cut(text), staff.name) == ("Генштабе ВСУ", "Генштаб ВСУ")
    assert (mayor.mention.cut(text), mayor.role) == ("Кит Орлан", Role.GOVERNMENT)


@pytest.mark.parametrize(
    ("code", "text", "first", "second"),
    [
        ("ru", "По словам мэра Олега Верешкова, мост цел.\nМэр добавил слово.", "Олега Верешкова", "Мэр"),
        ("ru", "По словам Олега Верешкова, мост цел.\nВерешков добавил слово.", "Олега Верешкова", "Верешков"),
        ("ru", "Генштаб ВСУ сказал слово.\nГенштаб добавил два.", "Генштаб ВСУ", "Генштаб"),
        ("ru", "Генштаб ВСУ сказал слово.\nПо его данным, мост цел.", "Генштаб ВСУ", "его"),
        (
            "ru",
            "Повар из Полтавы сказал слово.\nТот же собеседник добавил два.",
            "Повар из Полтавы",
            "Тот же собеседник",
        ),
        ("uk", "Апеляційний суд залишив вирок.\nСуд додав слово.", "Апеляційний суд", "Суд"),
    ],
)
def test_a_bare_noun_or_a_pronoun_goes_back_to_what_was_named(code: str, text: str, first: str, second: str) -> None:
    one, other = identify(code, text, first, second)
    assert one.entity == other.entity


WORDS = (
    "мэр",
    "Полтавы",
    "Кит",
    "Орлан",
    "«",
    "»",
    ",",
    ".",
    "из",
    "его",
    "один",
    "ВСУ",
    "газета",
    "Надим",
    "А.",
    "@",
    "\n",
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.integers(0, 20), st.integers(1, 10))
def test_any_words_are_read(words: list[str], first: int, length: int) -> None:
    text = " ".join(words)
    span = Span(
        start=min(first, len(text) - 1), end=min(len(text), first + length + 1) if first < len(text) else len(text)
    )
    found, _ = identify_people("r", text, [Span(start=0, end=len(text))], [span], load_language("ru"))
    assert found[0].name
