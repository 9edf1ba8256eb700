"""Passages that reports share, word for word, found by winnowing.

Takes reports, gives copies with the span of the passage in both. Each run of five words (letters in lower case, signs
left out) has a number; of every eight numbers in a row the smallest is kept, so any passage of twelve words that two
reports share is met. Two long reports are held against each other where they share three such numbers, a short one
(a headline, a post) where it shares any. What is then given is the whole run of equal words, to the character.

Source: Schleimer, Wilkerson and Aiken, Winnowing: local algorithms for document fingerprinting, SIGMOD 2003.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from zlib import crc32

import attrs

from sayso.vocabulary import Copy, Report, Span

WORD = re.compile(r"[^\W_]+")
GRAM = 5
WINDOW = 8
LEAST_SHARED = 3
# Fewer words than this make a short report, of which every number is kept.
SHORT_REPORT = 60
# The shortest run that is given: of two long reports, and where one is short.
LEAST_RUN, LEAST_SHORT_RUN = 8, 7
LONGEST_REPORT = 20_000
# A number that more reports share is of a formula (`this is a developing story`), and joins none.
MOST_REPORTS = 200
# Each report is held against so many of the earliest that share a number with it: who copies all, copies the first.
EARLIEST = 5


@attrs.frozen
class _Worded:
    """A report with its words, where they stand, and where each kept number begins."""

    report: Report
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    kept: Mapping[int, tuple[int, ...]]

    @property
    def is_short(self) -> bool:
        """Whether it is a headline or a post."""
        return len(self.words) < SHORT_REPORT


def find_copies(reports: Iterable[Report]) -> tuple[Copy, ...]:
    """Give the passages that reports share, each pair with the one published first in front."""
    worded = [_word(one) for one in sorted({one.id: one for one in reports}.values(), key=_order)]
    holders: dict[int, list[int]] = {}
    for at, one in enumerate(worded):
        for number in one.kept:
            holders.setdefault(number, []).append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for some in holders.values():
        if len(some) <= MOST_REPORTS:
            shared.update((one, other) for other in some for one in some[:EARLIEST] if one < other)
    return tuple(
        copy
        for (one, other), count in sorted(shared.items())
        if count >= (1 if worded[one].is_short or worded[other].is_short else LEAST_SHARED)
        for copy in _find_runs(worded[one], worded[other])
    )


def _order(report: Report) -> tuple[bool, str, str]:
    published = report.published
    return published is None, published.isoformat() if published else "", report.id


def _word(report: Report) -> _Worded:
    found = [one for _, one in zip(range(LONGEST_REPORT), WORD.finditer(report.text), strict=False)]
    words = tuple(one.group().casefold() for one in found)
    numbers = [crc32(" ".join(words[at : at + GRAM]).encode()) for at in range(len(words) - GRAM + 1)]
    chosen = range(len(numbers)) if len(words) < SHORT_REPORT else _winnow(numbers)
    kept: dict[int, list[int]] = {}
    for at in chosen:
        kept.setdefault(numbers[at], []).append(at)
    places = {number: tuple(some) for number, some in kept.items()}
    return _Worded(report, words, tuple(one.span() for one in found), places)


def _winnow(numbers: Sequence[int]) -> list[int]:
    """Give the places of the numbers that are kept: in every window the smallest, of equals the last."""
    kept: list[int] = []
    lowest = -1
    for end in range(min(WINDOW, len(numbers)), len(numbers) + 1):
        start = max(0, end - WINDOW)
        if lowest < start:
            window = numbers[start:end]
            lowest = end - 1 - window[::-1].index(min(window))
        elif numbers[end - 1] <= numbers[lowest]:
            lowest = end - 1
        else:
            continue
        kept.append(lowest)
    return kept


def _find_runs(one: _Worded, other: _Worded) -> Iterator[Copy]:
    """Give the runs of equal words, each once, the longest that holds a shared number."""
    least = LEAST_SHORT_RUN if one.is_short or other.is_short else LEAST_RUN
    ends: dict[int, int] = {}
    for left, right in sorted((one.kept[number][0], other.kept[number][0]) for number in one.kept.keys() & other.kept):
        # Numbers of one run lie on one diagonal; a run is widened once.
        if left < ends.get(left - right, 0):
            continue
        start, its_start, length = _widen(one.words, other.words, left, right)
        ends[left - right] = start + length
        if length >= least:
            yield Copy(
                one=one.report.id,
                one_span=_cover(one, start, length),
                other=other.report.id,
                other_span=_cover(other, its_start, length),
                words=length,
            )


def _widen(one: Sequence[str], other: Sequence[str], left: int, right: int) -> tuple[int, int, int]:
    """Give where the run of equal words around two places begins in both, and how many words it has."""
    back = 0
    while left > back and right > back and one[left - back - 1] == other[right - back - 1]:
        back += 1
    left, right = left - back, right - back
    most = min(len(one) - left, len(other) - right)
    length = next((at for at in range(most) if one[left + at] != other[right + at]), most)
    return left, right, length


def _cover(worded: _Worded, start: int, length: int) -> Span:
    return Span(start=worded.spans[start][0], end=worded.spans[start + length - 1][1])
