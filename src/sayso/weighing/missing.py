"""Standing -> what a claim lacks for whoever wants to rest on it, each with the rule that found it wanting."""

from collections.abc import Callable

from sayso.vocabulary import Basis, EventType, LinkKind, Missing, Naming, Reason, Relay
from sayso.weighing.standing import Standing

# What happens between two sides, so that both may be asked.
BETWEEN_SIDES = frozenset(
    (
        *(EventType.CONTROL, EventType.ADVANCE, EventType.WITHDRAWAL, EventType.CLASH, EventType.STRIKE),
        *(EventType.INTERCEPTION, EventType.CASUALTIES, EventType.DAMAGE, EventType.DETENTION, EventType.ABUSE),
    )
)
SEEN = frozenset((Basis.DOCUMENT, Basis.IMAGES))
TWO = 2


def missing_from(standing: Standing) -> tuple[tuple[Missing, Reason], ...]:
    """Give what a group of same claims lacks, in the order of `Missing`."""
    found = ((what, rule(standing)) for what, rule in RULES.items())
    return tuple((what, reason) for what, reason in found if reason is not None)


def no_second_origin(standing: Standing) -> Reason | None:
    """Fewer than two origins that do not rest on each other say it."""
    return _lacking("no second origin") if len(standing.counted) < TWO else None


def nobody_is_named(standing: Standing) -> Reason | None:
    """Nobody who says it is named: the words are those of unnamed people, of a call sign, or of the report alone."""
    origins = [one.claim.origin for one in standing.saying]
    is_named = any(one is not None and one.naming is Naming.NAMED for one in origins)
    return None if is_named else _lacking("nobody is named")


def no_date(standing: Standing) -> Reason | None:
    """It speaks of an event, and no statement tells when that was."""
    if not _tells_event(standing) or any(one.days for one in standing.saying):
        return None
    return _lacking("no date")


def no_place_told(standing: Standing) -> Reason | None:
    """It speaks of an event, and no statement names a place of it that can be told."""
    if not _tells_event(standing) or any(at.resolved for one in standing.saying for at in one.places):
        return None
    return _lacking("no place told")


def other_side_is_silent(standing: Standing) -> Reason | None:
    """It speaks of what happens between two sides, and fewer than two have spoken of it, for or against."""
    kinds = {event.type for one in standing.saying for event in one.claim.events}
    if not kinds & BETWEEN_SIDES or len(standing.sides) >= TWO:
        return None
    return _lacking("other side is silent")


def no_image_or_document(standing: Standing) -> Reason | None:
    """Nobody who says it rests on a document, footage or images, as far as the reports tell."""
    for one in standing.saying:
        links = one.claim.chain
        if one.claim.basis in SEEN or any(link.kind is LinkKind.DOCUMENT for link in links):
            return None
        if any(link.relay is Relay.PUBLISHES for link in links):
            return None
    return _lacking("no image or document")


RULES: dict[Missing, Callable[[Standing], Reason | None]] = {
    Missing.SECOND_ORIGIN: no_second_origin,
    Missing.NAMED_ORIGIN: nobody_is_named,
    Missing.DATE: no_date,
    Missing.PLACE: no_place_told,
    Missing.OTHER_SIDE: other_side_is_silent,
    Missing.IMAGE_OR_DOCUMENT: no_image_or_document,
}


def _tells_event(standing: Standing) -> bool:
    return any(one.claim.events for one in standing.saying)


def _lacking(rule: str) -> Reason:
    return Reason(rule=rule, score=-1.0)
