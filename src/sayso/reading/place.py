"""Mentions of places -> places: which place of the gazetteer each names, with reasons, or that none can be told.

Takes the mentions of a report in the order of its text, gives a place for each. Where a hint rules out all candidates,
or the best is not probable enough, the place is unresolved and keeps its candidates. A town never stands for an area
named after it, nor the middle of an area for a point: ``precision`` says what the point means.
"""

from collections.abc import Iterator, Mapping, Sequence

import attrs
import numpy as np

from sayso.knowledge import Entry, Gazetteer, PlaceWords, Resolution, list_readable, load_place_words, load_resolution
from sayso.knowledge.nations import load_nations
from sayso.knowledge.placewords import HintWord, Sort
from sayso.reading.bearings import Anchor, find_anchor, fits
from sayso.reading.bodies import find_bodies
from sayso.reading.hints import Found, Surroundings, read_surroundings
from sayso.reading.put import Ground, put_places
from sayso.reading.ranking import (
    FEATURES,
    NONE,
    OWN,
    Field,
    Numbers,
    Weighed,
    Weights,
    holds,
    is_lonely,
    lay_out,
    pool,
    read_background,
    weigh,
)
from sayso.reading.senses import AREAS, FIRST_ORDER, NAMESAKES, gather_senses
from sayso.reading.toponyms import PlaceMention
from sayso.vocabulary import Hint, HintKind, Place, PlaceCandidate, PlaceKind, Precision, Reason, Span

MOST_SHOWN = 5
# An anchor or a container less likely than this rules nothing out.
SURE = 0.5
RULED_OUT = -np.inf
# What it counts to lie on the front that is named, as a share of what other hints do: a front is long, and villages of
# one name stand on it.
SECTOR_SHARE = 0.5
# The radius of a town of 15,000 and of a city of 100,000, as bearings.py tells it, and how often that of a place with a
# tenth of the people goes into it.
TOWN_KM, CITY_KM, FAR_LARGER = 1.26, 3.25, 3.2
SMALLEST = 1e-9
SMALLEST_REASON = 0.05
RULES: Mapping[str, tuple[str, ...]] = {
    "name": (
        "exact",
        "official",
        "former",
        "same",
        "state",
        "later_form",
        "alone",
        "seat",
        "town_in_it",
        "eclipsed",
    ),
    "population": ("population", "share", "area_population"),
    "kind of place": (
        *("country", "division", "district", "region", "water", "facility"),
        *("agrees", "adjective_country", "adjective_other"),
    ),
    "said to lie in": ("inside", "outside"),
    "country of the report": ("same_country", "country_named", "home", "spoken", "at_war", "ground"),
    "division of the report": ("same_division", "division_named"),
    "near the report's places": ("near", "around"),
}
# The same by their places among all features.
RULE_FEATURES = {rule: tuple(FEATURES.index(name) for name in names) for rule, names in RULES.items()}
HINTS = {
    HintWord.UNIT: HintKind.DISTANCE,
    HintWord.DIRECTION: HintKind.DIRECTION,
    HintWord.BETWEEN: HintKind.BETWEEN,
    HintWord.NEAR: HintKind.NEAR,
}
PRECISIONS = {
    PlaceKind.SETTLEMENT: Precision.EXACT,
    PlaceKind.FACILITY: Precision.EXACT,
    PlaceKind.COUNTRY: Precision.COUNTRY,
    PlaceKind.REGION: Precision.REGION,
    PlaceKind.WATER: Precision.WATER,
}


class PlaceResolver:
    """Resolves mentions in reports of one language; holds the gazetteer and no state beside it."""

    def __init__(self, gazetteer: Gazetteer, language: str, *, resolution: Resolution | None = None) -> None:
        """Take the words of a language that ships, and what ships as learned unless another is given."""
        self._gazetteer = gazetteer
        self._language = language
        self._words: PlaceWords = load_place_words(language)
        self._learned = resolution or load_resolution()
        self._weights = weights_of(self._learned)
        nations = load_nations(language) if language in list_readable() else None
        self._nations = nations if nations and nations.spelling.endings else None

    def resolve(self, report: str, text: str, mentions: Sequence[PlaceMention]) -> tuple[Place, ...]:
        """Give a place for each mention; ``report`` is the id of the report, which the reasons name."""
        if not mentions:
            return ()
        surroundings, field = self.lay_out(text, mentions)
        weighed = weigh(field, self._weights)
        given = _rule_out(field, surroundings, weighed, self._learned.weights["hint"]["fits"])
        if given.any():
            weighed = weigh(field, self._weights, given)
        teller = _Teller(
            report=report,
            text=text,
            mentions=mentions,
            surroundings=surroundings,
            field=field,
            weighed=weighed,
            given=given,
            learned=self._learned,
            weights=self._weights,
        )
        told = {number: place for at in range(len(field.senses)) for number, place in teller.tell(at)}
        places = tuple(told[number] for number in range(len(mentions)))
        ground = Ground(report=report, text=text, senses=field.senses, surroundings=surroundings, places=places)
        return put_places(ground, self._words)

    def lay_out(self, text: str, mentions: Sequence[PlaceMention]) -> tuple[tuple[Surroundings, ...], Field]:
        """Give what is told of each mention, and the candidates of all."""
        surroundings = read_surroundings(text, mentions, self._words)
        senses = gather_senses(text, mentions, surroundings, self._words, self._gazetteer, self._language)
        background = read_background(text, self._words, self._home, find_bodies(text), self._nations)
        return surroundings, lay_out(senses, surroundings, self._short_names(surroundings), self._words, background)

    @property
    def _home(self) -> frozenset[str]:
        return self._learned.homes.get(self._language, frozenset())

    def _short_names(self, surroundings: Sequence[Surroundings]) -> dict[str, Entry]:
        keys = {one.container.key for one in surroundings if one.container and one.container.key}
        found = {key: self._gazetteer.by_key(key) for key in sorted(keys)}
        return {key: entry for key, entry in found.items() if entry}


def weights_of(learned: Resolution) -> Weights:
    """Give the weights in the order of the features."""
    return Weights(
        prior=np.array(learned.row("prior", OWN)),
        prior_none=np.array(learned.row("prior_none", NONE)),
        joint=np.array(learned.row("joint", FEATURES)),
        joint_none=np.array(learned.row("joint_none", NONE)),
    )


def _rule_out(field: Field, surroundings: Sequence[Surroundings], weighed: Weighed, worth: float) -> Numbers:
    """Give what hints add to the score of each candidate: minus infinity to one that lies elsewhere."""
    given = np.zeros(len(field.entries))
    of_mention = {number: at for at, sense in enumerate(field.senses) for number in sense.mentions}
    for at, sense in enumerate(field.senses):
        for number in sense.mentions:
            for hint in surroundings[number].hints:
                anchors = _anchors(field, weighed, [of_mention[one] for one in hint.anchors])
                if hint.kind is not HintWord.NEAR or not _outgrows(field, weighed, at, hint, anchors):
                    _apply(field, at, hint, anchors, given, worth)
            container = surroundings[number].container
            if container and container.is_stated and not _is_area(field, weighed, at):
                _hold(field, at, _area(field, weighed, at), given)
    return given


def _anchors(field: Field, weighed: Weighed, senses: Sequence[int]) -> tuple[Anchor, ...]:
    """Give the anchors that senses make which surely mean a place that is a point."""
    anchors = []
    for sense in senses:
        row = _best(field, weighed, sense)
        entry = field.entries[row] if row is not None and weighed.likely[row] >= SURE else None
        anchor = find_anchor(entry) if entry and entry.kind not in AREAS else None
        if anchor:
            anchors.append(anchor)
    return tuple(anchors)


def _outgrows(field: Field, weighed: Weighed, sense: int, hint: Found, anchors: tuple[Anchor, ...]) -> bool:
    """Tell whether a sense most likely means a city far larger than what it is said to be near to.

    Nobody tells where a city lies by a village: the words speak of something else. Where only a comma joins them, they
    may for any town.
    """
    row = _best(field, weighed, sense)
    town = find_anchor(field.entries[row]) if row is not None else None
    if town is None:
        return False
    if hint.is_loose and town.radius_km >= TOWN_KM:
        return fits(hint, field.entries[row or 0], anchors) is False
    return all(town.radius_km > max(CITY_KM, FAR_LARGER * one.radius_km) for one in anchors)


def _apply(field: Field, sense: int, hint: Found, anchors: tuple[Anchor, ...], given: Numbers, worth: float) -> None:
    told = {row: fits(hint, field.entries[row], anchors) for row in field.rows(sense)}
    if all(is_fit is None for is_fit in told.values()):
        return
    for row, is_fit in told.items():
        given[row] += (worth * SECTOR_SHARE if hint.is_sector else worth) if is_fit else RULED_OUT


def _area(field: Field, weighed: Weighed, sense: int) -> Entry | None:
    if sense in field.keys:
        return field.keys[sense]
    for holder in field.holders[sense]:
        row = _best(field, weighed, holder)
        if row is not None and weighed.likely[row] >= SURE and field.entries[row].kind in AREAS:
            return field.entries[row]
    return None


def _is_area(field: Field, weighed: Weighed, sense: int) -> bool:
    """Tell whether a sense most likely means an area: what stands behind it may be its equal."""
    row = _best(field, weighed, sense)
    return row is not None and field.entries[row].kind in AREAS


def _hold(field: Field, sense: int, area: Entry | None, given: Numbers) -> None:
    for row in field.rows(sense):
        if area and not holds(area, field.entries[row]):
            given[row] = RULED_OUT


def _best(field: Field, weighed: Weighed, sense: int) -> int | None:
    rows = field.rows(sense)
    return max(rows, key=lambda row: (weighed.likely[row], -row)) if rows else None


@attrs.frozen(kw_only=True, eq=False)
class _Teller:
    """Makes places of what was weighed; ``given`` is what hints add to the score of each candidate."""

    report: str
    text: str
    mentions: Sequence[PlaceMention]
    surroundings: Sequence[Surroundings]
    field: Field
    weighed: Weighed
    given: Numbers
    learned: Resolution
    weights: Weights

    def tell(self, sense: int) -> Iterator[tuple[int, Place]]:
        """Give the place of each mention of a sense."""
        best = _best(self.field, self.weighed, sense)
        score = 0.0 if best is None else self._score(best)
        candidates = self._candidates(sense)
        if best is not None and score >= self.learned.line and np.isfinite(self.given[best]):
            reasons = tuple(self._reasons(sense, best))
            for number in self.field.senses[sense].mentions:
                yield number, self._resolved(number, self.field.entries[best], score, candidates, reasons)
            return
        reasons = tuple(self._doubts(sense, best, score))
        for number in self.field.senses[sense].mentions:
            mention = self.mentions[number]
            yield (
                number,
                Place(
                    start=mention.span.start,
                    end=mention.span.end,
                    name=self._written(number),
                    kind=mention.kind,
                    hint=self._hint(number),
                    candidates=candidates,
                    reasons=reasons,
                    score=round(score, 3),
                    resolved=False,
                ),
            )

    def _resolved(
        self,
        number: int,
        entry: Entry,
        score: float,
        candidates: tuple[PlaceCandidate, ...],
        reasons: tuple[Reason, ...],
    ) -> Place:
        mention = self.mentions[number]
        return Place(
            start=mention.span.start,
            end=mention.span.end,
            name=entry.name,
            lat=entry.lat,
            lon=entry.lon,
            geonameid=entry.geonameid,
            kind=entry.kind,
            precision=self._precision(number, entry),
            country=entry.country,
            admin=entry.admin1_name,
            hint=self._hint(number),
            candidates=candidates,
            reasons=reasons,
            score=round(score, 3),
        )

    def _written(self, number: int) -> str:
        return self.mentions[number].span.cut(self.text)

    def _score(self, best: int) -> float:
        is_told = self.given[best] >= self.learned.weights["hint"]["fits"]
        lonely = not is_told and is_lonely(self.field, self.weighed, best)
        pooled = pool(self.field, self.weighed.likely, best)
        score = self.learned.score(pooled.likely, is_lonely=lonely)
        # No surer than it is against its strongest rival, however the likelihoods are calibrated.
        return min(score, pooled.likely / max(pooled.likely + pooled.rival, SMALLEST))

    def _precision(self, number: int, entry: Entry) -> Precision:
        around = self.surroundings[number]
        if around.sort is Sort.SECTOR:
            return Precision.SECTOR
        if entry.kind is PlaceKind.DIVISION:
            return Precision.DIVISION if entry.key.startswith(FIRST_ORDER) else Precision.DISTRICT
        is_point = entry.kind not in AREAS and entry.kind is not PlaceKind.WATER
        is_namesake = around.sort in NAMESAKES and entry.kind is PlaceKind.SETTLEMENT
        return Precision.NEAR if is_point and (around.reference or is_namesake) else PRECISIONS[entry.kind]

    def _hint(self, number: int) -> Hint | None:
        around = self.surroundings[number]
        found = next(iter(around.hints), None) or around.reference
        if found:
            of = tuple(self._written(anchor) for anchor in found.anchors)
            return Hint(
                kind=HINTS[found.kind], span=found.span, of=of, distance_km=found.distance_km, bearing=found.bearing
            )
        if around.container:
            span = around.container.span
            return Hint(kind=HintKind.WITHIN, span=span, of=(span.cut(self.text),))
        return None

    def _candidates(self, sense: int) -> tuple[PlaceCandidate, ...]:
        rows = sorted(self.field.rows(sense), key=lambda row: (-self.weighed.likely[row], row))[:MOST_SHOWN]
        return tuple(self._candidate(self.field.entries[row], float(self.weighed.likely[row])) for row in rows)

    def _candidate(self, entry: Entry, likely: float) -> PlaceCandidate:
        return PlaceCandidate(
            name=entry.name,
            kind=entry.kind,
            lat=entry.lat,
            lon=entry.lon,
            geonameid=entry.geonameid,
            country=entry.country,
            admin=entry.admin1_name,
            score=round(likely, 3),
        )

    def _reasons(self, sense: int, best: int) -> Iterator[Reason]:
        """Say what speaks for the best candidate over the next one, rule by rule."""
        others = [row for row in self.field.rows(sense) if row != best and np.isfinite(self.given[row])]
        other = max(others, key=lambda row: (self.weighed.likely[row], -row), default=None)
        features = self.weighed.features
        apart = features[best] - (features[other] if other is not None else 0.0)
        worth = (apart * self.weights.joint).tolist()
        for rule, places in RULE_FEATURES.items():
            score = sum([worth[place] for place in places])
            if abs(score) >= SMALLEST_REASON:
                words = self._words_of_container(sense) if rule == "said to lie in" else ()
                yield Reason(rule=rule, score=round(score, 2), words=words)
        if self.given[best] > 0:
            yield Reason(rule="hint", score=round(float(self.given[best]), 2), words=self._words_of_hints(sense))

    def _doubts(self, sense: int, best: int | None, score: float) -> Iterator[Reason]:
        """Say why no place can be told."""
        one = self.field.senses[sense]
        if one.is_excluded:
            words = self._cite([span for number in one.mentions if (span := self.surroundings[number].sort_span)])
            yield Reason(rule="no place of the kind that is named", score=-1.0, words=words)
        elif best is None:
            yield Reason(rule="no place of this name in the gazetteer", score=-1.0)
        elif not np.isfinite(self.given[best]):
            words = (*self._words_of_hints(sense), *self._words_of_container(sense))
            yield Reason(rule="the hint rules out all candidates", score=-1.0, words=words)
        else:
            yield Reason(rule="no candidate is probable enough", score=round(score - self.learned.line, 3))

    def _words_of_hints(self, sense: int) -> tuple[tuple[str, Span], ...]:
        numbers = self.field.senses[sense].mentions
        return self._cite([hint.span for number in numbers for hint in self.surroundings[number].hints])

    def _words_of_container(self, sense: int) -> tuple[tuple[str, Span], ...]:
        numbers = self.field.senses[sense].mentions
        return self._cite([one.span for number in numbers if (one := self.surroundings[number].container)])

    def _cite(self, spans: Sequence[Span]) -> tuple[tuple[str, Span], ...]:
        return tuple((self.report, span) for span in spans)
