"""A weighing in the terminal: a card for each claim, its words first, then on whose word it stands and what is missing.

The most reported claims come first. What is long is bounded here and said to be; ``show_all`` shows the rest.
"""

from collections.abc import Iterator, Mapping, Sequence

import attrs
from rich.text import Text

from sayso.views.cli.lines import LONGEST_OWN, line_of_reason, shorten, wrap
from sayso.views.cli.terminal_versions import compose_versions
from sayso.views.safely import count, quote, show_safely
from sayso.views.standing import (
    Altered,
    Card,
    Deck,
    Voice,
    all_reasons,
    because,
    name_origin,
    name_report,
    voices,
    word_origin,
    word_published,
)
from sayso.views.told import Told, tell
from sayso.vocabulary import Stated

MOST_CARDS = 20
MOST_REPORTS = 6
MOST_LINES = 8
MOST_SUGGESTIONS = 10
LABEL = 13


@attrs.frozen(kw_only=True)
class Shown:
    """How a weighing is shown: columns, whether all of it, whether with reasons, and what rules say of themselves."""

    width: int
    show_all: bool = False
    show_why: bool = False
    rules: Mapping[str, str] = attrs.field(factory=dict)


def compose_weighing(deck: Deck, shown: Shown) -> Iterator[Text]:
    """Give the lines of what is printed, in order, none wider than ``shown.width`` columns."""
    yield from wrap(Text(_heading(deck), style="bold"), shown.width, rest="  ")
    yield Text("")
    cards = deck.cards if shown.show_all else deck.cards[:MOST_CARDS]
    start = max(2, len(str(len(cards)))) + 2
    for card in cards:
        yield from _card(deck, card, start, shown)
        yield Text("")
    if more := len(deck.cards) - len(cards):
        yield from wrap(Text(f"{count(more, 'more claim')}; --all shows them.", style="dim"), shown.width)
        yield Text("")
    yield from compose_versions(deck, shown.width, show_all=shown.show_all)
    yield from _suggestions(deck, shown)


def _heading(deck: Deck) -> str:
    weighed = deck.weighed
    contested = sum(card.assessment.contested for card in deck.cards)
    facts = [count(len(weighed.readings), "report"), count(len(deck.cards), "claim")]
    facts += [f"{contested:,} contested"] if contested else []
    facts += [count(len(weighed.weighing.copies), "shared passage")] if weighed.weighing.copies else []
    return "  ".join(facts)


def _card(deck: Deck, card: Card, start: int, shown: Shown) -> Iterator[Text]:
    yield from wrap(head_of(card), shown.width, first=str(card.number).rjust(start - 2) + "  ", rest=" " * start)
    for label, line in _lines(deck, card, shown):
        first = " " * start + label.ljust(LABEL)
        yield from wrap(line, shown.width, first=first, rest=" " * (start + LABEL))
    if shown.show_why:
        yield from _why(card, start, shown)


def head_of(card: Card) -> Text:
    """Quote the gist of a claim, and say in which language and whose report it stands."""
    words = shorten(show_safely(card.words), LONGEST_OWN * 2)
    source = f"{card.reading.lang}, {show_safely(name_report(card.reading))}"
    return Text.assemble((quote(words), "bold cyan"), " ", (source, "dim"))


def _lines(deck: Deck, card: Card, shown: Shown) -> Iterator[tuple[str, Text]]:
    """Give what is known of a claim, each line after what it tells."""
    told = tell(deck, card)
    yield "carried by", _reach(told)
    yield "credibility", _credibility(card, told)
    if told.event:
        yield "event", Text(told.event)
    yield from _labelled("says", [_voice(card, one, shown) for one in told.says], shown)
    yield from _labelled("against", [_voice(card, one, shown) for one in told.against], shown)
    yield from _labelled("contrary", [_other(one) for one in told.contrary], shown)
    yield from _labelled("revises", [_other(one) for one in told.revises], shown)
    yield from _labelled("revised by", [_other(one) for one in told.revised_by], shown)
    yield from _labelled("changed", [_changed(one) for one in told.changes], shown)
    if told.missing:
        yield "missing", Text(", ".join(told.missing), style="yellow")


def _labelled(label: str, lines: Sequence[Text], shown: Shown) -> Iterator[tuple[str, Text]]:
    """Give lines of one kind, the label before the first; those past the bound are counted."""
    kept = lines if shown.show_all else lines[:MOST_LINES]
    for place, line in enumerate(kept):
        yield "" if place else label, line
    if len(kept) < len(lines):
        yield "", Text(f"and {len(lines) - len(kept):,} more", style="dim")


def _reach(told: Told) -> Text:
    line = Text(told.reach, style="bold")
    return line.append(f": {told.support}" if told.support else "", "not bold")


def _credibility(card: Card, told: Told) -> Text:
    style = "bold yellow" if card.assessment.contested else "bold"
    line = Text.assemble((f"{card.assessment.credibility.value}, {told.credibility}", style))
    return line.append(f": {show_safely(card.assessment.credibility_reason)}", "not bold")


def _voice(card: Card, voice: Voice, shown: Shown) -> Text:
    """Name an origin, what it does with the claim, and the reports that carry its word."""
    known = [*voice.stances, *word_origin(voice.origin)]
    line = Text.assemble((show_safely(name_origin(voice.origin)), "bold"), "".join(f", {word}" for word in known), ": ")
    most = len(voice.stated) if shown.show_all else MOST_REPORTS
    line.append("; ".join(_where(card, one) for one in voice.stated[:most]))
    more = len(voice.stated) - most
    return line.append(f"; and {more:,} more" if more > 0 else "")


def _where(card: Card, stated: Stated) -> str:
    reading = card.weighed.readings[stated.report]
    return f"{show_safely(name_report(reading))} {word_published(reading)}"


def _other(card: Card) -> Text:
    """Name another claim by its number, its words and its origins."""
    words = shorten(show_safely(card.words), LONGEST_OWN)
    names = ", ".join(show_safely(name_origin(one.origin)) for one in voices(card, card.saying)[:3])
    return Text.assemble((str(card.number), "bold"), " ", (quote(words), "cyan"), f" {names}" if names else "")


def _changed(one: Altered) -> Text:
    line = Text.assemble((one.what, "bold yellow"), ": ", show_safely(one.how))
    return line.append(f" ({show_safely(one.between)})" if one.between else "", "dim")


def _why(card: Card, start: int, shown: Shown) -> Iterator[Text]:
    """Explain a claim: a line for each reason, the score before the rule, and what the rule says of itself."""
    indent, what = " " * start, ""
    for part, reason in all_reasons(card):
        if part != what:
            yield from wrap(
                Text(f"why {show_safely(part)}", style="bold"), shown.width, first=indent, rest=indent + "  "
            )
            what = part
        told = because(card.weighed, reason)
        rest = " " * (start + 9)
        yield from wrap(line_of_reason(told), shown.width, first=f"{indent}{told.score:>7}  ", rest=rest)
        if about := shown.rules.get(reason.rule, ""):
            yield from wrap(Text(" ".join(about.split()), style="italic dim"), shown.width, first=rest, rest=rest)


def _suggestions(deck: Deck, shown: Shown) -> Iterator[Text]:
    """Name pairs of claims that may be the same; a person may judge them."""
    suggestions = [one for one in deck.weighed.weighing.suggestions if {one.one, one.other} <= deck.by_claim.keys()]
    if not suggestions:
        return
    kept = suggestions if shown.show_all else suggestions[:MOST_SUGGESTIONS]
    yield Text("May be the same, and are not held to be", style="bold")
    for one in kept:
        cards = [deck.by_claim[claim][0] for claim in (one.one, one.other)]
        line = Text.assemble(
            f"{one.score:.2f}  {cards[0].number} and {cards[1].number}: ",
            (show_safely(f"{one.one} {one.other}"), "dim"),
        )
        yield from wrap(line, shown.width, first="  ", rest="        ")
        if shown.show_why:
            for reason in one.reasons:
                told = because(deck.weighed, reason)
                yield from wrap(line_of_reason(told), shown.width, first=f"    {told.score:>7}  ", rest=" " * 13)
    if len(kept) < len(suggestions):
        yield Text(f"  and {len(suggestions) - len(kept):,} more", style="dim")
    yield Text("")
