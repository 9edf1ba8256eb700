"""What meets a key, packed: one row holds all places of a key with all that is known of them.

So a look-up costs one walk down one table. Numbers take a fixed number of bytes a place, words a line a place.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from math import nan
from typing import Any, NamedTuple

from sayso.knowledge.gazetteer.entry import Entry, Extent, MetBy, NameKind
from sayso.knowledge.gazetteer.rows import CODED, LAST, is_code
from sayso.vocabulary import PlaceKind

# How the key arose, the number of the kind of place, its own number, latitude, longitude, people.
NUMBERS = struct.Struct("<BBqddq")
KINDS = tuple(PlaceKind)
KIND_NUMBERS = {kind.value: number for number, kind in enumerate(KINDS)}
NAME_KINDS = {None: NameKind.ALTERNATE} | {kind.value: kind for kind in NameKind}
EXACTLY, ALIKE = MetBy.EXACT, MetBy.SKELETON
# The name that met, the place's if it is another, country, division; the rest is known of few.
FEW = 4
WORD_END, LINE_END = "\x1f", "\x1e"
ENDS = {ord(WORD_END): " ", ord(LINE_END): " "}
USUAL_SOURCE = "GeoNames"

# The name of each first-order division, by country and code.
Divisions = Mapping[tuple[str | None, str | None], str]
# What is known of few: key and source of the place, kind of the name, since and until when and why it was one, the box.
Rest = tuple[str | None, str, NameKind, str | None, str | None, str | None, Extent | None]
USUAL_REST: Rest = (None, USUAL_SOURCE, NameKind.ALTERNATE, None, None, None, None)

# A place that a key meets: how the key arose, the place's number, and all that is known of it.
Met = tuple[int, int, Entry]


class NameFacts(NamedTuple):
    """What is known of a name; ``how`` its key arose, ``kind`` None where it is one among others."""

    how: int
    written: str
    kind: str | None
    since: str | None
    until: str | None
    reason: str | None


class PlaceFacts(NamedTuple):
    """What is known of a place; ``key`` is None where its number tells it."""

    id: int
    key: str | None
    name: str
    kind: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    population: int
    south: float | None
    west: float | None
    north: float | None
    east: float | None
    source: str


class Packed(NamedTuple):
    """The row of a key; ``plain`` are the ways in which it arose by names that are no abbreviations.

    ``ways`` are all, with the marks of the key.
    """

    key: str
    ways: int
    plain: int
    numbers: bytes
    words: str


AT_BOX, AT_SOURCE = PlaceFacts._fields.index("south"), PlaceFacts._fields.index("source")
# Gives one without the detour over a function that a named tuple's own way takes: a name may have a hundred.
_make_entry = partial(tuple.__new__, Entry)


def pack(key: str, rows: Iterable[tuple[NameFacts, PlaceFacts]], *, is_last: bool) -> Packed:
    """Pack all that a key meets."""
    ways, plain = LAST if is_last else 0, 0
    numbers, lines = [], []
    for name, place in rows:
        if is_code(name.written):
            ways |= name.how | CODED
        else:
            ways |= name.how
            plain |= name.how
        lat, lon = (nan, nan) if place.lat is None else (place.lat, place.lon)
        numbers.append(NUMBERS.pack(name.how, KIND_NUMBERS[place.kind], place.id, lat, lon, place.population))
        lines.append(_write(name, place))
    return Packed(key, ways, plain, b"".join(numbers), LINE_END.join(lines))


def _write(name: NameFacts, place: PlaceFacts) -> str:
    called = None if place.name == name.written else place.name
    source = None if place.source == USUAL_SOURCE else place.source
    few: list[object] = [name.written, called, place.country, place.admin1]
    rest = [place.key, source, *name[2:], *place[AT_BOX:AT_SOURCE]]
    cells = few if rest.count(None) == len(rest) else few + rest
    return WORD_END.join(["" if cell is None else str(cell).translate(ENDS) for cell in cells])


def unpack(numbers: bytes, words: str, ways: int, exact: int, divisions: Divisions) -> list[Met]:
    """Give what was packed and arose in one of some ways, in its order; in some of those it met exactly."""
    found = []
    lines = words.split(LINE_END)
    for at, (how, kind, number, lat, lon, people) in enumerate(NUMBERS.iter_unpack(numbers)):
        if how & ways:
            cells = lines[at].split(WORD_END)
            is_usual = len(cells) == FEW
            written, called, country, admin1 = cells if is_usual else cells[:FEW]
            key, source, name_kind, since, until, reason, extent = USUAL_REST if is_usual else _read_rest(cells[FEW:])
            has_point = lat == lat  # noqa: PLR0124 - no number equals nothing, itself included
            entry = _make_entry(
                (
                    key or f"geonames:{number}",
                    called or written,
                    KINDS[kind],
                    source,
                    number if number > 0 else None,
                    lat if has_point else None,
                    lon if has_point else None,
                    country or None,
                    admin1 or None,
                    divisions.get((country, admin1)),
                    people,
                    extent,
                    written,
                    name_kind,
                    EXACTLY if how & exact else ALIKE,
                    since,
                    until,
                    reason,
                )
            )
            found.append((how, number, entry))
    return found


def _read_rest(cells: Sequence[str]) -> Rest:
    key, source, kind, since, until, reason, *box = [word or None for word in cells]
    return key, source or USUAL_SOURCE, NAME_KINDS[kind], since, until, reason, _extent(box)


def _extent(box: Sequence[Any]) -> Extent | None:
    return None if None in box else Extent(*map(float, box))


def describe(name: NameFacts, place: PlaceFacts, exact: int, divisions: Divisions) -> Met:
    """Give a place of a table, met by a name in a way that is one of the exact ones or not."""
    entry = Entry(
        key=place.key or f"geonames:{place.id}",
        name=place.name,
        kind=PlaceKind(place.kind),
        source=place.source,
        geonameid=place.id if place.id > 0 else None,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        admin1=place.admin1,
        admin1_name=divisions.get((place.country, place.admin1)),
        population=place.population,
        extent=_extent((place.south, place.west, place.north, place.east)),
        matched=name.written,
        name_kind=NAME_KINDS[name.kind],
        by=EXACTLY if name.how & exact else ALIKE,
        since=name.since,
        until=name.until,
        reason=name.reason,
    )
    return name.how, place.id, entry
