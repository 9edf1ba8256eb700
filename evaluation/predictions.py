"""Gold documents -> what sayso reads in them, in the form of ``sayso read --json``.

Only what a report states of itself is passed on (id, text, language, date, outlet), as a JSON Lines file, by the way a
user would go. The sets of times call its date ``dct``.
"""

import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import attrs

import sayso
from evaluation.sets import Document
from sayso.settings import read_settings

GIVEN = ("id", "text", "lang", "published", "outlet", "url")


@attrs.frozen(kw_only=True)
class Predictions:
    """What was read: readings (or what was made of them) by id, the lines that were rejected, and the reader."""

    readings: dict[str, Document]
    rejections: tuple[str, ...]

    @property
    def reader(self) -> str:
        """Name the reader: sayso's version and the model pack."""
        readers = [one["reader"] for one in self.readings.values() if one.get("reader")]
        names = {(one["sayso"], one["pack"]) for one in readers}
        return ", ".join(f"sayso {version}, pack {pack}" for version, pack in sorted(names, key=str) if pack)

    @property
    def unread(self) -> int:
        """Count the reports given back unread, their language not being known."""
        readers = [one["reader"] for one in self.readings.values() if "reader" in one]
        return sum(not reader or reader["pack"] is None for reader in readers)


def open_desk() -> sayso.Desk:
    """Open a desk as the command line would: ``SAYSO_PACK`` and ``SAYSO_THREADS`` count."""
    return sayso.Desk(read_settings(os.environ))


def read_documents(desk: sayso.Desk, gold: Iterable[Document]) -> Predictions:
    """Read the texts of gold documents. A text that comes back changed is an error: offsets would not fit."""
    gold = list(gold)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gold.jsonl"
        write_reports(gold, path)
        found = list(desk.read([str(path)], show_private=True))
    readings = [json.loads(json.dumps(sayso.write_reading(one))) for one in found if isinstance(one, sayso.Reading)]
    texts = {document["id"]: document["text"] for document in gold}
    for reading in readings:
        assert reading["text"] == texts[reading["id"]], f"{reading['id']}: the text did not come back as it was"
    return Predictions(
        readings={one["id"]: one for one in readings},
        rejections=tuple(str(one) for one in found if isinstance(one, sayso.Rejection)),
    )


def write_reports(documents: Iterable[Document], path: Path) -> None:
    """Write documents as reports, a line each, for sayso to read."""
    path.write_text("".join(map(_line, documents)), encoding="utf-8", newline="")


def write_predictions(predictions: Predictions, path: Path) -> None:
    """Keep what was read, one reading a line."""
    lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in predictions.readings.values())
    path.write_text("".join(lines), encoding="utf-8", newline="")


def _line(document: Document) -> str:
    given = {name: document.get(name) for name in GIVEN}
    return json.dumps(given | {"published": given["published"] or document.get("dct")}, ensure_ascii=False) + "\n"
