"""A page: the article in it, without menus, advertisements and scripts. Extraction is trafilatura's."""

import hashlib
import logging
import re
from collections.abc import Iterator

from sayso.intake.clean import clean_text
from sayso.intake.encodings import Decoded, decode
from sayso.intake.jsonl import read_instant
from sayso.intake.source import Source
from sayso.vocabulary import Provenance, Rejection, RejectionReason, Report, report_id

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b")
VOID = frozenset("area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option".split())
# trafilatura took 5.6 s on 200,000 unclosed links and lost the text of deep nests; pages of news have under 10,000 tags.
MOST_TAGS = 60_000
DEEPEST = 400


def read_html(source: Source) -> Iterator[Report | Rejection]:
    """Give the one report of a page."""
    raw = source.read()
    if isinstance(raw, Rejection):
        yield raw
        return
    decoded = decode(raw, is_markup=True)
    if decoded is None:
        yield source.reject(RejectionReason.ENCODING, "neither UTF-8 nor what the page declares, and no encoding fits")
        return
    excess = _find_excess(decoded.text)
    if excess is not None:
        yield source.reject(RejectionReason.TOO_COMPLEX, excess)
        return
    yield _extract(source, raw, decoded)


def _find_excess(page: str) -> str | None:
    """Tell what makes a page too complex to extract from; tags are counted, and how deep they nest."""
    depth = tags = 0
    for match in TAG.finditer(page):
        tags += 1
        if match[2].lower() not in VOID:
            depth = max(0, depth - 1) if match[1] else depth + 1
        if tags > MOST_TAGS:
            return f"more than {MOST_TAGS:,} tags"
        if depth > DEEPEST:
            return f"tags nested more than {DEEPEST} deep"
    return None


def _extract(source: Source, raw: bytes, decoded: Decoded) -> Report | Rejection:
    # Imported on first use: it takes 0.4 s, and most runs read no page.
    from trafilatura import bare_extraction  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(decoded.text, include_comments=False, include_tables=False, with_metadata=True)
    except Exception as error:  # noqa: BLE001 - lxml and trafilatura raise many kinds on hostile pages
        return source.reject(RejectionReason.NO_TEXT, f"the page cannot be parsed ({type(error).__name__})")
    text = clean_text((found.text or "").replace("\n", "\n\n")) if found is not None else ""
    if found is None or not text:
        return source.reject(RejectionReason.NO_TEXT, "no article text found in the page")
    return Report(
        id=report_id(text),
        text=text,
        published=read_instant(found.date),
        published_stated=found.date,
        outlet=found.sitename,
        url=found.url,
        title=found.title,
        provenance=Provenance(
            where=source.where, format="html", sha256=hashlib.sha256(raw).hexdigest(), encoding=decoded.encoding
        ),
    )
