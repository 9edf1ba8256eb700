"""Whether origins of two cases are one: by their names, kinds and sides, or by how statements name them."""

from collections.abc import Iterable
from itertools import islice, product

from sayso.vocabulary import Link, LinkKind, Origin
from sayso.vocabulary.names import match_names
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.weighing.source_names import match_titles
from sayso.weighing.sources import Closeness, closeness_of, find_same_name, is_medium
from sayso.weighing.statement import Statement

LEAST_PERSON = 0.8
# So many ways to name the sources of a case are looked at.
MOST_NAMES = 8


def is_same_origin(one: Origin, other: Origin) -> bool:
    """Tell whether two origins are one: the same name, in whatever letters, and no other side."""
    sides = {one.party or one.side, other.party or other.side} - {UNKNOWN_SIDE}
    if len(sides) > 1:
        return False
    if LinkKind.PERSON in (one.kind, other.kind):
        match = match_names(one.name, other.name)
        return match is not None and match.score >= LEAST_PERSON
    return match_titles(one.name, other.name) is not None


def share_source(one: Iterable[Statement], other: Iterable[Statement]) -> bool:
    """Tell whether some statements of two cases name one source as the last, which is no medium that passes on."""
    return any(find_same_name(left, right) for left, right in product(_named(one), _named(other)))


def _named(statements: Iterable[Statement]) -> list[Link]:
    """Give the last sources of statements, each way to name one once."""
    found: dict[tuple[object, ...], Link] = {}
    for statement in statements:
        link = statement.claim.origin
        if link is not None and not is_medium(link) and closeness_of(link) is Closeness.NAMED:
            found.setdefault((link.name, link.register, link.side), link)
    return list(islice(found.values(), MOST_NAMES))
