"""``sayso gazetteer``: what it holds, what a name may mean, and places of one's own added to it."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.errors import SaysoError
from sayso.views.safely import count, show_safely

if TYPE_CHECKING:
    # No cycle is escaped here: at run time these come late, so that --help answers at once.
    from sayso.atlas import Added, Entry, Gazetteer
    from sayso.settings import Settings

EXIT_FAULTS, EXIT_USAGE, EXIT_INTERRUPTED = 1, 2, 130
MOST_SHOWN = 25
FILE = click.Path(dir_okay=False, path_type=Path)


@click.group
@click.option(
    "--gazetteer", "path", type=FILE, metavar="FILE", help="The gazetteer's file, instead of the one in your cache."
)
@click.pass_context
def gazetteer(context: click.Context, path: Path | None) -> None:
    """Look up places, and add some of your own.

    The gazetteer holds the settlements of 500 people and more of the whole world, countries, divisions, regions and
    waters, with the names they have in many languages and those they had once. It is made on first use, in half a
    minute; nothing is fetched from anywhere.
    """
    # Imported here: --help and mistakes in the command are answered before anything heavy is loaded.
    from sayso.settings import read_settings  # noqa: PLC0415
    from sayso.views.cli.output import prepare_streams  # noqa: PLC0415

    prepare_streams(as_json=False)
    context.obj = read_settings(os.environ, gazetteer=path)


@gazetteer.command
@click.pass_obj
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print one place a line as JSON.")
@click.option("--all", "show_all", is_flag=True, help=f"Show all that is found, not only the first {MOST_SHOWN}.")
def find(settings: "Settings", name: str, *, as_json: bool, show_all: bool) -> None:
    """Show the places that NAME may mean, in whatever script and spelling.

    \b
    sayso gazetteer find Volchansk
    sayso gazetteer find Гуляйполе --json

    \b
    Exit code: 0    something was found
               1    nothing has this name
               2    the command makes no sense, or sayso cannot work here
    """  # noqa: D301 - \b is click's mark for lines to keep
    with _answering(), _opened(settings) as places:
        found = places.find(name)
        if as_json:
            for entry in found:
                click.echo(_describe(entry))
        else:
            _print_found(name, found, show_all=show_all)
    sys.exit(0 if found else EXIT_FAULTS)


@gazetteer.command
@click.pass_obj
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def info(settings: "Settings", *, as_json: bool) -> None:
    """Say what the gazetteer holds, where it lies and whose data it is."""
    from sayso.atlas import find_shelf  # noqa: PLC0415 - as above

    with _answering(), _opened(settings) as places:
        found, shelf = places.info(), find_shelf(settings)
        own = str(shelf.own) if shelf.own.exists() else None
        if as_json:
            facts = {"places": found.places, "names": found.names, "kinds": found.kinds, "sources": found.sources}
            files = {"gazetteer": str(shelf.gazetteer), "own": own}
            click.echo(_as_json({**facts, **files, "facts": found.facts}))
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
@click.pass_obj
@click.option("--anew", is_flag=True, help="Make it again even if it is there.")
def make(settings: "Settings", *, anew: bool) -> None:
    """Make the gazetteer now, if it is not there yet, so that nobody waits for it later."""
    from sayso.atlas import make_gazetteer  # noqa: PLC0415 - as above
    from sayso.views.cli.meter import Meter  # noqa: PLC0415 - as above

    with _answering(), Meter.on_terminal() as meter:
        make_gazetteer(settings, meter.making, anew=anew)


@gazetteer.command
@click.pass_obj
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=FILE)
def add(settings: "Settings", files: tuple[Path, ...]) -> None:
    """Add the places or names of each FILE.

    A FILE is a dump of GeoNames (UA.zip, allCountries.zip, alternateNamesV2.zip, admin1CodesASCII.txt, unpacked or
    not), Ukraine's codifier KATOTTG as CSV, or a CSV of your own whose first row names its columns: name, and what
    there is of names, lat, lon, kind, country, admin1, population, id.

    Rows that cannot be read are named and passed over. The run may be broken off and begun anew; the same file twice
    changes nothing.

    \b
    Exit code: 0    everything was added, or known already
               1    some rows were passed over as wrong
               2    the command makes no sense, or a file cannot be used
               130  interrupted; what was added stays
    """  # noqa: D301 - as above
    from sayso.atlas import add_places, make_gazetteer  # noqa: PLC0415 - as above
    from sayso.views.cli.meter import Meter  # noqa: PLC0415 - as above

    with _answering(), Meter.on_terminal() as meter:
        make_gazetteer(settings, meter.making)
        added = add_places(settings, files, meter)
    for one in added:
        click.echo(_word_added(one))
    sys.exit(EXIT_FAULTS if any(one.faults for one in added) else 0)


@contextmanager
def _answering() -> Iterator[None]:
    """Give the exit code where something goes wrong: one line for what is sayso's own to say."""
    try:
        yield
    except SaysoError as error:
        click.echo(f"sayso: {show_safely(str(error))}", err=True)
        sys.exit(EXIT_USAGE)
    except KeyboardInterrupt:
        click.echo("interrupted; what was done stays, run it again to go on", err=True)
        sys.exit(EXIT_INTERRUPTED)


@contextmanager
def _opened(settings: "Settings") -> Iterator["Gazetteer"]:
    from sayso.atlas import open_gazetteer  # noqa: PLC0415 - as above
    from sayso.views.cli.meter import Meter  # noqa: PLC0415 - as above

    with Meter.on_terminal() as meter:
        places = open_gazetteer(settings, meter.making)
    try:
        yield places
    finally:
        places.close()


def _describe(entry: "Entry") -> str:
    """Give an entry as JSON: its fields by name."""
    return _as_json(entry._asdict())


def _as_json(described: dict[str, object]) -> str:
    import json  # noqa: PLC0415 - as above

    return json.dumps(described, ensure_ascii=False, separators=(",", ":"))


def _print_found(name: str, found: "Sequence[Entry]", *, show_all: bool) -> None:
    from sayso.views.cli.place_table import print_entries  # noqa: PLC0415 - as above

    shown = found if show_all else found[:MOST_SHOWN]
    if not found:
        click.echo(f"nothing is called {show_safely(name)[:200]}", err=True)
        return
    print_entries(shown)
    if len(shown) < len(found):
        click.echo(f"{len(found) - len(shown):,} more; --all shows them")


def _word_added(one: "Added") -> str:
    parts = [f"{count(one.places, 'new place')}, {count(one.names, 'new name')}"]
    parts += [f"{many:,} {word}" for many, word in ((one.known, "known"), (one.passed_over, "not wanted")) if many]
    if one.faults:
        parts.append(f"{one.faults:,} wrong")
    return f"{show_safely(one.where)}: {count(one.rows, 'row')}: {', '.join(parts)}"
