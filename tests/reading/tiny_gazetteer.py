"""A gazetteer of two dozen places, made in the test: a made-up corner of the world beside a few real names of areas.

The points of the towns lie on a plain grid: a tenth of a degree of latitude is 11 km.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sayso.knowledge import Extent, Gazetteer, NameKind
from sayso.knowledge.gazetteer.file import Writer
from sayso.knowledge.gazetteer.rows import NameRow, PlaceRow
from sayso.vocabulary import PlaceKind

UA, RU, US = Extent(44, 22, 53, 40), Extent(41, 20, 74, 179), Extent(25, -125, 49, -67)
# Key, name, kind, country, division, latitude, longitude, people, more names.
PLACES = (
    ("country:UA", "Ukraine", "country", "UA", None, 49.0, 32.0, 40_000_000, ("Украина", "Україна")),
    ("country:RU", "Russia", "country", "RU", None, 60.0, 100.0, 144_000_000, ("Россия", "Росія")),
    ("country:US", "United States", "country", "US", None, 39.8, -98.5, 330_000_000, ()),
    ("country:FR", "France", "country", "FR", None, 46.0, 2.0, 67_000_000, ()),
    ("admin1:UA.05", "Vilne Oblast", "division", "UA", "05", 48.3, 37.8, 4_000_000, ("Vilne", "Вільненська область")),
    ("admin1:UA.21", "Sosna Oblast", "division", "UA", "21", 51.0, 34.0, 1_000_000, ("Sosna", "Сосновская область")),
    ("admin1:US.TX", "Texas", "division", "US", "TX", 31.2, -99.3, 29_000_000, ()),
    ("admin1:US.AL", "Alabama", "division", "US", "AL", 32.8, -86.8, 5_000_000, ()),
    ("admin2:UA.05.1", "Dubky Raion", "division", "UA", "05", 48.2, 37.2, 80_000, ("Dubky Raion",)),
    ("sayso:donbas", "Donbas", "region", "UA", None, None, None, 0, ("Donbass", "Донбас")),
    ("sayso:oskil", "Oskil", "water", "UA", None, None, None, 0, ("Oskil River",)),
    (1, "Vilne", "settlement", "UA", "05", 48.7, 37.5, 150_000, ("Вільне", "Вольное")),
    (2, "Sosnove", "settlement", "UA", "05", 48.6, 37.5, 900, ("Соснове", "Сосновое")),
    (3, "Sosnove", "settlement", "UA", "21", 51.2, 34.2, 7_000, ("Соснове", "Сосновое")),
    (4, "Sosnove", "settlement", "RU", "71", 59.9, 60.2, 7_000, ("Сосновое",)),
    (5, "Dubky", "settlement", "UA", "05", 48.2, 37.2, 60_000, ()),
    (6, "Lypove", "settlement", "UA", "05", 47.0, 36.0, 1_500, ("Липове",)),
    (7, "Lypove", "settlement", "UA", "21", 51.4, 33.0, 2_500, ("Липове",)),
    (8, "Paris", "settlement", "FR", "11", 48.85, 2.35, 2_100_000, ()),
    (9, "Paris", "settlement", "US", "TX", 33.66, -95.56, 25_000, ()),
    (10, "Montgomery", "settlement", "US", "AL", 32.37, -86.3, 200_000, ()),
    (11, "Montgomery", "settlement", "US", "TX", 30.39, -95.7, 1_200, ()),
    (12, "Vovkivsk", "settlement", "UA", "05", 48.9, 37.9, 17_000, ("Volkovsk", "Волковск")),
    (13, "Volkovsk", "settlement", "RU", "71", 59.9, 60.1, 10_000, ("Волковск",)),
)
AREAS = {"country:UA": UA, "country:RU": RU, "country:US": US, "admin1:UA.05": Extent(47, 36, 49.5, 39)}


def write_tiny_gazetteer(path: Path, places: Sequence[tuple] = PLACES) -> Path:
    """Write the file."""
    with closing(sqlite3.connect(path)) as connection:
        writer = Writer.on_new(connection)
        for key, name, kind, country, admin1, lat, lon, population, more in places:
            number = key if isinstance(key, int) else None
            place = PlaceRow(
                key=f"geonames:{key}" if number else str(key),
                name=name,
                kind=PlaceKind(kind),
                source="made in a test",
                geonameid=number,
                lat=lat,
                lon=lon,
                country=country,
                admin1=admin1,
                population=population,
                extent=AREAS.get(str(key)),
            )
            writer.add(place, [NameRow(name, NameKind.OFFICIAL), *(NameRow(one) for one in more)])
        writer.finish({})
    return path


def open_tiny_gazetteer(path: Path, places: Sequence[tuple] = PLACES) -> Gazetteer:
    """Write and open it."""
    return Gazetteer.open(write_tiny_gazetteer(path / "tiny.sqlite", places))
