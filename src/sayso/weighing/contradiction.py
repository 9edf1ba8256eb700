"""What speaks against a claim: other claims that cannot be so at the same time, and figures that were revised.

Takes cases and the sides that oppose each other, gives for each case what it contradicts, by whom it is contested and
what it supersedes. Only cases that share a place, and speak of it in one respect, are held against each other, and
those of a report that denies something.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs

from sayso.vocabulary import Origin, Reason
from sayso.weighing.cases import Case
from sayso.weighing.exclusions import EXCLUSIONS
from sayso.weighing.facts import Facts, gather_facts
from sayso.weighing.opposition import Opponents
from sayso.weighing.revision import find_revision
from sayso.weighing.same_origin import is_same_origin
from sayso.weighing.statement import Statement
from sayso.weighing.whereabouts import find_whereabouts

# A case is held against so many others at most, those nearest in time.
MOST_COMPARED = 50


@attrs.frozen(kw_only=True)
class Against:
    """What speaks against a case: ids of origins that contest it, of cases it contradicts, of those it replaces."""

    by: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


@attrs.define
class _Found:
    by: dict[str, None] = attrs.field(factory=dict)
    contradicts: dict[str, None] = attrs.field(factory=dict)
    supersedes: dict[str, None] = attrs.field(factory=dict)
    reasons: dict[Reason, None] = attrs.field(factory=dict)
    registers: set[str] = attrs.field(factory=set)

    def close(self) -> Against:
        return Against(
            by=tuple(self.by),
            contradicts=tuple(self.contradicts),
            supersedes=tuple(self.supersedes),
            reasons=tuple(self.reasons),
        )


def find_contradictions(cases: Sequence[Case], opponents: Opponents) -> tuple[Against, ...]:
    """Give what speaks against each case, in the order of the cases."""
    whereabouts = find_whereabouts(one for case in cases for one in case.group)
    facts = _share_places([gather_facts(case, whereabouts) for case in cases])
    found = [_Found(registers=_registers_of(case.group)) for case in cases]
    for one, other in _pairs(facts):
        left, right = facts[one], facts[other]
        revision = find_revision(left, right, opponents)
        if revision is not None:
            found[other].supersedes[left.case.id] = None
            found[other].reasons[revision] = None
            continue
        reason = find_exclusion(left, right, opponents)
        if reason is not None:
            _note(found[one], left, right, reason)
            _note(found[other], right, left, reason)
    return tuple(one.close() for one in found)


def find_exclusion(one: Facts, other: Facts, opponents: Opponents) -> Reason | None:
    """Give the first reason why two cases cannot both be so; None where nothing speaks against it."""
    for rule in EXCLUSIONS:
        reason = rule(one, other, opponents) or rule(other, one, opponents)
        if reason is not None:
            return reason
    return None


def _note(found: _Found, one: Facts, other: Facts, reason: Reason) -> None:
    """Keep that another case speaks against this one, and which of its origins are not among this one's.

    A body that says or denies it itself, or speaks against it in a further case, is no other, be it by its spokesman.
    """
    own = (*one.case.traced.saying, *one.case.traced.denying)
    saying = other.case.traced.saying or other.case.traced.denying
    others = [origin for origin in saying if not _is_among(origin, own)]
    found.contradicts[other.case.id] = None
    found.reasons[reason] = None
    for origin in others:
        told = (two for two in other.case.group if other.case.traced.of[two.id] == origin.id)
        registers = _registers_of(told)
        if origin.id not in found.by and registers.isdisjoint(found.registers):
            found.by[origin.id] = None
        found.registers |= registers


def _registers_of(statements: Iterable[Statement]) -> set[str]:
    """Give the ids of the bodies that statements name as the last source."""
    links = (one.claim.origin for one in statements)
    return {link.register for link in links if link is not None and link.register is not None}


def _is_among(origin: Origin, others: Iterable[Origin]) -> bool:
    return any(is_same_origin(origin, other) for other in others)


def _share_places(facts: Sequence[Facts]) -> list[Facts]:
    """Give a case that names no place those of the cases which its reports speak of as well: the town, its centre."""
    of_reports: dict[str, set[str]] = {}
    for one in facts:
        for report in {two.report.id for two in one.case.group}:
            of_reports.setdefault(report, set()).update(one.places)
    return [one if one.places else attrs.evolve(one, places=_places_of(one, of_reports)) for one in facts]


def _places_of(facts: Facts, of_reports: Mapping[str, set[str]]) -> frozenset[str]:
    return frozenset().union(*(of_reports[one.report.id] for one in facts.case.group))


def _pairs(facts: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    """Give the pairs of cases that may speak against each other, the earlier first, each once."""
    denying = {one.report.id for two in facts for one in two.case.denying}
    rows: dict[tuple[str, str], list[int]] = {}
    for number, one in enumerate(facts):
        for place in one.places:
            for axis in _axes(one):
                rows.setdefault((place, axis), []).append(number)
        for report in {two.report.id for two in one.case.group} & denying:
            rows.setdefault((report, "denied"), []).append(number)
    pairs: set[tuple[int, int]] = set()
    for row in rows.values():
        # In the order of their days, so that those near in time are near in the row.
        row.sort(key=lambda number: (facts[number].first or date.max, number))
        for at, number in enumerate(row):
            near = row[at + 1 : at + 1 + MOST_COMPARED]
            pairs.update((min(number, other), max(number, other)) for other in near)
    yield from sorted(pairs)


def _axes(facts: Facts) -> Iterator[str]:
    """Give in what respects a case can speak against another of the same place."""
    if facts.directions or facts.ongoing:
        yield "control"
    yield from {f"count of {one.status}" for one in facts.counts if one.status}
    yield from (f"whether {kind}" for kind in {kind for kind, _ in facts.happenings})
