"""A text -> its parts as forms of times see them: each with a sign for what it may be, and its values.

Numbers in words are put together (`twenty-four`, `nineteen ninety-six`), endings of numbers are taken to them (`5th`,
`1990s`), hyphens within compounds are passed over (`third-quarter`). The time is linear in the length of the text.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sayso.knowledge.dates import BARRIER, OTHER, TOKEN, DateGrammar, Entry, Value

LONGEST_NUMBER = 9
FIRST_YEAR, LAST_YEAR, FIRST_MODERN, LAST_MODERN = 1_000, 2_199, 1_900, 2_100
MOST_DAYS, MOST_HOURS, MOST_OF_TWO, MOST_OF_THREE = 31, 24, 99, 999
TENS, LAST_TENS, FIRST_CENTURY, LAST_CENTURY, LEAST_YEARS = 20, 90, 10, 21, 10
ENDS = frozenset(".!?;…")
HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—")
SUFFIX = re.compile(r"[-‐‑’']?[^\W\d_]{1,4}(?![^\W_])")
# What stands right before a number that is no year: a currency, a sign of numbering, a letter and a hyphen.
BEFORE_OTHERS = frozenset("$€£₴₽№#/.,_")
NOTHING: Mapping[str, Value] = {}


class Token(NamedTuple):
    """A part of the text: its characters, its sign and its values by category."""

    start: int
    end: int
    sign: str
    values: Mapping[str, Value]


def split_tokens(text: str, grammar: DateGrammar) -> list[Token]:
    """Give the parts of a text."""
    return list(_join_numbers(list(_tokens(text, grammar)), grammar))


def _tokens(text: str, grammar: DateGrammar) -> Iterator[Token]:
    words, phrases, cased, same, skip = grammar.words, grammar.phrases, grammar.cased, grammar.same_letters, 0
    for match in TOKEN.finditer(text):
        start = match.start()
        if start < skip:
            continue
        kind = match.lastgroup
        if kind == "word":
            written = match.group()
            key = written.lower().translate(same) if same else written.lower()
            if key in phrases:
                end, entry = _find_phrase(text, match.end(), phrases[key], same)
                if entry is not None:
                    skip = end
                    yield Token(start, end, entry.sign, entry.values)
                    continue
            entry = words.get(key) or (_less_possessive(key, grammar) if "'" in key or "’" in key else None)
            if entry is None or (key in cased and written[0].islower()):
                yield Token(start, match.end(), OTHER, NOTHING)
                continue
            end = match.end()
            skip = end + 1 if text[end : end + 1] == "." and f"{key}." in grammar.suffixes else end
            yield Token(start, end, entry.sign, entry.values)
        elif kind == "number":
            token = _number(text, start, match.end(), grammar)
            skip = token.end
            yield token
        elif kind == "mark":
            sign = match.group()
            if sign in HYPHENS and _is_within(text, start):
                continue
            yield _mark(sign, start, grammar)
        else:
            yield _other(kind or "", match, grammar)


def _mark(sign: str, start: int, grammar: DateGrammar) -> Token:
    entry = grammar.words.get("-" if sign in DASHES else sign)
    if entry is not None:
        return Token(start, start + 1, entry.sign, entry.values)
    return Token(start, start + 1, BARRIER if sign in ENDS else OTHER, NOTHING)


def _is_within(text: str, place: int) -> bool:
    """Tell whether a hyphen joins two words, or a number and a word."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return before.isalnum() and after.isalpha()


def _find_phrase(
    text: str, end: int, phrases: tuple[tuple[tuple[str, ...], Entry], ...], same: Mapping[int, str]
) -> tuple[int, Entry | None]:
    """Give the longest phrase that goes on here, and where it ends."""
    for words, entry in phrases:
        place = end
        for word in words[1:]:
            match = TOKEN.match(text, _skip_blank(text, place))
            if match is None or match.group().lower().translate(same) != word:
                break
            place = match.end()
        else:
            return place, entry
    return end, None


def _skip_blank(text: str, place: int) -> int:
    """Pass over blanks, a line end or a hyphen within a phrase, three characters at most."""
    for _ in range(3):
        if text[place : place + 1] in {" ", "\n", "\t", "\u00a0", "-"}:
            place += 1
    return place


def _less_possessive(key: str, grammar: DateGrammar) -> Entry | None:
    for ending in grammar.possessives:
        if key.endswith(ending):
            return grammar.words.get(key[: -len(ending)])
    return None


def _number(text: str, start: int, end: int, grammar: DateGrammar) -> Token:
    """Give a number in digits, with the ending that makes it an ordinal or a decade."""
    signs = grammar.signs
    if end - start > LONGEST_NUMBER or text[end : end + 1] == "%":
        return Token(start, end, OTHER, NOTHING)
    number, digits = int(text[start:end]), end - start
    suffix = SUFFIX.match(text, end)
    kind = grammar.suffixes.get(suffix.group().lower().lstrip("-‐‑’'")) if suffix else None
    if kind == "either":
        kind = "decade" if number % 10 == 0 and number > MOST_DAYS else "ordinal"
    if suffix and kind == "decade":
        kind = "short_decade" if digits <= 2 else "decade"
        return Token(start, suffix.end(), signs[frozenset((kind,))], {kind: number})
    is_year = digits == 4 and FIRST_YEAR <= number <= LAST_YEAR and not _is_numbered(text, start)
    if is_year and number % 100 == 0 and _precedes_noun(text, end, grammar):
        is_year = False
    if suffix and kind == "ordinal":
        kinds = ["ord"] + (["day"] if 1 <= number <= MOST_DAYS else [])
        kinds += ["year"] if is_year else []
        kinds += ["modern"] if is_year and FIRST_MODERN <= number <= LAST_MODERN else []
        end = suffix.end()
    else:
        kinds = _kinds(number, digits, is_year=is_year)
    return Token(start, end, signs[frozenset(kinds)], dict.fromkeys(kinds, number))


def _kinds(number: int, digits: int, *, is_year: bool) -> list[str]:
    """Give the categories of a number by its size: one of four digits is a year before it is a count."""
    if is_year:
        return ["year", "modern"] if FIRST_MODERN <= number <= LAST_MODERN else ["year"]
    if digits <= 2:
        hours, days = number <= MOST_HOURS, 1 <= number <= MOST_DAYS
        return ["num", "two", *(["hour"] if hours else []), *(["day"] if days else [])]
    return ["num", "three"] if digits == 3 else ["num"]


def _is_numbered(text: str, start: int) -> bool:
    """Tell whether the sign before a number shows that it is no year."""
    before = text[start - 1 : start]
    return before in BEFORE_OTHERS and before != "" if before != "-" else text[start - 2 : start - 1].isalpha()


def _precedes_noun(text: str, end: int, grammar: DateGrammar) -> bool:
    """Tell whether a round number counts what follows: a word in small letters that says nothing of time."""
    match = TOKEN.match(text, end + 1) if text[end : end + 1] == " " else None
    if match is None or match.lastgroup != "word" or not match.group()[0].islower():
        return False
    return match.group() not in grammar.words and match.group() not in grammar.phrases


def _other(kind: str, match: re.Match[str], grammar: DateGrammar) -> Token:
    if kind == "gap":
        return Token(match.start(), match.end(), BARRIER, NOTHING)
    written = match.group()
    if kind != "decimal":
        return Token(match.start(), match.end(), grammar.signs[frozenset((kind,))], {kind: written})
    return Token(match.start(), match.end(), grammar.signs[frozenset(("num", "dec"))], {"num": written, "dec": written})


def _join_numbers(tokens: list[Token], grammar: DateGrammar) -> Iterator[Token]:
    """Put tens and ones in words together, and then two such numbers that make a year."""
    place, signs = 0, grammar.signs
    while place < len(tokens):
        token = tokens[place]
        if "word" in token.values:
            first, after = _join_tens(tokens, place, signs)
            second, last = _join_tens(tokens, after, signs) if after < len(tokens) else (first, after)
            year = _year_in_words(first, second) if last > after else None
            if year is not None:
                kinds = ("year", "modern") if FIRST_MODERN <= year <= LAST_MODERN else ("year", "modern")
                yield Token(first.start, second.end, signs[frozenset(kinds)], dict.fromkeys(kinds, year))
                place = last
                continue
            yield first
            place = after
            continue
        yield token
        place += 1


def _join_tens(tokens: list[Token], place: int, signs: Mapping[frozenset[str], str]) -> tuple[Token, int]:
    token = tokens[place]
    tens = token.values.get("word")
    if not isinstance(tens, int) or tens % 10 or not TENS <= tens <= LAST_TENS or place + 1 == len(tokens):
        return token, place + 1
    following = tokens[place + 1]
    for kind in ("word", "ord"):
        ones = following.values.get(kind)
        if isinstance(ones, int) and 0 < ones < 10 and following.start - token.end == 1:
            number = tens + ones
            if kind == "word":
                kinds = ["num", "word"] + (["hour"] if number <= MOST_HOURS else [])
            else:
                kinds = ["ord"] + (["day"] if number <= MOST_DAYS else [])
            joined = Token(token.start, following.end, signs[frozenset(kinds)], dict.fromkeys(kinds, number))
            return joined, place + 2
    return token, place + 1


def _year_in_words(first: Token, second: Token) -> int | None:
    century, years = first.values.get("word"), second.values.get("word")
    if not isinstance(century, int) or not isinstance(years, int) or second.start - first.end != 1:
        return None
    if FIRST_CENTURY <= century <= LAST_CENTURY and LEAST_YEARS <= years <= MOST_OF_TWO:
        return century * 100 + years
    return None
