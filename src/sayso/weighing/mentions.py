"""Mentions of places and times by where they stand, so that those within a claim are found without a look at all."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sayso.vocabulary import Duration, Place, Span, When

# More than these within one claim say no more.
MOST_WITHIN = 60


class Mentions:
    """Mentions of one report, which are numbered from 0 in the order in which they were given."""

    def __init__(self, mentions: Sequence[Place | When | Duration]) -> None:
        """Take mentions in any order."""
        self._ordered = sorted((one.start, one.end, at) for at, one in enumerate(mentions))

    def within(self, content: Iterable[Span]) -> list[int]:
        """Give the numbers of those that stand within words of a claim, in the order of the text."""
        found: list[int] = []
        for span in content:
            place = bisect_left(self._ordered, (span.start,))
            while place < len(self._ordered) and self._ordered[place][0] < span.end and len(found) < MOST_WITHIN:
                if self._ordered[place][1] <= span.end:
                    found.append(self._ordered[place][2])
                place += 1
        return found
