"""Figures that were revised: a later state of a count replaces the earlier one, and does not speak against it."""

from itertools import product

from sayso.vocabulary import Origin, Quantity, Reason, Span
from sayso.weighing.facts import Facts, days_apart, excluding_counts, is_higher
from sayso.weighing.opposition import Opponents, are_opposed
from sayso.weighing.same_origin import is_same_origin, share_source
from sayso.weighing.sources import AUTHORITIES

# A count of one event runs on for so many days at most.
RUNNING_DAYS = 14
# A higher figure of another body of one side is taken for a later state of the count within so many days.
SAME_COUNT_DAYS = 2


def find_revision(earlier: Facts, later: Facts, opponents: Opponents) -> Reason | None:
    """Revised figures: by their own origin, as a state of a count that runs on, or upwards by the same authorities.

    The later figure supersedes the earlier one, which is not contested by it. A count that runs on does not fall, but
    by its own origin. The figures of a hospital, a watcher or a medium beside those of authorities are counts of their
    own.
    """
    if not earlier.counts or not later.counts:
        return None
    apart = days_apart(earlier, later)
    if apart is None or apart > RUNNING_DAYS or not _meet(earlier, later):
        return None
    for before, after in excluding_counts(earlier, later):
        is_raised = is_higher(after, before)
        rule = _judge(earlier, later, is_running=after.total and is_raised, opponents=opponents)
        if rule is None and apart <= SAME_COUNT_DAYS and is_raised and _is_of_authorities(earlier, later):
            is_disputed = _is_disputed(earlier, later, opponents)
            rule = None if is_disputed else "a higher figure of the same authorities: a later state of the count"
        if rule is not None:
            return Reason(rule=rule, score=1.0, words=(*_words(earlier, before), *_words(later, after)))
    return None


def _judge(earlier: Facts, later: Facts, *, is_running: bool, opponents: Opponents) -> str | None:
    is_own = any(is_same_origin(one, other) for one, other in product(_saying(earlier), _saying(later)))
    if is_own or share_source(earlier.case.saying, later.case.saying):
        return "a figure revised by its own origin"
    if is_running and not _is_disputed(earlier, later, opponents):
        return "a later state of a count that runs on"
    return None


def _is_disputed(one: Facts, other: Facts, opponents: Opponents) -> bool:
    """Tell whether the figures are those of opposing sides, or one side's and that of somebody who watches."""
    return any(are_opposed(left, right, opponents) for left, right in product(one.speakers, other.speakers))


def _is_of_authorities(one: Facts, other: Facts) -> bool:
    """Tell whether both figures are those of authorities, or of nobody whose role is known."""
    return one.roles | other.roles <= AUTHORITIES


def _meet(one: Facts, other: Facts) -> bool:
    return bool(one.places & other.places) and bool(one.types & other.types)


def _saying(facts: Facts) -> tuple[Origin, ...]:
    return facts.case.traced.saying


def _words(facts: Facts, count: Quantity) -> tuple[tuple[str, Span], ...]:
    """Give where a count stands."""
    saying = facts.case.saying or facts.case.group
    return tuple((one.report.id, count.span) for one in saying if count in one.claim.quantities)


SAYING = {
    "a figure revised by its own origin": find_revision,
    "a later state of a count that runs on": find_revision,
    "a higher figure of the same authorities: a later state of the count": find_revision,
}
