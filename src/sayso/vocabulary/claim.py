"""Who says what: attributions as the text marks them, claims, and the chain of links behind each."""

import re
from enum import StrEnum

import attrs

from sayso.errors import InputError
from sayso.vocabulary.event import Event
from sayso.vocabulary.quantity import Quantity
from sayso.vocabulary.reason import Reason
from sayso.vocabulary.report import Span
from sayso.vocabulary.side import SIDE
from sayso.vocabulary.stance import Stance

THING = re.compile("[a-z][a-z0-9_]{1,39}")


class ClaimKind(StrEnum):
    """How the words of a claim stand in the report: all, none or part of them in quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class LinkKind(StrEnum):
    """What a source is; ``unknown`` where the reader cannot tell."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    CHANNEL = "channel"
    DOCUMENT = "document"
    GROUP = "group"
    UNKNOWN = "unknown"


MEDIA_KINDS = frozenset((LinkKind.OUTLET, LinkKind.CHANNEL))


class Naming(StrEnum):
    """How a source is named; ``unknown`` where the reader cannot tell."""

    NAMED = "named"
    PSEUDONYMOUS = "pseudonymous"
    UNNAMED = "unnamed"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """In what role a source speaks; ``unknown`` where the text does not say."""

    GOVERNMENT = "government"
    MILITARY = "military"
    CIVILIAN = "civilian"
    ANALYST = "analyst"
    MEDIA = "media"
    INTERNATIONAL = "international"
    UNKNOWN = "unknown"


class Act(StrEnum):
    """What a cue marks: a statement (said, according to) or an attitude (wants, is against)."""

    SPEECH = "speech"
    ATTITUDE = "attitude"


class Relay(StrEnum):
    """How one link of a chain rests on the next.

    It cites it, was told by it (an interview, a remark to it), publishes it (footage, a leaked paper), was written by
    it (a report and its author), heard it (from a colleague), or passed it on unchanged.
    """

    CITES = "cites"
    TOLD = "told"
    PUBLISHES = "publishes"
    AUTHORED = "authored"
    HEARD = "heard"
    FORWARDED = "forwarded"


class Basis(StrEnum):
    """What an origin says its knowledge rests on: its own eyes, other people, papers, images, or a conclusion."""

    SAW = "saw"
    TOLD = "told"
    DOCUMENT = "document"
    IMAGES = "images"
    INFERENCE = "inference"


class Remark(StrEnum):
    """What is said of a claim without claiming or denying it."""

    DECLINED_TO_COMMENT = "declined_to_comment"
    COULD_NOT_VERIFY = "could_not_verify"
    NO_EVIDENCE = "no_evidence"
    DID_NOT_RESPOND = "did_not_respond"


class FlagKind(StrEnum):
    """What a reader of the claim should know of its way here.

    Words of one side are known only through the other; what is sourced in one place stands as fact in another; a
    private person is named.
    """

    RELAYED_BY_OPPONENT = "relayed_by_opponent"
    ATTRIBUTION_DROPPED = "attribution_dropped"
    PRIVATE_PERSON = "private_person"


@attrs.frozen(kw_only=True)
class Remarked:
    """A remark on a claim, with the words that make it."""

    remark: Remark
    span: Span


@attrs.frozen(kw_only=True)
class Flag:
    """A flag with the words it rests on, and why it is set, in words for people.

    The spans of ``private_person`` are what the text says of the person beyond name and role, if anything: age, family.
    """

    kind: FlagKind
    spans: tuple[Span, ...]
    why: str

    def __attrs_post_init__(self) -> None:
        if not self.why or not (self.spans or self.kind is FlagKind.PRIVATE_PERSON):
            message = f"flag {self.kind} needs words it rests on and a reason"
            raise InputError(message)


@attrs.frozen(kw_only=True)
class Thing:
    """Words that name what a claim is about (a bridge, a drone, fuel), and the code of it, one for all languages."""

    span: Span
    code: str

    def __attrs_post_init__(self) -> None:
        if not THING.fullmatch(self.code):
            message = f"the code of a thing is of a-z, 0-9 and _, not {self.code!r}"
            raise InputError(message)


@attrs.frozen(kw_only=True)
class Link:
    """One source of a chain.

    ``mention`` is where it is named here, ``name`` its fullest name in the report. ``side`` is the ISO 3166-1 alpha-2
    code of the state it speaks for or belongs to, ``INT`` for international bodies, the abbreviation of a party whose
    state is not known, or ``unknown``; ``party`` is the abbreviation of a party that is no state, a side of its own.
    ``register`` is the id of its entry in the register of sources, the same in all languages, None where it has none.

    ``inherited``: carried over from an earlier sentence; ``former``: it held its role once; ``private``: a civilian
    whose name must not be shown. ``relay`` is how it rests on the next link, None for the origin or where that is not
    stated. ``score`` (0 to 1) is how sure the reader is of the link; it is no probability.
    """

    mention: Span
    name: str
    kind: LinkKind
    naming: Naming
    role: Role
    side: str
    party: str | None = None
    register: str | None = None
    inherited: bool = False
    former: bool = False
    private: bool = False
    relay: Relay | None = None
    score: float | None = None
    reasons: tuple[Reason, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.name:
            message = f"the source at {self.mention.start}, {self.mention.end} has no name"
            raise InputError(message)
        if not SIDE.fullmatch(self.side):
            message = f"source {self.name}: a side is two to eight of A-Z and 0-9 or unknown, not {self.side!r}"
            raise InputError(message)
        if self.party is not None and not SIDE.fullmatch(self.party):
            message = f"source {self.name}: a party is two to eight of A-Z and 0-9, not {self.party!r}"
            raise InputError(message)
        if self.score is not None:
            _check_score(self.score)


@attrs.frozen(kw_only=True)
class Attribution:
    """What the text marks, before chains are made of it: content, the cue that marks it, and the source named.

    ``score`` (0 to 1) orders attributions by how sure the reader is; it is no probability.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    act: Act
    score: float

    def __attrs_post_init__(self) -> None:
        _check_content(self.content)
        _check_score(self.score)


@attrs.frozen(kw_only=True)
class Claim:
    """Words that are claimed, and on whose say-so.

    ``chain`` runs from the link the report cites itself to the origin, which is last. With no chain and no cue the
    report says it in its own voice (``indirect``) or quotes words whose source it does not state (``direct``).
    ``agentless``: it is attributed to nobody (`it was reported`), so the cue is there and no chain. ``negated`` and
    ``hypothetical`` speak of the content. ``things`` are what it is about, in the order of the text. ``basis`` is what
    the origin says its knowledge rests on, None where that is not stated. ``hedged``, ``negated``, ``hypothetical``,
    ``act`` and ``score`` are None where nothing is known.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    kind: ClaimKind
    chain: tuple[Link, ...]
    stance: Stance
    hedged: bool | None = None
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    things: tuple[Thing, ...] = ()
    act: Act | None = None
    score: float | None = None
    agentless: bool = False
    negated: bool | None = None
    hypothetical: bool | None = None
    basis: Basis | None = None
    remarks: tuple[Remarked, ...] = ()
    flags: tuple[Flag, ...] = ()
    reasons: tuple[Reason, ...] = ()

    def __attrs_post_init__(self) -> None:
        _check_content(self.content)
        if self.score is not None:
            _check_score(self.score)
        if self.agentless and (self.chain or not self.cue):
            message = f"claim {self.id}: what is agentless has a cue and no chain"
            raise InputError(message)

    @property
    def is_own_voice(self) -> bool:
        """Whether the report says it itself, naming no source, no cue and quoting nobody."""
        return not self.chain and not self.cue and self.kind is ClaimKind.INDIRECT

    @property
    def event(self) -> Event | None:
        """The main event, the first of them; None where the claim speaks of none."""
        return self.events[0] if self.events else None

    @property
    def origin(self) -> Link | None:
        """The link on whose word the claim finally rests; None where the text names none."""
        return self.chain[-1] if self.chain else None


def _check_content(content: tuple[Span, ...]) -> None:
    if not content:
        message = "a claim needs content"
        raise InputError(message)


def _check_score(score: float) -> None:
    if not 0 <= score <= 1:
        message = f"a score lies between 0 and 1, not {score}"
        raise InputError(message)
