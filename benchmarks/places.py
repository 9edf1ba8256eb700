"""What places cost: lookups a second in the gazetteer, and the share that finding places has of a whole reading.

Lookups are of settlements drawn by chance from the gazetteer itself, each once, so that no cache answers; `find` gives
all places of a name with all that is known of them, `has` tells whether there is one. The share is processor time of
the stage over that of the whole reading, JSON line included, in one run: of PolNeAR's dev articles where the evaluation
data is there (`SAYSO_EVAL`), and of articles of our own, whose places are invented. Hostile names (long tokens, letters
of two scripts, marks that turn the direction, small words) are read in sentences of their own, a thousand of them, and
stand beside as many sentences with names of settlements: seconds a character of the one over the other.
"""

import json
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from _articles import make_articles
from _measure import middle, print_figure, print_machine, spread
from _stages import timed_stages

import sayso
from sayso.atlas import Gazetteer, find_shelf, open_gazetteer
from sayso.settings import read_settings
from sayso.views.cli.collector import Collector
from sayso.vocabulary import write_line

NAMES, ARTICLES, REPEATS = 4_000, 40, 5
FEWEST_LOOKUPS, MOST_SHARE, MOST_OPENING = ">= 50000", "<= 0.15", "<= 50"
SENTENCES, SENTENCE = 1_000, "Shells fell near {} on Monday, the mayor said."
HOSTILE = ("and", "were", "said", "\u202emehtA", "\u041ayiv", "P\u0430ris", "\U0001f4a3", "\u200bzz", "Q" * 1_000)
DEFAULT_DATA = Path(__file__).resolve().parents[2] / "shared" / "eval"
POLNEAR = "attribution/polnear.dev.jsonl"


def main() -> int:
    """Print the figures; 1 where one is not as wanted."""
    print_machine("places")
    settings = read_settings(os.environ, threads=1)
    try:
        desk = sayso.Desk(settings)
        open_gazetteer(settings).close()
    except sayso.SaysoError as error:
        print(f"places: {error}", file=sys.stderr)
        return 1
    path = find_shelf(settings).gazetteer
    ok = report_lookups(path)
    for name, texts in (("polnear", read_polnear()), ("made", make_articles(ARTICLES))):
        ok &= not texts or report_share(desk, name, texts)
    ok &= report_hostile(desk, draw_names(path))
    return 0 if ok else 1


def report_lookups(path: Path) -> bool:
    """Print what opening takes, and the lookups a second, of names not looked up before."""
    names = draw_names(path)
    finds, whether, openings = [], [], []
    for number in range(REPEATS):
        some = names[number * NAMES : (number + 1) * NAMES]
        began = time.process_time()
        gazetteer = Gazetteer.open(path)
        openings.append((time.process_time() - began) * 1000)
        finds.append(_rate(gazetteer.find, some))
        whether.append(_rate(gazetteer.has, some))
        gazetteer.close()
    ok = print_figure("places.open", middle(openings), "ms", wanted=MOST_OPENING, **spread(openings))
    ok &= print_figure("places.find", middle(finds), "names/s", wanted=FEWEST_LOOKUPS, **spread(finds))
    return ok & print_figure("places.has", middle(whether), "names/s", wanted=FEWEST_LOOKUPS, **spread(whether))


def _rate(look_up: Callable[[str], object], names: Sequence[str]) -> float:
    began = time.process_time()
    for name in names:
        look_up(name)
    return len(names) / (time.process_time() - began)


def draw_names(path: Path) -> list[str]:
    """Give names of settlements, each once, in an order of chance that is always the same."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT DISTINCT name FROM place WHERE kind = 'settlement' ORDER BY name").fetchall()
    return [name for (name,) in random.Random(1).sample(rows, NAMES * REPEATS)]


def read_polnear() -> list[str]:
    """Give the texts of the articles, none where the data is not there."""
    path = Path(os.environ.get("SAYSO_EVAL") or DEFAULT_DATA) / POLNEAR
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    return [json.loads(line)["text"] for line in lines if line.strip()]


def report_share(desk: sayso.Desk, name: str, texts: Sequence[str]) -> bool:
    """Print the share that finding places has of reading these texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        lines = (json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(texts))
        path.write_text("".join(lines), encoding="utf-8")
        shares = [measure_share(desk, path) for _ in range(REPEATS)]
    return print_figure(
        f"places.share.{name}", middle(shares), "of a reading", wanted=MOST_SHARE, articles=len(texts), **spread(shares)
    )


def report_hostile(desk: sayso.Desk, names: Sequence[str]) -> bool:
    """Print what a character costs in sentences with hostile names, over one in sentences with plain names."""
    ratios = []
    for number in range(REPEATS):
        plain = names[number * SENTENCES : (number + 1) * SENTENCES]
        hostile = [f"{HOSTILE[at % len(HOSTILE)]}{number}{at}" for at in range(SENTENCES)]
        ratios.append(_seconds_a_character(desk, hostile) / _seconds_a_character(desk, plain))
    return print_figure("places.hostile", middle(ratios), "of a plain character", wanted=None, **spread(ratios))


def _seconds_a_character(desk: sayso.Desk, names: Sequence[str]) -> float:
    text = "\n\n".join(SENTENCE.format(name) for name in names)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sentences.jsonl"
        path.write_text(json.dumps({"id": "all", "text": text}), encoding="utf-8")
        began = time.process_time()
        list(desk.read([str(path)]))
        return (time.process_time() - began) / len(text)


def measure_share(desk: sayso.Desk, path: Path) -> float:
    """Read a file once; give the share of processor time spent on places."""
    with timed_stages(desk) as clock, Collector() as collector:
        began = time.process_time()
        for found in desk.read([str(path)]):
            collector.hear(found)
            if isinstance(found, sayso.Reading):
                write_line(found)
        return clock.seconds["places"] / (time.process_time() - began)


if __name__ == "__main__":
    sys.exit(main())
