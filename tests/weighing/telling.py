"""Statements and groups made by hand, in few words: who says what, in whose report, when."""

from datetime import UTC, datetime

import attrs

from sayso.vocabulary import (
    Anchor,
    Claim,
    ClaimKind,
    Counted,
    Direction,
    Event,
    EventType,
    Granularity,
    Link,
    LinkKind,
    Modality,
    Naming,
    Participant,
    Place,
    Provenance,
    Quantity,
    ReaderVersion,
    Reading,
    Reason,
    Report,
    Role,
    Span,
    Stance,
    Status,
    Timex,
    TimexType,
    When,
)
from sayso.weighing import Statement, lay_out
from sayso.weighing.copies import find_copies
from sayso.weighing.weigh import assess_groups

READER = ReaderVersion(sayso="0", pack=None, language="en")
AT = Span(start=0, end=1)
OPPONENTS = frozenset((frozenset(("AA", "BB")), frozenset(("CC", "REB"))))
PLACES = {"Vilne": 101, "Dubove": 102, "Kamin": 103}


def source(name: str, kind: str = "organisation", role: str = "government", side: str = "AA", **more: object) -> Link:
    """Give a named link; ``unnamed`` for one that is not."""
    return Link(
        mention=AT,
        name=name,
        kind=LinkKind(kind),
        naming=Naming(more.pop("naming", "named")),
        role=Role(role),
        side=side,
        **more,
    )


def unnamed(name: str, kind: str = "person", role: str = "government", side: str = "AA", **more: object) -> Link:
    return source(name, kind, role, side, naming="unnamed", **more)


def media(name: str, kind: str = "outlet", side: str = "unknown", **more: object) -> Link:
    return source(name, kind, "media", side, **more)


def state(name: str, side: str) -> Link:
    """Give a state that stands for a body of it."""
    return source(name, side=side, reasons=(Reason(rule="role: state", score=0.9),))


def report(number: int, outlet: str | None, text: str = "It was so.", day: int = 1, *, dated: bool = True) -> Report:
    """Give a report of 10 May 2025 (``day`` 1), published ``number`` hours after midnight."""
    return Report(
        id=f"r{number}",
        text=text,
        provenance=Provenance(where="-", format="jsonl", sha256="0" * 64),
        published=datetime(2025, 5, 9 + day, number % 24, tzinfo=UTC) if dated else None,
        outlet=outlet,
    )


def happening(
    kind: str,
    direction: str | None = None,
    modality: str = "actual",
    actor: str | None = None,
    target: str | None = None,
    whom: str = "other",
) -> Event:
    """Give an event at the place of the statement; ``actor`` and ``target`` are sides."""
    return Event(
        type=EventType(kind),
        places=(0,),
        direction=Direction(direction) if direction else None,
        modality=Modality(modality),
        actor=Participant(span=AT, name="one", side=actor) if actor else None,
        target=Participant(span=AT, name=whom, side=target) if target else None,
    )


def count(low: int | None, high: int | None = None, status: str = "killed", **more: object) -> Quantity:
    top = high if high is not None or low is None else low
    return Quantity(span=AT, low=low, high=top, counted=Counted.PEOPLE, status=Status(status), **more)


def say(number: int, outlet: str | None, *chain: Link, **more: object) -> Statement:
    """Give a statement of a report of its own; ``of`` gives that report, ``at`` the place, ``event`` what happens."""
    made = more.pop("of", None) or report(
        number, outlet, **{key: more.pop(key) for key in ("text", "day") if key in more}
    )
    place = more.pop("at", "Vilne")
    event = more.pop("event", happening("strike"))
    days = more.pop("days", None)
    times = (_time(days),) if days else ()
    if event:
        event = attrs.evolve(event, places=(0,) if place else (), time=0 if times else None)
    content = more.pop("content", Span(start=0, end=len(made.text)))
    claim = Claim(
        id=str(more.pop("id", f"c{number}")),
        content=(content,),
        cue=more.pop("cue", ()),
        kind=ClaimKind.INDIRECT,
        chain=chain,
        stance=Stance(more.pop("stance", "asserts")),
        events=(event,) if event else (),
        quantities=tuple(more.pop("counts", ())),
        **more,
    )
    places = (
        (Place(start=0, end=1, name=place, geonameid=PLACES.get(place), resolved=place in PLACES),) if place else ()
    )
    reading = Reading(report=made, lang="en", reader=READER, claims=(claim,), places=places, times=times)
    return next(iter(lay_out([reading])))


def _time(value: str) -> When:
    known = {"granularity": Granularity.DAY, "anchor": Anchor.STATED, "rule": "made"}
    return When(start=0, end=1, value=value, timex3=Timex(type=TimexType.DATE, value="XXXX"), **known)


def assess(*groups: list[Statement]):
    """Give the assessments of groups, in the order in which the groups are given."""
    reports = {one.report.id: one.report for group in groups for one in group}
    assessed = assess_groups([tuple(group) for group in groups], find_copies(reports.values()), OPPONENTS)
    by_claim = {stated.claim: one for one in assessed for stated in one.statements}
    return [by_claim[group[0].id] for group in groups]


def origins(*group: Statement) -> list[str]:
    """Give the names of the origins of one group, the earliest first."""
    return [origin.name for origin in assess(list(group))[0].origins]
