"""``python -m evaluation.given_places --gazetteer FILE``: resolution alone, with the gold mentions given.

Prints for each held-out set how many places are within 161 and 20 km, exact by number, unresolved and why, the share of
gold numbers that the gazetteer lacks, and how far the scores can be relied on.
"""

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import sayso
from evaluation.gold_places import Recognise, find_recognisers, gold_mentions, ordered_places
from evaluation.places import place_errors
from evaluation.scorer import load_scorer, score
from evaluation.sets import SETS, Document, EvaluationSet, find_data, read_gold
from sayso.knowledge import Gazetteer
from sayso.reading import PlaceResolver
from sayso.vocabulary import Place, Provenance, ReaderVersion, Reading, Report

FIGURES = ("judged", "acc161", "acc20", "exact_id", "unresolved", "median_km")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the sets of places; give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.given_places", description=__doc__)
    parser.add_argument("--gazetteer", type=Path, required=True)
    parser.add_argument("--predictions", type=Path, help="keep what was resolved, in this folder")
    options = parser.parse_args(arguments)
    data, gazetteer = find_data(os.environ), Gazetteer.open(options.gazetteer)
    for one in SETS:
        if one.task == "places":
            resolved = measure(one, data, gazetteer, find_recognisers(gazetteer))
            if options.predictions:
                path = options.predictions / f"{one.name}.jsonl"
                lines = (json.dumps(reading, ensure_ascii=False) + "\n" for reading in resolved.values())
                path.write_text("".join(lines), encoding="utf-8")
    return 0


def measure(
    one: EvaluationSet, data: Path, gazetteer: Gazetteer, recognisers: Mapping[str, Recognise]
) -> dict[str, Document]:
    """Resolve the gold mentions of a set and print the figures; give what was resolved by document."""
    gold, scorer = read_gold(one, data), load_scorer(data, one.scorer)
    resolver = PlaceResolver(gazetteer, one.language)
    mentions = {key: gold_mentions(document, recognisers) for key, document in gold.items()}
    start = time.process_time()
    places = {key: resolver.resolve(key, gold[key]["text"], mentions[key]) for key in gold}
    spent_ms = (time.process_time() - start) * 1000
    resolved = {key: _write(gold[key], found) for key, found in places.items()}
    figures = score(scorer, one.task, gold, resolved)["resolution"]
    errors, own = place_errors(scorer, gold, resolved)
    print(f"{one.name}: {len(gold)} documents, {spent_ms / max(1, len(gold)):.1f} ms each")
    print("  " + ", ".join(f"{name} {figures[name]}" for name in FIGURES))
    print(f"  errors {dict(errors.most_common())}; gold numbers absent {_absent(gold, gazetteer):.3f}")
    print(f"  sure {own['sure']}; {own['reliability']}")
    why = Counter(place.reasons[0].rule for found in places.values() for place in found if not place.resolved)
    print(f"  unresolved {dict(why.most_common())}")
    return resolved


def _write(document: Document, places: Sequence[Place]) -> Document:
    """Give the places as they are written in a reading."""
    report = Report(id=document["id"], text=document["text"], provenance=_provenance())
    reader = ReaderVersion(sayso=sayso.__version__, pack=None, language=document["lang"])
    written: dict[str, Any] = sayso.write_reading(
        Reading(report=report, lang=document["lang"], reader=reader, places=tuple(places))
    )
    return {"id": document["id"], "places": written["places"]}


def _provenance() -> Provenance:
    return Provenance(where="gold", format="jsonl", sha256="0" * 64)


def _absent(gold: Mapping[str, Document], gazetteer: Gazetteer) -> float:
    numbers = [place["geonameid"] for one in gold.values() for place in ordered_places(one) if place.get("geonameid")]
    return sum(gazetteer.get(int(number)) is None for number in numbers) / max(1, len(numbers))


if __name__ == "__main__":
    sys.exit(main())
