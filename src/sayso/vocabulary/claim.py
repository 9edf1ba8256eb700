"""Who says what: attributions as the text marks them, claims, and the chain of links behind each."""

import re
from enum import StrEnum

import attrs

from sayso.errors import InputError
from sayso.vocabulary.event import Event
from sayso.vocabulary.report import Span

SIDE = re.compile("[A-Z]{2}|INT|unknown")


class ClaimKind(StrEnum):
    """How the words of a claim stand in the report: all, none or part of them in quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the origin does with the claim; ``unknown`` where the reader cannot tell."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    PREDICTS = "predicts"
    INTENDS = "intends"
    OPINES = "opines"
    ASKS = "asks"
    UNKNOWN = "unknown"


class LinkKind(StrEnum):
    """What a source is; ``unknown`` where the reader cannot tell."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    CHANNEL = "channel"
    DOCUMENT = "document"
    GROUP = "group"
    UNKNOWN = "unknown"


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


@attrs.frozen(kw_only=True)
class Link:
    """One source of a chain.

    ``mention`` is where it is named here, ``name`` its fullest name in the report, ``side`` the ISO 3166-1 alpha-2 code
    of the state it speaks for, ``INT`` for international bodies, or ``unknown``.
    """

    mention: Span
    name: str
    kind: LinkKind
    naming: Naming
    role: Role
    side: str

    def __attrs_post_init__(self) -> None:
        if not self.name:
            message = f"the source at {self.mention.start}, {self.mention.end} has no name"
            raise InputError(message)
        if not SIDE.fullmatch(self.side):
            message = f"source {self.name}: a side is two capitals, INT or unknown, not {self.side!r}"
            raise InputError(message)


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
    report says it in its own voice (``indirect``) or quotes words whose source it does not state (``direct``); with a
    cue but no chain it is agentless (`it was reported`). ``hedged``, ``act`` and ``score`` are None where nothing in
    the text bears on them.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    kind: ClaimKind
    chain: tuple[Link, ...]
    stance: Stance
    hedged: bool | None = None
    event: Event | None = None
    act: Act | None = None
    score: float | None = None

    def __attrs_post_init__(self) -> None:
        _check_content(self.content)
        if self.score is not None:
            _check_score(self.score)

    @property
    def is_own_voice(self) -> bool:
        """Whether the report says it itself, naming no source, no cue and quoting nobody."""
        return not self.chain and not self.cue and self.kind is ClaimKind.INDIRECT

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
