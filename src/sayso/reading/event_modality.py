"""Whether an event is said to be done, going on, meant, expected, supposed or not so, by its origin.

Takes a claim and the words about a clue in its clause, gives the modality with the words it rests on. What the origin
does with the claim is heard first: what it denies is negated, what it asks or doubts cannot be told.
"""

from collections.abc import Iterator

from sayso.knowledge import Frame, Mark
from sayso.reading.event_clues import Clue, Wording, stretch_of
from sayso.vocabulary import Claim, EventType, Modality, Span, Stance

# What the origin does with a claim, where that alone settles how it speaks of its events.
SETTLED = {
    Stance.DENIES: Modality.NEGATED,
    Stance.DOUBTS: Modality.UNKNOWN,
    Stance.ASKS: Modality.UNKNOWN,
    Stance.UNKNOWN: Modality.UNKNOWN,
}
# What words in the clause make of an event, the one that goes before the others first.
BY_MARK = (
    (Mark.NEGATED, Modality.NEGATED),
    (Mark.SUPPOSED, Modality.HYPOTHETICAL),
    (Mark.RUMOUR, Modality.UNKNOWN),
    (Mark.POSSIBLE, Modality.PREDICTED),
    (Mark.PLAN, Modality.PLANNED),
    (Mark.FUTURE, Modality.PREDICTED),
    (Mark.ONGOING, Modality.ONGOING),
)
MOVED = {Stance.PREDICTS: Modality.PREDICTED, Stance.INTENDS: Modality.PLANNED}
OPEN = frozenset((Modality.ACTUAL, Modality.ONGOING, Modality.PREDICTED, Modality.PLANNED))
# How many words before a clue are heard: in one clause, farther ones mostly speak of something else.
REACH = 9
# Behind it only what goes on or is not so: `talks continue`, `the raid never came`.
REACH_BEHIND = 4
BEHIND = frozenset((Mark.ONGOING, Mark.NEGATED, Mark.POSSIBLE, Mark.FUTURE))


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
    heard: dict[Mark, Span] = {}
    for place in _around(wording, claim, clue):
        for mark in wording.marks[place]:
            # Of a lack (`no bread`) the negation is a part.
            if mark is Mark.NEGATED and place in (clue.first, clue.last):
                continue
            if place <= _last_heard(clue) or mark in BEHIND:
                word = wording.words[place]
                heard.setdefault(mark, Span(start=word.start, end=word.end))
    for mark, modality in BY_MARK:
        if mark in heard:
            return modality, heard[mark]
    return Modality.ACTUAL, None


def _last_heard(clue: Clue) -> int:
    """Give the last word that may stand before an event: of a clue of several words (`prepare for an assault`) all."""
    return clue.first - 1 if clue.first == clue.last else clue.last


def _around(wording: Wording, claim: Claim, clue: Clue) -> Iterator[int]:
    """Give the words of the clue's clause that are heard, the nearest before it first; none outside the content."""
    start = stretch_of(claim.content, clue)
    clause = wording.clauses[clue.first]
    for place in range(clue.first - 1, max(-1, clue.first - 1 - REACH), -1):
        if wording.clauses[place] != clause or wording.words[place].start < start.start:
            break
        yield place
    for place in range(clue.first, min(len(wording.words), clue.last + 1 + REACH_BEHIND)):
        if wording.clauses[place] != clause or wording.words[place].end > start.end:
            break
        yield place
