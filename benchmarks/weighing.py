"""What weighing a report costs beside ten thousand, a hundred thousand and a million claims; and beside its reading.

The readings are made by ``_readings``, ten claims each, at one daily rate: a million claims are 100,000 readings of
nearly three years. Eight weeks are made; indexes of each size are filled with the last of them and, before those, with
the same again on other days. The reports of the ninth week are then weighed as they come, by each index in turn: laid
out, looked up, compared with what was found, added. Cost is processor time of all that; the collector of garbage is
told to leave alone what lay in memory before. A claim is found again where a report has told its story in the two weeks
before and a claim of that story is among the candidates.

``weighing.share`` is the whole weighing of articles over their reading, in one run. As in the command, the collector
leaves alone what is loaded and read, in both.
"""

import gc
import math
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs
from _articles import make_articles
from _measure import middle, print_figure, print_machine, spread
from _readings import REPORTS_OF_WEEK, Story, make_reading, stories_in

import sayso
from sayso.settings import read_settings
from sayso.vocabulary import Reading
from sayso.weighing import lay_out, weigh
from sayso.weighing.compare import compare_ordered
from sayso.weighing.index import WINDOW_DAYS, Index
from sayso.weighing.traits import Traits, traits_of

SIZES = (10_000, 100_000, 1_000_000)
WEEKS, DAYS_OF_A_WEEK = 8, 7
ARTICLES, REPEATS = 40, 5
MOST_MILLISECONDS, MOST_CANDIDATES, STEEPEST = "<= 2", "<= 200", "<= 0.05"
FEWEST_FOUND, LARGEST_SHARE = ">= 0.9", "<= 0.15"


@attrs.define
class Tally:
    """What the reports measured have cost beside one size, and what was found for them."""

    seconds: list[float] = attrs.field(factory=list)
    candidates: list[int] = attrs.field(factory=list)
    told_before: int = 0
    found_again: int = 0
    told: dict[Story, int] = attrs.field(factory=dict)  # story -> the day it was told last


def main() -> int:
    """Print the figures; 1 where one is not as wanted."""
    print_machine("weighing")
    ok = report_cost()
    try:
        desk = sayso.Desk(read_settings(os.environ, threads=1))
    except sayso.SaysoError as error:
        print(f"weighing: {error}", file=sys.stderr)
        return 1
    return 0 if report_share(desk) and ok else 1


def report_cost() -> bool:
    """Print what a report costs beside each size, and how that grows."""
    first = WEEKS * REPORTS_OF_WEEK
    made = [traits_of(one) for number in range(first) for one in lay_out([make_reading(number)])]
    stories = {one.statement.id: story for one, story in zip(made, _stories(range(first)), strict=True)}
    indexes = {size: fill(made, size) for size in SIZES}
    gc.collect()
    gc.freeze()
    tallies = {size: Tally(told=_told(made[-size:], stories)) for size in SIZES}
    for number in range(first, first + REPORTS_OF_WEEK):
        reading = make_reading(number)
        stories |= {claim.id: story for claim, story in zip(reading.claims, stories_in(number), strict=True)}
        for size in SIZES if number % 2 else reversed(SIZES):
            weigh_one(indexes[size], reading, tallies[size], stories)
    gc.unfreeze()
    return _print_cost(tallies)


def fill(made: Sequence[Traits], size: int) -> Index:
    """Give an index of so many claims, the last of those made last, and before them all those made on other days."""
    index = Index()
    turns = math.ceil(size / len(made))
    for turn in range(turns - 1, -1, -1):
        part = made[-(size - turn * len(made)) :] if turn == turns - 1 else made
        for one in part:
            index.add(attrs.evolve(one, day=(one.day or 0) - turn * WEEKS * DAYS_OF_A_WEEK) if turn else one)
    return index


def weigh_one(index: Index, reading: Reading, tally: Tally, stories: dict[str, Story]) -> None:
    """Weigh a report beside those of an index and add it to them."""
    began = time.process_time()
    report = [traits_of(one) for one in lay_out([reading])]
    found = index.find(report)
    for one, others in zip(report, found, strict=True):
        for other in others:  # all of them published before
            compare_ordered(other, one)
    for one in report:
        index.add(one)
    tally.seconds.append(time.process_time() - began)
    tally.candidates.append(sum(map(len, found)))
    _look_for_stories(report, found, tally, stories)


def _look_for_stories(
    report: Iterable[Traits], found: Iterable[Sequence[Traits]], tally: Tally, stories: dict[str, Story]
) -> None:
    """Count the claims whose story another report has told within the window, and those for which one was found."""
    for one, others in zip(report, found, strict=True):
        story = stories[one.statement.id]
        last = tally.told.get(story)
        if last is not None and (one.day or 0) - last <= WINDOW_DAYS:
            tally.told_before += 1
            tally.found_again += any(stories[other.statement.id] == story for other in others)
    tally.told |= _told(report, stories)


def _told(traits: Iterable[Traits], stories: dict[str, Story]) -> dict[Story, int]:
    return {stories[one.statement.id]: one.day or 0 for one in traits}


def _stories(numbers: Iterable[int]) -> Iterable[Story]:
    return (story for number in numbers for story in stories_in(number))


def _print_cost(tallies: dict[int, Tally]) -> bool:
    """Print the figures of each size, and by what power of the size the cost grows."""
    ok, costs = True, []
    for size, tally in tallies.items():
        costs.append(sum(tally.seconds) / len(tally.seconds) * 1000)
        most = max(tally.candidates)
        mean = sum(tally.candidates) / len(tally.candidates)
        again = tally.found_again / tally.told_before
        ok &= print_figure(f"weighing.cost.{size}", costs[-1], "ms/report", wanted=MOST_MILLISECONDS)
        ok &= print_figure(
            f"weighing.candidates.{size}", most, "most/report", wanted=MOST_CANDIDATES, mean=round(mean, 1)
        )
        ok &= print_figure(f"weighing.found_again.{size}", again, "of claims told before", wanted=FEWEST_FOUND)
    return print_figure("weighing.slope", slope(SIZES, costs), "log cost/log size", wanted=STEEPEST) and ok


def slope(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """Give the slope of the line of least squares through the logarithms of costs over those of sizes."""
    xs, ys = ([math.log(one) for one in each] for each in (sizes, costs))
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((one - x) * (other - y) for one, other in zip(xs, ys, strict=True)) / sum((one - x) ** 2 for one in xs)


def report_share(desk: sayso.Desk) -> bool:
    """Print the time of weighing articles over that of reading them."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(make_articles(ARTICLES)):
            path = Path(folder) / f"{number}.txt"
            path.write_text(text, encoding="utf-8")
            paths.append(str(path))
        shares = [_share(desk, paths) for _ in range(REPEATS + 1)][1:]
        gc.unfreeze()
    return print_figure("weighing.share", middle(shares), "of reading time", wanted=LARGEST_SHARE, **spread(shares))


def _share(desk: sayso.Desk, paths: list[str]) -> float:
    gc.collect()
    gc.freeze()
    began = time.process_time()
    readings = [found for found in desk.read(paths) if isinstance(found, sayso.Reading)]
    read = time.process_time()
    if len(readings) < len(paths):
        message = f"{len(paths) - len(readings)} articles were not read"
        raise ValueError(message)
    gc.freeze()
    weighs = time.process_time()
    weigh(readings)
    return (time.process_time() - weighs) / (read - began)


if __name__ == "__main__":
    sys.exit(main())
