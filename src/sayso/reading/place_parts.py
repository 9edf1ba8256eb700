"""A marked mention of a place -> the names in it, where the gazetteer knows none for the whole.

What the network marks may hold more than a name (`Huntsville city`, `the north of Texas`), or two (`Indonesia's Aceh
province`). Names are parted at possessive endings and hyphens; of the rest the longest run of words that is known stays
if nothing but small words, points of the compass and words for kinds of places goes. What is known as a whole stays so.
"""

import re
from collections.abc import Iterator

import attrs

from sayso.knowledge import MetBy, PlaceWords
from sayso.knowledge.placewords import Built, fold_name
from sayso.reading.buildings import begins_built, ends_as_built
from sayso.reading.toponym_names import Lexicon
from sayso.reading.toponyms import PlaceMention
from sayso.vocabulary import Span

WORD = re.compile(r"[^\s]+")
# A possessive ending before a blank, or a hyphen between two words.
JOINT = re.compile(r"(?<=\w)['\u2019]\w?(?=\s)|(?<=[\w.])[-\u2010\u2011\u2013](?=\w)")
LONGEST, MOST_WORDS = 120, 8
SHORTEST = 2
# What is mostly named after the town it stands in, as streets are not.
NAMED_AFTER = frozenset((Built.BUILDING, Built.BODY))


def part_mention(text: str, mention: PlaceMention, words: PlaceWords, lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """Give the mention itself where its name is known or nothing in it is, else one for each name in it."""
    span = mention.span
    if span.end - span.start > LONGEST or _is_known(span.cut(text), words, lexicon):
        return (mention,)
    pieces = list(_split(text, span))
    found = [_narrow(text, piece, words, lexicon) for piece in pieces]
    if not any(found):
        return (mention,)
    named = [known or piece for known, piece in zip(found, pieces, strict=True) if known or _is_name(text, piece)]
    return tuple(attrs.evolve(mention, span=one, names=(" ".join(one.cut(text).split()),)) for one in named)


def _split(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for joint in JOINT.finditer(text, span.start, span.end):
        if joint.start() > start:
            yield Span(start=start, end=joint.start())
        start = joint.end() + (len(text[joint.end() : span.end]) - len(text[joint.end() : span.end].lstrip()))
    if start < span.end:
        yield Span(start=start, end=span.end)


def _is_name(text: str, piece: Span) -> bool:
    return piece.end - piece.start > SHORTEST and text[piece.start].isupper()


def _narrow(text: str, piece: Span, words: PlaceWords, lexicon: Lexicon) -> Span | None:
    """Give the longest run of words of a piece that is a known name, the rest being none; None where there is none."""
    runs = [match.span() for match in WORD.finditer(text, piece.start, piece.end)]
    if not 0 < len(runs) <= MOST_WORDS:
        return None
    begun = begins_built(text, piece, words)
    built = ends_as_built(text, piece, words) or (begun and begun.kind)
    lengths = range(len(runs), 0, -1)
    for first, last in ((first, first + length) for length in lengths for first in range(len(runs) - length + 1)):
        start, end = runs[first][0], runs[last - 1][1]
        is_short = _is_abbreviated(text[start:end], words)
        behind = () if first == 0 and (is_short or built in NAMED_AFTER) else runs[last:]
        rest = (text[slice(*run)] for run in (*runs[:first], *behind))
        if (
            text[start].isupper()
            and (is_short or end - start > SHORTEST)
            and not (last - first == 1 and _is_no_name(text[start:end], words))
            and all(_is_no_name(word, words) for word in rest)
            and _is_known(text[start:end], words, lexicon)
        ):
            return Span(start=start, end=end)
    return None


def _is_no_name(word: str, words: PlaceWords) -> bool:
    """Tell whether a word beside a name is none of it: one in small letters, or that may stand beside any name."""
    return word[:1].islower() or word.casefold() in words.beside


def _is_abbreviated(name: str, words: PlaceWords) -> bool:
    """Tell whether a name is that of a state in capitals, which any other name may follow: `U.S. Chinook`."""
    folded = fold_name(name)
    return folded.isupper() and (folded in words.states or folded in words.short)


def _is_known(name: str, words: PlaceWords, lexicon: Lexicon) -> bool:
    folded = fold_name(name)
    if folded in words.short or folded in words.states or folded in words.peoples:
        return True
    return any(entry.by is MetBy.EXACT for entry in lexicon.find(name))
