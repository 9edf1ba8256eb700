"""A weighing as one self-contained page: a card for each claim with its chain, accounts that differ, map and timeline.

The texts stand at the end with the statements marked, and every card leads to them. The page reads without script,
which only adds keys. All text is escaped; the policy allows the page's own style and script and nothing else.
"""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from sayso.views.account import Because, Numbered, word_offsets
from sayso.views.safely import count, show_safely
from sayso.views.standing import (
    Card,
    Deck,
    Voice,
    all_reasons,
    because,
    deal,
    name_origin,
    name_report,
    word_origin,
    word_published,
)
from sayso.views.told import Told, tell
from sayso.views.versions import word_recirculated, word_versions
from sayso.views.web.chain_drawing import UNKNOWN_SHAPE, Drawing, draw_chain, name_shapes
from sayso.views.web.happened import date_happenings, place_happenings
from sayso.views.web.rendering import dress, environment, read_static
from sayso.views.web.segments import Played, Segment, cut_segments
from sayso.vocabulary import UNDETERMINED, Reading, Stated, Weighed

MOST_CARDS = 300
MOST_SUGGESTIONS = 50
MOST_VERSIONS = 50


@attrs.frozen(kw_only=True)
class ShownVoice:
    """An origin as a card shows it: its name, what it does with the claim, what it is, the reports with its word."""

    name: str
    stances: tuple[str, ...]
    words: tuple[str, ...]
    reports: tuple[tuple[str, str, str], ...]


@attrs.frozen(kw_only=True)
class ShownCard:
    """A claim as the page shows it; ``quoted`` are the parts of its gist, ``offsets`` where they stand."""

    card: Card
    quoted: tuple[str, ...]
    offsets: str
    lang: str
    source: str
    key_in_text: str
    told: Told
    says: tuple[ShownVoice, ...]
    against: tuple[ShownVoice, ...]
    contrary: tuple[Card, ...]
    revises: tuple[Card, ...]
    revised_by: tuple[Card, ...]
    contested_by: tuple[str, ...]
    chain: Drawing | None
    reasons: tuple[tuple[str, tuple[Because, ...]], ...]


@attrs.frozen(kw_only=True)
class ShownText:
    """A report at the end of the page: its name, its facts and its text with the statements marked."""

    key: str
    title: str
    facts: tuple[str, ...]
    lang: str
    segments: tuple[Segment, ...]


def render_weighing(weighed: Weighed, rules: Mapping[str, str] | None = None) -> str:
    """Give the page as HTML; ``rules`` are what rules say of themselves, by the name that their reasons bear."""
    whole = deal(weighed)
    deck = attrs.evolve(whole, cards=whole.cards[:MOST_CARDS])
    keys = _name_statements(deck)
    shapes = name_shapes(deck)
    cards = [_show_card(deck, card, shapes, keys) for card in deck.cards]
    known, where = {card.key for card in deck.cards}, place_happenings(deck)
    style = read_static("page.css") + read_static("weighing.css")
    return (
        environment()
        .get_template("weighing.html.j2")
        .render(
            cards=cards,
            rules={rule: " ".join(about.split()) for rule, about in (rules or {}).items()},
            heading=_heading(deck),
            left_out=len(whole.cards) - len(cards),
            differing=_differing(deck, known),
            where=where,
            radius={spot.key: spot.radius for spot in where.spots},
            when=date_happenings(deck),
            suggestions=_suggestions(deck, known),
            editions=word_versions(deck)[:MOST_VERSIONS],
            recirculated=word_recirculated(deck)[:MOST_VERSIONS],
            texts=[_show_text(reading, number, deck, keys) for number, reading in _spoken_of(deck)],
            sides=list(shapes.items()),
            unknown_shape=UNKNOWN_SHAPE,
            rejections=[str(rejection) for rejection in weighed.rejections],
            **dress(style, read_static("weighing.js")),
        )
    )


def _heading(deck: Deck) -> str:
    return f"{count(len(deck.weighed.weighing.assessments), 'claim')} in {count(len(deck.weighed.readings), 'report')}"


def _name_statements(deck: Deck) -> dict[str, str]:
    """Give each statement its key in the page."""
    claims = (one.claim for card in deck.cards for one in card.assessment.statements)
    return {claim: f"s{number}" for number, claim in enumerate(claims, 1)}


def _show_card(deck: Deck, card: Card, shapes: Mapping[str, str], keys: Mapping[str, str]) -> ShownCard:
    gist, told = card.gist, tell(deck, card)
    text = card.reading.report.text
    return ShownCard(
        card=card,
        quoted=tuple(span.cut(text) for span in gist.content),
        offsets=word_offsets(gist.content),
        lang="" if card.reading.lang == UNDETERMINED else card.reading.lang,
        source=name_report(card.reading),
        key_in_text=keys[gist.claim],
        told=told,
        says=tuple(_show_voice(card, one, keys) for one in told.says),
        against=tuple(_show_voice(card, one, keys) for one in told.against),
        contrary=_here(told.contrary),
        revises=_here(told.revises),
        revised_by=_here(told.revised_by),
        contested_by=deck.contesting(card),
        chain=draw_chain(deck, card, shapes, keys),
        reasons=tuple(_explain(card)),
    )


def _here(cards: Sequence[Card]) -> tuple[Card, ...]:
    """Give those of some cards that the page holds."""
    return tuple(card for card in cards if card.number <= MOST_CARDS)


def _show_voice(card: Card, voice: Voice, keys: Mapping[str, str]) -> ShownVoice:
    return ShownVoice(
        name=name_origin(voice.origin),
        stances=voice.stances,
        words=word_origin(voice.origin),
        reports=tuple(_show_place(card, one, keys) for one in voice.stated),
    )


def _show_place(card: Card, stated: Stated, keys: Mapping[str, str]) -> tuple[str, str, str]:
    """Give the key of a statement, the name of its report, and when that was published."""
    reading = card.weighed.readings[stated.report]
    return keys[stated.claim], name_report(reading), word_published(reading)


def _explain(card: Card) -> Iterator[tuple[str, tuple[Because, ...]]]:
    parts: dict[str, list[Because]] = {}
    for what, reason in all_reasons(card):
        parts.setdefault(what, []).append(because(card.weighed, reason))
    return ((what, tuple(reasons)) for what, reasons in parts.items())


@attrs.frozen(kw_only=True)
class Account:
    """One of several accounts of the same matter: a card, or whoever denies or doubts it; ``says``: whose it is."""

    card: Card
    words: str
    lang: str
    says: tuple[str, ...]
    stance: str


def _differing(deck: Deck, known: set[str]) -> list[tuple[Account, ...]]:
    """Give the accounts that differ, side by side, each matter once: a claim, who denies it, and what is contrary."""
    found: list[tuple[Account, ...]] = []
    told: set[str] = set()
    for card in deck.cards:
        if card.key in told:
            continue
        contrary = [one for one in deck.contrary(card) if one.key in known]
        accounts = [*_accounts(card), *(account for one in contrary for account in _accounts(one))]
        if len(accounts) > 1:
            told |= {card.key, *(one.key for one in contrary)}
            found.append(tuple(accounts))
    return found


def _accounts(card: Card) -> Iterator[Account]:
    for stated, stance in ((card.saying, ""), (card.against, "denied or doubted")):
        if stated:
            gist = card.gist if card.gist in stated else stated[0]
            reading = card.weighed.readings[gist.report]
            yield Account(
                card=card,
                words=" ".join(card.weighed.words(gist).split()),
                lang="" if reading.lang == UNDETERMINED else reading.lang,
                says=tuple(dict.fromkeys(name_origin(card.origin(one)) for one in stated)),
                stance=stance,
            )


def _suggestions(deck: Deck, known: set[str]) -> list[tuple[str, Card, Card, str, str]]:
    """Give pairs of claims that may be the same: the score, the cards, and what a judgement would name them by."""
    pairs = []
    for one in deck.weighed.weighing.suggestions:
        left, right = (deck.by_claim.get(claim) for claim in (one.one, one.other))
        if left and right and {left[0].key, right[0].key} <= known:
            pairs.append((f"{one.score:.2f}", left[0], right[0], one.one, one.other))
    return pairs[:MOST_SUGGESTIONS]


def _spoken_of(deck: Deck) -> Iterator[tuple[int, Reading]]:
    """Give the readings that the cards speak of, with their numbers, in the order of the input."""
    reports = {one.report for card in deck.cards for one in card.assessment.statements}
    return enumerate((one for key, one in deck.weighed.readings.items() if key in reports), 1)


def _show_text(reading: Reading, number: int, deck: Deck, keys: Mapping[str, str]) -> ShownText:
    played = [
        Played(key=keys[claim.id], numbered=Numbered(label=str(found[0].number), claim=claim), role="content")
        for claim in reading.claims
        if claim.id in keys and (found := deck.by_claim.get(claim.id)) and found[0].number <= MOST_CARDS
    ]
    made = reading.report.provenance
    where = show_safely(made.where) + ("" if made.line is None else f", line {made.line}")
    title = reading.report.title or name_report(reading)
    facts = dict.fromkeys((name_report(reading), word_published(reading), where, reading.report.url or ""))
    return ShownText(
        key=f"t{number}",
        title=title,
        facts=tuple(fact for fact in facts if fact and fact != title),
        lang="" if reading.lang == UNDETERMINED else reading.lang,
        segments=tuple(cut_segments(reading.report.text, played)),
    )
