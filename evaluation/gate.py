"""The gate: ``python -m evaluation.gate`` measures the sets of floors.json and fails where a figure is below its floor.

Where the evaluation data is not at hand it says so and lets pass, but not where ``CI`` is set: there the data lies
beside the clone, and its absence is a failure. ``--set-floors`` raises the floors to what was just measured, less a
margin; ``--lower DECISION`` lets them come down, for the reasons of a decision record.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import attrs

from evaluation.figures import Measured, measure
from evaluation.floors import FLOORS, FloorError, Floors, check_decision, hold, read_floors, renew, write_floors
from evaluation.predictions import open_desk
from evaluation.sets import SETS, EvaluationSet, MissingDataError, digest, find_data
from sayso import SaysoError

Measure = Callable[[EvaluationSet, Path], Measured]


@attrs.define(kw_only=True)
class Tally:
    """What the gate has seen so far."""

    figures: int = 0
    failed: int = 0
    skipped: int = 0

    def close(self) -> int:
        """Print the summary; give the exit code."""
        skipped = f", {self.skipped} sets skipped" if self.skipped else ""
        print(f"{'FAIL' if self.failed else 'ok':<4}  gate: {self.figures} figures, {self.failed} failed{skipped}")
        return 1 if self.failed else 0


def check_floors(floors: Mapping[str, Floors], data: Path, measure_set: Measure, environment: Mapping[str, str]) -> int:
    """Hold every set against its floors, a line a figure; give the exit code."""
    in_ci = bool(environment.get("CI"))
    if not data.is_dir() and not in_ci:
        print(f"--    gate: skipped, no evaluation data in {data} (SAYSO_EVAL names its folder)")
        return 0
    tally = Tally()
    for one in (one for one in SETS if one.name in floors):
        try:
            _check_set(one, floors[one.name], data, measure_set, tally)
        except MissingDataError as error:
            print(f"{'FAIL' if in_ci else '--':<4}  {error}")
            tally.failed += in_ci
            tally.skipped += not in_ci
    for name in sorted(set(floors) - {one.name for one in SETS}):
        print(f"FAIL  {name}: stands in floors.json, but there is no such set")
        tally.failed += 1
    if not floors:
        print("FAIL  floors.json holds no floors; --set-floors sets them")
        tally.failed += 1
    return tally.close()


def _check_set(one: EvaluationSet, floors: Floors, data: Path, measure_set: Measure, tally: Tally) -> None:
    found = digest(one, data)
    if found != floors.sha256:
        print(f"FAIL  {one.name}: SHA-256 of the data is {found[:12]}, the floors were set on {floors.sha256[:12]}")
        tally.failed += 1
        return
    for held in hold(measure_set(one, data), floors):
        figure = "none" if held.figure is None else f"{held.figure:.4f}"
        print(f"{'ok' if held.is_ok else 'FAIL':<4}  {one.name:<14} {held.name:<22} {figure}  floor {held.floor:.4f}")
        tally.figures += 1
        tally.failed += not held.is_ok


def set_floors(path: Path, data: Path, measure_set: Measure, decision: str | None) -> None:
    """Write the floors for what is measured now. Raises FloorError, MissingDataError."""
    old = read_floors(path)
    floors = {one.name: renew(one, measure_set(one, data), old.get(one.name), decision) for one in SETS}
    write_floors(path, floors)
    for name, one in floors.items():
        before = old[name].figures if name in old else {}
        for figure, floor in one.figures.items():
            was = f"{before[figure]:.4f}" if figure in before else "none"
            print(f"set   {name:<14} {figure:<22} {floor:.4f}  was {was}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; give the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set-floors", action="store_true", help="raise the floors to what is measured, less a margin")
    parser.add_argument("--lower", metavar="DECISION", help="let floors come down; path of a record in docs/decisions")
    options = parser.parse_args(arguments)
    if options.lower and not options.set_floors:
        parser.error("--lower goes with --set-floors")
    data = find_data(os.environ)
    try:
        decision = check_decision(options.lower) if options.lower else None
        if options.set_floors:
            set_floors(FLOORS, data, _measure_with_desk(), decision)
            return 0
        return check_floors(read_floors(FLOORS), data, _measure_with_desk(), os.environ)
    except (SaysoError, FloorError, MissingDataError) as error:
        print(f"FAIL  gate: {error}")
        return 1


def _measure_with_desk() -> Measure:
    """Give a way to measure that opens one desk, at the first set."""
    desks = []

    def measure_set(one: EvaluationSet, data: Path) -> Measured:
        if not desks:
            desks.append(open_desk())
        return measure(one, data, desks[0])[0]

    return measure_set


if __name__ == "__main__":
    sys.exit(main())
