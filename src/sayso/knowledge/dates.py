"""How a language tells times: its words by category, and the forms they make.

Read from dates.toml of a language folder. `words` gives for each category the words of each value; several endings of a
stem stand in brackets (`month[- s]`), `-` is none. A form is a row of elements: a category, a word in quotation marks,
several with `|` between them, `?` after what may be missing, `~` before what is no part of the time itself. A number in
digits has its categories by its size; see `NUMBERS`. Raises KnowledgeError naming the file and what is wrong.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

import attrs

from sayso.errors import KnowledgeError
from sayso.knowledge.folders import language_folder, list_languages

DATES_FILE = "dates.toml"

# The parts of a text that forms are made of: words, dates and clock times in digits, numbers, what ends
# a sentence or paragraph, marks that forms may hold, and all other marks.
TOKEN = re.compile(
    r"(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)"
    r"|(?P<iso>(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))"
    r"|(?P<dotted>(?<![0-9])[0-9]{1,2}[./][0-9]{1,2}[./](?:[0-9]{4}|[0-9]{2})(?![0-9]))"
    r"|(?P<clock>(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9]))"
    r"|(?P<decimal>[0-9]{1,3} 1/2(?![0-9])|[0-9]+(?:[.,][0-9]+)+)"
    r"|(?P<number>[0-9]+)"
    r"|(?P<stop>\n\s*\n|[.!?;…]+)"
    r"|(?P<mark>[,'’‘‐‑–—()-])"
    r"|(?P<rest>[^\w\s.!?;…,'’‘‐‑–—()-]+)"
)
# The sets of categories that tokens in digits and numbers in words may have; nodes are what forms were read into.
NUMBERS = tuple(
    frozenset(one.split())
    for one in (
        "num day hour two",
        "num day two",
        "num hour two",
        "num two",
        "num three",
        "year",
        "num",
        "num dec",
        "num word",
        "num word hour",
        "ord",
        "ord day",
        "ord year",
        "ord year modern",
        "year modern",
        "decade",
        "short_decade",
        "clock",
        "iso",
        "dotted",
    )
)
NODES = ("point", "length", "time")
MARKS = (",", "-", "(", ")")  # that forms may hold; all dashes are the second
OTHER, BARRIER = ".", "!"
FIRST_SIGN = 0xE000
MOST_DAYS, MOST_HOURS = 31, 24
ELEMENT = re.compile(r"(~?)((?:'[^']+'|[^\s'|?~]+)(?:\|(?:'[^']+'|[^\s'|?~]+))*)(\??)")
APOSTROPHE = re.compile("['’ʼ]")
STEM = re.compile(r"([^\[\]]*)\[([^\[\]]+)\](.*)")

Value = int | str


class Entry(NamedTuple):
    """What a word or phrase is: the sign of its set of categories, its value in each, and how it is written."""

    sign: str
    values: Mapping[str, Value]
    written: str


class Element(NamedTuple):
    """One place of a form: the categories that may stand there; ``is_inside``: whether it belongs to the time."""

    categories: tuple[str, ...]
    is_inside: bool
    may_miss: bool


@attrs.frozen(kw_only=True, eq=False)
class Form:
    """A row of elements with what it means: ``act`` says how it is read, ``given`` are the row's own values.

    ``signs`` is the pattern of their signs as it is written.
    """

    rule: str
    act: str
    node: str
    given: Mapping[str, Value]
    elements: tuple[Element, ...]
    signs: str
    rank: int

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, made when it is wanted: a text tries a few of hundreds."""
        return re.compile(self.signs)


@attrs.frozen(kw_only=True, eq=False)
class DateGrammar:
    """The words and forms of a language.

    ``phrases`` are by their first word, each as what follows it, flattened as `flatten` does. A sentence without any of
    ``triggers`` and without a digit tells no time. ``signs`` gives the sign of a set of categories; forms are by the
    sign they may begin with, those over nodes apart, and the islands find these signs.
    """

    code: str
    words: Mapping[str, Entry]
    phrases: Mapping[str, tuple[tuple[str, Entry], ...]]
    known: frozenset[str]
    triggers: frozenset[str]
    cased: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    suffixes: Mapping[str, str]
    abbreviations: frozenset[str]
    possessives: tuple[str, ...]
    same_letters: Mapping[int, str]
    is_month_first: bool
    signs: Mapping[frozenset[str], str]
    first: Mapping[str, tuple[Form, ...]]
    second: Mapping[str, tuple[Form, ...]]
    island: re.Pattern[str]
    second_island: re.Pattern[str]
    examples: tuple[tuple[str, str], ...]


@cache
def load_dates(code: str) -> DateGrammar:
    """Load the grammar of a language that ships."""
    return read_dates(language_folder(code))


@cache
def list_dates() -> tuple[str, ...]:
    """Give the codes of the languages whose times are known, in order."""
    return list_languages(DATES_FILE)


def read_dates(folder: Traversable) -> DateGrammar:
    """Read and check the grammar of one language folder."""
    path = folder / DATES_FILE
    try:
        stated = tomllib.loads(path.read_text(encoding="utf-8"))
        return _make(folder.name, stated)
    except (OSError, tomllib.TOMLDecodeError, KeyError, ValueError, AttributeError, TypeError) as error:
        message = f"{path}: {error!r}"
        raise KnowledgeError(message) from error


def _make(code: str, stated: dict[str, Any]) -> DateGrammar:
    rows = stated["forms"]
    same = {ord(one): other for one, other in stated["same_letters"].items()}
    spelled = _gather_words(stated["words"], rows, same)
    signs = _make_signs(spelled.values())
    entries = {tokenise(form): Entry(signs[frozenset(values)], values, form) for form, values in spelled.items()}
    forms = list(_make_forms(rows, signs))
    over_nodes = {form.rank for form in forms if _is_over_nodes(form)}
    first = [form for form in forms if form.rank not in over_nodes]
    second = [form for form in forms if form.rank in over_nodes]
    return DateGrammar(
        code=code,
        words={words[0]: entry for words, entry in entries.items() if len(words) == 1},
        phrases=_by_first_word(entries),
        known=frozenset(words[0] for words in entries),
        triggers=frozenset(max(APOSTROPHE.split(words[0]), key=len) for words in entries)
        - frozenset(tokenise(stated["common"])),
        cased=frozenset(str(word) for word in stated["capital"]),
        past_endings=tuple(stated["past_endings"]),
        future_endings=tuple(stated["future_endings"]),
        suffixes={word: kind for kind, words in stated["suffixes"].items() for word in words.split()},
        abbreviations=frozenset(stated["abbreviations"].split()),
        possessives=tuple(stated["possessives"]),
        same_letters=same,
        is_month_first=bool(stated["month_first"]),
        signs=signs,
        first=_by_first_sign(first, signs),
        second=_by_first_sign(second, signs),
        island=_make_island(first, signs),
        second_island=_make_island(second, signs),
        examples=tuple((row["rule"], example) for row in rows for example in row["examples"]),
    )


def tokenise(words: str) -> tuple[str, ...]:
    """Give the parts of a row's words, as those of a text are told."""
    return tuple(match.group() for match in TOKEN.finditer(words))


def spell_forms(written: str) -> Iterator[str]:
    """Give each form of a word or phrase whose endings stand in brackets."""
    match = STEM.fullmatch(written)
    if match is None:
        yield written
        return
    stem, endings, rest = match.groups()
    for tail in spell_forms(rest):
        yield from (f"{stem}{'' if ending == '-' else ending}{tail}" for ending in endings.split())


def _gather_words(
    tables: dict[str, Any], rows: list[dict[str, Any]], same: Mapping[int, str]
) -> dict[str, dict[str, Value]]:
    """Give for each word or phrase its values by category; the literal words of forms are categories of their own."""
    found: dict[str, dict[str, Value]] = {mark: {mark: mark} for mark in MARKS}
    for category, values in tables.items():
        for value, words in (values if isinstance(values, dict) else {"": values}).items():
            for written in str(words).split(","):
                for form in spell_forms(written.strip()):
                    found.setdefault(form.translate(same), {}).update(_values_of(category, _to_value(value)))
    for row in rows:
        for literal in re.findall(r"'[^']+'", " ".join(row["forms"])):
            found.setdefault(literal[1:-1].translate(same), {})[literal] = literal[1:-1]
    return found


def _values_of(category: str, value: Value) -> dict[str, Value]:
    """Give the categories of a word: a number in words counts as one in digits, an ordinal may be a day of a month."""
    kinds = [category]
    if isinstance(value, int) and category == "word":
        kinds += ["num", "hour"] if 0 < value <= MOST_HOURS else ["num"]
    if isinstance(value, int) and category == "ord" and value <= MOST_DAYS:
        kinds.append("day")
    return dict.fromkeys(kinds, value)


def _to_value(written: str) -> Value:
    return int(written) if re.fullmatch(r"-?[0-9]+", written) else written


def _make_signs(spelled: Iterable[Mapping[str, Value]]) -> dict[frozenset[str], str]:
    sets = dict.fromkeys((*NUMBERS, *(frozenset((node,)) for node in NODES)))
    sets |= dict.fromkeys(frozenset(values) for values in spelled)
    return {one: chr(FIRST_SIGN + place) for place, one in enumerate(sets)}


def _make_forms(rows: list[dict[str, Any]], signs: Mapping[frozenset[str], str]) -> Iterator[Form]:
    rank, to_class = 0, cache(partial(_to_class, signs=signs))
    for row in rows:
        if not row["examples"]:
            message = f"rule {row['rule']!r} has no example"
            raise ValueError(message)
        for written in row["forms"]:
            elements = [ELEMENT.fullmatch(one) for one in written.split()]
            if not all(elements):
                message = f"form {written!r} of rule {row['rule']!r}"
                raise ValueError(message)
            pieces = [_Piece(one[2], is_inside=not one[1], may_miss=bool(one[3])) for one in elements if one]
            yield _make_form(row, pieces, to_class, rank)
            rank += 1


class _Piece(NamedTuple):
    """An element as it is written."""

    categories: str
    is_inside: bool
    may_miss: bool


def _make_form(row: dict[str, Any], pieces: list[_Piece], to_class: Callable[[str], str], rank: int) -> Form:
    """Make a form; what must stand before the time itself is only looked at, so that a longer form is not missed."""
    first = next((place for place, one in enumerate(pieces) if one.is_inside), None)
    if first is None:
        message = f"rule {row['rule']!r} has a form without a time"
        raise ValueError(message)
    before = "".join(to_class(one.categories) for one in pieces[:first] if not one.may_miss)
    within = "".join(f"({to_class(one.categories)}){'?' if one.may_miss else ''}" for one in pieces[first:])
    return Form(
        rule=row["rule"],
        act=row["act"],
        node=row.get("node", ""),
        given=row.get("given", {}),
        elements=tuple(
            Element(tuple(one.categories.split("|")), one.is_inside, one.may_miss) for one in pieces[first:]
        ),
        signs=f"(?<={before}){within}" if before else within,
        rank=rank,
    )


def _to_class(categories: str, signs: Mapping[frozenset[str], str]) -> str:
    wanted = frozenset(categories.split("|"))
    chosen = "".join(sign for one, sign in signs.items() if one & wanted)
    unknown = [one for one in wanted if not any(one in known for known in signs)]
    if unknown:
        message = f"no word has the category {unknown[0]}"
        raise ValueError(message)
    return f"[{chosen}]"


def _is_over_nodes(form: Form) -> bool:
    return any(category in NODES for element in form.elements for category in element.categories)


def flatten(text: str) -> str:
    """Give a text in which line ends, hard blanks and hyphens are blanks, so that phrases are found across them."""
    return text.replace("\n", " ").replace("\u00a0", " ").replace("-", " ")


def _by_first_word(entries: Mapping[tuple[str, ...], Entry]) -> dict[str, tuple[tuple[str, Entry], ...]]:
    found: dict[str, list[tuple[str, Entry]]] = {}
    for words, entry in entries.items():
        if len(words) > 1:
            found.setdefault(words[0], []).append((flatten(entry.written[len(words[0]) :]), entry))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def _by_first_sign(forms: Iterable[Form], signs: Mapping[frozenset[str], str]) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for form in forms:
        for sign in _beginnings(form, signs):
            found.setdefault(sign, []).append(form)
    return {sign: tuple(rows) for sign, rows in found.items()}


def _beginnings(form: Form, signs: Mapping[frozenset[str], str]) -> Iterator[str]:
    wanted: set[str] = set()
    for element in form.elements:
        wanted |= set(element.categories)
        if not element.may_miss:
            break
    return (sign for one, sign in signs.items() if one & wanted)


def _make_island(forms: Iterable[Form], signs: Mapping[frozenset[str], str]) -> re.Pattern[str]:
    """Give what finds the beginnings of forms: a sign that one may begin with."""
    starts = {sign for form in forms for sign in _beginnings(form, signs)}
    return re.compile(f"[{''.join(sorted(starts))}]" if starts else "(?!)")
