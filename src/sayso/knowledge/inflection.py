"""Words of a table that stand for all their forms: `учитель~` is also found as `учителя`, `учителю`, `учителем`.

Takes the endings of a language (endings.tsv, which a language without endings lacks), gives an Inflection. A sign
behind a word of a row says by which rows of endings.tsv it changes; the longest ending that fits counts. Letters that
are often written as others (`same_letters` of language.toml) are found either way. Raises KnowledgeError naming the row
at fault.
"""

import re
import tomllib
from collections.abc import Mapping
from importlib.resources.abc import Traversable

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.tables import read_table

FILE = "endings.tsv"
NO_ENDING = "-"
SIGNS = "~^+"
SIGNED = re.compile(rf"([^\s|]+)([{re.escape(SIGNS)}])(?=[\s|]|$)")
WORD = re.compile(r"[^\s|]+")


@attrs.frozen(kw_only=True)
class EndingRow:
    """One row of endings.tsv: words with this sign that end so also end in each of the ``forms``; ``-`` is none."""

    sign: str = attrs.field(validator=attrs.validators.in_(SIGNS))
    ending: str
    forms: str
    example: str


@attrs.frozen(kw_only=True, eq=False)
class Inflection:
    """The endings of one language, by sign, and the letters that are written as others."""

    endings: Mapping[str, Mapping[str, tuple[str, ...]]] = attrs.field(factory=dict)
    same_letters: Mapping[str, str] = attrs.field(factory=dict)

    def expand(self, words: str) -> str:
        """Give the words of a row with each signed one as its forms, parted by `|` as alternatives are.

        Raises ValueError where no ending fits a signed word.
        """
        if any(sign in words for sign in self.endings):
            words = SIGNED.sub(self._expand, words)
        return WORD.sub(self._respell, words) if any(letter in words for letter in self.same_letters) else words

    def forms_of(self, word: str, sign: str) -> tuple[str, ...]:
        """Give a word and its other forms, each once; raises ValueError where no ending fits."""
        rows = self.endings.get(sign, {})
        for length in range(min(len(word), max(map(len, rows), default=0)), -1, -1):
            found = rows.get(word[len(word) - length :])
            if found is not None:
                stem = word[: len(word) - length]
                return tuple(dict.fromkeys((word, *(stem + form for form in found))))
        message = f"{word!r}: no ending with the sign {sign} fits"
        raise ValueError(message)

    def _expand(self, found: re.Match[str]) -> str:
        word, sign = found.groups()
        written = word.removeprefix("=")
        return "|".join(word[: len(word) - len(written)] + form for form in self.forms_of(written, sign))

    def _respell(self, found: re.Match[str]) -> str:
        word = found.group()
        other = word
        for letter, written in self.same_letters.items():
            other = other.replace(letter, written)
        return word if other == word else f"{word}|{other}"


NO_INFLECTION = Inflection()


def strip_signs(words: str) -> str:
    """Give the words of a row without the signs of their endings."""
    return SIGNED.sub(r"\1", words)


def read_inflection(folder: Traversable) -> Inflection:
    """Read the endings of a language folder."""
    path = folder / FILE
    if not path.is_file():
        return NO_INFLECTION
    endings: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in read_table(path, EndingRow):
        rows = endings.setdefault(row.sign, {})
        ending = "" if row.ending == NO_ENDING else row.ending
        if ending in rows:
            message = f"{path}: row {row.ending!r}: an earlier row has the same sign and ending"
            raise KnowledgeError(message)
        rows[ending] = tuple("" if form == NO_ENDING else form for form in row.forms.split())
    return Inflection(endings=endings, same_letters=_read_same_letters(folder))


def _read_same_letters(folder: Traversable) -> dict[str, str]:
    path = folder / "language.toml"
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8")).get("same_letters", {})
    except (OSError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: {error}"
        raise KnowledgeError(message) from error
    return {str(letter): str(other) for letter, other in found.items()}
