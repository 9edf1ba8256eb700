"""``python -m evaluation.given_marks [LANG ...]``: what the rules lose, with sources, cues and contents given.

Hands the gold marks of the constructed chains to the stages behind the network, as a network without an error would
mark them, and scores the claims. Languages: en, ru and uk unless some are named. ``--part train`` measures the texts
that recipes learn from instead of the development set; ``--predictions DIR`` keeps what was read.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import sayso
from evaluation.scorer import load_scorer, score
from evaluation.sets import Document, find_data, read_lines
from sayso.knowledge import Language, list_readable, load_language
from sayso.reading.attribution import Marked, MarkedSource
from sayso.reading.reader import claim_marked, find_speech
from sayso.reading.text import find_sentences
from sayso.reading.turns import mark_turns
from sayso.vocabulary import Provenance, ReaderVersion, Reading, Report, Span
from training.attribution.data import marked_of

LANGUAGES = ("en", "ru", "uk")
FIGURES = (
    *("claim.f1", "claim_and_origin.f1", "claim_and_chain.f1", "long_chains.whole", "own_voice_kept", "kind"),
    *("stance", "hedged", "origin_kind", "origin_naming", "origin_role", "origin_side"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the languages that are asked for; give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.given_marks", description=__doc__)
    parser.add_argument("languages", nargs="*", metavar="LANG", help="en, ru, uk")
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--predictions", type=Path, metavar="DIR", help="keep what was read, in this folder")
    options = parser.parse_args(arguments)
    data = find_data(os.environ)
    scorer = load_scorer(data, "score_claims")
    for code in options.languages or LANGUAGES:
        if code not in list_readable():
            print(f"{code}: no language.toml")
            continue
        gold = _read_gold(data, options.part, code)
        read = {key: read_given(document, load_language(code)) for key, document in gold.items()}
        figures = score(scorer, "chains", gold, read)
        print(f"{code}, {options.part}, {len(gold)} documents, marks given")
        print("  " + ", ".join(f"{name} {_look_up(figures, name)}" for name in FIGURES), flush=True)
        if options.predictions:
            path = options.predictions / f"{options.part}-{code}.jsonl"
            lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in read.values())
            path.write_text("".join(lines), encoding="utf-8")
    return 0


def _read_gold(data: Path, part: str, code: str) -> dict[str, Document]:
    name = "constructed.dev" if part == "dev" else f"constructed.train-{code}"
    documents = read_lines(data / "chains" / f"{name}.jsonl")
    return {one["id"]: one for one in documents if one["lang"] == code}


def read_given(document: Document, language: Language) -> Document:
    """Read a document whose marks are given, as it is written in JSON."""
    text = document["text"]
    report = Report(
        id=document["id"],
        text=text,
        lang=language.code,
        outlet=document.get("outlet"),
        provenance=Provenance(where="gold", format="jsonl", sha256="0" * 64),
    )
    quotations = find_speech(text, language)
    sentences = find_sentences(text, quotations, language.abbreviations, language.code)
    marked = mark_turns(text, sorted(_given(document, language), key=_first_place))
    claims = claim_marked(report, marked, quotations, sentences, language)
    version = ReaderVersion(sayso=sayso.__version__, pack=None, language=language.code)
    quoted = tuple(one.span for one in quotations if one.is_speech)
    written: Document = sayso.write_reading(
        Reading(report=report, lang=language.code, claims=claims, quotations=quoted, reader=version)
    )
    return json.loads(json.dumps(written))  # type: ignore[no-any-return]  # as it would come from a file


def _given(document: Document, language: Language) -> Iterable[Marked]:
    """Give the gold marks that a network could make: those with a cue, sources in their own sentence."""
    for one in marked_of(document):
        if one.cue:
            cue = _spans(one.cue)
            yield Marked(
                sources=tuple(MarkedSource(span=_spans(spans)[0], score=1.0, traits={}) for spans, _ in one.sources),
                cue=cue,
                content=_spans(one.content),
                act=language.act_of(" ".join(span.cut(document["text"]) for span in cue)),
                score=1.0,
                traits={},
            )


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start=start, end=end) for start, end in sorted(map(tuple, pairs)))


def _first_place(marked: Marked) -> tuple[int, int]:
    return min(span.start for span in marked.spans), marked.content[0].start


def _look_up(figures: dict[str, Any], name: str) -> Any:
    """Give a figure by its path (`claim.f1`)."""
    found: Any = figures
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


if __name__ == "__main__":
    sys.exit(main())
