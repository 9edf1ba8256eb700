"""A reading as every view gives account of it: its claims parted and numbered, and what is known of them in words.

Attributed claims are numbered in the order of the text, attitudes with them, so that a number names the same claim
whether attitudes are shown or not. Quotations without a stated source have letters. Only what is known is put in words.
"""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

import attrs

from sayso.views.safely import count
from sayso.vocabulary import (
    Act,
    Basis,
    Claim,
    ClaimKind,
    Event,
    Flag,
    Link,
    LinkKind,
    Naming,
    Place,
    PlaceCandidate,
    PlaceKind,
    Precision,
    Reading,
    Reason,
    Relay,
    Remarked,
    Role,
    Span,
    Stance,
    is_withheld,
)
from sayso.vocabulary.withheld import WITHHELD

UNKNOWN_SIDE = "unknown"
# What stands before a link, by how the link before it rests on it.
RELAYS = {
    Relay.CITES: "citing",
    Relay.TOLD: "told by",
    Relay.PUBLISHES: "publishing",
    Relay.AUTHORED: "written by",
    Relay.HEARD: "hearing it from",
    Relay.FORWARDED: "forwarding",
}
# How an origin knows, where it says so.
BASES = {
    Basis.SAW: "saw it",
    Basis.TOLD: "was told",
    Basis.DOCUMENT: "from a document",
    Basis.IMAGES: "from images",
    Basis.INFERENCE: "inferred",
}

# What a place is known to, in words.
PRECISIONS = {
    Precision.EXACT: "the place itself",
    Precision.NEAR: "near it",
    Precision.DISTRICT: "no closer than the district",
    Precision.DIVISION: "no closer than the division",
    Precision.COUNTRY: "no closer than the country",
    Precision.REGION: "no closer than the region",
    Precision.WATER: "no closer than the water",
    Precision.SECTOR: "no closer than the sector",
}
PUT = "no closer than the town it is said to lie in or near"
MOST_CANDIDATES = 4


@attrs.frozen(kw_only=True)
class Numbered:
    """A claim and what it is called: a number, a letter, or nothing for what the report says itself."""

    label: str
    claim: Claim

    @property
    def is_attitude(self) -> bool:
        """Whether it is no statement but a wish, a fear or the like, shown only on demand."""
        return self.claim.act is Act.ATTITUDE


@attrs.frozen(kw_only=True)
class Account:
    """The claims of a reading in three parts: those of a source, quotations without one, the report's own."""

    attributed: tuple[Numbered, ...]
    unsourced: tuple[Numbered, ...]
    own: tuple[Numbered, ...]

    @property
    def statements(self) -> tuple[Numbered, ...]:
        """The attributed claims that are shown by default."""
        return tuple(one for one in self.attributed if not one.is_attitude)

    @property
    def attitudes(self) -> tuple[Numbered, ...]:
        """The attributed claims that are shown on demand."""
        return tuple(one for one in self.attributed if one.is_attitude)


def take_account(reading: Reading) -> Account:
    """Part and number the claims of a reading."""
    attributed = [claim for claim in reading.claims if claim.chain or claim.cue]
    unsourced = [claim for claim in reading.claims if _is_unsourced(claim)]
    own = [claim for claim in reading.claims if claim.is_own_voice]
    return Account(
        attributed=tuple(Numbered(label=str(place), claim=claim) for place, claim in enumerate(attributed, 1)),
        unsourced=tuple(Numbered(label=letter(place), claim=claim) for place, claim in enumerate(unsourced)),
        own=tuple(Numbered(label="", claim=claim) for claim in own),
    )


def _is_unsourced(claim: Claim) -> bool:
    return not claim.chain and not claim.cue and claim.kind is not ClaimKind.INDIRECT


def letter(place: int) -> str:
    """Give the letters of a place from 0: ``a`` to ``z``, then ``aa``, ``ab`` and so on."""
    before, last = divmod(place, len(ascii_lowercase))
    return (letter(before - 1) if before else "") + ascii_lowercase[last]


def word_offsets(spans: Sequence[Span]) -> str:
    """Give the characters of some spans as people write ranges: ``15\N{EN DASH}49, 60\N{EN DASH}72``."""
    return ", ".join(f"{span.start}\N{EN DASH}{span.end}" for span in spans)


def word_claim(claim: Claim) -> tuple[str, ...]:
    """Say how a claim stands: its stance first, then what is known of its content, its kind last."""
    return tuple(_claim_words(claim))


def _claim_words(claim: Claim) -> Iterator[str]:
    if claim.stance is not Stance.UNKNOWN:
        yield str(claim.stance)
    if claim.hedged:
        yield "hedged"
    if claim.negated:
        yield "negated"
    if claim.hypothetical:
        yield "hypothetical"
    if claim.basis is not None:
        yield BASES[claim.basis]
    yield str(claim.kind)
    if claim.act is Act.ATTITUDE:
        yield "attitude"


def word_own(claim: Claim) -> tuple[str, ...]:
    """Say how a claim in the report's own voice stands, where it is more than plainly said."""
    plain = {str(Stance.ASSERTS), str(ClaimKind.INDIRECT)}
    return tuple(word for word in _claim_words(claim) if word not in plain)


def word_link(link: Link) -> tuple[str, ...]:
    """Say what is known of a source beyond its name: how it is named and what it is, its side, and what else holds."""
    return tuple(_link_words(link))


def _link_words(link: Link) -> Iterator[str]:
    naming = "" if link.naming is Naming.UNKNOWN else str(link.naming)
    former = "former" if link.former else ""
    is_said_by_kind = link.role is Role.MEDIA and link.kind in (LinkKind.OUTLET, LinkKind.CHANNEL)
    role = "" if link.role is Role.UNKNOWN or is_said_by_kind else str(link.role)
    is_said_by_role = link.kind in (LinkKind.PERSON, LinkKind.ORGANISATION) and role
    kind = "" if link.kind is LinkKind.UNKNOWN or is_said_by_role else str(link.kind)
    words = " ".join(word for word in (naming, former, role, kind) if word)
    if words:
        yield words
    if link.side != UNKNOWN_SIDE:
        yield link.side
    if link.inherited:
        yield "inherited"


def word_chain(claim: Claim) -> Iterator[tuple[str, Link]]:
    """Give each link, nearest first, after the word that ties it to the one before: none, `citing`, `told by`."""
    lead = ""
    for link in claim.chain:
        yield lead, link
        lead = "from" if link.relay is None else RELAYS[link.relay]


def word_absence(claim: Claim) -> str:
    """Say why a claim has no source: it is attributed to nobody in particular, or the reader found none."""
    return "nobody in particular (agentless)" if claim.agentless else "no source stated"


def word_flag(flag: Flag) -> str:
    """Name a flag as people write it."""
    return str(flag.kind).replace("_", " ")


def word_remark(remarked: Remarked) -> str:
    """Name a remark as people write it."""
    return str(remarked.remark).replace("_", " ")


@attrs.frozen(kw_only=True)
class Because:
    """What a reason tells: the rule, what it gave, and the words it rests on with their offsets."""

    rule: str
    score: str
    words: tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True)
class Explained:
    """Something that is explained, with how sure the reader is of it and why."""

    what: str
    score: str
    reasons: tuple[Because, ...]


def explain(reading: Reading, claim: Claim) -> tuple[Explained, ...]:
    """Explain a claim and each link of its chain, nearest first; what has no reason is left out."""
    parts = [("the claim", claim.score, claim.reasons), *((one.name, one.score, one.reasons) for one in claim.chain)]
    return tuple(
        Explained(what=what, score=word_score(score), reasons=tuple(_because(reading, reason) for reason in reasons))
        for what, score, reasons in parts
        if reasons
    )


def _because(reading: Reading, reason: Reason) -> Because:
    report = reading.report
    words = ((span.cut(report.text) if one == report.id else one, word_offsets((span,))) for one, span in reason.words)
    return Because(rule=reason.rule, score=word_score(reason.score), words=tuple(words))


def word_score(score: float | None) -> str:
    """Give a score as people write it; nothing where there is none."""
    return "" if score is None else f"{score:.2f}".replace("-", "\N{MINUS SIGN}")


@attrs.frozen(kw_only=True)
class Located:
    """A place and every mention of it in a reading; ``mentions`` are in the order of the text, never none."""

    mentions: tuple[Place, ...]

    @property
    def place(self) -> Place:
        """The mention that the reader is least sure of: it stands for all."""
        return min(self.mentions, key=lambda one: 1 if one.score is None else one.score)

    @property
    def is_pinned(self) -> bool:
        """Whether a point stands for it: a settlement or facility that is resolved, never an area."""
        place = self.place
        is_point = place.kind in (PlaceKind.SETTLEMENT, PlaceKind.FACILITY)
        is_fine = place.precision in (Precision.EXACT, Precision.NEAR)
        return place.resolved and place.lat is not None and is_point and is_fine

    def written(self, text: str) -> tuple[str, ...]:
        """Give the words that mention it, each way of writing once."""
        return tuple(dict.fromkeys(" ".join(one.span.cut(text).split()) for one in self.mentions))


def gather_places(reading: Reading) -> tuple[Located, ...]:
    """Gather the mentions of each place, in the order of the first; what is withheld is left out."""
    found: dict[tuple[object, ...], list[Place]] = {}
    for one in sorted(reading.places, key=lambda place: place.start):
        if one.name != WITHHELD:
            name = one.name if one.resolved else one.name.casefold()
            of = (one.resolved, one.geonameid, name, one.kind, one.precision, one.admin, one.country)
            found.setdefault(of, []).append(one)
    return tuple(Located(mentions=tuple(mentions)) for mentions in found.values())


def word_place(place: Place | PlaceCandidate) -> tuple[str, ...]:
    """Say what a place is and where: kind, division, country, as far as they are known and not its own name."""
    admin = place.admin if place.admin != place.name else None
    return tuple(str(one) for one in (place.kind, admin, place.country) if one)


def word_precision(place: Place) -> str:
    """Say what a place is known to; nothing where it is not resolved."""
    if place.is_put:
        return PUT
    return PRECISIONS[place.precision] if place.resolved and place.precision else ""


def word_doubt(place: Place) -> str:
    """Say why a place cannot be told."""
    against = [reason.rule for reason in place.reasons if reason.score < 0]
    return "; ".join(against or ["no reason is given"])


def word_candidates(place: Place) -> tuple[str, ...]:
    """Name what an unresolved place may be, the likeliest first."""
    shown = [
        f"{one.name} ({', '.join([*word_place(one), word_score(one.score)])})"
        for one in place.candidates[:MOST_CANDIDATES]
    ]
    more = len(place.candidates) - MOST_CANDIDATES
    return (*shown, *([f"{more} more"] if more > 0 else []))


def explain_place(reading: Reading, place: Place) -> tuple[Because, ...]:
    """Give the reasons of a place."""
    return tuple(_because(reading, reason) for reason in place.reasons)


def explain_event(reading: Reading, event: Event) -> tuple[Because, ...]:
    """Give the reasons of an event."""
    return tuple(_because(reading, reason) for reason in event.reasons)


def word_withheld(reading: Reading) -> str:
    """Say how many private persons are withheld; nothing where none is."""
    number = len({link.name for claim in reading.claims for link in claim.chain if is_withheld(link)})
    return "" if not number else f"{count(number, 'private person')} withheld"
