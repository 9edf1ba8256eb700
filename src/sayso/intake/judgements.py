"""People's judgements, one a line of JSON: ``{one, other, verdict, by, at, why?}``; other fields are ignored.

A line that cannot be used is rejected with its number, the rest is read.
"""

import codecs
import json
from collections.abc import Iterator
from typing import Any, NoReturn

from sayso.errors import InputError
from sayso.intake.jsonl import describe_fault, read_instant
from sayso.intake.source import Limits, Source, close_source, open_source
from sayso.vocabulary import Judgement, Rejection, RejectionReason, Verdict

HEAD_BYTES = 8192
WORDS = ("one", "other", "verdict", "by", "at")
LONGEST_WORDS = 500


def open_judgements(spec: str, limits: Limits | None = None) -> Iterator[Judgement | Rejection]:
    """Give the judgement of each line of a file, or why there is none; blank lines are passed over."""
    source = open_source(spec, limits or Limits(), HEAD_BYTES)
    if isinstance(source, Rejection):
        yield source
        return
    try:
        for number, line in source.lines():
            if isinstance(line, Rejection):
                yield line
            elif line.removeprefix(codecs.BOM_UTF8).strip():
                yield _read_line(source, number, line)
    finally:
        close_source(spec, source.stream)


def _read_line(source: Source, number: int, line: bytes) -> Judgement | Rejection:
    try:
        stated = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return source.reject(*describe_fault(error), number)
    if not isinstance(stated, dict):
        return source.reject(RejectionReason.BAD_JSON, "not an object", number)
    try:
        return _make(stated)
    except InputError as error:
        return source.reject(RejectionReason.BAD_FIELD, str(error), number)


def _make(stated: dict[str, Any]) -> Judgement:
    """Make a judgement of the fields of a line. Raises InputError naming the one that cannot be used."""
    for name in WORDS:
        if not isinstance(stated.get(name), str) or not 0 < len(stated[name]) <= LONGEST_WORDS:
            _refuse(f"'{name}' must be a string of 1 to {LONGEST_WORDS} characters")
    if not isinstance(stated.get("why"), str | None):
        _refuse("'why' is not a string")
    if stated["verdict"] not in tuple(Verdict):
        _refuse(f"'verdict' is one of {', '.join(Verdict)}")
    at = read_instant(stated["at"])
    if at is None:
        _refuse("'at' is no date or instant with a zone, as in 2024-12-06T09:30:00Z")
    return Judgement(
        one=stated["one"],
        other=stated["other"],
        verdict=Verdict(stated["verdict"]),
        by=stated["by"],
        at=at,
        why=stated.get("why") or None,
    )


def _refuse(message: str) -> NoReturn:
    raise InputError(message)
