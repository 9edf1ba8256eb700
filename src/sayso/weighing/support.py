"""How well a claim is supported: how many reports say it, on how many origins, of which sides."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from sayso.vocabulary import Origin, Reason, Support
from sayso.weighing.opposition import Opponents, are_opposed
from sayso.weighing.origins import Traced, words_of
from sayso.weighing.statement import Statement


def find_support(group: Sequence[Statement], traced: Traced, opponents: Opponents) -> tuple[Support, int, Reason]:
    """Give the support of a claim, the number of its origins, and why."""
    standing = standing_origins(traced)
    words = tuple(pair for one in group if one.id not in traced.against for pair in words_of(one))
    reports = {one.report.id for one in group if one.id not in traced.against}
    support, rule = judge_support(standing, len(reports), opponents)
    return support, len(standing), Reason(rule=rule, score=1.0, words=words)


def standing_origins(traced: Traced) -> tuple[Origin, ...]:
    """Give the origins that say it and rest on no other that says it."""
    saying = traced.saying
    ids = {origin.id for origin in saying}
    return tuple(origin for origin in saying if not ids & set(origin.rests_on))


def judge_support(standing: Sequence[Origin], reports: int, opponents: Opponents) -> tuple[Support, str]:
    """Judge how well a claim is supported by its origins and reports.

    One origin in one report is a single source, in several it is repeated; two that do not rest on each other
    corroborate, and where they are of opposing sides they confirm each other across the front.
    """
    if len(standing) > 1:
        if _has_opposing(standing, opponents):
            return Support.CROSS_CONFIRMED, "origins of opposing sides say it"
        return Support.CORROBORATED, "origins that do not rest on each other say it"
    if reports > 1:
        return Support.REPEATED, "several reports rest on one origin"
    return Support.SINGLE_SOURCE, "one report says it" if reports else "nobody at hand says it, it is only denied"


def _has_opposing(origins: Iterable[Origin], opponents: Opponents) -> bool:
    sides = sorted({origin.party or origin.side for origin in origins})
    return any(are_opposed(one, other, opponents) for one, other in combinations(sides, 2))


SAYING = {
    "origins of opposing sides say it": judge_support,
    "origins that do not rest on each other say it": judge_support,
    "several reports rest on one origin": judge_support,
    "one report says it": judge_support,
    "nobody at hand says it, it is only denied": judge_support,
}
