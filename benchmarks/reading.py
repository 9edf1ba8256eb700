"""Whole readings: articles a second from plain text, in one process and in two, and where the time goes.

In English; how many in Russian and in Ukrainian besides, in two processes.

An article is a file of about 500 words; a reading goes the way of ``sayso read --json``: intake, every stage, the JSON
line. Processes have one thread each and are open before the clock starts. Wall time for the rates; the stages are
processor time of one process. The two-process figure means something on two idle cores only: mind the load beside it.
``reading.non_model`` is everything but the network's own run, over that run; ``reading.non_model.attributions`` the
same for what a reading was when it gave attributions alone. ``reading.adds`` is what each stage that came later adds to
the reading as it stood before.
"""

import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from _articles import make_articles
from _articles_cyrillic import PHRASEBOOKS, make_articles_in
from _measure import interleave, middle, print_figure, print_machine, spread
from _stages import NETWORK, REST, WIRE, timed_stages

import sayso
from sayso.settings import read_settings
from sayso.views.cli.collector import Collector
from sayso.vocabulary import write_line

ARTICLES, REPEATS = 40, 7
FEWEST_ON_TWO_CORES, FEWEST_IN_CYRILLIC = ">= 15", ">= 11"
MOST_OUTSIDE_MODEL = "<= 0.35"
SHARES = {
    "sources": (("sources", "chains", "stances", "claims"), "<= 0.2"),
    "places": (("places",), "<= 0.15"),
    "events": (("times", "events", "quantities", "codes"), "<= 0.15"),
}


def read_all(desk: sayso.Desk, paths: list[str]) -> int:
    """Read files to their JSON lines; give the number of characters written."""
    with Collector() as collector:
        return sum(_write(one, collector) for one in desk.read(paths))


def _write(found: Any, collector: Collector) -> int:
    collector.hear(found)
    return len(write_line(_expect(found)))


def _expect(found: Any) -> sayso.Reading:
    if not isinstance(found, sayso.Reading) or found.reader.pack is None:
        message = f"an article was not read: {found}"
        raise TypeError(message)
    return found


def work(pipe: Connection) -> None:
    """Read what comes down the pipe and answer when it is read; an empty list ends it."""
    desk = sayso.Desk(read_settings(os.environ, threads=1))
    pipe.send("open")
    while paths := pipe.recv():
        read_all(desk, paths)
        pipe.send("read")


def main() -> int:
    """Print the figures; 1 where one is not as wanted."""
    print_machine("reading")
    try:
        desk = sayso.Desk(read_settings(os.environ, threads=1))
    except sayso.SaysoError as error:
        print(f"reading: {error}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        paths = write_articles(Path(folder) / "en", make_articles(ARTICLES))
        ok = report_rates(desk, paths)
        for language in PHRASEBOOKS:
            others = write_articles(Path(folder) / language, make_articles_in(language, ARTICLES))
            ok &= report_language(desk, language, others)
        return 0 if report_stages(desk, paths) and ok else 1


def write_articles(folder: Path, texts: Sequence[str]) -> list[str]:
    """Write texts to files of a new folder; give their paths."""
    folder.mkdir()
    paths = [folder / f"{number}.txt" for number, _ in enumerate(texts)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return list(map(str, paths))


def report_rates(desk: sayso.Desk, paths: list[str]) -> bool:
    """Print the articles a second of one process and of two, rounds of either taking turns."""
    alone, together = measure_rates(desk, paths)
    print_figure("reading.one_process", middle(alone), "articles/s", **spread(alone))
    scaling = middle([second / first for first, second in zip(alone, together, strict=True)])
    print_figure("reading.scaling", scaling, "times one process")
    return print_figure(
        "reading.two_processes", middle(together), "articles/s", wanted=FEWEST_ON_TWO_CORES, **spread(together)
    )


def report_language(desk: sayso.Desk, language: str, paths: list[str]) -> bool:
    """Print the articles a second of another language, in two processes."""
    _, together = measure_rates(desk, paths)
    name = f"reading.two_processes.{language}"
    return print_figure(name, middle(together), "articles/s", wanted=FEWEST_IN_CYRILLIC, **spread(together))


def measure_rates(desk: sayso.Desk, paths: list[str]) -> tuple[list[float], list[float]]:
    """Give the articles a second of each round, of one process and of two."""
    context = multiprocessing.get_context("spawn")
    pipes, workers = [], []
    for _ in range(2):
        here, there = context.Pipe()
        workers.append(context.Process(target=work, args=(there,), daemon=True))
        workers[-1].start()
        pipes.append(here)
    for pipe in pipes:
        pipe.recv()

    def in_two() -> None:
        for number, pipe in enumerate(pipes):
            pipe.send(paths[number::2])
        for pipe in pipes:
            pipe.recv()

    one, two = _rate(lambda: read_all(desk, paths), len(paths)), _rate(in_two, len(paths))
    one(), two()
    pairs = interleave(one, two, REPEATS)
    for pipe, worker in zip(pipes, workers, strict=True):
        pipe.send([])
        worker.join()
    return [first for first, _ in pairs], [second for _, second in pairs]


def _rate(job: Callable[[], object], articles: int) -> Callable[[], float]:
    def measure() -> float:
        began = time.perf_counter()
        job()
        return articles / (time.perf_counter() - began)

    return measure


def report_stages(desk: sayso.Desk, paths: list[str]) -> bool:
    """Print each stage's processor time an article, and what is spent outside the network over the network's."""
    rounds = [time_stages(desk, paths) for _ in range(REPEATS)]
    stages = {stage: middle([one[stage] for one in rounds]) for stage in rounds[0]}
    for stage, seconds in stages.items():
        share = seconds / sum(stages.values())
        print_figure(f"reading.stage.{stage}", seconds / len(paths) * 1000, "ms/article", share=round(share, 4))
    return report_shares(rounds)


def report_shares(rounds: Sequence[dict[str, float]]) -> bool:
    """Print what lies outside the network over its time, and what each later stage adds to the reading before it."""
    later = {stage for stages, _ in SHARES.values() for stage in stages}
    plain = [sum(seconds for stage, seconds in one.items() if stage not in later) for one in rounds]
    model = [one[NETWORK] for one in rounds]
    outside = [whole / network - 1 for whole, network in zip(plain, model, strict=True)]
    name = "reading.non_model.attributions"
    ok = print_figure(name, middle(outside), "of model time", wanted=MOST_OUTSIDE_MODEL, **spread(outside))
    for part, (stages, wanted) in SHARES.items():
        added = [sum(one[stage] for stage in stages) for one in rounds]
        shares = [seconds / before for seconds, before in zip(added, plain, strict=True)]
        ok &= print_figure(f"reading.adds.{part}", middle(shares), "of a reading", wanted=wanted, **spread(shares))
        plain = [before + seconds for before, seconds in zip(plain, added, strict=True)]
    outside = [whole / network - 1 for whole, network in zip(plain, model, strict=True)]
    name = "reading.non_model"
    return print_figure(name, middle(outside), "of model time", wanted=MOST_OUTSIDE_MODEL, **spread(outside)) and ok


def time_stages(desk: sayso.Desk, paths: list[str]) -> dict[str, float]:
    """Give the processor time by stage of reading these files once; what no stage claims is intake and the rest."""
    with timed_stages(desk) as clock, Collector() as collector:
        began = time.process_time()
        for found in desk.read(paths):
            with clock.timing(WIRE):
                _write(found, collector)
        whole = time.process_time() - began
    return {**clock.seconds, REST: whole - sum(clock.seconds.values())}


if __name__ == "__main__":
    sys.exit(main())
