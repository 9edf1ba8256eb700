"""Whether two names may be those of one person, written in Latin or Cyrillic letters, Russian, Ukrainian or English.

Takes two names, gives how they go together with a score and the rule, None where they do not. Letters that languages
write one sound with fall together (Верещагин, Верещагін, Vereshchahin). Time is linear in the names, which are cut.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

import attrs

LONGEST_NAME = 120
# Words whose sound is kept at hand: those of some thousand reports, some megabytes.
KEPT_WORDS = 50_000
# Pairs of names for which it is kept whether they go together: few names of sources come again and again.
KEPT_PAIRS = 8192
NUMBER = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019\u02bc][^\W\d_]+)*")
APOSTROPHES = dict.fromkeys(map(ord, "'\u2019\u02bc\u2018`\u2032\u00b4"))
CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "э": "e", "ё": "e", "ж": "zh",
        "з": "z", "и": "i", "і": "i", "ї": "i", "ы": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "x", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ъ": "", "ь": "", "ю": "iu", "я": "ia",
    }
)  # fmt: skip
# Ways to write one sound in Latin letters, the longer first, and the one they fall together in.
LATIN = (
    ("shch", "shch"), ("sch", "shch"), ("zh", "zh"), ("kh", "x"), ("ch", "ch"), ("sh", "sh"), ("tz", "ts"),
    ("yo", "e"), ("jo", "e"), ("ye", "e"), ("ie", "e"), ("je", "e"), ("ya", "ia"), ("ja", "ia"), ("yu", "iu"),
    ("ju", "iu"), ("yi", "i"), ("y", "i"), ("j", "i"), ("w", "v"), ("h", "g"),
)  # fmt: skip
SOUND = re.compile("|".join(sound for sound, _ in LATIN))
SOUNDS = dict(LATIN)
CARONS = str.maketrans({"č": "ch", "š": "sh", "ž": "zh"})
DOUBLED = re.compile(r"(.)\1+")
VOWELS = re.compile("[aeiou]+")
# How many vowels of a surname may be written otherwise.
MOST_VOWELS = 1
FEWEST_CONSONANTS = 2


class NameRule(StrEnum):
    """Why two names go together."""

    SAME = "the same name"
    SOUND = "the same name in other letters"
    SPELLING = "the same name but for a vowel"
    SURNAME = "the surname alone is the same"


SCORES = {NameRule.SAME: 1.0, NameRule.SOUND: 0.95, NameRule.SPELLING: 0.8, NameRule.SURNAME: 0.5}


@attrs.frozen(kw_only=True)
class NameMatch:
    """How two names go together; ``score`` is 0 to 1."""

    rule: NameRule
    score: float


@lru_cache(maxsize=KEPT_PAIRS)
def match_names(one: str, other: str) -> NameMatch | None:
    """Tell how two names of persons go together, the surname last in each.

    Given names count by their consonants, as Владимир and Володимир have the same; an initial stands for any name that
    begins with it. Two different given names are two persons, and so are call signs with two numbers.
    """
    left, right = _words(one), _words(other)
    if not left or not right or _numbers(one) != _numbers(other):
        return None
    if left == right:
        return _match(NameRule.SAME)
    rule = _match_surnames(sound_of(left[-1]), sound_of(right[-1]))
    if rule is None:
        return None
    if len(left) == 1 or len(right) == 1:
        return _match(rule if len(left) == len(right) else NameRule.SURNAME)
    return _match(rule) if _is_one_given(left[0], right[0]) else None


@lru_cache(maxsize=KEPT_WORDS)
def sound_of(word: str) -> str:
    """Give what a word of a name is compared by: Latin letters, in which one sound is written in one way."""
    plain = unicodedata.normalize("NFC", word.casefold()).translate(APOSTROPHES).translate(CARONS)
    plain = plain.replace("-", "")
    written = plain.translate(CYRILLIC)
    if written == plain:
        bare = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
        written = SOUND.sub(lambda found: SOUNDS[found.group()], bare)
    return DOUBLED.sub(r"\1", written)


def _match(rule: NameRule) -> NameMatch:
    return NameMatch(rule=rule, score=SCORES[rule])


def _words(name: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(name[:LONGEST_NAME])]


def _match_surnames(one: str, other: str) -> NameRule | None:
    if one == other:
        return NameRule.SOUND
    consonants = VOWELS.sub("", one)
    if consonants != VOWELS.sub("", other) or len(consonants) < FEWEST_CONSONANTS:
        return None
    vowels, others = VOWELS.findall(one), VOWELS.findall(other)
    if len(vowels) != len(others):
        return None
    differ = sum(left != right for left, right in zip(vowels, others, strict=True))
    return NameRule.SPELLING if differ <= MOST_VOWELS else None


def _is_one_given(one: str, other: str) -> bool:
    left, right = sound_of(one), sound_of(other)
    if len(one) == 1 or len(other) == 1:
        return left[:1] == right[:1]
    return left == right or VOWELS.sub("", left) == VOWELS.sub("", right) != ""


def _numbers(name: str) -> list[str]:
    return NUMBER.findall(name[:LONGEST_NAME])
