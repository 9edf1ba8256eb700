"""The composer of passages in languages that inflect: their words lie in `templates/LANGUAGE` and `pools/LANGUAGE`.

Beyond the English mark-up: `{a:person.gen}` and `{a.gen}` put a source in a case, `{a.first.gen}` its first form again;
pronouns are `{a.he}`, `{a.his}` and those of `pools/LANGUAGE/grammar.txt`; `{town.loc}` puts a word in a case;
`заявил@a` agrees with the source `a`, which may come after it; `— <1:speech>` takes the dash into the content.
"""

import random
import re

import attrs

from attribution.cast import Form, read_pool
from attribution.composer import Actor, Claim, Composer, weighted
from attribution.inflected_cast import InflectedCast
from attribution.inflection import CASES, Grammar, grammar_of
from attribution.markup import VERB, read_verbs
from attribution.page import Page, Surface

STYLES = (("«»", 14), ('""', 4), ("“”", 2), ("„“", 1))
LAYOUTS = (("plain", 7), ("dateline", 2), ("clock", 1), ("bullets", 2), ("feed", 4))
SPEAKER = re.compile(r"\{([a-z]):([^}]+)\}")


class InflectedPage(Page):
    """A text that grows, whose prepositions take the form that the next word wants."""

    def __init__(self, surface: Surface, grammar: Grammar) -> None:
        super().__init__(surface)
        self.grammar = grammar
        self.cues: list[list[int]] = []

    def put(self, words: str) -> int:
        """Append words; give the offset of the first. A cue that ends in the preposition grows with it."""
        end = len(self.text.rstrip())
        self.text = self.grammar.joined(self.text, words)
        for cue in self.cues:
            if cue[1] == end:
                cue[1] = len(self.text.rstrip())
        return super().put(words)


class InflectedComposer(Composer):
    """Builds one document of a language whose words change with case, gender and number."""

    sentence = re.compile(r"(?<!\b[A-ZА-ЯІЇЄҐ])[.?!]”?\s+(?!—)|\n")

    def __init__(self, rng: random.Random, contents: tuple[str, ...], language: str) -> None:
        super().__init__(rng, contents)
        self.language, self.grammar = language, grammar_of(language)
        self.cast = InflectedCast(rng, language)
        surface = Surface(marks=weighted(rng, STYLES), american=False, apostrophe=rng.choice("’’'"))
        self.page = InflectedPage(surface, self.grammar)
        self.layout = weighted(rng, LAYOUTS)
        self.bullet = self.cast.thing("bullet")

    def begin_paragraph(self, gap: str, prefix: str) -> None:
        """Open a paragraph as the layout wants: dateline, time, bullet, or the headings and signs of a feed."""
        del prefix
        opening = not self.page.text
        text = self.page.text.rstrip()
        if self.layout == "feed":
            gap = "\n\n"
            if text.endswith(".") and self.rng.random() < 0.4:
                text = text[:-1]
        self.page.text = text + ("" if opening else gap)
        if opening and self.layout in ("bullets", "feed") and self.rng.random() < 0.5:
            self.page.text += self.cast.fill(self.cast.thing("heading")) + "\n\n"
        elif opening and self.layout == "dateline":
            self.page.text += f"{self.cast.fill('{town}').upper()}, {self.cast.fill(self.cast.thing('dateline'))} "
        if self.layout == "clock":
            self.page.text += f"{self.rng.randint(0, 23):02}:{self.rng.randint(0, 59):02} "
        elif self.layout == "bullets":
            self.page.text += self.bullet + " "
        elif self.layout == "feed" and self.rng.random() < 0.4:
            self.page.text += self.cast.thing("sign") + " "
        self.page.fresh = True

    def prepare(self, text: str) -> None:
        """Draw the sources of a template, so that a verb may agree with one that comes after it."""
        for name, kinds in SPEAKER.findall(text):
            self.actors[name] = Actor(self.cast.draw(kinds.partition(".")[0]))

    def part(self, part: re.Match[str], chains: dict[str, tuple[list[str], list[str]]]) -> None:
        """Write a slot, a content or a cue."""
        super().part(part, chains)
        self.page.cues = [span for claim in self.claims.values() for span in claim.cue]

    def genders(self) -> dict[str, str]:
        """Give the gender of each source of the running template."""
        return {name: actor.source.gender for name, actor in self.actors.items()}

    def conjugate(self, words: str) -> str:
        """Replace `$class:a` by a past tense that agrees with the source, `$class.s:a` by a present one."""

        def verb(match: re.Match[str]) -> str:
            past, present = self.rng.choice(read_verbs(self.language)[match[1]][1])
            return f"{present if match[2] == 's' else past}@{match[3]}"

        return self.grammar.agree(self.cast.fill(VERB.sub(verb, words)), self.genders())

    def slot(self, slot: str) -> None:
        """Write a source, its pronoun, a word that agrees with it or a word of the pools."""
        if found := SPEAKER.fullmatch(f"{{{slot}}}"):
            self.mention(found[1], self.cased(self.actors[found[1]].source.first, found[2].partition(".")[2]))
            return
        if slot[1:2] == "=":
            self.mention(slot[0], Form(mention=self.cast.fill(slot[2:])))
            return
        if "@" in slot:
            self.page.put(self.grammar.agree(slot, self.genders()))
            return
        name, *how = slot.split(".")
        if name not in self.actors:
            self.page.put(self.cast.fill(f"{{{slot}}}"))
            return
        source = self.actors[name].source
        if how and how[0] not in (*CASES, "first"):
            self.mention(name, Form(mention=self.grammar.pronouns[source.gender][how[0]]))
            return
        form = source.first if how[:1] == ["first"] else self.rng.choice(source.later)
        self.mention(name, self.cased(form, how[-1] if how and how[-1] in CASES else ""))

    def cased(self, form: Form, case: str) -> Form:
        """Put a form in a case, the nominative where none is asked for."""
        cells = {field: self.grammar.inflect(text, case or "nom") for field, text in attrs.asdict(form).items()}
        return Form(**cells)

    def opening(self, kind: str) -> int:
        """Give the length of what opens a content: a quotation mark, or the dash before direct speech."""
        return 2 if kind == "speech" and self.page.text.endswith("— ") else super().opening(kind)

    def clause(self, kind: str) -> tuple[str, str, bool]:
        """Draw from the pools; speech behind a dash comes from the quotations."""
        if kind == "speech":
            line = self.rng.choice(read_pool("quotes", self.language)["quote"])
            return line.removesuffix("."), "", False
        return super().clause(kind)

    def kind_of(self, claim: Claim) -> str:
        """Give direct, indirect or mixed; speech behind a dash is direct."""
        words = "".join(self.page.text[start:end] for start, end in claim.content)
        if words[0] == "—" or (words[0] + words[-1] == "“”" and words.count("“") == 1):
            return "direct"
        return super().kind_of(claim)

    def name_of(self, actor: Actor) -> str:
        """Give the words that first name a source: a name stays inflected, as the report writes it."""
        start, end = actor.places[0][0]
        return self.page.text[start:end]
