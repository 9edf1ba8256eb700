"""Report text -> quantities: how many of what, what became of them, and which are part of which; and how far.

Takes the text and the spans that tell times, whose numbers count nothing here. Shares, sums of money, weights and areas
are left out, and so is a number beside which neither a known noun nor a known fate stands. Linear in the text.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import attrs

from sayso.knowledge import Joint, Side, UnitRow, list_quantities, load_quantities
from sayso.reading.amounts import Amount, find_amounts
from sayso.reading.quantity_status import Count, Surroundings, find_status
from sayso.reading.quantity_words import COMMA, FoundStatus, FoundUnit, Words
from sayso.vocabulary import Approximation, Counted, Quantity, Span, Status, Unit
from sayso.vocabulary.quantity import OF_PEOPLE, OF_THINGS

MOST_MODIFIERS = 4  # between an amount and what is counted: `five large grey cargo ships`
MOST_LINK = 5  # words between two members of a list
MOST_BACK = 4
NEXT = -1  # of a share whose whole is the amount behind it
SAID_OF_THEM = (Side.BEFORE, Side.BOTH, Side.FREE)


def reads_quantities(language: str) -> bool:
    """Tell whether quantities are known in a language."""
    return language in list_quantities()


def find_quantities(text: str, language: str, times: Iterable[Span] = ()) -> tuple[Quantity, ...]:
    """Give the quantities of a text in order; numbers within ``times`` are left out."""
    if not reads_quantities(language):
        return ()
    words = Words(text, load_quantities(language))
    taken = _Taken(times)
    amounts = [one for one in find_amounts(words) if not taken.holds(words, one)]
    around = Surroundings(words, frozenset(one.first for one in amounts), taken.places(words))
    counts = [_count(words, one, after) for one, after in zip(amounts, (*amounts[1:], None), strict=False)]
    told = [None if one is None else find_status(one, around) for one in counts]
    found = _find_parts(_spread_status(_settle_shares(told), words), words)
    return _number([_make(one, words) for one in found], found)


def keep_within(quantities: Sequence[Quantity], content: Sequence[Span]) -> tuple[Quantity, ...]:
    """Give the quantities whose amount lies within the content of a claim; parts are counted anew."""
    places = {
        place: number
        for number, place in enumerate(
            place
            for place, one in enumerate(quantities)
            if any(span.start <= one.span.start and one.span.end <= span.end for span in content)
        )
    }
    return tuple(
        attrs.evolve(quantities[place], part_of=places.get(_whole_of(quantities[place]))) for place in places
    )


def _whole_of(quantity: Quantity) -> int:
    return -1 if quantity.part_of is None else quantity.part_of


class _Taken:
    """Stretches of the text that tell times."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def holds(self, words: Words, amount: Amount) -> bool:
        """Tell whether a time holds some of an amount."""
        start, end = words.words[amount.number].start, words.words[amount.after - 1].end
        place = bisect_right(self._starts, end - 1) - 1
        return place >= 0 and self._spans[place].end > start

    def places(self, words: Words) -> frozenset[int]:
        """Give the places of the words that times begin with."""
        return frozenset(map(words.at, self._starts))


def _count(words: Words, amount: Amount, following: Amount | None) -> Count | None:
    """Give an amount with what it counts; None where it counts what is left out."""
    place = amount.after
    if amount.joined_unit is not None:
        row = words.tables.single_units[amount.joined_unit]
        return Count(amount=amount, unit=FoundUnit(place - 1, place, row), after=place) if row.means else None
    is_of = words.has(place, Joint.OF)
    status: FoundStatus | None = None
    if is_of and following is not None and following.first == is_of:
        return Count(amount=amount, unit=None, after=place, is_part=True, whole=NEXT)
    among = words.has(place, Joint.AMONG)
    place = is_of or (among if among and among in words.units else place)
    limit = len(words.words) if following is None else following.first
    for _ in range(MOST_MODIFIERS + 1):
        if place >= limit or words.stops(place):
            break
        if (unit := _find_unit(words, place, limit)) is not None:
            status = status or words.status(place, *SAID_OF_THEM)
            made = Count(amount=amount, unit=unit, after=unit.after, status=status, is_part=bool(among))
            is_left_out = unit.row.means is None or (amount.is_weak and unit.row.means.counted is not Counted.PEOPLE)
            return None if is_left_out else made
        after = 0
        if status is None and (found := words.status(place, *SAID_OF_THEM)) is not None:
            if found.after not in words.units:
                break
            status, after = found, found.after
        elif (after := words.has(place, Joint.SKIP)) == 0:
            if not _may_modify(words, place):
                break
            after = place + 1
        place = after
    if amount.is_weak:
        return None
    return Count(amount=amount, unit=None, after=_pass_noun(words, amount.after, limit))


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
    return any(words.has(place, Joint.AND) for place in range(one.after, min(other.amount.first, one.after + MOST_LINK)))


def _settle_shares(counts: Sequence[Count | None]) -> list[Count | None]:
    """Say of the share what is said behind the whole: `two of the four houses burned`."""
    settled = list(counts)
    for place in range(len(settled) - 1):
        one, whole = settled[place], settled[place + 1]
        if one is None or one.whole != NEXT or whole is None or whole.status is None:
            continue
        settled[place] = attrs.evolve(one, status=one.status or whole.status)
        settled[place + 1] = attrs.evolve(whole, status=None)
    return settled


def _spread_status(counts: Sequence[Count | None], words: Words) -> list[Count | None]:
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


def _befalls(status: FoundStatus, count: Count) -> bool:
    """Tell whether something may become of what is counted."""
    unit = count.unit.row.means if count.unit else None
    return unit is None or _status_of(status.row.status, unit) is not None


def _status_of(status: Status, unit: Unit) -> Status | None:
    """Give what became of a unit: people who are `destroyed` are killed, things that are `lost` are destroyed."""
    counted = unit.counted
    if counted is Counted.PEOPLE and status in OF_THINGS:
        return Status.KILLED if status is Status.DESTROYED else None
    if counted is Counted.THINGS and status in OF_PEOPLE:
        return Status.DESTROYED if status is Status.CASUALTIES else None
    if counted is Counted.ACTIONS:
        return status if status is Status.LAUNCHED else None
    return None if counted is Counted.DISTANCE else status


def _find_parts(counts: Sequence[Count | None], words: Words) -> list[Count]:
    """Mark what is part of a larger count, and give it what is said of that where nothing is said of it."""
    found: list[Count] = []
    kept = [one for one in counts if one is not None]
    for place, one in enumerate(kept):
        previous = found[-1] if found else None
        is_part = one.is_part or _is_part(one, previous, words)
        if one.whole == NEXT and place + 1 < len(kept):
            found.append(attrs.evolve(one, is_part=True, whole=place + 1, unit=kept[place + 1].unit))
            continue
        whole = _find_whole(found, one, words) if is_part else None
        if is_part and whole is not None:
            if found[whole].status is None and not one.is_from_before and _is_included(one, words):
                found[whole] = _inherit(found[whole], one)
            one = _inherit(one, found[whole])
        found.append(attrs.evolve(one, is_part=is_part, whole=whole))
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
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
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


def _make(count: Count, words: Words) -> Quantity | None:
    """Give the quantity of a count; None where neither what is counted nor what became of it is told."""
    amount, unit = count.amount, count.unit.row.means if count.unit else None
    status = count.status.row.status if count.status else None
    if unit is not None and status is not None:
        status = _status_of(status, unit)
    if (unit is None and status is None) or (amount.is_none and status is None):
        return None
    if amount.is_weak and status is None:
        return None
    if status is None and unit is not None and amount.low == amount.high == 1 and unit.counted is not Counted.DISTANCE:
        return None  # `one of them said`: a pronoun more often than a count
    low, high = (_whole_number(one, count) for one in (amount.low, amount.high))
    if (low is None and amount.low is not None) or (high is None and amount.high is not None):
        return None
    return Quantity(
        span=_span(words, amount.first, amount.after),
        low=low,
        high=high,
        approximation=_approximation(amount),
        counted=unit.counted if unit else _guess_counted(status),
        unit=unit,
        of=_span(words, count.unit.first, count.unit.after) if count.unit else None,
        status=status,
        cue=_span(words, count.status.first, count.status.after) if count.status and status else None,
        including=count.is_part,
        total=count.is_total,
    )


def _approximation(amount: Amount) -> Approximation | None:
    return None if amount.is_none else amount.approximation


def _guess_counted(status: Status | None) -> Counted | None:
    """Tell what is counted by what became of it, where that only befalls people, or only things."""
    if status in OF_PEOPLE:
        return Counted.PEOPLE
    return Counted.THINGS if status in OF_THINGS else None


def _whole_number(value: float | None, count: Count) -> int | None:
    if value is None:
        return None
    if count.unit is not None and count.unit.row.means is Unit.METRE:
        return round(value * float(count.unit.row.metres)) or None
    return int(value) if value == int(value) else None


def _span(words: Words, first: int, after: int) -> Span:
    return Span(start=words.words[first].start, end=words.words[after - 1].end)


def _number(made: Sequence[Quantity | None], counts: Sequence[Count]) -> tuple[Quantity, ...]:
    """Leave out what is none, and give parts the place of their whole among those that are left."""
    places: dict[int, int] = {}
    for place, one in enumerate(made):
        if one is not None:
            places[place] = len(places)
    return tuple(
        attrs.evolve(one, part_of=places.get(-1 if counts[place].whole is None else counts[place].whole))
        for place, one in enumerate(made)
        if one is not None
    )
