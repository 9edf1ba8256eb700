"""A case and all that was found out of it -> its assessment."""

from collections.abc import Container, Iterable, Mapping

import attrs

from sayso.vocabulary import Assessment, Change, Origin, Reason, Stated
from sayso.weighing.cases import Case
from sayso.weighing.contradiction import Against
from sayso.weighing.credibility import Judged, credibility_of
from sayso.weighing.missing import missing_from
from sayso.weighing.rests import rests_of
from sayso.weighing.standing import Standing


@attrs.frozen(kw_only=True)
class Weighed:
    """A case with what speaks against it, and the claim that each of its statements was taken from, by ids."""

    case: Case
    against: Against
    rests_on: Mapping[str, str]


def lay_chains(case: Case, sharing: Container[tuple[str, str]]) -> dict[str, str]:
    """Give the earlier claim that each statement of a case was taken from; ``sharing`` are pairs of reports by ids."""
    origins = {one.id: one.rests_on for one in case.traced.origins}
    return rests_of(case.group, case.traced.of, origins, sharing)


def assess(weighed: Weighed, origins: Mapping[str, Origin], changes: Iterable[Change]) -> Assessment:
    """Give the assessment of a case; ``origins`` are those of all cases by id, ``changes`` those of its statements."""
    case, against = weighed.case, weighed.against
    contested_by = contesting(weighed)
    standing = Standing(
        statements=case.group,
        origins=case.traced.saying,
        contested_by=tuple(origins[one] for one in contested_by),
        support=case.support,
        negating=case.traced.against,
    )
    judged = credibility_of(standing)
    return Assessment(
        id=case.id,
        gist=case.gist,
        statements=_stated(weighed),
        origins=case.traced.origins,
        origin_count=case.origin_count,
        support=case.support,
        contested=bool(contested_by),
        contested_by=contested_by,
        contradicts=against.contradicts,
        supersedes=against.supersedes,
        credibility=judged.credibility,
        credibility_reason=judged.sentence,
        reasons=_reasons(weighed, judged),
        missing=tuple(what for what, _ in missing_from(standing)),
        changes=tuple(changes),
    )


def contesting(weighed: Weighed) -> tuple[str, ...]:
    """Give the ids of the origins that say the contrary: those who deny it, then those of other cases."""
    denying = (origin.id for origin in weighed.case.traced.denying)
    return tuple(dict.fromkeys((*denying, *weighed.against.by)))


def _reasons(weighed: Weighed, judged: Judged) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys((*weighed.case.reasons, *weighed.against.reasons, judged.reason)))


def _stated(weighed: Weighed) -> tuple[Stated, ...]:
    return tuple(
        Stated(
            report=one.report.id,
            claim=one.id,
            content=one.claim.content,
            stance=one.claim.stance,
            origin=weighed.case.traced.of[one.id],
            rests_on=weighed.rests_on.get(one.id),
        )
        for one in weighed.case.group
    )
