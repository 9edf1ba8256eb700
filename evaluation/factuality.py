"""How sure events are said to be, from -3 (certainly not) to 3 (certainly so), as the scorer compares them.

The events are the gold's own words, mostly verbs that tell none of sayso's kinds. Each takes its value from the
modality that sayso reads about such words: by what stands beside them, and by what the origin does with the smallest
claim about them. What stands in no claim, as cues do, is the report's own.
"""

from collections import Counter
from types import ModuleType
from typing import Any

from evaluation.sets import Document
from sayso.knowledge import EventRow, EventWords, Frame, Mark, load_events
from sayso.reading.event_clues import Clue, Wording, read_wording
from sayso.reading.event_modality import read_modality
from sayso.vocabulary import Claim, ClaimKind, EventType, Modality, Reading, Span, Stance, read_reading

Documents = dict[str, Document]
# What each means for whether it is so; chosen by what the words mean on that scale, on which what will surely come is
# as sure as what has; not fitted.
MODALITIES = {
    Modality.ACTUAL: 3.0,
    Modality.ONGOING: 3.0,
    Modality.PREDICTED: 2.0,
    Modality.PLANNED: 1.5,
    Modality.HYPOTHETICAL: 1.0,
    Modality.UNKNOWN: 1.0,
    Modality.NEGATED: -3.0,
}
# What an uncertain word leaves of what would be surer.
HEDGED = 2.0
# Off by more than this is an error worth counting.
FAR = 2.0
# A row that tells an event by itself, whatever its kind.
ANY_EVENT = EventRow(words="event", type=EventType.OTHER, frame=Frame.ACT, direction="-", weight=2, example="")


def to_values(gold: Documents, found: Documents) -> Documents:
    """Give for each gold event the value that sayso's reading of its text gives it."""
    values = {}
    for key, document in gold.items():
        if key not in found:
            continue
        reading = read_reading(found[key])
        wording = _read_words(reading, load_events(document["lang"]))
        spans = [Span(start=one["start"], end=one["end"]) for one in document["events"]]
        values[key] = {
            "events": [{"start": one.start, "end": one.end, "value": value_of(reading, wording, one)} for one in spans]
        }
    return values


def _read_words(reading: Reading, knowledge: EventWords) -> Wording:
    contents = [span for claim in reading.claims for span in claim.content]
    return read_wording(reading.report.text, knowledge, contents, [one.span for one in reading.times])


def value_of(reading: Reading, wording: Wording, span: Span) -> float:
    """Give the value of the event that some words tell: by the smallest claim about them."""
    about = [one for one in reading.claims if any(_holds(part, span) for part in one.content)]
    if about:
        claim = min(about, key=lambda one: sum(part.end - part.start for part in one.content))
    else:
        whole = Span(start=0, end=len(reading.report.text))
        claim = Claim(id="c", content=(whole,), cue=(), kind=ClaimKind.INDIRECT, chain=(), stance=Stance.ASSERTS)
    value = MODALITIES[read_modality(wording, claim, _clue_at(wording, span))[0]]
    return min(value, HEDGED) if claim.hedged else value


def _holds(part: Span, span: Span) -> bool:
    return part.start <= span.start and span.end <= part.end


def _clue_at(wording: Wording, span: Span) -> Clue:
    """Give some words as what tells an event; a noun where an article or the like stands before them."""
    first, last = wording.word_at(span.start), wording.word_at(span.end - 1)
    return Clue(
        first=first,
        last=last,
        span=span,
        row=ANY_EVENT,
        clause=wording.clauses[first],
        is_noun=first > 0 and Mark.OPENER in wording.marks[first - 1],
        is_caused=False,
        is_active=False,
    )


def factuality_errors(_: ModuleType, gold: Documents, found: Documents) -> tuple[Counter[str], dict[str, Any]]:
    """Count the events that are far off, by whether too much or too little is believed."""
    counts: Counter[str] = Counter()
    for key, document in gold.items():
        values = {(one["start"], one["end"]): one["value"] for one in found.get(key, {}).get("events", [])}
        for one in document["events"]:
            off = values.get((one["start"], one["end"]), 0.0) - one["value"]
            counts["too much is believed"] += off > FAR
            counts["too little is believed"] += off < -FAR
    return +counts, {}
