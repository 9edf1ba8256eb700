"""How alike two texts are by their words, their beginnings and runs of letters, the rare ones counting most.

Takes the words of texts, gives a likeness of two of them or ranks a collection for one. It knows no language: what is
rare in the texts at hand tells, so that no list of empty words is needed; beginnings and runs of letters let the forms
of one word meet; a run of letters that bridges two words tells that they stand together. Names, numbers and quoted
words are words as all others: being rare, they weigh most.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Self

import attrs
import numpy as np
from numpy.typing import NDArray

LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S*", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
LONGEST_TEXT, LONGEST_WORD = 20_000, 40
STEM, RUN = 4, 4
# Kinds of features by the sign that they begin with: whole words, beginnings, runs of letters within a word, runs
# across words. Factors by softmax regression on the 800 tweets of CheckThat 2020 train (MAP@5 .885; dev .858). Counting
# names, numbers, quotations, tags, or the author of a post otherwise than the rest was tried: it gained nothing.
FACTORS = {"w": 0.6, "s": 0.7, "g": 0.4, "x": 0.2}
# How much more the rare counts; 1, 1.3, 1.6, 2 and 2.5 were tried on the same data.
RARITY_POWER = 1.6
# Saturation and length of BM25. Source: Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework".
SATURATION, LENGTH = 1.2, 0.4

Features = Mapping[str, int]


class Ranked(NamedTuple):
    """A text of a collection, by its number there, and its score for what was asked; more is better."""

    number: int
    score: float


@attrs.frozen(kw_only=True)
class Rarity:
    """In how many of ``texts`` texts each feature stands."""

    texts: int
    counts: Mapping[str, int]

    @classmethod
    def count(cls, texts: Iterable[Features]) -> Self:
        """Count the features of texts."""
        texts = list(texts)
        return cls(texts=len(texts), counts=Counter(chain.from_iterable(texts)))

    def weigh(self, feature: str) -> float:
        """Give what a feature counts: more the rarer it is, most where no text has it. Always above 0."""
        held = min(self.counts.get(feature, 0), self.texts)
        rarity = math.log(1 + (self.texts - held + 0.5) / (held + 0.5))
        return FACTORS[feature[0]] * math.pow(rarity, RARITY_POWER)


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text in small letters; links are left out, what is joined (#BridgeClosed) is taken apart."""
    bare = LINK.sub(" ", text[:LONGEST_TEXT])
    return tuple(part.casefold() for found in WORD.finditer(bare) for part in _split_at_capitals(found.group()))


def features_of(words: Iterable[str]) -> Counter[str]:
    """Give what words are compared by, and how often each feature stands there."""
    cut = [word[:LONGEST_WORD] for word in words]
    line = f" {' '.join(cut)} " if cut else ""
    return Counter(
        chain(
            (f"w{word}" for word in cut),
            (f"s{word if word.isdigit() else word[:STEM]}" for word in cut),
            (run for word in cut for run in _runs("g", f" {word} ")),
            _runs("x", line),
        )
    )


def likeness(one: Sequence[str], other: Sequence[str], rarity: Rarity) -> float:
    """Tell how alike two texts are by their words, from 0 (nothing in common) to 1 (the same words).

    Order of the two does not matter; the more they share, and the rarer that is, the more alike they are.
    """
    return compare_features(features_of(one), features_of(other), rarity)


def compare_features(one: Features, other: Features, rarity: Rarity) -> float:
    """Tell how alike two texts are by their features, as `likeness` does: the cosine of what each feature counts."""
    left, right = _mass(one, rarity), _mass(other, rarity)
    if not left or not right:
        return 0.0
    shared = _mass(sorted(one.keys() & other.keys()), rarity)
    return min(1.0, shared / math.sqrt(left * right))


class Collection:
    """Texts that can be ranked by how well they match another; texts of the same words are ranked once, as the first.

    ``texts`` are the words of each. Time and memory grow with their length; a question takes as long as the texts are
    many that share something with it.
    """

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        first: dict[tuple[str, ...], int] = {}
        for number, words in enumerate(texts):
            first.setdefault(tuple(words), number)
        self._numbers = list(first.values())
        features = [features_of(words) for words in first]
        self.rarity = Rarity.count(features)
        lengths = np.array([len(words) for words in first], dtype=np.float64)
        self._index(features, lengths / max(1.0, float(lengths.mean()) if len(lengths) else 1.0))

    def rank(self, words: Sequence[str], most: int) -> list[Ranked]:
        """Give the ``most`` texts that match best, the best first; of two that match alike, the earlier one first."""
        scores = np.zeros(len(self._numbers))
        for feature in sorted(features_of(words)):
            column = self._columns.get(feature)
            if column is not None:
                part = slice(self._starts[column], self._starts[column + 1])
                scores[self._rows[part]] += self._weights[part]
        best = np.argsort(-scores, kind="stable")[:most]
        return [Ranked(self._numbers[at], float(scores[at])) for at in best.tolist() if scores[at] > 0]

    def _index(self, texts: Sequence[Features], lengths: NDArray[np.float64]) -> None:
        """Lay features out as columns: the rows (texts) that have each, and what it counts in them."""
        self._columns: dict[str, int] = {feature: at for at, feature in enumerate(self.rarity.counts)}
        sizes = [len(features) for features in texts]
        total = sum(sizes)
        columns = np.fromiter((self._columns[one] for text in texts for one in text), dtype=np.int64, count=total)
        counts = np.fromiter((number for text in texts for number in text.values()), dtype=np.float64, count=total)
        rows = np.repeat(np.arange(len(texts), dtype=np.int64), sizes)
        worth = np.array([self.rarity.weigh(feature) for feature in self._columns], dtype=np.float64)
        order = np.argsort(columns, kind="stable")
        columns, counts, self._rows = columns[order], counts[order], rows[order]
        self._starts = np.searchsorted(columns, np.arange(len(self._columns) + 1)).tolist()
        damped = counts + SATURATION * (1 - LENGTH + LENGTH * lengths[self._rows])
        self._weights = worth[columns] * counts * (SATURATION + 1) / damped


def _mass(features: Iterable[str], rarity: Rarity) -> float:
    return math.fsum(rarity.weigh(feature) for feature in features)


def _runs(kind: str, line: str) -> Iterable[str]:
    return (kind + line[at : at + RUN] for at in range(max(0, len(line) - RUN + 1)) if line)


def _split_at_capitals(word: str) -> Iterable[str]:
    """Give the parts of a word that begin with a capital or a digit within it: BridgeClosed, NATOSummit, Summit2019."""
    start = 0
    for at in range(1, len(word)):
        if _begins_part(word[at - 1], word[at], word[at + 1 : at + 2]):
            yield word[start:at]
            start = at
    yield word[start:]


def _begins_part(before: str, sign: str, after: str) -> bool:
    if sign.isupper():
        return not before.isupper() or after.islower()
    return sign.isdigit() and before.isalpha()
