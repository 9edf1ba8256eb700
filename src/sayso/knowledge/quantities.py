"""How a language tells how many: words of amounts, of what is counted, of what became of it, and those between.

Four tables of a language folder, each row with an example, and `quantities.toml`. The words of a row are forms parted
by commas; endings of a stem stand in brackets (`drone[- s]`), `-` is none; `|` and `…` are as in `phrases`. Raises
KnowledgeError naming the file and the row that is wrong.
"""

import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.dates import spell_forms
from sayso.knowledge.folders import language_folder, list_languages
from sayso.knowledge.phrases import Phrases, fold_word
from sayso.knowledge.tables import read_table
from sayso.vocabulary import Approximation, Status, Unit

SETTINGS = "quantities.toml"
AMOUNTS, UNITS, STATUSES, JOINTS = (f"quantity_{name}.tsv" for name in ("amounts", "units", "statuses", "joints"))
NO_VALUE = "-"
HEADS = {"first": False, "last": True}
DECIMALS = frozenset(",.")


class AmountWord(StrEnum):
    """What a word does in an amount.

    A ``number``; one that multiplies (``times``: dozen, million), or does so behind a number and is vague by itself
    (``either``); ``many`` of a multiplier (`dozens`); ``vague`` (`several`); ``none`` before what there is not and
    ``absent`` on either side of it; ``article``, which is 1 before a multiplier and what is counted; ``hedge`` before a
    number and ``after`` it; ``from`` opens a range whose ends its value joins; ``to`` joins the ends of any; ``plus``
    joins the parts of one number.
    """

    NUMBER = "number"
    TIMES = "times"
    EITHER = "either"
    MANY = "many"
    VAGUE = "vague"
    NONE = "none"
    ABSENT = "absent"
    ARTICLE = "article"
    HEDGE = "hedge"
    AFTER = "after"
    FROM = "from"
    TO = "to"
    PLUS = "plus"


class Side(StrEnum):
    """Where those counted stand, as seen from the words that say what became of them.

    ``before`` (12 died), ``after`` (killing 12), ``both``: before a participle, after a verb (12 killed, killed 12);
    ``free``: on either side, and words may stand between; ``toll``: a noun that a count is told of (`the death toll`).
    """

    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"
    FREE = "free"
    TOLL = "toll"


class Joint(StrEnum):
    """What words between an amount, what is counted and what became of it do.

    ``of`` ties an amount to what is counted; ``skip`` tells nothing here; ``aux`` leads to what became of them and
    ``be`` makes it a passive; ``and`` joins the members of a list; ``stop`` ends what is counted; ``article`` begins
    something else; ``including`` begins a part, ``among`` begins or ends one; ``part`` says behind an amount that it is
    one; ``reach`` leads from a count to where it stands; ``number_of`` makes a count of a plural; ``total`` says that
    it runs on; ``label`` is followed by a number that is a name.
    """

    OF = "of"
    SKIP = "skip"
    AUX = "aux"
    BE = "be"
    AND = "and"
    STOP = "stop"
    ARTICLE = "article"
    INCLUDING = "including"
    AMONG = "among"
    PART = "part"
    REACH = "reach"
    NUMBER_OF = "number_of"
    TOTAL = "total"
    LABEL = "label"


def _joints(names: str) -> frozenset[Joint]:
    return frozenset(map(Joint, names.split()))


@attrs.frozen(kw_only=True)
class AmountRow:
    """Words of an amount; ``value`` is a number, an approximation, or the word that joins a range, by their kind."""

    words: str
    kind: AmountWord = attrs.field(converter=AmountWord)
    value: str
    example: str

    def __attrs_post_init__(self) -> None:
        if self.kind in (AmountWord.HEDGE, AmountWord.AFTER):
            Approximation(self.value)
        elif self.kind in COUNTING:
            float(self.value)

    @property
    def number(self) -> float:
        """The number it stands for."""
        return float(self.value)


COUNTING = (AmountWord.NUMBER, AmountWord.TIMES, AmountWord.EITHER, AmountWord.MANY, AmountWord.VAGUE)


@attrs.frozen(kw_only=True)
class UnitRow:
    """Words of what is counted: a unit; `metre` with how many of them, for lengths; `-` for what is left out."""

    words: str
    unit: str
    metres: str
    example: str

    def __attrs_post_init__(self) -> None:
        if self.unit != NO_VALUE:
            Unit(self.unit)
        if (self.metres != NO_VALUE) != (self.unit == Unit.METRE):
            message = f"{self.metres!r} metres of {self.unit!r}"
            raise ValueError(message)

    @property
    def means(self) -> Unit | None:
        """The unit; None for what is left out: money, weights, areas, shares."""
        return None if self.unit == NO_VALUE else Unit(self.unit)


@attrs.frozen(kw_only=True)
class StatusRow:
    """Words that say what became of those counted."""

    words: str
    status: Status = attrs.field(converter=Status)
    counted: Side = attrs.field(converter=Side)
    example: str


@attrs.frozen(kw_only=True)
class JointRow:
    """Words between, with all that they may do there."""

    words: str
    kinds: frozenset[Joint] = attrs.field(converter=_joints)
    example: str


Row = TypeVar("Row", AmountRow, UnitRow, StatusRow, JointRow)


@attrs.frozen(kw_only=True, eq=False)
class QuantityWords:
    """The four tables of a language; ``single`` are the words of amounts that are one word, for compounds.

    ``head_is_last``: of two nouns side by side the second is what is counted (`three hospital workers`). ``modifiers``
    are the endings of words that may stand between an amount and what is counted; where there are none, any may.
    ``decimal`` is the mark before a fraction.
    """

    code: str
    amounts: Phrases[AmountRow]
    units: Phrases[UnitRow]
    statuses: Phrases[StatusRow]
    joints: Phrases[JointRow]
    single: Mapping[str, AmountRow]
    single_units: Mapping[str, UnitRow]
    head_is_last: bool
    modifiers: tuple[str, ...]
    decimal: str


@cache
def load_quantities(code: str) -> QuantityWords:
    """Load the tables of a language that ships."""
    return read_quantities(language_folder(code))


@cache
def list_quantities() -> tuple[str, ...]:
    """Give the codes of the languages whose quantities are known, in order."""
    return list_languages(AMOUNTS)


def read_quantities(folder: Traversable) -> QuantityWords:
    """Read and check the tables of one language folder."""
    settings = _read_settings(folder / SETTINGS)
    amounts, units = _read(folder / AMOUNTS, AmountRow), _read(folder / UNITS, UnitRow)
    return QuantityWords(
        code=folder.name,
        amounts=amounts,
        units=units,
        statuses=_read(folder / STATUSES, StatusRow),
        joints=_read(folder / JOINTS, JointRow),
        single=_find_single(amounts),
        single_units=_find_single(units),
        head_is_last=HEADS[settings["head"]],
        modifiers=tuple(settings["modifiers"]),
        decimal=settings["decimal"],
    )


def _read_settings(path: Traversable) -> dict[str, Any]:
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: {error!r}"
        raise KnowledgeError(message) from error
    is_whole = settings.keys() == {"head", "modifiers", "decimal"}
    if not is_whole or settings["head"] not in HEADS or settings["decimal"] not in DECIMALS:
        message = f"{path}: wants head, which is first or last, modifiers, and decimal, a comma or a full stop"
        raise KnowledgeError(message)
    return settings


def spell_words(words: str) -> Iterator[str]:
    """Give each form of a row."""
    for written in words.split(","):
        yield from spell_forms(written.strip())


def _read(path: Traversable, row_type: type[Row]) -> Phrases[Row]:
    rows = read_table(path, row_type)
    try:
        return Phrases((form, row) for row in rows for form in dict.fromkeys(spell_words(row.words)))
    except ValueError as error:
        message = f"{path}: row {error}"
        raise KnowledgeError(message) from error


def _find_single(table: Phrases[Row]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in dict.fromkeys(table.rows):
        for form in spell_words(row.words):
            found |= {fold_word(word): row for word in form.split("|") if " " not in form}
    return found
