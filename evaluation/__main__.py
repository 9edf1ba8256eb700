"""``python -m evaluation [SET ...]``: read named sets through sayso's public API and print the figures.

python -m evaluation polnear-dev
python -m evaluation seed --json
python -m evaluation polnear-dev --predictions build/polnear.jsonl
python -m evaluation --write-results
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import attrs

from evaluation.figures import Measured, measure
from evaluation.predictions import open_desk, write_predictions
from evaluation.results import write_results
from evaluation.sets import NAMES, MissingDataError, choose_sets, find_data
from sayso import SaysoError

COLUMNS = ("p", "r", "f1")
# Lists of a reading that may be empty; their figures are shown where there is something in them.
LATER = ("places", "times")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the sets that are asked for; give the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"{', '.join(NAMES)}, or all (default)")
    parser.add_argument("--json", action="store_true", help="one JSON object a set")
    parser.add_argument("--predictions", type=Path, metavar="FILE", help="keep what was read (one set only)")
    parser.add_argument("--write-results", action="store_true", help="write evaluation/results.md (all sets only)")
    options = parser.parse_args(arguments)
    try:
        chosen = choose_sets(tuple(options.sets))
    except ValueError as error:
        parser.error(str(error))
    if options.predictions and len(chosen) > 1:
        parser.error("--predictions keeps one set; name it")
    if options.write_results and len(chosen) < len(NAMES):
        parser.error("--write-results wants all sets")
    data = find_data(os.environ)
    try:
        desk, found = open_desk(), []
        for one in chosen:
            measured, predictions = measure(one, data, desk)
            found.append(measured)
            print(json.dumps(attrs.asdict(measured)) if options.json else "\n".join(describe(measured)), flush=True)
            for rejection in predictions.rejections:
                print(rejection, file=sys.stderr)
            if options.predictions:
                write_predictions(predictions, options.predictions)
    except (SaysoError, MissingDataError) as error:
        print(f"evaluation: {error}", file=sys.stderr)
        return 1
    if options.write_results:
        write_results(found)
    return 0


def describe(measured: Measured) -> list[str]:
    """Give the lines that show a set's figures: P, R and F1 side by side, single figures, errors by kind."""
    unread = tuple(f"{part}." for part in LATER if not measured.figures.get(f"{part}.predicted"))
    figures = {name: figure for name, figure in measured.figures.items() if not name.startswith(unread)}
    about = (measured.language, measured.task, f"{measured.documents} documents", measured.reader)
    triples = [name.removesuffix(".f1") for name in figures if name.endswith(".f1")]
    rest = [name for name in figures if name.rpartition(".")[2] not in COLUMNS]
    return [
        f"{measured.name}  ({', '.join(part for part in about if part)})",
        f"  {'':<28}{'P':>8}{'R':>8}{'F1':>8}",
        *(f"  {name:<28}" + "".join(f"{figures[f'{name}.{part}']:>8.4f}" for part in COLUMNS) for name in triples),
        *(f"  {name:<28}{figures[name]:>8}" for name in rest),
        "  errors",
        *(f"    {kind:<26}{count:>8}" for kind, count in measured.errors.items()),
        "",
    ]


if __name__ == "__main__":
    sys.exit(main())
