"""What an origin does with a claim."""

from enum import StrEnum


class Stance(StrEnum):
    """What the origin does with the claim; ``unknown`` where the reader cannot tell."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    PREDICTS = "predicts"
    INTENDS = "intends"
    OPINES = "opines"
    ASKS = "asks"
    UNKNOWN = "unknown"


# What an origin does that speaks against a claim: a statement of it all the same, and no support.
AGAINST = frozenset((Stance.DENIES, Stance.DOUBTS))
