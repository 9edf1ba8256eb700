"""Where and when the claims of a weighing say that something has happened: the spots of its map, the rows of its time.

Only what has happened by its origin's word is placed or dated; `has_happened` decides, as everywhere. What is planned,
feared, supposed or denied is listed apart, and no spot, bar or count comes of it.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta

import attrs

from sayso.views.account import Located, word_place, word_precision
from sayso.views.standing import Card, Deck, name_report, word_published
from sayso.views.web.axis import Axis, Tick
from sayso.views.web.maps import Map, Pin, draw_map
from sayso.vocabulary import Place, Reading, Stated, ends_of
from sayso.vocabulary.withheld import WITHHELD

MOST_SPOTS = 200
SMALLEST, GROWS, LARGEST = 4.0, 3.0, 16.0
# How wide a letter and how high a line of a name are, in units of the map, and by how much a name may be shifted.
LETTER, LINE = 6.0, 11.0
SHIFTS = (0, 11, -11)
NOT_TOLD = "day not told"
# The narrowest bar of a day, in percent of the width, and how far from all publications a day is drawn in its place.
NARROWEST = 1.5
LONGEST_BEFORE, LONGEST_AFTER = timedelta(days=60), timedelta(days=30)


@attrs.frozen(kw_only=True)
class Spot:
    """A place where claims say that something has happened; ``radius`` grows with its origins, in units of the map."""

    key: str
    name: str
    words: tuple[str, ...]
    origins: int
    radius: float
    cards: tuple[Card, ...]


@attrs.frozen(kw_only=True)
class Where:
    """The places of a weighing, the most origins first, and their map where there is one.

    ``shifts`` are the units of the map by which a name stands lower, so that names do not cover each other; a name that
    has no room is left to the list.
    """

    spots: tuple[Spot, ...]
    map: Map | None
    shifts: Mapping[str, int]


@attrs.define(kw_only=True)
class _Gathered:
    mentions: list[Place]
    origins: set[str]
    cards: dict[str, Card]


def place_happenings(deck: Deck) -> Where:
    """Gather the places at which claims say that something has happened."""
    found: dict[tuple[object, ...], _Gathered] = {}
    for card in deck.cards:
        identities = _identify(card)
        for stated in card.happened:
            for place in _places_of(card, stated):
                key = (place.geonameid, place.name, place.kind, place.precision, place.admin, place.country)
                at = found.setdefault(key, _Gathered(mentions=[], origins=set(), cards={}))
                at.mentions.append(place)
                at.cards[card.key] = card
                origin = card.origin(stated)
                if origin.stands_alone:
                    at.origins.add(identities[origin.id])
    ordered = sorted(found.values(), key=lambda one: (-len(one.origins), -len(one.cards)))[:MOST_SPOTS]
    spots = [(f"w{number}", one) for number, one in enumerate(ordered, 1)]
    located = [(key, Located(mentions=tuple(one.mentions))) for key, one in spots]
    drawn = draw_map(located)
    shifts = _shift_names(drawn.pins) if drawn else {}
    return Where(spots=tuple(_spot(key, one) for key, one in spots), map=drawn, shifts=shifts)


def _shift_names(pins: Sequence[Pin]) -> dict[str, int]:
    """Give each name the least shift at which it covers none before it; names without room are left out."""
    taken: list[tuple[float, float, float]] = []
    shifts: dict[str, int] = {}
    for pin in pins:
        wide = len(pin.name) * LETTER
        left = pin.x - wide / 2 if pin.is_area else pin.x - wide - LARGEST if pin.is_right else pin.x
        box = (left, left + wide + (0 if pin.is_area else LARGEST))
        shift = next((one for one in SHIFTS if not _covers(box, pin.y + one, taken)), None)
        if shift is not None:
            taken.append((*box, pin.y + shift))
            shifts[pin.key] = shift
    return shifts


def _covers(box: tuple[float, float], y: float, taken: Sequence[tuple[float, float, float]]) -> bool:
    left, right = box
    return any(left < end and begin < right and abs(y - at) < LINE for begin, end, at in taken)


def _identify(card: Card) -> dict[str, str]:
    """Give what tells each origin of a claim from others across claims: its entry in the register, else its name."""
    known = {one.id: f"{one.kind} {one.party or one.side} {one.name}" for one in card.assessment.origins}
    names = {one.id: one.name for one in card.assessment.origins}
    for stated in card.assessment.statements:
        said = card.weighed.claim(stated).origin
        if said is not None and said.register and said.name == names[stated.origin]:
            known[stated.origin] = f"register {said.register}"
    return known


def _places_of(card: Card, stated: Stated) -> Iterator[Place]:
    """Give the places of the main event of a statement that can be told."""
    reading = card.weighed.readings[stated.report]
    event = card.weighed.claim(stated).event
    for at in event.places if event else ():
        place = reading.places[at]
        if place.resolved and place.name != WITHHELD:
            yield place


def _spot(key: str, one: _Gathered) -> Spot:
    place = Located(mentions=tuple(one.mentions)).place
    return Spot(
        key=key,
        name=place.name,
        words=tuple(word for word in (*word_place(place), word_precision(place)) if word),
        origins=len(one.origins),
        radius=round(min(LARGEST, SMALLEST + GROWS * math.sqrt(max(0, len(one.origins) - 1))), 1),
        cards=tuple(one.cards.values()),
    )


@attrs.frozen(kw_only=True)
class Told:
    """A day on which a claim says that it happened, with the reports that say so; ``x`` and ``wide`` in percent."""

    value: str
    reports: tuple[str, ...]
    x: float | None
    wide: float


@attrs.frozen(kw_only=True)
class Published:
    """When a report that speaks of it was published, in percent of the width; ``is_against``: it denies or doubts."""

    x: float
    name: str
    when: str
    is_against: bool


@attrs.frozen(kw_only=True)
class Dated:
    """A claim in time: the days that it is told of, the first report's first, and when the reports came."""

    card: Card
    told: tuple[Told, ...]
    published: tuple[Published, ...]


@attrs.frozen(kw_only=True)
class When:
    """The claims of what has happened, by the first day told, and apart from them claims of what has not."""

    dated: tuple[Dated, ...]
    others: tuple[Card, ...]
    ticks: tuple[Tick, ...]


def date_happenings(deck: Deck) -> When:
    """Put the claims of what has happened in the order of the days they tell."""
    happened = [card for card in deck.cards if card.happened]
    axis = _fit(happened)
    dated = [_date(card, axis) for card in happened]
    return When(
        dated=tuple(sorted(dated, key=_order)),
        others=tuple(card for card in deck.cards if not card.happened and card.weighed.claim(card.gist).event),
        ticks=axis.ticks() if axis else (),
    )


def _fit(cards: Sequence[Card]) -> Axis | None:
    """Give the axis of all publications and of the days told near them; what is told of long ago stands at its edge."""
    published = [at for card in cards for at in _publications(card)]
    days = [at for card in cards for at in _days(card)]
    if not published:
        return Axis.over(days)
    first, last = min(published), max(published)
    near = [at for at in days if first - at <= LONGEST_BEFORE and at - last <= LONGEST_AFTER]
    return Axis.over((first, last, *near))


def _order(one: Dated) -> tuple[bool, str]:
    value = one.told[0].value
    return value == NOT_TOLD or value.startswith("X"), value


def _publications(card: Card) -> Iterator[datetime]:
    for stated in card.assessment.statements:
        at = _published(card.weighed.readings[stated.report])
        if at is not None:
            yield at


def _days(card: Card) -> Iterator[datetime]:
    for value in _values(card):
        for day, at in zip(ends_of(value), (time.min, time.max), strict=True):
            if day is not None:
                yield datetime.combine(day, at, tzinfo=UTC)


def _values(card: Card) -> dict[str, list[str]]:
    """Give the days that a claim tells, each with the names of the reports that do, the first told first."""
    values: dict[str, list[str]] = {}
    for stated in card.happened:
        reading = card.weighed.readings[stated.report]
        event = card.weighed.claim(stated).event
        value = NOT_TOLD if event is None or event.time is None else reading.times[event.time].value
        values.setdefault(value, []).append(name_report(reading))
    told = {value: names for value, names in values.items() if value != NOT_TOLD}
    return told or values


def _date(card: Card, axis: Axis | None) -> Dated:
    return Dated(
        card=card,
        told=tuple(_told(value, names, axis) for value, names in _values(card).items()),
        published=tuple(_marks(card, axis)),
    )


def _told(value: str, names: list[str], axis: Axis | None) -> Told:
    first, last = ends_of(value) if value != NOT_TOLD else (None, None)
    reports = tuple(dict.fromkeys(names))
    if axis is None or first is None or last is None:
        return Told(value=value, reports=reports, x=None, wide=0)
    x = axis.x(datetime.combine(first, time.min, tzinfo=UTC))
    end = axis.x(datetime.combine(last, time.max, tzinfo=UTC))
    return Told(value=value, reports=reports, x=x, wide=round(max(NARROWEST, end - x), 2))


def _marks(card: Card, axis: Axis | None) -> Iterator[Published]:
    against = {one.claim for one in card.against}
    for stated in card.assessment.statements:
        reading = card.weighed.readings[stated.report]
        at = _published(reading)
        if axis is not None and at is not None:
            known = {"name": name_report(reading), "when": word_published(reading)}
            yield Published(x=axis.x(at), is_against=stated.claim in against, **known)


def _published(reading: Reading) -> datetime | None:
    return None if reading.published_doubted else reading.report.published
