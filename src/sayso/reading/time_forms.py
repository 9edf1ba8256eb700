"""Tokens -> nodes: the forms found among them, the longest first, and then the forms over what was found.

A form over nodes takes two times, or a time and a length, together: `between 3 May and 5 May`, `two days after Easter`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.knowledge.dates import OTHER, DateGrammar, Form, Value
from sayso.reading.time_tokens import NOTHING, Token


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


class _Piece(NamedTuple):
    """A token, or a node in its place: the tokens it covers, its sign and values."""

    start: int
    end: int
    first: int
    last: int
    sign: str
    values: Mapping[str, Value]
    node: Node | None = None


def find_nodes(tokens: Sequence[Token], grammar: DateGrammar) -> list[Node]:
    """Give the times and lengths that tokens tell, in order, none within another."""
    pieces = [_Piece(one.start, one.end, place, place, one.sign, one.values) for place, one in enumerate(tokens)]
    found = list(_match(pieces, grammar.first, grammar.island))
    if not found:
        return []
    pieces = list(_reduce(pieces, found, grammar))
    combined = list(_match(pieces, grammar.second, grammar.second_island))
    taken = {part for node in combined for part in node.parts}
    left = [node for node in found if node not in taken] if taken else found
    return sorted((*combined, *left), key=lambda node: node.start)


def _match(
    pieces: Sequence[_Piece], forms: Mapping[str, tuple[Form, ...]], starts: re.Pattern[str]
) -> Iterator[Node]:
    signs = "".join([piece.sign for piece in pieces])
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
            node, done = _to_node(best, chosen, pieces)
            yield node


def _to_node(match: re.Match[str], form: Form, pieces: Sequence[_Piece]) -> tuple[Node, int]:
    slots: list[tuple[str, Value]] = []
    inside: list[_Piece] = []
    parts: list[Node] = []
    last = match.start()
    for number, element in enumerate(form.elements, 1):
        place = match.start(number)
        if place < 0:
            continue
        piece = pieces[place]
        if piece.node is not None:
            parts.append(piece.node)
        category = next(one for one in element.categories if one in piece.values or piece.node is not None)
        slots.append((category, piece.values.get(category, "")))
        if category[0] == LITERAL:
            slots += [(kind, piece.values[kind]) for kind in TOLD_BY_WORDS if kind in piece.values]
        if element.is_inside:
            inside.append(piece)
            last = place
    while "," in inside[0].values and len(inside) > 1:  # of a weekday that is not there
        del inside[0]
    first, final = inside[0], inside[-1]
    node = Node(first.start, final.end, first.first, final.last, form, tuple(slots), tuple(parts))
    return node, last + 1


def _reduce(pieces: Sequence[_Piece], found: Iterable[Node], grammar: DateGrammar) -> Iterator[_Piece]:
    """Put the nodes in the place of their tokens."""
    place = 0
    for node in found:
        yield from pieces[place : node.first]
        sign = grammar.signs[frozenset((node.form.node,))] if node.form.node else OTHER
        yield _Piece(node.start, node.end, node.first, node.last, sign, NOTHING, node)
        place = node.last + 1
    yield from pieces[place:]
