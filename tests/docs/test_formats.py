"""docs/formats.md names every field and value that is written, and its examples are true."""

import hashlib
import json
import re
from pathlib import Path

import attrs
import pytest
from jsonschema import Draft202012Validator

from sayso.intake import open_reports
from sayso.intake.formats import FORMATS
from sayso.intake.html import DEEPEST, MOST_ELEMENTS
from sayso.intake.jsonl import OPTIONAL
from sayso.intake.source import MEGABYTE, Limits
from sayso.knowledge import FORM_NUMBER, Entry, MetBy, NameKind, load_things
from sayso.knowledge.gazetteer.files import LONGEST_LINE, MOST_BYTES
from sayso.knowledge.gazetteer.keys import LONGEST_NAME
from sayso.knowledge.gazetteer.parsing import OWN_COLUMNS, OwnTable
from sayso.reading.pack import LIST, NETWORK, PACK_FORMAT, PARAMETERS, TOKENIZER
from sayso.vocabulary import PlaceKind, RejectionReason, Report, claim_id, read_reading
from sayso.vocabulary.wire import WIRE_NUMBER, reading_schema

DOCUMENT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"(?ms)^##+ ([\d.]+)(.*?)(?=^##|\Z)", DOCUMENT))
EXAMPLES = re.findall(r"(?ms)^```json\n(.*?)^```", DOCUMENT)
SCHEMA = reading_schema()
OBJECTS = {
    "claim": "1.1",
    "link": "1.2",
    "remarked": "1.3",
    "flag": "1.4",
    "reason": "1.5",
    "event": "1.6",
    "main_event": "1.6",
    "participant": "1.6",
    "quantity": "1.11",
    "coding": "1.12",
    "thing": "1.13",
    "hint": "1.7",
    "candidate": "1.7",
    "place": "1.7",
    "when": "1.7",
    "duration": "1.7",
    "timex": "1.7",
    "attribution": "1.8",
    "reader": "1.9",
    "provenance": "1.10",
}


def words_in(section: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", re.sub(r"(?ms)^```.*?^```", "", SECTIONS[section])))


def test_the_numbers_are_those_of_the_code():
    assert f"## 1. Reading (wire {WIRE_NUMBER})" in DOCUMENT
    assert f"## 4. Model pack (format {PACK_FORMAT})" in DOCUMENT


def test_every_field_of_a_reading_is_named():
    assert set(SCHEMA["properties"]) <= words_in("1.")


@pytest.mark.parametrize("name", SCHEMA["$defs"].keys() - {"span"})
def test_every_field_and_every_value_of_an_object_is_named(name):
    named = words_in(OBJECTS[name])
    for field, of in SCHEMA["$defs"][name]["properties"].items():
        assert field in named
        assert {value for value in of.get("enum", ()) if value is not None} <= named


def test_what_is_withheld_is_named():
    assert {"\u2588", "--show-private", "private"} <= words_in("1.")


def test_the_example_of_a_reading_is_valid_and_true():
    written = json.loads(EXAMPLES[0])
    Draft202012Validator(SCHEMA).validate(written)
    reading = read_reading(written)
    claim = reading.claims[0]
    assert claim.content[0].cut(reading.report.text) == "the bridge is closed"
    assert claim.cue[0].cut(reading.report.text) == "said"
    assert claim.chain[0].mention.cut(reading.report.text) == claim.chain[0].name
    assert claim.id == claim_id(reading.report.id, claim.content, claim.cue, claim.chain)


def test_the_example_of_a_line_is_the_report_of_that_reading(tmp_path):
    line = EXAMPLES[1].strip()
    (tmp_path / "posts.jsonl").write_text(line + "\n", encoding="utf-8")
    [report] = open_reports(str(tmp_path / "posts.jsonl"))
    assert isinstance(report, Report)
    expected = read_reading(json.loads(EXAMPLES[0])).report
    assert attrs.evolve(report, provenance=expected.provenance) == expected
    assert report.provenance.sha256 == expected.provenance.sha256 == hashlib.sha256(line.encode()).hexdigest()


def test_every_field_of_a_line_and_every_ending_is_named():
    assert {"id", "text", *OPTIONAL, *(ending for one in FORMATS for ending in one.endings)} <= words_in("2.")


def test_every_bound_is_named():
    limits = Limits()
    bounds = f"Bounds: {limits.file_bytes // MEGABYTE} MB for a plain text and for a line of JSON Lines, "
    bounds += f"{limits.page_bytes // MEGABYTE} MB, {MOST_ELEMENTS:,} elements and {DEEPEST} levels for a page."
    assert limits.file_bytes == limits.line_bytes
    assert bounds in DOCUMENT


def test_every_reason_is_explained_and_no_other():
    rows = re.findall(r"(?m)^\| `([a-z-]+)` \|", SECTIONS["3."])
    assert sorted(rows) == sorted(RejectionReason)


def test_every_field_and_value_of_a_place_found_is_named():
    named = words_in("5.1")
    assert set(Entry._fields) <= named
    assert {*PlaceKind, *NameKind, *MetBy} <= named
    assert f"## 5. Places (form {FORM_NUMBER})" in DOCUMENT


def test_every_column_of_ones_own_places_is_named_and_the_example_is_read():
    assert set(OWN_COLUMNS) == set(
        re.findall(r"`([a-z0-9]+)`", "".join(re.findall(r"(?m)^\| (`.+?) \|", SECTIONS["5.2"])))
    )
    heading, row = re.search(r"(?ms)^```\n(.*?)\n```", SECTIONS["5.2"])[1].split("\n")
    place, names = OwnTable(heading).read(row)
    assert (place.lat, place.lon, place.kind, place.admin1) == (48.31, 37.22, "region", "05")
    assert [name.written for name in names] == ["Hill 217", "Height 217", "висота 217"]


def test_the_bounds_of_places_are_named():
    bounds = (
        f"Bounds: {LONGEST_LINE:,} bytes a line, {LONGEST_NAME} characters a name, {MOST_BYTES // 1024**3} GB a file"
    )
    assert bounds in DOCUMENT


def test_every_file_of_a_pack_is_named():
    assert {NETWORK, TOKENIZER, PARAMETERS, LIST} <= words_in("4.")


def test_every_code_of_a_thing_is_named():
    document = (Path(__file__).parents[2] / "docs" / "reference" / "things.md").read_text(encoding="utf-8")
    named = re.findall(r"(?m)^\| `([a-z0-9_]+)` \|", document)
    assert named == sorted({row.code for row in load_things("en").rows})
