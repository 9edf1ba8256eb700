"""Every row about places is read, and its example is found by the table it stands in."""

from importlib import resources
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import load_place_words
from sayso.knowledge.placewords import BesideRow, BuiltRow, HintRow, Side, SortRow, fold_name, read_place_words
from sayso.knowledge.tables import read_table

LANGUAGES = ("en", "ru", "uk")
FOLDER = Path(str(resources.files("sayso.knowledge") / "languages"))
HINTS = [(code, row) for code in LANGUAGES for row in load_place_words(code).hints.rows]
SORTS = [(code, row) for code in LANGUAGES for side in Side for row in load_place_words(code).sorts[side].rows]


def marked(example: str) -> tuple[int, str]:
    """Give where the words between stars begin in an example without stars, and that example."""
    return example.index("*"), example.replace("*", "")


@pytest.mark.parametrize(("code", "row"), HINTS, ids=lambda one: getattr(one, "words", one))
def test_the_example_of_a_hint_holds_its_words(code: str, row: HintRow) -> None:
    start, text = marked(row.example)
    found = {at: one for at, _, one in load_place_words(code).hints.find(text)}
    assert any(at <= start and one.kind is row.kind for at, one in found.items())


@pytest.mark.parametrize(("code", "row"), SORTS, ids=lambda one: getattr(one, "words", one))
def test_the_example_of_a_sort_holds_its_words(code: str, row: SortRow) -> None:
    start, text = marked(row.example)
    assert (start, row) in {(at, one) for at, _, one in load_place_words(code).sorts[row.side].find(text)}


@pytest.mark.parametrize("row", read_table(FOLDER / "en" / "beside.tsv", BesideRow), ids=lambda one: one.words[:20])
def test_the_example_of_words_beside_a_name_holds_them(row: BesideRow) -> None:
    words = row.example.split("*")[1].casefold().split()
    assert set(words) <= load_place_words("en").beside
    assert set(words) & set(row.words.split("|"))


@pytest.mark.parametrize("row", read_table(FOLDER / "en" / "buildings.tsv", BuiltRow), ids=lambda one: one.words[:20])
def test_the_example_of_what_is_built_ends_in_one_of_the_words(row: BuiltRow) -> None:
    word = row.example.split("*")[1].casefold()
    assert word in row.words.split("|")
    assert load_place_words("en").built[word] is row.kind


@pytest.mark.parametrize(
    ("written", "folded"), [("Ill.", "ill"), ("U.S.", "US"), ("IN", "IN"), ("in", "in"), ("W.Va.", "wva")]
)
def test_short_names_are_folded_without_stops(written: str, folded: str) -> None:
    assert fold_name(written) == folded


@pytest.mark.parametrize(
    ("name", "row", "wrong"),
    [
        ("hints.tsv", "far\tfarness\t-\t*far* from it", "not a valid HintWord"),
        ("sorts.tsv", "town\ttown\tbefore\ta *town*", "not a valid Sort"),
        ("sorts.tsv", "town\tsettlement\tbehind\ta *town*", "not a valid Side"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, name: str, row: str, wrong: str) -> None:
    for table in ("hints.tsv", "sorts.tsv"):
        (tmp_path / table).write_text((FOLDER / "uk" / table).read_text(encoding="utf-8"), encoding="utf-8")
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")
    with pytest.raises(KnowledgeError, match=wrong):
        read_place_words(tmp_path)


def test_a_language_without_nations_knows_none(tmp_path: Path) -> None:
    for table in ("hints.tsv", "sorts.tsv"):
        (tmp_path / table).write_text((FOLDER / "uk" / table).read_text(encoding="utf-8"), encoding="utf-8")
    assert read_place_words(tmp_path).states == {}
