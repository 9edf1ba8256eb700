"""What blames nobody, where two sides are blamed for it: a claim of its own, which either side could make.

That shots were fired is not that one side fired them, as soon as another account has the other side fire. Takes the
traits of statements and the scores of pairs, gives the pairs that are therefore not one claim.
"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.weighing.side_rules import HARM, doers_of
from sayso.weighing.sources import side_of
from sayso.weighing.traits import Traits

# A pair that is less alike than this tells nothing of whom a statement could blame.
ALIKE = 0.25


def find_unblaming(ordered: Sequence[Traits], scores: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, int]]:
    """Give the pairs of a statement that blames a side and one that blames none but could be of two accounts.

    Who blames that side himself, and leaves it out here, still says the same.
    """
    doers = [doers_of(traits) for traits in ordered]
    near: dict[int, list[tuple[int, tuple[int, int]]]] = {}
    for edge, score in scores.items():
        one, other = edge
        if score >= ALIKE and bool(doers[one]) != bool(doers[other]):
            blaming, open_one = edge if doers[one] else (other, one)
            near.setdefault(open_one, []).append((blaming, edge))
    for at, pairs in near.items():
        blamed = frozenset().union(*(doers[blaming] for blaming, _ in pairs))
        if len(blamed) == 1 or not any(one.type in HARM for one in ordered[at].happenings):
            continue
        yield from (edge for blaming, edge in pairs if not _is_same_voice(ordered[at], ordered[blaming]))


def _is_same_voice(one: Traits, other: Traits) -> bool:
    """Tell whether two statements rest on sources of one side."""
    mine, theirs = one.statement.claim.origin, other.statement.claim.origin
    return mine is not None and theirs is not None and side_of(mine) == side_of(theirs)
