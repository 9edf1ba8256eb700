"""Gold mentions of places as a recogniser would give them, so that resolution can be measured and trained by itself."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from evaluation.sets import Document
from sayso.knowledge import Gazetteer
from sayso.reading import PlaceMention
from sayso.reading.toponyms import find_toponyms
from sayso.vocabulary import Span

# A recogniser gives the mentions of a text; gold spans take over what it says of the same words.
Recognise = Callable[[str], Iterable[PlaceMention]]


def find_recognisers(gazetteer: Gazetteer) -> dict[str, Recognise]:
    """Give the recognisers by gazetteer and inflection, by language."""
    return {code: partial(_recognise, code, gazetteer) for code in ("ru", "uk")}


def _recognise(code: str, gazetteer: Gazetteer, text: str) -> Iterable[PlaceMention]:
    return find_toponyms(text, (), code, gazetteer)


def gold_mentions(document: Document, recognisers: Mapping[str, Recognise]) -> tuple[PlaceMention, ...]:
    """Give the gold mentions in order, with the base forms that the language's recogniser finds for their words."""
    text = document["text"]
    spans = [Span(start=place["start"], end=place["end"]) for place in ordered_places(document)]
    recognise = recognisers.get(document.get("lang") or "")
    found = list(recognise(text)) if recognise else []
    return tuple(_mention(text, span, found) for span in spans)


def ordered_places(document: Document) -> list[Document]:
    """Give the gold places in the order of the text."""
    return sorted(document["places"], key=lambda place: (place["start"], place["end"]))


def _mention(text: str, span: Span, found: Iterable[PlaceMention]) -> PlaceMention:
    for one in found:
        if one.span.start < span.end and span.start < one.span.end:
            return PlaceMention(
                span=span,
                names=one.names,
                is_adjective=one.is_adjective,
                kind=one.kind,
                is_sector=one.is_sector,
                equals=one.equals,
            )
    return PlaceMention(span=span, names=(span.cut(text),))
