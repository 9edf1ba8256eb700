"""Fits the weights: the likelihood of the right candidates is made as large as it can be, by gradient (Adam).

Takes features of candidates and of "none of these", gives a weight for each. Deterministic; numpy only.
"""

from collections.abc import Sequence

import attrs
import numpy as np

from places.examples import Example
from sayso.reading.ranking import Indices, Numbers

# Tried 2e-4 to 2e-2 on folds of the train part: all within .3 points of each other.
SHRINK = 2e-3
STEPS = 400
RATE, LAST_RATE = 0.1, 0.003
SMALL = 1e-12


@attrs.frozen(kw_only=True, eq=False)
class Stack:
    """All examples in one: the sense of each row, and the right rows of each wanted sense."""

    of_sense: Indices
    none: Numbers
    senses: Indices
    weights: Numbers
    right: Indices
    of_wanted: Indices

    @property
    def is_none(self) -> np.ndarray:
        """Which of the wanted have no right row."""
        return np.bincount(self.of_wanted, minlength=len(self.senses)) == 0


def stack(examples: Sequence[Example]) -> Stack:
    """Put all examples into one, with senses and rows numbered through."""
    row_from = np.cumsum([0, *(len(one.field.entries) for one in examples)])
    sense_from = np.cumsum([0, *(len(one.field.senses) for one in examples)])
    wanted = [(at, one) for at, example in enumerate(examples) for one in example.wanted]
    rights = [one.right + row_from[at] for at, one in wanted]
    return Stack(
        of_sense=np.concatenate([one.field.of_sense + sense_from[at] for at, one in enumerate(examples)]),
        none=np.concatenate([one.field.none for one in examples]),
        senses=np.array([one.sense + sense_from[at] for at, one in wanted], dtype=np.int64),
        weights=np.array([one.weight for _, one in wanted]),
        right=np.concatenate(rights).astype(np.int64),
        of_wanted=np.repeat(np.arange(len(wanted)), [len(one) for one in rights]),
    )


def fit(features: Numbers, stacked: Stack) -> tuple[Numbers, Numbers]:
    """Give the weights of the features of candidates and of those of "none of these"."""
    scale, none_scale = _scale(features), _scale(stacked.none)
    scaled, none = features / scale, stacked.none / none_scale
    total = stacked.weights.sum()
    weights = np.zeros(features.shape[1] + none.shape[1])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        gradient = _gradient(scaled, none, weights, stacked) / total - SHRINK * weights
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        rate = RATE * (1 - step / STEPS) + LAST_RATE
        weights += rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights[: features.shape[1]] / scale, weights[features.shape[1] :] / none_scale


def _scale(features: Numbers) -> Numbers:
    spread: Numbers = np.sqrt((features**2).mean(axis=0))
    return np.where(spread > SMALL, spread, 1.0)


def _gradient(features: Numbers, none: Numbers, weights: Numbers, stacked: Stack) -> Numbers:
    scores, none_scores = features @ weights[: features.shape[1]], none @ weights[features.shape[1] :]
    most = none_scores.copy()
    np.maximum.at(most, stacked.of_sense, scores)
    raised, none_raised = np.exp(scores - most[stacked.of_sense]), np.exp(none_scores - most)
    sums = np.bincount(stacked.of_sense, weights=raised, minlength=len(none)) + none_raised
    likely, none_likely = raised / sums[stacked.of_sense], none_raised / sums
    mass = np.bincount(stacked.of_wanted, weights=likely[stacked.right], minlength=len(stacked.senses))
    wanted, none_wanted = np.zeros(len(scores)), np.zeros(len(none))
    share = likely[stacked.right] / np.maximum(mass[stacked.of_wanted], SMALL)
    np.add.at(wanted, stacked.right, share * stacked.weights[stacked.of_wanted])
    is_none = stacked.is_none
    np.add.at(none_wanted, stacked.senses[is_none], stacked.weights[is_none])
    counts = np.bincount(stacked.senses, weights=stacked.weights, minlength=len(none))
    pull = features.T @ (wanted - likely * counts[stacked.of_sense])
    return np.concatenate([pull, none.T @ (none_wanted - none_likely * counts)])


def fit_line(columns: Numbers, is_right: Numbers, weights: Numbers) -> Numbers:
    """Give the weights of columns in the log-odds of being right, by Newton's method (Platt's scaling)."""
    fitted = np.zeros(columns.shape[1])
    for _ in range(50):
        told = 1 / (1 + np.exp(-(columns @ fitted)))
        gradient = columns.T @ (weights * (is_right - told))
        hessian = (columns * (weights * told * (1 - told))[:, None]).T @ columns
        fitted += np.linalg.solve(hessian + 1e-6 * np.eye(columns.shape[1]), gradient)
    return fitted


def log_odds(likely: Numbers) -> Numbers:
    """Give the log-odds of likelihoods, bounded as the reader bounds them."""
    bounded = np.clip(likely, 1e-6, 1 - 1e-6)
    odds: Numbers = np.log(bounded / (1 - bounded))
    return odds
