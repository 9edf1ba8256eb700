"""``sayso read``: reports in, who claims what out."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import attrs
import click

import sayso

EXIT_REJECTED, EXIT_USAGE, EXIT_INTERRUPTED = 1, 2, 130
FEWEST_FOR_PROGRESS = 5


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print one reading a line as JSON; the stable interface.")
@click.option("--html", "page", type=click.Path(dir_okay=False), metavar="OUT", help="Write one page with the marked texts.")
@click.option("--all", "show_all", is_flag=True, help="Show attitudes too (wants, fears, is against), not only statements.")
@click.option("--threads", type=click.IntRange(1, 256), metavar="N", help="Cores one report may use.  [default: 1]")
@click.option("--width", type=click.IntRange(40, 400), metavar="N", help="Width of the output in columns.")
def read(inputs: tuple[str, ...], *, as_json: bool, page: str | None, show_all: bool, threads: int | None, width: int | None) -> None:  # noqa: PLR0913, E501 - one parameter per option
    """Say who claims what in each FILE: plain text, a page (.html), or JSON Lines; - is standard input.

    Exit code: 0 when everything was read, 1 when some input was rejected (the rest is read all the same), 2 when the
    command makes no sense.

    \b
    sayso read report.txt
    sayso read report.txt --html out.html
    sayso read *.txt page.html posts.jsonl --json > readings.jsonl
    """  # noqa: D301 - \b is click's mark for lines to keep
    _check_page(page, inputs)
    run = _Run(as_json=as_json, page=page, show_all=show_all, width=width)
    try:
        desk = _open_desk(threads)
        with _progress(len(inputs)) as advance:
            for spec in inputs:
                for found in _timed(desk.read([spec])):
                    run.take(*found)
                advance()
        run.finish()
    except KeyboardInterrupt:
        click.echo(f"interrupted; {run.read} read", err=True)
        sys.exit(EXIT_INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has gone; point stdout elsewhere so that closing it does not fail once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_REJECTED)
    except sayso.SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        sys.exit(EXIT_USAGE)
    sys.exit(EXIT_REJECTED if run.rejections else 0)


def _check_page(page: str | None, inputs: tuple[str, ...]) -> None:
    """Refuse to write the page over an input or into a folder that is not there."""
    if page is None:
        return
    out = Path(page)
    if any(spec != "-" and Path(spec).exists() and out.exists() and out.samefile(spec) for spec in inputs):
        message = f"{page} is one of the inputs; it would be overwritten"
        raise click.UsageError(message)
    if not out.absolute().parent.is_dir():
        message = f"{page}: there is no folder {out.absolute().parent}"
        raise click.UsageError(message)


def _open_desk(threads: int | None) -> "sayso.Desk":
    from sayso.settings import read_settings  # noqa: PLC0415 - keeps --help fast

    return sayso.Desk(read_settings(os.environ, threads=threads))


def _timed(found: Iterator["sayso.Reading | sayso.Rejection"]) -> Iterator[tuple["sayso.Reading | sayso.Rejection", float]]:
    """Give each result with the seconds it took."""
    began = time.perf_counter()
    for one in found:
        yield one, time.perf_counter() - began
        began = time.perf_counter()


class _progress:  # noqa: N801 - used as a context manager
    """A line of progress on standard error when a person is watching and there is much to read."""

    def __init__(self, inputs: int) -> None:
        self._inputs, self._done = inputs, 0
        self._shown = inputs >= FEWEST_FOR_PROGRESS and sys.stderr.isatty() and not sys.stdout.isatty()

    def __enter__(self) -> "_progress":
        return self

    def __call__(self) -> None:
        self._done += 1
        if self._shown:
            click.echo(f"\r{self._done}/{self._inputs} inputs", nl=False, err=True)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            click.echo(err=True)


@attrs.define(kw_only=True)
class _Run:
    """What one call has read so far, and where it shows it."""

    as_json: bool
    page: str | None
    show_all: bool
    width: int | None
    read: int = 0
    kept: list["sayso.Reading"] = attrs.field(factory=list)
    rejections: list["sayso.Rejection"] = attrs.field(factory=list)

    def take(self, found: "sayso.Reading | sayso.Rejection", seconds: float) -> None:
        """Show one result as soon as it is there."""
        if isinstance(found, sayso.Rejection):
            self.rejections.append(found)
            click.echo(str(found), err=True)
            return
        self.read += 1
        if self.page is not None:
            self.kept.append(found)
        if self.as_json:
            click.echo(json.dumps(sayso.write_reading(found), ensure_ascii=False, separators=(",", ":")))
            sys.stdout.flush()
        else:
            from sayso.views.cli.terminal import print_reading  # noqa: PLC0415 - rich costs 0.1 s, --json does without

            print_reading(found, seconds=seconds, show_all=self.show_all, width=self.width)

    def finish(self) -> None:
        """Write the page, whole or not at all, and count what was rejected."""
        if self.page is not None:
            from sayso.views.web.pages import render_readings  # noqa: PLC0415 - jinja2 only where a page is wanted

            write_whole(Path(self.page), render_readings(self.kept, self.rejections, show_all=self.show_all))
        if self.rejections and self.read + len(self.rejections) > 1:
            click.echo(f"{self.read} read, {len(self.rejections)} rejected", err=True)


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all. Raises InputError where it cannot be written."""
    from sayso.errors import InputError  # noqa: PLC0415 - keeps --help fast

    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.absolute().parent, delete=False) as file:
            file.write(text)
        Path(file.name).chmod(0o644)
        Path(file.name).replace(path)
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise InputError(message) from error
