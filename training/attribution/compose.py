"""Compose training passages of our own, with exact annotation, from templates and pools.

Takes a seed, a count, declarative sentences and a language, gives documents in the form of the constructed chains.
`python -m attribution.compose ru` prints ten passages with their marks, for a person to check.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from typing import Any

from attribution.composer import Composer
from attribution.inflected import InflectedComposer
from attribution.markup import as_clause


def compose(seed: int, count: int, contents: Sequence[str] = (), language: str = "en") -> Iterator[dict[str, Any]]:
    """Give ``count`` documents; the same arguments give the same documents. Unsuitable ``contents`` are left out."""
    suitable = tuple(clause for clause in (as_clause(sentence, language) for sentence in contents) if clause)
    prefix = "composed" if language == "en" else f"composed-{language}"
    for number in range(count):
        rng = random.Random(f"{seed}/{number}")
        composer = Composer(rng, suitable) if language == "en" else InflectedComposer(rng, suitable, language)
        yield composer.document(f"{prefix}-{seed}-{number}")


def show(document: dict[str, Any]) -> str:
    """Write out a passage and, claim by claim, the words that its spans cut."""
    text = document["text"]

    def cut(spans: list[list[int]]) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    lines = [f"--- {document['id']}", text, ""]
    for claim in document["claims"]:
        hedged = ", hedged" if claim["hedged"] else ""
        lines.append(f"  <{cut(claim['content'])}>  [{cut(claim['cue'])}]  {claim['kind']}, {claim['stance']}{hedged}")
        lines += [
            f"      {{{cut([link['full']])}}} > {cut([link['mention']])}: "
            + ", ".join(link[field] for field in ("kind", "naming", "role", "side"))
            for link in claim["chain"]
        ]
    return "\n".join(lines)


def main() -> None:
    """Print passages with their marks."""
    parser = argparse.ArgumentParser(description="Print composed passages with their marks.")
    parser.add_argument("language", help="a folder of templates: en, ru, uk")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=10)
    options = parser.parse_args()
    for document in compose(options.seed, options.count, language=options.language):
        print(show(document), end="\n\n")


if __name__ == "__main__":
    main()
