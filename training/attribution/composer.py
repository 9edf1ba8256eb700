"""The composer of one passage: templates and pools become text with exact annotation.

Gives documents in the form of the constructed chains; `Composer` writes English. The mark-up of
the templates is described at the head of `templates/en/one_source.txt`. A document is a run of templates, joined by
sentences in the report's own voice; one theatre lends it its places, sides and names, one style its quotation marks.
"""

import random
import re
from collections.abc import Sequence
from typing import Any

import attrs

from attribution.cast import Cast, Form, Source, read_pool
from attribution.markup import PART, VERB, choose, read_templates, read_verbs
from attribution.page import Page, Surface

SHARES = {  # how often a template comes from each file; relays are what the annotated texts have too few of
    "one_source": 24, "relays": 34, "quotations": 10, "carried": 14, "joint": 6, "agentless": 5, "own_voice": 8,
    "registers": 14,
}  # fmt: skip
STYLES = (("“”", 6), ("‘’", 4), ('""', 3), ("«»", 1), ("„“", 1), ("''", 1))
AMERICAN = ("“”", '""')
PREFIXES = (("", 8), ("dateline", 2), ("clock", 1))


@attrs.define
class Claim:
    """A claim in the making: spans, stance and hedge so far."""

    content: list[list[int]] = attrs.field(factory=list)
    cue: list[list[int]] = attrs.field(factory=list)
    stance: str = ""
    verb_stance: str = ""
    hedged: bool = False
    chained: bool = False
    section: str = ""


@attrs.define
class Actor:
    """A source with the places where it is mentioned: (mention, full) spans."""

    source: Source
    places: list[tuple[tuple[int, int], tuple[int, int]]] = attrs.field(factory=list)


def weighted(rng: random.Random, pairs: Sequence[tuple[str, int]]) -> str:
    """Draw one of the values by its weight."""
    return rng.choices([value for value, _ in pairs], [weight for _, weight in pairs])[0]


class Composer:
    """Builds one document from left to right; offsets are those of the growing text."""

    language = "en"
    sentence = re.compile(r"(?<![A-Z])[.?]”?\s+")

    def __init__(self, rng: random.Random, contents: tuple[str, ...]) -> None:
        self.rng, self.cast = rng, Cast(rng)
        marks = weighted(rng, STYLES)
        american = marks in AMERICAN and rng.random() < 0.6
        self.page = Page(Surface(marks=marks, american=american, apostrophe=rng.choice("’’'")))
        self.contents = contents
        self.actors: dict[str, Actor] = {}
        self.claims: dict[str, Claim] = {}
        self.carried: list[Actor] = []
        self.tail = ""
        self.done: list[dict[str, Any]] = []

    def document(self, name: str) -> dict[str, Any]:
        """Compose one document of about 80 to 300 words."""
        aim = self.rng.randint(80, 240)
        prefix = weighted(self.rng, PREFIXES)
        gap = self.rng.choice(["\n\n", "\n\n", "\n"])
        left = 0
        while len(self.page.text.split()) < aim:
            if left == 0:
                left = self.rng.randint(1, 5)
                self.begin_paragraph(gap, prefix)
            elif not self.page.text.endswith(" "):
                self.page.text += " "
            self.block()
            left -= 1
        text = self.page.dress(self.page.text.rstrip())
        return {"id": name, "lang": self.language, "text": text, "claims": self.done}

    def begin_paragraph(self, gap: str, prefix: str) -> None:
        """Open a paragraph, with a dateline on the first or a time on each."""
        opening = not self.page.text
        self.page.text = self.page.text.rstrip() + ("" if opening else gap)
        if prefix == "dateline" and opening:
            self.page.text += self.cast.fill("{town}").upper() + self.rng.choice(
                [" — ", ", {} — ", " (AP) — "]
            ).replace("{}", self.cast.fill("{date}"))
        elif prefix == "clock":
            self.page.text += f"{self.rng.randint(0, 23):02}:{self.rng.randint(0, 59):02} — "
        self.page.fresh = True

    def block(self) -> None:
        """Write one template; after a carried chain now and then a further sentence of the same speaker."""
        if self.carried and self.carried[-1].source.kind == "person" and self.rng.random() < 0.2:
            self.write(self.rng.choice(read_templates("continued", self.language)), self.carried)
            self.carried = []
            return
        name = weighted(self.rng, list(SHARES.items()))
        self.write(self.rng.choice(read_templates(name, self.language)), [])

    def write(self, template: str, carried: list[Actor]) -> None:
        """Write one template and keep its claims. ``carried`` is the chain that `@` stands for, `z` its origin."""
        self.actors = {"z": carried[-1]} if carried else {}
        self.claims, self.page.contents, self.page.fresh = {}, [], True
        text, chains = choose(template, self.rng)
        self.prepare(text)
        for links, _ in chains.values():
            if links == ["@"]:
                links[:] = [f"@{place}" for place in range(len(carried))]
                self.actors.update(zip(links, carried, strict=True))
        position = 0
        for part in PART.finditer(text):
            self.page.literal(text[position : part.start()])
            self.part(part, chains)
            position = part.end()
        self.page.literal(text[position:])
        self.finish(chains, carried)

    def prepare(self, text: str) -> None:
        """Do what must be done before the first word of a template is written; in English nothing."""

    def part(self, part: re.Match[str], chains: dict[str, tuple[list[str], list[str]]]) -> None:
        """Write a slot, a content or a cue."""
        if part["slot"]:
            self.slot(part["slot"])
        elif part["content"]:
            self.content(part["content"], chains)
        else:
            words, _, numbers = part["cue"].partition("|")
            start, verbs = self.page.put(self.conjugate(words)), VERB.findall(words)
            for number in numbers.split(",") if numbers else ["1"]:
                claim = self.claims.setdefault(number.strip(), Claim())
                claim.cue.append([start, len(self.page.text)])
                stances = [read_verbs(self.language)[verb[0]][0] for verb in verbs]
                claim.verb_stance = next((stance for stance in stances if stance != "asserts"), claim.verb_stance)

    def conjugate(self, words: str) -> str:
        """Replace `$class`, `$class.s:a`, `$class.ing`, `$class.perf:a`, `$class.en` by a verb of the class."""

        def verb(match: re.Match[str]) -> str:
            past, present, plural, ing, participle = self.rng.choice(read_verbs()[match[1]][1])
            many = bool(match[3]) and self.actors[match[3]].source.gender == "p"
            forms = {
                "": past, "s": plural if many else present, "ing": ing, "en": participle, "inf": plural,
                "perf": ("have " if many else "has ") + participle,
            }  # fmt: skip
            return forms[match[2] or ""]

        return VERB.sub(verb, words)

    def slot(self, slot: str) -> None:
        """Write `{a:kind}`, `{a}`, `{a.form}`, `{a=words}`, `{a#one,many}` or a word of the pools, `{town}`."""
        name, kind = [*slot.split(":", 1), ""][:2]
        if kind:
            self.actors[name] = Actor(self.cast.draw(kind))
            self.mention(name, self.actors[name].source.first)
        elif slot in self.actors:
            self.mention(slot, self.rng.choice(self.actors[slot].source.later))
        elif slot[1:2] == ".":
            self.form_of(slot[0], slot[2:])
        elif slot[1:2] == "=":
            self.mention(slot[0], Form(mention=slot[2:]))
        elif slot[1:2] == "#":
            self.page.put(self.agree(self.actors[slot[0]].source, slot[2:]))
        else:
            self.page.put(self.cast.fill(f"{{{slot}}}"))

    def agree(self, source: Source, choice: str) -> str:
        """Give `who` or `which`, or of `was,were` the one for the number of the source."""
        if choice == "who":
            return "who" if source.kind in ("person", "group") else "which"
        one, many = choice.split(",")
        return many if source.gender == "p" else one

    def form_of(self, name: str, form: str) -> None:
        """Write a pronoun (a mention too), the full first form, the bare mention or the genitive of a later one."""
        source = self.actors[name].source
        if form in ("he", "him", "his"):
            self.mention(name, Form(mention=source.pronoun(form)))
        elif form == "first":
            self.mention(name, source.first)
        elif form == "bare":
            self.mention(name, Form(mention=source.first.mention))
        else:
            self.mention(name, self.rng.choice(source.later))
            self.page.literal("’" if self.page.text.endswith("s") else "’s")
            if source.naming == "unnamed":
                self.actors[name].places[-1] = tuple((s, len(self.page.text)) for s, _ in self.actors[name].places[-1])

    def mention(self, name: str, form: Form) -> None:
        """Write a source and keep where."""
        self.actors[name].places.append(self.page.name(form))

    def content(self, slot: str, chains: dict[str, tuple[list[str], list[str]]]) -> None:
        """Write `<1:section>` from the pool of clauses, or `<1=words>`."""
        numbers, mark, kind = re.match(r"([\d,]+)([:=])(.+)", slot).groups()
        known = self.claims.get(numbers.split(",")[0], Claim())
        if kind == "quote":
            kind = known.section or self.rng.choices(QUOTES, [60, 15, 8, 8])[0]
        words, stance, hedged = (kind, "", False) if mark == "=" else self.clause(kind)
        links = chains[numbers.split(",")[0]][0]
        actor = self.actors.get(links[-1]) if links else None
        words = self.cast.fill(words, actor.source.gender if actor else "n")
        opening = self.opening(kind)
        start = self.page.put(words) - opening
        for number in numbers.split(","):
            claim = self.claims.setdefault(number, Claim())
            claim.content.append([start, len(self.page.text)])
            self.page.contents.append(claim.content[-1])
            claim.stance, claim.section = stance or claim.stance, kind
            claim.hedged = claim.hedged or hedged

    def opening(self, kind: str) -> int:
        """Give the length of the mark that opens the content about to be written: a quotation mark or nothing."""
        del kind
        return self.page.text.endswith("“")

    def clause(self, kind: str) -> tuple[str, str, bool]:
        """Draw from the pools: the words, their stance (empty: that of the verb) and whether they are hedged."""
        if kind == "fact" and self.contents and self.rng.random() < 0.4:
            return self.rng.choice(self.contents), "", False
        if kind == "any":
            kind = self.rng.choices(["fact", "negative", "will", "may", "view", "hedged"], [60, 12, 8, 4, 5, 3])[0]
        if kind == "tail":
            return self.tail, "", False
        if kind == "head":
            head, self.tail = self.rng.choice(read_pool("quotes", self.language)["split"]).split(" | ")
            return head, "", False
        if kind.startswith("quote"):
            line = self.rng.choice(read_pool("quotes", self.language)[kind])
            stance = kind.partition("-")[2]
            return line.removesuffix("."), "" if stance == "denies" else stance, False
        line = self.rng.choice(read_pool("clauses", self.language)[kind])
        marks = ("“", "”") if self.rng.random() < 0.35 else ("", "")
        opening, fragment, closing = line.partition("~")
        words = opening + (marks[0] + closing.replace("~", marks[1]) if fragment else "")
        stances = {"will": "predicts", "may": "predicts", "view": "opines", "plan": "intends"}
        return words, stances.get(kind, ""), kind in ("may", "hedged")

    def finish(self, chains: dict[str, tuple[list[str], list[str]]], carried: list[Actor]) -> None:
        """Turn the claims of a template into those of the document."""
        last: list[Actor] = carried
        for number, claim in sorted(self.claims.items(), key=lambda item: item[1].content[0]):
            links, flags = chains[number]
            claim.chained = bool(links)
            last = [self.actors[link] for link in links] or last
            stance = next((flag for flag in flags if flag != "hedged"), "")
            if not stance:
                weak = claim.verb_stance in ("", "opines", "predicts") and claim.stance
                stance = claim.stance if weak else claim.verb_stance or claim.stance or "asserts"
            self.done.append({
                "content": claim.content, "cue": claim.cue, "kind": self.kind_of(claim),
                "chain": self.chain_of(claim, links), "stance": stance, "hedged": claim.hedged or "hedged" in flags,
            })  # fmt: skip
        self.carried = last

    def kind_of(self, claim: Claim) -> str:
        """Give direct, indirect or mixed."""
        pieces = [self.page.text[start:end] for start, end in claim.content]
        if not claim.cue and not claim.chained:
            return "indirect"
        if all(piece[0] == "“" and piece.find("”") == len(piece) - 1 for piece in pieces):
            return "direct"
        return "mixed" if any("“" in piece for piece in pieces) else "indirect"

    def sentence_of(self, position: int) -> tuple[int, int]:
        """Give the bounds of the sentence about a position, as far as full stops tell."""
        ends = [match.end() for match in self.sentence.finditer(self.page.text)]
        start = max((end for end in ends if end <= position), default=0)
        return start, min((end for end in ends if end > position), default=len(self.page.text))

    def chain_of(self, claim: Claim, links: list[str]) -> list[dict[str, Any]]:
        """Give the links with their first mention in the sentence of the cue, else the last one before it."""
        start, end = self.sentence_of((claim.cue or claim.content)[0][0])
        found = []
        for place, link in enumerate(links):
            actor = self.actors[link]
            source = actor.source
            following = self.actors[links[min(place + 1, len(links) - 1)]].source
            role, side = source.role, source.side
            if source.kind == "document" and following.kind != "document":
                role, side = following.role, following.side
            here = [one for one in actor.places if start <= one[0][0] < end]
            before = [one for one in actor.places if one[0][0] < start]
            mention, full = here[0] if here else (before or actor.places[:1])[-1]
            found.append({
                "mention": list(mention), "name": self.page.dress(self.name_of(actor)), "kind": source.kind,
                "naming": source.naming, "role": role, "side": side, "full": list(full),
            })  # fmt: skip
        return found

    def name_of(self, actor: Actor) -> str:
        """Give the name of a source, of an unnamed one the words that first name it."""
        start, end = actor.places[0][0]
        return self.page.text[start:end] if actor.source.naming == "unnamed" else actor.source.name


QUOTES = ("quote", "quote-opines", "quote-predicts", "quote-intends")
