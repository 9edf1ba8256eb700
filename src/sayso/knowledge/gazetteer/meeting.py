"""What meets a name: read from the compiled file, and from one of places of one's own beside it.

What stands in that goes over what stands in the compiled one. Raises KnowledgeError where a file is missing, damaged
or of another form.
"""

import sqlite3
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.gazetteer.file import (
    COMPILED_NUMBER,
    FORM_NUMBER,
    IS_DIVISION,
    MEETING,
    PLACE_FACTS,
    is_of_form,
    read_meeting,
)
from sayso.knowledge.gazetteer.keys import exact_key
from sayso.knowledge.gazetteer.packing import Divisions, Met, NameFacts, PlaceFacts, describe, unpack
from sayso.knowledge.gazetteer.rows import ALL_WAYS, CODED, LAST, is_code

# So many rows of one's own are looked at for one key; the commonest name of the world has fewer.
MOST_ROWS = 4000
# The file is read in place rather than copied page by page; a larger one is so up to here.
MAPPED_BYTES = 1 << 30

MEET = "SELECT ways, numbers, words FROM main.met WHERE key = ?"
WAYS = "SELECT ways, plain FROM main.met WHERE key = ?"
IS_NOT_OWN = "NOT EXISTS (SELECT 1 FROM own.place o WHERE o.id = p.id)"
ALONE = """
CREATE TEMP VIEW entry AS SELECT * FROM main.place;
CREATE TEMP VIEW headed AS SELECT * FROM main.head;
"""
BESIDE = f"""
CREATE TEMP VIEW entry AS SELECT * FROM own.place
  UNION ALL SELECT * FROM main.place p WHERE {IS_NOT_OWN};
CREATE TEMP VIEW headed AS SELECT * FROM own.head UNION ALL SELECT * FROM main.head;
"""  # noqa: S608 - our own condition
MEET_PAIR = f"SELECT {MEETING} FROM own.name n CROSS JOIN {{}}.place p ON p.id = n.place WHERE n.key = ?1"  # noqa: S608 - our own columns
# Names of one's own, of places of one's own and of those of the compiled file.
MEET_OWN = f"{MEET_PAIR.format('own')} UNION ALL {MEET_PAIR.format('main')} AND {IS_NOT_OWN} LIMIT {MOST_ROWS}"
WAYS_OWN = f"SELECT how, written FROM own.name WHERE key = ? LIMIT {MOST_ROWS}"  # noqa: S608 - as above
OVERRIDES = f"SELECT {PLACE_FACTS} FROM own.place WHERE id = ?"  # noqa: S608 - as above


# A key that is looked for, the ways it may have arisen that count, and those of them in which it is exact. With LAST
# among the ways a row with that mark ends the search.
Asked = tuple[str, int, int]


class Compiled:
    """The names of the compiled file alone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @cached_property
    def divisions(self) -> Divisions:
        """Name the first-order divisions: all at once, some thousands, for one by one they cost more."""
        rows = self._connection.execute("SELECT country, admin1, name FROM main.division")
        return {(country, admin1): name for country, admin1, name in rows}

    def meet(self, asked: Sequence[Asked], *, in_capitals: bool) -> tuple[list[Met], bool]:
        """Give the places that keys meet in the ways that count, key by key; by abbreviations only ``in_capitals``.

        And whether they are in order, what counts most first, and each is there once: what one key meets lies so.
        """
        found: list[Met] = []
        in_order = True
        for key, ways, exact in asked:
            row = self._connection.execute(MEET, (key,)).fetchone()
            if row is None:
                continue
            known, numbers, words = row
            if known & ways & ALL_WAYS:
                met = unpack(numbers, words, ways, exact, self.divisions)
                has_codes = not in_capitals and known & CODED
                in_order = not found
                found += [one for one in met if not is_code(one[2].matched)] if has_codes else met
            if known & ways & LAST:
                break
        return found, in_order

    def is_met(self, asked: Sequence[Asked], *, in_capitals: bool) -> bool:
        """Tell whether any place is met; by an abbreviation only ``in_capitals``."""
        for key, ways, _ in asked:
            row = self._connection.execute(WAYS, (key,)).fetchone()
            if row is None:
                continue
            known, plain = row
            if (known if in_capitals else plain) & ways & ALL_WAYS:
                return True
            if known & ways & LAST:
                break
        return False

    def count_more(self) -> int:
        """Tell how many names there are beside those of the compiled file."""
        return 0


class Beside(Compiled):
    """The names of both files."""

    @cached_property
    def divisions(self) -> Divisions:
        """Name the first-order divisions."""
        query = f"SELECT country, admin1, name FROM own.place WHERE {IS_DIVISION}"  # noqa: S608 - our own condition
        own: Divisions = {(country, admin1): name for country, admin1, name in self._connection.execute(query)}
        return {**super().divisions, **own}

    def meet(self, asked: Sequence[Asked], *, in_capitals: bool) -> tuple[list[Met], bool]:
        """Give the places that keys meet, by names of one's own first and in no order; else as without them."""
        others, _ = super().meet(asked, in_capitals=in_capitals)
        own = [
            describe(name, place, exact, self.divisions)
            for key, ways, exact in asked
            for name, place in map(read_meeting, self._connection.execute(MEET_OWN, (key,)))
            if name.how & ways and (in_capitals or not is_code(name.written))
        ]
        return own + [self._override(met) for met in others], False

    def _override(self, met: Met) -> Met:
        """Give a place of the compiled file as the other describes it, where it does."""
        how, number, entry = met
        row = self._connection.execute(OVERRIDES, (number,)).fetchone()
        if row is None:
            return met
        told = describe(NameFacts(how, entry.matched, None, None, None, None), PlaceFacts(*row), 0, self.divisions)[2]
        name = {field: getattr(entry, field) for field in ("name_kind", "by", "since", "until", "reason")}
        return how, number, told._replace(**name)

    def is_met(self, asked: Sequence[Asked], *, in_capitals: bool) -> bool:
        """Tell whether any place is met; by an abbreviation only ``in_capitals``."""
        return super().is_met(asked, in_capitals=in_capitals) or any(
            how & ways and (in_capitals or not is_code(written))
            for key, ways, _ in asked
            for how, written in self._connection.execute(WAYS_OWN, (key,))
        )

    def count_more(self) -> int:
        """Tell how many names of places the compiled file has not, by their own keys."""
        query = "SELECT key, place, written FROM own.name GROUP BY written, place"
        return sum(not self._has_name(*row) for row in self._connection.execute(query))

    def _has_name(self, key: str, place: int, written: str) -> bool:
        rows = (self._connection.execute(MEET, (one,)).fetchone() for one in {key, exact_key(written)})
        found = (met for row in rows if row for met in unpack(row[1], row[2], ALL_WAYS, 0, {}))
        return any(number == place and entry.matched == written for _, number, entry in found)


def open_names(path: Path, own: Path | None) -> tuple[sqlite3.Connection, Compiled]:
    """Open a compiled file, and one of places of one's own where it is there.

    Beside what the tables hold, ``entry`` are all places and ``headed`` the first words of all names.
    """
    try:
        connection = _connect(path)
        if own is None or not own.is_file():
            connection.executescript(ALONE)
            return connection, Compiled(connection)
        connection.execute("ATTACH ? AS own", (f"{_address(own)}?mode=ro",))
        _check(connection, "own", own, FORM_NUMBER)
        connection.executescript(BESIDE)
    except sqlite3.Error as error:
        message = f"{path}: is no gazetteer that can be read ({error}); delete it, and it is made anew"
        raise KnowledgeError(message) from error
    return connection, Beside(connection)


def _address(path: Path) -> str:
    return path.resolve().as_uri()


def _connect(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        message = f"{path}: there is no gazetteer"
        raise KnowledgeError(message)
    connection = sqlite3.connect(f"{_address(path)}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    _check(connection, "main", path, COMPILED_NUMBER)
    connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
    return connection


def _check(connection: sqlite3.Connection, schema: str, path: Path, form: int) -> None:
    if not is_of_form(connection, schema, form):
        message = f"{path}: is no gazetteer of form {form}; delete it, and it is made anew"
        raise KnowledgeError(message)
