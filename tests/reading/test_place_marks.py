"""Which words the network marks as places, and where a mention ends."""

from typing import NamedTuple

import numpy as np
import pytest

from sayso.knowledge import MetBy, NameKind
from sayso.knowledge.names import Spelling
from sayso.reading.linking import PLACE_KINDS, PLACE_LABELS, LinkParameters, place_columns
from sayso.reading.pieces import WORD
from sayso.reading.place_marks import FIRST, FIRST_ADJECTIVE, INSIDE, NONE, Speech, find_marked_places
from sayso.reading.windows import Window

SPELLING = Spelling(possessives=("'s", "'"))


def parameters() -> LinkParameters:
    nothing, distance = np.zeros(2, dtype=np.float32), np.zeros(3, dtype=np.float32)
    return LinkParameters(
        transitions=np.zeros((7, 7), dtype=np.float32),
        begins=np.zeros(7, dtype=np.float32),
        cue_nothing=nothing,
        cue_distance=distance,
        source_nothing=nothing,
        source_distance=distance,
        next_nothing=nothing,
        next_distance=distance,
    )


class Known(NamedTuple):
    """A place that is known by name."""

    population: int = 0
    by: MetBy = MetBy.EXACT
    country: str | None = None
    name_kind: NameKind = NameKind.OFFICIAL


class Names(frozenset):
    """Names of places, as a gazetteer knows them."""

    def has(self, name: str) -> bool:
        return name in self

    def find(self, name: str, *, language: str | None = None) -> tuple[Known, ...]:  # noqa: ARG002 - as the protocol
        return (Known(),) if name in self else ()


def find(text: str, labels: dict[str, int], *names: str) -> list:
    """Read a text whose words have the labels given, and no place elsewhere."""
    words = [found.span() for found in WORD.finditer(text)]
    window = Window(words=tuple(words), pieces=(0,), firsts=(0,) * len(words))
    columns = place_columns(parameters())
    features = np.zeros((len(words), columns.stop + PLACE_KINDS), dtype=np.float32)
    for row, (start, end) in enumerate(words):
        features[row, columns.start + labels.get(text[start:end], NONE)] = 9.0
    assert columns.stop - columns.start == PLACE_LABELS
    return [
        (text[one.span.start : one.span.end], one)
        for one in find_marked_places(text, [window], [features], parameters(), Speech(SPELLING), Names(names))
    ]


def test_words_of_a_name_are_one_mention():
    ((words, one),) = find("They left New Harbour at night.", {"New": FIRST, "Harbour": INSIDE})
    assert words == "New Harbour"
    assert one.names == ("New Harbour",)
    assert one.score > 0.9
    assert not one.is_adjective


@pytest.mark.parametrize("letter", ["U", "S"])
def test_an_abbreviation_of_letters_is_whole_where_one_is_marked(letter):
    assert [words for words, _ in find("Envoys of the U.S. met there.", {letter: FIRST})] == ["U.S."]


def test_what_joins_two_parts_of_a_name_makes_it_no_less_sure():
    labels = {"Old": FIRST, "Republic": INSIDE, "Sosna": FIRST}
    ((words, one),) = find("They left the Old Republic of the Sosna at night.", labels, "Old Republic of the Sosna")
    assert words == "Old Republic of the Sosna"
    assert one.score > 0.9


@pytest.mark.parametrize(
    "labels",
    [{"Republic": FIRST, "Sosna": FIRST}, {"Sosna": FIRST}, {"Old": FIRST, "Republic": INSIDE, "Sosna": FIRST}],
)
def test_what_a_state_calls_itself_is_one_name(labels):
    name = "Old Republic of the Sosna"
    assert [words for words, _ in find(f"They left the {name} at night.", labels, name)] == [name]


def test_a_longer_name_does_not_begin_with_a_small_letter():
    found = find("They left old towns of Sosna at night.", {"Sosna": FIRST}, "old towns of Sosna")
    assert [words for words, _ in found] == ["Sosna"]


def test_a_letter_that_ends_a_sentence_keeps_its_stop_out():
    assert [words for words, _ in find("They met in Vilne. A road led on.", {"Vilne": FIRST})] == ["Vilne"]


def test_a_name_ends_where_another_begins():
    found = find("From Sosna Vilne can be seen.", {"Sosna": FIRST, "Vilne": FIRST})
    assert [words for words, _ in found] == ["Sosna", "Vilne"]


@pytest.mark.parametrize(
    ("text", "word", "kept"),
    [
        ("Sosna's mayor left.", "Sosna's", "Sosna"),
        ("Sosna\u2019s mayor left.", "Sosna\u2019s", "Sosna"),
        ("The Sosna-based group left.", "Sosna-based", "Sosna"),
        ("They came to Vilne-Sosna by day.", "Vilne-Sosna", "Vilne-Sosna"),
    ],
)
def test_endings_are_left_out(text, word, kept):
    assert [words for words, _ in find(text, {word: FIRST})] == [kept]


def test_adjectives_are_told_apart():
    ((_, one),) = find("The Sosnian army left.", {"Sosnian": FIRST_ADJECTIVE})
    assert one.is_adjective


def test_small_letters_are_no_name_unless_all_are_small():
    assert not find("The river rose in Sosna.", {"river": FIRST})
    assert [words for words, _ in find("we left sosna", {"sosna": FIRST})] == ["sosna"]


def test_names_known_as_one_are_joined():
    labels = {"Sosna": FIRST, "Vilne": FIRST}
    assert [words for words, _ in find("They left Sosna and Vilne.", labels, "Sosna and Vilne")] == ["Sosna and Vilne"]
    assert [words for words, _ in find("They left Sosna and Vilne.", labels)] == ["Sosna", "Vilne"]


def test_capitalised_words_of_a_longer_known_name_are_taken_in():
    text = "They left Great Sosna Forest."
    assert [words for words, _ in find(text, {"Sosna": FIRST}, "Great Sosna")] == ["Great Sosna"]
    assert [words for words, _ in find(text, {"Sosna": FIRST}, "Sosna Forest")] == ["Sosna Forest"]
    assert [words for words, _ in find(text, {"Sosna": FIRST})] == ["Sosna"]


def test_the_last_full_stop_of_an_abbreviation_belongs_to_it():
    labels = {"U": FIRST, "S": INSIDE, ".": INSIDE}
    assert [words for words, _ in find("The U.S. army left", labels)] == ["U.S."]


@pytest.mark.parametrize(
    ("text", "known", "found"),
    [
        ("They took Sosna and Vilne at dawn.", ("Vilne",), ["Sosna", "Vilne"]),
        ("They took Vilne, Sosna at dawn.", ("Vilne",), ["Vilne", "Sosna"]),
        ("They took Sosna and Vilne at dawn.", (), ["Sosna"]),
        ("They took Sosna before Vilne was lost.", ("Vilne",), ["Sosna"]),
        ("They took Sosna. Vilne was lost.", ("Vilne",), ["Sosna"]),
    ],
    ids=["listed", "listed first", "unknown", "another word between", "another sentence"],
)
def test_the_gazetteer_decides_of_a_doubtful_name_in_a_list(text, known, found):
    words = [one.span() for one in WORD.finditer(text)]
    window = Window(words=tuple(words), pieces=(0,), firsts=(0,) * len(words))
    columns = place_columns(parameters())
    features = np.full((len(words), columns.stop + PLACE_KINDS), -9.0, dtype=np.float32)
    for row, (start, end) in enumerate(words):
        word = text[start:end]
        features[row, columns.start + NONE] = 0.0
        features[row, columns.start + FIRST] = {"Sosna": 9.0, "Vilne": -1.0}.get(word, -9.0)
    mentions = find_marked_places(text, [window], [features], parameters(), Speech(SPELLING), Names(known))
    assert [text[one.span.start : one.span.end] for one in mentions] == found


class AtWar(Names):
    """Names of places in a land at war."""

    def find(self, name: str, *, language: str | None = None) -> tuple[Known, ...]:
        return tuple(one._replace(country="UA") for one in super().find(name, language=language))


@pytest.mark.parametrize(
    ("known", "score", "found"),
    [
        (AtWar({"Vilne"}), 2.3, ["Vilne"]),
        (AtWar({"Vilne"}), 1.0, []),
        (Names({"Vilne"}), 2.3, []),
        (AtWar({"Sosna"}), 2.3, []),
    ],
    ids=["known at war", "too unsure", "at peace", "unknown"],
)
def test_the_gazetteer_decides_of_a_doubtful_name_in_a_land_at_war(known, score, found):
    text = "Vilne has fallen."
    words = [match.span() for match in WORD.finditer(text)]
    window = Window(words=tuple(words), pieces=(0,), firsts=(0,) * len(words))
    columns = place_columns(parameters())
    features = np.zeros((len(words), columns.stop + PLACE_KINDS), dtype=np.float32)
    features[:, columns.start + NONE] = 4.5
    features[0, columns.start + FIRST] = score
    mentions = find_marked_places(text, [window], [features], parameters(), Speech(SPELLING), known)
    assert [text[one.span.start : one.span.end] for one in mentions] == found
