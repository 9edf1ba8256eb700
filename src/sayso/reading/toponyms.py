"""Words that name a place, before it is told which place they name."""

import attrs

from sayso.vocabulary import PlaceKind, Span


@attrs.frozen(kw_only=True)
class PlaceMention:
    """Words that name a place: their characters, and what they alone say.

    ``names`` are the forms to look up, the best first: as written, and the base forms of an inflected one. ``kind`` is
    what the words in it or beside it say (`Sumy region`), ``score`` how sure it is that a place is named at all.
    ``is_sector``: a stretch of a front named after a place (`the Pokrovsk front`).
    """

    span: Span
    names: tuple[str, ...]
    is_adjective: bool = False
    kind: PlaceKind | None = None
    score: float = 1.0
    is_sector: bool = False
