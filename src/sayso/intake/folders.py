"""A folder named as an input means the files in it, in the order of their names."""

from pathlib import Path

from sayso.intake.source import STANDARD_INPUT


def files_in(spec: str) -> tuple[str, ...] | None:
    """Give the files of a folder as one would type them, or None where the input is no folder.

    Left out are hidden files, folders inside it, and what is no file to be read to an end (pipes, devices). A link
    that leads nowhere is kept: opening it says so. Raises OSError where the folder may not be listed.
    """
    if spec in ("", STANDARD_INPUT) or "\0" in spec or not Path(spec).is_dir():
        return None
    found = sorted(Path(spec).iterdir(), key=lambda path: path.name)
    return tuple(str(path) for path in found if not path.name.startswith(".") and _is_read(path))


def _is_read(path: Path) -> bool:
    return path.is_file() or (path.is_symlink() and not path.exists())
