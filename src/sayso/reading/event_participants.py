"""Who does what an event tells, and to whom, where the words of its clause state it.

Takes a clue and the words of its clause, gives actor and target. In a language of fixed order (events.toml) who stands
before a verb is its subject, who stands behind it its object, the other way round where the verb is passive; elsewhere
only words that name forces, states and the like (``party``) are taken. What is not stated stays so.
"""

from collections.abc import Iterator

import attrs

from sayso.knowledge import EventWords, Frame, Mark
from sayso.knowledge.world import load_register
from sayso.reading.event_clues import CLAUSE_ENDS, Clue, Wording
from sayso.vocabulary import Direction, EventType, LinkKind, Participant, Span
from sayso.vocabulary.side import UNKNOWN_SIDE

# Words that stand between a subject and its verb.
HELPERS = frozenset(
    (Mark.PASSIVE, Mark.HELPER, Mark.FUTURE, Mark.POSSIBLE, Mark.PLAN, Mark.ONGOING, Mark.NEGATED, Mark.SUPPOSED)
)
# Words that end a phrase of a noun: what follows belongs to another.
LEADS = frozenset((Mark.AGENT, Mark.TARGET, Mark.CAUSE, Mark.CLAUSE))
# How many words a participant may have, and how far from the clue one is looked for.
LONGEST, FARTHEST = 6, 10
# Words of a clue that stand so far apart may have an object between them or at their end.
SPREAD = 2

Range = tuple[int, int]


@attrs.frozen(kw_only=True)
class _Clause:
    """The words about a clue that belong to its clause and its content: the first, and the one behind the last."""

    first: int
    last: int


def find_participants(
    wording: Wording, content: Span, clue: Clue, knowledge: EventWords
) -> tuple[Participant | None, Participant | None]:
    """Give who does what a clue tells and who has it done to them, each None where the clause does not state it."""
    clause = _clause_of(wording, content, clue)
    actor, target = _find(wording, clause, clue, is_fixed=knowledge.is_fixed_order)
    if knowledge.is_fixed_order and clue.row.frame is Frame.ACT and not clue.is_noun:
        actor, target = _with_object(wording, clause, clue, knowledge, (actor, target))
    if actor is not None and target is not None and _overlap(actor, target):
        target = None
    return _make(wording, actor, knowledge), _make(wording, target, knowledge)


def _find(wording: Wording, clause: _Clause, clue: Clue, *, is_fixed: bool) -> tuple[Range | None, Range | None]:
    inside = _party_within(wording, clue)
    if clue.is_noun:
        before = _party_before(wording, clause, clue.first)
        led = _agent(wording, clause, clue)
        behind = None if is_fixed else _party_behind(wording, clause, clue)
        return before or led or behind or inside, _led(wording, clause, clue, Mark.TARGET)
    party = _party_before(wording, clause, clue.first) or _party_opening(wording, clause, clue)
    if clue.row.frame is Frame.GO:
        return party or _party_behind(wording, clause, clue), None
    led = _agent(wording, clause, clue)
    if clue.row.frame is Frame.BEFALL:
        sufferer = party or (_sufferer(wording, clause, clue) if is_fixed else None)
        return led or inside or _holder(wording, clause, clue), sufferer
    if is_fixed and not clue.is_active and _is_passive(wording, clause, clue):
        return led, party or _subject(wording, clause, clue.first)
    if is_fixed:
        return party, _phrase_behind(wording, clause, clue.last + 1) or _led(wording, clause, clue, Mark.TARGET)
    actor = party or _party_behind(wording, clause, clue)
    return actor, _led(wording, clause, clue, Mark.TARGET)


def _with_object(
    wording: Wording, clause: _Clause, clue: Clue, knowledge: EventWords, told: tuple[Range | None, Range | None]
) -> tuple[Range | None, Range | None]:
    """Give actor and target of a verb, of which the words of the clue may hold the object: `hit the old bridge`.

    They may as well begin with the subject of a passive: `the bridge was hit`. A last word that tells the same kind
    by itself is no object but belongs to the verb, `took full control`, unless it is what mostly suffers such events.
    """
    if clue.last - clue.first < SPREAD or Mark.PARTY in wording.marks[clue.first]:
        return told
    if any(Mark.PASSIVE in wording.marks[place] for place in range(clue.first + 1, clue.last)):
        return _agent(wording, clause, clue), (_first_of(wording, clause, clue.first), clue.first + 1)
    last = wording.words[clue.last]
    alone = [found.row.type for found in knowledge.triggers.find([last])]
    if clue.row.type in alone and clue.row.type is not EventType.DAMAGE:
        return told
    inside = _phrase_behind(wording, clause, clue.first + 1)
    return told[0], inside if inside and inside[1] > clue.last else told[1]


def _clause_of(wording: Wording, content: Span, clue: Clue) -> _Clause:
    first, last = clue.first, clue.last + 1
    while first > 0 and clue.first - first < FARTHEST and _belongs(wording, content, first - 1, clue.clause):
        first -= 1
    while last < len(wording.words) and last - clue.last <= FARTHEST:
        if not _belongs(wording, content, last, wording.clauses[clue.last]):
            break
        last += 1
    return _Clause(first=first, last=last)


def _belongs(wording: Wording, content: Span, place: int, clause: int) -> bool:
    word = wording.words[place]
    return wording.clauses[place] == clause and content.start <= word.start and word.end <= content.end


def _is_passive(wording: Wording, clause: _Clause, clue: Clue) -> bool:
    """Tell whether a word of the passive stands right before a verb, others that help it between."""
    for place in range(clue.first - 1, clause.first - 1, -1):
        if Mark.PASSIVE in wording.marks[place]:
            return True
        if not wording.marks[place] & HELPERS:
            return False
    return False


def _party_before(wording: Wording, clause: _Clause, end: int) -> Range | None:
    """Give the phrase before a word that names a party, with whom it belongs to: `fighters of the guard`."""
    last, tail = end, None
    for place in range(end - 1, clause.first - 1, -1):
        if Mark.PARTY in wording.marks[place] and place < last:
            first = _first_of(wording, clause, place)
            is_owner = tail is not None and all(_opens(wording, between) for between in range(place + 1, last))
            tail = tail if tail is not None and is_owner else place + 1
            if not _is_led(wording, clause, first):
                return first, tail
            last = first
    return None


def _subject(wording: Wording, clause: _Clause, end: int) -> Range | None:
    """Give the phrase that a clause begins with and that ends before a word, those that help the verb left out."""
    last = end - 1
    while last >= clause.first and (wording.marks[last] & HELPERS or not _is_word(wording, last)):
        last -= 1
    is_short = 0 <= last - clause.first < LONGEST
    is_plain = all(
        _is_word(wording, place) and not wording.marks[place] & (LEADS | HELPERS)
        for place in range(clause.first, last + 1)
    )
    is_phrase = is_short and is_plain and not _opens_only(wording, clause.first, last + 1)
    return (clause.first, last + 1) if is_phrase else None


def _sufferer(wording: Wording, clause: _Clause, clue: Clue) -> Range | None:
    """Give the subject of what befalls it; where the words of a clue begin with its noun, with that."""
    subject = _subject(wording, clause, clue.first)
    is_split = subject is not None and subject[1] == clue.first < clue.last
    return (subject[0], clue.first + 1) if subject is not None and is_split else subject


def _phrase_behind(wording: Wording, clause: _Clause, first: int) -> Range | None:
    """Give the phrase that begins at a word, up to what leads to another."""
    last = first
    while last < clause.last and last - first < LONGEST and _is_word(wording, last):
        if (
            last in wording.verbs
            or wording.marks[last] & (LEADS | HELPERS | {Mark.JOINT})
            or (last > first and _opens(wording, last))
        ):
            break
        last += 1
    return (first, last) if last > first and not _opens_only(wording, first, last) else None


def _party_behind(wording: Wording, clause: _Clause, clue: Clue) -> Range | None:
    """Give the party that a phrase right behind the clue names, no word between that leads to another."""
    for place in range(clue.last + 1, min(clause.last, clue.last + 1 + LONGEST)):
        if wording.marks[place] & LEADS or not _is_word(wording, place):
            return None
        if Mark.PARTY in wording.marks[place]:
            last = place + 1
            while last < clause.last and Mark.PARTY in wording.marks[last]:
                last += 1
            return _first_of(wording, _Clause(first=clue.last + 1, last=clause.last), place), last
    return None


def _holder(wording: Wording, clause: _Clause, clue: Clue) -> Range | None:
    """Give who holds what words of control tell of, right behind them: `under the control of the guard`."""
    is_held = clue.row.direction in (Direction.HELD, Direction.TAKEN) and clue.last > clue.first
    return _party_behind(wording, clause, clue) if is_held else None


def _party_within(wording: Wording, clue: Clue) -> Range | None:
    """Give the party that stands among the words of a clue: `under enemy control`."""
    found = [place for place in range(clue.first + 1, clue.last) if Mark.PARTY in wording.marks[place]]
    return (found[0], found[-1] + 1) if found else None


def _party_opening(wording: Wording, clause: _Clause, clue: Clue) -> Range | None:
    """Give the party that the words of a clue begin with: `the rebels have attacked`."""
    last = clue.first
    while last < clue.last and Mark.PARTY in wording.marks[last]:
        last += 1
    return (_first_of(wording, clause, clue.first), last) if last > clue.first else None


def _led(wording: Wording, clause: _Clause, clue: Clue, mark: Mark) -> Range | None:
    """Give the phrase that a word of this kind leads to, behind the clue."""
    for place in range(clue.last + 1, clause.last):
        if mark in wording.marks[place]:
            return _phrase_behind(wording, clause, place + 1)
    return None


def _agent(wording: Wording, clause: _Clause, clue: Clue) -> Range | None:
    """Give the party that a word like `by` leads to."""
    led = _led(wording, clause, clue, Mark.AGENT)
    named = [place for place in range(*led) if Mark.PARTY in wording.marks[place]] if led else []
    return (led[0], named[-1] + 1) if led and named else None


def _first_of(wording: Wording, clause: _Clause, place: int) -> int:
    """Give the first word of the phrase that a word ends: those before it that open none and lead nowhere."""
    first = place
    while first > clause.first and place - first < LONGEST - 1 and _is_word(wording, first - 1):
        if wording.marks[first - 1] & (LEADS | HELPERS | {Mark.OPENER}):
            break
        first -= 1
    return first


def _is_led(wording: Wording, clause: _Clause, first: int) -> bool:
    """Tell whether a phrase belongs to a word before it: `the road to the enemy`, `by the guard`."""
    while first > clause.first and Mark.OPENER in wording.marks[first - 1]:
        if wording.marks[first - 1] & LEADS or Mark.JOINT in wording.marks[first - 1]:
            return True
        first -= 1
    return first > clause.first and bool(wording.marks[first - 1] & (LEADS | {Mark.JOINT}))


def _opens(wording: Wording, place: int) -> bool:
    return Mark.OPENER in wording.marks[place]


def _opens_only(wording: Wording, first: int, last: int) -> bool:
    return all(_opens(wording, place) or Mark.BACK in wording.marks[place] for place in range(first, last))


def _is_word(wording: Wording, place: int) -> bool:
    folded = wording.words[place].folded
    return folded not in CLAUSE_ENDS and folded[-1:].isalnum()


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _make(wording: Wording, found: Range | None, knowledge: EventWords) -> Participant | None:
    """Make a participant of a range of words; its name leaves out what opens it."""
    if found is None:
        return None
    span = _span(wording, found)
    name = _span(wording, (next(_named(wording, found), found[0]), found[1]))
    words = " ".join(name.cut(wording.text).split())
    return Participant(span=span, name=words, side=_side_of(words, knowledge))


def _side_of(words: str, knowledge: EventWords) -> str:
    """Give the side that the words state, else that of the first body they name: `ВСУ`."""
    stated = knowledge.nations.side_of(words) if knowledge.nations else None
    if stated:
        return stated.side
    known = next((row for _, _, row in load_register().find_in(words) if row.kind is LinkKind.ORGANISATION), None)
    return known.side if known else UNKNOWN_SIDE


def _named(wording: Wording, found: Range) -> Iterator[int]:
    return (place for place in range(*found) if not _opens(wording, place))


def _span(wording: Wording, found: Range) -> Span:
    return Span(start=wording.words[found[0]].start, end=wording.words[found[1] - 1].end)
