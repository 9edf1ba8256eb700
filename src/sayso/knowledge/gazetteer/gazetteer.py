"""Looks places up by name or by nearness in files that are only read; nothing is held but small caches.

Takes the path of a compiled file, and of one with a desk's own places where there is one: what stands there goes over
what stands in the compiled one. Raises KnowledgeError where a file is missing, damaged or of another number.
"""

import math
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from sayso.knowledge.gazetteer.entry import Entry, GazetteerInfo, NameKind, Near
from sayso.knowledge.gazetteer.file import NAMES_COUNTED, PLACE_FACTS
from sayso.knowledge.gazetteer.keys import LONGEST_NAME, exact_key, fold, is_cyrillic, mixes_scripts, skeleton_keys
from sayso.knowledge.gazetteer.meeting import Asked, Compiled, open_names
from sayso.knowledge.gazetteer.packing import EXACTLY, Met, NameFacts, PlaceFacts, describe
from sayso.knowledge.gazetteer.rows import (
    ALL_WAYS,
    CELLS_PER_DEGREE,
    EXACT,
    LAST,
    SKELETON,
    cell_of,
    weigh,
)
from sayso.vocabulary import PlaceKind

MOST_ENTRIES = 200
MOST_NEAR = 200
FARTHEST_KM = 500.0
EARTH_KM = 6371.0
KM_PER_DEGREE = 111.0
KEPT_LOOKUPS = 4096
LONGEST_IN_WORDS = 12


class Gazetteer:
    """All places of a file; make one with ``open``."""

    def __init__(self, connection: sqlite3.Connection, names: Compiled) -> None:
        self._connection, self._names = connection, names
        self._find = lru_cache(maxsize=KEPT_LOOKUPS)(self._look_up)
        self._has = lru_cache(maxsize=KEPT_LOOKUPS)(self._is_name)
        self._most = lru_cache(maxsize=KEPT_LOOKUPS)(self._most_words)

    @classmethod
    def open(cls, path: Path, *, own: Path | None = None) -> "Gazetteer":
        """Open a compiled file, and one with a desk's own places; ``own`` counts only where it is there."""
        return cls(*open_names(path, own))

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
        query = f"SELECT {PLACE_FACTS} FROM entry WHERE id = ?"  # noqa: S608 - as above
        row = self._connection.execute(query, (geonameid,)).fetchone() if geonameid > 0 else None
        return self._entry(PlaceFacts(*row)) if row else None

    def by_key(self, key: str) -> Entry | None:
        """Give the place with this key, as ``country:UA`` or ``admin1:UA.05``."""
        start, _, number = key.partition(":")
        if start == "geonames" and number.isascii() and number.isdigit():
            return self.get(int(number))
        row = self._connection.execute(f"SELECT {PLACE_FACTS} FROM entry WHERE key = ?", (key,)).fetchone()  # noqa: S608 - as above
        return self._entry(PlaceFacts(*row)) if row else None

    def near(self, lat: float, lon: float, radius_km: float, *, kind: PlaceKind | None = None) -> tuple[Near, ...]:
        """Give the places whose point lies within a radius of at most 500 km, the nearest first, at most 200."""
        radius_km = min(radius_km, FARTHEST_KM)
        found: dict[int, tuple[float, PlaceFacts]] = {}
        query = f"SELECT {PLACE_FACTS} FROM entry WHERE cell BETWEEN ? AND ?"  # noqa: S608 - as above
        for cells in _cells(lat, lon, radius_km):
            for place in map(PlaceFacts._make, self._connection.execute(query, cells)):
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
        facts = dict(self._connection.execute("SELECT name, value FROM main.fact"))
        names = int(facts.pop(NAMES_COUNTED)) + self._names.count_more()
        return GazetteerInfo(places=sum(kinds.values()), names=names, kinds=kinds, sources=sources, facts=facts)

    def _look_up(self, name: str, language: str | None) -> tuple[Entry, ...]:
        found, in_order = self._names.meet(_ask(name, language), in_capitals=name.isupper())
        if not in_order:
            found = sorted(_first_of_each(found), key=_order)
        elif alike := [met for met in found if met[2].by is not EXACTLY]:
            found = [met for met in found if met[2].by is EXACTLY] + alike
        return tuple([entry for _, _, entry in found[:MOST_ENTRIES]])

    def _is_name(self, name: str) -> bool:
        return self._names.is_met(_ask(name, None), in_capitals=name.isupper())

    def _most_words(self, word: str) -> int:
        keys = {key.partition(" ")[0] for key in (exact_key(word), *skeleton_keys(word)) if key}
        if not keys:
            return 0
        query = f"SELECT max(most) FROM headed WHERE first IN ({','.join('?' * len(keys))})"  # noqa: S608 - as above
        return self._connection.execute(query, tuple(keys)).fetchone()[0] or 1

    def _entry(self, place: PlaceFacts) -> Entry:
        """Make an entry of a place that no name was asked for."""
        official = NameFacts(EXACT, place.name, NameKind.OFFICIAL.value, None, None, None)
        return describe(official, place, EXACT, self._names.divisions)[2]


def _first_of_each(found: Iterable[Met]) -> Iterable[Met]:
    """Give each place once: as it was met first, or as it was met exactly."""
    best: dict[int, Met] = {}
    for met in found:
        _, number, entry = met
        known = best.setdefault(number, met)
        if entry.by is EXACTLY and known[2].by is not EXACTLY:
            best[number] = met
    return best.values()


def _order(met: Met) -> tuple[bool, int, int]:
    """Put exact names first, then what counts most."""
    _, number, entry = met
    return entry.by is not EXACTLY, -weigh(entry.kind, entry.population), number


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Give the distance of two points on a sphere of the earth's mean radius (haversine)."""
    one, two = math.radians(lat), math.radians(other_lat)
    half_lat, half_lon = (two - one) / 2, math.radians(other_lon - lon) / 2
    share = math.sin(half_lat) ** 2 + math.cos(one) * math.cos(two) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(share)))


def _ask(name: str, language: str | None) -> list[Asked]:
    """Give the keys to look for. A Cyrillic name meets Latin ones by its skeleton, and most have exact keys alone."""
    exact = exact_key(name)
    if name.isascii():
        skeleton = fold(exact)
        if skeleton == exact:
            return [(exact, EXACT | SKELETON, EXACT)]
        return [(exact, EXACT | LAST, EXACT), (skeleton, SKELETON, 0)]
    if mixes_scripts(name):
        return [(exact, EXACT, EXACT)]
    skeletons, alike = skeleton_keys(name, language), ALL_WAYS if is_cyrillic(name) else SKELETON
    if exact in skeletons:
        return [(exact, alike | EXACT, EXACT)]
    return [(exact, EXACT, EXACT), *[(key, alike, 0) for key in sorted(skeletons)]]


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
