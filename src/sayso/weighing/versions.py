"""Two versions of a report -> what the later one revises, claim by claim.

Claims are paired by their words; what has no pair was added or dropped. A claim of a pair is softened where the later
version says it more carefully than the earlier, hardened the other way round, altered where a number, day, place or
name became another. Each rule gives a reason, and its docstring is for users.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.vocabulary import Copy, EventType, Modality, Reason, Stance
from sayso.vocabulary.versions import Revised, Revision, Versions
from sayso.weighing.alterations import date_shifted, event_turned, name_altered, number_altered, place_swapped
from sayso.weighing.shared_text import version_pairs
from sayso.weighing.statement import Statement, order_of

# Of the words of both claims that must be shared for them to be one claim in two versions.
LIKE = 0.5
# Claims of one report that are looked at, so that a hostile page costs no more than a long one.
MOST_CLAIMS = 300
FIRMNESS = {
    Modality.HYPOTHETICAL: 0,
    Modality.PREDICTED: 1,
    Modality.PLANNED: 2,
    Modality.ONGOING: 3,
    Modality.ACTUAL: 4,
}
CAREFUL = frozenset((Stance.PREDICTS, Stance.OPINES, Stance.INTENDS, Stance.DOUBTS, Stance.ASKS))
ALTERED = (number_altered, date_shifted, place_swapped, event_turned, name_altered)


def versions_among(statements: Iterable[Statement], copies: Iterable[Copy] = ()) -> tuple[Versions, ...]:
    """Find the versions of one report among those that statements come from, and compare each with the next."""
    of_report: dict[str, list[Statement]] = defaultdict(list)
    for one in sorted(statements, key=order_of):
        of_report[one.report.id].append(one)
    reports = [found[0].report for found in of_report.values()]
    return tuple(
        Versions(
            earlier=earlier.id,
            later=later.id,
            share=shared.of_shorter,
            revised=compare_versions(of_report[earlier.id], of_report[later.id]),
            reason=reason,
        )
        for earlier, later, shared, reason in version_pairs(reports, copies)
    )


def compare_versions(earlier: Sequence[Statement], later: Sequence[Statement]) -> tuple[Revised, ...]:
    """Tell what a later version revises: its claims in the order of its text, then those that it drops."""
    earlier, later = earlier[:MOST_CLAIMS], later[:MOST_CLAIMS]
    pairs = _pair(earlier, later)
    found: list[Revised] = []
    for after in later:
        before = pairs.get(after.id)
        if before is None:
            found.append(Revised(revision=Revision.ADDED, before=None, after=after.id, reason=_alone("added", after)))
        else:
            found.extend(_revise(before, after))
    kept = {one.id for one in pairs.values()}
    found.extend(
        Revised(revision=Revision.DROPPED, before=before.id, after=None, reason=_alone("dropped", before))
        for before in earlier
        if before.id not in kept
    )
    return tuple(found)


def hedge_set(firm: Statement, careful: Statement) -> Reason | None:
    """One version marks it as uncertain, by `reportedly` or the like; the other does not."""
    is_so = careful.claim.hedged and firm.claim.hedged is False
    return _both("hedge set", firm, careful) if is_so else None


def source_named(firm: Statement, careful: Statement) -> Reason | None:
    """One version says whose word it is, or that it is no more than said; the other states it as its own."""
    is_so = firm.claim.is_own_voice and not careful.claim.is_own_voice and bool(careful.claim.cue)
    return _both("source named", firm, careful) if is_so else None


def modality_weaker(firm: Statement, careful: Statement) -> Reason | None:
    """One version tells as done what the other tells as going on, planned, expected or supposed."""
    strong, weak = FIRMNESS.get(firm.modality), FIRMNESS.get(careful.modality)
    if strong is None or weak is None or weak >= strong:
        return None
    is_control = firm.event is not None and firm.event.type is EventType.CONTROL
    if weak == FIRMNESS[Modality.ONGOING] and not is_control:
        return None
    return _both("modality weaker", firm, careful)


def stance_weaker(firm: Statement, careful: Statement) -> Reason | None:
    """One version has its origin assert what it forecasts, supposes, plans, doubts or asks in the other."""
    is_so = firm.claim.stance is Stance.ASSERTS and careful.claim.stance in CAREFUL
    return _both("stance weaker", firm, careful) if is_so else None


CARE: tuple[Callable[[Statement, Statement], Reason | None], ...] = (
    hedge_set,
    source_named,
    modality_weaker,
    stance_weaker,
)


def _revise(before: Statement, after: Statement) -> Iterator[Revised]:
    for rule in CARE:
        for revision, firm, careful in ((Revision.SOFTENED, before, after), (Revision.HARDENED, after, before)):
            reason = rule(firm, careful)
            if reason is not None:
                yield Revised(revision=revision, before=before.id, after=after.id, reason=reason)
    for altered in ALTERED:
        for change in altered(before, after):
            yield Revised(
                revision=Revision.ALTERED,
                before=before.id,
                after=after.id,
                was=change.was,
                became=change.became,
                reason=change.reason,
            )


def _pair(earlier: Sequence[Statement], later: Sequence[Statement]) -> dict[str, Statement]:
    """Pair claims by their words, the most alike first, each at most once: id of the later to the earlier."""
    words, others = ([frozenset(one.words) for one in version] for version in (later, earlier))
    alike = [
        (-score, at, place)
        for at, here in enumerate(words)
        for place, there in enumerate(others)
        if (score := len(here & there) / (len(here | there) or 1)) >= LIKE
    ]
    pairs: dict[str, Statement] = {}
    taken: set[int] = set()
    for _, at, place in sorted(alike):
        if later[at].id not in pairs and place not in taken:
            pairs[later[at].id] = earlier[place]
            taken.add(place)
    return pairs


def _alone(rule: str, statement: Statement) -> Reason:
    return Reason(rule=rule, score=1.0, words=((statement.report.id, statement.claim.content[0]),))


def _both(rule: str, one: Statement, other: Statement) -> Reason:
    words = tuple((said.report.id, said.claim.content[0]) for said in (one, other))
    return Reason(rule=rule, score=1.0, words=words)
