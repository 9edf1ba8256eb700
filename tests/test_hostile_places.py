"""A thousand names made to mislead, read from end to end, pin nothing; `benchmarks/places.py` says what they cost."""

import json
from itertools import islice, product
from pathlib import Path

import pytest

import sayso
from sayso.vocabulary import Reading

NAMES = 1_000
SENTENCES = {
    "en": "Shells fell near {} on Monday, the mayor said.",
    "ru": "Снаряды упали под {} в понедельник, сказал мэр.",
    "uk": "Снаряди впали під {} у понеділок, сказав мер.",
}
WORDS = ("and", "were", "said", "near", "the", "of", "и", "были", "сказал", "та", "були", "сказав")
# Names of towns turned round by a mark for the right-to-left, or with a letter of another script among their own.
TURNED = ("\u202emehtA", "\u202e\u05d0\u05d1\u05d2", "\u2067siraP\u2069", "\u0645\u0627\u0645\u0627\u0645\u0627\u0645")
HOMOGLYPHS = (
    "\u041ayiv",
    "P\u0430ris",
    "L\u043endon",
    "\u041coscow",
    "Donets\u043a",
    "\u0425arkiv",
    "\u039a\u03c5iv",
    "Киeв",
    "Mосква",
)
SIGNS = (
    "\U0001f4a3\U0001f4a3",
    "\U0001f1fa\U0001f1e6",
    "2024",
    "12-34",
    "7",
    "%_%",
    "\u0000",
    "'",
    "\u0301\u0301",
    "\u200b\u200b",
    "...",
)
LONG = ("Q" * 10_000, "Ж" * 10_000, "ab" * 5_000, "A\u0301" * 5_000, "Xy-" * 3_000)
TAILS = ("", "qx", "\u0444\u0449", "\u200bzz", "-99", "\U0001f525")  # fmt: skip


def hostile_names() -> list[str]:
    short = islice((name + tail for tail, name in product(TAILS, (*WORDS, *TURNED, *HOMOGLYPHS, *SIGNS))), NAMES)
    names = [*short, *LONG]
    return [names[at % len(names)] if at < len(names) else f"{names[at % 36]}{at}" for at in range(NAMES)]


@pytest.mark.parametrize("language", SENTENCES)
def test_a_thousand_hostile_names_pin_nothing(tmp_path: Path, language: str) -> None:
    names = hostile_names()
    lines = []
    for first in range(0, NAMES, 100):
        text = "\n".join(SENTENCES[language].format(name) for name in names[first : first + 100])
        lines.append(json.dumps({"id": str(first), "text": text, "lang": language}))
    (tmp_path / "posts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    desk = sayso.Desk(sayso.Settings(data=tmp_path))
    readings = list(desk.read([str(tmp_path / "posts.jsonl")]))
    assert all(isinstance(one, Reading) for one in readings)
    found = [(one, reading) for reading in readings for one in reading.places]
    assert {one.span.cut(reading.report.text)[:40]: one.name for one, reading in found if one.resolved} == {}
