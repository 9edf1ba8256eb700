"""What is known of words as names: the forms they may be of, looked up in a lexicon and in a language's own list.

Takes folded words, gives the names they may be, each with what it brings: the odds of a name by what is known of it.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from sayso.knowledge import BaseForm, Case, Made, MetBy, NameKind, Shape, Toponymy
from sayso.vocabulary import PlaceKind

# Log odds a name brings with it, and the numbers of people that make a place middling or large. Set by hand, as those
# in toponym_evidence.
LISTED, LARGE_PLACE, MIDDLE_PLACE, SMALL_PLACE, ROUGH_MATCH, ROUGH_SMALL = 2.5, 2.0, 1.2, 0.4, -0.3, -1.2
SHAPED_TOO, SURNAME_LIKE = 1.0, -0.8
LARGE, MIDDLE = 100_000, 15_000
LONG_ENOUGH = 5
TWO = 2
KEPT_WORDS = 16_384


class FoundPlace(Protocol):
    """What a lexicon says of a place: how many live there, and whether the name met letter for letter."""

    @property
    def population(self) -> int:
        """How many people live there, 0 where that is not known."""

    @property
    def by(self) -> MetBy:
        """How the name met."""

    @property
    def country(self) -> str | None:
        """The state it lies in."""

    @property
    def name_kind(self) -> NameKind:
        """What kind of name it met by."""


class Lexicon(Protocol):
    """Names of places; a gazetteer is one."""

    def __hash__(self) -> int:
        """Tell it from others: what is known of a word is kept for each."""

    def has(self, name: str) -> bool:
        """Tell whether any place has this name."""

    def find(self, name: str, *, language: str | None = None) -> Sequence[FoundPlace]:
        """Give the places with this name, the best first."""


class Name(NamedTuple):
    """A form that words may be of, what it brings, the cases it may be in, and how to look it up, the best way first.

    ``kind`` is known of names that a language lists itself and of regions called after a place. ``rank`` are the odds
    that the lexicon alone brings, by which forms of equal standing stand in order; None for a guess.
    """

    name: str
    odds: float
    cases: frozenset[Case]
    forms: tuple[str, ...]
    kind: PlaceKind | None = None
    rank: float | None = None


@lru_cache(maxsize=KEPT_WORDS)
def know_forms(toponymy: Toponymy, lexicon: Lexicon, key: str) -> tuple[Name, ...]:
    """Give the known names that a folded word, or several, may be a form of. Kept, as names come again and again."""
    return tuple(name for form in _forms_of(toponymy, key) if (name := _know(toponymy, lexicon, form)))


def _forms_of(toponymy: Toponymy, key: str) -> Iterator[BaseForm]:
    """Give the forms of a word, and of a name whose parts are inflected each, with a blank or a hyphen between."""
    words = key.split(" ")
    if len(words) == 1:
        yield from toponymy.base_forms(key)
        parts = key.split("-")
        if len(parts) > TWO and parts[1] in toponymy.particles:
            rest = "-".join(parts[1:])
            yield from (form._replace(name=f"{form.name}-{rest}") for form in toponymy.base_forms(parts[0]))
        elif len(parts) == TWO and all(parts) and parts[0] not in toponymy.particles:
            yield from _agreeing(toponymy, parts[0], parts[1], "-")
    elif len(words) == TWO:
        yield from _agreeing(toponymy, words[0], words[1], " ")
    else:
        yield toponymy.base_forms(key)[0]


def _agreeing(toponymy: Toponymy, one: str, other: str, joint: str) -> Iterator[BaseForm]:
    """Give the forms of two words that agree in gender and case, joined."""
    for first in toponymy.base_forms(one):
        for second in toponymy.base_forms(other):
            cases, genders = first.cases & second.cases, {first.gender, second.gender}
            if cases and (None in genders or len(genders) == 1):
                yield second._replace(name=f"{first.name}{joint}{second.name}", cases=cases)


def _know(toponymy: Toponymy, lexicon: Lexicon, form: BaseForm) -> Name | None:
    """Give what is known of one form, None where it is no name."""
    is_shaped = form.shape is Shape.PLACE
    known = look_up(toponymy, lexicon, form.name) or (
        _look_up_region(toponymy, lexicon, form.name) if is_shaped else None
    )
    if known is None:
        return None
    odds = known.odds + (SHAPED_TOO if is_shaped else 0.0)
    if known.odds <= SMALL_PLACE and not is_shaped and form.name.endswith(toponymy.surnames):
        odds += SURNAME_LIKE
    return known._replace(odds=odds, cases=form.cases, rank=known.odds)


def look_up(toponymy: Toponymy, lexicon: Lexicon, name: str) -> Name | None:
    """Give how a name is known, None where it is not."""
    row = toponymy.names.get(name)
    if row is not None:
        return Name(name, LISTED, frozenset(), (row.name, row.lookup), row.kind)
    if not lexicon.has(name):
        return None
    found = lexicon.find(name, language=toponymy.code)
    people = [place.population for place in found if place.by is MetBy.EXACT]
    if not people:
        is_rough = any(place.population >= MIDDLE for place in found) and len(name) >= LONG_ENOUGH
        return Name(name, ROUGH_MATCH if is_rough else ROUGH_SMALL, frozenset(), (title(name),))
    odds = LARGE_PLACE if max(people) >= LARGE else MIDDLE_PLACE if max(people) >= MIDDLE else SMALL_PLACE
    return Name(name, odds, frozenset(), (title(name),))


def has_town(toponymy: Toponymy, lexicon: Lexicon, name: str) -> bool:
    """Tell whether a town of some size has this very name."""
    return any(
        place.population >= MIDDLE and place.by is MetBy.EXACT for place in lexicon.find(name, language=toponymy.code)
    )


def _look_up_region(toponymy: Toponymy, lexicon: Lexicon, name: str) -> Name | None:
    """Give a region that is called after a place that is known."""
    for origin in toponymy.unmake(name, Made.REGION):
        if look_up(toponymy, lexicon, origin) is not None:
            return Name(name, LISTED, frozenset(), (title(name), title(origin)), PlaceKind.DIVISION)
    return None


def title(name: str, small: int = 0) -> str:
    """Give a folded name with capitals, the last ``small`` words left as they are (`Rostov-on-Don`)."""
    words = name.split(" ")
    capitals = len(words) - small
    return " ".join(_title_word(word) if at < capitals else word for at, word in enumerate(words))


def _title_word(word: str) -> str:
    first, *rest = word.split("-")
    inner = rest[:-1]
    return "-".join((first.capitalize(), *inner, *(part.capitalize() for part in rest[len(inner) :])))
