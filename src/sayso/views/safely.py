"""Text from outside, made safe to print on one line of a terminal. Imports nothing: ``--help`` passes by here."""

# Marks that order or break a line and show nothing; they are left out.
INVISIBLE = dict.fromkeys((0x00AD, 0x061C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF))
# The joiners are needed to write Persian and the languages of India, and they hold many emoji together.
JOINERS = "\u200c\u200d"
QUOTES = '"\u201c\u201e\u00ab\u201d\u2018\u2039'


def show_safely(text: str) -> str:
    r"""Give text on one line, in a form that can neither move the cursor nor turn the line round.

    White space is folded. Control characters, halves of surrogate pairs and the marks that turn the direction of
    writing are written out (``\u202e``), so that a reader sees them.
    """
    folded = " ".join(text.split()).translate(INVISIBLE)
    return "".join(one if one.isprintable() or one in JOINERS else _write_out(one) for one in folded)


def quote(words: str) -> str:
    """Give words in quotation marks, unless they bring their own."""
    return words if words[:1] in QUOTES and words[:1] else f"\u201c{words}\u201d"


def count(number: int, noun: str) -> str:
    """Give a number with its noun: ``1 claim``, ``1,204 claims``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def trim(words: str) -> str:
    """Give the words of a name or cue without the comma or colon that the text sets after them."""
    return words.rstrip(" ,;:") or words


def _write_out(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
