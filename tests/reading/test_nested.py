"""Reports within reports."""

import pytest

from sayso.knowledge import load_language
from sayso.reading.nested import find_inserted, find_nested, find_speaker
from sayso.vocabulary import Span
from tests.reading.made import mark

ENGLISH = load_language("en")


def nested(line: str) -> tuple[str, str, str] | None:
    text, marked = mark(line)
    marks = (*(one.span for one in marked.sources), *marked.cue)
    found = find_nested(text, Span(start=0, end=len(text)), marked.content, marks, ENGLISH)
    return (found.source.cut(text), found.cue.cut(text), found.content.cut(text)) if found else None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "[A baker] {said} <scouts had told her to leave by noon>.",
            ("scouts", "had told her", "to leave by noon"),
        ),
        (
            "[A baker] {said} that <the queen had assured the guild that the lock was safe>.",
            ("the queen", "had assured the guild", "the lock was safe"),
        ),
        (
            "[A widow] {said} <she had been told by a guard that he lived>.",
            ("a guard", "had been told by", "he lived"),
        ),
        (
            "[A baker] {said} <her brother, a conscript, had warned her that the lock would burn>.",
            ("her brother, a conscript", "had warned her", "the lock would burn"),
        ),
        (
            "<The queen has denied selling the lock>, {according to} [the wire].",
            ("The queen", "has denied", "selling the lock"),
        ),
        (
            "The ministry denied that <its boats had sunk the ferry>, [the wire] {reported}.",
            ("The ministry", "denied", "its boats had sunk the ferry"),
        ),
        (
            "[A widow] {said she had been told by} <a guard that he lived>.",
            ("a guard", "had been told by", "he lived"),
        ),
    ],
)
def test_the_source_behind_the_marked_one_is_found(line, found):
    assert nested(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "[A baker] {said} <the lock was empty because scouts had told them to leave>.",
        "[A baker] {said} <the men who had told them to leave were drunk>.",
        "[A baker] {said} <leaflets had told them to leave>.",
        "[A baker] {said} <his men had been promised a rest in August>.",
        "[A baker] {said} <the lock was safe>.",
    ],
    ids=["another clause", "a clause about somebody", "a document", "nobody named", "no report"],
)
def test_what_tells_of_no_report_is_left_whole(line):
    assert nested(line) is None


def speaker(line: str) -> str | None:
    text, marked = mark(line)
    sources = [one.span for one in marked.sources]
    found = find_speaker(text, Span(start=0, end=len(text)), marked.content[0], sources, ENGLISH)
    return found.cut(text) if found else None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("In a letter {seen by} [the wire], the governor asked for <more boats>.", "the governor"),
        ("In her notes, which [a cousin] {sent} us, she says that <the lock burned>.", "she"),
        ("In a talk with [the wire], [the general] {said} <the lock would hold>.", None),
        ("[The guild] {admitted} moving its boats but denied <having lost the lock>.", None),
        ("[The guild] {accused} the wire of lies, <a charge> it denies.", None),
    ],
)
def test_who_stands_with_a_verb_before_the_content_speaks(line, found):
    assert speaker(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "[The gazette] {claimed} that, in the words of “a friend from the crew”, <the tug was lost>.",
            "a friend from the crew",
        ),
        ("[The gazette] {claimed} that, according to a stoker, <the tug was lost>.", "a stoker"),
        ("[The gazette] {claimed} on Monday that <the tug was lost>.", None),
        ("In the words of a stoker, [the gazette] {claimed}, <the tug was lost>.", None),
        ("[The gazette] {claimed} that, according to a stoker, who was aboard, <the tug was lost>.", None),
    ],
)
def test_who_is_named_between_commas_before_the_content_stands_behind_the_source(line, found):
    text, marked = mark(line)
    sources = [one.span for one in marked.sources]
    inserted = find_inserted(text, Span(start=0, end=len(text)), marked.content[0], sources, ENGLISH)
    assert (inserted.cut(text) if inserted else None) == found
