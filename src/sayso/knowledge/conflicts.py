"""Which sides oppose each other, and whose army stands in a land without one of its own: pairs of codes, as data.

Raises KnowledgeError naming the file and the row that is wrong.
"""

from collections.abc import Mapping
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.tables import read_lines

COLUMNS = ("one", "other", "ground", "example")
ARMIES = ("ground", "army", "example")


@attrs.frozen(kw_only=True, slots=False)
class Conflicts:
    """The pairs of sides that oppose each other, in either order, and the lands in which each pair fights."""

    pairs: frozenset[frozenset[str]]
    grounds: Mapping[frozenset[str], frozenset[str]] = attrs.field(factory=dict)

    @cached_property
    def lands(self) -> frozenset[str]:
        """All the lands in which any of them fight."""
        return frozenset(land for ground in self.grounds.values() for land in ground)

    def is_opposed(self, one: str, other: str) -> bool:
        """Tell whether two sides oppose each other."""
        return frozenset((one, other)) in self.pairs


@cache
def load_conflicts() -> Conflicts:
    """Load the table that ships."""
    return read_conflicts(resources.files("sayso.knowledge") / "world" / "conflicts.tsv")


@cache
def load_armies() -> Mapping[str, str]:
    """Load the table that ships: of each land without an army of its own, whose army is meant there."""
    path = resources.files("sayso.knowledge") / "world" / "armies.tsv"
    return {ground: army for ground, army, _ in _read_pairs(path, ARMIES)}


def read_conflicts(path: Traversable) -> Conflicts:
    """Read and check a table of pairs."""
    grounds = {frozenset(row[:2]): frozenset(row[2].split()) for row in _read_pairs(path, COLUMNS)}
    return Conflicts(pairs=frozenset(grounds), grounds=grounds)


def _read_pairs(path: Traversable, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Read the rows of a table of two different sides and an example."""
    rows = [tuple(line.split("\t")) for line in read_lines(path)]
    if not rows or rows[0] != columns:
        message = f"{path}: the first row must be {', '.join(columns)}, parted by tabs"
        raise KnowledgeError(message)
    for row in rows[1:]:
        if len(row) != len(columns) or not all(row) or row[0] == row[1]:
            message = f"{path}: row {row[0]!r}: wants two different sides and an example"
            raise KnowledgeError(message)
    return rows[1:]
