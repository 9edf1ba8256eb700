"""The text around a time: when it was published, what times came before, whether it tells of what was or will be."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sayso.knowledge.dates import BARRIER, DateGrammar
from sayso.reading.time_forms import Node
from sayso.reading.time_placed import Placed, year_of
from sayso.reading.time_tokens import WORD, Token
from sayso.reading.time_values import Period
from sayso.vocabulary import Anchor, Granularity, Span, TimexType

# How many characters away: words that tell a time's direction, a day that a time of day belongs to, the time that one
# of a story is counted from, a quarter that `a year earlier` means.
NEAR, SAME_PARAGRAPH, FAR, QUARTER_FAR = 90, 350, 2_500, 700
SHORTEST_VERB, COMMA = 3, 20
LINE, MARKER = 60, 6  # characters of a heading beside its date, and of what marks a line of a list
STOP = re.compile(r"[.!?…](?:\s|$)")
HEADED = frozenset(("date", "joined"))
TWICE = 2
RARE = 10  # one in so many times
STORY_YEARS = 2  # so long before publication a text tells a story of its own
LONG = 2_000  # so many characters of a text show what kind it is
HISTORY = 3  # so many years of once a text names that tells of centuries
COUNTED_FROM_TODAY = frozenset(("offset", "ago", "turn", "window", "night"))


class Mention(NamedTuple):
    """A time that was placed earlier in the text, with the token it ends at."""

    period: Period
    span: Span
    last: int


class Scene:
    """The text, and what was told of time in it so far."""

    def __init__(self, text: str, tokens: Sequence[Token], grammar: DateGrammar, published: date | None) -> None:
        """Begin with a text; ``published`` is the day of publication, None where it is not known."""
        self.text = text
        self.tokens = tokens
        self.grammar = grammar
        self.published = published
        self.latest: Mention | None = None
        self.latest_quarter: Mention | None = None
        self.latest_day: Mention | None = None
        self.heading: Mention | None = None
        self.is_story = self.is_history = self.is_guide = self.is_ancient = self.is_headed = False
        self.forced = 0

    @property
    def today(self) -> date:
        """The day of publication, or the first of all where it is not known."""
        return self.published or date.min

    def remember(self, node: Node, found: Placed) -> None:
        """Keep a time, so that what follows can be counted from it; nothing is counted from a war of once."""
        if node.form.act == "named":
            return
        if found.period.unit is Granularity.DAY and found.period.day:
            self.latest_day = Mention(found.period, Span(start=node.start, end=node.end), node.last)
            if found.period.start is not None and node.form.act in HEADED and self.stands_alone(node):
                self.heading = self.latest_day
        if found.period.year is not None and found.kind is not TimexType.DURATION:
            self.latest = Mention(found.period, Span(start=node.start, end=node.end), node.last)
            if found.period.unit is Granularity.QUARTER and node.form.act == "date":
                self.latest_quarter = self.latest

    def count_from_heading(self, nodes: Iterable[Node]) -> None:
        """Count from the day of the heading, as a text that says nothing of its publication is."""
        if self.heading is None:
            return
        self.published = self.heading.period.start
        if not self.is_headed:
            self.is_headed = True
            self.is_story = self.tells_story(nodes)

    def from_heading(self, found: Placed) -> Placed:
        """Say of what was counted from the heading that it was counted from words of the text."""
        if found.anchor is not Anchor.PUBLISHED or self.heading is None:
            return found
        return found._replace(anchor=Anchor.TEXT, of=self.heading.span)

    def stands_alone(self, node: Node) -> bool:
        """Tell whether a form stands in a line of its own, with few words beside it, or begins a text so."""
        before = self.text[max(0, node.start - LINE) : node.start]
        after = self.text[node.end : node.end + LINE]
        begins, ends = before.rfind("\n"), after.find("\n")
        is_line = ends >= 0 and (begins >= 0 or node.start <= LINE)
        beside = before[begins + 1 :] + after[: max(ends, 0)]
        is_apart = not STOP.search(beside) or not before[begins + 1 :].strip()
        return is_line and len(beside.strip()) <= LINE and is_apart

    def heading_of(self, node: Node) -> Mention | None:
        """Give the heading that a form belongs to which begins a line, but for what marks it as one of a list."""
        before = self.text[max(0, node.start - MARKER) : node.start]
        begins = before.rfind("\n")
        if begins < 0 or any(one.isalnum() for one in before[begins + 1 :]) or self.latest_day is None:
            return None
        return self.heading if self.heading and self.heading.period == self.latest_day.period else None

    def direction(self, node: Node) -> int:
        """Tell whether the words around a time speak of what is to come (1), of what was (-1), or neither (0)."""
        if self.forced:
            return self.forced
        place = node.first - 1
        while place >= 0 and "lead" in self.tokens[place].values:
            place -= 1
        if place >= 0 and "deadline" in self.tokens[place].values:
            return self._of_deadline(node, place)
        before = self.marks(range(node.first - 1, -1, -1), node.start, is_before=True)
        after = self.marks(range(node.last + 1, len(self.tokens)), node.end, is_before=False)
        nearest = min((found for found in (before, after) if found), default=None)
        return nearest[1] if nearest else 0

    def _of_deadline(self, node: Node, place: int) -> int:
        """Tell the direction of a time up to which something is: to come, but as words behind it tell at the head."""
        is_first = place == 0 or self.tokens[place - 1].sign == BARRIER
        after = self.marks(range(node.last + 1, len(self.tokens)), node.end, is_before=False) if is_first else None
        return after[1] if after else 1

    def marks(self, places: Iterable[int], edge: int, *, is_before: bool) -> tuple[int, int] | None:
        """Give how far the nearest word is that tells a direction, and which; none past the end of a sentence.

        Beyond a comma words are farther than they stand.
        """
        beyond = 0
        for place in places:
            token = self.tokens[place]
            away = edge - token.end if is_before else token.start - edge
            if token.sign == BARRIER or away > NEAR:
                return None
            beyond += COMMA if "," in token.values else 0
            tense = token.values.get("tense")
            if tense in {-1, 1}:
                return away + beyond, 1 if self._follows_future(place) else int(tense)
            ending = None if token.values else self.verb_in(token, edge, is_before=is_before)
            if ending is not None:
                return ending[0] + beyond, 1 if self._follows_future(place) else ending[1]
        return None

    def _follows_future(self, place: int) -> bool:
        """Tell whether a word of what is to come stands right before: `will be signed`."""
        return place > 0 and self.tokens[place - 1].values.get("tense") == 1

    def verb_in(self, token: Token, edge: int, *, is_before: bool) -> tuple[int, int] | None:
        """Give how far the nearest word is that ends like a verb of what was or will be, and which of the two."""
        start = max(token.start, edge - NEAR) if is_before else token.start
        end = token.end if is_before else min(token.end, edge + NEAR)
        found = []
        for match in WORD.finditer(self.text, start, end):
            word = match.group().lower().translate(self.grammar.same_letters)
            direction = word.endswith(self.grammar.future_endings) - word.endswith(self.grammar.past_endings)
            if direction and len(word) > SHORTEST_VERB:
                found.append((edge - match.end() if is_before else match.start() - edge, direction))
        return min(found, default=None)

    def tells_story(self, nodes: Iterable[Node]) -> bool:
        """Tell whether a text tells of long ago: more whole dates of other years than words that count from today."""
        if self.published is None:
            return True
        nodes = [part for node in nodes for part in (node.parts or (node,))]
        old = sum(_is_old(node, self.published.year) for node in nodes)
        return old > max(1, sum(_is_of_today(node) for node in nodes))

    def tells_history(self, nodes: Iterable[Node]) -> bool:
        """Tell whether a text is about what once was: `today` is its own time as a whole, not a day.

        It names several years, decades or centuries of once, twice as many as words that count from a day.
        """
        if self.published is None:
            return False
        nodes = [part for node in nodes for part in (node.parts or (node,))]
        old = sum(_is_of_once(node, self.published.year) for node in nodes)
        return old >= max(HISTORY, 1 + 2 * sum(_is_of_today(node) and not _is_today(node) for node in nodes))

    def tells_guide(self, nodes: Iterable[Node]) -> bool:
        """Tell whether a text tells how things are, not what happened: a long one that hardly counts from a day."""
        if self.published is None or len(self.text) < LONG:
            return False
        nodes = [part for node in nodes for part in (node.parts or (node,))]
        return RARE * sum(self._is_of_late(node) for node in nodes) <= len(nodes)

    def _is_of_late(self, node: Node) -> bool:
        """Tell whether a form is counted from a day, as news counts."""
        if node.form.act == "date":
            return is_bare_weekday(node) and (node.get("turn") is not None or self.direction(node) < 0)
        if node.form.act == "turn":
            return node.get("unit") in {"week", "month", "weekend"} and node.get("turn") is not None
        return node.form.act in {"night", "window"} or (node.form.act == "offset" and not _is_today(node))

    def tells_any(self, node: Node) -> bool:
        """Tell whether a month, season or weekday is any of its name: in a guide, where no word tells of what was."""
        return self.is_guide and not self.is_story and not self.forced and not self.direction(node)

    def story(self, node: Node) -> Mention | None:
        """Give the time before this one where the text tells of long ago, or nothing says when it was published."""
        latest = self.latest
        if not self.is_story or latest is None or latest.period.year is None:
            return None
        return latest if node.start - latest.span.end <= FAR else None

    def goes_on(self, node: Node) -> bool:
        """Tell whether a phrase goes on after a form, as a word stands right behind it."""
        following = self.text[node.end : node.end + 2]
        return following[:1].isspace() and following[1:].isalpha()

    def is_parted(self, first: int, last: int) -> bool:
        """Tell whether a sentence ends between two tokens."""
        return any(token.sign == BARRIER for token in self.tokens[first:last])


def _is_old(node: Node, year: int) -> bool:
    """Tell whether a form is a date of a month or season that is years away from another."""
    stated = year_of(node) if node.get("month", "clear_month", "season", "in_season") is not None else None
    return stated is not None and abs(year - stated) >= STORY_YEARS


def _is_of_once(node: Node, year: int) -> bool:
    """Tell whether a form names a year that is years away from another, a decade or a century."""
    if node.get("decade", "short_decade") is not None or node.get("big_unit") == "century":
        return True
    stated = year_of(node)
    return stated is not None and node.form.act in {"date", "span"} and abs(year - stated) >= STORY_YEARS


def _is_today(node: Node) -> bool:
    return node.form.act == "offset" and node.number("offset") == 0


def is_bare_weekday(node: Node) -> bool:
    """Tell whether a form names a weekday and neither a day nor a month."""
    return node.get("weekday") is not None and node.get("month", "clear_month", "day") is None


def tells_ancient(nodes: Iterable[Node]) -> bool:
    """Tell whether a text twice names years before 1000, told as such: other numbers of three digits are years then."""
    nodes = [part for node in nodes for part in (node.parts or (node,))]
    return sum(_is_ancient(node) for node in nodes) >= TWICE


def _is_ancient(node: Node) -> bool:
    is_told = node.get("bc", "ad") is not None or node.number("three") is not None
    return is_told and node.form.act in {"date", "span"} and not node.form.given.get("ancient")


def _is_of_today(node: Node) -> bool:
    """Tell whether a form is counted from the day of publication."""
    is_weekday = node.get("weekday") is not None and node.get("month", "clear_month") is None
    return node.form.act in COUNTED_FROM_TODAY or (node.form.act == "date" and is_weekday)
