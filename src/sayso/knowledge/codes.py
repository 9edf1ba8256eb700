"""Our events in the schemes of others: the table `world/codes.tsv`, checked. Raises KnowledgeError naming the row."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.tables import read_table
from sayso.vocabulary import Direction, EventType, NotCodable, Scheme, Unit

CODES = resources.files("sayso.knowledge") / "world" / "codes.tsv"
ANY = "-"


class ActorIs(StrEnum):
    """Whether the actor of an event is of the state that its place lies in."""

    HOME = "home"
    FOREIGN = "foreign"


def _directions(names: str) -> frozenset[Direction]:
    return frozenset(() if names == ANY else map(Direction, names.split()))


def _units(names: str) -> frozenset[Unit]:
    return frozenset(() if names == ANY else map(Unit, names.split()))


def _actor(name: str) -> ActorIs | None:
    return None if name == ANY else ActorIs(name)


def _told(name: str) -> str | None:
    return None if name == ANY else name


@attrs.frozen(kw_only=True)
class CodeRow:
    """What an event is in a scheme, where its direction, actor and weapon are of some kind; empty and None are any.

    ``not_codable``: why such an event cannot be coded, None where it can; the column ``type`` then says that instead.
    """

    scheme: Scheme = attrs.field(converter=Scheme)
    event: EventType = attrs.field(converter=EventType)
    direction: frozenset[Direction] = attrs.field(converter=_directions)
    actor: ActorIs | None = attrs.field(converter=_actor)
    weapon: frozenset[Unit] = attrs.field(converter=_units)
    type: str
    subtype: str | None = attrs.field(converter=_told)
    example: str
    not_codable: NotCodable | None = attrs.field(init=False)

    @not_codable.default
    def _read_type(self) -> NotCodable | None:
        return NotCodable(self.type) if self.type.islower() else None

    def fits(self, direction: Direction | None, actor: ActorIs | None, weapon: Unit | None) -> bool:
        """Tell whether the row speaks of an event with these."""
        is_so = not self.direction or direction in self.direction
        return is_so and self.actor in (None, actor) and (not self.weapon or weapon in self.weapon)


@cache
def load_codes() -> Mapping[tuple[Scheme, EventType], tuple[CodeRow, ...]]:
    """Load the table that ships: the rows of each scheme and event, in order."""
    return read_codes(CODES)


def read_codes(path: Traversable) -> Mapping[tuple[Scheme, EventType], tuple[CodeRow, ...]]:
    """Read and check a table: the last row of a scheme and an event holds for any, so that one always fits."""
    found: dict[tuple[Scheme, EventType], tuple[CodeRow, ...]] = {}
    for row in read_table(path, CodeRow):
        key = (row.scheme, row.event)
        found[key] = (*found.get(key, ()), row)
    for scheme in (Scheme.ACLED, Scheme.PLOVER):
        for event in EventType:
            rows = found.get((scheme, event), ())
            if not rows or not rows[-1].fits(None, None, None):
                message = f"{path}: no row holds for any {event} of {scheme}"
                raise KnowledgeError(message)
    return found
