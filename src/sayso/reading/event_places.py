"""Where and when the events of a claim happen, as far as its words and those about them carry it.

Takes the places and times of a reading, gives their indices. A place in the clause of the clue goes before one that
stands farther off; names joined to it stand with it. What another place is only measured from counts where there is no
other. A time is taken from the claim itself alone: outside it stands when that was said.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from sayso.knowledge.nations import Nations, SideRule
from sayso.reading.event_clues import Wording
from sayso.vocabulary import Claim, Place, PlaceKind, Span, When

WIDE = frozenset((PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DIVISION))
# Between two names that stand together: a comma, a word that joins them.
JOINT = re.compile(r"\s*,?\s*(?:\w{1,4}\s+)?")
LONGEST_JOINT = 8
# What a clause farther off costs, in words, and a place that is only a wide area beside one that is none.
PER_CLAUSE, PER_WIDE = 12, 15


@attrs.frozen(kw_only=True, eq=False)
class Scenery:
    """The places and times of a reading, in the order of the text, and which places are only measured from."""

    text: str
    places: Sequence[Place]
    times: Sequence[When]
    references: frozenset[int]
    starts: Sequence[int]
    time_starts: Sequence[int]
    told: frozenset[int]
    sourced: frozenset[int]
    owners: frozenset[int]

    @classmethod
    def of(
        cls,
        text: str,
        places: Sequence[Place],
        times: Sequence[When],
        claims: Sequence[Claim],
        nations: Nations | None = None,
    ) -> "Scenery":
        """Look the places over once.

        ``told`` stand in the words of some claim, ``sourced`` in those of its sources. ``owners`` tell whose something
        is: states that an adjective names (`the Russian minister`).
        """
        starts = [place.start for place in places]
        told, sourced = (
            frozenset(number for span in spans for number in _begin_in(starts, span))
            for spans in (
                [span for claim in claims for span in claim.content],
                [link.mention for claim in claims for link in claim.chain],
            )
        )
        return cls(
            text=text,
            places=places,
            times=times,
            references=_find_references(places, starts),
            starts=starts,
            time_starts=[time.start for time in times],
            told=told,
            sourced=sourced,
            owners=frozenset(
                number for number, place in enumerate(places) if _is_state(place) and _owns(text, place, nations)
            ),
        )

    def places_in(self, span: Span) -> range:
        """Give the numbers of the places that begin within a stretch."""
        return _begin_in(self.starts, span)


def _find_references(places: Sequence[Place], starts: Sequence[int]) -> frozenset[int]:
    """Give the numbers of the places that others are only measured from."""
    hints = [one.hint for one in places]
    measured = [hint.span for hint in hints if hint is not None]
    return frozenset(
        number
        for span in measured
        for number in _begin_in(starts, span)
        if (hint := hints[number]) is None or hint.span != span
    )


def _begin_in(starts: Sequence[int], span: Span) -> range:
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def find_places(
    wording: Wording, scenery: Scenery, spans: Sequence[Span], word: int, known: Sequence[Span]
) -> tuple[int, ...]:
    """Give the places of an event that this word tells: the nearest in these stretches and its company.

    ``known`` are those who act in it: a state among them is no place.
    """
    inside = [
        number
        for span in spans
        for number in scenery.places_in(span)
        if number not in scenery.owners
        and not (_is_state(scenery.places[number]) and any(_touch(scenery.places[number], one) for one in known))
    ]
    return _nearest(wording, scenery, inside, word)


def find_beside(
    wording: Wording, scenery: Scenery, spans: Sequence[Span], word: int, sources: Sequence[Span]
) -> tuple[int, ...]:
    """Give the places of an event that stand beside its claim: no states, none that another claim or its source has.

    ``sources`` are the mentions of the claim's own.
    """
    own = frozenset(number for span in sources for number in scenery.places_in(span))
    inside = [
        number
        for span in spans
        for number in scenery.places_in(span)
        if number not in scenery.told
        and (number in own or number not in scenery.sourced)
        and not _is_state(scenery.places[number])
    ]
    return _nearest(wording, scenery, inside, word)


def _nearest(wording: Wording, scenery: Scenery, inside: Sequence[int], word: int) -> tuple[int, ...]:
    own = [number for number in inside if number not in scenery.references] or inside
    if not own:
        return ()
    nearest = min(own, key=lambda number: _distance(wording, scenery, number, word))
    first = last = own.index(nearest)
    while first > 0 and _are_joined(scenery, own[first - 1], own[first]):
        first -= 1
    while last + 1 < len(own) and _are_joined(scenery, own[last], own[last + 1]):
        last += 1
    return tuple(own[first : last + 1])


def find_topic(scenery: Scenery) -> tuple[int, ...]:
    """Give the place that a report is about: the one it names most often, of several the first; no wide area."""
    counts: dict[str, list[int]] = {}
    for number, place in enumerate(scenery.places):
        if place.kind not in WIDE and number not in scenery.references:
            counts.setdefault(place.name, []).append(number)
    most = max(counts.values(), key=lambda numbers: (len(numbers), -numbers[0]), default=[])
    return tuple(most[:1])


def find_time(wording: Wording, scenery: Scenery, claim: Claim, word: int) -> int | None:
    """Give the time of an event that the word of this number tells: the nearest one in the claim, if any."""
    inside = [
        number
        for span in claim.content
        for number in range(bisect_left(scenery.time_starts, span.start), bisect_left(scenery.time_starts, span.end))
        if scenery.times[number].end <= span.end
    ]
    return min(inside, key=lambda number: _away(wording, scenery.times[number].start, word), default=None)


def _is_state(place: Place) -> bool:
    return place.kind is PlaceKind.COUNTRY


def _owns(text: str, place: Place, nations: Nations | None) -> bool:
    """Tell whether a place is named by an adjective."""
    stated = nations.side_of(text[place.start : place.end]) if nations else None
    return stated is not None and stated.rule is SideRule.ADJECTIVE


def _touch(place: Place, span: Span) -> bool:
    return place.start < span.end and span.start < place.end


def _distance(wording: Wording, scenery: Scenery, number: int, word: int) -> tuple[int, bool, int]:
    """Give how far off a place stands; of two as near, what follows the word belongs to it: `took A and move on B`."""
    place = scenery.places[number]
    away = _away(wording, place.start, word) + PER_WIDE * (place.kind in WIDE)
    return away, place.start < wording.words[word].start, number


def _away(wording: Wording, start: int, word: int) -> int:
    """Count the words between, and the clauses more."""
    at = wording.word_at(start)
    return abs(at - word) + PER_CLAUSE * abs(wording.clauses[at] - wording.clauses[word])


def _are_joined(scenery: Scenery, one: int, other: int) -> bool:
    between = scenery.text[scenery.places[one].end : scenery.places[other].start]
    return len(between) <= LONGEST_JOINT and JOINT.fullmatch(between) is not None
