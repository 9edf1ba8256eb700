"""Statements made for tests: one claim of one invented report each, all its parts optional."""

from datetime import UTC, datetime, timedelta

from sayso.vocabulary import (
    Anchor,
    Approximation,
    Claim,
    ClaimKind,
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
    Thing,
    Timex,
    TimexType,
    Unit,
    When,
    claim_id,
)
from sayso.weighing import Statement, lay_out

START = datetime(2025, 3, 3, 8, tzinfo=UTC)


def place(text: str, word: str, number: int | None = None, **known: object) -> Place:
    """Give the mention of a place in a text; resolved, to a settlement, where it has a number."""
    start = text.index(word)
    fields = {"name": word, "kind": PlaceKind.SETTLEMENT if number else None, "resolved": number is not None}
    return Place(start=start, end=start + len(word), geonameid=number, **(fields | known))


def sosnove(text: str, word: str = "Sosnove") -> Place:
    """Give the mention of an invented village."""
    return place(text, word, 11, name="Sosnove", lat=50.0, lon=30.0, country="UA", admin="Lipova Oblast")


def source(name: str, **known: object) -> Link:
    """Give a source; its mention is the beginning of the text."""
    fields = {"kind": LinkKind.ORGANISATION, "naming": Naming.NAMED, "role": Role.UNKNOWN, "side": "unknown"}
    return Link(mention=Span(start=0, end=1), name=name, **(fields | known))


def event(
    type_: EventType = EventType.STRIKE,
    *,
    by: str | None = None,
    to: str | None = None,
    direction: Direction | None = None,
    modality: Modality = Modality.ACTUAL,
    trigger: Span | None = None,
) -> Event:
    """Give an event; ``by`` and ``to`` are sides."""
    sides = [Participant(span=Span(start=0, end=1), name="they", side=side) if side else None for side in (by, to)]
    return Event(type=type_, actor=sides[0], target=sides[1], direction=direction, modality=modality, trigger=trigger)


def count(
    number: int | None,
    status: Status | None = None,
    unit: Unit | None = Unit.PERSON,
    high: int | None = None,
    approximation: Approximation | None = None,
) -> Quantity:
    """Give a count; without ``high`` it is exact."""
    return Quantity(
        span=Span(start=0, end=1),
        low=number,
        high=number if high is None else high,
        approximation=approximation,
        counted=unit.counted if unit else None,
        unit=unit,
        status=status,
    )


def things(*codes: str) -> tuple[Thing, ...]:
    """Give things by their codes."""
    return tuple(Thing(span=Span(start=0, end=1), code=code) for code in codes)


def when(value: str, timex: str | None = None) -> When:
    """Give a time; its mention is the beginning of the text."""
    return When(
        start=0,
        end=1,
        value=value,
        granularity=Granularity.DAY,
        anchor=Anchor.STATED,
        rule="made",
        timex3=Timex(type=TimexType.DATE, value=timex or value),
    )


def make_report(text: str, id_: str, *, hours: float | None = 0, outlet: str | None = None) -> Report:
    """Give a report, published so many hours after a Monday morning; undated without."""
    return Report(
        id=id_,
        text=text,
        provenance=Provenance(where="made", format="plain", sha256="0" * 64),
        published=None if hours is None else START + timedelta(hours=hours),
        outlet=outlet,
    )


def make_claim(report: Report, content: str | None = None, **known: object) -> Claim:
    """Give a claim: the whole text of a report, or some words of it."""
    words = content or report.text
    start = report.text.index(words)
    spans = (Span(start=start, end=start + len(words)),)
    fields = {"cue": (), "kind": ClaimKind.INDIRECT, "chain": (), "stance": Stance.ASSERTS} | known
    return Claim(id=claim_id(report.id, spans, fields["cue"], fields["chain"]), content=spans, **fields)


def make_reading(report: Report, *claims: Claim, lang: str = "en", **known: object) -> Reading:
    """Give the reading of a report."""
    return Reading(
        report=report, lang=lang, reader=ReaderVersion(sayso="0", pack="made", language=lang), claims=claims, **known
    )


def state(
    text: str,
    id_: str = "r1",
    *,
    hours: float | None = 0,
    outlet: str | None = None,
    lang: str = "en",
    **known: object,
) -> Statement:
    """Give the statement of a report that states one thing; places and times are those of its reading."""
    report = make_report(text, id_, hours=hours, outlet=outlet)
    of_reading = {name: known.pop(name) for name in ("places", "times") if name in known}
    reading = make_reading(report, make_claim(report, **known), lang=lang, **of_reading)
    (statement,) = lay_out([reading])
    return statement
