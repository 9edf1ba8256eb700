"""Names that no entry of the gazetteer fits -> the town that the words put them in: `Ninth Street in Vilne`.

Takes the places of a report with what is told of each mention, gives the places with such names put. A street, a
building or a part of a town lies in the town that it is said to lie in; a street or building that is not said to lie
anywhere in the town of the report, where it has but one. What is said to be near a town, and has no entry, is near it.
Such a place has the point of the town and is called near, never exact; what is a place of some size is never put.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import attrs

from sayso.knowledge import PlaceWords, distance_km
from sayso.knowledge.placewords import Built, HintWord, Sort
from sayso.reading.buildings import begins_built, ends_as_built
from sayso.reading.hints import Surroundings
from sayso.reading.senses import Sense
from sayso.vocabulary import Hint, HintKind, Place, PlaceKind, Precision, Reason, Span

# What is told to lie farther from a town than this is not put beside it.
FARTHEST_KM = 20.0
# Towns of a report within so many kilometres of the first of them count as one.
ONE_TOWN_KM = 40.0
# How sure it must be that a town is meant in which others are put, and what remains of that: of 28 names put in what is
# trained on that can be judged, 24 lie within 20 km of the point they get, 27 within 161.
LEAST, KEPT = 0.6, 0.9
PUT = frozenset((None, Sort.FACILITY, Sort.SETTLEMENT))


class Site(NamedTuple):
    """A town, the rule by which something is put there, and how it is said to lie there: WITHIN, None else."""

    town: Place
    rule: str
    kind: HintKind | None


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Ground:
    """A report with its mentions read: what each name may be, what is told of it, and which place it is."""

    report: str
    text: str
    senses: Sequence[Sense]
    surroundings: Sequence[Surroundings]
    places: Sequence[Place]

    @cached_property
    def town(self) -> Place | None:
        """The town of a report that speaks of one alone, or of one and what lies around it."""
        towns = [place for place in self.places if place.kind is PlaceKind.SETTLEMENT and place.resolved]
        if not towns or not all(map(_is_town, towns)):
            return None
        counted = Counter((place.lat, place.lon) for place in towns)
        point = max(counted, key=lambda one: counted[one])
        first = next(place for place in towns if (place.lat, place.lon) == point)
        return first if max(_apart_km(first, other) for other in towns) <= ONE_TOWN_KM else None


def put_places(ground: Ground, words: PlaceWords) -> tuple[Place, ...]:
    """Give the places in order, those that the words put in a town or near one among them."""
    put = dict(enumerate(ground.places))
    for sense in ground.senses:
        if sense.sort in PUT and not sense.is_adjective and (site := _find_site(ground, sense, words)):
            name = ground.places[sense.mentions[0]].span.cut(ground.text)
            put |= {number: attrs.evolve(_put(ground, number, site, words), name=name) for number in sense.mentions}
    return tuple(put[number] for number in range(len(put)))


def _find_site(ground: Ground, sense: Sense, words: PlaceWords) -> Site | None:
    place = ground.places[sense.mentions[0]]
    built = {kind for number in sense.mentions if (kind := _built(ground, number, words))}
    if sense.candidates and not built:
        return None
    tied = (_tied(ground, number, words) for number in sense.mentions)
    site = next(filter(None, tied), None)
    if place.resolved:
        return site if site and _stands_apart(ground, place, site, words) else None
    # What bears the name of some place may be anywhere, and so may a body: `Paris Hotel`, `the Brightwell Institute`.
    if site is None and built and Built.BODY not in built and not sense.candidates and ground.town:
        return Site(ground.town, "the town that the report speaks of", None)
    return site


def _stands_apart(ground: Ground, place: Place, site: Site, words: PlaceWords) -> bool:
    """Tell whether a building in a town got the point of another place of its name: `the Sosna Hotel in Vilne`."""
    is_said = _is_in_words(ground.text, place.span, site.town.span) and begins_built(ground.text, place.span, words)
    is_settled = place.kind is PlaceKind.SETTLEMENT
    return bool(is_said) and is_settled and _apart_km(place, site.town) > ONE_TOWN_KM


def _named_built(ground: Ground, number: int, words: PlaceWords) -> Built | None:
    """Tell what street or building a mention is called in its own name."""
    span = ground.places[number].span
    begun = begins_built(ground.text, span, words)
    return ends_as_built(ground.text, span, words) or (begun.kind if begun else None)


def _built(ground: Ground, number: int, words: PlaceWords) -> Built | None:
    """Tell what street or building a mention is called: in its own name, or in words beside it."""
    is_called = ground.surroundings[number].sort is Sort.FACILITY
    return _named_built(ground, number, words) or (Built.BUILDING if is_called else None)


def _tied(ground: Ground, number: int, words: PlaceWords) -> Site | None:
    """Give the town that a mention is said to lie in, or to be near; a comma tells it of named buildings alone."""
    around = ground.surroundings[number]
    if around.container and around.container.mention is not None:
        town = ground.places[around.container.mention]
        is_said = _is_in_words(ground.text, ground.places[number].span, town.span) or _named_built(
            ground, number, words
        )
        return Site(town, "the town it is said to lie in", HintKind.WITHIN) if is_said and _is_town(town) else None
    for hint in around.hints:
        is_near = hint.kind is HintWord.NEAR or (hint.kind is HintWord.UNIT and (hint.distance_km or 0) <= FARTHEST_KM)
        town = ground.places[hint.anchors[0]]
        if is_near and not (hint.is_sector or hint.is_loose) and _is_town(town):
            return Site(town, "the town it is said to be near", None)
    return None


def _is_in_words(text: str, name: Span, town: Span) -> bool:
    """Tell whether words join a name to a town, and not a comma or a hyphen alone."""
    between = text[name.end : town.start] if town.start >= name.end else text[town.end : name.start]
    return "," not in between and any(map(str.isalpha, between))


def _is_town(place: Place) -> bool:
    is_sure = place.resolved and (place.score or 0.0) >= LEAST
    return is_sure and place.kind is PlaceKind.SETTLEMENT and place.precision in {Precision.EXACT, Precision.NEAR}


def _apart_km(one: Place, other: Place) -> float:
    return distance_km(one.lat or 0.0, one.lon or 0.0, other.lat or 0.0, other.lon or 0.0)


def _put(ground: Ground, number: int, site: Site, words: PlaceWords) -> Place:
    place, town = ground.places[number], site.town
    score = round((town.score or 0.0) * KEPT, 3)
    within = Hint(kind=HintKind.WITHIN, span=town.span, of=(town.span.cut(ground.text),))
    return attrs.evolve(
        place,
        lat=town.lat,
        lon=town.lon,
        geonameid=None,
        kind=PlaceKind.FACILITY if _built(ground, number, words) else place.kind,
        precision=Precision.NEAR,
        country=town.country,
        admin=town.admin,
        hint=place.hint or (within if site.kind is HintKind.WITHIN else None),
        candidates=(),
        reasons=(Reason(rule=site.rule, score=score, words=((ground.report, town.span),)),),
        score=score,
        resolved=True,
    )
