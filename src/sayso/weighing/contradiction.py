"""stub"""
from collections.abc import Sequence
import attrs
from sayso.vocabulary import Reason
from sayso.weighing.cases import Case
from sayso.weighing.opposition import Opponents


@attrs.frozen(kw_only=True)
class Against:
    by: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()

def find_contradictions(cases: Sequence[Case], opponents: Opponents) -> list[Against]:
    return [Against() for _ in cases]
