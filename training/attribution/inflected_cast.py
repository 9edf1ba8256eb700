"""The cast of a passage in an inflected language: sources whose forms keep their endings open.

Takes `pools/LANGUAGE`, gives Source values as `attribution.cast` does, but every form is still to be put in a case
(`attribution.inflection`). All persons are invented: a first and a last name are drawn independently.
"""

import random
import re
from collections import deque

from attribution.cast import LETTERED, Cast, Form, Source, read_pool, rows
from attribution.inflection import grammar_of

SLOT = re.compile(r"\{([a-z]+)(?:\.([a-z]+))?\}")
RECENT = 24  # values of slots that do not come again at once
ANY_NAMES = "XX"
ANONYMOUS = 0.1  # share of unnamed men of whom it is said why they are


class InflectedCast(Cast):
    """Draws sources and fills slots for one document, with the names of one theatre."""

    def __init__(self, rng: random.Random, language: str) -> None:
        self.rng, self.language, self.grammar = rng, language, grammar_of(language)
        pool = read_pool("theatres", language)
        self.theatre = rng.choice(sorted(pool))
        self.facts = dict(line.split(" = ", 1) for line in pool[self.theatre])
        self.sides = self.facts["sides"].split()
        self.used: set[str] = set()
        self.recent: deque[str] = deque(maxlen=RECENT)

    def rows(self, name: str, section: str = "") -> list[list[str]]:
        """Give the rows of a pool of this language."""
        return rows(name, section, self.language)

    def thing(self, section: str) -> str:
        """Draw a line of the pool `things`."""
        return self.rng.choice(read_pool("things", self.language)[section])

    def fill(self, text: str, gender: str = "n") -> str:
        """Fill slots, `{town.gen}` in a case; words with a bare `@` and pronouns, `{it.he}`, take the gender."""

        def value(match: re.Match[str]) -> str:
            slot, case = match[1], match[2] or "nom"
            if slot == "it":
                return self.grammar.pronouns[gender][match[2] or "he"]
            return self.grammar.inflect(self.fill(self.pick(slot), gender), case)

        while SLOT.search(text):
            text = SLOT.sub(value, text)
        return self.grammar.smooth(self.grammar.agree(text, {"": gender}) if "@" in text else text)

    def pick(self, slot: str) -> str:
        """Draw a value of a slot that has not just been written."""
        found = self.facts[slot].split("; ") if slot in self.facts else read_pool("things", self.language)[slot]
        word = self.rng.choice([word for word in found if word not in self.recent] or found)
        self.recent.append(word)
        return word

    def adjective(self, text: str, role: str) -> tuple[str, str]:
        """Fill `{adj}` with the stem of a state's adjective; give the text and the side."""
        home = {"international": "INT", "civilian": self.sides[0], "military": self.sides[0]}
        if "{adj}" not in text:
            return text, home.get(role, "unknown")
        stems = {row[0]: row[1] for row in self.rows("states")}
        side = self.rng.choice([*self.sides, *self.sides, self.rng.choice(sorted(stems))])
        return text.replace("{adj}", stems[side]), side

    def person_name(self, side: str, gender: str) -> tuple[str, str]:
        """Give a first and a last name, with open endings."""
        names = read_pool("names", self.language)
        region = dict(zip(self.sides, self.facts["names"].split(), strict=True)).get(side, ANY_NAMES)
        first = self.rng.choice(names[f"{region} {gender}"][0].split(", "))
        masculine, _, feminine = self.rng.choice(names[f"{region} last"][0].split(", ")).partition("/")
        return first, (feminine or masculine) if gender == "f" else masculine

    def draw_person(self, role: str) -> Source:
        """Draw a named person with a role of the pool `roles`."""
        found = [row for row in self.rows("roles") if role in ("", row[0])]
        row_role, genders, phrase, short, titles = self.rng.choice(found)
        gender = self.rng.choice("mf") if genders == "*" else genders
        has_side = "{adj}" in phrase
        phrase, stated = self.adjective(phrase, row_role)
        side = stated if has_side or stated == "INT" else self.rng.choice(self.sides)
        first, last = self.person_name(side, gender)
        name = f"{first} {last}"
        if row_role == "civilian" and self.rng.random() < LETTERED:
            name = last = first
        phrase = self.fill(phrase, gender)
        title = self.rng.choice(titles.split("; ")) if titles else ""
        later = [Form(mention=last)] * 3 + [Form(mention=self.fill(short, gender))]
        if title and last != name:
            later.append(Form(before=f"{title} ", mention=last))
        return Source(
            name=name, kind="person", naming="named", role=row_role, side=side, gender=gender,
            first=self.introduced(name, phrase, title), later=tuple(later),
        )  # fmt: skip

    def introduced(self, name: str, phrase: str, title: str) -> Form:
        """Choose how a named person first appears."""
        return self.rng.choice([
            Form(mention=name),
            Form(before=f"{title} " if title else f"{phrase} ", mention=name),
            Form(before=f"{phrase} ", mention=name),
            Form(before=f"{phrase} ", mention=name),
            Form(mention=name, after=f", {phrase},"),
            Form(before=f"{phrase} {title} " if title and title.partition("~")[0] not in phrase else "", mention=name),
        ])  # fmt: skip

    def draw_callsign(self, role: str) -> Source:
        """Draw a soldier under a call sign, written in quotation marks."""
        del role
        sign = self.rng.choice(read_pool("names", self.language)["call signs"][0].split(", "))
        before, side = self.adjective(self.thing("soldier"), "military")
        noun, link = self.thing("fighter"), self.thing("callsign")
        closing = "”," if link.startswith(",") else "”"
        return Source(
            name=sign, kind="person", naming="pseudonymous", role="military", side=side, gender="m",
            first=Form(before=f"{self.fill(before)} {link} “".replace(" ,", ","), mention=sign, after=closing),
            later=(Form(before=f"{noun} “", mention=sign, after="”"), Form(mention=noun)),
        )  # fmt: skip

    def draw_unnamed(self, role: str, *, plural: bool) -> Source:
        """Draw from the pool `unnamed`."""
        found = [row for row in self.rows("unnamed", "group" if plural else "person") if role in ("", row[0])]
        row_role, gender, phrase, short = self.rng.choice(found)
        phrase, side = self.adjective(phrase, row_role)
        phrase = self.fill(phrase, gender)
        after = "," if ", " in phrase else ""
        if gender == "m" and row_role != "civilian" and self.rng.random() < ANONYMOUS:
            after = f", {self.thing('anonymous')},"
        return Source(
            name=phrase, kind="group" if plural else "person", naming="unnamed", role=row_role, side=side,
            gender=gender, first=Form(mention=phrase, after=self.fill(after, gender)),
            later=(Form(mention=self.fill(short, gender)),),
        )  # fmt: skip

    def draw_org(self, role: str) -> Source:
        """Draw an organisation: naming, role, gender, phrase, side, later forms with their genders."""
        found = [row for row in self.rows("organisations") if role in ("", row[1])]
        near = [row for row in found if row[4] in self.sides or row[4] in ("INT", "*")]
        naming, row_role, gender, phrase, side, *later = self.rng.choice(near or found)
        phrase = self.fill(phrase)
        forms = tuple(Form(mention=form) for form in later) or (Form(mention=phrase),)
        return Source(
            name=phrase, kind="organisation", naming=naming, role=row_role, gender=gender,
            side=self.sides[0] if side == "*" else side, first=Form(mention=phrase), later=forms,
        )  # fmt: skip

    def draw_state(self, role: str) -> Source:
        """Draw a capital or state that stands for its government."""
        del role
        table = self.rows("states")
        code = self.rng.choice([*self.sides, self.rng.choice(table)[0]])
        gender, name = self.rng.choice([cell.split(" ", 1) for row in table if row[0] == code for cell in row[2:]])
        return Source(
            name=name, kind="organisation", naming="named", role="government", side=code, gender=gender,
            first=Form(mention=name), later=(Form(mention=name),),
        )  # fmt: skip

    def draw_medium(self, kind: str) -> Source:
        """Draw from the pool `media`: a word for its sort may stand before the name, with which verbs then agree."""
        near = [row for row in self.rows("media", kind) if row[2] in (*self.sides, "US", "GB", "FR", "DE", "INT")]
        found = near if self.rng.random() < 0.85 else self.rows("media", kind)
        name, gender, side, sort = self.rng.choice(found)
        sort_gender, descriptor = self.rng.choice(self.rows("sorts", sort))
        native, handle = name[0].lower() not in "abcdefghijklmnopqrstuvwxyz@", name.startswith("@")
        marks = ("“", "”") if native and (kind == "channel" or "~" in name or " " in name) else ("", "")
        bare = Form(before=marks[0], mention=name, after=marks[1])
        first = bare
        if self.rng.random() < (0.85 if kind == "channel" else 0.5):
            gender = sort_gender
            fixed = self.grammar.inflect(name, "nom")
            first = bare = Form(before=f"{descriptor} {marks[0]}", mention=fixed, after=marks[1])
        later = [bare]
        if sort_gender == gender:
            later.append(Form(mention=descriptor))
        return Source(
            name=name, kind=kind, naming="pseudonymous" if handle else "named", role="media", side=side, gender=gender,
            first=first, later=tuple(later),
        )  # fmt: skip

    def draw_doc(self, role: str) -> Source:
        """Draw a document; ``role`` here is its sort: paper, image or word."""
        sort = role or self.rng.choice(["paper", "image", "word"])
        gender, phrase, short = self.rng.choice(self.rows("documents", sort))
        phrase = self.fill(phrase)
        return Source(
            name=phrase, kind="document", naming="unnamed", role="unknown", side="unknown", gender=gender,
            first=Form(mention=phrase), later=(Form(mention=short),),
        )  # fmt: skip
