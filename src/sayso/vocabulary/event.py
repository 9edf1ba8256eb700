"""What is said to have happened, where and when."""

from enum import StrEnum

import attrs

from sayso.errors import InputError


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
        _check_range(self.start, self.end)
        if (self.lat is None) != (self.lon is None):
            message = f"place {self.name}: latitude and longitude are known together or not at all"
            raise InputError(message)
        if self.lat is not None and self.lon is not None and not (abs(self.lat) <= 90 and abs(self.lon) <= 180):  # noqa: PLR2004
            message = f"place {self.name}: {self.lat}, {self.lon} are no degrees"
            raise InputError(message)


@attrs.frozen(kw_only=True)
class When:
    """A mention of a time: its characters and its value, an ISO 8601 date, an interval ``a/b`` or an EDTF date."""

    start: int
    end: int
    value: str

    def __attrs_post_init__(self) -> None:
        _check_range(self.start, self.end)


@attrs.frozen(kw_only=True)
class Event:
    """What a claim says happened: ``places`` and ``time`` are indices into those of the reading."""

    type: EventType
    places: tuple[int, ...] = ()
    time: int | None = None


def _check_range(start: int, end: int) -> None:
    if not 0 <= start < end:
        message = f"a mention needs 0 <= start < end, not {start}, {end}"
        raise InputError(message)
