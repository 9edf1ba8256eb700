"""Whom a sentence names beside the sources that are marked in it."""

import pytest

from sayso.knowledge import load_language
from sayso.reading.relayed import find_document, find_hearer, find_told
from sayso.vocabulary import Span
from tests.reading.made import mark

ENGLISH = load_language("en")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[The miller] {told} state radio that <the ford was clear>.", "state radio"),
        ("<“It burned,”> [the miller] {told} Radio Liberty by phone.", "Radio Liberty"),
        ("Speaking to the newspaper by phone, [the miller] {said} <the ford was clear>.", "the newspaper"),
        ("[The miller], {citing} [the guild], told Reuters that <the ford was clear>.", "Reuters"),
        ("[The miller] {told} UNICEF that <the ford was clear>.", "UNICEF"),
        ("[The ambassador] {told} UNICEF that <the ford was clear>.", None),
        ("[The miller] {told} villagers that <the ford was clear>.", None),
        ("[The miller] {announced} <the truce> on television late on Monday.", None),
        ("[The miller] {told} [Reuters] <the ford was clear>.", None),
    ],
)
def test_the_outlet_that_was_told_is_found_wherever_it_stands(line, found):
    text, marked = mark(line)
    sources = [one.span for one in marked.sources]
    told = find_told(text, Span(start=0, end=len(text)), marked.content, sources, ENGLISH)
    assert (told.cut(text) if told else None) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("A memo, {seen by} [the wire], says <the lock burned>.", ["A memo"]),
        ("A leaked cable from the consul, {read by} [the wire], says <it burned>.", ["A leaked cable", "the consul"]),
        ("The barge, {seen by} [the wire], <was burning at noon>.", []),
    ],
)
def test_the_document_that_a_source_has_seen_is_found_with_its_author(line, found):
    text, marked = mark(line)
    sources = [one.span for one in marked.sources]
    spans = find_document(text, Span(start=0, end=len(text)), marked.content, sources, ENGLISH)
    assert [span.cut(text) for span in spans] == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[A guard] {had told} her that <he lived>.", "her"),
        ("[A guard] {wrote} to her that <he lived>.", "her"),
        ("[A guard] {told us} <he lived>.", "us"),
        ("[A guard] {told} her brother that <he lived>.", None),
        ("[A guard] {said} on his channel that <he lived>.", None),
        ("[A guard] {told} this paper <he lived>.", "this paper"),
    ],
)
def test_the_pronoun_behind_a_verb_says_who_was_told(line, found):
    text, marked = mark(line)
    hearer = find_hearer(text, marked.cue, marked.content[0], ENGLISH)
    assert (hearer.cut(text) if hearer else None) == found
