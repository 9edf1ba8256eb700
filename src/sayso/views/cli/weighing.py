"""What the commands that weigh have in common: their options, and the run from inputs to a weighing."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

import attrs
import click

import sayso
from sayso.views.cli.collector import Collector
from sayso.views.cli.exits import check_inputs, run
from sayso.views.cli.page_file import check_page
from sayso.views.safely import show_safely

if TYPE_CHECKING:
    # No cycle is escaped here: at run time these come late, so that --help answers at once.
    from sayso.desk import Desk
    from sayso.views.cli.progress import Progress
    from sayso.vocabulary import Judgement, Rejection, Weighed

FILE = click.Path(dir_okay=False, path_type=Path)
Show = Callable[["Desk", "Weighed"], None]
Command = Callable[..., None]
OPTIONS = (
    click.option(
        "--judgements",
        type=FILE,
        metavar="FILE",
        help="People's decisions on which claims are the same, a line of JSON each; they win over every score.",
    ),
    click.option("--json", "as_json", is_flag=True, help="Print one JSON object: the stable interface."),
    click.option("--all", "show_all", is_flag=True, help="Show all claims in the terminal, not only the first."),
    click.option("--show-private", is_flag=True, help="Show private persons, who are withheld otherwise."),
    click.option("--threads", type=click.IntRange(1, 256), metavar="N", help="Cores one report may use."),
    click.option("--gazetteer", type=FILE, metavar="FILE", help="The gazetteer's file."),
    click.option("--width", type=click.IntRange(40, 400), metavar="N", help="Columns to print in."),
)


class Asked(TypedDict):
    """The options that all commands share."""

    judgements: Path | None
    as_json: bool
    show_all: bool
    show_private: bool
    threads: int | None
    gazetteer: Path | None
    width: int | None


def shared_options(command: Command) -> Command:
    """Give a command the options that all share."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def weigh_inputs(inputs: tuple[str, ...], asked: Asked, show: Show, page: Path | None = None) -> None:
    """Weigh the inputs, show what came of it, and end with the exit code. Raises UsageError for what makes no sense."""
    check_inputs(inputs)
    if page is not None:
        check_page(page, inputs)
    with Collector() as collector:
        # Imported here: --help and mistakes in the command are answered before anything heavy is loaded.
        from sayso.views.cli.output import prepare_streams  # noqa: PLC0415
        from sayso.views.cli.progress import Progress  # noqa: PLC0415

        prepare_streams(as_json=asked["as_json"])
        progress = Progress.on_terminal(len(inputs), is_quiet=False)
        run_of = _Run(inputs=inputs, asked=asked, show=show, progress=progress, page=page, collector=collector)
        code = run(run_of.work, run_of.say, run_of.interrupted)
    sys.exit(code)


def print_json(written: dict[str, Any]) -> None:
    """Print a JSON object on one line."""
    import json  # noqa: PLC0415 - as above

    click.echo(json.dumps(written, ensure_ascii=False, separators=(",", ":")))


@attrs.define(kw_only=True)
class _Run:
    """One run: reads, weighs, shows; counts what was read and rejected on the way."""

    inputs: tuple[str, ...]
    asked: Asked
    show: Show
    progress: "Progress"
    page: Path | None
    collector: Collector
    read: int = 0
    rejected: int = 0
    spec: str | None = None

    def work(self) -> bool:
        """Do all of it and tell whether nothing was rejected."""
        desk = self._open_desk()
        judgements = self._judge(desk)
        weighed = desk.weigh(
            self.inputs, judgements=judgements, show_private=self.asked["show_private"], heed=self._heed
        )
        self.progress.clear()
        self._name_strays(judgements, weighed)
        self.show(desk, weighed)
        if self.rejected and self.read + self.rejected > 1:
            self.say(f"{self.read:,} read, {self.rejected:,} rejected")
        sys.stdout.flush()
        return not self.rejected

    def say(self, line: str) -> None:
        """Print a line for people on standard error."""
        self.progress.clear()
        click.echo(line, err=True)

    def interrupted(self) -> str:
        """Say how far it came."""
        left = f"; {show_safely(str(self.page))} was not written" if self.page else ""
        return f"interrupted; {self.read:,} read{left}"

    def _open_desk(self) -> "Desk":
        from sayso.settings import read_settings  # noqa: PLC0415 - as above
        from sayso.views.cli.meter import Meter  # noqa: PLC0415 - as above

        settings = read_settings(os.environ, threads=self.asked["threads"], gazetteer=self.asked["gazetteer"])
        with Meter.on_terminal() as meter:
            desk = sayso.Desk(settings, meter.making)
        if desk.no_places:
            self.say(f"places are not read: {show_safely(desk.no_places)}")
        return desk

    def _judge(self, desk: "Desk") -> tuple["Judgement", ...]:
        path = self.asked["judgements"]
        if path is None:
            return ()
        judgements, rejections = desk.judge(str(path))
        for one in rejections:
            self._reject(one)
        return judgements

    def _heed(self, spec: str, rejection: "Rejection | None") -> None:
        if spec != self.spec:
            self.spec = spec
            self.progress.begin(spec)
        self.progress.step()
        self.collector.keep()
        if rejection is None:
            self.read += 1
        else:
            self._reject(rejection)

    def _reject(self, rejection: "Rejection") -> None:
        self.rejected += 1
        self.say(str(rejection))

    def _name_strays(self, judgements: tuple["Judgement", ...], weighed: "Weighed") -> None:
        """Say how many judgements name claims that are not here; they are kept by whoever made them."""
        claims = {claim.id for reading in weighed.readings.values() for claim in reading.claims}
        strays = sum(not {one.one, one.other} <= claims for one in judgements)
        if strays:
            have = "judgement names a claim" if strays == 1 else "judgements name claims"
            self.say(f"{show_safely(str(self.asked['judgements']))}: {strays:,} {have} that no report here makes")
