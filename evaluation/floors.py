"""The floors: figures that may not fall, kept in floors.json with a digest of the data they were measured on.

Floors rise by themselves when they are set anew; they come down, and their data changes, only with a decision record.
"""

import json
from pathlib import Path
from typing import Any

import attrs

from evaluation.figures import Measured
from evaluation.sets import ROOT, EvaluationSet

FLOORS = Path(__file__).with_name("floors.json")
DECISIONS = ROOT / "docs" / "decisions"
# How far a floor lies below what was measured. int8 ranges are taken per batch: three ways of batching one preliminary
# pack moved PolNeAR dev's attribution F1 by up to .004. Kernels of other processors were not tried.
MARGIN = 0.005


class FloorError(Exception):
    """Floors that may not be set as asked."""


@attrs.frozen(kw_only=True)
class Floors:
    """The floors of one set: its data's SHA-256, the figures, and the decision that lowered any of them last."""

    language: str
    task: str
    sha256: str
    figures: dict[str, float]
    decision: str | None = None


@attrs.frozen(kw_only=True)
class Held:
    """One figure held against its floor; ``figure`` is None where it was not measured."""

    name: str
    figure: float | None
    floor: float

    @property
    def is_ok(self) -> bool:
        """Whether the figure reaches its floor."""
        return self.figure is not None and self.figure >= self.floor


def read_floors(path: Path) -> dict[str, Floors]:
    """Give the floors by set; none where the file is not there yet."""
    if not path.exists():
        return {}
    stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {name: Floors(**one) for name, one in stored["sets"].items()}


def write_floors(path: Path, floors: dict[str, Floors]) -> None:
    """Write the floors by set."""
    stored = {"margin": MARGIN, "sets": {name: attrs.asdict(one) for name, one in floors.items()}}
    path.write_text(json.dumps(stored, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def hold(measured: Measured, floors: Floors) -> list[Held]:
    """Hold every pinned figure against its floor."""
    return [Held(name=name, figure=measured.figures.get(name), floor=floor) for name, floor in floors.figures.items()]


def renew(one: EvaluationSet, measured: Measured, old: Floors | None, decision: str | None) -> Floors:
    """Give the floors for what was measured: never lower than before, unless a decision record says why.

    Raises FloorError where the data is another than before and no decision is named.
    """
    if old is not None and old.sha256 != measured.sha256 and decision is None:
        message = f"{one.name}: the data is not what the floors were set on; --lower names the decision that changes it"
        raise FloorError(message)
    before = {} if old is None or decision is not None else old.figures
    wanted = {name: round(measured.figures[name] - MARGIN, 4) for name in one.pinned}
    figures = {name: max(floor, before.get(name, 0.0), 0.0) for name, floor in wanted.items()}
    lowered = old is not None and any(figures.get(name, 0.0) < floor for name, floor in old.figures.items())
    changed = old is not None and old.sha256 != measured.sha256
    return Floors(
        language=one.language,
        task=one.task,
        sha256=measured.sha256,
        figures=figures,
        decision=decision if lowered or changed else (old.decision if old is not None else None),
    )


def check_decision(stated: str, decisions: Path = DECISIONS) -> str:
    """Give the name of the decision record that a path names. Raises FloorError where it is none."""
    path = Path(stated)
    if not path.is_file() or path.resolve().parent != decisions.resolve() or path.suffix != ".md":
        message = f"--lower wants the path of a decision record in docs/decisions, not {stated}"
        raise FloorError(message)
    return f"docs/decisions/{path.name}"
