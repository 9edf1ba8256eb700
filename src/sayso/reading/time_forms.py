"""Tokens -> nodes: the forms found among them, the longest first, and then the forms over what was found.

A form over nodes takes two times, or a time and a length, together: `between 3 May and 5 May`, `two days after Easter`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.knowledge.dates import OTHER, DateGrammar, Element, Form, Value
from sayso.reading.time_tokens import Token

LITERAL = "'"
# What a word that a form names tells beside itself.
TOLD_BY_WORDS = ("unit", "part")


class Node(NamedTuple):
    """A form that was found: its characters, its first and last token, and what stands in its places.

    ``slots`` are pairs of a category and the value there, ``parts`` the nodes that it was made of.
    """

    start: int
    end: int
    first: int
    last: int
    form: Form
    slots: tuple[tuple[str, Value], ...]
    parts: tuple["Node", ...] = ()

    def get(self, *categories: str) -> Value | None:
        """Give the first value of one of the categories."""
        return next((value for category, value in self.slots if category in categories), None)

    def number(self, *categories: str) -> int | None:
        """Give the first value of one of the categories, where it is a number."""
        value = self.get(*categories)
        return value if isinstance(value, int) else None

    def all(self, *categories: str) -> list[Value]:
        """Give the values of the categories, in order."""
        return [value for category, value in self.slots if category in categories]


Piece = Token | Node


def find_nodes(tokens: Sequence[Token], grammar: DateGrammar) -> list[Node]:
    """Give the times and lengths that tokens tell, in order, none within another."""
    signs = "".join([token.sign for token in tokens])
    found = list(_match(tokens, signs, range(len(tokens)), grammar.first, grammar.island))
    if not found:
        return []
    pieces, reduced, places = _reduce(tokens, signs, found, grammar)
    combined = list(_match(pieces, reduced, places, grammar.second, grammar.second_island))
    taken = {part.first for node in combined for part in node.parts}
    return sorted((*combined, *(node for node in found if node.first not in taken)), key=lambda node: node.start)


def _match(
    pieces: Sequence[Piece],
    signs: str,
    places: Sequence[int],
    forms: Mapping[str, tuple[Form, ...]],
    starts: re.Pattern[str],
) -> Iterator[Node]:
    """Give the longest form at each place where one begins; ``places`` are those of the pieces among the tokens."""
    done = 0
    for start in starts.finditer(signs):
        place = start.start()
        if place < done:
            continue
        best: re.Match[str] | None = None
        chosen: Form | None = None
        for form in forms[signs[place]]:
            match = form.pattern.match(signs, place)
            if match is not None and (best is None or match.end() > best.end()):
                best, chosen = match, form
        if best is not None and chosen is not None:
            node, done = _to_node(best, chosen, pieces, places)
            yield node


def _to_node(match: re.Match[str], form: Form, pieces: Sequence[Piece], places: Sequence[int]) -> tuple[Node, int]:
    slots: list[tuple[str, Value]] = []
    inside: list[int] = []
    parts: list[Node] = []
    for number, element in enumerate(form.elements, 1):
        place = match.start(number)
        if place < 0:
            continue
        piece = pieces[place]
        if isinstance(piece, Node):
            parts.append(piece)
        else:
            slots += _slots_of(piece, element)
        if element.is_inside:
            inside.append(place)
    while _is_comma(pieces[inside[0]]) and len(inside) > 1:  # of a weekday that is not there
        del inside[0]
    first, final = pieces[inside[0]], pieces[inside[-1]]
    begins = first.first if isinstance(first, Node) else places[inside[0]]
    ends = final.last if isinstance(final, Node) else places[inside[-1]]
    return Node(first.start, final.end, begins, ends, form, tuple(slots), tuple(parts)), inside[-1] + 1


def _slots_of(token: Token, element: Element) -> Iterator[tuple[str, Value]]:
    """Give the category that an element takes a token for, with its value."""
    category = next(one for one in element.categories if one in token.values)
    yield category, token.values[category]
    if category[0] == LITERAL:
        yield from ((kind, token.values[kind]) for kind in TOLD_BY_WORDS if kind in token.values)


def _is_comma(piece: Piece) -> bool:
    return isinstance(piece, Token) and "," in piece.values


def _reduce(
    tokens: Sequence[Token], signs: str, found: Iterable[Node], grammar: DateGrammar
) -> tuple[list[Piece], str, list[int]]:
    """Put the nodes in the place of their tokens: the pieces, their signs, and their places among the tokens."""
    pieces: list[Piece] = []
    reduced: list[str] = []
    places: list[int] = []
    place = 0
    for node in found:
        pieces += tokens[place : node.first]
        reduced.append(signs[place : node.first])
        places += range(place, node.first + 1)
        pieces.append(node)
        reduced.append(grammar.signs[frozenset((node.form.node,))] if node.form.node else OTHER)
        place = node.last + 1
    pieces += tokens[place:]
    reduced.append(signs[place:])
    places += range(place, len(tokens))
    return pieces, "".join(reduced), places
