"""What a claim says happens is told with its words, its place and time, and whether it is so."""

import re
import time
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.knowledge import list_events, load_events
from sayso.reading.event import add_events, find_events
from sayso.vocabulary import (
    Anchor,
    Claim,
    ClaimKind,
    EventType,
    Granularity,
    Hint,
    HintKind,
    Link,
    LinkKind,
    Modality,
    Naming,
    Place,
    PlaceKind,
    Provenance,
    ReaderVersion,
    Reading,
    Report,
    Role,
    Span,
    Stance,
    Timex,
    TimexType,
    When,
    has_happened,
)

CASES = Path(__file__).parents[1] / "cases"
TOLD = re.compile(r"(\w+) (\w+)(?: (taken|lost|held|entered|contested))?(?: by (.+?))?(?: to (.+))?")


def read_cases():
    for code in sorted(list_events()):
        lines = (CASES / code / "events.txt").read_text(encoding="utf-8").splitlines()
        yield from ((code, line) for line in lines if line and not line.startswith("#"))


def span_of(text, words, after=0):
    start = text.index(words, after)
    return Span(start=start, end=start + len(words))


def claim_of(text, words, stance=Stance.ASSERTS, chain=(), **known):
    return Claim(
        id=f"c-{words}",
        content=(span_of(text, words),),
        cue=(),
        kind=ClaimKind.INDIRECT,
        chain=chain,
        stance=stance,
        **known,
    )


def place_of(text, words, after=0, **known):
    span = span_of(text, words, after)
    return Place(start=span.start, end=span.end, name=words, **known)


def time_of(text, words):
    span, timex = span_of(text, words), Timex(type=TimexType.DATE, value="2024")
    known = {"granularity": Granularity.DAY, "anchor": Anchor.STATED, "rule": "day", "timex3": timex}
    return When(start=span.start, end=span.end, value="2024", **known)


def tell(text, *claims, places=(), times=(), code="en"):
    return find_events("r", text, claims, places, times, load_events(code))


@pytest.mark.parametrize(("code", "line"), list(read_cases()))
def test_a_case_is_told_as_it_is_marked(code, line):
    stance, marked = line.split(" ", 1)
    marked, told = marked.split(" | ")
    text = re.sub(r"[{}<>]", "", marked)
    place = re.search("<(.+?)>", marked)
    places = (place_of(text, re.sub("[{}]", "", place[1])),) if place else ()
    [[event, *_]] = tell(text, claim_of(text, text.rstrip(), Stance(stance)), places=places, code=code)
    kind, modality, direction, actor, target = TOLD.fullmatch(told).groups()
    trigger = re.sub("[<>]", "", re.search("{(.+?)}", marked)[1])
    assert (event.type, event.modality, event.direction) == (kind, modality, direction)
    assert event.trigger.cut(text) == trigger
    assert event.places == ((0,) if places else ())
    assert (event.actor and event.actor.name) == actor
    if target:
        assert event.target.name == target


def test_a_claim_may_tell_several_events_the_main_one_first():
    text = "A rocket hit the mill, wounding six millers."
    [events] = tell(text, claim_of(text, text))
    assert [event.type for event in events] == [EventType.STRIKE, EventType.CASUALTIES]


def test_one_thing_told_in_two_words_is_one_event():
    text = "They shelled the mill and bombed the mill."
    [events] = tell(text, claim_of(text, text))
    assert [event.type for event in events] == [EventType.STRIKE]


def test_places_that_stand_together_are_those_of_one_event():
    text = "They shelled Vilne and Sosna, and left for Dub."
    places = [place_of(text, name) for name in ("Vilne", "Sosna", "Dub")]
    [events] = tell(text, claim_of(text, text), places=places)
    assert events[0].places == (0, 1)


def test_of_two_places_as_near_that_behind_a_word_is_its_own():
    text = "Войска взяли Вольное и наступают на Дубки."
    places = [place_of(text, name) for name in ("Вольное", "Дубки")]
    [events] = tell(text, claim_of(text, text), places=places, code="ru")
    assert [(event.type, event.places) for event in events] == [
        (EventType.CONTROL, (0,)),
        (EventType.ADVANCE, (1,)),
    ]


def test_what_a_place_is_measured_from_counts_only_where_there_is_no_other():
    text = "They shelled Sosna, 16 km from Vilne."
    hint = Hint(kind=HintKind.DISTANCE, span=span_of(text, "16 km from Vilne"), of=("Vilne",), distance_km=16)
    places = [place_of(text, "Sosna", hint=hint), place_of(text, "Vilne")]
    [events] = tell(text, claim_of(text, text), places=places)
    assert events[0].places == (0,)
    [events] = tell(text, claim_of(text, "16 km from Vilne"), places=places)
    assert events[0].places == (1,)


def test_a_state_that_acts_is_no_place_of_what_it_does():
    text = "Russia shelled the mill. Vilne is near."
    places = [place_of(text, "Russia", kind=PlaceKind.COUNTRY), place_of(text, "Vilne", kind=PlaceKind.SETTLEMENT)]
    [events] = tell(text, claim_of(text, "Russia shelled the mill"), places=places)
    assert events[0].places == (1,)
    assert events[0].actor.side == "RU"


def test_a_claim_without_a_place_takes_that_of_the_claim_before_in_its_paragraph():
    text = "They shelled Vilne. The attack killed two.\nTwo were wounded."
    places = [place_of(text, "Vilne")]
    told = tell(
        text, *(claim_of(text, one) for one in ("They shelled Vilne", "killed two", "Two were wounded")), places=places
    )
    assert [events[0].places for events in told] == [(0,), (0,), (0,)]


def test_where_a_source_sits_is_where_no_other_claim_happens_and_nothing_goes_on_there():
    text = (
        "They shelled Vilne. A consul in Dub said six had died, and guards say the mill burned. They bombed it again."
    )
    places = [place_of(text, name) for name in ("Vilne", "Dub")]
    consul, guards = (Link(mention=span_of(text, words), **HE) for words in ("A consul in Dub", "guards"))
    claims = [
        claim_of(text, "They shelled Vilne"),
        claim_of(text, "six had died", chain=(consul,)),
        claim_of(text, "the mill burned", chain=(guards,)),
        claim_of(text, "They bombed it again"),
    ]
    told = tell(text, *claims, places=places)
    assert [events[0].places for events in told] == [(0,), (1,), (0,), (0,)]


def test_the_time_of_an_event_is_one_of_the_claim_and_not_that_of_saying_it():
    text = "The mayor said on Monday they shelled the mill on Sunday."
    times = [time_of(text, "Monday"), time_of(text, "Sunday")]
    [events] = tell(text, claim_of(text, "they shelled the mill on Sunday"), times=times)
    assert events[0].time == 1
    [events] = tell(text, claim_of(text, "they shelled the mill"), times=times)
    assert events[0].time is None


def test_what_points_back_speaks_of_the_event_before():
    text = "They shelled Vilne. The army denied this."
    told = tell(
        text,
        claim_of(text, "They shelled Vilne"),
        claim_of(text, "this", Stance.DENIES),
        places=[place_of(text, "Vilne")],
    )
    [event] = told[1]
    assert (event.type, event.trigger, event.modality, event.places) == (EventType.STRIKE, None, Modality.NEGATED, (0,))


@pytest.mark.parametrize("known", [{}, {"negated": True}, {"hypothetical": True}])
def test_how_what_points_back_is_spoken_of_is_its_own(known):
    text = "They shelled Vilne. It is so, he said."
    he = Link(
        mention=span_of(text, "he", 20),
        name="he",
        kind=LinkKind.PERSON,
        naming=Naming.UNNAMED,
        role=Role.UNKNOWN,
        side="unknown",
    )
    told = tell(text, claim_of(text, "They shelled Vilne"), claim_of(text, "It is so", chain=(he,), **known))
    expected = {(): Modality.ACTUAL, ("negated",): Modality.NEGATED, ("hypothetical",): Modality.UNKNOWN}[tuple(known)]
    assert told[1][0].modality is expected
    told = tell(text, claim_of(text, "They shelled Vilne"), claim_of(text, "It is so", Stance.PREDICTS))
    assert told[1][0].modality is Modality.PREDICTED


def test_what_the_report_itself_comes_back_to_is_not_affirmed_anew():
    text = "They shelled Vilne. This was news to the ministry."
    told = tell(text, claim_of(text, "They shelled Vilne"), claim_of(text, "This was news to the ministry"))
    assert [event.modality for event in told[1]] == [Modality.UNKNOWN]


@pytest.mark.parametrize("stance", [Stance.ASSERTS, Stance.OPINES])
def test_a_claim_of_something_else_tells_no_event(stance):
    text = "They shelled Vilne. His grandmother used to knit socks of red wool in the evening."
    words = "His grandmother used to knit socks of red wool in the evening"
    assert tell(text, claim_of(text, "They shelled Vilne"), claim_of(text, words, stance))[1] == ()
    assert tell(text, claim_of(text, words)) == ((),)


HE = {"name": "he", "kind": LinkKind.PERSON, "naming": Naming.UNNAMED, "role": Role.UNKNOWN, "side": "unknown"}


@pytest.mark.parametrize(
    ("stance", "words", "told"),
    [
        (Stance.ASSERTS, "Breakfast had been late as usual", [EventType.STRIKE]),
        (Stance.OPINES, "Breakfast had been late as usual", []),
        (Stance.ASSERTS, "Breakfast had been late as usual and cold as well which was worse", []),
    ],
)
def test_a_short_claim_of_somebody_that_tells_no_event_goes_on_with_the_one_before(stance, words, told):
    text = f"Vilne was shelled. {words}, he said."
    he = Link(mention=span_of(text, "he ", 19), **HE)
    first = claim_of(text, "Vilne was shelled")
    [_, events] = tell(text, first, claim_of(text, words, stance, chain=(he,)))
    assert [event.type for event in events] == told
    assert {(event.trigger, event.modality) for event in events} <= {(None, Modality.UNKNOWN)}
    assert tell(text, first, claim_of(text, words, stance))[1] == ()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "They asked for six tanks."),
        ("en", "They are planning an offensive."),
        ("en", "They need shells and drones."),
        ("en", "They want to stay."),
        ("en", "They refused to leave."),
        ("en", "They may open a second front."),
        ("ru", "Им нужны снаряды."),
        ("ru", "Они готовят наступление."),
        ("ru", "Они попытаются взять холм."),
        ("ru", "Уезжайте вечером."),
        ("uk", "Їм потрібні снаряди."),
        ("uk", "Вони готують наступ."),
        ("uk", "Вони хочуть лишитися."),
        ("uk", "Тікайте ввечері."),
    ],
)
def test_what_is_wanted_asked_for_or_refused_has_not_happened(code, text):
    claim = claim_of(text, text[:-1])
    [events] = tell(text, claim, code=code)
    assert events
    assert [event for event in events if has_happened(claim, event)] == []


def test_no_words_of_an_event_run_over_the_end_of_a_claim():
    text = "The rebels he saw, they said, attacked at dawn."
    [[one], [other]] = tell(text, claim_of(text, "The rebels he saw"), claim_of(text, "attacked at dawn"))
    assert (one.trigger.cut(text), other.trigger.cut(text)) == ("rebels", "attacked")
    [[whole, *_]] = tell(text, claim_of(text, text[:-1]))
    assert whole.trigger.cut(text) == "rebels he saw, they said, attacked"


def test_something_said_of_a_place_is_an_event_of_no_kind_of_its_own():
    text = "In Vilne the wells taste of iron this summer."
    [[event]] = tell(text, claim_of(text, text), places=[place_of(text, "Vilne")])
    assert (event.type, event.trigger, event.places, event.modality) == (EventType.OTHER, None, (0,), Modality.UNKNOWN)


def test_a_word_that_only_hints_is_no_event_that_happened():
    text = "Nine drones lay in the yard."
    claim = claim_of(text, text)
    [[event]] = tell(text, claim)
    assert (event.type, event.modality) == (EventType.STRIKE, Modality.UNKNOWN)
    assert not has_happened(claim, event)


def test_a_supposed_claim_supposes_its_events():
    text = "The guard shelled the mill."
    [[event]] = tell(text, claim_of(text, text, hypothetical=True))
    assert event.modality is Modality.HYPOTHETICAL


def test_the_reasons_name_the_words():
    text = "The guard may shell the mill."
    [[event]] = tell(text, claim_of(text, text))
    words = [span.cut(text) for reason in event.reasons for _, span in reason.words]
    assert words == ["shell", "may"]


def test_a_reading_gets_its_events_and_one_of_an_unknown_language_none():
    text = "The guard shelled the mill."
    report = Report(id="r", text=text, provenance=Provenance(where="r", format="plain", sha256="0" * 64))
    reading = Reading(
        report=report,
        lang="en",
        reader=ReaderVersion(sayso="0", pack=None, language="en"),
        claims=(claim_of(text, text),),
    )
    assert add_events(reading).claims[0].event.type is EventType.STRIKE
    other = attrs.evolve(reading, lang="fr")
    assert add_events(other) is other


WORDS = st.sampled_from(
    [
        "shelled",
        "not",
        "the guard",
        "Vilne",
        "will",
        ",",
        ".",
        "\n",
        "by",
        "if",
        "“",
        "’s",
        "обстрел",
        "this",
        "5",
        "—",
        "killed",
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(WORDS, min_size=1, max_size=30), st.data(), st.sampled_from(Stance), st.sampled_from(sorted(list_events()))
)
def test_any_text_is_told_without_an_exception(words, data, stance, code):
    text = " ".join(words)
    cut = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=4, unique=True)))
    spans = tuple(Span(start=start, end=end) for start, end in zip(cut[::2], cut[1::2], strict=False))
    claims = [
        Claim(id=f"c-{place}", content=(span,), cue=(), kind=ClaimKind.DIRECT, chain=(), stance=stance)
        for place, span in enumerate(spans)
    ]
    claims.append(attrs.evolve(claims[0], content=spans))
    places = [Place(start=one.start(), end=one.end(), name="Vilne") for one in re.finditer("Vilne", text)]
    for events in tell(text, *claims, places=places, code=code):
        for event in events:
            assert all(place < len(places) for place in event.places)
            assert event.trigger is None or event.trigger.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=120), st.sampled_from(sorted(list_events())))
def test_any_characters_are_told_without_an_exception(text, code):
    claim = Claim(
        id="c", content=(Span(start=0, end=len(text)),), cue=(), kind=ClaimKind.DIRECT, chain=(), stance=Stance.ASSERTS
    )
    tell(text, claim, code=code)


HOSTILE = {
    "marks": "?" * 100_000,
    "numbers": "1 1 1 " * 3_000,
    "clues": "shelled " * 12_000,
    "clauses": "they shelled Vilne, " * 5_000,
    "gaps": "set the a " * 10_000,
    "parties": "troops of " * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_costs_no_more_than_its_length(name):
    text = HOSTILE[name]
    places = [Place(start=one.start(), end=one.end(), name="Vilne") for one in re.finditer("Vilne", text)]
    whole = Span(start=0, end=len(text.rstrip()))
    parts = [Span(start=at, end=min(at + 20, whole.end)) for at in range(0, whole.end, 400)]
    claims = [
        Claim(id=f"c-{at}", content=(span,), cue=(), kind=ClaimKind.DIRECT, chain=(), stance=Stance.ASSERTS)
        for at, span in enumerate((whole, *parts))
    ]
    began = time.process_time()
    assert len(tell(text, *claims, places=places)) == len(claims)
    assert time.process_time() - began < 4


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The mill’s walls did not prevent the shelling.", Modality.ACTUAL),
        ("They did not in all the long cold week shell it.", Modality.UNKNOWN),
        ("No cook said that she had not been hurt.", Modality.NEGATED),
        ("On 3 May they shelled it.", Modality.ACTUAL),
    ],
)
def test_a_negation_negates_what_is_near_it_and_leaves_open_what_is_far(text, modality):
    times = (time_of(text, "3 May"),) if "3 May" in text else ()
    [[event, *_]] = tell(text, claim_of(text, text.rstrip()), times=times)
    assert event.modality is modality


def test_a_state_that_an_adjective_names_is_no_place_and_a_visit_is_not_where_the_report_is_about():
    text = "Vilne burned.\nThe Russian minister visited the camp.\nHe went to talks in Russia."
    country = {"kind": PlaceKind.COUNTRY}
    places = (
        place_of(text, "Vilne"),
        place_of(text, "Russian", **country),
        place_of(text, "Russia", text.index("talks"), **country),
    )
    claims = [claim_of(text, line) for line in text.splitlines()]
    told = tell(text, *claims, places=places)
    assert [event.places for [event, *_] in told[1:]] == [(), (2,)]


@pytest.mark.parametrize(
    "text",
    ["They did not succeed in capturing Vilne.", "They are not interested in shelling Vilne.", "They shelled no mill."],
)
def test_what_did_not_come_about_has_not_happened(text):
    claim = claim_of(text, text)
    [events] = tell(text, claim)
    assert not any(has_happened(claim, event) for event in events)


def test_a_future_told_of_the_past_is_no_mere_case():
    text = "The guard said it would shell the mill."
    said = claim_of(text, "it would shell the mill")
    assert tell(text, said)[0][0].modality is Modality.HYPOTHETICAL
    cued = attrs.evolve(said, cue=(span_of(text, "said"),))
    assert tell(text, cued)[0][0].modality is Modality.PREDICTED
