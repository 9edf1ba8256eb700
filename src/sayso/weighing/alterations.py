"""Two statements of a claim, the later resting on the earlier -> what became other: a pure rule for each alteration.

Each rule takes the earlier statement and the later one, and gives the changes it finds with the words of both. What is
merely left out, other than the source, a hedge, or the bound of a number, is no change: reports are shortened.
"""

from collections.abc import Callable, Iterator

from sayso.vocabulary import (
    Alteration,
    Approximation,
    Change,
    Counted,
    Direction,
    Event,
    EventType,
    LinkKind,
    Modality,
    Naming,
    Place,
    Quantity,
    Reason,
    Span,
    Stance,
)
from sayso.vocabulary.stance import AGAINST
from sayso.weighing.sameness import are_one_place, is_outlet_of, may_be_one, shared_letters
from sayso.weighing.standing import SOMEBODY
from sayso.weighing.statement import Statement, is_spot

# Kinds of event that may turn into each other in retelling; a strike and its casualties are two sides of one event.
OF_GROUND = frozenset(
    (EventType.BUILDUP, EventType.ADVANCE, EventType.CLASH, EventType.WITHDRAWAL, EventType.CONTROL),
)
# What a capture is told of; held and lost are ways to tell it from another side.
CAPTURED = frozenset((Direction.TAKEN, Direction.LOST))
SHORT_OF_CAPTURE = frozenset((EventType.BUILDUP, EventType.ADVANCE, EventType.CLASH))
BEFORE_CAPTURE = frozenset((Direction.ENTERED, Direction.CONTESTED))
# How far an event has come, by the word of its origin; what is not listed cannot be told apart.
COME = {
    Modality.HYPOTHETICAL: "supposed",
    Modality.PREDICTED: "expected",
    Modality.PLANNED: "planned",
    Modality.ONGOING: "going on",
    Modality.ACTUAL: "done",
}
UNDER_WAY = (Modality.ONGOING, Modality.ACTUAL)
NOT_SAID_SO = {Stance.PREDICTS: "a forecast", Stance.INTENDS: "a plan", Stance.OPINES: "an opinion"}
BOUNDS = {
    Approximation.AT_LEAST: "at least",
    Approximation.MORE_THAN: "more than",
    Approximation.UP_TO: "up to",
    Approximation.LESS_THAN: "less than",
    Approximation.ABOUT: "about",
    Approximation.VAGUE: "some",
}
MOST_PLACES = 30


def date_shifted(before: Statement, after: Statement) -> Iterator[Change]:
    """The later report gives another day: the days it may mean and those of the earlier one have none in common."""
    one, other = before.days, after.days
    if not one or not other or None in (*one, *other):
        return
    if one[1] < other[0] or other[1] < one[0]:  # type: ignore[operator]  # none of them is None, as seen above
        told = (_day_of(before), _day_of(after))
        spans = tuple(said.when.span if said.when else None for said in (before, after))
        yield change(Alteration.DATE, before, after, told, (spans[0], spans[1]), "date shifted")


def place_swapped(before: Statement, after: Statement) -> Iterator[Change]:
    """The later report names another town where the earlier one had this: all else that they name is the same."""
    one, other = before.spots_within[:MOST_PLACES], after.spots_within[:MOST_PLACES]
    gone = _without(one, other)
    come = _without(other, one)
    is_shared = len(gone) < len(_without(one, ()))
    if not gone or len(gone) != len(come) or not (is_shared or len(gone) == 1):
        return
    for was in gone:
        became = max(come, key=lambda place: (shared_letters(was.name, place.name), -place.start))
        come = tuple(place for place in come if place is not became)
        spans = (was.span, became.span)
        yield change(Alteration.PLACE, before, after, (was.name, became.name), spans, "place swapped")


def number_altered(before: Statement, after: Statement) -> Iterator[Change]:
    """The later report gives another number of the same, or leaves out that it was `at least` or `about` so many."""
    for was in before.claim.quantities:
        pairs = [one for one in after.claim.quantities if _count_the_same(was, one)]
        if len(pairs) != 1 or was.counted is Counted.DISTANCE:
            continue
        became = pairs[0]
        told = (written(was), written(became))
        if told[0] != told[1] and not (_is_vague(was, became) and _overlap(was, became)):
            yield change(Alteration.NUMBER, before, after, told, (was.span, became.span), "number altered")


def event_turned(before: Statement, after: Statement) -> Iterator[Change]:
    """What was an advance, a clash or an entry at a place is told as the capture of it."""
    for event in after.claim.events:
        if event.direction not in CAPTURED:
            continue
        known = [
            one for one in before.claim.events if one.type in OF_GROUND and _share_place(one, event, before, after)
        ]
        if known and all(map(_is_short_of_capture, known)):
            told = (what(known[0]), what(event))
            spans = (known[0].trigger, event.trigger)
            yield change(Alteration.EVENT, before, after, told, spans, "event turned")


def modality_altered(before: Statement, after: Statement) -> Iterator[Change]:
    """What was planned, expected, supposed or going on is told as done, or the other way round."""
    if before.claim.stance in AGAINST or after.claim.stance in AGAINST:
        return
    for event in after.claim.events:
        known = [one for one in before.claim.events if _is_one_event(one, event, before, after)]
        if not known or event.modality not in COME or known[0].modality not in COME:
            continue
        was, became = known[0].modality, event.modality
        # An advance that goes on and one that was made are told alike; a town is taken or is not.
        is_same = was is became or (event.type is not EventType.CONTROL and {was, became} <= {*UNDER_WAY})
        if not is_same:
            told, spans = (COME[was], COME[became]), (known[0].trigger, event.trigger)
            yield change(Alteration.MODALITY, before, after, told, spans, "modality altered")


def stance_hardened(before: Statement, after: Statement) -> Iterator[Change]:
    """What its origin gave as a forecast, a plan or an opinion is told as what is so."""
    was = NOT_SAID_SO.get(before.claim.stance)
    if was is None or after.claim.stance is not Stance.ASSERTS or after.claim.hypothetical:
        return
    if after.modality in (Modality.PREDICTED, Modality.PLANNED, Modality.HYPOTHETICAL):
        return
    yield change(Alteration.MODALITY, before, after, (was, "what is so"), (None, None), "stance hardened")


def hedge_dropped(before: Statement, after: Statement) -> Iterator[Change]:
    """The earlier report marks it as uncertain, by `reportedly` or the like; the later one does not."""
    if before.claim.hedged and after.claim.hedged is False:
        yield change(Alteration.HEDGE, before, after, ("a hedge", None), (None, None), "hedge dropped")


def attribution_dropped(before: Statement, after: Statement) -> Iterator[Change]:
    """The later report does not say whose word it is: it states it itself, or says no more than that it is said."""
    if after.claim.chain or (not after.claim.is_own_voice and not after.claim.agentless):
        return
    if before.claim.chain:
        was, span = _shown(before), before.claim.chain[-1].mention
    elif before.claim.is_own_voice and before.report.outlet and before.report.outlet != after.report.outlet:
        was, span = before.report.outlet, None
    else:
        return
    yield change(Alteration.ATTRIBUTION, before, after, (was, None), (span, None), "attribution dropped")


def chain_lost(before: Statement, after: Statement) -> Iterator[Change]:
    """The later report names whom it has it from, and no longer on whose word that rests."""
    origin, chain = before.claim.origin, after.claim.chain
    if origin is None or not chain or any(may_be_one(origin, link) for link in chain):
        return
    if is_outlet_of(chain[-1], before) or chain[-1].kind in (LinkKind.OUTLET, LinkKind.CHANNEL):
        told, spans = (_shown(before), _shown(after)), (origin.mention, chain[-1].mention)
        yield change(Alteration.ATTRIBUTION, before, after, told, spans, "chain lost")


def name_altered(before: Statement, after: Statement) -> Iterator[Change]:
    """The later report gives the words to a person of another name, in the same role and on the same side."""
    one, other = before.claim.origin, after.claim.origin
    if one is None or other is None or may_be_one(one, other):
        return
    if any(link.kind is not LinkKind.PERSON or link.naming is not Naming.NAMED for link in (one, other)):
        return
    if one.role is other.role and one.side == other.side:
        told, spans = (_shown(before), _shown(after)), (one.mention, other.mention)
        yield change(Alteration.NAME, before, after, told, spans, "name altered")


def denial_left_out(after: Statement, denial: Statement) -> Change | None:
    """The later report says it and not that another had denied it, though the denial had been out for an hour."""
    published = (denial.report.published, after.report.published)
    if after.claim.stance in AGAINST or None in published:
        return None
    waited = (published[1] - published[0]).total_seconds()  # type: ignore[operator]  # neither is None, as seen above
    if waited < SECONDS_TO_HEAR:
        return None
    told = (_shown(denial) if denial.claim.chain else denial.report.outlet, None)
    span = denial.claim.content[0]
    return change(Alteration.DENIAL, denial, after, told, (span, None), "denial left out")


SECONDS_TO_HEAR = 3600
RULES: tuple[Callable[[Statement, Statement], Iterator[Change]], ...] = (
    name_altered,
    number_altered,
    date_shifted,
    place_swapped,
    event_turned,
    modality_altered,
    stance_hardened,
    hedge_dropped,
    attribution_dropped,
    chain_lost,
)


def change(
    alteration: Alteration,
    before: Statement,
    after: Statement,
    told: tuple[str | None, str | None],
    spans: tuple[Span | None, Span | None],
    rule: str,
) -> Change:
    """Make a change: what it was and became, and the words in each report, the content where no closer are known."""
    words = (
        (before.report.id, spans[0] or before.claim.content[0]),
        (after.report.id, spans[1] or after.claim.content[0]),
    )
    was, became = told
    reason = Reason(rule=rule, score=1.0, words=words)
    return Change(alteration=alteration, before=before.id, after=after.id, was=was, became=became, reason=reason)


def written(quantity: Quantity) -> str:
    """Write a number with its bounds: `12`, `at least 12`, `10 to 12`."""
    low, high = quantity.low, quantity.high
    number = f"{low} to {high}" if None not in (low, high) and low != high else str(high if low is None else low)
    bound = BOUNDS.get(quantity.approximation) if quantity.approximation else None
    return f"{bound} {number}" if bound else number


def what(event: Event) -> str:
    """Tell what kind of event it is; of `control`, what becomes of the place too."""
    return f"{event.type} ({event.direction})" if event.direction else str(event.type)


def _day_of(statement: Statement) -> str:
    """Give the time of a statement as its report has it, else the days that it can have been on."""
    if statement.when:
        return statement.when.value
    days = dict.fromkeys(str(day) for day in statement.days or ())
    return "/".join(days)


def _shown(statement: Statement) -> str:
    origin = statement.claim.chain[-1]
    return SOMEBODY if origin.private else origin.name


def _without(places: tuple[Place, ...], others: tuple[Place, ...]) -> tuple[Place, ...]:
    """Give the places that none of the others may be, each once."""
    left: list[Place] = []
    for place in places:
        if not any(are_one_place(place, other) for other in (*others, *left)):
            left.append(place)
    return tuple(left)


def _count_the_same(one: Quantity, other: Quantity) -> bool:
    same_unit = one.unit is other.unit or None in (one.unit, other.unit)
    return (one.counted, one.status, one.including) == (other.counted, other.status, other.including) and same_unit


def _is_vague(*quantities: Quantity) -> bool:
    return any(one.approximation is Approximation.VAGUE for one in quantities)


def _overlap(one: Quantity, other: Quantity) -> bool:
    return _reaches(one, other) and _reaches(other, one)


def _reaches(one: Quantity, other: Quantity) -> bool:
    return one.high is None or other.low is None or one.high >= other.low


def _share_place(one: Event, other: Event, before: Statement, after: Statement) -> bool:
    here, there = (filter(is_spot, said.places_of(event)) for said, event in ((before, one), (after, other)))
    others = tuple(there)
    return any(are_one_place(place, place_there) for place in here for place_there in others)


def _is_short_of_capture(event: Event) -> bool:
    return event.type in SHORT_OF_CAPTURE or event.direction in BEFORE_CAPTURE


def _is_one_event(one: Event, other: Event, before: Statement, after: Statement) -> bool:
    if one.type is not other.type or one.direction is not other.direction:
        return False
    is_main = one is before.event and other is after.event
    return is_main or _share_place(one, other, before, after)
