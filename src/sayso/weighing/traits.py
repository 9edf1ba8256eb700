"""Statement -> traits: all that is compared, worked out once and in a form that compares fast.

Nothing in it needs a language but the words, which are stems in Latin letters.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property, lru_cache

import attrs

from sayso.vocabulary import (
    Direction,
    Event,
    EventType,
    Modality,
    Place,
    PlaceKind,
    Quantity,
    Span,
    Stance,
    Unit,
)
from sayso.vocabulary.names import KEPT_WORDS, sound_of
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.weighing.figures import Figures, figures_of
from sayso.weighing.sources import AUTHORITIES, side_of
from sayso.weighing.statement import STEM, WORD, Statement

# What is compared of a statement; more of it says no more, and costs.
MOST_PLACES = 6
MOST_EVENTS = 4
MOST_COUNTS = 6
MOST_WORDS = 60
MOST_NAMES = 8
SHORTEST_WORD = 4
# Names whose sound is kept at hand.
KEPT_NAMES = 8192
POINTS = frozenset((PlaceKind.SETTLEMENT, PlaceKind.FACILITY))


class Standing(StrEnum):
    """How what is claimed stands to the world: it happens, is meant to, is expected, is supposed; or nobody can tell.

    Negation is no standing of its own: it speaks of the same thing, against it.
    """

    HAPPENS = "happens"
    PLANNED = "planned"
    EXPECTED = "expected"
    SUPPOSED = "supposed"
    UNTOLD = "untold"


OF_MODALITY = {
    Modality.ACTUAL: Standing.HAPPENS,
    Modality.ONGOING: Standing.HAPPENS,
    Modality.NEGATED: Standing.HAPPENS,
    Modality.PLANNED: Standing.PLANNED,
    Modality.PREDICTED: Standing.EXPECTED,
    Modality.HYPOTHETICAL: Standing.SUPPOSED,
    Modality.UNKNOWN: Standing.UNTOLD,
}
OF_STANCE = {Stance.PREDICTS: Standing.EXPECTED, Stance.INTENDS: Standing.PLANNED}


@attrs.frozen(kw_only=True)
class Spot:
    """A place as it is compared.

    ``key`` is one for all mentions of a place that is resolved, the sound of the name of one that is not; ``sound`` is
    that of the name always, ``stems`` those of its longer words. ``area``: it is no point, so that its middle tells no
    distance.
    """

    place: Place
    span: Span
    key: str
    sound: str
    lat: float | None
    lon: float | None
    area: bool
    resolved: bool
    stems: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Happening:
    """What an event says happens, without where and when; sides are None where they are not told."""

    type: EventType
    direction: Direction | None
    actor: str | None
    target: str | None


@attrs.frozen(kw_only=True, eq=False)
class Traits:
    """What of a statement is compared.

    ``spots`` are its places; where it has none, ``around`` are those that its report names. ``kinds`` are those of its
    events that are told (`other` is not), ``triggers`` where its main event stands. ``words`` are the stems of
    its content and how much each weighs, without those of its places. ``heads`` are what its things are kinds of
    (`depot`, of an `ammunition_depot`). ``named`` are the sounds of names and the ids of sources of its chain,
    ``outlet`` the sound of its report's outlet. ``day`` is that of publication, ``first`` and ``last`` those of the
    event, counted from 1 January of year 1; None where not told.
    """

    statement: Statement
    spots: tuple[Spot, ...]
    around: tuple[Spot, ...]
    happenings: tuple[Happening, ...]
    kinds: tuple[EventType, ...]
    triggers: tuple[tuple[Statement, Span], ...]
    standing: Standing
    counts: tuple[Quantity, ...]
    words: dict[str, int]
    weight: int
    things: frozenset[str]
    heads: frozenset[str]
    named: frozenset[str]
    outlet: str
    day: int | None
    first: int | None
    last: int | None

    @cached_property
    def figures(self) -> Figures:
        """Those of its counts that can be held against others, by what they count."""
        return figures_of(self.counts)


def traits_of(statement: Statement) -> Traits:
    """Give the traits of a statement."""
    claim, event = statement.claim, statement.event
    spots = tuple(_spots(statement.places))
    words = _weighed(statement)
    first, last = statement.days or (None, None)
    return Traits(
        statement=statement,
        spots=spots,
        around=() if spots else tuple(_spots(statement.around)),
        happenings=tuple(_happening(one, statement) for one in claim.events[:MOST_EVENTS]),
        kinds=tuple(one.type for one in claim.events[:MOST_EVENTS] if one.type is not EventType.OTHER),
        triggers=((statement, event.trigger),) if event and event.trigger else (),
        standing=_standing(statement),
        counts=tuple(one for one in claim.quantities if one.unit is not Unit.METRE)[:MOST_COUNTS],
        words=words,
        weight=sum(words.values()),
        things=frozenset(one.code for one in claim.things),
        heads=frozenset(one.code.rpartition("_")[2] for one in claim.things),
        named=frozenset(_names(statement)),
        outlet=_sound(statement.report.outlet or ""),
        day=statement.published_day.toordinal() if statement.published_day else None,
        first=first.toordinal() if first else None,
        last=last.toordinal() if last else None,
    )


def _spots(places: Iterable[Place]) -> Iterator[Spot]:
    """Give each place once, in order. One that was only put in a town counts by its name: others lie there, too."""
    seen: set[str] = set()
    for place in places:
        sound = _sound(place.name)
        key = sound if place.geonameid is None else str(place.geonameid)
        if key in seen or not key:
            continue
        seen.add(key)
        yield Spot(
            place=place,
            span=place.span,
            key=key,
            sound=sound,
            lat=None if place.is_put else place.lat,
            lon=None if place.is_put else place.lon,
            area=place.kind is not None and place.kind not in POINTS,
            resolved=place.resolved and not place.is_put,
            stems=tuple(word[:STEM] for word in sound.split() if len(word) >= SHORTEST_WORD),
        )
        if len(seen) == MOST_PLACES:
            return


def _happening(event: Event, statement: Statement) -> Happening:
    """Tell who does it, and to whom; who takes or holds a place may be told by whose word it is."""
    actor, target = (one.side if one and one.side != UNKNOWN_SIDE else None for one in (event.actor, event.target))
    if actor is None and event.direction in (Direction.HELD, Direction.TAKEN):
        actor = _speakers_side(event.direction, target, statement)
    return Happening(type=event.type, direction=event.direction, actor=actor, target=target)


def _speakers_side(direction: Direction, target: str | None, statement: Statement) -> str | None:
    """Give the side of authorities that name nobody who takes or holds a place: they speak of their own.

    Of a place in their own country they may admit that it is taken.
    """
    origin = statement.claim.origin
    if origin is None or origin.role not in AUTHORITIES or origin.side == UNKNOWN_SIDE:
        return None
    own = side_of(origin)
    is_at_home = own == target or any(place.country == own for place in statement.places)
    return None if direction is Direction.TAKEN and is_at_home else own


def _standing(statement: Statement) -> Standing:
    """Tell how what is claimed stands to the world: by its main event, else by what the origin does with it."""
    if statement.claim.hypothetical:
        return Standing.SUPPOSED
    told = OF_MODALITY[statement.modality]
    return OF_STANCE.get(statement.claim.stance, told) if told is Standing.UNTOLD else told


def _weighed(statement: Statement) -> dict[str, int]:
    """Give the stems of the content, each with its weight: longer words tell more, in any language of letters."""
    text = statement.report.text
    weights = {stem: weight for stem in statement.words[:MOST_WORDS] if (weight := weight_of(stem))}
    for place in statement.places:
        for stem in _stems_in(place.span.cut(text)):
            weights.pop(stem, None)
    return weights


@lru_cache(maxsize=KEPT_NAMES)
def _stems_in(name: str) -> frozenset[str]:
    return frozenset(sound_of(word)[:STEM] for word in WORD.findall(name))


@lru_cache(maxsize=KEPT_WORDS)
def weight_of(stem: str) -> int:
    """Give what a stem weighs: nothing up to three letters, 4 at most; a number of two digits and more weighs 2."""
    if stem.isdigit():
        return 2 if len(stem) > 1 else 0
    return len(stem) - 2 if len(stem) >= SHORTEST_WORD else 0


def _names(statement: Statement) -> Iterator[str]:
    for link in statement.claim.chain[:MOST_NAMES]:
        if link.register:
            yield f"register:{link.register}"
        yield _sound(link.name)


@lru_cache(maxsize=KEPT_NAMES)
def _sound(name: str) -> str:
    return " ".join(map(sound_of, WORD.findall(name)[:MOST_NAMES]))
