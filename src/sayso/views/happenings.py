"""The events of a reading in words: first those that count as having happened, then what is planned, feared or denied.

Whether an event counts is decided in one place, ``has_happened``; nothing is listed or counted here past it.
"""

from collections.abc import Iterator, Sequence

import attrs

from sayso.views.account import UNKNOWN_SIDE, Numbered, take_account, word_offsets
from sayso.views.safely import count
from sayso.vocabulary import Event, Modality, Participant, Reading, has_happened
from sayso.vocabulary.withheld import WITHHELD


@attrs.frozen(kw_only=True)
class Listed:
    """An event and the claim that tells it; ``happened``: it counts as having happened by its origin's word."""

    numbered: Numbered
    event: Event
    happened: bool


def list_events(reading: Reading) -> tuple[Listed, ...]:
    """Give the events of all claims in the order of the text: those that have happened, then all others."""
    account = take_account(reading)
    told = sorted((*account.attributed, *account.unsourced, *account.own), key=lambda one: one.claim.content[0])
    listed = [
        Listed(numbered=one, event=event, happened=has_happened(one.claim, event))
        for one in told
        for event in one.claim.events
    ]
    return tuple(sorted(listed, key=lambda one: not one.happened))


def count_events(listed: Sequence[Listed]) -> str:
    """Say how many events have happened by the word of their origins; others are no part of it."""
    return count(sum(one.happened for one in listed), "event")


def word_kind(event: Event) -> str:
    """Name an event by its type, and what becomes of a place by its direction."""
    return f"{event.type} ({event.direction})" if event.direction else str(event.type)


def word_trigger(reading: Reading, event: Event) -> tuple[str, str]:
    """Give the words that tell an event, with their offsets; nothing where no words do by themselves."""
    if event.trigger is None:
        return "", ""
    return event.trigger.cut(reading.report.text), word_offsets((event.trigger,))


def word_event(reading: Reading, listed: Listed) -> tuple[str, ...]:
    """Say what is known of an event: by whom and to whom, where, when, how it is spoken of, and in which claim."""
    return tuple(_words(reading, listed))


def _words(reading: Reading, listed: Listed) -> Iterator[str]:
    event = listed.event
    if event.actor is not None:
        yield f"actor {_name(event.actor)}"
    if event.target is not None:
        yield f"target {_name(event.target)}"
    named = [reading.places[place].name for place in event.places]
    if places := ", ".join(dict.fromkeys(name for name in named if name != WITHHELD)):
        yield f"at {places}"
    if event.time is not None:
        yield reading.times[event.time].value
    yield "cannot tell whether" if event.modality is Modality.UNKNOWN else str(event.modality)
    yield f"claim {listed.numbered.label}" if listed.numbered.label else "in the report\u2019s own voice"


def _name(participant: Participant) -> str:
    is_known = participant.side != UNKNOWN_SIDE
    return f"{participant.name} ({participant.side})" if is_known else participant.name
