"""Whether mentions in different reports are, or may be, of one source or of one place."""

from functools import lru_cache

from sayso.vocabulary import Link, Naming, Place, Role
from sayso.vocabulary.names import match_names, sound_of
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.weighing.statement import Statement

# Letters at the end of a name that its forms may differ in (`Вільне`, `Вільного`).
ENDING = 3


def is_one(one: Link, other: Link) -> bool:
    """Tell whether two links are one source, by the register or by name; of the unnamed that cannot be told."""
    if one.register is not None and other.register is not None:
        return one.register == other.register
    if Naming.UNNAMED in (one.naming, other.naming):
        return False
    return _go_together(one.name, other.name)


def may_be_one(one: Link, other: Link) -> bool:
    """Tell whether two links may be one source: by the register, by name, or because nothing tells them apart.

    Named sources of one kind, role and side in different letters cannot be told apart by name, and unnamed ones by
    anything.
    """
    if one.register is not None and other.register is not None:
        return one.register == other.register
    if _go_together(one.name, other.name):
        return True
    if not (_agree(one.side, other.side, UNKNOWN_SIDE) and _agree(one.role, other.role, Role.UNKNOWN)):
        return False
    if Naming.UNNAMED in (one.naming, other.naming):
        return one.kind is other.kind or one.naming is other.naming
    return one.kind is other.kind and one.name.isascii() != other.name.isascii()


def is_outlet_of(link: Link, statement: Statement) -> bool:
    """Tell whether a link cites the outlet that a statement was published by."""
    outlet = statement.report.outlet
    return outlet is not None and _go_together(link.name, outlet)


def are_one_place(one: Place, other: Place) -> bool:
    """Tell whether two mentions may be of one place, or one of them of a part of the other (a bridge of the town).

    Namesakes that were found at different spots may be one, as a report may not tell which is meant; a name that was
    not found is held against the other's letters.
    """
    is_found = one.geonameid is not None and other.geonameid is not None
    if is_found and one.geonameid == other.geonameid:
        return True
    # What was found bears its official name, in one spelling; what was not may be written in any script.
    left, right = (name.casefold() if is_found else sound_of(name) for name in (one.name, other.name))
    words, others = set(left.split()), set(right.split())
    if words <= others or others <= words:
        return True
    return not is_found and shared_letters(left, right) >= max(max(len(left), len(right)) - ENDING, 1)


def shared_letters(one: str, other: str) -> int:
    """Give how many letters two words begin alike with."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


@lru_cache(maxsize=8192)
def _go_together(one: str, other: str) -> bool:
    """Tell whether two names may be of one; few names of sources come again and again."""
    return match_names(one, other) is not None


def _agree(one: str, other: str, unknown: str) -> bool:
    return one == other or unknown in (one, other)
