"""How many, how far: the counts and distances of a claim, with what is counted and what became of it."""

from enum import StrEnum

import attrs

from sayso.errors import InputError
from sayso.vocabulary.report import Span


class Counted(StrEnum):
    """What a quantity counts: people, things, actions (attacks, clashes), or the metres of a distance."""

    PEOPLE = "people"
    THINGS = "things"
    ACTIONS = "actions"
    DISTANCE = "distance"


class Unit(StrEnum):
    """What is counted, one by one; a family is a unit of its own, for how many people it has is not said."""

    PERSON = "person"
    CIVILIAN = "civilian"
    SOLDIER = "soldier"
    FIGHTER = "fighter"
    CHILD = "child"
    WOMAN = "woman"
    MAN = "man"
    PRISONER = "prisoner"
    HOSTAGE = "hostage"
    REFUGEE = "refugee"
    POLICE_OFFICER = "police_officer"
    MEDIC = "medic"
    RESCUER = "rescuer"
    JOURNALIST = "journalist"
    AID_WORKER = "aid_worker"
    OFFICIAL = "official"
    WORKER = "worker"
    FAMILY = "family"
    DRONE = "drone"
    MISSILE = "missile"
    BOMB = "bomb"
    SHELL = "shell"
    MINE = "mine"
    AIRCRAFT = "aircraft"
    HELICOPTER = "helicopter"
    TANK = "tank"
    ARMOURED_VEHICLE = "armoured_vehicle"
    VEHICLE = "vehicle"
    GUN = "gun"
    AIR_DEFENCE = "air_defence"
    SHIP = "ship"
    TRAIN = "train"
    WEAPON = "weapon"
    HOUSE = "house"
    FLAT = "flat"
    BUILDING = "building"
    SCHOOL = "school"
    HOSPITAL = "hospital"
    BRIDGE = "bridge"
    SETTLEMENT = "settlement"
    POSITION = "position"
    ATTACK = "attack"
    CLASH = "clash"
    EXPLOSION = "explosion"
    VIOLATION = "violation"
    METRE = "metre"

    @property
    def counted(self) -> Counted:
        """What sort of thing it is."""
        return COUNTED[self]


_PEOPLE = tuple(Unit)[: tuple(Unit).index(Unit.FAMILY) + 1]
_ACTIONS = (Unit.ATTACK, Unit.CLASH, Unit.EXPLOSION, Unit.VIOLATION)
COUNTED = (
    dict.fromkeys(Unit, Counted.THINGS)
    | dict.fromkeys(_PEOPLE, Counted.PEOPLE)
    | dict.fromkeys(_ACTIONS, Counted.ACTIONS)
    | {Unit.METRE: Counted.DISTANCE}
)


class Status(StrEnum):
    """What became of those counted; ``casualties`` where the dead and the wounded are not told apart."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    MISSING = "missing"
    CAPTURED = "captured"
    DETAINED = "detained"
    RELEASED = "released"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    RESCUED = "rescued"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    INTERCEPTED = "intercepted"
    LAUNCHED = "launched"


# What only befalls people, and what only things; the rest may befall either.
OF_PEOPLE = frozenset(
    (
        *(Status.KILLED, Status.WOUNDED, Status.CASUALTIES, Status.MISSING),
        *(Status.DETAINED, Status.RELEASED, Status.DISPLACED, Status.EVACUATED, Status.RESCUED),
    )
)
OF_THINGS = frozenset((Status.DESTROYED, Status.DAMAGED, Status.INTERCEPTED, Status.LAUNCHED))


class Approximation(StrEnum):
    """How a number is bounded or blurred by the words around it; ``vague`` where there is no number (`dozens`)."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    ABOUT = "about"
    VAGUE = "vague"


@attrs.frozen(kw_only=True)
class Quantity:
    """A count or a distance: the words of the amount, its bounds, what is counted, and what became of it.

    ``low`` and ``high`` are whole numbers as they are written, None where that side is open: `more than 12` is from 12,
    and ``approximation`` says that 12 itself is left out. A distance is in metres. ``of`` are the words that name what
    is counted, ``cue`` those that say what became of it; ``unit`` and ``status`` are None where that is not stated,
    ``counted`` where neither tells. ``including``: it is part of a larger count, at ``part_of`` among the quantities of
    the claim where that one is there. ``total``: it is the state of a count that runs on (`the toll rose to 12`).
    """

    span: Span
    low: int | None
    high: int | None
    approximation: Approximation | None = None
    counted: Counted | None
    unit: Unit | None = None
    of: Span | None = None
    status: Status | None = None
    cue: Span | None = None
    including: bool = False
    part_of: int | None = None
    total: bool = False

    def __attrs_post_init__(self) -> None:
        if self.low is None and self.high is None:
            self._refuse("has no bound")
        if min(self.low or 0, self.high or 0) < 0:
            self._refuse("is below 0")
        if self.low is not None and self.high is not None and self.low > self.high:
            self._refuse("ends before it begins")
        if self.unit is not None and self.unit.counted is not self.counted:
            self._refuse(f"counts {self.unit} as {self.counted}")
        if self.part_of is not None and not (self.including and self.part_of >= 0):
            self._refuse("is part of another only where it is included, which is counted from 0")

    def _refuse(self, why: str) -> None:
        message = f"the quantity at {self.span.start}, {self.span.end}, {self.low} to {self.high}, {why}"
        raise InputError(message)

    def spans(self) -> tuple[Span, ...]:
        """Give all the words it rests on, the amount first."""
        return (self.span, *(one for one in (self.of, self.cue) if one is not None))
