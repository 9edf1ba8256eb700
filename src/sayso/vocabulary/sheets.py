"""Sheets: what each side says of who holds a place, and what figures of casualties are told of an event.

A sheet lists who says what and when, side by side. It holds no vote and no verdict, and adds nothing up.
"""

from datetime import datetime

import attrs

from sayso.errors import InputError
from sayso.vocabulary.event import Direction, Modality
from sayso.vocabulary.quantity import Approximation, Status, Unit
from sayso.vocabulary.report import Span
from sayso.vocabulary.side import SIDE, UNKNOWN_SIDE
from sayso.vocabulary.stance import Stance


@attrs.frozen(kw_only=True)
class Sayer:
    """Whose word a line of a sheet is: the origin's id and name as in the assessment, and the side it speaks for.

    ``private``: the name must not be shown.
    """

    origin: str
    name: str
    side: str = UNKNOWN_SIDE
    private: bool = False

    def __attrs_post_init__(self) -> None:
        if not self.name:
            message = f"origin {self.origin} has no name"
            raise InputError(message)
        _check_side(self.side)


@attrs.frozen(kw_only=True)
class ControlSaid:
    """One statement of who has a place.

    ``holder`` is the side whose hold it speaks of and ``direction`` what becomes of the place as seen from it: taken,
    lost, held, entered, contested; None where the text does not tell. ``stance`` and ``modality`` are those of the
    claim and its event, ``happened`` what `has_happened` says of them: a denial and a plan are lines of the sheet too.
    ``since`` is when it came to be so, as the text tells it (EDTF), None where it does not; ``published`` an instant in
    UTC. ``report``, ``claim``, ``content`` and ``assessment`` lead back to the words.
    """

    sayer: Sayer
    holder: str = UNKNOWN_SIDE
    direction: Direction | None = None
    stance: Stance
    modality: Modality
    happened: bool
    since: str | None = None
    published: datetime | None = None
    report: str
    claim: str
    content: tuple[Span, ...]
    assessment: str

    def __attrs_post_init__(self) -> None:
        _check_side(self.holder)


@attrs.frozen(kw_only=True)
class SideOnControl:
    """What one side says of a place, in the order of publication; nothing where it is silent."""

    side: str
    says: tuple[ControlSaid, ...] = ()

    def __attrs_post_init__(self) -> None:
        _check_side(self.side)

    @property
    def is_silent(self) -> bool:
        """Whether nothing that was weighed has a word of this side on the place."""
        return not self.says


@attrs.frozen(kw_only=True)
class ControlSheet:
    """Who says what of the hold on one place.

    ``place`` is its name, ``geonameid``, ``admin`` and ``country`` tell it apart, None where they are not known.
    ``sides`` are those who speak and those whose hold is spoken of, in alphabetical order, the silent among them;
    ``others`` what third parties and those without a known side say, in the order of publication.
    """

    place: str
    geonameid: int | None = None
    admin: str | None = None
    country: str | None = None
    sides: tuple[SideOnControl, ...] = ()
    others: tuple[ControlSaid, ...] = ()

    def __attrs_post_init__(self) -> None:
        names = [one.side for one in self.sides]
        if len(set(names)) < len(names):
            message = f"the sheet of {self.place} has a side twice"
            raise InputError(message)


@attrs.frozen(kw_only=True)
class Figure:
    """One figure of casualties: how many, as a quantity of a claim tells it, who says so and when.

    ``low`` and ``high`` are whole, None where that side is open. ``including``: part of a larger figure; ``total``: the
    state of a count that runs on. ``stance`` tells a figure that is denied or doubted from one that is asserted.
    ``superseded``: its own origin has revised it since. ``span`` are the words of the figure.
    """

    sayer: Sayer
    low: int | None
    high: int | None
    approximation: Approximation | None = None
    status: Status
    unit: Unit | None = None
    including: bool = False
    total: bool = False
    stance: Stance
    superseded: bool = False
    published: datetime | None = None
    report: str
    claim: str
    span: Span
    assessment: str


@attrs.frozen(kw_only=True)
class FigureRange:
    """From the least to the greatest figure of one status over ``origins`` origins, never a sum; None where open."""

    status: Status
    low: int | None
    high: int | None
    origins: int


@attrs.frozen(kw_only=True)
class CasualtySheet:
    """The figures told of one event, by its place and day.

    ``day`` is the date or interval in EDTF as the texts tell it, None where they do not. ``figures`` are in the order
    of publication. ``ranges`` span what origins assert and have not revised; parts of larger figures are in none.
    """

    place: str
    geonameid: int | None = None
    admin: str | None = None
    country: str | None = None
    day: str | None = None
    figures: tuple[Figure, ...] = ()
    ranges: tuple[FigureRange, ...] = ()


def _check_side(side: str) -> None:
    if not SIDE.fullmatch(side):
        message = f"a side is two to eight of A-Z and 0-9 or unknown, not {side!r}"
        raise InputError(message)
