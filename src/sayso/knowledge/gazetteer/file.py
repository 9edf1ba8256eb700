"""The files a gazetteer lies in: SQLite databases, their tables and their numbers.

``place`` holds the places, ``head`` the first words of names of several words and how many words such names have at
most, ``fact`` notes. A file of places of one's own, written to again and again, holds each key of each place once in
``name``; the compiled one, only read, all that a key meets in one row of ``met``, and the names of first-order
divisions in ``division``. The number of a form changes with the tables or with the way keys are made, the gazetteer's
with that or with the data that ships.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sayso.knowledge.gazetteer.keys import skeleton_keys
from sayso.knowledge.gazetteer.packing import NameFacts, Packed, PlaceFacts, pack
from sayso.knowledge.gazetteer.rows import SKELETON, NameRow, PlaceRow, keys_of

FORM_NUMBER = 1
COMPILED_NUMBER = 3
GAZETTEER_NUMBER = 7
APPLICATION_ID = 0x5A59_5350
BATCH = 20_000
# The fact that tells how many names there are.
NAMES_COUNTED = "names"

SCHEMA = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY, key TEXT, name TEXT NOT NULL, kind TEXT NOT NULL, lat REAL, lon REAL, country TEXT,
  admin1 TEXT, population INTEGER NOT NULL, weight INTEGER NOT NULL, south REAL, west REAL, north REAL, east REAL,
  source TEXT NOT NULL, cell INTEGER
);
CREATE TABLE head (first TEXT PRIMARY KEY, most INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
NAMES = """
CREATE {} TABLE name (
  key TEXT NOT NULL, place INTEGER NOT NULL, how INTEGER NOT NULL, written TEXT NOT NULL, kind TEXT, language TEXT,
  since TEXT, until TEXT, reason TEXT{}
)
"""
MET = """
CREATE TABLE met (
  key TEXT PRIMARY KEY, ways INTEGER NOT NULL, plain INTEGER NOT NULL, numbers BLOB NOT NULL, words TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE division (country TEXT, admin1 TEXT, name TEXT NOT NULL, PRIMARY KEY (country, admin1)) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX place_cell ON place (cell) WHERE cell IS NOT NULL;
CREATE UNIQUE INDEX place_key ON place (key) WHERE key IS NOT NULL;
"""
# Places of one's own are looked up by number too.
OWN_INDEXES = INDEXES + "CREATE INDEX name_place ON name (place);"
PLACE_INTO = f"INTO place VALUES ({','.join('?' * 16)})"
NAME_MARKS = ",".join("?" * 9)
PLACE_FACTS = ", ".join(PlaceFacts._fields)
# First-order divisions.
IS_DIVISION = "key >= 'admin1:' AND key < 'admin1;'"
# What a name and its place bring, of the tables ``n`` and ``p``.
MEETING = ", ".join([*(f"n.{name}" for name in NameFacts._fields), *(f"p.{name}" for name in PlaceFacts._fields)])
AT_PLACE = len(NameFacts._fields)


def prepare_own(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty file of places of one's own."""
    connection.executescript(SCHEMA + NAMES.format("", ", PRIMARY KEY (key, place)") + "WITHOUT ROWID;" + OWN_INDEXES)
    _number(connection, FORM_NUMBER)


def _number(connection: sqlite3.Connection, form: int) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {form}")


def is_of_form(connection: sqlite3.Connection, schema: str, form: int) -> bool:
    """Tell whether a database of a connection is a gazetteer's of a form."""
    names = ("application_id", "user_version")
    marks = [connection.execute(f"PRAGMA {schema}.{name}").fetchone()[0] for name in names]
    return marks == [APPLICATION_ID, form]


def read_meeting(row: Sequence[Any]) -> tuple[NameFacts, PlaceFacts]:
    """Give what a row of MEETING holds."""
    return NameFacts(*row[:AT_PLACE]), PlaceFacts(*row[AT_PLACE:])


class Writer:
    """Writes a whole new file; names are put in order at the end, which is several times as fast."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._places: list[tuple[object, ...]] = []
        self._names: list[tuple[object, ...]] = []

    @classmethod
    def on_new(cls, connection: sqlite3.Connection) -> "Writer":
        """Take an empty file that nobody else sees yet, so that nothing need be synced or undone."""
        connection.executescript("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        connection.executescript(SCHEMA + MET + NAMES.format("TEMP", ""))
        _number(connection, COMPILED_NUMBER)
        return cls(connection)

    def add(self, place: PlaceRow, names: Iterable[NameRow]) -> None:
        """Write a place that is not there yet."""
        self._places.append(place.columns())
        self._names += keys_of(place.id, place.country, names)
        if len(self._places) >= BATCH:
            self._flush()

    def finish(self, facts: Mapping[str, str]) -> None:
        """Put the names in order, pack what each key meets, and make the indexes."""
        self._flush()
        self._connection.executemany("INSERT INTO met VALUES (?, ?, ?, ?, ?)", self._pack())
        self._connection.execute(
            "INSERT INTO head SELECT substr(key, 1, instr(key, ' ') - 1) AS first,"
            " max(length(key) - length(replace(key, ' ', '')) + 1) FROM name WHERE instr(key, ' ') GROUP BY first"
        )
        self._connection.execute(f"INSERT INTO division SELECT country, admin1, name FROM place WHERE {IS_DIVISION}")  # noqa: S608 - our own condition
        counted = self._connection.execute("SELECT count(DISTINCT written || place) FROM name").fetchone()
        self._connection.executemany("INSERT INTO fact VALUES (?, ?)", [*facts.items(), (NAMES_COUNTED, counted[0])])
        self._connection.commit()
        self._connection.executescript(INDEXES + "PRAGMA optimize;")

    def _pack(self) -> Iterator[Packed]:
        skeletons = {key for (key,) in self._connection.execute(f"SELECT key FROM name WHERE how & {SKELETON}")}  # noqa: S608 - our own condition
        ordered = "ORDER BY n.key, p.weight DESC, n.place"
        query = f"SELECT n.key, {MEETING} FROM name n JOIN place p ON p.id = n.place {ordered}"  # noqa: S608 - as above
        for key, rows in groupby(self._connection.execute(query), key=itemgetter(0)):
            is_last = key.isascii() and skeletons.isdisjoint(skeleton_keys(key))
            yield pack(key, [read_meeting(row[1:]) for row in rows], is_last=is_last)

    def _flush(self) -> None:
        self._connection.executemany(f"INSERT {PLACE_INTO}", self._places)
        self._connection.executemany(f"INSERT INTO name VALUES ({NAME_MARKS})", self._names)  # noqa: S608 - marks only
        self._places.clear()
        self._names.clear()
