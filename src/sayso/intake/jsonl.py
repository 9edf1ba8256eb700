"""JSON Lines: one report a line, ``{id?, text, lang?, published?, outlet?, url?, title?}``; other fields are ignored.

The text is text already: it is kept character for character. A bad line is rejected with its number, the rest is read.
"""

import codecs
import hashlib
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from sayso.intake.clean import shorten
from sayso.intake.encodings import describe_binary, describe_magic, find_bom
from sayso.intake.roll import Roll
from sayso.intake.source import Source
from sayso.vocabulary import Provenance, Rejection, RejectionReason, Report, report_id

OPTIONAL = ("lang", "published", "outlet", "url", "title")
LONGEST_ID = 500
DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]*)?")


def read_jsonl(source: Source) -> Iterator[Report | Rejection]:
    """Give the report of each line, in order; blank lines are passed over."""
    whole = _reject_whole(source)
    if whole is not None:
        yield whole
        return
    roll = Roll()
    found = False
    for number, line in source.lines():
        if isinstance(line, bytes) and not line.removeprefix(codecs.BOM_UTF8).strip():
            continue
        found = True
        report = line if isinstance(line, Rejection) else _read_line(source, number, line)
        yield report if isinstance(report, Rejection) else _enter(source, number, report, roll)
    if not found:
        yield source.reject(RejectionReason.EMPTY, "nothing in it")


def _enter(source: Source, number: int, report: Report, roll: Roll) -> Report | Rejection:
    entered = roll.enter(report)
    if not isinstance(entered, str):
        return entered
    detail = f"id {shorten(report.id, 80)!r} stands in an earlier line (a line without id has that of its text)"
    return source.reject(RejectionReason.DUPLICATE_ID, detail, number)


def _reject_whole(source: Source) -> Rejection | None:
    """Refuse, with one rejection instead of one a line, what is plainly no JSON Lines."""
    wide = find_bom(source.head)
    if wide not in (None, "utf-8-sig"):
        return source.reject(RejectionReason.ENCODING, f"{wide}; JSON Lines are UTF-8")
    begins = source.head.removeprefix(codecs.BOM_UTF8).lstrip()
    kind = describe_magic(source.head) or (None if begins.startswith(b"{") else describe_binary(source.head))
    if kind is not None:
        return source.reject(RejectionReason.BINARY, f"{kind}, not text")
    first = begins.partition(b"\n")[0].rstrip()
    if first in (b"{", b"[") or (first.startswith(b"[") and not first.endswith(b"]")):
        return source.reject(RejectionReason.BAD_JSON, "one JSON document over several lines; put one object a line")
    return None


def _read_line(source: Source, number: int, line: bytes) -> Report | Rejection:
    try:
        stated = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse, parse_int=_read_whole)
    except (ValueError, RecursionError) as error:
        return source.reject(*describe_fault(error), number)
    if not isinstance(stated, dict):
        return source.reject(RejectionReason.BAD_JSON, "not an object", number)
    wrong = _find_wrong(stated)
    if wrong is not None:
        return source.reject(*wrong, number)
    return _make_report(source, number, line, stated)


def describe_fault(error: Exception) -> tuple[RejectionReason, str]:
    """Say what is wrong with a line that is no JSON."""
    if isinstance(error, UnicodeDecodeError):
        return RejectionReason.ENCODING, "not UTF-8"
    if isinstance(error, RecursionError):
        return RejectionReason.BAD_JSON, "nested too deep"
    if isinstance(error, json.JSONDecodeError):
        return RejectionReason.BAD_JSON, f"{error.msg.removesuffix(' at')} at column {error.colno}"
    return RejectionReason.BAD_JSON, str(error)


def _refuse(constant: str) -> None:
    message = f"{constant} is not JSON"
    raise ValueError(message)


def _read_whole(digits: str) -> int | float:
    """Read a whole number; one too long for an id, which Python may refuse to read exactly, as a float."""
    return int(digits) if len(digits) <= LONGEST_ID else float(digits)


def _find_wrong(stated: dict[str, Any]) -> tuple[RejectionReason, str] | None:
    """Give the first thing wrong with the fields of a line."""
    text = stated.get("text")
    if text is None:
        return RejectionReason.NO_TEXT, "no field 'text'"
    if not isinstance(text, str):
        return RejectionReason.BAD_FIELD, "'text' is not a string"
    if not text.strip():
        return RejectionReason.EMPTY, "'text' is empty"
    if not _is_id(stated.get("id")):
        return RejectionReason.BAD_FIELD, f"'id' must be a string of 1 to {LONGEST_ID} characters or a whole number"
    for name in OPTIONAL:
        if not isinstance(stated.get(name), str | None):
            return RejectionReason.BAD_FIELD, f"'{name}' is not a string"
    broken = [name for name in ("id", "text", *OPTIONAL) if _has_surrogate(str(stated.get(name)))]
    return (RejectionReason.ENCODING, f"'{broken[0]}' has half of a surrogate pair") if broken else None


def _is_id(key: object) -> bool:
    """Tell whether a line's id can be one; a line need not have any."""
    if key is None:
        return True
    return isinstance(key, str | int) and not isinstance(key, bool) and 0 < len(str(key)) <= LONGEST_ID


def _has_surrogate(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _make_report(source: Source, number: int, line: bytes, stated: dict[str, Any]) -> Report:
    text, key = stated["text"], stated.get("id")
    return Report(
        id=report_id(text) if key is None else str(key),
        text=text,
        lang=read_language(stated.get("lang")),
        published=read_instant(stated.get("published")),
        published_stated=stated.get("published") or None,
        outlet=stated.get("outlet") or None,
        url=stated.get("url") or None,
        title=stated.get("title") or None,
        provenance=Provenance(
            where=source.where,
            format="jsonl",
            sha256=hashlib.sha256(line).hexdigest(),
            encoding="utf-8",
            line=number,
        ),
    )


def read_language(stated: str | None) -> str | None:
    """Give the language of a tag (`en` of `en-GB`) in small letters; None where none is stated, or in no known form."""
    match = LANGUAGE.fullmatch((stated or "").strip())
    code = match[1].lower() if match else None
    return None if code == "und" else code


def read_instant(stated: str | None) -> datetime | None:
    """Read an ISO 8601 date or an instant with a zone as UTC; None for anything else.

    A date alone is the midnight that begins it in UTC; an instant without a zone cannot be placed and gives None.
    """
    if not stated:
        return None
    try:
        if DATE.fullmatch(stated):
            return datetime.combine(date.fromisoformat(stated), time(), tzinfo=UTC)
        instant = datetime.fromisoformat(stated)
        return None if instant.tzinfo is None else instant.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
