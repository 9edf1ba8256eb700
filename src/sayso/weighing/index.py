"""An index of statements by their keys: what a new one is worth comparing with, at a cost that size does not change.

Statements lie in blocks, one for each key and week of publication. A block of a broad key that grows too large tells
nothing and is closed: its statements are found by narrower keys. Of the others the statements nearest in time are
looked at, and those that share most are taken, rare keys counting for more. What is found depends on what was added,
not on the order in which it was.
"""

from bisect import bisect_left, insort
from collections.abc import Sequence
from itertools import chain, islice

from sayso.weighing.keys import NARROW, Key, has_same_wording, keys_of
from sayso.weighing.traits import Traits

DAYS_OF_A_WEEK = 7
WINDOW_DAYS = 14
NEAR_WEEKS = (-1, 1, -2, 2)
# The most statements that a block of a broad key holds.
LARGEST_BLOCK = 300
# How many are taken from one block, and for all the statements of one report.
MOST_OF_BLOCK = 16
MOST_OF_REPORT = 200
# The most that one statement needs: beyond this, what is found has less and less in common with it.
MOST_OF_STATEMENT = 20
# What the keys that two statements share must tell to make them worth comparing: one narrow key is enough, and one
# broad key as long as few share it; of larger blocks the more are needed.
ENOUGH = 1000
SMALL_BLOCK = 8
# Where what has no date is kept, and what is looked for in all times.
UNDATED = None
ALWAYS = -1

# What orders a block: the instant of publication, the id, and where the statement is in the index.
Entry = tuple[str, str, int]
# Statements that share a key and a week, in the order of publication; None where there are too many.
Block = list[Entry] | None


class Index:
    """Statements by key and time; ``looked_at`` counts the candidates given out so far."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.looked_at = 0
        self._blocks: dict[Key, dict[int | None, Block]] = {}
        self._held: list[tuple[Traits, Entry]] = []

    def add(self, traits: Traits) -> None:
        """Add a statement; one that is added twice is there twice."""
        entry = (*_order_of(traits), len(self._held))
        self._held.append((traits, entry))
        for key in keys_of(traits):
            weeks, week = self._blocks.setdefault(key, {}), _week_of(key, traits)
            block = weeks.setdefault(week, [])
            if block is None:
                continue
            insort(block, entry)
            if len(block) > LARGEST_BLOCK and key[0] not in NARROW:
                weeks[week] = None

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
        own, found = traits.statement.report.id, list[tuple[int, Entry]]()
        for at, shared in self._near(traits).items():
            if shared >= ENOUGH:
                other, entry = self._held[at]
                if other.statement.report.id != own and _is_near(traits, other):
                    found.append((-shared, entry))
        return tuple(self._held[entry[2]][0] for _, entry in sorted(found)[:quota])

    def _near(self, traits: Traits) -> dict[int, int]:
        """Give what shares a key and is among the nearest in time under it, with what all its shared keys tell."""
        here = _order_of(traits)
        shared: dict[int, int] = {}
        for key in keys_of(traits):
            blocks = self._blocks_of(key, traits)
            size = sum(map(len, blocks))
            tells = ENOUGH if key[0] in NARROW else ENOUGH * SMALL_BLOCK // max(SMALL_BLOCK, size)
            for _, _, at in islice(chain.from_iterable(_nearest(block, here) for block in blocks), MOST_OF_BLOCK):
                shared[at] = shared.get(at, 0) + tells
        return shared

    def _blocks_of(self, key: Key, traits: Traits) -> list[list[Entry]]:
        """Give what lies under a key in the time of a statement, its own week first."""
        by_week = self._blocks.get(key)
        if by_week is None:
            return []
        week = _week_of(key, traits)
        weeks: tuple[int | None, ...] = (week,)
        if week is not UNDATED and week != ALWAYS:
            weeks = (week, *(week + turn for turn in NEAR_WEEKS), UNDATED)
        return [block for one in weeks if (block := by_week.get(one))]


def _order_of(traits: Traits) -> tuple[str, str]:
    published = traits.statement.report.published
    instant = published.isoformat() if published and traits.day is not None else ""
    return instant, traits.statement.id


def _week_of(key: Key, traits: Traits) -> int | None:
    if key[0] == "wording":
        return ALWAYS
    return UNDATED if traits.day is None else traits.day // DAYS_OF_A_WEEK


def _nearest(entries: list[Entry], here: tuple[str, str]) -> list[Entry]:
    """Give the entries nearest in order: as many before as after, but at the ends."""
    first = bisect_left(entries, (*here, 0)) - MOST_OF_BLOCK // 2
    first = max(0, min(first, len(entries) - MOST_OF_BLOCK))
    return entries[first : first + MOST_OF_BLOCK]


def _is_near(one: Traits, other: Traits) -> bool:
    """Tell whether two statements are near enough in time; without a date, and in the very same words, they are."""
    if one.day is None or other.day is None:
        return True
    return abs(one.day - other.day) <= WINDOW_DAYS or has_same_wording(one, other)
