"""Statements of one story that are not the same claim, because one shifted into the other on the way.

A town swapped or a day shifted makes another claim of it, so that the two stand in different groups. They are kindred
where the later one may rest on the earlier: it cites the outlet or a source of it, shares a passage with it, or states
it itself in the same words or of the same event. Takes statements and the passages that reports share; gives pairs.
Each statement is held against a bounded number of earlier ones, so that cost grows with the statements alone.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence

import attrs

from sayso.vocabulary import Copy, EventType, Reason, Span
from sayso.vocabulary.names import sound_of
from sayso.weighing.alterations import OF_GROUND, date_shifted, event_turned, number_altered, place_swapped
from sayso.weighing.sameness import are_one_place, is_one, is_outlet_of, spots_of
from sayso.weighing.standing import AGAINST
from sayso.weighing.statement import Statement, order_of

# How many earlier statements under one key are kept to be held against later ones, and how many keys one may have.
MOST_KEPT, MOST_KEYS = 40, 12
# A story is retold within so many days.
DAYS = 30
# Of the words of both that must be shared: a rewording of one sentence that alters a name or a number keeps them.
LIKE = 0.6
FEWEST_WORDS = 5
SHIFTS = (date_shifted, place_swapped, number_altered, event_turned)
# What a retelling may alter and still be told from another story, by what holds the two together.
MOST_SHIFTS = {"cites it": 2, "shares its words": 2, "worded alike": 1, "of the same event": 1}
ORDER = {rule: place for place, rule in enumerate(MOST_SHIFTS)}


@attrs.frozen(kw_only=True)
class Kindred:
    """Two statements of one story, in the order of publication, and what holds them together."""

    before: Statement
    after: Statement
    reason: Reason


def find_kindred(statements: Iterable[Statement], copies: Iterable[Copy] = ()) -> Iterator[Kindred]:
    """Give the pairs in which a later statement of one story differs from an earlier one by a shift or two.

    Of the earlier statements that one may have shifted from, the nearest is given: by what holds them together, by the
    kind of event, by the fewest shifts, and then the latest.
    """
    passages = _by_reports(copies)
    kept: dict[str, deque[Statement]] = defaultdict(lambda: deque(maxlen=MOST_KEPT))
    for after in sorted(statements, key=order_of):
        keys = _keys_of(after)
        near = {one.id: one for key in keys for one in kept[key]}
        found = (
            (before, why_kindred(before, after, passages.get((before.report.id, after.report.id), ())))
            for before in near.values()
        )
        pairs = [Kindred(before=before, after=after, reason=reason) for before, reason in found if reason is not None]
        if pairs:
            yield max(pairs, key=_nearness)
        for key in keys:
            kept[key].append(after)


def why_kindred(before: Statement, after: Statement, passages: Sequence[tuple[Span, Span]] = ()) -> Reason | None:
    """Tell what holds two statements together, the later being a shifted retelling of the earlier; None if nothing.

    Two who each speak for themselves differ, and shift nothing: the later statement must have nobody behind it but the
    earlier report, or whom that report has.
    """
    if not _may_be_told(before, after):
        return None
    shifts = _count_shifts(before, after)
    if not shifts:
        return None
    for rule in RULES:
        reason = rule(before, after, passages)
        if reason is not None and shifts <= MOST_SHIFTS[reason.rule]:
            return reason
    return None


def cites_it(before: Statement, after: Statement, passages: Sequence[tuple[Span, Span]]) -> Reason | None:
    """The later report says that it has it from the earlier one, or from whom the earlier one has it."""
    for link in after.claim.chain:
        if is_outlet_of(link, before):
            return _reason("cites it", before, after, link.mention)
        for known in before.claim.chain:
            if is_one(known, link):
                return _reason("cites it", before, after, link.mention, known.mention)
    return None


def shares_its_words(before: Statement, after: Statement, passages: Sequence[tuple[Span, Span]]) -> Reason | None:
    """The two stand in a passage that the reports share word for word."""
    for one, other in passages:
        if _meet(one, before.claim.content) and _meet(other, after.claim.content):
            return _reason("shares its words", before, after, other, one)
    return None


def worded_alike(before: Statement, after: Statement, passages: Sequence[tuple[Span, Span]]) -> Reason | None:
    """The later one is said by the report itself in nearly the same words."""
    left, right = set(before.words), set(after.words)
    if min(len(left), len(right)) < FEWEST_WORDS or after.claim.chain:
        return None
    alike = len(left & right) / len(left | right)
    return _reason("worded alike", before, after) if alike >= LIKE else None


def of_the_same_event(before: Statement, after: Statement, passages: Sequence[tuple[Span, Span]]) -> Reason | None:
    """The later one is said by the report itself, of the same kind of event at a town that both name."""
    if after.claim.chain or any(True for rule in (date_shifted, number_altered) for _ in rule(before, after)):
        return None
    others = spots_of(after)
    shared = [(one, other) for one in spots_of(before) for other in others if are_one_place(one, other)]
    if not shared:
        return None
    one, other = shared[0]
    return _reason("of the same event", before, after, other.span, one.span)


RULES = (cites_it, shares_its_words, worded_alike, of_the_same_event)


def _may_be_told(before: Statement, after: Statement) -> bool:
    if before.report.id == after.report.id or AGAINST & {before.claim.stance, after.claim.stance}:
        return False
    if before.published_day and after.published_day and (after.published_day - before.published_day).days > DAYS:
        return False
    left, right = _kinds_of(before), _kinds_of(after)
    if not left & right:
        return False
    sides = [{event.actor.side for event in one.claim.events if event.actor} - {"unknown"} for one in (before, after)]
    return not all(sides) or bool(sides[0] & sides[1])


def _nearness(pair: Kindred) -> tuple[int, bool, int, tuple[bool, str, str, Span, str]]:
    kinds = [{event.type for event in one.claim.events} for one in (pair.before, pair.after)]
    shifts = _count_shifts(pair.before, pair.after)
    return (-ORDER[pair.reason.rule], bool(kinds[0] & kinds[1]), -shifts, order_of(pair.before))


def _count_shifts(before: Statement, after: Statement) -> int:
    return sum(1 for rule in SHIFTS for _ in rule(before, after))


def _kinds_of(statement: Statement) -> frozenset[str]:
    kinds = {event.type for event in statement.claim.events} - {EventType.OTHER}
    return frozenset("ground" if kind in OF_GROUND else str(kind) for kind in kinds)


def _keys_of(statement: Statement) -> tuple[str, ...]:
    kinds = sorted(_kinds_of(statement))
    spots = [str(place.geonameid or sound_of(place.name)[:6]) for place in spots_of(statement)]
    outlets = [statement.report.outlet or "", *(link.name for link in statement.claim.chain)]
    sources = [sound_of(name.split()[-1])[:6] for name in outlets if name.split()]
    keys = dict.fromkeys(f"{kind} {what}" for kind in kinds for what in (*spots, *sources))
    return tuple(keys)[:MOST_KEYS]


def _by_reports(copies: Iterable[Copy]) -> dict[tuple[str, str], list[tuple[Span, Span]]]:
    found: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for copy in copies:
        found[copy.one, copy.other].append((copy.one_span, copy.other_span))
        found[copy.other, copy.one].append((copy.other_span, copy.one_span))
    return found


def _meet(passage: Span, content: Sequence[Span]) -> bool:
    return any(passage.start < span.end and span.start < passage.end for span in content)


def _reason(
    rule: str, before: Statement, after: Statement, there: Span | None = None, here: Span | None = None
) -> Reason:
    words = (
        (before.report.id, here or before.claim.content[0]),
        (after.report.id, there or after.claim.content[0]),
    )
    return Reason(rule=rule, score=1.0, words=words)
