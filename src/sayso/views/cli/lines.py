"""Lines of the terminal: cut to its width here, never wrapped by it; words of texts quoted, shortened, made safe."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from rich.console import Console
from rich.text import Text

from sayso.views.account import Because
from sayso.views.safely import show_safely

LONGEST_OWN = 160
# Lines longer than this tire the eye; only --width asks for more.
WIDEST = 120
PLAIN_WIDTH = 100


def print_lines(compose: Callable[[int], Iterable[Text]], width: int | None) -> None:
    """Print lines composed for a number of columns to standard output; no colour when that is no terminal."""
    console = Console(width=width, highlight=False, markup=False, emoji=False)
    if width is None:
        width = min(console.width, WIDEST) if console.is_terminal else PLAIN_WIDTH
    for line in compose(width):
        console.print(line, soft_wrap=True)


def wrap(text: Text, width: int, *, first: str = "", rest: str = "") -> Iterator[Text]:
    """Break text into lines of at most ``width`` columns; ``first`` stands before the first, ``rest`` before others."""
    room = max(1, width - max(len(first), len(rest)))
    for place, line in enumerate(text.wrap(_measure(), room, overflow="fold")):
        line.rstrip()
        yield Text.assemble(rest if place else first, line)


@cache
def _measure() -> Console:
    """Give the console that text asks for its settings before it wraps; nothing is ever printed to it."""
    return Console(width=WIDEST, color_system=None)


def shorten(words: str, most: int) -> str:
    """Give words with their middle left out where they are longer than ``most`` characters."""
    if len(words) <= most:
        return words
    return f"{words[: most // 2].rstrip()} [\u2026] {words[-most // 2 :].lstrip()}"


def line_of_reason(reason: Because) -> Text:
    """Give the rule of a reason and the words it rests on."""
    cited = Text(", ").join([cite(words, offsets) for words, offsets in reason.words])
    return Text.assemble(show_safely(reason.rule), ": " if cited else "", cited)


def cite(words: str, offsets: str) -> Text:
    """Give words of a text in quotation marks, cut in the middle where they are long, with their offsets."""
    quoted = (shorten(show_safely(words), LONGEST_OWN), "cyan")
    return Text.assemble("\u201c", quoted, "\u201d ", (show_safely(offsets), "dim"))
