"""One line on standard error that says how far a long run is, when a person is watching."""

import sys
import time
from collections.abc import Callable
from shutil import get_terminal_size
from typing import TextIO

from sayso.views.safely import count, show_safely

FIRST_AFTER_SECONDS = 1.0
EVERY_SECONDS = 0.2
ERASE = "\r\x1b[K"


class Progress:
    """Counts inputs and the reports in them, and shows the count where ``is_shown``.

    Nothing appears in the first second. The line is erased before anything else is printed and at the end.
    """

    def __init__(
        self, total: int, stream: TextIO, *, is_shown: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._total, self._stream, self._is_shown, self._clock = total, stream, is_shown, clock
        self._inputs = self._reports = 0
        self._spec = ""
        self._next = clock() + FIRST_AFTER_SECONDS
        self._stands = False

    @classmethod
    def on_terminal(cls, total: int, *, is_quiet: bool) -> "Progress":
        """Show progress if standard error is a terminal, unless what is printed there anyway says it as well."""
        return cls(total, sys.stderr, is_shown=sys.stderr.isatty() and not is_quiet)

    def begin(self, spec: str) -> None:
        """Note that an input is opened."""
        self._inputs += 1
        self._spec = spec
        self._show()

    def step(self) -> None:
        """Note that one more report was read or rejected."""
        self._reports += 1
        self._show()

    def clear(self) -> None:
        """Erase the line, so that something else can be printed."""
        if self._stands:
            self._stream.write(ERASE)
            self._stream.flush()
            self._stands = False

    def _show(self) -> None:
        now = self._clock()
        if not self._is_shown or now < self._next:
            return
        self._next = now + EVERY_SECONDS
        where = f"{self._inputs} of {count(self._total, 'input')}, " if self._total > 1 else ""
        line = f"{where}{count(self._reports, 'report')} read: {show_safely(self._spec)}"
        self._stream.write(ERASE + line[: max(10, get_terminal_size().columns - 1)])
        self._stream.flush()
        self._stands = True
