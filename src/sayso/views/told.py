"""All that a view tells of one claim of a weighing, in words: the same in the terminal and on the page."""

import attrs

from sayso.views.standing import (
    Altered,
    Card,
    Deck,
    Voice,
    voices,
    word_changes,
    word_credibility,
    word_event,
    word_missing,
    word_reach,
)


@attrs.frozen(kw_only=True)
class Told:
    """A claim in words; ``support`` is empty where nobody says it, ``event`` where it tells none."""

    reach: str
    support: str
    credibility: str
    event: str
    says: tuple[Voice, ...]
    against: tuple[Voice, ...]
    contrary: tuple[Card, ...]
    revises: tuple[Card, ...]
    revised_by: tuple[Card, ...]
    changes: tuple[Altered, ...]
    missing: tuple[str, ...]


def tell(deck: Deck, card: Card) -> Told:
    """Tell what is known of a claim: how many carry it, who says it, who speaks against it, what changed or lacks."""
    return Told(
        reach=word_reach(card),
        support=str(card.assessment.support) if card.reports else "",
        credibility=word_credibility(card),
        event=word_event(card),
        says=voices(card, card.saying),
        against=voices(card, card.against),
        contrary=deck.contrary(card),
        revises=deck.revised(card),
        revised_by=deck.revising(card),
        changes=word_changes(deck, card),
        missing=word_missing(card),
    )
