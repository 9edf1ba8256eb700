"""What places are known by when claims are held against each other: numbers of the gazetteer, or names.

Takes statements, gives keys. A name that was not resolved counts as the one place of that name that other statements
resolve, and so does what is taken or held; where there are several it stays a name.
"""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from sayso.vocabulary import EventType
from sayso.vocabulary.names import sound_of
from sayso.weighing.source_names import LONGEST_ENDING, STEM
from sayso.weighing.statement import Statement


@attrs.frozen
class Whereabouts:
    """Keys of places: of the names that others resolve, and of what each report names (by its id)."""

    of_names: Mapping[str, str]
    of_reports: Mapping[str, frozenset[str]]

    def keys_of(self, statement: Statement) -> frozenset[str]:
        """Give the keys of the places that a statement speaks of itself."""
        return frozenset(_keys(statement, self.of_names))


def find_whereabouts(statements: Iterable[Statement]) -> Whereabouts:
    """Learn from statements which names are resolved to one place alone, and what each report names."""
    kept = tuple(statements)
    numbers: dict[str, set[str]] = {}
    for statement in kept:
        for place in statement.places:
            if place.geonameid is not None:
                numbers.setdefault(sound_of(place.name), set()).add(str(place.geonameid))
    of_names = {name: next(iter(some)) for name, some in numbers.items() if len(some) == 1}
    of_reports: dict[str, set[str]] = {}
    for statement in kept:
        of_reports.setdefault(statement.report.id, set()).update(_keys(statement, of_names))
    return Whereabouts(of_names, {report: frozenset(keys) for report, keys in of_reports.items()})


def _keys(statement: Statement, of_names: Mapping[str, str]) -> Iterator[str]:
    for place in statement.places:
        if place.geonameid is not None:
            yield str(place.geonameid)
        else:
            yield _find(place.name, of_names) or f"name {sound_of(place.name)}"
    for event in statement.claim.events:
        target = event.target if event.type is EventType.CONTROL else None
        if target is not None and (key := _find(target.name, of_names)):
            yield key


def _find(name: str, of_names: Mapping[str, str]) -> str | None:
    """Give the number of the place that has a name, whatever ending it bears here."""
    sound = sound_of(name)
    stems = (sound[:length] for length in range(len(sound), max(STEM, len(sound) - LONGEST_ENDING) - 1, -1))
    return next((of_names[stem] for stem in stems if stem in of_names), None)
