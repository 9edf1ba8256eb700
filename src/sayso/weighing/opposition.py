"""Which sides oppose each other in the conflict at hand: what is known beforehand, and what the statements show.

Takes pairs of sides and statements, gives pairs of sides. A side is that of a link: a state, or a party that is none.
"""

from collections.abc import Collection, Iterable, Iterator

from sayso.vocabulary import Event, EventType, FlagKind
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.weighing.sources import INTERNATIONAL, side_of
from sayso.weighing.statement import Statement

OF_ENEMIES = frozenset((EventType.CONTROL, EventType.CLASH, EventType.STRIKE, EventType.ADVANCE, EventType.DETENTION))

Opponents = frozenset[frozenset[str]]


def find_opponents(statements: Iterable[Statement], known: Collection[frozenset[str]] = ()) -> Opponents:
    """Give the pairs of sides that are known to oppose each other, or shown to by what statements tell of them."""
    shown = (pair for statement in statements for pair in _shown(statement))
    return frozenset(known) | frozenset(pair for pair in shown if _is_pair(pair))


def are_opposed(one: str, other: str, opponents: Opponents) -> bool:
    """Tell whether two sides oppose each other."""
    return frozenset((one, other)) in opponents


def _shown(statement: Statement) -> Iterator[frozenset[str]]:
    for event in statement.claim.events:
        yield from _of_event(event)
    chain = statement.claim.chain
    if len(chain) > 1 and any(flag.kind is FlagKind.RELAYED_BY_OPPONENT for flag in statement.claim.flags):
        yield frozenset((side_of(chain[0]), side_of(chain[-1])))


def _of_event(event: Event) -> Iterator[frozenset[str]]:
    if event.type in OF_ENEMIES and event.actor and event.target:
        yield frozenset((event.actor.side, event.target.side))


def _is_pair(sides: frozenset[str]) -> bool:
    return len(sides) > 1 and not sides & {INTERNATIONAL, UNKNOWN_SIDE}
