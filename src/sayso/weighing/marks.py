"""What bars statements from standing in one group: how each stands to the world, who did it, who has a place, how many.

Two marks of one sort that do not go together are of two claims, whatever else is alike. `compare` says the same of two
statements; marks say it of groups.
"""

from collections.abc import Iterable, Iterator
from itertools import product

import attrs

from sayso.vocabulary import EventType
from sayso.weighing.figure_rules import figures_conflict
from sayso.weighing.figures import Amount
from sayso.weighing.side_rules import doers_of, holder_of
from sayso.weighing.traits import Standing, Traits
from sayso.weighing.what_rules import go_together, hands_of


@attrs.frozen
class Mark:
    """One thing that bars: ``sort`` says what it is about, and only marks of one sort are held against each other."""

    sort: tuple[str, ...]
    value: str | frozenset[Amount]


def marks_of(traits: Traits) -> tuple[Mark, ...]:
    """Give the marks of a statement."""
    return tuple(_marks(traits))


def _marks(traits: Traits) -> Iterator[Mark]:
    if traits.standing is not Standing.UNTOLD:
        yield Mark(("standing",), traits.standing)
    yield from _marks_of_hands(traits)
    doers = doers_of(traits)
    if len(doers) == 1:
        yield Mark(("done by",), next(iter(doers)))
    for (status, unit), amounts in traits.figures.items():
        yield Mark(("figure", status, unit or ""), amounts)


def _marks_of_hands(traits: Traits) -> Iterator[Mark]:
    """Give how a place changes hands in the main event, which side has it and which has it no more."""
    if not traits.happenings:
        return
    main = traits.happenings[0]
    hands = hands_of(main)
    if hands is not None:
        yield Mark(("hands",), hands)
    if main.type is not EventType.CONTROL:
        return
    holder, loser = holder_of(main)
    if holder:
        yield Mark(("held by",), holder)
        yield Mark(("place of", holder), "has it")
    if loser:
        yield Mark(("place of", loser), "has it no more")


def conflict(one: Mark, other: Mark) -> bool:
    """Tell whether two marks bar each other."""
    if one.sort != other.sort or one.value == other.value:
        return False
    if isinstance(one.value, str) or isinstance(other.value, str):
        return one.sort != ("hands",) or not go_together(str(one.value), str(other.value))
    return figures_conflict(one.value, other.value)


def is_barred(one: Iterable[Mark], other: Iterable[Mark]) -> bool:
    """Tell whether the marks of two groups bar them from being joined.

    A group in which people have joined what bars each other lets in whatever goes with some of it.
    """
    left, right = tuple(one), tuple(other)
    for mark in left:
        if any(mark.sort == beside.sort and conflict(mark, beside) for beside in right):
            break
    else:
        return False
    return not (_lets_in(left, right) or _lets_in(right, left))


def _lets_in(group: tuple[Mark, ...], marks: tuple[Mark, ...]) -> bool:
    return any(conflict(*pair) for pair in product(group, group)) and all(_goes_with(mark, group) for mark in marks)


def _goes_with(mark: Mark, group: tuple[Mark, ...]) -> bool:
    alike = [one for one in group if one.sort == mark.sort]
    return not alike or any(not conflict(one, mark) for one in alike)
