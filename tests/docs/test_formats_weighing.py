"""docs/formats.md names every field and value of weighings and sheets, and its example of a judgement is one."""

import json
import re

import pytest

from sayso.intake import open_judgements
from sayso.intake.judgements import LONGEST_WORDS, WORDS
from sayso.vocabulary import Judgement, Verdict
from sayso.vocabulary.wire import WIRE_NUMBER
from sayso.vocabulary.wire_weighing import weighing_schema
from tests.docs.test_formats import DOCUMENT, EXAMPLES, SECTIONS, words_in

SCHEMA, SHEETS = weighing_schema(), weighing_schema("sheets")
OBJECTS = {
    "claim": "6.1",
    "statement": "6.2",
    "origin": "6.3",
    "change": "6.4",
    "comparison": "6.5",
    "copy": "6.6",
    "versions": "6.7",
    "revised": "6.7",
    "recirculated": "6.8",
    "report": "6.9",
    "control_sheet": "8.1",
    "side": "8.2",
    "control_said": "8.3",
    "sayer": "8.4",
    "casualty_sheet": "8.5",
    "figure": "8.6",
    "range": "8.7",
}
# What these sections refer to rather than repeat.
REFERRED = words_in("1.1") | words_in("1.2") | words_in("1.6") | words_in("1.11")
TOLD = SCHEMA["$defs"] | SHEETS["$defs"]


def values_of(field: dict) -> set[str]:
    enum = [*field.get("enum", ()), *field.get("items", {}).get("enum", ())]
    return {str(value) for value in enum if value is not None}


@pytest.mark.parametrize("name", sorted(TOLD.keys() - {"span", "reason"}))
def test_every_field_and_every_value_of_an_object_is_named(name) -> None:
    named = words_in(OBJECTS[name])
    for field, of in TOLD[name]["properties"].items():
        assert field in named, field
        assert values_of(of) <= named | REFERRED


def test_the_fields_of_the_whole_and_the_number_are_named() -> None:
    assert set(SCHEMA["properties"]) <= words_in("6.")
    for title in (f"## 6. Weighing (wire {WIRE_NUMBER})", f"## 8. Sheets (wire {WIRE_NUMBER})"):
        assert title in DOCUMENT
    assert {"control", "casualties", "wire"} <= words_in("8.")


def test_the_fields_of_a_judgement_are_named_and_the_example_is_one(tmp_path) -> None:
    named = set(re.findall(r"`([^`]+)`", "".join(re.findall(r"(?m)^\|.*$", SECTIONS["7."]))))
    assert {*WORDS, "why", *Verdict} <= named
    assert f"1 to {LONGEST_WORDS} characters" in SECTIONS["7."]
    (line,) = [one for one in EXAMPLES if "verdict" in json.loads(one)]
    (tmp_path / "judgements.jsonl").write_text(line, encoding="utf-8")
    (found,) = open_judgements(str(tmp_path / "judgements.jsonl"))
    assert isinstance(found, Judgement)
