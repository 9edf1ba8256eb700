"""Rules on what: whether two statements tell of one kind of event, and in the same way."""

from sayso.vocabulary import Direction, EventType, Modality, Reason, Span
from sayso.weighing.evidence import BAR, WEIGHTS, give
from sayso.weighing.statement import Statement
from sayso.weighing.traits import Happening, Standing, Traits

# Kinds in which one event may be told: what was done, and what came of it.
KINDRED = frozenset(
    pair
    for one, other in (
        (EventType.STRIKE, EventType.DAMAGE),
        (EventType.STRIKE, EventType.CASUALTIES),
        (EventType.STRIKE, EventType.CLASH),
        (EventType.STRIKE, EventType.ABUSE),
        (EventType.DAMAGE, EventType.CASUALTIES),
        (EventType.DAMAGE, EventType.AID),
        (EventType.DAMAGE, EventType.ABUSE),
        (EventType.CLASH, EventType.ADVANCE),
        (EventType.CLASH, EventType.CASUALTIES),
        (EventType.CONTROL, EventType.CLASH),
        (EventType.CONTROL, EventType.ADVANCE),
        (EventType.EVACUATION, EventType.DETENTION),
        (EventType.EVACUATION, EventType.AID),
        (EventType.EVACUATION, EventType.WITHDRAWAL),
        (EventType.ABUSE, EventType.DETENTION),
        (EventType.ABUSE, EventType.CASUALTIES),
        (EventType.DETENTION, EventType.DIPLOMACY),
    )
    for pair in ((one, other), (other, one))
)
# What a kind in common weighs where it is not the main one of both.
BESIDE = 0.6
# What another kind weighs where one is only hinted at.
HINTED = 0.5
# How a place changes hands, seen from both sides: who takes it has it afterwards, and the other has lost it.
HANDS = {
    Direction.TAKEN: "taken",
    Direction.LOST: "taken",
    Direction.HELD: "held",
    Direction.ENTERED: "entered",
    Direction.CONTESTED: "contested",
}
# Who only advances has not got the place.
APPROACHED = "approached"
# Two ways of changing hands that are not one; what is not here bars.
OTHERWISE = {
    frozenset(("taken", "held")): "holding need not be having taken",
    frozenset((APPROACHED, "entered")): "advancing is not entering",
    frozenset((APPROACHED, "contested")): "advancing is not entering",
    frozenset((APPROACHED, "taken")): "advancing is not taking",
    frozenset((APPROACHED, "held")): "advancing is not taking",
}
BARRED = "the place is said to change hands otherwise"


def compare_kinds(one: Traits, other: Traits) -> Reason | None:
    """Both tell of the same kind of event, of two kinds that one event may be told in, or of two others.

    A strike, its damage and its casualties go together; a bombardment and a visit do not. A kind that is only hinted at
    (`soldiers`) speaks less against.
    """
    left, right = one.kinds, other.kinds
    if not left or not right:
        return give("no kind of event to compare")
    if left[0] is right[0] or any(first is second for first in left for second in right):
        return give("the same kind of event", *_triggers(one, other), strength=1.0 if left[0] is right[0] else BESIDE)
    if any((first, second) in KINDRED for first in left for second in right):
        return give("kinds of event that go together", *_triggers(one, other))
    is_hinted = Modality.UNKNOWN in (one.statement.modality, other.statement.modality)
    return give("another kind of event", *_triggers(one, other), strength=HINTED if is_hinted else 1.0)


def compare_hands(one: Traits, other: Traits) -> Reason | None:
    """Both say that a place changes hands in the same way, or otherwise: entered is not taken, disputed is not held.

    That one side has taken a place and that the other has lost it are one; taken and held may be. Advancing on a place
    is not taking it.
    """
    left, right = _main(one), _main(other)
    if left is None or right is None:
        return None
    mine, theirs = hands_of(left), hands_of(right)
    if mine is None or theirs is None or APPROACHED == mine == theirs:
        return None
    if mine == theirs:
        return give("the place is said to change hands in the same way", *_triggers(one, other))
    return give(OTHERWISE.get(frozenset((mine, theirs)), BARRED), *_triggers(one, other))


def compare_standing(one: Traits, other: Traits) -> Reason | None:
    """One says that it happens, the other that it is planned, expected or supposed: never the same claim."""
    if one.standing is other.standing or Standing.UNTOLD in (one.standing, other.standing):
        return None
    return give("one happens, the other does not yet", *_triggers(one, other))


def hands_of(happening: Happening) -> str | None:
    """Give how a place changes hands, the same from both sides; None where it does not."""
    if happening.type is EventType.ADVANCE:
        return APPROACHED
    return HANDS[happening.direction] if happening.direction else None


def go_together(one: str, other: str) -> bool:
    """Tell whether two ways of changing hands may be one, told otherwise."""
    return one == other or WEIGHTS[OTHERWISE.get(frozenset((one, other)), BARRED)] > BAR


def _main(traits: Traits) -> Happening | None:
    return traits.happenings[0] if traits.happenings else None


def _triggers(one: Traits, other: Traits) -> tuple[tuple[Statement, Span], ...]:
    return one.triggers + other.triggers
