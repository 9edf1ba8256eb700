"""Readings built in the test: a text, and claims named by the words they are made of."""

import hashlib
from collections.abc import Sequence

import attrs

from sayso.vocabulary import (
    Act,
    Anchor,
    Claim,
    ClaimKind,
    Granularity,
    Link,
    LinkKind,
    Naming,
    Place,
    PlaceCandidate,
    PlaceKind,
    Precision,
    Provenance,
    ReaderVersion,
    Reading,
    Reason,
    Relay,
    Report,
    Role,
    Span,
    Stance,
    Timex,
    TimexType,
    When,
    claim_id,
    report_id,
)

TEXT = (
    "The mayor said that the bridge at Vilne is closed. \u201cWe left home at dawn,\u201d a resident told the channel "
    "Northern Post. Rain fell all night.\n\nThe army wants the road cleared. According to Northern Post, which cited "
    "a doctor, four people were hurt and \u201cthe ward is full.\u201d \u201cNobody warned us.\u201d"
)


def find(text: str, words: str, after: int = 0) -> Span:
    """Give the span of some words, which must stand in the text."""
    start = text.index(words, after)
    return Span(start=start, end=start + len(words))


def link(text: str, words: str, **known) -> Link:
    """Give a link of which no more is known than what is passed."""
    unknown = {"kind": LinkKind.UNKNOWN, "naming": Naming.UNKNOWN, "role": Role.UNKNOWN, "side": "unknown"}
    return Link(mention=find(text, words), **({"name": words} | unknown | known))


def claim(text: str, *content: str, cue: str | None = None, by: Sequence[str | Link] = (), **known) -> Claim:
    """Give a claim; with a cue or a source it is a statement unless ``act`` says otherwise."""
    chain = tuple(one if isinstance(one, Link) else link(text, one) for one in by)
    spans = tuple(find(text, words) for words in content)
    cues = (find(text, cue),) if cue else ()
    plain = {"kind": ClaimKind.INDIRECT, "stance": Stance.UNKNOWN, "act": Act.SPEECH if cue or chain else None}
    return Claim(id=claim_id("r", spans, cues, chain), content=spans, cue=cues, chain=chain, **(plain | known))


def reading(
    text: str, *claims: Claim, lang: str = "en", is_read: bool = True, line: int | None = None, **of_report
) -> Reading:
    """Give a reading with these claims, in order of their first word, as the reader gives them."""
    where = of_report.pop("where", "report.txt")
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    provenance = Provenance(where=where, format="plain", sha256=sha256, line=line)
    return Reading(
        report=Report(id=report_id(text), text=text, provenance=provenance, **of_report),
        lang=lang,
        reader=ReaderVersion(sayso="0.1.0", pack="tiny-1" if is_read else None, language="en" if is_read else "und"),
        claims=tuple(sorted(claims, key=lambda one: (one.content[0].start, one.id))),
    )


def example(**of_report) -> Reading:
    """Give a reading with a claim of every sort: a chain, an attitude, a quotation without source, own voice."""
    return reading(
        TEXT,
        claim(TEXT, "that the bridge at Vilne is closed", cue="said", by=["The mayor"]),
        claim(TEXT, "\u201cWe left home at dawn,\u201d", cue="told", by=["a resident"], kind=ClaimKind.DIRECT),
        claim(TEXT, "Rain fell all night."),
        claim(TEXT, "the road cleared", cue="wants", by=["The army"], act=Act.ATTITUDE),
        claim(
            TEXT,
            "four people were hurt and \u201cthe ward is full.\u201d",
            cue="According to",
            by=[link(TEXT, "Northern Post", relay=Relay.CITES), "a doctor"],
            kind=ClaimKind.MIXED,
        ),
        claim(TEXT, "\u201cNobody warned us.\u201d", kind=ClaimKind.DIRECT),
        **of_report,
    )


PLACED = "Strikes hit Vilne and <b>Vilne\u202e</b> near Krasne in Kharkiv region. Vilne\x1b[31m is in the Donbas."


def placed() -> Reading:
    """Give a reading with a settlement twice, a hostile name that cannot be told, a division and a region."""
    settlement = PlaceKind.SETTLEMENT
    vilne = {"name": "Vilne", "lat": 49.1, "lon": 36.2, "geonameid": 1, "kind": settlement, "score": 0.93}
    where = {"precision": Precision.EXACT, "country": "UA", "admin": "Kharkiv Oblast"}
    division = {"kind": PlaceKind.DIVISION, "precision": Precision.DIVISION, "score": 0.98, "lat": 49.6, "lon": 36.4}
    region = {"kind": PlaceKind.REGION, "precision": Precision.REGION, "score": 0.8}
    doubtful = tuple(
        PlaceCandidate(name=f"<i>Krasne {number}\x1b[31m", kind=settlement, lat=50.0, lon=34.0 + number, score=0.2)
        for number in range(6)
    )
    named = (Reason(rule="<u>name", score=1.5),)
    why = (Reason(rule="no candidate is probable enough", score=-0.2),)
    places = (
        Place(**_at("Vilne"), **vilne, **where, reasons=named),
        Place(**_at("<b>Vilne\u202e</b>"), name="<b>Vilne\u202e</b>", resolved=False),
        Place(**_at("Krasne"), name="Krasne", candidates=doubtful, reasons=why, score=0.2, resolved=False),
        Place(**_at("Kharkiv region"), name="Kharkiv Oblast", **division, country="UA"),
        Place(**_at("Vilne\x1b[31m"), **(vilne | {"score": 0.9}), **where, reasons=named),
        Place(**_at("Donbas"), name="Donbas", **region),
    )
    told = claim(PLACED, "Vilne and <b>Vilne\u202e</b> near Krasne", cue="hit", by=["Strikes"])
    return attrs.evolve(reading(PLACED, told), places=places)


def dated() -> Reading:
    """Give a reading with times: one stated, one counted from it, one that nothing tells the year of."""
    text = "It fell on 2 May 2024 and was mended two days later. The road opened on 2 December."
    [stated] = (find(text, "2 May 2024"),)
    day = Timex(type=TimexType.DATE, value="2024-05-02")
    known = {"granularity": Granularity.DAY, "rule": "day and month", "timex3": day}
    return attrs.evolve(
        reading(text),
        times=(
            When(**_span(stated), value="2024-05-02", anchor=Anchor.STATED, clock="05:40", **known),
            When(**_span(find(text, "two days later")), value="2024-05-04", anchor=Anchor.TEXT, of=stated, **known),
            When(**_span(find(text, "2 December")), value="XXXX-12-02", anchor=Anchor.NONE, **known),
        ),
    )


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _at(words: str) -> dict[str, int]:
    span = find(PLACED, words)
    return {"start": span.start, "end": span.end}
