"""Each row of the tables of the languages whose words change is found in its own example, as what the row says."""

import re
from typing import Any

import pytest

from sayso.knowledge import Cue, Phrases, load_language
from sayso.knowledge.folders import language_folder
from sayso.knowledge.inflection import EndingRow, read_inflection
from sayso.knowledge.nations import Area, DeFacto, Nation, Relation, RelationRow, load_nations
from sayso.knowledge.people import load_people
from sayso.knowledge.tables import read_table

CODES = ("ru", "uk")
TABLES = (
    *("phrases", "hedges", "moods", "titles", "agentless", "narrations", "nestings", "basis", "remarks", "pronouns"),
    *("relays", "roles"),
)
PEOPLE = ("determiners", "genders", "marks", "offices", "standpoints", "ties")
STATING = {Relation.OWNER, Relation.PLACE}
UNSAID = {Relation.OTHER, Relation.CLAUSE, Relation.GUEST}


def is_found(phrases: Phrases[Any], row: Any) -> bool:
    text = row.example.replace("*", "")
    return any(row is found for _, _, found in phrases.find(text))


def marks_words(phrases: Phrases[Any], row: Any) -> bool:
    first, last = row.example.index("*"), row.example.rindex("*")
    text = row.example.replace("*", "")
    return any(row is found and first <= end and start < last for start, end, found in phrases.find(text))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", TABLES)
def test_each_row_is_found_in_its_example(code: str, name: str) -> None:
    phrases = getattr(load_language(code), name)
    assert [row.example for row in phrases.rows if not marks_words(phrases, row)] == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", PEOPLE)
def test_each_row_of_people_is_found_in_its_example(code: str, name: str) -> None:
    phrases = getattr(load_people(code), name)
    assert [row.example for row in phrases.rows if not marks_words(phrases, row)] == []


@pytest.mark.parametrize("code", CODES)
def test_each_modal_is_found_in_its_example(code: str) -> None:
    language = load_language(code)
    modals = [(stance, row) for (stance, _), table in language.modals.items() for row in table.rows]
    assert modals
    for (stance, quoted), table in language.modals.items():
        assert [row.example for row in table.rows if not is_found(table, row)] == [], (stance, quoted)


@pytest.mark.parametrize("cue", [(code, cue) for code in CODES for cue in load_language(code).cues], ids=str)
def test_the_example_of_a_cue_is_taken_for_what_the_row_says(cue: tuple[str, Cue]) -> None:
    code, row = cue
    (marked,) = re.findall(r"\*([^*]+)\*", row.example)
    assert load_language(code).act_of(marked) == row.act
    assert load_language(code).stance_of([marked]) == row.stance


@pytest.mark.parametrize("code", CODES)
def test_each_ending_makes_the_form_of_its_example(code: str) -> None:
    inflection = read_inflection(language_folder(code))
    for row in read_table(language_folder(code) / "endings.tsv", EndingRow):
        word, form = row.example.replace("*", "").split(": ")
        assert form in inflection.forms_of(word, row.sign), row.example


@pytest.mark.parametrize("nation", [(code, row) for code in CODES for row in load_nations(code).nations], ids=str)
def test_each_word_of_a_nation_states_its_side(nation: tuple[str, Nation]) -> None:
    code, row = nation
    for cell in (row.names, row.adjectives, row.people, row.seats):
        for words in cell.split("; "):
            found = load_nations(code).side_of(words)
            assert words == "-" or (found is not None and found.side == row.code), words


@pytest.mark.parametrize("code", CODES)
def test_each_area_gives_a_side(code: str) -> None:
    nations = load_nations(code)

    def is_told(row: Area) -> bool:
        found = nations.side_of(row.name)
        return found is not None and found.side == row.code

    assert [row.name for row in nations.areas if not is_told(row)] == []


@pytest.mark.parametrize("row", [(code, row) for code in CODES for row in load_nations(code).defacto], ids=str)
def test_each_mark_of_an_authority_gives_the_side_that_set_it_up(row: tuple[str, DeFacto]) -> None:
    code, held = row
    found = load_nations(code).side_of(held.example.replace("*", ""))
    assert found is not None
    assert found.side in re.findall("[A-Z]+", held.code)


@pytest.mark.parametrize("row", [(code, row) for code in CODES for row in load_nations(code).relations], ids=str)
def test_each_word_between_is_read_as_its_row_says(row: tuple[str, RelationRow]) -> None:
    code, between = row
    found = load_nations(code).side_of(between.example.replace("*", ""))
    if between.relation in STATING:
        assert found is not None
        assert found.side == "UA"
    if between.relation in UNSAID:
        assert found is None
