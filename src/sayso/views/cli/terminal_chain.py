"""The chains of a weighing in the terminal: for each claim its reports over time, each under what it rests on.

A report stands one step in from the one it rests on. Deep chains are not drawn deeper than the terminal has room for;
then the number of steps is written.
"""

from collections.abc import Iterator

from rich.text import Text

from sayso.views.cli.lines import wrap
from sayso.views.cli.terminal_weighing import MOST_CARDS, Shown, head_of
from sayso.views.descent import Step, descend
from sayso.views.safely import count, show_safely
from sayso.views.standing import Card, Deck, name_origin, name_report, word_changes, word_published, word_reach
from sayso.vocabulary.stance import AGAINST

STEP = 3
# So many columns are kept for the words of a line, whatever its depth.
LEAST_WORDS = 28
MOST_STEPS = 40


def compose_chains(deck: Deck, shown: Shown) -> Iterator[Text]:
    """Give the lines of what is printed, in order, none wider than ``shown.width`` columns."""
    cards = deck.cards if shown.show_all else deck.cards[:MOST_CARDS]
    start = max(2, len(str(len(cards)))) + 2
    for card in cards:
        head = head_of(card)
        yield from wrap(head, shown.width, first=str(card.number).rjust(start - 2) + "  ", rest=" " * start)
        yield from wrap(Text(word_reach(card), style="bold"), shown.width, first=" " * start, rest=" " * start)
        yield from _tree(deck, card, start, shown)
        yield Text("")
    if more := len(deck.cards) - len(cards):
        yield from wrap(Text(f"{count(more, 'more claim')}; --all shows them.", style="dim"), shown.width)
        yield Text("")


def _tree(deck: Deck, card: Card, start: int, shown: Shown) -> Iterator[Text]:
    """Draw the steps of a claim, each after what it rests on, those of one report in the order of publication."""
    steps = descend(deck, card)
    below: dict[int | None, list[int]] = {}
    for place, step in enumerate(steps):
        below.setdefault(step.rests_on, []).append(place)
    changed = _changed(deck, card)
    drawn = 0
    waiting = [(place, 0) for place in reversed(below.get(None, []))]
    while waiting:
        place, depth = waiting.pop()
        if drawn == MOST_STEPS and not shown.show_all:
            more = count(len(steps) - drawn, "more report")
            yield from wrap(Text(f"{more}; --all shows them.", style="dim"), shown.width, first=" " * start)
            return
        drawn += 1
        yield from _branch(card, steps[place], depth, start, shown.width)
        for line in changed.get(steps[place].stated.claim, ()):
            indent = " " * (start + _inset(depth, start, shown.width) + 2)
            yield from wrap(Text(line, style="yellow"), shown.width, first=f"{indent}! ", rest=f"{indent}  ")
        waiting += [(one, depth + 1) for one in reversed(below.get(place, []))]


def _branch(card: Card, step: Step, depth: int, start: int, width: int) -> Iterator[Text]:
    reading = card.weighed.readings[step.stated.report]
    origin = card.origin(step.stated)
    mark = "\u2717" if step.stated.stance in AGAINST else "\u25cf" if step.is_first else "\u2514"
    line = Text.assemble(
        (word_published(reading), "dim"), "  ", (show_safely(name_report(reading)), "bold"),
        f" \u00b7 {step.how}" if step.how else "",
    )  # fmt: skip
    if step.stated.stance != "asserts":
        line.append(f", {step.stated.stance}", "yellow")
    if step.is_first:
        line.append(", in its own voice" if origin.outlet else f", origin: {show_safely(name_origin(origin))}")
    inset = _inset(depth, start, width)
    deep = f"{depth} steps on: " if depth * STEP > inset else ""
    first = " " * (start + inset) + f"{mark} {deep}"
    yield from wrap(line, width, first=first, rest=" " * (start + inset + 2))


def _inset(depth: int, start: int, width: int) -> int:
    """Give the columns a step stands in, no more than leave room for its words."""
    return min(depth * STEP, max(0, (width - start - LEAST_WORDS) // STEP * STEP))


def _changed(deck: Deck, card: Card) -> dict[str, list[str]]:
    """Give what is other in a statement than in the one before it, by its claim."""
    found: dict[str, list[str]] = {}
    for one in word_changes(deck, card):
        found.setdefault(one.claims[1], []).append(show_safely(f"{one.what}: {one.how}"))
    return found
