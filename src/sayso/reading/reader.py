"""Report -> Reading: the stages, called in order.

Where no language folder and pack fit a report, its places and times are read if tables know them in its language; else
it is given back unread (`und`): nothing is guessed.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import attrs
from numpy import float32
from numpy.typing import NDArray

from sayso.knowledge import (
    Gazetteer,
    Language,
    identify_language,
    identify_toponymy,
    load_conflicts,
    load_language,
)
from sayso.reading.attribution import Marked, find_marked, to_attribution
from sayso.reading.chain import make_chains
from sayso.reading.claims import Judged, flag_bystanders, make_claims
from sayso.reading.geography import Geography
from sayso.reading.pack import SHIPPED, Pack, open_pack, open_shipped
from sayso.reading.quotations import Quotation, find_quotations
from sayso.reading.source import Identity, identify_people
from sayso.reading.stance import read_attitude
from sayso.reading.statement import Statement
from sayso.reading.statements import make_statements
from sayso.reading.tagger import Tagger
from sayso.reading.text import find_sentences
from sayso.reading.times import doubt_publication, find_times, publication_day, reads_times
from sayso.reading.turns import mark_turns
from sayso.reading.windows import Window
from sayso.vocabulary import UNDETERMINED, Claim, LinkKind, Place, ReaderVersion, Reading, Report, Span

log = logging.getLogger(__name__)

# Quotations longer than this do not hold lines together: an unclosed mark must not join half a report.
LONGEST_JOINED = 2_000

Features = Sequence[NDArray[float32]]


class Reader:
    """Reads reports with one model pack; holds the pack and no state beside it."""

    def __init__(
        self,
        pack: Pack,
        language: Language,
        *,
        version: str,
        threads: int = 1,
        gazetteer: Gazetteer | None = None,
    ) -> None:
        """Use :meth:`open`, which finds pack and language. Places are read where there is a gazetteer."""
        self._pack = pack
        self._language = language
        self._tagger = Tagger(pack, threads)
        self._geography = Geography(gazetteer, (language.code,)) if gazetteer else None
        looked_up = self._geography.name if self._geography else None
        self._version = ReaderVersion(sayso=version, pack=pack.name, language=language.code, gazetteer=looked_up)

    @classmethod
    def open(
        cls,
        *,
        version: str,
        language: str = "en",
        pack: Path | None = None,
        threads: int = 1,
        gazetteer: Gazetteer | None = None,
    ) -> "Reader":
        """Open the pack that ships for a language, or the one in the folder ``pack``. Raises PackError."""
        opened = open_shipped(language) if pack is None else open_pack(pack)
        return cls(opened, load_language(language), version=version, threads=threads, gazetteer=gazetteer)

    def read(self, reports: Iterable[Report], *, now: datetime | None = None) -> Iterator[Reading]:
        """Read reports one by one, in order; nothing is held between them."""
        return (self.read_report(report, now=now) for report in reports)

    def read_report(self, report: Report, *, now: datetime | None = None) -> Reading:
        """Read one report; deterministic, and the same whatever else is read.

        A date of publication after ``now`` is doubted, and no time is counted from it.
        """
        reading = self._read(report)
        if not reads_times(reading.reader.language):
            return reading
        doubt = doubt_publication(report, now)
        found = find_times(report.text, reading.reader.language, None if doubt else publication_day(report))
        return attrs.evolve(reading, times=found.times, durations=found.durations, published_doubted=doubt)

    def _read(self, report: Report) -> Reading:
        """Read all of a report but its times."""
        if report.lang not in (None, self._language.code):
            return self._read_places(report, report.lang or UNDETERMINED)
        if identify_language(report.text, (self._language.code,)) is None:
            found = identify_toponymy(report.text) if report.lang is None else None
            return self._read_places(report, found or UNDETERMINED)
        text, language = report.text, self._language
        quotations = find_quotations(text, language.apostrophes)
        sentences = find_sentences(text, quotations, language.abbreviations, language.code)
        windows, features = self._tag(text, quotations)
        marked = mark_turns(text, find_marked(text, windows, features, self._pack.parameters, quotations, language))
        statements = make_statements(text, marked, quotations, sentences, language)
        claims = self._make_claims(report, statements, sentences, quotations)
        return Reading(
            report=report,
            lang=language.code,
            claims=claims,
            attributions=tuple(map(to_attribution, marked)),
            places=self._find_places(report, windows, features, marked, claims),
            quotations=tuple(one.span for one in quotations if one.is_speech),
            reader=self._version,
        )

    def _find_places(
        self,
        report: Report,
        windows: Sequence[Window],
        features: Features,
        marked: Sequence[Marked],
        claims: Sequence[Claim],
    ) -> tuple[Place, ...]:
        """Give the places that are mentioned; none where there is no gazetteer, which the reader's version says."""
        if self._geography is None:
            return ()
        mentions = self._geography.read_marks(
            report.text, windows, features, self._pack.parameters, self._language.code
        )
        speakers = {source.span for one in marked for source in one.sources}
        people = (link for claim in claims for link in claim.chain if link.kind is LinkKind.PERSON)
        speakers |= {link.mention for link in people}
        return self._geography.resolve(report, self._language.code, mentions, speakers)

    def _tag(self, text: str, quotations: Sequence[Quotation]) -> tuple[Sequence[Window], Features]:
        """Run the network over the text."""
        joined = [
            (one.span.start, one.span.end)
            for one in quotations
            if one.closed and one.span.end - one.span.start <= LONGEST_JOINED
        ]
        windows = self._tagger.make_windows(text, joined)
        return windows, tuple(self._tagger.features(windows))

    def _make_claims(
        self,
        report: Report,
        statements: Sequence[Statement],
        sentences: Sequence[Span],
        quotations: Sequence[Quotation],
    ) -> tuple[Claim, ...]:
        """Tell who each source is, and make claims of the statements."""
        text, language = report.text, self._language
        identities, bystanders = _identify(report, statements, sentences, language)
        chains = make_chains(report.id, text, statements, identities, language, outlet=report.outlet)
        judged = [
            Judged(statement=statement, chain=chain, attitude=read_attitude(report.id, text, statement, language))
            for statement, chain in zip(statements, chains, strict=True)
        ]
        claims = make_claims(report.id, text, judged, quotations, language, load_conflicts())
        return flag_bystanders(text, claims, bystanders, language)

    def _read_places(self, report: Report, lang: str) -> Reading:
        """Read the places of a report that no pack reads, where there are tables for its language; else none.

        The reader's language is that of tables for places or times, or ``und`` where there are neither.
        """
        log.info("no reader for this language", extra={"report": report.id, "lang": lang, "readers": sorted(SHIPPED)})
        geography = self._geography if self._geography and self._geography.reads(lang) else None
        version = ReaderVersion(
            sayso=self._version.sayso,
            pack=None,
            language=lang if geography or reads_times(lang) else UNDETERMINED,
            gazetteer=geography.name if geography else None,
        )
        if geography is None:
            return Reading(report=report, lang=lang, reader=version)
        sentences = find_sentences(report.text, find_quotations(report.text, frozenset()), frozenset(), lang)
        return Reading(report=report, lang=lang, places=geography.find(report, lang, sentences), reader=version)


def _identify(
    report: Report, statements: Sequence[Statement], sentences: Sequence[Span], language: Language
) -> tuple[Mapping[Span, Identity], tuple[Span, ...]]:
    """Tell who each source of the statements is, by its span, and where private persons are named who are none."""
    traits = {one.span: one.traits for statement in statements for one in statement.sources}
    heard = {one.hearer for one in statements if one.hearer is not None}
    mentions = sorted(traits.keys() | heard, key=lambda one: (one.start, one.end))
    found, bystanders = identify_people(report.id, report.text, sentences, mentions, language, traits=traits)
    return dict(zip(mentions, found, strict=True)), bystanders
