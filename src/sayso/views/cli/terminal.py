"""A reading in the terminal: each claim quoted first, then who says it, nearest first, by what cue and in what kind.

Claim and source stand side by side where the terminal is wide enough, one under the other where it is not. Every line
is cut to its width here and ends with its last word: a terminal that counts an emoji wider than we do breaks no line.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from sayso.views.account import Account, Numbered, take_account, word_claim, word_link, word_offsets
from sayso.views.safely import count, show_safely, trim
from sayso.vocabulary import UNDETERMINED, Link, Reading

LONGEST_SHOWN = 420
LONGEST_OWN = 160
NARROW = 76
# Lines longer than this tire the eye; only --width asks for more.
WIDEST = 120
PLAIN_WIDTH = 100
GAP = 3
CLAIM_SHARE = 0.6


def print_reading(reading: Reading, *, seconds: float, show_all: bool, width: int | None) -> None:
    """Print one reading to standard output; no colour when that is no terminal."""
    console = Console(width=width, highlight=False, markup=False, emoji=False)
    if width is None:
        width = min(console.width, WIDEST) if console.is_terminal else PLAIN_WIDTH
    for line in compose_reading(reading, seconds=seconds, show_all=show_all, width=width):
        console.print(line, soft_wrap=True)


def compose_reading(reading: Reading, *, seconds: float, show_all: bool, width: int) -> Iterator[Text]:
    """Give the lines of what is printed, in order, none wider than ``width`` columns."""
    account = take_account(reading)
    shown = account.attributed if show_all else account.statements
    yield from _heading(reading, shown, seconds, width)
    yield Text("")
    if reading.reader.pack is None:
        yield from _wrap(Text(_why_unread(reading), style="yellow"), width, first="  ", rest="  ")
    else:
        yield from _claims(reading, shown, width)
        yield from _list("Quoted, source not stated", reading, account.unsourced, LONGEST_SHOWN, width)
        yield from _list("In the report\u2019s own voice", reading, account.own, LONGEST_OWN, width)
        yield from _left_out(account, width, show_all=show_all)
    yield Text("")


def _heading(reading: Reading, shown: Sequence[Numbered], seconds: float, width: int) -> Iterator[Text]:
    """Name the report and what was found: on one line where there is room, else on two."""
    origins = {one.claim.origin.name.casefold() for one in shown if one.claim.origin is not None}
    source = reading.report.provenance
    name = show_safely(source.where) + ("" if source.line is None else f":{source.line}")
    sha = f"sha256 {source.sha256[:4]}\u2026{source.sha256[-2:]}"
    found = [count(len(shown), "claim"), count(len(origins), "source")]
    facts = [reading.lang, count(len(reading.report.text.split()), "word"), sha, *found, f"{seconds:.2f} s"]
    if reading.reader.pack is None:
        del facts[3:5]
    line = Text.assemble((name, "bold"), "  ", "  ".join(facts))
    if line.cell_len <= width:
        yield line
        return
    yield from _wrap(Text(name, style="bold"), width)
    yield from _wrap(Text(" \u00b7 ".join(facts)), width, first="  ", rest="  ")


def _why_unread(reading: Reading) -> str:
    known = f"its language is {show_safely(reading.lang)}"
    language = "its language was not recognised" if reading.lang == UNDETERMINED else known
    return f"not read: {language}, and only English can be read so far"


def _claims(reading: Reading, shown: Sequence[Numbered], width: int) -> Iterator[Text]:
    if not shown:
        yield Text("  Nobody is cited.", style="italic")
        yield Text("")
        return
    number_width = max(2, *(len(one.label) for one in shown))
    start = number_width + 2
    show = _stacked if width < NARROW else _side_by_side
    if width >= NARROW:
        yield Text(f"{'#':>{number_width}}  {'CLAIM':{_left(start, width)}}{' ' * GAP}WHO SAYS IT, HOW", style="dim")
    for one in shown:
        yield from show(reading, one, start, width)
        yield Text("")


def _left(start: int, width: int) -> int:
    """Give the columns the claim has where its source stands beside it."""
    return int((width - start - GAP) * CLAIM_SHARE)


def _side_by_side(reading: Reading, one: Numbered, start: int, width: int) -> Iterator[Text]:
    """Put the claim on the left, who says it and how on the right."""
    middle = start + _left(start, width)
    right = list(_chain(_who(one), width - middle - GAP))
    right += _wrap(_how(reading, one), width - middle - GAP, rest="  ")
    yield from _beside(list(_claim(reading, one, start, middle)), right, middle + GAP)


def _stacked(reading: Reading, one: Numbered, start: int, width: int) -> Iterator[Text]:
    """Put who says it under the claim, after a dash, and how on the last of those lines."""
    yield from _claim(reading, one, start, width)
    *nearer, last = _who(one)
    lines = _chain([*nearer, Text.assemble(last, " \u00b7 ", _how(reading, one))], width - start - 2)
    for place, line in enumerate(lines):
        yield Text.assemble(" " * start, "  " if place else "\u2014 ", line)


def _claim(reading: Reading, one: Numbered, start: int, width: int) -> Iterator[Text]:
    label = one.label.rjust(start - 2) + "  "
    return _wrap(_quoted(reading, one, LONGEST_SHOWN), width, first=label, rest=" " * start)


def _chain(links: Sequence[Text], width: int) -> Iterator[Text]:
    for depth, link in enumerate(links):
        # A long chain must not walk off the right edge.
        indent = " " * min(2 * depth, 8)
        yield from _wrap(link, width, first=indent, rest=indent + "  ")


def _beside(left: Sequence[Text], right: Sequence[Text], start: int) -> Iterator[Text]:
    """Put two columns of lines side by side, the second from column ``start``."""
    for one, other in zip_longest(left, right):
        line = one or Text("")
        yield Text.assemble(line, " " * (start - line.cell_len), other) if other else line


def _quoted(reading: Reading, one: Numbered, most: int) -> Text:
    """Give the words of a claim with their offsets; parts are joined by an ellipsis in brackets."""
    words = " [\u2026] ".join(show_safely(span.cut(reading.report.text)) for span in one.claim.content)
    if len(words) > most:
        words = f"{words[: most // 2].rstrip()} [\u2026] {words[-most // 2 :].lstrip()}"
    return Text.assemble((words, "cyan"), " ", (word_offsets(one.claim.content), "dim"))


def _who(one: Numbered) -> list[Text]:
    """Say who says it, a line for each link, nearest first."""
    if not one.claim.chain:
        return [Text("no source stated", style="italic")]
    return [_named(link, "citing " if depth else "") for depth, link in enumerate(one.claim.chain)]


def _how(reading: Reading, one: Numbered) -> Text:
    """Give the cue and how the claim stands."""
    cue = " \u2026 ".join(show_safely(span.cut(reading.report.text)) for span in one.claim.cue)
    return Text(" \u00b7 ").join(
        [*([Text(trim(cue), style="magenta")] if cue else []), *map(Text, word_claim(one.claim))]
    )


def _named(link: Link, lead: str) -> Text:
    known = "".join(f", {word}" for word in word_link(link))
    return Text.assemble(
        lead, (trim(show_safely(link.name)), "bold"), known, " ", (word_offsets((link.mention,)), "dim")
    )


def _list(title: str, reading: Reading, claims: Sequence[Numbered], most: int, width: int) -> Iterator[Text]:
    if not claims:
        return
    yield Text(title, style="bold")
    for one in claims:
        label = one.label or "\u00b7"
        yield from _wrap(_quoted(reading, one, most), width, first=f"{label:>2}  ", rest="    ")
    yield Text("")


def _left_out(account: Account, width: int, *, show_all: bool) -> Iterator[Text]:
    """Say which numbers are missing above, and how to see them."""
    if show_all or not account.attitudes:
        return
    labels = ", ".join(one.label for one in account.attitudes)
    many = count(len(account.attitudes), "attitude")
    line = f"Not shown: {many} (wants, fears, is against), numbered {labels}; --all shows them."
    yield from _wrap(Text(line, style="dim"), width)
    yield Text("")


def _wrap(text: Text, width: int, *, first: str = "", rest: str = "") -> Iterator[Text]:
    """Break text into lines of at most ``width`` columns; ``first`` stands before the first, ``rest`` before others."""
    room = max(1, width - max(len(first), len(rest)))
    for place, line in enumerate(text.wrap(_measure(), room, overflow="fold")):
        line.rstrip()
        yield Text.assemble(rest if place else first, line)


@cache
def _measure() -> Console:
    """Give the console that text asks for its settings before it wraps; nothing is ever printed to it."""
    return Console(width=WIDEST, color_system=None)
