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
# How many words before a clue are heard: in one clause, farther ones mostly speak of something else.
REACH = 9
# Behind it only what goes on or is not so: `talks continue`, `the raid never came`.
REACH_BEHIND = 4
BEHIND = frozenset((Mark.ONGOING, Mark.UNDONE, Mark.POSSIBLE, Mark.FUTURE))
# How near a negation stands that is the event's own. Of the events of the train part of UW factuality nine in ten are
# denied that stand one or two words behind one, half of those four words behind, one in seven of those farther on, and
# one in twenty of those before it.
OWN_NEGATION = 4


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
    negation = _read_negation(wording, claim, clue)
    if negation is not None:
        return negation
    heard: dict[Mark, Span] = {}
    for place in _around(wording, claim, clue):
        for mark in wording.marks[place]:
            if place <= _last_heard(clue) or mark in BEHIND:
                word = wording.words[place]
                heard.setdefault(mark, Span(start=word.start, end=word.end))
    for mark, modality in BY_MARK:
        if mark in heard and mark is not Mark.NEGATED:
            return modality, heard[mark]
    if (aim := _find_aim(wording, clue)) is not None and Mark.REAL not in heard:
        return Modality.PLANNED, aim
    return Modality.ACTUAL, None


def _find_aim(wording: Wording, clue: Clue) -> Span | None:
    """Give the word right before a verb that makes it an aim: `they sent a team to evacuate the village`."""
    place = clue.first - 1
    if clue.is_noun or place < 0 or Mark.AIM not in wording.marks[place]:
        return None
    return Span(start=wording.words[place].start, end=wording.words[place].end)


def _read_negation(wording: Wording, claim: Claim, clue: Clue) -> tuple[Modality, Span] | None:
    """Tell what negations make of an event; None where there are none, or none that may be its own.

    One shortly before it, or right behind a verb, negates it. Of one farther off, of two (`no mill was not raided`) and
    of one behind a noun (`the raid did not end the siege`) it cannot be told.
    """
    denied = [place for place in _around(wording, claim, clue) if Mark.NEGATED in wording.marks[place]]
    before = [place for place in denied if place <= _last_heard(clue)]
    behind = [place for place in denied if place > clue.last and (clue.is_noun or place == clue.last + 1)]
    if not before and not behind:
        return None
    nearest = (before or behind)[0]
    is_undone = not before and any(Mark.UNDONE in wording.marks[place] for place in behind)
    word = Span(start=wording.words[nearest].start, end=wording.words[nearest].end)
    far_apart = len(before) > 1 and before[0] - before[-1] > 1
    is_own = bool(before) and clue.first - nearest <= OWN_NEGATION and not far_apart
    is_object = not before and not clue.is_noun
    return (Modality.NEGATED if is_own or is_object or is_undone else Modality.UNKNOWN), word


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
