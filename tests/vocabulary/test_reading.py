"""Every span of a reading lies in its text, every index in its lists."""

import attrs
import pytest

from sayso.errors import InputError
from sayso.vocabulary import Event, EventType, Flag, FlagKind, Reason, Remark, Remarked, Span
from tests.vocabulary.readings import TEXT, fill_reading

READING = fill_reading()
LINK = READING.claims[0].chain[0]
BEYOND = (Span(start=0, end=len(TEXT) + 1),)


def reason(report):
    return Reason(rule="name", score=1, words=((report, BEYOND[0]),))


def test_every_span_is_given_once():
    assert len(list(READING.spans())) == 3 + 2 + 2 + 3 + 3 + 4 + 4 + 6 + 1 + 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"claims": (attrs.evolve(READING.claims[0], content=BEYOND),)},
        {"claims": (attrs.evolve(READING.claims[0], cue=BEYOND),)},
        {
            "claims": (
                attrs.evolve(READING.claims[0], chain=(attrs.evolve(READING.claims[0].chain[0], mention=BEYOND[0]),)),
            )
        },
        {"claims": (attrs.evolve(READING.claims[0], chain=(attrs.evolve(LINK, reasons=(reason("r-1"),)),)),)},
        {"claims": (attrs.evolve(READING.claims[0], reasons=(reason("r-1"),)),)},
        {"claims": (attrs.evolve(READING.claims[0], remarks=(Remarked(remark=Remark.NO_EVIDENCE, span=BEYOND[0]),)),)},
        {
            "claims": (
                attrs.evolve(
                    READING.claims[0], flags=(Flag(kind=FlagKind.ATTRIBUTION_DROPPED, spans=BEYOND, why="so"),)
                ),
            )
        },
        {"attributions": (attrs.evolve(READING.attributions[0], source=BEYOND),)},
        {"attributions": (attrs.evolve(READING.attributions[0], cue=BEYOND),)},
        {"attributions": (attrs.evolve(READING.attributions[0], content=BEYOND),)},
        {"places": (attrs.evolve(READING.places[0], end=BEYOND[0].end),)},
        {"times": (attrs.evolve(READING.times[0], end=BEYOND[0].end),)},
        {"times": (attrs.evolve(READING.times[0], of=BEYOND[0]),)},
        {"durations": (attrs.evolve(READING.durations[0], end=BEYOND[0].end),)},
        {"quotations": BEYOND},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_span_beyond_the_text_is_refused_wherever_it_stands(wrong):
    with pytest.raises(InputError, match=r"report r-1: .* passes the end of the text"):
        attrs.evolve(READING, **wrong)


def test_a_count_is_part_of_one_that_its_claim_holds():
    [quantity, *others] = READING.claims[0].quantities
    lost = attrs.evolve(quantity, including=True, part_of=1 + len(others))
    claim = attrs.evolve(READING.claims[0], quantities=(lost, *others))
    with pytest.raises(InputError, match="counts a part of what it does not hold"):
        attrs.evolve(READING, claims=(claim,))


def test_words_of_other_reports_are_not_held_against_this_one():
    claim = attrs.evolve(READING.claims[0], reasons=(reason("r-2"),))
    assert attrs.evolve(READING, claims=(claim,)).claims == (claim,)


@pytest.mark.parametrize("event", [{"places": (1,)}, {"places": (0, 1)}, {"time": 1}])
def test_an_event_names_only_what_the_reading_holds(event):
    claim = attrs.evolve(READING.claims[0], events=(Event(type=EventType.OTHER), Event(type=EventType.CLASH, **event)))
    with pytest.raises(InputError, match="claim c-1"):
        attrs.evolve(READING, claims=(claim,))


def test_a_claim_need_not_speak_of_an_event():
    claim = attrs.evolve(READING.claims[0], events=())
    assert attrs.evolve(READING, claims=(claim,), places=(), times=(), durations=()).claims == (claim,)
