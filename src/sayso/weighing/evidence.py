"""What each piece of evidence for or against two statements being one claim weighs, and how pieces are put together.

Weights are log-odds: they add up, and a logistic curve makes a score from 0 to 1 of the sum. They were set by hand, few
and round, for what a person would make of each piece alone. Then a logistic regression that was held to them was fitted
on the pairs of 24 constructed scenarios, and those it drew away most were moved, to round numbers again; left out one
scenario at a time, weights fitted freely did no better than these.
"""

import math
from collections.abc import Iterable
from functools import lru_cache

from sayso.vocabulary import Reason, Span
from sayso.weighing.statement import Statement

# What two statements have for them before anything is known: that they were held against each other at all.
START = -2.8
# What no other evidence outweighs: the two are not the same claim, however alike they look.
BAR = -20.0

# By what the rules of `compare` are about; each rule gives the reasons of one.
BY_SUBJECT: dict[str, dict[str, float]] = {
    "places": {
        "the same place": 1.4,
        "the same area": 0.8,
        "places of the same name": 1.0,
        "one place lies within the other": 0.5,
        "a place that the report of one names, and the other": 0.2,
        "places close by": -0.5,
        "other places": -3.5,
    },
    "kinds": {
        "the same kind of event": 1.5,
        "kinds of event that go together": 0.8,
        "another kind of event": -1.4,
        "no kind of event to compare": -0.3,
    },
    "hands": {
        "the place is said to change hands in the same way": 1.7,
        "holding need not be having taken": -1.5,
        "advancing is not entering": -2.3,
        "advancing is not taking": BAR,
        "the place is said to change hands otherwise": BAR,
    },
    "standing": {
        "one happens, the other does not yet": BAR,
    },
    "denial": {
        "one says it, the other denies it": 0.5,
        "who denies it is said to have done it": 1.6,
    },
    "sides": {
        "the same side does it": 0.4,
        "another side does it": -3.0,
        "another side is said to have done it": BAR,
        "the same side has it done to it": 0.8,
        "another side has it done to it": -1.0,
    },
    "figures": {
        "the same figure": 1.0,
        "another figure": BAR,
        "only one gives a figure": -2.0,
        "figures of something else": -3.5,
    },
    "things": {
        "about the same things": 2.7,
        "about other things": -1.4,
        "one ends what the other begins": -4.0,
    },
    "words": {
        "words in common": 1.5,
        "few words in common": -0.8,
        "names in common": 2.0,
    },
    "wording": {
        "nearly the same words": 1.5,
    },
    "days": {
        "the same day": 0.5,
        "other days": -1.5,
    },
    "spells": {
        "the same hour or length of time": 1.0,
        "other hours or lengths of time": -0.5,
    },
    "publication": {
        "published about the same time": 0.3,
        "published long apart": -1.0,
    },
    "sources": {
        "one cites the report of the other": 0.7,
        "both cite the same source": 0.8,
    },
    "report": {
        "two claims of one report": -4.0,
        "the very same words": 6.0,
    },
}
WEIGHTS = {rule: weight for weights in BY_SUBJECT.values() for rule, weight in weights.items()}
# Reasons that rest on no words, made once: they are most of all that are given; many of less weight come again.
KEPT = 4096
PLAIN = {rule: Reason(rule=rule, score=weight) for rule, weight in WEIGHTS.items()}


def give(rule: str, *words: tuple[Statement, Span], strength: float = 1.0) -> Reason:
    """Give the reason of a rule; ``strength`` tells how much of its weight it has here."""
    plain = PLAIN[rule] if strength == 1.0 else _weaken(rule, strength)
    if not words:
        return plain
    told = tuple([(statement.report.id, span) for statement, span in words])
    return Reason(rule=rule, score=plain.score, words=told)


@lru_cache(maxsize=KEPT)
def _weaken(rule: str, strength: float) -> Reason:
    return Reason(rule=rule, score=round(WEIGHTS[rule] * strength, 3))


def score_of(reasons: Iterable[Reason]) -> float:
    """Put reasons together: 0 to 1, rounded to four digits so that sums in any order are one."""
    total = START + math.fsum([reason.score for reason in reasons])
    return round(1 / (1 + math.exp(-total)), 4)
