"""A reading in the terminal: each claim quoted first, then who says it, nearest first, by what cue, and how it stands.

Flags and remarks stand under the claims they speak of, and so do the reasons, where they are asked for.

Claim and source stand side by side where the terminal is wide enough, one under the other where it is not. Every line
is cut to its width here and ends with its last word: a terminal that counts an emoji wider than we do breaks no line.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.text import Text

from sayso.views.account import (
    Account,
    Located,
    Numbered,
    explain,
    explain_event,
    explain_place,
    gather_places,
    take_account,
    word_absence,
    word_candidates,
    word_chain,
    word_claim,
    word_doubt,
    word_flag,
    word_link,
    word_offsets,
    word_own,
    word_place,
    word_precision,
    word_remark,
    word_score,
    word_withheld,
)
from sayso.views.amounts import word_quantities
from sayso.views.cli.lines import LONGEST_OWN, cite, line_of_reason, print_lines, shorten, wrap
from sayso.views.happenings import Listed, count_events, list_events, word_event, word_kind, word_trigger
from sayso.views.safely import count, show_safely, trim
from sayso.views.timeline import order_times, word_date_doubt, word_time
from sayso.vocabulary import UNDETERMINED, Anchor, Link, Reading

LONGEST_SHOWN = 420
MOST_MENTIONS = 4
NARROW = 76
GAP = 3
CLAIM_SHARE = 0.52


def print_reading(
    reading: Reading, *, seconds: float, show_all: bool, width: int | None, show_why: bool = False
) -> None:
    """Print one reading to standard output; no colour when that is no terminal."""
    print_lines(
        lambda columns: compose_reading(reading, seconds=seconds, show_all=show_all, width=columns, show_why=show_why),
        width,
    )


def compose_reading(
    reading: Reading, *, seconds: float, show_all: bool, width: int, show_why: bool = False
) -> Iterator[Text]:
    """Give the lines of what is printed, in order, none wider than ``width`` columns."""
    account = take_account(reading)
    shown = account.attributed if show_all else account.statements
    yield from _heading(reading, shown, seconds, width)
    yield Text("")
    if reading.reader.pack is None:
        yield from wrap(Text(_why_unread(reading), style="yellow"), width, first="  ", rest="  ")
        yield from _places(reading, width, show_why=show_why)
        yield from _times(reading, width, show_why=show_why)
    else:
        yield from _claims(reading, shown, width, show_why=show_why)
        yield from _list("Quoted, source not stated", reading, account.unsourced, width, show_why=show_why)
        yield from _list("In the report\u2019s own voice", reading, account.own, width, show_why=show_why)
        yield from _events(reading, width, show_why=show_why)
        yield from _places(reading, width, show_why=show_why)
        yield from _times(reading, width, show_why=show_why)
        yield from _left_out(reading, account, width, show_all=show_all)
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
    yield from wrap(Text(name, style="bold"), width)
    yield from wrap(Text(" \u00b7 ".join(facts)), width, first="  ", rest="  ")


def _why_unread(reading: Reading) -> str:
    """Say what was not read, and why: nothing at all, or no claims where places and times were looked for."""
    if reading.lang == UNDETERMINED:
        return "not read: its language was not recognised"
    if reading.reader.language == UNDETERMINED:
        return f"not read: its language is {show_safely(reading.lang)}, which sayso does not know"
    return f"no claims read: its language is {show_safely(reading.lang)}, of which sayso reads places and times alone"


def _claims(reading: Reading, shown: Sequence[Numbered], width: int, *, show_why: bool) -> Iterator[Text]:
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
        yield from _notes(reading, one, start, width)
        if show_why:
            yield from _why(reading, one, start, width)
        yield Text("")


def _left(start: int, width: int) -> int:
    """Give the columns the claim has where its source stands beside it."""
    return int((width - start - GAP) * CLAIM_SHARE)


def _side_by_side(reading: Reading, one: Numbered, start: int, width: int) -> Iterator[Text]:
    """Put the claim on the left, who says it and how on the right."""
    middle = start + _left(start, width)
    right = list(_chain(_who(one), width - middle - GAP))
    right += wrap(_how(reading, one), width - middle - GAP, rest="  ")
    yield from _beside(list(_claim(reading, one, start, middle)), right, middle + GAP)


def _stacked(reading: Reading, one: Numbered, start: int, width: int) -> Iterator[Text]:
    """Put who says it under the claim, after a dash; how on the same line if there is one source, else on its own."""
    yield from _claim(reading, one, start, width)
    who, how, room = _who(one), _how(reading, one), width - start - 2
    lines = [*_chain(who, room), *wrap(how, room, rest="  ")]
    if len(who) == 1:
        lines = list(_chain([Text.assemble(who[0], " \u00b7 ", how)], room))
    for place, line in enumerate(lines):
        yield Text.assemble(" " * start, "  " if place else "\u2014 ", line)


def _claim(reading: Reading, one: Numbered, start: int, width: int) -> Iterator[Text]:
    label = one.label.rjust(start - 2) + "  "
    return wrap(_quoted(reading, one, LONGEST_SHOWN), width, first=label, rest=" " * start)


def _chain(links: Sequence[Text], width: int) -> Iterator[Text]:
    for depth, link in enumerate(links):
        # One step in and no further: the words between links tell the order, and a staircase would cost the room.
        indent = "  " if depth else ""
        yield from wrap(link, width, first=indent, rest=indent + "  ")


def _beside(left: Sequence[Text], right: Sequence[Text], start: int) -> Iterator[Text]:
    """Put two columns of lines side by side, the second from column ``start``."""
    for one, other in zip_longest(left, right):
        line = one or Text("")
        yield Text.assemble(line, " " * (start - line.cell_len), other) if other else line


def _quoted(reading: Reading, one: Numbered, most: int) -> Text:
    """Give the words of a claim with their offsets; parts are joined by an ellipsis in brackets."""
    words = " [\u2026] ".join(show_safely(span.cut(reading.report.text)) for span in one.claim.content)
    return Text.assemble((shorten(words, most), "cyan"), " ", (word_offsets(one.claim.content), "dim"))


def _who(one: Numbered) -> list[Text]:
    """Say who says it, a line for each link, nearest first."""
    if not one.claim.chain:
        return [Text(word_absence(one.claim), style="italic")]
    return [_named(link, lead) for lead, link in word_chain(one.claim)]


def _how(reading: Reading, one: Numbered) -> Text:
    """Give the cue and how the claim stands."""
    cue = " \u2026 ".join(show_safely(span.cut(reading.report.text)) for span in one.claim.cue)
    return Text(" \u00b7 ").join(
        [*([Text(trim(cue), style="magenta")] if cue else []), *map(Text, word_claim(one.claim))]
    )


def _named(link: Link, lead: str) -> Text:
    known = "".join(f", {word}" for word in word_link(link))
    return Text.assemble(
        f"{lead} " if lead else "",
        (trim(show_safely(link.name)), "bold"),
        known,
        " ",
        (word_offsets((link.mention,)), "dim"),
    )


def _notes(reading: Reading, one: Numbered, start: int, width: int) -> Iterator[Text]:
    """Give flags, remarks and quantities, each under the claim it speaks of."""
    indent = " " * start
    for flag in one.claim.flags:
        line = Text.assemble((word_flag(flag), "bold yellow"), ": ", show_safely(flag.why), " ")
        line.append(word_offsets(flag.spans), "dim")
        yield from wrap(line, width, first=f"{indent}! ", rest=f"{indent}  ")
    for remarked in one.claim.remarks:
        line = Text.assemble(word_remark(remarked), ": ")
        line.append_text(cite(remarked.span.cut(reading.report.text), word_offsets((remarked.span,))))
        yield from wrap(line, width, first=f"{indent}~ ", rest=f"{indent}  ")
    for told in word_quantities(one.claim):
        line = Text.assemble(told.words, "" if told.counts else " \u00b7 not said to have happened", " ")
        line.append(told.offsets, "dim")
        yield from wrap(line, width, first=f"{indent}# ", rest=f"{indent}  ")


def _why(reading: Reading, one: Numbered, start: int, width: int) -> Iterator[Text]:
    """Explain the claim and each link: a line for each reason, the score before the rule."""
    indent = " " * start
    for part in explain(reading, one.claim):
        head = Text.assemble("why ", (trim(show_safely(part.what)), "bold"), f" {part.score}".rstrip())
        yield from wrap(head, width, first=indent, rest=f"{indent}  ")
        for reason in part.reasons:
            yield from wrap(line_of_reason(reason), width, first=f"{indent}{reason.score:>7}  ", rest=" " * (start + 9))


def _list(title: str, reading: Reading, claims: Sequence[Numbered], width: int, *, show_why: bool) -> Iterator[Text]:
    if not claims:
        return
    yield Text(title, style="bold")
    for one in claims:
        line = _quoted(reading, one, LONGEST_SHOWN if one.label else LONGEST_OWN)
        line.append("".join(f" \u00b7 {word}" for word in word_own(one.claim)) if not one.label else "")
        yield from wrap(line, width, first=(one.label or "\u00b7").rjust(2) + "  ", rest="    ")
        yield from _notes(reading, one, 4, width)
        if show_why:
            yield from _why(reading, one, 4, width)
    yield Text("")


def _events(reading: Reading, width: int, *, show_why: bool) -> Iterator[Text]:
    """Say what happens by the word of its origin; a cross stands before what is planned, feared, supposed or denied."""
    listed = list_events(reading)
    if not listed:
        return
    yield Text.assemble(("Events", "bold"), f"  {count_events(listed)} said to have happened")
    for one in listed:
        first = "\u00b7" if one.happened else "\u00d7"
        yield from wrap(_event(reading, one), width, first=f" {first}  ", rest="    ")
        if show_why:
            for reason in explain_event(reading, one.event):
                yield from wrap(line_of_reason(reason), width, first=f"    {reason.score:>7}  ", rest=" " * 13)
    yield Text("")


def _event(reading: Reading, one: Listed) -> Text:
    line = Text(word_kind(one.event), style="bold" if one.happened else "")
    words, offsets = word_trigger(reading, one.event)
    if words:
        line.append_text(Text.assemble(" \u00b7 ", (shorten(show_safely(words), LONGEST_OWN), "cyan"), " "))
        line.append(offsets, "dim")
    line.append("".join(f" \u00b7 {show_safely(word)}" for word in word_event(reading, one)))
    return line


def _places(reading: Reading, width: int, *, show_why: bool) -> Iterator[Text]:
    """Say which place each mention names and how sure that is; a question mark stands before what cannot be told."""
    places = gather_places(reading)
    if not places:
        return
    yield Text("Places", style="bold")
    for one in places:
        first = "\u00b7" if one.place.resolved else "?"
        yield from wrap(_place(reading, one), width, first=f" {first}  ", rest="    ")
        if show_why:
            for reason in explain_place(reading, one.place):
                yield from wrap(line_of_reason(reason), width, first=f"    {reason.score:>7}  ", rest=" " * 13)
    yield Text("")


def _place(reading: Reading, one: Located) -> Text:
    place, written = one.place, " / ".join(map(show_safely, one.written(reading.report.text)))
    line = Text.assemble((shorten(written, LONGEST_OWN), "bold" if place.resolved else "bold yellow"), " ")
    line.append(word_offsets([mention.span for mention in one.mentions[:MOST_MENTIONS]]), "dim")
    more = len(one.mentions) - MOST_MENTIONS
    line.append(f" and {more} more" if more > 0 else "", "dim")
    if not place.resolved:
        may_be = "; ".join(map(show_safely, word_candidates(place)))
        line.append(f" \u00b7 cannot tell: {show_safely(word_doubt(place))}" + (f"; may be {may_be}" if may_be else ""))
        return line
    name = show_safely(place.name)
    identity = [*([name] if name != written else []), *map(show_safely, word_place(place))]
    known = [", ".join(identity), word_precision(place), word_score(place.score)]
    line.append("".join(f" \u00b7 {word}" for word in known if word))
    return line


def _times(reading: Reading, width: int, *, show_why: bool) -> Iterator[Text]:
    """Say when each time lies, in the order of the calendar; a question mark stands before what cannot be told."""
    if doubt := word_date_doubt(reading):
        line = Text(f"Date of publication {doubt}; no time is counted from it.", style="yellow")
        yield from wrap(line, width)
    times, text = order_times(reading), reading.report.text
    if times:
        yield Text("Times", style="bold")
    for time in times:
        line = Text.assemble((time.value, "bold"), " \u00b7 ", (show_safely(time.span.cut(text)), "cyan"), " ")
        line.append(word_offsets((time.span,)), "dim")
        known = [*word_time(time, text), *([time.rule] if show_why else [])]
        line.append("".join(f" \u00b7 {word}" for word in known))
        first = "?" if time.anchor is Anchor.NONE else "\u00b7"
        yield from wrap(line, width, first=f" {first}  ", rest="    ")
    if times or doubt:
        yield Text("")


def _left_out(reading: Reading, account: Account, width: int, *, show_all: bool) -> Iterator[Text]:
    """Say which numbers are missing above, who is withheld, and how to see them."""
    lines = []
    if account.attitudes and not show_all:
        labels = ", ".join(one.label for one in account.attitudes)
        many = count(len(account.attitudes), "attitude")
        lines.append(f"Not shown: {many} (wants, fears, is against), numbered {labels}; --all shows them.")
    if withheld := word_withheld(reading):
        lines.append(f"{withheld}; --show-private shows them.")
    for line in lines:
        yield from wrap(Text(line, style="dim"), width)
    if lines:
        yield Text("")
