"""The cast of a composed passage: pools of words, and the sources drawn from them.

Takes the files of ``pools/en`` (their form is said at the head of each) and a theatre, gives Source values: who speaks,
how the source is written when it first appears and how it is taken up again. All persons are invented: a first and a
last name are drawn independently.
"""

import random
import re
from functools import cache
from pathlib import Path

import attrs

POOLS = Path(__file__).parent / "pools"
SLOT = re.compile(r"\{([a-z]+)\}")
PRONOUNS = {
    "m": {"he": "he", "him": "him", "his": "his"},
    "f": {"he": "she", "him": "her", "his": "her"},
    "n": {"he": "it", "him": "it", "his": "its"},
    "p": {"he": "they", "him": "them", "his": "their"},
}
KIN = {"VE": "CO", "SA": "YE", "DZ": "ML"}  # whose names stand for those of a side without names of its own
WORLD = ("US", "GB", "FR", "DE", "INT", "unknown")  # media that report from everywhere
LETTERED = 0.12  # share of private persons under a first name or initials
UNIONS = {
    "speaker": ("person", "person", "one", "callsign"),
    "unnamed": ("one", "one", "group"),
    "official": ("person", "one", "org", "org", "state"),
    "anyone": ("person", "person", "one", "group", "org", "state"),
    "medium": ("outlet", "outlet", "channel"),
}


@attrs.frozen(kw_only=True)
class Form:
    """One way to write a source: ``mention`` with what belongs to its noun phrase before and after it."""

    before: str = ""
    mention: str
    after: str = ""


@attrs.frozen(kw_only=True)
class Source:
    """One source: the fields of a link, gender (m, f, n, p for plural), and its forms of first and later mention."""

    name: str
    kind: str
    naming: str
    role: str
    side: str
    gender: str
    first: Form
    later: tuple[Form, ...]

    def pronoun(self, case: str) -> str:
        """Give the pronoun in the case of `he`, `him` or `his`."""
        return PRONOUNS[self.gender][case]


@cache
def read_pool(name: str, language: str = "en") -> dict[str, tuple[str, ...]]:
    """Read a pool file of a language: lines under `[section]` heads, comments with `#`, blank lines left out."""
    sections: dict[str, list[str]] = {}
    section = ""
    for raw in (POOLS / language / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif line and not line.startswith("#"):
            sections.setdefault(section, []).append(line)
    return {key: tuple(lines) for key, lines in sections.items()}


def rows(name: str, section: str = "", language: str = "en") -> list[list[str]]:
    """Give the rows of a section, cut at `|`."""
    return [[cell.strip() for cell in line.split("|")] for line in read_pool(name, language)[section]]


def shortened(phrase: str, name: str) -> Form:
    """Give the later form of an organisation; an acronym or the name itself keeps its article outside the mention."""
    bare = phrase.removeprefix("the ")
    if bare.isupper() or bare == name:
        return Form(before=phrase[: len(phrase) - len(bare)], mention=bare)
    return Form(mention=phrase)


class Cast:
    """Draws sources and fills slots for one document, with the names of one theatre; no source is drawn twice."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        pool = read_pool("theatres")
        self.theatre = rng.choice(sorted(pool))
        self.facts = dict(line.split(" = ", 1) for line in pool[self.theatre])
        self.sides = self.facts["sides"].split()
        self.used: set[str] = set()

    def draw(self, kinds: str) -> Source:
        """Draw a source of one of the kinds, each perhaps with a role: `person|org+military`."""
        for _ in range(40):
            kind, _, role = self.rng.choice(kinds.split("|")).partition("+")
            kind = self.rng.choice(UNIONS.get(kind, (kind,)))
            source = getattr(self, f"draw_{kind}")(role)
            if source.name not in self.used:
                break
        self.used.add(source.name)
        return source

    def fill(self, text: str, gender: str = "n") -> str:
        """Fill the slots of a text from the theatre and the pool `things`; `{it}` and `{its}` follow the gender."""

        def value(match: re.Match[str]) -> str:
            slot = match[1]
            if slot in ("it", "its", "them"):
                return PRONOUNS[gender][{"it": "he", "its": "his", "them": "him"}[slot]]
            if slot == "man":
                return "woman" if gender == "f" else "man"
            if slot == "day" or slot not in self.facts:
                return self.rng.choice(read_pool("things")[slot])
            return self.rng.choice(self.facts[slot].split("; "))

        while SLOT.search(text):
            text = SLOT.sub(value, text)
        return text

    def adjective(self, text: str, role: str) -> tuple[str, str]:
        """Fill `{adj}` with the adjective of a state; give the text and the side, the theatre's own without one."""
        home = {"international": "INT", "civilian": self.sides[0], "military": self.sides[0]}
        if "{adj}" not in text:
            return text, home.get(role, "unknown")
        table = dict(row[:2] for row in rows("states"))
        side = self.rng.choice([*self.sides, *self.sides, self.rng.choice(sorted(table))])
        article = "an" if table[side][0] in "AEIO" else "a"
        return re.sub(r"\ban? \{adj\}", f"{article} {table[side]}", text).replace("{adj}", table[side]), side

    def person_name(self, side: str, gender: str) -> tuple[str, str]:
        """Give a first and a last name; women of the Slavic pools take the feminine form."""
        names = read_pool("names")
        region = KIN.get(side, side)
        region = region if f"{region} m" in names else "XX"
        first = self.rng.choice(self.rng.choice(names[f"{region} {gender}"]).split(", "))
        last = self.rng.choice(self.rng.choice(names[f"{region} last"]).split(", "))
        masculine, _, feminine = last.partition("/")
        return first, (feminine or masculine) if gender == "f" else masculine

    def draw_person(self, role: str) -> Source:
        """Draw a named person with a role of the pool `roles`."""
        row_role, phrase, short, *titles = self.rng.choice([r for r in rows("roles") if role in ("", r[0])])
        gender = self.rng.choice("mf")
        adjectival = "{adj}" in phrase
        phrase, stated = self.adjective(phrase, row_role)
        side = stated if adjectival or stated == "INT" else self.rng.choice(self.sides)
        first, last = self.person_name(side if side != "INT" else self.rng.choice(["GB", "US", "FR"]), gender)
        name = f"{first} {last}"
        if row_role == "civilian" and self.rng.random() < LETTERED:
            name = self.rng.choice([first, f"{first[0]}.{last[0]}.", f"{first} {last[0]}."])
            last = name
        phrase, short = self.fill(phrase, gender), self.fill(short, gender)
        title = self.fill(self.rng.choice(titles[0].split("; ")), gender) if titles and titles[0] else ""
        later = [Form(mention=last)] * 3 + [Form(mention=short)]
        if title and last != name:
            later.append(Form(before=f"{title} ", mention=last))
        return Source(
            name=name, kind="person", naming="named", role=row_role, side=side, gender=gender,
            first=self.introduce(name, phrase, short, title), later=tuple(later),
        )  # fmt: skip

    def introduce(self, name: str, phrase: str, short: str, title: str) -> Form:
        """Choose how a named person first appears: bare, with a title, with an apposition or after the noun phrase."""
        age = f"{self.rng.randint(19, 81)}"
        forms = [
            Form(mention=name),
            Form(before=f"{title} " if title else "", mention=name),
            Form(before=f"{title} " if title else "", mention=name, after=f", {phrase}"),
            Form(mention=name, after=f", {phrase}"),
            Form(mention=name, after=f", {self.fill(self.rng.choice(read_pool('things')['relative']))}"),
            Form(mention=name, after=f", {age}"),
        ]
        if phrase.startswith("the "):
            forms += [Form(before=f"{phrase}, ", mention=name, after=","), Form(before=f"{short} ", mention=name)]
        else:
            forms.append(Form(before=f"{phrase} named ", mention=name))
            forms.append(Form(before=f"{short.removeprefix('the ')} ", mention=name))
        return self.rng.choice(forms)

    def draw_callsign(self, role: str) -> Source:
        """Draw a soldier under a call sign, written in quotation marks."""
        del role
        sign = self.rng.choice(read_pool("names")["call signs"][0].split(", "))
        side = self.rng.choice(self.sides)
        adjective = dict(row[:2] for row in rows("states"))[side]
        noun = self.rng.choice(read_pool("things")["soldier"])
        article = "an" if adjective[0] in "AEIO" else "a"
        before = self.rng.choice([f"{article} {adjective} {noun}", self.fill(f"a {noun} of the {{unit}}")])
        link = self.rng.choice([" with the call sign “", ", call sign “", " known as “", " who goes by “"])
        return Source(
            name=sign, kind="person", naming="pseudonymous", role="military", side=side, gender="m",
            first=Form(before=before + link, mention=sign, after="”," if link[0] == "," else "”"),
            later=(Form(mention=sign), Form(before="“", mention=sign, after="”"), Form(mention=f"the {noun}")),
        )  # fmt: skip

    def draw_one(self, role: str) -> Source:
        """Draw an unnamed person."""
        return self.draw_unnamed(role, plural=False)

    def draw_group(self, role: str) -> Source:
        """Draw an unnamed group."""
        return self.draw_unnamed(role, plural=True)

    def draw_unnamed(self, role: str, *, plural: bool) -> Source:
        """Draw from the pool `unnamed`."""
        found = [r for r in rows("unnamed", "group" if plural else "person") if role in ("", r[0])]
        row_role, phrase, short, *aside = self.rng.choice(found)
        gender = "p" if plural else self.rng.choice("mf")
        if not plural and aside and aside[0] in "mf":
            gender = aside[0]
        phrase, side = self.adjective(phrase, row_role)
        phrase, short = self.fill(phrase, gender), self.fill(short, gender)
        tail = ""
        if self.rng.random() < 0.15:
            tail = ", " + self.rng.choice(read_pool("things")["anonymous"])
        return Source(
            name=phrase, kind="group" if plural else "person", naming="unnamed", role=row_role, side=side,
            gender=gender, first=Form(mention=phrase, after=tail), later=(Form(mention=short),),
        )  # fmt: skip

    def draw_org(self, role: str) -> Source:
        """Draw an organisation; named ones keep their article outside the mention."""
        found = [r for r in rows("organisations") if role in ("", r[1])]
        near = [r for r in found if r[3] in self.sides or r[3] == "INT"]
        naming, row_role, phrase, side, *later = self.rng.choice(near or found)
        phrase = self.fill(phrase)
        if side == "*":
            side = self.sides[0]
        mention = phrase.removeprefix("the ") if naming == "named" else phrase
        forms = [shortened(self.fill(form), mention) for form in later] or [Form(mention=mention)]
        before = phrase[: len(phrase) - len(mention)]
        return Source(
            name=mention, kind="organisation", naming=naming, role=row_role, side=side, gender="n",
            first=Form(before=before, mention=mention), later=tuple(forms),
        )  # fmt: skip

    def draw_state(self, role: str) -> Source:
        """Draw a capital or state that stands for its government."""
        del role
        code = self.rng.choice([*self.sides, self.rng.choice(rows("states"))[0]])
        names = next(row[2] for row in rows("states") if row[0] == code).split("; ")
        name = self.rng.choice(names)
        return Source(
            name=name, kind="organisation", naming="named", role="government", side=code, gender="n",
            first=Form(mention=name), later=(Form(mention=name),),
        )  # fmt: skip

    def draw_outlet(self, role: str) -> Source:
        """Draw a news medium."""
        del role
        return self.draw_medium("outlet")

    def draw_channel(self, role: str) -> Source:
        """Draw a channel of a messenger or social network."""
        del role
        return self.draw_medium("channel")

    def draw_medium(self, kind: str) -> Source:
        """Draw from the pool `media`; a descriptor may stand before the name, the name may stand in quotation marks."""
        near = [row for row in rows("media", kind) if row[1] in self.sides or row[1] in WORLD]
        name, side, before, short = self.rng.choice(near if self.rng.random() < 0.9 else rows("media", kind))
        mention = name.removeprefix("the ")
        article = name[: len(name) - len(mention)]
        intro = self.rng.choice([article, article, *(f"{item} " for item in before.split("; ") if item)])
        quoted = kind == "channel" and intro and not name.startswith("@") and self.rng.random() < 0.6
        marks = ("“", "”") if quoted else ("", "")
        handle = name.startswith("@")
        return Source(
            name=mention, kind=kind, naming="pseudonymous" if handle else "named", role="media",
            side=side or "unknown", gender="n",
            first=Form(before=intro + marks[0], mention=mention, after=marks[1]),
            later=(Form(mention=short), Form(before=article, mention=mention)),
        )  # fmt: skip

    def draw_doc(self, role: str) -> Source:
        """Draw a document; ``role`` here is its sort: paper, image or word."""
        sort = role or self.rng.choice(["paper", "image", "word"])
        phrase, short = self.rng.choice(rows("documents", sort))
        phrase = self.fill(phrase)
        plural = short.endswith(("s", "ages")) and not short.endswith("ss")
        return Source(
            name=phrase, kind="document", naming="unnamed", role="unknown", side="unknown",
            gender="p" if plural else "n", first=Form(mention=phrase), later=(Form(mention=short),),
        )  # fmt: skip
