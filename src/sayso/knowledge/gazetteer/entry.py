"""What the gazetteer gives: an entry for a place, and how the name that was looked up met it."""

from enum import StrEnum
from typing import NamedTuple

import attrs

from sayso.vocabulary import PlaceKind


class NameKind(StrEnum):
    """What a name is to its place: its official name, another, one it had once, or one that an occupier gave it."""

    OFFICIAL = "official"
    ALTERNATE = "alternate"
    FORMER = "former"
    OCCUPATION = "occupation"


class MetBy(StrEnum):
    """How a name met: letter for letter in its own script, or by its skeleton only."""

    EXACT = "exact"
    SKELETON = "skeleton"


class Extent(NamedTuple):
    """A box in degrees; ``west`` is greater than ``east`` where it crosses the antimeridian."""

    south: float
    west: float
    north: float
    east: float

    @property
    def middle(self) -> tuple[float, float]:
        """The latitude and longitude of its middle."""
        east = self.east + 360 if self.west > self.east else self.east
        lon = (self.west + east) / 2
        return (self.south + self.north) / 2, lon - 360 if lon > 180 else lon  # noqa: PLR2004 - half of a circle

    def holds(self, lat: float, lon: float) -> bool:
        """Tell whether a point lies in it."""
        if not self.south <= lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= lon <= self.east
        return lon >= self.west or lon <= self.east


class Entry(NamedTuple):
    """A place of the gazetteer, and by which of its names it was found.

    ``key`` is stable: ``geonames:703448``, ``country:UA``, ``admin1:UA.05``, ``katottg:...``, ``own:...``. ``name`` is
    the modern official name in English transliteration. ``lat`` and ``lon`` are None where no point stands for it,
    ``extent`` where no area is known. ``country`` is ISO 3166-1 alpha-2; ``admin1`` GeoNames's code of the first-order
    division, without the country. ``population`` is 0 where it is not known.

    ``matched`` is the stored name that met, ``since``, ``until`` and ``reason`` what is known of a former name or one
    given in an occupation: years or dates of ISO 8601.
    """

    key: str
    name: str
    kind: PlaceKind
    source: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    admin1_name: str | None
    population: int
    extent: Extent | None
    matched: str
    name_kind: NameKind = NameKind.OFFICIAL
    by: MetBy = MetBy.EXACT
    since: str | None = None
    until: str | None = None
    reason: str | None = None


class Near(NamedTuple):
    """A place and its distance from a point."""

    distance_km: float
    entry: Entry


@attrs.frozen(kw_only=True)
class GazetteerInfo:
    """What a gazetteer holds.

    ``kinds`` and ``sources`` count places, ``facts`` are notes kept in the file: when and from what it was made,
    attribution.
    """

    places: int
    names: int
    kinds: dict[str, int]
    sources: dict[str, int]
    facts: dict[str, str]
