"""Readings -> a Weighing: which claims are the same, what they rest on, and what speaks against them."""

from collections.abc import Collection, Iterable, Sequence

from sayso.vocabulary import Assessment, Copy, Credibility, Judgement, Missing, Reading, Support, Weighing
from sayso.weighing.carried import Passages, find_passages
from sayso.weighing.cases import Case
from sayso.weighing.contradiction import Against, find_contradictions
from sayso.weighing.copies import find_copies
from sayso.weighing.group import group
from sayso.weighing.opposition import Opponents, find_opponents
from sayso.weighing.origins import trace_origins
from sayso.weighing.statement import Statement, lay_out, order_of
from sayso.weighing.support import find_support

Group = tuple[Statement, ...]


def weigh(
    readings: Iterable[Reading],
    judgements: Sequence[Judgement] = (),
    opponents: Collection[frozenset[str]] = (),
) -> Weighing:
    """Weigh the claims of readings; people's judgements win over every score.

    ``opponents`` are pairs of sides that are known to oppose each other; what the readings show of that is added. The
    order of the readings, and whether one comes twice, changes nothing.
    """
    statements = lay_out({reading.report.id: reading for reading in readings}.values())
    grouping = group(statements, judgements)
    reports = {statement.report.id: statement.report for statement in statements}
    copies = find_copies(reports.values())
    assessments = assess_groups(grouping.groups, copies, opponents)
    return Weighing(assessments=assessments, suggestions=grouping.suggestions, copies=copies)


def assess_groups(
    groups: Iterable[Group], copies: Sequence[Copy] = (), opponents: Collection[frozenset[str]] = ()
) -> tuple[Assessment, ...]:
    """Assess groups of same claims, each in the light of the others; in the order of their earliest statements."""
    ordered = sorted((tuple(sorted(some, key=order_of)) for some in groups), key=lambda some: order_of(some[0]))
    sides = find_opponents((one for some in ordered for one in some), opponents)
    passages = find_passages(copies)
    cases = [_lay_case(some, passages, sides) for some in ordered]
    against = find_contradictions(cases, sides)
    return tuple(_assess(case, against[number]) for number, case in enumerate(cases))


def _lay_case(statements: Group, passages: Passages, opponents: Opponents) -> Case:
    traced = trace_origins(statements, passages)
    support, count, reason = find_support(statements, traced, opponents)
    return Case(group=statements, traced=traced, support=support, origin_count=count, reasons=(reason,))


def _assess(case: Case, against: Against) -> Assessment:
    contested_by = tuple(dict.fromkeys((*(origin.id for origin in case.traced.denying), *against.by)))
    contested = bool(contested_by)
    credibility, sentence = _judge_credibility(case.support, contested=contested)
    return Assessment(
        id=case.id,
        gist=case.gist,
        statements=case.stated(),
        origins=case.traced.origins,
        origin_count=case.origin_count,
        support=case.support,
        contested=contested,
        contested_by=contested_by,
        contradicts=against.contradicts,
        supersedes=against.supersedes,
        credibility=credibility,
        credibility_reason=sentence,
        reasons=(*case.reasons, *against.reasons),
        missing=_find_missing(case),
    )


def _judge_credibility(support: Support, *, contested: bool) -> tuple[Credibility, str]:
    """Stands here until `credibility` judges."""
    del support, contested
    return Credibility.SINGLE_ORIGIN, "One origin says it."


def _find_missing(case: Case) -> tuple[Missing, ...]:
    """Stands here until `missing` tells."""
    del case
    return ()
