"""Who each source of a report is: name, kind, naming, role, side.

Takes a report's text and the spans that mention sources, gives one Identity each. Words decide before the network does:
register, titles and nouns, words of a side, what is said of the same source elsewhere, then where the report is set;
the network's shares come last.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from statistics import fmean

import attrs

from sayso.knowledge import Language
from sayso.knowledge.people import Mark
from sayso.reading.attribution import Traits
from sayso.reading.bystanders import find_bystanders, find_inside
from sayso.reading.coreference import Found, gather
from sayso.reading.naming import mention_of
from sayso.reading.phrase import Phrase, read_phrase
from sayso.reading.profiles import Profile, Profiles
from sayso.reading.terms import Terms, read_terms
from sayso.vocabulary import LinkKind, Naming, Reason, Role, Span
from sayso.vocabulary.side import UNKNOWN_SIDE


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


def identify_people(
    report_id: str,
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Span],
    language: Language,
    *,
    traits: Mapping[Span, Traits] | None = None,
) -> tuple[tuple[Identity, ...], tuple[Span, ...]]:
    """Tell who each mention is, in the order given, and where private persons are named who are no sources.

    ``traits``: the network's shares at a mention, values in order. Those who are no sources are victims and relatives.
    """
    terms = read_terms(text, sentences, language)
    sources = _read_sources(terms, mentions)
    found, others = _gather(terms, sources)
    shares = _share_out(sources, found, traits or {})
    spoken = [(phrase.range[0], found[id(phrase)].entity) for phrase in sources.values()]
    profiles = Profiles(terms, spoken, shares)
    identities = tuple(
        _identity(report_id, terms, sources[span], found[id(sources[span])], profiles)
        if span in sources
        else _nobody(text, span)
        for span in mentions
    )
    cited = {one.entity for one in identities}
    return identities, tuple(_find_private(terms, others, found, profiles, cited))


def _share_out(
    sources: Mapping[Span, Phrase], found: Mapping[int, Found], traits: Mapping[Span, Traits]
) -> dict[int, Traits]:
    """Give each entity the mean of the network's shares at its mentions."""
    every: dict[int, list[Traits]] = {}
    for span, phrase in sources.items():
        if traits.get(span):
            every.setdefault(found[id(phrase)].entity.number, []).append(traits[span])
    return {number: _mean_of(shares) for number, shares in every.items()}


def _mean_of(shares: Sequence[Traits]) -> Traits:
    if len(shares) == 1:
        return shares[0]
    names = set.intersection(*(set(one) for one in shares))
    return {name: tuple(map(fmean, zip(*(one[name] for one in shares), strict=True))) for name in names}


def _find_private(
    terms: Terms, others: Sequence[Phrase], found: Mapping[int, Found], profiles: Profiles, cited: AbstractSet[int]
) -> Iterator[Span]:
    """Give where people are named whom a noun calls civilians (`her husband, Petro`) and who are cited nowhere."""
    for phrase in others:
        one = found.get(id(phrase))
        if one is None or phrase.core.name is None or one.entity.number in cited:
            continue
        profile = profiles.of(one.entity)
        if profile.private and profile.role.rule == "role: noun":
            yield mention_of(terms, phrase.core.name)


def _read_sources(terms: Terms, mentions: Sequence[Span]) -> dict[Span, Phrase]:
    """Read each mention that has a word in it."""
    ranges = {span: terms.range_of(span) for span in sorted(set(mentions), key=lambda one: (one.start, one.end))}
    return {span: read_phrase(terms, *words) for span, words in ranges.items() if words[0] < words[1]}


def _gather(terms: Terms, sources: Mapping[Span, Phrase]) -> tuple[dict[int, Found], list[Phrase]]:
    """Give the entity of each phrase, sources and others, by the identity of the phrase; and the others in order."""
    taken = [part.range for phrase in sources.values() for part in phrase.parts]
    phrases = [(phrase, True) for phrase in sources.values()]
    phrases += [(phrase, False) for phrase in find_bystanders(terms, taken)]
    phrases += [(phrase, False) for one, _ in tuple(phrases) for phrase in find_inside(terms, one)]
    phrases.sort(key=lambda one: one[0].range)
    found = zip(phrases, gather(terms, phrases), strict=True)
    return {id(phrase): one for (phrase, _), one in found if one}, [phrase for phrase, cited in phrases if not cited]


def _identity(report_id: str, terms: Terms, phrase: Phrase, found: Found, profiles: Profiles) -> Identity:
    profile = profiles.of(found.entity)
    said = (found.said, profile.kind, profile.naming, profile.role, profile.side)
    return Identity(
        mention=mention_of(terms, phrase.core.name or phrase.core.range),
        name=profile.name,
        kind=LinkKind.PERSON if _is_one_of(terms, phrase, profile) else LinkKind(profile.kind.value),
        naming=Naming(profile.naming.value),
        role=Role(profile.role.value),
        side=profile.side.value,
        entity=found.entity.number,
        former=profile.former,
        private=profile.private,
        reasons=tuple(
            Reason(rule=each.rule, score=each.score, words=((report_id, terms.span_of(*each.words)),))
            for each in said
            if each.words[0] < each.words[1]
        ),
    )


def _is_one_of(terms: Terms, phrase: Phrase, profile: Profile) -> bool:
    """Tell whether a mention is of one out of a group: `one of them`, `one of its lawyers`."""
    marked = terms.marked(Mark.ONE_OF, *phrase.range)
    return profile.kind.value == LinkKind.GROUP and marked is not None and marked[0] == phrase.range[0]


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
