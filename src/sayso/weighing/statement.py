"""Readings -> statements: each claim of each report, laid out for comparing.

All that weighing knows of a claim is here, in a form that needs no language: words by their sound, so that names meet
across scripts; places by what they resolve to; days; counts; codes of things. Built from a Reading alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice

import attrs

from sayso.vocabulary import (
    UNDETERMINED,
    Act,
    Claim,
    Duration,
    Event,
    EventType,
    Modality,
    Place,
    PlaceKind,
    Reading,
    Report,
    When,
    ends_of,
)
from sayso.vocabulary.names import KEPT_WORDS, sound_of
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.vocabulary.stance import AGAINST
from sayso.weighing.mentions import Mentions

WORD = re.compile(r"[^\W_]+(?:[-'\u2019\u02bc][^\W_]+)*")
# Endings are cut so that forms of one word meet; what is shorter is kept whole.
STEM = 6
LONGEST_CONTENT = 4000
MOST_PLACES_AROUND = 8
SPOTS = (None, PlaceKind.SETTLEMENT, PlaceKind.FACILITY)
# A time of day to the hour or minute, or a length with a number, at the end of a value of TimeML.
SPELL = re.compile("T[0-9:]{2,5}$|^PT?[0-9]+[YMWDH]$")
# What statements are ordered by: see `Statement.order`.
Order = tuple[bool, str, str, tuple[int, int], str]


@attrs.frozen(kw_only=True)
class Statement:
    """A claim as one report states it.

    ``id`` is that of the claim. ``words`` are the stems of its content in Latin letters, in the order of the text.
    ``places`` are those of its events, then others within its content; ``days`` are the first and last day that its
    main event can have been on as the text tells it (without an event, any time in its words), None where it does not.
    ``published_day`` is None where the report has no date that is believed. ``lang`` is the language of the report;
    ``around`` are places that the report names elsewhere; ``spells`` are times of day and lengths of time in the
    content, as TimeML has them (`T09:00`, `P10D`). ``times`` are those of its events, in
    their order.
    """

    id: str
    report: Report
    claim: Claim
    words: tuple[str, ...]
    places: tuple[Place, ...]
    days: tuple[date | None, date | None] | None
    published_day: date | None
    lang: str = UNDETERMINED
    around: tuple[Place, ...] = ()
    spells: frozenset[str] = frozenset()
    times: tuple[When, ...] = ()

    @property
    def event(self) -> Event | None:
        """The main event."""
        return self.claim.event

    @property
    def modality(self) -> Modality:
        """How the origin speaks of the main event; ``unknown`` where there is none."""
        return self.claim.event.modality if self.claim.event else Modality.UNKNOWN

    @property
    def text(self) -> str:
        """The words that are claimed, joined."""
        return " ".join(span.cut(self.report.text) for span in self.claim.content)

    @cached_property
    def order(self) -> Order:
        """What statements are ordered by: publication (undated last), report, place in the text, id."""
        published, first = self.report.published, self.claim.content[0]
        instant = published.isoformat() if published else ""
        return (published is None, instant, self.report.id, (first.start, first.end), self.id)

    @cached_property
    def kinds(self) -> frozenset[EventType]:
        """The kinds of its events that are told."""
        return frozenset(event.type for event in self.claim.events if event.type is not EventType.OTHER)

    @cached_property
    def actors(self) -> frozenset[str]:
        """The sides that do something in its events, where they are known."""
        return frozenset(one.actor.side for one in self.claim.events if one.actor and one.actor.side != UNKNOWN_SIDE)

    @cached_property
    def spots_within(self) -> tuple[Place, ...]:
        """The settlements and facilities that it names itself, within its content."""
        content = self.claim.content
        spots = filter(is_spot, self.places)
        return tuple(place for place in spots if any(span.start <= place.start < span.end for span in content))

    @cached_property
    def spots(self) -> tuple[Place, ...]:
        """The settlements and facilities that it names itself, else those that its report gives its events."""
        return self.spots_within or tuple(filter(is_spot, self.places))

    @property
    def when(self) -> When | None:
        """The time of the first of its events that the text gives one."""
        return self.times[0] if self.times else None

    def when_of(self, event: Event) -> When | None:
        """Give the time of one of its events."""
        order = dict.fromkeys(one.time for one in self.claim.events if one.time is not None)
        return None if event.time is None else dict(zip(order, self.times, strict=False)).get(event.time)

    def places_of(self, event: Event) -> tuple[Place, ...]:
        """Give the places of one of its events; those of all its events come first among its own, in their order."""
        order = dict.fromkeys(at for one in self.claim.events for at in one.places)
        known = dict(zip(order, self.places, strict=False))
        return tuple(known[at] for at in event.places if at in known)


def lay_out(readings: Iterable[Reading]) -> tuple[Statement, ...]:
    """Give the statements of readings, in the order of publication, then by report and place in the text."""
    laid = [one for reading in readings for one in _lay_out_one(reading)]
    return tuple(sorted(laid, key=order_of))


def order_of(statement: Statement) -> Order:
    """Give what statements are ordered by: publication (undated last), report, place in the text, id."""
    return statement.order


@lru_cache(maxsize=KEPT_WORDS)
def stem_of(word: str) -> str:
    """Give what a word is compared by: a number itself, else the beginning of its sound."""
    return word if word.isdigit() else sound_of(word)[:STEM]


def is_spot(place: Place) -> bool:
    """Tell whether a place is a settlement or a facility, or may be one as it was not found."""
    return place.kind in SPOTS


def _lay_out_one(reading: Reading) -> Iterator[Statement]:
    report = reading.report
    is_dated = report.published is not None and reading.published_doubted is None
    places, spells = Mentions(reading.places), _spells_of(reading)
    dated = Mentions(reading.times)
    told = Mentions([mention for mention, _ in spells])
    for claim in reading.claims:
        if claim.act is Act.ATTITUDE and claim.stance not in AGAINST:
            continue
        named = dict.fromkeys(at for event in claim.events for at in event.places)
        named |= dict.fromkeys(places.within(claim.content))
        times = tuple(dict.fromkeys(event.time for event in claim.events if event.time is not None))
        undated = () if claim.events else tuple(dated.within(claim.content))
        yield Statement(
            id=claim.id,
            report=report,
            claim=claim,
            words=tuple(_stems(claim, report.text)),
            places=tuple(reading.places[at] for at in named),
            days=_days_of(reading, times or undated),
            times=tuple(reading.times[at] for at in times),
            published_day=report.published.date() if report.published and is_dated else None,
            lang=reading.lang,
            around=tuple(_places_beside(named, reading)),
            spells=frozenset(spells[at][1] for at in told.within(claim.content)) if spells else frozenset(),
        )


def _stems(claim: Claim, text: str) -> Iterator[str]:
    left = LONGEST_CONTENT
    for span in claim.content:
        yield from map(stem_of, WORD.findall(text, span.start, min(span.end, span.start + left)))
        left -= span.end - span.start
        if left <= 0:
            return


def _places_beside(named: dict[int, None], reading: Reading) -> Iterator[Place]:
    around = (place for at, place in enumerate(reading.places) if at not in named)
    return islice(around, MOST_PLACES_AROUND)


def _spells_of(reading: Reading) -> list[tuple[When | Duration, str]]:
    """Give the times of day and lengths of time of a report, with where they stand."""
    times: tuple[When | Duration, ...] = (*reading.times, *reading.durations)
    return [(time, found.group()) for time in times if (found := SPELL.search(time.timex3.value))]


def _days_of(reading: Reading, times: Sequence[int]) -> tuple[date | None, date | None] | None:
    if not times:
        return None
    first, last = ends_of(reading.times[times[0]].value)
    return None if first is None and last is None else (first, last)
