"""Events of claims -> the side of those whom their origin calls its own: `its forces had taken X`, `наши войска`.

Takes a reading whose claims hold events and chains. Words of the first person are the origin's; those of the third are
where they stand for a thing and the origin is a body. A side that the words state stays.
"""

import attrs

from sayso.knowledge import Gender, Language, Number, Pronoun, list_readable, load_language
from sayso.reading.leanings import PLACE
from sayso.vocabulary import Claim, Event, Link, LinkKind, Participant, Reading, Span
from sayso.vocabulary.side import UNKNOWN_SIDE

# How far before words a pronoun that they belong to may begin, in characters; how many words may part one from a verb.
LONGEST_BEFORE, MOST_HELPERS = 12, 3


def add_own_sides(reading: Reading) -> Reading:
    """Give a reading in which whoever an origin calls its own has its side."""
    if reading.lang not in list_readable() or not any(claim.chain and claim.events for claim in reading.claims):
        return reading
    text, language = reading.report.text, load_language(reading.lang)
    claims = [_give_sides(text, claim, language) for claim in reading.claims]
    return attrs.evolve(reading, claims=tuple(claims))


def _give_sides(text: str, claim: Claim, language: Language) -> Claim:
    origin = claim.origin
    if origin is None or origin.side == UNKNOWN_SIDE or not claim.events or _is_of_place_alone(origin):
        return claim
    events = tuple([_give_side(text, claim, event, origin, language) for event in claim.events])
    # Most stay what they are, to which a tuple of the same events is equal at once.
    return claim if events == claim.events else attrs.evolve(claim, events=events)


def _is_of_place_alone(origin: Link) -> bool:
    """Tell whether the side of a source is only that of the place it speaks of, where foreign troops may be its own."""
    return any(reason.rule == PLACE for reason in origin.reasons)


def _give_side(text: str, claim: Claim, event: Event, origin: Link, language: Language) -> Event:
    side = origin.party or origin.side
    actor, target = (
        attrs.evolve(one, side=side) if one is not None and _is_own(text, one, origin, language) else one
        for one in (event.actor, event.target)
    )
    actor = actor or _origin_itself(text, claim, event, language)
    is_same = actor is event.actor and target is event.target
    return event if is_same else attrs.evolve(event, actor=actor, target=target)


def _is_own(text: str, one: Participant, origin: Link, language: Language) -> bool:
    """Tell whether words begin with a pronoun that stands for the origin, or one stands right before them."""
    if one.side != UNKNOWN_SIDE:
        return False
    begin = max(0, one.span.start - LONGEST_BEFORE)
    for start, end, row in language.pronouns.find(text, begin, one.span.end):
        is_leading = start == one.span.start or (end < one.span.start and text[end : one.span.start].isspace())
        if is_leading and _stands_for(row, origin):
            return True
    return False


def _stands_for(row: Pronoun, origin: Link) -> bool:
    is_thing = row.gender is Gender.NEUTER and row.number is Number.SINGULAR and origin.kind is LinkKind.ORGANISATION
    return row.person == 1 or is_thing


def _origin_itself(text: str, claim: Claim, event: Event, language: Language) -> Participant | None:
    """Give the origin as who does it, where its words begin with a pronoun for it and a target follows."""
    first, origin = claim.content[0], claim.origin
    trigger, target = event.trigger, event.target
    if origin is None or trigger is None or target is None or target.span.start < trigger.end:
        return None
    for start, end, row in language.pronouns.find(text, first.start, first.end):
        if start != first.start or not _stands_for(row, origin):
            return None
        between = text[end : trigger.start] if end < trigger.start else ""
        is_near = between and len(between.split()) <= MOST_HELPERS and not any(mark in between for mark in ",;:")
        span = Span(start=start, end=end)
        return Participant(span=span, name=span.cut(text), side=origin.party or origin.side) if is_near else None
    return None
