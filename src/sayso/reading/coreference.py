"""Which mentions of a report mean the same source.

Takes phrases in the order of the text, sources and others, gives each its Entity. Names go together by their words and
by acronyms, `the minister` goes back to the last one so described, a pronoun to the best candidate before it, scored by
number, gender, kind, distance, being the last speaker and standing first in its sentence. Where nothing fits a phrase
is an entity of its own.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from sayso.knowledge import Gender, Number, Pronoun, Word, load_language
from sayso.knowledge.nations import Relation
from sayso.knowledge.people import Mark, Reference, Tie
from sayso.reading.antecedents import (
    BODIES,
    FARTHEST_NOUN,
    FARTHEST_SOURCE,
    MOST_LOOKED_AT,
    MOST_PARTS,
    Entity,
    Seen,
    agrees,
    score_antecedent,
)
from sayso.reading.bystanders import is_someone
from sayso.reading.evidence import SPOKEN_FOR, Said, gender_of, kind_of, role_of
from sayso.reading.naming import PRINTED, Part
from sayso.reading.phrase import Phrase, read_phrase
from sayso.reading.terms import NounAt, Range, Terms
from sayso.vocabulary import LinkKind, Role

# Nouns of these roles mean one sort of body and no other: a brigade is no ministry.
SPECIFIC = frozenset((Role.MILITARY, Role.GOVERNMENT, Role.CIVILIAN))


class Found(NamedTuple):
    """The entity of a phrase, and what led to it."""

    entity: Entity
    said: Said


class _Noun(NamedTuple):
    """What a noun tells of whom it means: whether they are several, and the sides that are named with it."""

    plural: bool
    sides: AbstractSet[str | None]


class Cast:
    """The entities of a report, gathered phrase by phrase."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.entities: list[Entity] = []
        self.seen: deque[Seen] = deque(maxlen=MOST_LOOKED_AT)
        self.by_key: dict[tuple[str, ...], Entity] = {}
        self.last_source: Entity | None = None
        self.sources: deque[Entity] = deque(maxlen=MOST_LOOKED_AT)
        self._words_of: dict[Range, tuple[str, ...]] = {}

    def add(self, phrase: Phrase, *, is_source: bool) -> Found:
        """Give the entity of a phrase; one of its own where it goes back to none."""
        found = self._find(phrase)
        entity = found.entity if found else self._make(phrase)
        if found and not phrase.pronoun:
            self._learn(entity, phrase)
        if not entity.owner and not phrase.pronoun:
            entity.owner = self._find_owner(phrase, entity)
        self._note(entity, phrase, is_source=is_source)
        return found or Found(entity, Said("", "entity: first mention", 1.0, phrase.range))

    def knows(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is somebody by its words, or bears a name that was given before."""
        name = phrase.core.name
        return is_someone(self.terms, phrase) or (name is not None and self._name_words(name) in self.by_key)

    def _find_owner(self, phrase: Phrase, entity: Entity) -> Entity | None:
        """Find whom a source belongs to: `his cousin`, `Orlan’s deputy`, `a spokesman for the office`."""
        core, head = phrase.core, phrase.core.head
        if core.owner:
            found = self._find_pronoun(core.owner, phrase)
            if found and head and head.row.role in SPECIFIC and found.entity.kind in PRINTED:
                found = self._person_before(found.entity)
        elif core.name is None and head:
            found = self._find_possessor(core, head) or self._find_body(core, head)
        else:
            return None
        if found is None and head and self.terms.marked(Mark.PEER, head.first, head.last):
            return self._last_person()
        return found.entity if found and found.entity is not entity else None

    def _person_before(self, medium: Entity) -> Found | None:
        """Give the last person who spoke instead of a medium, which has no commander and no brother."""
        one = self._last_person()
        found = one is not None and one is not medium and one.kind is LinkKind.PERSON
        return Found(one, Said("", "entity: pronoun", 0.5, one.parts[0].range)) if one and found else None

    def _last_person(self) -> Entity | None:
        """Give the last source that is no medium: who speaks of a colleague."""
        return next((one for one in reversed(self.sources) if one.kind not in PRINTED), None)

    def _find_possessor(self, core: Part, head: NounAt) -> Found | None:
        endings = self.terms.nations.spelling.possessives
        owned = [word for word in range(core.range[0], head.first) if self.terms.words[word].folded in endings]
        return self._find(read_phrase(self.terms, core.range[0], owned[-1])) if owned else None

    def _find_body(self, core: Part, head: NounAt) -> Found | None:
        joined = self.terms.relations.get(head.last)
        if joined is None or joined[1] is not Relation.OWNER or joined[0] >= core.range[1]:
            return None
        return self._find(read_phrase(self.terms, joined[0], core.range[1]))

    def _find(self, phrase: Phrase) -> Found | None:
        if phrase.pronoun:
            return self._find_pronoun(phrase.pronoun, phrase)
        if phrase.core.name:
            return self._find_name(phrase, phrase.core.name)
        return self._find_noun(phrase)

    def _make(self, phrase: Phrase) -> Entity:
        parts = [] if phrase.pronoun else list(phrase.parts)
        kind = LinkKind(kind_of(self.terms, phrase.parts).value)
        gender = gender_of(self.terms, phrase.parts)
        if phrase.pronoun:
            gender = phrase.pronoun.gender
            several = phrase.pronoun.number is Number.PLURAL
            kind = LinkKind.GROUP if several else LinkKind.PERSON
            kind = LinkKind.ORGANISATION if gender is Gender.NEUTER else kind
        entity = Entity(
            number=len(self.entities),
            parts=parts or [phrase.core],
            name=next((part.name for part in phrase.parts if part.name), None),
            title_range=phrase.core.range,
            kind=kind,
            gender=gender,
            plural=phrase.is_plural or kind is LinkKind.GROUP,
        )
        self.entities.append(entity)
        self._enter(entity)
        return entity

    def _enter(self, entity: Entity) -> None:
        name = entity.name
        if not name:
            return
        for key in (*self._keys(name, entity.kind), *self._acronym(name)):
            self.by_key[key] = entity
            entity.keys.add(key)

    def _keys(self, name: Range, kind: LinkKind) -> Iterator[tuple[str, ...]]:
        """Give the words a name is found again by: all, and for a person the first and the last."""
        words = self._name_words(name)
        yield words
        if kind is LinkKind.PERSON and len(words) > 1:
            yield words[-1:]
            yield words[:1]
            yield words[1:]

    def _name_words(self, name: Range) -> tuple[str, ...]:
        """Give the words of a name without endings; remembered, as each name is asked for by several rules."""
        found = self._words_of.get(name)
        if found is None:
            found = self._words_of[name] = self._bare_words(name)
        return found

    def _bare_words(self, name: Range) -> tuple[str, ...]:
        endings = self.terms.nations.spelling.possessives
        words = [word.folded for word in self.terms.words[slice(*name)] if word.written != "."]
        stem = self.terms.nations.spelling.stem
        return tuple([stem(word) for word in words if word not in endings])

    def _acronym(self, name: Range) -> Iterator[tuple[str, ...]]:
        """Give the acronym that stands in brackets behind a name."""
        words, end = self.terms.words, name[1]
        if end + 2 < len(words) and words[end].written == "(" and words[end + 2].written == ")":
            yield (words[end + 1].folded,)

    def _find_name(self, phrase: Phrase, name: Range) -> Found | None:
        words = self._name_words(name)
        entity = self.by_key.get(words)
        if entity is None and len(words) > 1:
            entity = self._find_longer(phrase, words)
        if entity is None and phrase.core.is_state:
            entity = self._find_government(name)
        if entity is None or self._clash(entity, phrase):
            return None
        return Found(entity, Said("", "entity: name", 0.9, name))

    def _find_longer(self, phrase: Phrase, words: tuple[str, ...]) -> Entity | None:
        """Find the person of whom only a part of the name was given before: `Hlyba`, then `Petro Hlyba`."""
        if kind_of(self.terms, phrase.parts).value != LinkKind.PERSON:
            return None
        entity = self.by_key.get(words[-1:]) or self.by_key.get(words[:1])
        if entity is None or entity.kind is not LinkKind.PERSON or entity.name is None:
            return None
        known = self._name_words(entity.name)
        return entity if len(known) == 1 and known[0] in words else None

    def _find_government(self, name: Range) -> Entity | None:
        """Find the government that a state or its seat stands for: `Yerevan` after `the Armenian government`."""
        side = self.terms.sides[name[0]]
        for entity in reversed(self.sources):
            part = entity.parts[0]
            if part.name and self.terms.marked(Mark.GOVERNMENT, part.name[1] - 1, part.name[1]):
                sides = {self.terms.sides[word] for word in range(*part.range)}
                if side in sides:
                    return entity
        return None

    def _clash(self, entity: Entity, phrase: Phrase) -> bool:
        gender = gender_of(self.terms, phrase.parts)
        return Gender.ANY not in {gender, entity.gender} and gender is not entity.gender

    def _learn(self, entity: Entity, phrase: Phrase) -> None:
        if len(entity.parts) < MOST_PARTS:
            entity.parts.extend(phrase.parts)
        name = phrase.core.name
        if name and (entity.name is None or len(self._name_words(name)) > len(self._name_words(entity.name))):
            entity.name = name
        if entity.gender is Gender.ANY:
            entity.gender = gender_of(self.terms, phrase.parts)
        self._enter(entity)

    def _find_noun(self, phrase: Phrase) -> Found | None:
        """Find whom `the minister`, `the other officer`, `the agency` goes back to."""
        opened, head = phrase.core.determiner, phrase.core.head
        if head and head.plural and opened and opened.number is Number.SINGULAR:
            return self._find_group(phrase, head)
        is_free = opened is None and phrase.core.owner is None
        bare = is_free and self.terms.language.head_first and not phrase.is_plural
        if (
            head is None
            or len(phrase.core.nouns) > 1
            or not (bare or (opened and opened.reference is not Reference.NEW))
        ):
            return None
        recent = dict.fromkeys(
            one.entity for one in self._recent(self.terms.sentence_of(phrase.range[0]), FARTHEST_NOUN)
        )
        other = opened is not None and opened.reference is Reference.OTHER
        last = self.last_source if other else None
        noun = self._read_noun(phrase)
        fitting = [entity for entity in recent if entity is not last and noun and self._is_like(entity, noun)]
        begun = phrase.core.range[0]
        modified = bare and any(self.terms.sides[word] is None for word in range(begun, head.first))
        called_by = (self._is_described,) if modified else (self._is_described, self._is_source_body, self._is_body)
        for called in called_by:
            for entity in fitting:
                if called(entity, head):
                    return Found(entity, Said("", "entity: noun", 0.8, phrase.core.range))
        if other:
            return self._find_other(phrase)
        if opened is not None and opened.reference is Reference.SAME:
            return self._find_same(phrase)
        return self._find_same_role(phrase, head)

    def _find_same(self, phrase: Phrase) -> Found | None:
        """Find the last person who spoke, whom `the same man` means, however described before."""
        fitting = (one for one in self.sources_back() if one.kind is LinkKind.PERSON and self._fits(one, phrase))
        one = next(fitting, None)
        return Found(one, Said("", "entity: the same", 0.6, phrase.core.range)) if one else None

    def _find_same_role(self, phrase: Phrase, head: NounAt) -> Found | None:
        """Find the last person in the role that a bare noun states: `the general` after Gen. Orlan."""
        if head.kind is not LinkKind.PERSON or head.row.role not in SPOKEN_FOR or self.last_source is None:
            return None
        one = self.last_source
        role = role_of(self.terms, one.parts, one.kind)
        same = one.name and role and role.value == head.row.role and one.kind is LinkKind.PERSON
        return (
            Found(one, Said("", "entity: role", 0.5, phrase.core.range)) if same and self._fits(one, phrase) else None
        )

    def _find_group(self, phrase: Phrase, head: NounAt) -> Found | None:
        """Find the group that one is out of: `one of the officials`."""
        if head.first - 1 not in self.terms.determiners:
            return None
        for one in self._recent(self.terms.sentence_of(phrase.range[0]), FARTHEST_SOURCE):
            like = self._is_described(one.entity, head) or self._both_informants(one.entity, head)
            if one.is_source and one.entity.plural and like:
                return Found(one.entity, Said("", "entity: one of them", 0.7, phrase.core.range))
        return None

    def _both_informants(self, entity: Entity, head: NounAt) -> bool:
        """Tell whether a noun and an entity are but two words for who told a medium something: `source`, `reader`."""
        told = self.terms.tied(Tie.INFORMANT, head.first, head.last)
        heads = (part.head for part in entity.parts)
        return told is not None and any(one and self.terms.tied(Tie.INFORMANT, one.first, one.last) for one in heads)

    def _find_other(self, phrase: Phrase) -> Found | None:
        """Find the one of two who did not speak last: `the other officer`."""
        for one in self.sources_back():
            if one is not self.last_source and self._fits(one, phrase) and one.kind is LinkKind.PERSON:
                return Found(one, Said("", "entity: the other", 0.6, phrase.core.range))
        return None

    def sources_back(self) -> Iterator[Entity]:
        """Give the sources from the last to the first, each once."""
        return iter(dict.fromkeys(reversed(self.sources)))

    def _fits(self, entity: Entity, phrase: Phrase) -> bool:
        """Tell whether an entity agrees in number with a noun that nothing stands behind, and in side."""
        noun = self._read_noun(phrase)
        return noun is not None and self._is_like(entity, noun)

    def _read_noun(self, phrase: Phrase) -> _Noun | None:
        """Give what a noun that nothing stands behind tells of whom it means; None where there is no such noun."""
        core = phrase.core
        rest = {word.folded for word in self.terms.words[core.head.last : core.range[1]]} if core.head else set()
        if core.head is None or not rest <= set(self.terms.nations.spelling.possessives):
            return None
        return _Noun(phrase.is_plural, {self.terms.sides[word] for word in range(*core.range)} - {None})

    def _is_like(self, entity: Entity, noun: _Noun) -> bool:
        return entity.plural is noun.plural and not (noun.sides and self._differs(entity, noun.sides))

    def _is_described(self, entity: Entity, head: NounAt) -> bool:
        """Tell whether an entity was described by a noun or a title, or its name ends in it."""
        noun = head.row.noun
        name = self.terms.words[slice(*entity.name)] if entity.name else ()
        if name and (name[-1].folded == noun or self._is_in_name(name, entity, head)):
            return True
        described = [part.head.row.noun for part in entity.parts if part.head]
        described += [part.title.row.title.lower() for part in entity.parts if part.title]
        return noun in described or any(word.endswith(" " + noun) for word in described)

    def _is_in_name(self, name: Sequence[Word], entity: Entity, head: NounAt) -> bool:
        """Tell whether a noun of one word is what a name begins with, or a word of a body's name with its capital."""
        if head.last - head.first != 1:
            return False
        written = self.terms.words[head.first].written
        is_capital = entity.kind in BODIES and not written.islower() and any(word.written == written for word in name)
        return is_capital or (self.terms.language.head_first and self._begins_with(name[0].folded, head))

    def _begins_with(self, word: str, head: NounAt) -> bool:
        """Tell whether the first word of a name is a form of a noun of one word: `Генштаб ВСУ` is a `генштаб`."""
        stem = self.terms.nations.spelling.stem
        return stem(word) == stem(self.terms.words[head.first].folded)

    def _is_source_body(self, entity: Entity, head: NounAt) -> bool:
        return entity in self.sources and self._is_body(entity, head)

    def _is_body(self, entity: Entity, head: NounAt) -> bool:
        """Tell whether an entity is a named body of the kind that a general noun means: `the agency` after Reuters."""
        opened = head.first - 1 in self.terms.determiners or self.terms.language.head_first
        if entity.name is None or not opened:
            return False
        if entity not in self.sources and not any(part.known for part in entity.parts):
            return False
        if head.row.role in SPECIFIC:
            return False
        means = _meanings(self.terms.language.code).get(head.row.noun, frozenset())
        known = [part.known.role for part in entity.parts if part.known]
        return any(
            kind is entity.kind and kind in BODIES and (not known or role in {known[0], Role.UNKNOWN})
            for kind, role in means
        )

    def _differs(self, entity: Entity, sides: AbstractSet[str | None]) -> bool:
        """Tell whether words before a noun name another side than the entity's."""
        return not sides <= {self.terms.sides[word] for part in entity.parts for word in range(*part.range)}

    def _recent(self, sentence: int, farthest: int) -> Iterator[Seen]:
        for one in reversed(self.seen):
            if sentence - one.sentence > farthest:
                return
            yield one

    def _find_pronoun(self, pronoun: Pronoun, phrase: Phrase) -> Found | None:
        at = phrase.range[0]
        sentence = self.terms.sentence_of(at)
        if self.terms.marked(Mark.EARLIER, *phrase.range):
            return self._find_earlier(phrase)
        several = self._is_of_several(phrase, pronoun)
        gendered = self.terms.language.gendered
        is_told = at > 0 and self.terms.words[at - 1].folded in self.terms.language.acts
        best: tuple[float, Seen] | None = None
        newest: set[int] = set()
        for one in self._recent(sentence, FARTHEST_SOURCE):
            hidden = self.terms.quoted[one.word] and not (one.is_source or self.terms.quoted[at])
            teller = is_told and one.is_subject and one.sentence == sentence and not self._owns(one)
            wrong = hidden or teller or (several and not one.entity.plural)
            if wrong or one.entity.number in newest or not agrees(one, pronoun, sentence, gendered):
                continue
            newest.add(one.entity.number)
            score = score_antecedent(one, pronoun, sentence, self.last_source)
            if score > 0 and (best is None or score > best[0]):
                best = score, one
        if best is None:
            return None
        return Found(best[1].entity, Said("", "entity: pronoun", min(1.0, best[0] / 2), (best[1].word, best[1].end)))

    def _owns(self, one: Seen) -> bool:
        """Tell whether what a sentence is about only belongs to a phrase: `Orlan’s visit`."""
        after = self.terms.words[one.end : one.end + 1]
        return any(word.folded in self.terms.nations.spelling.possessives for word in after)

    def _find_earlier(self, phrase: Phrase) -> Found | None:
        """Find the first of the last two sources."""
        two = [one for one in self.sources_back() if one.kind in {LinkKind.PERSON, LinkKind.ORGANISATION}][:2]
        return Found(two[-1], Said("", "entity: the earlier", 0.6, phrase.range)) if len(two) > 1 else None

    def _is_of_several(self, phrase: Phrase, pronoun: Pronoun) -> bool:
        """Tell whether one out of several is meant: `one of them`."""
        first, last = phrase.range
        if last - first == 1 or pronoun.number is Number.PLURAL:
            return False
        inner = self.terms.pronoun_at(last - 1, last)
        return inner is not None and inner[1].number is Number.PLURAL

    def _note(self, entity: Entity, phrase: Phrase, *, is_source: bool) -> None:
        first, last = phrase.range
        sentence = self.terms.sentence_of(first)
        begins = first == 0 or self.terms.sentence_of(first - 1) != sentence
        subject = begins or not any(word in self.terms.relations for word in range(max(0, first - 2), first))
        self.seen.append(Seen(entity, first, last, sentence, is_source, subject))
        if is_source:
            self.last_source = entity
            self.sources.append(entity)


@cache
def _meanings(code: str) -> Mapping[str, frozenset[tuple[LinkKind, Role]]]:
    """Give for the last word of each noun what it may mean: `agency` a body, or short for `news agency`."""
    means: dict[str, set[tuple[LinkKind, Role]]] = {}
    for row in load_language(code).roles.rows:
        for noun in {row.noun, row.noun.rsplit(maxsplit=1)[-1]}:
            means.setdefault(noun, set()).add((row.kind, row.role))
    return {noun: frozenset(found) for noun, found in means.items()}


def gather(terms: Terms, phrases: Sequence[tuple[Phrase, bool]]) -> list[Found | None]:
    """Give the entity of each phrase, in order, None for a name that is nobody's.

    Each phrase comes with whether it is a source.
    """
    cast = Cast(terms)
    return [
        cast.add(phrase, is_source=is_source) if is_source or cast.knows(phrase) else None
        for phrase, is_source in phrases
    ]
