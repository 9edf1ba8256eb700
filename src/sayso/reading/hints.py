"""What the words around the mentions of places tell of where they lie and what kind of place they are.

Takes a text and its mentions in order, gives the surroundings of each: the kind of place, the larger place it is said
to lie in, and hints of distance, direction, betweenness and nearness. Decides nothing about which place is meant.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from sayso.knowledge import PlaceWords, Word, split_words
from sayso.knowledge.placewords import HintRow, HintWord, Side, Sort, fold_name
from sayso.reading.buildings import begins_built
from sayso.reading.toponyms import PlaceMention
from sayso.vocabulary import PlaceKind, Span

# What names a container right behind a mention: `Springfield, Ill.`
SHORT_NAME = re.compile(r"[^\S\n]?[,(][^\S\n]?([^\W\d_](?:\.?[^\W\d_])*\.?)")
HOLDING = ("admin1:", "country:")
NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")
SPAN_OF_NUMBERS = re.compile(r"(\d{1,4})[-\u2013](\d{1,4})")
GLUED = re.compile(r"(\d{1,4})([^\W\d_]+)")
STOPS = frozenset(".!?;")
OPENERS = frozenset((",", "(", "\u2014", "\u2013", "-"))
ALONG = frozenset((HintWord.ALONG, HintWord.ARTICLE))
# Behind a comma a hint speaks of the place before it where nothing stands between, or a word for such a place, or a
# number: `Sosnove, a small village near Vilne`, but not `Sosnove, fighting went on near Vilne`.
APPOSED = frozenset((HintWord.JOINT, HintWord.UNIT, HintWord.NUMBER))
LED_IN = frozenset((HintWord.OF, HintWord.NEAR, HintWord.ABOUT, HintWord.ARTICLE, HintWord.JOINT, HintWord.IN))
# A distance or `near` speaks of a place named before it only where so few words stand between.
MOST_BETWEEN = 10
# From the words of a hint to the place it counts from.
LONGEST_LEAD = 8


@attrs.frozen(kw_only=True)
class Found:
    """A hint as the words give it: ``anchors`` are the numbers of the mentions it counts from.

    ``is_sector``: they name the stretch of a front that a place lies on, which is wider than what is near a town.
    ``is_loose``: nothing but a comma parts it from the place, so that it may begin the next one of a list.
    """

    kind: HintWord
    span: Span
    anchors: tuple[int, ...]
    distance_km: float | None = None
    bearing: int | None = None
    is_sector: bool = False
    is_loose: bool = False


@attrs.frozen(kw_only=True)
class Container:
    """What a place is said to lie in: a mention by its number, or the key of a short name.

    ``is_stated`` where its own words call it a division or the short name is known: then it holds without fail.
    """

    mention: int | None = None
    key: str | None = None
    is_stated: bool = False
    span: Span


@attrs.frozen(kw_only=True)
class Surroundings:
    """What is told of one mention; ``sort_span`` are the words that give its sort.

    ``bare`` are the characters of the mention without such words. ``reference`` is the hint that counts from it where
    that speaks of no place named before: then something near it is meant.
    """

    sort: Sort | None = None
    sort_span: Span | None = None
    bare: Span
    container: Container | None = None
    hints: tuple[Found, ...] = ()
    reference: Found | None = None


def read_surroundings(text: str, mentions: Sequence[PlaceMention], words: PlaceWords) -> tuple[Surroundings, ...]:
    """Read what is told of each of the mentions, which stand in the order of the text; time is linear in it."""
    return tuple(_Surveyor(text, mentions, words).survey()) if mentions else ()


class _Surveyor:
    """One text under survey: its words, the mentions by their first word, and the words that tell something."""

    def __init__(self, text: str, mentions: Sequence[PlaceMention], known: PlaceWords) -> None:
        self.text, self.mentions, self.known = text, mentions, known
        self.words: Sequence[Word] = split_words(text)
        self.starts = [word.start for word in self.words]
        self.first = [self._at(one.span.start) for one in mentions]
        self.last = [max(self._at(one.span.end), first + 1) for one, first in zip(mentions, self.first, strict=True)]
        self.mention_at = {first: number for number, first in enumerate(self.first)}
        self.rows: dict[int, tuple[int, HintRow]] = {}
        self.row_ends: dict[int, int] = {}
        self.near = self._near_mentions()
        for begin, stop in self.near:
            for start, end, row in known.hints.find(text, begin, stop):
                first, last = self._at(start), self._at(end)
                self.rows[first] = (last, row)
                self.row_ends[last] = first
        self.sorts = {side: self._find_sorts(side) for side in Side}

    def survey(self) -> Iterator[Surroundings]:
        sorts = self._read_sorts()
        hints = list(self._read_hints())
        targets: dict[int, list[Found]] = {}
        references: dict[int, Found] = {}
        led = frozenset(anchor for hint in hints if hint.kind is HintWord.NEAR for anchor in hint.anchors)
        for hint in hints:
            target = self._target(hint, sorts, led)
            if target is not None:
                between = self.words[self.last[target] : self._at(hint.span.start)]
                is_loose = hint.kind is HintWord.NEAR and [word.written for word in between] == [","]
                targets.setdefault(target, []).append(attrs.evolve(hint, is_loose=is_loose))
            elif hint.kind is not HintWord.BETWEEN:
                references |= dict.fromkeys(hint.anchors, hint)
        for number, mention in enumerate(self.mentions):
            sort, span, bare = sorts[number]
            sector = self._sector_behind(number, sorts)
            if sector:
                targets.setdefault(number, []).append(sector)
            yield Surroundings(
                sort=sort or _sort_of(mention),
                sort_span=span,
                bare=bare,
                container=self._container(number, sorts),
                hints=tuple(targets.get(number, ())),
                reference=references.get(number),
            )

    def _at(self, place: int) -> int:
        return bisect_left(self.starts, place)

    def _near_mentions(self) -> list[tuple[int, int]]:
        """Give the stretches of text around mentions, in which alone anything is looked for."""
        stretches: list[tuple[int, int]] = []
        for first, last in zip(self.first, self.last, strict=True):
            begin, end = max(0, first - MOST_BETWEEN - LONGEST_LEAD), min(len(self.words), last + LONGEST_LEAD)
            if stretches and begin <= stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
            else:
                stretches.append((begin, end))
        return [(self.words[begin].start, self.words[end - 1].end) for begin, end in stretches if begin < end]

    def _find_sorts(self, side: Side) -> Mapping[int, tuple[int, Sort]]:
        """Give the words of one side by where they end (before a name) or begin (after it), with their other end."""
        found: dict[int, tuple[int, Sort]] = {}
        for begin, stop in self.near:
            for start, end, row in self.known.sorts[side].find(self.text, begin, stop):
                first, last = self._at(start), self._at(end)
                found |= {last: (first, row.kind)} if side is Side.BEFORE else {first: (last, row.kind)}
        return found

    def _read_sorts(self) -> list[tuple[Sort | None, Span | None, Span]]:
        read = [self._read_sort(number) for number in range(len(self.mentions))]
        for number in range(len(read) - 1, 0, -1):
            listed = self.sorts[Side.LIST].get(self.last[number])
            before = read[number - 1]
            if listed and read[number][0] is None:
                read[number] = (listed[1], self._span(self.last[number], listed[0]), read[number][2])
            sort, span, _ = read[number]
            is_listed = span is not None and self._at(span.start) in self.sorts[Side.LIST]
            if is_listed and before[0] is None and self._is_list(number - 1, number):
                read[number - 1] = (sort, span, before[2])
        return read

    def _read_sort(self, number: int) -> tuple[Sort | None, Span | None, Span]:
        """Give the sort that the words in a mention or beside it tell, those words, and the mention without them."""
        first, last, whole = self.first[number], self.last[number], self.mentions[number].span
        for at in range(last - 1, first, -1):
            after = self.sorts[Side.AFTER].get(at) or self.sorts[Side.LIST].get(at)
            if after and after[0] == last:
                return after[1], self._span(at, last), Span(start=whole.start, end=self.words[at - 1].end)
        for at in range(first + 1, last):
            before = self.sorts[Side.BEFORE].get(at)
            if before and before[0] == first:
                return before[1], self._span(first, at), Span(start=self.words[at].start, end=whole.end)
        after = self.sorts[Side.AFTER].get(last)
        if after and not self._is_parted(last):
            return after[1], self._span(last, after[0]), whole
        before = self.sorts[Side.BEFORE].get(first)
        if before:
            return before[1], self._span(before[0], first), whole
        return None, None, whole

    def _is_parted(self, at: int) -> bool:
        """Tell whether more than a blank parts a word from the one before."""
        return self.words[at].start - self.words[at - 1].end > 1

    def _is_list(self, one: int, other: int) -> bool:
        between = self.words[self.last[one] : self.first[other]]
        at = self.rows.get(self.last[one])
        joined = at is not None and at[1].kind is HintWord.AND and at[0] == self.first[other]
        return joined or [word.written for word in between] == [","]

    def _span(self, first: int, last: int) -> Span:
        return Span(start=self.words[first].start, end=self.words[last - 1].end)

    # --- what a place lies in

    def _container(self, number: int, sorts: Sequence[tuple[Sort | None, Span | None, Span]]) -> Container | None:
        short = SHORT_NAME.match(self.text, self.mentions[number].span.end)
        key = short and self.known.short.get(fold_name(short[1]))
        if short and key and key.startswith(HOLDING):
            return Container(key=key, is_stated=True, span=Span(start=short.start(1), end=short.end(1)))
        after = number + 1
        if after < len(self.mentions) and self._leads_to(number, after) and not self._lists_states(number, after):
            is_stated = sorts[after][0] in {Sort.DIVISION, Sort.DISTRICT} and not self._goes_on(after)
            return Container(mention=after, is_stated=is_stated, span=self.mentions[after].span)
        if number and self._is_owner(number - 1, at=self.first[number]):
            return Container(mention=number - 1, span=self.mentions[number - 1].span)
        return None

    def _state_of(self, number: int) -> str | None:
        """Give the code of the state that a mention names."""
        return self.known.states.get(fold_name(self.mentions[number].names[0]))

    def _lists_states(self, number: int, after: int) -> bool:
        """Tell whether two mentions stand in a list of states, so that neither lies in the other."""
        if not (self._state_of(number) and self._state_of(after)):
            return False
        is_listed = self._goes_on(after) and self._state_of(after + 1)
        return bool(is_listed or (number and self._state_of(number - 1) and self._is_list(number - 1, number)))

    def _goes_on(self, number: int) -> bool:
        """Tell whether a mention is followed by another in a list, so that it may be one of several equals."""
        return number + 1 < len(self.mentions) and self._is_list(number, number + 1)

    def _leads_to(self, number: int, after: int) -> bool:
        """Tell whether a mention stands right behind another one, as the place it lies in does."""
        begun = begins_built(self.text, self.mentions[number].span, self.known)
        at, end = self._at(begun.end) if begun else self.last[number], self.first[after]
        if at >= end:
            return at == end and self.mentions[after].span.start - self.mentions[number].span.end <= 1
        listed = self.sorts[Side.AFTER].get(at)
        at = listed[0] if listed and listed[0] < end else at
        if self.words[at].written in {",", "("}:
            at += 1
        before = self.sorts[Side.BEFORE].get(end)
        goal = (end, before[0] if before else end)
        while at not in goal and at < end and at in self.rows:
            last, row = self.rows[at]
            if not (row.holds or row.kind is HintWord.ARTICLE):
                return False
            at = last
        return at in goal

    def _sector_behind(self, number: int, sorts: Sequence[tuple[Sort | None, Span | None, Span]]) -> Found | None:
        """Give the hint of a stretch of a front named right behind a place: `Vilne on the Sosna front`."""
        after = number + 1
        if after == len(self.mentions) or Sort.SECTOR in {sorts[number][0], _sort_of(self.mentions[number])}:
            return None
        if Sort.SECTOR not in {sorts[after][0], _sort_of(self.mentions[after])}:
            return None
        first, end = self.last[number], self.first[after]
        at = first + (first < end and self.words[first].written in OPENERS)
        was_led = False
        while at < end and at in self.rows and (self.rows[at][1].holds or self.rows[at][1].kind in ALONG):
            was_led = was_led or self.rows[at][1].kind is not HintWord.ARTICLE
            at = self.rows[at][0]
        if at != end or not (was_led or first == end):
            return None
        words = sorts[after][1]
        stop = max(self.mentions[after].span.end, words.end if words else 0)
        span = Span(start=self.words[first].start, end=stop)
        return Found(kind=HintWord.NEAR, span=span, anchors=(after,), is_sector=True)

    def _is_owner(self, number: int, at: int) -> bool:
        """Tell whether a mention owns the next one: `Ukraine's Kharkiv`."""
        last = self.last[number]
        return last + 1 == at and self.words[last].folded == "'s"

    # --- hints

    def _read_hints(self) -> Iterator[Found]:
        done: set[int] = set()
        for found in self._read_glued():
            done.update(range(self._at(found.span.start), self._at(found.span.end)))
            yield found
        for first in sorted(self.rows):
            last, row = self.rows[first]
            if first in done:
                continue
            hint = self._read_hint(first, last, row)
            if hint:
                done.update(range(first, self._at(hint.span.end)))
                yield hint

    def _read_hint(self, first: int, last: int, row: HintRow) -> Found | None:
        if row.kind is HintWord.UNIT:
            return self._read_distance(first, last, row)
        if row.kind in {HintWord.DIRECTION, HintWord.BEARING, HintWord.NEAR}:
            return self._read_relation(first, last, row)
        return self._read_between(first, last) if row.kind is HintWord.BETWEEN else None

    def _read_glued(self) -> Iterator[Found]:
        """Read distances whose number and unit are written as one: `16km`."""
        rows = [row for row in self.known.hints.rows if row.kind is HintWord.UNIT]
        units = {unit: float(row.value) for row in rows for unit in row.words.split("|")}
        for begin, stop in self.near:
            for word in self.words[self._at(begin) : self._at(stop)]:
                glued = GLUED.fullmatch(word.folded)
                if glued and glued[2] in units:
                    at = self._at(word.start)
                    yield from self._anchored(at, at + 1, float(glued[1]) * units[glued[2]])

    def _read_distance(self, first: int, last: int, row: HintRow) -> Found | None:
        if first == 0:
            return None
        number, begin = self._number_before(first)
        if number is None:
            return None
        return next(self._anchored(begin, last, number * float(row.value)), None)

    def _number_before(self, at: int) -> tuple[float | None, int]:
        written = self.words[at - 1].written
        several = SPAN_OF_NUMBERS.fullmatch(written)
        if several:
            return (float(several[1]) + float(several[2])) / 2, at - 1
        if NUMBER.fullmatch(written):
            return float(written.replace(",", ".")), at - 1
        begin = self.row_ends.get(at)
        if begin is not None and self.rows[begin][1].kind is HintWord.NUMBER:
            return float(self.rows[begin][1].value), begin
        return None, at

    def _anchored(self, first: int, last: int, distance_km: float) -> Iterator[Found]:
        """Give the distance with the place it counts from, where there is one, and the direction between them."""
        anchor, bearing, _ = self._lead(last, None)
        if anchor is None:
            return
        while first in self.row_ends and self.rows[self.row_ends[first]][1].kind is HintWord.ABOUT:
            first = self.row_ends[first]
        span = Span(start=self.words[first].start, end=self.mentions[anchor].span.end)
        yield Found(kind=HintWord.UNIT, span=span, anchors=(anchor,), distance_km=distance_km, bearing=bearing)

    def _read_relation(self, first: int, last: int, row: HintRow) -> Found | None:
        anchor, bearing, was_led = self._lead(last, row)
        if anchor is None or (row.kind is HintWord.DIRECTION and not was_led):
            return None
        span = Span(start=self.words[first].start, end=self.mentions[anchor].span.end)
        kind = HintWord.NEAR if row.kind is HintWord.NEAR else HintWord.DIRECTION
        return Found(kind=kind, span=span, anchors=(anchor,), bearing=bearing)

    def _lead(self, at: int, row: HintRow | None) -> tuple[int | None, int | None, bool]:
        """Go from a hint to the mention behind it; give that, the direction told on the way, and whether `of` stood."""
        bearing = int(row.value) if row and row.kind in {HintWord.DIRECTION, HintWord.BEARING} else None
        was_led = False
        for _ in range(LONGEST_LEAD):
            if at in self.mention_at:
                return self.mention_at[at], bearing, was_led
            before = next((end for end, (first, _) in self.sorts[Side.BEFORE].items() if first == at), None)
            if at not in self.rows and before is None:
                break
            last, found = self.rows.get(at, (before, None))
            if found is None:
                at = before or at + 1
                continue
            if found.kind in {HintWord.DIRECTION, HintWord.BEARING}:
                bearing = int(found.value)
            elif found.kind not in LED_IN:
                break
            was_led = was_led or found.kind is HintWord.OF
            at = last or at + 1
        return None, bearing, was_led

    def _read_between(self, first: int, last: int) -> Found | None:
        one, _, _ = self._lead(last, None)
        if one is None:
            return None
        joined = self.rows.get(self.last[one])
        other = self._lead(joined[0], None)[0] if joined and joined[1].kind is HintWord.AND else None
        if other is None:
            return None
        span = Span(start=self.words[first].start, end=self.mentions[other].span.end)
        return Found(kind=HintWord.BETWEEN, span=span, anchors=(one, other))

    def _target(
        self, hint: Found, sorts: Sequence[tuple[Sort | None, Span | None, Span]], led: Collection[int]
    ) -> int | None:
        """Give the place named before a hint that it speaks of: nothing but an apposition stands between.

        ``led`` are the mentions that something is said to be near: what is near another one stands beside that in a
        list (`near Vilne, near Sosna`).
        """
        at = self._at(hint.span.start)
        number = bisect_left(self.first, at) - 1
        while number >= 0 and (
            sorts[number][0] in {Sort.DIVISION, Sort.DISTRICT, Sort.COUNTRY} or self._state_of(number)
        ):
            number -= 1
        if number < 0 or number in hint.anchors or at - self.last[number] > MOST_BETWEEN:
            return None
        between = self.words[self.last[number] : at]
        if any(word.written in STOPS for word in between):
            return None
        if between and hint.kind is HintWord.NEAR and number in led:
            return None
        return number if self._is_apposed(self.last[number], at) else None

    def _is_apposed(self, first: int, last: int) -> bool:
        if first >= last:
            return True
        row = self.rows.get(first)
        if row and row[1].kind is HintWord.JOINT:
            return True
        between = self.words[first + 1 : last]
        if self.words[first].written not in OPENERS:
            return False
        if any(word.written[0].isupper() and fold_name(word.written) not in self.known.peoples for word in between):
            return False
        within = [self.rows[at][1] for at in range(first + 1, last) if at in self.rows]
        parting = {HintWord.IN, HintWord.NEAR, HintWord.BETWEEN, HintWord.AND}
        if any(one.kind in parting or (one.holds and one.kind is not HintWord.OF) for one in within):
            return False
        return not between or any(one.kind in APPOSED for one in within)


def _sort_of(mention: PlaceMention) -> Sort | None:
    if mention.is_sector:
        return Sort.SECTOR
    return Sort(mention.kind) if mention.kind is not None else None


def kind_of(sort: Sort) -> PlaceKind | None:
    """Give the kind of place that a sort stands for, None for a sector."""
    if sort is Sort.SECTOR:
        return None
    return PlaceKind.DIVISION if sort is Sort.DISTRICT else PlaceKind(sort)
