"""Versions of reports and old texts sent round again, as lines of the terminal."""

from collections.abc import Iterator

from rich.text import Text

from sayso.views.cli.lines import LONGEST_OWN, shorten, wrap
from sayso.views.safely import quote, show_safely
from sayso.views.standing import Deck
from sayso.views.versions import Revising, word_recirculated, word_versions

MOST_VERSIONS, MOST_REVISED = 10, 12
LABEL = 10


def compose_versions(deck: Deck, width: int, *, show_all: bool) -> Iterator[Text]:
    """Give the lines that tell of versions and of old texts; none where there are none."""
    editions, old = word_versions(deck), word_recirculated(deck)
    if editions:
        yield Text("Versions of one report", style="bold")
    for edition in editions if show_all else editions[:MOST_VERSIONS]:
        yield from wrap(Text(show_safely(edition.line)), width, first="  ", rest="    ")
        kept = edition.revised if show_all else edition.revised[:MOST_REVISED]
        for one in kept:
            yield from wrap(_line(one), width, first="    " + one.what.ljust(LABEL), rest=" " * (LABEL + 4))
        yield from _more(len(edition.revised) - len(kept), "    ")
    yield from _more(0 if show_all else len(editions) - MOST_VERSIONS, "  ")
    if old:
        yield Text("Published before", style="bold")
    for line in old if show_all else old[:MOST_VERSIONS]:
        yield from wrap(Text(show_safely(line), style="yellow"), width, first="  ", rest="    ")
    yield from _more(0 if show_all else len(old) - MOST_VERSIONS, "  ")
    if editions or old:
        yield Text("")


def _line(one: Revising) -> Text:
    words = dict.fromkeys(shorten(show_safely(part), LONGEST_OWN) for part in (one.before, one.after) if part)
    line = Text(" → ").join(Text(quote(part), style="cyan") for part in words)
    return line.append(f" ({show_safely(one.how)})" if one.how else "", "dim")


def _more(count: int, indent: str) -> Iterator[Text]:
    if count > 0:
        yield Text(f"{indent}and {count:,} more", style="dim")
