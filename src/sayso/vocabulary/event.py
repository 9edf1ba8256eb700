"""What is said to have happened, where and when."""

from enum import StrEnum

import attrs

from sayso.errors import InputError
from sayso.vocabulary.report import Span

LARGEST_LAT, LARGEST_LON = 90, 180


class EventType(StrEnum):
    """The kinds of event a claim can speak of."""

    CONTROL = "control"
    ADVANCE = "advance"
    WITHDRAWAL = "withdrawal"
    CLASH = "clash"
    STRIKE = "strike"
    INTERCEPTION = "interception"
    CASUALTIES = "casualties"
    DAMAGE = "damage"
    EVACUATION = "evacuation"
    AID = "aid"
    DETENTION = "detention"
    BUILDUP = "buildup"
    ABUSE = "abuse"
    DIPLOMACY = "diplomacy"
    PROTEST = "protest"
    OTHER = "other"


class PlaceKind(StrEnum):
    """What a place is: ``division`` an administrative unit below a country, ``region`` an area that is none."""

    SETTLEMENT = "settlement"
    DIVISION = "division"
    COUNTRY = "country"
    REGION = "region"
    WATER = "water"
    FACILITY = "facility"


@attrs.frozen(kw_only=True)
class Place:
    """A mention of a place: its characters, and the place it names where that is known.

    ``name`` is the modern official name in English transliteration; ``lat`` and ``lon`` are degrees (WGS 84), None
    where no point stands for the place; ``geonameid`` is that of GeoNames.
    """

    start: int
    end: int
    name: str
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None

    def __attrs_post_init__(self) -> None:
        _check_mention(self.start, self.end, self.name)
        if (self.lat is None) != (self.lon is None):
            message = f"place {self.name}: latitude and longitude are known together or not at all"
            raise InputError(message)
        if self.lat is None or self.lon is None:
            return
        if not (abs(self.lat) <= LARGEST_LAT and abs(self.lon) <= LARGEST_LON):
            message = f"place {self.name}: {self.lat}, {self.lon} are no degrees"
            raise InputError(message)

    @property
    def span(self) -> Span:
        """The characters that mention it."""
        return Span(start=self.start, end=self.end)


@attrs.frozen(kw_only=True)
class When:
    """A mention of a time: its characters and its value, an ISO 8601 date, an interval ``a/b`` or an EDTF date."""

    start: int
    end: int
    value: str

    def __attrs_post_init__(self) -> None:
        _check_mention(self.start, self.end, self.value)

    @property
    def span(self) -> Span:
        """The characters that mention it."""
        return Span(start=self.start, end=self.end)


@attrs.frozen(kw_only=True)
class Event:
    """What a claim says happened: ``places`` and ``time`` are indices, from 0, into those of the reading."""

    type: EventType
    places: tuple[int, ...] = ()
    time: int | None = None

    def __attrs_post_init__(self) -> None:
        if min((*self.places, self.time or 0)) < 0:
            message = f"an event counts places and times from 0, not {self.places}, {self.time}"
            raise InputError(message)


def _check_mention(start: int, end: int, value: str) -> None:
    if not 0 <= start < end:
        message = f"a mention needs 0 <= start < end, not {start}, {end}"
        raise InputError(message)
    if not value:
        message = f"the mention at {start}, {end} names nothing"
        raise InputError(message)
