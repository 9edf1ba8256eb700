"""Keys under which names of places meet: one that keeps the script, and skeletons that join scripts and spellings.

The exact key leaves out case, accents, apostrophes, marks and doubled blanks: Kyiv, KYIV and Kyïv share it. A skeleton
is Latin: Cyrillic is written out, and the usual ways to write one Slavic sound in Latin letters fall together
(Vovchans'k, Vovčansk and Вовчанськ; Huliaipole, Hulyaypole and Гуляйполе). One letter is read in two ways, by language:
г is g in Russian and h in Ukrainian. Names that differ in more, as Kiev and Kyiv do, are names of their own.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

# Longer strings name no place; bounded so that no input can cost time.
LONGEST_NAME = 120

DROPPED = dict.fromkeys(
    map(
        ord,
        "'\u2019\u02bc\u2018`\u2032\u2033\u00b4\u02b9\u02ba\u02bb\u02bd\u02be\u02bf\u02c8\u05f3\u05f4\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a.\u00ad",
    )
) | dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
        "ħ": "h", "ŋ": "n", "ı": "i", "ə": "e", "ɔ": "o", "ɛ": "e",
    }
)  # fmt: skip
# Most keys, in which there is nothing to drop and nothing parts words but a blank.
PLAIN = re.compile("[a-z\u0430-\u045f]+(?: [a-z\u0430-\u045f]+)*")
BREAKS = re.compile(r"[\s\-\u00b7\u2010-\u2015\u2212\u30a0_/,;:!?()\[\]{}|+&*\u2026\u060c]+")
CARONS = str.maketrans({"č": "ch", "š": "sh", "ž": "zh"})
HAS_CARON = frozenset(map(chr, CARONS))
CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e",
        "є": "ie", "ё": "e", "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i",
        "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
        "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
        "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e",
        "ю": "iu", "я": "ia", "ў": "u", "ј": "i", "љ": "li", "њ": "ni", "ђ": "di",
        "ћ": "c", "џ": "dzh", "ѓ": "g", "ќ": "k", "ѕ": "dz",
        "ә": "e", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u",
        "һ": "h", "ҷ": "ch", "ҳ": "h",
    }
)  # fmt: skip
# The letter that is read in two ways.
GHE = "г"
READINGS = {"ru": ("g",), "uk": ("h",)}
ALL_READINGS = ("g", "h")
IS_CYRILLIC = re.compile("[\u0400-\u04ff]")
IS_LATIN = re.compile("[a-z]")
FOREIGN = re.compile(r"[^a-z0-9 ]")
MIXED = re.compile("[a-z][^\\W\\d_]*[\u0400-\u04ff]|[\u0400-\u04ff][^\\W\\d_]*[a-z]")
# In this order; those with an h are looked for only where there is one.
CLUSTERS_WITH_H = (("shch", "sh"), ("sch", "sh"), ("tsh", "ch"), ("kh", "h"))
CLUSTERS = (("tz", "ts"), ("ou", "u"), ("w", "v"), ("x", "ks"), ("y", "i"), ("j", "i"))
# i before e is not heard apart, nor after a consonant before o (Artyomovsk, Artemovsk); doubled letters are one.
GLIDES = re.compile(r"i+e|(?<=[bcdfghklmnpqrstvz])io")
DOUBLES = re.compile(r"(zh|.)\1+")
# Tells in an eighth of the time whether there is any but zhzh.
DOUBLED = re.compile(r"(.)\1")
LATIN_WITH_MARKS = range(0xC0, 0x250)
APOSTROPHES = dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "")
BREVE, DIAERESIS, FIRST_POINT = "\u0306", "\u0308", 10
JOINED = frozenset((BREVE, DIAERESIS))


@lru_cache(maxsize=64)
def exact_key(name: str) -> str:
    """Give a name without case, accents, apostrophes and marks, in its own script; words are parted by one blank.

    Kept for a few names: whoever asks for its skeletons asks for this too.
    """
    if name.isascii():
        key = name.lower()
        is_plain = key.isalpha() or PLAIN.fullmatch(key)
    else:
        key = _plain(name.casefold())
        is_plain = PLAIN.fullmatch(key)
    return key if is_plain else BREAKS.sub(" ", key.translate(DROPPED)).strip()


def skeleton_keys(name: str, language: str | None = None) -> tuple[str, ...]:
    """Give the skeletons of a name in Latin or Cyrillic script, else none.

    There are two where a letter is read in two ways and ``language`` does not settle it.
    """
    if name.isascii():
        key = exact_key(name)
        return (fold(key),) if key else ()
    cased = name.casefold()
    key = exact_key(name if HAS_CARON.isdisjoint(cased) else cased.translate(CARONS))
    if key.isascii():
        return () if FOREIGN.search(key) or not IS_LATIN.search(key) else (fold(key),)
    if not IS_CYRILLIC.search(key):
        return ()
    readings = READINGS.get(language or "", ALL_READINGS) if GHE in key else ("",)
    latin = [key.replace(GHE, reading).translate(CYRILLIC) for reading in readings]
    return tuple(fold(one) for one in latin if not FOREIGN.search(one))


def is_cyrillic(name: str) -> bool:
    """Tell whether a name holds a Cyrillic letter."""
    return not name.isascii() and IS_CYRILLIC.search(name.casefold()) is not None


def mixes_scripts(name: str) -> bool:
    """Tell whether a word of a name holds letters of two scripts: it only looks like a name of either."""
    return not name.isascii() and MIXED.search(name.casefold()) is not None


def _plain(cased: str) -> str:
    """Write letters with marks, and such as are like them, without."""
    key = cased.translate(_plain_latin())
    return key if key.isascii() else _strip_marks(unicodedata.normalize("NFKD", cased))


@cache
def _plain_latin() -> dict[int, str]:
    """Give what most names that are not ASCII hold: Latin letters with marks that become plain ones, apostrophes."""
    plain = {code: _strip_marks(unicodedata.normalize("NFKD", chr(code))) for code in LATIN_WITH_MARKS}
    return {code: letter for code, letter in plain.items() if letter.isascii()} | APOSTROPHES


def _strip_marks(decomposed: str) -> str:
    """Drop combining marks, but for those that make letters of their own: Cyrillic short i and yi, signs of kana."""
    if JOINED.isdisjoint(decomposed):
        return _compose([sign for sign in decomposed if unicodedata.combining(sign) < FIRST_POINT])
    kept: list[str] = []
    base = ""
    for sign in decomposed:
        point = unicodedata.combining(sign)
        if point >= FIRST_POINT:
            is_letter = (sign == BREVE and base in "иу") or (sign == DIAERESIS and base == "і")
            if not (is_letter and base):
                continue
        else:
            base = sign
        kept.append(sign)
    return _compose(kept)


def _compose(signs: Iterable[str]) -> str:
    key = "".join(signs)
    return key if key.isascii() else unicodedata.normalize("NFC", key).translate(LETTERS)


def fold(latin: str) -> str:
    """Give the skeleton of an exact key in ASCII: the usual ways to write one sound fall together.

    Nothing that falls together goes over a blank.
    """
    if "h" in latin:
        for one, other in CLUSTERS_WITH_H:
            latin = latin.replace(one, other)
    for one, other in CLUSTERS:
        if one in latin:
            latin = latin.replace(one, other)
    if "ie" in latin or "io" in latin:
        latin = GLIDES.sub("e", latin)
    return DOUBLES.sub(r"\1", latin) if DOUBLED.search(latin) or "zhzh" in latin else latin
