"""How sure events are said to be, from -3 (certainly not) to 3 (certainly so), as the scorer compares them.

The events are the gold's own words. Each takes its value from what sayso reads: the modality of the event whose words
it stands in, else what the origin of the claim about it does; words outside of claims, such as cues, are plainly told.
"""

from collections import Counter
from types import ModuleType
from typing import Any

from evaluation.sets import Document

Documents = dict[str, Document]
CERTAIN = 3.0
# What each means for whether it is so; chosen by what the words mean, not fitted.
MODALITIES = {
    "actual": 3.0,
    "ongoing": 3.0,
    "planned": 1.0,
    "predicted": 1.0,
    "hypothetical": 0.0,
    "negated": -3.0,
    "unknown": 0.0,
}
STANCES = {
    "asserts": 3.0,
    "opines": 2.0,
    "predicts": 1.0,
    "intends": 1.0,
    "asks": 0.0,
    "unknown": 0.0,
    "doubts": -1.0,
    "denies": -3.0,
}
# What an uncertain word leaves of it.
HEDGED = 0.5
# Off by more than this is an error worth counting.
FAR = 2.0


def to_values(gold: Documents, found: Documents) -> Documents:
    """Give for each gold event the value that sayso's reading of its text gives it."""
    return {
        key: {
            "events": [
                {"start": one["start"], "end": one["end"], "value": value_of(found[key], one["start"], one["end"])}
                for one in document["events"]
            ]
        }
        for key, document in gold.items()
        if key in found
    }


def value_of(reading: Document, start: int, end: int) -> float:
    """Give the value of the event told by the words from ``start`` to ``end``: by the smallest claim about them."""
    about = [one for one in reading["claims"] if any(first <= start and end <= last for first, last in one["content"])]
    if not about:
        return CERTAIN
    claim = min(about, key=lambda one: sum(last - first for first, last in one["content"]))
    share = HEDGED if claim["hedged"] else 1.0
    for event in claim["events"]:
        if event["trigger"] and event["trigger"][0] <= start and end <= event["trigger"][1]:
            return share * MODALITIES[event["modality"]]
    if claim["hypothetical"]:
        return 0.0
    return share * STANCES[claim["stance"]] * (-1.0 if claim["negated"] else 1.0)


def factuality_errors(_: ModuleType, gold: Documents, found: Documents) -> tuple[Counter[str], dict[str, Any]]:
    """Count the events that are far off, by whether too much or too little is believed."""
    counts: Counter[str] = Counter()
    for key, document in gold.items():
        values = {(one["start"], one["end"]): one["value"] for one in found.get(key, {}).get("events", [])}
        for one in document["events"]:
            off = values.get((one["start"], one["end"]), 0.0) - one["value"]
            counts["too much is believed"] += off > FAR
            counts["too little is believed"] += off < -FAR
    return +counts, {}
