"""What was published: reports, where they came from, and what could not be taken in."""

import re
from datetime import datetime, timedelta
from enum import StrEnum

import attrs

from sayso.errors import InputError

SHA256 = re.compile("[0-9a-f]{64}")
# No Unicode text: it cannot be written as UTF-8, and no tokenizer takes it.
HALF_CHARACTER = re.compile("[\ud800-\udfff]")


@attrs.frozen(kw_only=True)
class Span:
    """Half-open range of characters of ``Report.text``, counted from 0: ``start`` is in it, ``end`` is not.

    Spans are in the order of their starts, then of their ends; what attrs would make for it takes five times as long.
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"a span needs 0 <= start < end, not {self.start}, {self.end}"
            raise InputError(message)

    def __lt__(self, other: "Span") -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __le__(self, other: "Span") -> bool:
        return (self.start, self.end) <= (other.start, other.end)

    def __gt__(self, other: "Span") -> bool:
        return (self.start, self.end) > (other.start, other.end)

    def __ge__(self, other: "Span") -> bool:
        return (self.start, self.end) >= (other.start, other.end)

    def cut(self, text: str) -> str:
        """Give the characters of ``text`` that the span names."""
        return text[self.start : self.end]


@attrs.frozen(kw_only=True)
class Provenance:
    """Where a report came from.

    ``where`` is the input as the user named it, ``line`` its line from 1 where the input holds one report a line,
    ``sha256`` that of the bytes read (of the line without its end, for JSON Lines) in lower-case hexadecimal,
    ``encoding`` the one they were decoded with.
    """

    where: str
    format: str
    sha256: str
    encoding: str | None = None
    line: int | None = None

    def __attrs_post_init__(self) -> None:
        if not SHA256.fullmatch(self.sha256):
            message = f"{self.where}: a SHA-256 is 64 lower-case hexadecimal digits, not {self.sha256!r}"
            raise InputError(message)
        if self.line is not None and self.line < 1:
            message = f"{self.where}: lines are counted from 1, not {self.line}"
            raise InputError(message)


@attrs.frozen(kw_only=True)
class Report:
    """What was published, as text that never changes after intake.

    ``published`` is an aware instant in UTC where the input states one that can be read; ``published_stated`` keeps
    the words of the input, or the date in a page's metadata. ``lang`` is the code of the language the input states,
    None where it states none.
    """

    id: str
    text: str
    provenance: Provenance
    lang: str | None = None
    published: datetime | None = None
    published_stated: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.id:
            message = "a report needs an id"
            raise InputError(message)
        if not self.text or self.text.isspace():
            message = f"report {self.id}: no text"
            raise InputError(message)
        if HALF_CHARACTER.search(self.text):
            message = f"report {self.id}: its text has half of a surrogate pair"
            raise InputError(message)
        if self.published is not None and self.published.utcoffset() != timedelta(0):
            message = f"report {self.id}: published must be an aware instant in UTC"
            raise InputError(message)


class DateDoubt(StrEnum):
    """Why a stated date of publication is not believed: it lies in the future, or in 1970, where unset clocks begin."""

    FUTURE = "future"
    EPOCH = "epoch"


class RejectionReason(StrEnum):
    """Why an input, or a line of one, was not taken in."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    ENCODING = "encoding"
    TOO_LARGE = "too-large"
    TOO_COMPLEX = "too-complex"
    NO_TEXT = "no-text"
    BAD_JSON = "bad-json"
    BAD_FIELD = "bad-field"
    DUPLICATE_ID = "duplicate-id"
    READER_FAILED = "reader-failed"


@attrs.frozen(kw_only=True)
class Rejection:
    """An input, or one line of it, that could not be taken in, and why.

    Its text is the line users see, ``where[:line]: reason: detail``: always one line, what cannot be printed escaped.
    """

    where: str
    reason: RejectionReason
    detail: str
    line: int | None = None

    def __str__(self) -> str:
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        return _on_one_line(f"{place}: {self.reason}: {self.detail}")


def _on_one_line(text: str) -> str:
    """Write line ends, control characters and halves of surrogate pairs as escapes."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in text)
