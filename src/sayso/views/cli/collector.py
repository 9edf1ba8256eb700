"""Keeps Python's garbage collector away from what is loaded once and stays: tables, networks, modules.

What a command loads is no garbage while it runs, and to walk it again and again takes time of every start and a
twelfth of the reading after it. So the collector rests until the first report is read, and each time a language is new
all that lives is put out of its sight.
"""

import gc
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    # No cycle is escaped here: this comes before anything heavy is loaded.
    from sayso.vocabulary import Reading, Rejection


class Collector:
    """Rests within its block until the first result; afterwards it is as it was before."""

    def __init__(self) -> None:
        self._was_on = gc.isenabled()
        self._languages: set[str | None] = set()
        self._kept = 0

    def __enter__(self) -> Self:
        gc.disable()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._go_on()

    def hear(self, found: "Reading | Rejection") -> None:
        """Hear of a result: what a language needs is loaded with its first report and stays."""
        language = found.reader.language if hasattr(found, "reader") else None
        if language not in self._languages:
            self._languages.add(language)
            gc.freeze()
        self._go_on()

    def keep(self) -> None:
        """Hear of a report that is kept to the end of the run, as all are that are weighed.

        All that lives is put out of sight at the first, the second, the fourth of them and so on.
        """
        self._kept += 1
        if self._kept & (self._kept - 1) == 0:
            gc.freeze()
        self._go_on()

    def _go_on(self) -> None:
        if self._was_on:
            gc.enable()
