"""A reading with every field filled, and strategies for readings of any shape."""

from datetime import UTC, datetime

import attrs
from hypothesis import strategies as st

from sayso.vocabulary import (
    Act,
    Anchor,
    Approximation,
    Attribution,
    Basis,
    Claim,
    ClaimKind,
    Coding,
    Counted,
    DateDoubt,
    Direction,
    Duration,
    DurationKind,
    Event,
    EventType,
    Flag,
    FlagKind,
    Granularity,
    Hint,
    HintKind,
    Link,
    LinkKind,
    Modality,
    Naming,
    NotCodable,
    Participant,
    Place,
    PlaceCandidate,
    PlaceKind,
    Precision,
    Provenance,
    Quantity,
    ReaderVersion,
    Reading,
    Reason,
    Relay,
    Remark,
    Remarked,
    Report,
    Role,
    Scheme,
    Span,
    Stance,
    Status,
    Thing,
    Timex,
    TimexType,
    Unit,
    When,
)

TEXT = "The council denied on Friday that the bridge at Vilne was hit."


def spans(*words: str) -> tuple[Span, ...]:
    """Give the spans of words of TEXT."""
    return tuple(Span(start=TEXT.index(one), end=TEXT.index(one) + len(one)) for one in words)


def fill_reading() -> Reading:
    """Give a reading in which no field is None and no list empty."""
    source, cue, content = spans("The council"), spans("denied"), spans("the bridge at Vilne was hit")
    mention = Link(
        mention=source[0],
        name="The council",
        kind=LinkKind.ORGANISATION,
        naming=Naming.NAMED,
        role=Role.GOVERNMENT,
        side="UA",
        inherited=True,
        former=True,
        party="RSF",
        register="city_council.706483",
        private=False,
        relay=Relay.CITES,
        score=0.5,
        reasons=(Reason(rule="name", score=0.5, words=(("r-1", source[0]),)),),
    )
    claim = Claim(
        id="c-1",
        content=content,
        cue=cue,
        kind=ClaimKind.INDIRECT,
        chain=(mention,),
        stance=Stance.DENIES,
        hedged=False,
        events=(fill_event(),),
        quantities=fill_quantities(),
        things=(Thing(span=spans("bridge")[0], code="bridge"),),
        act=Act.SPEECH,
        score=0.75,
        agentless=False,
        negated=False,
        hypothetical=False,
        basis=Basis.SAW,
        remarks=(Remarked(remark=Remark.COULD_NOT_VERIFY, span=spans("on Friday")[0]),),
        flags=(Flag(kind=FlagKind.RELAYED_BY_OPPONENT, spans=spans("Vilne"), why="only the other side says so"),),
        reasons=(Reason(rule="stance of the cue", score=1.0, words=(("r-1", cue[0]), ("r-2", cue[0]))),),
    )
    return Reading(
        report=Report(
            id="r-1",
            text=TEXT,
            lang="en",
            published=datetime(2024, 12, 6, 7, 30, tzinfo=UTC),
            published_stated="2024-12-06T09:30:00+02:00",
            outlet="Northern Post",
            url="https://post.example/1",
            title="A denial",
            provenance=Provenance(where="posts.jsonl", format="jsonl", sha256="a" * 64, encoding="utf-8", line=7),
        ),
        lang="en",
        reader=ReaderVersion(sayso="0.1.0", pack="en-1", language="en", gazetteer="gazetteer-1"),
        claims=(claim,),
        attributions=(Attribution(source=source, cue=cue, content=content, act=Act.SPEECH, score=0.75),),
        places=(fill_place(),),
        times=(fill_time(),),
        durations=(fill_duration(),),
        quotations=spans("bridge"),
        published_doubted=DateDoubt.FUTURE,
    )


def fill_event() -> Event:
    """Give an event in which no field is None and no list empty."""
    trigger, bridge, council = spans("hit", "the bridge", "The council")
    return Event(
        type=EventType.CONTROL,
        trigger=trigger,
        places=(0,),
        time=0,
        actor=Participant(span=council, name="council", side="UA"),
        target=Participant(span=bridge, name="bridge", side="unknown"),
        direction=Direction.TAKEN,
        modality=Modality.NEGATED,
        reasons=(Reason(rule="trigger", score=1.0, words=(("r-1", trigger),)),),
        codes=(fill_coding(trigger),),
    )


def fill_coding(trigger: Span) -> Coding:
    """Give a coding in which no field is None and no list empty."""
    return Coding(
        scheme=Scheme.ACLED,
        type="Battles",
        subtype="Armed clash",
        time_precision=1,
        place_precision=2,
        not_codable=(NotCodable.NOT_HAPPENED,),
        reasons=(Reason(rule="what happens", score=1.0, words=(("r-1", trigger),)),),
    )


def fill_quantities() -> tuple[Quantity, ...]:
    """Give a count and a part of it; in the second no field is None."""
    friday, bridge, hit = spans("Friday", "the bridge", "hit")
    whole = Quantity(
        span=friday, low=2, high=5, counted=Counted.THINGS, unit=Unit.BRIDGE, of=bridge, status=Status.DAMAGED, cue=hit
    )
    part = attrs.evolve(
        whole, high=2, approximation=Approximation.ABOUT, including=True, part_of=0, total=True, span=hit
    )
    return whole, part


def fill_time() -> When:
    """Give a time in which no field is None."""
    return When(
        start=22,
        end=28,
        value="2024-12-06",
        granularity=Granularity.DAY,
        anchor=Anchor.TEXT,
        of=spans("Vilne")[0],
        clock="09:30",
        rule="weekday",
        timex3=Timex(type=TimexType.TIME, value="2024-12-06T09:30"),
    )


def fill_duration() -> Duration:
    """Give a duration."""
    timex = Timex(type=TimexType.DURATION, value="P3D")
    return Duration(start=19, end=28, kind=DurationKind.LENGTH, rule="length", timex3=timex)


def fill_place() -> Place:
    """Give a place in which no field is None and no list empty."""
    where = {"lat": 48.5, "lon": 37.75, "geonameid": 1, "country": "UA", "admin": "Donetsk Oblast"}
    [span] = spans("Vilne")
    return Place(
        start=span.start,
        end=span.end,
        name="Vilne",
        **where,
        kind=PlaceKind.SETTLEMENT,
        precision=Precision.NEAR,
        hint=Hint(kind=HintKind.DISTANCE, span=spans("at Vilne")[0], of=("Vilne",), distance_km=16.0, bearing=180),
        candidates=(PlaceCandidate(name="Vilne", kind=PlaceKind.SETTLEMENT, **where, score=0.75),),
        reasons=(Reason(rule="name", score=0.5, words=(("r-1", span),)),),
        score=0.75,
        resolved=True,
    )


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda of: Span(start=of[0], end=sum(of)))
SHARES = st.floats(0, 1)
WORDS = st.text(min_size=1, max_size=8)
INSTANTS = st.datetimes(timezones=st.just(UTC))
REASONS = st.builds(Reason, rule=WORDS, score=SHARES, words=st.lists(st.tuples(WORDS, SPANS), max_size=2).map(tuple))
BECAUSE = st.lists(REASONS, max_size=2).map(tuple)
LINKS = st.builds(
    Link,
    mention=SPANS,
    name=WORDS,
    side=st.sampled_from(["UA", "RU", "INT", "M23", "unknown"]),
    inherited=st.booleans(),
    former=st.booleans(),
    party=st.none() | st.sampled_from(["RSF", "M23"]),
    register=st.none() | st.sampled_from(["reuters", "general_staff.ua"]),
    private=st.booleans(),
    relay=st.none() | st.sampled_from(Relay),
    score=st.none() | SHARES,
    reasons=BECAUSE,
)
PARTICIPANTS = st.builds(Participant, span=SPANS, name=WORDS, side=st.sampled_from(["UA", "INT", "unknown"]))
EVENTS = st.builds(
    Event,
    type=st.just(EventType.CONTROL),
    trigger=st.none() | SPANS,
    places=st.sampled_from([(), (0,)]),
    time=st.sampled_from([None, 0]),
    actor=st.none() | PARTICIPANTS,
    target=st.none() | PARTICIPANTS,
    direction=st.none() | st.sampled_from(Direction),
    modality=st.sampled_from(Modality),
    reasons=BECAUSE,
) | st.builds(Event, type=st.sampled_from(EventType), modality=st.sampled_from(Modality))
QUANTITIES = st.builds(
    Quantity,
    span=SPANS,
    low=st.integers(0, 5),
    high=st.none() | st.integers(5, 10**12),
    approximation=st.none() | st.sampled_from(Approximation),
    counted=st.just(Counted.PEOPLE),
    unit=st.sampled_from([None, Unit.SOLDIER]),
    of=st.none() | SPANS,
    status=st.none() | st.sampled_from(Status),
    cue=st.none() | SPANS,
    including=st.booleans(),
    part_of=st.none(),
    total=st.booleans(),
)
THINGS = st.builds(Thing, span=SPANS, code=st.sampled_from(["bridge", "power_plant"]))
CLAIMS = st.builds(
    Claim,
    id=WORDS,
    content=st.lists(SPANS, min_size=1, max_size=3).map(tuple),
    cue=st.lists(SPANS, max_size=2).map(tuple),
    chain=st.lists(LINKS, max_size=2).map(tuple),
    events=st.lists(EVENTS, max_size=2).map(tuple),
    quantities=st.lists(QUANTITIES, max_size=2).map(tuple),
    things=st.lists(THINGS, max_size=2).map(tuple),
    score=st.none() | SHARES,
    negated=st.none() | st.booleans(),
    hypothetical=st.none() | st.booleans(),
    basis=st.none() | st.sampled_from(Basis),
    remarks=st.lists(st.builds(Remarked, span=SPANS), max_size=2).map(tuple),
    flags=st.lists(
        st.builds(Flag, spans=st.lists(SPANS, min_size=1, max_size=2).map(tuple), why=WORDS), max_size=2
    ).map(tuple),
    reasons=BECAUSE,
)
ATTRIBUTIONS = st.builds(
    Attribution,
    source=st.lists(SPANS, max_size=2).map(tuple),
    cue=st.lists(SPANS, max_size=2).map(tuple),
    content=st.lists(SPANS, min_size=1, max_size=2).map(tuple),
    score=SHARES,
)
REPORTS = st.builds(
    Report,
    id=WORDS,
    text=st.text(min_size=60, max_size=90).filter(lambda text: not text.isspace()),
    lang=st.none() | WORDS,
    published=st.none() | INSTANTS,
    provenance=st.builds(Provenance, where=WORDS, sha256=st.just("0" * 64), line=st.none() | st.integers(min_value=1)),
)
READINGS = st.builds(
    lambda report, claims, attributions: attrs.evolve(
        fill_reading(), report=report, claims=claims, attributions=attributions
    ),
    REPORTS,
    st.lists(CLAIMS, max_size=3).map(tuple),
    st.lists(ATTRIBUTIONS, max_size=3).map(tuple),
)
