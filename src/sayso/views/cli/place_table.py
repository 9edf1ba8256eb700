"""Places in the terminal: a line each, cut to fit, with the name they were found by."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.atlas import Entry, MetBy, NameKind
from sayso.views.safely import show_safely

WIDEST, PLAIN_WIDTH = 140, 120


def print_entries(entries: Sequence[Entry]) -> None:
    """Print places to standard output, the likeliest first as they come."""
    console = Console(highlight=False, markup=False, emoji=False)
    width = min(console.width, WIDEST) if console.is_terminal else PLAIN_WIDTH
    Console(width=width, highlight=False, markup=False, emoji=False).print(tabulate(entries))


def tabulate(entries: Sequence[Entry]) -> Table:
    """Put places into a table of as many columns as tell them apart."""
    table = Table(box=None, pad_edge=False, header_style="dim", show_edge=False)
    table.add_column("PLACE", ratio=3, overflow="fold")
    table.add_column("KIND", no_wrap=True)
    table.add_column("WHERE", ratio=3, overflow="fold")
    table.add_column("PEOPLE", justify="right", no_wrap=True)
    table.add_column("POINT", no_wrap=True)
    table.add_column("FOUND AS", ratio=4, overflow="fold")
    for entry in entries:
        where = ", ".join(show_safely(part) for part in (entry.admin1_name, entry.country) if part)
        people = f"{entry.population:,}" if entry.population else ""
        table.add_row(
            Text(show_safely(entry.name), style="bold"),
            entry.kind.value,
            where,
            people,
            _word_point(entry),
            _word_met(entry),
        )
    return table


def _word_point(entry: Entry) -> str:
    if entry.lat is not None and entry.lon is not None:
        return f"{entry.lat:.3f}, {entry.lon:.3f}"
    return "an area" if entry.extent else "not known"


def _word_met(entry: Entry) -> str:
    """Say by which of its names a place was found, and what is known of that name."""
    words = [show_safely(entry.matched)]
    if entry.by is MetBy.SKELETON:
        words.append("alike")
    if entry.name_kind in {NameKind.FORMER, NameKind.OCCUPATION}:
        years = f" {entry.since or ''}\u2013{entry.until or ''}" if entry.since or entry.until else ""
        words.append(f"{entry.name_kind.value}{years}")
        words += [show_safely(entry.reason)] if entry.reason else []
    return "; ".join(words)
