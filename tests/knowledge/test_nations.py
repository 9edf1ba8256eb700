"""The words that state a side are read as their rows say."""

import re
import shutil
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import KnowledgeError
from sayso.knowledge.nations import Area, DeFacto, Nation, Relation, RelationRow, SideRule, load_nations, read_nations
from sayso.knowledge.world import load_register

FOLDER = Path(str(resources.files("sayso.knowledge") / "languages" / "en"))
NATIONS = load_nations("en")
STATING = {Relation.ARTICLE, Relation.POSSESSIVE, Relation.OWNER, Relation.PLACE, Relation.BASED, Relation.HELD}
UNSAID = {Relation.OTHER, Relation.CLAUSE, Relation.GUEST, Relation.ASIDE}


def side(text: str) -> str | None:
    found = NATIONS.side_of(text)
    return found and found.side


def marked(example: str) -> str:
    (words,) = re.findall(r"\*([^*]+)\*", example)
    return str(words)


@pytest.mark.parametrize("nation", NATIONS.nations, ids=lambda nation: nation.code)
def test_each_word_of_a_nation_states_its_side(nation: Nation) -> None:
    every = [*nation.names.split("; "), *nation.adjectives.split("; "), *nation.people.split("; ")]
    assert marked(nation.example) in every
    assert side(re.sub(r"[*.]", "", nation.example).split(" said")[0]) == nation.code
    for words in every:
        assert words == "-" or side(words) == nation.code, words
    for seat in nation.seats.split("; "):
        assert seat == "-" or NATIONS.side_of(seat) == (nation.code, NATIONS.side_of(seat).span, SideRule.SEAT)  # type: ignore[union-attr]


@pytest.mark.parametrize("area", NATIONS.areas, ids=lambda area: area.name)
def test_each_area_gives_a_side_to_those_named_after_it(area: Area) -> None:
    assert marked(area.example) == area.name
    assert side(f"the mayor of {area.name} region") == area.code


@pytest.mark.parametrize("row", NATIONS.defacto, ids=lambda row: row.words)
def test_each_mark_of_an_authority_gives_the_side_that_set_it_up(row: DeFacto) -> None:
    assert marked(row.example) == row.words
    found = NATIONS.side_of(row.example.replace("*", ""))
    assert found
    assert found.rule is SideRule.DE_FACTO
    assert found.side in re.findall("[A-Z]+", row.code)


@pytest.mark.parametrize("row", NATIONS.relations, ids=lambda row: f"{row.relation} {row.words}")
def test_each_word_between_is_read_as_its_row_says(row: RelationRow) -> None:
    assert row.relation in STATING | UNSAID
    words = marked(row.example).lower().replace("\u00e9", "e")
    assert words == row.words.strip("-").lower()
    text = row.example.replace("*", "")
    if row.relation in UNSAID:
        assert side(text) is None
    elif row.relation is not Relation.ARTICLE:
        assert side(text) is not None


@pytest.mark.parametrize(
    ("text", "code", "rule", "words"),
    [
        ("Ukrainian General Staff", "UA", "adjective", "Ukrainian"),
        ("the Russia\u2019s defence ministry", "RU", "possessive", "Russia"),
        ("two Ukrainians", "UA", "people", "Ukrainians"),
        ("Ukraine", "UA", "name", "Ukraine"),
        ("the Kremlin", "RU", "seat", "Kremlin"),
        ("Kyiv", "UA", "seat", "Kyiv"),
        ("Kyiv\u2019s foreign ministry", "UA", "possessive", "Kyiv"),
        ("Pentagon officials", "US", "seat", "Pentagon"),
        ("the governor of Kharkiv region", "UA", "area", "Kharkiv"),
        ("Donetsk Oblast Military Administration", "UA", "area", "Donetsk"),
        ("a Defense Ministry official in Baku", "AZ", "place", "Baku"),
        ("General Staff of Ukraine", "UA", "owner", "Ukraine"),
        ("a spokesman for the RSF-led council in Nyala", "RSF", "owner", "RSF"),
        ("Russian military analyst in Kyiv", "RU", "adjective", "Russian"),
        ("Ukrainian commander in Kursk region", "UA", "adjective", "Ukrainian"),
        ("the U.S. Embassy in Moscow", "US", "adjective", "U.S."),
        ("the U.S.-led coalition", "US", "adjective", "U.S."),
        ("Russia\u2019s ambassador to the U.N.", "RU", "possessive", "Russia"),
        ("Russia's UN envoy", "RU", "possessive", "Russia"),
        ("a Palestinian Hamas official", "HAMAS", "name", "Hamas"),
        ("an Afghan Taliban fighter", "TALIBAN", "adjective", "Taliban"),
        ("the Houthis\u2019 spokesman", "HOUTHI", "possessive", "Houthis"),
        ("a source in the Russian-installed council", "RU", "de-facto", "Russian-installed"),
        ("the occupation authorities in the West Bank", "IL", "de-facto", "occupation authorities"),
        ("Israeli occupation authorities", "IL", "de-facto", "occupation authorities"),
        ("The occupation administration", "RU", "de-facto", "occupation administration"),
        ("residents of Russian-occupied Melitopol", "UA", "area", "Melitopol"),
        ("the Houthi-controlled ministry in Sanaa", "HOUTHI", "held", "Houthi"),
        ("Petro Hlyba, a Ukrainian commander", "UA", "adjective", "Ukrainian"),
        ("a general of the Republic of the Congo", "CG", "owner", "Republic of the Congo"),
    ],
)  # fmt: skip
def test_a_side_is_read_with_its_words_and_rule(text: str, code: str, rule: str, words: str) -> None:
    found = NATIONS.side_of(text)
    assert found
    assert (found.side, found.rule.value, found.span.cut(text)) == (code, rule, words)


@pytest.mark.parametrize(
    "text",
    [
        "", "...", "the mayor", "Russian and Ukrainian officials", "Kursk and Kharkiv officials", "us officials",
        "turkey farmers", "a former ambassador to Moscow", "diplomats in Nairobi", "a European diplomat in Bamako",
        "soldiers captured by Russia", "polish makers", "a Russian-born general",
    ],
)  # fmt: skip
def test_no_side_is_read_where_none_is_stated_or_two_disagree(text: str) -> None:
    assert side(text) is None


@given(st.text(alphabet="US.K'\u2019s-\n\u201c of,", max_size=50))
def test_any_text_is_read_and_the_span_cuts_it(text: str) -> None:
    found = NATIONS.side_of(text)
    assert found is None or found.span.end <= len(text)


@pytest.mark.parametrize("piece", ["Ukrainian ", "of ", "U.", "-", "Russian-", "occupation authorities ", "'", ", "])
def test_a_long_hostile_text_is_read(piece: str) -> None:
    NATIONS.side_of(piece * 5_000)


@pytest.mark.parametrize(
    ("name", "row", "wrong"),
    [
        ("nations.tsv", "UA\t-\tUkraine", "columns"),
        ("nations.tsv", "XX\t-\tUkraine\t-\t-\t-\t*Ukraine* spoke.", "two rows"),
        ("nations.tsv", "xx\t-\tErewhon\t-\t-\t-\t*Erewhon* spoke.", "xx"),
        ("areas.tsv", "Kharkiv\tUA\tThe mayor of *Kharkiv*.", "two rows"),
        ("areas.tsv", "kharkiv\tRU\tThe mayor of *kharkiv*.", "earlier row"),
        ("areas.tsv", "Erewhon\tUA\tThe mayor of Erewhon.", "stars"),
        ("defacto.tsv", "so-called senate\tua\tThe *so-called senate*.", "ua"),
        ("defacto.tsv", "DPR\tRU\tThe *DPR*.", "earlier row"),
        ("relations.tsv", "beside\tnear\tA man *beside* Kharkiv.", "near"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, name: str, row: str, wrong: str) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "en"))
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(KnowledgeError, match=wrong):
        read_nations(folder)


@pytest.mark.parametrize("name", ["nations.tsv", "areas.tsv", "defacto.tsv", "relations.tsv"])
def test_a_missing_table_is_named(tmp_path: Path, name: str) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "en"))
    (folder / name).unlink()
    with pytest.raises(KnowledgeError, match=re.escape(name)):
        read_nations(folder)


def test_the_sides_of_the_register_are_states_and_parties() -> None:
    known = {nation.code for nation in load_nations("en").nations}
    parties = {source.side for source in load_register().sources if source.state}
    for source in load_register().sources:
        assert source.side in known | parties or len(source.side) > len("XX"), source.name
        assert source.state is None or source.state in known, source.name


def test_a_party_has_one_state() -> None:
    states: dict[str, str] = load_nations("en").within | {}
    for source in load_register().sources:
        if source.state:
            assert states.setdefault(source.side, source.state) == source.state, source.name


def test_nations_are_loaded_once() -> None:
    assert load_nations("en") is load_nations("en")
