"""What places are known by when claims are held against each other: numbers of the gazetteer, or names.

Takes statements, gives keys. A name that was not resolved counts as the one place of that name that other statements
resolve, and so does what is taken or held; where there are several it stays a name. Names that differ in their endings
alone are one. A statement without a place speaks of one whose whole name is among its words.
"""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from sayso.vocabulary import EventType
from sayso.vocabulary.names import sound_of
from sayso.weighing.place_names import is_same_name
from sayso.weighing.source_names import LONGEST_ENDING, STEM
from sayso.weighing.statement import WORD, Statement, stem_of

# Of a name among the words of a statement each part is as long as this, or longer.
SHORTEST_PART = 4
Parts = frozenset[str]


@attrs.frozen
class Whereabouts:
    """Keys of places: of the names that others resolve, of other names by what they sound like, of what reports name.

    ``of_reports`` are by the ids of reports, ``of_parts`` names by one of the stems of their parts, with all of them.
    """

    of_names: Mapping[str, str]
    of_sounds: Mapping[str, str]
    of_parts: Mapping[str, tuple[tuple[Parts, str], ...]]
    of_reports: Mapping[str, frozenset[str]]

    def keys_of(self, statement: Statement) -> frozenset[str]:
        """Give the keys of the places that a statement speaks of itself."""
        return frozenset(_keys(statement, self.of_names, self.of_sounds)) or self._among_words(statement)

    def _among_words(self, statement: Statement) -> frozenset[str]:
        words = frozenset(statement.words)
        named = (pair for word in words for pair in self.of_parts.get(word, ()))
        return frozenset(key for parts, key in named if parts <= words)


def find_whereabouts(statements: Iterable[Statement]) -> Whereabouts:
    """Learn from statements which names are resolved to one place alone, and what each report names."""
    kept = tuple(statements)
    numbers: dict[str, set[str]] = {}
    for statement in kept:
        for place in statement.places:
            if place.geonameid is not None:
                numbers.setdefault(sound_of(place.name), set()).add(str(place.geonameid))
    of_names = {name: next(iter(some)) for name, some in numbers.items() if len(some) == 1}
    of_sounds = _join_sounds(
        sound_of(place.name) for statement in kept for place in statement.places if place.geonameid is None
    )
    of_reports: dict[str, set[str]] = {}
    for statement in kept:
        of_reports.setdefault(statement.report.id, set()).update(_keys(statement, of_names, of_sounds))
    return Whereabouts(
        of_names,
        of_sounds,
        _gather_parts(kept, of_names, of_sounds),
        {report: frozenset(keys) for report, keys in of_reports.items()},
    )


def _join_sounds(sounds: Iterable[str]) -> dict[str, str]:
    """Give for each name that was not resolved the first of those that are one with it but for endings."""
    found: dict[str, str] = {}
    first = ""
    for sound in sorted(set(sounds)):
        first = first if first and is_same_name(first, sound) else sound
        found[sound] = first
    return found


def _gather_parts(
    statements: Iterable[Statement], of_names: Mapping[str, str], of_sounds: Mapping[str, str]
) -> dict[str, tuple[tuple[Parts, str], ...]]:
    found: dict[str, dict[tuple[Parts, str], None]] = {}
    names = sorted({place.name: place for one in statements for place in one.spots_within}.items())
    for name, place in names:
        parts = frozenset(stem_of(word) for word in WORD.findall(name))
        key = str(place.geonameid) if place.geonameid is not None else _key_of(name, of_names, of_sounds)
        if parts and min(map(len, parts)) >= SHORTEST_PART:
            found.setdefault(min(parts), {})[parts, key] = None
    return {part: tuple(some) for part, some in found.items()}


def _keys(statement: Statement, of_names: Mapping[str, str], of_sounds: Mapping[str, str]) -> Iterator[str]:
    for place in statement.places:
        yield str(place.geonameid) if place.geonameid is not None else _key_of(place.name, of_names, of_sounds)
    for event in statement.claim.events:
        target = event.target if event.type is EventType.CONTROL else None
        if target is not None and (key := _find(target.name, of_names)):
            yield key


def _key_of(name: str, of_names: Mapping[str, str], of_sounds: Mapping[str, str]) -> str:
    sound = sound_of(name)
    return _find(name, of_names) or f"name {of_sounds.get(sound, sound)}"


def _find(name: str, of_names: Mapping[str, str]) -> str | None:
    """Give the number of the place that has a name, whatever ending it bears here."""
    sound = sound_of(name)
    stems = (sound[:length] for length in range(len(sound), max(STEM, len(sound) - LONGEST_ENDING) - 1, -1))
    return next((of_names[stem] for stem in stems if stem in of_names), None)
