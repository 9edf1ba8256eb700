"""Looks places up by name or by nearness in a file that is only read; nothing is held but small caches.

Takes the path of a compiled file, and of one with a desk's own places where there is one: what stands there goes over
what stands in the compiled one. Raises KnowledgeError where a file is missing, damaged or of another number.
"""

import math
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from sayso.errors import KnowledgeError
from sayso.knowledge.gazetteer.entry import Entry, Extent, GazetteerInfo, MetBy, NameKind, Near
from sayso.knowledge.gazetteer.file import APPLICATION_ID, FORM_NUMBER
from sayso.knowledge.gazetteer.keys import LONGEST_NAME, exact_key, is_cyrillic, mixes_scripts, skeleton_keys
from sayso.knowledge.gazetteer.rows import (
    CELLS_PER_DEGREE,
    EXACT,
    READING,
    SKELETON,
    cell_of,
)
from sayso.vocabulary import PlaceKind

MOST_ENTRIES = 200
MOST_NEAR = 200
# So many rows are looked at for one name; the commonest name of the world has fewer.
MOST_ROWS = 4000
FARTHEST_KM = 500.0
EARTH_KM = 6371.0
KM_PER_DEGREE = 111.0
KEPT_LOOKUPS = 4096
LONGEST_IN_WORDS = 12
# Names in capitals up to this length are abbreviations (US, DRC), and want capitals: "us" is no country.
LONGEST_CODE = 6
# The file is read in place rather than copied page by page; a larger one is so up to here.
MAPPED_BYTES = 1 << 30
KINDS = {kind.value: kind for kind in PlaceKind}
# Of the columns of what was met, those from here on are the place's: its number is the first of them.
AT_PLACE, AT_WEIGHT = 7, 16
Row = tuple[Any, ...]
OFFICIAL = NameKind.OFFICIAL.value
NAME_KINDS = {None: NameKind.ALTERNATE} | {kind.value: kind for kind in NameKind}

PLACE_COLUMNS = "id, key, name, kind, lat, lon, country, admin1, population, weight, south, west, north, east, source"
# What a name is told by, and beside it all that is known of it and of its place.
KEY_COLUMNS = "key, how, written"
MET_COLUMNS = f"{KEY_COLUMNS}, name_kind, since, until, reason, {PLACE_COLUMNS.replace('key', 'place_key')}"
MET, CALLED = f"{MET_COLUMNS} FROM met", f"{KEY_COLUMNS} FROM called"
MEETING = (
    "SELECT n.key, how, written, n.kind AS name_kind, since, until, reason, p.id, p.key AS place_key, name, p.kind,"
    " lat, lon, country, admin1, population, weight, south, west, north, east, source"
    " FROM {}.name n CROSS JOIN {}.place p ON p.id = n.place"
)
IS_NOT_OWN = "WHERE NOT EXISTS (SELECT 1 FROM own.place o WHERE o.id = p.id)"
ALONE = f"""
CREATE TEMP VIEW entry AS SELECT * FROM main.place;
CREATE TEMP VIEW called AS SELECT * FROM main.name;
CREATE TEMP VIEW headed AS SELECT * FROM main.head;
CREATE TEMP VIEW met AS {MEETING.format("main", "main")};
"""  # noqa: S608 - our own columns
BESIDE = f"""
CREATE TEMP VIEW entry AS SELECT * FROM own.place UNION ALL SELECT * FROM main.place p {IS_NOT_OWN};
CREATE TEMP VIEW called AS SELECT * FROM own.name UNION ALL SELECT * FROM main.name;
CREATE TEMP VIEW headed AS SELECT * FROM own.head UNION ALL SELECT * FROM main.head;
CREATE TEMP VIEW met AS {MEETING.format("own", "own")} UNION ALL {MEETING.format("own", "main")} {IS_NOT_OWN}
  UNION ALL {MEETING.format("main", "own")} UNION ALL {MEETING.format("main", "main")} {IS_NOT_OWN};
"""  # noqa: S608 - as above


class _Place(NamedTuple):
    """A row of ``place``, in the order of its columns."""

    id: int
    key: str | None
    name: str
    kind: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    population: int
    weight: int
    south: float | None
    west: float | None
    north: float | None
    east: float | None
    source: str


class _Asked(NamedTuple):
    """The keys of a name that is looked for; ``how`` are the ways a key may have arisen that a skeleton meets."""

    keys: tuple[str, ...]
    exact: str
    skeletons: tuple[str, ...]
    how: int
    in_capitals: bool


class Gazetteer:
    """All places of a file; make one with ``open``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._find = lru_cache(maxsize=KEPT_LOOKUPS)(self._look_up)
        self._has = lru_cache(maxsize=KEPT_LOOKUPS)(self._is_name)
        self._most = lru_cache(maxsize=KEPT_LOOKUPS)(self._most_words)
        self._divisions: dict[str, str] | None = None

    @classmethod
    def open(cls, path: Path, *, own: Path | None = None) -> "Gazetteer":
        """Open a compiled file, and one with a desk's own places; ``own`` counts only where it is there."""
        try:
            connection = _connect(path)
            if own is not None and own.is_file():
                connection.execute("ATTACH ? AS own", (f"{_address(own)}?mode=ro",))
                _check(connection, "own", own)
                connection.executescript(BESIDE)
            else:
                connection.executescript(ALONE)
        except sqlite3.Error as error:
            message = f"{path}: is no gazetteer that can be read ({error}); delete it, and it is made anew"
            raise KnowledgeError(message) from error
        return cls(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def find(self, name: str, *, language: str | None = None) -> tuple[Entry, ...]:
        """Give the places one of whose names meets this one: exact before skeleton, then the most populous first.

        At most 200. ``language`` settles letters that languages read in different ways, and may be left out.
        """
        return self._find(name, language) if 0 < len(name) <= LONGEST_NAME else ()

    def has(self, name: str) -> bool:
        """Tell whether any place has this name."""
        return 0 < len(name) <= LONGEST_NAME and self._has(name)

    def longest(self, words: Sequence[str]) -> int:
        """Tell how many words, from the first on, make the longest name that is known; 0 where none does.

        Words are as they stand in a text; hyphens and apostrophes may be words of their own. A name in a text holds a
        capital letter, where its script has any.
        """
        if not words or len(words[0]) > LONGEST_NAME:
            return 0
        # A word makes at least one word of a key, a hyphen or an apostrophe none.
        left, ends = self._most(words[0]), []
        for place, word in enumerate(words[:LONGEST_IN_WORDS]):
            if word[:1].isalnum():
                left -= 1
                if left < 0:
                    break
                ends.append(place + 1)
        for length in reversed(ends):
            written = " ".join(words[:length])
            if len(written) <= LONGEST_NAME and not written.islower() and self._has(written):
                return length
        return 0

    def get(self, geonameid: int) -> Entry | None:
        """Give the place with this number in GeoNames."""
        query = f"SELECT {PLACE_COLUMNS} FROM entry WHERE id = ?"  # noqa: S608 - as above
        row = self._connection.execute(query, (geonameid,)).fetchone() if geonameid > 0 else None
        return self._entry(_Place(*row)) if row else None

    def by_key(self, key: str) -> Entry | None:
        """Give the place with this key, as ``country:UA`` or ``admin1:UA.05``."""
        start, _, number = key.partition(":")
        if start == "geonames" and number.isascii() and number.isdigit():
            return self.get(int(number))
        row = self._connection.execute(f"SELECT {PLACE_COLUMNS} FROM entry WHERE key = ?", (key,)).fetchone()  # noqa: S608 - as above
        return self._entry(_Place(*row)) if row else None

    def near(self, lat: float, lon: float, radius_km: float, *, kind: PlaceKind | None = None) -> tuple[Near, ...]:
        """Give the places whose point lies within a radius of at most 500 km, the nearest first, at most 200."""
        radius_km = min(radius_km, FARTHEST_KM)
        found: dict[int, tuple[float, _Place]] = {}
        query = f"SELECT {PLACE_COLUMNS} FROM entry WHERE cell BETWEEN ? AND ?"  # noqa: S608 - as above
        for cells in _cells(lat, lon, radius_km):
            for place in map(_Place._make, self._connection.execute(query, cells)):
                if place.lat is None or place.lon is None or kind not in {None, place.kind}:
                    continue
                away = distance_km(lat, lon, place.lat, place.lon)
                if away <= radius_km:
                    found[place.id] = (away, place)
        nearest = sorted(found.values(), key=lambda one: (one[0], one[1].id))[:MOST_NEAR]
        return tuple(Near(away, self._entry(place)) for away, place in nearest)

    def info(self) -> GazetteerInfo:
        """Say what is in it; counts all of it, which takes a moment."""
        counted = self._connection.execute("SELECT kind, source, count(*) FROM entry GROUP BY kind, source").fetchall()
        kinds: dict[str, int] = {}
        sources: dict[str, int] = {}
        for kind, source, many in counted:
            kinds[kind] = kinds.get(kind, 0) + many
            sources[source] = sources.get(source, 0) + many
        names = self._connection.execute("SELECT count(DISTINCT written || place) FROM called").fetchone()[0]
        facts = dict(self._connection.execute("SELECT name, value FROM main.fact"))
        return GazetteerInfo(places=sum(kinds.values()), names=names, kinds=kinds, sources=sources, facts=facts)

    def _look_up(self, name: str, language: str | None) -> tuple[Entry, ...]:
        best: dict[int, tuple[Row, bool]] = {}
        asked = _ask(name, language)
        exact = asked.exact
        for row in self._meet(MET, asked):
            is_exact = row[0] == exact and bool(row[1] & EXACT)
            number = row[AT_PLACE]
            if number not in best or (is_exact and not best[number][1]):
                best[number] = row, is_exact
        found = list(best.values())
        if len(found) > 1:
            found.sort(key=lambda one: (not one[1], -one[0][AT_WEIGHT], one[0][AT_PLACE]))
        return tuple([self._entry(row[AT_PLACE:], row, is_exact=is_exact) for row, is_exact in found[:MOST_ENTRIES]])

    def _is_name(self, name: str) -> bool:
        return any(True for _ in self._meet(CALLED, _ask(name, None)))

    def _meet(self, what: str, asked: _Asked) -> Iterator[Row]:
        """Give the rows of a table of names that meet a name; the first columns of ``what`` are KEY_COLUMNS."""
        keys, exact, skeletons, ways, in_capitals = asked
        for row in self._connection.execute(_write_query(what, len(keys)), keys):
            key, how, written = row[:3]
            if not in_capitals and len(written) <= LONGEST_CODE and written.isupper():
                continue
            if (how & EXACT and key == exact) or (how & ways and key in skeletons):
                yield row

    def _most_words(self, word: str) -> int:
        keys = {key.partition(" ")[0] for key in (exact_key(word), *skeleton_keys(word)) if key}
        if not keys:
            return 0
        query = f"SELECT max(most) FROM headed WHERE first IN ({','.join('?' * len(keys))})"  # noqa: S608 - as above
        return self._connection.execute(query, tuple(keys)).fetchone()[0] or 1

    def _entry(self, place: Row, met: Row | None = None, *, is_exact: bool = True) -> Entry:
        """Make an entry of a row of ``entry``, and of the one of ``met`` that it was found by."""
        matched, name_kind, since, until, reason = met[2:AT_PLACE] if met else (place[2], OFFICIAL, None, None, None)
        number, key, called, kind, lat, lon, country, admin1, population, _, south, west, north, east, source = place
        extent = None
        if south is not None and west is not None and north is not None and east is not None:
            extent = Extent(south, west, north, east)
        return Entry(
            key=key or f"geonames:{number}",
            geonameid=number if number > 0 else None,
            name=called,
            kind=KINDS[kind],
            lat=lat,
            lon=lon,
            country=country,
            admin1=admin1,
            admin1_name=self._name_division(country, admin1),
            population=population,
            extent=extent,
            source=source,
            matched=matched,
            name_kind=NAME_KINDS[name_kind],
            by=MetBy.EXACT if is_exact else MetBy.SKELETON,
            since=since,
            until=until,
            reason=reason,
        )

    def _name_division(self, country: str | None, admin1: str | None) -> str | None:
        if country is None or admin1 is None:
            return None
        if self._divisions is None:
            # All at once, some thousands: one by one they cost more, where places of many countries are looked up.
            query = "SELECT key, name FROM entry WHERE key >= 'admin1:' AND key < 'admin1;'"
            self._divisions = dict(reversed(self._connection.execute(query).fetchall()))
        return self._divisions.get(f"admin1:{country}.{admin1}")


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Give the distance of two points on a sphere of the earth's mean radius (haversine)."""
    one, two = math.radians(lat), math.radians(other_lat)
    half_lat, half_lon = (two - one) / 2, math.radians(other_lon - lon) / 2
    share = math.sin(half_lat) ** 2 + math.cos(one) * math.cos(two) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(share)))


@cache
def _write_query(what: str, many: int) -> str:
    """Write a query for so many keys; the same string each time, so that SQLite's statement is found at once."""
    return f"SELECT {what} WHERE key IN ({','.join('?' * many)}) LIMIT {MOST_ROWS}"


def _ask(name: str, language: str | None) -> _Asked:
    """Give the keys to look for. A Cyrillic name meets Latin ones by its skeleton, and most have exact keys alone."""
    exact = exact_key(name)
    if mixes_scripts(name):
        return _Asked((exact,), exact, (), EXACT, name.isupper())
    how = EXACT | SKELETON | READING if is_cyrillic(name) else SKELETON
    skeletons = skeleton_keys(name, language)
    return _Asked(tuple(dict.fromkeys((exact, *skeletons))), exact, skeletons, how, name.isupper())


def _cells(lat: float, lon: float, radius_km: float) -> Iterator[tuple[int, int]]:
    """Give ranges of cells that together cover a circle, two for a row that passes the antimeridian."""
    half_height = radius_km / KM_PER_DEGREE
    south, north = max(-90.0, lat - half_height), min(90.0, lat + half_height)
    shrink = math.cos(math.radians(min(89.9, max(abs(south), abs(north)))))
    half_width = min(180.0, half_height / shrink)
    steps = math.floor((north - south) * CELLS_PER_DEGREE) + 1
    for step in range(steps + 1):
        at = min(north, south + step / CELLS_PER_DEGREE)
        west, east = lon - half_width, lon + half_width
        if half_width >= 180:  # noqa: PLR2004 - half of a circle
            yield cell_of(at, -180.0), cell_of(at, 179.999)
        elif west < -180 or east >= 180:  # noqa: PLR2004 - as above
            yield cell_of(at, (west + 180) % 360 - 180), cell_of(at, 179.999)
            yield cell_of(at, -180.0), cell_of(at, (east + 180) % 360 - 180)
        else:
            yield cell_of(at, west), cell_of(at, east)


def _address(path: Path) -> str:
    return path.resolve().as_uri()


def _connect(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        message = f"{path}: there is no gazetteer"
        raise KnowledgeError(message)
    connection = sqlite3.connect(f"{_address(path)}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    _check(connection, "main", path)
    connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
    return connection


def _check(connection: sqlite3.Connection, schema: str, path: Path) -> None:
    marks = [connection.execute(f"PRAGMA {schema}.{name}").fetchone()[0] for name in ("application_id", "user_version")]
    if marks != [APPLICATION_ID, FORM_NUMBER]:
        message = f"{path}: is no gazetteer of form {FORM_NUMBER}; delete it, and it is made anew"
        raise KnowledgeError(message)
