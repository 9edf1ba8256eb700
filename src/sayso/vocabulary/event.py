"""What is said to have happened: events, who did what to whom, and whether it is said to be so at all.

``has_happened`` is the one judge of whether an event counts: whatever counts, lists or draws events asks it.
"""

from enum import StrEnum
from typing import Protocol

import attrs

from sayso.errors import InputError
from sayso.vocabulary.codes import Coding
from sayso.vocabulary.reason import Reason
from sayso.vocabulary.report import Span
from sayso.vocabulary.side import SIDE, UNKNOWN_SIDE
from sayso.vocabulary.stance import Stance


class EventType(StrEnum):
    """The kinds of event a claim can speak of."""

    CONTROL = "control"
    ADVANCE = "advance"
    WITHDRAWAL = "withdrawal"
    CLASH = "clash"
    STRIKE = "strike"
    INTERCEPTION = "interception"
    CASUALTIES = "casualties"
    DAMAGE = "damage"
    EVACUATION = "evacuation"
    AID = "aid"
    DETENTION = "detention"
    BUILDUP = "buildup"
    ABUSE = "abuse"
    DIPLOMACY = "diplomacy"
    PROTEST = "protest"
    OTHER = "other"


class Direction(StrEnum):
    """What becomes of a place in an event of ``control``, as seen from its actor; ``contested``: nobody has it."""

    TAKEN = "taken"
    LOST = "lost"
    HELD = "held"
    ENTERED = "entered"
    CONTESTED = "contested"


class Modality(StrEnum):
    """How an event is spoken of, by its origin: done, going on, meant to be done, expected, supposed, or not so.

    ``unknown`` where the origin asks whether it is so, or the reader cannot tell.
    """

    ACTUAL = "actual"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PREDICTED = "predicted"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class Participant:
    """Who does something or has it done to them: the words, the name they give, and the side where it can be told.

    ``side`` is that of a link: ISO 3166-1 alpha-2, ``INT``, the abbreviation of a party, or ``unknown``.
    """

    span: Span
    name: str
    side: str = UNKNOWN_SIDE

    def __attrs_post_init__(self) -> None:
        if not self.name:
            message = f"the participant at {self.span.start}, {self.span.end} needs a name"
            raise InputError(message)
        if not SIDE.fullmatch(self.side):
            message = f"participant {self.name}: a side is two to eight of A-Z and 0-9 or unknown, not {self.side!r}"
            raise InputError(message)


@attrs.frozen(kw_only=True)
class Event:
    """What a claim says happens: ``places`` and ``time`` are indices, from 0, into those of the reading.

    ``trigger`` is the word that tells the type, None where no single word does. ``actor`` does it, ``target`` has it
    done to it; None where the text does not state them. ``direction`` belongs to ``control`` alone. ``modality`` is how
    the origin speaks of it: a negation is in it as well as a denial. ``codes`` are what it would be in other schemes.
    """

    type: EventType
    trigger: Span | None = None
    places: tuple[int, ...] = ()
    time: int | None = None
    actor: Participant | None = None
    target: Participant | None = None
    direction: Direction | None = None
    modality: Modality = Modality.UNKNOWN
    reasons: tuple[Reason, ...] = ()
    codes: tuple[Coding, ...] = ()

    def __attrs_post_init__(self) -> None:
        if min((*self.places, self.time or 0)) < 0:
            message = f"an event counts places and times from 0, not {self.places}, {self.time}"
            raise InputError(message)
        if self.direction is not None and self.type is not EventType.CONTROL:
            message = f"an event of {self.type} has no direction, {self.direction} is one of control"
            raise InputError(message)


class Told(Protocol):
    """What of a claim decides whether its events count."""

    @property
    def stance(self) -> Stance:
        """What the origin does with the claim."""

    @property
    def hypothetical(self) -> bool | None:
        """Whether the content is supposed."""


HAPPENING = frozenset((Modality.ACTUAL, Modality.ONGOING))


def has_happened(claim: Told, event: Event) -> bool:
    """Tell whether an event counts as having happened, by the word of the claim's origin.

    It does where the origin asserts the claim, supposes nothing, and speaks of the event as done or going on; what is
    denied, doubted, asked, planned, feared, forecast or negated does not.
    """
    return claim.stance is Stance.ASSERTS and not claim.hypothetical and event.modality in HAPPENING
