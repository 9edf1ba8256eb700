"""Report -> places: the mentions of places, found as its language allows, and which places they name.

Where place tables know a language, they find the mentions with their base forms; where a pack alone reads it, its
network marks them. What speaks is no place: a capital that stands for its government is a source.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from numpy import float32
from numpy.typing import NDArray

from sayso.knowledge import (
    GAZETTEER_NUMBER,
    Gazetteer,
    list_events,
    list_place_words,
    list_readable,
    list_toponymies,
    load_events,
    load_language,
    load_place_words,
)
from sayso.knowledge.nations import load_nations
from sayso.reading.bodies import find_bodies
from sayso.reading.linking import LinkParameters
from sayso.reading.place import PlaceResolver
from sayso.reading.place_marks import Speech, find_marked_places
from sayso.reading.place_parts import part_mention
from sayso.reading.seats import governs
from sayso.reading.toponyms import PlaceMention, find_toponyms
from sayso.reading.windows import Window
from sayso.vocabulary import Place, Report, Span

# A mention less sure than this is left out: a capital that may stand for a government, a name that may be a person's.
LEAST_SCORE = 0.5


class Geography:
    """Finds the places of reports; holds the gazetteer, what it has loaded, and no state beside it."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take the gazetteer; what a language needs is loaded when a report is in it."""
        self._gazetteer = gazetteer
        self._resolvers: dict[str, PlaceResolver] = {}
        self.name = f"gazetteer-{GAZETTEER_NUMBER}"

    def reads(self, language: str) -> bool:
        """Tell whether mentions are found by place tables in a language."""
        return language in list_toponymies()

    def resolves(self, language: str) -> bool:
        """Tell whether mentions in a language can be resolved: whether the words around them are known."""
        return language in list_place_words()

    def find(
        self, report: Report, language: str, sentences: Iterable[Span], speakers: Collection[Span] = ()
    ) -> tuple[Place, ...]:
        """Give the places that the tables of a language find; ``speakers`` are the spans of sources."""
        return self.resolve(
            report, language, find_toponyms(report.text, sentences, language, self._gazetteer), speakers
        )

    def read_marks(
        self,
        text: str,
        windows: Sequence[Window],
        features: Iterable[NDArray[float32]],
        parameters: LinkParameters,
        language: str,
    ) -> tuple[PlaceMention, ...]:
        """Give the mentions that the network marks."""
        spelling = load_nations(language).spelling
        events = load_events(language) if language in list_events() else None
        speech = Speech(spelling, events)
        marked = find_marked_places(text, windows, features, parameters, speech, self._gazetteer)
        words = load_place_words(language)
        spoken = load_language(language) if language in list_readable() else None
        named = (one for one in marked if not (spoken and governs(text, one, words, spoken)))
        return tuple(part for one in named for part in part_mention(text, one, words, self._gazetteer))

    def resolve(
        self, report: Report, language: str, mentions: Sequence[PlaceMention], speakers: Collection[Span] = ()
    ) -> tuple[Place, ...]:
        """Give the places of mentions; ``speakers`` are the spans of sources."""
        named = [one for one in mentions if one.score >= LEAST_SCORE and one.span not in speakers]
        if named:
            bodies = [(start, end) for start, end, _ in find_bodies(report.text)]
            named = [one for one in named if not _is_within(one.span, bodies)]
        return self._resolver(language).resolve(report.id, report.text, named)

    def _resolver(self, language: str) -> PlaceResolver:
        if language not in self._resolvers:
            self._resolvers[language] = PlaceResolver(self._gazetteer, language)
        return self._resolvers[language]


def _is_within(span: Span, ranges: Sequence[tuple[int, int]]) -> bool:
    """Tell whether one of some ranges, which are in order and apart, holds a span."""
    place = bisect_right(ranges, span.start, key=lambda one: one[0])
    return place > 0 and span.end <= ranges[place - 1][1]
