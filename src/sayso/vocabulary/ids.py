"""Identifiers computed from content: the same input has the same id, whenever and wherever it is read."""

import hashlib
import json
from collections.abc import Iterable

from sayso.vocabulary.claim import Link
from sayso.vocabulary.report import Span

DIGITS = 16


def report_id(text: str) -> str:
    """Give the id of a report that brings none: from its text alone."""
    return "r-" + _digest(text.encode("utf-8", "surrogatepass"))


def claim_id(report: str, content: Iterable[Span], cue: Iterable[Span], chain: Iterable[Link]) -> str:
    """Give the id of a claim: from its report's id, its words, its cue and the mentions of its chain."""
    spans = (content, cue, (link.mention for link in chain))
    # Numbers in lists are written the same by Python and in JSON.
    written = ", ".join([str([[span.start, span.end] for span in some]) for some in spans])
    return "c-" + _digest(f"[{json.dumps(report)}, {written}]".encode())


def origin_id(claims: Iterable[str]) -> str:
    """Give the id of an origin: from the ids of the claims that rest on it, in whatever order."""
    return "o-" + _digest("\n".join(sorted(claims)).encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGITS]
