"""Who is known by name in any conflict: institutions, bodies, outlets, channels, groups, parties.

Takes world/sources.toml, gives a SourceRegister to look names up in. Raises KnowledgeError naming the row at fault.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.names import Cuts, Names, Spelling, cut_report, cut_words
from sayso.vocabulary import LinkKind, Role

SIDE = re.compile("[A-Z]{2}|[A-Z0-9]{2,8}")
ID = re.compile("[a-z0-9_]+(?:[.][a-z0-9_]+)*")
NO_LETTER = re.compile("[^a-z0-9]+")
# A text longer than this is a report, in which more than one stage looks; it is kept with what was found. Of shorter
# ones more are: who is asked for once is asked for again, in the same report and in the next.
LONGEST_MENTION = 400
MOST_KEPT = 2_048
KEYS = {"id", "name", "aliases", "kind", "role", "side", "state", "umbrella", "note"}


@attrs.frozen(kw_only=True)
class Source:
    """One row of sources.toml.

    ``id`` is what links carry, one for all languages; rows of one body under two names share it. ``side`` is a state's
    ISO 3166-1 alpha-2 code, ``INT``, or the abbreviation of a party that is no state; such a party has in ``state`` the
    state it is a party within, where there is one. ``umbrella``: a body of bodies, by which one of them may be meant.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: LinkKind
    role: Role
    side: str
    state: str | None = None
    umbrella: bool = False
    note: str | None = None


@attrs.frozen(kw_only=True, eq=False)
class SourceRegister:
    """All named sources; look-ups take a text of any length in time linear in it."""

    sources: tuple[Source, ...]
    names: Names[Source]

    def find(self, name: str) -> Source | None:
        """Give the source that has this name, whatever its case, quotation marks, article, hyphens or possessive.

        Acronyms want their capitals, and so does a name of one word: "Time" is a source, "time" is none.
        """
        return _find_whole(self, name) if len(name) <= LONGEST_MENTION else self.names.whole(name)

    def find_in(self, text: str) -> Sequence[tuple[int, int, Source]]:
        """Give the longest names within a text with their half-open ranges of characters, in order.

        A range leaves out the article before a name and the possessive ending behind it.
        """
        return _find_in(self, text) if len(text) > LONGEST_MENTION else _find_in_mention(self, text)

    def find_among(self, cuts: Cuts) -> list[tuple[int, int, Source]]:
        """Give the same for a text cut before."""
        words = self.names.spelling.spell(cuts)
        return [(*words.reach(hit.first, hit.last), hit.value) for hit in self.names.hits(words)]


@lru_cache(maxsize=2)
def _find_in(register: SourceRegister, text: str) -> Sequence[tuple[int, int, Source]]:
    return tuple(register.find_among(cut_report(text)))


@lru_cache(maxsize=MOST_KEPT)
def _find_in_mention(register: SourceRegister, text: str) -> Sequence[tuple[int, int, Source]]:
    return tuple(register.find_among(cut_words(text)))


@lru_cache(maxsize=MOST_KEPT)
def _find_whole(register: SourceRegister, name: str) -> Source | None:
    return register.names.whole(name)


@cache
def load_register() -> SourceRegister:
    """Load the register that ships."""
    return read_register(resources.files("sayso.knowledge") / "world" / "sources.toml")


def read_register(path: Traversable) -> SourceRegister:
    """Read and check a register."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: {error}"
        raise KnowledgeError(message) from error
    try:
        sources = tuple(_read_source(row) for row in _tables(data.get("source", [])))
        names = [(name, source) for source in sources for name in (source.name, *source.aliases)]
        return SourceRegister(sources=sources, names=Names(names, _read_spelling(data)))
    except KnowledgeError as error:
        message = f"{path}: {error}"
        raise KnowledgeError(message) from error


def _read_spelling(data: Mapping[str, object]) -> Spelling:
    groups = data.get("same", [])
    if not isinstance(groups, list):
        message = "same: wants a list of lists of words"
        raise KnowledgeError(message)
    return Spelling(
        articles=frozenset(_texts(data.get("articles", []), "articles")),
        possessives=tuple(_texts(data.get("possessives", []), "possessives")),
        small=frozenset(_texts(data.get("small", []), "small")),
        endings=frozenset(_texts(data.get("endings", []), "endings")),
        same={word: group[0] for group in groups for word in _texts(group, "same")},
    )


def _tables(rows: object) -> Iterable[Mapping[str, object]]:
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        message = "wants tables that begin with [[source]]"
        raise KnowledgeError(message)
    return rows


def _read_source(row: Mapping[str, object]) -> Source:
    """Make a Source of a row; the row is named by its name in what goes wrong."""
    name = row.get("name")
    if not isinstance(name, str) or not name.strip():
        message = f"a row has no name: {dict(row)}"
        raise KnowledgeError(message)
    try:
        return _check_source(name, row)
    except (KnowledgeError, ValueError) as error:
        message = f"row {name!r}: {error}"
        raise KnowledgeError(message) from error


def _check_source(name: str, row: Mapping[str, object]) -> Source:
    unknown = row.keys() - KEYS
    if unknown:
        message = f"{', '.join(sorted(unknown))}: no such key; there are {', '.join(sorted(KEYS))}"
        raise KnowledgeError(message)
    side, state, note = row.get("side"), row.get("state"), row.get("note")
    if not isinstance(side, str) or not SIDE.fullmatch(side):
        message = f"side {side!r} is no code of 2 to 8 capitals or digits"
        raise KnowledgeError(message)
    if state is not None and (not isinstance(state, str) or len(state) != len("XX") or not SIDE.fullmatch(state)):
        message = f"state {state!r} is no code of two capitals"
        raise KnowledgeError(message)
    own_id = row.get("id", make_id(name))
    if not isinstance(own_id, str) or not ID.fullmatch(own_id):
        message = (
            f"id {own_id!r} is none of a-z, 0-9, _ and full stops; where the name has no word of Latin letters give one"
        )
        raise KnowledgeError(message)
    kind, role = LinkKind(str(row.get("kind"))), Role(str(row.get("role")))
    aliases = tuple(_texts(row.get("aliases", []), "aliases"))
    return Source(
        id=own_id,
        name=name,
        aliases=aliases,
        kind=kind,
        role=role,
        side=side,
        state=state,
        umbrella=row.get("umbrella") is True,
        note=None if note is None else str(note),
    )


def make_id(name: str) -> str:
    """Give the id of a name: its letters and digits without accents, in small ones, parted by `_`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    return NO_LETTER.sub("_", plain).strip("_")


def _texts(value: object, key: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        message = f"{key}: wants a list of texts, none empty"
        raise KnowledgeError(message)
    return value
