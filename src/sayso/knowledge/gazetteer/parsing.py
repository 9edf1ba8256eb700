"""Rows of files of places, each read into a place with its names or into a name; a row that is wrong raises RowError.

GeoNames's columns are those of its readme, KATOTTG's those of the national codifier; a desk's own file names its own.
"""

import csv
import math
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import attrs

from sayso.knowledge.gazetteer.entry import NameKind
from sayso.knowledge.gazetteer.files import KATOTTG_CODE, NAME_COLUMNS, RowError
from sayso.knowledge.gazetteer.keys import LONGEST_NAME, exact_key
from sayso.knowledge.gazetteer.names import UKRAINE, choose_official, keep_names, transliterate
from sayso.knowledge.gazetteer.rows import NameRow, PlaceRow
from sayso.knowledge.gazetteer.tables import WORLD, FeatureRow, OblastRow, read_rows
from sayso.vocabulary import PlaceKind

GEONAMES, KATOTTG, OWN = "GeoNames", "KATOTTG", "own"
LARGEST_LAT, LARGEST_LON = 90.0, 180.0
LARGEST_NUMBER = 10**12
LONGEST_FIGURE = 32
MOST_NAMES = 500
COUNTRY = re.compile("[A-Z]{2}")
DIVISION = re.compile(r"[A-Z]{2}\.[\w.-]{1,20}")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9-]{1,16})?|")
YEAR = re.compile(r"\d{1,4}(?:-\d\d){0,2}|\d{8}|")
# GeoNames files these beside names: links, postal codes, codes of airports and stations, phonetic spellings.
NO_LANGUAGES = frozenset(
    ["link", "post", "iata", "icao", "faac", "tcid", "unlc", "abbr", "wkdt", "phon", "piny", "fr_1793"]
)
HISTORIC = "a historic name, says GeoNames"
OWN_COLUMNS = ("name", "names", "lat", "lon", "kind", "country", "admin1", "population", "id")
# Categories of the codifier that are settlements; older editions write them in Cyrillic letters.
SETTLEMENTS = frozenset("KMTXC")
LOOK_ALIKE = str.maketrans("КМТХСОРНВ", "KMTXCOPHB")


class Found(NamedTuple):
    """A place with its names."""

    place: PlaceRow
    names: tuple[NameRow, ...]


class Called(NamedTuple):
    """A name of a place that is already known, by its number in GeoNames."""

    geonameid: int
    name: NameRow


@attrs.frozen(kw_only=True)
class Coded:
    """A settlement of the codifier: its code, the GeoNames code of its division, its Ukrainian name."""

    code: str
    admin1: str
    name: str

    @property
    def found(self) -> Found:
        """The settlement as a place without a point."""
        place = PlaceRow(
            key=f"katottg:{self.code}",
            name=transliterate(self.name),
            kind=PlaceKind.SETTLEMENT,
            country=UKRAINE,
            admin1=self.admin1,
            source=KATOTTG,
        )
        return Found(place, (NameRow(place.name, NameKind.OFFICIAL), NameRow(self.name, NameKind.OFFICIAL, "uk")))


def read_place(text: str) -> Found | None:
    """Read a row of a country dump of GeoNames; None where the gazetteer has no use for its feature."""
    cells = _split(text, 19)
    kind = _kind_of(f"{cells[6]}.{cells[7]}")
    if kind is None:
        return None
    geonameid = _whole(cells[0], "geonameid")
    lat, lon = _point(cells[4], cells[5])
    country, admin1 = _country(cells[8]), _code(cells[10])
    names = list(keep_names([_name(cells[1]), *(_soft_name(one) for one in cells[3].split(",")[:MOST_NAMES] if one)]))
    official = choose_official(cells[1], country or "", names)
    place = PlaceRow(
        key=_key_of(cells, country, geonameid),
        geonameid=geonameid,
        name=official,
        kind=kind,
        lat=lat,
        lon=lon,
        country=country,
        admin1=admin1,
        population=_whole(cells[14] or "0", "population"),
        source=GEONAMES,
    )
    return Found(place, (NameRow(official, NameKind.OFFICIAL), *(NameRow(one) for one in names)))


def read_division(text: str) -> Found:
    """Read a row of admin1CodesASCII: code, name, name in ASCII, number."""
    code, name, plain, number = _split(text, 4)
    if not DIVISION.fullmatch(code):
        message = f"{code[:30]!r} is no code of a division"
        raise RowError(message)
    country, admin1, *_ = code.split(".")
    place = PlaceRow(
        key=f"admin1:{code}",
        geonameid=_whole(number, "geonameid"),
        name=_name(name),
        kind=PlaceKind.DIVISION,
        country=country,
        admin1=admin1,
        source=GEONAMES,
    )
    return Found(place, tuple(NameRow(one) for one in dict.fromkeys((_name(name), _name(plain)))))


def read_name(text: str) -> Called | None:
    """Read a row of alternateNames or alternateNamesV2; None for what is no name."""
    cells = text.split("\t")
    if len(cells) not in NAME_COLUMNS:
        message = f"{len(cells)} columns, wants 4 to 10"
        raise RowError(message)
    cells += [""] * (NAME_COLUMNS[-1] - len(cells))
    geonameid, language, written = _whole(cells[1], "geonameid"), cells[2], cells[3]
    if language in NO_LANGUAGES or not LANGUAGE.fullmatch(language):
        return None
    kept = list(keep_names([_name(written)]))
    if not kept:
        return None
    if cells[7] != "1":
        return Called(geonameid, NameRow(kept[0], NameKind.ALTERNATE, language or None))
    former = NameRow(kept[0], NameKind.FORMER, language or None, _year(cells[8]), _year(cells[9]), HISTORIC)
    return Called(geonameid, former)


def read_coded(text: str) -> Coded | None:
    """Read a row of KATOTTG; None for its heading and for what is no settlement."""
    delimiter = ";" if text.count(";") >= text.count(",") else ","
    cells = _cells(text, delimiter)
    codes = [cell.strip() for cell in cells[:-2]]
    if not codes or not KATOTTG_CODE.fullmatch(codes[0]):
        if codes and codes[0].startswith(UKRAINE):
            message = f"{codes[0][:30]!r} is no code of the codifier"
            raise RowError(message)
        return None
    category = cells[-2].strip().upper().translate(LOOK_ALIKE)
    if category not in SETTLEMENTS:
        return None
    code = next((cell for cell in reversed(codes) if cell), "")
    admin1 = _oblasts().get(code[:4])
    if not KATOTTG_CODE.fullmatch(code) or admin1 is None:
        message = f"{code[:30]!r} is no code of the codifier"
        raise RowError(message)
    return Coded(code=code, admin1=admin1, name=_name(cells[-1].strip()))


class OwnTable:
    """A desk's own table: CSV whose first row names its columns, parted by commas, semicolons or tabs."""

    def __init__(self, heading: str) -> None:
        self._delimiter = max(",;\t", key=heading.count)
        self._columns = [cell.strip().casefold() for cell in _cells(heading, self._delimiter)]
        unknown = [column for column in self._columns if column not in OWN_COLUMNS]
        if unknown or len(set(self._columns)) != len(self._columns):
            message = f"the first row names {', '.join(map(repr, unknown)) or 'a column twice'}; the columns are"
            message += f" {', '.join(OWN_COLUMNS)}, in any order, `name` at least"
            raise RowError(message)

    def read(self, text: str) -> Found:
        """Read a row."""
        cells = _cells(text, self._delimiter)
        if len(cells) != len(self._columns):
            message = f"{len(cells)} columns, the first row has {len(self._columns)}"
            raise RowError(message)
        row = {column: cell.strip() for column, cell in zip(self._columns, cells, strict=True)}
        name = _name(row["name"])
        lat, lon = _point(row.get("lat", ""), row.get("lon", "")) if row.get("lat") or row.get("lon") else (None, None)
        place = PlaceRow(
            key=_own_key(row),
            name=name,
            kind=_own_kind(row.get("kind", "")),
            lat=lat,
            lon=lon,
            country=_country(row.get("country", "").upper()),
            admin1=_code(row.get("admin1", "")),
            population=_whole(row.get("population") or "0", "population"),
            source=OWN,
        )
        others = [_name(one.strip()) for one in row.get("names", "").split("|") if one.strip()]
        return Found(place, (NameRow(name, NameKind.OFFICIAL), *(NameRow(one) for one in others)))


def _own_key(row: Mapping[str, str]) -> str:
    """Make the key of a desk's own place: of its id, or of its name and where it lies."""
    stated = row.get("id", "")
    if stated:
        return f"own:{_name(stated)}"
    return "own:" + "/".join([exact_key(row["name"]), row.get("lat", ""), row.get("lon", ""), row.get("admin1", "")])


def _own_kind(stated: str) -> PlaceKind:
    try:
        return PlaceKind(stated or PlaceKind.SETTLEMENT)
    except ValueError:
        message = f"{stated[:30]!r} is no kind of place; the kinds are {', '.join(PlaceKind)}"
        raise RowError(message) from None


def _key_of(cells: list[str], country: str | None, geonameid: int) -> str:
    """Give the key under which the gazetteer knows a country or a division of the first two orders, else its number."""
    feature, admin1, admin2 = cells[7], _code(cells[10]), _code(cells[11])
    if feature.startswith("PCL") and feature != "PCLH" and country:
        return f"country:{country}"
    if feature == "ADM1" and country and admin1:
        return f"admin1:{country}.{admin1}"
    if feature == "ADM2" and country and admin1 and admin2:
        return f"admin2:{country}.{admin1}.{admin2}"
    return f"geonames:{geonameid}"


@cache
def _features() -> tuple[dict[str, PlaceKind], tuple[tuple[str, PlaceKind], ...]]:
    rows = list(read_rows(WORLD / "features.tsv", FeatureRow))
    whole = {row.code: row.kind for row in rows if not row.code.endswith("*")}
    return whole, tuple((row.code[:-1], row.kind) for row in rows if row.code.endswith("*"))


@cache
def _oblasts() -> dict[str, str]:
    return {row.katottg: row.geonames for row in read_rows(WORLD / "katottg_oblasts.tsv", OblastRow)}


def _kind_of(feature: str) -> PlaceKind | None:
    if feature.startswith("P."):
        return PlaceKind.SETTLEMENT
    whole, starts = _features()
    return whole.get(feature) or next((kind for start, kind in starts if feature.startswith(start)), None)


def _split(text: str, columns: int) -> list[str]:
    cells = text.split("\t")
    if len(cells) != columns:
        message = f"{len(cells)} columns, wants {columns}"
        raise RowError(message)
    return cells


def _cells(text: str, delimiter: str) -> list[str]:
    """Cut one line of CSV; a cell cannot hold a line break."""
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        message = f"is no row of CSV ({error})"
        raise RowError(message) from None


def _whole(cell: str, what: str) -> int:
    if not (cell.isascii() and cell.isdigit() and len(cell) <= LONGEST_FIGURE and int(cell) <= LARGEST_NUMBER):
        message = f"{what} {cell[:30]!r} is no whole number"
        raise RowError(message)
    return int(cell)


def _point(lat: str, lon: str) -> tuple[float, float]:
    return _degrees(lat, LARGEST_LAT, "latitude"), _degrees(lon, LARGEST_LON, "longitude")


def _degrees(cell: str, most: float, what: str) -> float:
    try:
        value = float(cell) if len(cell) <= LONGEST_FIGURE else math.nan
    except ValueError:
        value = math.nan
    if not abs(value) <= most:
        message = f"{what} {cell[:30]!r} is no number from {-most:g} to {most:g}"
        raise RowError(message)
    return value


def _country(cell: str) -> str | None:
    if cell and not COUNTRY.fullmatch(cell):
        message = f"country {cell[:30]!r} is no code of two letters"
        raise RowError(message)
    return cell or None


def _code(cell: str) -> str | None:
    if len(cell) > 20 or not cell.isprintable():  # noqa: PLR2004 - GeoNames's own bound
        message = f"{cell[:30]!r} is no code of a division"
        raise RowError(message)
    return cell or None


def _year(cell: str) -> str | None:
    return cell if cell and YEAR.fullmatch(cell) else None


def _name(cell: str) -> str:
    """Check a name: not empty, not too long, and of signs that can be shown."""
    cell = unicodedata.normalize("NFC", cell)
    if not exact_key(cell):
        message = "has no name"
        raise RowError(message)
    if len(cell) > LONGEST_NAME or not cell.isprintable():
        message = f"the name {cell[:30]!r} is longer than {LONGEST_NAME} signs, or holds some that cannot be shown"
        raise RowError(message)
    return cell


def _soft_name(cell: str) -> str:
    """Give an alternate name, or nothing where it is none: one odd name of many is no reason to refuse the place."""
    return cell if cell.isprintable() and len(cell) <= LONGEST_NAME else ""
