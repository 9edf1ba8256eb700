"""What steps are looked for in: a group, its named sources, shared passages, statements by outlet and by report."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import attrs

from sayso.vocabulary import Link, LinkKind, Naming, Role
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.weighing.carried import Passages
from sayso.weighing.entities import Entities
from sayso.weighing.source_names import name_keys
from sayso.weighing.statement import Statement

T = TypeVar("T")


@attrs.frozen
class Ground:
    """A group and what is known of it: its named sources, the passages its reports share, statements by place.

    ``by_outlet`` and ``by_report`` give the places of the statements of each outlet, and of each report by its id;
    ``outlets`` those with a key of a name.
    ``turned`` are ids of statements whose outlet said the contrary before, so that they are its own word.
    """

    group: Sequence[Statement]
    entities: Entities
    passages: Passages
    by_outlet: Mapping[str, tuple[int, ...]]
    by_report: Mapping[str, tuple[int, ...]]
    outlets: Mapping[str, tuple[str, ...]]
    turned: frozenset[str] = frozenset()


def lay_ground(
    group: Sequence[Statement], entities: Entities, passages: Passages, turned: frozenset[str] = frozenset()
) -> Ground:
    """Gather what steps are looked for in."""
    by_outlet: dict[str, list[int]] = {}
    by_report: dict[str, list[int]] = {}
    for at, statement in enumerate(group):
        by_report.setdefault(statement.report.id, []).append(at)
        if statement.report.outlet:
            by_outlet.setdefault(statement.report.outlet, []).append(at)
    outlets: dict[str, list[str]] = {}
    for outlet in by_outlet:
        for key in name_keys(outlet):
            outlets.setdefault(key, []).append(outlet)
    return Ground(group, entities, passages, _frozen(by_outlet), _frozen(by_report), _frozen(outlets), turned)


def _frozen(lists: Mapping[str, Sequence[T]]) -> dict[str, tuple[T, ...]]:
    return {key: tuple(some) for key, some in lists.items()}


def last_link(statement: Statement) -> Link:
    """Give the link on whose word a statement rests by its own report: its origin, else its outlet."""
    return statement.claim.origin or outlet_link(statement)


def outlet_link(statement: Statement) -> Link:
    """Give the outlet of a report as a link; it is mentioned nowhere, so its span is that of what it says."""
    return Link(
        mention=statement.claim.content[0],
        name=statement.report.outlet or statement.report.id,
        kind=LinkKind.OUTLET,
        naming=Naming.NAMED,
        role=Role.MEDIA,
        side=UNKNOWN_SIDE,
    )
