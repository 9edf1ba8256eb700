"""Words in their cases and genders, as the pools of an inflected language write them.

`слов~o` is a stem with a class of endings (`pools/ru/grammar.txt`), `~(о,а,у,о,ом,е)` its endings in line, in the order
of `CASES`. `заявил@a` is a past tense that agrees with the source `a`, `пишет+пишут@a` gives both numbers,
`готов+готова+готово+готовы@a` all four genders; a bare `@` agrees with the source that is being written.
"""

import re
from functools import cache

from attribution.cast import read_pool

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
GENDERS = ("m", "f", "n", "p")
ENDING = re.compile(r"~(\w+|\([^)]*\))")
TAIL = 6  # longer than any preposition that changes, with the spaces about it
AGREEING = re.compile(r"([\w’-]+(?:\+[\w’-]+)*)@([a-z]?)")


class Grammar:
    """The endings, pronouns and past tenses of one language, from its pool `grammar`."""

    def __init__(self, language: str) -> None:
        pool = {
            name: [[cell.strip().replace("-", "") for cell in line.split(" | ")] for line in lines]
            for name, lines in read_pool("grammar", language).items()
        }
        self.endings = {name: dict(zip(CASES, cells, strict=True)) for name, *cells in pool["endings"]}
        self.past = pool["past"]
        forms = ("he", "his", "dat", "acc", "ins", "ngen", "ndat", "nins", "nloc", "who")
        self.pronouns = {gender: dict(zip(forms, cells, strict=True)) for gender, *cells in pool["pronouns"]}
        self.other = [
            (re.compile(rf"\b{usual} $", re.IGNORECASE), other, re.compile(before))
            for usual, other, before in pool["prepositions"]
        ]

    def inflect(self, text: str, case: str) -> str:
        """Replace each `~class` by its ending in a case."""

        def ending(match: re.Match[str]) -> str:
            if match[1].startswith("("):
                return match[1][1:-1].split(",")[CASES.index(case)].strip("-")
            return self.endings[match[1]][case]

        return ENDING.sub(ending, text)

    def agree(self, text: str, genders: dict[str, str]) -> str:
        """Make words agree: ``genders`` tells that of each source by its letter; others stay open."""

        def form(match: re.Match[str]) -> str:
            if match[2] not in genders:
                return match[0]
            forms, gender = match[1].split("+"), genders[match[2]]
            if len(forms) == len(GENDERS):
                return forms[GENDERS.index(gender)]
            if len(forms) == 2:
                return forms[gender == "p"]
            return self.past_of(forms[0], gender)

        return AGREEING.sub(form, text)

    def past_of(self, word: str, gender: str) -> str:
        """Give the past tense of a gender from that of the masculine."""
        for endings in self.past:
            if word.endswith(endings[0]):
                return word.removesuffix(endings[0]) + endings[GENDERS.index(gender)]
        return word

    def joined(self, text: str, words: str) -> str:
        """Give the text with its last preposition in the form that stands before these words."""
        if text[-1:] != " ":
            return text
        rest, tail = text[:-TAIL], text[-TAIL:]
        for usual, other, before in self.other:
            if before.match(words) and (found := usual.search(tail)):
                return f"{rest}{tail[: found.start()]}{other.capitalize() if found[0][0].isupper() else other} "
        return text

    def smooth(self, text: str) -> str:
        """Put every preposition of a text in the form that its next word wants."""
        done = ""
        for word in re.split(r"(?<= )", text):
            done = self.joined(done, word) + word
        return done


@cache
def grammar_of(language: str) -> Grammar:
    """Give the grammar of a language, read once."""
    return Grammar(language)
