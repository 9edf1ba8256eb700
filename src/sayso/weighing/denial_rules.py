"""Rules on denials: a denial is a statement of the claim that it denies."""

from sayso.vocabulary import Reason
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.vocabulary.stance import AGAINST
from sayso.weighing.evidence import give
from sayso.weighing.polarity import is_against
from sayso.weighing.traits import Traits


def compare_denial(one: Traits, other: Traits) -> Reason | None:
    """One says something, and the other denies something: nobody denies what nobody has said.

    It says more where the side that denies it is the one that is said to have done it. What is only said not to be so
    (`it did not burn`) need be nobody's claim.
    """
    denials = [each for each in (one, other) if each.statement.claim.stance in AGAINST]
    if len(denials) != 1 or is_against(one.statement) == is_against(other.statement):
        return None
    denies, says = (one, other) if denials[0] is one else (other, one)
    origin = denies.statement.claim.origin
    side = origin.side if origin and origin.side != UNKNOWN_SIDE else None
    if side and any(happening.actor == side for happening in says.happenings):
        return give("who denies it is said to have done it")
    return give("one says it, the other denies it")
