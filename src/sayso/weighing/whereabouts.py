"""What places are known by when claims are held against each other: numbers of the gazetteer, or names.

Takes statements, gives keys. A name that was not resolved counts as the one place of that name that other statements
resolve, and so does what is taken or held; where there are several it stays a name.
"""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from sayso.vocabulary import EventType
from sayso.vocabulary.names import sound_of
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
            sound = sound_of(place.name)
            yield of_names.get(sound, f"name {sound}")
    for event in statement.claim.events:
        target = event.target if event.type is EventType.CONTROL else None
        if target is not None and (key := of_names.get(sound_of(target.name))):
            yield key
