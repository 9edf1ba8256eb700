"""Errors in places by kind, and how far scores can be relied on: of the places given a score, how many are right.

A place is right where it has the gold number in GeoNames or lies within 20 km of the gold point, the middle of an area
within 161 km. Gold places without a point are not judged.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

import attrs

from evaluation.sets import Document

Documents = dict[str, Document]
NEAR_KM, AREA_KM = 20, 161
AREAS = frozenset(("district", "division", "country", "region", "sector"))
# From one of these scores up to the next, places are judged together; the last is "sure".
SCORES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
SURE = 0.9


@attrs.frozen(kw_only=True)
class Judged:
    """A place that was found where the gold has one: its score, how far it is off, and whether it is right."""

    score: float
    away_km: float
    is_right: bool


def place_errors(scorer: ModuleType, gold: Documents, predicted: Documents) -> tuple[Counter[str], dict[str, Any]]:
    """Count the errors of a set of places by kind, and give how many are right of those with each score."""
    counts: Counter[str] = Counter()
    judged: list[Judged] = []
    for key, document in gold.items():
        places, found = document["places"], predicted.get(key, {}).get("places", [])
        pairs = scorer.span_pairs(places, found)
        counts["place missed"] += len(places) - len(pairs)
        counts["no place"] += 0 if document.get("partial") else len(found) - len(pairs)
        for one, other in pairs:
            counts.update(_error(scorer, places[one], found[other]))
            judged += _judge(scorer, places[one], found[other])
    return +counts, {"reliability": dict(reliability(judged)), "sure": sure(judged)}


def sure(judged: Iterable[Judged]) -> dict[str, float]:
    """Give how many places are given a score of at least 0.9, and the share of them that is right."""
    chosen = [one for one in judged if one.score >= SURE]
    return {"right": _share(chosen), "found": len(chosen)}


def reliability(judged: Iterable[Judged]) -> Iterator[tuple[str, dict[str, float]]]:
    """Give for each range of scores how many places have one, and the share of them that is right."""
    judged = list(judged)
    for low, high in zip(SCORES, (*SCORES[1:], 1.01), strict=True):
        chosen = [one for one in judged if low <= one.score < high]
        if chosen:
            yield f"from {low:.2f}", {"right": _share(chosen), "found": len(chosen)}


def _share(judged: list[Judged]) -> float:
    return round(sum(one.is_right for one in judged) / len(judged), 4) if judged else 0.0


def _error(scorer: ModuleType, place: Document, found: Document) -> Iterator[str]:
    if scorer.located(place) and not scorer.located(found):
        yield "place without a point" if found.get("resolved") else "place unresolved"
    elif scorer.located(place):
        away = scorer.distance_km(place, found)
        if away > NEAR_KM and not _is_right(place, found, away):
            yield "another place" if away > AREA_KM else "another place, not far"


def _judge(scorer: ModuleType, place: Document, found: Document) -> Iterator[Judged]:
    if scorer.located(place) and scorer.located(found):
        away = scorer.distance_km(place, found)
        yield Judged(score=found.get("score") or 0.0, away_km=away, is_right=_is_right(place, found, away))


def _is_right(place: Document, found: Document, away_km: float) -> bool:
    same = place.get("geonameid") is not None and str(place["geonameid"]) == str(found.get("geonameid"))
    return same or away_km <= (AREA_KM if found.get("precision") in AREAS else NEAR_KM)
