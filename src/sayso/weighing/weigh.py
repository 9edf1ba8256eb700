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
from sayso.weighing.group import group
from sayso.weighing.polarity import is_against
from sayso.weighing.statement import Statement, lay_out


def weigh(readings: Iterable[Reading], judgements: Sequence[Judgement] = ()) -> Weighing:
    """Weigh the claims of readings; people's judgements win over every score.

    The order of the readings, and whether one comes twice, changes nothing.
    """
    grouping = group(lay_out(readings), judgements)
    return Weighing(assessments=tuple(map(_assess, grouping.groups)), suggestions=grouping.suggestions)


def _assess(statements: tuple[Statement, ...]) -> Assessment:
    first = statements[0]
    origins = {_name_of(one): one for one in reversed(statements)}
    ids = {name: f"o-{one.id}" for name, one in origins.items()}
    sayers = {_name_of(one) for one in statements if not is_against(one)}
    return Assessment(
        id=first.id,
        gist=first.id,
        statements=tuple(_state(one, ids[_name_of(one)]) for one in statements),
        origins=tuple(_origin(ids[name], one) for name, one in origins.items()),
        origin_count=len(sayers),
        support=_support({one.report.id for one in statements}, sayers),
        contested=bool(sayers) and len(origins) > len(sayers),
        credibility=Credibility.SINGLE_ORIGIN,
        credibility_reason="One origin says it.",
    )


def _support(reports: set[str], sayers: set[str]) -> Support:
    if len(sayers) > 1:
        return Support.CORROBORATED
    return Support.SINGLE_SOURCE if len(reports) == 1 else Support.REPEATED


def _name_of(statement: Statement) -> str:
    said = statement.claim.origin
    return said.name if said else statement.report.outlet or statement.report.id


def _origin(id_: str, statement: Statement) -> Origin:
    said = statement.claim.origin
    kind = said.kind if said else LinkKind.OUTLET
    return Origin(id=id_, name=_name_of(statement), kind=kind, outlet=said is None)


def _state(statement: Statement, origin: str) -> Stated:
    claim = statement.claim
    return Stated(report=statement.report.id, claim=claim.id, content=claim.content, stance=claim.stance, origin=origin)
