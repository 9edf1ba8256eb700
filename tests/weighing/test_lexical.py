from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.lexical import Collection, Rarity, compare_features, features_of, likeness, words_of

TEXTS = (
    "The ferry to Sosnove sank in the storm, the harbour master said.",
    "The ferry to Vilne is late, the harbour master said.",
    "A crane fell on the quay of Sosnove.",
    "The mayor of Vilne opened the market.",
    "In the storm the lights went out in the town.",
)
WORDS = [words_of(text) for text in TEXTS]
RARITY = Rarity.count(features_of(words) for words in WORDS)
some_words = st.lists(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8), max_size=12)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bridge closed!", ("bridge", "closed")),
        ("#BridgeClosed", ("bridge", "closed")),
        ("#МістЗакрито", ("міст", "закрито")),
        ("@NATOSummit2019", ("nato", "summit", "2019")),
        ("12th of May, 4,100 men", ("12th", "of", "may", "4", "100", "men")),
        ("the mayor's half-sister", ("the", "mayor", "s", "half", "sister")),
        ("see https://example.org/BridgeClosed?x=1 or WWW.example.org now", ("see", "or", "now")),
        ("closed pic.twitter.com/a1B2c3", ("closed",)),
        ("_ … !", ()),
        ("", ()),
    ],
)
def test_words_are_small_without_links_and_taken_apart_at_capitals(text, words):
    assert words_of(text) == words


def test_features_are_words_beginnings_and_runs_within_and_across_words():
    assert features_of(["ferry", "sank"]) == Counter(
        [
            *("wferry", "wsank", "sferr", "ssank"),
            *("g fer", "gferr", "gerry", "grry ", "g san", "gsank", "gank "),
            *("x fer", "xferr", "xerry", "xrry ", "xry s", "xy sa", "x san", "xsank", "xank "),
        ]
    )


def test_numbers_have_no_beginning_in_common():
    assert not {"s2019", "s2018"} & features_of(["20190"]).keys()
    assert not features_of(["20191"]).keys() & {one for one in features_of(["20192"]) if one.startswith("s")}


def test_short_words_and_none_have_few_features_or_none():
    assert features_of(["a"]) == Counter(["wa", "sa"])
    assert features_of([]) == Counter()


def test_long_words_are_cut():
    assert features_of(["x" * 10_000]) == features_of(["x" * 5_000])


def test_rare_words_count_more_than_frequent_ones():
    shares_names = likeness(words_of("Sosnove, the quay"), WORDS[2], RARITY)
    shares_the_rest = likeness(words_of("of a the on"), WORDS[2], RARITY)
    assert shares_names > shares_the_rest > 0


def test_forms_of_a_word_meet():
    assert likeness(["sinking", "ferries"], ["sinks", "ferry"], RARITY) > 0
    assert likeness(["ferry"], ["crane"], RARITY) == 0


def test_nothing_is_like_nothing():
    assert likeness([], [], RARITY) == likeness([], ["ferry"], RARITY) == 0


def test_rarity_of_no_texts_is_the_same_for_all_words():
    none = Rarity.count([])
    assert none.weigh("wferry") == none.weigh("wcrane") > 0


def test_more_counted_than_there_are_texts_still_counts_something():
    assert Rarity(texts=2, counts={"wa": 5}).weigh("wa") > 0


@given(some_words, some_words)
def test_likeness_is_symmetric_and_between_nothing_and_one(one, other):
    found = likeness(one, other, RARITY)
    assert found == likeness(other, one, RARITY)
    assert 0 <= found <= 1


@given(some_words.filter(bool))
def test_a_text_is_most_like_itself(words):
    assert likeness(words, words, RARITY) == pytest.approx(1)


def test_texts_are_ranked_by_what_they_share():
    ranked = Collection(WORDS).rank(words_of("Storm sinks #SosnoveFerry"), 3)
    assert ranked[0].number == 0
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)


def test_what_shares_nothing_is_not_ranked():
    collection = Collection([["ferry"], ["crane"]])
    assert [one.number for one in collection.rank(["ferry"], 5)] == [0]
    assert collection.rank(["unheard", "of"], 5) == []
    assert collection.rank([], 5) == []


def test_texts_of_the_same_words_are_ranked_once_as_the_first():
    ranked = Collection([["crane"], ["ferry", "sank"], ["ferry", "sank"], ["ferry"]]).rank(["ferry", "sank"], 5)
    assert [one.number for one in ranked] == [1, 3]


def test_of_two_that_match_alike_the_earlier_comes_first():
    ranked = Collection([["late", "ferry"], ["long", "ferry"]]).rank(["ferry"], 5)
    assert [one.number for one in ranked] == [0, 1]


def test_empty_collection_has_no_match():
    assert Collection([]).rank(["ferry"], 5) == []
    assert Collection([[]]).rank(["ferry"], 5) == []


@given(some_words)
def test_the_very_text_is_ranked_first(words):
    ranked = Collection([*WORDS, tuple(words)]).rank(words, 1)
    assert [one.number for one in ranked] == ([len(WORDS)] if words else [])


def test_features_compare_as_their_words_do():
    one, other = (features_of(words) for words in WORDS[:2])
    assert compare_features(one, other, RARITY) == likeness(WORDS[0], WORDS[1], RARITY)
