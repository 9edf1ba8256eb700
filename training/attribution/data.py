"""Read attribution corpora as windows of labelled words.

Takes PolNeAR files (`attributions`) and the constructed chains (`claims`), gives one Example per paragraph: pieces of
the tokenizer, the word each piece begins, BIO labels and the two kinds of arcs.
"""

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
from tokenizers import Tokenizer

from sayso.reading.windows import Window, make_windows

ROLES = ("source", "cue", "content")
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NO_ARC = -1  # the word has no arc to learn from
TO_NOTHING = -2  # the word is known to have no head
QUOTES = ("\u2018\u2019", '""', "\u00ab\u00bb", "\u201e\u201c")


@attrs.frozen(kw_only=True)
class Example:
    """One window: ``pieces`` (pieces,), and by word: ``firsts``, ``labels``, ``cue_of``, ``source_of`` (words,)."""

    pieces: tuple[int, ...]
    firsts: tuple[int, ...]
    labels: tuple[int, ...]
    cue_of: tuple[int, ...]
    source_of: tuple[int, ...]


def read_documents(path: Path) -> list[dict[str, Any]]:
    """Read a JSON Lines file, plain or gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def attributions_of(document: dict[str, Any]) -> list[dict[str, list[list[int]]]]:
    """Give the attributions of a document; claims become attributions to the nearest link of their chain.

    PolNeAR counts `that` to the content, the constructed sets do not: it is added here. Where claims share words, the
    first one stands.
    """
    if "attributions" in document:
        return document["attributions"]
    found = []
    for claim in document["claims"]:
        if not claim["chain"] and not claim["cue"]:
            continue
        content = [with_that(document["text"], *span) for span in claim["content"]]
        source = [claim["chain"][0]["mention"]] if claim["chain"] else []
        found.append({"source": source, "cue": claim["cue"], "content": content})
    return found


def with_that(text: str, start: int, end: int) -> list[int]:
    """Widen a content span over a `that` right before it."""
    return [start - 5, end] if text[max(0, start - 5) : start].lower() == "that " else [start, end]


def vary_quotes(text: str, rng: random.Random) -> str:
    """Write curly double quotation marks in another style, character for character, so that offsets stay."""
    opening, closing = rng.choice(QUOTES)
    return text.replace("\u201c", opening).replace("\u201d", closing)


def examples_of(document: dict[str, Any], tokenizer: Tokenizer, text: str | None = None) -> Iterator[Example]:
    """Label the windows of one document. ``text`` may replace its text if every offset stays right."""
    text = document["text"] if text is None else text
    attributions = attributions_of(document)
    for window in make_windows(text, tokenizer):
        yield label_window(window, attributions)


def label_window(window: Window, attributions: list[dict[str, list[list[int]]]]) -> Example:
    """Put BIO labels and arcs on the words of one window."""
    words = window.words
    labels, cue_of, source_of = [0] * len(words), [NO_ARC] * len(words), [NO_ARC] * len(words)

    def covered(spans: list[list[int]]) -> list[list[int]]:
        by_span = [[i for i, (s, e) in enumerate(words) if s < end and start < e] for start, end in spans]
        return [found for found in by_span if found]

    for attribution in attributions:
        found = {role: covered(attribution[role]) for role in ROLES}
        if any(labels[i] for spans in found.values() for span in spans for i in span):
            continue
        for number, role in enumerate(ROLES):
            for span in found[role]:
                for i in span:
                    labels[i] = 2 * number + 2
                labels[span[0]] = 2 * number + 1
        cue = found["cue"][0][0] if found["cue"] else TO_NOTHING
        for span in found["content"]:
            for i in span:
                cue_of[i] = cue
        if cue >= 0 and (found["source"] or not attribution["source"]):
            source_of[cue] = found["source"][0][0] if found["source"] else TO_NOTHING
    return Example(
        pieces=window.pieces,
        firsts=window.firsts,
        labels=tuple(labels),
        cue_of=tuple(cue_of),
        source_of=tuple(source_of),
    )
