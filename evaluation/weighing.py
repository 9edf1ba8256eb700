"""Scenarios of reports -> what sayso makes of them, in the scorer's form; each scenario is weighed alone.

Reports go in as a JSON Lines file, by the way a user would go; the scenarios' ids of reports are those of its lines.
"""

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import sayso
from evaluation.pairing import HALF
from evaluation.predictions import Predictions, write_reports
from evaluation.sets import Document

Documents = dict[str, Document]
FIELDS = ("support", "origins", "contested")


def weigh_scenarios(desk: sayso.Desk, gold: Iterable[Document]) -> Predictions:
    """Read and weigh the reports of each scenario."""
    weighed: Documents = {}
    rejections: list[str] = []
    for scenario in gold:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "reports.jsonl"
            write_reports(scenario["reports"], path)
            found = desk.weigh([str(path)], show_private=True)
        rejections += map(str, found.rejections)
        reader = next((sayso.write_reading(one)["reader"] for one in found.readings.values()), None)
        written = json.loads(json.dumps(sayso.write_weighing(found)))
        weighed[scenario["id"]] = {"id": scenario["id"], "claims": written["claims"], "reader": reader}
    return Predictions(readings=weighed, rejections=tuple(rejections))


def weighing_errors(scorer: ModuleType, gold: Documents, predicted: Documents) -> tuple[Counter[str], dict[str, Any]]:
    """Count what is wrong with the claims of scenarios by kind.

    Of statements those not found; of pairs of statements those put together that are two claims and those parted that
    are one; of claims that are found, what is other in them.
    """
    counts: Counter[str] = Counter()
    for key, scenario in gold.items():
        claims = predicted.get(key, {}).get("claims", [])
        homes = _homes(scorer, scenario, claims)
        counts["statement missed"] += sum(found is None for _, found in homes)
        told = [(home, found) for home, found in homes if found is not None]
        for at, (home, found) in enumerate(told):
            for other, beside in told[at + 1 :]:
                counts["two claims as one"] += home != other and found == beside
                counts["one claim as two"] += home == other and found != beside
        counts += _other_fields(scenario, claims, homes)
    return +counts, {}


def _homes(scorer: ModuleType, scenario: Document, claims: list[Document]) -> list[tuple[int, int | None]]:
    """Give for each gold statement its claim and the predicted claim that it was found in."""
    tokens = {report["id"]: scorer.words(report["text"]) for report in scenario["reports"]}
    wanted, got = (
        [(at, one) for at, claim in enumerate(each) for one in claim["statements"]]
        for each in (scenario["claims"], claims)
    )

    def alike(one: tuple[int, Document], other: tuple[int, Document]) -> float:
        if one[1]["report"] != other[1]["report"]:
            return 0.0
        marks = tokens[one[1]["report"]]
        shared: float = scorer.jaccard(*(scorer.covered(each[1]["content"], marks) for each in (one, other)))
        return shared if shared >= HALF else 0.0

    pairs = dict(scorer.pair(wanted, got, alike))
    return [(home, got[pairs[at]][0] if at in pairs else None) for at, (home, _) in enumerate(wanted)]


def _other_fields(scenario: Document, claims: list[Document], homes: list[tuple[int, int | None]]) -> Counter[str]:
    """Count the gold claims of which most statements are found in one claim that tells something else of them."""
    counts: Counter[str] = Counter()
    votes: dict[int, Counter[int | None]] = defaultdict(Counter)
    for home, found in homes:
        votes[home][found] += 1
    for home, claim in enumerate(scenario["claims"]):
        places = {found: number for found, number in votes[home].items() if found is not None}
        best = max(places, key=lambda found: places[found], default=None)
        if best is None or places[best] * 2 < len(claim["statements"]):
            counts["claim missed"] += 1
            continue
        counts.update(f"other {field}" for field in FIELDS if claims[best][field] != claim[field])
    return counts
