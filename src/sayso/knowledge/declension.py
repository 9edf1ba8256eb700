"""Names of persons in their first form: `Олега Верешкова` is Олег Верешков.

Takes the words of a name as written, gives them as they stand where the name is the subject; None where that cannot be
told. How given names change is told by the signs in genders.tsv, how others do by the rows of name_endings.tsv, which a
language whose names do not change lacks. Raises KnowledgeError naming the row at fault.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable

import attrs

from sayso.knowledge.folders import language_folder
from sayso.knowledge.inflection import SIGNED, Inflection, read_inflection
from sayso.knowledge.people import GenderOf, GenderWord
from sayso.knowledge.rows import Gender
from sayso.knowledge.tables import read_table

FILE = "name_endings.tsv"
NO_ENDING = "-"
SHORTEST_STEM = 2


class NameOf(StrEnum):
    """What part of a name ends so."""

    SURNAME = "surname"
    PATRONYMIC = "patronymic"
    KEPT = "kept"


@attrs.frozen(kw_only=True)
class NameEnding:
    """One row of name_endings.tsv: how a word ends in another form, and in its first; ``kept`` words never change."""

    of: NameOf = attrs.field(converter=NameOf)
    ending: str
    base: str
    gender: Gender = attrs.field(converter=Gender)
    example: str


@attrs.frozen(kw_only=True, eq=False)
class Declension:
    """How names of one language change: given names by their forms in small letters, other words by their endings."""

    given: Mapping[str, tuple[tuple[str, Gender], ...]]
    endings: Mapping[str, tuple[NameEnding, ...]]
    longest: int

    def base_of(self, words: Sequence[str], *, gender: Gender, is_other: bool | None) -> tuple[str, ...] | None:
        """Give the words of a person's name in their first form.

        ``is_other``: whether what stands around the name says that it is in another form, None where nothing does.
        """
        told = self._read_given(words, gender, is_other=is_other)
        if told is not None:
            lemma, gender, changed = told
            if not changed:
                return tuple(words)
            rest = [self._base(word, gender) for word in words[1:]]
            return None if None in rest else (lemma, *(word for word in rest if word is not None))
        if is_other is None:
            return None
        if not is_other:
            return tuple(words)
        found = [self._base(word, gender) for word in words]
        return None if None in found else tuple(word for word in found if word is not None)

    def _read_given(
        self, words: Sequence[str], gender: Gender, *, is_other: bool | None
    ) -> tuple[str, Gender, bool] | None:
        """Give the given name a name begins with, its gender, and whether it is in another form than the first.

        A form of two names (`Александра`) is told by what stands around the name and by the other words; None where
        they do not tell.
        """
        found = [one for one in self.given.get(words[0].lower(), ()) if gender in {Gender.ANY, one[1]}]
        if len(found) > 1 and is_other is not None:
            found = [one for one in found if (one[0].lower() != words[0].lower()) is is_other] or found
        if len(found) > 1:
            fitting = [one for one in found if all(self._fits(word, one, words[0]) for word in words[1:])]
            found = fitting if len(fitting) == 1 and len(words) > 1 else []
        return (*found[0], found[0][0].lower() != words[0].lower()) if found else None

    def _fits(self, word: str, given: tuple[str, Gender], written: str) -> bool:
        """Tell whether a word may follow a given name: in another form as it is, or in its first as it is."""
        gender, changed = given[1], given[0].lower() != written.lower()
        rows = [row for row in self._rows(word) if row.of is not NameOf.KEPT]
        if changed:
            return any(row.gender in {Gender.ANY, gender} for row in rows)
        bases = {row.base for rows in self.endings.values() for row in rows if row.gender is gender}
        return not rows or word.lower().endswith(tuple(bases))

    def _rows(self, word: str) -> tuple[NameEnding, ...]:
        for length in range(min(self.longest, len(word) - SHORTEST_STEM), 0, -1):
            rows = self.endings.get(word[-length:].lower())
            if rows:
                return rows
        return ()

    def _base(self, word: str, gender: Gender) -> str | None:
        """Give a word in its first form; None where its ending is that of several, or of none that is known."""
        if "-" in word:
            parts = [self._base(part, gender) for part in word.split("-")]
            return None if None in parts else "-".join(part for part in parts if part is not None)
        rows = [row for row in self._rows(word) if Gender.ANY in {gender, row.gender} or row.gender is gender]
        bases = {_change(word, row) for row in rows}
        return next(iter(bases)) if len(bases) == 1 else None


def _change(word: str, row: NameEnding) -> str:
    if row.of is NameOf.KEPT:
        return word
    return word[: len(word) - len(row.ending)] + ("" if row.base == NO_ENDING else row.base)


NOTHING = Declension(given={}, endings={}, longest=0)


@cache
def load_declension(code: str) -> Declension:
    """Load what is known of the names of a language that ships."""
    return read_declension(language_folder(code))


def read_declension(folder: Traversable) -> Declension:
    """Read and check how the names of one language folder change."""
    if not (folder / FILE).is_file():
        return NOTHING
    endings: dict[str, tuple[NameEnding, ...]] = {}
    for row in read_table(folder / FILE, NameEnding):
        endings[row.ending] = (*endings.get(row.ending, ()), row)
    given = _read_given(folder, read_inflection(folder))
    return Declension(given=given, endings=endings, longest=max(map(len, endings), default=0))


def _read_given(folder: Traversable, inflection: Inflection) -> dict[str, tuple[tuple[str, Gender], ...]]:
    """Give for each form of a given name, in small letters, the names it may be a form of."""
    given: dict[str, tuple[tuple[str, Gender], ...]] = {}
    for row in read_table(folder / "genders.tsv", GenderWord):
        for word in row.words.split("|") if row.of is GenderOf.NAME else ():
            signed = SIGNED.fullmatch(word)
            forms = inflection.forms_of(*signed.groups()) if signed else (word,)
            for form in forms:
                for written in inflection.expand(form).split("|"):
                    known = given.get(written.lower(), ())
                    if (forms[0], row.gender) not in known:
                        given[written.lower()] = (*known, (forms[0], row.gender))
    return given
