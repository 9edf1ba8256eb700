"""One input as bytes: a file or standard input, bounded in size, with its rejections."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import attrs

from sayso.intake.clean import shorten
from sayso.intake.encodings import describe_binary
from sayso.vocabulary import Rejection, RejectionReason

MEGABYTE = 1_000_000
STANDARD_INPUT = "-"


@attrs.frozen(kw_only=True)
class Limits:
    """How much is taken in: bytes of a plain text, of a page, and of one line of JSON Lines.

    A page has the smaller bound because its parser breaks off, without a word, in a text of 10 MB.
    """

    file_bytes: int = 20 * MEGABYTE
    page_bytes: int = 10 * MEGABYTE
    line_bytes: int = 20 * MEGABYTE


@attrs.frozen(kw_only=True)
class Source:
    """An input as the user named it, open for reading bytes; ``head`` is what was read of it to tell its format."""

    where: str
    stream: BinaryIO
    head: bytes
    limits: Limits

    def reject(self, reason: RejectionReason, detail: str, line: int | None = None) -> Rejection:
        """Make a rejection that names this input."""
        return Rejection(where=self.where, reason=reason, detail=shorten(detail), line=line)

    def read(self, most: int) -> bytes | Rejection:
        """Read the whole input of up to ``most`` bytes, or say why not: unreadable, empty, binary, too large."""
        try:
            raw = self.head + (self.stream.read(max(0, most + 1 - len(self.head))) or b"")
        except OSError as error:
            return self.reject(RejectionReason.UNREADABLE, describe_error(error))
        kind = describe_binary(raw)
        if kind is not None:
            return self.reject(RejectionReason.BINARY, f"{kind}, not text")
        if len(raw) > most:
            advice = "split it, or put its reports in JSON Lines"
            return self.reject(RejectionReason.TOO_LARGE, f"larger than {show_size(most)}; {advice}")
        return raw if raw.strip() else self.reject(RejectionReason.EMPTY, "nothing in it")

    def lines(self) -> Iterator[tuple[int, bytes | Rejection]]:
        """Give the lines with their numbers from 1, without their ends; a Rejection for one that passes the limit.

        Where the input breaks off with an error, the last is a Rejection too.
        """
        number, rest = 0, self.head
        while True:
            number += 1
            try:
                line, rest = self._read_line(rest)
            except OSError as error:
                yield number, self.reject(RejectionReason.UNREADABLE, describe_error(error), number)
                return
            if line == b"":
                return
            if line is None:
                detail = f"a line longer than {show_size(self.limits.line_bytes)}"
                yield number, self.reject(RejectionReason.TOO_LARGE, detail, number)
            else:
                yield number, line.rstrip(b"\r\n")

    def _read_line(self, rest: bytes) -> tuple[bytes | None, bytes]:
        """Take one line from what was read ahead and the stream, and what is then left of the former.

        No bytes at the end of the input; None for a line that passes the limit, which is read to its end.
        """
        most = self.limits.line_bytes
        line, end, rest = rest.partition(b"\n")
        if not end:
            line, end, _ = (line + self.stream.readline(max(0, most + 1 - len(line)))).partition(b"\n")
        if len(line) <= most:
            return line + end, rest
        piece = end or self.stream.readline(most + 1)
        while piece and not piece.endswith(b"\n"):
            piece = self.stream.readline(most + 1)
        return None, rest


def open_source(spec: str, limits: Limits, head_bytes: int) -> Source | Rejection:
    """Open an input as the user typed it; ``-`` is standard input. The caller closes the stream."""
    where = "standard input" if spec == STANDARD_INPUT else name_input(spec)
    try:
        stream = _open(spec)
    except IsADirectoryError:
        return Rejection(where=where, reason=RejectionReason.UNREADABLE, detail="a folder; name the files in it")
    except (OSError, ValueError) as error:
        return Rejection(where=where, reason=RejectionReason.UNREADABLE, detail=describe_error(error))
    try:
        # None from a pipe that does not wait and has nothing yet.
        head = stream.read(head_bytes) or b""
    except OSError as error:
        close_source(spec, stream)
        return Rejection(where=where, reason=RejectionReason.UNREADABLE, detail=describe_error(error))
    return Source(where=where, stream=stream, head=head, limits=limits)


def close_source(spec: str, stream: BinaryIO) -> None:
    """Close the stream of an input, but for standard input, which is not ours."""
    if spec != STANDARD_INPUT:
        with suppress(OSError):
            stream.close()


def _open(spec: str) -> BinaryIO:
    if spec != STANDARD_INPUT:
        return Path(spec).open("rb") if spec else _refuse("no name")
    # A program started without one has None here.
    return sys.stdin.buffer if sys.stdin is not None else _refuse("there is none")


def _refuse(detail: str) -> BinaryIO:
    raise ValueError(detail)


def name_input(spec: str) -> str:
    """Give an input's name in characters that can be written anywhere: bytes that are no UTF-8 as escapes."""
    return spec.encode("utf-8", "backslashreplace").decode("utf-8") or "''"


def describe_error(error: Exception) -> str:
    """Say in the system's words what stopped the reading of an input."""
    return shorten(getattr(error, "strerror", None) or str(error) or type(error).__name__)


def show_size(size: int) -> str:
    """Give a number of bytes in megabytes where it is one or more."""
    return f"{size / MEGABYTE:g} MB" if size >= MEGABYTE else f"{size:,} bytes"
