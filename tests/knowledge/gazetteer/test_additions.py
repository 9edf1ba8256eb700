"""Files of a user's own: every form is told by its rows, wrong rows are named, twice is once, nothing is half done."""

import sqlite3
import zipfile
from pathlib import Path

import pytest

from sayso.errors import InputError, KnowledgeError
from sayso.knowledge import Added, Fault, Gazetteer, NameKind, Watcher, add_places
from sayso.knowledge.gazetteer import additions, files
from sayso.vocabulary import PlaceKind

MALYNIVKA = "9000001\tMalynivka\tMalynivka\tMalinovka,Малинівка,MLN,malynifka\t48.51\t37.62\tP\tPPL\tUA\t\t05\t\t\t\t213\t\t120\tEurope/Kyiv\t2024-01-01"
CODED = "Перший рівень;Другий рівень;Категорія;Назва\n"


class Heard(Watcher):
    def __init__(self) -> None:
        self.faults: list[str] = []
        self.steps: list[tuple[str, int, float]] = []

    def fault(self, fault: Fault) -> None:
        self.faults.append(str(fault))

    def step(self, where: str, rows: int, share: float) -> None:
        self.steps.append((where, rows, share))


class Desk:
    """A compiled gazetteer with places of one's own beside it."""

    def __init__(self, base: Path, folder: Path) -> None:
        self.base, self.folder, self.own = base, folder, folder / "own" / "places.sqlite"
        self.heard = Heard()

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def add(self, *paths: Path) -> tuple[Added, ...]:
        self.heard = Heard()
        return add_places(self.base, self.own, paths, self.heard)

    def open(self) -> Gazetteer:
        return Gazetteer.open(self.base, own=self.own)


@pytest.fixture
def desk(small: Path, tmp_path: Path) -> Desk:
    return Desk(small, tmp_path)


def place_row(**cells: str) -> str:
    columns = MALYNIVKA.split("\t")
    places = {"id": 0, "name": 1, "names": 3, "lat": 4, "lon": 5, "cls": 6, "code": 7, "country": 8, "admin1": 10}
    places |= {"admin2": 11, "population": 14}
    for name, value in cells.items():
        columns[places[name]] = value
    return "\t".join(columns)


def zipped(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def test_a_village_of_a_dump_is_found_afterwards(desk):
    (added,) = desk.add(desk.write("UA.txt", f"{MALYNIVKA}\n"))
    assert (added.rows, added.places, added.faults) == (1, 1, 0)
    (entry,) = desk.open().find("Малинівка")
    assert (entry.key, entry.name, entry.lat) == ("geonames:9000001", "Malynivka", 48.51)
    assert entry.admin1_name == "Donetsk Oblast"
    assert desk.open().get(9000001).population == 213
    assert desk.open().find("MLN") == desk.open().find("malynifka") == ()
    assert [near.entry.name for near in desk.open().near(48.5, 37.6, 5)] == ["Malynivka"]


def test_the_same_file_twice_changes_nothing(desk):
    path = desk.write("UA.txt", f"{MALYNIVKA}\n")
    desk.add(path)
    before = desk.own.read_bytes()
    (added,) = desk.add(path, path)[:1]
    assert (added.places, added.names, added.known) == (0, 0, 1)
    assert desk.own.read_bytes() == before


def test_an_archive_is_read_by_its_largest_member_and_its_names_are_not_used(desk):
    path = zipped(desk.folder / "UA.zip", **{"readme.txt": "x", "../../UA.txt": f"{MALYNIVKA}\n"})
    assert desk.add(path)[0].places == 1
    assert {one.name for one in desk.folder.iterdir()} == {"UA.zip", "own"}


def test_a_place_that_is_known_gets_the_names_it_lacks_and_stays_as_it_is(desk):
    row = place_row(id="713174", name="Bakhmut", names="Bakhmut,Бахмутка", lat="10", lon="10", population="5")
    (added,) = desk.add(desk.write("UA.txt", row))
    assert (added.places, added.known) == (0, 0)
    entry = desk.open().find("Бахмутка")[0]
    assert (entry.name, entry.lat, entry.population) == ("Bakhmut", 48.59, 80_500)
    assert desk.open().find("Artyomovsk")[0].name_kind is NameKind.OCCUPATION


def test_a_division_of_a_dump_is_the_one_that_is_known(desk):
    row = place_row(id="709716", name="Donetsk Oblast", names="Donechchyna X", cls="A", code="ADM1")
    desk.add(desk.write("UA.txt", row))
    entry = desk.open().find("Donechchyna X")[0]
    assert (entry.key, entry.kind) == ("admin1:UA.05", PlaceKind.DIVISION)
    assert entry.extent is not None


@pytest.mark.parametrize(
    ("cls", "code", "kind", "key"),
    [
        ("A", "ADM2", "division", "admin2:UA.05.99"),
        ("A", "ADM3", "division", "geonames:9000001"),
        ("A", "PCLI", "country", "country:UA"),
        ("H", "LKX", "water", "geonames:9000001"),
        ("S", "DAM", "facility", "geonames:9000001"),
        ("L", "RGN", "region", "geonames:9000001"),
    ],
)
def test_features_become_kinds(desk, cls, code, kind, key):
    desk.add(desk.write("UA.txt", place_row(cls=cls, code=code, admin2="99")))
    entry = desk.open().get(9000001)
    assert (entry.kind, entry.key) == (kind, key)


def test_features_nobody_reports_on_are_passed_over(desk):
    (added,) = desk.add(desk.write("UA.txt", place_row(cls="S", code="STOR")))
    assert (added.places, added.passed_over, added.faults) == (0, 1, 0)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1\t2", "2 columns, wants 19"),
        (place_row(lat="90.1"), "latitude '90.1' is no number from -90 to 90"),
        (place_row(lon="nan"), "longitude 'nan' is no number"),
        (place_row(lon="1e999"), "longitude '1e999'"),
        (place_row(lat="9" * 5000), "latitude '999"),
        (place_row(id="²"), "geonameid '²' is no whole number"),
        (place_row(id="9" * 5000), "geonameid '999"),
        (place_row(population="-1"), "population '-1'"),
        (place_row(country="ua"), "country 'ua' is no code of two letters"),
        (place_row(admin1="x" * 30), "is no code of a division"),
        (place_row(name=""), "has no name"),
        (place_row(name="\u202eKyiv"), "some that cannot be shown"),
        (place_row(name="x" * 500), "longer than 120"),
        (b"\xff\xfe" * 3, "is no UTF-8"),
        (b"x" * (files.LONGEST_LINE + 10), "a line longer than 262,144 bytes"),
    ],
)
def test_a_wrong_row_is_named_and_passed_over(desk, row, reason):
    raw = row if isinstance(row, bytes) else row.encode()
    path = desk.write("UA.txt", MALYNIVKA.encode() + b"\n\n" + raw + b"\n" + place_row(id="9000002").encode())
    (added,) = desk.add(path)
    assert (added.places, added.faults) == (2, 1)
    (fault,) = desk.heard.faults
    assert fault.startswith(f"{path}:3: ")
    assert reason in fault


def test_alternate_names_go_to_places_that_are_known_whatever_the_order(desk):
    rows = [
        "1\t9000001\tuk\tСтара Малинівка\t\t\t\t1\t1920\t1961",
        "2\t9000001\tlink\thttps://example.org",
        "3\t9000001\ticao\tUKXX",
        "4\t77\ten\tNowhere",
        "5\t9000001\t\tMalynivka-on-the-Hill\t1\t\t\t",
        "6\t9000001\ten\tX",
        "7\tx",
    ]
    names, places = desk.write("alternateNamesV2.txt", "\n".join(rows)), desk.write("UA.txt", MALYNIVKA)
    first, second = desk.add(names, places)
    assert (first.where, second.where) == (str(places), str(names))
    assert (second.names, second.passed_over, second.faults) == (4, 4, 1)
    entry = desk.open().find("Стара Малинівка")[0]
    assert (entry.name_kind, entry.since, entry.until) == (NameKind.FORMER, "1920", "1961")
    assert desk.open().longest(["Malynivka", "on", "the", "Hill", "fell"]) == 4


def test_divisions_of_a_list_are_named(desk):
    path = desk.write(
        "admin1CodesASCII.txt", "UA.05\tDonetsk Land\tDonetsk Land\t709716\nZZ.01\tNew Land\tNew Land\t9000009\n"
    )
    assert desk.add(path)[0].places == 1
    assert desk.open().find("Donetsk Land")[0].key == "admin1:UA.05"
    assert desk.open().by_key("admin1:ZZ.01").name == "New Land"


def test_a_village_of_the_codifier_is_known_without_a_point(desk):
    path = desk.write(
        "katottg.csv",
        f"\ufeff{CODED}UA14000000000091971;UA14020010010000001;C;Торське\nUA14000000000091971;;O;Донецька\n",
    )
    (added,) = desk.add(path)
    assert (added.places, added.passed_over) == (1, 2)
    (entry,) = desk.open().find("Торське")
    assert (entry.key, entry.name, entry.lat) == ("katottg:UA14020010010000001", "Torske", None)
    assert (entry.country, entry.admin1_name) == ("UA", "Donetsk Oblast")


def test_a_village_of_the_codifier_that_is_known_is_not_there_twice(desk):
    path = desk.write("katottg.csv", f"{CODED}UA14000000000091971,UA14020010010000003,М,Бахмут\n")
    (added,) = desk.add(path)
    assert (added.places, added.known) == (0, 1)


def test_namesakes_of_the_codifier_are_all_there_where_the_gazetteer_knows_fewer(desk):
    rows = "".join(f"UA14000000000091971;UA1402001001000000{number};C;Малинівка\n" for number in (1, 2))
    path = desk.write("katottg.csv", CODED + rows)
    desk.add(desk.write("UA.txt", MALYNIVKA))
    desk.add(path)
    assert len(desk.open().find("Малинівка")) == 3
    desk.add(desk.write("UA.txt", place_row(id="9000002")), path)
    assert sorted(entry.key for entry in desk.open().find("Малинівка")) == ["geonames:9000001", "geonames:9000002"]


def test_a_wrong_code_is_named(desk):
    desk.add(desk.write("katottg.csv", f"{CODED}UA14000000000091971;UA99020010010000003;C;Торське\nUA1;;C;Торське\n"))
    assert len(desk.heard.faults) == 2
    assert all("is no code of the codifier" in fault for fault in desk.heard.faults)


def test_places_of_ones_own_come_from_csv(desk):
    text = 'Name,lat,lon,names,kind,country,admin1,population\n"Hill 217, north",48.31,37.22,Height 217|висота 217,region,ua,05,\n'
    desk.add(desk.write("own.csv", text))
    (entry,) = desk.open().find("висота 217")
    assert (entry.name, entry.kind, entry.country, entry.source) == ("Hill 217, north", PlaceKind.REGION, "UA", "own")
    assert entry.key == "own:hill 217 north/48.31/37.22/05"
    assert desk.open().info().sources["own"] == 1


def test_a_place_of_ones_own_with_an_id_is_renewed(desk):
    desk.add(desk.write("own.csv", "id;name;names;lat;lon\n7;Camp;Old Camp;48;37\n"))
    (added,) = desk.add(desk.write("own.csv", "id;name;names;lat;lon\n7;Camp;New Camp;49;38\n"))
    assert added.places == 1
    assert desk.open().find("Old Camp") == ()
    assert (desk.open().by_key("own:7").lat, desk.open().find("New Camp")[0].key) == (49, "own:7")
    assert desk.add(desk.folder / "own.csv")[0].known == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("A,1", "2 columns, the first row has 4"),
        ("A,1,,", "longitude '' is no number"),
        ("A,,,shop", "'shop' is no kind of place; the kinds are settlement, division"),
        (",1,1,", "has no name"),
        ('"A,1,1,', "is no row of CSV"),
    ],
)
def test_a_wrong_row_of_ones_own_is_named(desk, row, reason):
    desk.add(desk.write("own.csv", f"name,lat,lon,kind\nOur Camp,,,\n{row}\n"))
    (fault,) = desk.heard.faults
    assert reason in fault
    assert desk.open().find("Our Camp")[0].lat is None


@pytest.mark.parametrize("heading", ["name,colour", "name,name"])
def test_a_heading_that_cannot_be_used_is_refused(desk, heading):
    with pytest.raises(InputError, match=r"own\.csv:1: the first row names"):
        desk.add(desk.write("own.csv", f"{heading}\nA,1\n"))


@pytest.mark.parametrize("raw", [b"", b"some text\n", b"\x00\x01\x02", b"a,b\n1,2\n", b"PK\x03\x04broken"])
def test_a_file_of_no_known_form_is_refused_before_anything_is_written(desk, raw):
    path = desk.write("x.txt", raw)
    with pytest.raises(InputError, match=r"x\.txt"):
        desk.add(desk.write("UA.txt", MALYNIVKA), path)
    assert not desk.own.exists()


def test_a_missing_file_and_a_folder_are_refused(desk):
    for path in (desk.folder / "none.txt", desk.folder):
        with pytest.raises(InputError, match=str(path)):
            desk.add(path)


def test_an_archive_that_is_locked_or_empty_is_refused(desk):
    empty = zipped(desk.folder / "empty.zip")
    assert empty.read_bytes().startswith(b"PK\x05\x06")
    raw = bytearray(zipped(desk.folder / "locked.zip", UA=MALYNIVKA).read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + place] |= 1
    locked = desk.write("locked.zip", bytes(raw))
    for path in (empty, locked):
        with pytest.raises(InputError):
            desk.add(path)


def test_an_archive_that_swells_is_not_read_to_its_end(desk, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 1_000_000)
    path = zipped(desk.folder / "bomb.zip", UA=f"{MALYNIVKA}\n" + "x" * 5_000_000)
    assert path.stat().st_size < 20_000
    with pytest.raises(InputError, match="more than 0 GB when unpacked"):
        desk.add(path)


def test_a_broken_archive_keeps_what_came_before_the_break(desk):
    raw = zipped(
        desk.folder / "UA.zip", UA="\n".join(place_row(id=str(9_000_000 + one)) for one in range(5_000))
    ).read_bytes()
    at = len(raw) // 2
    with pytest.raises(InputError, match="cannot be read"):
        desk.add(desk.write("UA.zip", raw[:at] + bytes(len(raw[at : at + 50])) + raw[at + 50 :]))


def test_a_run_that_is_broken_off_can_be_begun_anew(desk, monkeypatch):
    monkeypatch.setattr(additions, "STEP", 10)
    path = desk.write("UA.txt", "\n".join(place_row(id=str(9_000_000 + one)) for one in range(25)))

    class Stops(Heard):
        def step(self, where: str, rows: int, share: float) -> None:
            super().step(where, rows, share)
            if rows >= 20:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_places(desk.base, desk.own, [path], Stops())
    connection = sqlite3.connect(desk.own)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("SELECT count(*) FROM place").fetchone() == (10,)
    connection.close()
    (added,) = desk.add(path)
    assert (added.places, added.known) == (15, 10)
    assert desk.heard.steps[-1] == (str(path), 25, 1.0)


def test_a_file_that_is_no_file_of_places_is_not_written_to(desk):
    desk.own.parent.mkdir()
    desk.own.write_bytes(b"something of the user's")
    with pytest.raises(KnowledgeError, match=r"places\.sqlite"):
        desk.add(desk.write("UA.txt", MALYNIVKA))
    assert desk.own.read_bytes() == b"something of the user's"


def test_another_database_is_not_written_to(desk):
    desk.own.parent.mkdir()
    sqlite3.connect(desk.own).execute("CREATE TABLE x (y)").connection.close()
    with pytest.raises(KnowledgeError, match="holds no places of form 1"):
        desk.add(desk.write("UA.txt", MALYNIVKA))
