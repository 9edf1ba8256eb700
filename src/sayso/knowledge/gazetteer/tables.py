"""The tables of world/ that the gazetteer is made of: countries, divisions, areas, names of once and of occupations.

Names in one cell are parted by semicolons, ``-`` is an empty cell. Raises KnowledgeError naming the file and the row.
"""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeVar

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.gazetteer.entry import Extent, NameKind
from sayso.knowledge.tables import read_lines
from sayso.vocabulary import PlaceKind

NONE = "-"
WORLD = resources.files("sayso.knowledge") / "world"

Row = TypeVar("Row", bound=attrs.AttrsInstance)


def _names(cell: str) -> tuple[str, ...]:
    return () if cell == NONE else tuple(name.strip() for name in cell.split(";"))


def _text(cell: str) -> str | None:
    return None if cell == NONE else cell


def _number(cell: str) -> float | None:
    return None if cell == NONE else float(cell)


def _whole(cell: str) -> int | None:
    return None if cell == NONE else int(cell)


def _extent(cell: str) -> Extent | None:
    if cell == NONE:
        return None
    south, west, north, east = (float(value) for value in cell.split())
    if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):  # noqa: PLR2004 - degrees
        message = f"{cell!r} is no box: south west north east"
        raise ValueError(message)
    return Extent(south, west, north, east)


def _point(cell: str) -> tuple[float, float] | None:
    if cell == NONE:
        return None
    lat, lon = (float(value) for value in cell.split())
    return lat, lon


@attrs.frozen
class CountryRow:
    """A row of countries.tsv: a point for it, and its names beside the one GeoNames gives."""

    code: str
    lat: float | None = attrs.field(converter=_number)
    lon: float | None = attrs.field(converter=_number)
    name: str | None = attrs.field(converter=_text)
    names: tuple[str, ...] = attrs.field(converter=_names)


@attrs.frozen
class DivisionRow:
    """A row of divisions.tsv."""

    code: str
    geonameid: int = attrs.field(converter=int)
    iso: str | None = attrs.field(converter=_text)
    name: str
    names: tuple[str, ...] = attrs.field(converter=_names)
    population: int = attrs.field(converter=int)
    lat: float | None = attrs.field(converter=_number)
    lon: float | None = attrs.field(converter=_number)
    extent: Extent | None = attrs.field(converter=_extent)


@attrs.frozen
class DivisionNames:
    """A row of division_names.tsv: the name a division goes by here, and more names for it."""

    code: str
    name: str | None = attrs.field(converter=_text)
    names: tuple[str, ...] = attrs.field(converter=_names)


@attrs.frozen
class AreaRow:
    """A row of regions.tsv: what has an area, and is no administrative unit; ``point`` stands for a continent."""

    key: str
    kind: PlaceKind = attrs.field(converter=PlaceKind)
    geonameid: int | None = attrs.field(converter=_whole)
    country: str | None = attrs.field(converter=_text)
    extent: Extent | None = attrs.field(converter=_extent)
    point: tuple[float, float] | None = attrs.field(converter=_point)
    name: str
    names: tuple[str, ...] = attrs.field(converter=_names)


@attrs.frozen
class FormerName:
    """A row of former_names.tsv: names of one settlement, when and why it had them.

    ``place`` is its number in GeoNames.
    """

    place: int = attrs.field(converter=int)
    modern: str
    kind: NameKind = attrs.field(converter=NameKind)
    names: tuple[str, ...] = attrs.field(converter=_names)
    since: str | None = attrs.field(converter=_text)
    until: str | None = attrs.field(converter=_text)
    reason: str


@attrs.frozen
class SettlementNames:
    """A row of settlement_names.tsv: the usual English name of a settlement, and more names; ``place`` is as above."""

    place: int = attrs.field(converter=int)
    name: str
    names: tuple[str, ...] = attrs.field(converter=_names)


@attrs.frozen
class FeatureRow:
    """A row of features.tsv."""

    code: str
    kind: PlaceKind = attrs.field(converter=PlaceKind)


@attrs.frozen
class OblastRow:
    """A row of katottg_oblasts.tsv."""

    katottg: str
    geonames: str


def read_rows(path: Traversable, row_type: type[Row]) -> Iterator[Row]:
    """Read a table whose columns are the fields of its row type, in order."""
    columns = tuple(field.name for field in attrs.fields(row_type))
    lines = read_lines(path)
    if tuple(next(lines, "").split("\t")) != columns:
        message = f"{path}: the first row must be {', '.join(columns)}, parted by tabs"
        raise KnowledgeError(message)
    for line in lines:
        cells = line.split("\t")
        if len(cells) != len(columns) or not all(cells):
            message = f"{path}: row {cells[0]!r}: wants {len(columns)} columns, none empty"
            raise KnowledgeError(message)
        try:
            yield row_type(*cells)
        except ValueError as error:
            message = f"{path}: row {cells[0]!r}: {error}"
            raise KnowledgeError(message) from error
