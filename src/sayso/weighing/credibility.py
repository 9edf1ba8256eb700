"""Standing -> the digit of the Admiralty scale, worked out by rule and told in a sentence.

The rules are asked in order, and the first that applies decides. The digit says what a claim rests on and who speaks
against it, and nothing of whether it is true. 5, improbable, is never worked out: only a person can say so; nor is the
letter, which is for a source and given by people alone.

Source: the scale of NATO STANAG 2511 (AJP-2.1), whose digits 1 to 4 are told here by counting origins.
"""

from collections.abc import Callable, Iterable
from itertools import islice

import attrs

from sayso.vocabulary import Credibility, Modality, Reason, Stance, Support
from sayso.weighing.standing import Standing, called, listed
from sayso.weighing.statement import Statement

OPINION = "opinion"
FORECAST = "forecast"
PLAN = "plan"
QUESTION = "question"
# What cannot be so or not so yet: by what the origin does with it, or by how it speaks of what happens.
NOT_YET = {
    Stance.OPINES: OPINION,
    Stance.PREDICTS: FORECAST,
    Stance.INTENDS: PLAN,
    Stance.ASKS: QUESTION,
}
NOT_YET_AS_TOLD = {
    Modality.PREDICTED: FORECAST,
    Modality.PLANNED: PLAN,
    Modality.HYPOTHETICAL: "supposition",
}
ONE = 1
# Statements that a reason points to, the earliest first; the assessment holds them all.
MOST_WORDS = 3
NOBODY = "whom nothing names"


@attrs.frozen(kw_only=True)
class Judged:
    """The digit, the sentence that says why, and the rule with the words it rests on."""

    credibility: Credibility
    sentence: str
    reason: Reason


def credibility_of(standing: Standing) -> Judged:
    """Give the digit of a group of same claims; the first rule that applies decides."""
    return next(found for rule in RULES if (found := rule(standing)) is not None)


def nobody_says_it(standing: Standing) -> Judged | None:
    """It is only denied or doubted: whoever said it first is not among the reports."""
    if standing.saying:
        return None
    sentence = "Nobody says it in these reports; it is only denied or doubted."
    return _judge(Credibility.CANNOT_BE_JUDGED, sentence, "nobody says it", standing.statements)


def nothing_to_confirm(standing: Standing) -> Judged | None:
    """All who say it give an opinion, a forecast, a plan or a question: nothing that is so or not so yet."""
    kinds = {_not_yet(one) for one in standing.saying}
    if None in kinds:
        return None
    words = " or ".join(sorted(kind for kind in kinds if kind))
    sentence = f"It is {_article(words)} {words}, which nothing can confirm yet."
    return _judge(Credibility.CANNOT_BE_JUDGED, sentence, "nothing to confirm", standing.saying)


def too_little_is_said(standing: Standing) -> Judged | None:
    """It names no event, place, time or number: too little to hold against what others say."""
    if any(map(_can_be_held, standing.saying)):
        return None
    sentence = "It names no event, place, time or number that could be held against what others say."
    return _judge(Credibility.CANNOT_BE_JUDGED, sentence, "too little is said", standing.saying)


def others_speak_against_it(standing: Standing) -> Judged | None:
    """Another origin says the contrary. However many say it, it is contested, and people must look."""
    if not standing.contested_by:
        return None
    against = listed(tuple(map(called, standing.contested_by)))
    speak = "speaks" if len(standing.contested_by) == ONE else "speak"
    sentence = f"{_say_it(standing)}; {against} {speak} against it."
    said = {one.id for one in standing.saying}
    speaking = (one for one in standing.statements if one.id not in said)
    return _judge(Credibility.CONTESTED, sentence, "others speak against it", speaking)


def opposing_sides_say_it(standing: Standing) -> Judged | None:
    """Origins of opposing sides say the same, each on its own, and nobody speaks against it."""
    if standing.support is not Support.CROSS_CONFIRMED:
        return None
    sentence = f"{_say_it(standing)}, on opposing sides, and nobody here speaks against it."
    return _judge(Credibility.CROSS_CONFIRMED, sentence, "opposing sides say it", standing.saying)


def several_origins_say_it(standing: Standing) -> Judged | None:
    """Two or more origins say it that do not rest on each other, and nobody speaks against it."""
    if standing.support is not Support.CORROBORATED:
        return None
    sentence = f"{_say_it(standing)}, none resting on another, and nobody here speaks against it."
    return _judge(Credibility.CORROBORATED, sentence, "several origins say it", standing.saying)


def one_origin_says_it(standing: Standing) -> Judged:
    """All that is said of it rests on one origin, in however many reports."""
    sentence = f"{_say_it(standing)}, and nobody here speaks against it."
    return _judge(Credibility.SINGLE_ORIGIN, sentence, "one origin says it", standing.saying)


RULES: tuple[Callable[[Standing], Judged | None], ...] = (
    nobody_says_it,
    nothing_to_confirm,
    too_little_is_said,
    others_speak_against_it,
    opposing_sides_say_it,
    several_origins_say_it,
    one_origin_says_it,
)


def _say_it(standing: Standing) -> str:
    counted = standing.counted or standing.origins
    names = listed(tuple(map(called, counted))) or NOBODY
    if len(counted) > ONE:
        return f"{len(counted)} origins say it, {names}"
    if standing.reports > ONE:
        return f"{standing.reports} reports carry it, and all rest on one origin, {names}"
    return f"One origin says it, {names}"


def _not_yet(statement: Statement) -> str | None:
    """Give why a statement cannot be confirmed yet, None where it can."""
    kind = NOT_YET.get(statement.claim.stance) or NOT_YET_AS_TOLD.get(statement.modality)
    return kind or ("supposition" if statement.claim.hypothetical else None)


def _can_be_held(statement: Statement) -> bool:
    claim = statement.claim
    return bool(claim.events or claim.quantities or claim.things or statement.places or statement.days)


def _article(word: str) -> str:
    return "an" if word.startswith("o") else "a"


def _judge(digit: Credibility, sentence: str, rule: str, statements: Iterable[Statement]) -> Judged:
    words = tuple((one.report.id, one.claim.content[0]) for one in islice(statements, MOST_WORDS))
    return Judged(credibility=digit, sentence=sentence, reason=Reason(rule=rule, score=1.0, words=words))
