"""Withholds private persons: a reading goes in, the same reading without their names, ages and families comes out.

In the text, each character withheld becomes a full block, so that every offset still holds. What is withheld is told
by ``withheld.py``, where a text tells a name by ``private_names.py``.
"""

from collections.abc import Callable, Iterable, Sequence

import attrs

from sayso.vocabulary.claim import Claim, Flag, FlagKind, Link
from sayso.vocabulary.event import Event, Participant
from sayso.vocabulary.reading import Reading
from sayso.vocabulary.reason import Reason
from sayso.vocabulary.report import Report, Span
from sayso.vocabulary.where import Anchor, Duration, DurationKind, Granularity, Place, Timex, TimexType, When
from sayso.vocabulary.withheld import WITHHELD, Withheld, bears_name, blot, is_withheld, said_of

UNKNOWN_TIME, UNKNOWN_LENGTH = "XXXX-XX-XX", "PXX"


def withhold_private(reading: Reading) -> Reading:
    """Give the reading without what tells who its private persons are; ids and offsets stay as they are.

    Their names go wherever they stand in text, title and outlet, and with an address that holds one; what flags say of
    their age and family goes from the text. A link keeps its role. Doing it twice changes nothing more.
    """
    withheld = Withheld.of((reading,))
    if not withheld.names and not withheld.phrases:
        return reading
    report = _hide_report(reading.report, withheld, said_of(reading))
    return attrs.evolve(
        reading,
        report=report,
        claims=tuple(_hide_claim(claim, withheld, reading.report.text, report.text) for claim in reading.claims),
        places=tuple(_hide_place(place, reading.report.text, report.text) for place in reading.places),
        times=tuple(_hide_time(time, reading.report.text, report.text) for time in reading.times),
        durations=tuple(_hide_duration(one, reading.report.text, report.text) for one in reading.durations),
    )


def withhold_in_words(readings: Sequence[Reading]) -> Callable[[str], str]:
    """Give what takes the private persons of some readings out of any words: their names, ages and families."""
    return Withheld.of(readings).all_in


def _hide_report(report: Report, withheld: Withheld, said: Iterable[Span]) -> Report:
    text = withheld.names_in(report.text, is_report=True)
    return attrs.evolve(
        report,
        text=blot(text, [(span.start, span.end) for span in said]),
        title=report.title and withheld.names_in(report.title),
        outlet=report.outlet and withheld.names_in(report.outlet),
        url=None if report.url and withheld.is_in_address(report.url) else report.url,
    )


def _hide_place(place: Place, before: str, after: str) -> Place:
    """Leave of a place nothing but its characters where some of them are withheld, and of a hint nothing at all."""
    if place.span.cut(before) != place.span.cut(after):
        return Place(start=place.start, end=place.end, name=WITHHELD, resolved=False)
    is_told = place.hint is None or place.hint.span.cut(before) == place.hint.span.cut(after)
    return place if is_told else attrs.evolve(place, hint=None)


def _hide_time(time: When, before: str, after: str) -> When:
    """Leave of a time nothing but its characters where some of them are withheld: it may tell a year of birth."""
    if time.span.cut(before) == time.span.cut(after):
        return time
    return When(
        start=time.start,
        end=time.end,
        value=UNKNOWN_TIME,
        granularity=Granularity.DAY,
        anchor=Anchor.NONE,
        rule=WITHHELD,
        timex3=Timex(type=TimexType.DATE, value=UNKNOWN_TIME),
    )


def _hide_duration(duration: Duration, before: str, after: str) -> Duration:
    """Leave of a length of time nothing but its characters where some of them are withheld: it may tell an age."""
    if duration.span.cut(before) == duration.span.cut(after):
        return duration
    unknown = Timex(type=TimexType.DURATION, value=UNKNOWN_LENGTH)
    return attrs.evolve(duration, kind=DurationKind.LENGTH, rule=WITHHELD, timex3=unknown)


def _hide_claim(claim: Claim, withheld: Withheld, before: str, after: str) -> Claim:
    chain = tuple([_hide_link(link, withheld) for link in claim.chain])
    flags = tuple([_hide_flag(flag, withheld) for flag in claim.flags])
    reasons = _hide_reasons(claim.reasons, withheld)
    events = tuple([_hide_event(event, withheld, before, after) for event in claim.events])
    is_same = (chain, flags, reasons, events) == (claim.chain, claim.flags, claim.reasons, claim.events)
    return claim if is_same else attrs.evolve(claim, chain=chain, flags=flags, reasons=reasons, events=events)


def _hide_event(event: Event, withheld: Withheld, before: str, after: str) -> Event:
    actor, target = (one and _hide_participant(one, withheld, before, after) for one in (event.actor, event.target))
    reasons = _hide_reasons(event.reasons, withheld)
    is_same = (actor, target, reasons) == (event.actor, event.target, event.reasons)
    return event if is_same else attrs.evolve(event, actor=actor, target=target, reasons=reasons)


def _hide_participant(one: Participant, withheld: Withheld, before: str, after: str) -> Participant:
    """Leave of the name of a participant nothing where some of its characters are withheld."""
    is_told = one.span.cut(before) == one.span.cut(after)
    name = withheld.names_in(one.name) if is_told else WITHHELD
    return one if name == one.name else attrs.evolve(one, name=name)


def _hide_link(link: Link, withheld: Withheld) -> Link:
    if bears_name(link):
        name = withheld.stand_in(link.name)
    elif link.private:
        name = link.name if is_withheld(link) else withheld.all_in(link.name)
    else:
        name = withheld.names_in(link.name)
    reasons = _hide_reasons(link.reasons, withheld)
    is_same = (name, reasons) == (link.name, link.reasons)
    return link if is_same else attrs.evolve(link, name=name, reasons=reasons)


def _hide_flag(flag: Flag, withheld: Withheld) -> Flag:
    why = withheld.all_in(flag.why) if flag.kind is FlagKind.PRIVATE_PERSON else withheld.names_in(flag.why)
    return flag if why == flag.why else attrs.evolve(flag, why=why)


def _hide_reasons(reasons: tuple[Reason, ...], withheld: Withheld) -> tuple[Reason, ...]:
    """Give the reasons with names as blocks; most tell none and stay the values they are."""
    rules = [reason.rule for reason in reasons]
    hidden = list(map(withheld.names_in, rules))
    if hidden == rules:
        return reasons
    return tuple([attrs.evolve(reason, rule=rule) for reason, rule in zip(reasons, hidden, strict=True)])
