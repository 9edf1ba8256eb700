"""What became of reports once published, in words: versions compared claim by claim, old texts sent round again."""

from collections.abc import Iterator

import attrs

from sayso.views.standing import Deck, name_report, word_published
from sayso.vocabulary import Reading, Recirculated, Versions

DAYS_OF_A_YEAR = 365


@attrs.frozen(kw_only=True)
class Revising:
    """What a later version does with a claim: the word for it, the words of both versions, and how it does so."""

    what: str
    before: str | None
    after: str | None
    how: str


@attrs.frozen(kw_only=True)
class Edition:
    """Two versions of a report: what is said of them, and what the later one revises."""

    line: str
    revised: tuple[Revising, ...]


def word_versions(deck: Deck) -> tuple[Edition, ...]:
    """Tell of all reports that are versions of one."""
    return tuple(
        Edition(line=_line(deck, one), revised=tuple(_revised(deck, one))) for one in deck.weighed.weighing.versions
    )


def word_recirculated(deck: Deck) -> tuple[str, ...]:
    """Tell of all reports whose text was published long before."""
    return tuple(_old(deck, one) for one in deck.weighed.weighing.recirculated)


def _line(deck: Deck, one: Versions) -> str:
    share = f", {one.share:.0%} of the text is the same" if one.share else ""
    return f"{_name(deck, one.later)} is a version of {_name(deck, one.earlier)}: {one.reason.rule}{share}"


def _revised(deck: Deck, versions: Versions) -> Iterator[Revising]:
    earlier, later = (deck.weighed.readings[report] for report in (versions.earlier, versions.later))
    for one in versions.revised:
        how = one.reason.rule if one.was is None else f"{one.was} became {one.became}"
        yield Revising(
            what=str(one.revision),
            before=_words(earlier, one.before),
            after=_words(later, one.after),
            how="" if one.before is None or one.after is None else how,
        )


def _words(reading: Reading, claim: str | None) -> str | None:
    found = next((one for one in reading.claims if one.id == claim), None)
    return None if found is None else " ".join(span.cut(reading.report.text) for span in found.content)


def _old(deck: Deck, one: Recirculated) -> str:
    years = one.days // DAYS_OF_A_YEAR
    ago = f"{one.days:,} days" if not years else f"more than {years} year{'s' if years > 1 else ''}"
    return f"{_name(deck, one.report)} has the text that {_name(deck, one.earlier)} had {ago} before"


def _name(deck: Deck, report: str) -> str:
    reading = deck.weighed.readings[report]
    return f"{name_report(reading)} {word_published(reading)}"
