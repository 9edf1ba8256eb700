"""Who each source of a report is: name, kind, naming, role, side.

Takes a report's text and the spans that mention sources, gives one Identity each. Words decide before the network does:
register, titles and nouns, words of a side, what is said of the same source elsewhere, then where the report is set;
the network's shares come last.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

import attrs

from sayso.knowledge import Language
from sayso.reading.attribution import Traits
from sayso.reading.bystanders import find_bystanders
from sayso.reading.coreference import Entity, Found, gather
from sayso.reading.evidence import UNKNOWN_SIDE, Said, is_public, kind_of, naming_of, role_of, side_of
from sayso.reading.naming import Phrase, mention_of, read_phrase
from sayso.reading.terms import Terms, read_terms
from sayso.vocabulary import LinkKind, Naming, Reason, Role, Span

KINDS = tuple(kind for kind in LinkKind if kind is not LinkKind.UNKNOWN)
NAMINGS = tuple(naming for naming in Naming if naming is not Naming.UNKNOWN)
ROLES = tuple(Role)
SURE = 0.5
# Who is of the place a report is set in, unless something else is said.
LOCAL = frozenset((Role.CIVILIAN, Role.MILITARY, Role.GOVERNMENT))


@attrs.frozen(kw_only=True)
class Identity:
    """Who a mention is.

    ``mention`` is the bare name where there is one, else the whole noun phrase; ``name`` the fullest in the report.
    ``entity`` is the same number for the same source of a report. ``former``: the text says it no longer is what is
    named. ``private``: a civilian named who has no public function.
    """

    mention: Span
    name: str
    kind: LinkKind
    naming: Naming
    role: Role
    side: str
    entity: int
    former: bool
    private: bool
    reasons: tuple[Reason, ...]


@attrs.frozen(kw_only=True)
class _Profile:
    """What is known of an entity."""

    name: str
    kind: Said
    naming: Said
    role: Said
    side: Said
    former: bool
    private: bool


def identify_sources(
    report_id: str,
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Span],
    language: Language,
    *,
    traits: Mapping[Span, Traits] | None = None,
) -> tuple[Identity, ...]:
    """Tell who each mention is, in the order given. ``traits``: the network's shares at a mention, values in order."""
    if not mentions:
        return ()
    terms = read_terms(text, sentences, language)
    ranges = {span: terms.range_of(span) for span in mentions}
    sources = {span: read_phrase(terms, *words) for span, words in ranges.items() if words[0] < words[1]}
    others = find_bystanders(terms, [part.range for phrase in sources.values() for part in phrase.parts])
    ordered = sorted(
        [*((phrase, True) for phrase in sources.values()), *((phrase, False) for phrase in others)],
        key=lambda one: one[0].range,
    )
    found = gather(terms, ordered)
    by_phrase = {id(phrase): one for (phrase, _), one in zip(ordered, found, strict=True)}
    shares = {
        by_phrase[id(sources[span])].entity.number: one for span, one in (traits or {}).items() if span in sources
    }
    scene = _Scene(terms)
    profiles: dict[int, _Profile] = {}
    for phrase in sources.values():
        entity = by_phrase[id(phrase)].entity
        if entity.number not in profiles:
            profiles[entity.number] = _profile(terms, entity, scene, shares.get(entity.number, {}))
    return tuple(_identity(report_id, terms, sources.get(span), span, by_phrase, profiles) for span in mentions)


def _identity(
    report_id: str,
    terms: Terms,
    phrase: Phrase | None,
    span: Span,
    found: Mapping[int, Found],
    profiles: Mapping[int, _Profile],
) -> Identity:
    if phrase is None:
        return _nobody(terms.text, span)
    one = found[id(phrase)]
    profile = profiles[one.entity.number]
    said = (one.said, profile.kind, profile.naming, profile.role, profile.side)
    return Identity(
        mention=mention_of(terms, phrase),
        name=profile.name,
        kind=LinkKind(profile.kind.value),
        naming=Naming(profile.naming.value),
        role=Role(profile.role.value),
        side=profile.side.value,
        entity=one.entity.number,
        former=profile.former,
        private=profile.private,
        reasons=tuple(
            Reason(rule=each.rule, score=each.score, words=((report_id, terms.span_of(*each.words)),))
            for each in said
            if each.words[0] < each.words[1]
        ),
    )


def _nobody(text: str, span: Span) -> Identity:
    """Give what can be said of a mention without a word in it."""
    return Identity(
        mention=span,
        name=" ".join(span.cut(text).split()) or "?",
        kind=LinkKind.UNKNOWN,
        naming=Naming.UNNAMED,
        role=Role.UNKNOWN,
        side=UNKNOWN_SIDE,
        entity=-1,
        former=False,
        private=False,
        reasons=(),
    )


def _profile(terms: Terms, entity: Entity, scene: "_Scene", shares: Traits) -> _Profile:
    parts = entity.parts
    kind = kind_of(terms, parts)
    if kind.score < SURE:
        kind = _likeliest("kind", shares, KINDS, kind)
    naming = naming_of(parts)
    words = parts[0].range
    role = role_of(terms, parts, LinkKind(kind.value)) or _likeliest(
        "role", shares, ROLES, _guess_role(terms, entity, kind, words)
    )
    side = side_of(terms, parts) or scene.side_of(entity, role)
    civilian = role.value == Role.CIVILIAN and kind.value == LinkKind.PERSON
    return _Profile(
        name=_name(terms, entity),
        kind=kind,
        naming=naming,
        role=role,
        side=side,
        former=any(part.former for part in parts),
        private=civilian and naming.value == Naming.NAMED and not is_public(terms, parts),
    )


def _name(terms: Terms, entity: Entity) -> str:
    part = entity.parts[0]
    phrase = Phrase(range=part.range, core=attrs.evolve(part, name=entity.name), beside=())
    return " ".join(mention_of(terms, phrase).cut(terms.text).split())


def _guess_role(terms: Terms, entity: Entity, kind: Said, words: tuple[int, int]) -> Said:
    if kind.value == LinkKind.PERSON and entity.name:
        return Said(Role.CIVILIAN, "role: nothing stated", 0.3, words)
    if entity.owner:
        said = role_of(terms, entity.owner.parts, entity.owner.kind)
        if said:
            return said
    return Said(Role.UNKNOWN, "role: nothing stated", 0.3, words)


def _likeliest(name: str, shares: Traits, values: Sequence[str], otherwise: Said) -> Said:
    """Give the value that the network finds likeliest where it is sure enough."""
    found = shares.get(name, ())
    if len(found) != len(values) or max(found) < SURE:
        return otherwise
    best = max(range(len(values)), key=found.__getitem__)
    return Said(values[best], f"{name}: network", found[best], otherwise.words)


class _Scene:
    """Where a report is set: the places it names, and the side of most of them."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.places = terms.places
        self.words = [word for word, _ in terms.places]
        common = Counter(side for _, side in terms.places).most_common(1)
        self.most = common[0][0] if common else UNKNOWN_SIDE

    def side_of(self, entity: Entity, role: Said) -> Said:
        """Give the side of the one a source belongs to, or of the place named last before it."""
        words = entity.parts[0].range
        if entity.owner:
            stated = side_of(self.terms, entity.owner.parts)
            return stated or self.side_of(entity.owner, role)
        if role.value not in LOCAL:
            return Said(UNKNOWN_SIDE, "side: nothing stated", 0.3, words)
        at = bisect_left(self.words, words[0])
        if not self.places:
            return Said(UNKNOWN_SIDE, "side: nothing stated", 0.3, words)
        word, side = self.places[max(0, at - 1)]
        return Said(side, "side: place", 0.4, (word, word + 1))
