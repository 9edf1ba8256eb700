"""Gold and predicted attributions of one text side by side, paired as the scorer pairs them.

A pair shares half of its words; a full pair has the same source too. What counts as a word, as half and as the same
source is the scorer's own code. A loose pair shares any word of its content and of its source, or has none on both
sides.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

import attrs

from evaluation.sets import Document

HALF = 0.5
FORMS = Path(__file__).with_name("speech_forms.txt")
Words = frozenset[int]


@attrs.frozen(kw_only=True)
class Item:
    """One attribution as sets of word numbers; ``is_speech``: its cue has a verb of speech."""

    content: Words
    source: Words
    cue: str
    is_speech: bool


@attrs.frozen(kw_only=True)
class Sides:
    """The attributions of both sides, and index pairs: ``alike`` by content, ``full`` by content and source.

    ``loose``: paired by any shared word of content, those kept that share a word of their source too.
    """

    gold: tuple[Item, ...]
    predicted: tuple[Item, ...]
    alike: tuple[tuple[int, int], ...]
    full: tuple[tuple[int, int], ...]
    loose: tuple[tuple[int, int], ...]


def pair_sides(scorer: ModuleType, gold: Document, predicted: Document) -> Sides:
    """Pair what was read in one text with its gold."""
    text, tokens = gold["text"], scorer.words(gold["text"])
    golds, preds = (
        [_item(scorer, text, tokens, one) for one in side.get("attributions", [])] for side in (gold, predicted)
    )

    def same_content(one: Item, other: Item) -> float:
        shared: float = scorer.jaccard(one.content, other.content)
        return shared if shared >= HALF else 0.0

    def shares_words(one: Item, other: Item) -> float:
        shared: float = scorer.jaccard(one.content, other.content)
        return shared

    def same(one: Item, other: Item) -> float:
        return same_content(one, other) if scorer.same_source(one.source, other.source, tokens, text) else 0.0

    def pairs(alike: Callable[[Item, Item], float]) -> tuple[tuple[int, int], ...]:
        return tuple(scorer.pair(golds, preds, alike))

    loose = tuple(
        (place, other)
        for place, other in pairs(shares_words)
        if golds[place].source & preds[other].source or not (golds[place].source or preds[other].source)
    )
    return Sides(gold=tuple(golds), predicted=tuple(preds), alike=pairs(same_content), full=pairs(same), loose=loose)


def _item(scorer: ModuleType, text: str, tokens: list[tuple[int, int]], one: Document) -> Item:
    cue = " ".join(text[start:end] for start, end in one.get("cue", []))
    content, source = (scorer.covered(one.get(role, []), tokens) for role in ("content", "source"))
    return Item(content=content, source=source, cue=cue, is_speech=is_speech_cue(cue))


def is_speech_cue(cue: str) -> bool:
    """Tell whether a cue has a verb of speech of the fixed list, or a colon."""
    return any(word in read_forms() for word in re.findall(r"\w+|:", cue.lower()))


@cache
def read_forms() -> frozenset[str]:
    """Give the forms of the verbs of speech."""
    lines = FORMS.read_text(encoding="utf-8").splitlines()
    return frozenset(form for line in lines if not line.startswith("#") for form in line.split())
