"""Which mentions in different reports are one source.

Takes two links (or a link and a report) and gives the reason why they are one source, None where nothing says so. How
closely a mention tells its source decides what it may be held the same with: a name only with that name, a description
or an unspecific mention (officials, channels, a state by its name or capital) with whatever it fits.
"""

from collections.abc import Callable, Mapping
from enum import IntEnum

from sayso.vocabulary import Link, LinkKind, Naming, Reason, Report, Role, Span
from sayso.vocabulary.names import NameRule, match_names
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.weighing.bodies import are_two_bodies, is_same_office
from sayso.weighing.source_names import SAME_NAME, is_named_within, is_written_alike, match_titles

# Parts of a link's reasons: what they tell of, and scores below which what they tell does not speak against.
SOFT_SIDE = 0.5
GUESSED = ("network", "guess", "nothing stated")
# The side of unnamed ones told from where they are: local media, residents of the region.
AREA = "area"
# What a reading says of names that stand for whatever body spoke: a state, an organisation of organisations.
FOR_ITS_BODIES = frozenset(("role: state", "role: umbrella"))

INTERNATIONAL = "INT"
AUTHORITIES = frozenset((Role.GOVERNMENT, Role.MILITARY))
AID = frozenset((Role.INTERNATIONAL, Role.CIVILIAN))
MEDIA_KINDS = frozenset((LinkKind.OUTLET, LinkKind.CHANNEL))
LEAST_NAME_SCORE = 0.5


class Closeness(IntEnum):
    """How closely a mention tells who its source is, from nobody in particular to a name."""

    NOBODY = 0
    UNSPECIFIC = 1
    DESCRIBED = 2
    NAMED = 3


def closeness_of(link: Link) -> Closeness:
    """Tell how closely a link tells its source."""
    if link.naming in (Naming.NAMED, Naming.PSEUDONYMOUS):
        return Closeness.UNSPECIFIC if is_state(link) else Closeness.NAMED
    if link.kind is LinkKind.GROUP or link.role is Role.MEDIA:
        return Closeness.UNSPECIFIC
    return Closeness.DESCRIBED


def is_state(link: Link) -> bool:
    """Tell whether a state, or a body of many bodies, is named and stands for whatever body of it spoke."""
    return link.naming is Naming.NAMED and any(reason.rule in FOR_ITS_BODIES for reason in link.reasons)


def is_medium(link: Link) -> bool:
    """Tell whether a link is an outlet, a channel, or media in general, who pass on what others say."""
    return link.kind in MEDIA_KINDS or link.role is Role.MEDIA


def find_same_name(one: Link, other: Link, words: tuple[tuple[str, Span], ...] = ()) -> Reason | None:
    """Two mentions name one source.

    The register knows both as one, or as one office where it is only guessed of which state; or it is one name, in
    other letters, shortened, or as an acronym, and sides do not speak against it.
    """
    if one.register and other.register and one.register != other.register:
        is_one = is_same_office(one.register, other.register) and is_of_no_other_side(one, other)
        return _reason("an office of a state that is only guessed", 0.6, words) if is_one else None
    if one.register and other.register:
        return _reason("one entry of the register of sources", 1.0, words)
    if not is_of_no_other_side(one, other):
        return None
    if LinkKind.PERSON in (one.kind, other.kind):
        return _same_person(one, other, words)
    rule = match_titles(one.name, other.name)
    return _reason(rule, 0.9, words) if rule else None


def find_outlet_of(link: Link, report: Report, words: tuple[tuple[str, Span], ...] = ()) -> Reason | None:
    """Cited outlet at hand: a source that is cited is the outlet of a report, which tells where it has it from."""
    if report.outlet is None or closeness_of(link) is not Closeness.NAMED:
        return None
    rule = match_titles(link.name, report.outlet)
    # A person may bear a part of an outlet's name, but not the whole of it.
    may_be = is_medium(link) or link.kind in (LinkKind.ORGANISATION, LinkKind.GROUP) or rule == SAME_NAME
    return _reason("the outlet of a report at hand", 0.9, words) if rule and may_be else None


def find_translation(one: Link, other: Link, words: tuple[tuple[str, Span], ...] = ()) -> Reason | None:
    """Two bodies of one role are named in different alphabets, so their names cannot be told apart.

    They are held the same rather than counted as two, where their sides are one or a side is not known.
    """
    if LinkKind.PERSON in (one.kind, other.kind) or one.kind in MEDIA_KINDS or other.kind in MEDIA_KINDS:
        return None
    if (one.register and other.register) or is_written_alike(one.name, other.name):
        return None
    is_told = is_of_no_other_side(one, other) and one.role is other.role is not Role.UNKNOWN
    return _reason("a body of one side and role, named in other letters", 0.6, words) if is_told else None


def find_fit(vague: Link, known: Link, words: tuple[tuple[str, Span], ...] = ()) -> Reason | None:
    """Unnamed source that fits: nothing in side, role or kind speaks against its being one that is known.

    Two bodies of one state that are known apart, such as a mayor and a rescue service, do not fit each other. What fits
    is held to be the same, and not counted as one more. The score is higher the more speaks for it.
    """
    is_open = is_of_no_other_side(vague, known) or _is_media_at_large(vague)
    is_open = is_open and not are_two_bodies(vague.register, known.register)
    if not (is_open and _roles_go(vague, known) and _kinds_go(vague, known)):
        return None
    likeness = (
        0.15 * (vague.role is known.role is not Role.UNKNOWN)
        + 0.15 * (vague.kind is known.kind)
        + 0.1 * (vague.side == known.side != UNKNOWN_SIDE)
        + 0.05 * (match_titles(vague.name, known.name) is not None)
    )
    rule = "a state, whose bodies speak for it" if is_state(vague) else "an unnamed source that fits"
    return _reason(rule, round(0.5 + likeness, 2), words)


def _is_media_at_large(link: Link) -> bool:
    """Tell whether a link is outlets without a name (`Western media`), who pass on what any side says."""
    return link.kind is LinkKind.OUTLET and link.naming is Naming.UNNAMED


def find_body_within(vague: Link, known: Link, words: tuple[tuple[str, Span], ...] = ()) -> Reason | None:
    """Body within the description: an unnamed source is described as one of a body that is named."""
    if (
        known.kind is LinkKind.PERSON
        or not is_named_within(known.name, vague.name)
        or not is_of_no_other_side(vague, known)
    ):
        return None
    return _reason("described as one of a body that is named", 0.95, words)


def is_office(vague: Link, known: Link) -> bool:
    """Tell whether an unnamed source and a named one are of one kind and role, and of authority, and of one side.

    Of a body that is named in other letters the side need only not be another.
    """
    if vague.kind is not known.kind or vague.role is not known.role or vague.role not in AUTHORITIES:
        return False
    is_foreign = vague.kind is LinkKind.ORGANISATION and not is_written_alike(vague.name, known.name)
    return vague.side == known.side != UNKNOWN_SIDE or (is_foreign and is_of_no_other_side(vague, known))


def are_apart(one: Link, other: Link) -> bool:
    """Tell whether two unnamed civilians are described in words that are not alike, so that two witnesses spoke."""
    are_witnesses = one.kind is other.kind is LinkKind.PERSON and one.role is other.role is Role.CIVILIAN
    return are_witnesses and is_written_alike(one.name, other.name) and match_titles(one.name, other.name) is None


def side_of(link: Link) -> str:
    """Give the party where it is known, else the side."""
    return link.party or link.side


def _same_person(one: Link, other: Link, words: tuple[tuple[str, Span], ...]) -> Reason | None:
    if one.kind is not other.kind:
        return None
    match = match_names(one.name, other.name)
    if match is None or match.score < LEAST_NAME_SCORE:
        return None
    is_short = match.rule is NameRule.SURNAME
    if is_short and not _roles_go(one, other):
        return None
    return _reason(match.rule.value, match.score, words)


def _reason(rule: str, score: float, words: tuple[tuple[str, Span], ...]) -> Reason:
    return Reason(rule=rule, score=score, words=words)


def is_of_no_other_side(one: Link, other: Link) -> bool:
    """Tell whether sides do not speak against: the same, or one not known or only guessed from a place."""
    if one.party and other.party:
        return one.party == other.party
    if (one.party and _is_government(other)) or (other.party and _is_government(one)):
        return False
    if one.side == other.side or UNKNOWN_SIDE in (one.side, other.side):
        return True
    return _is_soft(one, "side") or _is_soft(other, "side")


def _is_government(link: Link) -> bool:
    """Tell whether a link is a body of a state, which no party that is none can be."""
    return link.party is None and link.kind is LinkKind.ORGANISATION and link.role is Role.GOVERNMENT


def _roles_go(one: Link, other: Link) -> bool:
    """Tell whether roles do not speak against: alike, not known or guessed, or a medium that passes on."""
    roles = {_role_of(one), _role_of(other)}
    if len(roles) == 1 or Role.UNKNOWN in roles:
        return True
    if roles in (AUTHORITIES, AID) or _is_soft(one, "role") or _is_soft(other, "role"):
        return True
    return closeness_of(one) is Closeness.UNSPECIFIC and one.role is Role.MEDIA


def _role_of(link: Link) -> Role:
    return Role.INTERNATIONAL if link.role is Role.UNKNOWN and link.side == INTERNATIONAL else link.role


def _kinds_go(one: Link, other: Link) -> bool:
    """Tell whether kinds do not speak against: images and papers are papers, unless a body that speaks wrote them."""
    kinds = {one.kind, other.kind}
    if LinkKind.DOCUMENT not in kinds or len(kinds) == 1:
        return True
    paper, body = (one, other) if one.kind is LinkKind.DOCUMENT else (other, one)
    if is_medium(body):
        return True
    return paper.role is body.role is not Role.UNKNOWN and paper.side == body.side


def _is_soft(link: Link, what: str) -> bool:
    """Tell whether a link's side or role was only guessed, by its reasons; stated where it brings none."""
    told = [reason for reason in link.reasons if reason.rule.startswith(f"{what}: ")]
    guessed = GUESSED if link.naming is Naming.NAMED else (*GUESSED, AREA)
    return bool(told) and all(
        (what == "side" and reason.score < SOFT_SIDE) or reason.rule.removeprefix(f"{what}: ") in guessed
        for reason in told
    )


# What the names of reasons stand for; `match_titles` and the vocabulary's `NameRule` name those of one name.
SAYING: Mapping[str, Callable[..., Reason | None]] = {
    "one entry of the register of sources": find_same_name,
    "an office of a state that is only guessed": find_same_name,
    "the same name in other letters or with another ending": find_same_name,
    "an acronym of the name": find_same_name,
    "a part of the name": find_same_name,
    **{rule.value: find_same_name for rule in NameRule},
    "the outlet of a report at hand": find_outlet_of,
    "a body of one side and role, named in other letters": find_translation,
    "an unnamed source that fits": find_fit,
    "a state, whose bodies speak for it": find_fit,
    "described as one of a body that is named": find_body_within,
}
