"""Read attribution and place corpora as windows of labelled words.

Takes PolNeAR files (`attributions`), the constructed chains (`claims`) and texts with places (`places`), gives one
Example per paragraph: pieces of the tokenizer, the word each piece begins, BIO labels, three kinds of arcs, traits of
claims and sources, and which words name a place.
"""

import functools
import gzip
import json
import random
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from attribution.phrases import read_words, whole_phrase
from sayso.knowledge.nations import Nation
from sayso.knowledge.tables import read_table
from sayso.reading.pieces import Cutter
from sayso.reading.windows import Window, make_windows

ROLES = ("source", "cue", "content")
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
UNSAID = -1  # nothing to learn from this word
TO_NOTHING = -2  # the word is known to have no head
SENTENCE_END = re.compile(r"[.!?\u2026][\u201d\u2019\"')\u00bb]*(?=\s+[^a-z\u0430-\u045f\u0491\s])|\n\s*\n")
QUOTES = ("\u2018\u2019", '""', "\u00ab\u00bb", "\u201e\u201c")
# The values of the traits, in the order of the network's outputs.
CLAIM_TRAITS = {
    "stance": ("asserts", "denies", "doubts", "predicts", "intends", "opines", "asks"),
    "hedged": (False, True),
}
LINK_TRAITS = {
    "kind": ("person", "organisation", "outlet", "channel", "document", "group"),
    "naming": ("named", "pseudonymous", "unnamed"),
    "role": ("government", "military", "civilian", "analyst", "media", "international", "unknown"),
}
# Labels of words that name a place, and of adjectives of one (`Turkish`); the kinds of place at the first word.
PLACE_LABELS = ("O", "B-place", "I-place", "B-adjective", "I-adjective")
PLACE_KINDS = ("settlement", "division", "country", "region", "water", "facility")
FEATURE_KINDS = {
    **dict.fromkeys(("CONT", "RGN", "AREA", "ZN"), "region"),
    **dict.fromkeys(("LK", "SEA", "OCN", "BAY", "GULF", "RSV", "STM", "HBR", "RVN", "STRT", "CHN", "CNL"), "water"),
    **dict.fromkeys(("PRK", "AIRP", "HTL", "SCH", "HSP", "MUS", "BLDG", "BDG", "STDM", "CSTL", "PRT"), "facility"),
}
PREFIX_KINDS = {"PPL": "settlement", "ADM": "division", "PCL": "country"}
# What a word points to, and what is told of it.
ARROWS = ("cue_of", "source_of", "next_of")
TOLD = (*CLAIM_TRAITS, *LINK_TRAITS, "place", "place_kind")
Spans = list[list[int]]


@attrs.frozen(kw_only=True)
class Marked:
    """One attribution to learn from: ``sources`` nearest first, each with its spans and traits.

    ``is_whole``: the whole chain is known, so that its last source is known to rest on nothing. ``is_sourced``: some
    source is stated, in this sentence or before.
    """

    content: Spans
    cue: Spans
    sources: tuple[tuple[Spans, dict[str, str]], ...]
    traits: dict[str, Any]
    is_whole: bool
    is_sourced: bool


@attrs.frozen(kw_only=True)
class Example:
    """One window: ``pieces`` (pieces,), ``firsts`` (words,), and ``by_word``: name to a value per word (words,).

    ``seen``: the teacher's vectors (words, 768), where it has read the text.
    """

    pieces: tuple[int, ...]
    firsts: tuple[int, ...]
    by_word: dict[str, tuple[int, ...]]
    seen: NDArray[np.float16] | None = None


def read_documents(path: Path) -> list[dict[str, Any]]:
    """Read a JSON Lines file, plain or gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def marked_of(document: dict[str, Any]) -> list[Marked]:
    """Give what a document marks. Own-voice claims mark nothing; a source is named in the claim's own paragraph."""
    if "attributions" in document:
        return [
            Marked(content=one["content"], cue=one["cue"], sources=((one["source"], {}),) if one["source"] else (),
                   traits={}, is_whole=False, is_sourced=bool(one["source"]))
            for one in document["attributions"]
        ]  # fmt: skip
    text = document["text"]
    return [
        Marked(
            content=claim["content"],
            cue=claim["cue"],
            sources=tuple(([whole_phrase(text, link)], link) for link in _local_links(text, claim)),
            traits={"stance": claim["stance"], "hedged": claim["hedged"]},
            is_whole=True,
            is_sourced=bool(claim["chain"]),
        )
        for claim in document["claims"]
        if claim["chain"] or claim["cue"]
    ]


def _local_links(text: str, claim: dict[str, Any]) -> list[dict[str, Any]]:
    """Leave out the links that a claim takes over from earlier sentences: the reader adds those, not the network."""
    spans = [*claim["content"], *claim["cue"]]
    begin, end = min(start for start, _ in spans), max(end for _, end in spans)
    before = [found.end() for found in SENTENCE_END.finditer(text, max(0, begin - 600), begin)]
    after = SENTENCE_END.search(text, end)
    first = before[-1] if before else max(0, begin - 600)
    last = after.start() + 1 if after else len(text)
    return [link for link in claim["chain"] if first <= link["mention"][0] < last]


def vary_quotes(text: str, rng: random.Random) -> str:
    """Write curly double quotation marks in another style, character for character, so that offsets stay."""
    opening, closing = rng.choice(QUOTES)
    return text.replace("\u201c", opening).replace("\u201d", closing)


def examples_of(document: dict[str, Any], tokenizer: Tokenizer, text: str | None = None) -> Iterator[Example]:
    """Label the windows of one document. ``text`` may replace its text if every offset stays right.

    What a document does not hold is not said: one without attributions teaches places, one without places the rest.
    ``seen``, the teacher's vectors, are a list with one array a window, each (words, 768).
    """
    text = document["text"] if text is None else text
    seen = document.get("seen", ())
    marked = marked_of(document) if "attributions" in document or "claims" in document else None
    for place, window in enumerate(make_windows(text, Cutter(tokenizer))):
        example = label_window(window, marked or [], places_of(document))
        if marked is None:
            example = attrs.evolve(example, by_word={**example.by_word, "labels": (UNSAID,) * len(window.words)})
        if place < len(seen) and len(seen[place]) == len(window.words):
            example = attrs.evolve(example, seen=seen[place])
        yield example


def places_of(document: dict[str, Any]) -> list[tuple[int, int, int, str | None]] | None:
    """Give the places a document names: start, end, the label of the first word, kind; None where it does not say.

    -1 stands on words of which a set does not say whether they name a place: adjectives where a set leaves them out,
    sources where a set holds that a capital that speaks is no place.
    """
    if "places" not in document:
        return None
    text, adjectives = document["text"], _adjectives()
    found: list[tuple[int, int, int, str | None]] = []
    for one in document["places"]:
        word = text[one["start"] : one["end"]]
        label = 3 if word.lower() in adjectives else 1
        found.append((one["start"], one["end"], label, _kind_of(one)))
    marked = {(start, end) for start, end, _, _ in found}
    if document.get("leaves_adjectives"):
        words = [word for word in re.finditer(r"\w+", text) if word.group().lower() in adjectives]
        found += [(*word.span(), UNSAID, None) for word in words if word.span() not in marked]
    for claim in document.get("claims", ()):
        found += [(*link["mention"], UNSAID, None) for link in claim["chain"] if tuple(link["mention"]) not in marked]
    return found


def _kind_of(place: dict[str, Any]) -> str | None:
    code = place.get("fcode") or ""
    return FEATURE_KINDS.get(code, PREFIX_KINDS.get(code[:3]))


@functools.cache
def _adjectives() -> frozenset[str]:
    rows = read_table(files("sayso.knowledge") / "languages/en/nations.tsv", Nation)
    words = [word.strip().lower() for row in rows for word in row.adjectives.split(";")]
    return frozenset(words) | read_words("adjectives.txt")


class _Labels:
    """The values of one window's words while they are put on."""

    def __init__(self, words: tuple[tuple[int, int], ...]) -> None:
        self.words = words
        self.labels = [0] * len(words)
        self.others = {name: [UNSAID] * len(words) for name in (*ARROWS, *TOLD)}

    def cover(self, spans: Spans) -> list[list[int]]:
        """Give the words of each span, spans outside the window left out."""
        found = [[i for i, (s, e) in enumerate(self.words) if s < end and start < e] for start, end in spans]
        return [one for one in found if one]

    def fits(self, spans: list[list[int]], role: int) -> bool:
        """Tell whether words are free, or shared as source or cue with another attribution."""
        shared = (0,) if role == ROLES.index("content") else (0, 2 * role + 1, 2 * role + 2)
        return all(self.labels[i] in shared for span in spans for i in span)

    def put(self, spans: list[list[int]], role: int) -> None:
        """Put BIO labels of a role on spans; a span that another attribution has marked stays as it is."""
        for span in spans:
            if all(self.labels[i] for i in span):
                continue
            for i in span:
                self.labels[i] = 2 * role + 2
            self.labels[span[0]] = 2 * role + 1

    def tell(self, word: int, traits: dict[str, Any], known: dict[str, tuple[Any, ...]]) -> None:
        """Put the traits that are known on a word."""
        for name, values in known.items():
            if traits.get(name) in values:
                self.others[name][word] = values.index(traits[name])


def label_window(
    window: Window,
    marked: list[Marked],
    places: list[tuple[int, int, int, str | None]] | None = None,
) -> Example:
    """Put labels, arcs and traits on the words of one window; attributions may share a source, never a content."""
    labels = _Labels(window.words)
    for one in marked:
        _label(labels, one)
    if places is not None:
        _label_places(labels, places)
    by_word = {"labels": tuple(labels.labels), **{name: tuple(values) for name, values in labels.others.items()}}
    return Example(pieces=window.pieces, firsts=window.firsts, by_word=by_word)


def _label_places(labels: _Labels, places: list[tuple[int, int, int, str | None]]) -> None:
    labels.others["place"] = [0] * len(labels.words)
    for start, end, label, kind in places:
        for span in labels.cover([[start, end]]):
            for i in span:
                labels.others["place"][i] = UNSAID if label == UNSAID else label + (i != span[0])
            if kind is not None:
                labels.others["place_kind"][span[0]] = PLACE_KINDS.index(kind)


def _label(labels: _Labels, one: Marked) -> None:
    content, cue = labels.cover(one.content), labels.cover(one.cue)
    sources = [(labels.cover(spans), traits) for spans, traits in one.sources]
    parts = [*((spans, 0) for spans, _ in sources), (cue, 1), (content, 2)]
    if not all(labels.fits(spans, role) for spans, role in parts):
        return
    for spans, role in parts:
        labels.put(spans, role)
    head = cue[0][0] if cue else TO_NOTHING
    for span in content:
        for i in span:
            labels.others["cue_of"][i] = head
    if content:
        labels.tell(content[0][0], one.traits, CLAIM_TRAITS)
    starts = [spans[0][0] if spans else None for spans, _ in sources]
    if head >= 0 and starts[:1] != [None] and bool(sources) == one.is_sourced:
        labels.others["source_of"][head] = starts[0] if sources else TO_NOTHING
    _label_chain(labels, starts, one)


def _label_chain(labels: _Labels, starts: list[int | None], one: Marked) -> None:
    for place, (start, (_, traits)) in enumerate(zip(starts, one.sources, strict=True)):
        if start is None:
            continue
        labels.tell(start, traits, LINK_TRAITS)
        after = starts[place + 1] if place + 1 < len(starts) else TO_NOTHING
        if one.is_whole and after is not None and after != start:
            labels.others["next_of"][start] = after
