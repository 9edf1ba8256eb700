"""Whether a page may be written where the user says: never over a file that sayso did not write."""

import os
from pathlib import Path

import click

# Every page of sayso says so in its first lines.
MADE_BY = b'<meta name="generator" content="sayso'
HEAD_BYTES = 1024


def check_page(page: Path, inputs: tuple[str, ...]) -> None:
    """Refuse a page that cannot be written or would destroy something, before anything is read.

    A slip such as ``--html *.html`` names a file of the user's own, which stays as it is. Raises UsageError.
    """
    folder = page.resolve().parent
    if str(page) == "-":
        _refuse("--html needs the name of a file; /dev/stdout is standard output")
    if any(Path(spec).is_dir() and Path(spec).resolve() == folder for spec in inputs if spec):
        _refuse(f"{page} lies in a folder whose files are the inputs; it would be read as one next time")
    if any(page.exists() and Path(spec).exists() and page.samefile(spec) for spec in inputs):
        _refuse(f"{page} is one of the inputs; it would be overwritten")
    if not folder.is_dir():
        _refuse(f"{page}: there is no folder {folder}")
    if not os.access(folder, os.W_OK):
        _refuse(f"{page}: nothing can be written into the folder {folder}")
    if page.is_file() and not _is_ours(page):
        _refuse(f"{page} is there already and is no page of sayso; remove it or choose another name")


def _refuse(message: str) -> None:
    raise click.UsageError(message)


def _is_ours(page: Path) -> bool:
    """Tell whether a file is empty or begins as our pages do."""
    try:
        with page.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return False
    return not head or MADE_BY in head
