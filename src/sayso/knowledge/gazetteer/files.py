"""Files of places, opened as lines with their numbers; their form is told by how their rows look, not by their names.

Takes a path, gives its lines, decompressed where it is a ZIP archive; nothing of an archive is written to disk and no
name in it is used. Raises InputError where a file as a whole cannot be used. Lines are bounded, and so are bytes after
decompression.
"""

import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from enum import IntEnum
from pathlib import Path
from typing import IO, NamedTuple

import attrs

from sayso.errors import InputError

# The longest line of GeoNames has some 20 kB; all countries unpacked have 1.7 GB, all alternate names 0.8 GB.
LONGEST_LINE = 256 * 1024
MOST_BYTES = 8 * 1024**3
BLOCK = 1 << 16
FIRST_ROWS = 5
PLACE_COLUMNS, DIVISION_COLUMNS = 19, 4
NAME_COLUMNS = range(4, 11)
KATOTTG_CODE = re.compile(r"[A-Z]{2}\d{17}")
ZIP_MARK = b"PK\x03\x04"
BYTE_ORDER_MARK = "\ufeff"


class Form(IntEnum):
    """What the rows of a file are, in the order in which several files are taken in."""

    DIVISIONS = 1
    PLACES = 2
    OWN = 3
    KATOTTG = 4
    NAMES = 5


class RowError(ValueError):
    """A row that cannot be taken in; its text says why."""


class Line(NamedTuple):
    """A line with its number from 1; ``text`` is None where it cannot be read, and ``fault`` says why."""

    number: int
    text: str | None
    fault: str = ""

    @property
    def readable(self) -> str:
        """The text; raises RowError where it cannot be read."""
        if self.text is None:
            raise RowError(self.fault)
        return self.text


@attrs.define(kw_only=True)
class PlaceFile:
    """A file open for reading. ``bytes_read`` of ``bytes_total`` tell how far it is; the latter may be a lie."""

    path: Path
    form: Form
    bytes_total: int
    stream: IO[bytes]
    closing: ExitStack
    bytes_read: int = 0

    def lines(self) -> Iterator[Line]:
        """Give the lines that are not blank, without their ends."""
        number = 0
        while raw := self._read_line(LONGEST_LINE + 1):
            number += 1
            if len(raw) > LONGEST_LINE and not raw.endswith(b"\n"):
                self._pass_over()
                yield Line(number, None, f"a line longer than {LONGEST_LINE:,} bytes")
                continue
            line = _decode(number, raw)
            if line.text is None or line.text.strip():
                yield line

    def close(self) -> None:
        """Close all that was opened."""
        self.closing.close()

    def _pass_over(self) -> None:
        """Read on to the end of a line that is too long."""
        while (raw := self._read_line(BLOCK)) and not raw.endswith(b"\n"):
            pass

    def _read_line(self, most: int) -> bytes:
        """Read up to the end of the line, or ``most`` bytes of it."""
        with _translated(self.path):
            raw = self.stream.readline(most)
        self.bytes_read += len(raw)
        if self.bytes_read > MOST_BYTES:
            message = f"{self.path}: more than {MOST_BYTES / 1024**3:.0f} GB when unpacked; it is not read to its end"
            raise InputError(message)
        return raw


def open_file(path: Path) -> PlaceFile:
    """Open a file of places and tell its form."""
    with ExitStack() as stack:
        with _translated(path):
            stream: IO[bytes] = stack.enter_context(path.open("rb"))
            total = path.stat().st_size
            if stream.read(len(ZIP_MARK)) == ZIP_MARK:
                archive = stack.enter_context(zipfile.ZipFile(path))
                # A readme may lie beside the table.
                member = max(archive.infolist(), key=lambda one: one.file_size)
                stream, total = stack.enter_context(archive.open(member)), member.file_size
            stream.seek(0)
            head = stream.read(BLOCK)
            stream.seek(0)
        file = PlaceFile(path=path, form=_tell_form(path, head), bytes_total=total, stream=stream, closing=stack)
        file.closing = stack.pop_all()
        return file


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Make an InputError that names the file of whatever goes wrong when it is read."""
    try:
        yield
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise InputError(message) from error
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError) as error:
        message = f"{path}: an archive that cannot be read ({error})"
        raise InputError(message) from error


def _decode(number: int, raw: bytes) -> Line:
    try:
        text = raw.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        return Line(number, None, "is no UTF-8")
    return Line(number, text.removeprefix(BYTE_ORDER_MARK) if number == 1 else text)


def _tell_form(path: Path, head: bytes) -> Form:
    """Tell what rows a file holds by its first lines."""
    lines = [
        line for line in head.decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK).splitlines() if line.strip()
    ]
    for line in lines[:FIRST_ROWS]:
        if KATOTTG_CODE.match(line.strip('"')):
            return Form.KATOTTG
        cells = line.split("\t")
        if len(cells) == PLACE_COLUMNS and cells[0].isdigit():
            return Form.PLACES
        if len(cells) == DIVISION_COLUMNS and re.fullmatch(r"[A-Z]{2}\.\w+", cells[0]) and cells[3].isdigit():
            return Form.DIVISIONS
        if len(cells) in NAME_COLUMNS and cells[0].isdigit() and cells[1].isdigit():
            return Form.NAMES
    if lines and "name" in re.split(r'[,;\t"]', lines[0].casefold()):
        return Form.OWN
    message = (
        f"{path}: neither GeoNames's places, divisions or alternate names, nor KATOTTG, nor a CSV whose first row names"
        " its columns, `name` among them"
    )
    raise InputError(message)
