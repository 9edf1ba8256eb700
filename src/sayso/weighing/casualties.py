"""How many were killed or wounded? Every figure told of an event, who says it and when; ranges, never a sum."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs

from sayso.vocabulary import Counted, Place, Quantity, Stance, Status, Unit, Weighing, casualties_that_happened
from sayso.vocabulary.counts import OF_CASUALTIES
from sayso.vocabulary.names import match_names
from sayso.vocabulary.sheets import CasualtySheet, Figure, FigureRange
from sayso.vocabulary.stance import AGAINST
from sayso.weighing.sayers import Voice, key_of, places_named, voices_of
from sayso.weighing.statement import Statement, order_of

# Units that take in all others: who was killed was a person first.
GENERAL = (None, Unit.PERSON)


@attrs.frozen(kw_only=True)
class Told:
    """A statement with figures of casualties, and whose word it is."""

    statement: Statement
    voice: Voice
    counts: tuple[tuple[Status, Quantity], ...]

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day that it can have been on; None where an end is not known."""
        first, last = self.statement.days or (None, None)
        return None if first is None or last is None else (first, last)


def casualty_sheets(asked: str, weighing: Weighing, statements: Sequence[Statement]) -> tuple[CasualtySheet, ...]:
    """Make a sheet for each event with casualties at the places that a name may mean, in the order of days.

    What was told of one day is of one event there, and so is what was held to be the same claim, to contradict it or
    to revise it. What tells no day joins the only event of its place; where there are several it stands apart.
    """
    voices, linked = voices_of(weighing), _linked(weighing)
    revised = frozenset(one for assessment in weighing.assessments for one in assessment.supersedes)
    ordered = sorted(statements, key=order_of)
    sheets = []
    for place in places_named(asked, ordered).values():
        told = [one for statement in ordered if (one := _told(place, statement, voices)) is not None]
        sheets += [_sheet(place, event, revised) for event in _events(told, linked)]
    return tuple(
        sorted(sheets, key=lambda sheet: (sheet.day is None, sheet.day or "", sheet.place, len(sheet.figures)))
    )


def _told(place: Place, statement: Statement, voices: Mapping[str, Voice]) -> Told | None:
    """Give the figures that a statement tells of a place: those of what has happened, or those it denies or doubts."""
    if statement.id not in voices or key_of(place) not in map(key_of, statement.places):
        return None
    claim = statement.claim
    told = claim.quantities if claim.stance in AGAINST else casualties_that_happened(claim)
    people = (one for one in told if one.counted is Counted.PEOPLE)
    counts = tuple((one.status, one) for one in people if one.status is not None and one.status in OF_CASUALTIES)
    return Told(statement=statement, voice=voices[statement.id], counts=counts) if counts else None


def _linked(weighing: Weighing) -> dict[str, str]:
    """Give for each assessment the first of those it is linked with by contradiction or revision."""
    first: dict[str, str] = {}

    def find(one: str) -> str:
        while first.get(one, one) != one:
            one = first[one]
        return one

    for assessment in weighing.assessments:
        for other in (*assessment.contradicts, *assessment.supersedes):
            one, two = sorted((find(assessment.id), find(other)))
            first[two] = one
    return {one.id: find(one.id) for one in weighing.assessments}


def _events(told: Sequence[Told], linked: Mapping[str, str]) -> list[list[Told]]:
    """Part what is told of a place into events: by day, the narrowest first, then by what claims are linked."""
    events: list[list[Told]] = []
    undated: list[Told] = []
    for one in sorted(told, key=_width):
        near = [event for event in events if _is_of(one, event, linked)]
        if len(near) == 1:
            near[0].append(one)
        elif one.days is None:
            undated.append(one)
        else:
            events.append([one])
    if len(events) == 1:
        events[0].extend(undated)
    elif undated:
        events.append(undated)
    return events


def _is_of(one: Told, event: Sequence[Told], linked: Mapping[str, str]) -> bool:
    """Tell whether a statement is of an event: its claim is linked to one of it, or its days hold the event's day."""
    if any(linked[one.voice.assessment] == linked[other.voice.assessment] for other in event):
        return True
    days, own = one.days, event[0].days
    return days is not None and own is not None and days[0] <= own[0] and own[1] <= days[1]


def _width(one: Told) -> tuple[bool, int]:
    return (one.days is None, (one.days[1] - one.days[0]).days if one.days else 0)


def _sheet(place: Place, told: Sequence[Told], revised: frozenset[str]) -> CasualtySheet:
    ordered = sorted(told, key=lambda one: order_of(one.statement))
    narrowest = min(told, key=_width)
    when = narrowest.statement.when if narrowest.days else None
    return CasualtySheet(
        place=place.name,
        geonameid=place.geonameid,
        admin=place.admin,
        country=place.country,
        day=when.value if when else None,
        figures=tuple(figure for one in ordered for figure in _figures(one, revised)),
        ranges=tuple(_ranges(ordered, revised)),
    )


def _figures(told: Told, revised: frozenset[str]) -> Iterator[Figure]:
    for status, one in told.counts:
        yield Figure(
            sayer=told.voice.sayer,
            low=one.low,
            high=one.high,
            approximation=one.approximation,
            status=status,
            unit=one.unit,
            including=one.including,
            total=one.total,
            stance=told.statement.claim.stance,
            superseded=told.voice.assessment in revised,
            published=told.statement.report.published,
            report=told.statement.report.id,
            claim=told.statement.id,
            span=one.span,
            assessment=told.voice.assessment,
        )


def _ranges(told: Iterable[Told], revised: frozenset[str]) -> Iterator[FigureRange]:
    standing = [one for one in told if one.voice.stands_alone]
    figures = [figure for one in standing for figure in _figures(one, revised) if _is_ranged(figure)]
    for status in Status:
        of_status = [one for one in figures if one.status is status]
        general = [one for one in of_status if one.unit in GENERAL] or of_status
        # Soldiers and children are different people: what counts no common unit has no range.
        if not general or len({one.unit if one.unit not in GENERAL else None for one in general}) > 1:
            continue
        yield _range(status, general)


def _is_ranged(figure: Figure) -> bool:
    return figure.stance is Stance.ASSERTS and not figure.superseded and not figure.including


def _range(status: Status, figures: Sequence[Figure]) -> FigureRange:
    lows, highs = [one.low for one in figures], [one.high for one in figures]
    least = [one for one in lows if one is not None]
    most = [one for one in highs if one is not None]
    return FigureRange(
        status=status,
        low=min(least) if len(least) == len(lows) else None,
        high=max(most) if len(most) == len(highs) else None,
        origins=_count_origins(figures),
    )


def _count_origins(figures: Iterable[Figure]) -> int:
    """Count those whose word figures are; an origin has an id in each assessment, and names tell that it is one."""
    known: list[Figure] = []
    for one in figures:
        if not any(
            one.sayer.origin == other.sayer.origin or match_names(one.sayer.name, other.sayer.name) for other in known
        ):
            known.append(one)
    return len(known)
