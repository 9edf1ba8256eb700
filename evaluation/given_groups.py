"""``python -m evaluation.given_groups``: support, origins and contested alone, with the gold groups given.

Reads the reports of the constructed scenarios, puts our statements into the gold's groups by the words they share, as
the scorer pairs them, and prints how many claims get the support, the number of origins and the ``contested`` that the
gold has. ``--show`` prints each claim with what was found and what the gold says; ``--readings`` takes readings already
made instead of reading anew. What the reading missed stays missing: a claim whose statements were not read is wrong.
"""

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import attrs

import sayso
from evaluation.scorer import load_scorer
from evaluation.sets import Document, find_data, read_lines
from sayso.knowledge.conflicts import load_conflicts
from sayso.vocabulary import Assessment, Reading, read_reading
from sayso.weighing import Statement, lay_out
from sayso.weighing.copies import find_copies
from sayso.weighing.weigh import assess_groups

FILE = "weighing/constructed.dev.jsonl"
FIELDS = ("support", "origins", "contested")
HALF = 0.5
Pairs = Mapping[tuple[int, int], Statement]


@attrs.frozen(kw_only=True)
class Judged:
    """One gold claim and our assessment of its statements, None where none was read."""

    scenario: str
    gold: Document
    ours: Assessment | None
    statements: tuple[Statement, ...]

    def found(self) -> Mapping[str, object]:
        """Give our values of the scored fields."""
        if self.ours is None:
            return {}
        values = (self.ours.support.value, self.ours.origin_count, self.ours.contested)
        return dict(zip(FIELDS, values, strict=True))

    def is_right(self, field: str) -> bool:
        """Tell whether a field is as in the gold."""
        return bool(self.found()) and self.found()[field] == self.gold[field]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the constructed scenarios; give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.given_groups", description=__doc__)
    parser.add_argument("--gold", type=Path, help="scenarios; the constructed development set by default")
    parser.add_argument("--readings", type=Path, help="readings of the reports, their ids SCENARIO/REPORT")
    parser.add_argument("--show", action="store_true", help="print each claim, and why")
    options = parser.parse_args(arguments)
    data = find_data(os.environ)
    scenarios = read_lines(options.gold or data / FILE)
    readings = _load(options.readings) if options.readings else _read(scenarios)
    judged = [one for scenario in scenarios for one in judge(scenario, readings, load_scorer(data, "score"))]
    if options.show:
        print("\n".join(chain.from_iterable(map(_describe, judged))))
    print(", ".join(f"{name} {value}" for name, value in measure(judged).items()))
    return 0


def measure(judged: Sequence[Judged]) -> dict[str, str]:
    """Give the share of claims that are right in each field, and in all."""
    right = Counter(field for one in judged for field in FIELDS if one.is_right(field))
    right["all"] = sum(all(map(one.is_right, FIELDS)) for one in judged)
    return {field: f"{right[field]}/{len(judged)} ({right[field] / len(judged):.3f})" for field in (*FIELDS, "all")}


def judge(scenario: Document, readings: Mapping[str, Reading], scorer: ModuleType) -> Iterator[Judged]:
    """Give each gold claim of a scenario with our assessment of its group."""
    ids = [f"{scenario['id']}/{report['id']}" for report in scenario["reports"]]
    statements = lay_out(readings[one] for one in ids)
    pairs = pair_statements(scenario, statements, scorer)
    groups = [
        tuple(pairs[at, place] for place in range(len(claim["statements"])) if (at, place) in pairs)
        for at, claim in enumerate(scenario["claims"])
    ]
    taken = {one.id for group in groups for one in group}
    rest = [(one,) for one in statements if one.id not in taken]
    copies = find_copies({one.report.id: one.report for one in statements}.values())
    assessed = assess_groups([group for group in groups if group] + rest, copies, load_conflicts().pairs)
    by_claim = {stated.claim: one for one in assessed for stated in one.statements}
    for claim, group in zip(scenario["claims"], groups, strict=True):
        ours = by_claim[group[0].id] if group else None
        yield Judged(scenario=scenario["id"], gold=claim, ours=ours, statements=group)


def pair_statements(scenario: Document, statements: Sequence[Statement], scorer: ModuleType) -> Pairs:
    """Give our statement for each gold one, by number of its claim and in it: the scorer's pairing of shared words."""
    texts = {f"{scenario['id']}/{report['id']}": report["text"] for report in scenario["reports"]}
    tokens = {key: scorer.words(text) for key, text in texts.items()}
    gold = [
        (at, place, f"{scenario['id']}/{one['report']}", one["content"])
        for at, claim in enumerate(scenario["claims"])
        for place, one in enumerate(claim["statements"])
    ]

    def alike(one: tuple[int, int, str, list[list[int]]], other: Statement) -> float:
        if one[2] != other.report.id:
            return 0.0
        marks = tokens[one[2]]
        content = [[span.start, span.end] for span in other.claim.content]
        shared: float = scorer.jaccard(scorer.covered(one[3], marks), scorer.covered(content, marks))
        return shared if shared >= HALF else 0.0

    found = scorer.pair(gold, list(statements), alike)
    return {gold[one][:2]: statements[other] for one, other in found}


def _read(scenarios: Sequence[Document]) -> dict[str, Reading]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        reports = (
            one | {"id": f"{scenario['id']}/{one['id']}"} for scenario in scenarios for one in scenario["reports"]
        )
        path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in reports), encoding="utf-8")
        read = sayso.Desk().read([str(path)], show_private=True)
        return {one.report.id: one for one in read if isinstance(one, Reading)}


def _load(path: Path) -> dict[str, Reading]:
    readings = map(read_reading, read_lines(path))
    return {one.report.id: one for one in readings}


def _describe(judged: Judged) -> Iterator[str]:
    wrong = [field for field in FIELDS if not judged.is_right(field)]
    gold = judged.gold
    yield f"{'WRONG ' + ' '.join(wrong) if wrong else 'right'}  {judged.scenario} {gold['id']}: {gold['gist']}"
    yield f"    gold { ({field: gold[field] for field in FIELDS}) }"
    yield f"    ours {judged.found()}, {len(judged.statements)} of {len(gold['statements'])} statements"
    if judged.ours is None:
        return
    names = {origin.id: origin for origin in judged.ours.origins}
    for one in judged.ours.statements:
        origin = names[one.origin]
        yield f"      {one.report.rpartition('/')[2]} {one.stance}: {origin.name} [{origin.kind}, {origin.side}]"
    for origin in judged.ours.origins:
        told = "; ".join(dict.fromkeys(reason.rule for reason in origin.reasons))
        yield f"      = {origin.name}{'' if origin.stands_alone else ' (rests on another)'}: {told}"
    for reason in judged.ours.reasons:
        yield f"      . {reason.rule}"


if __name__ == "__main__":
    sys.exit(main())
