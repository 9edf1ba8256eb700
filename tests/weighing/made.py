"""What the tests of weighing are made of: reports, links, places, times, events, counts, claims, and statements of them.

What is made of a text takes the words that stand for it there; what takes no text lies on the first character.
Statements come from ``state``, one claim of a report of its own, or from ``say``: who says it, in whose report, when.
"""

import hashlib
from datetime import UTC, datetime, timedelta

import attrs

from sayso.vocabulary import (
    Anchor,
    Assessment,
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
    Origin,
    Participant,
    Place,
    PlaceKind,
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
    Thing,
    Timex,
    TimexType,
    Unit,
    When,
    claim_id,
)
from sayso.weighing import Statement, lay_out
from sayso.weighing.copies import find_copies
from sayso.weighing.weigh import assess_groups

START = datetime(2025, 3, 3, 8, tzinfo=UTC)
AT = Span(start=0, end=1)
NUMBERS = {"Vilne": 1, "Krasne": 2, "Zelene": 3}
SPOKEN_OF = {"Vilne": 101, "Dubove": 102, "Kamin": 103}
OPPONENTS = frozenset((frozenset(("AA", "BB")), frozenset(("CC", "REB"))))


def find(text: str, words: str) -> Span:
    """Give the span of some words, which must stand in the text."""
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def make_report(text: str, name: str = "r1", hours: float | None = 0, **known) -> Report:
    """Give a report published so many hours after a Monday morning, or undated."""
    published = None if hours is None else START + timedelta(hours=hours)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    provenance = Provenance(where="made", format="plain", sha256=sha256)
    return Report(id=name, text=text, provenance=provenance, **({"published": published} | known))


def dispatch(number: int, outlet: str | None, text: str = "It was so.", day: int = 1, *, dated: bool = True) -> Report:
    """Give a report of 10 May 2025 (``day`` 1), published ``number`` hours after midnight."""
    published = datetime(2025, 5, 9 + day, number % 24, tzinfo=UTC) if dated else None
    return make_report(text, f"r{number}", published=published, outlet=outlet)


def make_claim(report: Report, content: str | None = None, **known) -> Claim:
    """Give a claim over the whole text, or some words of it, in the report's own voice unless told otherwise."""
    spans = (find(report.text, content or report.text),)
    known = {"cue": (), "chain": (), "kind": ClaimKind.INDIRECT, "stance": Stance.ASSERTS} | known
    return Claim(id=claim_id(report.id, spans, known["cue"], known["chain"]), content=spans, **known)


def make_reading(report: Report, *claims: Claim, lang: str = "en", **known) -> Reading:
    """Give the reading of a report."""
    reader = ReaderVersion(sayso="0", pack="made", language=lang)
    return Reading(report=report, lang=lang, reader=reader, claims=claims, **known)


def source(name: str, **known) -> Link:
    """Give a named organisation of unknown side, or what is passed."""
    plain = {"kind": LinkKind.ORGANISATION, "naming": Naming.NAMED, "role": Role.UNKNOWN, "side": "unknown"}
    return Link(**({"mention": AT, "name": name} | plain | known))


def link(text: str, words: str, **known) -> Link:
    """Give the source that some words name."""
    return source(known.pop("name", words), mention=find(text, words), **known)


def speaker(name: str, kind: str = "organisation", role: str = "government", side: str = "AA", **known) -> Link:
    """Give a named source: a body of a government, or a person, an army or whatever is passed."""
    naming = Naming(known.pop("naming", "named"))
    return source(name, kind=LinkKind(kind), role=Role(role), side=side, naming=naming, **known)


def unnamed(name: str, kind: str = "person", role: str = "government", side: str = "AA", **known) -> Link:
    """Give a source without a name."""
    return speaker(name, kind, role, side, naming="unnamed", **known)


def media(name: str, kind: str = "outlet", side: str = "unknown", **known) -> Link:
    """Give an outlet or a channel."""
    return speaker(name, kind, "media", side, **known)


def nation(name: str, side: str) -> Link:
    """Give a state that stands for a body of it."""
    return speaker(name, side=side, reasons=(Reason(rule="role: state", score=0.9),))


def place(text: str, words: str, number: int | None = None, **known) -> Place:
    """Give the mention of a place; resolved, to a settlement, where it has a number."""
    span = find(text, words)
    plain = {"name": words, "kind": PlaceKind.SETTLEMENT if number else None, "resolved": number is not None}
    return Place(start=span.start, end=span.end, **({"geonameid": number} | plain | known))


def town(text: str, words: str, **known) -> Place:
    """Give the mention of a town, resolved where its name is one of NUMBERS."""
    number = NUMBERS.get(words)
    point = {"lat": 49.0, "lon": 36.0 + number, "country": "UA"} if number else {}
    return place(text, words, number, **(point | known))


def sosnove(text: str, word: str = "Sosnove") -> Place:
    """Give the mention of an invented village."""
    return place(text, word, 11, name="Sosnove", lat=50.0, lon=30.0, country="UA", admin="Lipova Oblast")


def when(value: str, timex: str | None = None, span: Span = AT) -> When:
    """Give a time."""
    stated = Timex(type=TimexType.DATE, value=timex or value)
    known = {"granularity": Granularity.DAY, "anchor": Anchor.STATED, "rule": "made", "timex3": stated}
    return When(start=span.start, end=span.end, value=value, **known)


def event(
    kind: str = EventType.STRIKE,
    direction: str | None = None,
    *,
    by: str | None = None,
    to: str | None = None,
    whom: str = "other",
    modality: str = Modality.ACTUAL,
    **known,
) -> Event:
    """Give an event; ``by`` and ``to`` are sides, ``whom`` is what the side it is done to is called."""
    return Event(
        type=EventType(kind),
        actor=Participant(span=AT, name="one", side=by) if by else None,
        target=Participant(span=AT, name=whom, side=to) if to else None,
        direction=Direction(direction) if direction else None,
        modality=Modality(modality),
        **known,
    )


def happening(text: str, trigger: str, places=(), time=None, by: tuple[str, str] | None = None, **known) -> Event:
    """Give the event that some words tell, done and of control or as is passed; ``by``: its actor's words and side."""
    actor = Participant(span=find(text, by[0]), name=by[0], side=by[1]) if by else None
    plain = {"type": EventType.CONTROL, "modality": Modality.ACTUAL}
    return Event(**(plain | known), trigger=find(text, trigger), places=tuple(places), time=time, actor=actor)


def count(number: int | None, status: str | None = None, unit: Unit | None = Unit.PERSON, **known) -> Quantity:
    """Give a count; without ``high`` it is exact."""
    high = number if known.get("high") is None else known["high"]
    known |= {"high": high, "status": Status(status) if status else None}
    return Quantity(span=AT, low=number, counted=unit.counted if unit else None, unit=unit, **known)


def people(text: str, words: str, low: int | None, high: int | None, **known) -> Quantity:
    """Give the count of people killed that some words tell."""
    plain = {"counted": Unit.PERSON.counted, "unit": Unit.PERSON, "status": Status.KILLED}
    return Quantity(span=find(text, words), low=low, high=high, **(plain | known))


def things(*codes: str) -> tuple[Thing, ...]:
    """Give things by their codes."""
    return tuple(Thing(span=AT, code=code) for code in codes)


def state(text: str, name: str = "r1", *, hours: float | None = 0, **known) -> Statement:
    """Make a statement of a report of its own; what is not named here is known of the claim.

    ``of``: what is known of the report; ``lang``, ``times`` and ``places``, which may be the words of towns: of the
    reading; ``time``: words and value of a time of it. With a ``trigger`` the claim tells an event at all the places
    and that time, of ``type`` and so on.
    """
    of_report = {"outlet": known.pop("outlet", "Northern Post")} | known.pop("of", {})
    places = [town(text, one) if isinstance(one, str) else one for one in known.pop("places", ())]
    lang, times, time = known.pop("lang", "en"), known.pop("times", ()), known.pop("time", None)
    if time:
        times = (when(time[1], span=find(text, time[0])),)
    about = {key: known.pop(key) for key in ("type", "modality", "direction", "by", "trigger") if key in known}
    if "trigger" in about:
        about |= {"places": range(len(places)), "time": 0 if times else None}
        known["events"] = (happening(text, about.pop("trigger"), **about),)
    report = make_report(text, name, hours, **of_report)
    (made,) = lay_out([make_reading(report, make_claim(report, **known), lang=lang, places=tuple(places), times=times)])
    return made


def say(number: int, outlet: str | None, *chain: Link, **known) -> Statement:
    """Give a statement of a report of its own; ``of`` gives that report, ``at`` the place, ``event`` what happens."""
    told = {key: known.pop(key) for key in ("text", "day") if key in known}
    report = known.pop("of", None) or dispatch(number, outlet, **told)
    name, days, happens = known.pop("at", "Vilne"), known.pop("days", None), known.pop("event", event())
    times = (when(days, "XXXX"),) if days else ()
    if happens:
        happens = attrs.evolve(happens, places=(0,) if name else (), time=0 if times else None)
    claim = Claim(
        id=str(known.pop("id", f"c{number}")),
        content=(known.pop("content", Span(start=0, end=len(report.text))),),
        cue=known.pop("cue", ()),
        kind=ClaimKind.INDIRECT,
        chain=chain,
        stance=Stance(known.pop("stance", "asserts")),
        events=(happens,) if happens else (),
        quantities=tuple(known.pop("counts", ())),
        **known,
    )
    known = {"geonameid": SPOKEN_OF.get(name), "resolved": name in SPOKEN_OF}
    places = (Place(start=0, end=1, name=name, **known),) if name else ()
    return lay_out([make_reading(report, claim, places=places, times=times)])[0]


def assess(*groups: list[Statement]) -> list[Assessment]:
    """Give the assessments of groups, in the order in which the groups are given."""
    reports = {one.report.id: one.report for group in groups for one in group}
    assessed = assess_groups([tuple(group) for group in groups], find_copies(reports.values()), OPPONENTS)
    by_claim = {stated.claim: one for one in assessed for stated in one.statements}
    return [by_claim[group[0].id] for group in groups]


def origins(*group: Statement) -> list[str]:
    """Give the names of the origins of one group, the earliest first."""
    return [origin.name for origin in assess(list(group))[0].origins]


def origin(name: str = "The council", **known) -> Origin:
    """Give an origin that stands alone, or what is passed."""
    return Origin(**({"id": f"o-{name}", "name": name, "kind": LinkKind.ORGANISATION} | known))
