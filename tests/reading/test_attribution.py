"""What the text marks, over the borders of paragraphs."""

import re

import numpy as np
import pytest

from sayso.knowledge import load_language
from sayso.reading.attribution import Marked, find_marked
from sayso.reading.linking import LinkParameters
from sayso.reading.pack import open_pack
from sayso.reading.pieces import WORD
from sayso.reading.quotations import find_quotations
from sayso.reading.windows import Window
from tests.reading.tiny_pack import B_CONTENT, B_CUE, B_SOURCE, I_CONTENT, I_CUE, NONE, WIDTH

LANGUAGE = load_language("en")
LABELS = {
    "mayor": B_SOURCE,
    "doctor": B_SOURCE,
    "added": B_CUE,
    "said": B_CUE,
    "it": B_CUE,
    "expects": I_CUE,
    "two": B_CONTENT,
    "sank": I_CONTENT,
}


@pytest.fixture(scope="module")
def parameters(tiny_pack) -> LinkParameters:
    return open_pack(tiny_pack).parameters


def read(text: str, parameters: LinkParameters) -> list[Marked]:
    windows, features = [], []
    for paragraph in re.finditer(r"[^\n]+", text):
        words = tuple(word.span() for word in WORD.finditer(text, *paragraph.span()))
        windows.append(Window(words=words, pieces=(), firsts=()))
        made = np.zeros((len(words), WIDTH), dtype=np.float32)
        made[np.arange(len(words)), [LABELS.get(text[slice(*word)], NONE) for word in words]] = 5.0
        features.append(made)
    quotations = find_quotations(text, LANGUAGE.apostrophes)
    return list(find_marked(text, windows, features, parameters, quotations, LANGUAGE))


def contents(text: str, parameters: LinkParameters) -> list[list[str]]:
    return [[span.cut(text) for span in one.content] for one in read(text, parameters)]


def test_a_verb_of_speech_and_a_colon_lead_in_the_paragraph_behind(parameters: LinkParameters) -> None:
    text = "The mayor added:\n\nThe lock was shut. Nobody knew."
    assert contents(text, parameters) == [["The lock was shut. Nobody knew."]]


def test_what_is_marked_within_a_block_stays(parameters: LinkParameters) -> None:
    text = "The mayor added:\n\nThe doctor said two sank."
    assert contents(text, parameters) == [["The doctor said two sank."], ["two sank"]]


def test_of_a_paragraph_that_begins_with_a_quotation_only_that_is_led_in(parameters: LinkParameters) -> None:
    text = "The mayor added:\n\n\u201cThe lock was shut all night.\u201d Nobody answered."
    assert contents(text, parameters) == [["\u201cThe lock was shut all night.\u201d"]]


def test_without_a_colon_nothing_is_led_in(parameters: LinkParameters) -> None:
    assert contents("The mayor added.\n\nThe lock was shut.", parameters) == []


def test_a_pronoun_that_the_cue_swallowed_is_its_source(parameters: LinkParameters) -> None:
    text = "two sank, it expects."
    (one,) = read(text, parameters)
    assert [source.span.cut(text) for source in one.sources] == ["it"]
    assert [span.cut(text) for span in one.cue] == ["expects"]
