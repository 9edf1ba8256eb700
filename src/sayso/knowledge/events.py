"""The words of a language that tell what happens, to whom, and whether it is said to be so.

Read from events.tsv, event_marks.tsv and events.toml of a language folder. Raises KnowledgeError naming the file and
what is wrong.
"""

import tomllib
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.folders import language_folder, list_languages
from sayso.knowledge.nations import Nations, load_nations, read_nations
from sayso.knowledge.phrases import fold_word
from sayso.knowledge.tables import Worded, read_table
from sayso.knowledge.triggers import Endings, Triggers
from sayso.vocabulary import Direction, EventType

NONE = "-"
NO_EVENT = "none"


class Frame(StrEnum):
    """Who stands where about a word: events.tsv says what each means."""

    ACT = "act"
    GO = "go"
    BEFALL = "befall"
    DEED = "deed"
    THING = "thing"


VERBS = frozenset((Frame.ACT, Frame.GO, Frame.BEFALL))


def _type(name: str) -> EventType | None:
    return None if name == NO_EVENT else EventType(name)


def _direction(name: str) -> Direction | None:
    return None if name == NONE else Direction(name)


@attrs.frozen(kw_only=True)
class EventRow:
    """One row of events.tsv; ``type`` None for what only looks like an event, ``weight`` 1 to 3."""

    words: str
    type: EventType | None = attrs.field(converter=_type)
    frame: Frame = attrs.field(converter=Frame)
    direction: Direction | None = attrs.field(converter=_direction)
    weight: int = attrs.field(converter=int, validator=attrs.validators.in_((1, 2, 3)))
    example: str

    def __attrs_post_init__(self) -> None:
        if self.direction is not None and self.type is not EventType.CONTROL:
            message = f"only control has a direction, not {self.type}"
            raise ValueError(message)


class Mark(StrEnum):
    """What a small word tells about those beside it: event_marks.tsv says what each means."""

    CLAUSE = "clause"
    OPENER = "opener"
    PASSIVE = "passive"
    AGENT = "agent"
    TARGET = "target"
    CAUSE = "cause"
    FUTURE = "future"
    PLAN = "plan"
    POSSIBLE = "possible"
    SUPPOSED = "supposed"
    ONGOING = "ongoing"
    NEGATED = "negated"
    UNDONE = "undone"
    SEEMING = "seeming"
    SCENE = "scene"
    AIM = "aim"
    REAL = "real"
    RUMOUR = "rumour"
    BACK = "back"
    PARTY = "party"
    HELPER = "helper"
    JOINT = "joint"


@attrs.frozen(kw_only=True)
class MarkRow:
    """One row of event_marks.tsv."""

    words: str
    kind: Mark = attrs.field(converter=Mark)
    example: str


@attrs.frozen(kw_only=True, eq=False)
class EventWords:
    """All of them.

    ``is_fixed_order``: the subject stands before its verb. ``active_endings``: those of verbs that are never passive.
    ``settlement`` is a noun that the name of any stands for in the words of rows: who takes Ardal takes a town.
    ``nations`` tell the sides of participants, None where the language has no such words.
    """

    triggers: Triggers[EventRow]
    marks: Triggers[MarkRow]
    is_fixed_order: bool
    active_endings: tuple[str, ...]
    settlement: str
    nations: Nations | None


@cache
def load_events(code: str) -> EventWords:
    """Load those of a language that ships."""
    folder = language_folder(code)
    return read_events(folder, load_nations(code) if _has_nations(folder) else None)


@cache
def list_events() -> frozenset[str]:
    """Give the codes of the languages whose words of events are known."""
    return frozenset(list_languages("events.tsv"))


def read_events(folder: Traversable, nations: Nations | None = None) -> EventWords:
    """Read and check the tables of one language folder; ``nations`` where they are read already."""
    head = folder / "events.toml"
    try:
        stored = tomllib.loads(head.read_text(encoding="utf-8"))
        endings = {str(name): [str(one) for one in some] for name, some in stored["endings"].items()}
        is_fixed_order = bool(stored["fixed_order"])
        active_endings = tuple(str(one) for one in stored["active_endings"])
        settlement = fold_word(str(stored["settlement"]))
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        message = f"{head}: {error}"
        raise KnowledgeError(message) from error
    path, marks = folder / "events.tsv", folder / "event_marks.tsv"
    return EventWords(
        triggers=_gather(path, read_table(path, EventRow), endings),
        marks=_gather(marks, read_table(marks, MarkRow), endings),
        is_fixed_order=is_fixed_order,
        active_endings=active_endings,
        settlement=settlement,
        nations=read_nations(folder) if nations is None and _has_nations(folder) else nations,
    )


def _has_nations(folder: Traversable) -> bool:
    return (folder / "relations.tsv").is_file()


def _gather(path: Traversable, rows: Sequence[Worded], endings: Endings) -> Triggers[Worded]:
    try:
        return Triggers(((row.words, row) for row in rows), endings)
    except ValueError as error:
        message = f"{path}: row {error}"
        raise KnowledgeError(message) from error
