"""An index of statements by their keys: what a new one is worth comparing with, at a cost that size does not change.

Statements lie in blocks, one for each key and week of publication. A block of a broad key that grows too large tells
nothing and is closed: its statements are found by narrower keys. From the others those nearest in time are taken,
smallest blocks first. What is found depends on what was added, not on the order in which it was.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from itertools import chain, islice

import attrs

from sayso.weighing.keys import NARROW, Key, has_same_wording, keys_of
from sayso.weighing.traits import Traits

DAYS_OF_A_WEEK = 7
WINDOW_DAYS = 14
WEEKS = WINDOW_DAYS // DAYS_OF_A_WEEK
# The most statements that a block of a broad key holds.
LARGEST_BLOCK = 300
# How many are taken from one block, and for all the statements of one report.
MOST_OF_BLOCK = 16
MOST_OF_REPORT = 200
# The most that one statement needs: beyond this, what is found has less and less in common with it.
MOST_OF_STATEMENT = 40
# Where what has no date is kept, and what is looked for in all times.
UNDATED = None
ALWAYS = -1

# What orders a block: the instant of publication, the id, and where the statement is in the index.
Entry = tuple[str, str, int]
Place = tuple[Key, int | None]


@attrs.define
class Block:
    """Statements that share a key and a week, in the order of publication; none once it is closed."""

    entries: list[Entry] = attrs.field(factory=list)
    closed: bool = False


class Index:
    """Statements by key and time; ``looked_at`` counts the candidates given out so far."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.looked_at = 0
        self._blocks: dict[Place, Block] = {}
        self._held: list[Traits] = []

    def add(self, traits: Traits) -> None:
        """Add a statement; one that is added twice is there twice."""
        entry = (*_order_of(traits), len(self._held))
        self._held.append(traits)
        for key in keys_of(traits):
            block = self._blocks.setdefault((key, _week_of(key, traits)), Block())
            if block.closed:
                continue
            insort(block.entries, entry)
            if len(block.entries) > LARGEST_BLOCK and key[0] not in NARROW:
                block.closed, block.entries = True, []

    def find(self, report: Sequence[Traits]) -> tuple[tuple[Traits, ...], ...]:
        """Give for each statement of one report those of others worth comparing with it, at most 200 in all."""
        left, found = MOST_OF_REPORT, []
        for traits in report:
            quota = min(left, MOST_OF_STATEMENT, max(1, MOST_OF_REPORT // len(report)))
            found.append(self._find_for(traits, quota))
            left -= len(found[-1])
        self.looked_at += MOST_OF_REPORT - left
        return tuple(found)

    def _find_for(self, traits: Traits, quota: int) -> tuple[Traits, ...]:
        own, taken = traits.statement.report.id, dict[int, None]()
        for at in self._near(traits):
            if len(taken) == quota:
                break
            other = self._held[at]
            if other.statement.report.id != own and _is_near(traits, other):
                taken[at] = None
        return tuple(self._held[at] for at in taken)

    def _near(self, traits: Traits) -> Iterator[int]:
        """Give the places in the index of what shares a key, the key with fewest first and of each the nearest."""
        here = _order_of(traits)
        under = [(key, self._blocks_of(key, traits)) for key in keys_of(traits)]
        for _, blocks in sorted(under, key=lambda each: (sum(map(len, each[1])), str(each[0]))):
            yield from islice(chain.from_iterable(_nearest(entries, here) for entries in blocks), MOST_OF_BLOCK)

    def _blocks_of(self, key: Key, traits: Traits) -> list[list[Entry]]:
        """Give what lies under a key in the time of a statement, its own week first."""
        week = _week_of(key, traits)
        weeks: tuple[int | None, ...] = (week,)
        if week is not UNDATED and week != ALWAYS:
            weeks = (week, *(week + turn for far in range(1, WEEKS + 1) for turn in (-far, far)), UNDATED)
        blocks = (self._blocks.get((key, one)) for one in weeks)
        return [block.entries for block in blocks if block and block.entries]


def _order_of(traits: Traits) -> tuple[str, str]:
    published = traits.statement.report.published
    instant = published.isoformat() if published and traits.day is not None else ""
    return instant, traits.statement.id


def _week_of(key: Key, traits: Traits) -> int | None:
    if key[0] == "wording":
        return ALWAYS
    return UNDATED if traits.day is None else traits.day // DAYS_OF_A_WEEK


def _nearest(entries: list[Entry], here: tuple[str, str]) -> list[int]:
    """Give the places in the index of the entries nearest in order: as many before as after, but at the ends."""
    first = bisect_left(entries, (*here, 0)) - MOST_OF_BLOCK // 2
    first = max(0, min(first, len(entries) - MOST_OF_BLOCK))
    return [entry[2] for entry in entries[first : first + MOST_OF_BLOCK]]


def _is_near(one: Traits, other: Traits) -> bool:
    """Tell whether two statements are near enough in time; without a date, and in the very same words, they are."""
    if one.day is None or other.day is None:
        return True
    return abs(one.day - other.day) <= WINDOW_DAYS or has_same_wording(one, other)
