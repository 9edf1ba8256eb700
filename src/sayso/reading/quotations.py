"""Quotations: which marks belong together, and whether the words between them are speech.

Takes a text and the apostrophe words of its language, gives whole quotations with their marks, outermost, in order. A
line whose marks pair off as typography expects is read straight on. Any other line is weighed: of the ways to read its
marks the one of least cost wins, over line breaks and paragraphs where a quotation stays open. No text stops a reading;
time is linear in its length.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

import attrs

from sayso.reading.marks import CLOSES_AT_ONCE, MARKS, NO, PAIRS, SINGLES, Line, Mark, find_lines
from sayso.vocabulary import Span

# Costs, beside those of single marks (see marks.py), in the same unit: 1 is odd, 2 and more is against the rule.
# Set by reading PolNeAR train (840 articles) and copies of it with the double marks written as single ones, in which
# the same quotations had to be found: 99.6 % were. Of 0.2, 0.5, 1.0 and 1.2 for REOPENED the last found the most.
UNCLOSED = 2.5
UNCLOSED_BEFORE_OPENER = 3.0
UNCLOSED_SINGLE_INSIDE = 1.0
UNCLOSED_WITHIN_PARAGRAPH = 1.0
# In Russian and Ukrainian one mark may close two of its kind at once: «the boat «Orla».
CLOSED_AT_ONCE = 0.3
NESTED_KIND = 0.3
NESTED_SAME = 2.0
REOPENED = 1.2
# Of two openers with one closer it is the second that is closed.
PASSED_OVER = 0.2
OVER_WRAP = 0.05
OVER_LINE = 0.8
OVER_BLANK = 2.0

DEEPEST = 3
MOST_READINGS = 6
WORST_READING = 5.0
# Marks that are weighed in one text, and so many more per character: news has 3 to 30 in an article. Past that, lines
# that do not pair off lose their odd marks, which bounds the time for hostile text.
MOST_WEIGHED = 2_000
MOST_WEIGHED_DENSITY = 1 / 100

WITHIN_SENTENCE = frozenset(",;-\u2010\u2011\u2013\u2014([")
SENTENCE_BREAK = re.compile(r"[.!?\u2026]\s")
# What stands before words that are no part of the sentence around them.
SETS_OFF = frozenset(("", *",:;-\u2013\u2014.!?\u2026)"))
ENDS_SENTENCE = frozenset(".!?\u2026")
LONGEST_TAIL = 8
# Up to two words are a term or a scare quote ("buffer zone"); from three on the words are somebody's.
FRAGMENT = 2
LONGEST_NAME = 8
LONGEST_PARTICLE = 3


@attrs.frozen(kw_only=True)
class Quotation:
    """Words in quotation marks; ``span`` takes the marks in.

    ``is_speech``: sentence-like words, not a name or a word in scare quotes. ``closed``: its last mark is there; an
    unclosed quotation ends with its paragraph.
    """

    span: Span
    is_speech: bool
    closed: bool


class Found(NamedTuple):
    """A pair of marks at ``start:end``, or an opening one whose paragraph ends at ``end``."""

    start: int
    end: int
    closed: bool


class Trail(NamedTuple):
    """What a way of reading has found so far: the last find, and all before it."""

    last: Found
    before: "Trail | None"


class State(NamedTuple):
    """What is open: the kinds of the open marks, outermost first, and whether a line began without reopening them."""

    stack: tuple[str, ...]
    runs_on: bool


class Course(NamedTuple):
    """The cheapest way to a state: its cost, where its outermost quotation starts, what it found."""

    cost: float
    start: int
    trail: Trail | None


START, END = attrgetter("start"), attrgetter("end")
NOTHING_OPEN = State((), runs_on=False)
Courses = dict[State, Course]


def find_quotations(text: str, apostrophes: frozenset[str]) -> tuple[Quotation, ...]:
    """Find the quotations of a text: outermost, in order, never overlapping.

    ``apostrophes``: words that begin with an apostrophe (``'til``; digits as 0: ``'00s``), words that end with one
    (``o'``), and endings that carry one (``-s'``), all in lower case with a typewriter apostrophe.
    """
    return tuple(
        Quotation(span=_span(text, one), is_speech=_is_speech(text, one), closed=one.closed)
        for one in pair_marks(text, apostrophes)
        if (any(map(str.isalnum, text[one.start : one.end])) if one.closed else _is_plausible(text, one))
    )


def _span(text: str, found: Found) -> Span:
    """Give the span of a find; an unclosed one ends without the white space at its paragraph's end."""
    return Span(start=found.start, end=found.start + len(text[found.start : found.end].rstrip()))


def find_overlapping(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Give those of some spans that share a character with ``span``; they must be in order and not overlap."""
    first = bisect_right(spans, span.start, key=END)
    return spans[first : bisect_left(spans, span.end, lo=first, key=START)]


def pair_marks(text: str, apostrophes: frozenset[str]) -> Iterator[Found]:
    """Give the outermost pairs of a text in order, and openers that stay unclosed to their paragraph's end."""
    courses: Courses = {}
    weighed, most = 0, max(MOST_WEIGHED, int(len(text) * MOST_WEIGHED_DENSITY))
    for line in find_lines(text, apostrophes):
        if courses and weighed > most:
            yield from _unroll(_best(courses)[1])
            courses = {}
        if not courses:
            clean, pairs = _read_straight(line.marks)
            if clean or weighed + len(line.marks) > most:
                yield from pairs
                continue
            courses = {NOTHING_OPEN: Course(0.0, -1, None)}
        weighed += len(line.marks) + 1
        courses = _weigh_line(text, line, courses)
        state, course = _best(courses)
        if state == NOTHING_OPEN:
            yield from _unroll(course)
            courses = {}


def _best(courses: Courses) -> tuple[State, Course]:
    """Give the cheapest way, of equal ones that with the least open."""
    return min(courses.items(), key=lambda item: (item[1].cost, len(item[0].stack)))


def _read_straight(marks: Iterable[Mark]) -> tuple[bool, list[Found]]:
    """Pair the marks off where each costs nothing; tell whether that went through, and give the pairs all the same."""
    stack: list[Mark] = []
    found: list[Found] = []
    clean = True
    for mark in marks:
        if stack and mark.closes == 0.0 and PAIRS[stack[-1].kind].get(mark.kind) == 0.0:
            opener = stack.pop()
            if not stack:
                found.append(Found(opener.start, mark.end, closed=True))
        elif mark.opens == 0.0 and len(stack) < DEEPEST and _nest([each.kind for each in stack], mark.kind) == 0.0:
            stack.append(mark)
        elif (mark.stray_inside if _has_single(each.kind for each in stack) else mark.stray) > 0.0:
            clean = False
            stack.clear()
    return clean and not stack, found


def _nest(stack: Iterable[str], kind: str) -> float:
    """Weigh that a mark opens inside the open ones: single inside double and the reverse is the rule."""
    inner = tuple(stack)
    if not inner:
        return 0.0
    if kind in inner:
        return NESTED_SAME
    return 0.0 if (inner[-1] in SINGLES) != (kind in SINGLES) else NESTED_KIND


def _has_single(stack: Iterable[str]) -> bool:
    return any(kind in SINGLES for kind in stack)


def _weigh_line(text: str, line: Line, courses: Courses) -> Courses:
    """Carry all ways of reading through one line and over the break at its end."""
    for mark in line.marks:
        following: Courses = {}
        for state, course in courses.items():
            _close(following, state, course, mark)
            _open(following, state, course, mark)
            stray = mark.stray_inside if _has_single(state.stack) else mark.stray
            passed = PASSED_OVER if mark.opens < mark.closes and mark.kind in state.stack else 0.0
            _keep(following, state, Course(course.cost + stray + passed, course.start, course.trail))
        courses = _prune(following)
    return _end_line(text, line, courses)


def _keep(courses: Courses, state: State, course: Course) -> None:
    known = courses.get(state)
    if known is None or course.cost < known.cost:
        courses[state] = course


def _prune(courses: Courses) -> Courses:
    """Keep the cheapest few; ties go to the first found, so that the same text always reads the same."""
    if len(courses) <= 1:
        return courses
    ordered = sorted(courses.items(), key=lambda item: item[1].cost)
    limit = ordered[0][1].cost + WORST_READING
    return {state: course for state, course in ordered[:MOST_READINGS] if course.cost <= limit}


def _close(following: Courses, state: State, course: Course, mark: Mark) -> None:
    """Let a mark close the innermost open one, or the one around it."""
    stack = state.stack
    lost = mark.closes
    for depth in range(len(stack) - 1, max(-1, len(stack) - 3), -1):
        pair = PAIRS[stack[depth]].get(mark.kind)
        if pair is not None:
            cost = course.cost + lost + pair
            if depth:
                _keep(following, State(stack[:depth], state.runs_on), Course(cost, course.start, course.trail))
            else:
                trail = Trail(Found(course.start, mark.end, closed=True), course.trail)
                _keep(following, NOTHING_OPEN, Course(cost, -1, trail))
        lost += _lose(stack, depth)


def _lose(stack: Sequence[str], depth: int) -> float:
    """Weigh that the mark that closes the one around it leaves the one at ``depth`` open."""
    if depth and stack[depth] == stack[depth - 1] in CLOSES_AT_ONCE:
        return CLOSED_AT_ONCE
    return UNCLOSED_SINGLE_INSIDE if stack[depth] in SINGLES else UNCLOSED_BEFORE_OPENER


def _open(following: Courses, state: State, course: Course, mark: Mark) -> None:
    """Let a mark open: again at the head of a line, within what is open, or giving up what is open."""
    stack, runs_on = state
    cost, start, trail = course
    if mark.opens >= NO:
        return
    if mark.is_first and mark.kind in stack and not runs_on:
        _keep(following, state, Course(cost + REOPENED, start, trail))
    if len(stack) < DEEPEST:
        deeper = cost + mark.opens + _nest(stack, mark.kind)
        _keep(following, State((*stack, mark.kind), runs_on), Course(deeper, start if stack else mark.start, trail))
    if stack:
        given_up = cost + mark.opens + UNCLOSED_BEFORE_OPENER * len(stack)
        _keep(following, State((mark.kind,), runs_on=False), Course(given_up, mark.start, trail))


def _end_line(text: str, line: Line, courses: Courses) -> Courses:
    """Carry what is open over the break at a line's end, or give it up there as unclosed."""
    over, within = _weigh_break(text, line)
    following: Courses = {}
    for state, (cost, start, trail) in courses.items():
        if not state.stack:
            _keep(following, state, Course(cost, start, trail))
            continue
        unclosed = Trail(Found(start, line.start, closed=False), trail)
        _keep(following, NOTHING_OPEN, Course(cost + within + UNCLOSED * len(state.stack), -1, unclosed))
        if line.end < len(text):
            _keep(following, State(state.stack, runs_on=True), Course(cost + over, start, trail))
            if line.next_kind in state.stack and not state.runs_on:
                _keep(following, state, Course(cost, start, trail))
    return _prune(following)


def _weigh_break(text: str, line: Line) -> tuple[float, float]:
    """Weigh that a quotation runs on over a break without a new mark, and that it ends there unclosed."""
    if line.is_blank:
        return OVER_BLANK, 0.0
    last = text[max(0, line.start - LONGEST_TAIL) : line.start].rstrip()[-1:]
    if last.isalnum() or last in WITHIN_SENTENCE:
        return OVER_WRAP, UNCLOSED_WITHIN_PARAGRAPH
    return OVER_LINE, 0.0


def _unroll(course: Course) -> list[Found]:
    """Give what a way of reading found, in order."""
    found: list[Found] = []
    trail = course.trail
    while trail:
        found.append(trail.last)
        trail = trail.before
    return found[::-1]


def _is_plausible(text: str, found: Found) -> bool:
    """Tell whether an unclosed mark opens a quotation: a doubled mark, right before some words."""
    inner = text[found.start : found.end].lstrip(MARKS)
    is_single = text[found.start] in SINGLES and not text.startswith(("''", "``"), found.start)
    return not is_single and not inner[:1].isspace() and len(inner.split(maxsplit=3)) > FRAGMENT


def _is_speech(text: str, found: Found) -> bool:
    """Tell sentence-like words from a name or a word in scare quotes, by case, punctuation and what stands before.

    Words in the middle of a sentence are speech when they are more than a few and not a name; words that begin a
    sentence or follow a colon or comma are speech when they end as one.
    """
    inner = text[found.start : found.end].strip(MARKS).strip()
    words = inner.split(maxsplit=LONGEST_NAME + 1)
    if not found.closed or len(words) > LONGEST_NAME or inner.endswith(("!", "?", "\u2026")):
        return True
    is_name = _is_name(words)
    if len(words) > FRAGMENT and (not is_name or SENTENCE_BREAK.search(inner)):
        return True
    lead = _lead(text, found.start)
    if lead not in SETS_OFF or (lead == "," and is_name and len(words) > 1):
        return False
    follows = text[found.end : found.end + LONGEST_TAIL].lstrip()[:1]
    return inner.endswith((".", ",")) or follows in ENDS_SENTENCE or (follows == "," and not is_name)


def _is_name(words: Sequence[str]) -> bool:
    """Tell whether all words are capitalised, but for short ones between."""
    if words[0][:1].islower() or words[-1][:1].islower():
        return False
    return all(len(word) <= LONGEST_PARTICLE or not word[0].islower() for word in words)


def _lead(text: str, start: int) -> str:
    """Give the last character before a quotation in its line, over space, brackets and marks; empty for none."""
    before = text[max(0, start - LONGEST_TAIL) : start]
    lead = before.rstrip().rstrip("([").rstrip(MARKS)
    return "" if "\n" in before[len(lead) :] else lead[-1:]
