"""What the network learns from: labels, arcs and traits on the words of a window."""

from itertools import pairwise

import numpy as np
import pytest
from tokenizers import Tokenizer

from attribution.data import LABELS, PLACE_KINDS, PLACE_LABELS, TO_NOTHING, UNSAID, Example, examples_of
from sayso.reading.pieces import Cutter
from sayso.reading.windows import make_windows
from tests.reading.tiny_pack import write_tiny_pack

TEXT = "The wire said so, the mayor said the bridge is closed. All rain fell. The doctor left home, the mayor said."


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory) -> Tokenizer:
    return Tokenizer.from_file(str(write_tiny_pack(tmp_path_factory.mktemp("pack")) / "tokenizer.json"))


def at(words: str, nth: int = 0) -> list[int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return [start, start + len(words)]


def read(document: dict, tokenizer: Tokenizer) -> tuple[Example, list[str]]:
    (window,) = make_windows(TEXT, Cutter(tokenizer))
    (example,) = examples_of({"text": TEXT, **document}, tokenizer)
    return example, [TEXT[start:end] for start, end in window.words]


def place(words: list[str], word: str, nth: int = 0) -> int:
    return [i for i, one in enumerate(words) if one == word][nth]


def link(mention: list[int], **traits: str) -> dict:
    return {"mention": mention, "name": "x", "kind": "person", "naming": "named", "role": "unknown", **traits}


CHAIN = {
    "claims": [
        {
            "content": [at("the bridge is closed")],
            "cue": [at("said"), at("said", 1)],
            "chain": [link(at("wire"), kind="outlet"), link(at("mayor"))],
            "stance": "asserts",
            "hedged": False,
        },
        {"content": [at("All rain fell")], "cue": [], "chain": [], "stance": "asserts", "hedged": False},
        {
            "content": [at("The doctor left home")],
            "cue": [at("said", 2)],
            "chain": [link(at("wire")), link(at("mayor", 1))],
            "stance": "predicts",
            "hedged": True,
        },
    ]
}


def test_every_link_of_a_chain_is_a_source_and_the_arcs_run_along_it(tokenizer):
    example, words = read(CHAIN, tokenizer)
    labels = [LABELS[label] for label in example.by_word["labels"]]
    wire, mayor, said = place(words, "wire"), place(words, "mayor"), place(words, "said")
    assert labels[wire - 1 : wire + 1] == ["B-source", "I-source"]
    assert example.by_word["cue_of"][place(words, "bridge")] == said
    assert example.by_word["source_of"][said] == wire - 1
    assert example.by_word["next_of"][wire - 1] == mayor - 1
    assert example.by_word["next_of"][mayor - 1] == TO_NOTHING
    assert example.by_word["kind"][wire - 1] == 2


def test_a_link_taken_over_from_an_earlier_sentence_is_left_to_the_reader(tokenizer):
    example, words = read(CHAIN, tokenizer)
    said, mayor = place(words, "said", 2), place(words, "mayor", 1)
    assert example.by_word["source_of"][said] == mayor - 1
    assert example.by_word["stance"][place(words, "The", 1)] == 3
    assert example.by_word["hedged"][place(words, "The", 1)] == 1


def test_what_the_report_says_itself_has_no_label(tokenizer):
    example, words = read(CHAIN, tokenizer)
    rain = place(words, "rain")
    assert example.by_word["labels"][rain] == 0
    assert example.by_word["cue_of"][rain] == UNSAID


def test_attributions_may_share_a_source_and_both_are_learned(tokenizer):
    shared = {
        "attributions": [
            {"source": [at("The wire")], "cue": [at("said")], "content": [at("so")]},
            {"source": [at("The wire")], "cue": [at("said", 1)], "content": [at("the bridge is closed")]},
        ]
    }
    example, words = read(shared, tokenizer)
    heads = [example.by_word["source_of"][place(words, "said", nth)] for nth in (0, 1)]
    assert heads == [0, 0]
    assert example.by_word["next_of"] == (UNSAID,) * len(words)


def test_inside_labels_follow_their_own_begin(tokenizer):
    example, _ = read(CHAIN, tokenizer)
    for before, after in pairwise((0, *example.by_word["labels"])):
        assert after == 0 or after % 2 == 1 or before in (after, after - 1)


def test_places_are_labelled_and_attributions_left_unsaid(tokenizer):
    text_places = [{"start": TEXT.index("bridge"), "end": TEXT.index("bridge") + 6, "fcode": "PPLC"}]
    example, words = read({"places": text_places}, tokenizer)
    bridge = place(words, "bridge")
    assert set(example.by_word["labels"]) == {UNSAID}
    assert [i for i, label in enumerate(example.by_word["place"]) if label] == [bridge]
    assert example.by_word["place"][bridge] == PLACE_LABELS.index("B-place")
    assert example.by_word["place_kind"][bridge] == PLACE_KINDS.index("settlement")


def test_a_source_is_neither_said_to_be_a_place_nor_not(tokenizer):
    claim = {"content": [at("the bridge is closed")], "cue": [at("said", 1)], "stance": "asserts", "hedged": False}
    example, words = read({"claims": [{**claim, "chain": [link(at("mayor"))]}], "places": []}, tokenizer)
    assert example.by_word["place"][place(words, "mayor")] == UNSAID
    assert example.by_word["place"][place(words, "bridge")] == 0


def test_texts_without_places_say_nothing_of_them(tokenizer):
    example, _ = read({"attributions": []}, tokenizer)
    assert set(example.by_word["place"]) == {UNSAID}


def test_what_only_the_teacher_has_read_says_nothing_by_itself(tokenizer):
    size = len(make_windows(TEXT, Cutter(tokenizer))[0].words)
    seen = np.zeros((size, 8), dtype=np.float16)
    example, _ = read({"seen": [seen]}, tokenizer)
    assert set(example.by_word["labels"]) == {UNSAID}
    assert example.seen is seen


def test_what_the_teacher_saw_is_left_out_where_the_words_are_others(tokenizer):
    example, _ = read({"seen": [np.zeros((1, 8), dtype=np.float16)]}, tokenizer)
    assert example.seen is None
