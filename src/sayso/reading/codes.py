"""Events of claims -> what they would be in ACLED, UCDP and PLOVER, or why they cannot be coded there.

Takes a reading whose claims hold events and quantities. A proposal for a person who codes: nothing is filled in that
the report does not tell, and what has not happened by its origin's word is not coded.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from sayso.knowledge import ActorIs, list_quantities, load_codes, load_quantities
from sayso.vocabulary import (
    Claim,
    Coding,
    Event,
    EventType,
    NotCodable,
    Place,
    Quantity,
    Reading,
    Reason,
    Scheme,
    Span,
    Status,
    Unit,
    When,
    acled_precision,
    acled_time_precision,
    counts_that_happened,
    has_happened,
    ucdp_precision,
    ucdp_time_precision,
)
from sayso.vocabulary.side import LETTERS_OF_STATE

WEAPONS = frozenset(
    (
        *(Unit.DRONE, Unit.AIRCRAFT, Unit.HELICOPTER, Unit.BOMB, Unit.MISSILE, Unit.SHELL),
        *(Unit.GUN, Unit.TANK, Unit.MINE),
    )
)
# Events in which people die by force, of which UCDP codes those with deaths.
VIOLENT = frozenset(
    (
        *(EventType.CONTROL, EventType.ADVANCE, EventType.CLASH, EventType.STRIKE),
        *(EventType.CASUALTIES, EventType.ABUSE),
    )
)
STATE_BASED, NON_STATE = "1", "2"
NO_STATES = frozenset(("unknown", "INT"))


def add_codes(reading: Reading) -> Reading:
    """Give a reading whose events hold what they would be in the schemes of others."""
    if not any(claim.events for claim in reading.claims):
        return reading
    coder = _Coder(reading)
    claims = [_code_claim(coder, claim) for claim in reading.claims]
    return attrs.evolve(reading, claims=tuple(claims))


def _code_claim(coder: "_Coder", claim: Claim) -> Claim:
    if not claim.events:
        return claim
    deaths = [one for one in counts_that_happened(claim) if one.status is Status.KILLED and (one.low or 0) > 0]
    events = [attrs.evolve(event, codes=tuple(coder.code(claim, event, deaths))) for event in claim.events]
    return attrs.evolve(claim, events=tuple(events))


class _Coder:
    """Codes the events of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        text, lang = reading.report.text, reading.lang
        units = load_quantities(lang).units.find(text) if lang in list_quantities() else ()
        self._weapons = [(start, end, row.means) for start, end, row in units if row.means in WEAPONS]
        self._known: dict[tuple[str, int, int], Reason] = {}

    def code(self, claim: Claim, event: Event, deaths: Sequence[Quantity]) -> Iterator[Coding]:
        """Give the event in each scheme; ``deaths`` are the counts of the claim's dead that may be counted."""
        place = self._reading.places[event.places[0]] if event.places else None
        when = None if event.time is None else self._reading.times[event.time]
        weapon = self._weapon_of(claim, event)
        for scheme in (Scheme.ACLED, Scheme.PLOVER):
            yield self._by_table(scheme, claim, event, (place, when), weapon)
        yield self._ucdp(claim, event, (place, when), deaths)

    def _by_table(
        self,
        scheme: Scheme,
        claim: Claim,
        event: Event,
        where: tuple[Place | None, When | None],
        armed: tuple[Unit | None, Span | None],
    ) -> Coding:
        (place, when), (weapon, words) = where, armed
        actor = _actor_is(event, place)
        row = next(one for one in load_codes()[scheme, event.type] if one.fits(event.direction, actor, weapon))
        is_acled = scheme is Scheme.ACLED
        time = acled_time_precision(when) if when and is_acled else None
        area = acled_precision(place) if place and is_acled else None
        lacks = (
            (NotCodable.NOT_HAPPENED, not has_happened(claim, event)),
            (NotCodable.NO_DATE, when is None or (is_acled and time is None)),
            (NotCodable.NO_PLACE, is_acled and area is None),
            (NotCodable.NO_ACTOR, event.actor is None),
        )
        why_not = [reason for reason, is_so in lacks if is_so]
        is_by_weapon = bool(row.weapon) and words is not None
        return Coding(
            scheme=scheme,
            type=None if row.not_codable else row.type,
            subtype=row.subtype,
            time_precision=time,
            place_precision=area,
            not_codable=(*((row.not_codable,) if row.not_codable else ()), *why_not),
            reasons=self._reasons(event, words if is_by_weapon else None),
        )

    def _ucdp(
        self, claim: Claim, event: Event, where: tuple[Place | None, When | None], deaths: Sequence[Quantity]
    ) -> Coding:
        place, when = where
        violence = _violence_of(event)
        time = ucdp_time_precision(when) if when else None
        area = ucdp_precision(place) if place else None
        lacks = (
            (NotCodable.OUT_OF_SCOPE, event.type not in VIOLENT),
            (NotCodable.NOT_HAPPENED, not has_happened(claim, event)),
            (NotCodable.NO_DEATHS, not deaths),
            (NotCodable.NO_SIDES, violence is None),
            (NotCodable.NO_DATE, time is None),
            (NotCodable.NO_PLACE, area is None),
        )
        return Coding(
            scheme=Scheme.UCDP,
            type=violence,
            time_precision=time,
            place_precision=area,
            not_codable=tuple([reason for reason, is_so in lacks if is_so]),
            reasons=self._reasons(event, deaths[0].span if deaths else None),
        )

    def _weapon_of(self, claim: Claim, event: Event) -> tuple[Unit | None, Span | None]:
        """Give the weapon that the claim names nearest to the event's trigger, with its words."""
        if event.trigger is None:
            return None, None
        start = event.trigger.start
        place = bisect_left(self._weapons, start, key=lambda one: one[0])
        near = [
            (abs(first - start), Span(start=first, end=last), unit)
            for first, last, unit in self._weapons[max(0, place - 1) : place + 1]
            if any(span.start <= first and last <= span.end for span in claim.content)
        ]
        return next(((unit, words) for _, words, unit in sorted(near)), (None, None))

    def _reasons(self, event: Event, words: Span | None) -> tuple[Reason, ...]:
        told = (
            ("what happens", event.trigger),
            ("who does it", event.actor.span if event.actor else None),
            ("what it is told by", words),
        )
        return tuple([self._reason(rule, span) for rule, span in told if span is not None])

    def _reason(self, rule: str, span: Span) -> Reason:
        """Give a reason; the same ones stand behind an event in each scheme."""
        key = rule, span.start, span.end
        found = self._known.get(key)
        if found is None:
            words = ((self._reading.report.id, span),)
            found = self._known[key] = Reason(rule=rule, score=1.0, words=words)
        return found


def _actor_is(event: Event, place: Place | None) -> ActorIs | None:
    """Tell whether the actor is of the state that the place lies in; None where either is not known."""
    side = event.actor.side if event.actor else None
    if place is None or place.country is None or side is None or side in NO_STATES:
        return None
    return ActorIs.HOME if side == place.country else ActorIs.FOREIGN


def _violence_of(event: Event) -> str | None:
    """Give the type_of_violence where both sides are stated: a state takes part, or none does."""
    sides = [one.side for one in (event.actor, event.target) if one is not None and one.side not in NO_STATES]
    if len(set(sides)) != 2:  # noqa: PLR2004 - the two sides
        return None
    return STATE_BASED if any(len(side) == LETTERS_OF_STATE for side in sides) else NON_STATE
