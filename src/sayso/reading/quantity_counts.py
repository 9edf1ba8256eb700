"""What an amount counts: the noun behind it, with the words that may stand between.

Takes an amount and the words; gives both as a count. What is left out (shares, money, weights) is none.
"""

import attrs

from sayso.knowledge import Joint, Side, UnitRow
from sayso.reading.amounts import Amount
from sayso.reading.quantity_words import FoundStatus, FoundUnit, Words
from sayso.vocabulary import Counted

SAID_OF_THEM = (Side.BEFORE, Side.BOTH, Side.FREE)
MOST_MODIFIERS = 4  # between an amount and what is counted: `five large grey cargo ships`
NEXT = -1  # the whole of a share that is the amount behind it


@attrs.frozen(kw_only=True)
class Count:
    """An amount with what it counts: ``after`` is the place behind both."""

    amount: Amount
    unit: FoundUnit | None
    after: int
    status: FoundStatus | None = None
    is_from_before: bool = False
    is_total: bool = False
    is_part: bool = False
    whole: int | None = None


def make_count(words: Words, amount: Amount, following: Amount | None) -> Count | None:
    """Give an amount with what it counts; None where it counts what is left out. ``following`` is the next amount."""
    place = amount.after
    if amount.joined_unit is not None:
        row = words.tables.single_units[amount.joined_unit]
        return Count(amount=amount, unit=FoundUnit(place - 1, place, row), after=place) if row.means else None
    is_of = words.has(place, Joint.OF)
    if is_of and following is not None and following.first == is_of:
        return Count(amount=amount, unit=None, after=place, is_part=True, whole=NEXT)
    among = words.has(place, Joint.AMONG)
    limit = len(words.words) if following is None else following.first
    unit, status = _look_for_unit(words, is_of or (among if among and among in words.units else place), limit)
    if unit is not None:
        means = unit.row.means
        is_left_out = means is None or (amount.is_weak and means.counted is not Counted.PEOPLE)
        made = Count(amount=amount, unit=unit, after=unit.after, status=status, is_part=bool(among))
        return None if is_left_out else made
    return None if amount.is_weak else Count(amount=amount, unit=None, after=_pass_noun(words, place, limit))


def _look_for_unit(words: Words, place: int, limit: int) -> tuple[FoundUnit | None, FoundStatus | None]:
    """Give what is counted, and what became of it where a word before it or its own says so: `12 wounded soldiers`."""
    status: FoundStatus | None = None
    for _ in range(MOST_MODIFIERS + 1):
        if place >= limit or words.stops(place):
            break
        if (unit := _find_unit(words, place, limit)) is not None:
            return unit, status or words.status(place, *SAID_OF_THEM)
        if status is None and (found := words.status(place, *SAID_OF_THEM)) is not None:
            if found.after not in words.units:
                break
            status, place = found, found.after
            continue
        after = words.has(place, Joint.SKIP) or (place + 1 if _may_modify(words, place) else 0)
        if not after:
            break
        place = after
    return None, None


def _may_modify(words: Words, place: int) -> bool:
    """Tell whether a word may stand between an amount and what is counted."""
    word, endings = words.words[place], words.tables.modifiers
    if words.joint(place) is not None or not word.written[0].isalnum():
        return False
    return not endings or word.folded.endswith(endings)


def _pass_noun(words: Words, place: int, limit: int) -> int:
    """Pass over one word that is not known, behind an amount: it may name what is counted."""
    if place >= limit or words.stops(place) or words.joint(place) is not None or place in words.statuses:
        return place
    return place + 1 if words.words[place].written[0].isalpha() else place


def _find_unit(words: Words, place: int, limit: int) -> FoundUnit | None:
    """Give what is counted, where a word of it stands; of nouns side by side the one that the language says."""
    if place not in words.units:
        row = _find_in_compound(words, place)
        return None if row is None else FoundUnit(place, place + 1, row)
    (after, row), endings = words.units[place], words.tables.modifiers
    while after < limit and after in words.units:
        is_modifier = words.tables.head_is_last or words.words[after - 1].folded.endswith(endings)
        if not is_modifier or (row.means is not None and words.units[after][1].means is None):
            break
        after, row = words.units[after]
    return FoundUnit(place, after, row)


def _find_in_compound(words: Words, place: int) -> UnitRow | None:
    """Give what is counted, where it is the last or the first part of a word with a hyphen: `FPV-drones`."""
    first, hyphen, last = words.words[place].folded.rpartition("-")
    if not hyphen or not first.replace("-", "").isalpha():
        return None
    return words.tables.single_units.get(last) or words.tables.single_units.get(first)
