"""The JSON form of every type, in one place, numbered. `docs/formats.md` says what each field means.

Spans are written ``[start, end]``, enums as their values, instants as ISO 8601 in UTC. Reading back what was written
gives an equal value. Unknown fields and unknown numbers are refused.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Any, TypeVar

from cattrs import BaseValidationError, Converter

from sayso.errors import InputError
from sayso.vocabulary.assessment import Assessment, Comparison, Judgement
from sayso.vocabulary.reading import Reading
from sayso.vocabulary.report import Report, Span

WIRE_NUMBER = 1

T = TypeVar("T")

# Fields of a report that a reading carries at its top level.
REPORT_FIELDS = ("text", "outlet", "url", "title", "provenance")
READ_FIELDS = ("claims", "places", "times", "attributions", "quotations", "reader")


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(Span, _structure_span)
    converter.register_unstructure_hook(datetime, _write_instant)
    converter.register_structure_hook(datetime, lambda stated, _: _read_instant(stated))
    converter.register_unstructure_hook_func(_is_tuple, lambda values: [converter.unstructure(one) for one in values])
    return converter


def _is_tuple(kind: Any) -> bool:
    return kind is tuple or getattr(kind, "__origin__", None) is tuple


def _structure_span(stated: Any, _: object) -> Span:
    start, end = stated
    if type(start) is not int or type(end) is not int:
        message = f"a span is two whole numbers, not {stated!r}"
        raise InputError(message)
    return Span(start=start, end=end)


def _write_instant(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _read_instant(stated: str) -> datetime:
    return datetime.fromisoformat(stated).astimezone(UTC)


def write_reading(reading: Reading) -> dict[str, Any]:
    """Give the JSON object of a reading."""
    converter = _converter()
    report = converter.unstructure(reading.report)
    read = converter.unstructure(reading)
    head = {"wire": WIRE_NUMBER, "id": report["id"], "lang": reading.lang}
    stated = {"lang_stated": report["lang"], "published": report["published_stated"], "published_utc": report["published"]}
    return (
        head
        | {name: report[name] for name in REPORT_FIELDS[:1]}
        | stated
        | {name: report[name] for name in REPORT_FIELDS[1:-1]}
        | {name: read[name] for name in READ_FIELDS}
        | {"provenance": report["provenance"]}
    )


def read_reading(written: dict[str, Any]) -> Reading:
    """Give the reading that a JSON object holds. Raises InputError saying what is wrong with it."""
    _check_number(written)
    expected = {"wire", "id", "lang", "lang_stated", "published", "published_utc", *REPORT_FIELDS, *READ_FIELDS}
    if written.keys() != expected:
        names = ", ".join(sorted(written.keys() ^ expected))
        message = f"a reading of wire {WIRE_NUMBER} has other fields: {names}"
        raise InputError(message)
    report = {name: written[name] for name in ("id", *REPORT_FIELDS)} | {
        "lang": written["lang_stated"],
        "published": written["published_utc"],
        "published_stated": written["published"],
    }
    read = {name: written[name] for name in ("lang", *READ_FIELDS)}
    return _structure(Reading, {"report": report, **read})


def _check_number(written: dict[str, Any]) -> None:
    if written.get("wire") != WIRE_NUMBER:
        message = f"wire {written.get('wire')!r} is not {WIRE_NUMBER}, the one this version reads"
        raise InputError(message)


def _structure(kind: type[T], written: object) -> T:
    try:
        return _converter().structure(written, kind)
    except (BaseValidationError, ValueError, TypeError, KeyError) as error:
        message = f"not a {kind.__name__.lower()} of wire {WIRE_NUMBER}: {error}"
        raise InputError(message) from error


def _pair(kind: type[T]) -> tuple[Callable[[T], dict[str, Any]], Callable[[dict[str, Any]], T]]:
    """Give writer and reader of a type whose JSON object has its own fields and the wire number."""

    def write(value: T) -> dict[str, Any]:
        return {"wire": WIRE_NUMBER} | _converter().unstructure(value)

    def read(written: dict[str, Any]) -> T:
        _check_number(written)
        return _structure(kind, {name: value for name, value in written.items() if name != "wire"})

    return write, read


write_report, read_report = _pair(Report)
write_judgement, read_judgement = _pair(Judgement)
write_comparison, read_comparison = _pair(Comparison)
write_assessment, read_assessment = _pair(Assessment)


def reading_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a reading of this wire number."""
    stored = (resources.files("sayso.vocabulary") / "reading.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(stored)
    return schema
