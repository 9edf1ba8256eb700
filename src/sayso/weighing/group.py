"""Statements -> groups, each of one claim, and pairs that may be one claim and are left for people to judge.

What comes out depends on the statements and judgements alone: not on their order, nor on how often one comes.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby

import attrs

from sayso.vocabulary import Comparison, Judgement
from sayso.weighing.blame import find_unblaming
from sayso.weighing.clusters import Clusters, Edge
from sayso.weighing.compare import SAME_CONTENT, compare_ordered, share_content
from sayso.weighing.decisions import Decisions, decide
from sayso.weighing.index import Index
from sayso.weighing.marks import Mark, is_barred, marks_of
from sayso.weighing.pointers import find_referents
from sayso.weighing.statement import Statement, order_of
from sayso.weighing.traits import Traits, traits_of

# From this average on, statements are held to be one claim; from that score on, a pair is put before people.
SAME = 0.5
SUGGESTED = 0.25
# Claims of one report are compared with so many that follow: they speak against each other, and chains stay short.
MOST_WITHIN = 8


@attrs.frozen(kw_only=True)
class Grouping:
    """Groups of statements of one claim, by their first; and pairs of claims of two groups that may be one."""

    groups: tuple[tuple[Statement, ...], ...]
    suggestions: tuple[Comparison, ...]


def group(statements: Iterable[Statement], judgements: Iterable[Judgement] = ()) -> Grouping:
    """Group statements that are of one claim; people's judgements win over every score.

    Statements with one id count once. Each group is in the order of publication.
    """
    ordered = [traits_of(one) for one in _each_once(statements)]
    places = {traits.statement.id: at for at, traits in enumerate(ordered)}
    decisions = decide(judgements)
    apart = [(places[one], places[other]) for one, other in decisions.different if {one, other} <= places.keys()]
    marks = [marks_of(traits) for traits in ordered]
    referents = dict(find_referents(ordered))
    scores, alike = _compare_all(ordered, marks, referents)
    for edge in find_unblaming(ordered, scores):
        scores[edge] = 0.0
        alike.pop(edge, None)
    clusters = Clusters(marks, sorted(apart))
    for one, other in (*_judged_same(places, decisions), *referents.items()):
        clusters.join(one, other)
    clusters.grow(scores, SAME)
    groups = clusters.groups()
    return Grouping(
        groups=tuple(tuple(ordered[at].statement for at in nodes) for nodes in groups),
        suggestions=_suggest(alike, groups, apart),
    )


def _each_once(statements: Iterable[Statement]) -> list[Statement]:
    """Give the statements in order, each once; of two with one id, which they should not be, always the same one."""
    ordered = sorted(statements, key=order_of)
    each = (list(same) for _, same in groupby(ordered, key=lambda one: one.id))
    return [same[0] if len(same) == 1 else min(same, key=repr) for same in each]


def _judged_same(places: dict[str, int], decisions: Decisions) -> Iterator[Edge]:
    """Give what people hold to be one."""
    for same in decisions.same:
        nodes = sorted(places[claim] for claim in same if claim in places)
        yield from ((nodes[0], node) for node in nodes[1:])


def _compare_all(
    ordered: Sequence[Traits], marks: Sequence[Sequence[Mark]], pointers: Container[int]
) -> tuple[dict[Edge, float], dict[Edge, Comparison]]:
    """Give the scores of all pairs worth comparing, and the comparisons of those alike enough to be suggested."""
    scores: dict[Edge, float] = {}
    alike: dict[Edge, Comparison] = {}
    for one, other in _pairs(ordered, pointers):
        if _are_told_apart(ordered[one].statement, ordered[other].statement) or is_barred(marks[one], marks[other]):
            scores[one, other] = 0.0
            continue
        comparison = compare_ordered(ordered[one], ordered[other])
        scores[one, other] = comparison.score
        if comparison.score >= SUGGESTED:
            alike[one, other] = comparison
    return scores, alike


def _are_told_apart(one: Statement, other: Statement) -> bool:
    """Tell whether two statements are of one report and not the very same words: it has told two claims."""
    return one.report.id == other.report.id and share_content(one, other) < SAME_CONTENT


def _pairs(ordered: Sequence[Traits], pointers: Container[int]) -> Iterator[Edge]:
    """Give the pairs that are worth comparing, each once, by their places in the order; what only points is not."""
    index, done = Index(), set[Edge]()
    telling = [at for at in range(len(ordered)) if at not in pointers]
    places = {id(ordered[at]): at for at in telling}
    for at in telling:
        index.add(ordered[at])
    for _, report in groupby(telling, key=lambda at: ordered[at].statement.report.id):
        told = list(report)
        for number, (at, found) in enumerate(zip(told, index.find([ordered[at] for at in told]), strict=True)):
            for other in (*(places[id(each)] for each in found), *told[number + 1 : number + 1 + MOST_WITHIN]):
                edge = (at, other) if at < other else (other, at)
                if edge not in done:
                    done.add(edge)
                    yield edge


def _suggest(alike: dict[Edge, Comparison], groups: list[list[int]], apart: list[Edge]) -> tuple[Comparison, ...]:
    """Give for each two groups that may be one the pair that is most alike, the surest first."""
    home = {node: at for at, nodes in enumerate(groups) for node in nodes}
    judged = {frozenset((home[one], home[other])) for one, other in apart}
    best: dict[frozenset[int], Comparison] = {}
    for (one, other), comparison in sorted(alike.items()):
        between = frozenset((home[one], home[other]))
        if len(between) == 1 or between in judged:
            continue
        if between not in best or comparison.score > best[between].score:
            best[between] = comparison
    return tuple(sorted(best.values(), key=lambda one: (-one.score, one.one, one.other)))
