"""The one table of formats, and how an input finds its own.

Takes an input as the user typed it, gives its reports and rejections. To add a format: a file here and a row in FORMATS.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePath

import attrs

from sayso.intake.html import read_html
from sayso.intake.jsonl import read_jsonl
from sayso.intake.plain import read_plain
from sayso.intake.source import Limits, Source, open_source
from sayso.vocabulary import Rejection, Report

HEAD_BYTES = 2048
PAGE_HEAD = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)


@attrs.frozen(kw_only=True)
class Format:
    """One way reports come in: its name, the endings of its files, and its reader."""

    name: str
    endings: tuple[str, ...]
    read: Callable[[Source], Iterator[Report | Rejection]]


PLAIN = Format(name="plain", endings=(".txt", ".text", ".md"), read=read_plain)
HTML = Format(name="html", endings=(".html", ".htm", ".xhtml"), read=read_html)
JSONL = Format(name="jsonl", endings=(".jsonl", ".ndjson"), read=read_jsonl)
FORMATS = (PLAIN, HTML, JSONL)


def find_format(spec: str, head: bytes) -> Format:
    """Tell an input's format by its ending, else by how it begins; plain text where neither says."""
    ending = PurePath(spec).suffix.lower()
    for known in FORMATS:
        if ending in known.endings:
            return known
    if PAGE_HEAD.match(head):
        return HTML
    return JSONL if re.match(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"", head) else PLAIN


def open_reports(spec: str, limits: Limits | None = None) -> Iterator[Report | Rejection]:
    """Read one input: a path as typed, or ``-`` for standard input. Never raises for what is in it."""
    source = open_source(spec, limits or Limits(), HEAD_BYTES)
    if isinstance(source, Rejection):
        yield source
        return
    try:
        yield from find_format(spec, source.head).read(source)
    finally:
        if spec != "-":
            source.stream.close()
