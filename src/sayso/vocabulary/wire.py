"""The JSON form of every type, in one place, numbered. `docs/formats.md` says what each field means.

Spans are written ``[start, end]``, enums as their values, instants as ISO 8601 in UTC. Reading back what was written
gives an equal value. What is read must be exactly as it is written: fields that are missing or unknown, values of
another type and other numbers are refused, nothing is converted. What a claim tells of its events twice (``event``,
``happened``) is worked out where it is written, and must be so where it is read.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from enum import IntEnum, StrEnum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import attrs
from cattrs import BaseValidationError, Converter, transform_error
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.fns import identity
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn
from cattrs.v import format_exception

from sayso.errors import InputError
from sayso.vocabulary.assessment import Assessment, Comparison, Judgement, Weighing
from sayso.vocabulary.claim import Claim
from sayso.vocabulary.event import has_happened
from sayso.vocabulary.reading import Reading
from sayso.vocabulary.reason import Reason
from sayso.vocabulary.report import Rejection, Report, Span

WIRE_NUMBER = 6

# Where the fields of a reading's object come from that are its report's.
OF_REPORT = {
    "id": "id",
    "text": "text",
    "lang_stated": "lang",
    "published": "published_stated",
    "published_utc": "published",
    "outlet": "outlet",
    "url": "url",
    "title": "title",
    "provenance": "provenance",
}
OF_READING = (
    *("lang", "published_doubted", "claims", "places", "times", "durations"),
    *("attributions", "quotations", "reader"),
)
READING_FIELDS = (
    *("wire", "id", "lang", "lang_stated", "text", "published", "published_utc", "published_doubted"),
    *("outlet", "url", "title", "claims", "places", "times", "durations"),
    *("attributions", "quotations", "reader", "provenance"),
)
# What is told of the main event of a claim beside the list of its events.
MAIN_EVENT_FIELDS = ("type", "places", "time")
MOST_PROBLEMS = 3

# What is written holds no value within itself, so nothing looks for that.
_LINES = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))

T = TypeVar("T")
Written = TypeVar("Written", Report, Rejection, Judgement, Comparison, Assessment, Weighing)
Hook = Callable[[Any, Any], Any]


def write_reading(reading: Reading) -> dict[str, Any]:
    """Give the JSON object of a reading."""
    read = _converter().unstructure(reading)
    fields = {"wire": WIRE_NUMBER}
    fields |= {name: read["report"][field] for name, field in OF_REPORT.items()}
    fields |= {name: read[name] for name in OF_READING}
    return {name: fields[name] for name in READING_FIELDS}


def write_line(reading: Reading) -> str:
    """Give the JSON object of a reading as a line of text, without its end."""
    return _LINES.encode(write_reading(reading))


def read_reading(written: dict[str, Any]) -> Reading:
    """Give the reading that a JSON object holds. Raises InputError saying what is wrong with it, and where."""
    _check_number(written)
    _check_fields(written, frozenset(READING_FIELDS))
    report = {field: written[name] for name, field in OF_REPORT.items()}
    return _structure(Reading, {"report": report} | {name: written[name] for name in OF_READING})


def write_value(value: Written) -> dict[str, Any]:
    """Give the JSON object of any other value that stands by itself: its fields and the wire number."""
    return {"wire": WIRE_NUMBER} | unstructure(value)


def read_value(kind: type[Written], written: dict[str, Any]) -> Written:
    """Give the value of a kind that a JSON object holds. Raises InputError saying what is wrong with it, and where."""
    _check_number(written)
    return _structure(kind, {name: value for name, value in written.items() if name != "wire"})


def unstructure(value: attrs.AttrsInstance) -> dict[str, Any]:
    """Give the fields of a value as JSON holds them."""
    fields: dict[str, Any] = _converter().unstructure(value)
    return fields


def reading_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a reading of this wire number."""
    # Imported on first use: it takes 9 ms of every start, and only those who check what others wrote need it.
    from importlib import resources  # noqa: PLC0415

    stored = (resources.files("sayso.vocabulary") / "reading.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(stored)
    return schema


def _structure(kind: type[T], written: object) -> T:
    try:
        return _converter().structure(written, kind)
    except (BaseValidationError, InputError) as error:
        name = kind.__name__.lower()
        problems = transform_error(error, name, _describe)
        more = len(problems) - MOST_PROBLEMS
        shown = "; ".join(problems[:MOST_PROBLEMS]) + (f"; and {more} more" if more > 0 else "")
        message = f"not a {name} of wire {WIRE_NUMBER}: {shown}"
        raise InputError(message) from error


def _describe(error: BaseException, kind: type | None) -> str:
    return str(error) if isinstance(error, InputError) else format_exception(error, kind)


@cache
def _converter() -> Converter:
    converter = Converter(unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook(Span, _write_span)
    converter.register_unstructure_hook(Reason, _write_reason)
    converter.register_unstructure_hook(datetime, _write_instant)
    # Not by way of `value`, which looks it up in Python: a reading has hundreds.
    converter.register_unstructure_hook(StrEnum, attrgetter("_value_"))
    converter.register_unstructure_hook(IntEnum, int)
    converter.register_unstructure_hook_factory(_is_row, _write_row)
    converter.register_unstructure_hook_factory(_is_plain_or_none, lambda _: identity)
    converter.register_structure_hook(Span, _read_span)
    converter.register_structure_hook(datetime, _read_instant)
    for plain in (str, int, bool, float):
        converter.register_structure_hook(plain, _read_float if plain is float else _read_plain(plain))
    converter.register_structure_hook_factory(_is_tuple, _read_tuple)
    converter.register_structure_hook_factory(attrs.has, _read_object)
    converter.register_unstructure_hook(Claim, _write_claim(converter))
    converter.register_structure_hook(Claim, _read_claim(converter))
    return converter


def _write_claim(converter: Converter) -> Callable[[Claim], dict[str, Any]]:
    """Give the hook that writes a claim: its fields, its main event, and which of its events have happened."""
    write_fields = make_dict_unstructure_fn(Claim, converter)

    names = [field.name for field in attrs.fields(Claim)]
    names.insert(names.index("events"), "event")

    def write(claim: Claim) -> dict[str, Any]:
        written = write_fields(claim)
        events = written["events"]
        written["event"] = {field: events[0][field] for field in MAIN_EVENT_FIELDS} if events else None
        for one, event in zip(events, claim.events, strict=True):
            one["happened"] = has_happened(claim, event)
        return {name: written[name] for name in names}

    return write


def _read_claim(converter: Converter) -> Callable[[Any, Any], Claim]:
    """Give the hook that reads a claim and refuses one whose main event or what has happened is told otherwise."""
    read_fields: Callable[[object, object], Claim] = _read_object(Claim, converter)

    def read(stated: object, _: object) -> Claim:
        claim: Claim = read_fields(_without_told(stated), Claim)
        written = converter.unstructure(claim)
        if _told_of(stated) != _told_of(written):
            message = f"claim {claim.id}: event and happened must be {_told_of(written)}"
            raise InputError(message)
        return claim

    return read


def _without_told(stated: object) -> object:
    """Give the object of a claim without what it tells of its events twice."""
    if not isinstance(stated, dict):
        return stated
    bare = _without(stated, "event")
    if isinstance(events := bare.get("events"), list):
        bare["events"] = [_without(one, "happened") if isinstance(one, dict) else one for one in events]
    return bare


def _without(fields: dict[str, Any], left_out: str) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != left_out}


def _told_of(claim: Any) -> str:  # noqa: ANN401 - an object of JSON, checked before
    """Give what the object of a claim tells of its events twice, so that 1 and true are two things."""
    told = {"event": claim.get("event", "missing"), "happened": [one.get("happened") for one in claim["events"]]}
    return json.dumps(told, sort_keys=True, default=repr)


def _is_plain_or_none(kind: object) -> bool:
    """Tell whether values of a type are written as they are, where they are there; cattrs would call for each."""
    kinds = get_args(kind)
    return get_origin(kind) in (Union, UnionType) and set(kinds) <= {str, int, float, bool, NoneType}


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _is_row(kind: object) -> bool:
    """Tell whether a type is a tuple of any length."""
    return _is_tuple(kind) and get_args(kind)[-1] is Ellipsis


def _write_row(kind: Any, converter: Converter) -> Callable[[Any], list[Any]]:  # noqa: ANN401 - as below
    """Give the hook that writes a tuple as a list; cattrs's own goes value by value through a generator."""
    write = converter.get_unstructure_hook(get_args(kind)[0])
    return lambda values: list(map(write, values)) if values else []


def _write_span(span: Span) -> list[int]:
    return [span.start, span.end]


def _write_reason(reason: Reason) -> dict[str, Any]:
    """Write a reason by hand: there are ten to a claim, and most rest on one stretch of words."""
    words = reason.words
    if len(words) == 1:
        ((report, span),) = words
        written = [[report, [span.start, span.end]]]
    else:
        written = [[report, [span.start, span.end]] for report, span in words]
    return {"rule": reason.rule, "score": reason.score, "words": written}


def _write_instant(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _read_instant(stated: object, _: object) -> datetime:
    instant = datetime.fromisoformat(stated) if isinstance(stated, str) else None
    if instant is None or instant.tzinfo is None or _write_instant(instant) != stated:
        message = f"an instant is written like 2024-12-06T09:30:00Z, not {stated!r}"
        raise InputError(message)
    return instant


def _read_span(stated: object, _: object) -> Span:
    if not isinstance(stated, list) or [type(one) for one in stated] != [int, int]:
        message = f"a span is two whole numbers, not {stated!r}"
        raise InputError(message)
    return Span(start=stated[0], end=stated[1])


def _read_float(stated: object, _: object) -> float:
    if isinstance(stated, bool) or not isinstance(stated, int | float):
        message = f"a number is expected, not {stated!r}"
        raise InputError(message)
    return float(stated)


def _read_plain(plain: type) -> Hook:
    """Give the hook of a type whose JSON form is itself. Enums come by it too, as strings: hence ``kind`` is called."""

    def read(stated: object, kind: Callable[[object], object]) -> object:
        if type(stated) is not plain:
            message = f"{plain.__name__} is expected, not {stated!r}"
            raise InputError(message)
        return kind(stated)

    return read


def _read_tuple(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401 - a generic alias has no better type
    is_homogeneous = get_args(kind)[-1] is Ellipsis
    read_all = (
        homogenous_tuple_structure_factory(kind, converter)
        if is_homogeneous
        else converter.gen_structure_hetero_tuple(kind)
    )

    def read(stated: object, _: object) -> object:
        if not isinstance(stated, list):
            message = f"a list is expected, not {stated!r}"
            raise InputError(message)
        return read_all(stated, kind)

    return read


def _read_object(kind: type[attrs.AttrsInstance], converter: Converter) -> Hook:
    expected = frozenset(field.name for field in attrs.fields(kind))
    read_fields = make_dict_structure_fn(kind, converter)

    def read(stated: object, _: object) -> object:
        if not isinstance(stated, dict):
            message = f"an object is expected, not {stated!r}"
            raise InputError(message)
        _check_fields(stated, expected)
        return read_fields(stated, kind)

    return read


def _check_number(written: object) -> None:
    number = written.get("wire") if isinstance(written, dict) else None
    if type(number) is int and number == WIRE_NUMBER:
        return
    message = f"wire {number!r} is not {WIRE_NUMBER}, the one this version reads"
    if type(number) is int and 0 < number < WIRE_NUMBER:
        message += ": it was written by an earlier sayso; read the reports again with this one"
    raise InputError(message)


def _check_fields(written: dict[str, Any], expected: frozenset[str]) -> None:
    missing, unknown = expected - written.keys(), written.keys() - expected
    if missing or unknown:
        lists = (("fields missing", missing), ("fields unknown", unknown))
        message = ", ".join(f"{what}: {', '.join(sorted(names))}" for what, names in lists if names)
        raise InputError(message)
