"""Counts beside each other: what is said of one member of a list is said of all, and some are part of another.

Takes the counts of a text in order, None for what counts nothing; gives them with what they take from each other.
"""

from collections.abc import Sequence

import attrs

from sayso.knowledge import Joint
from sayso.reading.amounts import Amount
from sayso.reading.quantity_counts import NEXT, Count
from sayso.reading.quantity_words import COMMA, FoundStatus, Words
from sayso.vocabulary import Counted, Status, Unit
from sayso.vocabulary.quantity import OF_PEOPLE, OF_THINGS

MOST_LINK = 5  # words between two members of a list
MOST_BACK = 4
MOST_COUNTS, FARTHEST = 12, 80  # from a part back to its whole, in counts, and in words from one to the next


def settle_shares(counts: Sequence[Count | None]) -> list[Count | None]:
    """Say of the share what is said behind the whole: `two of the four houses burned`."""
    settled = list(counts)
    for place in range(len(settled) - 1):
        one, whole = settled[place], settled[place + 1]
        if one is None or one.whole != NEXT:
            continue
        if whole is None:
            settled[place] = None  # a share of what is left out: money, weights
            continue
        if whole.status is None:
            continue
        settled[place] = attrs.evolve(one, status=one.status or whole.status)
        settled[place + 1] = attrs.evolve(whole, status=None)
    return settled


def spread_status(counts: Sequence[Count | None], words: Words) -> list[Count | None]:
    """Give members of a list what is said of one of them: `killed two men and a child`, `two men and a child died`."""
    spread, given = list(counts), set[int]()
    for place in range(1, len(spread)):
        one, other = spread[place - 1], spread[place]
        if one is None or other is None or other.status is not None or one.status is None:
            continue
        if one.is_from_before and _are_linked(one, other, words) and _befalls(one.status, other):
            spread[place] = attrs.evolve(other, status=one.status, is_from_before=True)
    for place in range(len(spread) - 1, 0, -1):
        one, other = spread[place - 1], spread[place]
        if one is None or other is None or one.status is not None or other.status is None:
            continue
        # A comma alone joins what comes before the last two of a list, and these alone.
        is_list = place in given or _are_joined(one, other, words)
        is_said = is_list and not other.is_from_before and _are_linked(one, other, words)
        if is_said and _befalls(other.status, one):
            spread[place - 1] = attrs.evolve(one, status=other.status)
            given.add(place - 1)
    return spread


def _are_linked(one: Count, other: Count, words: Words) -> bool:
    """Tell whether two counts are members of one list: nothing but `and`, commas and the like stand between."""
    place = one.after
    for _ in range(MOST_LINK):
        if place >= other.amount.first:
            return place == other.amount.first
        if words.stops(place):
            return False
        kinds = (Joint.AND, Joint.SKIP, Joint.INCLUDING, Joint.AMONG, Joint.PART)
        after = words.has(place, *kinds) or (place + 1 if words.words[place].written == COMMA else 0)
        if not after:
            return False
        place = after
    return False


def _are_joined(one: Count, other: Count, words: Words) -> bool:
    """Tell whether `and` stands between two counts."""
    last = min(other.amount.first, one.after + MOST_LINK)
    return any(words.has(place, Joint.AND) for place in range(one.after, last))


def _befalls(status: FoundStatus, count: Count) -> bool:
    """Tell whether something may become of what is counted."""
    unit = count.unit.row.means if count.unit else None
    return unit is None or status_of(status.row.status, unit) is not None


def status_of(status: Status, unit: Unit) -> Status | None:
    """Give what became of a unit: people who are `destroyed` are killed, things that are `lost` are destroyed."""
    counted = unit.counted
    if counted is Counted.PEOPLE and status in OF_THINGS:
        return Status.KILLED if status is Status.DESTROYED else None
    if counted is Counted.THINGS and status in OF_PEOPLE:
        return Status.DESTROYED if status is Status.CASUALTIES else None
    if counted is Counted.ACTIONS:
        return status if status is Status.LAUNCHED else None
    return None if counted is Counted.DISTANCE else status


def find_parts(counts: Sequence[Count | None], words: Words) -> list[Count]:
    """Mark what is part of a larger count, and give it what is said of that where nothing is said of it."""
    found: list[Count] = []
    kept = [one for one in counts if one is not None]
    for place, one in enumerate(kept):
        previous = found[-1] if found else None
        is_part = one.is_part or _is_part(one, previous, words)
        if one.whole == NEXT and place + 1 < len(kept):
            found.append(attrs.evolve(one, is_part=True, whole=place + 1, unit=kept[place + 1].unit))
            continue
        whole, part = _find_whole(found, one, words) if is_part else None, one
        if is_part and whole is not None:
            if found[whole].status is None and not one.is_from_before and _is_included(one, words):
                found[whole] = _inherit(found[whole], one)
            part = _inherit(one, found[whole])
        found.append(attrs.evolve(part, is_part=is_part, whole=whole))
    return found


def _is_included(part: Count, words: Words) -> bool:
    """Tell whether `including` stands before a part, so that what is said behind it is said of the whole."""
    place = part.amount.first
    return any(words.has_before(at, Joint.INCLUDING) >= 0 for at in (place, words.has_before(place, Joint.ARTICLE)))


def _is_part(one: Count, previous: Count | None, words: Words) -> bool:
    place = one.amount.first
    for _ in range(MOST_BACK):
        if words.has_before(place, Joint.INCLUDING, Joint.AMONG) >= 0:
            return True
        first = words.has_before(place, Joint.SKIP, Joint.ARTICLE, Joint.AUX)
        if first < 0:
            break
        place = first
    if words.has(one.after, Joint.AMONG):
        return True
    if previous is None:
        return False
    if one.unit is None and one.status is None and words.has(one.after, Joint.PART):
        return True
    is_own = one.status is not None and one.status is not previous.status
    return previous.is_part and previous.whole is not None and not is_own and _are_linked(previous, one, words)


def _find_whole(found: Sequence[Count], part: Count, words: Words) -> int | None:
    """Give the place of the count that one is part of: the last in its sentence or the one before that is none."""
    ends = 0
    last = part.amount.first
    for place in range(len(found) - 1, max(-1, len(found) - 1 - MOST_COUNTS), -1):
        one = found[place]
        if last - one.after > FARTHEST:
            return None
        ends += sum(words.is_end(at) for at in range(one.after, last))
        last = one.after
        if ends > 1:
            return None
        if not one.is_part and (one.unit is not None or one.status is not None) and _may_hold(one, part):
            return place
    return None


def _may_hold(whole: Count, part: Count) -> bool:
    one, other = (None if count.unit is None else count.unit.row.means for count in (whole, part))
    is_alike = one is None or other is None or one.counted is other.counted
    return is_alike and one is not Unit.METRE and _is_large_enough(whole.amount, part.amount)


def _is_large_enough(whole: Amount, part: Amount) -> bool:
    least = part.low if part.low is not None else part.high
    return whole.high is None or least is None or least <= whole.high


def _inherit(part: Count, whole: Count) -> Count:
    """Give a part what is said of the whole, or the other way round, where nothing is said of it."""
    unit = part.unit or whole.unit
    status = part.status
    if status is None and whole.status is not None and _befalls(whole.status, attrs.evolve(part, unit=unit)):
        status = whole.status
    return attrs.evolve(part, unit=unit, status=status)
