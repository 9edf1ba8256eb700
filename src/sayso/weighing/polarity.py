"""Which way a statement speaks: for what its words say happens, or against it.

A denial is a statement of the same claim that it denies, so that both stand in one group; whoever counts origins asks
here which of them say it.
"""

from sayso.vocabulary import Modality
from sayso.vocabulary.stance import AGAINST
from sayso.weighing.statement import Statement


def is_against(statement: Statement) -> bool:
    """Tell whether the origin says that what the words tell is not so.

    It does where it denies or doubts it, and where the words themselves are negated (`it does not show tanks`), unless
    their event has happened: then something beside it is negated. Whoever denies what is negated says it. A denial
    makes its event negated; that counts once.
    """
    claim = statement.claim
    if claim.stance in AGAINST:
        return not claim.negated
    if statement.modality is Modality.NEGATED:
        return True
    return bool(claim.negated) and statement.modality is not Modality.ACTUAL
