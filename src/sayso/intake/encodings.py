"""Bytes -> text: byte-order mark, what the page declares, UTF-8, then a guess that must hold; else None."""

import codecs
import re

import attrs

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
# What a page may declare: encodings of text alone. Python knows others besides (`unicode_escape`, `punycode`) that make
# other text of a page, or take time that grows with the square of its length.
BELIEVED = re.compile(
    r"utf-8|cp(1250|1251|1252|1253|1254|1257|866|932|949)|koi8-[ru]|iso8859-\d+|mac-cyrillic|gb\w+|big5|euc_\w+"
)
HEAD_BYTES = 8192
GUESS_BYTES = 50_000
# What a file of each kind begins with, and how it is called.
MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive (or an office document)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"ID3\x03", "an MP3 recording"),
    (b"ID3\x04", "an MP3 recording"),
)
TAG = re.compile(rb"<[^<>]*>")
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
MOST_CONTROLS = 0.02
FEWEST_WIDE = 0.95
FEWEST_LEGIBLE = 0.98
FEWEST_LETTERS = 0.3
CYRILLIC_ENCODINGS = ("cp1251", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic")
CYRILLIC = re.compile("[\u0400-\u04ff]")
CYRILLIC_WORD = re.compile("[\u0400-\u04ff]{3}")
# The letters that make up 0.87 to 0.92 of what is not ASCII in a Russian or Ukrainian text; read in a wrong Cyrillic
# encoding it has at most 0.65 of them, but for mac_cyrillic and cp1251, which differ in the capitals and in one letter:
# hence no capital counts after a small letter.
FREQUENT = re.compile("[оеаинтсрвлкмдпуіязь]|(?<![а-яёіїєґ])[ОЕАИНТСРВЛКМДПУІЯЗЬ]")
FEWEST_FREQUENT = 0.75
MIXED = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
MOST_MIXED = 0.05
ACCENTED = re.compile("[\u00c0-\u024f]")
MOST_ACCENTED = 0.25
MARKS = frozenset(".,!?;:-()\"'«»–—“”‘’„…№")
WESTERN_MARKS = MARKS | frozenset("\u00a0£€°§•·©®™")
FEWEST_WESTERN = 0.95
FEWEST_PLAIN = 0.9
FEWEST_SMALL = 0.6


@attrs.frozen
class Decoded:
    """Text and the encoding it was read with."""

    text: str
    encoding: str


def describe_binary(raw: bytes) -> str | None:
    """Tell what kind of binary file the bytes are; None where they look like text."""
    kind = describe_magic(raw)
    if kind is not None or find_bom(raw) is not None or _find_wide(raw) is not None:
        return kind
    head = raw[:HEAD_BYTES]
    controls = len(head) - len(head.translate(None, CONTROLS))
    return "binary data" if b"\x00" in head or controls > MOST_CONTROLS * len(head) else None


def describe_magic(raw: bytes) -> str | None:
    """Tell the kind of binary file that begins like this; None where none is known to."""
    return next((name for magic, name in MAGIC if raw.startswith(magic)), None)


def find_bom(raw: bytes) -> str | None:
    """Give the encoding that a byte-order mark at the beginning names."""
    return next((encoding for bom, encoding in BOMS if raw.startswith(bom)), None)


def peek(head: bytes) -> str:
    """Give the beginning of an input as text, well enough to see its format by its ASCII characters."""
    encoding = find_bom(head) or _find_wide(head) or "latin-1"
    return head.decode(encoding, "replace")


def decode(raw: bytes, *, is_markup: bool) -> Decoded | None:
    """Decode bytes; None where no encoding can be told. ``is_markup``: believe what the page declares."""
    marked = find_bom(raw) or _find_wide(raw)
    if marked is not None:
        return _try(raw, marked)
    declared = _find_declared(raw) if is_markup else None
    found = _try(raw, declared) if declared else None
    return found or _try(raw, "utf-8") or _guess(raw, is_markup=is_markup)


def _find_declared(raw: bytes) -> str | None:
    match = DECLARED.search(raw[:HEAD_BYTES])
    if not match:
        return None
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii", "replace")).name
    except LookupError:
        return None
    # What calls itself ISO 8859-1 or ASCII is Windows-1252, as browsers take it.
    name = "cp1252" if name in ("iso8859-1", "ascii") else name
    return name if BELIEVED.fullmatch(name) else None


def _find_wide(raw: bytes) -> str | None:
    """Tell UTF-16 without a byte-order mark by the NULs of its ASCII characters, where words come of it."""
    head = raw[: HEAD_BYTES // 2 * 2]
    if b"\x00" not in head or len(head) % 2:
        return None
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        # The high half of a letter is 0 or 1 (Latin) or 4 (Cyrillic), of typographic marks 32.
        if len(high) - len(high.translate(None, b"\x00\x01\x04\x20")) >= FEWEST_WIDE * len(high):
            return encoding if _is_legible(head.decode(encoding, "replace")) else None
    return None


def _is_legible(text: str) -> bool:
    legible = sum(one.isprintable() or one.isspace() for one in text)
    return legible >= FEWEST_LEGIBLE * len(text) and sum(map(str.isalpha, text)) >= FEWEST_LETTERS * len(text)


def _try(raw: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(raw.decode(encoding), codecs.lookup(encoding).name)
    except UnicodeDecodeError:
        return None


def _guess(raw: bytes, *, is_markup: bool) -> Decoded | None:
    """Guess an eight-bit encoding; a guess counts when the text is one that people write, tags aside."""
    told = _tell(TAG.sub(b" ", raw) if is_markup else raw)
    return _try(raw, told) if told is not None else None


def _tell(words: bytes) -> str | None:
    """Give the encoding in which the bytes are words; None where there is none."""
    tried = [found for found in (_try(words, encoding) for encoding in CYRILLIC_ENCODINGS) if found is not None]
    cyrillic = max(tried, key=lambda found: _share_frequent(found.text), default=None)
    if cyrillic is not None and _is_cyrillic(cyrillic.text):
        return cyrillic.encoding
    western = _try(words, "cp1252")
    if western is not None and _is_western(western.text):
        return western.encoding
    # Imported here: it takes a thirtieth of a start, and few reports want a guess.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(words[:GUESS_BYTES]).best()
    name = codecs.lookup(best.encoding).name if best is not None else ""
    found = _try(words, name) if BELIEVED.fullmatch(name) else None
    # An encoding of several bytes a character holds for nearly anything: none of those.
    return name if found is not None and len(found.text) == len(words) and _looks_written(found.text) else None


def _sample(text: str) -> str:
    """Give beginning and end of a text: what looks like text to begin with may go on as something else."""
    return text if len(text) <= 2 * GUESS_BYTES else text[:GUESS_BYTES] + text[-GUESS_BYTES:]


def _share_frequent(text: str) -> float:
    sample = _sample(text)
    return len(FREQUENT.findall(sample)) / max(1, sum(not character.isascii() for character in sample))


def _is_cyrillic(text: str) -> bool:
    """Tell whether the text is Russian or Ukrainian, or holds words of these, by its letters; capitals are allowed."""
    sample = _sample(text)
    mixed = len(MIXED.findall(sample)) <= MOST_MIXED * len(CYRILLIC.findall(sample))
    # A lone `à` of another language is no Cyrillic word.
    return mixed and CYRILLIC_WORD.search(sample) is not None and _share_frequent(text) >= FEWEST_FREQUENT


def _is_western(text: str) -> bool:
    """Tell whether what is not ASCII is accented letters and common marks; in another encoding other signs come up."""
    beyond = [one for one in _sample(text) if not one.isascii()]
    known = sum(one in WESTERN_MARKS or ACCENTED.match(one) is not None for one in beyond)
    return known >= FEWEST_WESTERN * len(beyond) and _looks_written(text)


def _looks_written(text: str) -> bool:
    """Tell whether nearly all of a text is letters, digits, spaces and common marks, and small letters prevail."""
    sample = _sample(text)
    letters = [character for character in sample if character.isalpha()]
    small = sum(character.islower() for character in letters)
    accented = len(ACCENTED.findall(sample))
    is_likely = small >= FEWEST_SMALL * len(letters) and accented <= MOST_ACCENTED * len(letters)
    return bool(letters) and is_likely and _share_plain(sample) >= FEWEST_PLAIN


def _share_plain(sample: str) -> float:
    return sum(one.isalnum() or one.isspace() or one in MARKS for one in sample) / max(1, len(sample))
