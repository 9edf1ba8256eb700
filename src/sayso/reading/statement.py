"""One statement: words that are claimed, not yet by whom."""

from collections.abc import Mapping

import attrs

from sayso.reading.attribution import MarkedSource
from sayso.vocabulary import Act, Span, Stance


@attrs.frozen(kw_only=True)
class Statement:
    """Words that are claimed.

    ``sources`` are those of its own sentence, nearest first. ``carries``: the index of the statement whose speaker it
    takes over, having none of its own. ``is_agentless``: attributed, but to nobody in particular. ``hearer``: whom
    the cue says it was told; ``is_first_hand``: it was told to whoever wrote the report. ``stance`` is what the words
    ``around`` the content do with it, where they tell more than the cue.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    sources: tuple[MarkedSource, ...] = ()
    act: Act | None = None
    score: float | None = None
    traits: Mapping[str, tuple[float, ...]] = attrs.field(factory=dict)
    carries: int | None = None
    is_agentless: bool = False
    hearer: Span | None = None
    is_first_hand: bool = False
    stance: Stance | None = None
    around: tuple[Span, ...] = ()

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0].start

    @property
    def spans(self) -> tuple[Span, ...]:
        """All that it covers."""
        return (*self.content, *self.cue, *self.around, *(one.span for one in self.sources))
