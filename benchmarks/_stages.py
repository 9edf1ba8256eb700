"""Processor time by stage: the functions that the reader calls, wrapped with a clock; what they call stays as it is."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

# stage -> module and name of what is timed; of nested stages the inner one's time is taken from the outer's.
STAGES = {
    "language": ("sayso.reading.reader", "identify_language"),
    "quotations": ("sayso.reading.reader", "find_quotations"),
    "dialogue": ("sayso.reading.reader", "find_dialogue"),
    "sentences": ("sayso.reading.reader", "find_sentences"),
    "windows": ("sayso.reading.tagger", "Tagger.make_windows"),
    "batches": ("sayso.reading.tagger", "Tagger.features"),
    "decoding": ("sayso.reading.reader", "find_marked"),
    "statements": ("sayso.reading.reader", "make_statements"),
    "sources": ("sayso.reading.reader", "identify_people"),
    "chains": ("sayso.reading.reader", "make_chains"),
    "stances": ("sayso.reading.reader", "read_attitude"),
    "claims": ("sayso.reading.reader", "make_claims"),
    "places": ("sayso.reading.reader", "Reader._find_places"),
    "times": ("sayso.reading.reader", "find_times"),
}
NETWORK, WIRE, REST = "network", "wire", "intake_and_rest"


class Clock:
    """Seconds of processor time by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._inner = [0.0]

    @contextmanager
    def timing(self, stage: str) -> Iterator[None]:
        """Time what is inside, less what is timed inside that."""
        self._inner.append(0.0)
        began = time.process_time()
        try:
            yield
        finally:
            whole = time.process_time() - began
            self.seconds[stage] = self.seconds.get(stage, 0.0) + whole - self._inner.pop()
            self._inner[-1] += whole

    def wrap(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Give the function with its time taken."""

        def timed(*arguments: Any, **named: Any) -> Any:
            with self.timing(stage):
                return function(*arguments, **named)

        return timed


class TimedSession:
    """Stands in for the tagger's session."""

    def __init__(self, session: Any, clock: Clock) -> None:
        self._session, self._clock = session, clock

    def run(self, *arguments: Any) -> Any:
        """Run a batch and time it as the network."""
        with self._clock.timing(NETWORK):
            return self._session.run(*arguments)


@contextmanager
def timed_stages(desk: Any) -> Iterator[Clock]:
    """Time the stages of whatever this desk reads; afterwards everything is as it was."""
    clock, before = Clock(), []
    engine = desk._reader._engines.find("en")  # noqa: SLF001 - the stages are the reader's own affair
    tagger = engine.tagger
    session = tagger._session  # noqa: SLF001
    for stage, (module, name) in STAGES.items():
        owner, _, attribute = name.rpartition(".")
        holder = getattr(import_module(module), owner) if owner else import_module(module)
        before.append((holder, attribute, getattr(holder, attribute)))
        setattr(holder, attribute, clock.wrap(stage, before[-1][2]))
    tagger._session = TimedSession(session, clock)  # noqa: SLF001
    try:
        yield clock
    finally:
        tagger._session = session  # noqa: SLF001
        for holder, attribute, function in before:
            setattr(holder, attribute, function)
