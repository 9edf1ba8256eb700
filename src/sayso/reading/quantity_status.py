"""What became of those counted: the words that say so, beside an amount and what it counts, or leading up to it.

Takes a count and the words; gives the words of its status and on which side they were found. Every look is bounded.
"""

from collections.abc import Container

import attrs

from sayso.knowledge import Joint, Side
from sayso.reading.quantity_counts import SAID_OF_THEM, Count
from sayso.reading.quantity_words import COLON, COMMA, DASHES, FoundStatus, Words

MOST_STEPS = 12  # from what is counted to what became of it
MOST_PARTS = 18  # words of a part between commas: `three people, including two children, were killed`
MOST_BACK = 6
MOST_TOLL = 16  # words between `death toll` and where it stands
MOST_FAR, MOST_FAR_BACK = 10, 8


@attrs.frozen
class Surroundings:
    """The words, the places where amounts begin, and those that belong to times."""

    words: Words
    beginnings: Container[int]
    times: Container[int]


def find_status(count: Count, around: Surroundings) -> Count:
    """Give a count with what became of those counted, where the words beside it say so."""
    words = around.words
    toll = _find_toll(count, around)
    if toll is not None:
        return attrs.evolve(count, status=toll, is_from_before=True, is_total=True)
    is_total = words.has_before(_pass_back(words, count.amount.first), Joint.TOTAL) >= 0
    count = attrs.evolve(count, is_total=is_total)
    if (status := count.status or _look_after(count, around)) is not None or count.amount.is_before:
        return attrs.evolve(count, status=status)
    if (status := _look_before(count, words) or _look_far_back(count, around)) is not None:
        is_total = is_total or words.has_before(status.first, Joint.TOTAL) >= 0
        return attrs.evolve(count, status=status, is_from_before=True, is_total=is_total)
    return attrs.evolve(count, status=_look_far(count, around))


def _pass_back(words: Words, place: int) -> int:
    """Pass back over words that tell nothing here."""
    for _ in range(MOST_BACK):
        first = words.has_before(place, Joint.SKIP)
        if first < 0:
            break
        place = first
    return place


def _look_after(count: Count, around: Surroundings) -> FoundStatus | None:
    """Look right behind: `three people were killed`, `five wounded`, `three people, two of them children, died`."""
    words, place, is_passive = around.words, count.after, False
    sides = (*SAID_OF_THEM, *((Side.AFTER,) if count.amount.is_none else ()))
    for _ in range(MOST_STEPS):
        if words.stops(place):
            return None
        found = words.status(place, *sides)
        if found is not None:
            return found if is_passive or _is_done_to(found, around) else None
        after = words.has(place, Joint.AUX, Joint.SKIP, Joint.AMONG)
        if after:
            is_passive = is_passive or bool(words.has(place, Joint.BE))
        elif words.words[place].written == COMMA or words.words[place].written in DASHES:
            after = _pass_part(place, around) or (place + 1 if words.words[place].written in DASHES else 0)
        if not after:
            return None
        place = after
    return None


def _is_done_to(found: FoundStatus, around: Surroundings) -> bool:
    """Tell whether words behind those counted say what was done to them, not what they did to others."""
    words, after = around.words, found.after
    if found.row.counted is Side.FREE:
        return _pass_on(words, after) not in around.beginnings
    if found.row.counted is not Side.BOTH or words.stops(after) or after in around.times:
        return True
    if words.words[after].written in (COMMA, COLON) or words.words[after].written in DASHES:
        return True
    kinds = (Joint.STOP, Joint.AND, Joint.AUX, Joint.INCLUDING, Joint.AMONG, Joint.PART)
    return after not in around.beginnings and bool(words.has(after, *kinds))


def _pass_on(words: Words, place: int) -> int:
    after = words.has(place, Joint.SKIP, Joint.TOTAL)
    return after or place


def _pass_part(mark: int, around: Surroundings) -> int:
    """Give the place behind a part between commas or dashes, 0 where there is none."""
    words = around.words
    if not (words.has(mark + 1, Joint.INCLUDING, Joint.AMONG) or mark + 1 in around.beginnings):
        return 0
    is_told = bool(words.has(mark + 1, Joint.INCLUDING)) or any(words.has(mark + at, Joint.AMONG) for at in (1, 2, 3))
    for place in range(mark + 1, mark + MOST_PARTS):
        if words.stops(place):
            return 0
        if words.words[place].written == words.words[mark].written and _leads_on(words, place + 1):
            return place + 1
        if not is_told and words.status(place, *Side):
            return 0
    return 0


def _leads_on(words: Words, place: int) -> bool:
    return bool(words.has(place, Joint.AUX)) or words.status(place, *SAID_OF_THEM) is not None


def _look_before(count: Count, words: Words) -> FoundStatus | None:
    """Look right before: `killed three`, `killing at least 12`; and around: `claimed three lives`."""
    amount = count.amount
    for place in range(amount.first - 1, max(-1, amount.first - MOST_BACK), -1):
        found = words.status(place, Side.AFTER)
        if found is not None and found.after > amount.after:
            return found
    place = amount.first
    for _ in range(MOST_BACK):
        found = words.status_before(place, Side.AFTER, Side.BOTH, Side.FREE)
        if found is not None:
            is_passive = found.row.counted is Side.BOTH and words.has_before(found.first, Joint.BE) >= 0
            return None if is_passive else found
        first = words.has_before(place, Joint.SKIP, Joint.TOTAL, Joint.ARTICLE)
        if first < 0 and place and words.words[place - 1].written in {COLON, *DASHES}:
            first = place - 1
        if first < 0:
            return None
        place = first
    return None


def _look_far_back(count: Count, around: Surroundings) -> FoundStatus | None:
    """Look before what stands between, where the order of words is free: `погибли, по данным мэра, трое`."""
    words, first = around.words, count.amount.first
    if words.has_before(first, Joint.STOP, Joint.AND) >= 0:
        return None
    commas = 0
    for place in range(first - 1, max(-1, first - MOST_FAR_BACK), -1):
        if words.stops(place) or place in around.beginnings:
            return None
        commas += words.words[place].written == COMMA
        found = words.status_before(place, *Side)
        if found is not None:
            is_free = found.row.counted is Side.FREE and place not in around.beginnings
            return found if is_free and commas % 2 == 0 else None
    return None


def _look_far(count: Count, around: Surroundings) -> FoundStatus | None:
    """Look behind what stands between: `three people in the town were killed`."""
    words, place, is_passive = around.words, count.after, False
    for _ in range(MOST_FAR):
        if words.stops(place) or place in around.beginnings:
            return None
        if words.words[place].written == COMMA:
            place = _pass_part(place, around)
            if not place:
                return None
            continue
        if words.has(place, Joint.AND, Joint.INCLUDING, Joint.AMONG) or words.has_before(place, Joint.ARTICLE) >= 0:
            is_passive = False
        if words.has(place, Joint.AND):
            return None
        found = words.status(place, *SAID_OF_THEM)
        if found is not None:
            is_said = is_passive or (found.row.counted is Side.FREE and _is_done_to(found, around))
            return found if is_said else None
        after = words.has(place, Joint.AUX)
        is_passive = bool(words.has(place, Joint.BE)) or (is_passive and bool(after))
        place = after or place + 1
    return None


def _find_toll(count: Count, around: Surroundings) -> FoundStatus | None:
    """Find the count that an amount is the state of: `the death toll rose to 12`, `number of wounded: 12`."""
    words, place, is_led_to = around.words, count.amount.first, False
    for _ in range(MOST_BACK):
        first = words.has_before(place, Joint.REACH, Joint.AUX, Joint.SKIP, Joint.TOTAL)
        if first >= 0:
            is_led_to = is_led_to or words.has_before(place, Joint.REACH) >= 0
        elif place and (words.words[place - 1].written == COLON or words.words[place - 1].written in DASHES):
            first, is_led_to = place - 1, True
        if first < 0:
            break
        place = first
    if not is_led_to:
        return None
    for at in range(place, max(-1, place - MOST_TOLL), -1):
        if at < place and (words.is_end(at) or at in around.beginnings):
            return None
        found = words.status_before(at, Side.TOLL)
        if found is not None:
            return found
        if words.has(at, Joint.NUMBER_OF):
            return _first_status(words, words.has(at, Joint.NUMBER_OF), place)
    return None


def _first_status(words: Words, first: int, last: int) -> FoundStatus | None:
    found = (words.status(place, *SAID_OF_THEM) for place in range(first, last))
    return next((one for one in found if one is not None), None)
