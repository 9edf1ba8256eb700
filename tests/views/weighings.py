"""A weighing made by hand of constructed reports on an invented war: one post that went round, and what befell it.

A ministry's post is taken up by an agency, a channel and two rewrites; one shifts its date, one swaps the town. The
other side denies it and holds the place; the agency corrects itself late. Beside it stand two figures of the dead, a
forecast that nobody may draw as happened, a private person's word, and a report in another language.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import attrs

from sayso.vocabulary import (
    Alteration,
    Anchor,
    Assessment,
    Change,
    Claim,
    ClaimKind,
    Comparison,
    Copy,
    Credibility,
    Direction,
    Event,
    EventType,
    Granularity,
    Link,
    LinkKind,
    Missing,
    Modality,
    Naming,
    Origin,
    Place,
    PlaceKind,
    Precision,
    Quantity,
    Reading,
    Reason,
    Rejection,
    RejectionReason,
    Role,
    Stance,
    Stated,
    Status,
    Support,
    Timex,
    TimexType,
    Unit,
    Weighed,
    Weighing,
    When,
)
from sayso.vocabulary.quantity import Counted
from tests.views.readings import claim, find, link, reading

TEXTS = {
    "post": "Our assault groups took the village of Vilne Pole on 30 November. Glory to the fleet.",
    "wire": (
        "The Tarvish defence ministry said on Monday that its assault groups had taken the village of Vilne Pole on "
        "30 November. The report could not be verified."
    ),
    "channel": "Vilne Pole is ours since 30 November! Source: the defence ministry.",
    "denial": (
        "The Ostrian general staff denied that Vilne Pole had been lost. \u201cOur troops hold the village,\u201d said its "
        "spokesman, Major Ilan Brook."
    ),
    "lantern": "Tarvish troops captured Vilne Pole on 2 December, Harbour Wire reported.",
    "eastgate": "Tarvish troops have captured the town of Vilnohirsk. Residents are leaving, Adela Winterbourne said.",
    "uk": "\u041c\u0456\u043d\u043e\u0431\u043e\u0440\u043e\u043d\u0438 \u0422\u0430\u0440\u0432\u0456\u0457 \u0437\u0430\u044f\u0432\u0438\u043b\u043e, \u0449\u043e \u0412\u0456\u043b\u044c\u043d\u0435 \u041f\u043e\u043b\u0435 \u0432\u0437\u044f\u0442\u043e.",
    "fix": (
        "Harbour Wire corrects its report of 30 November: the defence ministry spoke of the outskirts of Vilne Pole, not "
        "of the whole village."
    ),
    "mayor": "At least nine people were killed in Stara Vezha on 1 December, the mayor said.",
    "doctors": "Doctors of the hospital in Stara Vezha said that twelve people were killed on 1 December.",
    "analyst": "Ostrian troops may retake Vilne Pole within days, the analyst Petra Holm said. They fight in Ridge region.",
}
OUTLETS = {
    "post": "Tarvish Defence Ministry",
    "wire": "Harbour Wire",
    "channel": "Voice of the Ridge",
    "denial": "Ostrian Daily",
    "lantern": "The Lantern",
    "eastgate": "Eastgate News",
    "uk": "\u0425\u0432\u0438\u043b\u044f",
    "fix": "Harbour Wire",
    "mayor": "Vezha Today",
    "doctors": "Harbour Wire",
}
PUBLISHED = {
    "post": (2031, 11, 30, 8, 0),
    "wire": (2031, 11, 30, 9, 10),
    "channel": (2031, 11, 30, 10, 5),
    "denial": (2031, 11, 30, 15, 0),
    "lantern": (2031, 12, 2, 7, 30),
    "eastgate": (2031, 12, 2, 12, 0),
    "uk": (2031, 11, 30, 11, 0),
    "fix": (2031, 12, 3, 9, 0),
    "mayor": (2031, 12, 1, 18, 0),
    "doctors": (2031, 12, 2, 8, 0),
}
POINTS = {"Vilne Pole": (49.21, 36.52), "Vilnohirsk": (48.74, 36.9), "Stara Vezha": (49.63, 35.4)}
PRIVATE = "Adela Winterbourne"
MINISTRY = {"kind": LinkKind.ORGANISATION, "naming": Naming.NAMED, "role": Role.MILITARY, "side": "TV"}
STAFF = MINISTRY | {"side": "OS"}
OUTLET = {"kind": LinkKind.OUTLET, "naming": Naming.NAMED, "role": Role.MEDIA}
PERSON = {"kind": LinkKind.PERSON, "naming": Naming.NAMED}


def of(key: str, words: str, **known: Any) -> Link:
    return link(TEXTS[key], words, **known)


def said(key: str, content: str, *by: Link, cue: str | None = None, **known: Any) -> Claim:
    plain = {"stance": Stance.ASSERTS, "hedged": False}
    return claim(TEXTS[key], content, cue=cue, by=by, **(plain | known))


def event(kind: EventType, modality: Modality = Modality.ACTUAL, **known: Any) -> tuple[Event, ...]:
    return (Event(type=kind, modality=modality, **known),)


TAKEN = {"type": EventType.CONTROL, "direction": Direction.TAKEN}


def taken(**known: Any) -> tuple[Event, ...]:
    return (Event(**(TAKEN | {"modality": Modality.ACTUAL, "places": (0,)} | known)),)


def at(key: str, words: str, **known: Any) -> Place:
    span = find(TEXTS[key], words)
    name = known.pop("name", words)
    lat, lon = POINTS.get(name, (None, None))
    plain = {"kind": PlaceKind.SETTLEMENT, "precision": Precision.EXACT, "country": "UA", "score": 0.9}
    return Place(start=span.start, end=span.end, name=name, **({"lat": lat, "lon": lon} | plain | known))


def on(key: str, words: str, value: str) -> When:
    span = find(TEXTS[key], words)
    day = Timex(type=TimexType.DATE, value=value)
    known = {"granularity": Granularity.DAY, "anchor": Anchor.PUBLISHED, "rule": "day and month", "timex3": day}
    return When(start=span.start, end=span.end, value=value, **known)


def people(key: str, words: str, low: int, high: int | None) -> tuple[Quantity, ...]:
    return (
        Quantity(
            span=find(TEXTS[key], words),
            low=low,
            high=high,
            counted=Counted.PEOPLE,
            unit=Unit.PERSON,
            status=Status.KILLED,
            cue=find(TEXTS[key], "killed"),
        ),
    )


def _read(key: str, *claims: Claim, places: Sequence[Place] = (), times: Sequence[When] = ()) -> Reading:
    day = datetime(*PUBLISHED[key], tzinfo=UTC) if key in PUBLISHED else None
    stated = day.isoformat() if day else None
    known = {"outlet": OUTLETS.get(key), "published": day, "published_stated": stated, "where": f"reports/{key}.txt"}
    one = reading(TEXTS[key], lang="uk" if key == "uk" else "en", **known)
    report = attrs.evolve(one.report, id=key)
    named = tuple(attrs.evolve(one, id=f"c-{key}-{place}") for place, one in enumerate(claims))
    return attrs.evolve(one, report=report, claims=named, places=tuple(places), times=tuple(times))


def _village() -> tuple[Reading, ...]:
    ministry = of("wire", "Tarvish defence ministry", **MINISTRY)
    source = of("channel", "the defence ministry", **MINISTRY)
    staff = of("denial", "Ostrian general staff", **STAFF)
    brook = of("denial", "Ilan Brook", **PERSON, role=Role.MILITARY, side="OS")
    wire = of("lantern", "Harbour Wire", **OUTLET, side="unknown")
    vilne = "Vilne Pole"
    return (
        _read(
            "post",
            said("post", "Our assault groups took the village of Vilne Pole on 30 November", events=taken(time=0)),
            places=[at("post", vilne)],
            times=[on("post", "30 November", "2031-11-30")],
        ),
        _read(
            "wire",
            said(
                "wire",
                "its assault groups had taken the village of Vilne Pole on 30 November",
                ministry,
                cue="said on Monday",
                events=taken(time=0),
            ),
            places=[at("wire", vilne)],
            times=[on("wire", "30 November", "2031-11-30")],
        ),
        _read(
            "channel",
            said("channel", "Vilne Pole is ours since 30 November!", source, events=taken(time=0)),
            places=[at("channel", vilne)],
            times=[on("channel", "30 November", "2031-11-30")],
        ),
        _read(
            "denial",
            said(
                "denial",
                "Vilne Pole had been lost",
                staff,
                cue="denied",
                stance=Stance.DENIES,
                events=taken(modality=Modality.NEGATED),
            ),
            said(
                "denial",
                "\u201cOur troops hold the village,\u201d",
                brook,
                cue="said its",
                kind=ClaimKind.DIRECT,
                events=taken(direction=Direction.HELD, modality=Modality.ONGOING),
            ),
            places=[at("denial", vilne)],
        ),
        _read(
            "lantern",
            said("lantern", "Tarvish troops captured Vilne Pole on 2 December", wire, cue="reported", events=taken(time=0)),
            places=[at("lantern", vilne)],
            times=[on("lantern", "2 December", "2031-12-02")],
        ),
        _read(
            "eastgate",
            said("eastgate", "Tarvish troops have captured the town of Vilnohirsk.", events=taken()),
            said(
                "eastgate",
                "Residents are leaving",
                of("eastgate", PRIVATE, **PERSON, role=Role.CIVILIAN, side="unknown", private=True),
                cue="said",
                events=event(EventType.EVACUATION, Modality.ONGOING, places=(0,)),
            ),
            places=[at("eastgate", "Vilnohirsk")],
        ),
        _read(
            "uk",
            said(
                "uk",
                "\u0412\u0456\u043b\u044c\u043d\u0435 \u041f\u043e\u043b\u0435 \u0432\u0437\u044f\u0442\u043e",
                of("uk", "\u041c\u0456\u043d\u043e\u0431\u043e\u0440\u043e\u043d\u0438 \u0422\u0430\u0440\u0432\u0456\u0457", **MINISTRY),
                cue="\u0437\u0430\u044f\u0432\u0438\u043b\u043e",
                events=taken(),
            ),
            places=[at("uk", "\u0412\u0456\u043b\u044c\u043d\u0435 \u041f\u043e\u043b\u0435", name=vilne)],
        ),
        _read(
            "fix",
            said(
                "fix",
                "of the outskirts of Vilne Pole, not of the whole village",
                of("fix", "the defence ministry", **MINISTRY),
                cue="spoke",
                events=taken(direction=Direction.ENTERED),
            ),
            places=[at("fix", vilne)],
        ),
    )  # fmt: skip


def _rest() -> tuple[Reading, ...]:
    day = "2031-12-01"
    return (
        _read(
            "mayor",
            said(
                "mayor",
                "At least nine people were killed in Stara Vezha on 1 December",
                of("mayor", "the mayor", kind=LinkKind.PERSON, naming=Naming.UNNAMED, role=Role.GOVERNMENT, side="OS"),
                cue="said",
                events=event(EventType.CASUALTIES, places=(0,), time=0),
                quantities=people("mayor", "At least nine", 9, None),
            ),
            places=[at("mayor", "Stara Vezha")],
            times=[on("mayor", "1 December", day)],
        ),
        _read(
            "doctors",
            said(
                "doctors",
                "twelve people were killed on 1 December",
                of("doctors", "Doctors of the hospital", kind=LinkKind.GROUP, naming=Naming.UNNAMED, side="OS"),
                cue="said",
                events=event(EventType.CASUALTIES, places=(0,), time=0),
                quantities=people("doctors", "twelve", 12, 12),
            ),
            places=[at("doctors", "Stara Vezha")],
            times=[on("doctors", "1 December", day)],
        ),
        _read(
            "analyst",
            said(
                "analyst",
                "Ostrian troops may retake Vilne Pole within days",
                of("analyst", "Petra Holm", **PERSON, role=Role.ANALYST, side="unknown"),
                cue="said",
                stance=Stance.PREDICTS,
                hedged=True,
                events=taken(modality=Modality.PREDICTED),
            ),
            said(
                "analyst",
                "They fight in Ridge region.",
                events=event(EventType.CLASH, Modality.ONGOING, places=(1,)),
            ),
            places=[
                at("analyst", "Vilne Pole"),
                at(
                    "analyst",
                    "Ridge region",
                    kind=PlaceKind.DIVISION,
                    precision=Precision.DIVISION,
                    lat=49.4,
                    lon=37.4,
                ),
            ],
        ),
    )


def readings() -> dict[str, Reading]:
    """Give the readings by report, in the order of publication, what has no date last."""
    return {one.report.id: one for one in (*_village(), *_rest())}


def because(rule: str, score: float = 1.0, *words: tuple[str, str]) -> tuple[Reason, ...]:
    return (Reason(rule=rule, score=score, words=tuple((key, find(TEXTS[key], one)) for key, one in words)),)


def stated(one: Claim, key: str, origin: str) -> Stated:
    return Stated(report=key, claim=one.id, content=one.content, stance=one.stance, origin=origin)


def _origin(key: str, name: str, kind: LinkKind, side: str = "unknown", **known: Any) -> Origin:
    return Origin(id=f"o-{key}", name=name, kind=kind, side=side, **known)


def _changes() -> tuple[Change, ...]:
    def change(what: Alteration, before: str, after: str, was: str | None, became: str | None, rule: str) -> Change:
        return Change(alteration=what, before=before, after=after, was=was, became=became, reason=because(rule)[0])

    return (
        change(
            Alteration.DATE, "c-wire-0", "c-lantern-0", "2031-11-30", "2031-12-02",
            "another day is told than in the report it rests on",
        ),
        change(
            Alteration.PLACE, "c-wire-0", "c-eastgate-0", "Vilne Pole", "Vilnohirsk",
            "another place is told than in the report it rests on",
        ),
        change(
            Alteration.ATTRIBUTION, "c-wire-0", "c-eastgate-0", "Tarvish defence ministry", None,
            "nobody is named who says it",
        ),
    )  # fmt: skip


def _fall(read: dict[str, Reading]) -> Assessment:
    keys = ("post", "wire", "channel", "uk", "denial", "lantern", "eastgate")
    origins = dict.fromkeys(keys, "o-ministry") | {"denial": "o-staff"}
    return Assessment(
        id="c-post-0",
        gist="c-wire-0",
        statements=tuple(stated(read[key].claims[0], key, origins[key]) for key in keys),
        origins=(
            _origin(
                "ministry",
                "Tarvish defence ministry",
                LinkKind.ORGANISATION,
                "TV",
                reasons=because(
                    "the outlet of one report is the source that others cite", 0.9, ("wire", "Tarvish defence ministry")
                ),
            ),
            _origin("staff", "Ostrian general staff", LinkKind.ORGANISATION, "OS"),
        ),
        origin_count=1,
        support=Support.REPEATED,
        contested=True,
        contested_by=("o-staff", "o-brook"),
        contradicts=("c-denial-1",),
        credibility=Credibility.CONTESTED,
        credibility_reason="One origin says it, and the Ostrian general staff denies it.",
        reasons=because("six reports rest on one origin", 1.0, ("wire", "said on Monday")),
        missing=(Missing.SECOND_ORIGIN, Missing.IMAGE_OR_DOCUMENT),
        changes=_changes(),
    )


def _single(read: dict[str, Reading], key: str, place: int, origin: Origin, **known: Any) -> Assessment:
    one = read[key].claims[place]
    plain = {
        "id": one.id,
        "gist": one.id,
        "statements": (stated(one, key, origin.id),),
        "origins": (origin,),
        "origin_count": 1,
        "support": Support.SINGLE_SOURCE,
        "contested": False,
        "credibility": Credibility.SINGLE_ORIGIN,
        "credibility_reason": "One origin says it, and nobody denies it.",
        "missing": (Missing.SECOND_ORIGIN,),
    }
    return Assessment(**(plain | known))


def _others(read: dict[str, Reading]) -> tuple[Assessment, ...]:
    brook = _origin("brook", "Ilan Brook", LinkKind.PERSON, "OS")
    ministry = _origin("ministry", "Tarvish defence ministry", LinkKind.ORGANISATION, "TV")
    mayor = _origin("mayor", "the mayor of Stara Vezha", LinkKind.PERSON, "OS")
    doctors = _origin("doctors", "Doctors of the hospital", LinkKind.GROUP, "OS")
    contested = {
        "contested": True,
        "credibility": Credibility.CONTESTED,
        "credibility_reason": "Another figure is told.",
    }
    opinion = {"credibility": Credibility.CANNOT_BE_JUDGED, "credibility_reason": "It is a forecast."}
    return (
        _single(read, "denial", 1, brook, contradicts=("c-post-0",), contested_by=("o-ministry",), **contested),
        _single(read, "fix", 0, ministry, supersedes=("c-post-0",)),
        _single(read, "mayor", 0, mayor, contradicts=("c-doctors-0",), contested_by=("o-doctors",), **contested),
        _single(read, "doctors", 0, doctors, contradicts=("c-mayor-0",), contested_by=("o-mayor",), **contested),
        _single(read, "eastgate", 1, _origin("adela", PRIVATE, LinkKind.PERSON, private=True)),
        _single(read, "analyst", 0, _origin("holm", "Petra Holm", LinkKind.PERSON), **opinion),
        _single(read, "analyst", 1, _origin("analyst", "analyst", LinkKind.OUTLET, outlet=True)),
    )


def weighing() -> Weighed:
    """Give the weighing, with nobody withheld yet."""
    read = readings()
    shared = "assault groups had taken the village of Vilne Pole on 30 November"
    return Weighed(
        readings=read,
        weighing=Weighing(
            assessments=(_fall(read), *_others(read)),
            suggestions=(
                Comparison(one="c-post-0", other="c-fix-0", score=0.61, reasons=because("one place", 0.8)),
            ),
            copies=(
                Copy(
                    one="wire",
                    one_span=find(TEXTS["wire"], shared),
                    other="post",
                    other_span=find(TEXTS["post"], "assault groups took the village of Vilne Pole on 30 November"),
                    words=11,
                ),
            ),
        ),
        rejections=(Rejection(where="reports/scan.pdf", reason=RejectionReason.BINARY, detail="a PDF, not text"),),
    )  # fmt: skip
