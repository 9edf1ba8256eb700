"""The events of claims: what each claim says happens, where, when, who does it to whom, and whether it is so.

Takes a reading with claims, places and times, gives its claims with their events, the main one first. A claim that only
points back (`this`, `the report`) speaks of the event of the claim before it; its words are then no trigger. Where
nothing tells an event there is none. Time is linear in the text but for the places and times of a claim.
"""

from collections.abc import Mapping, Sequence

import attrs

from sayso.knowledge import EventWords, Mark, list_events, load_events
from sayso.reading.event_clues import Clue, Wording, read_wording, stretch_of
from sayso.reading.event_modality import carried_modality, read_modality
from sayso.reading.event_participants import find_participants
from sayso.reading.event_places import Scenery, find_beside, find_places, find_time, find_topic
from sayso.reading.event_types import Told, choose_types, weigh_types
from sayso.vocabulary import Claim, Event, EventType, Modality, Place, PlaceKind, Reading, Reason, Span, Stance, When

# What the claim before and the rest of the sentence add to a type that the claim only hints at; where its own words say
# more than this, nothing. Found with the weights of clues.
BEFORE, BESIDE, HINTED = 0.73, 0.44, 1.1
# A word that stands for what was told before is heard among so many of a claim's first.
FIRST = 5
# Of the claims of the constructed training texts whose words tell no kind and name no place, the event before is spoken
# of by 46 in 100 with up to nine words, by 26 in 100 longer ones; by 78 in 100 that are denied or doubted, by 23 in
# 100 that evaluate something. Of those in the report's own voice 43 in 100 speak of no event.
POINTER, SHORT = 4, 9
OF_BEFORE = frozenset((Stance.DENIES, Stance.DOUBTS))
# How many words of its sentence are heard before and behind a claim.
BESIDE_WORDS = 60
# How many characters the claim before may stand off.
FARTHEST = 600
# A place that was not found is one most likely.
SETTLEMENTS = (None, PlaceKind.SETTLEMENT)


def reads_events(language: str) -> bool:
    """Tell whether the words of events are known in a language."""
    return language in list_events()


def add_events(reading: Reading) -> Reading:
    """Give a reading whose claims hold their events, where the words of its language are known."""
    if not reading.claims or not reads_events(reading.lang):
        return reading
    found = find_events(
        reading.report.id, reading.report.text, reading.claims, reading.places, reading.times, load_events(reading.lang)
    )
    claims = [
        attrs.evolve(claim, events=events) if events else claim
        for claim, events in zip(reading.claims, found, strict=True)
    ]
    return attrs.evolve(reading, claims=tuple(claims))


def find_events(
    report: str,
    text: str,
    claims: Sequence[Claim],
    places: Sequence[Place],
    times: Sequence[When],
    knowledge: EventWords,
) -> tuple[tuple[Event, ...], ...]:
    """Give the events of each claim, in the order of the claims."""
    contents = [span for claim in claims for span in claim.content]
    settlements = [place.span for place in places if _is_settlement(place, text)]
    wording = read_wording(text, knowledge, contents, [one.span for one in times], settlements)
    teller = _Teller(report, wording, Scenery.of(text, places, times, claims, knowledge.nations), knowledge)
    found: dict[int, tuple[Event, ...]] = {}
    for place in sorted(range(len(claims)), key=lambda one: claims[one].content[0].start):
        found[place] = teller.tell(claims[place])
    return tuple(found[place] for place in range(len(claims)))


def _is_settlement(place: Place, text: str) -> bool:
    """Tell whether a place is a town or village by its name, and no station or hospital that is named after one."""
    return place.kind in SETTLEMENTS and text[place.start : place.end].rsplit(maxsplit=1)[-1][:1].isupper()


def _unlike(events: Sequence[Event]) -> tuple[Event, ...]:
    """Give the events of a claim without those that tell one before them again: of its kind, place and modality."""
    told: dict[tuple[object, ...], Event] = {}
    for event in events:
        told.setdefault((event.type, event.places, event.modality), event)
    return tuple(told.values())


@attrs.define
class _Before:
    """The event told last: its claim's place in the text, the event, and where what follows still is."""

    end: int
    event: Event
    places: tuple[int, ...]


class _Teller:
    """Goes through the claims of a report in the order of their words, and remembers the event told last."""

    def __init__(self, report: str, wording: Wording, scenery: Scenery, knowledge: EventWords) -> None:
        self._knowledge = knowledge
        self._report = report
        self._wording = wording
        self._scenery = scenery
        self._before: _Before | None = None

    def tell(self, claim: Claim) -> tuple[Event, ...]:
        """Give the events of one claim."""
        clues = tuple(self._wording.clues_in(claim.content))
        told = choose_types(clues, self._hints(claim, clues))
        if told:
            events = _unlike([self._make(claim, one) for one in told])
        else:
            carried = self._carry(claim) or self._something(claim) or self._go_on(claim)
            events = (carried,) if carried else ()
        if events:
            self._before = _Before(claim.content[-1].end, events[0], self._go_on_at(claim, events[0]))
        return events

    def _hints(self, claim: Claim, clues: Sequence[Clue]) -> Mapping[EventType, float]:
        """Give what the claim before and the rest of the sentence say for types, where the claim itself says little."""
        own = weigh_types(clues)
        share = 1 - max(own.values(), default=0.0) / HINTED
        if share <= 0:
            return {}
        heard = {clue.first for clue in clues}
        around = self._wording.clues_in(self._sentence(claim))
        beside = weigh_types([clue for clue in around if clue.first not in heard])
        hints = {kind: share * BESIDE * score for kind, score in beside.items()}
        if (before := self._reach_back(claim)) is not None:
            hints[before.type] = hints.get(before.type, 0.0) + share * BEFORE
        return hints

    def _sentence(self, claim: Claim) -> tuple[Span, ...]:
        """Give the sentence a claim stands in, or the sentences; of a very long one the words about the claim."""
        wording = self._wording
        first, last = wording.word_at(claim.content[0].start), wording.word_at(claim.content[-1].end - 1)
        if not wording.words:
            return ()
        start, end = (
            max(wording.reach(first)[0], first - BESIDE_WORDS),
            min(wording.reach(last)[1], last + BESIDE_WORDS),
        )
        return (Span(start=wording.words[start].start, end=wording.words[end].end),)

    def _make(self, claim: Claim, told: Told) -> Event:
        clue = told.clue
        modality, words = read_modality(self._wording, claim, clue)
        actor, target = find_participants(self._wording, stretch_of(claim.content, clue), clue, self._knowledge)
        known = [one.span for one in (actor, target) if one is not None]
        reasons = [self._reason("the words tell the kind", told.score, clue.span)]
        if words is not None:
            reasons.append(self._reason(f"the words make it {modality}", 1.0, words))
        return Event(
            type=told.type,
            trigger=clue.span,
            places=self._places(claim, clue.first, known, told.type),
            time=find_time(self._wording, self._scenery, claim, clue.first),
            actor=actor,
            target=target,
            direction=clue.row.direction,
            modality=modality,
            reasons=tuple(reasons),
        )

    def _places(self, claim: Claim, word: int, known: Sequence[Span], kind: EventType) -> tuple[int, ...]:
        """Give the places of an event: those of the claim, else of its sentence, else those about.

        ``known`` are who does it and to whom: a state among them is no place, nor is one beside the claim. Visits and
        talks are seldom held where the report is about.
        """
        if found := find_places(self._wording, self._scenery, claim.content, word, known):
            return found
        sources = [link.mention for link in claim.chain]
        if found := find_beside(self._wording, self._scenery, self._sentence(claim), word, sources):
            return found
        return self._places_about(claim, with_topic=kind is not EventType.DIPLOMACY)

    def _places_about(self, claim: Claim, *, with_topic: bool = True) -> tuple[int, ...]:
        """Give the places that the text about a claim speaks of: those told last in its paragraph, else the topic."""
        before = self._before
        if before and "\n" not in self._wording.text[before.end : max(before.end, claim.content[0].start)]:
            return before.places
        return find_topic(self._scenery) if with_topic else ()

    def _go_on_at(self, claim: Claim, event: Event) -> tuple[int, ...]:
        """Give where claims behind go on: the places of an event, but for those that only stand beside its claim."""
        told = frozenset(number for span in claim.content for number in self._scenery.places_in(span))
        about = self._places_about(claim)
        is_told = event.places == about or not told.isdisjoint(event.places)
        return event.places if is_told or self._before is None else self._before.places

    def _reach_back(self, claim: Claim) -> Event | None:
        """Give the event told last, where it stands near enough to be what a claim still speaks of."""
        before = self._before
        return before.event if before and claim.content[0].start - before.end <= FARTHEST else None

    def _carry(self, claim: Claim) -> Event | None:
        """Give the event before, where a claim points back to it."""
        before = self._reach_back(claim)
        if before is None or not self._points_back(claim):
            return None
        modality = carried_modality(claim, before.modality if self._says_back(claim) else Modality.UNKNOWN)
        return self._again(claim, before, modality, "the words point back to the event before", 0.5)

    def _go_on(self, claim: Claim) -> Event | None:
        """Give the event before, where a claim that somebody makes tells none and so still speaks of that one."""
        before = self._reach_back(claim)
        if before is None or not claim.chain or claim.stance is Stance.OPINES or self._count(claim) > SHORT:
            return None
        return self._again(
            claim, before, carried_modality(claim, Modality.UNKNOWN), "the report speaks of it here", 0.4
        )

    def _again(self, claim: Claim, before: Event, modality: Modality, rule: str, score: float) -> Event:
        return Event(
            type=before.type,
            places=self._places_about(claim),
            time=before.time,
            direction=before.direction,
            modality=modality,
            reasons=(self._reason(rule, score, claim.content[0]),),
        )

    def _points_back(self, claim: Claim) -> bool:
        if claim.stance in OF_BEFORE:
            return True
        return claim.stance is not Stance.OPINES and (self._count(claim) <= POINTER or self._says_back(claim))

    def _count(self, claim: Claim) -> int:
        """Count the words of a claim."""
        words = [place for span in claim.content for place in self._wording.words_in(span)]
        return sum(self._wording.words[place].written.isalnum() for place in words)

    def _says_back(self, claim: Claim) -> bool:
        """Tell whether a word among the first of a claim stands for what was told before."""
        words = [place for span in claim.content for place in self._wording.words_in(span)]
        return any(Mark.BACK in self._wording.marks[place] for place in words[:FIRST])

    def _something(self, claim: Claim) -> Event | None:
        """Give an event of no kind of its own, where a claim says something of a place that no word of ours tells."""
        word = self._wording.word_at(claim.content[0].start)
        places = find_places(self._wording, self._scenery, claim.content, word, ())
        if not places:
            return None
        reason = self._reason("something is said of a place", 0.25, self._scenery.places[places[0]].span)
        time = find_time(self._wording, self._scenery, claim, word)
        modality = carried_modality(claim, Modality.UNKNOWN)
        return Event(type=EventType.OTHER, places=places, time=time, modality=modality, reasons=(reason,))

    def _reason(self, rule: str, score: float, span: Span) -> Reason:
        return Reason(rule=rule, score=round(score, 2), words=((self._report, span),))
