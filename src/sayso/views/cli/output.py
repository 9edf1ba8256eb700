"""Where readings go: JSON Lines or the terminal at once, and at the end a page, whole or not at all."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import IO

import attrs
import click

from sayso.errors import InputError
from sayso.views.account import take_account
from sayso.views.cli.progress import Progress
from sayso.views.safely import count, show_safely
from sayso.vocabulary import Reading, Rejection, write_line

NEW_FILE_MODE = 0o666


@attrs.frozen(kw_only=True)
class Wanted:
    """What the user asked to see."""

    as_json: bool
    page: Path | None
    show_all: bool
    show_private: bool
    show_why: bool
    width: int | None


@attrs.define(kw_only=True)
class Output:
    """Shows each result as soon as it is there, and counts. Only readings for a page are held."""

    wanted: Wanted
    progress: Progress
    read: int = 0
    rejections: list[Rejection] = attrs.field(factory=list)
    kept: list[Reading] = attrs.field(factory=list)

    def take(self, found: Reading | Rejection, seconds: float) -> None:
        """Show one result; a rejection as one line on standard error."""
        self.progress.step()
        if isinstance(found, Rejection):
            self.rejections.append(found)
            self.say(str(found))
            return
        self.read += 1
        if self.wanted.page is not None:
            self.kept.append(found)
        if self.wanted.as_json:
            click.echo(write_line(found))
            # A program that waits for the line gets it now.
            sys.stdout.flush()
        else:
            # Imported on first use: rich takes 0.1 s, and --json does without.
            from sayso.views.cli.terminal import print_reading  # noqa: PLC0415

            wanted = self.wanted
            print_reading(
                found, seconds=seconds, show_all=wanted.show_all, width=wanted.width, show_why=wanted.show_why
            )

    def finish(self) -> None:
        """Write the page and say what was done."""
        self.progress.clear()
        if self.wanted.page is not None:
            self._write_page(self.wanted.page)
        if self.rejections and self.read + len(self.rejections) > 1:
            self.say(f"{self.read:,} read, {len(self.rejections):,} rejected")
        sys.stdout.flush()

    def say(self, line: str) -> None:
        """Print a line for people on standard error."""
        self.progress.clear()
        click.echo(line, err=True)

    def _write_page(self, page: Path) -> None:
        # Imported on first use, as above.
        from sayso.views.web import render_readings  # noqa: PLC0415

        write_whole(page, render_readings(self.kept, self.rejections, show_all=self.wanted.show_all))
        if not self.wanted.as_json and page.is_file():
            accounts = [take_account(reading) for reading in self.kept]
            found = sum(len(one.attributed if self.wanted.show_all else one.statements) for one in accounts)
            click.echo(f"{show_safely(str(page))}: {count(found, 'claim')} in {count(self.read, 'report')}")


def prepare_streams(*, as_json: bool) -> None:
    r"""Make standard output and error take every character: JSON is UTF-8, elsewhere what does not fit is escaped.

    Half of a surrogate pair, as a file name can hold, becomes ``\udc80``, which in JSON is that very character.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8" if as_json else None, errors="backslashreplace")
    if isinstance(sys.stderr, TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all, whatever happens meanwhile; links are followed.

    What is no plain file (``/dev/stdout``, a pipe) is written to as it is. Raises InputError where that fails.
    """
    raw = text.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(raw)
            return
        target = path.resolve()
        with _beside(target) as file:
            file.write(raw)
            file.flush()
            Path(file.name).chmod(_mode_of(target))
            Path(file.name).replace(target)
    except OSError as error:
        message = f"{path} could not be written: {error.strerror or error}"
        raise InputError(message) from error


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[IO[bytes]]:
    """Open a new file in the same folder, which is gone at the end unless it was renamed."""
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name[:100]}.", delete=False) as file:
        try:
            yield file
        finally:
            Path(file.name).unlink(missing_ok=True)


def _mode_of(target: Path) -> int:
    """Give the rights a file has, or would have if it were made now."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return NEW_FILE_MODE & ~mask
