"""Readings of invented reports over many days, made by a seeded generator; the same seed, the same readings.

They are as uneven as news is: days on which three times as much is reported, places that most is reported of, stories
that one report has and stories that hundreds repeat, retold in other words, with other figures, in another language.
Every place, source and word is invented. A reading depends on its number and the seed alone, so that any stretch of
the row can be made by itself.
"""

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import Any

import attrs

from sayso.vocabulary import (
    Anchor,
    Claim,
    ClaimKind,
    Direction,
    Event,
    EventType,
    Granularity,
    Link,
    LinkKind,
    Modality,
    Naming,
    Participant,
    Place,
    PlaceKind,
    Provenance,
    Quantity,
    ReaderVersion,
    Reading,
    Report,
    Role,
    Span,
    Stance,
    Status,
    Thing,
    Timex,
    TimexType,
    Unit,
    When,
    claim_id,
)

CLAIMS = 10  # a reading
START = datetime(2022, 1, 3, tzinfo=UTC)
# Reports on each day of a week; the heavy day is another one every week.
REPORTS_OF_DAY, HEAVY = 77, 3
REPORTS_OF_WEEK = REPORTS_OF_DAY * (7 - 1 + HEAVY)
PLACES, WORDS, SOURCES, STORIES_OF_DAY = 600, 6000, 80, 120
# A big story begins every so many days and is in so large a share of reports for some days: about 300 in all.
BIG_EVERY, BIG_DAYS, BIG_SHARE = 9, 5, 0.6
STORY_SHARE = 0.5
STORY_WORDS = 12
LANGUAGES = ("en", "en", "ru", "uk")
TYPES = (
    *((EventType.STRIKE, 28), (EventType.CASUALTIES, 14), (EventType.CLASH, 10), (EventType.DAMAGE, 9)),
    *((EventType.CONTROL, 8), (EventType.ADVANCE, 6), (EventType.INTERCEPTION, 6), (EventType.DIPLOMACY, 6)),
    *((EventType.AID, 4), (EventType.EVACUATION, 3), (EventType.DETENTION, 3), (EventType.BUILDUP, 3)),
)
THINGS = (
    *("drone", "missile", "artillery", "bridge", "power_plant", "ammunition_depot", "fuel_depot", "hospital"),
    *("school", "residential_building", "tank", "railway", "port", "airfield", "warehouse", "convoy", "troops", "town"),
)
SIDES = ("AA", "BB")
SYLLABLES = ("ba", "do", "ki", "lo", "me", "nu", "ra", "so", "ti", "ve", "zo", "pre", "sta", "gri", "len", "mor")


@attrs.frozen(kw_only=True)
class Story:
    """What one story says, however it is told."""

    day: int
    place: int
    type: EventType
    actor: str
    number: int | None
    things: tuple[str, ...]
    words: tuple[int, ...]
    source: int


def make_readings(first: int, number: int, seed: int = 1) -> Iterator[Reading]:
    """Give ``number`` readings from the ``first`` on, in the order of publication."""
    return (make_reading(at, seed) for at in range(first, first + number))


def make_reading(number: int, seed: int = 1) -> Reading:
    """Give the reading of one report, with ten claims."""
    rng = random.Random(f"{seed}-told-{number}")
    return _Teller(number, rng).tell(stories_in(number, seed), *day_of(number))


def stories_in(number: int, seed: int = 1) -> list[Story]:
    """Give the stories that a report tells, one for each of its claims."""
    rng, (day, _) = random.Random(f"{seed}-{number}"), day_of(number)
    big = _big_story(rng, day, seed)
    return [*(_choose_story(rng, day, seed) for _ in range(CLAIMS - 1)), big or _choose_story(rng, day, seed)]


def day_of(number: int) -> tuple[int, float]:
    """Give the day of a report, from 0, and the share of that day that has passed when it is published."""
    week, left = divmod(number, REPORTS_OF_WEEK)
    sizes = [REPORTS_OF_DAY * (HEAVY if day == week * 3 % 7 else 1) for day in range(7)]
    ends = list(accumulate(sizes))
    day = bisect(ends, left)
    return week * 7 + day, (left - ends[day] + sizes[day]) / sizes[day]


def _choose_story(rng: random.Random, day: int, seed: int) -> Story:
    """Give a story of these days, most often of today and one of the larger ones; or one of which no other tells."""
    if rng.random() >= STORY_SHARE:
        return _make_story(rng, day)
    begun = max(0, day - min(6, int(rng.expovariate(0.9))))
    stories = _stories_of(begun, seed)
    return stories[_zipf(rng, STORIES_OF_DAY)]


def _big_story(rng: random.Random, day: int, seed: int) -> Story | None:
    begun = day - day % BIG_EVERY
    if day - begun >= BIG_DAYS or rng.random() >= BIG_SHARE:
        return None
    return _make_story(random.Random(f"{seed}-big-{begun}"), begun)


@lru_cache(maxsize=64)
def _stories_of(day: int, seed: int) -> tuple[Story, ...]:
    rng = random.Random(f"{seed}-stories-{day}")
    return tuple(_make_story(rng, day) for _ in range(STORIES_OF_DAY))


def _make_story(rng: random.Random, day: int) -> Story:
    type_ = rng.choices([one for one, _ in TYPES], [weight for _, weight in TYPES])[0]
    return Story(
        day=day,
        place=_zipf(rng, PLACES),
        type=type_,
        actor=rng.choice(SIDES),
        number=rng.choice((None, rng.randint(1, 9), rng.randint(2, 60), rng.randint(10, 900))),
        things=tuple(rng.sample(THINGS, rng.choice((0, 1, 1, 2)))),
        words=tuple(_zipf(rng, WORDS) for _ in range(STORY_WORDS)),
        source=_zipf(rng, SOURCES),
    )


def _zipf(rng: random.Random, many: int) -> int:
    """Give a number below ``many``, the low ones far more often: the n-th with a weight of 1/n."""
    return min(many - 1, int(many ** rng.random()) - 1)


def word_of(number: int, lang: str) -> str:
    """Give an invented word; languages have no words in common but names."""
    made = random.Random(f"{lang}-word-{number}")
    return "".join(made.choice(SYLLABLES) for _ in range(made.choice((2, 2, 3, 4)))) + lang[0]


@lru_cache(maxsize=4)
def _words_of(lang: str) -> tuple[str, ...]:
    return tuple(word_of(number, lang) for number in range(WORDS))


@lru_cache(maxsize=1)
def _places() -> tuple[dict[str, Any], ...]:
    rng = random.Random("places")
    names = [f"{word_of(number, 'place').capitalize()}ivka" for number in range(PLACES)]
    return tuple(
        {
            "name": name,
            "lat": round(rng.uniform(44, 52), 4),
            "lon": round(rng.uniform(24, 40), 4),
            "geonameid": 9_000_000 + number,
            "kind": PlaceKind.SETTLEMENT,
            "country": "UA",
            "admin": f"Oblast {number % 20}",
        }
        for number, name in enumerate(names)
    )


class _Teller:
    """Tells stories as one report does: writes its text and notes the spans of all that is read from it."""

    def __init__(self, number: int, rng: random.Random) -> None:
        self._id, self._rng, self._lang = f"made-{number:06}", rng, rng.choice(LANGUAGES)
        self._text, self._length = list[str](), 0
        self._places, self._times = list[Place](), list[When]()

    def tell(self, stories: Sequence[Story], day: int, share: float) -> Reading:
        claims = [self._tell_one(story) for story in stories]
        report = Report(
            id=self._id,
            text="".join(self._text),
            provenance=Provenance(where="made", format="jsonl", sha256="0" * 64),
            published=START + timedelta(days=day + share * 0.999),
            outlet=f"Outlet {_zipf(self._rng, 40)}",
        )
        reader = ReaderVersion(sayso="0", pack="made", language=self._lang)
        return Reading(
            report=report,
            lang=self._lang,
            reader=reader,
            claims=tuple(claims),
            places=tuple(self._places),
            times=tuple(self._times),
        )

    def _write(self, words: str) -> Span:
        start = self._length
        self._text.append(f"{words} ")
        self._length += len(words) + 1
        return Span(start=start, end=start + len(words))

    def _tell_one(self, story: Story) -> Claim:
        rng, words = self._rng, _words_of(self._lang)
        chain = self._name_sources(story)
        started = self._length
        place = self._name_place(story)
        told = [words[one] for one in story.words if rng.random() < 0.7]
        told += [words[_zipf(rng, WORDS)] for _ in range(rng.randint(1, 6))]
        trigger = self._write(told[0])
        self._write(" ".join(told[1:]))
        quantities = self._count(story)
        things = tuple(Thing(span=self._write(code), code=code) for code in story.things)
        spans = (Span(start=started, end=self._length - 1),)
        event = Event(
            type=story.type,
            trigger=trigger,
            places=(place,),
            time=self._date(story),
            actor=Participant(span=trigger, name=f"side {story.actor}", side=story.actor),
            direction=Direction.TAKEN if story.type is EventType.CONTROL else None,
            modality=rng.choices((Modality.ACTUAL, Modality.PLANNED, Modality.PREDICTED), (20, 1, 1))[0],
        )
        return Claim(
            id=claim_id(self._id, spans, (), chain),
            content=spans,
            cue=(),
            kind=ClaimKind.INDIRECT,
            chain=chain,
            stance=Stance.ASSERTS if rng.random() < 0.93 else Stance.DENIES,
            events=(event,),
            quantities=quantities,
            things=things,
        )

    def _name_sources(self, story: Story) -> tuple[Link, ...]:
        kept = self._rng.random()
        names = () if kept < 0.3 else (story.source,) if kept < 0.85 else (_zipf(self._rng, SOURCES), story.source)
        return tuple(
            Link(
                mention=self._write(f"Source{name}"),
                name=f"{word_of(name, 'name').capitalize()} Centre",
                kind=LinkKind.ORGANISATION,
                naming=Naming.NAMED,
                role=Role.MILITARY,
                side=SIDES[name % 2],
                register=f"s-{name}" if name % 3 == 0 else None,
            )
            for name in dict.fromkeys(names)
        )

    def _name_place(self, story: Story) -> int:
        known = _places()[story.place]
        span = self._write(known["name"])
        self._places.append(Place(start=span.start, end=span.end, **known))
        return len(self._places) - 1

    def _date(self, story: Story) -> int | None:
        if self._rng.random() < 0.4:
            return None
        value = (START + timedelta(days=story.day)).date().isoformat()
        span = self._write("then")
        timex = Timex(type=TimexType.DATE, value=value)
        known = {"granularity": Granularity.DAY, "anchor": Anchor.STATED, "rule": "made", "timex3": timex}
        self._times.append(When(start=span.start, end=span.end, value=value, **known))
        return len(self._times) - 1

    def _count(self, story: Story) -> tuple[Quantity, ...]:
        if story.number is None:
            return ()
        number = story.number + (self._rng.random() < 0.15)
        killed = Status.KILLED if story.type is EventType.CASUALTIES else None
        span = self._write(str(number))
        return (
            Quantity(span=span, low=number, high=number, counted=Unit.PERSON.counted, unit=Unit.PERSON, status=killed),
        )
