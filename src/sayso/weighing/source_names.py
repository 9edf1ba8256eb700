"""Whether two names are those of one source, across scripts and spellings, whole, shortened or as an acronym.

Takes names as reports write them and gives what rule joins them, None where none does. Names of persons are left to
`vocabulary.names`. Linear in the names, which are cut.
"""

import re
from functools import lru_cache

from sayso.vocabulary.names import LONGEST_NAME, sound_of

WORD = re.compile(r"[^\W_]+(?:[-'\u2019\u02bc][^\W_]+)*")
CYRILLIC = re.compile("[\u0400-\u04ff]")
QUOTED = re.compile('[\u00ab\u201c\u201e"]([^\u00ab\u00bb\u201c\u201d\u201e"]+)[\u00bb\u201d\u201c"]')
# Words as short as this are no part of what tells a name: the, of, for.
SHORT = 3
# A word goes with another that begins like it, whatever ending follows: Tracta, Tract.
STEM = 4
LONGEST_ENDING = 3
FEWEST_INITIALS = 2
MOST_INITIALS = 8


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
        return "the same name"
    if len(left) == len(right) and all(map(_is_one_word, left, right)):
        return "the same name in other letters or with another ending"
    if is_acronym(one, other) or is_acronym(other, one):
        return "an acronym of the name"
    shorter, longer = sorted((left, right), key=len)
    telling = [word for word in shorter if len(word) > SHORT]
    if telling and all(any(_is_one_word(word, long) for long in longer) for word in telling):
        return "a part of the name"
    return None


def is_named_within(name: str, description: str) -> bool:
    """Tell whether a description holds a whole name: a spokesman for the Harbour Office, the Harbour Office."""
    telling = [word for word in _words(name) if len(word) > SHORT]
    described = _words(description)
    return bool(telling) and all(any(_is_one_word(word, one) for one in described) for word in telling)


def is_acronym(short: str, name: str) -> bool:
    """Tell whether capitals alone, such as UNO, are the initials of a name, small words of it left out or not."""
    letters = short.strip(' .\u00ab\u00bb"').replace(".", "")
    if not (FEWEST_INITIALS <= len(letters) <= MOST_INITIALS and letters.isupper() and letters.isalpha()):
        return False
    words = WORD.findall(name[:LONGEST_NAME])
    initials = "".join(word[0] for word in words).upper()
    capitals = "".join(word[0] for word in words if word[0].isupper())
    long = "".join(word[0] for word in words if len(word) > SHORT).upper()
    return len(words) > 1 and letters in {initials, capitals, long}


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


def _is_one_word(one: str, other: str) -> bool:
    if one == other:
        return True
    shared = next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), None)
    shared = min(len(one), len(other)) if shared is None else shared
    longest = max(len(one), len(other))
    return shared >= STEM and longest - shared <= LONGEST_ENDING and shared * 2 > longest
