"""Identifiers computed from content: the same input has the same id, whenever and wherever it is read."""

import hashlib
import json
from collections.abc import Iterable

from sayso.vocabulary.claim import Link
from sayso.vocabulary.report import Span

DIGITS = 16


def report_id(text: str) -> str:
    """Give the id of a report that brings none: from its text alone."""
    return "r-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def claim_id(report: str, content: Iterable[Span], cue: Iterable[Span], chain: Iterable[Link]) -> str:
    """Give the id of a claim: from its report's id, its words, its cue and the mentions of its chain."""
    spans = [
        [[span.start, span.end] for span in content],
        [[span.start, span.end] for span in cue],
        [[link.mention.start, link.mention.end] for link in chain],
    ]
    return "c-" + hashlib.sha256(json.dumps([report, *spans]).encode()).hexdigest()[:DIGITS]
