"""The JSON form of what weighing makes, beside that of readings in ``wire``. `docs/formats.md` says what fields mean.

What is written is for programs that read on; it is not read back, for it can be made again from the reports.
"""

import json
from collections.abc import Sequence
from typing import Any

from sayso.vocabulary.assessment import Assessment, Stated
from sayso.vocabulary.reading import Reading
from sayso.vocabulary.sheets import CasualtySheet, ControlSheet
from sayso.vocabulary.weighed import Weighed, gist_of
from sayso.vocabulary.wire import WIRE_NUMBER, unstructure

CLAIM_FIELDS = (
    *("id", "gist", "gist_claim", "gist_lang", "statements", "support", "origins", "standing"),
    *("contested", "contested_by", "contradicts", "supersedes", "credibility", "credibility_reason"),
    *("reasons", "missing", "changes"),
)
# What is written under the name that an assessment gives it.
AS_IS = (
    *("id", "support", "contested", "contested_by", "contradicts", "supersedes", "credibility", "credibility_reason"),
    *("reasons", "missing", "changes"),
)
SCHEMAS = ("weighing", "sheets")


def write_weighing(weighed: Weighed) -> dict[str, Any]:
    """Give the JSON object of a weighing: its claims, what may be the same, shared passages, versions, reports."""
    weighing = weighed.weighing
    return {
        "wire": WIRE_NUMBER,
        "claims": [_write_claim(one, weighed) for one in weighing.assessments],
        "suggestions": [unstructure(one) for one in weighing.suggestions],
        "copies": [unstructure(one) for one in weighing.copies],
        "versions": [unstructure(one) for one in weighing.versions],
        "recirculated": [unstructure(one) for one in weighing.recirculated],
        "reports": [_write_report(one) for one in weighed.readings.values()],
    }


def write_control(sheets: Sequence[ControlSheet]) -> dict[str, Any]:
    """Give the JSON object of sheets of control."""
    return {"wire": WIRE_NUMBER, "control": [_write_control(one) for one in sheets]}


def write_casualties(sheets: Sequence[CasualtySheet]) -> dict[str, Any]:
    """Give the JSON object of sheets of casualties."""
    return {"wire": WIRE_NUMBER, "casualties": [unstructure(one) for one in sheets]}


def weighing_schema(name: str = "weighing") -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a weighing, or of ``sheets``."""
    # Imported on first use: only those who check what others wrote need it.
    from importlib import resources  # noqa: PLC0415

    stored = (resources.files("sayso.vocabulary") / f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(stored)
    return schema


def _write_claim(one: Assessment, weighed: Weighed) -> dict[str, Any]:
    written = unstructure(one)
    names = {origin.id: origin.name for origin in one.origins}
    gist = gist_of(one)
    fields = {name: written[name] for name in AS_IS} | {
        "gist": weighed.words(gist),
        "gist_claim": one.gist,
        "gist_lang": weighed.readings[gist.report].lang,
        "statements": [_write_stated(stated, names, weighed) for stated in one.statements],
        "origins": one.origin_count,
        "standing": written["origins"],
    }
    return {name: fields[name] for name in CLAIM_FIELDS}


def _write_stated(stated: Stated, names: dict[str, str], weighed: Weighed) -> dict[str, Any]:
    written = unstructure(stated)
    return {
        "report": stated.report,
        "claim": stated.claim,
        "content": written["content"],
        "words": weighed.words(stated),
        "stance": written["stance"],
        "origin": names[stated.origin],
        "origin_id": stated.origin,
        "rests_on": stated.rests_on,
    }


def _write_report(reading: Reading) -> dict[str, Any]:
    report = unstructure(reading.report)
    return {
        "id": report["id"],
        "lang": reading.lang,
        "published": report["published_stated"],
        "published_utc": report["published"],
        "outlet": report["outlet"],
        "url": report["url"],
        "title": report["title"],
        "where": report["provenance"]["where"],
        "line": report["provenance"]["line"],
    }


def _write_control(sheet: ControlSheet) -> dict[str, Any]:
    """Write a sheet, and with each side whether it is silent."""
    written = unstructure(sheet)
    for fields, side in zip(written["sides"], sheet.sides, strict=True):
        fields["silent"] = side.is_silent
    return written
