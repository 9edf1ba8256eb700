"""Report -> Reading: the stages, called in order.

Where no language folder and pack fit a report, it is given back unread (`und`): nothing is guessed.
"""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.knowledge import Language, identify_language, load_language
from sayso.reading.attribution import find_marked, to_attribution
from sayso.reading.claims import make_claims
from sayso.reading.pack import SHIPPED, Pack, open_pack, open_shipped
from sayso.reading.tagger import Tagger
from sayso.reading.quotations import find_quotations
from sayso.reading.text import find_sentences
from sayso.vocabulary import UNDETERMINED, Reading, ReaderVersion, Report

log = logging.getLogger(__name__)

# Quotations longer than this do not hold lines together: an unclosed mark must not join half a report.
LONGEST_JOINED = 2_000


class Reader:
    """Reads reports with one model pack; holds the pack and no state beside it."""

    def __init__(self, pack: Pack, language: Language, *, version: str, threads: int = 1) -> None:
        """Use :meth:`open`, which finds pack and language."""
        self._pack = pack
        self._language = language
        self._tagger = Tagger(pack, threads)
        self._version = ReaderVersion(sayso=version, pack=pack.name, language=language.code)
        self._unread = ReaderVersion(sayso=version, pack=None, language=UNDETERMINED)

    @classmethod
    def open(cls, *, version: str, language: str = "en", pack: Path | None = None, threads: int = 1) -> "Reader":
        """Open the pack that ships for a language, or the one in the folder ``pack``. Raises PackError."""
        opened = open_shipped(language) if pack is None else open_pack(pack)
        return cls(opened, load_language(language), version=version, threads=threads)

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Read reports one by one, in order; nothing is held between them."""
        return (self.read_report(report) for report in reports)

    def read_report(self, report: Report) -> Reading:
        """Read one report; deterministic, and the same whatever else is read."""
        if report.lang not in (None, self._language.code):
            return self._leave_unread(report, report.lang or UNDETERMINED)
        if identify_language(report.text, (self._language.code,)) is None:
            return self._leave_unread(report, UNDETERMINED)
        text = report.text
        quotations = find_quotations(text, self._language.apostrophes)
        sentences = find_sentences(text, quotations, self._language.abbreviations, self._language.code)
        joined = [
            (one.span.start, one.span.end)
            for one in quotations
            if one.closed and one.span.end - one.span.start <= LONGEST_JOINED
        ]
        windows = self._tagger.make_windows(text, joined)
        features = self._tagger.features(windows)
        marked = find_marked(text, windows, features, self._pack.parameters, quotations, self._language)
        attributions = tuple(map(to_attribution, marked))
        return Reading(
            report=report,
            lang=self._language.code,
            claims=make_claims(report.id, text, attributions, quotations, sentences),
            attributions=attributions,
            places=(),
            times=(),
            quotations=tuple(one.span for one in quotations if one.is_speech),
            reader=self._version,
        )

    def _leave_unread(self, report: Report, lang: str) -> Reading:
        log.info("no reader for this language", extra={"report": report.id, "lang": lang, "readers": sorted(SHIPPED)})
        return Reading(
            report=report,
            lang=lang,
            claims=(),
            attributions=(),
            places=(),
            times=(),
            quotations=(),
            reader=self._unread,
        )
