"""Cutting a text at the edges of its marks."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.views.account import Numbered
from sayso.views.web.segments import Mention, Played, cut_segments
from sayso.vocabulary import Act, Span
from tests.views.readings import claim

TEXT = "Northern Post wrote that the doctor said that the mayor denied it."


def played(number: int, *content: str, text: str = TEXT, **known) -> Played:
    numbered = Numbered(label=str(number), claim=claim(text, *content, **known))
    return Played(key=f"r1-{number}", numbered=numbered, role="content")


NESTED = (
    played(1, "that the doctor said that the mayor denied it", cue="wrote", by=["Northern Post"]),
    played(2, "that the mayor denied it", cue="said", by=["the doctor"]),
    played(3, "it", cue="denied", by=["the mayor"]),
)


def test_nested_claims_are_marked_together_the_narrowest_first() -> None:
    found = {part.text: part for part in cut_segments(TEXT, NESTED)}
    assert found["it"].joins == "r1-3:content r1-2:content r1-1:content"
    assert found["it"].classes == "content deep"
    assert found["denied"].joins == "r1-3:cue r1-2:content r1-1:content"
    assert found["the doctor"].classes == "content source"


def test_claims_that_end_together_have_their_notes_together() -> None:
    notes = [(part.text, [note.numbered.label for note in part.notes]) for part in cut_segments(TEXT, NESTED)]
    assert [one for one in notes if one[1]] == [("it", ["1", "2", "3"])]


def test_claims_on_the_same_words_both_begin_there() -> None:
    twice = (played(1, "denied it", by=["the doctor"]), played(2, "denied it", by=["the mayor"]))
    (begin,) = [part.begins for part in cut_segments(TEXT, twice) if part.begins]
    assert begin == ("r1-1", "r1-2")


def test_content_in_parts_begins_with_the_first_and_has_its_note_after_the_last() -> None:
    parts = list(cut_segments(TEXT, (played(1, "that the doctor", "denied it", cue="said"),)))
    assert [part.text for part in parts if part.begins] == ["that the doctor"]
    assert [part.text for part in parts if part.notes] == ["denied it"]


def test_attitudes_have_classes_of_their_own_and_nest_with_nothing() -> None:
    both = (played(1, "the mayor denied it"), played(2, "denied it", cue="mayor", act=Act.ATTITUDE))
    found = {part.text: part.classes for part in cut_segments(TEXT, both)}
    assert found["denied it"] == "attitude-content content"
    assert found["mayor"] == "attitude-cue content"


def test_a_text_without_claims_is_one_segment() -> None:
    (part,) = cut_segments(TEXT, ())
    assert (part.text, part.classes, part.joins) == (TEXT, "", "")


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), max_size=12))
def test_the_segments_give_the_text_and_mark_exactly_what_is_named(places) -> None:
    text = "a\U0001f600b\r\ncд\u202e" * 4
    spans = [Span(start=start, end=start + length) for start, length in places]
    claims = [played(place, span.cut(text), text=text) for place, span in enumerate(spans)]
    named = {one.key: one.numbered.claim.content[0] for one in claims}
    at, marked = 0, dict.fromkeys(named, "")
    for part in cut_segments(text, claims):
        assert part.text == text[at : at + len(part.text)]
        at += len(part.text)
        for mark in part.marks:
            marked[mark.key] += part.text
    assert at == len(text)
    assert marked == {key: span.cut(text) for key, span in named.items()}


def test_a_mention_of_a_place_is_cut_with_the_claims_around_it() -> None:
    text = "He said that Vilne fell."
    inner = Mention(key="r1-p1", span=Span(start=13, end=18), is_resolved=True, is_first=True)
    outer = Mention(key="r1-p2", span=Span(start=8, end=18), is_resolved=True, is_first=True)
    parts = list(cut_segments(text, [], [outer, inner]))
    assert "".join(part.text for part in parts) == text
    assert [(part.text, part.mention and part.mention.key) for part in parts] == [
        ("He said ", None),
        ("that ", "r1-p2"),
        ("Vilne", "r1-p1"),
        (" fell.", None),
    ]
    assert [(part.begins_mention, part.ends_mention) for part in parts] == [
        (False, False),
        (True, False),
        (True, True),
        (False, False),
    ]
