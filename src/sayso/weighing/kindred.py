"""Statements of one story that are not the same claim, because one shifted into the other on the way.

A town swapped or a day shifted makes another claim of it, so that the two stand in different groups. They are kindred
where the later one may rest on the earlier: it cites the outlet or a source of it, shares a passage with it, or states
it itself in the same words or of the same event. Takes statements and the passages that reports share; gives pairs.
Each statement is held against a bounded number of earlier ones, so that cost grows with the statements alone.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

import attrs

from sayso.vocabulary import Copy, Link, Reason, Span
from sayso.vocabulary.names import LONGEST_NAME, WORD, sound_of
from sayso.vocabulary.stance import AGAINST
from sayso.weighing.alterations import OF_GROUND, date_shifted, event_turned, number_altered, place_swapped
from sayso.weighing.sameness import are_one_place, is_one, is_outlet_of
from sayso.weighing.statement import STEM, Order, Statement, order_of

# How many earlier statements are kept under one key, how many keys one may have, and against how many it is held.
MOST_KEPT, MOST_KEYS, MOST_HELD = 8, 16, 10
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


@attrs.frozen(kw_only=True)
class Between:
    """What lies between two reports: passages they share, and whom the outlets that the later one cites have it from.

    ``passages`` are spans of the earlier and the later report, ``sources`` the words that cite an outlet, with a source
    of an earlier report of that outlet.
    """

    passages: Sequence[tuple[Span, Span]] = ()
    sources: tuple[tuple[Span, Link], ...] = ()


def find_kindred(statements: Iterable[Statement], copies: Iterable[Copy] = ()) -> Iterator[Kindred]:
    """Give the pairs in which a later statement of one story differs from an earlier one by a shift or two.

    Of the earlier statements that one may have shifted from, the nearest is given: by what holds them together, by an
    outlet that it cites, by the kind of event, by the fewest shifts, and then the latest.
    """
    passages = _by_reports(copies)
    sharing: dict[str, list[str]] = defaultdict(list)
    for one, other in passages:
        sharing[other].append(one)
    kept: dict[str, deque[tuple[int, Statement]]] = defaultdict(lambda: deque(maxlen=MOST_KEPT))
    relayed: dict[str, deque[Statement]] = defaultdict(lambda: deque(maxlen=MOST_KEPT))
    for place, after in enumerate(sorted(statements, key=order_of)):
        sources = tuple(_sources_behind(after, relayed))
        # What names a source is told by whom it names; what names none, by what it is about.
        keys = _source_keys(after, (link for _, link in sources)) if after.claim.chain else _own_keys(after)
        keys += tuple(islice(sharing.get(after.report.id, ()), MOST_KEYS))
        near: dict[int, Statement] = {}
        for key in keys:
            near.update(kept.get(key, ()))
        latest = [near[at] for at in sorted(near)[-MOST_HELD:]]
        found = []
        for before in (one for one in latest if _may_be_told(one, after)):
            shared = passages.get((before.report.id, after.report.id), ())
            reason = _hold(before, after, Between(passages=shared, sources=sources))
            found += [Kindred(before=before, after=after, reason=reason)] if reason is not None else []
        if found:
            yield max(found, key=_nearness)
        for key in {*_own_keys(after), *_source_keys(after), after.report.id}:
            kept[key].append((place, after))
        if after.report.outlet and after.claim.chain:
            relayed[_sound(after.report.outlet)].append(after)


def why_kindred(before: Statement, after: Statement, between: Between) -> Reason | None:
    """Tell what holds two statements together, the later being a shifted retelling of the earlier; None if nothing.

    Two who each speak for themselves differ, and shift nothing: the later statement must have nobody behind it but the
    earlier report, or whom that report has.
    """
    return _hold(before, after, between) if _may_be_told(before, after) else None


def _hold(before: Statement, after: Statement, between: Between) -> Reason | None:
    """Give the first rule that holds two together and is not outdone by how much has shifted."""
    shifts: int | None = None
    for rule in RULES:
        reason = rule(before, after, between)
        if reason is None:
            continue
        shifts = _count_shifts(before, after) if shifts is None else shifts
        if not shifts:
            return None
        if shifts <= MOST_SHIFTS[reason.rule]:
            return reason
    return None


def cites_it(before: Statement, after: Statement, between: Between) -> Reason | None:
    """The later report has it from the earlier one, or from whom that has it, be it by way of another report."""
    for link in after.claim.chain:
        if is_outlet_of(link, before):
            return _reason("cites it", before, after, link.mention)
    cited = (*((link.mention, link) for link in after.claim.chain), *between.sources)
    pairs = ((words, known) for words, link in cited for known in before.claim.chain if is_one(known, link))
    for words, known in pairs:
        return _reason("cites it", before, after, words, known.mention)
    return None


def shares_its_words(before: Statement, after: Statement, between: Between) -> Reason | None:
    """The two stand in a passage that the reports share word for word."""
    for one, other in between.passages:
        if _meet(one, before.claim.content) and _meet(other, after.claim.content):
            return _reason("shares its words", before, after, other, one)
    return None


def worded_alike(before: Statement, after: Statement, between: Between) -> Reason | None:
    """The later one is said by the report itself in nearly the same words."""
    if after.claim.chain:
        return None
    left, right = set(before.words), set(after.words)
    if min(len(left), len(right)) < FEWEST_WORDS:
        return None
    alike = len(left & right) / len(left | right)
    return _reason("worded alike", before, after) if alike >= LIKE else None


def of_the_same_event(before: Statement, after: Statement, between: Between) -> Reason | None:
    """The later one is said by the report itself, of the same kind of event at a town that both name."""
    if after.claim.chain or any(True for rule in (date_shifted, number_altered) for _ in rule(before, after)):
        return None
    shared = [(one, other) for one in before.spots for other in after.spots if are_one_place(one, other)]
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
    if not (before.kinds & after.kinds or (before.kinds & OF_GROUND and after.kinds & OF_GROUND)):
        return False
    return not before.actors or not after.actors or bool(before.actors & after.actors)


def _nearness(pair: Kindred) -> tuple[int, bool, bool, int, Order]:
    kinds = [{event.type for event in one.claim.events} for one in (pair.before, pair.after)]
    is_cited = any(is_outlet_of(link, pair.before) for link in pair.after.claim.chain)
    shifts = _count_shifts(pair.before, pair.after)
    return (-ORDER[pair.reason.rule], is_cited, bool(kinds[0] & kinds[1]), -shifts, order_of(pair.before))


def _count_shifts(before: Statement, after: Statement) -> int:
    return sum(1 for rule in SHIFTS for _ in rule(before, after))


def _kinds_of(statement: Statement) -> frozenset[str]:
    return frozenset("ground" if kind in OF_GROUND else str(kind) for kind in statement.kinds)


def _sources_behind(after: Statement, relayed: dict[str, deque[Statement]]) -> Iterator[tuple[Span, Link]]:
    """Give whom the outlets that a statement cites have named in their reports before, the latest reports alone."""
    for link in after.claim.chain:
        for earlier in relayed.get(_sound(link.name), ()):
            if is_outlet_of(link, earlier):
                yield from ((link.mention, known) for known in earlier.claim.chain)


def _own_keys(statement: Statement) -> tuple[str, ...]:
    """Give what a statement is looked up by: each kind of its events with each town of it, alone where it has none."""
    spots = [str(place.geonameid or sound_of(place.name)[:STEM]) for place in statement.spots] or [""]
    return _with_kinds(statement, spots)


def _source_keys(statement: Statement, behind: Iterable[Link] = ()) -> tuple[str, ...]:
    """Give what else it is looked up by: each kind of its events with its outlet and with each source behind it."""
    links = (*statement.claim.chain, *behind)
    names = (_sound(name) for name in (statement.report.outlet or "", *(link.name for link in links)))
    return _with_kinds(statement, (*(link.register or "" for link in links), *names))


def _with_kinds(statement: Statement, about: Iterable[str]) -> tuple[str, ...]:
    kinds = sorted(_kinds_of(statement))
    keys = (f"{kind} {what}" for what in dict.fromkeys(about) for kind in kinds)
    return tuple(islice(keys, MOST_KEYS))


@lru_cache(maxsize=8192)
def _sound(name: str) -> str:
    """Give what names of one source are looked up by: the sound of the last word, its ending cut."""
    words = WORD.findall(name[:LONGEST_NAME])
    return sound_of(words[-1])[:STEM] if words else ""


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
