"""The mark-up of the templates, read: choices, parts, chains; and the clauses that come from outside.

The mark-up itself is described at the head of `templates/en/one_source.txt`.
"""

import random
import re
from functools import cache
from pathlib import Path

from attribution.cast import read_pool, rows

TEMPLATES = Path(__file__).parent / "templates"
ALTERNATIVES = re.compile(r"\(([^()]*/[^()]*)\)")
PART = re.compile(r"\{(?P<slot>[^}]+)\}|<(?P<content>[^>]+)>|\[(?P<cue>[^\]]+)\]")
VERB = re.compile(r"\$(\w+)(?:\.(\w+))?(?::(\w))?")
MARKS = re.compile(r"[\"“”„‘«»?!:;()\n]")
UNSUITABLE = re.compile(
    r"\b(said|says|say|told|tells|according|claim\w*|report\w*|stat(ed|es)|announc\w+|den(y|ied|ies)"
    r"|warn\w*|accus\w+|alleg\w+|added|confirmed|expect\w*|believe[sd]?)\b",
    re.IGNORECASE,
)


@cache
def read_templates(name: str, language: str = "en") -> tuple[str, ...]:
    """Read a template file of a language; lines with `#` are comments."""
    lines = (TEMPLATES / language / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


def read_spec(spec: str) -> dict[str, tuple[list[str], list[str]]]:
    """Read `1 denies = a > b; 2 = -` as claim: (chain, flags)."""
    chains = {}
    for item in spec.split(";"):
        left, _, right = item.partition("=")
        number, *flags = left.split()
        links = [link.strip() for link in right.split(">")]
        chains[number] = ([] if links == ["-"] else links, flags)
    return chains


def choose(template: str, rng: random.Random) -> tuple[str, dict[str, tuple[list[str], list[str]]]]:
    """Choose among the alternatives of a template; give its text and its chains."""
    while ALTERNATIVES.search(template):
        template = ALTERNATIVES.sub(lambda match: rng.choice(match[1].split("/")), template)
    text, _, spec = template.partition(" :: ")
    return re.sub(r" +(?=[ .,;:])", "", text).strip(), read_spec(spec.strip() or "1 = a")


def as_clause(sentence: str, language: str = "en") -> str:
    """Make a clause of a sentence, fit to stand after `that`; empty where it does not suit."""
    clause = sentence.strip().rstrip(".")
    words = clause.split()
    if not 5 <= len(words) <= 28 or MARKS.search(clause) or unsuitable(language).search(clause) or "{" in clause:
        return ""
    small = read_pool("things", language)["small"]
    return clause[0].lower() + clause[1:] if words[0].lower() in small else clause


@cache
def unsuitable(language: str) -> re.Pattern[str]:
    """Give what a clause must not hold: words that attribute, of which another language lists the stems."""
    if language == "en":
        return UNSUITABLE
    stems = "|".join(map(re.escape, read_pool("things", language)["unsuitable"]))
    return re.compile(rf"\b({stems})", re.IGNORECASE)


@cache
def read_verbs(language: str = "en") -> dict[str, tuple[str, list[list[str]]]]:
    """Read the pool of verbs: class to stance and rows of forms (English: past, singular, plural, -ing, participle)."""
    return {name.split()[0]: (name.split()[1], rows("verbs", name, language)) for name in read_pool("verbs", language)}
