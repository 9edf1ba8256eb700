"""A page: the article in it, without menus, advertisements and scripts. Extraction is trafilatura's."""

import hashlib
import logging
import re
from collections.abc import Iterable, Iterator

from sayso.intake.clean import clean_text
from sayso.intake.encodings import Decoded, decode
from sayso.intake.jsonl import read_instant
from sayso.intake.source import Source
from sayso.vocabulary import Provenance, Rejection, RejectionReason, Report, report_id

START_TAG = re.compile("<[a-zA-Z]")
# Bounds memory before a page is parsed: scripts may hold many more than the page has elements.
MOST_START_TAGS = 300_000
# Bounds time: 36,000 elements in deep nests took 3.9 s, 39,000 unclosed links 0.4 s. Pages of news have under 10,000.
MOST_ELEMENTS = 30_000
# The parser follows 256 and drops the text below them without a word.
DEEPEST = 250
# Dates are taken from what the page states about itself, never searched for in its text.
DATES = {
    "original_date": True,
    "extensive_search": False,
    "outputformat": "%Y-%m-%dT%H:%M:%S%z",
    "max_date": "2199-12-31",
}
MIDNIGHT = "T00:00:00"
# Without a handler of its own the library's complaints about a page would go to standard error.
SILENT = logging.NullHandler()


def read_html(source: Source) -> Iterator[Report | Rejection]:
    """Give the one report of a page."""
    raw = source.read(source.limits.page_bytes)
    if isinstance(raw, Rejection):
        yield raw
        return
    decoded = decode(raw, is_markup=True)
    if decoded is None:
        yield source.reject(RejectionReason.ENCODING, "neither UTF-8 nor what the page declares, and no encoding fits")
        return
    if sum(1 for _ in START_TAG.finditer(decoded.text)) > MOST_START_TAGS:
        yield source.reject(RejectionReason.TOO_COMPLEX, f"more than {MOST_START_TAGS:,} tags")
        return
    try:
        yield _extract(source, raw, decoded)
    except Exception as error:  # noqa: BLE001 - lxml and trafilatura raise many kinds on hostile pages
        yield source.reject(RejectionReason.NO_TEXT, f"the page cannot be parsed ({type(error).__name__})")


def _extract(source: Source, raw: bytes, decoded: Decoded) -> Report | Rejection:
    # Imported on first use: it takes 0.4 s, and most runs read no page.
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415
    from trafilatura.settings import Document  # noqa: PLC0415

    logging.getLogger("trafilatura").addHandler(SILENT)
    logging.getLogger("htmldate").addHandler(SILENT)
    page = load_html(decoded.text)
    excess = _find_excess([] if page is None else [page])
    if excess is not None:
        return source.reject(RejectionReason.TOO_COMPLEX, excess)
    found = bare_extraction(
        page, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=DATES
    )
    text = clean_text((found.text or "").replace("\n", "\n\n")) if isinstance(found, Document) else ""
    if not isinstance(found, Document) or not text:
        return source.reject(RejectionReason.NO_TEXT, "no article text found in the page")
    published = found.date.removesuffix(MIDNIGHT) if found.date else None
    return Report(
        id=report_id(text),
        text=text,
        published=read_instant(published),
        published_stated=published,
        outlet=found.sitename or None,
        url=found.url or None,
        title=found.title or None,
        provenance=Provenance(
            where=source.where, format="html", sha256=hashlib.sha256(raw).hexdigest(), encoding=decoded.encoding
        ),
    )


def _find_excess(level: list[Iterable[object]]) -> str | None:
    """Tell what makes a page too complex to extract from: how many elements it has, or how deep they nest."""
    elements = depth = 0
    while level:
        depth, elements = depth + 1, elements + len(level)
        if elements > MOST_ELEMENTS:
            return f"more than {MOST_ELEMENTS:,} elements"
        if depth > DEEPEST:
            return f"elements nested more than {DEEPEST} deep"
        level = [child for element in level for child in element if isinstance(child, Iterable)]
    return None
