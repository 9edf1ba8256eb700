"""A small data folder made in the test: two texts of our own, and scorers with the few functions that are used."""

import json
from pathlib import Path

import pytest

from evaluation.sets import EvaluationSet

SCORER = """
import re

def rounded(value):
    return value

def words(text):
    return [found.span() for found in re.finditer(r"\\w+", text)]

def covered(spans, tokens):
    return frozenset(i for i, (s, e) in enumerate(tokens) if any(s < b and a < e for a, b in spans))

def jaccard(a, b):
    return len(a & b) / len(a | b) if a | b else 0.0

def pair(gold, predicted, score):
    scored = sorted(((-score(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted)))
    left, right, pairs = set(), set(), []
    for value, i, j in scored:
        if value < 0 and i not in left and j not in right:
            left.add(i), right.add(j), pairs.append((i, j))
    return pairs

def same_source(g, p, tokens, text):
    return g == p

def attribution(gold, predicted, options):
    found = sum(len(one.get("attributions", [])) for one in predicted.values())
    total = sum(len(one["attributions"]) for one in gold.values())
    share = min(found, total) / total
    return {"attribution": {"p": share, "r": share, "f1": share}, "gold": total, "predicted": found, "none": None}

TASKS = {"attribution": attribution}
"""
CLAIM_SCORER = """
from score import covered, jaccard, pair, rounded, words

def same_link(g, p, tokens, text):
    return g["name"] == p["name"]

def same_chain(g, p, tokens, text):
    return [one["name"] for one in g] == [one["name"] for one in p]

TASKS = {"chains": lambda gold, predicted, options: {"claim": {"f1": 0.5}, "gold": 1, "predicted": 1}}
"""
TEXT = "The mayor said that the bridge is closed. “We left home,” said the doctor."


def spans(text: str, *parts: str) -> list[list[int]]:
    """Give the spans of some words of a text."""
    return [[text.index(part), text.index(part) + len(part)] for part in parts]


def attribution(text: str, source: str, cue: str, content: str) -> dict[str, list[list[int]]]:
    """Give an attribution in the form of the data."""
    named = {"source": source, "cue": cue, "content": content}
    return {role: spans(text, words) if words else [] for role, words in named.items()}


GOLD = [
    attribution(TEXT, "mayor", "said", "that the bridge is closed"),
    attribution(TEXT, "doctor", "said the", "“We left home,”"),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give the folder of the small data."""
    folder = tmp_path / "eval"
    folder.mkdir()
    (folder / "score.py").write_text(SCORER, encoding="utf-8")
    (folder / "score_claims.py").write_text(CLAIM_SCORER, encoding="utf-8")
    lines = [
        {"id": "one", "lang": "en", "text": TEXT, "attributions": GOLD},
        {"id": "other", "lang": "xx", "text": TEXT, "attributions": GOLD},
    ]
    written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (folder / "small.jsonl").write_text(written, encoding="utf-8")
    return folder


@pytest.fixture
def small() -> EvaluationSet:
    """Give the set of that folder."""
    return EvaluationSet(
        name="small",
        path="small.jsonl",
        language="en",
        scorer="score",
        task="attribution",
        pinned=("attribution.f1",),
        about="a text of our own",
    )
