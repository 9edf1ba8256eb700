"""The kinds of rows a language folder holds: what its words say about attribution.

Pure values; the fields of a type are the columns of its table, in order. How rows are found in text is told in
`phrases`, how they are read in `tables`. Each row ends with an example, its words between stars.
"""

import re
from enum import StrEnum

import attrs

from sayso.vocabulary import Act, Basis, LinkKind, Relay, Remark, Role, Stance

NO_FORM = "-"


class Reach(StrEnum):
    """Where a hedge must stand to make a claim hedged: in its cue, in its content, or anywhere in its sentence."""

    CUE = "cue"
    CONTENT = "content"
    SENTENCE = "sentence"


class Quoted(StrEnum):
    """Whether words of the content count: where it begins with a quotation mark, where it does not, or in any."""

    YES = "yes"
    NO = "no"
    ANY = "any"


class Mood(StrEnum):
    """What words make of a clause.

    Negated or only supposed, neither (``plain``) though they look like it, or a clause within another.
    """

    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    PLAIN = "plain"
    CLAUSE = "clause"


class Number(StrEnum):
    """How many a pronoun stands for."""

    SINGULAR = "singular"
    PLURAL = "plural"
    ANY = "any"


class Gender(StrEnum):
    """What a pronoun says of whom it stands for: a man, a woman, a body or thing, or nothing."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"
    ANY = "any"


class Teller(StrEnum):
    """Where the one stands whose words are told within another's: before the words that say so, or in their gap."""

    BEFORE = "before"
    INSIDE = "inside"


def _split(forms: str) -> tuple[str, ...]:
    return tuple(forms.split())


def _stances(names: str | tuple[Stance, ...]) -> tuple[Stance, ...]:
    return tuple(Stance(name) for name in (names.split() if isinstance(names, str) else names))


def _yes(word: str | bool) -> bool:  # noqa: FBT001 - what a row holds, before or after it is read
    if isinstance(word, bool):
        return word
    if word not in {"yes", "no"}:
        message = f"{word!r} is neither yes nor no"
        raise ValueError(message)
    return word == "yes"


@attrs.frozen(kw_only=True)
class Cue:
    """A word that marks an attribution: its forms in lower case, its act, what the source does with the content."""

    lemma: str
    forms: tuple[str, ...] = attrs.field(converter=_split)
    act: Act = attrs.field(converter=Act)
    stance: Stance = attrs.field(converter=Stance)
    example: str


@attrs.frozen(kw_only=True)
class Phrase:
    """A cue of several words; it wins over a single cue word in it."""

    words: str
    act: Act = attrs.field(converter=Act)
    stance: Stance = attrs.field(converter=Stance)
    example: str


@attrs.frozen(kw_only=True)
class Hedge:
    """Words that make a claim hedged."""

    words: str
    reach: Reach = attrs.field(converter=Reach)
    example: str


@attrs.frozen(kw_only=True)
class Modal:
    """Words of the content that move the stance its cue gives; ``over`` are the stances they move.

    Of several in one content that of the lowest ``rank`` counts: its place in the table. ``firm`` rows leave no doubt.
    """

    words: str
    stance: Stance = attrs.field(converter=Stance)
    over: tuple[Stance, ...] = attrs.field(converter=_stances)
    quoted: Quoted = attrs.field(converter=Quoted)
    firm: bool = attrs.field(converter=_yes)
    example: str
    rank: int = 0

    def counts(self, *, is_quoted: bool) -> bool:
        """Tell whether it counts in a content that is, or is not, quoted."""
        return self.quoted is Quoted.ANY or is_quoted is (self.quoted is Quoted.YES)


@attrs.frozen(kw_only=True)
class MoodForm:
    """Words that negate what is claimed, or make it a mere supposition."""

    words: str
    mood: Mood = attrs.field(converter=Mood)
    example: str


@attrs.frozen(kw_only=True)
class RelayForm:
    """How one source rests on another: A is the nearer link, B the one behind it.

    ``before``, ``inside`` and ``after`` name the source that stands left of the words found, within them or right of
    them; ``pattern`` holds the words without the slots at their ends. Where A or B is named nowhere it is the source
    that the words themselves belong to.
    """

    words: str
    relay: Relay = attrs.field(converter=Relay)
    example: str
    before: str | None = attrs.field(init=False)
    inside: str | None = attrs.field(init=False)
    after: str | None = attrs.field(init=False)
    pattern: str = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        slots = re.fullmatch(r"(?:([AB])(?![\w|]))?(.*?)(?:(?<![\w|])([AB]))?", self.words)
        before, pattern, after = slots.groups() if slots else (None, self.words, None)
        within = re.findall(r"\b[AB]\b", pattern)
        for name, value in (("before", before), ("inside", next(iter(within), None)), ("after", after)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "pattern", re.sub(r"\b[AB]\b", " … ", pattern))


@attrs.frozen(kw_only=True)
class Noun:
    """A noun that people and bodies are described by; ``plural`` is `-` where it has none, its plural is a group.

    A role ``unknown`` is taken from the body the noun belongs to.
    """

    noun: str
    plural: str
    kind: LinkKind = attrs.field(converter=LinkKind)
    role: Role = attrs.field(converter=Role)
    example: str

    @property
    def words(self) -> str:
        """The singular, as it is looked for."""
        return self.noun

    @property
    def plural_kind(self) -> LinkKind:
        """What the plural is: documents stay documents, all others are a group."""
        return LinkKind.DOCUMENT if self.kind is LinkKind.DOCUMENT else LinkKind.GROUP


@attrs.frozen(kw_only=True)
class Title:
    """A title or rank before a name."""

    title: str
    role: Role = attrs.field(converter=Role)
    example: str

    @property
    def words(self) -> str:
        """The title, as it is looked for."""
        return self.title


@attrs.frozen(kw_only=True)
class Agentless:
    """Words that attribute a claim to nobody; ``hedged`` where they mark it as uncertain by themselves."""

    words: str
    hedged: bool = attrs.field(converter=_yes)
    example: str


@attrs.frozen(kw_only=True)
class Narration:
    """Words between who told something and what was told; the gap in them holds whom."""

    words: str
    example: str


@attrs.frozen(kw_only=True)
class Nesting:
    """Words by which the words of one source say what another said."""

    words: str
    teller: Teller = attrs.field(converter=Teller)
    example: str


@attrs.frozen(kw_only=True)
class Ground:
    """Words that say what the origin's knowledge rests on."""

    words: str
    basis: Basis = attrs.field(converter=Basis)
    example: str


@attrs.frozen(kw_only=True)
class Aside:
    """Words that neither claim nor deny, but say something of a claim."""

    words: str
    remark: Remark = attrs.field(converter=Remark)
    example: str


class Beside(StrEnum):
    """What must stand in the sentence for a sign-off to count: a link, handle or hashtag, or anything."""

    REFERENCE = "reference"
    ANYTHING = "anything"


@attrs.frozen(kw_only=True)
class SignOff:
    """Words that end a post and claim nothing: how to subscribe, where to send news."""

    words: str
    beside: Beside = attrs.field(converter=Beside)
    example: str


@attrs.frozen(kw_only=True)
class Pronoun:
    """A word or phrase that stands for a source named elsewhere; ``person`` is 1, 2 or 3."""

    word: str
    number: Number = attrs.field(converter=Number)
    gender: Gender = attrs.field(converter=Gender)
    person: int = attrs.field(converter=int)
    example: str

    @property
    def words(self) -> str:
        """The pronoun, as it is looked for."""
        return self.word
