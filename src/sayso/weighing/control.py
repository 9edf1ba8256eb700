"""Who has a place? What each side says of it, denies, or is silent on. No vote, no verdict."""

from collections.abc import Iterator, Sequence

from sayso.vocabulary import Event, EventType, Place, Weighing, has_happened
from sayso.vocabulary.sheets import ControlSaid, ControlSheet, SideOnControl
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.weighing.sayers import Voice, key_of, places_named, voices_of
from sayso.weighing.standing import INTERNATIONAL
from sayso.weighing.statement import Statement, order_of


def control_sheets(asked: str, weighing: Weighing, statements: Sequence[Statement]) -> tuple[ControlSheet, ...]:
    """Make a sheet for each place that a name may mean: settlements that reports speak of, by name or GeoNames number.

    A sheet holds every statement of who has the place, in the order of publication, with whose word it is. Parties are
    the sides whose hold or loss is spoken of, and the state whose land it is; whoever else speaks is a third party.
    """
    voices = voices_of(weighing)
    ordered = sorted(statements, key=order_of)
    sheets = (_sheet(place, ordered, voices) for place in places_named(asked, ordered).values())
    return tuple(sorted(sheets, key=lambda sheet: (-_lines(sheet), sheet.place, sheet.geonameid or 0)))


def _sheet(place: Place, statements: Sequence[Statement], voices: dict[str, Voice]) -> ControlSheet:
    found = [(one, event) for one in statements if one.id in voices for event in _control_of(place, one)]
    said = [_say(one, event, voices[one.id]) for one, event in found]
    parties = {line.holder for line in said} | {event.target.side for _, event in found if event.target}
    parties = (parties | {place.country or UNKNOWN_SIDE}) - {UNKNOWN_SIDE, INTERNATIONAL}
    return ControlSheet(
        place=place.name,
        geonameid=place.geonameid,
        admin=place.admin,
        country=place.country,
        sides=tuple(
            SideOnControl(side=side, says=tuple(line for line in said if line.sayer.side == side))
            for side in sorted(parties)
        ),
        others=tuple(line for line in said if line.sayer.side not in parties),
    )


def _control_of(place: Place, statement: Statement) -> Iterator[Event]:
    for event in statement.claim.events:
        at = {key_of(one) for one in statement.places_of(event)}
        if event.type is EventType.CONTROL and key_of(place) in at:
            yield event


def _say(statement: Statement, event: Event, voice: Voice) -> ControlSaid:
    when = statement.when_of(event)
    return ControlSaid(
        sayer=voice.sayer,
        holder=event.actor.side if event.actor else UNKNOWN_SIDE,
        direction=event.direction,
        stance=statement.claim.stance,
        modality=event.modality,
        happened=has_happened(statement.claim, event),
        since=when.value if when else None,
        published=statement.report.published,
        report=statement.report.id,
        claim=statement.id,
        content=statement.claim.content,
        assessment=voice.assessment,
    )


def _lines(sheet: ControlSheet) -> int:
    return len(sheet.others) + sum(len(one.says) for one in sheet.sides)
