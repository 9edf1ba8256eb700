"""The file a gazetteer lies in: one SQLite database, its tables and their number.

``place`` holds the places, ``name`` each key of each place once, ``head`` the first words of names of several words and
how many words such names have at most, ``fact`` notes. The form's number changes with the tables or with the way keys
are made, the gazetteer's with that or with the data that ships.
"""

import sqlite3
from collections.abc import Iterable, Mapping

from sayso.knowledge.gazetteer.rows import NameRow, PlaceRow, keys_of

FORM_NUMBER = 1
GAZETTEER_NUMBER = 4
APPLICATION_ID = 0x5A59_5350
BATCH = 20_000

SCHEMA = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY, key TEXT, name TEXT NOT NULL, kind TEXT NOT NULL, lat REAL, lon REAL, country TEXT,
  admin1 TEXT, population INTEGER NOT NULL, weight INTEGER NOT NULL, south REAL, west REAL, north REAL, east REAL,
  source TEXT NOT NULL, cell INTEGER
);
CREATE TABLE name (
  key TEXT NOT NULL, place INTEGER NOT NULL, how INTEGER NOT NULL, written TEXT NOT NULL, kind TEXT, language TEXT,
  since TEXT, until TEXT, reason TEXT, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE head (first TEXT PRIMARY KEY, most INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX place_cell ON place (cell) WHERE cell IS NOT NULL;
CREATE UNIQUE INDEX place_key ON place (key) WHERE key IS NOT NULL;
"""
# A file of places of one's own is written to again and again, and its places are looked up by number too.
OWN_INDEXES = INDEXES + "CREATE INDEX name_place ON name (place);"
PLACE_INTO = f"INTO place VALUES ({','.join('?' * 16)})"
NAME_MARKS = ",".join("?" * 9)


def prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty file."""
    connection.executescript(SCHEMA)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORM_NUMBER}")


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
        prepare(connection)
        connection.execute("CREATE TEMP TABLE staged AS SELECT * FROM name WHERE 0")
        return cls(connection)

    def add(self, place: PlaceRow, names: Iterable[NameRow]) -> None:
        """Write a place that is not there yet."""
        self._places.append(place.columns())
        self._names += keys_of(place.id, place.country, names)
        if len(self._places) >= BATCH:
            self._flush()

    def finish(self, facts: Mapping[str, str]) -> None:
        """Put the names in order and make the indexes."""
        self._flush()
        self._connection.execute("INSERT INTO name SELECT * FROM staged ORDER BY key, place")
        self._connection.execute(
            "INSERT INTO head SELECT substr(key, 1, instr(key, ' ') - 1) AS first,"
            " max(length(key) - length(replace(key, ' ', '')) + 1) FROM name WHERE instr(key, ' ') GROUP BY first"
        )
        self._connection.executemany("INSERT INTO fact VALUES (?, ?)", facts.items())
        self._connection.commit()
        self._connection.executescript(INDEXES + "PRAGMA optimize;")

    def _flush(self) -> None:
        self._connection.executemany(f"INSERT {PLACE_INTO}", self._places)
        self._connection.executemany(f"INSERT INTO staged VALUES ({NAME_MARKS})", self._names)  # noqa: S608 - marks only
        self._places.clear()
        self._names.clear()
