"""A plain text is one report, its text normalised, its id that of the text."""

import hashlib

from sayso.intake import open_reports
from sayso.vocabulary import RejectionReason, report_id


def test_the_text_is_normalised_and_the_checksum_is_that_of_the_bytes(tmp_path):
    raw = b"\xef\xbb\xbfIt rained.\r\n\r\n\r\n\r\nIt snowed. \r\n"
    (tmp_path / "a.txt").write_bytes(raw)
    [report] = open_reports(str(tmp_path / "a.txt"))
    assert report.text == "It rained.\n\nIt snowed."
    assert report.id == report_id(report.text)
    assert report.provenance.sha256 == hashlib.sha256(raw).hexdigest()
    assert report.provenance.encoding == "utf-8-sig"
    assert (report.title, report.published, report.lang, report.provenance.line) == (None, None, None, None)


def test_a_text_of_fifty_megabytes_is_refused(tmp_path):
    with (tmp_path / "big.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"It rained all night. " * 50_000)
    [found] = open_reports(str(tmp_path / "big.txt"))
    assert found.reason is RejectionReason.TOO_LARGE
    assert "larger than 20 MB" in found.detail


def test_a_pdf_that_is_called_a_text_is_named_for_what_it_is(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\n")
    [found] = open_reports(str(tmp_path / "a.txt"))
    assert str(found).endswith("a.txt: binary: a PDF document, not text")


def test_invisible_characters_are_no_text(tmp_path):
    (tmp_path / "a.txt").write_text("\u200b\u2060\n\ufeff", encoding="utf-8")
    [found] = open_reports(str(tmp_path / "a.txt"))
    assert found.reason is RejectionReason.EMPTY
