"""What people decide about claims and what weighing makes of them, with reasons."""

from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

import attrs

from sayso.errors import InputError
from sayso.vocabulary.claim import LinkKind
from sayso.vocabulary.reason import Reason
from sayso.vocabulary.report import Span
from sayso.vocabulary.side import SIDE, UNKNOWN_SIDE
from sayso.vocabulary.stance import Stance
from sayso.vocabulary.versions import Recirculated, Versions


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


class Credibility(IntEnum):
    """The digit of the Admiralty scale, worked out from what supports a claim and speaks against it.

    It says nothing of truth. 5 is given by people alone; so is the letter for a source.
    """

    CROSS_CONFIRMED = 1
    CORROBORATED = 2
    SINGLE_ORIGIN = 3
    CONTESTED = 4
    IMPROBABLE = 5
    CANNOT_BE_JUDGED = 6


class Missing(StrEnum):
    """What a claim lacks for whoever wants to rest on it."""

    SECOND_ORIGIN = "second_origin"
    NAMED_ORIGIN = "named_origin"
    DATE = "date"
    PLACE = "place"
    OTHER_SIDE = "other_side"
    IMAGE_OR_DOCUMENT = "image_or_document"


class Alteration(StrEnum):
    """What became other on the way from one statement of a claim to the next, or was dropped.

    ``denial``: the later report says it and leaves out that another had denied it before.
    """

    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    EVENT = "event"
    MODALITY = "modality"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    DENIAL = "denial"


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
class Copy:
    """A passage that two reports share: where it stands in each, and how many words of the first it has."""

    one: str
    one_span: Span
    other: str
    other_span: Span
    words: int

    def __attrs_post_init__(self) -> None:
        _check_pair(self.one, self.other)
        if self.words < 1:
            message = f"reports {self.one} and {self.other} share no passage of {self.words} words"
            raise InputError(message)


@attrs.frozen(kw_only=True)
class Origin:
    """Whoever it is on whose word statements of a claim finally rest, in whatever reports and under whatever names.

    ``id`` is computed from its statements; ``name`` is the fullest name that a report gives it, ``private`` where that
    must not be shown. ``outlet``: a report that says it in its own voice, with nobody behind it that could be found.
    ``stands_alone``: whether it is counted, resting on no other origin of the claim; ``rests_on`` names the ids of
    those that it does rest on. ``reasons`` say why statements are held to be of this one origin, and why it is held
    apart from the others.
    """

    id: str
    name: str
    kind: LinkKind
    side: str = UNKNOWN_SIDE
    party: str | None = None
    private: bool = False
    outlet: bool = False
    stands_alone: bool = True
    rests_on: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.name:
            message = f"origin {self.id} has no name"
            raise InputError(message)
        for side in (self.side, self.party or UNKNOWN_SIDE):
            if not SIDE.fullmatch(side):
                message = f"origin {self.name}: a side is two to eight of A-Z and 0-9 or unknown, not {side!r}"
                raise InputError(message)
        if self.stands_alone == bool(self.rests_on):
            message = f"origin {self.name} stands alone or rests on others, one of the two"
            raise InputError(message)


@attrs.frozen(kw_only=True)
class Stated:
    """One statement of a claim: which report says it, where, and whose word it is.

    ``claim`` is the id of the claim in the reading of ``report``; ``origin`` the id of an `Origin` of the assessment.
    ``rests_on`` is the claim of the earlier statement of the assessment that it was taken from; None where it was taken
    from none here, or that cannot be told.
    """

    report: str
    claim: str
    content: tuple[Span, ...]
    stance: Stance
    origin: str
    rests_on: str | None = None


@attrs.frozen(kw_only=True)
class Change:
    """What became other between two statements, ``before`` and ``after`` (ids of claims): the words of each, and why.

    ``was`` and ``became`` are values for people, in the form the readings hold them; None where there is none.
    """

    alteration: Alteration
    before: str
    after: str
    was: str | None
    became: str | None
    reason: Reason

    def __attrs_post_init__(self) -> None:
        _check_pair(self.before, self.after)


@attrs.frozen(kw_only=True)
class Assessment:
    """What a group of same claims rests on.

    ``id`` is that of its earliest statement's claim, ``gist`` the id of the claim whose words tell it best.
    ``statements`` are in the order of publication, ``origins`` those who say it and those who deny or doubt it.
    ``origin_count`` counts those that say it and do not rest on each other, not those that deny or doubt it;
    ``contested`` tells whether another origin says the contrary, ``contested_by`` which: ids of origins, here or in an
    assessment in ``contradicts``. ``contradicts`` and ``supersedes`` are ids of other assessments: what it speaks
    against, and what its own origin has revised by it. ``credibility_reason`` is a sentence. ``changes`` tell what
    became other on the way.
    """

    id: str
    gist: str
    statements: tuple[Stated, ...]
    origins: tuple[Origin, ...]
    origin_count: int
    support: Support
    contested: bool
    contested_by: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    credibility: Credibility
    credibility_reason: str
    reasons: tuple[Reason, ...] = ()
    missing: tuple[Missing, ...] = ()
    changes: tuple[Change, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.statements:
            message = "an assessment needs a statement"
            raise InputError(message)
        if self.origin_count < 0:
            message = "origins cannot be fewer than none"
            raise InputError(message)
        known = {origin.id for origin in self.origins}
        if len(known) < len(self.origins) or not {one.origin for one in self.statements} <= known:
            message = f"assessment {self.id}: each statement needs one origin of its own assessment"
            raise InputError(message)
        if self.gist not in {one.claim for one in self.statements}:
            message = f"assessment {self.id}: its gist is none of its statements"
            raise InputError(message)


@attrs.frozen(kw_only=True)
class Weighing:
    """All that weighing makes of some readings.

    ``suggestions`` are pairs of claims that may be the same and are not held to be: for people to judge. ``copies``
    are the passages that reports share, ``versions`` reports that are versions of one, ``recirculated`` those whose
    text was published long before.
    """

    assessments: tuple[Assessment, ...]
    suggestions: tuple[Comparison, ...] = ()
    copies: tuple[Copy, ...] = ()
    versions: tuple[Versions, ...] = ()
    recirculated: tuple[Recirculated, ...] = ()


def _check_pair(one: str, other: str) -> None:
    if one == other:
        message = f"{one} cannot be held against itself"
        raise InputError(message)
