"""Readings -> a Weighing: which claims are the same, what they rest on, and what speaks against them."""

from collections.abc import Collection, Iterable, Sequence

from sayso.vocabulary import Assessment, Copy, Credibility, Judgement, Missing, Reading, Support, Weighing
from sayso.weighing.carried import Passages, find_passages
from sayso.weighing.cases import Case
from sayso.weighing.contradiction import Against, find_contradictions
from sayso.weighing.copies import find_copies
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
    groups = _group(statements, judgements)
    reports = {statement.report.id: statement.report for statement in statements}
    copies = find_copies(reports.values())
    return Weighing(assessments=assess_groups(groups, copies, opponents), copies=copies)


def assess_groups(
    groups: Iterable[Group], copies: Sequence[Copy] = (), opponents: Collection[frozenset[str]] = ()
) -> tuple[Assessment, ...]:
    """Assess groups of same claims, each in the light of the others; in the order of their earliest statements."""
    sorted_groups = sorted(
        (tuple(sorted(group, key=order_of)) for group in groups), key=lambda group: order_of(group[0])
    )
    sides = find_opponents((one for group in sorted_groups for one in group), opponents)
    passages = find_passages(copies)
    cases = [_lay_case(group, passages, sides) for group in sorted_groups]
    against = find_contradictions(cases, sides)
    return tuple(_assess(case, against[number]) for number, case in enumerate(cases))


def _lay_case(group: Group, passages: Passages, opponents: Opponents) -> Case:
    traced = trace_origins(group, passages)
    support, count, reason = find_support(group, traced, opponents)
    return Case(group=group, traced=traced, support=support, origin_count=count, reasons=(reason,))


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


def _group(statements: Sequence[Statement], judgements: Sequence[Judgement]) -> tuple[Group, ...]:
    """Leave each statement alone; stands here until claims are compared."""
    del judgements
    return tuple((statement,) for statement in statements)


def _judge_credibility(support: Support, *, contested: bool) -> tuple[Credibility, str]:
    """Stands here until `credibility` judges."""
    del support, contested
    return Credibility.SINGLE_ORIGIN, "One origin says it."


def _find_missing(case: Case) -> tuple[Missing, ...]:
    """Stands here until `missing` tells."""
    del case
    return ()
