"""Why a score or a decision is what it is: the rule that spoke and the words it rests on."""

import math

import attrs

from sayso.errors import InputError
from sayso.vocabulary.report import Span


@attrs.frozen(kw_only=True)
class Reason:
    """Why a score is what it is: the rule that spoke, what it gave, and the words it rests on.

    A score below 0 speaks against. ``words`` are pairs of a report's id and a span of that report's text.
    """

    rule: str
    score: float
    words: tuple[tuple[str, Span], ...] = ()

    def __attrs_post_init__(self) -> None:
        if not math.isfinite(self.score):
            message = f"rule {self.rule}: {self.score} is no score"
            raise InputError(message)
