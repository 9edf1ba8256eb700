"""Whoever an origin calls its own has its side; what states another side, or may be anybody, keeps its own."""

import attrs
import pytest

from sayso.reading.own_forces import add_own_sides
from sayso.vocabulary import (
    Claim,
    ClaimKind,
    Event,
    EventType,
    Link,
    LinkKind,
    Naming,
    Participant,
    Provenance,
    ReaderVersion,
    Reading,
    Reason,
    Report,
    Role,
    Span,
    Stance,
)


def sides_of(text, trigger, actor=None, target=None, **more):
    """Give the sides of who does it and to whom in a claim whose content begins behind `said `; None where nobody is."""
    told = {"lang": "en", "side": "UA", "kind": LinkKind.ORGANISATION, "own": "unknown"} | more

    def span(words):
        start = text.rindex(words)
        return Span(start=start, end=start + len(words))

    link = Link(
        mention=Span(start=0, end=3),
        name="one",
        kind=told["kind"],
        naming=Naming.NAMED,
        role=Role.MILITARY,
        side=told["side"],
        party=told.get("party"),
        reasons=(Reason(rule=told["why"], score=0.4),) if "why" in told else (),
    )
    event = Event(
        type=EventType.CONTROL,
        trigger=span(trigger),
        actor=Participant(span=span(actor), name=actor, side=told["own"]) if actor else None,
        target=Participant(span=span(target), name=target, side="unknown") if target else None,
    )
    claim = Claim(
        id="c-1",
        content=(Span(start=text.index("|") + 1, end=len(text)),),
        cue=(),
        kind=ClaimKind.INDIRECT,
        chain=(link,),
        stance=Stance.ASSERTS,
        events=(event,),
    )
    report = Report(
        id="r", text=text, lang=told["lang"], provenance=Provenance(where="-", format="plain", sha256="0" * 64)
    )
    version = ReaderVersion(sayso="0", pack="p-0", language=told["lang"], gazetteer=None)
    reading = add_own_sides(Reading(report=report, lang=told["lang"], claims=(claim,), reader=version))
    made = reading.claims[0].events[0]
    return made.actor and made.actor.side, made.target and made.target.side


@pytest.mark.parametrize(
    ("given", "more", "sides"),
    [
        (("One said |its forces had taken the mill", "taken", "forces", "mill"), {}, ("UA", "unknown")),
        (("One said |its forces had taken the mill", "taken", "forces"), {"own": "RU"}, ("RU", None)),
        (("One said |its forces had taken the mill", "taken", "forces"), {"kind": LinkKind.PERSON}, ("unknown", None)),
        (("One said |our forces had taken the mill", "taken", "forces"), {"kind": LinkKind.PERSON}, ("UA", None)),
        (("One said |its forces had taken the mill", "taken", "forces"), {"side": "unknown"}, ("unknown", None)),
        (("One said |forces had taken the mill", "taken", "forces"), {}, ("unknown", None)),
        (("Он сказал: |наши войска взяли мельницу", "взяли", "наши войска"), {"lang": "ru"}, ("UA", None)),
        (("One said |it had taken the mill", "taken", None, "mill"), {}, ("UA", "unknown")),
        (("One said |it had taken the mill", "taken", None, "mill"), {"party": "HF"}, ("HF", "unknown")),
        (("One said |our forces had taken the mill", "taken", "forces"), {"party": "HF"}, ("HF", None)),
        (("One said |it was taken", "taken"), {}, (None, None)),
        (("One said |the mill, it had taken the ford", "taken", None, "ford"), {}, (None, "unknown")),
        (("One said |it, they say, had taken the ford", "taken", None, "ford"), {}, (None, "unknown")),
        (("One said |taken was the ford", "taken", None, "ford"), {}, (None, "unknown")),
        (("Un dit |le moulin", "moulin"), {"lang": "fr"}, (None, None)),
        (("One said |our forces had taken the mill", "taken", "forces"), {"why": "side: place"}, ("unknown", None)),
    ],
)
def test_sides(given, more, sides):
    assert sides_of(*given, **more) == sides


def test_a_reading_without_events_is_left_as_it_is():
    report = Report(id="r", text="One.", lang="en", provenance=Provenance(where="-", format="plain", sha256="0" * 64))
    version = ReaderVersion(sayso="0", pack="p-0", language="en", gazetteer=None)
    reading = Reading(report=report, lang="en", reader=version)
    assert add_own_sides(reading) is reading
    own = Claim(
        id="c-1",
        content=(Span(start=0, end=3),),
        cue=(),
        kind=ClaimKind.INDIRECT,
        chain=(),
        stance=Stance.ASSERTS,
        events=(Event(type=EventType.OTHER),),
    )
    told = attrs.evolve(
        own,
        id="c-2",
        chain=(
            Link(
                mention=Span(start=0, end=3),
                name="One",
                kind=LinkKind.PERSON,
                naming=Naming.NAMED,
                role=Role.MEDIA,
                side="UA",
            ),
        ),
    )
    assert add_own_sides(attrs.evolve(reading, claims=(own, told))).claims[0] == own
