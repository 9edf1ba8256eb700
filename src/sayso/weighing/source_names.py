"""Whether two names are those of one source, across scripts and spellings, whole, shortened or as an acronym.

Takes names as reports write them and gives what rule joins them, None where none does. Names of persons are left to
`vocabulary.names`. Linear in the names, which are cut.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.vocabulary.names import LONGEST_NAME, sound_of

WORD = re.compile(r"[^\W_]+(?:[-'\u2019\u02bc][^\W_]+)*")
CYRILLIC = re.compile("[\u0400-\u04ff]")
LETTERS = re.compile(r"[^\W_]+")
QUOTED = re.compile('[\u00ab\u201c\u201e"]([^\u00ab\u00bb\u201c\u201d\u201e"]+)[\u00bb\u201d\u201c"]')
SAME_NAME = "the same name"
# Words as short as this, in small letters, are no part of what tells a name: the, of, for.
SHORT = 3
# A word goes with another that begins like it, whatever ending follows: Tracta, Tract.
STEM = 4
LONGEST_ENDING = 3
FEWEST_INITIALS = 2
MOST_INITIALS = 8


@lru_cache(maxsize=16384)
def match_titles(one: str, other: str) -> str | None:
    """Tell why two names of bodies, outlets or papers are one: the same, one within the other, or its acronym.

    Where one holds words in quotation marks, these are its name: agency "Kolokol".
    """
    rule = _match(one, other)
    inner, its_inner = _quoted(one), _quoted(other)
    return rule or (_match(inner, its_inner) if (inner, its_inner) != (one, other) else None)


def _match(one: str, other: str) -> str | None:
    left, right = _words(one), _words(other)
    if not left or not right:
        return None
    if left == right:
        return SAME_NAME
    if len(left) == len(right) and all(map(is_one_word, left, right)):
        return "the same name in other letters or with another ending"
    if is_acronym(one, other) or is_acronym(other, one):
        return "an acronym of the name"
    is_part = (len(left) <= len(right) and _is_among(one, right)) or (
        len(right) <= len(left) and _is_among(other, left)
    )
    return "a part of the name" if is_part else None


def _is_among(name: str, words: Sequence[str]) -> bool:
    """Tell whether what tells a name are all among some words."""
    telling = _telling_words(name)
    return bool(telling) and all(any(is_one_word(word, other) for other in words) for word in telling)


@lru_cache(maxsize=4096)
def _telling_words(name: str) -> tuple[str, ...]:
    """Give the words of a name but those that any may have: the, of, for."""
    found = WORD.findall(name[:LONGEST_NAME])
    return tuple(sound_of(word) for word in found if len(word) > SHORT or not word.islower())


def is_named_within(name: str, description: str) -> bool:
    """Tell whether a description holds a whole name or its acronym: men of the Harbour Office, of the HO."""
    words = LETTERS.findall(description[:LONGEST_NAME])
    return any(is_acronym(word, name) for word in words) or _is_among(name, _words(description))


def is_acronym(short: str, name: str) -> bool:
    """Tell whether capitals alone, such as UNO, are the initials of a name, small words of it left out or not."""
    return _capitals_alone(short) in _initials(name)


def name_keys(name: str) -> frozenset[str]:
    """Give what a name is looked up by: names that `match_titles` joins have a key in common."""
    words = (*_words(name), *_words(_quoted(name)))
    acronyms = {*_initials(name), *_initials(_quoted(name)), _capitals_alone(name), _capitals_alone(_quoted(name))}
    return frozenset(word[:STEM] for word in words) | {f"={one}" for one in acronyms if one}


def _capitals_alone(name: str) -> str | None:
    """Give the letters of a name that is an acronym."""
    letters = name[:LONGEST_NAME].strip(' ."\u00ab\u00bb').replace(".", "")
    is_short = FEWEST_INITIALS <= len(letters) <= MOST_INITIALS
    return letters if is_short and letters.isupper() and letters.isalpha() else None


@lru_cache(maxsize=4096)
def _initials(name: str) -> frozenset[str]:
    """Give the acronyms that a name of several words may have."""
    words = WORD.findall(name[:LONGEST_NAME])
    if len(words) <= 1:
        return frozenset()
    all_of_them = "".join(word[0] for word in words).upper()
    capitals = "".join(word[0] for word in words if word[0].isupper())
    long = "".join(word[0] for word in words if len(word) > SHORT).upper()
    return frozenset(one for one in (all_of_them, capitals, long) if one)


def is_written_alike(one: str, other: str) -> bool:
    """Tell whether two names are in letters of one alphabet."""
    return bool(CYRILLIC.search(one)) == bool(CYRILLIC.search(other))


def _quoted(name: str) -> str:
    """Give what stands in quotation marks in a name, the whole of it where nothing does."""
    found = QUOTED.search(name[:LONGEST_NAME])
    return found.group(1) if found else name


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(sound_of(word) for word in WORD.findall(name[:LONGEST_NAME]))


def is_one_word(one: str, other: str) -> bool:
    """Tell whether two words are one but for an ending, which has no number in it."""
    if one == other:
        return True
    if one[:STEM] != other[:STEM] or min(len(one), len(other)) < STEM:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
    longest = max(len(one), len(other))
    is_ending = longest - shared <= LONGEST_ENDING and shared * 2 > longest
    return is_ending and not any(map(str.isdigit, one[shared:] + other[shared:]))
