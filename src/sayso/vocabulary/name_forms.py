"""The words of a text that may belong to a name, and the forms that a name has in other cases of its language.

Takes text, gives words with their places; takes a name and a word, tells whether one is a form of the other.
"""

import re
import unicodedata
from functools import lru_cache, partial
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

# What no separator is in: white space, punctuation, arrows, blocks and the like. Marks that nobody sees stay inside.
WORD = re.compile(
    "[^\\s\\x00-/:-@\\[-`{-\xac\xae-\xbf\u060c\u061b\u061f\u06d4\u0964\u0965"
    "\u2010-\u205e\u2190-\u2bff\u3000-\u3004\u3008-\u303f\uff00-\uff0f]+"
)
CUT = re.compile(f"({WORD.pattern})")
UNSEEN = dict.fromkeys((0x00AD, 0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
SHORTEST_STEM = 4
LONGEST_ENDING = 2
# Vowels of Cyrillic names, those that come and go in their last syllable, and the endings of their forms.
VOWELS = "\u0430\u0435\u0438\u043e\u0443\u044b\u044d\u044e\u044f\u0454\u0456"
FLEES = "\u0435\u043e\u0456"
ENDING = f"[{VOWELS}\u044c]{{0,2}}\u043c?"
FLEETING = re.compile(rf"(\w+)[{FLEES}]([^{VOWELS}]+)")


class Word(NamedTuple):
    """A word of a text: where it stands, and its letters as written and regardless of case."""

    start: int
    end: int
    bare: str
    folded: str


# Without the detour over a function that a named tuple's own way takes.
_make_word = partial(tuple.__new__, Word)
_bare_of = itemgetter(Word._fields.index("bare"))


def find_words(text: str) -> list[Word]:
    """Give the words of a text, in order; marks that nobody sees are left out of their letters."""
    parts = CUT.split(text)
    bare = parts[1::2]
    if not text.isascii():
        bare = [one if one.isascii() else unicodedata.normalize("NFC", one.translate(UNSEEN)) for one in bare]
    # All are folded together: no word has a line end in it.
    folded = "\n".join(bare).casefold().split("\n")
    borders = list(accumulate(map(len, parts)))
    ways = zip(borders[:-1:2], borders[1::2], bare, folded, strict=False)
    return list(map(_make_word, filter(_bare_of, ways)))


def singular(word: Word) -> str:
    """Give a word without the ending of a plural."""
    return word.bare[:-1] if word.folded[-1:] == "s" else word.bare


def is_uncased(name: str) -> bool:
    """Tell whether a name has no letters that are large or small."""
    return name.lower() == name.upper()


def is_form_of(name: str, word: str) -> bool:
    """Tell whether a word is a name with another ending, or holds it in a script that does not part words.

    Only for names outside of ASCII: English takes names as they are, and there `Annan` is no form of `Anna`.
    """
    if is_uncased(name):
        return name in word
    if word.islower() or len(word) > len(name) + LONGEST_ENDING:
        return False
    written, own = plain(word), plain(name)
    if written[:1] != own[:1]:
        return False
    stem = max(SHORTEST_STEM, len(own) - 1)
    return written[:stem] == own[:stem] or bool(_other_forms(own).fullmatch(written))


@lru_cache(maxsize=4_096)
def plain(word: str) -> str:
    """Give a word in small letters without accents, so that `\u0451` is `\u0435`; kept, as words come back."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(sign))


@lru_cache(maxsize=256)
def _other_forms(own: str) -> re.Pattern[str]:
    """Give the pattern of forms that do not begin as the name does: of short names, and of those that lose a vowel.

    `\u042f\u043d\u0430`, `\u042f\u043d\u0443`; `\u041b\u0435\u0432`, `\u041b\u044c\u0432\u0430`;
    `\u0421\u0438\u0434\u0456\u0440`, `\u0421\u0438\u0434\u043e\u0440\u0430`.
    """
    ways = [re.escape(own)]
    bare = own.rstrip(VOWELS)
    if len(own) <= SHORTEST_STEM and len(bare) > 1:
        ways.append(f"{re.escape(bare)}{ENDING}")
    losing = FLEETING.fullmatch(own)
    if losing:
        ways.append(f"{re.escape(losing[1])}[{FLEES}\u044c]?{re.escape(losing[2])}{ENDING}")
    return re.compile("|".join(ways))
