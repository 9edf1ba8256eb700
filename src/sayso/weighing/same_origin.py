"""Whether origins of two cases are one: by their names, kinds and sides."""

from sayso.vocabulary import LinkKind, Origin
from sayso.vocabulary.names import match_names
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.weighing.source_names import match_titles

LEAST_PERSON = 0.8


def is_same_origin(one: Origin, other: Origin) -> bool:
    """Tell whether two origins are one: the same name, in whatever letters, and no other side."""
    sides = {one.party or one.side, other.party or other.side} - {UNKNOWN_SIDE}
    if len(sides) > 1:
        return False
    if LinkKind.PERSON in (one.kind, other.kind):
        match = match_names(one.name, other.name)
        return match is not None and match.score >= LEAST_PERSON
    return match_titles(one.name, other.name) is not None
