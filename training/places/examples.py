"""Reports with gold places as candidates laid out, and which of the candidates of each sense are right.

A candidate is right where it has the gold number in GeoNames, or lies within 20 km of the gold point, an area's middle
within 161 km; an area where it has the gold name and the gold has no point, a region that has none where it holds the
gold point. Where none is, "none of these" is right.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs
import numpy as np

from evaluation.gold_places import Recognise, gold_mentions, ordered_places
from evaluation.sets import Document, fold_of, read_lines
from sayso.knowledge import Entry, Gazetteer, distance_km
from sayso.reading.place import PlaceResolver
from sayso.reading.ranking import Field, Indices
from sayso.reading.senses import AREAS, NAMESAKES
from sayso.vocabulary import PlaceKind

NEAR_KM, AREA_KM = 20.0, 161.0
# What a report counts, by corpus: those of conflicts are few, and what the reader is for. What a corpus could not
# locate itself, mostly streets, counts less than a place that is known to be another.
WORTH = {"train-en": 3.0, "train-ru": 3.0, "train-uk": 3.0}
UNLOCATED = 0.1
CORPORA = (
    *("places/lgl.train.jsonl", "places/trnews.train.jsonl", "places/geowebnews.train.jsonl"),
    *("places/geovirus.train.jsonl", "places/viina.train.jsonl"),
    *("chains/constructed.train-en.jsonl", "chains/constructed.train-ru.jsonl", "chains/constructed.train-uk.jsonl"),
)


@attrs.frozen(kw_only=True, eq=False)
class Wanted:
    """One sense of a report: the rows of its right candidates, none where none is, and what it counts."""

    sense: int
    right: Indices
    weight: float


@attrs.frozen(kw_only=True, eq=False)
class Example:
    """One report laid out, and what is wanted of its senses."""

    corpus: str
    fold: int
    field: Field
    wanted: tuple[Wanted, ...]


def read_examples(data: Path, gazetteer: Gazetteer, recognisers: Mapping[str, Recognise]) -> Iterator[Example]:
    """Read the train parts of all corpora, held-out documents too: these have fold 0."""
    resolvers = {code: PlaceResolver(gazetteer, code) for code in ("en", "ru", "uk")}
    for corpus in CORPORA:
        for document in read_lines(data / corpus):
            if document["places"]:
                resolver = resolvers[document.get("lang") or "en"]
                yield make_example(_name(corpus), document, resolver, recognisers, gazetteer)


def _name(corpus: str) -> str:
    name, part, _ = Path(corpus).name.split(".")
    return part if name == "constructed" else name


def make_example(
    corpus: str, document: Document, resolver: PlaceResolver, recognisers: Mapping[str, Recognise], gazetteer: Gazetteer
) -> Example:
    """Lay a document out and tell what is right in it."""
    _, field = resolver.lay_out(document["text"], gold_mentions(document, recognisers))
    judge = Judge(gazetteer=gazetteer, worth=WORTH.get(corpus, 1.0))
    wanted = tuple(judge.wanted(field, ordered_places(document)))
    return Example(corpus=corpus, fold=fold_of(document), field=field, wanted=wanted)


@attrs.frozen(kw_only=True)
class Judge:
    """Tells which candidates are right; ``worth`` is what a report of the corpus counts."""

    gazetteer: Gazetteer
    worth: float

    def wanted(self, field: Field, places: Sequence[Document]) -> Iterator[Wanted]:
        """Give for each sense what its gold places want, those that want the same as one."""
        for at, sense in enumerate(field.senses):
            counted: dict[tuple[int, ...], float] = {}
            for number in sense.mentions:
                gold = places[number]
                right = tuple(row for row in field.rows(at) if self.is_right(gold, field.entries[row]))
                if right or (_can_judge(gold) and sense.sort not in NAMESAKES):
                    counted[right] = counted.get(right, 0) + (UNLOCATED if gold.get("unlocated") else 1)
            for right, times in counted.items():
                yield Wanted(sense=at, right=np.array(right, dtype=np.int64), weight=self.worth * math.sqrt(times))

    def is_right(self, gold: Document, entry: Entry) -> bool:
        """Tell whether an entry is the gold place."""
        number = gold.get("geonameid")
        if number is not None and str(number) == str(entry.geonameid):
            return True
        known = self.gazetteer.get(int(number)) if number is not None else None
        if known is not None and (known.kind in AREAS) != (entry.kind in AREAS):
            return False
        if gold.get("lat") is None:
            is_area = number is None and (entry.kind in AREAS or entry.kind is PlaceKind.WATER)
            return is_area and str(gold.get("name", "")).casefold() in {entry.name.casefold(), entry.matched.casefold()}
        if entry.lat is None or entry.lon is None:
            has_extent = entry.kind is PlaceKind.REGION and number is None and entry.extent is not None
            return has_extent and entry.extent.holds(float(gold["lat"]), float(gold["lon"]))
        away = distance_km(float(gold["lat"]), float(gold["lon"]), entry.lat, entry.lon)
        return away <= (AREA_KM if entry.kind in AREAS else NEAR_KM)


def _can_judge(gold: Document) -> bool:
    """Tell whether a gold place with no right candidate shows that none is right; without a point it may be unknown."""
    return gold.get("lat") is not None or bool(gold.get("unlocated"))
