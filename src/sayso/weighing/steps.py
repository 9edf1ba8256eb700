"""From each statement of a group one step to the statement whose source it has, where there is one.

Takes statements that say the same, in order of publication. A step says why it goes: a cited outlet whose report is at
hand, a copied passage, an unnamed source that fits, an attribution that was dropped. A statement without a step rests
on the source that it tells of itself. Each rule is one function.
"""

from collections.abc import Callable, Iterable, Iterator

import attrs

from sayso.vocabulary import Link, LinkKind, Reason, Relay, Span
from sayso.weighing.carried import find_carrier
from sayso.weighing.ground import Ground, last_link
from sayso.weighing.source_names import match_titles, name_keys
from sayso.weighing.sources import (
    MEDIA_KINDS,
    Closeness,
    are_apart,
    closeness_of,
    find_body_within,
    find_fit,
    find_outlet_of,
    is_medium,
    is_of_no_other_side,
    is_office,
)

# An unnamed source is held against so many ways to name one, the earliest first; further ones tell nothing new.
MOST_FITS = 50

Words = tuple[tuple[str, Span], ...]


@attrs.frozen(kw_only=True)
class Step:
    """A step to the statement at ``to``, and why. ``keeps``: the source stays one, and rests on the one behind it.

    ``is_citing``: the report itself cites what it goes to.
    """

    to: int
    reason: Reason
    keeps: bool = False
    is_citing: bool = False


Rule = Callable[[Ground, int], Step | None]


def find_step(ground: Ground, at: int) -> Step | None:
    """Give the step from a statement; None where it rests on its own source.

    An outlet that takes back what it said before speaks for itself.
    """
    chain = ground.group[at].claim.chain
    rules: tuple[Rule, ...]
    if not chain and ground.group[at].id in ground.turned:
        rules = ()
    elif not chain:
        rules = (follow_copy, name_elsewhere, restore_attribution, find_for_agentless)
    elif closeness_of(chain[-1]) is Closeness.NAMED:
        rules = (follow_outlet, follow_citing, repeat_by_medium)
    else:
        rules = (follow_copy, follow_outlet_behind, find_body, name_later, fit_earlier, fit_later)
    return next((step for rule in rules if (step := rule(ground, at)) is not None), None)


def follow_outlet(ground: Ground, at: int) -> Step | None:
    """Cited outlet at hand: a report cites an outlet whose own report is at hand, and the chain goes on through it."""
    return _follow_link(ground, at, ground.group[at].claim.chain[-1])


def follow_outlet_behind(ground: Ground, at: int) -> Step | None:
    """Cited outlet at hand: an unnamed source comes from an outlet whose own report tells of one that fits."""
    chain = ground.group[at].claim.chain
    for link in reversed(chain[:-1]):
        step = _follow_link(ground, at, link) if closeness_of(link) is Closeness.NAMED else None
        if step is not None and (_fits_at(ground, at, step.to) or _is_only_teller(ground, at, step.to)):
            return step
    return None


def follow_citing(ground: Ground, at: int) -> Step | None:
    """Source behind the source: another report tells that this one passes on the word of a further one."""
    number = ground.entities.of[at, len(ground.group[at].claim.chain) - 1]
    for other, place in ground.entities.places[number]:
        chain = ground.group[other].claim.chain
        is_passing_on = place + 1 < len(chain) and ground.entities.of.get((other, len(chain) - 1)) != number
        if is_passing_on and other != at:
            words = ((ground.group[other].report.id, chain[place].mention),)
            reason = _reason("another report tells on whose word this source speaks", 0.8, words)
            return Step(to=other, reason=reason, keeps=True, is_citing=True)
    return None


def repeat_by_medium(ground: Ground, at: int) -> Step | None:
    """Medium that repeats: a cited medium tells no source, and others had said the same before it on somebody's word.

    It is shown as one who says it, and not counted, unless it is of another side.
    """
    link = ground.group[at].claim.chain[-1]
    if link.kind not in MEDIA_KINDS:
        return None
    for to, other in enumerate(ground.group[:at]):
        origin = other.claim.origin
        if origin is not None and not is_medium(origin) and is_of_no_other_side(link, origin):
            words = ((ground.group[at].report.id, link.mention), *_said(ground, to))
            return Step(to=to, reason=_reason("a medium that tells no source, after others", 0.6, words), keeps=True)
    return None


def follow_copy(ground: Ground, at: int) -> Step | None:
    """Words copied: they are those of a report at hand, and bring their source with them."""
    carrier = find_carrier(ground.group, at, ground.passages, ground.by_report)
    if carrier is None:
        return None
    to, words = carrier
    if ground.group[at].claim.chain and not _fits_at(ground, at, to):
        return None
    return Step(to=to, reason=_reason("copied word for word from a report at hand", 0.9, words))


def name_elsewhere(ground: Ground, at: int) -> Step | None:
    """Source in another place: a report says something as its own, and elsewhere names who says it."""
    for to in ground.by_report[ground.group[at].report.id]:
        if ground.group[to].claim.chain:
            return Step(to=to, reason=_reason("the report names its source in another place", 0.8, _said(ground, at)))
    return None


def restore_attribution(ground: Ground, at: int) -> Step | None:
    """Attribution dropped: a report names no source for what an earlier report has said, and repeats it.

    Its origin is that of the earliest report that says it, unless that one cites this very outlet.
    """
    report = ground.group[at].report
    for to, other in enumerate(ground.group[:at]):
        if other.report.id != report.id and not any(find_outlet_of(link, report) for link in other.claim.chain):
            rule = "attribution dropped: an earlier report says the same"
            return Step(to=to, reason=_reason(rule, 0.7, (*_said(ground, at), *_said(ground, to))))
    return None


def find_for_agentless(ground: Ground, at: int) -> Step | None:
    """Something is said to be reported, by nobody in particular: by the source that a later report names."""
    if not ground.group[at].claim.cue:
        return None
    for to in range(at + 1, len(ground.group)):
        chain = ground.group[to].claim.chain
        if chain and not is_medium(chain[-1]):
            return Step(to=to, reason=_reason("reported by nobody in particular", 0.5, _said(ground, at)))
    return None


def find_body(ground: Ground, at: int) -> Step | None:
    """Body within the description: a spokesman for a body, its bulletin or its people are that body."""
    vague = ground.group[at].claim.chain[-1]
    for to in _told_anew(ground, (*range(at), *range(at + 1, len(ground.group)))):
        chain = ground.group[to].claim.chain
        if chain and closeness_of(chain[-1]) is Closeness.NAMED:
            words = ((ground.group[at].report.id, vague.mention), (ground.group[to].report.id, chain[-1].mention))
            reason = find_body_within(vague, chain[-1], words)
            if reason is not None:
                return Step(to=to, reason=reason)
    return None


def name_later(ground: Ground, at: int) -> Step | None:
    """Named later: an outlet names the person whom it had not named at first."""
    statement = ground.group[at]
    link = statement.claim.chain[-1]
    if statement.report.outlet is None or link.kind is not LinkKind.PERSON or len(statement.claim.chain) > 1:
        return None
    for to in ground.by_outlet[statement.report.outlet]:
        chain = ground.group[to].claim.chain
        if to <= at or not chain or chain[-1].kind is not LinkKind.PERSON:
            continue
        if closeness_of(chain[-1]) is Closeness.NAMED and find_fit(link, chain[-1]):
            words = ((statement.report.id, link.mention), (ground.group[to].report.id, chain[-1].mention))
            return Step(to=to, reason=_reason("an outlet names later whom it had not named at first", 0.8, words))
    return None


def fit_earlier(ground: Ground, at: int) -> Step | None:
    """Unnamed source that fits: it fits one of an earlier report, and is held the same, not counted as one more."""
    return _find_fitting(ground, at, range(at))


def fit_later(ground: Ground, at: int) -> Step | None:
    """Unnamed source that fits: officials, channels, a state or an office fit a source that a later report names.

    Residents and other witnesses, of whom there are many, do not.
    """
    vague, report = ground.group[at].claim.chain[-1], ground.group[at].report
    closeness = closeness_of(vague)
    later = (
        to
        for to in range(at + 1, len(ground.group))
        if (chain := ground.group[to].claim.chain)
        and closeness_of(chain[-1]) > closeness
        and (closeness is Closeness.UNSPECIFIC or is_office(vague, chain[-1]))
        and not any(find_outlet_of(link, report) for link in chain)
    )
    return _find_fitting(ground, at, later)


def _find_fitting(ground: Ground, at: int, others: Iterable[int]) -> Step | None:
    """Give the step to the source that fits best, of equals to the earliest."""
    best: Step | None = None
    for to in _told_anew(ground, others):
        reason = _fits_at(ground, at, to)
        if reason is not None and (best is None or reason.score > best.reason.score) and _may_be_one(ground, at, to):
            best = Step(to=to, reason=reason)
    return best


def _told_anew(ground: Ground, others: Iterable[int]) -> Iterator[int]:
    """Give the first statement of each way to tell a source, by name, kind, side and by whom it was told."""
    seen: set[tuple[object, ...]] = set()
    for to in others:
        statement = ground.group[to]
        chain = statement.claim.chain
        key = tuple((one.name, one.kind, one.role, one.side) for one in chain[-2:]) or (statement.report.outlet,)
        if key not in seen:
            seen.add(key)
            yield to
        if len(seen) == MOST_FITS:
            return


def _fits_at(ground: Ground, at: int, to: int) -> Reason | None:
    """Tell whether the unnamed source of one statement fits that of another."""
    one, other = ground.group[at], ground.group[to]
    vague, known = one.claim.chain[-1], last_link(other)
    if closeness_of(known) is not Closeness.NAMED and are_apart(vague, known):
        return None
    return find_fit(vague, known, ((one.report.id, vague.mention),))


def _is_only_teller(ground: Ground, at: int, to: int) -> bool:
    """Tell whether the outlet at hand has it from one person alone, who is then the person that it is said to have."""
    vague, known = ground.group[at].claim.chain[-1], last_link(ground.group[to])
    outlet = ground.group[to].report.outlet
    told = {last_link(ground.group[place]).name for place in ground.by_outlet.get(outlet or "", ())}
    are_persons = vague.kind is known.kind is LinkKind.PERSON
    return are_persons and len(told) == 1 and is_of_no_other_side(vague, known) and not are_apart(vague, known)


def _may_be_one(ground: Ground, at: int, to: int) -> bool:
    """Tell whether an unnamed source did not tell an outlet itself that the other statement knows nothing of."""
    told = [link for link in ground.group[at].claim.chain[:-1] if link.relay is Relay.TOLD and is_medium(link)]
    other = ground.group[to]
    heard = [link.name for link in other.claim.chain[:-1]] + [other.report.outlet or ""]
    return all(any(name and match_titles(link.name, name) for name in heard) for link in told)


def _follow_link(ground: Ground, at: int, link: Link) -> Step | None:
    """Give the step to the report of an outlet: the last before this one, else the first after it."""
    own = ground.group[at].report
    found: list[tuple[int, Reason]] = []
    near = {outlet for key in name_keys(link.name) for outlet in ground.outlets.get(key, ())}
    for outlet in sorted(near):
        places = ground.by_outlet[outlet]
        first = ground.group[places[0]].report
        reason = find_outlet_of(link, first, ((own.id, link.mention),)) if outlet != own.outlet else None
        if reason is not None:
            found += [(to, reason) for to in places]
    before = [one for one in found if one[0] < at]
    best = max(before, default=None) if before else min(found, default=None)
    return Step(to=best[0], reason=best[1], is_citing=True) if best else None


def _said(ground: Ground, at: int) -> Words:
    statement = ground.group[at]
    return tuple((statement.report.id, span) for span in statement.claim.content)


def _reason(rule: str, score: float, words: Words) -> Reason:
    return Reason(rule=rule, score=score, words=words)


SAYING = {
    "another report tells on whose word this source speaks": follow_citing,
    "a medium that tells no source, after others": repeat_by_medium,
    "copied word for word from a report at hand": follow_copy,
    "the report names its source in another place": name_elsewhere,
    "attribution dropped: an earlier report says the same": restore_attribution,
    "reported by nobody in particular": find_for_agentless,
    "an outlet names later whom it had not named at first": name_later,
}
