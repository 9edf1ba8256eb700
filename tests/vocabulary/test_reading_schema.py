"""The JSON Schema says of a reading what the types say: every field and every value, no more and no fewer."""

import copy
import json
from enum import StrEnum
from typing import get_args

import attrs
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from sayso.vocabulary import (
    Attribution,
    Claim,
    Coding,
    Duration,
    Event,
    EventType,
    Flag,
    Hint,
    Link,
    Participant,
    Place,
    PlaceCandidate,
    Provenance,
    Quantity,
    ReaderVersion,
    Reason,
    Remarked,
    Thing,
    Timex,
    When,
    write_line,
    write_reading,
)
from sayso.vocabulary.wire import MAIN_EVENT_FIELDS, READING_FIELDS, reading_schema
from tests.vocabulary.readings import READINGS, fill_reading

SCHEMA = reading_schema()
CHECK = Draft202012Validator(SCHEMA)
OBJECTS = {
    "claim": Claim,
    "link": Link,
    "remarked": Remarked,
    "flag": Flag,
    "reason": Reason,
    "event": Event,
    "participant": Participant,
    "quantity": Quantity,
    "coding": Coding,
    "thing": Thing,
    "hint": Hint,
    "candidate": PlaceCandidate,
    "place": Place,
    "when": When,
    "duration": Duration,
    "timex": Timex,
    "attribution": Attribution,
    "reader": ReaderVersion,
    "provenance": Provenance,
}
# What is told twice, so that it can be read off without a rule: the main event, and what has happened.
TOLD_TWICE = {"claim": {"event"}, "event": {"happened"}}
MAIN_EVENT = "main_event"


def is_enum(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def enums_of(kind: type) -> dict[str, tuple[type[StrEnum], bool]]:
    """Give the enum of each field of a type that has one, and whether the field may be None."""
    parts_of = {field.name: get_args(field.type) or (field.type,) for field in attrs.fields(kind)}
    return {name: (part, type(None) in parts) for name, parts in parts_of.items() for part in parts if is_enum(part)}


def find_objects(schema):
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for inner in schema.values():
            yield from find_objects(inner)


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_a_reading_has_the_fields_the_schema_names_in_the_same_order():
    assert list(SCHEMA["properties"]) == list(READING_FIELDS) == list(write_reading(fill_reading()))


@pytest.mark.parametrize("name", OBJECTS)
def test_a_type_has_the_fields_the_schema_names(name):
    named, told_twice = list(SCHEMA["$defs"][name]["properties"]), TOLD_TWICE.get(name, set())
    assert [one for one in named if one not in told_twice] == [field.name for field in attrs.fields(OBJECTS[name])]
    assert told_twice <= set(named)


def test_the_main_event_has_the_fields_the_schema_names():
    main = SCHEMA["$defs"][MAIN_EVENT]["properties"]
    assert tuple(main) == MAIN_EVENT_FIELDS
    assert main == {name: SCHEMA["$defs"]["event"]["properties"][name] for name in MAIN_EVENT_FIELDS}
    assert set(main["type"]["enum"]) == set(EventType)


def test_every_object_of_the_schema_is_a_type_or_the_reading():
    assert set(SCHEMA["$defs"]) == {"span", MAIN_EVENT, *OBJECTS}


def test_every_field_is_required_and_none_beside_them_allowed():
    objects = list(find_objects(SCHEMA))
    assert len(objects) == 2 + len(OBJECTS)
    for one in objects:
        assert one["required"] == list(one["properties"])
        assert one["additionalProperties"] is False


def test_every_field_is_described():
    for one in find_objects(SCHEMA):
        for name, field in one["properties"].items():
            assert field.keys() & {"description", "$ref", "anyOf"}, name


@pytest.mark.parametrize("name", OBJECTS)
def test_a_field_has_the_values_the_schema_names(name):
    fields = {field: of.get("items", of) for field, of in SCHEMA["$defs"][name]["properties"].items()}
    stated = {field: set(of["enum"]) for field, of in fields.items() if "enum" in of}
    enums = enums_of(OBJECTS[name])
    assert stated == {field: {*kind, *([None] if optional else [])} for field, (kind, optional) in enums.items()}


def test_a_full_reading_is_valid():
    CHECK.validate(write_reading(fill_reading()))


@settings(max_examples=50, deadline=None)
@given(READINGS)
def test_any_reading_is_valid(reading):
    CHECK.validate(write_reading(reading))


def places_of(value, way=()):
    """Give the way to every value inside a JSON value."""
    yield way
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from places_of(value[key], (*way, key))


def mangle(way, change):
    written = copy.deepcopy(write_reading(fill_reading()))
    inner = written
    for step in way[:-1]:
        inner = inner[step]
    change(inner, way[-1])
    return written


WAYS = [way for way in places_of(write_reading(fill_reading())) if way]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: ".".join(map(str, way)))
def test_a_value_of_another_type_is_invalid_wherever_it_stands(way):
    assert not CHECK.is_valid(
        mangle(
            way, lambda inner, key: inner.update({key: object}) if isinstance(inner, dict) else inner.insert(0, object)
        )
    )


@pytest.mark.parametrize(
    "way", [way for way in WAYS if isinstance(way[-1], str)], ids=lambda way: ".".join(map(str, way))
)
def test_a_missing_field_is_invalid_wherever_it_stands(way):
    assert not CHECK.is_valid(mangle(way, lambda inner, key: inner.pop(key)))


@pytest.mark.parametrize(
    "way", [way for way in WAYS if isinstance(way[-1], str)], ids=lambda way: ".".join(map(str, way))
)
def test_an_unknown_field_is_invalid_wherever_it_stands(way):
    assert not CHECK.is_valid(mangle(way, lambda inner, _: inner.update(truth=True)))


@pytest.mark.parametrize(
    ("way", "value"),
    [
        (("text",), " \n"),
        (("published_utc",), "2024-12-06"),
        (("claims", 0, "content"), []),
        (("claims", 0, "content"), [[0]]),
        (("claims", 0, "content"), [[0, 1, 2]]),
        (("claims", 0, "content"), [[-1, 2]]),
        (("claims", 0, "score"), 1.1),
        (("claims", 0, "chain", 0, "side"), "ukraine"),
        (("claims", 0, "chain", 0, "score"), -1),
        (("claims", 0, "flags", 0, "why"), ""),
        (("claims", 0, "events", 0, "actor", "side"), "ukraine"),
        (("claims", 0, "events", 0, "actor", "name"), ""),
        (("claims", 0, "events", 0, "time"), -1),
        (("claims", 0, "reasons", 0, "words", 0), ["r-1", [0, 1], 2]),
        (("claims", 0, "reasons", 0, "words", 0), ["r-1"]),
        (("places", 0, "lat"), None),
        (("places", 0, "lon"), 181),
        (("times", 0, "clock"), "25:00"),
        (("published_doubted",), "no"),
        (("provenance", "sha256"), "abc"),
        (("provenance", "line"), 0),
    ],
)
def test_a_value_out_of_bounds_is_invalid(way, value):
    assert not CHECK.is_valid(mangle(way, lambda inner, key: inner.__setitem__(key, value)))


@given(READINGS)
def test_a_line_holds_the_object_of_a_reading(reading):
    line = write_line(reading)
    assert "\n" not in line
    assert json.loads(line) == json.loads(json.dumps(write_reading(reading)))
