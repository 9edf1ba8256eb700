"""Readings -> a Weighing: which claims are the same, what they rest on, and what speaks against them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice

from sayso.vocabulary import Assessment, Change, Copy, Judgement, Reading, Weighing
from sayso.weighing.assessing import Weighed, assess, lay_chains
from sayso.weighing.carried import Passages, find_passages
from sayso.weighing.cases import Case
from sayso.weighing.changes import changes_on_the_way
from sayso.weighing.contradiction import find_contradictions
from sayso.weighing.copies import find_copies
from sayso.weighing.group import group
from sayso.weighing.kindred import find_kindred
from sayso.weighing.opposition import Opponents, find_opponents
from sayso.weighing.origins import trace_origins
from sayso.weighing.rests import pairs_sharing
from sayso.weighing.shared_text import find_recirculated
from sayso.weighing.statement import Statement, lay_out, order_of
from sayso.weighing.support import find_support
from sayso.weighing.versions import versions_among

Group = tuple[Statement, ...]
# Denials of one claim that later reports of it are held to.
MOST_DENYING = 50


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
    return Weighing(
        assessments=assessments,
        suggestions=grouping.suggestions,
        copies=copies,
        versions=versions_among(statements, copies),
        recirculated=find_recirculated(reports.values(), copies),
    )


def assess_groups(
    groups: Iterable[Group], copies: Sequence[Copy] = (), opponents: Collection[frozenset[str]] = ()
) -> tuple[Assessment, ...]:
    """Assess groups of same claims, each in the light of the others; in the order of their earliest statements."""
    ordered = sorted((tuple(sorted(some, key=order_of)) for some in groups), key=lambda some: order_of(some[0]))
    sides = find_opponents((one for some in ordered for one in some), opponents)
    passages, sharing = find_passages(copies), pairs_sharing(copies)
    cases = [_lay_case(some, passages, sides) for some in ordered]
    against = find_contradictions(cases, sides)
    weighed = [
        Weighed(case=case, against=speaking, rests_on=lay_chains(case, sharing))
        for case, speaking in zip(cases, against, strict=True)
    ]
    origins = {origin.id: origin for case in cases for origin in case.traced.origins}
    changes = _find_changes(weighed, copies)
    return tuple(assess(one, origins, _changes_of(one.case, changes)) for one in weighed)


def _lay_case(statements: Group, passages: Passages, opponents: Opponents) -> Case:
    traced = trace_origins(statements, passages)
    support, count, reason = find_support(statements, traced, opponents)
    return Case(group=statements, traced=traced, support=support, origin_count=count, reasons=(reason,))


def _find_changes(weighed: Sequence[Weighed], copies: Sequence[Copy]) -> dict[str, list[Change]]:
    """Give what became other on the way to each statement, by the id of its claim."""
    statements = [one for two in weighed for one in two.case.group]
    rests_on = {claim: before for one in weighed for claim, before in one.rests_on.items()}
    kindred = tuple(find_kindred(statements, copies))
    found: dict[str, list[Change]] = {}
    for change in changes_on_the_way(statements, rests_on, kindred, _speaking_against(weighed)):
        found.setdefault(change.after, []).append(change)
    return found


def _speaking_against(weighed: Sequence[Weighed]) -> dict[str, tuple[str, ...]]:
    """Give the claims that deny or doubt what each statement says, by ids; the earliest of many."""
    found: dict[str, tuple[str, ...]] = {}
    for one in weighed:
        denying = tuple(denial.id for denial in islice(one.case.denying, MOST_DENYING))
        found |= {said.id: denying for said in one.case.saying}
    return found


def _changes_of(case: Case, changes: Mapping[str, Sequence[Change]]) -> tuple[Change, ...]:
    return tuple(change for one in case.group for change in changes.get(one.id, ()))
