"""What a pronoun may go back to, and what speaks for it.

Takes a phrase seen before and a pronoun, tells whether they agree, and gives a score by distance, being a source, the
last speaker, or the first in its sentence, and by gender.
"""

from typing import NamedTuple

import attrs

from sayso.knowledge import Gender, Number, Pronoun
from sayso.reading.naming import Part
from sayso.reading.terms import Range
from sayso.vocabulary import LinkKind

# How far back a source or another phrase may be meant, and how many are looked at.
FARTHEST_SOURCE = 8
FARTHEST_OTHER = 3
FARTHEST_NOUN = 24
MOST_LOOKED_AT = 80
# Words that describe one source, beyond which no more are taken in.
MOST_PARTS = 24
# What speaks for a candidate; tried on constructed.train-en, where only the order of these mattered.
PER_SENTENCE = 0.35
LAST_SPEAKER = 0.5
IS_SOURCE = 0.35
IS_SUBJECT = 0.3
GENDER_AGREES = 0.6
SAME_SENTENCE = 0.5
BASE = 0.5
BODIES = frozenset((LinkKind.ORGANISATION, LinkKind.OUTLET, LinkKind.CHANNEL, LinkKind.DOCUMENT))


@attrs.define(kw_only=True, eq=False)
class Entity:
    """One source of the report while it is gathered: its parts, in order, and how it was found again."""

    number: int
    parts: list[Part] = attrs.field(factory=list)
    name: Range | None = None
    title_range: Range
    kind: LinkKind
    gender: Gender
    plural: bool
    keys: set[tuple[str, ...]] = attrs.field(factory=set)
    owner: "Entity | None" = None


class Seen(NamedTuple):
    """One phrase of an entity in the text."""

    entity: Entity
    word: int
    end: int
    sentence: int
    is_source: bool
    is_subject: bool


def agrees(one: Seen, pronoun: Pronoun, sentence: int, gendered: bool) -> bool:  # noqa: FBT001 - what the language has
    """Tell whether a phrase may be meant by a pronoun in a sentence: number, gender, kind, and how far back it is.

    ``gendered``: whether things have a gender too, so that what speaks may be meant by any pronoun.
    """
    entity = one.entity
    if not one.is_source and sentence - one.sentence > FARTHEST_OTHER:
        return False
    if pronoun.gender is Gender.NEUTER:
        return entity.kind in BODIES
    if pronoun.number is Number.PLURAL:
        return entity.plural or entity.kind in {LinkKind.ORGANISATION, LinkKind.GROUP}
    person = entity.kind is LinkKind.PERSON and not entity.plural
    if pronoun.gender is Gender.ANY:
        return person or entity.plural
    if gendered and one.is_source and entity.kind in BODIES and not entity.plural:
        return True
    return person and entity.gender in {Gender.ANY, pronoun.gender}


def score_antecedent(one: Seen, pronoun: Pronoun, sentence: int, last: Entity | None) -> float:
    """Give what speaks for a phrase as what a pronoun means; ``last`` is the last source. No more than 0: nothing."""
    score = BASE - PER_SENTENCE * min(4, sentence - one.sentence)
    score += SAME_SENTENCE * (one.sentence == sentence and one.is_subject)
    score += LAST_SPEAKER * (one.entity is last)
    score += IS_SOURCE * one.is_source + IS_SUBJECT * one.is_subject
    return score + GENDER_AGREES * (one.entity.gender is pronoun.gender)
