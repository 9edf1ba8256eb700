"""``python -m evaluation.given_events``: the kind, place and time of events alone, with the gold claims given.

Prints for the constructed texts of each language how many claims with a source get the kind of event that the gold
names, how many of those with a place get it, how many times are right, and how many claims without an event get none.
Russian and Ukrainian are measured so whether or not a network reads their claims.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from evaluation.sets import Document, find_data, read_lines
from sayso.knowledge import load_events
from sayso.reading.event import find_events
from sayso.vocabulary import (
    Anchor,
    Claim,
    ClaimKind,
    Event,
    Granularity,
    Link,
    LinkKind,
    Naming,
    Place,
    Role,
    Span,
    Stance,
    Timex,
    TimexType,
    When,
)

LANGUAGES = ("en", "ru", "uk")
# Who is claimed to say it does not matter here, only whether anybody is.
WHO = {"kind": LinkKind.UNKNOWN, "naming": Naming.UNKNOWN, "role": Role.UNKNOWN, "side": "unknown"}
CHAIN = (Link(mention=Span(start=0, end=1), name="somebody", **WHO),)
FILES = {"train": "chains/constructed.train-{}.jsonl", "dev": "chains/constructed.dev.jsonl"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the constructed texts; give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.given_events", description=__doc__)
    parser.parse_args(arguments)
    data = find_data(os.environ)
    for language in LANGUAGES:
        for part, name in FILES.items():
            counts = measure(data / name.format(language), language)
            print(f"{language} {part}: {describe(counts)}")
    return 0


def measure(path: Path, language: str) -> Counter[str]:
    """Count what is right among the claims of a file's documents in a language."""
    counts: Counter[str] = Counter()
    for document in read_lines(path):
        if document["lang"] == language:
            told = tell_events(document, language)
            for gold, events in zip(document["claims"], told, strict=True):
                _count(document, gold, events[0] if events else None, counts)
    return counts


def describe(counts: Counter[str]) -> str:
    """Give the figures in words."""
    parts = (("type", "typed"), ("place", "placed"), ("time", "timed"), ("none", "without"))
    return ", ".join(f"{name} {counts[name] / max(1, counts[of]):.3f} of {counts[of]}" for name, of in parts)


def tell_events(document: Document, language: str) -> tuple[tuple[Event, ...], ...]:
    """Give the events of a document's gold claims; indices are those of its own places and times."""
    places = tuple(Place(start=one["start"], end=one["end"], name=one["name"]) for one in document["places"])
    order = sorted(range(len(places)), key=lambda number: places[number].start)
    times = tuple(_when(one) for one in document["times"])
    claims = tuple(_claim(number, one) for number, one in enumerate(document["claims"]))
    ordered = tuple(places[number] for number in order)
    told = find_events(document["id"], document["text"], claims, ordered, times, load_events(language))
    return tuple(tuple(_reorder(event, order) for event in events) for events in told)


def _reorder(event: Event, order: Sequence[int]) -> Event:
    return Event(type=event.type, places=tuple(order[number] for number in event.places), time=event.time)


def _count(document: Document, gold: Document, event: Event | None, counts: Counter[str]) -> None:
    wanted = gold.get("event")
    if wanted is None:
        counts["without"] += 1
        counts["none"] += event is None
        return
    if not gold["chain"]:
        return
    counts["typed"] += 1
    counts["type"] += event is not None and event.type == wanted["type"]
    if wanted["places"]:
        counts["placed"] += 1
        counts["place"] += event is not None and _meet(document, wanted["places"], event.places)
    if wanted["time"] is not None:
        counts["timed"] += 1
        counts["time"] += event is not None and event.time == wanted["time"]


def _meet(document: Document, wanted: Sequence[int], got: Sequence[int]) -> bool:
    places = document["places"]
    return any(
        places[one]["start"] < places[other]["end"] and places[other]["start"] < places[one]["end"]
        for one in wanted
        for other in got
    )


def _when(time: Document) -> When:
    timex = Timex(type=TimexType.DATE, value="XXXX")
    known = {"granularity": Granularity.DAY, "anchor": Anchor.STATED, "rule": "gold", "timex3": timex}
    return When(start=time["start"], end=time["end"], value="XXXX", **known)


def _claim(number: int, claim: Document) -> Claim:
    return Claim(
        id=f"c-{number}",
        content=tuple(Span(start=start, end=end) for start, end in claim["content"]),
        cue=(),
        kind=ClaimKind(claim["kind"]),
        chain=CHAIN if claim["chain"] else (),
        stance=Stance(claim["stance"]),
    )


if __name__ == "__main__":
    sys.exit(main())
