"""Keys under which names of places meet: one that keeps the script, and skeletons that join scripts and spellings.

The exact key leaves out case, accents, apostrophes, marks and doubled blanks; Kyiv, KYIV and Ky\u00efv share it. A
skeleton is Latin: Cyrillic is written out, and the usual ways to write the same Slavic sound in Latin fall together
(Vovchans'k, Vov\u010dansk and \u0412\u043e\u0432\u0447\u0430\u043d\u0441\u044c\u043a; Huliaipole, Hulyaypole and \u0413\u0443\u043b\u044f\u0439\u043f\u043e\u043b\u0435). One letter is read in two ways, by language: \u0433 is g
in Russian and h in Ukrainian. Names that differ in more, as Kiev and Kyiv do, are names of their own.
"""

import re
import unicodedata
from functools import lru_cache

# Longer strings name no place; bounded so that no input can cost time.
LONGEST_NAME = 120

DROPPED = dict.fromkeys(
    map(ord, "'\u2019\u02bc\u2018`\u2032\u2033\u00b4\u02b9\u02ba\u02bb\u02bd\u02be\u02bf\u02c8\u05f3\u05f4\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a.\u00ad")
) | dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
LETTERS = str.maketrans(
    {
        "\u00f8": "o", "\u0111": "d", "\u0142": "l", "\u00e6": "ae", "\u0153": "oe", "\u00fe": "th", "\u00f0": "d",
        "\u0127": "h", "\u014b": "n", "\u0131": "i", "\u0259": "e", "\u0254": "o", "\u025b": "e",
    }
)  # fmt: skip
BREAKS = re.compile(r"[\s\-\u00b7\u2010-\u2015\u2212\u30a0_/,;:!?()\[\]{}|+&*\u2026\u060c]+")
CARONS = str.maketrans({"\u010d": "ch", "\u0161": "sh", "\u017e": "zh"})
CYRILLIC = str.maketrans(
    {
        "\u0430": "a", "\u0431": "b", "\u0432": "v", "\u0433": "g", "\u0491": "g", "\u0434": "d", "\u0435": "e",
        "\u0454": "ie", "\u0451": "e", "\u0436": "zh", "\u0437": "z", "\u0438": "i", "\u0456": "i", "\u0457": "i",
        "\u0439": "i", "\u043a": "k", "\u043b": "l", "\u043c": "m", "\u043d": "n", "\u043e": "o", "\u043f": "p",
        "\u0440": "r", "\u0441": "s", "\u0442": "t", "\u0443": "u", "\u0444": "f", "\u0445": "kh", "\u0446": "ts",
        "\u0447": "ch", "\u0448": "sh", "\u0449": "shch", "\u044a": "", "\u044b": "i", "\u044c": "", "\u044d": "e",
        "\u044e": "iu", "\u044f": "ia", "\u045e": "u", "\u0458": "i", "\u0459": "li", "\u045a": "ni", "\u0452": "di",
        "\u045b": "c", "\u045f": "dzh", "\u0453": "g", "\u045c": "k", "\u0455": "dz",
        "\u04d9": "e", "\u0493": "g", "\u049b": "k", "\u04a3": "n", "\u04e9": "o", "\u04b1": "u", "\u04af": "u",
        "\u04bb": "h", "\u04b7": "ch", "\u04b3": "h",
    }
)  # fmt: skip
# The letter that is read in two ways.
GHE = "\u0433"
READINGS = {"ru": ("g",), "uk": ("h",)}
ALL_READINGS = ("g", "h")
IS_CYRILLIC = re.compile("[\u0400-\u04ff]")
IS_LATIN = re.compile("[a-z]")
FOREIGN = re.compile(r"[^a-z0-9 ]")
CLUSTERS = (
    ("shch", "sh"), ("sch", "sh"), ("tsh", "ch"), ("kh", "h"), ("tz", "ts"), ("ou", "u"), ("w", "v"), ("x", "ks"),
    ("y", "i"), ("j", "i"),
)  # fmt: skip
# i before e is not heard apart, nor after a consonant before o (Artyomovsk, Artemovsk); doubled letters are one.
GLIDES = re.compile(r"i+e|(?<=[bcdfghklmnpqrstvz])io")
DOUBLES = re.compile(r"(zh|.)\1+")
BREVE, DIAERESIS, FIRST_POINT = "\u0306", "\u0308", 10


def exact_key(name: str) -> str:
    """Give a name without case, accents, apostrophes and marks, in its own script; words are parted by one blank."""
    if name.isascii():
        return BREAKS.sub(" ", name.lower().translate(DROPPED)).strip()
    return BREAKS.sub(" ", _strip_marks(unicodedata.normalize("NFKD", name.casefold())).translate(DROPPED)).strip()


def skeleton_keys(name: str, language: str | None = None) -> tuple[str, ...]:
    """Give the skeletons of a name in Latin or Cyrillic script, else none.

    There are two where a letter is read in two ways and ``language`` does not settle it.
    """
    if name.isascii():
        key = exact_key(name)
        return (_fold(key),) if key else ()
    key = exact_key(name.casefold().translate(CARONS))
    if not IS_CYRILLIC.search(key):
        return () if FOREIGN.search(key) or not IS_LATIN.search(key) else (_fold(key),)
    readings = READINGS.get(language or "", ALL_READINGS) if GHE in key else ("",)
    latin = [key.replace(GHE, reading).translate(CYRILLIC) for reading in readings]
    return tuple(_fold(one) for one in latin if not FOREIGN.search(one))


def is_cyrillic(name: str) -> bool:
    """Tell whether a name holds a Cyrillic letter."""
    return not name.isascii() and IS_CYRILLIC.search(name.casefold()) is not None


def _strip_marks(decomposed: str) -> str:
    """Drop combining marks, but for those that make letters of their own: Cyrillic short i and yi, signs of kana."""
    kept: list[str] = []
    base = ""
    for sign in decomposed:
        point = unicodedata.combining(sign)
        if point >= FIRST_POINT:
            is_letter = (sign == BREVE and base in "\u0438\u0443") or (sign == DIAERESIS and base == "\u0456")
            if not (is_letter and base):
                continue
        else:
            base = sign
        kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept)).translate(LETTERS)


@lru_cache(maxsize=65536)
def _fold_word(word: str) -> str:
    for one, other in CLUSTERS:
        if one in word:
            word = word.replace(one, other)
    return DOUBLES.sub(r"\1", GLIDES.sub("e", word))


def _fold(latin: str) -> str:
    return " ".join([_fold_word(word) for word in latin.split(" ")])
