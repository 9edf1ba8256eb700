"""A reading in the terminal: each claim quoted first, then who says it, the cue and the kind.

Text from outside is shown with control characters written out and bidirectional runs isolated.
"""

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.vocabulary import UNDETERMINED, Act, Claim, Reading, Span

LONGEST_SHOWN = 420
LONGEST_OWN = 160
NARROW = 76
BIDIRECTIONAL = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))
PLAIN_WIDTH = 100


def print_reading(reading: Reading, *, seconds: float, show_all: bool, width: int | None) -> None:
    """Print one reading to standard output; no colour when that is no terminal."""
    console = Console(width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)
    if width is None and not console.is_terminal:
        console = Console(width=PLAIN_WIDTH, highlight=False, markup=False, emoji=False, no_color=True)
    for part in compose_reading(reading, seconds=seconds, show_all=show_all, width=console.width):
        console.print(part)


def compose_reading(
    reading: Reading, *, seconds: float, show_all: bool, width: int
) -> Iterator[Text | Table | Padding]:
    """Give the parts of what is printed, in order."""
    attributed = [claim for claim in reading.claims if claim.act is not None]
    shown = [claim for claim in attributed if show_all or claim.act is Act.SPEECH]
    unsourced = [claim for claim in reading.claims if claim.act is None and not claim.is_own_voice]
    own = [claim for claim in reading.claims if claim.is_own_voice]
    yield _heading(reading, len(shown), seconds)
    if reading.reader.pack is None:
        language = "its language was not recognised" if reading.lang == UNDETERMINED else f"its language is {reading.lang}"
        yield Text(f"  not read: {language}, and only English can be read so far", style="yellow")
        return
    if shown:
        yield Text("")
        yield _claim_table(reading, shown, width)
    if unsourced:
        yield Text("\nQuoted, source not stated", style="bold")
        yield from (_bullet(reading, claim, LONGEST_SHOWN) for claim in unsourced)
    if own:
        yield Text("\nIn the report's own voice", style="bold")
        yield from (_bullet(reading, claim, LONGEST_OWN) for claim in own)
    hidden = len(attributed) - len(shown)
    if hidden:
        yield Text(f"\n{_count(hidden, 'attitude')} (wants, fears, is against) not shown; --all shows them", style="dim")
    yield Text("")


def _heading(reading: Reading, claims: int, seconds: float) -> Text:
    report = reading.report
    sources = {claim.origin.name for claim in reading.claims if claim.origin is not None}
    place = show(report.provenance.where)
    named = place if report.provenance.line is None else f"{place}:{report.provenance.line}"
    sha = report.provenance.sha256
    facts = [
        reading.lang,
        _count(len(report.text.split()), "word"),
        f"sha256 {sha[:4]}\u2026{sha[-2:]}",
        _count(claims, "claim"),
        _count(len(sources), "source"),
        f"{seconds:.1f} s",
    ]
    return Text.assemble((named, "bold"), "  ", "  ".join(facts))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _claim_table(reading: Reading, claims: list[Claim], width: int) -> Table:
    """Three columns where they fit, one under the other where they do not."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), show_header=width >= NARROW, header_style="dim", width=width)
    table.add_column(" #", justify="right", width=3, no_wrap=True)
    if width < NARROW:
        table.add_column("claim", ratio=1, overflow="fold")
        for number, claim in enumerate(claims, 1):
            who, how = _who(reading, claim), _how(reading, claim)
            table.add_row(str(number), Text("\n").join([_quoted(reading, claim, LONGEST_SHOWN), who, how]))
        return table
    table.add_column("CLAIM", ratio=5, overflow="fold")
    table.add_column("WHO SAYS IT", ratio=3, overflow="fold")
    table.add_column("CUE, KIND", ratio=2, overflow="fold")
    for number, claim in enumerate(claims, 1):
        table.add_row(str(number), _quoted(reading, claim, LONGEST_SHOWN), _who(reading, claim), _how(reading, claim))
    return table


def _quoted(reading: Reading, claim: Claim, most: int) -> Text:
    """Give the words of a claim with their offsets; parts are joined by an ellipsis in brackets."""
    words = " [\u2026] ".join(show(span.cut(reading.report.text)) for span in claim.content)
    if len(words) > most:
        words = f"{words[: most // 2].rstrip()} [\u2026] {words[-most // 2 :].lstrip()}"
    return Text.assemble((words, "cyan"), " ", (_offsets(claim.content), "dim"))


def _offsets(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{span.start}\u2013{span.end}" for span in spans)


def _who(reading: Reading, claim: Claim) -> Text:
    if not claim.chain:
        return Text("no source stated", style="italic dim")
    who = Text()
    for number, link in enumerate(claim.chain):
        mention = link.mention
        lead = "" if number == 0 else "\n  citing "
        who.append_text(Text.assemble(lead, (show(link.name), "bold"), " ", (f"{mention.start}\u2013{mention.end}", "dim")))
    return who


def _how(reading: Reading, claim: Claim) -> Text:
    cue = " \u2026 ".join(show(span.cut(reading.report.text)) for span in claim.cue) or "no cue"
    act = "" if claim.act is not Act.ATTITUDE else ", attitude"
    return Text.assemble((cue, "magenta"), f"\n{claim.kind}{act}")


def _bullet(reading: Reading, claim: Claim, most: int) -> Padding:
    return Padding(Text.assemble("\u00b7 ", _quoted(reading, claim, most)), (0, 0, 0, 2))


def show(text: str) -> str:
    """Give text from outside in a form that cannot move the cursor or turn the line round: one line, marks written out."""
    folded = " ".join(text.split()).translate(BIDIRECTIONAL)
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape", "surrogatepass").decode("ascii")
        for character in folded
    )
