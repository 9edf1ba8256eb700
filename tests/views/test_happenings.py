"""Events in words; and nothing that is planned, feared, supposed, denied or asked passes for what has happened."""

import re
from itertools import product

import attrs
import pytest

from sayso.views.cli.terminal import compose_reading
from sayso.views.happenings import count_events, list_events, word_event, word_kind, word_trigger
from sayso.views.web import render_readings
from sayso.vocabulary import (
    Act,
    Direction,
    Event,
    EventType,
    Modality,
    Participant,
    Reason,
    Stance,
    has_happened,
    write_reading,
)
from tests.views.readings import claim, dated, find, placed, reading

WAYS = list(product(Stance, Modality, (None, False, True)))
COUNTED = {
    (Stance.ASSERTS, modality, supposed)
    for modality in (Modality.ACTUAL, Modality.ONGOING)
    for supposed in (None, False)
}
TEXT = " ".join(f"Clerk{number} said raid{number}." for number in range(len(WAYS)))


def told():
    """Give a reading with a claim for every stance, modality and supposition; its event is known by its trigger."""
    return reading(
        TEXT,
        *(
            claim(
                TEXT,
                f"raid{number}.",
                by=[f"Clerk{number} "],
                act=Act.SPEECH,
                stance=stance,
                hypothetical=supposed,
                events=(Event(type=EventType.CLASH, trigger=find(TEXT, f"raid{number}."), modality=modality),),
            )
            for number, (stance, modality, supposed) in enumerate(WAYS)
        ),
    )


EXPECTED = {f"raid{number}." for number, way in enumerate(WAYS) if way in COUNTED}


def test_one_function_tells_what_has_happened():
    claims = told().claims
    assert {one.content[0].cut(TEXT) for one in claims if has_happened(one, one.event)} == EXPECTED


def test_the_json_flags_those_alone():
    written = write_reading(told())
    flagged = {
        TEXT[slice(*event["trigger"])] for one in written["claims"] for event in one["events"] if event["happened"]
    }
    assert flagged == EXPECTED


def test_the_terminal_counts_and_dots_those_alone():
    lines = [line.plain for line in compose_reading(told(), seconds=0.1, show_all=True, width=200)]
    first = next(place for place, line in enumerate(lines) if line.startswith("Events"))
    assert lines[first] == f"Events  {len(COUNTED)} events said to have happened"
    listed = lines[first + 1 : first + 1 + len(WAYS)]
    assert {re.search(r"raid\d+\.", line)[0] for line in listed if line.startswith(" \u00b7")} == EXPECTED
    assert sum(line.startswith(" \u00d7") for line in listed) == len(WAYS) - len(COUNTED)


def test_the_page_counts_and_sets_apart_those_alone():
    page = render_readings([told()], (), show_all=True)
    section = page[page.index('<section class="what"') :]
    section = section[: section.index("</section>")]
    assert f"{len(COUNTED)} events said to have happened" in section
    items = section.split("<li")[1:]
    plain = {re.search(r"raid\d+\.", item)[0] for item in items if not item.startswith(' class="doubtful"')}
    assert plain == EXPECTED
    assert len(items) == len(WAYS)


def test_an_event_is_put_in_words():
    whole = dated()
    text = whole.report.text
    event = Event(
        type=EventType.CONTROL,
        trigger=find(text, "fell"),
        time=0,
        actor=Participant(span=find(text, "It"), name="guard", side="UA"),
        target=Participant(span=find(text, "The road"), name="road"),
        direction=Direction.TAKEN,
        modality=Modality.ACTUAL,
        reasons=(Reason(rule="<b>words", score=1.0),),
    )
    whole = attrs.evolve(whole, claims=(claim(text, "It fell", stance=Stance.ASSERTS, events=(event,)),))
    [listed] = list_events(whole)
    assert (word_kind(event), word_trigger(whole, event)) == ("control (taken)", ("fell", "3\u20137"))
    words = ("actor guard (UA)", "target road", "2024-05-02", "actual", "in the report\u2019s own voice")
    assert word_event(whole, listed) == words
    assert count_events([listed]) == "1 event"
    lines = [line.plain for line in compose_reading(whole, seconds=0.1, show_all=True, width=100, show_why=True)]
    assert (
        " \u00b7  control (taken) \u00b7 fell 3\u20137 \u00b7 actor guard (UA) \u00b7 target road \u00b7 2024-05-02 \u00b7 actual"
        in "\n".join(lines)
    )
    assert any("1.00  <b>words" in line for line in lines)
    page = render_readings([whole], (), show_all=False)
    assert "&lt;b&gt;words" in page


def test_an_event_without_words_of_its_own_names_its_places_once():
    whole = placed()
    event = Event(type=EventType.OTHER, places=(0, 4))
    told_here = attrs.evolve(whole.claims[0], events=(event,))
    whole = attrs.evolve(whole, claims=(told_here,))
    [listed] = list_events(whole)
    assert word_trigger(whole, event) == ("", "")
    assert word_event(whole, listed) == ("at Vilne", "cannot tell whether", "claim 1")


@pytest.mark.parametrize("width", [40, 76, 120])
def test_no_line_passes_the_width_or_moves_the_cursor(width):
    whole = placed()
    text = whole.report.text
    hostile = Participant(span=find(text, "Strikes"), name="\x1b[31m<b>Strikes\u202e" * 6)
    event = Event(type=EventType.STRIKE, trigger=find(text, "<b>Vilne\u202e</b>"), places=(1,), actor=hostile)
    whole = attrs.evolve(whole, claims=(attrs.evolve(whole.claims[0], events=(event,)),))
    lines = list(compose_reading(whole, seconds=0.1, show_all=True, width=width, show_why=True))
    assert max(line.cell_len for line in lines) <= width
    assert not set("".join(line.plain for line in lines)) & set("\x1b\u202e")
    assert "<b>Strikes" not in render_readings([whole], (), show_all=True)


def test_a_reading_without_events_says_nothing_of_them():
    whole = reading("Rain fell.", claim("Rain fell.", "Rain fell."))
    assert list_events(whole) == ()
    assert 'class="what"' not in render_readings([whole], (), show_all=True)
