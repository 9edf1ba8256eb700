"""Codes: what an event would be in the schemes of others, and why it cannot be coded there."""

import attrs
import pytest

from sayso.reading.codes import add_codes
from sayso.reading.quantities import add_quantities
from sayso.vocabulary import (
    Anchor,
    Claim,
    ClaimKind,
    Direction,
    Event,
    EventType,
    Granularity,
    Modality,
    NotCodable,
    Participant,
    Place,
    PlaceKind,
    Precision,
    Provenance,
    ReaderVersion,
    Reading,
    Report,
    Scheme,
    Span,
    Stance,
    Timex,
    TimexType,
    When,
)

TEXT = "On 5 May 2024 the Northern army hit Vilne with two drones, killing three people."


def span(words):
    return Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))


PLACE = Place(
    start=span("Vilne").start, end=span("Vilne").end, name="Vilne", lat=48.5, lon=37.75, kind=PlaceKind.SETTLEMENT,
    precision=Precision.EXACT, country="UA",
)  # fmt: skip
TIME = When(
    start=3, end=13, value="2024-05-05", granularity=Granularity.DAY, anchor=Anchor.STATED, rule="date",
    timex3=Timex(type=TimexType.DATE, value="2024-05-05"),
)  # fmt: skip
ACTOR = Participant(span=span("the Northern army"), name="Northern army", side="RU")
STRIKE = Event(type=EventType.STRIKE, trigger=span("hit"), places=(0,), time=0, actor=ACTOR, modality=Modality.ACTUAL)


def code(event, lang="en", **more):
    claim = Claim(
        id="c", content=(Span(start=0, end=len(TEXT)),), cue=(), kind=ClaimKind.INDIRECT, chain=(),
        stance=Stance.ASSERTS, events=(event,),
    )  # fmt: skip
    made = Provenance(where="a", format="plain", sha256="0" * 64)
    reading = Reading(
        report=Report(id="r", text=TEXT, provenance=made), lang=lang, claims=(attrs.evolve(claim, **more),),
        reader=ReaderVersion(sayso="0", pack=None, language=lang), places=(PLACE,), times=(TIME,),
    )  # fmt: skip
    [found] = add_codes(add_quantities(reading)).claims
    return {one.scheme: one for one in found.events[0].codes}


def test_a_strike_is_coded_with_the_weapon_that_is_named():
    codes = code(STRIKE)
    acled, plover = codes[Scheme.ACLED], codes[Scheme.PLOVER]
    assert (acled.type, acled.subtype) == ("Explosions/Remote violence", "Air/drone strike")
    assert (acled.time_precision, acled.place_precision, acled.not_codable) == (1, 1, ())
    assert (plover.type, plover.subtype, plover.time_precision) == ("ASSAULT", "drone", None)
    words = [of.cut(TEXT) for reason in acled.reasons for _, of in reason.words]
    assert words == ["hit", "the Northern army", "drones"]


def test_without_words_of_weapons_nothing_finer_is_told():
    assert code(STRIKE, lang="fr")[Scheme.ACLED].subtype is None
    assert code(attrs.evolve(STRIKE, trigger=None))[Scheme.PLOVER].subtype is None


def test_type_of_violence_needs_two_sides():
    one_sided = code(STRIKE)[Scheme.UCDP]
    assert (one_sided.type, one_sided.not_codable) == (None, (NotCodable.NO_SIDES,))
    target = Participant(span=span("Vilne"), name="Vilne", side="UA")
    both = code(attrs.evolve(STRIKE, target=target))[Scheme.UCDP]
    assert (both.type, both.time_precision, both.place_precision, both.not_codable) == ("1", 1, 1, ())
    parties = attrs.evolve(STRIKE, actor=attrs.evolve(ACTOR, side="M23"), target=attrs.evolve(target, side="RSF"))
    assert code(parties)[Scheme.UCDP].type == "2"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"modality": Modality.PLANNED}, NotCodable.NOT_HAPPENED),
        ({"time": None}, NotCodable.NO_DATE),
        ({"places": ()}, NotCodable.NO_PLACE),
        ({"actor": None}, NotCodable.NO_ACTOR),
        ({"type": EventType.CASUALTIES}, NotCodable.CONSEQUENCE),
        ({"type": EventType.AID}, NotCodable.OUT_OF_SCOPE),
        ({"type": EventType.ADVANCE}, NotCodable.NOT_SPECIFIC),
    ],
)
def test_what_is_missing_is_said(change, why):
    assert code(attrs.evolve(STRIKE, **change))[Scheme.ACLED].not_codable == (why,)


def test_what_is_denied_is_not_coded_anywhere():
    codes = code(STRIKE, stance=Stance.DENIES)
    assert all(NotCodable.NOT_HAPPENED in one.not_codable for one in codes.values())
    assert NotCodable.NO_DEATHS in codes[Scheme.UCDP].not_codable


@pytest.mark.parametrize(
    ("side", "direction", "subtype"),
    [
        ("RU", Direction.TAKEN, "Non-state actor overtakes territory"),
        ("UA", Direction.TAKEN, "Government regains territory"),
        ("UA", Direction.LOST, "Non-state actor overtakes territory"),
        ("unknown", Direction.CONTESTED, "Armed clash"),
        ("unknown", Direction.TAKEN, None),
    ],
)
def test_who_holds_a_place_goes_by_the_state_it_lies_in(side, direction, subtype):
    taken = attrs.evolve(STRIKE, type=EventType.CONTROL, direction=direction, actor=attrs.evolve(ACTOR, side=side))
    assert code(taken)[Scheme.ACLED].subtype == subtype


def test_a_reading_without_events_stays_as_it_is():
    made = Provenance(where="a", format="plain", sha256="0" * 64)
    reading = Reading(
        report=Report(id="r", text=TEXT, provenance=made), lang="en",
        reader=ReaderVersion(sayso="0", pack=None, language="en"),
    )  # fmt: skip
    assert add_codes(reading) is reading
