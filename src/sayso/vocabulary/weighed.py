"""Readings with what weighing makes of them, and how private persons are withheld in both."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from sayso.errors import InputError
from sayso.vocabulary.assessment import Assessment, Change, Comparison, Origin, Stated, Weighing
from sayso.vocabulary.claim import Claim
from sayso.vocabulary.privacy import withhold_in_words, withhold_private
from sayso.vocabulary.reading import Reading
from sayso.vocabulary.reason import Reason
from sayso.vocabulary.report import Rejection
from sayso.vocabulary.versions import Revised, Versions

STAND_IN = "[name withheld]"
Words = Callable[[str], str]


@attrs.frozen(kw_only=True)
class Weighed:
    """Readings by the ids of their reports, in the order of the input, and the weighing of all of them.

    ``rejections`` are the inputs, or lines of them, that are no part of it.
    """

    readings: Mapping[str, Reading]
    weighing: Weighing
    rejections: tuple[Rejection, ...] = ()

    def __attrs_post_init__(self) -> None:
        for one in self.weighing.assessments:
            for stated in one.statements:
                if stated.report not in self.readings:
                    message = f"assessment {one.id} has a statement of report {stated.report}, which is not here"
                    raise InputError(message)

    def claim(self, stated: Stated) -> Claim:
        """Give the claim that a statement is. Raises InputError where its reading has no such claim."""
        if stated.claim not in self._claims.get(stated.report, {}):
            message = f"report {stated.report} has no claim {stated.claim}"
            raise InputError(message)
        return self._claims[stated.report][stated.claim]

    @cached_property
    def _claims(self) -> dict[str, dict[str, Claim]]:
        return {key: {one.id: one for one in reading.claims} for key, reading in self.readings.items()}

    def words(self, stated: Stated) -> str:
        """Give the words that a statement claims; its parts are joined by an ellipsis in brackets."""
        text = self.readings[stated.report].report.text
        return " [\u2026] ".join(span.cut(text) for span in stated.content)


def gist_of(assessment: Assessment) -> Stated:
    """Give the statement whose words tell a claim best."""
    return next(one for one in assessment.statements if one.claim == assessment.gist)


def withhold_weighed(weighed: Weighed) -> Weighed:
    """Give the same without what tells who the private persons are; ids and offsets stay as they are.

    Each assessment is cleared of the private persons of the reports that it speaks of, for a name that is private in
    one report may be a public person's in another.
    """
    readings = {key: withhold_private(reading) for key, reading in weighed.readings.items()}
    if all(readings[key] is reading for key, reading in weighed.readings.items()):
        return weighed
    reports = {claim.id: key for key, reading in weighed.readings.items() for claim in reading.claims}
    cleared = _Cleared(weighed, attrs.evolve(weighed, readings=readings), reports)
    weighing = attrs.evolve(
        weighed.weighing,
        assessments=tuple(map(cleared.assessment, weighed.weighing.assessments)),
        suggestions=tuple(map(cleared.comparison, weighed.weighing.suggestions)),
        versions=tuple(map(cleared.versions, weighed.weighing.versions)),
    )
    return attrs.evolve(weighed, readings=readings, weighing=weighing)


@attrs.frozen
class _Cleared:
    """Clears what weighing made of readings; ``after`` holds the readings that are cleared already.

    ``reports`` tells the report of each claim, ``known`` what clears the words of some reports.
    """

    before: Weighed
    after: Weighed
    reports: Mapping[str, str]
    known: dict[tuple[str, ...], Words] = attrs.field(factory=dict)

    def assessment(self, one: Assessment) -> Assessment:
        words = self._words_of({stated.report for stated in one.statements} | set(_reports_of(_all_reasons(one))))
        return attrs.evolve(
            one,
            origins=tuple(self._origin(origin, one, words) for origin in one.origins),
            credibility_reason=words(one.credibility_reason),
            reasons=_clear_reasons(one.reasons, words),
            changes=tuple(_clear_change(change, words) for change in one.changes),
        )

    def comparison(self, one: Comparison) -> Comparison:
        reports = {self.reports[claim] for claim in (one.one, one.other) if claim in self.reports}
        words = self._words_of(reports | set(_reports_of(one.reasons)))
        return attrs.evolve(one, reasons=_clear_reasons(one.reasons, words))

    def versions(self, one: Versions) -> Versions:
        words = self._words_of({one.earlier, one.later})
        return attrs.evolve(one, revised=tuple(_clear_revised(revised, words) for revised in one.revised))

    def _words_of(self, reports: Iterable[str]) -> Words:
        """Give what clears words that speak of some reports; most reports have no private person."""
        before, after = self.before.readings, self.after.readings
        private = tuple(sorted(key for key in reports if key in before and before[key] is not after[key]))
        if private not in self.known:
            self.known[private] = withhold_in_words([before[key] for key in private])
        return self.known[private]

    def _origin(self, origin: Origin, of: Assessment, words: Words) -> Origin:
        known = self._private_names(origin, of)
        name = known.get(origin.name) or (STAND_IN if origin.private else words(origin.name))
        return attrs.evolve(origin, name=name, reasons=_clear_reasons(origin.reasons, words))

    def _private_names(self, origin: Origin, of: Assessment) -> dict[str, str]:
        """Give what the private links of an origin's statements were called, with what they are called now."""
        said = [stated for stated in of.statements if stated.origin == origin.id]
        chains = [zip(self.before.claim(one).chain, self.after.claim(one).chain, strict=True) for one in said]
        return {old.name: new.name for chain in chains for old, new in chain if old.private}


def _clear_revised(one: Revised, words: Words) -> Revised:
    was, became = (None if value is None else words(value) for value in (one.was, one.became))
    return attrs.evolve(one, was=was, became=became)


def _clear_change(change: Change, words: Words) -> Change:
    was, became = (one and words(one) for one in (change.was, change.became))
    (reason,) = _clear_reasons((change.reason,), words)
    return attrs.evolve(change, was=was, became=became, reason=reason)


def _clear_reasons(reasons: tuple[Reason, ...], words: Words) -> tuple[Reason, ...]:
    return tuple(attrs.evolve(one, rule=words(one.rule)) for one in reasons)


def _all_reasons(one: Assessment) -> Iterator[Reason]:
    yield from one.reasons
    for origin in one.origins:
        yield from origin.reasons
    yield from (change.reason for change in one.changes)


def _reports_of(reasons: Iterable[Reason]) -> Iterator[str]:
    return (report for reason in reasons for report, _ in reason.words)
