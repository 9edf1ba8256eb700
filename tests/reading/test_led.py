"""What is said before another answers; test_short_reports.py and its cases tell the rest."""

from sayso.knowledge import load_language
from sayso.reading.led import mark_leads
from sayso.reading.text import find_sentences
from sayso.vocabulary import Span
from tests.reading.made import mark


def leads(line):
    """Give what is said before the first that is marked in each sentence."""
    language = load_language("en")
    text, marked = mark(line)
    sentences = find_sentences(text, (), language.abbreviations, "en") or [Span(start=0, end=len(text))]
    found = mark_leads(text, [marked], (), sentences, language)
    return [one.content[0].cut(text) for one in found if one is not marked]


def test_somebody_who_says_something_before_a_comma_is_heard():
    assert leads("The guard said that the mill was shut, but [bakers] {deny} <it>.") == ["the mill was shut"]
    assert leads("The guard said that the mill was shut, [bakers] {deny} <it>.") == ["the mill was shut"]


def test_what_is_no_clause_that_somebody_says_is_left():
    assert leads("The guard said that the mill was shut as [bakers] {deny} <it>.") == []
    assert leads("The guard said the mill was shut, but [bakers] {deny} <it>.") == []
    assert leads("The mill said that the ford was shut, but [bakers] {deny} <it>.") == []
    assert leads("The guard said that so, but [bakers] {deny} <it>.") == []
    assert leads("The guard said, but [bakers] {deny} <it>.") == []
    assert leads("The guard shut the mill, but [bakers] {deny} <it>.") == []
    assert leads("[Bakers] {deny} <it>.") == []
    assert leads("The guard said that " + "the mill and " * 80 + "the ford were shut, but [bakers] {deny} <it>.") == []
