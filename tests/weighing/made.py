"""Statements made in the test, of few words: what a report says, whose word it is, of what event, where and when."""

import hashlib
from datetime import UTC, datetime, timedelta

from sayso.vocabulary import (
    Anchor,
    Claim,
    ClaimKind,
    Counted,
    Event,
    EventType,
    Granularity,
    Link,
    LinkKind,
    Modality,
    Naming,
    Origin,
    Participant,
    Place,
    PlaceKind,
    Provenance,
    Quantity,
    ReaderVersion,
    Reading,
    Report,
    Role,
    Span,
    Stance,
    Status,
    Timex,
    TimexType,
    Unit,
    When,
    claim_id,
)
from sayso.weighing import Statement, lay_out

START = datetime(2025, 2, 9, 6, tzinfo=UTC)
NUMBERS = {"Vilne": 1, "Krasne": 2, "Zelene": 3}
COUNTED = Unit.PERSON


def find(text: str, words: str) -> Span:
    """Give the span of some words, which must stand in the text."""
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def report(text: str, name: str = "r1", hours: float | None = 0, **known) -> Report:
    """Give a report published so many hours after the first, or undated."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Report(
        id=name,
        text=text,
        provenance=Provenance(where="made", format="plain", sha256=sha256),
        **({"published": None if hours is None else START + timedelta(hours=hours), "outlet": "Northern Post"} | known),
    )


def link(text: str, words: str, **known) -> Link:
    """Give a named organisation of unknown side, or what is passed."""
    plain = {"kind": LinkKind.ORGANISATION, "naming": Naming.NAMED, "role": Role.UNKNOWN, "side": "unknown"}
    return Link(mention=find(text, words), **({"name": words} | plain | known))


def place(text: str, words: str, **known) -> Place:
    """Give a settlement, found where its name is one of NUMBERS."""
    span, number = find(text, words), NUMBERS.get(words)
    point = {"lat": 49.0, "lon": 36.0 + number, "geonameid": number, "country": "UA"} if number else {"resolved": False}
    kind = PlaceKind.SETTLEMENT if number else None
    return Place(start=span.start, end=span.end, **({"name": words, "kind": kind} | point | known))


def when(text: str, words: str, value: str) -> When:
    """Give a time."""
    span = find(text, words)
    timex = Timex(type=TimexType.DATE, value=value)
    known = {"granularity": Granularity.DAY, "anchor": Anchor.STATED, "rule": "made", "timex3": timex}
    return When(start=span.start, end=span.end, value=value, **known)


def event(text: str, trigger: str, places=(), time=None, by: tuple[str, str] | None = None, **known) -> Event:
    """Give an event that is done; ``by``: the words of its actor and the side of it."""
    actor = Participant(span=find(text, by[0]), name=by[0], side=by[1]) if by else None
    plain = {"type": EventType.CONTROL, "modality": Modality.ACTUAL}
    return Event(**(plain | known), trigger=find(text, trigger), places=tuple(places), time=time, actor=actor)


def people(text: str, words: str, low: int | None, high: int | None, **known) -> Quantity:
    """Give a count of people killed."""
    plain = {"counted": Counted.PEOPLE, "unit": COUNTED, "status": Status.KILLED}
    return Quantity(span=find(text, words), low=low, high=high, **(plain | known))


def claim(text: str, content: str | None = None, name: str = "r1", **known) -> Claim:
    """Give a claim over the whole text, or some words of it, in the report's own voice unless told otherwise."""
    spans = (find(text, content or text),)
    plain = {"cue": (), "chain": (), "kind": ClaimKind.INDIRECT, "stance": Stance.ASSERTS}
    known = plain | known
    return Claim(id=claim_id(name, spans, known["cue"], known["chain"]), content=spans, **known)


def reading(said: Report, *claims: Claim, **known) -> Reading:
    """Give a reading of a report."""
    version = ReaderVersion(sayso="0", pack=None, language="en")
    return Reading(report=said, lang="en", reader=version, claims=claims, **known)


def state(
    text: str,
    *,
    name: str = "r1",
    hours: float | None = 0,
    places: tuple[str, ...] = (),
    time: tuple[str, str] | None = None,
    of: dict | None = None,
    **known,
) -> Statement:
    """Make a statement of a report of its own.

    ``places`` are settlements, ``time`` the words and value of its time, ``of`` what is known of the report; the rest
    is of the claim. With a ``trigger`` it tells an event at all the places and that time, of ``type`` and so on.
    """
    about = {key: known.pop(key) for key in ("type", "modality", "direction", "by", "trigger") if key in known}
    if "trigger" in about:
        about |= {"places": range(len(places)), "time": 0 if time else None}
        known["events"] = (event(text, about.pop("trigger"), **about),)
    made = reading(
        report(text, name, hours, **(of or {})),
        claim(text, name=name, **known),
        places=tuple(place(text, one) for one in places),
        times=(when(text, *time),) if time else (),
    )
    return lay_out([made])[0]


def origin(name: str = "The council", **known) -> Origin:
    """Give an origin that stands alone, or what is passed."""
    return Origin(**({"id": f"o-{name}", "name": name, "kind": LinkKind.ORGANISATION} | known))
