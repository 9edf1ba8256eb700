"""Counts of errors by kind, beside F1: every gold item not found and every predicted one too many gets one kind."""

from collections import Counter
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from evaluation.pairing import HALF, Item, Sides, pair_sides
from evaluation.sets import Document

Documents = dict[str, Document]


def attribution_errors(
    scorer: ModuleType, gold: Documents, predicted: Documents
) -> tuple[Counter[str], dict[str, Any]]:
    """Count the errors of an attribution set by kind, and give the figures for cues with a verb of speech."""
    sides = [pair_sides(scorer, document, predicted.get(key, {})) for key, document in gold.items()]
    return sum(map(count_errors, sides), Counter()), {"speech": speech_figures(sides)}


def speech_figures(sides: Iterable[Sides]) -> dict[str, float]:
    """Give how many gold attributions have a verb of speech in their cue, and the shares found with the right source.

    ``right_source`` by the scorer's pairs (half of the content's words), ``loose_source`` where any word is shared.
    """
    total, found = 0, Counter[str]()
    for one in sides:
        spoken = {place for place, item in enumerate(one.gold) if item.is_speech}
        total += len(spoken)
        found["right_source"] += len(spoken & {place for place, _ in one.full})
        found["loose_source"] += len(spoken & {place for place, _ in one.loose})
    shares = {name: round(found[name] / total, 4) if total else 0.0 for name in ("right_source", "loose_source")}
    return {**shares, "gold": total, "found": found["right_source"]}


def count_errors(sides: Sides) -> Counter[str]:
    """Count the errors of one text; a pair that is right by content and wrong by source counts once."""
    counts: Counter[str] = Counter()
    right_gold, right_predicted = ({pair[side] for pair in sides.full} for side in (0, 1))
    seen_gold, seen_predicted = set(right_gold), set(right_predicted)
    for place, other in sides.alike:
        if place not in seen_gold and other not in seen_predicted:
            counts[_source_kind(sides.gold[place], sides.predicted[other])] += 1
            seen_gold.add(place)
            seen_predicted.add(other)
    left = [place for place in range(len(sides.predicted)) if place not in seen_predicted]
    for place, item in enumerate(sides.gold):
        if place not in seen_gold:
            counts[_miss_kind(item, sides, left)] += 1
    for place in left:
        counts[_spurious_kind(sides.predicted[place], sides)] += 1
    return counts


def _source_kind(gold: Item, predicted: Item) -> str:
    if not gold.source:
        return "source invented"
    return "other source" if predicted.source else "no source"


def _miss_kind(gold: Item, sides: Sides, left: list[int]) -> str:
    """Say why a gold item was missed, by the prediction that shares most words with it; that one is used up."""
    near = max(left, key=lambda place: len(gold.content & sides.predicted[place].content), default=None)
    if near is not None and gold.content & sides.predicted[near].content:
        left.remove(near)
        return "too long" if len(sides.predicted[near].content) > len(gold.content) else "too short"
    covered = frozenset().union(*(item.content for item in sides.predicted))
    if len(gold.content & covered) >= HALF * len(gold.content):
        return "given to another"
    return "missed, statement" if gold.is_speech else "missed, attitude"


def _spurious_kind(predicted: Item, sides: Sides) -> str:
    if any(len(predicted.content & item.content) >= HALF * len(predicted.content) for item in sides.gold):
        return "split in two"
    if not predicted.cue:
        return "spurious, no cue"
    return "spurious, statement" if predicted.is_speech else "spurious, attitude"


def chain_errors(scorer: ModuleType, gold: Documents, predicted: Documents) -> tuple[Counter[str], dict[str, Any]]:
    """Count the errors of a chains set by kind; own-voice and optional claims of the gold ask for nothing."""
    counts: Counter[str] = Counter()
    for key, document in gold.items():
        counts += _of_chains(scorer, document, predicted.get(key, {}).get("claims", []))
    return counts, {}


def _of_chains(scorer: ModuleType, document: Document, predicted: list[Document]) -> Counter[str]:
    counts: Counter[str] = Counter()
    text, tokens, golds = document["text"], scorer.words(document["text"]), document["claims"]

    def alike(one: Document, other: Document) -> float:
        shared = scorer.jaccard(scorer.covered(one["content"], tokens), scorer.covered(other["content"], tokens))
        origins = [claim["chain"][-1:] for claim in (one, other)]
        nearer = scorer.same_chain(*origins, tokens, text)
        return shared + 0.01 * nearer if shared >= HALF else 0.0

    pairs = dict(scorer.pair(golds, predicted, alike))
    for place, claim in enumerate(golds):
        kind = None if claim.get("optional") else _chain_kind(scorer, document, claim, _at(predicted, pairs.get(place)))
        counts.update([kind] if kind else [])
    paired = set(pairs.values())
    counts["spurious"] += sum(bool(claim["chain"]) and place not in paired for place, claim in enumerate(predicted))
    return +counts


def _at(predicted: list[Document], place: int | None) -> Document | None:
    return None if place is None else predicted[place]


def _chain_kind(scorer: ModuleType, document: Document, gold: Document, predicted: Document | None) -> str | None:
    """Say what is wrong with the prediction that is paired with a gold claim; None for nothing."""
    chain, text, tokens = gold["chain"], document["text"], scorer.words(document["text"])
    if predicted is None:
        return "missed" if chain else None
    found = predicted["chain"]
    if scorer.same_chain(chain, found, tokens, text):
        return None
    if not chain:
        return "own voice given away"
    if not found:
        return "given as own voice"
    if not scorer.same_link(chain[-1], found[-1], tokens, text):
        return "other origin"
    return "chain lacks links" if len(found) < len(chain) else "chain has other links"
