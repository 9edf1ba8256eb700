"""Readings -> a Weighing: which claims are the same, what they rest on, and what speaks against them."""

from collections.abc import Iterable, Sequence

from sayso.vocabulary import (
    Assessment,
    Credibility,
    Judgement,
    LinkKind,
    Origin,
    Reading,
    Stated,
    Support,
    Weighing,
)
from sayso.weighing.statement import Statement, lay_out


def weigh(readings: Iterable[Reading], judgements: Sequence[Judgement] = ()) -> Weighing:
    """Weigh the claims of readings; people's judgements win over every score.

    The order of the readings, and whether one comes twice, changes nothing.
    """
    return Weighing(assessments=tuple(map(_assess_alone, lay_out(readings))))


def _assess_alone(statement: Statement) -> Assessment:
    said = statement.claim.origin
    name = said.name if said else statement.report.outlet or statement.report.id
    origin = Origin(id=f"o-{statement.id}", name=name, kind=said.kind if said else LinkKind.OUTLET, outlet=said is None)
    stated = Stated(
        report=statement.report.id,
        claim=statement.id,
        content=statement.claim.content,
        stance=statement.claim.stance,
        origin=origin.id,
    )
    return Assessment(
        id=statement.id,
        gist=statement.id,
        statements=(stated,),
        origins=(origin,),
        origin_count=1,
        support=Support.SINGLE_SOURCE,
        contested=False,
        credibility=Credibility.SINGLE_ORIGIN,
        credibility_reason="One origin says it.",
    )
