"""Which names of a place are kept, and which is its official one in English transliteration.

The names that GeoNames gathers hold codes of airports, postal codes, and machine transliterations of other scripts, all
in small letters (`and`, `were`); these are left out, for they are words of the texts that are read.
"""

import re
from collections.abc import Iterable, Iterator

from sayso.knowledge.gazetteer.keys import LONGEST_NAME, exact_key, skeleton_keys

SHORTEST = 3
# Scripts whose signs stand for syllables or words: two make a name.
DENSE = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff]")
CASED = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff]")
UKRAINE = "UA"
UKRAINIAN_ONLY = frozenset("іїєґ'\u2019\u02bc")
UKRAINIAN = re.compile("[а-яіїєґ'\u2019\u02bc\\- ]+")
# Resolution 55 of the Cabinet of Ministers of Ukraine (2010): within a word, and where it differs at its beginning.
WITHIN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
    "я": "ia", "'": "", "\u2019": "", "\u02bc": "",
}  # fmt: skip
FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def keep_names(names: Iterable[str]) -> Iterator[str]:
    """Give the names worth looking up, each once."""
    for name in dict.fromkeys(names):
        if len(name) <= LONGEST_NAME and _is_name(name):
            yield name


def _is_name(name: str) -> bool:
    letters = [sign for sign in name if sign.isalpha()]
    if DENSE.search(name):
        return len(letters) > 1
    if len(letters) < SHORTEST:
        return False
    # Letters with case, none of them a capital, are a transliteration; all of them in one short word, a code.
    if CASED.search(name) and name == name.lower():
        return False
    is_code = name.isascii() and name.isupper() and " " not in name and len(name) <= SHORTEST + 1
    return not is_code


def choose_official(name: str, country: str, others: Iterable[str]) -> str:
    """Give the official name in English transliteration: for Ukraine by its own rules, else the one given.

    A Ukrainian name counts only where it is the same name, written in Cyrillic.
    """
    if country != UKRAINE:
        return name
    wanted = skeleton_keys(name)
    same = [one for one in others if UKRAINIAN.fullmatch(one.lower()) and skeleton_keys(one, "uk") == wanted]
    marked = [one for one in same if UKRAINIAN_ONLY & set(one.lower())]
    best = [transliterate(one) for one in marked or same]
    return min(best, key=lambda one: (_differences(one, name), one)) if best else name


def transliterate(ukrainian: str) -> str:
    """Write a Ukrainian name in Latin letters by Resolution 55."""
    parts = re.split("([\\- ])", ukrainian)
    return "".join(_write_word(part) for part in parts)


def _write_word(word: str) -> str:
    small = word.lower().replace("зг", "zgh")
    first = FIRST.get(small[:1], WITHIN.get(small[:1], small[:1]))
    latin = first + "".join(WITHIN.get(sign, sign) for sign in small[1:])
    return latin.capitalize() if word[:1].isupper() else latin


def _differences(one: str, other: str) -> int:
    """Count places at which two spellings differ, roughly: it only orders a few."""
    return sum(a != b for a, b in zip(exact_key(one), exact_key(other), strict=False)) + abs(len(one) - len(other))
