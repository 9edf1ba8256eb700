"""Learns the weights of resolution and their calibration, and writes them: ``python -m places.train``.

The prior is fitted on what each candidate says for itself; with the likelihoods it gives, candidates of a report are
compared, and the joint weights are fitted on that, then again on what they give themselves. The calibration is fitted
on four folds of the train part, each weighed by what the other three teach. Fold 0 is never trained on.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from evaluation.gold_places import find_recognisers
from evaluation.sets import FOLDS, find_data
from places.examples import Example, read_examples
from places.fit import fit, fit_line, log_odds, stack
from sayso.knowledge import Gazetteer, load_resolution
from sayso.reading.ranking import FEATURES, NONE, OWN, Numbers, Weights, choose, compare, is_lonely, pool, weigh

OUT = Path(__file__).resolve().parents[2] / "src/sayso/knowledge/world/resolution.toml"
REFITS = 3
HEAD = """# What is learned about telling which place a name means. Made by `python -m places.train` from train parts of
# LGL, TR-News, GeoWebNews, GeoVirus, VIINA and the constructed chains; no text of theirs is in it. Set by hand:
# hint.fits and line, below which a place is unresolved. slope, offset and lonely are the calibration.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(prog="python -m places.train", description=__doc__)
    parser.add_argument("--gazetteer", type=Path, required=True, help="the compiled gazetteer")
    parser.add_argument("--data", type=Path, default=find_data(os.environ), help="the evaluation data")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    gazetteer = Gazetteer.open(options.gazetteer)
    examples = list(read_examples(options.data, gazetteer, find_recognisers(gazetteer)))
    learned = [one for one in examples if one.fold]
    weights = learn(learned)
    options.out.write_text(write(weights, calibrate(learned)), encoding="utf-8")
    for name, chosen in (("trained on", learned), ("held out", [one for one in examples if not one.fold])):
        for corpus in dict.fromkeys(one.corpus for one in chosen):
            print(f"{name:<11} {corpus:<12} {describe([one for one in chosen if one.corpus == corpus], weights)}")


def learn(examples: Sequence[Example]) -> Weights:
    """Fit the prior and the joint weights."""
    stacked = stack(examples)
    prior = fit(np.concatenate([one.field.own for one in examples]), stacked)
    joint = fit(np.concatenate([_features(one, prior, None) for one in examples]), stacked)
    for _ in range(REFITS - 1):
        joint = fit(np.concatenate([_features(one, prior, joint) for one in examples]), stacked)
    return Weights(prior=prior[0], prior_none=prior[1], joint=joint[0], joint_none=joint[1])


Pair = tuple[Numbers, Numbers]


def _features(example: Example, prior: Pair, joint: Pair | None) -> Numbers:
    field = example.field
    likely = choose(field, field.own @ prior[0], field.none @ prior[1])
    features = np.concatenate([field.own, compare(field, likely)], axis=1)
    if joint is None:
        return features
    likely = choose(field, features @ joint[0], field.none @ joint[1])
    return np.concatenate([field.own, compare(field, likely)], axis=1)


def calibrate(examples: Sequence[Example]) -> Numbers:
    """Give slope, offset and what loneliness counts, from reports that the weights were not fitted on."""
    judged: list[Judged] = []
    for fold in range(1, FOLDS):
        weights = learn([one for one in examples if one.fold != fold])
        judged += [pair for one in examples if one.fold == fold for pair in judge(one, weights)]
    likely, lonely, right, count = (np.array(column, dtype=np.float64) for column in zip(*judged, strict=True))
    return fit_line(np.stack([log_odds(likely), np.ones(len(likely)), lonely], axis=1), right, count)


class Judged(NamedTuple):
    """The best candidate of a sense: its likelihood, whether it is lonely and right, and what that counts."""

    likely: float
    is_lonely: bool
    is_right: bool
    weight: float


def judge(example: Example, weights: Weights) -> list[Judged]:
    """Judge the best candidate of each wanted sense that has one."""
    field = example.field
    weighed = weigh(field, weights)
    judged = []
    for wanted in example.wanted:
        rows = field.rows(wanted.sense)
        if rows:
            best = max(rows, key=lambda row: (weighed.likely[row], -row))
            lonely = is_lonely(field, weighed, best)
            judged.append(Judged(pool(field, weighed.likely, best).likely, lonely, best in wanted.right, wanted.weight))
    return judged


def describe(examples: Sequence[Example], weights: Weights) -> str:
    """Say how often the best candidate is right, and how often it could be."""
    judged = [pair for one in examples for pair in judge(one, weights)]
    total = sum(wanted.weight for one in examples for wanted in one.wanted)
    possible = sum(wanted.weight for one in examples for wanted in one.wanted if len(wanted.right))
    right = sum(one.weight for one in judged if one.is_right)
    return f"right {right / total:.3f} of {possible / total:.3f} possible, weight {total:.0f}"


def write(weights: Weights, calibration: Numbers) -> str:
    """Give the file; line, homes and what a fitting hint is worth are those of the file that is there."""
    before = load_resolution()
    named = zip(("slope", "offset", "lonely"), calibration, strict=True)
    lines = [HEAD, f"line = {before.line}", *(f"{name} = {value:.4f}" for name, value in named), "", "[homes]"]
    lines += [f"{code} = {sorted(countries)}".replace("'", '"') for code, countries in sorted(before.homes.items())]
    tables = (
        ("prior", OWN, weights.prior),
        ("prior_none", NONE, weights.prior_none),
        ("joint", FEATURES, weights.joint),
        ("joint_none", NONE, weights.joint_none),
    )
    for table, names, values in tables:
        lines += ["", f"[{table}]", *(f"{name} = {value:.4f}" for name, value in zip(names, values, strict=True))]
    lines += ["", "[hint]", f"fits = {before.weights['hint']['fits']}", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
