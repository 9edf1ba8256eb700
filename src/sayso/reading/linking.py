"""Label scores and arc features of one window -> attributions, as word indices.

Viterbi decoding under the learned transitions gives source, cue and content spans; the arcs join each content span to
a cue and each cue to a source or to none. Pure numpy; the numbers come from the tagger, the parameters from the pack.
"""

import attrs
import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

SOURCE, CUE, CONTENT = 0, 1, 2
ROLES = 3


@attrs.frozen(kw_only=True, eq=False)
class LinkParameters:
    """What the pack holds beside the network.

    ``transitions`` (labels, labels) from row to column, ``begins`` (labels,), and for either kind of arc the vector of
    "no head" (arc width,) and a score for each bucket of signed distance (2 * reach + 1,).
    """

    transitions: Scores
    begins: Scores
    cue_nothing: Scores
    cue_distance: Scores
    source_nothing: Scores
    source_distance: Scores


@attrs.frozen(kw_only=True)
class Found:
    """One attribution of a window: half-open word ranges, and a score from 0 to 1."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    score: float


def decode_labels(scores: Scores, parameters: LinkParameters) -> list[int]:
    """Give the best label sequence for scores (words, labels)."""
    total = parameters.begins + scores[0]
    came_from = np.zeros(scores.shape, dtype=np.int64)
    for step in range(1, len(scores)):
        candidates = total[:, None] + parameters.transitions
        came_from[step] = candidates.argmax(axis=0)
        total = candidates.max(axis=0) + scores[step]
    best = int(total.argmax())
    path = [best]
    for step in range(len(scores) - 1, 0, -1):
        best = int(came_from[step, best])
        path.append(best)
    return path[::-1]


def label_spans(labels: list[int]) -> tuple[list[tuple[int, int]], ...]:
    """Give the spans of source, cue and content in a BIO sequence, as word ranges in order."""
    spans: tuple[list[tuple[int, int]], ...] = ([], [], [])
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


def link_window(features: Scores, parameters: LinkParameters) -> list[Found]:
    """Give the attributions of one window from its features (words, labels + 4 * arc width), in order of the cue."""
    labels_wide, wide = len(parameters.begins), len(parameters.cue_nothing)
    scores = features[:, :labels_wide]
    cue_query, cue_key, source_query, source_key = (
        features[:, labels_wide + part * wide : labels_wide + (part + 1) * wide] for part in range(4)
    )
    labels = decode_labels(scores, parameters)
    sources, cues, contents = label_spans(labels)
    if not contents:
        return []
    label_share = _softmax(scores)[np.arange(len(labels)), labels]
    heads = np.array([start for start, _ in cues], dtype=np.int64)
    by_cue: dict[int, list[tuple[tuple[int, int], float]]] = {}
    loose = []
    for span in contents:
        shares = _arc_shares(
            cue_query[span[0] : span[1]], span, cue_key, heads, parameters.cue_nothing, parameters.cue_distance
        )
        best = int(shares.argmax())
        if best < len(cues):
            by_cue.setdefault(best, []).append((span, float(shares[best])))
        else:
            loose.append((span, float(shares[best])))
    found = []
    starts = np.array([start for start, _ in sources], dtype=np.int64)
    for number, parts in by_cue.items():
        cue = cues[number]
        shares = _arc_shares(
            source_query[cue[0] : cue[0] + 1],
            cue,
            source_key,
            starts,
            parameters.source_nothing,
            parameters.source_distance,
        )
        best = int(shares.argmax())
        spans = tuple(span for span, _ in parts)
        certain = [label_share[cue[0] : cue[1]].mean(), *(label_share[start:end].mean() for start, end in spans)]
        found.append(
            Found(
                source=(sources[best],) if best < len(sources) else (),
                cue=(cue,),
                content=spans,
                score=float(np.mean(certain) * np.mean([share for _, share in parts])),
            )
        )
    found.extend(
        Found(source=(), cue=(), content=(span,), score=float(label_share[span[0] : span[1]].mean() * share))
        for span, share in loose
    )
    return sorted(found, key=lambda one: one.cue or one.content)


def _arc_shares(
    query: Scores, span: tuple[int, int], key: Scores, heads: NDArray[np.int64], nothing: Scores, distance: Scores
) -> Scores:
    """Give the shares of the candidate heads and of no head (last), averaged over the words of ``query``."""
    places = np.arange(span[0], span[0] + len(query))
    scores = query @ key[heads].T * len(nothing) ** -0.5 + distance[bucket(heads[None, :] - places[:, None], distance)]
    without = (query @ nothing * len(nothing) ** -0.5)[:, None]
    shares: Scores = _softmax(np.concatenate([scores, without], axis=1)).mean(axis=0)
    return shares


def bucket(distances: NDArray[np.int64], table: Scores) -> NDArray[np.int64]:
    """Give the index into a distance table of ``2 * reach + 1`` entries; sizes double from bucket to bucket."""
    reach = len(table) // 2
    size = np.minimum(np.ceil(np.log2(np.maximum(np.abs(distances), 1))).astype(np.int64) + 1, reach)
    return reach + np.sign(distances) * size


def _softmax(scores: Scores) -> Scores:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Scores = raised / raised.sum(axis=-1, keepdims=True)
    return shares
