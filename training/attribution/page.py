"""The growing text of a composed passage: capitals, quotation marks, punctuation.

Takes words from left to right, gives their offsets. Quotation marks are typographic double ones until the text is
handed out; then they become those of the passage's surface, character for character, so that no offset moves.
"""

import re

import attrs

from attribution.cast import Form

CLOSING = re.compile(r"([.,?!]?)”")
ENDING = re.compile(r"(\.”?|\?)\s+“?$")
CONTINENTAL = ("«»", "„“")  # a comma stands outside of these


@attrs.frozen(kw_only=True)
class Surface:
    """How a passage is written: quotation marks, American commas, the apostrophe."""

    marks: str
    american: bool
    apostrophe: str


class Page:
    """A text that grows; ``contents`` are the content spans of the running template, which it may lengthen."""

    def __init__(self, surface: Surface) -> None:
        self.surface = surface
        self.text = ""
        self.fresh = True  # the next word opens a sentence
        self.contents: list[list[int]] = []

    def put(self, words: str) -> int:
        """Append words, with a capital where a sentence begins; give the offset of the first."""
        start = len(self.text)
        if words and self.fresh:
            words = words[0].upper() + words[1:]
        self.fresh = False
        self.text += words
        return start

    def name(self, form: Form) -> tuple[tuple[int, int], tuple[int, int]]:
        """Write a source; give the spans of the mention and of the whole noun phrase."""
        before = self.put(form.before) if form.before else None
        first = self.put(form.mention)
        start = first if before is None else before
        mention = (first, len(self.text))
        aside = form.after.startswith(",") or form.after.endswith(",")
        self.text += form.after.removesuffix(",")
        end = len(self.text)
        self.text += "," if aside else ""
        return mention, (start, end)

    def literal(self, words: str) -> None:
        """Append words of the template; put punctuation right about quotation marks and appositions."""
        rest = words
        if (closing := CLOSING.match(rest)) and self.contents_here():
            self.close_quotation(closing[1])
            rest = rest[closing.end() :]
        elif rest[:1] and rest[:1] in ",.;:" and self.text.endswith(","):
            self.text = self.text[:-1]
        if rest[:1] == "." and self.text.endswith("."):
            rest = rest[1:]
        elif rest is words and rest[:1] and rest[:1] in ",." and self.moves_inside():
            self.move_inside(rest[0])
            rest = rest[1:]
        self.text += rest
        if ENDING.search(words):
            self.fresh = True
        elif any(letter.isalnum() for letter in words):
            self.fresh = False

    def contents_here(self) -> list[list[int]]:
        """Give the content spans that end where the text ends."""
        return [span for span in self.contents if span[1] == len(self.text)]

    def moves_inside(self) -> bool:
        """Say whether a comma or full stop goes before the quotation mark just written, as Americans write."""
        return self.surface.american and self.text.endswith("”") and bool(self.contents_here())

    def close_quotation(self, mark: str) -> None:
        """Write the closing quotation mark after a content; guillemets leave a comma outside."""
        spans = self.contents_here()
        outside = mark == "," and self.surface.marks in CONTINENTAL
        self.text += "”" if outside else mark + "”"
        for span in spans:
            span[1] = len(self.text)
        self.text += mark if outside else ""

    def move_inside(self, mark: str) -> None:
        """Write a comma or full stop before the quotation mark that ends a content."""
        spans = self.contents_here()
        self.text = f"{self.text[:-1]}{mark}”"
        for span in spans:
            span[1] = len(self.text)

    def dress(self, words: str) -> str:
        """Write words of the text in the marks of its surface, character for character."""
        opening, closing = self.surface.marks
        return words.replace("’", self.surface.apostrophe).replace("“", opening).replace("”", closing)
