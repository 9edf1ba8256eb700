"""One line on standard error that says how far the making of the gazetteer, or an addition to it, is.

Where nobody watches, only what takes long is said, once, and rows that are wrong.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable
from shutil import get_terminal_size
from types import TracebackType
from typing import Self, TextIO

from sayso.atlas import Fault, Watcher
from sayso.views.safely import show_safely

EVERY_SECONDS = 0.2
ERASE = "\r\x1b[K"
# So many wrong rows of one file are named; the rest is counted.
MOST_FAULTS = 20


class Meter(Watcher):
    """Tells what goes on; ``is_shown`` where a person is watching."""

    def __init__(self, stream: TextIO, *, is_shown: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._is_shown, self._clock = stream, is_shown, clock
        self._faults: Counter[str] = Counter()
        self._next = clock()
        self._stands = self._said = False

    @classmethod
    def on_terminal(cls) -> Self:
        """Show a moving line if standard error is a terminal."""
        return cls(sys.stderr, is_shown=sys.stderr.isatty())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._clear()

    def making(self, done: int, of: int) -> None:
        """Hear how many places of the gazetteer are made."""
        line = "making the gazetteer, once; this takes a minute"
        if not self._is_shown and not self._said:
            self._said = True
            self._write(f"{line}\n")
        self._show(f"{line}: {100 * done // max(1, of)} %")

    def fault(self, fault: Fault) -> None:
        """Name a row that was passed over, unless there are too many."""
        self._faults[fault.where] += 1
        if self._faults[fault.where] > MOST_FAULTS:
            return
        self._clear()
        self._write(f"{show_safely(str(fault))}\n")
        if self._faults[fault.where] == MOST_FAULTS:
            self._write(f"{show_safely(fault.where)}: further rows that are wrong are only counted\n")

    def step(self, where: str, rows: int, share: float) -> None:
        """Show how far a file is."""
        self._show(f"{show_safely(where)}: {rows:,} rows, {100 * share:.0f} %")

    def _show(self, line: str) -> None:
        now = self._clock()
        if not self._is_shown or now < self._next:
            return
        self._next = now + EVERY_SECONDS
        self._write(ERASE + line[: max(10, get_terminal_size().columns - 1)])
        self._stands = True

    def _clear(self) -> None:
        if self._stands:
            self._write(ERASE)
            self._stands = False

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
