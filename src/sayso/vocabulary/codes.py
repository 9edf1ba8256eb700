"""What an event would be in the schemes of others: a proposal for a person who codes, or why it cannot be coded."""

from enum import StrEnum

import attrs

from sayso.errors import InputError
from sayso.vocabulary.reason import Reason

LEAST_PRECISE = 7


class Scheme(StrEnum):
    """A scheme that events are coded in."""

    ACLED = "acled"
    UCDP = "ucdp"
    PLOVER = "plover"


class NotCodable(StrEnum):
    """Why an event cannot be coded.

    It is not said to have happened; its date, place or actor is not stated, or too coarse; the scheme has no such
    event; it is a consequence of another event; the words do not tell which of the scheme's events it is; nobody is
    said to have died; the two sides are not stated.
    """

    NOT_HAPPENED = "not_happened"
    NO_DATE = "no_date"
    NO_PLACE = "no_place"
    NO_ACTOR = "no_actor"
    OUT_OF_SCOPE = "out_of_scope"
    CONSEQUENCE = "consequence"
    NOT_SPECIFIC = "not_specific"
    NO_DEATHS = "no_deaths"
    NO_SIDES = "no_sides"


@attrs.frozen(kw_only=True)
class Coding:
    """An event in one scheme: its type and what is below it, and how precise time and place are.

    ``type`` is the event_type of ACLED, the type_of_violence of UCDP (`1` to `3`), the type of PLOVER; ``subtype`` the
    sub_event_type of ACLED and the mode of PLOVER, None where the words do not tell it. Precisions are those of the
    scheme; PLOVER has none. ``not_codable`` says why it cannot be coded, empty where it can.
    """

    scheme: Scheme
    type: str | None = None
    subtype: str | None = None
    time_precision: int | None = None
    place_precision: int | None = None
    not_codable: tuple[NotCodable, ...] = ()
    reasons: tuple[Reason, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.type is None and not self.not_codable:
            message = f"an event without a type of {self.scheme} needs the reason why it cannot be coded"
            raise InputError(message)
        for one in (self.time_precision, self.place_precision):
            if one is not None and not 1 <= one <= LEAST_PRECISE:
                message = f"a precision of {self.scheme} lies between 1 and {LEAST_PRECISE}, not {one}"
                raise InputError(message)
