"""A weighing -> whose word each statement is, for sheets; and which statements speak of a place that a user names."""

from collections.abc import Iterable

import attrs

from sayso.vocabulary import Place, Weighing
from sayso.vocabulary.names import sound_of
from sayso.vocabulary.sheets import Sayer
from sayso.weighing.statement import Statement, is_spot


@attrs.frozen(kw_only=True)
class Voice:
    """Whose word a statement is, in which assessment, and whether that origin stands alone there."""

    sayer: Sayer
    assessment: str
    stands_alone: bool


def voices_of(weighing: Weighing) -> dict[str, Voice]:
    """Give for the id of each claim that was weighed whose word it is."""
    voices = {}
    for assessment in weighing.assessments:
        origins = {one.id: one for one in assessment.origins}
        for stated in assessment.statements:
            origin = origins[stated.origin]
            sayer = Sayer(origin=origin.id, name=origin.name, side=origin.side, private=origin.private)
            voices[stated.claim] = Voice(sayer=sayer, assessment=assessment.id, stands_alone=origin.stands_alone)
    return voices


def places_named(asked: str, statements: Iterable[Statement]) -> dict[str, Place]:
    """Give the places that a user may mean by a name or a number of GeoNames, by the key of `key_of`.

    The name may be the one that reports use, in any script, or the official one.
    """
    wanted = sound_of(asked.strip())
    found: dict[str, Place] = {}
    for one in statements:
        for place in filter(is_spot, one.places):
            names = (place.name, place.span.cut(one.report.text))
            if asked.strip() == str(place.geonameid) or wanted in map(sound_of, names):
                found.setdefault(key_of(place), place)
    return found


def key_of(place: Place) -> str:
    """Give what mentions of one place have in common: its number, or the sound of its name where it was not found."""
    return sound_of(place.name) if place.geonameid is None else str(place.geonameid)
