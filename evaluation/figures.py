"""A set's figures: those of the scorer, flat by dotted names, and those of our own, beside counts of errors."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

import sayso
from evaluation.clusters import cluster_documents, cluster_errors
from evaluation.entities import entity_errors, to_locations
from evaluation.errors import attribution_errors, chain_errors
from evaluation.factuality import factuality_errors, to_values
from evaluation.matching import match_posts, matching_errors
from evaluation.places import place_errors
from evaluation.predictions import Predictions, read_documents
from evaluation.scorer import load_scorer, score
from evaluation.sets import Document, EvaluationSet, digest, read_gold
from evaluation.times import time_errors, to_timexes
from evaluation.weighing import weigh_scenarios, weighing_errors

ERRORS = {
    "attribution": attribution_errors,
    "chains": chain_errors,
    "places": place_errors,
    "times": time_errors,
    "factuality": factuality_errors,
    "entities": entity_errors,
    "weighing": weighing_errors,
    "matching": matching_errors,
    "clusters": cluster_errors,
}


@attrs.frozen(kw_only=True)
class Measured:
    """What was measured on a set: ``figures`` and ``errors`` by name, the reader, and the digest of the data."""

    name: str
    language: str
    task: str
    reader: str
    sha256: str
    documents: int
    figures: dict[str, float]
    errors: dict[str, int]


def measure(one: EvaluationSet, data: Path, desk: sayso.Desk) -> tuple[Measured, Predictions]:
    """Read a set and score it. Raises MissingDataError."""
    gold, scorer = read_gold(one, data), load_scorer(data, one.scorer)
    predictions = _predict(one.task, gold, data, desk)
    found = predictions.readings
    if one.task == "times":
        gold, found = to_timexes(gold, found)
    if one.task == "entities":
        gold, found = to_locations(scorer, gold, found)
    if one.task == "factuality":
        found = to_values(gold, found)
    figures = dict(flatten(score(scorer, one.task, gold, found)))
    errors, own = ERRORS[one.task](scorer, gold, found)
    own |= {"rejected": len(predictions.rejections), "unread": predictions.unread}
    if "quotations.whole" in one.pinned:
        own["quotations"] = quotation_figures(gold, found)
    figures |= dict(flatten(own))
    measured = Measured(
        name=one.name,
        language=one.language,
        task=one.task,
        reader=predictions.reader,
        sha256=digest(one, data),
        documents=len(gold),
        figures=figures,
        errors=dict(errors.most_common()),
    )
    return measured, predictions


def _predict(task: str, gold: dict[str, Document], data: Path, desk: sayso.Desk) -> Predictions:
    if task == "weighing":
        return weigh_scenarios(desk, gold.values())
    if task == "matching":
        return match_posts(gold.values(), data)
    if task == "clusters":
        return cluster_documents(desk, gold.values())
    return read_documents(desk, gold.values())


def flatten(figures: dict[str, Any], before: str = "") -> Iterator[tuple[str, float]]:
    """Give the numbers of nested figures with dotted names; what is no number (None) is left out."""
    for name, value in figures.items():
        if isinstance(value, dict):
            yield from flatten(value, f"{before}{name}.")
        elif isinstance(value, int | float):
            yield f"{before}{name}", value


def quotation_figures(gold: dict[str, Document], predicted: dict[str, Document]) -> dict[str, float]:
    """Give the share of the gold's direct quotations that were found whole, with their marks."""
    total = whole = made = 0
    for key, document in gold.items():
        wanted = {tuple(span) for claim in document["claims"] if claim["kind"] == "direct" for span in claim["content"]}
        found = {tuple(span) for span in predicted.get(key, {}).get("quotations", [])}
        total, whole, made = total + len(wanted), whole + len(wanted & found), made + len(found)
    return {"whole": round(whole / total, 4) if total else 0.0, "found": whole, "gold": total, "predicted": made}
