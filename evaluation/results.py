"""results.md: figures by language and set, beside those of people and of others, and the most frequent errors.

Written anew by ``python -m evaluation --write-results``; the same reader and data give the same page.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from evaluation.figures import Measured
from evaluation.kinds import KINDS
from evaluation.sets import SETS

RESULTS = Path(__file__).with_name("results.md")
MOST_KINDS = 10
DASH = "\u2013"

# Figures on PolNeAR: two people against each other on 16 articles of the training part, by the same scorer; the
# published ones are exact F1 of BERT with CofeNet.
PEOPLE = {
    "attribution.f1": ".73 to .78",
    "content_only.f1": ".77 to .82",
    "content.token.f1": ".92",
    "source.exact.f1": ".78",
    "cue.exact.f1": ".72",
    "content.exact.f1": ".69",
}
TEMPEVAL = frozenset(("times-timebank-dev", "times-aquaint-dev"))
# HeidelTime on the test part of TempEval-3 (TE3-platinum), whose sets TimeBank and AQUAINT are.
PUBLISHED_TIMES = {"relaxed.f1": ".903", "value.f1": ".776"}
# Slovnet's model for Russian news on factRuEval, places alone, as its authors report it.
# flair-uk-ner on the first edition of NER-UK, places alone, as its author reports it.
PUBLISHED_ENTITIES = {"entities-factrueval": {"strict.f1": ".915"}, "entities-ner-uk-dev": {"strict.f1": ".841"}}
ABOUT_ENTITIES = {
    "entities-factrueval": "slovnet. Its places include states that act (`LOCORG`), which sayso reads as sources.",
    "entities-ner-uk-dev": "flair-uk-ner, on the test part of the first edition, whose texts and rules are others.",
}
CONSTRUCTED_TIMES_PEOPLE = {"relaxed.f1": ".80", "value.f1": ".70"}
PUBLISHED = {"source.exact.f1": ".832", "cue.exact.f1": ".753", "content.exact.f1": ".729"}
# Two people who read the same 27 other constructed texts blind.
CHAIN_PEOPLE = {
    "claim.f1": ".91",
    "claim_and_origin.f1": ".86",
    "claim_and_chain.f1": ".84",
    "long_chains.whole": ".81",
}

MEANINGS = {
    "attribution.f1": "words and source right, F1",
    "content_only.f1": "words right, F1",
    "speech.right_source": "of statements with a verb of speech, found with the right source",
    "speech.loose_source": "the same, where content and source each share a word with the gold",
    "source.token.f1": "words of sources, F1",
    "cue.token.f1": "words of cues, F1",
    "content.token.f1": "words of contents, F1",
    "source.exact.f1": "sources exact, F1",
    "cue.exact.f1": "cues exact, F1",
    "content.exact.f1": "contents exact, F1",
    "claim.f1": "sourced claims, F1",
    "claim_and_origin.f1": "with the right origin, F1",
    "claim_and_chain.f1": "with the whole chain, F1",
    "long_chains.whole": "chains of two and more links found whole",
    "own_voice_kept": "own-voice claims kept as such",
    "stance": "stance of the origin, of the claims found",
    "hedged": "marked as uncertain or not",
    "event_type": "kind of event, of the claims found that have one",
    "event_place": "a place of the event, of those that have one",
    "pearson": "how sure events are said to be, correlation",
    "origin_kind": "kind of the origin, of the origins found",
    "origin_naming": "how the origin is named",
    "origin_role": "role of the origin",
    "origin_side": "side of the origin",
    "quotations.whole": "quotations found whole, with their marks",
    "recognition.f1": "places recognised, F1",
    "recognition.r": "places recognised, recall",
    "resolution.acc161": "of these, within 161 km",
    "resolution.acc20": "of these, within 20 km",
    "resolution.exact_id": "of these, the very number in GeoNames",
    "end_to_end.at161.f1": "recognised and within 161 km, F1",
    "relaxed.f1": "times or names found, F1",
    "strict.f1": "with the very words, F1",
    "value.f1": "with the right value, F1",
    "value_accuracy": "of the times found, with the right value",
    "statements_found": "statements found in the reports of scenarios",
    "bcubed.f1": "statements grouped by claim, BCubed F1",
    "support": "of the claims, with the right support",
    "origins": "of the claims, with the right number of origins",
    "contested": "of the claims, rightly contested or not",
    "all": "of the claims, with all three right",
    "baseline.f1": "the same by words alone (tf-idf, average linkage)",
    "map5": "the right claim among the first five, mean average precision",
    "p1": "the right claim first",
    "recall5": "the right claim among the first five",
    "sure.right": "of places given a score of at least 0.9, right",
}


def write_results(measured: Sequence[Measured], path: Path = RESULTS) -> None:
    """Write the page."""
    path.write_text("\n".join([*_head(measured), *(line for one in measured for line in _section(one))]), "utf-8")


def _head(measured: Sequence[Measured]) -> list[str]:
    readers = "; ".join(sorted({one.reader for one in measured if one.reader}))
    return [
        "# Figures of the reader",
        "",
        f"Reader: {readers}. Written by `python -m evaluation --write-results`.",
        "",
        "**All of these are development figures.** Models are chosen and rules are written with these sets in view, so",
        "they say how far the work has come, not how well the reader does on news it has never seen. The data is not",
        "part of this repository; a set's digest says which file was read.",
        "",
    ]


def _section(one: Measured) -> list[str]:
    """Give the part of one set: its figures, those of people and others, its errors."""
    about = next(known.about for known in SETS if known.name == one.name)
    lines = [
        f"## {one.language}: {one.name} (development)",
        "",
        f"{about[0].upper()}{about[1:]}. {one.documents} documents, SHA-256 `{one.sha256[:12]}`.",
        "",
        *_figure_table(one),
        "",
        *_notes(one),
    ]
    errors = Counter(one.errors)
    if errors:
        lines += [f"### {one.name}: the most frequent kinds of error", "", *_error_table(errors), ""]
    return lines


def _figure_table(one: Measured) -> list[str]:
    people = PEOPLE if one.task == "attribution" else CHAIN_PEOPLE if one.name.startswith("chains") else {}
    published = PUBLISHED if one.task == "attribution" else PUBLISHED_ENTITIES.get(one.name, {})
    if one.task == "times":
        is_constructed, is_tempeval = "constructed" in one.name, one.name in TEMPEVAL
        people, published = (
            (CONSTRUCTED_TIMES_PEOPLE, {}) if is_constructed else ({}, PUBLISHED_TIMES if is_tempeval else {})
        )
    cells = [
        (meaning, f"`{name}`", _short(one.figures[name]), people.get(name, DASH), published.get(name, DASH))
        for name, meaning in MEANINGS.items()
        if name in one.figures
    ]
    rows = [f"| {' | '.join(row)} |" for row in cells]
    return ["| figure | name | sayso | two people | best published |", "|---|---|---:|---:|---:|", *rows]


def _notes(one: Measured) -> list[str]:
    figures = one.figures
    lines = []
    if "predicted" in figures:
        lines.append(f"Gold items {figures['gold']:.0f}, found by the reader {figures['predicted']:.0f}.")
    if "speech.gold" in figures:
        lines.append(
            f"Of the gold, {figures['speech.gold']:.0f} have a verb of speech in their cue (`speech_forms.txt`)."
        )
        lines.append("Two people: further annotators against the first on 16 training articles, by the same scorer.")
        lines.append("Best published: exact F1 of BERT with CofeNet, as its authors report it.")
    if one.name.startswith("chains"):
        lines.append("Two people: annotators who read 27 other constructed texts blind.")
    if "quotations.gold" in figures:
        lines.append(f"Quotations: {figures['quotations.found']:.0f} of {figures['quotations.gold']:.0f} found whole,")
        lines.append(f"{figures['quotations.predicted']:.0f} marked as quotations in all.")
    if one.name in TEMPEVAL:
        lines.append("Best published: HeidelTime on TE3-platinum, by the scorer of TempEval-3.")
    if one.name in ABOUT_ENTITIES:
        lines.append(f"Best published: {ABOUT_ENTITIES[one.name]}")
    if one.task == "places":
        lines += ["", *_reliability_table(figures)]
    return [*lines, ""]


def _reliability_table(figures: dict[str, float]) -> list[str]:
    """Give how many places have a score in each range, and the share of them that is right."""
    start, end = "reliability.", ".right"
    ranges = [name[len(start) : -len(end)] for name in figures if name.startswith(start) and name.endswith(end)]
    rows = [
        f"| {one} | {figures[f'{start}{one}.found']:.0f} | {_short(figures[f'{start}{one}{end}'])} |" for one in ranges
    ]
    return ["| score | places | right |", "|---|---:|---:|", *rows]


def _error_table(errors: Counter[str]) -> list[str]:
    total = sum(errors.values())
    rows = [
        f"| {kind} | {count} | {count / total:.0%} | {KINDS[kind].meaning} | {KINDS[kind].example} |"
        for kind, count in errors.most_common(MOST_KINDS)
    ]
    return ["| kind | count | share | meaning | example (constructed) |", "|---|---:|---:|---|---|", *rows]


def _short(figure: float) -> str:
    return f"{figure:.3f}".removeprefix("0") if figure < 1 else "1.000"
