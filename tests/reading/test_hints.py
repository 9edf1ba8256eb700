"""What the words around place names tell is read in each language; what speaks of something else is left."""

import pytest

from sayso.knowledge import load_place_words
from sayso.knowledge.placewords import HintWord, Sort
from sayso.reading.hints import read_surroundings
from tests.reading.marked_places import read_marked


def read(code: str, marked: str):
    text, mentions = read_marked(marked)
    return text, read_surroundings(text, mentions, load_place_words(code))


DISTANCES = [
    ("en", "They hold [Sosnove], a village approximately 16 kilometers from [Vilne].", 16, None),
    ("en", "They hold [Sosnove], 16km south-west of the city of [Vilne].", 16, 225),
    ("en", "They hold [Sosnove], about ten miles north of [Vilne].", 16.09, 0),
    ("en", "They hold [Sosnove] (15-17 km from [Vilne]).", 16, None),
    ("ru", "Село [Сосновое] в 16 км к югу от [Вольного|Вольное] обстреляли.", 16, 180),
    ("ru", "Взято [Сосновое], расположенное в шести километрах от [Вольного|Вольное].", 6, None),
    ("uk", "Село [Соснове], що за 16 км на південь від [Вільного|Вільне], обстріляли.", 16, 180),
    ("uk", "Обстріляли [Соснове] за п'ять кілометрів від [Вільного|Вільне].", 5, None),
]


@pytest.mark.parametrize(("code", "marked", "km", "bearing"), DISTANCES)
def test_a_distance_is_read_with_the_place_it_counts_from(code, marked, km, bearing):
    text, (one, other) = read(code, marked)
    [hint] = one.hints
    assert (hint.kind, hint.anchors, hint.bearing) == (HintWord.UNIT, (1,), bearing)
    assert hint.distance_km == pytest.approx(km, abs=0.01)
    assert hint.span.cut(text).endswith(text[other.bare.start : other.bare.end])


@pytest.mark.parametrize(
    "marked",
    [
        "He fled [Kyiv] to a village 50 km from [Vilne].",
        "[Kyiv] is quiet. A village 50 km from [Vilne] was hit.",
        "The column left [Kyiv], stopped in a field near [Vilne] and turned back.",
    ],
)
def test_a_hint_does_not_speak_of_a_place_in_another_clause(marked):
    _, (one, other) = read("en", marked)
    assert one.hints == ()
    assert other.reference is not None


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("en", "They hold [Sosnove] on the [Vilne] front."),
        ("en", "Fighting near [Sosnove], in the [Vilne] direction, went on."),
        ("ru", "Взято [Сосновое] на [Вольненском] направлении."),
        ("ru", "Склад в [Сосновом|Сосновое] в тылу [Вольненского] фронта сгорел."),
        ("ru", "Склад в [Сосновом|Сосновое] на северном фланге [Вольненского] фронта сгорел."),
        ("uk", "Ворог у [Сосновому|Соснове] на [Вільненському] напрямку."),
    ],
)
def test_the_front_named_right_behind_a_place_tells_where_it_lies(code, marked):
    text, (one, other) = read(code, marked)
    [hint] = one.hints
    assert (hint.kind, hint.anchors, hint.is_sector) == (HintWord.NEAR, (1,), True)
    assert other.hints == ()
    assert hint.span.cut(text).endswith(("front", "direction", "направлении", "фронта", "напрямку"))


@pytest.mark.parametrize(
    "marked",
    [
        "They hold [Sosnove], [Vilne] front and more.",
        "They left [Sosnove] for the [Vilne] front.",
        "They left [Sosnove] and fight on the [Vilne] front.",
    ],
)
def test_a_front_named_later_does_not_speak_of_a_place(marked):
    _, (one, _) = read("en", marked)
    assert one.hints == ()


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("en", "Near [Vilne], near [Sosnove] and on the coast it was quiet."),
        ("en", "They hit [Sosnove], fighting went on near [Vilne]."),
        ("ru", "Под [Вольным|Вольное], у [Сосновки|Сосновка] сгорел склад."),
        ("ru", "Часть стоит в [Дубках|Дубки], военные склады под [Вольным|Вольное] сгорели."),
        ("uk", "Під [Вільним|Вільне], біля [Соснівки|Соснівка] згорів склад."),
    ],
)
def test_what_begins_behind_a_comma_is_no_hint_for_the_place_before(code, marked):
    _, (one, other) = read(code, marked)
    assert one.hints == ()
    assert other.reference is not None


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("en", "They took [Sosnove], a small village near [Vilne]."),
        ("en", "They took [Sosnove], near [Vilne]."),
        ("ru", "Взято [Сосновое], небольшое село под [Вольным|Вольное]."),
        ("uk", "Узято [Соснове], невелике село біля [Вільного|Вільне]."),
    ],
)
def test_what_says_what_a_place_is_tells_where_it_lies(code, marked):
    _, (one, _) = read(code, marked)
    assert [(hint.kind, hint.anchors) for hint in one.hints] == [(HintWord.NEAR, (1,))]


def test_between_names_two_places():
    _, (one, *_) = read("en", "They hold [Sosnove], between [Vilne] and [Dubky].")
    assert [(hint.kind, hint.anchors) for hint in one.hints] == [(HintWord.BETWEEN, (1, 2))]


@pytest.mark.parametrize(
    ("code", "marked", "sorts"),
    [
        ("en", "[Sosna region]", [Sort.DIVISION]),
        ("en", "the city of [Vilne]", [Sort.SETTLEMENT]),
        ("en", "in [Vilne] and [Sosna] regions", [Sort.DIVISION, Sort.DIVISION]),
        ("en", "on the [Vilne] front", [Sort.SECTOR]),
        ("en", "over the [Oskil River]", [Sort.WATER]),
        ("en", "in [Clay County]", [Sort.DISTRICT]),
        ("ru", "в [Сосновском] районе", [Sort.DISTRICT]),
        ("ru", "на [Вольненском] направлении", [Sort.SECTOR]),
        ("uk", "у [Вільненській області]", [Sort.DIVISION]),
        ("en", "in [Vilne] on Monday", [None]),
    ],
)
def test_words_tell_what_a_name_is_of(code, marked, sorts):
    assert [one.sort for one in read(code, marked)[1]] == sorts


@pytest.mark.parametrize(
    ("code", "marked", "is_stated"),
    [
        ("en", "[Sosnove], [Vilne region], was hit", True),
        ("en", "[Sosnove] in [Vilne region] was hit", True),
        ("en", "[Sosnove] ([Ukraine])", False),
        ("ru", "В [Сосновом|Сосновое] [Вольненской области|Вольненская область]", True),
        ("uk", "Село [Соснове] у [Вільненській області|Вільненська область]", True),
    ],
)
def test_what_a_place_lies_in_stands_right_behind_it(code, marked, is_stated):
    container = read(code, marked)[1][0].container
    assert container is not None
    assert (container.mention, container.is_stated) == (1, is_stated)


def test_a_dateline_names_the_state_by_its_short_name():
    _, (one,) = read("en", "[MONTGOMERY], Ala. (AP) \u2014 The river rose.")
    assert one.container is not None
    assert one.container.key == "admin1:US.AL"


def test_of_two_equals_in_a_list_none_lies_in_the_other():
    _, (one, *_) = read("en", "Fire in [Vilne], [Sosna region] and [Dubky].")
    assert one.container is None or not one.container.is_stated


def test_an_owner_holds_what_it_owns():
    _, (_, one) = read("en", "[Ukraine]'s [Vilne] is quiet.")
    assert one.container is not None
    assert one.container.mention == 0


def test_a_state_lies_neither_in_the_next_of_a_list_nor_so_far_from_a_town():
    _, around = read("en", "Talks with [Turkey], [Iraq], [Iran] and [Syria] failed.")
    assert [one.container for one in around] == [None] * 4
    _, (_, town) = read("en", "They met in [Iraq], [Iran].")
    assert town.container is None
    _, (town, _) = read("en", "They met in [Tbilisi], [Georgia].")
    assert town.container is not None
    _, (state, _) = read("en", "The ship lay off [Georgia], 40 miles north of [Batumi].")
    assert state.hints == ()


def test_what_begins_the_name_of_a_building_lies_where_the_whole_of_it_does():
    _, (one, _) = read("en", "They met in the [Brightwell] Town Hall in [Vilne].")
    assert one.container is not None
    _, (one, _) = read("en", "They met in the [Brightwell] Town Hall near [Vilne].")
    assert one.container is None
