"""What the parts of a phrase say of a source: kind, role, side, gender, and whether it is private.

Takes the parts that describe one source, gives the value with the rule that spoke and its words. Titles and nouns come
before guesses; a word whose role is unknown (`spokesman`) takes that of the body it stands with.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.knowledge import Gender, Number
from sayso.knowledge.declension import load_declension
from sayso.knowledge.nations import Relation, SideRule
from sayso.knowledge.people import GenderOf, Mark, Reference, Tie
from sayso.reading.naming import Part, is_quoted
from sayso.reading.phrase import LONGEST_APPOSITION
from sayso.reading.terms import HANDLE, STOPS, NounAt, Range, Terms
from sayso.vocabulary import LinkKind, Relay, Role, Span
from sayso.vocabulary.claim import MEDIA_KINDS
from sayso.vocabulary.side import UNKNOWN_SIDE

# The words before a name by which something is forwarded from it.
LONGEST_SENDING = 3
# Roles that who works for a body takes from it; who went to a school is no teacher.
SPOKEN_FOR = frozenset((Role.GOVERNMENT, Role.MILITARY, Role.ANALYST, Role.INTERNATIONAL))
LONGEST_PERSON = 5
PLACED = 0.5


class Said(NamedTuple):
    """A value, the rule that gave it, how sure the rule is (0 to 1), and the words it rests on."""

    value: str
    rule: str
    score: float
    words: Range


def _is_own(part: Part, parts: Sequence[Part]) -> bool:
    """Tell whether a known name is the source itself and no body that somebody with a name belongs to or speaks of."""
    return part is parts[0] or not parts[0].name


def _tells(terms: Terms, part: Part, parts: Sequence[Part]) -> bool:
    """Tell whether a part is a clause that tells of somebody with a name: `Ada Reed, who studies their army`."""
    joined = terms.relations.get(part.range[0])
    return part is not parts[0] and bool(parts[0].name) and joined is not None and joined[1] is Relation.CLAUSE


def kind_of(terms: Terms, parts: Sequence[Part]) -> Said:
    """Tell what kind of source is meant."""
    return next(_kinds(terms, parts))


def _kinds(terms: Terms, parts: Sequence[Part]) -> Iterator[Said]:
    for part in parts:
        name = part.name or part.range
        if part.known and part.name and _is_own(part, parts):
            yield Said(part.known.kind, "kind: register", 1.0, name)
        if part.title and part.name:
            yield Said(LinkKind.PERSON, "kind: title", 0.95, (part.title.first, part.title.last))
        if part.pseudonym and terms.words[name[0]].written != HANDLE:
            yield Said(LinkKind.PERSON, "kind: pseudonym", 0.9, name)
        if part.is_state or part.is_institution:
            yield Said(LinkKind.ORGANISATION, "kind: state", 0.9, name)
    named = next((part for part in parts if part.name), None)
    if named and named.name:
        yield from _kinds_of_named(terms, named, named.name, parts)
    for part in parts:
        if part.is_people:
            yield Said(LinkKind.GROUP, "kind: people", 0.9, part.range)
        if part.head and not _is_joined(terms, part):
            yield Said(_counted(part, part.head), "kind: noun", 0.9, part.head[:2])
    yield _guess_kind(terms, named, parts[0].range)


def _sender_before(terms: Terms, name: Range) -> Range | None:
    """Give the words right before a name that say something was forwarded from it."""
    first = max(0, name[0] - LONGEST_SENDING)
    if first == name[0]:
        return None
    for start, end, row in terms.language.relays.find(terms.text, terms.starts[first], terms.words[name[0] - 1].end):
        if row.relay is Relay.FORWARDED and row.after == "B" and end == terms.words[name[0] - 1].end:
            return terms.range_of(Span(start=start, end=end))
    return None


def _kinds_of_named(terms: Terms, named: Part, name: Range, parts: Sequence[Part]) -> Iterator[Said]:
    """Give the kinds that the nouns before, within and beside a name state."""
    if named.head and named.head.last <= name[0]:
        yield Said(_single(named.head), "kind: noun", 0.9, named.head[:2])
    tail = terms.nouns[name[1] - 1]
    if tail and tail.last == name[1] and tail.first > name[0]:
        kind = LinkKind.OUTLET if tail.kind is LinkKind.DOCUMENT else _single(tail)
        yield Said(kind, "kind: noun in the name", 0.8, tail[:2])
    for part in parts:
        if part is not named and part.head and not _is_joined(terms, part):
            yield Said(_single(part.head), "kind: apposition", 0.85, part.head[:2])
    if sent := _sender_before(terms, name):
        yield Said(LinkKind.CHANNEL, "kind: forwarded from", 0.8, sent)


def _is_joined(terms: Terms, part: Part) -> bool:
    """Tell whether a part begins with a word that joins it to what stands before: `of a think tank`."""
    joined = terms.relations.get(part.range[0])
    return joined is not None and joined[1] in STOPS


def _counted(part: Part, noun: NounAt) -> LinkKind:
    """Give the kind of what a noun and a number before it mean: `два водителя` are several, however the noun ends."""
    several = part.determiner is not None and part.determiner.number is Number.PLURAL
    return noun.row.plural_kind if several and part.name is None else noun.kind


def _single(noun: NounAt) -> LinkKind:
    """Give the kind of one out of a group: `one of the lawmakers, Park`."""
    return noun.row.kind


def _guess_kind(terms: Terms, named: Part | None, words: Range) -> Said:
    if named is None or named.name is None:
        return Said(LinkKind.PERSON, "kind: guess", 0.3, words)
    first, last = named.name
    if terms.words[first].written == HANDLE:
        return Said(LinkKind.CHANNEL, "kind: handle", 0.7, named.name)
    written = terms.words[first].written
    if last - first > 1 and terms.marked(Mark.MEDIUM, last - 1, last):
        return Said(LinkKind.OUTLET, "kind: name of a medium", 0.6, named.name)
    acronym = last - first == 1 and written.isupper() and len(written) > 1
    opened = named.determiner is not None and named.determiner.reference is Reference.DEFINITE
    if acronym or opened or last - first > LONGEST_PERSON:
        return Said(LinkKind.ORGANISATION, "kind: guess", 0.5, named.name)
    quoted = is_quoted(terms, named.name)
    return Said(LinkKind.CHANNEL if quoted else LinkKind.PERSON, "kind: guess", 0.4, named.name)


def role_of(terms: Terms, parts: Sequence[Part], kind: LinkKind) -> Said | None:
    """Tell in what role a source speaks; None where nothing says."""
    found = list(_roles(terms, parts))
    if kind in {LinkKind.OUTLET, LinkKind.CHANNEL}:
        found = [one for one in found if one.rule == "role: register"] or [
            Said(Role.MEDIA, "role: medium", 0.9, parts[0].range)
        ]
    if not found:
        return None
    if any(part.former for part in parts):
        return _role_of_former(found)
    if found[0].value == Role.CIVILIAN and found[0].rule == "role: noun":
        return next((one for one in found if one.rule == "role: noun" and one.value != Role.CIVILIAN), found[0])
    return found[0]


def _role_of_former(found: Sequence[Said]) -> Said:
    """Take what somebody is before what he was; who was a soldier and writes of war is an analyst."""
    now = [one for one in found if one.value != Role.MILITARY and one.rule == "role: noun"]
    if not now:
        return found[0]
    if now[0].value == Role.MEDIA and len(now) < len(found):
        return now[0]._replace(value=Role.ANALYST, rule="role: former soldier in the media")
    return now[0]


def _roles(terms: Terms, parts: Sequence[Part]) -> Iterator[Said]:
    for part in parts:
        if part.known and part.name and _is_own(part, parts):
            yield Said(part.known.role, "role: register", 1.0, part.name)
        elif part.is_state:
            yield Said(Role.GOVERNMENT, "role: state", 0.9, part.name or part.range)
        elif part.is_people:
            definite = part.determiner is not None and part.determiner.reference is Reference.DEFINITE
            yield Said(Role.GOVERNMENT if definite else Role.CIVILIAN, "role: people", 0.6, part.range)
        if part.title and part.title.row.role is not Role.UNKNOWN:
            yield Said(part.title.row.role, "role: title", 0.9, part.title[:2])
    for part in parts:
        yield from _roles_of_nouns(terms, part)
    yield from _roles_of_clause(terms, parts)
    for part in parts:
        tail = terms.nouns[part.name[1] - 1] if part.name else None
        if tail and tail.row.role is not Role.UNKNOWN:
            yield Said(tail.row.role, "role: noun in the name", 0.8, tail[:2])


def _roles_of_clause(terms: Terms, parts: Sequence[Part]) -> Iterator[Said]:
    """Give the role of the body in what is told of somebody behind the name: `Orlan, who commands a unit`."""
    for part in parts:
        end = part.name[1] if part.name else len(terms.words)
        comma = end < len(terms.words) and terms.words[end].written == ","
        joined = terms.relations.get(end + 1) if comma else None
        if joined and joined[1] is Relation.CLAUSE:
            clause = next(terms.parts(end + 1, min(len(terms.words), end + 1 + LONGEST_APPOSITION)), (0, 0))
            for word in range(*clause):
                noun = terms.nouns[word]
                if noun and noun.first == word and noun.kind is LinkKind.ORGANISATION and noun.row.role in SPOKEN_FOR:
                    yield Said(noun.row.role, "role: clause", 0.5, noun[:2])


def _roles_of_nouns(terms: Terms, part: Part) -> Iterator[Said]:
    """Give the role of the head of a part; that of the body beside it where the head has none."""
    rest = list(_behind(terms, part)) if part.name is None or terms.language.head_first else []
    heads = [noun for noun in ((part.head,) if part.head else ()) if noun.row.role is not Role.UNKNOWN]
    within = part.name is None or (terms.language.head_first and part.head and part.name[0] >= part.head.last)
    kind = part.head and (part.head.kind if terms.language.head_first else part.head.row.kind)
    if within and kind is LinkKind.GROUP:
        bodies = [noun for noun in rest if noun.row.kind is LinkKind.ORGANISATION and noun.row.role in SPOKEN_FOR]
        heads = bodies or heads
    if heads and heads[0].row.role is Role.GOVERNMENT and part.name is None:
        heads = [noun for noun in part.nouns[:-1] if noun.row.role is Role.MILITARY] or heads
    for noun in heads:
        yield Said(noun.row.role, "role: noun", 0.9, noun[:2])
    if part.former:
        for noun in rest:
            if noun.row.role is not Role.UNKNOWN and noun.kind is LinkKind.PERSON:
                yield Said(noun.row.role, "role: noun", 0.7, noun[:2])
    if not heads and (part.head or _is_joined(terms, part)):
        yield from _roles_of_body(terms, part, (*reversed(part.nouns[:-1]), *rest))


def _roles_of_body(terms: Terms, part: Part, nouns: Iterable[NounAt]) -> Iterator[Said]:
    """Give the role of the body that somebody speaks for: a noun, a source of the register, a state."""
    told = terms.tied(Tie.INFORMANT, *part.range) is not None
    for noun in nouns:
        is_body = noun.row.kind is not LinkKind.GROUP and not (told and noun.row.kind in MEDIA_KINDS)
        if is_body and noun.row.role is not Role.UNKNOWN:
            yield Said(noun.row.role, "role: body", 0.8, noun[:2])
    for word in range(part.range[0], part.name[0] if part.name else part.range[1]):
        known = terms.known[word]
        if known and known.first == word and not (told and known.row.kind in MEDIA_KINDS):
            yield Said(known.row.role, "role: body", 0.8, known[:2])
        if terms.sides[word] and _is_owner(terms, word, part.range[0]):
            yield Said(Role.GOVERNMENT, "role: of a state", 0.7, (word, word + 1))


def _is_owner(terms: Terms, word: int, first: int) -> bool:
    """Tell whether a state is what the words before it belong to: `the head of France`, `глава Франции`."""
    if terms.language.head_first and word > first and not any(at in terms.relations for at in range(first, word)):
        return True
    joined = terms.relations.get(word - 1) or (terms.relations.get(word - 2) if word - 1 in terms.determiners else None)
    return word > first and joined is not None and joined[1] is Relation.OWNER


def _behind(terms: Terms, part: Part) -> Iterator[NounAt]:
    word = part.head.last if part.head else part.range[0]
    while word < part.range[1]:
        noun = terms.nouns[word]
        if noun and noun.first >= word:
            yield noun
        word = noun.last if noun else word + 1


def side_of(terms: Terms, parts: Iterable[Part]) -> Said | None:
    """Tell which side the words of the parts state; None where they state none."""
    parts = tuple(parts)
    for part in parts:
        if part.known and part.name and _is_own(part, parts):
            return Said(part.known.side, "side: register", 1.0, part.name)
    for part in parts:
        tells = _tells(terms, part, parts)
        if part.range[0] < part.range[1]:
            stated = terms.nations.side_of(terms.text_of(*part.range))
            if stated and (not tells or stated.rule is SideRule.PLACE):
                score = PLACED if stated.rule is SideRule.PLACE else 0.9
                return Said(stated.side, f"side: {stated.rule}", score, part.range)
            if tells and (seat := _side_of_seat(terms, part)):
                return seat
        known = next((one for one in terms.known[slice(*part.range)] if one), None)
        told = (
            known is not None and known.row.kind in MEDIA_KINDS and terms.tied(Tie.INFORMANT, *part.range) is not None
        )
        if known and not tells and not told and known.row.side != UNKNOWN_SIDE:
            return Said(known.row.side, "side: body", 0.8, known[:2])
    return None


def _side_of_seat(terms: Terms, part: Part) -> Said | None:
    """Give the side of the body somebody works at: `who studies their army at a think tank in Oslo`."""
    for word in range(*part.range):
        noun, joined = terms.nouns[word], terms.relations.get(word)
        at = joined is not None and joined[1] is Relation.PLACE
        bodies = (one for one in terms.nouns[word : part.range[1]] if one and one.kind is LinkKind.ORGANISATION)
        if at and noun is None and next(bodies, None):
            stated = terms.nations.side_of(terms.text_of(word + 1, part.range[1]))
            if stated:
                return Said(stated.side, "side: of the body", 0.7, (word, part.range[1]))
    return None


def gender_of(terms: Terms, parts: Sequence[Part]) -> Gender:
    """Tell a man from a woman by words that describe them, then by the given name."""
    for part in parts:
        for word in range(*part.range):
            row = terms.genders.get(word)
            if row and row.of is GenderOf.WORD:
                return row.gender
    for part in parts:
        given = terms.genders.get(part.name[0]) if part.name else None
        if given and part.name and not _is_of_both(terms, part.name[0]):
            return given.gender
    return Gender.ANY


def _is_of_both(terms: Terms, word: int) -> bool:
    """Tell whether a given name may be a form of a man's and of a woman's: `Александра`."""
    names = load_declension(terms.language.code).given.get(terms.words[word].folded, ())
    return len({gender for _, gender in names}) > 1


def is_public(terms: Terms, parts: Sequence[Part]) -> bool:
    """Tell whether a civilian has a function that makes him speak for more than himself."""
    return any(
        terms.marked(Mark.PUBLIC, word, noun.last) is not None
        for part in parts
        for noun in part.nouns
        for word in (noun.first,)
    )
