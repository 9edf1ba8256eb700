"""A report and all that was read from it."""

from collections.abc import Iterable
from operator import attrgetter

import attrs

from sayso.errors import InputError
from sayso.vocabulary.claim import Attribution, Claim
from sayso.vocabulary.event import Event
from sayso.vocabulary.reason import Reason
from sayso.vocabulary.report import DateDoubt, Report, Span
from sayso.vocabulary.where import Duration, Place, When

UNDETERMINED = "und"

_end_of = attrgetter("end")


@attrs.frozen(kw_only=True)
class ReaderVersion:
    """Which reader made a reading: sayso's version, the model pack with its number, and the language read.

    ``gazetteer`` is the one that places were looked up in, None where there was none: then no place was looked for.
    """

    sayso: str
    pack: str | None
    language: str
    gazetteer: str | None = None


@attrs.frozen(kw_only=True)
class Reading:
    """A report and all that was read from it; every span lies inside the report's text.

    ``lang`` is the language of the report: the one it was read in, else the one the input states, else ``und``. Where
    no reader knows it, ``reader.language`` is ``und`` and nothing was read. ``quotations`` are the quoted words with
    their marks, sourced or not. ``durations`` are mentions of time without a place in the calendar. Times are counted
    from the day of publication unless ``published_doubted`` says why it is not believed.
    """

    report: Report
    lang: str
    reader: ReaderVersion
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[When, ...] = ()
    durations: tuple[Duration, ...] = ()
    quotations: tuple[Span, ...] = ()
    published_doubted: DateDoubt | None = None

    def __attrs_post_init__(self) -> None:
        length, spans = len(self.report.text), self.spans()
        if spans and max(map(_end_of, spans)) > length:
            span = next(one for one in spans if one.end > length)
            message = f"report {self.report.id}: span {span.start}, {span.end} passes the end of the text, {length}"
            raise InputError(message)
        for claim in self.claims:
            if not all(map(self._holds, claim.events)):
                message = f"report {self.report.id}: claim {claim.id} names a place or time that is not in the reading"
                raise InputError(message)
            if claim.quantities and any(not _counts_within(one.part_of, claim) for one in claim.quantities):
                message = f"report {self.report.id}: claim {claim.id} counts a part of what it does not hold"
                raise InputError(message)

    def spans(self) -> list[Span | Place | When | Duration]:
        """Give everything that points into the text."""
        found: list[Span | Place | When | Duration] = []
        for claim in self.claims:
            self._gather(claim, found)
        for attribution in self.attributions:
            found += attribution.source
            found += attribution.cue
            found += attribution.content
        found += self.places
        for place in self.places:
            if place.hint:
                found.append(place.hint.span)
            found += self._words_of(place.reasons)
        found += self.times
        found += [time.of for time in self.times if time.of]
        found += self.durations
        found += self.quotations
        return found

    def _gather(self, claim: Claim, found: list[Span | Place | When | Duration]) -> None:
        """Add everything in a claim that points into the text; lists are added to, as readings are made often."""
        found += claim.content
        found += claim.cue
        found += [link.mention for link in claim.chain]
        found += self._words_of([reason for link in claim.chain for reason in link.reasons])
        found += [remarked.span for remarked in claim.remarks]
        for flag in claim.flags:
            found += flag.spans
        found += self._words_of(claim.reasons)
        for quantity in claim.quantities:
            found += quantity.spans()
        found += [thing.span for thing in claim.things]
        for event in claim.events:
            found += [one.span for one in (event.actor, event.target) if one]
            if event.trigger:
                found.append(event.trigger)
            found += self._words_of(event.reasons)
            for code in event.codes:
                found += self._words_of(code.reasons)

    def _words_of(self, reasons: Iterable[Reason]) -> list[Span]:
        """Give the words that reasons rest on; those of other reports are not ours to check."""
        own = self.report.id
        return [span for reason in reasons for report, span in reason.words if report == own]

    def _holds(self, event: Event) -> bool:
        has_time = event.time is None or event.time < len(self.times)
        return has_time and all(place < len(self.places) for place in event.places)


def _counts_within(part_of: int | None, claim: Claim) -> bool:
    return part_of is None or part_of < len(claim.quantities)
