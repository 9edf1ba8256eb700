"""``sayso read``: reports in, who claims what out."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

import sayso
from sayso.views.cli.collector import Collector
from sayso.views.cli.exits import check_inputs, run
from sayso.views.cli.page_file import check_page
from sayso.views.safely import show_safely

if TYPE_CHECKING:
    # No cycle is escaped here: at run time these come late, so that --help answers at once.
    from sayso.views.cli.output import Output, Wanted

FILE = click.Path(dir_okay=False, path_type=Path)


class Shown(TypedDict):
    """The options that say what is shown, and how."""

    as_json: bool
    page: Path | None
    show_all: bool
    show_private: bool
    show_why: bool
    width: int | None


class Used(TypedDict):
    """The options that say what a desk works with."""

    threads: int | None
    gazetteer: Path | None


@click.command
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print one reading a line as JSON: the stable interface.")
@click.option(
    "--html", "page", type=FILE, metavar="OUT", help="Write a page with the marked texts; it needs no network."
)
@click.option(
    "--all", "show_all", is_flag=True, help="Show attitudes too (wants, fears, is against); JSON always does."
)
@click.option("--why", "show_why", is_flag=True, help="Explain each claim and source: rules, scores, words.")
@click.option(
    "--show-private", is_flag=True, help="Show private persons, whose names, ages and families are withheld otherwise."
)
@click.option("--threads", type=click.IntRange(1, 256), metavar="N", help="Cores one report may use, 1 unless stated.")
@click.option("--gazetteer", type=FILE, metavar="FILE", help="The gazetteer's file, instead of the one in your cache.")
@click.option(
    "--width", type=click.IntRange(40, 400), metavar="N", help="Columns to print in, instead of the terminal's."
)
def read(inputs: tuple[str, ...], *, threads: int | None, gazetteer: Path | None, **shown: Unpack[Shown]) -> None:
    """Say who claims what in each FILE.

    A FILE is plain text, a web page (.html), or JSON Lines (.jsonl) with a report a line; - is standard input; a folder
    stands for the files in it. What cannot be read is named on standard error, a line each; the rest is read all the
    same.

    \b
    sayso read report.txt
    sayso read report.txt --html out.html
    sayso read *.txt page.html posts.jsonl --json > readings.jsonl

    \b
    Exit code: 0    everything was read
               1    an input was rejected, or nobody listens to the output any more
               2    the command makes no sense, or sayso cannot work here
               130  interrupted
    """  # noqa: D301 - \b is click's mark for lines to keep
    check_inputs(inputs)
    if shown["page"] is not None:
        check_page(shown["page"], inputs)
    with Collector() as collector:
        # Imported here: --help and mistakes in the command are answered before anything heavy is loaded.
        from sayso.views.cli.output import Wanted, prepare_streams  # noqa: PLC0415

        prepare_streams(as_json=shown["as_json"])
        code = _run(inputs, Wanted(**shown), Used(threads=threads, gazetteer=gazetteer), collector)
    sys.exit(code)


def _run(inputs: tuple[str, ...], wanted: "Wanted", used: Used, collector: Collector) -> int:
    """Read the inputs and give the exit code, whatever happens."""
    from sayso.views.cli.output import Output  # noqa: PLC0415 - as above
    from sayso.views.cli.progress import Progress  # noqa: PLC0415 - as above

    is_seen_anyway = sys.stdout.isatty()
    output = Output(wanted=wanted, progress=Progress.on_terminal(len(inputs), is_quiet=is_seen_anyway))

    def interrupted() -> str:
        left = f"; {show_safely(str(wanted.page))} was not written" if wanted.page else ""
        return f"interrupted; {output.read:,} read{left}"

    return run(lambda: _read_all(inputs, output, used, collector), output.say, interrupted)


def _read_all(inputs: tuple[str, ...], output: "Output", used: Used, collector: Collector) -> bool:
    """Read the inputs and tell whether all of them could be."""
    from sayso.settings import read_settings  # noqa: PLC0415 - as above
    from sayso.views.cli.meter import Meter  # noqa: PLC0415 - as above

    with Meter.on_terminal() as meter:
        desk = sayso.Desk(read_settings(os.environ, **used), meter.making)
    if desk.no_places:
        output.say(f"places are not read: {show_safely(desk.no_places)}")
    for spec in inputs:
        output.progress.begin(spec)
        for found, seconds in _timed(desk.read([spec], show_private=output.wanted.show_private)):
            output.take(found, seconds)
            collector.hear(found)
    output.finish()
    return not output.rejections


def _timed(
    found: Iterator["sayso.Reading | sayso.Rejection"],
) -> Iterator[tuple["sayso.Reading | sayso.Rejection", float]]:
    """Give each result with the seconds it took."""
    began = time.perf_counter()
    for one in found:
        yield one, time.perf_counter() - began
        began = time.perf_counter()
