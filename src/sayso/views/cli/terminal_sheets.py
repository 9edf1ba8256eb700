"""Sheets in the terminal: of control, each side's statements under its name; of casualties, a line for each figure."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from sayso.views.cli.lines import LONGEST_OWN, shorten, wrap
from sayso.views.safely import count, quote, show_safely
from sayso.views.sheets import (
    name_sayer,
    place_of,
    title_of,
    word_control,
    word_figure,
    word_range,
    word_standing,
    words_of,
)
from sayso.vocabulary import CasualtySheet, ControlSaid, ControlSheet, Figure, Weighed

MOST_LINES = 30
SILENT = "silent: no report here has a word of this side"


def compose_control(
    weighed: Weighed, sheets: Sequence[ControlSheet], width: int, *, show_all: bool = False
) -> Iterator[Text]:
    """Give the lines of sheets of control, none wider than ``width`` columns."""
    for sheet in sheets:
        yield from wrap(Text(f"Control of {show_safely(title_of(sheet))}", style="bold"), width, rest="  ")
        for side in sheet.sides:
            yield Text(f"  {side.side}", style="bold")
            if side.is_silent:
                yield from wrap(Text(SILENT, style="italic"), width, first="    ", rest="    ")
            yield from _said(weighed, side.says, width, show_all=show_all)
        if sheet.others:
            yield Text("  Others", style="bold")
            yield from _said(weighed, sheet.others, width, show_all=show_all)
        yield Text("")
    yield from wrap(Text("Who says what, side by side; it is no verdict.", style="dim"), width)


def _said(weighed: Weighed, said: Sequence[ControlSaid], width: int, *, show_all: bool) -> Iterator[Text]:
    for one in said if show_all else said[:MOST_LINES]:
        words = shorten(show_safely(words_of(weighed, one)), LONGEST_OWN)
        line = Text.assemble((" \u00b7 ".join(word_control(one)), "bold" if one.happened else ""), ": ")
        line.append_text(Text.assemble((quote(words), "cyan"), " ", show_safely(name_sayer(one.sayer)), ", "))
        line.append(show_safely(place_of(weighed, one.report)), "dim")
        yield from wrap(line, width, first="    ", rest="      ")
    yield from _more(len(said), width, show_all=show_all)


def compose_casualties(
    weighed: Weighed, sheets: Sequence[CasualtySheet], width: int, *, show_all: bool = False
) -> Iterator[Text]:
    """Give the lines of sheets of casualties, none wider than ``width`` columns."""
    for sheet in sheets:
        head = f"Casualties in {show_safely(title_of(sheet))}, {sheet.day or 'day not told'}"
        yield from wrap(Text(head, style="bold"), width, rest="  ")
        for one in sheet.ranges:
            tell = "tells" if one.origins == 1 else "tell"
            line = Text.assemble((word_range(one), "bold"), f", as {count(one.origins, 'origin')} {tell} it")
            yield from wrap(line, width, first="  ", rest="    ")
        for figure in sheet.figures if show_all else sheet.figures[:MOST_LINES]:
            yield from wrap(_figure(weighed, figure), width, first="    ", rest="      ")
        yield from _more(len(sheet.figures), width, show_all=show_all)
        yield Text("")
    yield from wrap(Text("Each figure as it is told; ranges, never sums.", style="dim"), width)


def _figure(weighed: Weighed, figure: Figure) -> Text:
    words = quote(show_safely(figure.span.cut(weighed.readings[figure.report].report.text)))
    standing = "".join(f" \u00b7 {word}" for word in word_standing(figure))
    line = Text.assemble((word_figure(figure), "bold"), standing, ": ", (words, "cyan"))
    line.append(f" {show_safely(name_sayer(figure.sayer))}, ")
    return line.append(show_safely(place_of(weighed, figure.report)), "dim")


def _more(number: int, width: int, *, show_all: bool) -> Iterator[Text]:
    if number > MOST_LINES and not show_all:
        line = Text(f"and {number - MOST_LINES:,} more; --all shows them", style="dim")
        yield from wrap(line, width, first="    ", rest="    ")
