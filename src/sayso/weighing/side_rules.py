"""Rules on who: which side does it, and to which it is done."""

from sayso.vocabulary import Direction, EventType, Reason
from sayso.weighing.evidence import give
from sayso.weighing.traits import Happening, Traits

# Kinds that tell of harm that somebody does to others; the victims of casualties are no actors.
HARM = (EventType.STRIKE, EventType.DAMAGE, EventType.ABUSE)


def compare_sides(one: Traits, other: Traits) -> Reason | None:
    """Both have the same side do it, or have it done to it, or another side: then each is a claim of its own.

    Whoever names another side as the one that struck, or that has a place in the end, makes another claim, however much
    alike the rest is. That one side has lost a place goes with the other's having taken it, and not with that one's
    holding it.
    """
    for left in one.happenings:
        for right in other.happenings:
            if left.type is right.type:
                rule = _compare_holders(left, right) if left.type is EventType.CONTROL else _compare_doers(left, right)
                return give(rule) if rule else None
    return _compare_harm(one, other)


def holder_of(happening: Happening) -> tuple[str | None, str | None]:
    """Give the side that has a place in the end and the one that has it no more, where they are told.

    The side of a place that is taken is that of its country; whoever takes it back loses nothing.
    """
    if happening.direction is Direction.LOST:
        return None, happening.actor or happening.target
    if happening.direction is Direction.HELD:
        return happening.actor, None
    return happening.actor, happening.target if happening.target != happening.actor else None


def doers_of(traits: Traits) -> frozenset[str]:
    """Give the sides that are said to have done harm."""
    return frozenset(one.actor for one in traits.happenings if one.type in HARM and one.actor)


def _compare_harm(one: Traits, other: Traits) -> Reason | None:
    """Compare who has done harm that one tells as a strike and the other by what came of it."""
    mine = doers_of(one)
    theirs = doers_of(other) if mine else mine
    if not theirs:
        return None
    return give("the same side does it" if mine & theirs else "another side is said to have done it")


def _compare_doers(left: Happening, right: Happening) -> str | None:
    """Compare who does it; where that is not told of both, who has it done to them."""
    if left.actor and right.actor:
        if left.actor == right.actor:
            return "the same side does it"
        return "another side is said to have done it" if left.type in HARM else "another side does it"
    if left.target and right.target:
        is_same = left.target == right.target
        return "the same side has it done to it" if is_same else "another side has it done to it"
    return None


def _compare_holders(left: Happening, right: Happening) -> str | None:
    """Compare who has a place in the end, and who has it no more."""
    (mine, mine_lost), (theirs, theirs_lost) = holder_of(left), holder_of(right)
    if (mine and theirs and mine != theirs) or (mine and mine == theirs_lost) or (theirs and theirs == mine_lost):
        return "another side is said to have done it"
    if mine and mine == theirs:
        return "the same side does it"
    return "the same side has it done to it" if mine_lost and mine_lost == theirs_lost else None
