"""Documents -> the events that they are about, and a lexical baseline beside it, both tuned on the train part.

The baseline is the cosine of words weighted by tf-idf, joined by average linkage from a threshold on. Addresses of
pages, which one half of the corpus has for a first line, are taken out before anything is read.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Any

import sayso
from evaluation.predictions import Predictions, read_documents
from evaluation.sets import Document
from sayso.weighing.lexical import words_of
from sayso.weighing.stories import cosines, gather, link_by_average

Documents = dict[str, Document]
ADDRESS = re.compile(r"^http ?:.*$", re.MULTILINE)
# .10 to .22 were tried on draws of 8 topics of the train part.
BASELINE = 0.12


def cluster_documents(desk: sayso.Desk, gold: Iterable[Document]) -> Predictions:
    """Read documents and tell which are about one event; each gets the name of its story and of its baseline group."""
    bare = [document | {"text": ADDRESS.sub("", document["text"])} for document in gold]
    read = read_documents(desk, bare)
    stories = gather(sayso.read_reading(one) for one in read.readings.values())
    home = {key: f"story {at}" for at, story in enumerate(stories) for key in story}
    baseline = cluster_by_words(bare)
    found = {
        key: {"id": key, "reader": one["reader"], "cluster": home[key], "baseline": baseline[key]}
        for key, one in read.readings.items()
    }
    return Predictions(readings=found, rejections=read.rejections)


def cluster_by_words(documents: Sequence[Document]) -> dict[str, str]:
    """Give the baseline's group of each document."""
    groups = link_by_average(cosines([Counter(words_of(document["text"])) for document in documents]), BASELINE)
    return {documents[one]["id"]: f"group {at}" for at, group in enumerate(groups) for one in group}


def cluster_errors(scorer: ModuleType, gold: Documents, found: Documents) -> tuple[Counter[str], dict[str, Any]]:
    """Count the documents that stand with others than most of their event, by kind; score the baseline beside it."""
    counts: Counter[str] = Counter()
    events: dict[str, Counter[str]] = defaultdict(Counter)
    stories: dict[str, Counter[str]] = defaultdict(Counter)
    for key, document in gold.items():
        story = found.get(key, {}).get("cluster", key)
        events[document["cluster"]][story] += 1
        stories[story][document["cluster"]] += 1
    counts["one event as two"] = sum(each.total() - max(each.values()) for each in events.values())
    counts["two events as one"] = sum(each.total() - max(each.values()) for each in stories.values())
    baseline = {key: {"cluster": one["baseline"]} for key, one in found.items()}
    return +counts, {"baseline": scorer.TASKS["clusters"](gold, baseline, None)["bcubed"]}
