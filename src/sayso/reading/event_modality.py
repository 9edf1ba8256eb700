"""Whether an event is said to be done, going on, meant, expected, supposed or not so, by its origin.

Takes a claim and the words about a clue in its clause, gives the modality with the words it rests on. What the origin
does with the claim is heard first: what it denies is negated, what it asks or doubts cannot be told.
"""

from sayso.knowledge import Frame, Mark
from sayso.reading.event_clues import Clue, Wording
from sayso.reading.event_negation import last_heard, read_negation, words_around
from sayso.vocabulary import Claim, ClaimKind, EventType, Modality, Span, Stance

# What the origin does with a claim, where that alone settles how it speaks of its events.
SETTLED = {
    Stance.DENIES: Modality.NEGATED,
    Stance.DOUBTS: Modality.UNKNOWN,
    Stance.ASKS: Modality.UNKNOWN,
    Stance.UNKNOWN: Modality.UNKNOWN,
}
# What words in the clause make of an event, the one that goes before the others first.
BY_MARK = (
    (Mark.UNDONE, Modality.NEGATED),
    (Mark.SUPPOSED, Modality.HYPOTHETICAL),
    (Mark.RUMOUR, Modality.UNKNOWN),
    (Mark.POSSIBLE, Modality.PREDICTED),
    (Mark.PLAN, Modality.PLANNED),
    (Mark.FUTURE, Modality.PREDICTED),
    (Mark.ONGOING, Modality.ONGOING),
)
MOVED = {Stance.PREDICTS: Modality.PREDICTED, Stance.INTENDS: Modality.PLANNED}
OPEN = frozenset((Modality.ACTUAL, Modality.ONGOING, Modality.PREDICTED, Modality.PLANNED))
# What is heard behind an event as well: `talks continue`, `the raid never came`.
BEHIND = frozenset((Mark.ONGOING, Mark.UNDONE, Mark.POSSIBLE, Mark.FUTURE))


def read_modality(wording: Wording, claim: Claim, clue: Clue) -> tuple[Modality, Span | None]:
    """Tell how the origin of a claim speaks of the event that a clue tells, and the word that says so."""
    if claim.stance in SETTLED:
        return SETTLED[claim.stance], None
    found, words = _by_words(wording, claim, clue)
    if found is Modality.ACTUAL and _only_hints(clue):
        found = Modality.UNKNOWN
    if found in OPEN:
        if claim.hypothetical:
            return Modality.HYPOTHETICAL, words
        if claim.stance is Stance.INTENDS:
            return Modality.PLANNED, words
        if claim.stance is Stance.PREDICTS and found is not Modality.PLANNED:
            return Modality.PREDICTED, words
    return found, words


def _only_hints(clue: Clue) -> bool:
    """Tell whether a clue is a noun that goes with such events and tells of none by itself: `two drones`.

    So is a mere hint at something of no kind of its own.
    """
    return clue.row.weight == 1 and (clue.row.frame is Frame.THING or clue.row.type is EventType.OTHER)


def carried_modality(claim: Claim, carried: Modality) -> Modality:
    """Tell how a claim speaks of an event that another claim told before it: `this`, `the report`.

    Nothing is affirmed anew where the report itself only comes back to it.
    """
    if claim.stance in SETTLED:
        return SETTLED[claim.stance]
    if claim.negated:
        return Modality.NEGATED
    if claim.stance in MOVED:
        return MOVED[claim.stance]
    is_affirmed = claim.stance is Stance.ASSERTS and bool(claim.chain) and not claim.hypothetical
    return carried if is_affirmed else Modality.UNKNOWN


def _by_words(wording: Wording, claim: Claim, clue: Clue) -> tuple[Modality, Span | None]:
    negation = read_negation(wording, claim, clue)
    if negation is not None:
        return negation
    heard: dict[Mark, Span] = {}
    for place in words_around(wording, claim, clue):
        for mark in _marks_at(wording, claim, place):
            if place <= last_heard(clue) or mark in BEHIND:
                word = wording.words[place]
                heard.setdefault(mark, Span(start=word.start, end=word.end))
    for mark, modality in BY_MARK:
        if mark in heard:
            return modality, heard[mark]
    if (aim := _find_aim(wording, clue)) is not None and Mark.REAL not in heard:
        return Modality.PLANNED, aim
    return Modality.ACTUAL, None


def _marks_at(wording: Wording, claim: Claim, place: int) -> frozenset[Mark]:
    """Give the marks of a word; one that supposes or is a future told of the past is that in what somebody said."""
    marks = wording.marks[place]
    is_told = bool(claim.cue) and claim.kind is ClaimKind.INDIRECT
    return marks - {Mark.SUPPOSED} if is_told and Mark.FUTURE in marks else marks


def _find_aim(wording: Wording, clue: Clue) -> Span | None:
    """Give the word right before a verb that makes it an aim: `they sent a team to evacuate the village`."""
    place = clue.first - 1
    if clue.is_noun or place < 0 or Mark.AIM not in wording.marks[place]:
        return None
    return Span(start=wording.words[place].start, end=wording.words[place].end)
