"""Text normalised once, at intake; afterwards no character moves.

Applied to plain text and to the text of pages, not to JSON Lines, whose text is text already.
"""

import re
import unicodedata

# Control characters but tab and line feed; soft hyphens, zero-width spaces and joiners, and byte-order marks: they
# part words invisibly. Bidirectional marks stay: they belong to the text and are contained where it is shown.
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff]")
LINE_END = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
BLANK_LINES = re.compile(r"\n{3,}")


def clean_text(text: str) -> str:
    """Give the text in NFC with LF line ends, no invisible characters, no trailing spaces, at most one blank line.

    No-break spaces stay; they count as white space.
    """
    text = LINE_END.sub("\n", text)
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return BLANK_LINES.sub("\n\n", text).strip()


def show_safely(text: str, most: int = 160) -> str:
    """Give a name or detail from outside as one short printable line, control characters written as escapes."""
    shown = "".join(
        character if character.isprintable() else character.encode("unicode_escape", "surrogatepass").decode("ascii")
        for character in text[: most * 2]
    )
    return shown if len(shown) <= most else shown[: most - 1] + "\u2026"
