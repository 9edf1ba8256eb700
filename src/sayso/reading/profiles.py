"""What is known of each entity: name, kind, naming, role, side, from its own words and from who stands around it.

Takes the words of a report and its entities, gives a Profile each. Its own words decide first; then whom it belongs to
(`his cousin`, `a spokesman for the office`), who wrote it, the network, and last where the report is set.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from sayso.knowledge.conflicts import load_armies, load_conflicts
from sayso.knowledge.nations import INTERNATIONAL, Relation
from sayso.knowledge.people import Mark, Reference, Tie
from sayso.knowledge.spellings import load_spellings
from sayso.reading.antecedents import Entity
from sayso.reading.attribution import Traits
from sayso.reading.base_name import base_name
from sayso.reading.evidence import PLACED, Said, is_public, kind_of, role_of, side_of
from sayso.reading.named import naming_of
from sayso.reading.naming import mention_of
from sayso.reading.terms import Range, Terms
from sayso.vocabulary import LinkKind, Naming, Role, Span
from sayso.vocabulary.claim import MEDIA_KINDS
from sayso.vocabulary.side import UNKNOWN_SIDE

KINDS = tuple(kind for kind in LinkKind if kind is not LinkKind.UNKNOWN)
ROLES = tuple(Role)
NAMINGS = tuple(naming for naming in Naming if naming is not Naming.UNKNOWN)
SURE = 0.5
# What the network wants to be before its word makes a name of the words for a body: `the city council`.
SURE_OF_NAME = 0.9
DEEPEST = 4
# What is of the home of a report's language where nothing tells its side: media and papers may come from anywhere.
AT_HOME = frozenset((LinkKind.PERSON, LinkKind.ORGANISATION, LinkKind.GROUP))
# What a soldier who no longer is one is beside a peer who is.
WATCHING = frozenset((Role.ANALYST, Role.MEDIA))
# Who is of the place a report is set in, unless something else is said.
LOCAL = frozenset((Role.CIVILIAN, Role.MILITARY, Role.GOVERNMENT))
# What a place near a source weighs for its side: by sentences before it, for a state instead of a town, for the town
# named first, and for each other one in the report. Tried on constructed.train-en.
NEAR = (1.0, 0.7, 0.5, 0.3)
STATE = 0.4
FIRST = 0.6
EACH = 0.15
AHEAD = 40
MOST_PLACES = 30
FARTHEST = 80
# How often a report names places of another state before its ministry may be that of this state.
OFTEN = 3
HOME_BODY = "side: home of the body"


@attrs.frozen(kw_only=True)
class Profile:
    """What is known of an entity, each with its reason."""

    name: str
    kind: Said
    naming: Said
    role: Said
    side: Said
    former: bool
    private: bool


class Profiles:
    """The profiles of a report's entities, made when first asked for; ``spoken``: the sources in order, by word."""

    def __init__(self, terms: Terms, spoken: Sequence[tuple[int, Entity]], shares: Mapping[int, Traits]) -> None:
        self.terms = terms
        self.spoken = spoken
        self.starts = [word for word, _ in spoken]
        self.shares = shares
        self.places = [word for word, _ in terms.places]
        self.everywhere = Counter(side for word, side in terms.places if word in terms.areas)
        self.grounds = Counter(side for _, side in terms.places)
        self.stated: Counter[str] = Counter()
        for one in {entity.number: entity for _, entity in spoken}.values():
            stated = side_of(terms, one.parts)
            role = role_of(terms, one.parts, one.kind)
            watches = one.kind in MEDIA_KINDS or (role is not None and role.value in WATCHING)
            if stated and stated.score > PLACED and not watches:
                self.stated[stated.value] += 1
        self.offices = [
            (terms.range_of(Span(start=start, end=end)), row.code)
            for start, end, row in terms.people.offices.find(terms.text)
        ]
        self.stated.update(code for _, code in self.offices)
        self.sided = [
            (word, side) for word, side in enumerate(terms.sides) if side is not None and word not in terms.grounds
        ]
        self.dateline = [place for place in terms.places if place[0] in terms.areas][:1]
        self._made: dict[int, Profile] = {}

    def of(self, entity: Entity, depth: int = 0) -> Profile:
        """Give the profile of an entity."""
        if entity.number not in self._made:
            self._made[entity.number] = self._make(entity, depth)
        return self._made[entity.number]

    def _make(self, entity: Entity, depth: int) -> Profile:
        parts = entity.parts
        shares = self.shares.get(entity.number, {})
        kind = kind_of(self.terms, parts)
        if kind.score < SURE:
            kind = _likeliest("kind", shares, KINDS, kind)
        other = self._other(entity, kind, depth)
        naming = self._naming(entity, kind, shares)
        role = self._role(entity, kind, other, shares)
        side = self._side(entity, kind, role, other)
        private = role.value == Role.CIVILIAN and kind.value == LinkKind.PERSON and naming.value == Naming.NAMED
        return Profile(
            name=self._name(entity, LinkKind(kind.value)),
            kind=kind,
            naming=naming,
            role=role,
            side=side,
            former=any(part.former for part in parts),
            private=private and not is_public(self.terms, parts),
        )

    def _naming(self, entity: Entity, kind: Said, shares: Traits) -> Said:
        """Tell how a source is named; whether words for a body stand for its name is a matter of use."""
        said = naming_of(self.terms, entity.parts, LinkKind(kind.value))
        opened = entity.parts[0].determiner
        if said.value != Naming.UNNAMED or kind.value != LinkKind.ORGANISATION:
            return said
        if opened is None or opened.reference is not Reference.DEFINITE:
            return said
        return _likeliest("naming", shares, NAMINGS, said, sure=SURE_OF_NAME)

    def _name(self, entity: Entity, kind: LinkKind) -> str:
        name = entity.name or entity.parts[0].range
        found = mention_of(self.terms, name)
        part = next((one for one in entity.parts if one.name == name), None)
        base = base_name(self.terms, part, name, found, kind, entity.gender) if part else None
        return " ".join((base or found.cut(self.terms.text)).split())

    def _other(self, entity: Entity, kind: Said, depth: int) -> Profile | None:
        """Give the profile of whom a source belongs to, or who wrote it."""
        if depth >= DEEPEST:
            return None
        other = entity.owner or (self._author(entity) if kind.value == LinkKind.DOCUMENT else None)
        return self.of(other, depth + 1) if other and other is not entity else None

    def _author(self, entity: Entity) -> Entity | None:
        """Give who wrote a document: the source named behind it in its sentence, else before it; no medium."""
        first = entity.parts[0].range[0]
        sentence = self.terms.sentence_of(first)
        at = bisect_left(self.starts, first)
        near = [*self.spoken[at : at + 3], *reversed(self.spoken[max(0, at - 2) : at])]
        for word, one in near:
            medium = one.kind in {LinkKind.OUTLET, LinkKind.CHANNEL, LinkKind.DOCUMENT}
            if one is not entity and not medium and self.terms.sentence_of(word) == sentence:
                return one
        return None

    def _role(self, entity: Entity, kind: Said, other: Profile | None, shares: Traits) -> Said:
        words = entity.parts[0].range
        stated = role_of(self.terms, entity.parts, LinkKind(kind.value))
        if stated and other and stated.value == Role.MILITARY and other.role.value in WATCHING:
            former = any(part.former for part in entity.parts)
            stated = other.role._replace(rule="role: belongs to", score=0.6) if former else stated
        if stated:
            return stated if stated.score > SURE else _likeliest("role", shares, ROLES, stated)
        if talks := self._tied(Tie.TALKS, entity):
            return Said(Role.GOVERNMENT, "role: at the talks", 0.5, talks)
        if other and other.role.value != Role.UNKNOWN and not self._is_told(entity, other):
            return other.role._replace(rule="role: belongs to", score=0.6)
        person = kind.value == LinkKind.PERSON and entity.name is not None
        guess = Said(Role.CIVILIAN if person else Role.UNKNOWN, "role: nothing stated", 0.3, words)
        return _likeliest("role", shares, ROLES, guess)

    def _side(self, entity: Entity, kind: Said, role: Said, other: Profile | None) -> Said:
        """Give the side by the first of those that tell it, what states it best first."""
        return next(self._sides(entity, kind, role, other))

    def _sides(self, entity: Entity, kind: Said, role: Said, other: Profile | None) -> Iterator[Said]:
        words = entity.parts[0].range
        stated = side_of(self.terms, entity.parts)
        if stated and stated.score > PLACED:
            yield stated
        if other and other.side.value != UNKNOWN_SIDE and not self._is_told(entity, other):
            yield other.side._replace(rule="side: belongs to", score=0.6)
        at_talks = self._tied(Tie.TALKS, entity) is not None
        yield from filter(None, (None if at_talks else stated, self._office(entity)))
        before = self._one_before(entity)
        if before and before.side.value != UNKNOWN_SIDE:
            yield before.side._replace(rule="side: another of them", score=0.5)
        if kind.value in MEDIA_KINDS and (
            spelled := load_spellings().side_of_name(self._name(entity, LinkKind(kind.value)))
        ):
            yield Said(spelled, "side: spelling of the name", 0.5, words)
        yield from filter(None, (self._home_body(entity),))
        if kind.value in AT_HOME and not self._is_guest(entity):
            yield from filter(None, (self._seat_behind(words),))
        if not self._is_guest(entity) and (_is_of_here(entity, kind, role) or self._is_local(entity)):
            yield from filter(None, (self._side_of_place(words, kind, role),))
        home = self.terms.language.homeland
        if home and kind.value in AT_HOME and not self._is_guest(entity):
            yield Said(home, "side: home of the language", 0.3, words)
        yield Said(UNKNOWN_SIDE, "side: nothing stated", 0.3, words)

    def _office(self, entity: Entity) -> Said | None:
        """Give the side of an office or title that one state alone has."""
        ranges = [part.range for part in entity.parts]
        ranges += [(part.title.first, part.title.last) for part in entity.parts if part.title]
        for words, code in self.offices:
            if any(first <= words[0] and words[1] <= last for first, last in ranges):
                return Said(code, "side: office", 0.7, words)
        return None

    def _one_before(self, entity: Entity) -> Profile | None:
        """Give who was so described before: a Russian blogger, then `another blogger`."""
        part = entity.parts[0]
        if part.name or part.head is None or part.determiner is None or part.determiner.reference is not Reference.NEW:
            return None
        at = bisect_left(self.starts, part.range[0])
        for _, one in self.spoken[max(0, at - 4) : at]:
            heads = {each.head.row.noun for each in one.parts if each.head}
            if one is not entity and part.head.row.noun in heads and one.number in self._made:
                return self._made[one.number]
        return None

    def _tied(self, tie: Tie, entity: Entity) -> Range | None:
        """Give the words that tie an entity, in what describes it."""
        found = (self.terms.tied(tie, *part.range) for part in entity.parts if part.range[0] < part.range[1])
        return next(filter(None, found), None)

    def _is_told(self, entity: Entity, other: Profile) -> bool:
        """Tell whether a source only told a medium something, and is none of its people: `a source of the agency`."""
        return other.kind.value in MEDIA_KINDS and self._tied(Tie.INFORMANT, entity) is not None

    def _home_body(self, entity: Entity) -> Said | None:
        """Give the home of the language for a body of a state that the words do not tell of: `в Минобороны`.

        Not where the report is set in a third state, whose own ministry is meant.
        """
        home, words = self.terms.language.home, self._tied(Tie.HOME, entity)
        if home is None or words is None:
            return None
        third = {side for side in self.grounds | self.stated if self._is_set_in(side)}
        return None if any(self._is_elsewhere(side, home) for side in third) else Said(home, HOME_BODY, 0.4, words)

    def _is_set_in(self, side: str) -> bool:
        """Tell whether a report is about a state: it names places of it again and again, or a source of it."""
        return side != INTERNATIONAL and (self.grounds[side] >= OFTEN or self.stated[side] > 0)

    def _seat_behind(self, words: Range) -> Said | None:
        """Give the side of the place right behind a source of no known role: `a source [in Kyiv]`."""
        joined = self.terms.relations.get(words[1])
        if joined is None or joined[1] is not Relation.PLACE or joined[0] >= len(self.terms.sides):
            return None
        side = self.terms.sides[joined[0]]
        return Said(side, "side: place", 0.4, (words[1], joined[0] + 1)) if side else None

    def _is_local(self, entity: Entity) -> bool:
        return any(self.terms.marked(Mark.LOCAL, *part.range) for part in entity.parts if part.range[0] < part.range[1])

    def _is_guest(self, entity: Entity) -> bool:
        """Tell whether a source is one who is often a stranger where he is: a diplomat, an aid worker."""
        joined = self.terms.relations
        return self._tied(Tie.TALKS, entity) is not None or any(
            word in joined and joined[word][1] is Relation.GUEST and self.terms.titles[word] is None
            for part in entity.parts
            for word in range(*part.range)
        )

    def _side_of_place(self, words: Range, kind: Said, role: Said) -> Said | None:
        """Give the side of the ground that the report is on where a source is named."""
        counted = self.everywhere if role.value == Role.CIVILIAN else self.everywhere + self.stated
        votes: dict[str, float] = {side: EACH * count for side, count in counted.items()}
        seen = dict(votes)
        near = [*self._near(words), *(() if role.value == Role.CIVILIAN else self._spoken_of(words))]
        for word, side, weight in near:
            seen[side] = word
            votes[side] = votes.get(side, 0.0) + weight
        votes.pop(INTERNATIONAL, None)
        if not votes:
            return None
        best = max(votes, key=lambda side: (votes[side], side))
        homeland = self.terms.language.homeland
        rules = homeland is not None and role.value == Role.GOVERNMENT
        if homeland and rules and not self._is_set_in(best) and self._is_elsewhere(best, homeland):
            return None
        word = int(seen[best]) if seen[best] in self.places else words[0]
        if role.value == Role.MILITARY and kind.value == LinkKind.ORGANISATION:
            best = load_armies().get(best, best)
        return Said(best, "side: place", 0.4, (word, word + 1))

    def _is_elsewhere(self, side: str, homeland: str) -> bool:
        """Tell whether a state is neither the home of a language nor one it is at war with."""
        return side != homeland and not load_conflicts().is_opposed(side, homeland)

    def _spoken_of(self, words: Range) -> Iterator[tuple[int, str, float]]:
        """Give the sides that the sentences up to a source speak of, no ground of theirs (`the Gallian president`)."""
        terms = self.terms
        sentence = terms.sentence_of(words[0])
        at = bisect_left(self.sided, (words[0], ""))
        for word, side in reversed(self.sided[max(0, at - FARTHEST) : at]):
            back = sentence - terms.sentence_of(word)
            if back >= len(NEAR) or word <= words[0] - FARTHEST:
                return
            yield word, side, NEAR[back] * STATE

    def _near(self, words: Range) -> Iterator[tuple[int, str, float]]:
        terms = self.terms
        sentence = terms.sentence_of(words[0])
        end = bisect_right(self.places, words[1] + AHEAD)
        for word, side in (*self.dateline, *terms.places[max(0, end - MOST_PLACES) : end]):
            back = sentence - terms.sentence_of(word)
            weight = NEAR[back] if 0 <= back < len(NEAR) else 0.0
            weight *= 1.0 if word in terms.areas else STATE
            weight += FIRST * ((word, side) in self.dateline)
            if weight:
                yield word, side, weight


def _is_of_here(entity: Entity, kind: Said, role: Said) -> bool:
    """Tell whether a source is likely one of the place a report is set in: by role, or a named person without one."""
    is_somebody = kind.value == LinkKind.PERSON and entity.name is not None
    return role.value in LOCAL or (is_somebody and role.value == Role.UNKNOWN)


def _likeliest(name: str, shares: Traits, values: Sequence[str], otherwise: Said, *, sure: float = SURE) -> Said:
    """Give the value that the network finds likeliest where it is sure enough."""
    found = shares.get(name, ())
    if len(found) != len(values) or max(found) < sure:
        return otherwise
    best = max(range(len(values)), key=found.__getitem__)
    return Said(values[best], f"{name}: network", found[best], otherwise.words)
