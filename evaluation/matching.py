"""Posts -> the claims of a collection that they match, by words alone; no report is read for it.

A claim of the collection is its title and its text; claims of the same words count as one, the first.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from evaluation.predictions import Predictions
from evaluation.sets import Document, MissingDataError, read_lines
from sayso.weighing.lexical import Collection, words_of

Documents = dict[str, Document]
COLLECTION = "matching/checkthat2020-claims.collection.jsonl"
MOST = 5


def match_posts(gold: Iterable[Document], data: Path) -> Predictions:
    """Give for each post the ids of the claims that match it best, the best first. Raises MissingDataError."""
    path = data / COLLECTION
    if not path.is_file():
        message = f"no file {path}; SAYSO_EVAL names the folder of the evaluation data"
        raise MissingDataError(message)
    return Predictions(readings=match_all(gold, read_lines(path)), rejections=())


def match_all(posts: Iterable[Document], claims: Sequence[Document]) -> Documents:
    """Give the matches of posts by their ids."""
    collection = Collection([words_of(f"{claim['title']}\n{claim['text']}") for claim in claims])
    ranked = ((post["id"], collection.rank(words_of(post["text"]), MOST)) for post in posts)
    return {key: {"id": key, "match": [claims[one.number]["id"] for one in best]} for key, best in ranked}


def matching_errors(_: ModuleType, gold: Documents, found: Documents) -> tuple[Counter[str], dict[str, Any]]:
    """Count the posts whose claim is not the first that is given, by kind."""
    counts: Counter[str] = Counter()
    for key, post in gold.items():
        given = found.get(key, {}).get("match", [])
        if post["match"] and not set(given[:1]) & set(post["match"]):
            counts["match not first" if set(given) & set(post["match"]) else "match missed"] += 1
    return counts, {}
