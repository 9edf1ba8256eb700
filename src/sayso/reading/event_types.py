"""Which kinds of event the words of a claim speak of, the main one first.

Takes the clues of a claim, gives the types with the clue that tells each. Every clue speaks for its type by its weight;
the type with the most behind it is the main one. A network that tells types of claims would add its word in
``weigh_types``; none does yet.
"""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from sayso.knowledge import Frame
from sayso.reading.event_clues import Clue
from sayso.vocabulary import EventType

# Found by a random search on the constructed training texts in three languages (1,115 claims with an event): the weight
# of a clue by the number in its row; what is left of it for a noun that only goes with such events, for a mere cause,
# for each clue before it, and for what strikes and fights end in. The share of right types moved little about them.
WEIGHTS = {1: 1.0, 2: 2.9, 3: 5.9}
THING, CAUSED, LATER = 0.7, 0.5, 0.88
OUTCOME = 0.73
OUTCOMES = frozenset((EventType.CASUALTIES, EventType.DAMAGE))
MOST_LATER = 4
# A claim of more is no sentence any more but a list.
MOST_EVENTS = 12
# A clue of its own tells a further event from this number in its row on.
SURE = 2


@attrs.frozen(kw_only=True)
class Told:
    """An event that a claim speaks of: its type, the clue that tells it, and what stands behind it."""

    type: EventType
    clue: Clue
    score: float


def weigh_types(clues: Iterable[Clue]) -> dict[EventType, float]:
    """Give what speaks for each type."""
    scores: dict[EventType, float] = {}
    for place, clue in enumerate(clues):
        if clue.row.type is not None:
            scores[clue.row.type] = scores.get(clue.row.type, 0.0) + _weigh(clue, place)
    return scores


def choose_types(clues: Sequence[Clue], hints: Mapping[EventType, float]) -> tuple[Told, ...]:
    """Give the events that clues tell, the main one first; ``hints`` speak for types that some clue tells as well."""
    scores = weigh_types(clues)
    if not scores:
        return ()
    for kind in scores:
        scores[kind] += hints.get(kind, 0.0)
    main = max(scores, key=lambda kind: scores[kind])
    clue = _strongest(clues, main)
    found, seen = [Told(type=main, clue=clue, score=scores[main])], {(main, clue.clause)}
    for other in clues:
        told = other.row.type
        if len(found) == MOST_EVENTS:
            break
        if told is None or not _stands_alone(other) or (told, other.clause) in seen:
            continue
        seen.add((told, other.clause))
        found.append(Told(type=told, clue=other, score=scores[told]))
    return tuple(found)


def _stands_alone(clue: Clue) -> bool:
    return clue.row.weight >= SURE and clue.row.frame is not Frame.THING and not clue.is_caused


def _strongest(clues: Sequence[Clue], kind: EventType) -> Clue:
    """Give the clue that tells a type best, of several the first."""
    own = [(_weigh(clue, place), -place, clue) for place, clue in enumerate(clues) if clue.row.type is kind]
    return max(own, key=lambda one: one[:2])[2]


def _weigh(clue: Clue, place: int) -> float:
    score = WEIGHTS[clue.row.weight] * LATER ** min(place, MOST_LATER)
    score *= THING if clue.row.frame is Frame.THING else 1.0
    score *= CAUSED if clue.is_caused else 1.0
    return score * (OUTCOME if clue.row.type in OUTCOMES else 1.0)
