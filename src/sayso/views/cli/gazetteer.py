"""``sayso gazetteer``: what it holds, what a name may mean, and places of one's own added to it."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.errors import SaysoError
from sayso.views.safely import count, show_safely

if TYPE_CHECKING:
    # No cycle is escaped here: at run time these come late, so that --help answers at once.
    from sayso.atlas import Added, Entry, Fault, Gazetteer
    from sayso.settings import Settings
    from sayso.views.cli.meter import Meter

EXIT_FAULTS, EXIT_USAGE, EXIT_INTERRUPTED = 1, 2, 130
MOST_FAULTS_SHOWN = 20
MOST_SHOWN = 25
FILE = click.Path(dir_okay=False, path_type=Path)


@click.group
def gazetteer() -> None:
    """Look up places, and add some of your own.

    The gazetteer holds the settlements of 500 people and more of the whole world, countries, divisions, regions and
    waters, with the names they have in many languages and those they had once. It is made on first use, in half a
    minute; nothing is fetched from anywhere.
    """


@gazetteer.command
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print one place a line as JSON.")
@click.option("--all", "show_all", is_flag=True, help=f"Show all that is found, not only the first {MOST_SHOWN}.")
def find(name: str, *, as_json: bool, show_all: bool) -> None:
    """Show the places that NAME may mean, in whatever script and spelling.

    \b
    sayso gazetteer find Volchansk
    sayso gazetteer find Гуляйполе --json

    \b
    Exit code: 0    something was found
               1    nothing has this name
               2    the command makes no sense, or sayso cannot work here
    """  # noqa: D301 - \b is click's mark for lines to keep
    with _answering(), _opened() as places:
        found = places.find(name)
        if as_json:
            for entry in found:
                click.echo(json.dumps(_describe(entry), ensure_ascii=False, separators=(",", ":")))
        else:
            _print_found(name, found, show_all=show_all)
    sys.exit(0 if found else EXIT_FAULTS)


@gazetteer.command
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def info(*, as_json: bool) -> None:
    """Say what the gazetteer holds, where it lies and whose data it is."""
    from sayso.atlas import find_shelf  # noqa: PLC0415 - as above

    with _answering(), _opened() as places:
        found, shelf = places.info(), find_shelf(_settings())
        own = str(shelf.own) if shelf.own.exists() else None
        if as_json:
            facts = {"places": found.places, "names": found.names, "kinds": found.kinds, "sources": found.sources}
            files = {"gazetteer": str(shelf.gazetteer), "own": own}
            click.echo(json.dumps({**facts, **files, "facts": found.facts}, ensure_ascii=False))
            return
        rows = [
            ("places", f"{found.places:,}"),
            *((f"  {kind}", f"{many:,}") for kind, many in sorted(found.kinds.items(), key=lambda one: -one[1])),
            ("names", f"{found.names:,}"),
            *((f"from {source}", f"{many:,}") for source, many in sorted(found.sources.items())),
            *found.facts.items(),
            ("file", str(shelf.gazetteer)),
            ("own places", own or "none; add some with: sayso gazetteer add FILE..."),
        ]
        for label, value in rows:
            click.echo(f"{label:<16}{show_safely(value)}")


@gazetteer.command
@click.option("--anew", is_flag=True, help="Make it again even if it is there.")
def make(*, anew: bool) -> None:
    """Make the gazetteer now, if it is not there yet, so that nobody waits for it later."""
    from sayso.atlas import make_gazetteer  # noqa: PLC0415 - as above

    with _answering(), _meter("making the gazetteer") as meter:
        make_gazetteer(_settings(), meter.places, anew=anew)


@gazetteer.command
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=FILE)
def add(files: tuple[Path, ...]) -> None:
    """Add the places or names of each FILE.

    A FILE is a dump of GeoNames (UA.zip, allCountries.zip, alternateNamesV2.zip, admin1CodesASCII.txt, unpacked or
    not), Ukraine's codifier KATOTTG as CSV, or a CSV of your own whose first row names its columns: name, and what there
    is of names, lat, lon, kind, country, admin1, population, id.

    Rows that cannot be read are named and passed over. The run may be broken off and begun anew; the same file twice
    changes nothing.

    \b
    Exit code: 0    everything was added, or known already
               1    some rows were passed over as wrong
               2    the command makes no sense, or a file cannot be used
               130  interrupted; what was added stays
    """  # noqa: D301 - as above
    from sayso.atlas import add_places, make_gazetteer  # noqa: PLC0415 - as above

    with _answering():
        with _meter("making the gazetteer") as meter:
            make_gazetteer(_settings(), meter.places)
        with _meter("adding") as meter:
            added = add_places(_settings(), files, meter.watcher(MOST_FAULTS_SHOWN))
    for one in added:
        click.echo(_word_added(one))
    sys.exit(EXIT_FAULTS if any(one.faults for one in added) else 0)
