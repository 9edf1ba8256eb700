"""Names are found among the words of a text, whether these are made one by one or all at once."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge import names
from sayso.knowledge.names import WHOLE, Names, Spelling, cut_words

SPELLING = Spelling(articles=frozenset(("the",)), possessives=("'s", "'"), same={"saint": "st"})
CHANGING = Spelling(possessives=("'s",), endings=frozenset(("а", "у", "ой", "s")), whole=frozenset(("ола",)))
NAMES = Names([("The Harbour Post", 1), ("St Ola", 2), ("HP", 3), ("Rhône-Sud", 4)], SPELLING)


def found(text: str) -> list[tuple[str, int]]:
    words = SPELLING.spell(cut_words(text))
    return [(text[words[hit.first].start : words[hit.last - 1].end], hit.value) for hit in NAMES.hits(words)]


def test_articles_and_possessive_endings_are_left_out() -> None:
    assert found("The Harbour Post’s man told the HP.") == [("Harbour Post", 1), ("HP", 3)]


def test_words_that_are_the_same_meet_and_accents_do_not_count() -> None:
    assert found("Saint Ola lies in Rhone Sud") == [("Saint Ola", 2), ("Rhone Sud", 4)]


def test_a_mark_parts_a_name() -> None:
    assert found("St. Ola, St; Ola, St-Ola") == [("St-Ola", 2)]


def test_an_ending_is_taken_off_the_key_and_off_capitals_but_not_off_the_place() -> None:
    text = "Марку у ОЗЛа, Ола’s Harbours, НОВОЙ ОЗОЙ"
    words = CHANGING.spell(cut_words(text))[:]
    assert [(text[word.start : word.end], word.written, word.key) for word in words] == [
        ("Марку", "Марку", "марк"),
        ("у", "у", "у"),
        ("ОЗЛа", "ОЗЛ", "озл"),
        ("Ола", "Ола", f"{WHOLE}ола"),
        ("Harbours", "Harbours", "harbour"),
        ("НОВОЙ", "НОВОЙ", "новои"),
        ("ОЗОЙ", "ОЗОЙ", "озои"),
    ]


def test_a_whole_word_meets_no_beginning_of_another_whatever_it_ends_in() -> None:
    spelling = Spelling(endings=frozenset(("ия",)), whole=frozenset(("над",)))
    assert [word.key for word in spelling.words("над Надия")] == [f"{WHOLE}над", "над"]


@pytest.mark.parametrize("spelling", [SPELLING, CHANGING])
@given(text=st.text(alphabet="SsTt OolaHhPp’'.-é\nthe аОзу", max_size=50))
def test_words_made_when_asked_for_are_those_made_at_once(spelling: Spelling, text: str) -> None:
    spelled, words = spelling.spell(cut_words(text)), spelling.words(text)
    assert [spelled[at] for at in range(len(spelled))] == words
    assert spelled.keys == [word.key for word in words]
    assert NAMES.hits(spelled) == NAMES.hits(words)


def test_names_that_are_entered_together_leave_each_other_alone() -> None:
    table = Names([("Mill", 1), ("Quay the", 2), ("Post", 3)], SPELLING)
    assert [table.whole(name) for name in ("Mill", "Quay", "Post", "The Post", "Mill Quay")] == [1, 2, 3, 3, None]


@given(st.lists(st.sampled_from(["the", "Ola", "Quay’s", "Dock’", "«Mill»", "В’юн", "Рола", "-", "7"]), min_size=1))
def test_the_reach_of_words_is_that_of_the_first_and_the_last(words: list[str]) -> None:
    spelled = CHANGING.spell(cut_words(" ".join(words)))
    for first in range(len(spelled)):
        for last in range(first + 1, len(spelled) + 1):
            assert spelled.reach(first, last) == (spelled[first].start, spelled[last - 1].end)


def test_no_more_words_are_remembered_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "MOST_KEPT", 2)
    spelling = attrs.evolve(CHANGING)
    assert [word.key for word in spelling.words("Ола лодку лодкой лодка")] == ["=ола", "лодк", "лодк", "лодк"]
    assert len(spelling._kept) <= 2
