"""Where and when: mentions of places and of times, and what they stand for."""

import re
from enum import StrEnum

import attrs

from sayso.errors import InputError
from sayso.vocabulary.edtf import is_edtf
from sayso.vocabulary.reason import Reason
from sayso.vocabulary.report import Span

LARGEST_LAT, LARGEST_LON = 90, 180
CLOCK = re.compile("([01][0-9]|2[0-4]):[0-5][0-9]")


class PlaceKind(StrEnum):
    """What a place is: ``division`` an administrative unit below a country, ``region`` an area that is none."""

    SETTLEMENT = "settlement"
    DIVISION = "division"
    COUNTRY = "country"
    REGION = "region"
    WATER = "water"
    FACILITY = "facility"


class Precision(StrEnum):
    """What a place is known to: the named place itself, something in it or near it, or an area of some kind."""

    EXACT = "exact"
    NEAR = "near"
    DISTRICT = "district"
    DIVISION = "division"
    COUNTRY = "country"
    REGION = "region"
    WATER = "water"
    SECTOR = "sector"


class HintKind(StrEnum):
    """How a report says where a place lies."""

    DISTANCE = "distance"
    DIRECTION = "direction"
    BETWEEN = "between"
    NEAR = "near"
    WITHIN = "within"


@attrs.frozen(kw_only=True)
class Hint:
    """Words that say where a place lies, and the names of the places they count from.

    ``distance_km`` is what the words say, ``bearing`` degrees from north, clockwise, as seen from the place named.
    """

    kind: HintKind
    span: Span
    of: tuple[str, ...]
    distance_km: float | None = None
    bearing: int | None = None


@attrs.frozen(kw_only=True)
class PlaceCandidate:
    """A place of the gazetteer that a mention may name; ``score`` is 0 to 1, and they need not sum to 1."""

    name: str
    kind: PlaceKind
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    country: str | None = None
    admin: str | None = None
    score: float


@attrs.frozen(kw_only=True)
class Place:
    """A mention of a place: its characters, and the place it names where that can be told.

    ``name`` is the modern official name in English transliteration, the words themselves where it is not ``resolved``;
    ``lat`` and ``lon`` are degrees (WGS 84), None where no point stands for it, and the middle of an area where
    ``precision`` says that it is one. ``geonameid`` is that of GeoNames, ``country`` ISO 3166-1 alpha-2, ``admin`` the
    first-order division. ``score`` is how probable it is that the place is the right one, None where none was looked
    for.
    """

    start: int
    end: int
    name: str
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    kind: PlaceKind | None = None
    precision: Precision | None = None
    country: str | None = None
    admin: str | None = None
    hint: Hint | None = None
    candidates: tuple[PlaceCandidate, ...] = ()
    reasons: tuple[Reason, ...] = ()
    score: float | None = None
    resolved: bool = True

    def __attrs_post_init__(self) -> None:
        _check_mention(self.start, self.end, self.name)
        _check_point(self.name, self.lat, self.lon)
        if not self.resolved and (self.lat is not None or self.geonameid is not None):
            message = f"place {self.name}: what is not resolved has neither a point nor a number"
            raise InputError(message)
        if self.score is not None and not 0 <= self.score <= 1:
            message = f"place {self.name}: score {self.score} is not between 0 and 1"
            raise InputError(message)

    @property
    def span(self) -> Span:
        """The characters that mention it."""
        return Span(start=self.start, end=self.end)

    @property
    def is_put(self) -> bool:
        """Whether no entry has its name, and its point is that of the town which the words put it in or near."""
        return self.precision is Precision.NEAR and self.geonameid is None and not self.candidates


# ACLED: 1 the place itself, 2 near it or a part of a region, 3 a larger region. It has no code for a whole country.
ACLED_PRECISION = {
    Precision.EXACT: 1,
    Precision.NEAR: 2,
    Precision.DISTRICT: 2,
    Precision.SECTOR: 2,
    Precision.DIVISION: 3,
    Precision.REGION: 3,
    Precision.WATER: 3,
}
# UCDP: 1 the place itself, 2 within 25 km of it, 3 second-order and 4 first-order division, 5 a part of a country or a
# line such as a river, 6 a country, 7 international waters or air.
UCDP_PRECISION = {
    Precision.EXACT: 1,
    Precision.NEAR: 2,
    Precision.DISTRICT: 3,
    Precision.DIVISION: 4,
    Precision.SECTOR: 5,
    Precision.REGION: 5,
    Precision.WATER: 5,
    Precision.COUNTRY: 6,
}
INTERNATIONAL_WATERS = 7


def acled_precision(place: Place) -> int | None:
    """Give the geo_precision of ACLED (1 to 3); None where the place is not resolved, or ACLED has no code for it."""
    return ACLED_PRECISION.get(place.precision) if place.resolved and place.precision else None


def ucdp_precision(place: Place) -> int | None:
    """Give the where_prec of UCDP GED (1 to 7); None where the place is not resolved."""
    if not place.resolved or place.precision is None:
        return None
    if place.precision is Precision.WATER and place.country is None:
        return INTERNATIONAL_WATERS
    return UCDP_PRECISION[place.precision]


class Granularity(StrEnum):
    """The unit of the calendar in which a time is told."""

    CLOCK = "clock"
    PART = "part"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Anchor(StrEnum):
    """What a time is counted from.

    Its own words hold it all (``stated``), it is counted from the day of publication, from another time in the text,
    or there is nothing it could be counted from.
    """

    STATED = "stated"
    PUBLISHED = "published"
    TEXT = "text"
    NONE = "none"


class TimexType(StrEnum):
    """The types of time expressions of TimeML."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class DurationKind(StrEnum):
    """What words of time without a place in the calendar tell.

    A length, a repetition, a time of day whose day is not said, or no more than `soon` and `recently`.
    """

    LENGTH = "length"
    SET = "set"
    TIME_OF_DAY = "time_of_day"
    VAGUE = "vague"


@attrs.frozen(kw_only=True)
class Timex:
    """A time as TimeML writes it, for evaluation and exchange (`1998-W07`, `P3D`, `PRESENT_REF`)."""

    type: TimexType
    value: str

    def __attrs_post_init__(self) -> None:
        if not self.value:
            message = "a time expression needs a value"
            raise InputError(message)


@attrs.frozen(kw_only=True)
class When:
    """A mention of a time that has a place in the calendar, or would have one if its anchor were known.

    ``value`` is a date or an interval in EDTF; digits that are not known are `X`. ``of`` are the words of the other
    time that it is counted from, ``clock`` the time of day that is stated, ``rule`` the one that read it.
    """

    start: int
    end: int
    value: str
    granularity: Granularity
    anchor: Anchor
    of: Span | None = None
    clock: str | None = None
    rule: str
    timex3: Timex

    def __attrs_post_init__(self) -> None:
        _check_mention(self.start, self.end, self.value)
        if not is_edtf(self.value):
            message = f"the time at {self.start}, {self.end}: {self.value!r} is no date or interval of EDTF"
            raise InputError(message)
        if self.clock is not None and not CLOCK.fullmatch(self.clock):
            message = f"the time at {self.start}, {self.end}: {self.clock!r} is no time of day"
            raise InputError(message)
        if (self.of is not None) != (self.anchor is Anchor.TEXT):
            message = f"the time at {self.start}, {self.end}: another time is named where it is counted from one"
            raise InputError(message)

    @property
    def span(self) -> Span:
        """The characters that mention it."""
        return Span(start=self.start, end=self.end)


@attrs.frozen(kw_only=True)
class Duration:
    """A mention of time that has no place in the calendar: a length, a repetition, vague words (`recently`)."""

    start: int
    end: int
    kind: DurationKind
    rule: str
    timex3: Timex

    def __attrs_post_init__(self) -> None:
        _check_mention(self.start, self.end, self.rule)

    @property
    def span(self) -> Span:
        """The characters that mention it."""
        return Span(start=self.start, end=self.end)


def _check_mention(start: int, end: int, value: str) -> None:
    if not 0 <= start < end:
        message = f"a mention needs 0 <= start < end, not {start}, {end}"
        raise InputError(message)
    if not value:
        message = f"the mention at {start}, {end} names nothing"
        raise InputError(message)


def _check_point(name: str, lat: float | None, lon: float | None) -> None:
    if (lat is None) != (lon is None):
        message = f"place {name}: latitude and longitude are known together or not at all"
        raise InputError(message)
    if lat is None or lon is None:
        return
    if not (abs(lat) <= LARGEST_LAT and abs(lon) <= LARGEST_LON):
        message = f"place {name}: {lat}, {lon} are no degrees"
        raise InputError(message)
