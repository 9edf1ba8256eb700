"""The shelf of the hall: the gazetteer of whoever runs sayso, opened from Settings, made where it is not there yet.

Apart from the desk because it opens no room: looking a place up waits for no network to be loaded. Takes Settings,
gives a Gazetteer. Raises KnowledgeError where a file can neither be read nor made.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.knowledge import (
    FORM_NUMBER,
    GAZETTEER_NUMBER,
    Added,
    Entry,
    Fault,
    Gazetteer,
    GazetteerInfo,
    MetBy,
    NameKind,
    Watcher,
    build_gazetteer,
)
from sayso.knowledge import add_places as add_files
from sayso.settings import Settings

__all__ = [
    "Added",
    "Entry",
    "Fault",
    "Gazetteer",
    "GazetteerInfo",
    "MetBy",
    "NameKind",
    "Shelf",
    "Watcher",
    "add_places",
    "find_shelf",
    "make_gazetteer",
    "open_gazetteer",
]

Notify = Callable[[int, int], None]


class Shelf(NamedTuple):
    """Where the gazetteer lies, and the places a desk added to it."""

    gazetteer: Path
    own: Path


def find_shelf(settings: Settings) -> Shelf:
    """Say where the files lie: in the user's folders, or where ``gazetteer`` says and beside it."""
    stated = settings.gazetteer
    if stated is not None:
        return Shelf(stated, stated.with_name(f"{stated.stem}-own{stated.suffix}"))
    return Shelf(
        settings.cache / f"gazetteer-{GAZETTEER_NUMBER}.sqlite",
        settings.data / f"places-{FORM_NUMBER}.sqlite",
    )


def make_gazetteer(settings: Settings, notify: Notify | None = None, *, anew: bool = False) -> Path:
    """Make the gazetteer unless it is there, or ``anew``; ``notify`` is told how many of how many places are done."""
    path = find_shelf(settings).gazetteer
    if anew or not path.exists():
        build_gazetteer(path, notify)
    return path


def open_gazetteer(settings: Settings, notify: Notify | None = None) -> Gazetteer:
    """Open the gazetteer with the desk's own places; the first time it is made, which takes a minute."""
    shelf = find_shelf(settings)
    make_gazetteer(settings, notify)
    return Gazetteer.open(shelf.gazetteer, own=shelf.own)


def add_places(settings: Settings, paths: Sequence[Path], watcher: Watcher) -> tuple[Added, ...]:
    """Add places of files to those of the desk; see `sayso.knowledge.add_places`."""
    shelf = find_shelf(settings)
    make_gazetteer(settings)
    return add_files(shelf.gazetteer, shelf.own, paths, watcher)
