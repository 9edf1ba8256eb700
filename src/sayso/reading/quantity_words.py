"""A text's words with what the tables of quantities know of them, looked up by their place among the words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from sayso.knowledge import (
    AmountRow,
    Joint,
    JointRow,
    Phrases,
    QuantityWords,
    Side,
    StatusRow,
    UnitRow,
    split_words,
)

# Marks that end a sentence, and those within one that no list or phrase runs over.
ENDS = frozenset(".!?…")
MARKS = frozenset(";()[]")
COMMA, COLON = ",", ":"
DASHES = frozenset("–—-")
PARAGRAPH = re.compile(r"\n\s*\n")

Row = TypeVar("Row")
Rows = Mapping[int, tuple[int, Row]]


# Farther than this from what is counted and what became of it no amount is told, in words.
REACH = 40
LONGEST_JOINT = 5
NEAR = 5


class FoundUnit(NamedTuple):
    """What is counted, where it stands."""

    first: int
    after: int
    row: UnitRow


class FoundStatus(NamedTuple):
    """What became of those counted, where it stands."""

    first: int
    after: int
    row: StatusRow


class Words:
    """The words of a text, and the rows that begin at each, by its place among them."""

    def __init__(self, text: str, tables: QuantityWords) -> None:
        self.text = text
        self.tables = tables
        self.words = split_words(text)
        self._starts = [word.start for word in self.words]
        self.units: Rows[UnitRow] = self._look_up(tables.units)
        self.statuses: Rows[StatusRow] = self._look_up(tables.statuses)
        self._told = sorted(self.units.keys() | self.statuses.keys())
        self.amounts: Rows[AmountRow] = self._look_up(tables.amounts)
        self._joints: dict[int, tuple[int, JointRow] | None] = {}
        self.statuses_by_end = {after: FoundStatus(first, after, row) for first, (after, row) in self.statuses.items()}

    def _look_up(self, table: Phrases[Row]) -> dict[int, tuple[int, Row]]:
        found = {}
        for start, end, row in table.find(self.text):
            found[self.at(start)] = (self.at(end), row)
        return found

    def at(self, character: int) -> int:
        """Give the place of the first word that begins at a character or behind it."""
        return bisect_left(self._starts, character)

    def is_told(self, place: int) -> bool:
        """Tell whether words of what is counted or what became of it stand anywhere near a word."""
        return bisect_left(self._told, place - REACH) < bisect_right(self._told, place + REACH)

    def counts_at(self, place: int) -> bool:
        """Tell whether words of what is counted, or more of an amount, stand at a word or right behind it."""
        return any(at in self.units or at in self.amounts for at in range(place, place + NEAR))

    def is_end(self, place: int) -> bool:
        """Tell whether a sentence or paragraph ends at a word: a full stop before a small letter ends none."""
        if not 0 <= place < len(self.words):
            return True
        word = self.words[place]
        if place and PARAGRAPH.search(self.text, self.words[place - 1].end, word.start):
            return True
        if word.written not in ENDS:
            return False
        if place + 1 == len(self.words):
            return True
        after = self.words[place + 1]
        return word.written != "." or (after.start > word.end and not after.written.islower())

    def stops(self, place: int) -> bool:
        """Tell whether no phrase runs over a word: it ends a sentence, or is a mark like a bracket."""
        return self.is_end(place) or self.words[place].written in MARKS

    def joint(self, place: int) -> tuple[int, JointRow] | None:
        """Give the joint that begins at a word, with the place after it: looked up where one is asked for."""
        if place not in self._joints:
            is_there = 0 <= place < len(self.words)
            self._joints[place] = self.tables.joints.find_at(self.words, place) if is_there else None
        return self._joints[place]

    def has(self, place: int, *kinds: Joint) -> int:
        """Give the place after the joint of one of some kinds that begins at a word; 0 where there is none."""
        found = self.joint(place)
        return found[0] if found is not None and not found[1].kinds.isdisjoint(kinds) else 0

    def has_before(self, place: int, *kinds: Joint) -> int:
        """Give the place of the joint of one of some kinds that ends before a word; -1 where there is none."""
        for first in range(max(0, place - LONGEST_JOINT), place):
            found = self.joint(first)
            if found is not None and found[0] == place:
                return first if not found[1].kinds.isdisjoint(kinds) else -1
        return -1

    def status(self, place: int, *sides: Side) -> FoundStatus | None:
        """Give what begins at a word and says what became of those who stand on one of some sides of it."""
        after, row = self.statuses.get(place, (0, None))
        return FoundStatus(place, after, row) if row is not None and row.counted in sides else None

    def status_before(self, place: int, *sides: Side) -> FoundStatus | None:
        """Give the same for what ends before a word."""
        found = self.statuses_by_end.get(place)
        return found if found is not None and found.row.counted in sides else None
