"""One input as bytes: a file or standard input, bounded in size, with its rejections."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import attrs

from sayso.intake.clean import show_safely
from sayso.intake.encodings import describe_binary
from sayso.vocabulary import Rejection, RejectionReason

MEGABYTE = 1_000_000


@attrs.frozen(kw_only=True)
class Limits:
    """How much is taken in: bytes of a file read whole, and of one line of JSON Lines."""

    file_bytes: int = 20 * MEGABYTE
    line_bytes: int = 20 * MEGABYTE


@attrs.frozen(kw_only=True)
class Source:
    """An input as the user named it, open for reading bytes."""

    where: str
    stream: BinaryIO
    head: bytes
    limits: Limits

    def reject(self, reason: RejectionReason, detail: str, line: int | None = None) -> Rejection:
        """Make a rejection that names this input."""
        return Rejection(where=show_safely(self.where), reason=reason, detail=show_safely(detail, 300), line=line)

    def read(self) -> bytes | Rejection:
        """Read the whole input, or say why it is refused: empty, binary, too large."""
        most = self.limits.file_bytes
        try:
            raw = self.head + self.stream.read(most + 1 - len(self.head))
        except OSError as error:
            return self.reject(RejectionReason.UNREADABLE, error.strerror or str(error))
        if len(raw) > most:
            return self.reject(
                RejectionReason.TOO_LARGE, f"larger than {most // MEGABYTE} MB; split it, or put its reports in JSON Lines"
            )
        if not raw.strip():
            return self.reject(RejectionReason.EMPTY, "nothing in it")
        kind = describe_binary(raw)
        return raw if kind is None else self.reject(RejectionReason.BINARY, f"{kind}, not text")

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Give the lines with their numbers from 1; None for one that passes the limit."""
        number = 0
        rest = self.head
        while True:
            number += 1
            line, rest = self._line(rest)
            if line == b"":
                return
            if line is not None and len(line) > self.limits.line_bytes:
                while not line.endswith(b"\n"):
                    line, rest = self._line(rest)
                    if not line:
                        break
                yield number, None
                continue
            yield number, line

    def _line(self, rest: bytes) -> tuple[bytes, bytes]:
        """Take one line, or ``line_bytes`` + 1 bytes of it, from what was read ahead and the stream."""
        line, mark, rest = rest.partition(b"\n")
        if mark:
            return line + mark, rest
        return line + self.stream.readline(self.limits.line_bytes + 1 - min(len(line), self.limits.line_bytes)), b""


def open_source(spec: str, limits: Limits, head_bytes: int) -> Source | Rejection:
    """Open an input as the user typed it; ``-`` is standard input. The caller closes the stream."""
    where = "standard input" if spec == "-" else spec
    try:
        stream = sys.stdin.buffer if spec == "-" else Path(spec).open("rb")
        head = stream.read(head_bytes)
    except IsADirectoryError:
        detail = "a folder; name the files in it"
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
    else:
        return Source(where=where, stream=stream, head=head, limits=limits)
    return Rejection(where=show_safely(where), reason=RejectionReason.UNREADABLE, detail=show_safely(detail))
