"""People's judgements -> which claims are held the same or apart by them, whatever the scores say."""

from collections.abc import Iterable

import attrs

from sayso.vocabulary import Judgement, Verdict

Pair = tuple[str, str]


@attrs.frozen
class Decisions:
    """What people have decided: sets of claims that are the same, and pairs of them that are not."""

    same: tuple[frozenset[str], ...]
    different: frozenset[Pair]


def decide(judgements: Iterable[Judgement]) -> Decisions:
    """Give what holds of judgements: of those on one pair the latest, and none where that is undecided.

    Where decisions contradict each other (one is two, two is three, one is not three), the latest stand and the oldest
    of them gives way.
    """
    sets: dict[str, frozenset[str]] = {}
    apart: set[Pair] = set()
    for judgement in _latest(judgements):
        one, other = (sets.get(claim, frozenset((claim,))) for claim in (judgement.one, judgement.other))
        if judgement.verdict is Verdict.SAME and not _are_apart(one, other, apart):
            sets |= dict.fromkeys(one | other, one | other)
        elif judgement.verdict is Verdict.DIFFERENT and one is not other:
            apart.add(pair_of(judgement.one, judgement.other))
    return Decisions(same=tuple(sorted(set(sets.values()), key=min)), different=frozenset(apart))


def pair_of(one: str, other: str) -> Pair:
    """Give a pair of claims, the same in either order."""
    return (one, other) if one < other else (other, one)


def _latest(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Give the latest judgement on each pair, the latest of all first."""
    latest: dict[Pair, Judgement] = {}
    for judgement in sorted(judgements, key=_age):
        latest[pair_of(judgement.one, judgement.other)] = judgement
    return sorted(latest.values(), key=_age, reverse=True)


def _age(judgement: Judgement) -> tuple[str, ...]:
    return (
        judgement.at.isoformat(timespec="microseconds"),
        *pair_of(judgement.one, judgement.other),
        *(judgement.verdict, judgement.by, judgement.why or ""),
    )


def _are_apart(one: frozenset[str], other: frozenset[str], apart: set[Pair]) -> bool:
    return any((left in one and right in other) or (left in other and right in one) for left, right in apart)
