"""A weighing as every view gives account of it: claims as cards, the most reported first, and what is known in words.

Whose word a claim is, who speaks against it and what became other on the way are told apart here, once for all views.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from sayso.views.account import Because, word_offsets, word_score
from sayso.views.safely import count
from sayso.vocabulary import (
    Alteration,
    Assessment,
    Change,
    Claim,
    Credibility,
    Missing,
    Modality,
    Origin,
    Reading,
    Reason,
    Stance,
    Stated,
    Weighed,
    gist_of,
    has_happened,
)
from sayso.vocabulary.stance import AGAINST

PLAIN = frozenset((Stance.ASSERTS, Stance.UNKNOWN))
CREDIBILITIES = {
    Credibility.CROSS_CONFIRMED: "said by opposing sides",
    Credibility.CORROBORATED: "several origins, uncontested",
    Credibility.SINGLE_ORIGIN: "a single origin",
    Credibility.CONTESTED: "contested",
    Credibility.IMPROBABLE: "improbable in a person\u2019s judgement",
    Credibility.CANNOT_BE_JUDGED: "cannot be judged",
}
MISSING = {
    Missing.SECOND_ORIGIN: "a second origin",
    Missing.NAMED_ORIGIN: "an origin with a name",
    Missing.DATE: "a date",
    Missing.PLACE: "a place that can be told",
    Missing.OTHER_SIDE: "a word of the other side",
    Missing.IMAGE_OR_DOCUMENT: "an image or a document",
}
CHAIN_LOST = "chain lost"
CHANGED = {
    Alteration.NAME: "name",
    Alteration.NUMBER: "number",
    Alteration.DATE: "date",
    Alteration.PLACE: "place",
    Alteration.EVENT: "what happened",
    Alteration.MODALITY: "whether it happened",
    Alteration.HEDGE: "doubt",
    Alteration.ATTRIBUTION: "attribution",
    Alteration.DENIAL: "denial left out",
}


@attrs.frozen(kw_only=True)
class Card:
    """One claim of a weighing, with its number and all that leads back to the words."""

    number: int
    assessment: Assessment
    weighed: Weighed

    @property
    def key(self) -> str:
        """What the card is called in a page."""
        return f"k{self.number}"

    @property
    def gist(self) -> Stated:
        """The statement whose words tell it best."""
        return gist_of(self.assessment)

    @property
    def words(self) -> str:
        """The words of the gist, in their own language."""
        return " ".join(self.weighed.words(self.gist).split())

    @property
    def reading(self) -> Reading:
        """The reading that the gist stands in."""
        return self.weighed.readings[self.gist.report]

    @property
    def saying(self) -> tuple[Stated, ...]:
        """The statements that say it, in the order of publication."""
        return tuple(one for one in self.assessment.statements if one.stance not in AGAINST)

    @property
    def against(self) -> tuple[Stated, ...]:
        """The statements that deny or doubt it."""
        return tuple(one for one in self.assessment.statements if one.stance in AGAINST)

    @property
    def reports(self) -> int:
        """How many reports say it."""
        return len({one.report for one in self.saying})

    def origin(self, stated: Stated) -> Origin:
        """Give the origin of a statement."""
        return next(one for one in self.assessment.origins if one.id == stated.origin)

    @property
    def happened(self) -> tuple[Stated, ...]:
        """The statements by whose origin's word its main event has happened; nothing else is drawn or counted."""
        return tuple(one for one in self.saying if _has_happened(self.weighed.claim(one)))


def _has_happened(claim: Claim) -> bool:
    return claim.event is not None and has_happened(claim, claim.event)


@attrs.frozen(kw_only=True)
class Voice:
    """An origin of a claim with its statements: what it is called, what is known of it, and where it stands alone."""

    origin: Origin
    stated: tuple[Stated, ...]

    @property
    def reports(self) -> int:
        """How many reports carry its word."""
        return len({one.report for one in self.stated})

    @property
    def stances(self) -> tuple[str, ...]:
        """What it does with the claim, where it is more than saying so."""
        return tuple(dict.fromkeys(str(one.stance) for one in self.stated if one.stance not in PLAIN))


@attrs.frozen(kw_only=True)
class Deck:
    """All cards of a weighing in the order they are shown in, and what finds one by a claim or an origin."""

    weighed: Weighed
    cards: tuple[Card, ...]
    by_id: dict[str, Card] = attrs.field(repr=False, eq=False)
    by_claim: dict[str, tuple[Card, Stated]] = attrs.field(repr=False, eq=False)
    contradicted: dict[str, list[str]] = attrs.field(repr=False, eq=False)
    superseded: dict[str, list[str]] = attrs.field(repr=False, eq=False)
    shared: dict[str, list[str]] = attrs.field(repr=False, eq=False)

    def contrary(self, card: Card) -> tuple[Card, ...]:
        """Give the claims that speak against a card's, either way round, each once."""
        ids = dict.fromkeys((*card.assessment.contradicts, *self.contradicted.get(card.assessment.id, ())))
        return tuple(self.by_id[one] for one in ids if one in self.by_id)

    def revising(self, card: Card) -> tuple[Card, ...]:
        """Give the claims by which its own origin has revised a card's."""
        return tuple(self.by_id[one] for one in self.superseded.get(card.assessment.id, ()))

    def revised(self, card: Card) -> tuple[Card, ...]:
        """Give the claims that a card's revises."""
        return tuple(self.by_id[one] for one in card.assessment.supersedes if one in self.by_id)

    def contesting(self, card: Card) -> tuple[str, ...]:
        """Name who says the contrary of a card's claim, each once; nobody where it is not contested."""
        near = (card, *self.contrary(card))
        known = {one.id: one for other in near for one in other.assessment.origins}
        return tuple(dict.fromkeys(name_origin(known[one]) for one in card.assessment.contested_by if one in known))


def deal(weighed: Weighed) -> Deck:
    """Give the cards of a weighing: the most reported first, then by origins, credibility and publication."""
    found = [Card(number=0, assessment=one, weighed=weighed) for one in weighed.weighing.assessments]
    cards = tuple(attrs.evolve(one, number=place) for place, one in enumerate(sorted(found, key=_order), 1))
    contradicted: defaultdict[str, list[str]] = defaultdict(list)
    superseded: defaultdict[str, list[str]] = defaultdict(list)
    for card in cards:
        for one in card.assessment.contradicts:
            contradicted[one].append(card.assessment.id)
        for one in card.assessment.supersedes:
            superseded[one].append(card.assessment.id)
    return Deck(
        weighed=weighed,
        cards=cards,
        by_id={one.assessment.id: one for one in cards},
        by_claim={stated.claim: (card, stated) for card in cards for stated in card.assessment.statements},
        contradicted=contradicted,
        superseded=superseded,
        shared=_share(weighed),
    )


def _share(weighed: Weighed) -> dict[str, list[str]]:
    """Give for each report those that it shares a passage with, the longest passage first."""
    shared: defaultdict[str, list[str]] = defaultdict(list)
    for copy in sorted(weighed.weighing.copies, key=lambda one: -one.words):
        shared[copy.one].append(copy.other)
        shared[copy.other].append(copy.one)
    return shared


def _order(card: Card) -> tuple[int, int, int]:
    """Rank a card; what ranks alike stays in the order of the weighing."""
    one = card.assessment
    return -card.reports, -one.origin_count, one.credibility


def voices(card: Card, statements: Sequence[Stated]) -> tuple[Voice, ...]:
    """Give the origins of some statements of a claim with what is theirs, in the order they first speak."""
    spoken: dict[str, list[Stated]] = {}
    for one in statements:
        spoken.setdefault(one.origin, []).append(one)
    known = {one.id: one for one in card.assessment.origins}
    return tuple(Voice(origin=known[key], stated=tuple(stated)) for key, stated in spoken.items())


def name_origin(origin: Origin) -> str:
    """Name an origin, with its side where that is known."""
    side = origin.party or origin.side
    return f"{origin.name} ({side})" if side != "unknown" else origin.name


def word_origin(origin: Origin) -> tuple[str, ...]:
    """Say what is known of an origin beside its name and side."""
    kind = "a report in its own voice" if origin.outlet else str(origin.kind)
    rests = "" if origin.stands_alone else "rests on another origin"
    return tuple(word for word in (kind if kind != "unknown" else "", rests) if word)


def name_report(reading: Reading) -> str:
    """Name a report by its outlet, else by its title, else by its file and line."""
    report, made = reading.report, reading.report.provenance
    return report.outlet or report.title or (made.where if made.line is None else f"{made.where}:{made.line}")


def word_published(reading: Reading) -> str:
    """Say when a report was published, to the minute where that is known; `no date` where it is not."""
    at = reading.report.published
    if at is None or reading.published_doubted:
        return "no date"
    return f"{at:%Y-%m-%d}" if (at.hour, at.minute) == (0, 0) else f"{at:%Y-%m-%d %H:%M}"


def word_reach(card: Card) -> str:
    """Say how many reports say it and on how many origins they rest: `8 reports, 1 origin`."""
    origins = count(card.assessment.origin_count, "origin") if card.assessment.origin_count else "no origin"
    return f"{count(card.reports, 'report')}, {origins}" if card.reports else "nobody says it; it is only denied"


def word_support(card: Card) -> str:
    """Say how many reports and origins carry it, and what that comes to."""
    return f"{word_reach(card)}: {card.assessment.support}" if card.reports else word_reach(card)


def word_credibility(card: Card) -> str:
    """Say what the digit of credibility stands for."""
    return CREDIBILITIES[card.assessment.credibility]


def word_missing(card: Card) -> tuple[str, ...]:
    """Say what a claim lacks."""
    return tuple(MISSING[one] for one in card.assessment.missing)


def word_event(card: Card) -> str:
    """Say what kind of event it speaks of, and how, where it is not said to have happened; nothing where of none."""
    event = card.weighed.claim(card.gist).event
    if event is None:
        return ""
    kind = f"{event.type} ({event.direction})" if event.direction else str(event.type)
    if card.happened:
        return kind
    how = "not told whether it happened" if event.modality in _HAPPENING_OR_UNKNOWN else str(event.modality)
    return f"{kind}, {how}"


_HAPPENING_OR_UNKNOWN = frozenset((Modality.UNKNOWN, Modality.ACTUAL, Modality.ONGOING))


@attrs.frozen(kw_only=True)
class Altered:
    """A change in words: what changed, from what to what, between which reports; ``claims`` are the two statements."""

    what: str
    how: str
    between: str
    claims: tuple[str, str]
    why: Because


def word_changes(deck: Deck, card: Card) -> tuple[Altered, ...]:
    """Say what became other on the way, in the order of the weighing."""
    return tuple(_word_change(deck, one) for one in card.assessment.changes)


def _word_change(deck: Deck, change: Change) -> Altered:
    names = [name_report(_reading_of(deck, claim)) if claim in deck.by_claim else "" for claim in _ends(change)]
    before, after = names
    between = f"{before} \u2192 {after}" if before and after else before or after
    return Altered(
        what=CHAIN_LOST if _is_chain_lost(change) else CHANGED[change.alteration],
        how=_word_how(change),
        between=between,
        claims=(change.before, change.after),
        why=because(deck.weighed, change.reason),
    )


def _ends(change: Change) -> tuple[str, str]:
    return change.before, change.after


def _reading_of(deck: Deck, claim: str) -> Reading:
    _, stated = deck.by_claim[claim]
    return deck.weighed.readings[stated.report]


def _is_chain_lost(change: Change) -> bool:
    """Tell whether whose word it is gave way to the one that passed it on."""
    return change.alteration is Alteration.ATTRIBUTION and bool(change.was and change.became)


def _word_how(change: Change) -> str:
    if _is_chain_lost(change):
        return f"{change.was} is no longer named, only {change.became}"
    if change.alteration is Alteration.DENIAL and change.was:
        return f"{change.was} had denied it"
    if change.was and change.became:
        return f"{change.was} became {change.became}"
    if change.was:
        return f"{change.was} was dropped"
    return f"{change.became} was added" if change.became else "changed"


def because(weighed: Weighed, reason: Reason) -> Because:
    """Give a reason with the words it rests on, each with the report it stands in."""
    words = []
    for key, span in reason.words:
        known = weighed.readings.get(key)
        quoted = " ".join(span.cut(known.report.text).split()) if known else key
        where = f"{name_report(known)} {word_offsets((span,))}" if known else word_offsets((span,))
        words.append((quoted, where))
    return Because(rule=reason.rule, score=word_score(reason.score), words=tuple(words))


def all_reasons(card: Card) -> Iterator[tuple[str, Reason]]:
    """Give what is explained with each of its reasons: the claim, its origins, and what changed on the way."""
    for reason in card.assessment.reasons:
        yield "the claim", reason
    for origin in card.assessment.origins:
        for reason in origin.reasons:
            yield name_origin(origin), reason
    for change in card.assessment.changes:
        yield f"change of {CHANGED[change.alteration]}", change.reason
