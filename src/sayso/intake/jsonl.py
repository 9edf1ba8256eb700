"""JSON Lines: one report a line, ``{id, text, lang?, published?, outlet?, url?}``.

The text is text already: it is kept character for character. A bad line is rejected with its number, the rest is read.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from sayso.intake.source import Source
from sayso.vocabulary import Provenance, Rejection, RejectionReason, Report

OPTIONAL = ("lang", "published", "outlet", "url", "title")
LONGEST_ID = 500


def read_jsonl(source: Source) -> Iterator[Report | Rejection]:
    """Give the report of each line, in order; blank lines are passed over."""
    seen: set[str] = set()
    found = False
    for number, line in source.lines():
        if line is None:
            most = source.limits.line_bytes // 1_000_000
            yield source.reject(RejectionReason.TOO_LARGE, f"line longer than {most} MB", number)
        elif line.strip():
            report = _read_line(source, number, line)
            if isinstance(report, Report) and report.id in seen:
                report = source.reject(RejectionReason.DUPLICATE_ID, f"id {report.id!r} stands in an earlier line", number)
            if isinstance(report, Report):
                seen.add(report.id)
            yield report
        else:
            continue
        found = True
    if not found:
        yield source.reject(RejectionReason.EMPTY, "nothing in it")


def _read_line(source: Source, number: int, line: bytes) -> Report | Rejection:
    try:
        stated = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError:
        return source.reject(RejectionReason.ENCODING, "not UTF-8", number)
    except (ValueError, RecursionError) as error:
        detail = "nested too deep" if isinstance(error, RecursionError) else str(error)
        return source.reject(RejectionReason.BAD_JSON, detail, number)
    if not isinstance(stated, dict):
        return source.reject(RejectionReason.BAD_JSON, "not an object", number)
    wrong = _find_wrong(stated)
    if wrong is not None:
        return source.reject(*wrong, number)
    return _make_report(source, number, line, stated)


def _refuse(constant: str) -> None:
    message = f"{constant} is not JSON"
    raise ValueError(message)


def _find_wrong(stated: dict[str, Any]) -> tuple[RejectionReason, str] | None:
    """Give the first thing wrong with the fields of a line."""
    text, key = stated.get("text"), stated.get("id")
    if text is None:
        return RejectionReason.NO_TEXT, "no field 'text'"
    if not isinstance(text, str):
        return RejectionReason.BAD_FIELD, "'text' is not a string"
    if not text.strip():
        return RejectionReason.EMPTY, "'text' is empty"
    if isinstance(key, bool) or not isinstance(key, str | int) or not 0 < len(str(key)) <= LONGEST_ID:
        return RejectionReason.BAD_FIELD, f"'id' must be a string of 1 to {LONGEST_ID} characters or a whole number"
    for name in OPTIONAL:
        if stated.get(name) is not None and not isinstance(stated[name], str):
            return RejectionReason.BAD_FIELD, f"'{name}' is not a string"
    broken = [name for name in ("id", "text", *OPTIONAL) if _has_surrogate(str(stated.get(name)))]
    return (RejectionReason.ENCODING, f"'{broken[0]}' has half of a surrogate pair") if broken else None


def _has_surrogate(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _make_report(source: Source, number: int, line: bytes, stated: dict[str, Any]) -> Report:
    return Report(
        id=str(stated["id"]),
        text=stated["text"],
        lang=stated.get("lang") or None,
        published=read_instant(stated.get("published")),
        published_stated=stated.get("published"),
        outlet=stated.get("outlet"),
        url=stated.get("url"),
        title=stated.get("title"),
        provenance=Provenance(
            where=source.where,
            format="jsonl",
            sha256=hashlib.sha256(line.rstrip(b"\r\n")).hexdigest(),
            encoding="utf-8",
            line=number,
        ),
    )


def read_instant(stated: str | None) -> datetime | None:
    """Read an ISO 8601 date or an instant with a zone as UTC; None for anything else.

    A date alone is the midnight that begins it in UTC; an instant without a zone cannot be placed and gives None.
    """
    if stated is None:
        return None
    try:
        if len(stated) == len("2000-01-01"):
            return datetime.combine(date.fromisoformat(stated), time(), tzinfo=UTC)
        instant = datetime.fromisoformat(stated)
        return None if instant.tzinfo is None else instant.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
