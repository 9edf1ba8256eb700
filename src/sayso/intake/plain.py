"""Plain text: one file, one report."""

import hashlib
from collections.abc import Iterator

from sayso.intake.clean import clean_text
from sayso.intake.encodings import decode
from sayso.intake.source import Source
from sayso.vocabulary import Provenance, Rejection, RejectionReason, Report, report_id


def read_plain(source: Source) -> Iterator[Report | Rejection]:
    """Give the one report of a plain text file."""
    raw = source.read(source.limits.file_bytes)
    if isinstance(raw, Rejection):
        yield raw
        return
    decoded = decode(raw, is_markup=False)
    if decoded is None:
        yield source.reject(RejectionReason.ENCODING, "not UTF-8, and no other encoding fits; save it as UTF-8")
        return
    text = clean_text(decoded.text)
    if not text:
        yield source.reject(RejectionReason.EMPTY, "nothing but white space in it")
        return
    yield Report(
        id=report_id(text),
        text=text,
        provenance=Provenance(
            where=source.where, format="plain", sha256=hashlib.sha256(raw).hexdigest(), encoding=decoded.encoding
        ),
    )
