"""What is packed comes out as it was put in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge import Entry, Extent, MetBy, NameKind
from sayso.knowledge.gazetteer.packing import NameFacts, PlaceFacts, describe, pack, unpack
from sayso.knowledge.gazetteer.rows import ALL_WAYS, CODED, EXACT, LAST, SKELETON
from sayso.vocabulary import PlaceKind

DIVISIONS = {("UA", "05"): "Donetsk Oblast"}
VILNE = PlaceFacts(
    7, None, "Vilne", "settlement", 48.5, 37.25, "UA", "05", 120, None, None, None, None, "GeoNames"
)  # fmt: skip
SEA = PlaceFacts(
    -9, "sayso:sea", "Quiet Sea", "water", None, None, None, None, 0, -1.5, 178.25, 2.0, -179.5, "sayso"
)  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)
STATED = WORDS | st.none()
DEGREES = st.floats(-90, 90)
NAMES = st.builds(
    NameFacts,
    how=st.integers(1, ALL_WAYS),
    written=WORDS,
    kind=st.sampled_from([None, *(kind.value for kind in NameKind if kind is not NameKind.ALTERNATE)]),
    since=STATED,
    until=STATED,
    reason=STATED,
)
PLACES = st.builds(
    lambda point, box, **facts: PlaceFacts(
        **facts, **dict(zip(("lat", "lon"), point, strict=True)),
        **dict(zip(("south", "west", "north", "east"), box, strict=True)),
    ),
    point=st.tuples(DEGREES, DEGREES) | st.just((None, None)),
    box=st.tuples(DEGREES, DEGREES, DEGREES, DEGREES) | st.just((None,) * 4),
    id=st.integers(-(2**62), 2**62),
    key=STATED,
    name=WORDS,
    kind=st.sampled_from([kind.value for kind in PlaceKind]),
    country=STATED,
    admin1=STATED,
    population=st.integers(0, 2**62),
    source=WORDS,
)  # fmt: skip


def name(written: str, how: int = EXACT) -> NameFacts:
    return NameFacts(how, written, None, None, None, None)


@given(st.lists(st.tuples(NAMES, PLACES), min_size=1, max_size=4), st.integers(0, ALL_WAYS))
def test_a_packed_key_gives_what_the_tables_would(rows, exact):
    packed = pack("vilne", rows, is_last=False)
    found = unpack(packed.numbers, packed.words, ALL_WAYS, exact, DIVISIONS)
    assert found == [describe(*facts, exact, DIVISIONS) for facts in rows]


def test_a_place_is_given_with_all_that_is_known():
    packed = pack("vilne", [(name("Vil'ne"), VILNE), (name("Vilne", SKELETON), SEA)], is_last=False)
    (_, number, village), (_, _, sea) = unpack(packed.numbers, packed.words, EXACT | SKELETON, EXACT, DIVISIONS)
    assert (number, village.key, village.matched, village.name) == (7, "geonames:7", "Vil'ne", "Vilne")
    assert (village.admin1_name, village.extent, village.by) == ("Donetsk Oblast", None, MetBy.EXACT)
    assert (sea.key, sea.geonameid, sea.lat, sea.by) == ("sayso:sea", None, None, MetBy.SKELETON)
    assert sea.extent == Extent(-1.5, 178.25, 2.0, -179.5)


def test_only_what_arose_in_a_way_that_counts_is_given():
    packed = pack("vilne", [(name("Vilne"), VILNE), (name("Vilne", SKELETON), SEA)], is_last=False)
    assert [number for _, number, _ in unpack(packed.numbers, packed.words, SKELETON, 0, {})] == [-9]


@pytest.mark.parametrize(
    ("names", "ways", "plain"),
    [(["Vilne"], EXACT, EXACT), (["VLN"], EXACT | CODED, 0), (["VLN", "Vln"], EXACT | CODED, EXACT)],
)
def test_a_key_tells_whether_some_names_are_abbreviations(names, ways, plain):
    packed = pack("vln", [(name(one), VILNE) for one in names], is_last=False)
    assert (packed.ways, packed.plain) == (ways, plain)
    assert pack("vln", [(name(one), VILNE) for one in names], is_last=True).ways == ways | LAST


def test_signs_that_part_words_become_blanks():
    packed = pack("a b", [(name("a\x1fb\x1ec"), VILNE)], is_last=False)
    assert unpack(packed.numbers, packed.words, EXACT, 0, {})[0][2].matched == "a b c"
    assert isinstance(unpack(packed.numbers, packed.words, EXACT, 0, {})[0][2], Entry)
