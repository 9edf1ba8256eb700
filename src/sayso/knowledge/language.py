"""A language is one folder of the same few files; this module loads it whole and checks every row.

Takes a language code, gives a Language. A difference between languages is a row or a key in its folder, never code.
Raises KnowledgeError naming the file and the row that is wrong.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import attrs

from sayso.errors import KnowledgeError
from sayso.vocabulary import Act

CUE_COLUMNS = ("lemma", "forms", "act", "example")
LETTER_SHARE = 0.6
# English news has 30 to 45 % of such words, other languages in Latin script under 5 % (constructed texts, twelve
# languages); headlines can have few, so texts under twenty words are taken by their letters alone.
COMMON_SHARE = 0.12
FEWEST_WORDS = 20
SAMPLE_CHARACTERS = 20_000


@attrs.frozen(kw_only=True)
class Cue:
    """One row of cues.tsv: a lemma, its forms in lower case, what it marks, and an example."""

    lemma: str
    forms: tuple[str, ...]
    act: Act
    example: str


@attrs.frozen(kw_only=True, eq=False)
class Language:
    """All that is known of one language."""

    code: str
    name: str
    alphabet: frozenset[str]
    common_words: frozenset[str]
    cues: tuple[Cue, ...]
    acts: Mapping[str, Act]
    abbreviations: frozenset[str]
    apostrophes: frozenset[str]

    def act_of(self, cue: str) -> Act:
        """Tell what the words of a cue mark: speech when one of them is a form of a speech row, else an attitude."""
        words = re.findall(r"\w+|:", cue.lower())
        return Act.SPEECH if any(self.acts.get(word) == Act.SPEECH for word in words) else Act.ATTITUDE


def identify_language(text: str, codes: Iterable[str]) -> str | None:
    """Give the code of the known language a text is written in, None where it is none of them."""
    sample = text[:SAMPLE_CHARACTERS].lower()
    letters = [character for character in sample if character.isalpha()]
    words = re.findall(r"[^\W\d_]+", sample)
    for code in codes:
        language = load_language(code)
        own = sum(letter in language.alphabet for letter in letters)
        common = sum(word in language.common_words for word in words)
        is_own_script = bool(letters) and own >= LETTER_SHARE * len(letters)
        if is_own_script and (len(words) < FEWEST_WORDS or common >= COMMON_SHARE * len(words)):
            return code
    return None


@cache
def load_language(code: str) -> Language:
    """Load the folder of a language that ships."""
    return read_language(resources.files("sayso.knowledge") / "languages" / code)


def read_language(folder: Traversable) -> Language:
    """Read and check one language folder."""
    try:
        head = tomllib.loads((folder / "language.toml").read_text(encoding="utf-8"))
        code, name = str(head["code"]), str(head["name"])
        alphabet, common = str(head["alphabet"]), [str(word) for word in head["common_words"]]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        message = f"{folder}/language.toml: {error}"
        raise KnowledgeError(message) from error
    cues = tuple(_read_cues(folder / "cues.tsv"))
    return Language(
        code=code,
        name=name,
        alphabet=frozenset(alphabet),
        common_words=frozenset(common),
        cues=cues,
        acts={form: cue.act for cue in cues for form in cue.forms},
        abbreviations=frozenset(_read_lines(folder / "abbreviations.txt")),
        apostrophes=frozenset(_read_lines(folder / "apostrophes.txt")),
    )


def _read_lines(path: Traversable) -> Iterator[str]:
    """Give the lines of a word list without comments and blank lines."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise KnowledgeError(message) from error
    return (line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _read_cues(path: Traversable) -> Iterator[Cue]:
    """Give the rows of cues.tsv; the example of a row must hold one of its forms between stars."""
    rows = [line.split("\t") for line in _read_lines(path)]
    if not rows or tuple(rows[0]) != CUE_COLUMNS:
        message = f"{path}: the first row must be {', '.join(CUE_COLUMNS)}, parted by tabs"
        raise KnowledgeError(message)
    seen: set[str] = set()
    for row in rows[1:]:
        cue = _check_cue(path, row)
        doubled = seen.intersection(cue.forms)
        if doubled:
            message = f"{path}: row {cue.lemma!r}: {', '.join(sorted(doubled))} stands in an earlier row too"
            raise KnowledgeError(message)
        seen.update(cue.forms)
        yield cue


def _check_cue(path: Traversable, row: list[str]) -> Cue:
    if len(row) != len(CUE_COLUMNS) or not all(row):
        message = f"{path}: row {row[0]!r}: wants {len(CUE_COLUMNS)} columns, none empty"
        raise KnowledgeError(message)
    lemma, forms, act, example = row
    if act not in list(Act):
        message = f"{path}: row {lemma!r}: act {act!r} is none of {', '.join(Act)}"
        raise KnowledgeError(message)
    cue = Cue(lemma=lemma, forms=tuple(forms.split()), act=Act(act), example=example)
    marked = re.findall(r"\w+|:", " ".join(re.findall(r"\*([^*]+)\*", example)).lower())
    if not set(marked) & set(cue.forms):
        message = f"{path}: row {lemma!r}: the example marks none of the forms between stars"
        raise KnowledgeError(message)
    return cue
