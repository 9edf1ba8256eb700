"""A report and all that was read from it."""

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
        """Give everything that points into the text; the words of reasons, of which there are most, come last."""
        found: list[Span | Place | When | Duration] = []
        reasons: list[Reason] = []
        for claim in self.claims:
            _gather(claim, found, reasons)
        for attribution in self.attributions:
            found += attribution.source
            found += attribution.cue
            found += attribution.content
        found += self.places
        for place in self.places:
            if place.hint:
                found.append(place.hint.span)
            reasons += place.reasons
        found += self.times
        found += [time.of for time in self.times if time.of]
        found += self.durations
        found += self.quotations
        # Words of other reports are not ours to check.
        own = self.report.id
        found += [span for reason in reasons for report, span in reason.words if report == own]
        return found

    def _holds(self, event: Event) -> bool:
        has_time = event.time is None or event.time < len(self.times)
        return has_time and all(place < len(self.places) for place in event.places)


def _gather(claim: Claim, found: list[Span | Place | When | Duration], reasons: list[Reason]) -> None:
    """Add everything in a claim that points into the text; lists are added to, as readings are made often."""
    found += claim.content
    found += claim.cue
    for link in claim.chain:
        found.append(link.mention)
        reasons += link.reasons
    for remarked in claim.remarks:
        found.append(remarked.span)
    for flag in claim.flags:
        found += flag.spans
    reasons += claim.reasons
    for quantity in claim.quantities:
        found += quantity.spans()
    for thing in claim.things:
        found.append(thing.span)
    for event in claim.events:
        found += [one.span for one in (event.actor, event.target) if one]
        if event.trigger:
            found.append(event.trigger)
        reasons += event.reasons
        for code in event.codes:
            reasons += code.reasons


def _counts_within(part_of: int | None, claim: Claim) -> bool:
    return part_of is None or part_of < len(claim.quantities)
