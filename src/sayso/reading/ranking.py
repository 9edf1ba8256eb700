"""Which of the places of its name each sense means, weighed together with all others of the report.

Takes senses with their surroundings and the weights, gives for each candidate how likely it is meant. A candidate
speaks for itself by name, kind and population; in two further rounds by how well it goes with the places the others
mean: the same country or division, nearness, what it is said to lie in. "None of these" is a candidate everywhere.
What is learned stands in resolution.toml; `training/places` says how. Time is linear in the mentions: no more than a
fixed number of places speak for others.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs
import numpy as np
import numpy.typing as npt

from sayso.knowledge import Entry, MetBy, NameKind, PlaceWords, load_conflicts, split_words
from sayso.knowledge.names import cut_report
from sayso.knowledge.nations import Nations
from sayso.knowledge.placewords import Sort, fold_name
from sayso.knowledge.world import Source
from sayso.reading.hints import Surroundings
from sayso.reading.senses import AREAS, FIRST_ORDER, SECOND_ORDER, Candidate, Sense
from sayso.vocabulary import PlaceKind, Role

Numbers = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]

OWN = (
    *("population", "share", "area_population", "country", "division", "district", "region", "water", "facility"),
    *("exact", "official", "former", "same", "state", "later_form", "agrees", "adjective_country", "adjective_other"),
    *("home", "spoken", "at_war", "ground", "town_in_it", "eclipsed", "alone", "seat"),
)
TOGETHER = ("inside", "outside", "same_country", "same_division", "near", "around", "country_named", "division_named")
NONE = ("none", "none_few", "none_adjective", "none_long", "none_small", "none_inexact")
FEATURES = (*OWN, *TOGETHER)
AT_NEAR, AT_INSIDE = FEATURES.index("near"), FEATURES.index("inside")
# Below so many people a place is small; above so much it is told by what is near it or what it is said to lie in.
SMALL, TOLD = 15_000, 0.2
# So many times the people of another place make one the place that a name means if nothing else is said.
FAR_LARGER = 10
EARTH_KM = 6371.0
# A city of 100,000, as a power of ten.
LARGE = 5.0
NEAR_KM, AROUND_KM = 40.0, 250.0
# Candidates so near each other are one place under two headings: a city and the division it makes up.
SAME_KM = 25.0
# So many places at most speak for others; those of the most likely come first.
MOST_WITNESSES = 96
ROUNDS = 2
# Bodies of these roles tell whose fight a report speaks of.
FIGHTING = frozenset((Role.GOVERNMENT, Role.MILITARY))


@attrs.frozen(kw_only=True)
class Background:
    """What a report speaks of by itself: the countries its language is at home in, and how much of each it speaks.

    ``spoken`` is the share of a country among all names of states and peoples in the text, ``opposed`` are those of
    them that oppose each other, ``ground`` the countries where sides fight that the text names: both, by their states
    or by bodies of theirs, or the army of one.
    """

    home: frozenset[str] = frozenset()
    opposed: frozenset[str] = frozenset()
    ground: frozenset[str] = frozenset()
    spoken: Mapping[str, float] = attrs.field(factory=dict)


def read_background(
    text: str,
    words: PlaceWords,
    home: frozenset[str],
    bodies: Iterable[tuple[int, int, Source]] = (),
    nations: Nations | None = None,
) -> Background:
    """Count the states and peoples that a text names; ``bodies`` are those of the register in it.

    ``nations`` finds them in a language whose words change their endings; without it they are looked up word by word.
    """
    counted = Counter(_name_sides(text, nations) if nations else _look_up_sides(text, words))
    total = sum(counted.values())
    conflicts = load_conflicts()
    pairs = [pair for pair in conflicts.pairs if pair <= counted.keys()]
    sides = counted.keys() | {body.side for _, _, body in bodies if body.role in FIGHTING}
    armies = {body.side for _, _, body in bodies if body.role is Role.MILITARY}
    ground = [lands for pair, lands in conflicts.grounds.items() if pair <= sides or pair & armies]
    spoken = {code: count / total for code, count in counted.items()}
    return Background(home=home, opposed=frozenset().union(*pairs), ground=frozenset().union(*ground), spoken=spoken)


def _look_up_sides(text: str, words: PlaceWords) -> Iterator[str]:
    for name in [fold_name(word.written) for word in split_words(text) if word.written[0].isupper()]:
        code = words.states.get(name) or words.peoples.get(name)
        if code:
            yield code


def _name_sides(text: str, nations: Nations) -> Iterator[str]:
    for hit in nations.words_of_sides.hits(nations.spelling.spell(cut_report(text))):
        code = hit.value.name or hit.value.adjective or hit.value.people
        if code:
            yield code


@attrs.frozen(kw_only=True, eq=False)
class Field:
    """All candidates of all senses of a report, in one row each; ``first`` holds where the rows of each sense begin."""

    senses: tuple[Sense, ...]
    entries: tuple[Entry, ...]
    of_sense: Indices
    first: Indices
    own: Numbers
    none: Numbers
    points: Numbers
    has_point: npt.NDArray[np.bool_]
    countries: Indices
    divisions: Indices
    mentions: Numbers
    holders: Mapping[int, tuple[int, ...]]
    keys: Mapping[int, Entry]

    def rows(self, sense: int) -> range:
        """Give the rows of the candidates of a sense."""
        return range(int(self.first[sense]), int(self.first[sense + 1]))


def lay_out(
    senses: Sequence[Sense],
    surroundings: Sequence[Surroundings],
    keys: Mapping[str, Entry],
    words: PlaceWords,
    report: Background,
) -> Field:
    """Lay out all candidates; ``keys`` gives the entries of short names."""
    candidates = [one for sense in senses for one in sense.candidates]
    entries = tuple(one.entry for one in candidates)
    counts = [len(sense.candidates) for sense in senses]
    own = [row for sense in senses for row in _describe(sense, words, report)]
    lat = np.array([math.radians(one.lat or 0.0) for one in entries])
    lon = np.array([math.radians(one.lon or 0.0) for one in entries])
    points = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    codes = {code: at for at, code in enumerate(sorted({one.country for one in entries if one.country}))}
    known = {part for one in entries if (part := _division(one))}
    parts = {part: at for at, part in enumerate(sorted(known))}
    holders, held = _find_containers(senses, surroundings, keys)
    return Field(
        senses=tuple(senses),
        entries=entries,
        of_sense=np.repeat(np.arange(len(senses)), counts),
        first=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        own=np.array(own, dtype=np.float64).reshape(len(entries), len(OWN)),
        none=np.array([_describe_none(sense) for sense in senses], dtype=np.float64).reshape(len(senses), len(NONE)),
        points=points.reshape(len(entries), 3),
        has_point=np.array([one.lat is not None for one in entries], dtype=bool),
        countries=np.array([codes.get(one.country or "", -1) for one in entries], dtype=np.int64),
        divisions=np.array([parts.get(_division(one) or ("", ""), -1) for one in entries], dtype=np.int64),
        mentions=np.array([1.0 + math.log(len(sense.mentions)) for sense in senses]),
        holders=holders,
        keys=held,
    )


def _find_containers(
    senses: Sequence[Sense], surroundings: Sequence[Surroundings], keys: Mapping[str, Entry]
) -> tuple[dict[int, tuple[int, ...]], dict[int, Entry]]:
    """Give for each sense those that it is said to lie in, and the entry of a short name that it is said to lie in."""
    of_mention = {number: at for at, sense in enumerate(senses) for number in sense.mentions}
    holders: dict[int, tuple[int, ...]] = {}
    held: dict[int, Entry] = {}
    for at, sense in enumerate(senses):
        containers = [one for number in sense.mentions if (one := surroundings[number].container)]
        holders[at] = tuple({of_mention[one.mention] for one in containers if one.mention is not None} - {at})
        named = [keys[one.key] for one in containers if one.key is not None and one.key in keys]
        if named:
            held[at] = named[0]
    return holders, held


def _division(entry: Entry) -> tuple[str, str] | None:
    return (entry.country, entry.admin1) if entry.country and entry.admin1 else None


@attrs.frozen(kw_only=True)
class _Rivals:
    """What the candidates of a sense are measured by: the most people, whose seat it is, where towns lie among them.

    ``officials`` are the countries in which a place bears the name by right, ``exact`` those in which a town has the
    very name.
    """

    most: int
    seat_of: str | None
    officials: frozenset[str | None]
    exact: frozenset[str | None]
    towns: frozenset[tuple[str | None, str | None]]


def _describe(sense: Sense, words: PlaceWords, report: Background) -> list[list[float]]:
    settled = [one.entry for one in sense.candidates if one.entry.kind is PlaceKind.SETTLEMENT]
    rivals = _Rivals(
        most=max((one.population for one in settled), default=0),
        seat_of=words.seats.get(fold_name(sense.name)),
        officials=frozenset(one.entry.country for one in sense.candidates if one.entry.name_kind is NameKind.OFFICIAL),
        exact=frozenset(one.country for one in settled if one.by is MetBy.EXACT),
        towns=frozenset((one.country, one.admin1) for one in settled),
    )
    return [_describe_one(sense, one, rivals, report) for one in sense.candidates]


def _describe_one(sense: Sense, one: Candidate, rivals: _Rivals, report: Background) -> list[float]:
    entry = one.entry
    kind = entry.kind
    is_settled = kind is PlaceKind.SETTLEMENT
    is_division = kind is PlaceKind.DIVISION
    is_first = is_division and entry.key.startswith(FIRST_ORDER)
    size = math.log10(entry.population + 1)
    is_country = kind is PlaceKind.COUNTRY
    return [
        size if is_settled else 0.0,
        math.log10((entry.population + 100) / (rivals.most + 100)) if is_settled else 0.0,
        0.0 if is_settled else _size(entry),
        is_country,
        is_first,
        is_division and not is_first,
        kind is PlaceKind.REGION,
        kind is PlaceKind.WATER,
        kind is PlaceKind.FACILITY,
        entry.by is MetBy.EXACT or one.is_state,
        entry.name_kind is NameKind.OFFICIAL or one.is_state,
        entry.name_kind in {NameKind.FORMER, NameKind.OCCUPATION},
        entry.name.casefold() == sense.name.casefold(),
        one.is_state,
        min(one.form, 3),
        _agrees(sense.sort, entry, is_first=is_first),
        sense.is_adjective and is_country,
        sense.is_adjective and not is_country,
        entry.country in report.home,
        report.spoken.get(entry.country or "", 0.0),
        entry.country in report.opposed,
        entry.country in report.ground and not is_country,
        is_division and sense.sort is None and (entry.country, entry.admin1) in rivals.towns,
        _is_eclipsed(one, rivals, report),
        len(sense.candidates) == 1,
        _is_seat(entry, rivals),
    ]


def _is_seat(entry: Entry, rivals: _Rivals) -> bool:
    """Tell whether a settlement is the seat of government that its name stands for."""
    is_settled = entry.kind is PlaceKind.SETTLEMENT
    return is_settled and entry.country == rivals.seat_of and entry.population == rivals.most


def _is_eclipsed(one: Candidate, rivals: _Rivals, report: Background) -> bool:
    """Tell whether another place bears the name by right, or has the very name where this one's but sounds so.

    A place of a country that the report speaks of is only eclipsed by one of that country: abroad it has other names.
    """
    if one.entry.by is not MetBy.EXACT and not one.is_state and one.entry.country in rivals.exact:
        return True
    is_alternate = one.entry.name_kind is NameKind.ALTERNATE and not one.is_state
    if not is_alternate or not rivals.officials or _is_seat(one.entry, rivals):
        return False
    return one.entry.country in rivals.officials or one.entry.country not in report.spoken


def _agrees(sort: Sort | None, entry: Entry, *, is_first: bool) -> bool:
    if sort is Sort.DIVISION:
        return is_first
    if sort is Sort.DISTRICT:
        return entry.kind is PlaceKind.DIVISION and not is_first
    return sort is not None and sort.value == entry.kind.value


def _describe_none(sense: Sense) -> list[float]:
    sizes = [_size(one.entry) for one in sense.candidates]
    is_exact = any(one.entry.by is MetBy.EXACT or one.is_state for one in sense.candidates)
    return [
        1.0,
        1.0 / (1 + len(sense.candidates)),
        sense.is_adjective,
        len(sense.name.split()) > 2,  # noqa: PLR2004 - long names are seldom in a gazetteer whole
        max(0.0, LARGE - max(sizes, default=0.0)),
        not is_exact,
    ]


@attrs.frozen(kw_only=True, eq=False)
class Weights:
    """What each feature is worth, in the order of OWN or FEATURES, and each of NONE for "none of these"."""

    prior: Numbers
    prior_none: Numbers
    joint: Numbers
    joint_none: Numbers


@attrs.frozen(kw_only=True, eq=False)
class Weighed:
    """How likely each candidate is meant, its features in the last round, and what they are worth together.

    What remains to 1 within a sense is the likelihood that none of its candidates is meant.
    """

    likely: Numbers
    features: Numbers
    scores: Numbers


def _size(entry: Entry) -> float:
    """Give the power of ten of a population; areas and waters whose people nobody counts are large."""
    is_counted = entry.population or entry.kind is PlaceKind.SETTLEMENT
    return math.log10(entry.population + 1) if is_counted else LARGE


def weigh(field: Field, weights: Weights, given: Numbers | None = None) -> Weighed:
    """Weigh all candidates; ``given`` is added to the score of each, minus infinity for one that is ruled out."""
    extra = np.zeros(len(field.entries)) if given is None else given
    scores = field.own @ weights.prior + extra
    likely = choose(field, scores, field.none @ weights.prior_none)
    features = field.own
    for _ in range(ROUNDS):
        features = np.concatenate([field.own, compare(field, likely)], axis=1)
        scores = features @ weights.joint + extra
        likely = choose(field, scores, field.none @ weights.joint_none)
    return Weighed(likely=likely, features=features, scores=scores)


def choose(field: Field, scores: Numbers, none: Numbers) -> Numbers:
    """Make likelihoods of the scores of candidates and of "none of these", sense by sense."""
    most = none.copy()
    np.maximum.at(most, field.of_sense, scores)
    raised = np.exp(scores - most[field.of_sense])
    total = np.bincount(field.of_sense, weights=raised, minlength=len(none)) + np.exp(none - most)
    likely: Numbers = raised / total[field.of_sense]
    return likely


def compare(field: Field, likely: Numbers) -> Numbers:
    """Give how well each candidate goes with what the other senses most likely mean: a row of TOGETHER for each."""
    weighed = likely * field.mentions[field.of_sense]
    in_country = _share(field, field.countries, weighed)
    in_division = _share(field, field.divisions, weighed)
    near, around = _closeness(field, likely)
    inside, outside = _containment(field, likely)
    named = _named(field, likely, PlaceKind.COUNTRY, field.countries)
    part_named = _named(field, likely, PlaceKind.DIVISION, field.divisions)
    return np.stack([inside, outside, in_country, in_division, near, around, named, part_named], axis=1)


def _share(field: Field, areas: Indices, weighed: Numbers) -> Numbers:
    """Give which share of what other senses mean lies in the same area as each candidate."""
    many, size = len(field.senses), int(areas.max(initial=-1)) + 1
    known = areas >= 0
    cells = field.of_sense * size + areas
    own = np.bincount(cells[known], weights=weighed[known], minlength=many * size).reshape(many, size) if size else None
    shares = np.zeros(len(areas))
    if own is None:
        return shares
    total, mass = own.sum(axis=0), np.bincount(field.of_sense, weights=weighed, minlength=many)
    others = mass.sum() - mass[field.of_sense[known]] + 0.5
    at = (field.of_sense[known], areas[known])
    shares[known] = (total[areas[known]] - own[at]) / others
    return shares


def _named(field: Field, likely: Numbers, kind: PlaceKind, areas: Indices) -> Numbers:
    """Give how likely another sense means the very area that each candidate lies in."""
    is_kind = np.array([one.kind is kind for one in field.entries], dtype=bool)
    best = np.zeros(int(areas.max(initial=-1)) + 2)
    np.maximum.at(best, areas[is_kind], likely[is_kind])
    best[-1] = 0.0
    return np.where((areas >= 0) & ~is_kind, best[areas], 0.0)


def _closeness(field: Field, likely: Numbers) -> tuple[Numbers, Numbers]:
    """Give how much of what other senses mean lies near each candidate, and how much in the wider surroundings.

    A district is as small as what lies near a town, and speaks for the towns in it: `the Clay County sheriff`.
    """
    settled = np.array([_is_small(one) for one in field.entries], dtype=bool) & field.has_point
    order = np.argsort(-likely, kind="stable")
    witnesses = order[settled[order]][:MOST_WITNESSES]
    near, around = np.zeros(len(likely)), np.zeros(len(likely))
    rows = np.flatnonzero(field.has_point)
    if not len(witnesses) or not len(rows):
        return near, around
    cosine = np.clip(field.points[rows] @ field.points[witnesses].T, -1.0, 1.0)
    away = EARTH_KM * np.arccos(cosine)
    counts = likely[witnesses] * (field.of_sense[rows][:, None] != field.of_sense[witnesses][None, :])
    near[rows] = np.log1p((np.exp(-away / NEAR_KM) * counts).sum(axis=1))
    around[rows] = np.log1p((np.exp(-away / AROUND_KM) * counts).sum(axis=1))
    return near * settled, around * settled


def _is_small(entry: Entry) -> bool:
    return entry.kind not in AREAS or entry.key.startswith(SECOND_ORDER)


def _containment(field: Field, likely: Numbers) -> tuple[Numbers, Numbers]:
    """Give how likely each candidate lies in what its sense is said to lie in, and how likely it does not."""
    inside, outside = np.zeros(len(likely)), np.zeros(len(likely))
    for sense in range(len(field.senses)):
        areas = [(field.entries[at], float(likely[at])) for at in _holding(field, sense, likely)]
        areas += [(field.keys[sense], 1.0)] if sense in field.keys else []
        if not areas:
            continue
        for row in field.rows(sense):
            held = sum(share for area, share in areas if holds(area, field.entries[row]))
            inside[row] = held
            outside[row] = sum(share for _, share in areas) - held
    return inside, outside


def _holding(field: Field, sense: int, likely: Numbers) -> list[int]:
    rows = [row for holder in field.holders[sense] for row in field.rows(holder)]
    return [row for row in rows if field.entries[row].kind in AREAS and likely[row] > 0.05]  # noqa: PLR2004 - as good as none


class Pooled(NamedTuple):
    """The likelihood of a candidate with that of its twins, and that of its strongest rival, 0 where there is none."""

    likely: float
    rival: float


def pool(field: Field, likely: Numbers, best: int) -> Pooled:
    """Join a candidate and its twins: the same place under another heading, close by."""
    rows = field.rows(int(field.of_sense[best]))
    away = EARTH_KM * np.arccos(np.clip(field.points[rows.start : rows.stop] @ field.points[best], -1.0, 1.0))
    can_be = field.has_point[best] and field.entries[best].kind is not PlaceKind.COUNTRY
    twins = {
        row
        for row in rows
        if can_be
        and field.has_point[row]
        and away[row - rows.start] <= SAME_KM
        and field.entries[row].kind is not PlaceKind.COUNTRY
    } | {best}
    rival = max((float(likely[row]) for row in rows if row not in twins), default=0.0)
    return Pooled(min(1.0, sum(float(likely[row]) for row in sorted(twins))), rival)


def is_lonely(field: Field, weighed: Weighed, row: int) -> bool:
    """Tell whether a candidate is a small place with a namesake in its country, and nothing in the report speaks of it.

    Gazetteers lack many villages: the namesakes that are known are seldom all. A town beside which all of them are
    hamlets stands alone.
    """
    entry = field.entries[row]
    told = weighed.features[row]
    if entry.kind is not PlaceKind.SETTLEMENT or entry.population >= SMALL or told[AT_NEAR] + told[AT_INSIDE] > TOLD:
        return False
    rivals = (field.entries[other] for other in field.rows(int(field.of_sense[row])) if other != row)
    near_as_large = entry.population / FAR_LARGER
    settled = (one for one in rivals if one.kind is PlaceKind.SETTLEMENT and one.population >= near_as_large)
    return any(one.country == entry.country for one in settled)


def holds(area: Entry, entry: Entry) -> bool:
    """Tell whether an area holds a place: by country and first-order division, a smaller one by its box."""
    if area.key == entry.key:
        return False
    if area.kind is PlaceKind.COUNTRY:
        return area.country == entry.country
    if area.key.startswith(FIRST_ORDER):
        return (area.country, area.admin1) == (entry.country, entry.admin1)
    if area.extent is None or entry.lat is None or entry.lon is None:
        return False
    return area.country in {None, entry.country} and area.extent.holds(entry.lat, entry.lon)
