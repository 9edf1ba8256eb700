"""Label scores and arc features of one window -> attributions, as word indices.

Viterbi decoding under a label-bigram prior gives source, cue and content spans; the arcs join each content span to a
cue, each cue to its nearest source or to none, and each source to the one it rests on or to none. Pure numpy; the
numbers come from the tagger, the parameters from the pack.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

import attrs
import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Range = tuple[int, int]

SOURCE, CUE, CONTENT = 0, 1, 2
ROLES = 3
# What is told at the first word of a content and of a source, in the order of the network's outputs: name, values.
CLAIM_TRAITS = (("stance", 7), ("hedged", 2))
LINK_TRAITS = (("kind", 6), ("naming", 3), ("role", 7))
MOST_LINKS = 6
# Windows whose labels are decoded together: numpy's cost per call is shared, and little is padded.
MOST_TOGETHER = 32


@attrs.frozen(kw_only=True, eq=False)
class LinkParameters:
    """What the pack holds beside the network.

    ``transitions`` (labels, labels) from row to column, ``begins`` (labels,), and for each kind of arc the vector of
    "no head" (arc width,) and a score for each bucket of signed distance (2 * reach + 1,).
    """

    transitions: Scores
    begins: Scores
    cue_nothing: Scores
    cue_distance: Scores
    source_nothing: Scores
    source_distance: Scores
    next_nothing: Scores
    next_distance: Scores


@attrs.frozen(kw_only=True)
class FoundSource:
    """One source of an attribution: a half-open word range, and the shares of each value of its traits.

    ``score`` (0 to 1): how sure the arc is that leads to it.
    """

    words: Range
    score: float
    traits: Mapping[str, tuple[float, ...]]


@attrs.frozen(kw_only=True)
class Found:
    """One attribution of a window: half-open word ranges, and a score from 0 to 1.

    One without a cue is content whose cue stands in another window, one without content a cue whose content does.
    ``sources`` run from the nearest to the one it finally rests on; ``traits`` as in :class:`FoundSource`.
    """

    sources: tuple[FoundSource, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float
    traits: Mapping[str, tuple[float, ...]]


class _Arc(NamedTuple):
    """One kind of arc in one window: features of each word as tail and as head, and the pack's parameters."""

    query: Scores
    key: Scores
    nothing: Scores
    distance: Scores

    def shares(self, span: Range, heads: NDArray[np.int64]) -> Scores:
        """Give the shares of the candidate heads and of no head (last), averaged over the words of ``span``."""
        places = np.arange(*span)
        query, scale = self.query[span[0] : span[1]], len(self.nothing) ** -0.5
        scores = (
            query @ self.key[heads].T * scale + self.distance[bucket(heads[None, :] - places[:, None], self.distance)]
        )
        without = (query @ self.nothing * scale)[:, None]
        shares: Scores = _softmax(np.concatenate([scores, without], axis=1)).mean(axis=0)
        return shares


class _Window(NamedTuple):
    """One window's features, parted."""

    labels: Scores
    to_cue: _Arc
    to_source: _Arc
    to_next: _Arc
    traits: Mapping[str, Scores]


def _part(features: Scores, parameters: LinkParameters) -> _Window:
    """Part features (words, labels + 6 * arc width + traits) into what they are."""
    labels, wide = len(parameters.begins), len(parameters.cue_nothing)
    traits = (*CLAIM_TRAITS, *LINK_TRAITS)
    widths = (labels, *(wide,) * 6, *(values for _, values in traits))
    parts = [features[:, start:end] for start, end in pairwise((0, *accumulate(widths)))]
    return _Window(
        parts[0],
        _Arc(parts[1], parts[2], parameters.cue_nothing, parameters.cue_distance),
        _Arc(parts[3], parts[4], parameters.source_nothing, parameters.source_distance),
        _Arc(parts[5], parts[6], parameters.next_nothing, parameters.next_distance),
        {name: part for (name, _), part in zip(traits, parts[7:], strict=True)},
    )


def decode_labels(windows: Sequence[Scores], parameters: LinkParameters) -> list[list[int]]:
    """Give the best label sequence of each window, for scores (words, labels); windows of like length go together."""
    decoded: list[list[int]] = [[] for _ in windows]
    ordered = sorted(range(len(windows)), key=lambda place: len(windows[place]))
    for first in range(0, len(ordered), MOST_TOGETHER):
        places = ordered[first : first + MOST_TOGETHER]
        for place, labels in zip(places, _decode([windows[place] for place in places], parameters), strict=True):
            decoded[place] = labels
    return decoded


def _decode(windows: Sequence[Scores], parameters: LinkParameters) -> list[list[int]]:
    """Run Viterbi over some windows at once; a window that has ended keeps the label it ended with."""
    lengths = np.array([len(scores) for scores in windows])
    padded = np.zeros((len(windows), int(lengths.max()), len(parameters.begins)), dtype=np.float32)
    for row, scores in enumerate(windows):
        padded[row, : len(scores)] = scores
    total = parameters.begins + padded[:, 0]
    came_from = np.broadcast_to(np.arange(total.shape[1]), padded.shape).copy()
    for step in range(1, padded.shape[1]):
        goes_on = lengths > step
        candidates = total[goes_on, :, None] + parameters.transitions
        came_from[goes_on, step] = candidates.argmax(axis=1)
        total[goes_on] = candidates.max(axis=1) + padded[goes_on, step]
    rows, best = np.arange(len(windows)), total.argmax(axis=1)
    paths = np.empty(padded.shape[:2], dtype=np.int64)
    for step in range(padded.shape[1] - 1, -1, -1):
        paths[:, step] = best
        best = came_from[rows, step, best]
    return [path[:length].tolist() for path, length in zip(paths, lengths, strict=True)]


def label_spans(labels: list[int]) -> tuple[list[Range], ...]:
    """Give the spans of source, cue and content in a BIO sequence, as word ranges in order."""
    spans: tuple[list[Range], ...] = ([], [], [])
    for place, label in enumerate(labels):
        if label == 0:
            continue
        role = (label - 1) // 2
        own = spans[role]
        continues = place > 0 and (labels[place - 1] + 1) // 2 == role + 1 and label % 2 == 0
        if continues:
            own[-1] = (own[-1][0], place + 1)
        else:
            own.append((place, place + 1))
    return spans


def link_windows(windows: Sequence[Scores], parameters: LinkParameters) -> Iterator[list[Found]]:
    """Give the attributions of each window from its features, in the order of their first word."""
    parted = [_part(features, parameters) for features in windows]
    decoded = decode_labels([window.labels for window in parted], parameters)
    return (_link(window, labels) for window, labels in zip(parted, decoded, strict=True))


def _link(window: _Window, labels: list[int]) -> list[Found]:
    sources, cues, contents = label_spans(labels)
    certain = _softmax(window.labels)[np.arange(len(labels)), labels]
    found = []
    for number, parts in _join_contents(window, cues, contents).items():
        cue = cues[number : number + 1] if number < len(cues) else []
        spans = [span for span, _ in parts]
        marked = [certain[start:end].mean() for start, end in (*cue, *spans)]
        found.append(
            Found(
                sources=_chain(window, cue[0], sources) if cue else (),
                cue=tuple(cue),
                content=tuple(spans),
                score=float(np.mean(marked) * np.mean([share for _, share in parts] or [1.0])),
                traits=_traits(window, (spans or cue)[0][0], CLAIM_TRAITS),
            )
        )
    return sorted(found, key=lambda one: min((*one.cue, *one.content)))


def _join_contents(window: _Window, cues: list[Range], contents: list[Range]) -> dict[int, list[tuple[Range, float]]]:
    """Give for each cue the contents that are its own, with the share of the arc; numbers past the cues have none."""
    heads = np.array([start for start, _ in cues], dtype=np.int64)
    by_cue: dict[int, list[tuple[Range, float]]] = {number: [] for number in range(len(cues))}
    for span in contents:
        shares = window.to_cue.shares(span, heads)
        best = int(shares.argmax())
        number = best if best < len(cues) else len(by_cue)
        by_cue.setdefault(number, []).append((span, float(shares[best])))
    return by_cue


def _chain(window: _Window, cue: Range, sources: list[Range]) -> tuple[FoundSource, ...]:
    """Follow the arcs from a cue to its nearest source and on to those that it rests on."""
    heads = np.array([start for start, _ in sources], dtype=np.int64)
    chain: list[FoundSource] = []
    seen: set[int] = set()
    shares = window.to_source.shares((cue[0], cue[0] + 1), heads)
    best = int(shares.argmax())
    while best < len(sources) and best not in seen and len(chain) < MOST_LINKS:
        seen.add(best)
        start = sources[best][0]
        traits = _traits(window, start, LINK_TRAITS)
        chain.append(FoundSource(words=sources[best], score=float(shares[best]), traits=traits))
        shares = window.to_next.shares((start, start + 1), heads)
        best = int(shares.argmax())
    return tuple(chain)


def _traits(window: _Window, word: int, names: tuple[tuple[str, int], ...]) -> Mapping[str, tuple[float, ...]]:
    return {name: tuple(float(share) for share in _softmax(window.traits[name][word])) for name, _ in names}


def bucket(distances: NDArray[np.int64], table: Scores) -> NDArray[np.int64]:
    """Give the index into a distance table of ``2 * reach + 1`` entries; sizes double from bucket to bucket."""
    reach = len(table) // 2
    size = np.minimum(np.ceil(np.log2(np.maximum(np.abs(distances), 1))).astype(np.int64) + 1, reach)
    return reach + np.sign(distances) * size


def _softmax(scores: Scores) -> Scores:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Scores = raised / raised.sum(axis=-1, keepdims=True)
    return shares
