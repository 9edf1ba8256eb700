"""Adds places of a user's files to the gazetteer: into a file beside the compiled one, which never needs it.

Takes files in any order, gives what came of each. What the compiled gazetteer knows stays as it is; a place it knows
gets the names it lacks. A row that is wrong is told and passed over. All is written in steps, each whole or not at all,
so that a run may be broken off and begun anew; the same file twice changes nothing.
"""

import json
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from itertools import islice
from pathlib import Path

import attrs

from sayso.errors import InputError, KnowledgeError
from sayso.knowledge.gazetteer.entry import NameKind
from sayso.knowledge.gazetteer.file import (
    COMPILED_NUMBER,
    FORM_NUMBER,
    NAME_MARKS,
    PLACE_INTO,
    is_of_form,
    prepare_own,
)
from sayso.knowledge.gazetteer.files import Form, Line, PlaceFile, RowError, open_file
from sayso.knowledge.gazetteer.keys import exact_key
from sayso.knowledge.gazetteer.packing import Met, unpack
from sayso.knowledge.gazetteer.parsing import (
    KATOTTG,
    OWN,
    Called,
    Coded,
    Found,
    OwnTable,
    read_coded,
    read_division,
    read_name,
    read_place,
)
from sayso.knowledge.gazetteer.rows import ALL_WAYS, EXACT, KeyRow, keys_of, number_of

STEP = 5_000
MOST_CODED = 200_000
# The places of a codifier are compared by name and division before any is written.
SAME = """
SELECT count(DISTINCT p.id) FROM (SELECT place FROM main.name WHERE key = :key AND how & 1
  UNION SELECT value FROM json_each(:base)) n
JOIN (SELECT id, kind, country, admin1, source FROM main.place UNION ALL
  SELECT id, kind, country, admin1, source FROM base.place) p ON p.id = n.place
WHERE p.kind = 'settlement' AND p.country = 'UA' AND p.admin1 = :admin1 AND p.source <> :source
"""
COUNTRY_OF = "SELECT country FROM main.place WHERE id = ? UNION ALL SELECT country FROM base.place WHERE id = ?"
HELD_KEY = "SELECT how, kind FROM main.name WHERE key = ? AND place = ?"
BASE_KEY = "SELECT numbers, words FROM base.met WHERE key = ?"
HEAD_INTO = "INSERT INTO main.head VALUES (?, ?) ON CONFLICT (first) DO UPDATE SET most = max(most, excluded.most)"
BUSY_SECONDS = 30

Reader = Callable[[str], Found | Called | Coded | None]
READERS: Mapping[Form, Reader] = {Form.DIVISIONS: read_division, Form.PLACES: read_place, Form.NAMES: read_name}


@attrs.frozen(kw_only=True)
class Fault:
    """A row that was passed over: where it stands and what is wrong with it."""

    where: str
    line: int
    reason: str

    def __str__(self) -> str:
        """Give it as one line."""
        return f"{self.where}:{self.line}: {self.reason}"


@attrs.frozen(kw_only=True)
class Added:
    """What came of a file: rows read, places and names new, rows that brought nothing new, not wanted, or wrong."""

    where: str
    rows: int
    places: int
    names: int
    known: int
    passed_over: int
    faults: int


class Watcher:
    """Is told what goes on while files are added; does nothing by itself."""

    def fault(self, fault: Fault) -> None:
        """Hear of a row that was passed over."""

    def step(self, where: str, rows: int, share: float) -> None:
        """Hear how many rows of a file are done, and what share of it, 0 to 1."""


def add_places(base: Path, own: Path, paths: Sequence[Path], watcher: Watcher) -> tuple[Added, ...]:
    """Add files to the places at ``own``, which lie beside the compiled gazetteer ``base``.

    Raises InputError for a file that cannot be used as a whole, and KnowledgeError where the gazetteer's own files
    cannot be used.
    """
    with ExitStack() as stack:
        files = [stack.enter_context(closing(open_file(path))) for path in paths]
        try:
            connection = stack.enter_context(closing(_open(base, own)))
            return tuple(_Adding(connection, file, watcher).run() for file in sorted(files, key=lambda one: one.form))
        except (OSError, sqlite3.Error) as error:
            message = f"{own}: the places could not be written: {getattr(error, 'strerror', None) or error}"
            raise KnowledgeError(message) from error


def _open(base: Path, own: Path) -> sqlite3.Connection:
    if not own.exists():
        _make(own)
    connection = sqlite3.connect(own.resolve().as_uri(), uri=True, isolation_level=None, timeout=BUSY_SECONDS)
    connection.execute("ATTACH ? AS base", (f"{base.resolve().as_uri()}?mode=ro&immutable=1",))
    for schema, path, form in (("base", base, COMPILED_NUMBER), ("main", own, FORM_NUMBER)):
        if not is_of_form(connection, schema, form):
            connection.close()
            advice = "delete it, and it is made anew" if schema == "base" else "move it away, and add the files anew"
            message = f"{path}: holds no places of form {form}; {advice}"
            raise KnowledgeError(message)
    return connection


def _make(own: Path) -> None:
    """Make an empty file of places, there whole or not at all."""
    own.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=own.parent, prefix=f".{own.name[:100]}.") as folder:
        made = Path(folder) / own.name
        with closing(sqlite3.connect(made)) as connection:
            prepare_own(connection)
        made.replace(own)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all that is written within, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


class _Adding:
    """Adds one file."""

    def __init__(self, connection: sqlite3.Connection, file: PlaceFile, watcher: Watcher) -> None:
        self._connection, self._file, self._watcher = connection, file, watcher
        self._where = str(file.path)
        self._counts: Counter[str] = Counter()

    def run(self) -> Added:
        """Take in the rows, a step at a time."""
        found = self._coded() if self._file.form is Form.KATOTTG else self._read()
        while batch := list(islice(found, STEP)):
            with _transaction(self._connection):
                for one in batch:
                    self._write(one)
            self._step()
        return Added(
            where=self._where,
            rows=self._counts["rows"],
            places=self._counts["places"],
            names=self._counts["names"],
            known=self._counts["known"],
            passed_over=self._counts["passed over"],
            faults=self._counts["faults"],
        )

    def _step(self) -> None:
        share = self._file.bytes_read / max(1, self._file.bytes_total)
        self._watcher.step(self._where, self._counts["rows"], min(1.0, share))

    def _read(self) -> Iterator[Found | Called]:
        """Give what the rows hold, in order."""
        lines = self._file.lines()
        reader = READERS.get(self._file.form) or self._own_table(next(lines)).read
        for one in self._parse(lines, reader):
            if isinstance(one, Coded):
                continue
            yield one

    def _own_table(self, heading: Line) -> OwnTable:
        try:
            return OwnTable(heading.text or "")
        except RowError as error:
            message = f"{self._where}:{heading.number}: {error}"
            raise InputError(message) from error

    def _parse(self, lines: Iterable[Line], reader: Reader) -> Iterator[Found | Called | Coded]:
        for line in lines:
            self._counts["rows"] += 1
            if self._counts["rows"] % STEP == 0:
                self._step()
            try:
                found = reader(line.readable)
            except RowError as error:
                self._counts["faults"] += 1
                self._watcher.fault(Fault(where=self._where, line=line.number, reason=str(error)))
                continue
            if found is None:
                self._counts["passed over"] += 1
            else:
                yield found

    def _coded(self) -> Iterator[Found]:
        """Give the settlements of a codifier whose name the gazetteer knows less often in their division."""
        groups: dict[tuple[str, str], list[Coded]] = {}
        for one in islice(self._parse(self._file.lines(), read_coded), MOST_CODED):
            if isinstance(one, Coded):
                groups.setdefault((exact_key(one.name), one.admin1), []).append(one)
        for (key, admin1), coded in groups.items():
            known = [number for how, number, _ in self._base(key) if how & EXACT]
            asked = {"key": key, "base": json.dumps(known), "admin1": admin1, "source": KATOTTG}
            if self._connection.execute(SAME, asked).fetchone()[0] < len(coded):
                yield from (one.found for one in coded)
                continue
            self._counts["known"] += len(coded)
            for one in coded:
                # Once a dump has brought a settlement with its point, the one without is not needed any more.
                self._forget(number_of(one.found.place.key))

    def _write(self, one: Found | Called) -> None:
        if isinstance(one, Called):
            known = self._connection.execute(COUNTRY_OF, (one.geonameid, one.geonameid)).fetchone()
            if known is None:
                self._counts["passed over"] += 1
                return
            added = self._write_keys(keys_of(one.geonameid, known[0], [one.name]))
        else:
            added = self._write_place(one)
        if not added:
            self._counts["known"] += 1

    def _write_place(self, found: Found) -> bool:
        """Write a place, or only its names where the compiled gazetteer has it; tell whether anything is new."""
        place, columns = found.place, found.place.columns()
        keys = keys_of(place.id, place.country, found.names)
        is_new = self._connection.execute("SELECT 1 FROM base.place WHERE id = ?", (place.id,)).fetchone() is None
        held = self._connection.execute("SELECT * FROM main.place WHERE id = ?", (place.id,)).fetchone()
        if place.source == OWN and held is not None and (held != columns or self._held_keys(place.id) != set(keys)):
            self._forget(place.id)
            held = None
        if is_new and held != columns:
            self._connection.execute(f"INSERT OR REPLACE {PLACE_INTO}", columns)
            self._counts["places"] += 1
        written = self._write_keys(keys)
        return written or (is_new and held != columns)

    def _base(self, key: str) -> list[Met]:
        """Give what a key meets in the compiled gazetteer."""
        row = self._connection.execute(BASE_KEY, (key,)).fetchone()
        return unpack(row[0], row[1], ALL_WAYS, 0, {}) if row else []

    def _held(self, key: str, place: int) -> tuple[int, bool] | None:
        """Tell how a key of a place arose, and whether its name is more than one among others; one's own go first."""
        row = self._connection.execute(HELD_KEY, (key, place)).fetchone()
        if row is not None:
            return row[0], row[1] is not None
        found = ((how, entry.name_kind) for how, number, entry in self._base(key) if number == place)
        return next(((how, kind is not NameKind.ALTERNATE) for how, kind in found), None)

    def _held_keys(self, place: int) -> set[KeyRow]:
        rows = self._connection.execute("SELECT * FROM main.name WHERE place = ?", (place,))
        return {KeyRow(*row) for row in rows}

    def _forget(self, place: int) -> None:
        self._connection.execute("DELETE FROM main.name WHERE place = ?", (place,))
        self._connection.execute("DELETE FROM main.place WHERE id = ?", (place,))

    def _write_keys(self, keys: Iterable[KeyRow]) -> bool:
        """Write the keys that say something new; those of the compiled gazetteer stay."""
        written = 0
        for row in keys:
            held = self._held(row.key, row.place)
            if held is not None:
                how, is_told = held
                if not row.how & ~how and (row.kind is None or is_told):
                    continue
                row = row._replace(how=row.how | how)  # noqa: PLW2901 - the same key, as it is written
            self._connection.execute(f"INSERT OR REPLACE INTO main.name VALUES ({NAME_MARKS})", row)  # noqa: S608 - marks only
            words = row.key.count(" ") + 1
            if words > 1:
                self._connection.execute(HEAD_INTO, (row.key.partition(" ")[0], words))
            written += 1
        self._counts["names"] += written
        return written > 0
