"""Bytes -> text: byte-order mark, what the bytes declare, UTF-8, then a guess that must hold; else a rejection."""

import codecs
import re

import attrs
from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
HEAD_BYTES = 4096
GUESS_BYTES = 100_000
# What a file of each kind begins with, and how it is called.
MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive (or an office document)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"ID3", "an MP3 recording"),
)
CYRILLIC = ("cp1251", "koi8_u", "cp866", "mac_cyrillic", "iso8859_5")


@attrs.frozen
class Decoded:
    """Text and the encoding it was read with."""

    text: str
    encoding: str


def describe_binary(raw: bytes) -> str | None:
    """Tell what kind of binary file the bytes are; None where they look like text."""
    for magic, name in MAGIC:
        if raw.startswith(magic):
            return name
    if any(raw.startswith(bom) for bom, _ in BOMS):
        return None
    return "binary data" if b"\x00" in raw[:HEAD_BYTES] else None


def decode(raw: bytes, *, is_markup: bool) -> Decoded | None:
    """Decode bytes; None where no encoding can be told. ``is_markup``: believe what the page declares."""
    for bom, encoding in BOMS:
        if raw.startswith(bom):
            return _try(raw, encoding)
    declared = _declared(raw) if is_markup else None
    found = _try(raw, declared) if declared else None
    return found or _try(raw, "utf-8") or _guess(raw)


def _declared(raw: bytes) -> str | None:
    match = DECLARED.search(raw[:HEAD_BYTES])
    if not match:
        return None
    name = (match[1] or match[2]).decode("ascii", "replace")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _try(raw: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(raw.decode(encoding), codecs.lookup(encoding).name)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _guess(raw: bytes) -> Decoded | None:
    """Guess an eight-bit encoding; a guess counts when the text has hardly any character that words do not have."""
    best = from_bytes(raw[:GUESS_BYTES]).best()
    candidates = ([best.encoding] if best is not None else []) + list(CYRILLIC[:3])
    for encoding in candidates:
        found = _try(raw, encoding)
        if found and _looks_written(found.text):
            return found
    return None


def _looks_written(text: str) -> bool:
    """Tell whether most characters are letters, digits, spaces and common marks, and lower case prevails."""
    sample = text[:GUESS_BYTES]
    letters = [character for character in sample if character.isalpha()]
    plain = sum(character.isalnum() or character.isspace() or character in ".,!?;:-()\"'\u00ab\u00bb\u2013\u2014\u201c\u201d\u2018\u2019" for character in sample)
    lower = sum(character.islower() for character in letters)
    return bool(letters) and plain >= 0.9 * len(sample) and lower >= 0.6 * len(letters)
