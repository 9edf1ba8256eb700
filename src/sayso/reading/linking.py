"""Label scores and arc features of one window -> attributions, as word indices.

Viterbi decoding under a label-bigram prior gives source, cue and content spans; the arcs join each content span to a
cue, each cue to its nearest source or to none, and each source to the one it rests on or to none. Pure numpy; the
numbers come from the tagger, the parameters from the pack.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
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
TRAITS = (*CLAIM_TRAITS, *LINK_TRAITS)
# Where the values of each stand among those of all.
TRAIT_COLUMNS = dict(
    zip([name for name, _ in TRAITS], pairwise(accumulate([size for _, size in TRAITS], initial=0)), strict=True)
)
# After these, of each word: whether it names a place or an adjective of one, and of which kind the place is.
PLACE_LABELS, PLACE_KINDS = 5, 6
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
    """One kind of arc in one window: features of each word as tail and as head, and the pack's parameters.

    ``away`` (2 * reach + 1,): the score of each signed distance from tail to head.
    """

    query: Scores
    key: Scores
    nothing: Scores
    away: Scores

    def shares(self, tails: Sequence[int], heads: Sequence[int]) -> Scores:
        """Give for each tail the shares of the candidate heads and of no head (last): (tails, heads + 1)."""
        begins, ends = np.array(tails, dtype=np.int64), np.array(heads, dtype=np.int64)
        keys = np.concatenate([self.key[ends], self.nothing[None, :]])
        scores = self.query[begins] @ keys.T * len(self.nothing) ** -0.5
        scores[:, :-1] += self.away[ends - begins[:, None] + len(self.away) // 2]
        return _softmax(scores)


class _Window(NamedTuple):
    """One window: the spans of each role, the share of each word's label, and the arcs.

    ``traits``: the shares of the values of all, of each word that a span begins with.
    """

    spans: tuple[list[Range], ...]
    certain: Scores
    traits: Mapping[int, list[float]]
    to_cue: _Arc
    to_source: _Arc
    to_next: _Arc


def _part(windows: Sequence[Scores], parameters: LinkParameters) -> Iterator[_Window]:
    """Decode windows, and part their features (words, labels + 6 * arc width + traits) into what they are.

    Shares are made for all windows together: numpy's cost per call is shared.
    """
    widths = _widths(parameters)
    marks, *columns = (slice(*borders) for borders in pairwise(accumulate(widths, initial=0)))
    decoded = decode_labels([features[:, marks] for features in windows], parameters)
    marked = _softmax(np.concatenate([features[:, marks] for features in windows]))
    certain = marked[np.arange(len(marked)), [*chain.from_iterable(decoded)]]
    spans = list(map(label_spans, decoded))
    traits = _read_traits(windows, spans, slice(columns[6].start, columns[-1].stop))
    lengths = [len(features) for features in windows]
    arcs = list(zip(columns[0:6:2], columns[1:6:2], _fixed(parameters, max(lengths)), strict=True))
    borders = pairwise(accumulate(lengths, initial=0))
    for features, own, of_roles, told in zip(windows, borders, spans, traits, strict=True):
        yield _Window(
            of_roles,
            certain[slice(*own)],
            told,
            *(_Arc(features[:, query], features[:, key], *fixed) for query, key, fixed in arcs),
        )


def _read_traits(
    windows: Sequence[Scores], spans: Sequence[tuple[list[Range], ...]], columns: slice
) -> list[dict[int, list[float]]]:
    """Give for each window the shares of the values of all traits, of each word that a span begins with."""
    begins = [sorted({start for of_role in roles for start, _ in of_role}) for roles in spans]
    shares = np.concatenate([features[words, columns] for features, words in zip(windows, begins, strict=True)])
    for first, after in TRAIT_COLUMNS.values():
        shares[:, first:after] = _softmax(shares[:, first:after])
    rows = iter(shares.tolist())
    return [dict(zip(words, rows, strict=False)) for words in begins]


def _widths(parameters: LinkParameters) -> tuple[int, ...]:
    wide = len(parameters.cue_nothing)
    return (len(parameters.begins), *(wide,) * 6, *(values for _, values in TRAITS))


def place_columns(parameters: LinkParameters) -> slice:
    """Give the columns of the features that tell of each word whether it names a place."""
    start = sum(_widths(parameters))
    return slice(start, start + PLACE_LABELS)


def _fixed(parameters: LinkParameters, reach: int) -> Iterator[tuple[Scores, Scores]]:
    """Give for each kind of arc what no window changes: the vector of no head, and the scores of distances."""
    distances = np.arange(-reach, reach + 1)
    yield parameters.cue_nothing, parameters.cue_distance[bucket(distances, parameters.cue_distance)]
    yield parameters.source_nothing, parameters.source_distance[bucket(distances, parameters.source_distance)]
    yield parameters.next_nothing, parameters.next_distance[bucket(distances, parameters.next_distance)]


def decode_labels(windows: Sequence[Scores], parameters: LinkParameters) -> list[list[int]]:
    """Give the best label sequence of each window, for scores (words, labels); windows of like length go together."""
    decoded: list[list[int]] = [[] for _ in windows]
    ordered = sorted(range(len(windows)), key=lambda place: -len(windows[place]))
    for first in range(0, len(ordered), MOST_TOGETHER):
        places = ordered[first : first + MOST_TOGETHER]
        for place, labels in zip(places, _decode([windows[place] for place in places], parameters), strict=True):
            decoded[place] = labels
    return decoded


def _decode(windows: Sequence[Scores], parameters: LinkParameters) -> list[list[int]]:
    """Run Viterbi over some windows at once, the longest first; what comes behind the end of one is of no account.

    ``totals`` are (words, labels, windows): a step is then three calls on what lies together.
    """
    lengths = [len(scores) for scores in windows]
    totals = np.zeros((lengths[0], len(parameters.begins), len(windows)), dtype=np.float32)
    for row, scores in enumerate(windows):
        totals[: len(scores), :, row] = scores
    totals[0] += parameters.begins[:, None]
    moves = parameters.transitions[:, :, None]
    for before, here in pairwise(totals):
        np.add(here, np.maximum.reduce(before[:, None] + moves), out=here)
    passed = np.concatenate([totals[: length - 1, :, row] for row, length in enumerate(lengths)])
    came_from = (passed[:, None] + parameters.transitions.T).argmax(axis=2).tolist()
    borders = pairwise(accumulate([length - 1 for length in lengths], initial=0))
    return [
        _trace(int(totals[last - first, :, row].argmax()), came_from[first:last])
        for row, (first, last) in enumerate(borders)
    ]


def _trace(label: int, came_from: Sequence[Sequence[int]]) -> list[int]:
    """Give the path to the last label, by the label that each came from, word by word."""
    path = [label]
    for labels in reversed(came_from):
        path.append(labels[path[-1]])
    return path[::-1]


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
    return map(_link, _part(windows, parameters)) if windows else iter(())


def _link(window: _Window) -> list[Found]:
    sources, cues, contents = window.spans
    if not (cues or contents):
        return []
    chains = _make_chains(window, cues, sources)
    found = []
    for number, parts in _join_contents(window, cues, contents).items():
        cue = cues[number : number + 1]
        spans = [span for span, _ in parts]
        marked = [_mean(window.certain[start:end]) for start, end in (*cue, *spans)]
        found.append(
            Found(
                sources=chains[number] if cue else (),
                cue=tuple(cue),
                content=tuple(spans),
                score=float(_mean(marked) * _mean([share for _, share in parts] or [1.0])),
                traits=_traits(window, (spans or cue)[0][0], CLAIM_TRAITS),
            )
        )
    return sorted(found, key=lambda one: min((*one.cue, *one.content)))


def _join_contents(window: _Window, cues: list[Range], contents: list[Range]) -> dict[int, list[tuple[Range, float]]]:
    """Give for each cue the contents that are its own, with the share of the arc; numbers past the cues have none."""
    by_cue: dict[int, list[tuple[Range, float]]] = {number: [] for number in range(len(cues))}
    if not contents:
        return by_cue
    shares = window.to_cue.shares([word for span in contents for word in range(*span)], [start for start, _ in cues])
    done = 0
    for start, end in contents:
        of_span = _mean(shares[done : done + end - start])
        best = int(of_span.argmax())
        number = best if best < len(cues) else len(by_cue)
        by_cue.setdefault(number, []).append(((start, end), float(of_span[best])))
        done += end - start
    return by_cue


def _make_chains(window: _Window, cues: list[Range], sources: list[Range]) -> list[tuple[FoundSource, ...]]:
    """Follow for each cue the arcs to its nearest source and on to those that it rests on."""
    if not (cues and sources):
        return [()] * len(cues)
    heads = [start for start, _ in sources]
    nearest = _best(window.to_source.shares([start for start, _ in cues], heads))
    # The only source there is rests on none beside itself.
    onward = _best(window.to_next.shares(heads, heads)) if len(sources) > 1 else [(len(sources), 1.0)]
    return [_follow(window, arc, onward, sources) for arc in nearest]


def _best(shares: Scores) -> list[tuple[int, float]]:
    """Give for each tail the head with the largest share, and that share."""
    return list(zip(shares.argmax(axis=1).tolist(), np.maximum.reduce(shares, axis=1).tolist(), strict=True))


def _follow(
    window: _Window, arc: tuple[int, float], onward: Sequence[tuple[int, float]], sources: list[Range]
) -> tuple[FoundSource, ...]:
    """Follow an arc, and those from source to source, until one leads to none or back."""
    links: dict[int, FoundSource] = {}
    best, share = arc
    while best < len(sources) and best not in links and len(links) < MOST_LINKS:
        traits = _traits(window, sources[best][0], LINK_TRAITS)
        links[best] = FoundSource(words=sources[best], score=share, traits=traits)
        best, share = onward[best]
    return tuple(links.values())


def _traits(window: _Window, word: int, names: tuple[tuple[str, int], ...]) -> Mapping[str, tuple[float, ...]]:
    shares = window.traits[word]
    return {name: tuple(shares[slice(*TRAIT_COLUMNS[name])]) for name, _ in names}


def bucket(distances: NDArray[np.int64], table: Scores) -> NDArray[np.int64]:
    """Give the index into a distance table of ``2 * reach + 1`` entries; sizes double from bucket to bucket."""
    reach = len(table) // 2
    size = np.minimum(np.ceil(np.log2(np.maximum(np.abs(distances), 1))).astype(np.int64) + 1, reach)
    return reach + np.sign(distances) * size


def _mean(values: Scores | Sequence[Scores] | Sequence[float]) -> Scores:
    """Give the mean over the first axis: at the cost of two calls, which numpy's own is not."""
    mean: Scores = np.add.reduce(values) / len(values)
    return mean


def _softmax(scores: Scores) -> Scores:
    raised: Scores = np.exp(scores - np.maximum.reduce(scores, axis=-1, keepdims=True))
    total: Scores = np.add.reduce(raised, axis=-1, keepdims=True)
    return raised / total
