"""What people decide about claims and what weighing makes of them, with reasons."""

from datetime import datetime, timedelta
from enum import StrEnum

import attrs

from sayso.errors import InputError
from sayso.vocabulary.reason import Reason


class Verdict(StrEnum):
    """A person's answer to whether two claims are the same claim."""

    SAME = "same"
    DIFFERENT = "different"
    UNDECIDED = "undecided"


class Support(StrEnum):
    """How many origins carry a claim, and whether they stand on their own."""

    SINGLE_SOURCE = "single-source"
    REPEATED = "repeated"
    CORROBORATED = "corroborated"
    CROSS_CONFIRMED = "cross-confirmed"


@attrs.frozen(kw_only=True)
class Judgement:
    """A person's decision on two claims: what, by whom, when (aware UTC) and why. Kept for ever, superseded at most."""

    one: str
    other: str
    verdict: Verdict
    by: str
    at: datetime
    why: str | None = None

    def __attrs_post_init__(self) -> None:
        _check_pair(self.one, self.other)
        if self.at.utcoffset() != timedelta(0):
            message = "a judgement needs an aware instant in UTC"
            raise InputError(message)


@attrs.frozen(kw_only=True)
class Comparison:
    """How alike two claims are, from 0 to 1, with the reasons."""

    one: str
    other: str
    score: float
    reasons: tuple[Reason, ...]

    def __attrs_post_init__(self) -> None:
        _check_pair(self.one, self.other)
        if not 0 <= self.score <= 1:
            message = f"a score lies between 0 and 1, not {self.score}"
            raise InputError(message)


@attrs.frozen(kw_only=True)
class Assessment:
    """What a group of same claims rests on.

    ``claims`` are the ids of the group; ``origins`` counts those that say it and do not rest on each other, not those
    that deny or doubt it; ``contested`` tells whether another origin says the contrary. ``contradicts`` and
    ``supersedes`` are ids of claims outside the group: what it speaks against, and what its own origin has revised.
    """

    claims: tuple[str, ...]
    support: Support
    origins: int
    contested: bool
    reasons: tuple[Reason, ...] = ()
    contradicts: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.claims:
            message = "an assessment needs a claim"
            raise InputError(message)
        if self.origins < 0:
            message = "origins cannot be fewer than none"
            raise InputError(message)


def _check_pair(one: str, other: str) -> None:
    if one == other:
        message = f"claim {one} cannot be held against itself"
        raise InputError(message)
