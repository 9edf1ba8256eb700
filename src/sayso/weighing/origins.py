"""Which origins rest on each other, and how many stand on their own: the chain graph over all reports of a group.

Takes the statements of a group, in order of publication, and the passages that reports share. Gives the origins, and
whose word each statement finally is. Those who say it and those who deny or doubt it are walked apart; a circle of
reports that cite each other is cut where its earliest statement entered it.
"""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

import attrs

from sayso.vocabulary import Link, Origin, Reason, Span
from sayso.vocabulary.ids import origin_id
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.vocabulary.stance import AGAINST
from sayso.weighing.carried import Passages
from sayso.weighing.entities import Entities, find_entities
from sayso.weighing.ground import Ground, lay_ground, outlet_link
from sayso.weighing.polarity import is_against
from sayso.weighing.sources import find_outlet_of
from sayso.weighing.statement import Statement
from sayso.weighing.steps import Step, find_step

NO_PASSAGES: Passages = {}
CIRCLE = "a circle: reports that rest on each other and on nobody else"


class End(StrEnum):
    """What a walk along a chain ends at: a named source, a mention that names none, or the outlet of a report."""

    NAMED = "named"
    MENTION = "mention"
    OUTLET = "outlet"


@attrs.frozen(kw_only=True, order=True)
class Source:
    """Where a walk ends. ``number`` is that of the named source, else of the first statement that tells of it."""

    end: End
    number: int


@attrs.frozen(kw_only=True)
class Traced:
    """The origins of a group, the earliest first, and of each statement (by id) the id of its origin.

    ``against`` are the statements (ids) that deny or doubt it.
    """

    origins: tuple[Origin, ...]
    of: Mapping[str, str]
    against: frozenset[str]

    @property
    def saying(self) -> tuple[Origin, ...]:
        """Those who say it."""
        saying = {origin for statement, origin in self.of.items() if statement not in self.against}
        return tuple(origin for origin in self.origins if origin.id in saying)

    @property
    def denying(self) -> tuple[Origin, ...]:
        """Those who deny or doubt it; one who withdraws what he said is among both."""
        denying = {origin for statement, origin in self.of.items() if statement in self.against}
        return tuple(origin for origin in self.origins if origin.id in denying)


@attrs.frozen
class _Rest:
    """What a statement rests on, why, and what that source rests on in turn."""

    source: Source
    reasons: tuple[Reason, ...] = ()
    behind: Source | None = None


def trace_origins(group: Sequence[Statement], passages: Passages = NO_PASSAGES) -> Traced:
    """Tell whose word each statement of a group is, and which origins stand alone."""
    against = find_against(group)
    entities = find_entities(group)
    rests: dict[int, _Rest] = {}
    for side in (False, True):
        places = [at for at, one in enumerate(group) if (one.id in against) is side]
        rests |= _walk_part(group, entities, passages, places) if places else {}
    return _gather(group, entities, rests, against)


def find_against(group: Sequence[Statement]) -> frozenset[str]:
    """Give the ids of statements that deny or doubt what the others say; a negation counts where others affirm."""
    against = {one.id for one in group if is_against(one)}
    if len(against) < len(group):
        return frozenset(against)
    denied = {one.id for one in group if one.claim.stance in AGAINST}
    return frozenset(denied if len(denied) == len(group) else ())


def _walk_part(
    group: Sequence[Statement], entities: Entities, passages: Passages, places: Sequence[int]
) -> dict[int, _Rest]:
    """Walk the chains among some statements of a group; give what each rests on by its place in the group."""
    part = [group[at] for at in places]
    number = {at: place for place, at in enumerate(places)}
    own = Entities(
        of={(number[at], link): root for (at, link), root in entities.of.items() if at in number},
        places={
            root: tuple((number[at], link) for at, link in some if at in number)
            for root, some in entities.places.items()
        },
        links=entities.links,
        reasons=entities.reasons,
    )
    ground = lay_ground(part, own, passages, _turned(group, number))
    steps = [find_step(ground, at) for at in range(len(part))]
    rests: dict[int, _Rest] = {}
    for at in range(len(part)):
        _walk(ground, steps, at, rests)
    return {places[at]: _renumber(rest, places) for at, rest in rests.items()}


def _turned(group: Sequence[Statement], part: Collection[int]) -> frozenset[str]:
    """Give the ids of the statements of a part whose outlet said the contrary before."""
    contrary: set[str | None] = set()
    found: set[str] = set()
    for at, one in enumerate(group):
        if at not in part:
            contrary.add(one.report.outlet)
        elif one.report.outlet is not None and one.report.outlet in contrary:
            found.add(one.id)
    return frozenset(found)


def _renumber(rest: _Rest, places: Sequence[int]) -> _Rest:
    """Give mentions and outlets their number in the group instead of that in a part of it."""

    def turn(source: Source) -> Source:
        return source if source.end is End.NAMED else attrs.evolve(source, number=places[source.number])

    return _Rest(turn(rest.source), rest.reasons, turn(rest.behind) if rest.behind else None)


def _walk(ground: Ground, steps: Sequence[Step | None], start: int, rests: dict[int, _Rest]) -> None:
    """Follow steps from a statement to the end, or to where a circle closes, and keep what each on the way rests on."""
    way: list[int] = []
    at = start
    while at not in rests and at not in way:
        way.append(at)
        step = steps[at]
        if step is None:
            rests[at] = _Rest(_own_source(ground, at))
            break
        at = step.to
    if at not in rests:
        circle = way[way.index(at) :]
        rests[min(circle)] = _Rest(_own_source(ground, min(circle)), cut_circle(ground, steps, circle))
        _walk(ground, steps, start, rests)
        return
    for one in reversed(way):
        _rest_by_step(ground, steps, one, rests)


def cut_circle(ground: Ground, steps: Sequence[Step | None], circle: Sequence[int]) -> tuple[Reason, ...]:
    """Circle: reports rest on each other, at least one by citing, and nobody else stands behind them.

    They are one origin: whom the earliest of them cites.
    """
    if not any(step is not None and step.is_citing for step in (steps[one] for one in circle)):
        return ()
    words = tuple((ground.group[one].report.id, ground.group[one].claim.content[0]) for one in sorted(circle))
    return (Reason(rule=CIRCLE, score=1.0, words=words),)


def _rest_by_step(ground: Ground, steps: Sequence[Step | None], at: int, rests: dict[int, _Rest]) -> None:
    step = steps[at]
    if at in rests or step is None:
        return
    found = rests[step.to]
    reasons = (*found.reasons, step.reason)
    own = _own_source(ground, at)
    if step.keeps and own != found.source:
        rests[at] = _Rest(own, reasons, found.behind or found.source)
    else:
        rests[at] = _Rest(found.source, reasons, found.behind)


def _own_source(ground: Ground, at: int) -> Source:
    """Give the last source that a statement tells of itself."""
    statement = ground.group[at]
    chain = statement.claim.chain
    if chain:
        number = ground.entities.of.get((at, len(chain) - 1))
        return Source(end=End.MENTION, number=at) if number is None else Source(end=End.NAMED, number=number)
    if statement.report.outlet is None:
        return Source(end=End.OUTLET, number=at)
    own = (one for one in ground.by_outlet[statement.report.outlet] if not ground.group[one].claim.chain)
    return Source(end=End.OUTLET, number=next(own))


def _gather(
    group: Sequence[Statement], entities: Entities, rests: Mapping[int, _Rest], against: frozenset[str]
) -> Traced:
    members: dict[Source, list[int]] = {}
    behind: dict[Source, Source] = {}
    for at in range(len(group)):
        rest = rests[at]
        members.setdefault(rest.source, []).append(at)
        if rest.behind:
            behind.setdefault(rest.source, rest.behind)
    ids = {source: origin_id(group[at].id for at in some) for source, some in members.items()}
    origins = []
    for source, some in members.items():
        reasons = dict.fromkeys(reason for at in some for reason in rests[at].reasons)
        reasons |= dict.fromkeys(entities.reasons.get(source.number, ()) if source.end is End.NAMED else ())
        rests_on = (ids[behind[source]],) if source in behind else ()
        origins.append(_origin(group, entities, source, ids[source], rests_on, tuple(reasons)))
    of = {group[at].id: ids[rests[at].source] for at in range(len(group))}
    return Traced(origins=tuple(origins), of=of, against=against)


def _origin(
    group: Sequence[Statement],
    entities: Entities,
    source: Source,
    its_id: str,
    rests_on: tuple[str, ...],
    reasons: tuple[Reason, ...],
) -> Origin:
    links = _links_of(group, entities, source)
    best = max(links, key=_tells)
    return Origin(
        id=its_id,
        name=links[0].name if source.end is End.OUTLET else best.name,
        kind=best.kind,
        side=best.side,
        party=next((link.party for link in links if link.party), None),
        private=any(link.private for link in links),
        outlet=source.end is End.OUTLET,
        stands_alone=not rests_on,
        rests_on=rests_on,
        reasons=reasons,
    )


def _links_of(group: Sequence[Statement], entities: Entities, source: Source) -> tuple[Link, ...]:
    if source.end is End.NAMED:
        return entities.links[source.number]
    statement = group[source.number]
    if source.end is End.MENTION:
        return (statement.claim.chain[-1],)
    named = (link for some in entities.links.values() for link in some if find_outlet_of(link, statement.report))
    return (outlet_link(statement), *named)


def _tells(link: Link) -> tuple[bool, bool, int]:
    """Order links by how much they tell of a source."""
    return link.register is not None, link.side != UNKNOWN_SIDE, len(link.name)


def words_of(statement: Statement) -> tuple[tuple[str, Span], ...]:
    """Give the words of a statement as reasons hold them."""
    return tuple((statement.report.id, span) for span in statement.claim.content)
