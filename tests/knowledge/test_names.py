"""Names are found among the words of a text, whether these are made one by one or all at once."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.names import Names, Spelling, cut_words

SPELLING = Spelling(articles=frozenset(("the",)), possessives=("'s", "'"), same={"saint": "st"})
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


@given(st.text(alphabet="SsTt OolaHhPp’'.-é\nthe ", max_size=50))
def test_words_made_when_asked_for_are_those_made_at_once(text: str) -> None:
    spelled, words = SPELLING.spell(cut_words(text)), SPELLING.words(text)
    assert [spelled[at] for at in range(len(spelled))] == words
    assert spelled.keys == [word.key for word in words]
    assert NAMES.hits(spelled) == NAMES.hits(words)
