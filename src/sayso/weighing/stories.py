"""Readings -> stories: which reports are about one event, by words and names, numbers, places and years in common.

Takes readings, gives groups of the ids of their reports. It says nothing of claims: reports of one story may say
contrary things. Rarity decides what tells: a name that most of the reports have in common parts none of them. Time and
memory grow with the square of the number of reports; a few thousand are a matter of a minute.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from sayso.vocabulary import Anchor, Reading
from sayso.vocabulary.names import sound_of
from sayso.weighing.lexical import LINK, LONGEST_TEXT, LONGEST_WORD, WORD

Matrix = NDArray[np.float64]
YEAR = re.compile("[0-9]{4}")
# How much each sort of likeness (a cosine, 0 to 1; -1 for years that differ) speaks for one story, and what speaks
# against it from the start. Logistic regression on all pairs of the 575 reports of ECB+ train, rounded.
WORDS, NAMES, NUMBERS, PLACES, YEARS = 26.0, 17.0, 2.5, 3.5, 1.0
AGAINST = -6.0
# From this average on, groups are one story; whatever is left in ones and twos joins the story that it is nearest to
# from that average on, of so many reports. Of .75 to .98 and .2 to .6 these did best on 24 draws of 8 topics of ECB+
# train, as many as dev has: BCubed F1 .933 on average, words alone .882 (dev: .911 and .879).
SAME, NEAR, FEW, NEAREST = 0.85, 0.5, 2, 5
COLUMNS = 4096


@attrs.frozen(kw_only=True)
class Outline:
    """What of a report is compared with others: how often it has each word, name, number, place; years that it tells.

    ``names`` are words with a capital, by their sound, so that they meet across scripts; ``places`` are numbers of
    GeoNames, or the sound of a name that is not resolved.
    """

    id: str
    words: Counter[str]
    names: Counter[str]
    numbers: Counter[str]
    places: Counter[str]
    years: frozenset[str]


def gather(readings: Iterable[Reading]) -> tuple[tuple[str, ...], ...]:
    """Give the ids of the reports of each story, the largest story first; the order of the readings changes nothing."""
    outlines = sorted({one.id: one for one in map(outline, readings)}.values(), key=lambda one: one.id)
    if not outlines:
        return ()
    alike = compare_outlines(outlines)
    groups = take_in(alike, link_by_average(alike, SAME))
    return tuple(tuple(outlines[at].id for at in group) for group in sorted(groups, key=lambda one: (-len(one), one)))


def outline(reading: Reading) -> Outline:
    """Give the outline of a report."""
    bare = LINK.sub(" ", reading.report.text[:LONGEST_TEXT])
    words = [found.group()[:LONGEST_WORD] for found in WORD.finditer(bare)]
    return Outline(
        id=reading.report.id,
        words=Counter(word.casefold() for word in words),
        names=Counter(sound_of(word) for word in words if word[0].isupper() and len(word) > 1),
        numbers=Counter(word for word in words if word.isdigit()),
        places=Counter(str(place.geonameid or sound_of(place.name)) for place in reading.places),
        years=frozenset(_years(reading)),
    )


def _years(reading: Reading) -> Iterator[str]:
    for time in reading.times:
        if time.anchor is Anchor.STATED and (found := YEAR.match(time.value)):
            yield found.group()


def compare_outlines(outlines: Sequence[Outline]) -> Matrix:
    """Give how surely each two reports are of one story, 0 to 1: shape (reports, reports), symmetric."""
    sorts = (
        (WORDS, [one.words for one in outlines]),
        (NAMES, [one.names for one in outlines]),
        (NUMBERS, [one.numbers for one in outlines]),
        (PLACES, [one.places for one in outlines]),
    )
    total = np.full((len(outlines), len(outlines)), AGAINST)
    for weight, bags in sorts:
        total += weight * cosines(bags)
    total += YEARS * _compare_years([one.years for one in outlines])
    return np.asarray(1 / (1 + np.exp(-total)))


def cosines(bags: Sequence[Counter[str]]) -> Matrix:
    """Give the cosine of each two bags, what is rare among the bags counting most: shape (bags, bags), 0 to 1.

    Source: Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval" (log tf, idf).
    """
    held = Counter(item for bag in bags for item in bag)
    weights = [
        {item: (1 + math.log(count)) * math.log(len(bags) / held[item]) for item, count in bag.items()} for bag in bags
    ]
    lengths = np.array([math.sqrt(math.fsum(weight * weight for weight in each.values())) for each in weights])
    shared = {item: at for at, item in enumerate(sorted(item for item, number in held.items() if number > 1))}
    made = np.zeros((len(bags), len(bags)))
    for first in range(0, len(shared), COLUMNS):
        made += _product(weights, shared, first)
    lengths[lengths == 0] = 1
    return np.asarray(made / lengths / lengths[:, None])


def _product(weights: Sequence[dict[str, float]], shared: dict[str, int], first: int) -> Matrix:
    """Give what the columns from ``first`` on add to the product of each two bags."""
    part = np.zeros((len(weights), COLUMNS))
    for row, each in enumerate(weights):
        for item, weight in each.items():
            column = shared.get(item, -1) - first
            if 0 <= column < COLUMNS:
                part[row, column] = weight
    return np.asarray(part @ part.T)


def _compare_years(years: Sequence[frozenset[str]]) -> Matrix:
    """Give 1 for two reports that name a year in common, -1 where both name years and none of them is the same."""
    columns = {year: at for at, year in enumerate(sorted(frozenset[str]().union(*years)))}
    named = np.zeros((len(years), max(1, len(columns))))
    for row, each in enumerate(years):
        named[row, [columns[year] for year in each]] = 1
    told = named.any(axis=1)
    return np.where(np.outer(told, told), np.where(named @ named.T > 0, 1.0, -1.0), 0.0)


def link_by_average(alike: Matrix, enough: float) -> list[list[int]]:
    """Join the two groups most alike on the average of their members, until none reach ``enough``; give the groups.

    ``alike`` is symmetric; of pairs that are equally alike the first is joined first.
    """
    left = alike.astype(np.float64)
    np.fill_diagonal(left, -np.inf)
    groups: dict[int, list[int]] = {at: [at] for at in range(len(left))}
    best = left.argmax(axis=1)
    while True:
        values = left[np.arange(len(left)), best]
        one = int(values.argmax())
        if values[one] < enough:
            return [sorted(group) for group in groups.values()]
        one, other = sorted((one, int(best[one])))
        sizes = len(groups[one]), len(groups[other])
        joined = (left[one] * sizes[0] + left[other] * sizes[1]) / sum(sizes)
        joined[[one, other]] = -np.inf
        left[one], left[:, one] = joined, joined
        left[other], left[:, other] = -np.inf, -np.inf
        groups[one] += groups.pop(other)
        renewed = np.flatnonzero((best == one) | (best == other) | (joined >= values))
        best[renewed] = left[renewed].argmax(axis=1)


def take_in(alike: Matrix, groups: Sequence[list[int]]) -> list[list[int]]:
    """Let groups of one or two join the larger group that has the reports most like them, where these are near."""
    large = [list(group) for group in groups if len(group) > FEW]
    taken: list[list[int]] = [[] for _ in large]
    left = []
    for group in (group for group in groups if len(group) <= FEW):
        near = [float(np.sort(alike[group][:, one].mean(axis=0))[-NEAREST:].mean()) for one in large]
        best = max(range(len(large)), key=near.__getitem__, default=None)
        if best is None or near[best] < NEAR:
            left.append(list(group))
        else:
            taken[best] += group
    return [sorted(group + more) for group, more in zip(large, taken, strict=True)] + left
