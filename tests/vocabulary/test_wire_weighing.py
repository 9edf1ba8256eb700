"""What is written of a weighing and of sheets is what the schema says, and what the types hold."""

import copy
from datetime import UTC, datetime
from enum import Enum
from typing import get_args

import attrs
import pytest
from jsonschema import Draft202012Validator

from sayso.vocabulary import (
    Approximation,
    CasualtySheet,
    Change,
    Comparison,
    ControlSaid,
    ControlSheet,
    Copy,
    Direction,
    Figure,
    FigureRange,
    Modality,
    Origin,
    Sayer,
    SideOnControl,
    Span,
    Stance,
    Status,
    Unit,
)
from sayso.vocabulary.wire import WIRE_NUMBER, reading_schema
from sayso.vocabulary.wire_weighing import (
    CLAIM_FIELDS,
    SCHEMAS,
    weighing_schema,
    write_casualties,
    write_control,
    write_weighing,
)
from tests.views.weighings import weighing

SCHEMA, SHEETS = weighing_schema(), weighing_schema("sheets")
CHECK, CHECK_SHEETS = Draft202012Validator(SCHEMA), Draft202012Validator(SHEETS)
OF_WEIGHING = {"origin": Origin, "change": Change, "comparison": Comparison, "copy": Copy}
OF_SHEETS = {
    "sayer": Sayer,
    "control_said": ControlSaid,
    "side": SideOnControl,
    "control_sheet": ControlSheet,
    "figure": Figure,
    "range": FigureRange,
    "casualty_sheet": CasualtySheet,
}
AT = datetime(2031, 12, 1, 8, tzinfo=UTC)


def sayer(side: str = "OS") -> Sayer:
    return Sayer(origin="o-staff", name="Ostrian general staff", side=side)


def control() -> ControlSheet:
    said = ControlSaid(
        sayer=sayer(),
        holder="OS",
        direction=Direction.HELD,
        stance=Stance.ASSERTS,
        modality=Modality.ONGOING,
        happened=True,
        since="2031-11-30",
        published=AT,
        report="denial",
        claim="c-denial-1",
        content=(Span(start=64, end=94),),
        assessment="c-denial-1",
    )
    sides = (SideOnControl(side="OS", says=(said,)), SideOnControl(side="TV"))
    return ControlSheet(place="Vilne Pole", geonameid=7, admin="Ridge", country="UA", sides=sides, others=(said,))


def casualties() -> CasualtySheet:
    figure = Figure(
        sayer=sayer(),
        low=9,
        high=None,
        approximation=Approximation.AT_LEAST,
        status=Status.KILLED,
        unit=Unit.PERSON,
        stance=Stance.ASSERTS,
        published=AT,
        report="mayor",
        claim="c-mayor-0",
        span=Span(start=0, end=13),
        assessment="c-mayor-0",
    )
    spread = FigureRange(status=Status.KILLED, low=9, high=12, origins=2)
    return CasualtySheet(place="Stara Vezha", day="2031-12-01", figures=(figure,), ranges=(spread,))


def fields_of(schema: dict, name: str) -> list[str]:
    return list(schema["$defs"][name]["properties"])


def test_the_schemas_are_schemas_of_this_wire():
    for name in SCHEMAS:
        Draft202012Validator.check_schema(weighing_schema(name))
        assert weighing_schema(name)["title"].endswith(f"wire {WIRE_NUMBER}")
    assert SCHEMA["properties"]["wire"] == {"description": "Number of this form", "const": WIRE_NUMBER}
    assert SCHEMA["$defs"]["span"] == SHEETS["$defs"]["span"] == reading_schema()["$defs"]["span"]
    assert SCHEMA["$defs"]["reason"] == reading_schema()["$defs"]["reason"]


def test_a_weighing_is_valid_and_has_the_fields_in_order():
    written = write_weighing(weighing())
    CHECK.validate(written)
    assert list(written) == list(SCHEMA["properties"])
    assert list(written["claims"][0]) == fields_of(SCHEMA, "claim") == list(CLAIM_FIELDS)
    assert list(written["claims"][0]["statements"][0]) == fields_of(SCHEMA, "statement")
    assert list(written["reports"][0]) == fields_of(SCHEMA, "report")


@pytest.mark.parametrize(("name", "kind"), OF_WEIGHING.items())
def test_a_type_of_weighing_has_the_fields_and_values_of_the_schema(name, kind):
    assert fields_of(SCHEMA, name) == [field.name for field in attrs.fields(kind)]
    check_values(SCHEMA["$defs"][name], kind)


@pytest.mark.parametrize(("name", "kind"), OF_SHEETS.items())
def test_a_type_of_sheets_has_the_fields_and_values_of_the_schema(name, kind):
    told = fields_of(SHEETS, name)
    assert [one for one in told if one != "silent"] == [field.name for field in attrs.fields(kind)]
    check_values(SHEETS["$defs"][name], kind)


def check_values(schema: dict, kind: type) -> None:
    for field in attrs.fields(kind):
        parts = get_args(field.type) or (field.type,)
        enums = [one for one in parts if isinstance(one, type) and issubclass(one, Enum)]
        if enums:
            values = {*enums[0], *([None] if type(None) in parts else [])}
            assert set(schema["properties"][field.name]["enum"]) == values


def test_the_claim_has_the_values_of_its_type():
    of = SCHEMA["$defs"]["claim"]["properties"]
    claim = weighing().weighing.assessments[0]
    assert set(of["support"]["enum"]) == set(type(claim.support))
    assert of["credibility"]["enum"] == [1, 2, 3, 4, 5, 6]
    assert set(of["missing"]["items"]["enum"]) == set(type(claim.missing[0]))


def test_sheets_are_valid():
    for written in (write_control([control()]), write_casualties([casualties()]), write_control([])):
        CHECK_SHEETS.validate(written)
    assert [side["silent"] for side in write_control([control()])["control"][0]["sides"]] == [False, True]


def objects_in(value, way=()):
    if isinstance(value, dict):
        yield way
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ()):
        yield from objects_in(inner, (*way, key))


@pytest.mark.parametrize(
    "written", [write_weighing(weighing()), write_control([control()]), write_casualties([casualties()])]
)
def test_nothing_more_and_nothing_less_is_valid(written):
    check = CHECK if "claims" in written else CHECK_SHEETS
    for way in objects_in(written):
        for change in (lambda one: one.pop(next(iter(one))), lambda one: one.update(truth=True)):
            changed = copy.deepcopy(written)
            inner = changed
            for step in way:
                inner = inner[step]
            change(inner)
            assert not check.is_valid(changed), way


def test_the_words_and_origins_of_a_claim_can_be_read_off():
    claim = write_weighing(weighing())["claims"][0]
    assert claim["gist"] == "its assault groups had taken the village of Vilne Pole on 30 November"
    assert (claim["support"], claim["origins"], claim["contested"], claim["credibility"]) == ("repeated", 1, True, 4)
    denial = next(one for one in claim["statements"] if one["stance"] == "denies")
    assert (denial["report"], denial["origin"], denial["origin_id"]) == ("denial", "Ostrian general staff", "o-staff")
    assert [one["name"] for one in claim["standing"]] == ["Tarvish defence ministry", "Ostrian general staff"]
