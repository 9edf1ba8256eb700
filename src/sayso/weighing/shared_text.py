"""Reports and the passages they share -> versions of one report, and old reports sent round again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise

import attrs

from sayso.vocabulary import Copy, Reason, Report, Span
from sayso.vocabulary.versions import Recirculated
from sayso.weighing.statement import WORD

# Of the shorter text, for two reports of one outlet to be versions; of the longer, for a text to be the old one again.
VERSION_SHARE, SAME_SHARE = 0.5, 0.8
VERSION_DAYS, OLD_DAYS = 7, 30
# Texts of fewer words say the same by chance (`Air raid alert in the region`).
FEWEST_WORDS = 12
NEVER = datetime.min.replace(tzinfo=UTC)  # of reports without a date, which are left out before
SCHEMES = ("https://", "http://")


@attrs.frozen(kw_only=True)
class Shared:
    """How much two reports have in common, word for word, and where: of the shorter and of the longer, 0 to 1."""

    of_shorter: float
    of_longer: float
    words: tuple[tuple[str, Span], ...] = ()


def version_pairs(
    reports: Iterable[Report], copies: Iterable[Copy] = ()
) -> Iterator[tuple[Report, Report, Shared, Reason]]:
    """Give the pairs of reports that are versions of one, the earlier first: each with the next of its address.

    Versions have one address, or one outlet and half of the shorter text in common within a week. Where it cannot be
    told which was first, they are no pair.
    """
    dated = {one.id: one for one in reports if one.published is not None}
    shared = shares(dated, copies)
    told = set()
    for group in _by_address(dated.values()):
        for earlier, later in pairwise(group):
            if earlier.published != later.published:
                told.add((earlier.id, later.id))
                found = shared.get((earlier.id, later.id), Shared(of_shorter=0.0, of_longer=0.0))
                yield earlier, later, found, _reason("same address", found)
    for (one, other), found in sorted(shared.items()):
        if (one, other) not in told and _is_version(dated[one], dated[other], found):
            yield dated[one], dated[other], found, _reason("same outlet and text", found)


def find_recirculated(reports: Iterable[Report], copies: Iterable[Copy] = ()) -> tuple[Recirculated, ...]:
    """Find reports whose text was published more than a month before; each with the earliest that has it."""
    dated = {one.id: one for one in reports if one.published is not None}
    oldest: dict[str, tuple[Report, Shared]] = {}
    for (one, other), found in shares(dated, copies).items():
        if found.of_longer < SAME_SHARE or _days(dated[one], dated[other]) <= OLD_DAYS:
            continue
        known = oldest.get(other)
        if known is None or _order(dated[one]) < _order(known[0]):
            oldest[other] = (dated[one], found)
    return tuple(
        Recirculated(
            report=report,
            earlier=earlier.id,
            days=_days(earlier, dated[report]),
            share=found.of_longer,
            reason=_reason("published long before", found),
        )
        for report, (earlier, found) in sorted(oldest.items())
    )


def shares(reports: Mapping[str, Report], copies: Iterable[Copy]) -> dict[tuple[str, str], Shared]:
    """Give how much pairs of dated reports share, the earlier of each pair first; pairs of one instant are left out."""
    passages: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for copy in copies:
        if copy.one not in reports or copy.other not in reports:
            continue
        one, other = reports[copy.one], reports[copy.other]
        if one.published == other.published:
            continue
        if _order(one) < _order(other):
            passages[one.id, other.id].append((copy.one_span, copy.other_span))
        else:
            passages[other.id, one.id].append((copy.other_span, copy.one_span))
    lengths: dict[str, int] = {}
    return {pair: _share(reports[pair[0]], reports[pair[1]], found, lengths) for pair, found in passages.items()}


def _share(one: Report, other: Report, passages: Sequence[tuple[Span, Span]], lengths: dict[str, int]) -> Shared:
    for report in (one, other):
        if report.id not in lengths:
            lengths[report.id] = _count(report, Span(start=0, end=len(report.text)))
    common = min(sum(_count(one, here) for here, _ in passages), sum(_count(other, there) for _, there in passages))
    shorter, longer = sorted((lengths[one.id], lengths[other.id]))
    if shorter < FEWEST_WORDS:
        return Shared(of_shorter=0.0, of_longer=0.0)
    first = min(passages)
    words = ((one.id, first[0]), (other.id, first[1]))
    return Shared(of_shorter=min(common / shorter, 1.0), of_longer=min(common / longer, 1.0), words=words)


def _count(report: Report, span: Span) -> int:
    return sum(1 for _ in WORD.finditer(report.text, span.start, span.end))


def _is_version(earlier: Report, later: Report, found: Shared) -> bool:
    if earlier.outlet is None or earlier.outlet != later.outlet:
        return False
    return found.of_shorter >= VERSION_SHARE and _days(earlier, later) <= VERSION_DAYS


def _by_address(reports: Iterable[Report]) -> list[list[Report]]:
    groups: dict[str, list[Report]] = defaultdict(list)
    for one in reports:
        if one.url:
            groups[_address(one.url)].append(one)
    return [sorted(group, key=_order) for _, group in sorted(groups.items())]


def _address(url: str) -> str:
    bare = url.partition("#")[0].strip()
    for scheme in SCHEMES:
        bare = bare.removeprefix(scheme)
    return bare.removeprefix("www.").rstrip("/")


def _order(report: Report) -> tuple[datetime, str]:
    return (_instant(report), report.id)


def _days(earlier: Report, later: Report) -> int:
    return (_instant(later) - _instant(earlier)).days


def _instant(report: Report) -> datetime:
    return report.published or NEVER


def _reason(rule: str, found: Shared) -> Reason:
    return Reason(rule=rule, score=max(found.of_shorter, found.of_longer), words=found.words)
