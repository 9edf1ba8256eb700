"""Report -> Reading: the stages, called in order.

A report is read in its own language, whatever it is said to be in. Where no language folder and pack fit it, its places
and times are read if tables know them in its language; else it is given back unread (`und`): nothing is guessed.
"""

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import attrs
from numpy import float32
from numpy.typing import NDArray

from sayso.knowledge import (
    Gazetteer,
    Language,
    identified_languages,
    identify_language,
    load_conflicts,
)
from sayso.reading.attribution import Marked, find_marked, merge_spans, to_attribution
from sayso.reading.chain import make_chains
from sayso.reading.claims import Judged, flag_bystanders, make_claims
from sayso.reading.codes import add_codes
from sayso.reading.dialogue import find_dialogue
from sayso.reading.draft import Draft, finish
from sayso.reading.engines import Engine, Engines
from sayso.reading.event import add_events
from sayso.reading.geography import Geography
from sayso.reading.own_forces import add_own_sides
from sayso.reading.quantities import add_quantities
from sayso.reading.quotations import Quotation, find_overlapping, find_quotations
from sayso.reading.registers import STATE, add_registers
from sayso.reading.source import Identity, identify_people
from sayso.reading.stance import read_attitude
from sayso.reading.statement import Statement
from sayso.reading.statements import make_statements
from sayso.reading.stretches import part_languages
from sayso.reading.text import find_sentences
from sayso.reading.things import add_things
from sayso.reading.times import doubt_publication, find_times, publication_day, reads_times
from sayso.reading.turns import mark_turns
from sayso.reading.windows import Window
from sayso.vocabulary import (
    UNDETERMINED,
    Act,
    Attribution,
    Claim,
    Link,
    LinkKind,
    Place,
    ReaderVersion,
    Reading,
    Report,
    Span,
)

log = logging.getLogger(__name__)

# Quotations longer than this do not hold lines together: an unclosed mark must not join half a report.
LONGEST_JOINED = 2_000

Features = Sequence[NDArray[float32]]


class Reader:
    """Reads reports in every language that a pack and a folder fit; holds what it has opened and no state beside it."""

    def __init__(self, engines: Engines, *, version: str, gazetteer: Gazetteer | None = None) -> None:
        """Use :meth:`open`, which finds the packs. Places are read where there is a gazetteer."""
        self._engines = engines
        self._geography = Geography(gazetteer) if gazetteer else None
        self._sayso = version

    @classmethod
    def open(
        cls, *, version: str, pack: Path | None = None, threads: int = 1, gazetteer: Gazetteer | None = None
    ) -> "Reader":
        """Read with the packs that ship, opened when a report wants them, or with the one in the folder ``pack`` alone.

        Raises PackError where that is missing or damaged.
        """
        return cls(Engines(pack, threads), version=version, gazetteer=gazetteer)

    @property
    def languages(self) -> tuple[str, ...]:
        """Give the codes of the languages that are read, in order."""
        return self._engines.languages

    @property
    def opponents(self) -> frozenset[frozenset[str]]:
        """Give the pairs of sides that are known to oppose each other, as links and events write them."""
        return load_conflicts().pairs

    def read(self, reports: Iterable[Report], *, now: datetime | None = None) -> Iterator[Reading]:
        """Read reports one by one, in order; nothing is held between them."""
        return (self.read_report(report, now=now) for report in reports)

    def read_report(self, report: Report, *, now: datetime | None = None) -> Reading:
        """Read one report; deterministic, and the same whatever else is read.

        A date of publication after ``now`` is doubted, and no time is counted from it. Raises PackError where the pack
        for its language is missing or damaged.
        """
        timed = self._add_times(self._read(report), now)
        return finish(add_things(add_codes(add_quantities(add_own_sides(add_registers(add_events(timed)))))))

    def _add_times(self, reading: Reading, now: datetime | None) -> Reading:
        """Give a reading with its times, where they are known in its language."""
        report = reading.report
        if not reads_times(reading.reader.language):
            return reading
        doubt = doubt_publication(report, now)
        found = find_times(report.text, reading.reader.language, None if doubt else publication_day(report))
        return attrs.evolve(reading, times=found.times, durations=found.durations, published_doubted=doubt)

    def _read(self, report: Report) -> Reading:
        """Read all of a report but its times, events and quantities."""
        lang = _identify_language(report)
        engine = self._engines.find(lang)
        if engine is None:
            return self._read_places(report, lang)
        parts = part_languages(report.text, lang, self.languages)
        if len(parts) == 1:
            return self._read_part(report, engine)
        engines = [(found, part) for code, part in parts.items() if (found := self._engines.find(code)) is not None]
        return _join(report, [self._read_part(attrs.evolve(report, text=part), found) for found, part in engines])

    def _read_part(self, report: Report, engine: Engine) -> Reading:
        """Read what is in one language."""
        text, language = report.text, engine.language
        quotations = find_speech(text, language)
        sentences = find_sentences(text, quotations, language.abbreviations, language.code)
        windows, features = _tag(engine, text, quotations)
        marked = mark_turns(text, find_marked(text, windows, features, engine.pack.parameters, quotations, language))
        claims = claim_marked(report, marked, quotations, sentences, language)
        marks = _Marks(windows, features, sentences, _find_speakers(marked, claims))
        return Draft(
            report=report,
            lang=language.code,
            claims=claims,
            attributions=tuple(map(to_attribution, marked)),
            places=self._find_places(report, engine, marks),
            quotations=tuple(one.span for one in quotations if one.is_speech),
            reader=self._version(language.code, engine.pack.name, self._geography),
        )

    def _version(self, language: str, pack: str | None, geography: Geography | None) -> ReaderVersion:
        looked_up = geography.name if geography else None
        return ReaderVersion(sayso=self._sayso, pack=pack, language=language, gazetteer=looked_up)

    def _find_places(self, report: Report, engine: Engine, marks: "_Marks") -> tuple[Place, ...]:
        """Give the places that are mentioned; none where there is no gazetteer, which the reader's version says."""
        geography, lang = self._geography, engine.language.code
        if geography is None or not geography.resolves(lang):
            return ()
        if geography.reads(lang):
            return geography.find(report, lang, marks.sentences, marks.speakers)
        mentions = geography.read_marks(report.text, marks.windows, marks.features, engine.pack.parameters, lang)
        return geography.resolve(report, lang, mentions, marks.speakers)

    def _read_places(self, report: Report, lang: str) -> Reading:
        """Read the places of a report that no pack reads, where there are tables for its language; else none.

        The reader's language is that of tables for places or times, or ``und`` where there are neither.
        """
        log.info("no reader for this language", extra={"report": report.id, "lang": lang, "readers": self.languages})
        geography = self._geography if self._geography and self._geography.reads(lang) else None
        known = lang if geography or reads_times(lang) else UNDETERMINED
        version = self._version(known, None, geography)
        if geography is None:
            return Draft(report=report, lang=lang, reader=version)
        sentences = find_sentences(report.text, find_quotations(report.text, frozenset()), frozenset(), lang)
        return Draft(report=report, lang=lang, places=geography.find(report, lang, sentences), reader=version)


class _Marks(NamedTuple):
    """What has been found in a report when its places are looked for."""

    windows: Sequence[Window]
    features: Features
    sentences: Sequence[Span]
    speakers: Collection[Span]


def _join(report: Report, readings: Sequence[Reading]) -> Reading:
    """Join what was read in each language of a report, in the order of the words; the first is that of the whole."""
    return attrs.evolve(
        readings[0],
        report=report,
        claims=tuple(sorted((one for each in readings for one in each.claims), key=lambda one: one.content[0].start)),
        attributions=tuple(sorted((one for each in readings for one in each.attributions), key=_first_word)),
        places=tuple(sorted((one for each in readings for one in each.places), key=lambda one: one.span.start)),
        quotations=tuple(sorted((one for each in readings for one in each.quotations), key=lambda one: one.start)),
    )


def _first_word(attribution: Attribution) -> int:
    return min(span.start for span in (*attribution.source, *attribution.cue, *attribution.content))


def _identify_language(report: Report) -> str:
    """Give the language of a report: a stated one that is not known is believed, a known one is checked."""
    if report.lang is not None and report.lang not in identified_languages():
        return report.lang
    return identify_language(report.text, stated=report.lang) or UNDETERMINED


def find_speech(text: str, language: Language) -> tuple[Quotation, ...]:
    """Give what is quoted in a text, in marks or behind dashes."""
    quotations = find_quotations(text, language.apostrophes)
    return find_dialogue(text, quotations, lambda word: language.act_of(word) is Act.SPEECH)


def _tag(engine: Engine, text: str, quotations: Sequence[Quotation]) -> tuple[Sequence[Window], Features]:
    """Run the network over the text."""
    joined = [
        (one.span.start, one.span.end)
        for one in quotations
        if one.closed and one.span.end - one.span.start <= LONGEST_JOINED
    ]
    windows = engine.tagger.make_windows(text, joined)
    return windows, tuple(engine.tagger.features(windows))


def _find_speakers(marked: Iterable[Marked], claims: Iterable[Claim]) -> set[Span]:
    """Give the spans of those who speak: sources as they are marked, people, and states that nothing marked."""
    sources = {source.span for one in marked for source in one.sources}
    links = [link for claim in claims for link in claim.chain]
    people = {link.mention for link in links if link.kind is LinkKind.PERSON}
    ordered = merge_spans(sources)
    states = {link.mention for link in links if _is_state(link) and not find_overlapping(ordered, link.mention)}
    return sources | people | states


def _is_state(link: Link) -> bool:
    return any(reason.rule == STATE for reason in link.reasons)


def claim_marked(
    report: Report,
    marked: Sequence[Marked],
    quotations: Sequence[Quotation],
    sentences: Sequence[Span],
    language: Language,
) -> tuple[Claim, ...]:
    """Make statements of what a text marks, tell who each source is, and give the claims."""
    text = report.text
    statements = make_statements(text, marked, quotations, sentences, language)
    identities, bystanders = _identify(report, statements, sentences, language)
    chains = make_chains(report.id, text, statements, identities, language, outlet=report.outlet)
    judged = [
        Judged(statement=statement, chain=chain, attitude=read_attitude(report.id, text, statement, language))
        for statement, chain in zip(statements, chains, strict=True)
    ]
    claims = make_claims(report.id, text, judged, quotations, language, load_conflicts())
    return flag_bystanders(text, claims, bystanders, language)


def _identify(
    report: Report, statements: Sequence[Statement], sentences: Sequence[Span], language: Language
) -> tuple[Mapping[Span, Identity], tuple[Span, ...]]:
    """Tell who each source of the statements is, by its span, and where private persons are named who are none."""
    traits = {one.span: one.traits for statement in statements for one in statement.sources}
    heard = {one.hearer for one in statements if one.hearer is not None}
    mentions = sorted(traits.keys() | heard, key=lambda one: (one.start, one.end))
    found, bystanders = identify_people(report.id, report.text, sentences, mentions, language, traits=traits)
    return dict(zip(mentions, found, strict=True)), bystanders
