"""The one table of formats, and how an input finds its own.

Takes an input as the user typed it, gives its reports and rejections. To add a format: a file here, a row in FORMATS.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePath

import attrs

from sayso.intake.encodings import peek
from sayso.intake.folders import files_in
from sayso.intake.html import read_html
from sayso.intake.jsonl import read_jsonl
from sayso.intake.plain import read_plain
from sayso.intake.source import Limits, Source, close_source, describe_error, name_input, open_source
from sayso.vocabulary import Rejection, RejectionReason, Report

HEAD_BYTES = 8192
PAGE_HEAD = re.compile(
    r"(?:<\?xml[^>]{0,200}>)?\s*(?:<!--.{0,2000}?-->\s*){0,3}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
TAG_HEAD = re.compile(r"<[a-zA-Z!/?]")
OBJECT_HEAD = re.compile(r"\{\s*\"")
MARKS = "\ufeff\xef\xbb\xbf"


@attrs.frozen(kw_only=True)
class Format:
    """One way reports come in: its name, the endings of its files, and its reader."""

    name: str
    endings: tuple[str, ...]
    read: Callable[[Source], Iterator[Report | Rejection]]


PLAIN = Format(name="plain", endings=(".txt", ".text", ".md"), read=read_plain)
HTML = Format(name="html", endings=(".html", ".htm", ".xhtml"), read=read_html)
JSONL = Format(name="jsonl", endings=(".jsonl", ".ndjson", ".json"), read=read_jsonl)
FORMATS = (PLAIN, HTML, JSONL)


def find_format(spec: str, head: bytes) -> Format:
    """Tell an input's format by its ending, unless it begins as something else; without an ending, by how it begins.

    A page is read as a page whatever its file is called, for its tags are no text; a file that is called a page and
    has no tag in its beginning is read as plain text, as it is meant.
    """
    begins = peek(head).lstrip(MARKS).lstrip()
    ending = PurePath(spec).suffix.lower()
    named = next((known for known in FORMATS if ending in known.endings), None)
    if named is JSONL:
        return JSONL
    if PAGE_HEAD.match(begins):
        return HTML
    if named is HTML:
        return HTML if TAG_HEAD.search(begins) else PLAIN
    return JSONL if named is None and OBJECT_HEAD.match(begins) else PLAIN


def open_reports(spec: str, limits: Limits | None = None) -> Iterator[Report | Rejection]:
    """Read one input: a path as typed, or ``-`` for standard input. Never raises for what is in it.

    A folder stands for the files in it, in the order of their names; hidden files and folders inside are left out.
    """
    where = name_input(spec)
    try:
        files = files_in(spec)
    except OSError as error:
        yield Rejection(where=where, reason=RejectionReason.UNREADABLE, detail=describe_error(error))
        return
    if files == ():
        yield Rejection(where=where, reason=RejectionReason.EMPTY, detail="a folder with no files in it")
    for one in (spec,) if files is None else files:
        yield from _open_file(one, limits)


def _open_file(spec: str, limits: Limits | None) -> Iterator[Report | Rejection]:
    source = open_source(spec, limits or Limits(), HEAD_BYTES)
    if isinstance(source, Rejection):
        yield source
        return
    try:
        yield from find_format(spec, source.head).read(source)
    finally:
        close_source(spec, source.stream)
