"""A reading as every view gives account of it: its claims parted and numbered, and what is known of them in words.

Attributed claims are numbered in the order of the text, attitudes with them, so that a number names the same claim
whether attitudes are shown or not. Quotations without a stated source have letters. Only what is known is put in words.
"""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

import attrs

from sayso.vocabulary import Act, Claim, ClaimKind, Link, LinkKind, Naming, Reading, Role, Span, Stance

UNKNOWN_SIDE = "unknown"


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
    """Say how a claim stands: its kind, and its stance, hedge and act where they are known and say something."""
    return tuple(_claim_words(claim))


def _claim_words(claim: Claim) -> Iterator[str]:
    yield str(claim.kind)
    if claim.stance not in (Stance.UNKNOWN, Stance.ASSERTS):
        yield str(claim.stance)
    if claim.hedged:
        yield "hedged"
    if claim.act is Act.ATTITUDE:
        yield "attitude"


def word_link(link: Link) -> tuple[str, ...]:
    """Say what is known of a source beyond its name: how it is named, what it is, its role and its side."""
    return tuple(_link_words(link))


def _link_words(link: Link) -> Iterator[str]:
    if link.naming not in (Naming.UNKNOWN, Naming.NAMED):
        yield str(link.naming)
    if link.role is not Role.UNKNOWN:
        yield str(link.role)
    if link.kind is not LinkKind.UNKNOWN:
        yield str(link.kind)
    if link.side != UNKNOWN_SIDE:
        yield link.side
