"""An index of statements by their keys: what a new one is worth comparing with, at a cost that size does not change.

Under each key statements lie in the order of publication. Of those within two weeks the nearest in time are looked at,
and what the keys that two share tell is added up, in bits: a key that one in a thousand has tells ten. To single one
out of N takes log2(N) bits, and what has most of them is worth comparing. Where N is small, any key will do. What is
found depends on what was added, not on the order in which it was.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from sayso.weighing.keys import BROAD, NOTHING, SHARES, WORDING, Key, keys_of
from sayso.weighing.statement import Order
from sayso.weighing.traits import Traits

WINDOW_DAYS = 14
# The most statements within the window that a broad key may have and still be looked up.
LARGEST = 300
# How many are taken from under one key, for a statement, and for all the statements of one report.
MOST_OF_KEY = 16
MOST_OF_STATEMENT = 20
MOST_OF_REPORT = 200
# For a statement among many: the best of these are enough to join it to its like. Of generated claims that were told
# before .923 find one of their story; with 3 of them and .85 for the share below .915, at a twentieth more cost, with 8
# and .75 one in a hundred more, at twice the cost.
MOST_AMONG_MANY = 2
# Of so many statements near in time all are compared that share any key.
SMALL = 300
# The share of log2(N) that will do, for the parts of a story that are told alike are never all of it.
SHARE = 0.8
# Bits are counted in parts of a whole number, so that sums in any order are one.
PARTS = 64

# Statements whose keys are kept at hand, as most are looked up soon after they were added, or before.
KEPT = 4096

# What orders statements: the day of publication and their own order; and where the statement is in the index.
Entry = tuple[int, Order, int]
Numbers: TypeAlias = "array[int]"
NUMBERS = "i"
# The first day of a stretch of time, and the first after it.
Window = tuple[int, int]
UNDATED = -1
FIRST = -1  # before wherever a statement is


class Shelf:
    """Statements under one key in their order: where each is in the index, and the day of each.

    Plain numbers lie close together in memory, which among a million statements counts for more than what is done with
    them: to find a stretch of time, no statement is looked at.
    """

    __slots__ = ("days", "places")

    def __init__(self) -> None:
        """Begin empty."""
        self.places: Numbers = array(NUMBERS)
        self.days: Numbers = array(NUMBERS)

    def put(self, entry: Entry, entries: Sequence[Entry]) -> None:
        """Put a statement where it belongs; ``entries`` are those of all places."""
        at = bisect_left(self.places, entry, key=entries.__getitem__)
        self.places.insert(at, entry[-1])
        self.days.insert(at, entry[0])

    def within(self, window: Window, most: int | None = None) -> tuple[int, int] | None:
        """Give where the first statement within a window of time is, and the first after it.

        None where there is nothing between them, or more than ``most``, which is seen before they are looked for.
        """
        days, (first, after) = self.days, window
        high = len(days)
        if high and days[-1] >= after:
            high = bisect_left(days, after)
        low = 0
        if most is not None and high > most:
            low = high - most - 1
            if days[low] >= first:
                return None
        if high > low and days[low] < first:
            low = bisect_left(days, first, low, high)
        return (low, high) if low < high else None


Under = dict[Key, Shelf]


class Index:
    """Statements by key and time; ``looked_at`` counts the candidates given out so far."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.looked_at = 0
        self._under: Under = {NOTHING: Shelf()}
        self._undated: Under = {NOTHING: Shelf()}
        self._held: list[Traits] = []
        self._entries: list[Entry] = []
        self._last: Entry | None = None
        self._keys_of = lru_cache(maxsize=KEPT)(keys_of)

    def add(self, traits: Traits) -> None:
        """Add a statement; one that is added twice is there twice."""
        place = len(self._held)
        entry = _entry_of(traits, place)
        day = entry[0]
        is_last = self._last is None or entry > self._last
        self._held.append(traits)
        self._entries.append(entry)
        under = self._undated if day == UNDATED else self._under
        for key in (NOTHING, *self._keys_of(traits)):
            shelf = under.get(key)
            if shelf is None:
                shelf = under[key] = Shelf()
            if is_last:  # as nearly all are: what is published last is weighed last
                shelf.places.append(place)
                shelf.days.append(day)
            else:
                shelf.put(entry, self._entries)
        if is_last:
            self._last = entry

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
        """Give what is worth comparing with a statement, what shares most first."""
        told: dict[int, int] = {}
        own, keys = traits.statement.report.id, self._keys_of(traits)
        asked = [self._ask(under, traits, keys, told) for under in (self._under, self._undated) if under[NOTHING].days]
        if max(asked, default=0) > SMALL:
            quota = min(quota, MOST_AMONG_MANY)
        enough = [(bits, at) for at, bits in told.items() if bits >= PARTS]
        enough.sort(reverse=True)
        found: list[Traits] = []
        for _, alike in groupby(enough, key=itemgetter(0)):
            for entry in sorted([self._entries[at] for _, at in alike]):
                other = self._held[entry[-1]]
                if other.statement.report.id != own:
                    found.append(other)
                    if len(found) == quota:
                        return tuple(found)
        return tuple(found)

    def _ask(self, under: Under, traits: Traits, keys: Sequence[Key], told: dict[int, int]) -> int:
        """Add to ``told`` what the keys tell of each statement near in time, in parts of what is enough.

        Give how many are near in time. Keys that tell most go first, so that what only the others have, which can no
        longer come to be enough, is not taken up.
        """
        here = _entry_of(traits, FIRST)
        window = _window_of(here[0], is_dated=under is self._under)
        if window is None:
            return 0
        low, high = under[NOTHING].within(window) or (0, 0)
        number = high - low
        telling = list(self._look_up(under, keys, here, window, number))
        telling.sort(key=itemgetter(0), reverse=True)
        left, so_far = sum([tells for tells, _ in telling]), told.get
        for tells, near in telling:
            for place in near if left >= PARTS else told.keys() & near:
                told[place] = so_far(place, 0) + tells
            left -= tells
        return number

    def _look_up(
        self, under: Under, keys: Sequence[Key], here: Entry, window: Window, number: int
    ) -> Iterator[tuple[int, Numbers]]:
        """Give for each key, where it can, what it tells in parts of what is enough, and where the nearest with it are.

        ``number`` is how many statements of any key are within the window.
        """
        bit = PARTS / (SHARE * math.log2(max(2, number)))
        is_last = self._last is None or here > self._last
        for key in keys:
            shelf, kind = under.get(key), key[0]
            if shelf is None:
                continue
            whole = (0, len(shelf.days)) if kind == WORDING else None
            bounds = whole or shelf.within(window, LARGEST if kind in BROAD else None)
            if bounds is None:
                continue
            low, high = bounds
            size = high - low
            tells = PARTS if number <= SMALL or kind == WORDING else int(bit * SHARES[kind] * math.log2(number / size))
            if size > MOST_OF_KEY:
                low = high - MOST_OF_KEY if is_last else self._nearest(shelf.places, here, low, high)
                high = low + MOST_OF_KEY
            yield tells, shelf.places[low:high]

    def _nearest(self, places: Numbers, here: Entry, low: int, high: int) -> int:
        """Give where what is nearest in order begins, of more than that: as many before as after, if they can."""
        order = self._entries.__getitem__
        start = high if order(places[high - 1]) < here else bisect_left(places, here, low, high, key=order)
        return max(low, min(start - MOST_OF_KEY // 2, high - MOST_OF_KEY))


def _window_of(day: int, *, is_dated: bool) -> Window | None:
    """Give the days of the entries near in time to a day; None where nothing is, as the day is not known."""
    if not is_dated:
        return UNDATED, 0
    return None if day == UNDATED else (day - WINDOW_DAYS, day + WINDOW_DAYS + 1)


def _entry_of(traits: Traits, place: int) -> Entry:
    return (UNDATED if traits.day is None else traits.day), traits.statement.order, place
