"""Turns of a transcript: what counts as one, and what becomes of the network's marks."""

from sayso.reading.attribution import Marked, MarkedSource
from sayso.reading.turns import find_turns, mark_turns
from sayso.vocabulary import Act, Span

TALK = (
    "A transcript follows.\n\n"
    '"ORLAN: Governor, was the lock shut?\n\n'
    '"DOVREK: The keeper said it was. We saw it.\n\n"(CROSSTALK.)\n\n"ORLAN: When?\n'
)


def at(text: str, words: str) -> Span:
    return Span(start=text.index(words), end=text.index(words) + len(words))


def marked(text: str, source: str, cue: str, content: str) -> Marked:
    named = MarkedSource(span=at(text, source), score=0.9, traits={})
    return Marked(
        sources=(named,), cue=(at(text, cue),), content=(at(text, content),), act=Act.SPEECH, score=0.9, traits={}
    )


def turns(text: str) -> list[tuple[str, str]]:
    return [(one.name.cut(text), one.words.cut(text)) for one in find_turns(text)]


def test_lines_labelled_in_capitals_are_turns() -> None:
    assert turns(TALK) == [
        ("ORLAN", "Governor, was the lock shut?"),
        ("DOVREK", "The keeper said it was. We saw it."),
        ("ORLAN", "When?"),
    ]


def test_headings_that_nobody_answers_are_no_turns() -> None:
    assert turns("UPDATE: The lock is open.\n\nTwo barges sank.\n\nUPDATE: The lock is shut.") == []


def test_labels_of_which_none_comes_back_are_no_turns() -> None:
    assert turns("WATCH: Two barges sink.\n\nRELATED: The lock is shut.") == []


def test_single_letters_name_nobody() -> None:
    assert turns("Q: Was it shut?\n\nA: It was.\n\nQ: When?\n\nA: On Monday.") == []


def test_a_turn_is_said_by_whom_its_label_names() -> None:
    first, *_ = mark_turns(TALK, ())
    assert [one.span.cut(TALK) for one in first.sources] == ["ORLAN"]
    assert [span.cut(TALK) for span in (*first.cue, *first.content)] == [":", "Governor, was the lock shut?"]
    assert first.act is Act.SPEECH


def test_what_is_marked_within_a_turn_stays_and_what_crosses_its_border_falls_away() -> None:
    inside = marked(TALK, "The keeper", "said", "it was")
    across = marked(TALK, "DOVREK", "was.", "was the lock shut?")
    found = mark_turns(TALK, (across, inside))
    assert inside in found
    assert across not in found


def test_a_report_without_turns_keeps_its_marks() -> None:
    text = "The keeper said it was."
    (one,) = mark_turns(text, [marked(text, "The keeper", "said", "it was")])
    assert one.content[0].cut(text) == "it was"
