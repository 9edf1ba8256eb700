"""Tables of a language folder: files of tab-parted rows whose heading names the columns.

Takes a path and the type of its rows, whose fields are the columns; gives the rows. A line that begins with `#` is a
comment. Raises KnowledgeError naming the file and the row that is wrong.
"""

from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable
from typing import Protocol, TypeVar

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.phrases import Phrases


class WordedRow(attrs.AttrsInstance, Protocol):
    """A row that is looked for in text by its words."""

    @property
    def words(self) -> str:
        """The words, as a table of phrases reads them."""


Row = TypeVar("Row", bound=attrs.AttrsInstance)
Worded = TypeVar("Worded", bound=WordedRow)


def read_lines(path: Traversable) -> Iterator[str]:
    """Give the lines of a file without comments and blank lines."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise KnowledgeError(message) from error
    return (line.strip() for line in lines if line.strip() and not line.startswith("#"))


def read_table(path: Traversable, row_type: type[Row]) -> tuple[Row, ...]:
    """Read a table whose columns are the fields of its row type; each row ends with an example that marks its words."""
    columns = tuple(field.name for field in attrs.fields(row_type) if field.init and field.default is attrs.NOTHING)
    rows = [line.split("\t") for line in read_lines(path)]
    if not rows or tuple(rows[0]) != columns:
        message = f"{path}: the first row must be {', '.join(columns)}, parted by tabs"
        raise KnowledgeError(message)
    return tuple(_read_row(path, row_type, columns, row) for row in rows[1:])


def read_phrases(path: Traversable, row_type: type[Worded], expand: Callable[[str], str] = str) -> Phrases[Worded]:
    """Read a table of rows that are looked for in text by their words; ``expand`` gives these in all their forms."""
    return gather_phrases(path, read_table(path, row_type), lambda row: expand(row.words))


def gather_phrases(path: Traversable, rows: tuple[Row, ...], words_of: Callable[[Row], str]) -> Phrases[Row]:
    """Make rows findable by the words a function gives for each."""
    try:
        return Phrases((words_of(row), row) for row in rows)
    except ValueError as error:
        message = f"{path}: row {error}"
        raise KnowledgeError(message) from error


def _read_row(path: Traversable, row_type: type[Row], columns: tuple[str, ...], row: list[str]) -> Row:
    if len(row) != len(columns) or not all(row):
        message = f"{path}: row {row[0]!r}: wants {len(columns)} columns, none empty"
        raise KnowledgeError(message)
    values = dict(zip(columns, row, strict=True))
    stars = values["example"].count("*")
    if not stars or stars % 2:
        message = f"{path}: row {row[0]!r}: the example marks no words between stars"
        raise KnowledgeError(message)
    try:
        return row_type(**values)
    except ValueError as error:
        message = f"{path}: row {row[0]!r}: {error}"
        raise KnowledgeError(message) from error
