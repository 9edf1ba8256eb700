"""Places are found by gazetteer and inflection; surnames, titles and ordinary words are kept apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.toponyms import find_toponyms
from sayso.vocabulary import PlaceKind, Span
from tests.reading.places import Marked, SmallLexicon, read_cases, surely
from tests.reading.timing import measure_seconds

LARGE, SMALL = 500_000, 2_000
LEXICON = SmallLexicon(
    dict.fromkeys(
        (
            "харьков", "сумы", "днепр", "кременчуг", "ростов-на-дону", "владимир", "харків", "київ", "львів", "суми",
            "кривий ріг", "чернівці", "макіївка", "кременчук", "донецк", "вовчанськ", "куп'янськ",
        ),
        LARGE,
    )
    | dict.fromkeys(
        (
            "купянск", "клещеевка", "гуляйполе", "новая каховка", "часов яр", "великая новоселка", "мир",
            "сосновка", "сватове", "белицкое", "білицьке", "корсунь-шевченківський", "щастя", "красное", "новый", "нове", "купянский",
        ),
        SMALL,
    )
    | {"харьковская область": LARGE, "сумська область": LARGE}
)  # fmt: skip
UKRAINIAN = SmallLexicon(LEXICON.names | {"нова каховка": SMALL})
CASES = [(language, case) for language in ("ru", "uk") for case in read_cases(language)]


@pytest.mark.parametrize(("language", "case"), CASES, ids=[case.text for _, case in CASES])
def test_the_marked_places_are_found_and_nothing_else(language: str, case: Marked) -> None:
    lexicon = {"ru": LEXICON, "uk": UKRAINIAN}[language]
    assert surely(find_toponyms(case.text, (), language, lexicon)) == case.places


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("В городе Сосновка тихо.", PlaceKind.SETTLEMENT),
        ("Удар по Харьковской области.", PlaceKind.DIVISION),
        ("Мост через реку Сосновка.", PlaceKind.WATER),
        ("Пожар на Харьковском аэродроме.", PlaceKind.FACILITY),
        ("Взрыв в Сосновке.", None),
        ("Тихо на Донбассе.", PlaceKind.REGION),
    ],
)
def test_the_words_beside_a_name_say_its_kind(text: str, kind: PlaceKind | None) -> None:
    (mention,) = find_toponyms(text, (), "ru", LEXICON)
    assert mention.kind == kind


def test_a_direction_is_a_sector_named_after_a_place() -> None:
    (mention,) = find_toponyms("Бои на Харьковском направлении.", (), "ru", LEXICON)
    assert mention.is_sector
    assert mention.is_adjective
    assert mention.names[0] == "Харьков"


@pytest.mark.parametrize("text", ["Киев заявил о победе.", "Так считает Украина.", "Президент Украины молчит."])
def test_a_capital_or_country_that_may_be_a_government_has_a_low_score(text: str) -> None:
    lexicon = SmallLexicon({"киев": LARGE})
    (mention,) = find_toponyms(text, (), "ru", lexicon)
    assert 0.2 < mention.score < 0.5


def test_a_preposition_makes_a_capital_a_place() -> None:
    (mention,) = find_toponyms("Взрыв в Киеве.", (), "ru", SmallLexicon({"киев": LARGE}))
    assert mention.score > 0.9


def test_a_surname_stays_one_in_the_whole_text() -> None:
    text = "Иван Сосновка приехал утром. Позже Сосновка уехал, а Сосновку проводили."
    assert surely(find_toponyms(text, (), "ru", LEXICON)) == []


def test_a_name_among_places_is_one_too() -> None:
    text = "Обстреляны Харьков, Новый и Сосновка."
    assert [span.cut(text) for span, _ in surely(find_toponyms(text, (), "ru", LEXICON))] == [
        "Харьков",
        "Новый",
        "Сосновка",
    ]


def test_all_known_forms_are_names() -> None:
    (mention,) = find_toponyms("Взрыв в Купянском.", (), "ru", SmallLexicon({"купянский": SMALL, "купянск": SMALL}))
    assert set(mention.names) == {"Купянский", "Купянск"}


@pytest.mark.parametrize("text", ["Удар по Серову.", "Взрыв в Серове.", "Склад в районе Серова."])
def test_base_forms_that_fit_as_well_stand_on_equal_terms_the_best_known_first(text: str) -> None:
    (mention,) = find_toponyms(text, (), "ru", SmallLexicon({"серов": LARGE, "серово": SMALL}))
    assert (mention.names[:2], mention.equals) == (("Серов", "Серово"), 2)


def test_a_name_that_has_no_other_base_form_stands_alone() -> None:
    (mention,) = find_toponyms("Взрыв в Харькове.", (), "ru", LEXICON)
    assert mention.equals == 1


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("ru", "Взрыв в Днепре.", PlaceKind.SETTLEMENT),
        ("ru", "Бой под Днепром.", PlaceKind.SETTLEMENT),
        ("ru", "Переправа на Днепре.", PlaceKind.WATER),
        ("ru", "Машина упала в Днепр.", PlaceKind.WATER),
        ("ru", "Рыба в Дунае.", PlaceKind.WATER),
        ("uk", "Вибух у Дніпрі.", PlaceKind.SETTLEMENT),
        ("uk", "Острови на Дніпрі.", PlaceKind.WATER),
        ("uk", "Вибухи в Харкові й Дніпрі.", PlaceKind.SETTLEMENT),
        ("uk", "Острови на Осколі й Дніпрі.", PlaceKind.WATER),
    ],
)
def test_a_river_and_a_town_of_one_name_are_told_by_the_preposition(language: str, text: str, kind: PlaceKind) -> None:
    lexicon = SmallLexicon({"днепр": LARGE, "дніпро": LARGE, "харків": LARGE})
    assert find_toponyms(text, (), language, lexicon)[-1].kind is kind


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Бои на Великоолешинковском направлении.", "Великая Олешинка"),
        ("uk", "Бої на Великоолешинківському напрямку.", "Велика Олешинка"),
    ],
)
def test_one_adjective_may_be_made_of_a_name_of_two_words(language: str, text: str, name: str) -> None:
    (mention,) = find_toponyms(text, (), language, SmallLexicon({name.lower(): SMALL}))
    assert (mention.names[0], mention.is_sector) == (name, True)


def test_sentences_tell_where_a_capital_means_nothing() -> None:
    text = "тихо Красное утро"
    spans = Span(start=0, end=4), Span(start=5, end=17)
    whole, parted = (find_toponyms(text, sentences, "ru", LEXICON) for sentences in ((), spans))
    assert [one.score for one in parted] < [one.score for one in whole] or not parted


def test_a_language_without_place_tables_has_no_places() -> None:
    assert find_toponyms("Fire in Kharkiv.", (), "en", LEXICON) == ()


@given(st.text(alphabet="Харьков в-'\u2019\u0301\u202e.«»#@\n,A1", max_size=60), st.sampled_from(["ru", "uk"]))
def test_any_text_is_read_and_the_spans_cut_it(text: str, language: str) -> None:
    mentions = find_toponyms(text, (), language, LEXICON)
    assert all(one.span.end <= len(text) and one.names for one in mentions)
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))


@pytest.mark.parametrize(
    "piece",
    ["А", "Харьков", "Харьков, ", "А-", "А'", "А.", "Х\u0301", "Xарькoв ", "\u202eХарьков\u202c ", "«Харьков ", "в "],
)
def test_a_hostile_text_costs_time_in_proportion(piece: str) -> None:
    short, long = (
        measure_seconds(lambda many=many: find_toponyms(piece * many, (), "ru", LEXICON)) for many in (2_000, 8_000)
    )
    assert long < 12 * short + 0.01
