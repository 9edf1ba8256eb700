"""The named sets: which file, which language, which scorer; and where the data lies.

The data is no part of the repository: it lies in ``../shared/eval``, or where ``SAYSO_EVAL`` says. Every set here is a
development set: it may be looked at and tuned on, so its figures are no results.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

ROOT = Path(__file__).resolve().parents[1]
DEFAULT_DATA = ROOT.parent / "shared" / "eval"

Document = dict[str, Any]
FOLDS = 5
# The language of documents that state none, as their reports are in several.
MIXED = "mul"


@attrs.frozen(kw_only=True)
class EvaluationSet:
    """One set: ``path`` from the data folder, ``task`` in ``scorer`` (a module in that folder).

    ``pinned`` are the figures that floors.json keeps; more of each is better. ``held_out``: only the documents are
    read that no recipe trains on, a fifth by their ids.
    """

    name: str
    path: str
    language: str
    scorer: str
    task: str
    pinned: tuple[str, ...]
    about: str
    held_out: bool = False


PLACES = ("recognition.f1", "resolution.acc161", "end_to_end.at161.f1")


def _places(name: str, corpus: str, language: str, pinned: tuple[str, ...], about: str) -> EvaluationSet:
    return EvaluationSet(
        name=name,
        path=f"places/{corpus}.train.jsonl",
        language=language,
        scorer="score",
        task="places",
        pinned=pinned,
        about=f"{about}; the fifth of the train part that nothing is trained on",
        held_out=True,
    )


TIMES = ("relaxed.f1", "value.f1")


def _times(name: str, corpus: str, language: str, about: str) -> EvaluationSet:
    return EvaluationSet(
        name=name,
        path=f"times/{corpus}.jsonl",
        language=language,
        scorer="score",
        task="times",
        pinned=TIMES,
        about=about,
    )


def _constructed(language: str) -> EvaluationSet:
    return EvaluationSet(
        name=f"times-constructed-dev-{language}",
        path="chains/constructed.dev.jsonl",
        language=language,
        scorer="score",
        task="times",
        pinned=TIMES,
        about="constructed passages; dates and intervals as EDTF, times of day and vague lengths left out",
    )


def _entities(name: str, corpus: str, language: str, about: str) -> EvaluationSet:
    return EvaluationSet(
        name=name,
        path=f"entities/{corpus}.jsonl",
        language=language,
        scorer="score",
        task="entities",
        pinned=("relaxed.f1", "strict.f1"),
        about=f"{about}; places alone, of the kinds of entities",
    )


def _chains(language: str, passages: int) -> EvaluationSet:
    return EvaluationSet(
        name=f"chains-dev-{language}",
        path="chains/constructed.dev.jsonl",
        language=language,
        scorer="score_claims",
        task="chains",
        pinned=(
            *("claim.f1", "claim_and_origin.f1", "claim_and_chain.f1", "long_chains.whole", "own_voice_kept"),
            *("stance", "hedged", "origin_kind", "origin_naming", "origin_role", "origin_side"),
            *("event_type", "event_place"),
        ),
        about=f"{passages} constructed passages, claims with the whole chain of their sources",
    )


SETS = (
    EvaluationSet(
        name="polnear-dev",
        path="attribution/polnear.dev.jsonl",
        language="en",
        scorer="score",
        task="attribution",
        pinned=(
            *("attribution.f1", "content_only.f1", "speech.right_source", "speech.loose_source"),
            *("source.token.f1", "cue.token.f1", "content.token.f1"),
            *("source.exact.f1", "cue.exact.f1", "content.exact.f1"),
        ),
        about="84 US news articles of 2015 and 2016, attributions marked by hand",
    ),
    *map(_chains, ("en", "ru", "uk"), (45, 25, 20)),
    EvaluationSet(
        name="seed",
        path="../seed/gold.jsonl",
        language="en",
        scorer="score_claims",
        task="chains",
        pinned=("quotations.whole", "claim.f1", "claim_and_origin.f1", "claim_and_chain.f1", "origin_side"),
        about="one article about the war in Ukraine, all that a perfect reader takes from it",
    ),
    _places("places-lgl", "lgl", "en", PLACES, "Local-Global Lexicon: local news of many places of one name"),
    _places("places-trnews", "trnews", "en", PLACES, "TR-News: local and global news"),
    _places("places-geowebnews", "geowebnews", "en", PLACES, "GeoWebNews: news of the world"),
    _places("places-geovirus", "geovirus", "en", PLACES, "GeoVirus: news of epidemics"),
    _places("places-viina-uk", "viina", "uk", ("recognition.r", "resolution.acc20"), "VIINA: the war in Ukraine"),
    _places("places-viina-ru", "viina", "ru", ("recognition.r", "resolution.acc20"), "VIINA: the war in Ukraine"),
    _times("times-timebank-dev", "timebank.dev", "en", "TimeBank 1.2 as TempEval-3 has it: US news"),
    _times("times-aquaint-dev", "aquaint.dev", "en", "AQUAINT as TempEval-3 has it: news of agencies"),
    _times("times-gum-dev", "gum.dev", "en", "GUM: many kinds of text; dates alone, as ISO dates and intervals"),
    _times("times-meantime", "meantime.train", "en", "MEANTIME: Wikinews"),
    _times("times-wikiwarsua", "wikiwarsua.train", "uk", "WikiWarsUA: articles on wars of an encyclopedia"),
    *map(_constructed, ("en", "ru", "uk")),
    _entities("entities-factrueval", "factrueval.train", "ru", "factRuEval 2016, the part to develop on: news"),
    _entities("entities-ner-uk-dev", "ner-uk.dev", "uk", "NER-UK 2.0: news and other texts, blanks before punctuation"),
    EvaluationSet(
        name="factuality-uw-dev",
        path="factuality/uw.dev.jsonl",
        language="en",
        scorer="score",
        task="factuality",
        pinned=("pearson",),
        about="UW factuality: news sentences, how sure each event is said to be, from -3 to 3",
    ),
    EvaluationSet(
        name="weighing-dev",
        path="weighing/constructed.dev.jsonl",
        language=MIXED,
        scorer="score_claims",
        task="weighing",
        pinned=("statements_found", "bcubed.f1", "support", "origins", "contested", "all"),
        about="constructed scenarios of short reports in three languages, each weighed alone",
    ),
    EvaluationSet(
        name="clusters-dev",
        path="clusters/ecbplus.dev.jsonl",
        language="en",
        scorer="score",
        task="clusters",
        pinned=("bcubed.f1",),
        about="ECB+: news of 16 events, two and two of one sort, to be gathered by event",
    ),
    EvaluationSet(
        name="matching-dev",
        path="matching/checkthat2020.dev.jsonl",
        language="en",
        scorer="score",
        task="matching",
        pinned=("map5", "p1", "recall5"),
        about="CheckThat 2020: posts to be matched with 10,375 claims that were checked; by words alone",
    ),
)
NAMES = tuple(one.name for one in SETS)


class MissingDataError(Exception):
    """A data file or scorer that is not where it should be."""


def find_data(environment: Mapping[str, str]) -> Path:
    """Give the folder of the evaluation data, there or not."""
    return Path(environment["SAYSO_EVAL"]) if environment.get("SAYSO_EVAL") else DEFAULT_DATA


def choose_sets(names: tuple[str, ...]) -> tuple[EvaluationSet, ...]:
    """Give the sets of these names in the order of the table; ``all`` and no name at all mean every one."""
    if not names or "all" in names:
        return SETS
    unknown = sorted(set(names) - set(NAMES))
    if unknown:
        message = f"no set {', '.join(unknown)}; there are {', '.join(NAMES)}, all"
        raise ValueError(message)
    return tuple(one for one in SETS if one.name in names)


def read_gold(one: EvaluationSet, data: Path) -> dict[str, Document]:
    """Give the documents of a set by id. Raises MissingDataError."""
    documents = (one_of for one_of in read_lines(_find(one, data)) if one_of.get("lang", MIXED) == one.language)
    return {document["id"]: document for document in documents if not one.held_out or is_held_out(document)}


def is_held_out(document: Document) -> bool:
    """Tell whether a document is kept to measure on; no recipe trains on it."""
    return fold_of(document) == 0


def fold_of(document: Document) -> int:
    """Give the fold of a document, 0 to 4, by its id."""
    return int(hashlib.sha256(str(document["id"]).encode()).hexdigest(), 16) % FOLDS


def digest(one: EvaluationSet, data: Path) -> str:
    """Give the SHA-256 of a set's file as it lies there. Raises MissingDataError."""
    return hashlib.sha256(_find(one, data).read_bytes()).hexdigest()


def read_lines(path: Path) -> list[Document]:
    """Give the documents of a JSON Lines file, unpacked where its name ends in .gz."""
    stored = path.read_bytes()
    text = (gzip.decompress(stored) if path.suffix == ".gz" else stored).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def _find(one: EvaluationSet, data: Path) -> Path:
    path = data / one.path
    if not path.is_file():
        message = f"{one.name}: no file {path}; SAYSO_EVAL names the folder of the evaluation data"
        raise MissingDataError(message)
    return path
