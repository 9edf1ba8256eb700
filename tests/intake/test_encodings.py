"""An encoding is believed, told or guessed only where words come of it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.encodings import decode, describe_binary

ENGLISH = "The mayor said \u201cthe bridge is closed\u201d. It\u2019s the caf\u00e9 that lost \u00a3500."
FRENCH = "Le maire a d\u00e9clar\u00e9 que le pont \u00e9tait ferm\u00e9 jusqu\u2019au printemps."
POLISH = "Burmistrz powiedział, że most jest zamknięty do wiosny, a mieszkańcy muszą jeździć dookoła."
RUSSIAN = "Мэр города заявил, что мост через реку закрыт на ремонт до весны. Работы идут по плану."
UKRAINIAN = "Мер міста заявив, що міст через річку закрито на ремонт до весни. Роботи йдуть за планом."
MIXED = "The mayor of Вільне said that the bridge is closed to all traffic until the spring of next year."


def read(raw: bytes, *, is_markup: bool = False):
    """Give text and encoding of bytes; None where they are binary or in no encoding that can be told."""
    found = None if describe_binary(raw) else decode(raw, is_markup=is_markup)
    return found and (found.text, found.encoding)


@pytest.mark.parametrize(
    "text", [ENGLISH, FRENCH, POLISH, RUSSIAN, RUSSIAN.upper(), UKRAINIAN, MIXED, "<p>It rained.</p>"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_any_form_with_a_mark_or_without(text, encoding):
    raw = text.encode(encoding)
    assert read(raw)[0] == text


@pytest.mark.parametrize("mark", [b"\xfe\xff", b"\x00\x00\xfe\xff"])
def test_marks_of_the_big_end_are_known(mark):
    width = "utf-16-be" if len(mark) == 2 else "utf-32-be"
    assert read(mark + ENGLISH.encode(width))[0] == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        ("It\u2019s closed, the mayor said on Friday.", "cp1252"),
        (FRENCH, "cp1252"),
        ("They sat vis-\u00e0-vis and ordered \u00e0 la carte.", "cp1252"),
        (POLISH, "cp1250"),
        (MIXED, "cp1251"),
        *((text, one) for text in (RUSSIAN, RUSSIAN.upper(), "Мост закрыт.") for one in ("cp1251", "koi8-u", "cp866", "iso8859-5")),
        *((text, one) for text in (UKRAINIAN, UKRAINIAN.upper()) for one in ("cp1251", "koi8-u")),
        (RUSSIAN, "mac-cyrillic"),
    ],
)  # fmt: skip
def test_a_guess_that_holds(text, encoding):
    assert read(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(
    "raw",
    [
        ("\u5e02\u957f\u8bf4\u6865\u5df2\u5173\u95ed\u3002" * 20).encode("gb18030"),
        b"\x80\x81\x82\x83" * 50,
        b"words and then " + bytes(range(128, 256)) * 20,
        (RUSSIAN * 2000).encode("cp1251") + b"\xfa\xdb\xa6" * 60_000,
    ],
)
def test_where_no_guess_holds_none_is_made(raw):
    assert read(raw) is None


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7", "a PDF document"),
        (b"PK\x03\x04", "a zip archive (or an office document)"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"a\x00b", "binary data"),
        (b"a\x00" * 50 + b"\x01\x00" * 50, "binary data"),
        (b"\x01\x02\x03\x04", "binary data"),
        (b"\x00" * 8192, "binary data"),
        (b"PKW is no archive", None),
        (b"a\tb\r\n\x0cc", None),
    ],
)
def test_binary_is_told_from_text(raw, kind):
    assert describe_binary(raw) == kind


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        (b'<meta charset="windows-1251">', "cp1251"),
        (b"<META http-equiv=Content-Type content='text/html; charset = koi8-r'>", "koi8-r"),
        (b'<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
        (b'<meta charset="iso-8859-1">', "cp1252"),
    ],
)
def test_a_page_is_believed_about_its_encoding(declared, encoding):
    raw = declared + "<p>caf\u00e9".encode("cp1252")
    assert read(raw, is_markup=True)[1] == encoding


@pytest.mark.parametrize("name", ["utf-16", "unicode_escape", "punycode", "idna", "rot13", "zlib", "nonsense", "utf-7"])
def test_a_page_is_not_believed_when_it_names_what_is_no_encoding_of_pages(name):
    raw = f'<meta charset="{name}"><p>\\ud800 caf\u00e9'.encode()
    assert read(raw, is_markup=True) == (raw.decode(), "utf-8")


def test_a_declaration_that_does_not_hold_is_passed_over():
    raw = f'<meta charset="utf-8"><p>{RUSSIAN}'.encode("cp1251")
    assert read(raw, is_markup=True)[1] == "cp1251"


def test_plain_text_is_not_asked_what_it_declares():
    raw = f'<meta charset="cp1252">{RUSSIAN}'.encode()
    assert read(raw)[1] == "utf-8"


def test_half_a_character_after_a_mark_is_no_text():
    assert read(b"\xff\xfea") is None


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_text_or_not_without_an_exception(raw, is_markup):
    found = read(raw, is_markup=is_markup)
    assert found is None or found[0].encode("utf-8") is not None


def test_noise_is_never_taken_for_text():
    chance = random.Random(1)  # noqa: S311 - noise, no secret
    assert [read(chance.randbytes(chance.randint(8, 300))) for _ in range(100)] == [None] * 100
