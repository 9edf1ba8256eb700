"""Places and names as they are written into a file, and the keys names are found by."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import attrs

from sayso.knowledge.gazetteer.entry import Extent, NameKind
from sayso.knowledge.gazetteer.keys import LONGEST_NAME, exact_key, is_cyrillic, skeleton_keys
from sayso.vocabulary import PlaceKind

# How a key arose: as the exact key of a name, as its skeleton, or as the skeleton of a Cyrillic name of a country that
# does not write so, which meets Cyrillic names alone: "his" is no spelling of Хис, Heath in Ohio.
EXACT, SKELETON, READING = 1, 2, 4
ALL_WAYS = EXACT | SKELETON | READING
# Marks of a key. LAST: it is ASCII, its skeleton another that meets no place; who asks for both need not ask on.
# CODED: some of the names are abbreviations.
LAST, CODED = 8, 16

# Countries whose places are written in Cyrillic, or were within a lifetime: there Latin spellings vary with the
# language they were taken from, so that Latin names have skeletons too.
FOLDED = frozenset(
    {
        *("AM", "AZ", "BA", "BG", "BY", "EE", "GE", "KG", "KZ", "LT", "LV", "MD", "ME", "MK", "MN", "RS", "RU", "TJ"),
        *("TM", "UA", "UZ", "XK"),
    }
)
CELLS_PER_DEGREE = 2
CELLS_PER_ROW = 360 * CELLS_PER_DEGREE
# In the order of what is found, areas without a count of people stand before settlements of their name, and divisions
# with a tenth of their people: a bare "Kharkiv" is the city, a bare "Georgia" the country.
AREA_WEIGHT = 20_000_000
DIVISION_SHARE = 10
SETTLEMENT, DIVISION = PlaceKind.SETTLEMENT, PlaceKind.DIVISION
# Names in capitals up to this length are abbreviations (US, DRC), and want capitals: "us" is no country.
LONGEST_CODE = 6
# Which of two names under one key of one place is kept: the smaller.
RANKS = {NameKind.OFFICIAL: 0, NameKind.OCCUPATION: 1, NameKind.FORMER: 2, NameKind.ALTERNATE: 3}


class NameRow(NamedTuple):
    """A name of a place, with what is known of it."""

    written: str
    kind: NameKind = NameKind.ALTERNATE
    language: str | None = None
    since: str | None = None
    until: str | None = None
    reason: str | None = None


class KeyRow(NamedTuple):
    """A key of a place, with the name it is a key of; the columns of the table ``name``."""

    key: str
    place: int
    how: int
    written: str
    kind: str | None
    language: str | None
    since: str | None
    until: str | None
    reason: str | None


@attrs.frozen(kw_only=True)
class PlaceRow:
    """A place as it is written into the file."""

    key: str
    name: str
    kind: PlaceKind
    source: str
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    population: int = 0
    extent: Extent | None = None

    @property
    def id(self) -> int:
        """Its number in the file: that of GeoNames, else one below 0 made of its key."""
        return number_of(self.key) if self.geonameid is None else self.geonameid

    @property
    def weight(self) -> int:
        """What it counts where places of one name are put in order."""
        return weigh(self.kind, self.population)

    def columns(self) -> tuple[object, ...]:
        """Give the values of its row, in the order of the table ``place``."""
        key = None if self.key == f"geonames:{self.geonameid}" else self.key
        cell = None if self.lat is None or self.lon is None else cell_of(self.lat, self.lon)
        extent = self.extent or (None, None, None, None)
        return (
            self.id, key, self.name, self.kind.value, self.lat, self.lon, self.country, self.admin1, self.population,
            self.weight, *extent, self.source, cell,
        )  # fmt: skip


def weigh(kind: str, population: int) -> int:
    """Give what a place counts where places of one name are put in order."""
    if kind == SETTLEMENT:
        return population
    return population // DIVISION_SHARE if kind == DIVISION else max(population, AREA_WEIGHT)


def is_code(written: str) -> bool:
    """Tell whether a name is an abbreviation, which is met in capitals only."""
    return len(written) <= LONGEST_CODE and written.isupper()


def number_of(key: str) -> int:
    """Give the number of a place that GeoNames has not: below 0, the same for the same key."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=7).digest()
    return -1 - int.from_bytes(digest, "big")


def cell_of(lat: float, lon: float) -> int:
    """Give the cell of half a degree that a point lies in, counted in rows from the south-west."""
    row = min(int((lat + 90) * CELLS_PER_DEGREE), 180 * CELLS_PER_DEGREE - 1)
    return row * CELLS_PER_ROW + int((lon + 180) * CELLS_PER_DEGREE) % CELLS_PER_ROW


def keys_of(place: int, country: str | None, names: Iterable[NameRow]) -> list[KeyRow]:
    """Give the keys of the names of a place in a country, each once.

    With it stands the name it is the exact key of, where there is one, and of several the one that says most.
    """
    folds_latin = country in FOLDED
    rows: dict[str, KeyRow] = {}
    for name in sorted(names, key=lambda one: (RANKS[one.kind], one.written.isupper())):
        for key, how in _keys(name, folds_latin=folds_latin):
            earlier = rows.get(key)
            if earlier is None or (how == EXACT and not earlier.how & EXACT):
                kind = None if name.kind is NameKind.ALTERNATE else name.kind.value
                known = 0 if earlier is None else earlier.how
                rows[key] = KeyRow(key, place, how | known, name.written, kind, *name[2:])
            elif how & ~earlier.how:
                rows[key] = earlier._replace(how=earlier.how | how)
    return list(rows.values())


def _keys(name: NameRow, *, folds_latin: bool) -> Iterator[tuple[str, int]]:
    if len(name.written) > LONGEST_NAME:
        return
    exact = exact_key(name.written)
    if exact:
        yield exact, EXACT
    if folds_latin or is_cyrillic(name.written):
        for key in skeleton_keys(name.written, name.language):
            if key:
                yield key, SKELETON if folds_latin else READING
