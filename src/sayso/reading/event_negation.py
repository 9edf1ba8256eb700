"""What negations in a clause make of an event that it tells, and which words of a clause are heard of an event.

`The guard did not shell the mill` tells none; `nobody was hurt in the shelling` does. Where it cannot be told whose a
negation is, the event stays open and is never counted.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.knowledge import Mark
from sayso.reading.event_clues import Clue, Wording, stretch_of
from sayso.vocabulary import Claim, Modality, Span

# How many words before a clue are heard: in one clause, farther ones mostly speak of something else.
REACH = 9
# How many behind it.
REACH_BEHIND = 4
# How near a negation stands that is the event's own. Of the events of the train part of UW factuality nine in ten are
# denied that stand one or two words behind one, half of those four words behind, one in seven of those farther on, and
# one in twenty of those before it.
OWN_NEGATION = 4
# How many words before another event a negation is that one's.
OTHERS_NEGATION = 2
MOST_OTHERS = 4


def read_negation(wording: Wording, claim: Claim, clue: Clue) -> tuple[Modality, Span] | None:
    """Tell what negations make of an event; None where there are none, or none that may be its own.

    One shortly before it, or right behind a verb, negates it. Of one farther off, of two (`no mill was not raided`) and
    of one behind a noun (`the raid was not the last`) it cannot be told.
    """
    # Of a lack (`no bread`) the negation is a part.
    around = (place for place in words_around(wording, claim, clue) if place not in (clue.first, clue.last))
    denied = [place for place in around if Mark.NEGATED in wording.marks[place]]
    before = [place for place in denied if place <= last_heard(clue) and not _is_outside(wording, clue, place)]
    behind = [place for place in denied if place > clue.last and _is_heard_behind(wording, clue, place)]
    if not before and not behind:
        return None
    nearest = (before or behind)[0]
    word = Span(start=wording.words[nearest].start, end=wording.words[nearest].end)
    is_negated = _is_own(clue, before) if before else _is_undone(wording, clue, behind)
    return (Modality.NEGATED if is_negated else Modality.UNKNOWN), word


def _is_own(clue: Clue, before: Sequence[int]) -> bool:
    """Tell whether negations before an event are its own: near it, and one."""
    are_two = len(before) > 1 and before[0] - before[-1] > 1
    return clue.first - before[0] <= OWN_NEGATION and not are_two


def _is_undone(wording: Wording, clue: Clue, behind: Sequence[int]) -> bool:
    """Tell whether negations behind an event say that there was none: `the raid never came`, `they hurt no one`."""
    return not clue.is_noun or any(Mark.UNDONE in wording.marks[place] for place in behind)


def _is_outside(wording: Wording, clue: Clue, place: int) -> bool:
    """Tell whether a negation stands before what an event is only the scene of: `nobody was hurt in the shelling`."""
    return clue.is_noun and any(Mark.SCENE in wording.marks[at] for at in range(place + 1, clue.first))


def _is_heard_behind(wording: Wording, clue: Clue, place: int) -> bool:
    """Tell whether a negation behind an event may be its own, and not that of another: `the shelling hurt no one`."""
    if not clue.is_noun:
        return place == clue.last + 1
    return Mark.UNDONE in wording.marks[place] or not _is_of_another(wording, clue, place)


def _is_of_another(wording: Wording, clue: Clue, place: int) -> bool:
    """Tell whether another event stands behind a negation, or holds it."""
    number = bisect_right(wording.begins, clue.span.start)
    others = wording.clues[number : number + MOST_OTHERS]
    return any(clue.last < one.last and one.first - OTHERS_NEGATION <= place <= one.last for one in others)


def last_heard(clue: Clue) -> int:
    """Give the last word that may stand before an event: of a clue of several words (`prepare for an assault`) all."""
    return clue.first - 1 if clue.first == clue.last else clue.last


def words_around(wording: Wording, claim: Claim, clue: Clue) -> Iterator[int]:
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
