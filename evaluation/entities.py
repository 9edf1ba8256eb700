"""Entities as the scorer compares them: of the kinds it knows, sayso reads places, so those alone are compared.

Names of persons and bodies are read where they are sources, not for their own sake; no figure is given for them.
"""

from collections import Counter
from types import ModuleType
from typing import Any

from evaluation.sets import Document

Documents = dict[str, Document]
LOCATION = "LOC"


def to_locations(scorer: ModuleType, gold: Documents, found: Documents) -> tuple[Documents, Documents]:
    """Give gold and found documents with the places among their entities, all of one type."""
    wanted = {key: {**document, "entities": _gold_places(scorer, document)} for key, document in gold.items()}
    return wanted, {key: {"entities": [_as_location(place) for place in one["places"]]} for key, one in found.items()}


def entity_errors(scorer: ModuleType, gold: Documents, found: Documents) -> tuple[Counter[str], dict[str, Any]]:
    """Count the places missed, and what was taken for one."""
    counts: Counter[str] = Counter()
    for key, document in gold.items():
        wanted, got = document["entities"], found.get(key, {}).get("entities", [])
        pairs = scorer.span_pairs(wanted, got)
        counts["place missed"] += len(wanted) - len(pairs)
        counts["no place"] += len(got) - len(pairs)
    return +counts, {}


def _gold_places(scorer: ModuleType, document: Document) -> list[Document]:
    places = [one for one in document["entities"] if scorer.COARSE.get(one["type"]) == LOCATION]
    return [_as_location(one) for one in places]


def _as_location(one: Document) -> Document:
    return {"start": one["start"], "end": one["end"], "type": LOCATION}
