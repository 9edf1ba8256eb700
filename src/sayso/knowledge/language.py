"""A language is one folder of the same few files; this module loads it whole and checks every row.

Takes a language code, gives a Language. A difference between languages is a row or a key in its folder, never code.
Raises KnowledgeError naming the file and the row that is wrong.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources.abc import Traversable

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.folders import language_folder, list_languages
from sayso.knowledge.inflection import Inflection, read_inflection
from sayso.knowledge.phrases import Phrases, split_words
from sayso.knowledge.rows import (
    NO_FORM,
    Agentless,
    Aside,
    Cue,
    Ground,
    Hedge,
    Modal,
    MoodForm,
    Narration,
    Nesting,
    Noun,
    Phrase,
    Pronoun,
    RelayForm,
    SignOff,
    Title,
)
from sayso.knowledge.tables import gather_phrases, read_lines, read_phrases, read_table
from sayso.vocabulary import Act, LinkKind, Stance

LANGUAGE_FILE = "language.toml"
# Cues up to this length are kept with their stance; longer ones come once.
LONGEST_KEPT = 100

Expand = Callable[[str], str]


@attrs.frozen(kw_only=True, eq=False)
class Language:
    """All that is known of one language.

    ``acts`` and ``stances`` are keyed by the forms of the cues, ``modals`` by the stance they move and whether the
    content is quoted; the tables of phrases are named after their files, and ``plurals`` finds the plural forms of
    ``roles``. ``head_first``: whom a noun belongs to stands behind it without a word between (`глава района`), and no
    article tells what was named before. ``gendered``: things have a gender as people have. ``homeland``: the state
    whose people and bodies are meant where nothing else is said, as nearly all who write in the language are there;
    ``home``: the state whose ministries and staff mostly are meant. ``followers`` hang what came before on a clause
    that somebody is cited for; ``shows``: verbs for what a thing done lets see; ``tallies``: verbs by which somebody
    states a number of victims.
    """

    code: str
    name: str
    common_words: frozenset[str]
    cues: tuple[Cue, ...]
    acts: Mapping[str, Act]
    stances: Mapping[str, Stance]
    phrases: Phrases[Phrase]
    hedges: Phrases[Hedge]
    modals: Mapping[tuple[Stance, bool], Phrases[Modal]]
    moods: Phrases[MoodForm]
    relays: Phrases[RelayForm]
    roles: Phrases[Noun]
    plurals: Phrases[Noun]
    titles: Phrases[Title]
    agentless: Phrases[Agentless]
    narrations: Phrases[Narration]
    nestings: Phrases[Nesting]
    basis: Phrases[Ground]
    remarks: Phrases[Aside]
    sign_offs: Phrases[SignOff]
    pronouns: Phrases[Pronoun]
    abbreviations: frozenset[str]
    apostrophes: frozenset[str]
    openers: frozenset[str]
    infinitives: frozenset[str]
    perfects: frozenset[str]
    auxiliaries: frozenset[str]
    relatives: frozenset[str]
    askers: frozenset[str]
    answerers: frozenset[str]
    kin: frozenset[str]
    joiner: re.Pattern[str]
    attachers: frozenset[str]
    head_first: bool
    gendered: bool
    homeland: str | None
    home: str | None = None
    followers: tuple[str, ...] = ()
    shows: frozenset[str] = frozenset()
    tallies: frozenset[str] = frozenset()

    def act_of(self, cue: str) -> Act:
        """Tell what the words of a cue mark: speech when one of them is a form of a speech row, else an attitude."""
        return _act_of(self, cue) if len(cue) <= LONGEST_KEPT else self._read_act(cue)

    def _read_act(self, cue: str) -> Act:
        words = re.findall(r"\w+|:", cue.lower())
        return Act.SPEECH if any(self.acts.get(word) == Act.SPEECH for word in words) else Act.ATTITUDE

    def stance_of(self, cues: Iterable[str]) -> Stance:
        """Tell what the source does with the content by the words of its cues, in order; ``asserts`` where none says.

        A phrase wins over the words in it. Of several the last that is no assertion counts: the one of the origin.
        """
        # A letter stands for the content between two parts of a cue, as a gap wants a word.
        words = " x ".join(cues)
        return _stance_of(self, words) if len(words) <= LONGEST_KEPT else self._read_stance(words)

    def _read_stance(self, cues: str) -> Stance:
        words = split_words(cues)
        found = list(self.phrases.find_among(words))
        marked = [(start, row.stance) for start, _, row in found]
        marked += [
            (word.start, self.stances[word.folded])
            for word in words
            if word.folded in self.stances and not any(start <= word.start < end for start, end, _ in found)
        ]
        moved = [stance for _, stance in sorted(marked) if stance is not Stance.ASSERTS]
        return moved[-1] if moved else Stance.ASSERTS


@lru_cache(maxsize=4096)
def _act_of(language: Language, cue: str) -> Act:
    return language._read_act(cue)  # noqa: SLF001 - the rest of it, kept: the same words mark again and again


@lru_cache(maxsize=4096)
def _stance_of(language: Language, cues: str) -> Stance:
    """Give the stance of cues; the same few are asked for again and again."""
    return language._read_stance(cues)  # noqa: SLF001 - the same class, kept outside it so that no object is held for ever


@cache
def list_readable() -> tuple[str, ...]:
    """Give the codes of the languages of which enough is known to read who says what, in order."""
    return list_languages(LANGUAGE_FILE)


@cache
def load_language(code: str) -> Language:
    """Load the folder of a language that ships."""
    return read_language(language_folder(code))


def read_language(folder: Traversable) -> Language:
    """Read and check one language folder."""
    try:
        head = tomllib.loads((folder / LANGUAGE_FILE).read_text(encoding="utf-8"))
        code, name = str(head["code"]), str(head["name"])
        common = frozenset(str(word) for word in head["common_words"])
        openers = frozenset(str(word) for word in head["openers"])
        kin = frozenset(str(word) for word in head["kin"])
        infinitives = frozenset(str(word) for word in head["infinitives"])
        perfects = frozenset(str(word) for word in head["perfects"])
        auxiliaries = frozenset(str(word) for word in head["auxiliaries"])
        relatives = frozenset(str(word) for word in head["relatives"])
        askers = frozenset(str(word) for word in head["askers"])
        answerers = frozenset(str(word) for word in head["answerers"])
        attachers = frozenset(str(word) for word in head["attachers"])
        head_first = head.get("head_first", False) is True
        gendered = head.get("gendered", False) is True
        homeland = str(head["homeland"]) if "homeland" in head else None
        home = str(head["home"]) if "home" in head else None
        followers = tuple(str(word) for word in head.get("followers", ()))
        shows = frozenset(str(word) for word in head.get("shows", ()))
        tallies = frozenset(str(word) for word in head.get("tallies", ()))
        joiners = sorted((str(word) for word in head["joiners"]), key=len, reverse=True)
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        message = f"{folder / LANGUAGE_FILE}: {error}"
        raise KnowledgeError(message) from error
    inflection = read_inflection(folder)
    expand = inflection.expand
    cues = _read_cues(folder / "cues.tsv", inflection)
    nouns = read_table(folder / "roles.tsv", Noun)
    return Language(
        code=code,
        name=name,
        common_words=common,
        tallies=tallies,
        cues=cues,
        acts={form: cue.act for cue in cues for form in cue.forms},
        stances={form: cue.stance for cue in cues for form in cue.forms},
        phrases=read_phrases(folder / "phrases.tsv", Phrase, expand),
        hedges=read_phrases(folder / "hedges.tsv", Hedge, expand),
        modals=_read_modals(folder / "modals.tsv", expand),
        moods=read_phrases(folder / "moods.tsv", MoodForm, expand),
        relays=_read_relays(folder / "relays.tsv", nouns, expand),
        roles=gather_phrases(folder / "roles.tsv", nouns, lambda noun: expand(noun.noun)),
        plurals=_gather_plurals(folder / "roles.tsv", nouns, expand),
        titles=read_phrases(folder / "titles.tsv", Title, expand),
        agentless=read_phrases(folder / "agentless.tsv", Agentless, expand),
        narrations=read_phrases(folder / "narrations.tsv", Narration, expand),
        nestings=read_phrases(folder / "nestings.tsv", Nesting, expand),
        basis=read_phrases(folder / "basis.tsv", Ground, expand),
        remarks=read_phrases(folder / "remarks.tsv", Aside, expand),
        sign_offs=read_phrases(folder / "sign_offs.tsv", SignOff, expand),
        pronouns=read_phrases(folder / "pronouns.tsv", Pronoun, expand),
        abbreviations=frozenset(read_lines(folder / "abbreviations.txt")),
        apostrophes=frozenset(read_lines(folder / "apostrophes.txt")),
        openers=openers,
        infinitives=infinitives,
        perfects=perfects,
        auxiliaries=auxiliaries,
        relatives=relatives,
        askers=askers,
        answerers=answerers,
        kin=kin,
        attachers=attachers,
        head_first=head_first,
        gendered=gendered,
        homeland=homeland,
        home=home,
        followers=followers,
        shows=shows,
        joiner=re.compile(rf"(?:{'|'.join(map(re.escape, joiners))})\b\s*", re.IGNORECASE),
    )


def _read_modals(path: Traversable, expand: Expand) -> dict[tuple[Stance, bool], Phrases[Modal]]:
    """Read modals.tsv; the same words may stand in two rows that move different stances, or count in other contents."""
    rows = tuple(attrs.evolve(row, rank=rank) for rank, row in enumerate(read_table(path, Modal)))
    return {
        (stance, is_quoted): gather_phrases(
            path,
            tuple(row for row in rows if stance in row.over and row.counts(is_quoted=is_quoted)),
            lambda row: expand(row.words),
        )
        for stance in Stance
        for is_quoted in (True, False)
    }


def _gather_plurals(path: Traversable, nouns: tuple[Noun, ...], expand: Expand) -> Phrases[Noun]:
    plurals = tuple(noun for noun in nouns if noun.plural != NO_FORM)
    return gather_phrases(path, plurals, lambda noun: expand(noun.plural))


def _read_relays(path: Traversable, nouns: tuple[Noun, ...], expand: Expand) -> Phrases[RelayForm]:
    """Read relays.tsv, where a kind in braces (`{document} by A`) stands for every single noun of that kind."""
    kinds = {f"{{{kind}}}": "|".join(_single_words(nouns, kind)) for kind in LinkKind}

    def fill(form: RelayForm) -> str:
        return expand(re.sub(r"\{\w+\}", lambda found: kinds.get(found.group(), found.group()), form.pattern))

    return gather_phrases(path, read_table(path, RelayForm), fill)


def _spell_out(path: Traversable, cue: Cue, inflection: Inflection) -> Cue:
    try:
        forms = inflection.expand(" ".join(cue.forms)).replace("|", " ")
    except ValueError as error:
        message = f"{path}: row {cue.lemma!r}: {error}"
        raise KnowledgeError(message) from error
    return attrs.evolve(cue, forms=" ".join(dict.fromkeys(forms.split())))


def _single_words(nouns: tuple[Noun, ...], kind: LinkKind) -> list[str]:
    forms = [form for noun in nouns if noun.kind is kind for form in (noun.noun, noun.plural)]
    return [form for form in forms if form != NO_FORM and " " not in form]


def _read_cues(path: Traversable, inflection: Inflection) -> tuple[Cue, ...]:
    """Read cues.tsv; no form stands twice, and the example of a row holds one of its forms between stars."""
    cues = tuple(_spell_out(path, cue, inflection) for cue in read_table(path, Cue))
    seen: set[str] = set()
    for cue in cues:
        doubled = seen.intersection(cue.forms)
        if doubled:
            message = f"{path}: row {cue.lemma!r}: {', '.join(sorted(doubled))} stands in an earlier row too"
            raise KnowledgeError(message)
        seen.update(cue.forms)
        if not set(re.findall(r"\w+|:", cue.example.split("*")[1].lower())).intersection(cue.forms):
            message = f"{path}: row {cue.lemma!r}: the example marks none of the forms between stars"
            raise KnowledgeError(message)
    return cues
