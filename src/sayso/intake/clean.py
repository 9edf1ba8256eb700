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
# NFC sorts the marks on a letter in time that grows with the square of their number: 16,000 took 0.14 s. No language
# puts more than a handful on one; 30 is the bound of Unicode's stream-safe text format (UAX #15).
MOST_MARKS = 30
MAYBE_MARKS = re.compile(r"[^\x00-\u02ff\w\s]{31,}")


def clean_text(text: str) -> str:
    """Give the text in NFC with LF line ends, no invisible characters, no trailing spaces, at most one blank line.

    No-break spaces stay; they count as white space. Of the marks on one letter the first 30 stay.
    """
    text = INVISIBLE.sub("", LINE_END.sub("\n", text))
    text = unicodedata.normalize("NFC", MAYBE_MARKS.sub(_thin, text))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return BLANK_LINES.sub("\n\n", text).strip()


def _thin(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def shorten(detail: str, most: int = 200) -> str:
    """Cut a detail that quotes an input to a length that fits a line."""
    return detail if len(detail) <= most else detail[: most - 1] + "\u2026"
