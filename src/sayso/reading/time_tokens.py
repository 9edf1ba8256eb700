"""A text -> its parts as forms of times see them: each with a sign for what it may be, and its values.

Numbers in words are put together (`twenty-four`, `nineteen ninety-six`), endings of numbers are taken to them (`5th`,
`1990s`), hyphens within compounds are passed over (`third-quarter`). The time is linear in the length of the text.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sayso.knowledge.dates import BARRIER, MOST_DAYS, MOST_HOURS, OTHER, TOKEN, DateGrammar, Entry, Value, flatten

LONGEST_NUMBER = 9
FIRST_YEAR, LAST_YEAR, FIRST_MODERN, LAST_MODERN, YEAR_DIGITS = 1_000, 2_199, 1_900, 2_100, 4
TENS, LAST_TENS, FIRST_CENTURY, LAST_CENTURY, LEAST_YEARS, MOST_YEARS = 20, 90, 13, 21, 10, 99
HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—")
# Where no time runs across: an empty line, or what ends a sentence before a capital or a quotation mark; no full stop
# after a single letter, as in `5 p.m. Tuesday`.
BREAK = re.compile(r"\n\s*\n|(?<![\W_][^\W\d_])[.!?…][’”\"»')\]]*\s+(?=[^\W\d_a-zа-яіїєґё]|[“\"«‘—–-])")
DIGIT = re.compile("[0-9]")
WORD = re.compile(r"[^\W\d_]+")
SUFFIX = re.compile(r"[-‐‑’']?([^\W\d_]{1,4})(?![^\W_])")
# What stands right before a number that is no year: a currency, a sign of numbering, a part of a number.
BEFORE_OTHERS = frozenset("$€£₴₽№#/.,_")
AFTER_OTHERS = frozenset("/_")
NOTHING: Mapping[str, Value] = {}


class Token(NamedTuple):
    """A part of the text: its characters, its sign and its values by category; words without any are one part."""

    start: int
    end: int
    sign: str
    values: Mapping[str, Value]


def split_tokens(text: str, grammar: DateGrammar) -> list[Token]:
    """Give the parts of a text."""
    found: list[Token] = []
    has_words = False
    folded = _fold(text, grammar)
    flat = flatten(folded)
    for start, end in _sentences(text):
        if DIGIT.search(folded, start, end) or not grammar.triggers.isdisjoint(WORD.findall(folded, start, end)):
            has_words = _split(Source(text, folded, flat), start, end, found, grammar) or has_words
        found.append(Token(start, max(end, start + 1), BARRIER, NOTHING))
    return list(_join_numbers(found, grammar)) if has_words else found


class Source(NamedTuple):
    """A text as it is, in small letters, and in these without line ends and hyphens; all of one length."""

    text: str
    folded: str
    flat: str


def _fold(text: str, grammar: DateGrammar) -> str:
    """Give a text in small letters; one whose length that changes, letter by letter where it does not."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(low if len(low := one.lower()) == 1 else one for one in text)
    return folded.translate(grammar.same_letters) if grammar.same_letters else folded


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give stretches of the text that no time runs across."""
    start = 0
    for match in BREAK.finditer(text):
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _split(source: Source, start: int, end: int, found: list[Token], grammar: DateGrammar) -> bool:
    """Add the parts of a stretch of the text; tell whether there are numbers in words among them."""
    known, add, skip, has_words = grammar.known, found.append, 0, False
    run: re.Match[str] | None = None
    last = run
    for match in TOKEN.finditer(source.folded, start, end):
        if skip and match.start() < skip:
            continue
        skip = 0
        is_word = match.lastgroup == "word"
        # Words are by far the most, and most of them tell nothing of time.
        if is_word and (key := match.group()) not in known and "'" not in key and "’" not in key:
            run, last = run or match, match
            continue
        if run and last:
            add(Token(run.start(), last.end(), OTHER, NOTHING))
            run = None
        token = _word(source, match, grammar) if is_word else _TELL[match.lastgroup or ""](source.text, match, grammar)
        if token is not None:
            add(token)
            skip = token.end + _is_abbreviation(source, token, grammar)
            has_words = has_words or "word" in token.values
    if run and last:
        add(Token(run.start(), last.end(), OTHER, NOTHING))
    return has_words


def _is_abbreviation(source: Source, token: Token, grammar: DateGrammar) -> bool:
    """Tell whether a full stop follows that belongs to the word."""
    is_stop = source.text[token.end : token.end + 1] == "."
    return is_stop and f"{source.folded[token.start : token.end]}." in grammar.abbreviations


def _word(source: Source, match: re.Match[str], grammar: DateGrammar) -> Token:
    """Give a word, or the longest phrase that begins with it."""
    (start, end), key = match.span(), match.group()
    for tail, entry in grammar.phrases.get(key, ()):
        last = end + len(tail)
        if source.flat.startswith(tail, end) and not source.flat[last : last + 1].isalpha():
            return Token(start, last, entry.sign, entry.values)
    found = grammar.words.get(key) or _less_possessive(key, grammar)
    if found is None or (key in grammar.cased and source.text[start].islower()):
        return Token(start, end, OTHER, NOTHING)
    return Token(start, end, found.sign, found.values)


def _less_possessive(key: str, grammar: DateGrammar) -> Entry | None:
    for ending in grammar.possessives:
        if key.endswith(ending):
            return grammar.words.get(key[: -len(ending)])
    return None


def _tell_number(text: str, match: re.Match[str], grammar: DateGrammar) -> Token:
    """Give a number in digits, with the ending that makes it an ordinal or a decade."""
    (start, end), signs = match.span(), grammar.signs
    if end - start > LONGEST_NUMBER or text[end : end + 1] == "%":
        return Token(start, end, OTHER, NOTHING)
    number, digits = int(text[start:end]), end - start
    suffix = None if text[end : end + 1].isspace() else SUFFIX.match(text, end)
    kind = grammar.suffixes.get(suffix[1].lower()) if suffix else None
    if kind == "either":
        kind = "decade" if number % 10 == 0 and number > MOST_DAYS else "ordinal"
    if suffix and kind == "decade" and not _is_possessive(suffix, number, digits):
        name = "short_decade" if digits < YEAR_DIGITS else "decade"
        return Token(start, suffix.end(), signs[frozenset((name,))], {name: number})
    is_year = digits == YEAR_DIGITS and FIRST_YEAR <= number <= LAST_YEAR and not _is_numbered(text, start, end)
    if is_year and number % 100 == 0 and _precedes_noun(text, end, grammar):
        is_year = False
    kinds = _kinds(number, digits, is_year=is_year)
    if suffix and kind == "ordinal":
        kinds = ["ord", *(one for one in kinds if one in {"day", "year", "modern"})]
        end = suffix.end()
    return Token(start, end, signs[frozenset(kinds)], dict.fromkeys(kinds, number))


def _is_possessive(suffix: re.Match[str], number: int, digits: int) -> bool:
    """Tell whether an ending is that of a year as an owner: `2014's budget`; of round ones it may be a decade's."""
    return digits == YEAR_DIGITS and number % 10 > 0 and suffix.start() < suffix.start(1)


def _kinds(number: int, digits: int, *, is_year: bool) -> list[str]:
    """Give the categories of a number by its size: one of four digits is a year before it is a count."""
    if is_year:
        return ["year", "modern"] if FIRST_MODERN <= number <= LAST_MODERN else ["year"]
    if digits <= 2:  # noqa: PLR2004 - as a day and an hour have
        hours, days = number <= MOST_HOURS, 1 <= number <= MOST_DAYS
        return ["num", "two", *(["hour"] if hours else []), *(["day"] if days else [])]
    return ["num", "three"] if digits == YEAR_DIGITS - 1 else ["num"]


def _is_numbered(text: str, start: int, end: int) -> bool:
    """Tell whether the sign beside a number shows that it is no year, but part of a name or another number."""
    if text[end : end + 1] in AFTER_OTHERS and text[end : end + 1]:
        return True
    before = text[start - 1 : start] if start else ""
    return text[start - 2 : start - 1].isalpha() if before == "-" else before.isalpha() or before in BEFORE_OTHERS


def _precedes_noun(text: str, end: int, grammar: DateGrammar) -> bool:
    """Tell whether a round number counts what follows: a word in small letters that says nothing of time."""
    match = TOKEN.match(text, end + 1) if text[end : end + 1] == " " else None
    if match is None or match.lastgroup != "word" or not match.group()[0].islower():
        return False
    return match.group() not in grammar.words and match.group() not in grammar.phrases


def _tell_digits(_: str, match: re.Match[str], grammar: DateGrammar) -> Token:
    """Give a date or a time of day in digits, or a number with a fraction."""
    kind, written = match.lastgroup or "", match.group()
    if kind == "decimal":
        return Token(
            match.start(), match.end(), grammar.signs[frozenset(("num", "dec"))], {"num": written, "dec": written}
        )
    return Token(match.start(), match.end(), grammar.signs[frozenset((kind,))], {kind: written})


def _tell_mark(text: str, match: re.Match[str], grammar: DateGrammar) -> Token | None:
    """Give a mark that forms may hold; None for a hyphen that joins two words, or a number and a word."""
    place, mark = match.start(), match.group()
    if mark in HYPHENS and text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalpha():
        return None
    entry = grammar.words.get("-" if mark in DASHES else mark)
    sign, values = (OTHER, NOTHING) if entry is None else (entry.sign, entry.values)
    return Token(place, match.end(), sign, values)


def _tell_stop(_: str, match: re.Match[str], __: DateGrammar) -> Token:
    return Token(match.start(), match.end(), BARRIER, NOTHING)


def _tell_rest(_: str, match: re.Match[str], __: DateGrammar) -> Token:
    return Token(match.start(), match.end(), OTHER, NOTHING)


_TELL = {
    "number": _tell_number,
    "iso": _tell_digits,
    "dotted": _tell_digits,
    "clock": _tell_digits,
    "decimal": _tell_digits,
    "mark": _tell_mark,
    "stop": _tell_stop,
    "rest": _tell_rest,
}


def _join_numbers(tokens: list[Token], grammar: DateGrammar) -> Iterator[Token]:
    """Put tens and ones in words together, and then two such numbers that make a year."""
    place, signs = 0, grammar.signs
    while place < len(tokens):
        token = tokens[place]
        if "word" not in token.values:
            yield token
            place += 1
            continue
        first, after = _join_tens(tokens, place, signs)
        second, last = _join_tens(tokens, after, signs) if after < len(tokens) else (first, after)
        year = _year_in_words(first, second) if last > after else None
        if year is None:
            yield first
            place = after
            continue
        yield Token(first.start, second.end, signs[frozenset(("year", "modern"))], {"year": year, "modern": year})
        place = last


def _join_tens(tokens: list[Token], place: int, signs: Mapping[frozenset[str], str]) -> tuple[Token, int]:
    token = tokens[place]
    tens = token.values.get("word")
    if not isinstance(tens, int) or tens % 10 or not TENS <= tens <= LAST_TENS or place + 1 == len(tokens):
        return token, place + 1
    following = tokens[place + 1]
    for kind in ("word", "ord"):
        ones = following.values.get(kind)
        if isinstance(ones, int) and 0 < ones < 10 and following.start - token.end == 1:  # noqa: PLR2004 - ones
            number = tens + ones
            kinds = ["num", "word"] if kind == "word" else ["ord"]
            kinds += ["hour"] if kind == "word" and number <= MOST_HOURS else []
            kinds += ["day"] if kind == "ord" and number <= MOST_DAYS else []
            joined = Token(token.start, following.end, signs[frozenset(kinds)], dict.fromkeys(kinds, number))
            return joined, place + 2
    return token, place + 1


def _year_in_words(first: Token, second: Token) -> int | None:
    century, years = first.values.get("word"), second.values.get("word")
    if not isinstance(century, int) or not isinstance(years, int) or second.start - first.end != 1:
        return None
    if FIRST_CENTURY <= century <= LAST_CENTURY and LEAST_YEARS <= years <= MOST_YEARS:
        return century * 100 + years
    return None
